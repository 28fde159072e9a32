"""A site from the first run's answers, and the practice desk beside it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.kinds import Language, Property, Role
from desktop.errors import UserError
from desktop.services.desk import Desk, open_desk
from desktop.ui.firstrun.state import FirstRunAnswers
from desktop.ui.shell.founding import Founder
from desktop.ui.shell.other_desk import other_desk, practice_folder
from desktop.workspace import Workspace

ANSWERS = FirstRunAnswers(
    language=Language.ZH,
    property_=Property.HOTEL,
    site=" 海港酒店 ",
    code="HH",
    desk="前台",
    owner="Anna Berg",
    secret="246810",
    repeated="246810",
)


def now() -> datetime:
    return datetime.now(UTC)


def founder(folder: Path) -> Founder:
    return Founder(folder / "amends", "Asia/Shanghai", now)


def opened(folder: Path) -> Desk:
    return open_desk(Workspace.open(folder), now)


def test_the_answers_become_a_site_whose_owner_can_sign_in(tmp_path: Path) -> None:
    folder = founder(tmp_path).create(ANSWERS)
    desk = opened(folder)
    facts = desk.site.facts()
    person = desk.staff.sign_in("anna", "246810", facts.desks[0].code)
    desk.close()
    assert (facts.name, facts.language, facts.training, facts.desks[0].name) == ("海港酒店", Language.ZH, False, "前台")
    assert (person.name, person.role) == ("Anna Berg", Role.OWNER)


def test_a_practice_desk_is_a_workspace_of_its_own_with_sample_data(tmp_path: Path) -> None:
    folder = founder(tmp_path).create(replace(ANSWERS, practice=True))
    assert folder == practice_folder(tmp_path / "amends")
    practice, real = opened(folder), opened(tmp_path / "amends")
    counts = practice.queue.counts(now()).open, real.queue.counts(now()).open
    kinds = practice.site.facts().training, real.site.facts().training
    practice.close()
    real.close()
    assert kinds == (True, False)
    assert counts[0] > 0
    assert counts[1] == 0
    assert other_desk(tmp_path / "amends", training=False) == folder
    assert other_desk(folder, training=True) == tmp_path / "amends"


def test_without_a_practice_desk_there_is_no_way_to_one(tmp_path: Path) -> None:
    founder(tmp_path).create(ANSWERS)
    assert other_desk(tmp_path / "amends", training=False) is None


def test_a_shop_opens_and_closes(tmp_path: Path) -> None:
    shop = replace(ANSWERS, property_=Property.RETAIL, opens="09:30", closes="21:00")
    desk = opened(founder(tmp_path).create(shop))
    facts = desk.site.facts()
    desk.close()
    assert facts.property is Property.RETAIL


def test_what_is_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refusal:
        founder(tmp_path).create(replace(ANSWERS, secret="123", repeated="123"))
    assert refusal.value.code == "pin_too_short"
    assert not (tmp_path / "amends").exists()
