"""Site and desks: what may change, what may not any more, and that everyone sees it at once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.kinds import Language, Property, Role
from desktop.errors import ChangedMeanwhileError
from desktop.services.desk import Desk
from tests.services.settings_desk import Settled, settled
from tests.support.clock import Clock
from tests.support.sites import open_site, record
from tests.support.staffed import STAFF, DeskMaker


@pytest.fixture
def at(desk: Desk) -> Settled:
    return settled(desk)


def test_the_sites_name_changes_for_everyone_at_once(at: Settled) -> None:
    sheet = at.settings.site.sheet()
    after = at.settings.site.change(
        at.person(), replace(sheet.value.form, name="Harbour Palace", language=Language.ZH, country="SG"), sheet.version
    )
    facts = at.desk.site.facts()
    assert (facts.name, facts.language, facts.country) == ("Harbour Palace", Language.ZH, "SG")
    assert (after.version, at.desk.site.version) == (sheet.version + 1, sheet.version + 1)
    assert at.entries()[-1] == ("mark", "settings")


def test_the_sites_phone_is_given_changed_and_taken_away_also_where_there_are_cases(at: Settled) -> None:
    record(at.desk)
    assert at.desk.site.facts().phone == ""
    for phone in ("+86 21 5555 0100", "+86 21 5555 0101", ""):
        sheet = at.settings.site.sheet()
        at.settings.site.change(at.person(), replace(sheet.value.form, phone=phone), sheet.version)
        assert at.desk.site.facts().phone == phone
        assert at.settings.site.sheet().value.form.phone == phone


def test_the_sites_address_is_given_and_taken_away(at: Settled) -> None:
    for address in ("12 Quay Road", "外滩 12 号", ""):
        sheet = at.settings.site.sheet()
        at.settings.site.change(at.person(), replace(sheet.value.form, address=address), sheet.version)
        assert at.desk.site.facts().address == address


def test_saving_what_stands_changes_nothing(at: Settled) -> None:
    sheet, before = at.settings.site.sheet(), at.entries()
    assert at.settings.site.change(at.person(), sheet.value.form, sheet.version) == sheet
    assert at.entries() == before


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": " \u200b"}, ("missing", "site")),
        ({"name": "x" * 1_001}, ("too_long", "site")),
        ({"name": "a\0"}, ("bad_characters", "site")),
        ({"phone": "1" * 1_001}, ("too_long", "phone")),
        ({"phone": "1\0"}, ("bad_characters", "phone")),
        ({"address": "1" * 1_001}, ("too_long", "address")),
        ({"address": "1\0"}, ("bad_characters", "address")),
        ({"code": "hh"}, ("site_code_bad", "code")),
        ({"code": ""}, ("site_code_bad", "code")),
        ({"zone": "Asia/Nowhere"}, ("zone_unknown", "timezone")),
        ({"zone": "../../etc"}, ("zone_unknown", "timezone")),
        ({"currency": "XXX"}, ("currency_unknown", "currency")),
        ({"country": "ZZ"}, ("country_unknown", "country")),
        ({"country": "cn"}, ("country_unknown", "country")),
    ],
)
def test_a_fact_that_cannot_be_is_refused_at_its_field(
    at: Settled, change: dict[str, Any], expected: tuple[str, str]
) -> None:
    form = at.settings.site.sheet().value.form
    assert at.refused(at.settings.site.change, at.person(), replace(form, **change)) == expected


LASTING = {"code": "HX", "zone": "Europe/London", "currency": "JPY", "property": Property.RETAIL}


@pytest.mark.parametrize("fact", LASTING)
def test_what_stands_in_cases_changes_only_while_there_are_none(at: Settled, fact: str) -> None:
    sites = at.settings.site
    form = replace(sites.sheet().value.form, **{fact: LASTING[fact]})
    assert sites.sheet().value.fixed == frozenset()
    sites.change(at.person(), form)
    assert str(getattr(sites.sheet().value.form, fact)) == LASTING[fact]
    record(at.desk)
    assert sites.sheet().value.fixed == set(LASTING)
    back = replace(form, **{fact: {"code": "HH", "zone": "UTC", "currency": "CNY", "property": Property.HOTEL}[fact]})
    field = "timezone" if fact == "zone" else fact
    assert at.refused(sites.change, at.person(), back) == ("site_fact_fixed", field)
    sites.change(at.person(), replace(form, name="Another name"))


def test_limits_stay_the_same_sums_in_a_currency_with_other_places(at: Settled) -> None:
    form = at.settings.site.sheet().value.form
    at.settings.site.change(at.person(), replace(form, currency="JPY"))
    assert at.desk.site.in_force().limits[Role.SPECIALIST].per_case == 1_000
    at.settings.site.change(at.person(), replace(form, currency="KWD"))
    assert at.desk.site.in_force().limits[Role.SPECIALIST].per_case == 1_000_000
    assert at.desk.site.in_force().limits[Role.OWNER].per_case is None


def test_another_kind_of_place_is_refused_while_there_are_own_categories(at: Settled) -> None:
    at.settings.categories.add(at.person(), "H01", "Sauna", "桑拿")
    form = replace(at.settings.site.sheet().value.form, property=Property.RETAIL)
    assert at.refused(at.settings.site.change, at.person(), form) == ("property_has_categories", "property")


def test_two_people_on_one_page_meet_changed_meanwhile(at: Settled) -> None:
    seen = at.settings.site.sheet()
    at.settings.site.change(at.person(), replace(seen.value.form, name="First"), seen.version)
    second = replace(seen.value.form, name="Second")
    with pytest.raises(ChangedMeanwhileError) as refusal:
        at.settings.site.change(at.person("owner"), second, seen.version)
    assert refusal.value.code == "settings_changed_meanwhile"
    assert at.desk.site.facts().name == "First"
    at.settings.site.change(at.person("owner"), second, at.settings.site.sheet().version)
    assert at.desk.site.facts().name == "Second"


def test_changes_of_another_window_are_found_by_one_look(at: Settled, clock: Clock) -> None:
    other = open_site(at.desk.workspace.folder, clock)
    assert not at.desk.site.refresh()
    form = settled(other).settings.site.sheet().value.form
    settled(other).settings.site.change(at.person(), replace(form, name="From elsewhere"))
    other.close()
    assert at.desk.site.facts().name == "Harbour Hotel"
    assert at.desk.site.refresh()
    assert at.desk.site.facts().name == "From elsewhere"


# Desks


def test_a_desk_is_added_and_renamed(at: Settled) -> None:
    sites, mark = at.settings.site, at.person()
    sites.add_desk(mark, "D2", "礼宾台")
    after = sites.rename_desk(mark, "D2", "Concierge", 1)
    assert [(line.code, line.name, line.active) for line in after.value] == [
        ("D1", "D1", True),
        ("D2", "Concierge", True),
    ]
    assert [desk.code for desk in at.desk.site.facts().desks] == ["D1", "D2"]


def test_a_desk_out_of_use_keeps_its_name_for_old_cases(at: Settled) -> None:
    sites, mark = at.settings.site, at.person()
    sites.add_desk(mark, "D2", "Concierge")
    record(at.desk)
    after = sites.use_desk(mark, "D1", False)
    assert [(line.code, line.active, line.open_cases) for line in after.value] == [("D2", True, 0), ("D1", False, 1)]
    facts = at.desk.site.facts()
    assert ([desk.code for desk in facts.desks], facts.desk_name("D1"), facts.desk_name("D9")) == (["D2"], "D1", "D9")
    sites.use_desk(mark, "D1", True)
    assert [desk.code for desk in at.desk.site.facts().desks] == ["D1", "D2"]


def test_the_last_desk_in_use_stays(at: Settled) -> None:
    sites, mark = at.settings.site, at.person()
    assert at.refused(sites.use_desk, mark, "D1", False) == ("last_desk", "desk")
    sites.add_desk(mark, "D2", "Concierge")
    sites.use_desk(mark, "D2", False)
    assert at.refused(sites.use_desk, mark, "D1", False) == ("last_desk", "desk")


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("D1", "Again", ("desk_code_taken", "desk")),
        ("d2", "Small", ("desk_code_bad", "desk")),
        ("", "None", ("desk_code_bad", "desk")),
        ("TOOLONGCODE", "Long", ("desk_code_bad", "desk")),
        ("D2", "  ", ("missing", "name")),
        ("D2", "\ud800", ("bad_characters", "name")),
    ],
)
def test_a_desk_needs_a_new_code_and_a_name(at: Settled, code: str, name: str, expected: tuple[str, str]) -> None:
    assert at.refused(at.settings.site.add_desk, at.person(), code, name) == expected


def test_a_desk_that_is_not_there_is_not_renamed(at: Settled) -> None:
    assert at.refused(at.settings.site.rename_desk, at.person(), "D7", "Nowhere") == ("no_such_desk", "desk")


def test_two_people_on_the_list_of_desks_meet_changed_meanwhile(at: Settled) -> None:
    seen = at.settings.site.desks().version
    at.settings.site.add_desk(at.person(), "D2", "Concierge", seen)
    for change in (
        lambda: at.settings.site.add_desk(at.person(), "D3", "Bar", seen),
        lambda: at.settings.site.rename_desk(at.person(), "D1", "Bar", seen),
        lambda: at.settings.site.use_desk(at.person(), "D1", False, seen),
    ):
        assert at.refused(change) == ("settings_changed_meanwhile", "version")


CHANGES: dict[str, Callable[[Settled, str], object]] = {
    "site": lambda at, by: at.settings.site.change(at.person(by), at.settings.site.sheet().value.form),
    "add desk": lambda at, by: at.settings.site.add_desk(at.person(by), "D2", "Concierge"),
    "rename desk": lambda at, by: at.settings.site.rename_desk(at.person(by), "D1", "Concierge"),
    "use desk": lambda at, by: at.settings.site.use_desk(at.person(by), "D1", True),
    "add category": lambda at, by: at.settings.categories.add(at.person(by), None, "Spa", "水疗"),
    "rename category": lambda at, by: at.settings.categories.rename(at.person(by), "X01", "Gym", "健身房"),
    "hide category": lambda at, by: at.settings.categories.hide(at.person(by), "H01", True),
    "duty card": lambda at, by: at.settings.duty_card.change(at.person(by), at.settings.duty_card.card().value),
    "calendar": lambda at, by: at.settings.rules.change(
        at.person(by), "calendar", {"intervals": {"mon": ["9:00-10:00"]}}
    ),
    "targets": lambda at, by: at.settings.rules.change(at.person(by), "targets", {}),
    "shifts": lambda at, by: at.settings.rules.change(
        at.person(by), "shifts", [{"code": "day", "from": "07:00", "to": "15:00"}]
    ),
    "authority": lambda at, by: at.settings.rules.change(at.person(by), "authority", {"analyst": {"case": None}}),
    "add staff": lambda at, by: at.settings.staff.add(at.person(by), "ben", "Ben", Role.SPECIALIST),
    "leaving": lambda at, by: at.settings.staff.leaving(at.person(by), "rita"),
    "leave": lambda at, by: at.settings.staff.leave(at.person(by), "rita"),
    "come back": lambda at, by: at.settings.staff.come_back(at.person(by), "rita"),
}


@pytest.mark.parametrize("login", [login for login, role in STAFF.items() if role not in (Role.MANAGER, Role.OWNER)])
def test_settings_are_for_managers_and_owners(at: Settled, login: str) -> None:
    for name, change in CHANGES.items():
        assert (name, at.refused(change, at, login)) == (name, ("not_allowed", "by"))


@pytest.mark.parametrize("login", ["mark", "owner"])
def test_managers_and_owners_may_change_them(make_desk: DeskMaker, login: str) -> None:
    at = settled(make_desk())
    at.settings.categories.add(at.person(), None, "Pool", "泳池")
    for change in CHANGES.values():
        change(at, login)
