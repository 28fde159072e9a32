"""Sites to test with: made once in a process, then copied, since making a database takes a second."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from desktop.domain.commands import GuestDetails, OpenCase
from desktop.domain.kinds import Channel, Language, Property, RecordType
from desktop.domain.people import Person
from desktop.services.case_work import Done
from desktop.services.desk import Desk, open_desk
from desktop.services.founding import Founding, found_site
from desktop.workspace import Workspace
from tests.support.clock import EVENING, Clock

OWNER = "owner"
SECRET = "314159"  #: the owner's PIN in a live site
BUSY_MS = 200  #: tests wait for no lock as long as people do


def _found(
    folder: Path, property_: Property, training: bool, language: Language, code: str, zone: str, at: datetime
) -> None:
    answers = Founding(
        property=property_,
        name="Harbour Hotel" if property_ is Property.HOTEL else "Harbour Store",
        code=code,
        language=language,
        zone=zone,
        owner_login=OWNER,
        owner_name="Olive Owner",
        secret=None if training else SECRET,
        training=training,
    )
    found_site(folder, answers, at).close()


@cache
def _template(property_: Property, training: bool, language: Language, code: str, zone: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="amends-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _found(folder / "site", property_, training, language, code, zone, EVENING - timedelta(days=30))
    return folder / "site"


def make_site(
    folder: Path,
    property: Property = Property.HOTEL,  # noqa: A002 - the word of the first run
    training: bool = True,
    *,
    language: Language = Language.EN,
    code: str = "HH",
    zone: str = "Asia/Shanghai",
    now: Callable[[], datetime] | None = None,
    own_key: bool = False,
) -> Desk:
    """An open, empty site in ``folder`` (which doesn't exist yet or is empty), with one desk D1 and the owner.

    ``now`` is its clock; by default it stands still at the evening of the design's pictures. Sites of the same facts
    share the key of their history, as if one were a copy of the other; ``own_key`` makes a stranger.
    """
    facts = (property, training, language, code, zone)
    if own_key:
        _found(folder, *facts, EVENING - timedelta(days=30))
    else:
        shutil.copytree(_template(*facts), folder, dirs_exist_ok=True)
    return open_site(folder, now)


def open_site(folder: Path, now: Callable[[], datetime] | None = None, *, busy_ms: int = BUSY_MS) -> Desk:
    """Opens the site in ``folder``, with little patience for locks (``busy_ms`` milliseconds)."""
    clock = now or Clock()
    return open_desk(Workspace.open(folder, clock, busy_ms), clock)


def owner_of(desk: Desk) -> Person:
    """The owner, signed in at desk D1."""
    return desk.staff.person(OWNER, "D1")


def record(desk: Desk, text: str = "The air-conditioner in the room drips.", **fields: object) -> Done:
    """Records a complaint at the desk's present moment; ``fields`` are those of ``OpenCase``."""
    fields = {"room": "1208", "guest": GuestDetails(name="Tan Wei Ling", phone="+44 7700 900123")} | fields
    done = desk.cases.perform(OpenCase(RecordType.COMPLAINT, Channel.COUNTER, text, **fields), owner_of(desk))  # type: ignore[arg-type]  # whatever a test wants to hand in
    assert done is not None
    return done
