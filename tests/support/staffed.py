"""Sites with one person of every role; made once in a process, copied for every test."""

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.commands import SetStaff
from desktop.domain.kinds import Language, Property, Role
from desktop.models.archives import DATABASE
from desktop.services.desk import Desk
from tests.support.clock import Clock
from tests.support.sites import OWNER, make_site, open_site, owner_of

#: login → role; the name is the login with a capital letter
STAFF = {
    OWNER: Role.OWNER,
    "mark": Role.MANAGER,
    "sam": Role.SPECIALIST,
    "rita": Role.RECEPTIONIST,
    "ana": Role.ANALYST,
}

DeskMaker = Callable[..., Desk]


@cache
def staffed_folder(
    property_: Property = Property.HOTEL,
    training: bool = True,
    zone: str = "Asia/Shanghai",
    language: Language = Language.EN,
) -> Path:
    """The folder of a finished site with the people of ``STAFF``, to be copied and never opened."""
    folder = Path(tempfile.mkdtemp(prefix="amends-staffed-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = make_site(folder / "site", property_, training, zone=zone, language=language)
    for login, role in STAFF.items():
        if login != OWNER:
            desk.cases.perform(SetStaff(login, login.title(), role), owner_of(desk))
    desk.close()
    return folder / "site"


def contents(workspace: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table: equal before and after means that nothing changed."""
    with closing(sqlite3.connect(workspace / DATABASE)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: database.execute(f'SELECT * FROM "{table}"').fetchall()
            for table in tables
            if table != "search_index"  # it has no content of its own; the tables below it are compared
        }


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[DeskMaker]:
    """Opens a fresh copy of a site: ``make_desk(zone="Europe/London")``; closed at the end of the test."""
    opened: list[Desk] = []

    def make(*, now: Callable[[], datetime] | None = None, **facts: Any) -> Desk:
        folder = tmp_path / f"desk{len(opened)}"
        shutil.copytree(staffed_folder(**facts), folder)
        opened.append(open_site(folder, now))
        return opened[-1]

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(make_desk: DeskMaker, clock: Clock) -> Desk:
    """A practice hotel in Asia/Shanghai, at the test's clock."""
    return make_desk(now=clock)
