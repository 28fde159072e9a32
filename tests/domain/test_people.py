"""The role × act table of trust.md, as a decision; tests/services/test_role_table.py performs it."""

import pytest

from desktop.domain.kinds import Band, Role
from desktop.domain.people import Person, Right, check_right, is_higher, leads, right_to
from desktop.errors import UserError

#: What no act of a file of acts covers: who may see, set up and carry out (trust.md, People).
BEYOND_CASES = {
    "settings": "manager owner",
    "import": "manager owner",
    "export_names": "manager owner",
    "erase": "manager owner",
    "restricted": "manager owner",
    "guest": "receptionist specialist manager owner",
    "merge_guests": "specialist manager owner",
    "private_notes": "specialist manager owner",
    "figures": "manager owner analyst",
    "export_anonymous": "manager owner analyst",
    "backup_keys": "owner",
    "restore": "owner",
    "read_cases": "receptionist specialist manager owner",
}


def person(role: Role, desk: str = "D1") -> Person:
    return Person(1, role.value, role.value.title(), role, desk)


def refusal_of(act: str, role: Role, **given: object) -> tuple[str, str] | None:
    try:
        check_right(act, person(role), **given)  # type: ignore[arg-type]
    except UserError as refusal:
        return refusal.code, refusal.field
    return None


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", BEYOND_CASES)
def test_what_is_not_about_one_case_belongs_to_its_roles(act: str, role: Role) -> None:
    expected = None if role.value in BEYOND_CASES[act].split() else ("not_allowed", "by")
    assert refusal_of(act, role) == expected


@pytest.mark.parametrize("role", Role)
def test_an_act_that_is_in_no_table_is_nobodys(role: Role) -> None:
    assert right_to("dance", role) is Right.NO
    assert refusal_of("dance", role) == ("not_allowed", "by")


def test_a_receptionist_acts_on_cases_of_the_own_desk_only() -> None:
    assert refusal_of("note", Role.RECEPTIONIST, desk="D1") is None
    assert refusal_of("note", Role.RECEPTIONIST, desk="D2") == ("not_own_desk", "by")


@pytest.mark.parametrize(
    ("act", "role", "last_allowed"),
    [
        ("resolve", Role.RECEPTIONIST, Band.P2),
        ("withdraw", Role.RECEPTIONIST, Band.P2),
        ("settle", Role.RECEPTIONIST, Band.P2),
        ("close", Role.SPECIALIST, Band.P3),
        ("close", Role.MANAGER, Band.P1),
        ("resolve", Role.SPECIALIST, Band.P1),
    ],
)
def test_some_rights_end_at_a_band(act: str, role: Role, last_allowed: Band) -> None:
    for band in Band:
        expected = None if band >= last_allowed else ("not_for_role_at_band", "by")
        assert refusal_of(act, role, desk="D1", band=band) == expected


def test_managers_and_owners_lead() -> None:
    assert {role for role in Role if leads(role)} == {Role.MANAGER, Role.OWNER}


def test_the_ladder_runs_from_the_counter_to_the_owner() -> None:
    ladder = [Role.ANALYST, Role.RECEPTIONIST, Role.SPECIALIST, Role.MANAGER, Role.OWNER]
    for place, role in enumerate(ladder):
        assert [is_higher(role, than) for than in ladder] == [i < place for i in range(len(ladder))]
