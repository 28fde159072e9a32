"""Acts on the staff list and on the rules (interfaces.md, Acts)."""

from typing import Any

import pytest

from desktop.errors import UserError
from tests.support.acts import MILD, Story
from tests.support.staffed import STAFF

BEN: dict[str, Any] = {"login": "ben", "name": "Ben", "role": "receptionist"}


def roles(story: Story) -> dict[str, str]:
    return {row.login: row.role.value for row in story.desk.staff.people()}


def test_a_new_colleague_may_act_at_once_and_has_no_pin(story: Story) -> None:
    story.act("staff", **BEN, department="Front office")
    (ben,) = (row for row in story.desk.staff.people() if row.login == "ben")
    assert (ben.name, ben.role, ben.department, ben.has_pin) == ("Ben", "receptionist", "Front office", False)
    story.open(by="ben")


def test_a_known_login_is_changed_and_not_doubled(story: Story) -> None:
    story.act("staff", login="RITA", name="Rita Rossi", role="specialist", department="Bar")
    (rita,) = (row for row in story.desk.staff.people() if row.login == "rita")
    assert (rita.name, rita.role, rita.department) == ("Rita Rossi", "specialist", "Bar")
    assert len(story.desk.staff.people()) == len(STAFF)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"login": ""}, ("missing", "login")),
        ({"login": None}, ("missing", "login")),
        ({"login": "two words"}, ("login_bad", "login")),
        ({"login": "a/b"}, ("login_bad", "login")),
        ({"login": "<b>"}, ("login_bad", "login")),
        ({"login": "x" * 65}, ("login_bad", "login")),
        ({"login": "\u202e"}, ("missing", "login")),
        ({"login": "\u202eben"}, ("login_bad", "login")),
        ({"login": "\u0301"}, ("login_bad", "login")),
        ({"login": "a\x7f"}, ("login_bad", "login")),
        ({"login": "a\0"}, ("bad_characters", "login")),
        ({"name": ""}, ("missing", "name")),
        ({"name": " \u200b"}, ("missing", "name")),
        ({"name": "x" * 1_001}, ("too_long", "name")),
        ({"name": "\ud800"}, ("bad_characters", "name")),
        ({"role": None}, ("missing", "role")),
        ({"role": "boss"}, ("bad_value", "role")),
        ({"department": "\0"}, ("bad_characters", "department")),
        ({"pin": "123456"}, ("unknown_field", "pin")),
    ],
)
def test_a_colleague_needs_a_login_a_name_and_a_role(
    story: Story, change: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert story.refused("staff", by="owner", **{**BEN, **change}) == expected


@pytest.mark.parametrize("login", ["ben", "李雷", "b.e-n_7@desk", "x" * 64, "1001"])
def test_a_login_is_any_one_word(story: Story, login: str) -> None:
    story.act("staff", **{**BEN, "login": login})
    story.open(by=login)


def test_a_login_may_be_a_number_in_the_file(story: Story) -> None:
    story.act("staff", **{**BEN, "login": 1001})
    story.open(by="1001")


def test_only_an_owner_makes_or_changes_an_owner(story: Story) -> None:
    assert story.refused("staff", by="mark", **{**BEN, "role": "owner"}) == ("not_allowed", "role")
    assert story.refused("staff", by="mark", login="mark", name="M", role="owner") == ("not_allowed", "role")
    assert story.refused("staff", by="mark", login="owner", name="O", role="analyst") == ("not_allowed", "role")
    story.act("staff", by="owner", login="mark", name="Mark", role="owner")
    assert roles(story)["mark"] == "owner"


def test_the_last_owner_stays_one(story: Story) -> None:
    assert story.refused("staff", by="owner", login="owner", name="O", role="manager") == ("staff_last_owner", "role")
    story.act("staff", by="owner", login="mark", name="Mark", role="owner")
    story.act("staff", by="owner", login="owner", name="O", role="manager")
    assert roles(story)["owner"] == "manager"


def test_a_new_role_holds_from_the_next_act_on(story: Story) -> None:
    number = story.open()
    story.act("staff", login="rita", name="Rita", role="analyst")
    assert story.refused("take", number, by="rita") == ("not_allowed", "by")


@pytest.mark.parametrize(
    ("act", "fields", "expected"),
    [
        ("calendar", {"intervals": {}}, ("calendar_never_open", "intervals")),
        ("calendar", {"intervals": {"mon": ["9-5"]}}, None),
        ("calendar", {"intervals": []}, None),
        ("calendar", {"intervals": {"mon": ["09:00-18:00"]}, "extra": {"2026-13-01": ["09:00-10:00"]}}, None),
        ("targets", {"targets": {"P5": {"respond_min": 1}}}, ("unknown_field", "targets.P5")),
        ("targets", {"targets": {"P3": {"respond_min": 0}}}, ("bad_minutes", "targets.P3.respond_min")),
        ("targets", {"targets": {"P3": {"respond_min": 10**400}}}, ("bad_minutes", "targets.P3.respond_min")),
        ("targets", {"targets": {"P3": {"respond_min": 1.5}}}, ("bad_minutes", "targets.P3.respond_min")),
        ("targets", {}, ("missing", "targets")),
        ("shifts", {"shifts": []}, ("shifts_empty", "shifts")),
        ("authority", {}, ("missing", "authority")),
        ("authority", {"authority": []}, ("bad_value", "authority")),
        ("authority", {"authority": {"chef": {"case": "1"}}}, ("unknown_field", "authority.chef")),
        ("authority", {"authority": {"manager": "1"}}, ("bad_value", "authority.manager")),
        ("authority", {"authority": {"manager": {"year": "1"}}}, ("unknown_field", "authority.manager.year")),
        ("authority", {"authority": {"manager": {"case": "-1"}}}, ("bad_amount", "authority.manager.case")),
        ("authority", {"authority": {"manager": {"case": "1.001"}}}, ("bad_amount", "authority.manager.case")),
        ("authority", {"authority": {"manager": {"month": 5}}}, ("bad_amount", "authority.manager.month")),
        ("authority", {"authority": {"manager": {"month": "9" * 13}}}, ("bad_amount", "authority.manager.month")),
        ("shifts", {"shifts": [{"code": "a\ud800", "name": "a", "from": "07:00", "to": "15:00"}]}, None),
    ],
)
def test_rules_that_make_no_sense_are_refused(
    story: Story, act: str, fields: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    refused = story.refused(act, **fields)
    if expected:
        assert refused == expected


def test_new_hours_and_shifts_hold_for_what_is_opened_from_then_on(story: Story) -> None:
    old = story.open(**MILD)
    story.act("calendar", intervals={"fri": ["09:00-12:00"]})
    story.act("shifts", shifts=[{"code": "long", "name": "Long", "from": "06:00", "to": "06:00"}])
    new = story.open(**MILD)
    assert (story.case(old)["respond_due"], story.case(old)["shift"]) == ("2026-11-20T01:42:00+08:00", "evening")
    assert (story.case(new)["respond_due"], story.case(new)["shift"]) == ("2026-11-27T10:00:00+08:00", "long")


def test_targets_that_are_left_out_stay(story: Story) -> None:
    story.act("targets", targets={"P4": {"respond_min": 7}})
    story.act("targets", targets={"P4": {"resolve_min": 9}, "P2": {"respond_min": 1}})
    case = story.case(story.open())
    assert (case["respond_due"], case["resolve_due"]) == ("2026-11-19T21:49:00+08:00", "2026-11-19T21:51:00+08:00")


def propose(story: Story, by: str, amount: str) -> str | None:
    """The code with which a gift of that sum on a new case is refused, or None."""
    number, remedies = story.opened("assessed"), [{"kind": "gift", "amount": amount}]
    try:
        story.act("propose", number, by=by, remedies=remedies)
    except UserError as refused:
        return refused.code
    return None


def test_new_authority_holds_from_the_next_offer_on(story: Story) -> None:
    assert propose(story, "rita", "200.01") == "over_authority"
    story.act("authority", authority={"receptionist": {"case": "200.01"}})
    assert propose(story, "rita", "200.01") is None
    assert propose(story, "rita", "200.02") == "over_authority"
    story.act("authority", authority={"receptionist": {"case": "0"}})
    assert propose(story, "rita", "0.01") == "over_authority"


def test_authority_that_is_left_out_stays_and_null_is_no_limit(story: Story) -> None:
    story.act("authority", authority={"receptionist": {"case": None}, "specialist": {"month": "1500.00"}})
    assert propose(story, "rita", "1999.99") is None
    assert propose(story, "rita", "0.02") == "over_authority"  # 2,000 a month stayed
    assert propose(story, "sam", "1000.01") == "over_authority"  # and 1,000 on a case
    assert [propose(story, "sam", amount) for amount in ("1000.00", "500.01", "500.00")] == [
        None,
        "over_authority",
        None,
    ]
    story.act("authority", authority={"receptionist": {}})
    story.act("authority", authority={"receptionist": {"month": None}})
    assert propose(story, "rita", "999999999999.99") is None


def test_what_was_given_before_counts_under_new_authority_too(story: Story) -> None:
    assert propose(story, "rita", "150.00") is None
    story.act("authority", authority={"receptionist": {"month": "200.00"}})
    assert propose(story, "rita", "50.01") == "over_authority"
    assert propose(story, "rita", "50.00") is None
