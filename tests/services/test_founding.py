"""The first run makes a whole site or nothing (interfaces.md, init)."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.kinds import Language, Property, Role
from desktop.errors import UserError
from desktop.services.desk import open_desk
from desktop.services.founding import Founding, found_site
from tests.support.acts import Story
from tests.support.clock import EVENING, Clock

ANSWERS = Founding(Property.HOTEL, "Harbour", "HH", Language.EN, "Asia/Shanghai", "owner", training=True)


def test_a_new_site_stands_with_its_facts_its_owner_and_its_rules(tmp_path: Path) -> None:
    answers = replace(ANSWERS, name="港湾 <b>酒店</b>", language=Language.ZH, owner_name="Olive")
    desk = open_desk(found_site(tmp_path / "desk", answers, EVENING), Clock())
    facts = desk.site.facts()
    assert (facts.name, facts.code, facts.property, facts.language) == ("港湾 <b>酒店</b>", "HH", "hotel", "zh")
    assert (facts.zone.key, facts.country, facts.currency.code, facts.training) == ("Asia/Shanghai", "CN", "CNY", True)
    assert [desk_.code for desk_ in facts.desks] == ["D1"]
    assert [(p.login, p.name, p.role) for p in desk.staff.people()] == [("owner", "Olive", Role.OWNER)]
    assert Story(desk).open(by="owner") == "HH-D1-20261119-0001"
    with desk.workspace.database.reading() as connection:
        assert desk.journal.first_break(connection) is None
    desk.close()


@pytest.mark.parametrize(
    ("zone", "given", "country", "currency"),
    [
        ("Asia/Shanghai", {}, "CN", "CNY"),
        ("Asia/Tokyo", {}, "JP", "JPY"),
        ("Europe/Paris", {}, "FR", "EUR"),
        ("Asia/Tokyo", {"country": "CN"}, "CN", "CNY"),
        ("Asia/Tokyo", {"currency": "KWD"}, "JP", "KWD"),
        ("UTC", {}, "", "CNY"),
    ],
)
def test_country_and_currency_follow_from_the_zone_unless_given(
    tmp_path: Path, zone: str, given: dict[str, Any], country: str, currency: str
) -> None:
    desk = open_desk(found_site(tmp_path / "desk", replace(ANSWERS, zone=zone, **given), EVENING), Clock())
    assert (desk.site.facts().country, desk.site.facts().currency.code) == (country, currency)
    desk.close()


@pytest.mark.parametrize(("currency", "highest", "above"), [("JPY", "200", "201"), ("KWD", "200.000", "200.001")])
def test_limits_are_in_the_sites_currency(tmp_path: Path, currency: str, highest: str, above: str) -> None:
    desk = open_desk(found_site(tmp_path / "desk", replace(ANSWERS, currency=currency), EVENING), Clock())
    story = Story(desk, by="owner")
    story.act("staff", login="rita", name="Rita", role="receptionist")
    number = story.opened("assessed")
    offer = {"by": "rita", "remedies": [{"kind": "gift", "amount": above}]}
    assert story.refused("propose", number, **offer) == ("over_authority", "amount")
    story.act("propose", number, by="rita", remedies=[{"kind": "gift", "amount": highest}])
    assert story.case(number)["compensation"] == highest
    desk.close()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": " "}, ("missing", "site")),
        ({"name": "x" * 1_001}, ("too_long", "site")),
        ({"name": "a\ud800"}, ("bad_characters", "site")),
        ({"code": "hh"}, ("site_code_bad", "code")),
        ({"code": ""}, ("site_code_bad", "code")),
        ({"desk_code": "D-1"}, ("desk_code_bad", "desk")),
        ({"zone": "Mars/Olympus"}, ("zone_unknown", "timezone")),
        ({"zone": ""}, ("zone_unknown", "timezone")),
        ({"zone": "../../etc/passwd"}, ("zone_unknown", "timezone")),
        ({"zone": "Asia"}, ("zone_unknown", "timezone")),
        ({"zone": "\0"}, ("zone_unknown", "timezone")),
        ({"zone": "\ud800"}, ("zone_unknown", "timezone")),
        ({"currency": "XXX"}, ("currency_unknown", "currency")),
        ({"owner_login": ""}, ("missing", "owner")),
        ({"owner_login": "two words"}, ("login_bad", "owner")),
        ({"owner_login": "a\u202e"}, ("login_bad", "owner")),
        ({"owner_name": "\ud800"}, ("bad_characters", "name")),
        ({"training": False}, ("pin_missing", "pin")),
        ({"training": False, "secret": "12345"}, ("pin_too_short", "pin")),
        ({"calendar": {"intervals": {}}}, ("calendar_never_open", "intervals")),
    ],
)
def test_answers_that_cannot_be_taken_leave_no_folder_behind(
    tmp_path: Path, change: dict[str, Any], expected: tuple[str, str]
) -> None:
    with pytest.raises(UserError) as refused:
        found_site(tmp_path / "desk", replace(ANSWERS, **change), EVENING)
    assert (refused.value.code, refused.value.field) == expected
    assert not (tmp_path / "desk").exists()


def test_a_site_is_never_made_over_another_or_among_other_files(tmp_path: Path) -> None:
    found_site(tmp_path / "desk", ANSWERS, EVENING).close()
    database = (tmp_path / "desk" / "amends.sqlite").read_bytes()
    with pytest.raises(UserError, match="workspace_exists"):
        found_site(tmp_path / "desk", ANSWERS, EVENING)
    assert (tmp_path / "desk" / "amends.sqlite").read_bytes() == database
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").write_text("a")
    with pytest.raises(UserError, match="workspace_not_empty"):
        found_site(tmp_path / "letters", ANSWERS, EVENING)
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["one.txt"]
