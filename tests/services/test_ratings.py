"""Score, band and due times as a workspace works them out (domain.md 4)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.support.acts import APOLOGY, MILD, Story

CHEN = {"guest": {"name": "Chen", "phone": "+86 138-0013-8000"}}


def points(story: Story, number: str) -> dict[str, int]:
    return {row["part"]: row["points"] for row in story.case(number)["points"]}


def band(story: Story, number: str) -> tuple[str, str]:
    case = story.case(number)
    return case["band"], case["band_rule"]


def test_from_the_opening_on_everything_follows_the_ratings_given_there(story: Story) -> None:
    number = story.open(severity=4, scope="site", emotion=4, time_pressure="now", flags=["vip", "vulnerable", "media"])
    assert points(story, number) == {
        "severity": 40,
        "scope": 15,
        "emotion": 12,
        "time": 12,
        "exposure": 10,
        "vulnerable": 7,
    }
    assert story.case(number)["score"] == 96
    assert band(story, number) == ("P1", "points")


def test_points_above_a_hundred_are_capped_and_the_rows_still_add_up(story: Story) -> None:
    story.open(**CHEN, category="H01-1")
    worst = {"severity": 4, "scope": "site", "emotion": 4, "time_pressure": "now", "category": "H01-1"}
    case = story.case(story.open(**CHEN, **worst, flags=["regulator", "vulnerable"]))
    assert case["score"] == 100 == sum(row["points"] for row in case["points"])
    assert case["points"][-1] == {"part": "cap", "points": -4}


def test_the_channel_of_the_regulator_counts_as_the_flag(story: Story) -> None:
    number = story.open(channel="regulator", severity=1)
    assert points(story, number)["exposure"] == 10
    assert band(story, number) == ("P2", "floor:regulator")


@pytest.mark.parametrize("flag", ["vip", "vulnerable"])
def test_guest_and_flag_together_count_once(story: Story, flag: str) -> None:
    number = story.open(guest={"name": "Chen", "phone": "13800138000", flag: True}, flags=[flag])
    assert points(story, number)[flag] == {"vip": 4, "vulnerable": 7}[flag]


def test_a_known_guest_is_vip_without_being_told_again(story: Story) -> None:
    story.open(guest={"phone": "138 0013 8000", "vip": True})
    story.wait(days=200)
    assert points(story, story.open(guest={"phone": "+13800138000"}))["vip"] == 4


def test_two_complaints_of_a_guest_in_ninety_days_give_five_points(story: Story) -> None:
    first = story.open(**CHEN, category="H01-1")
    assert "repeat" not in points(story, first)
    assert points(story, story.open(**CHEN, category="H02-1"))["repeat"] == 5


@pytest.mark.parametrize(("apart", "given"), [(timedelta(days=90), 5), (timedelta(days=90, seconds=1), 0)])
def test_ninety_days_are_counted_to_the_second(story: Story, apart: timedelta, given: int) -> None:
    story.open(**CHEN)
    story.at += apart
    assert points(story, story.open(**CHEN)).get("repeat", 0) == given


def test_the_same_problem_still_open_gives_eight_however_long_ago(story: Story) -> None:
    story.open(**CHEN, category="H01-1")
    story.wait(days=200)
    assert points(story, story.open(**CHEN, category="H01-1"))["repeat"] == 8


def test_the_same_problem_that_was_solved_counts_like_any_other(story: Story) -> None:
    first = story.open(**CHEN, **MILD)
    story.act("settle", first, remedies=APOLOGY)
    assert points(story, story.open(**CHEN, **MILD))["repeat"] == 5


def test_the_same_level_1_is_not_the_same_problem(story: Story) -> None:
    story.open(**CHEN, category="H01")
    assert points(story, story.open(**CHEN, category="H01"))["repeat"] == 5


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"phone": "+86 138-0013-8000"}, {"phone": "0086 138 0013 8000"}, True),
        ({"phone": "１３８００１３８０００"}, {"phone": "13800138000"}, True),
        ({"phone": "13800138000"}, {"phone": "13800138001"}, False),
        ({"email": "Chen@Example.com"}, {"email": " chen@example.com"}, True),
        ({"name": "Chen"}, {"name": "Chen"}, False),  # a name alone only suggests
        ({"phone": "8012"}, {"phone": "8012"}, False),  # an extension identifies nobody
        ({"phone": "13800138000", "email": "a@x.cn"}, {"email": "a@x.cn"}, True),
        ({"phone": "13800138000", "email": "a@x.cn"}, {"phone": "13800138000", "email": "b@x.cn"}, True),
    ],
)
def test_the_same_phone_digits_or_email_are_the_same_guest(
    story: Story, one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    story.open(guest=one)
    assert ("repeat" in points(story, story.open(guest=other))) is same


def test_an_anonymous_complaint_is_nobodys(story: Story) -> None:
    story.open(**CHEN)
    assert "repeat" not in points(story, story.open(anonymous=True, **CHEN))


@pytest.mark.parametrize("how", ["duplicate", "not_complaint", "withdraw", "enquiry"])
def test_what_was_no_complaint_does_not_count_as_a_repeat(story: Story, how: str) -> None:
    original = story.open()
    first = story.open(**CHEN, type="enquiry" if how == "enquiry" else "complaint")
    if how == "duplicate":
        story.act(how, first, of=original)
    elif how != "enquiry":
        story.act(how, first, reason="So it was.")
    counted = "repeat" in points(story, story.open(**CHEN))
    assert counted is (how == "withdraw")  # a complaint that was taken back was one


def test_a_case_rated_anew_looks_back_from_its_own_received_time(story: Story) -> None:
    early = story.lead(story.open(**CHEN), "acknowledged")
    story.wait(minutes=5)
    story.open(**CHEN)
    story.act("assess", early, **MILD)
    assert "repeat" not in points(story, early)


def test_assess_needs_what_assessed_needs_and_confirms_the_intakes(story: Story) -> None:
    number = story.lead(story.open(category="H01-1", severity=3, scope="party", time_pressure="now"), "acknowledged")
    assert story.refused("assess", number) == ("incomplete_assessment", "emotion")
    assert story.refused("assess", number, emotion=1, category="H01") == ("incomplete_assessment", "category")
    story.act("assess", number, emotion=1, cause="A valve.", impact="No sleep.", nature="equipment")
    case = story.case(number)
    kept = ("category", "severity", "scope", "emotion", "time_pressure", "cause", "impact", "nature", "state")
    assert [case[name] for name in kept] == [
        "H01-1",
        3,
        "party",
        1,
        "now",
        "A valve.",
        "No sleep.",
        "equipment",
        "assessed",
    ]
    assert case["intake"]["emotion"] is None  # what was rated at intake is kept beside


def test_flags_in_assess_replace_those_held(story: Story) -> None:
    number = story.open(flags=["fire", "vip"], **MILD)
    story.lead(number, "acknowledged")
    story.act("assess", number)
    assert story.case(number)["flags"] == ["fire", "vip"]
    story.act("assess", number, flags=["public_post"])
    assert story.case(number)["flags"] == ["public_post"]
    assert band(story, number) == ("P3", "points")
    story.act("assess", number, flags=[])
    assert story.case(number)["flags"] == []


@pytest.mark.parametrize("state", ["assessed", "investigating", "proposed"])
def test_a_later_assessment_rates_anew_and_the_state_stays(story: Story, state: str) -> None:
    number = story.opened(state)
    story.act("assess", number, severity=4, scope="site", emotion=4)
    case = story.case(number)
    assert (case["state"], case["band"]) == (state, "P2")
    assert case["resolve_due"] == story.local(story.at + timedelta(hours=8))


def test_a_change_of_band_counts_both_due_times_anew_from_the_received_time(story: Story) -> None:
    number = story.open(**MILD)
    received = story.at
    story.wait(minutes=50)
    story.act("override", number, band="P3", reason="A long story.")
    case = story.case(number)
    assert case["respond_due"] == story.local(received + timedelta(hours=1))
    assert case["resolve_due"] == story.local(received + timedelta(hours=24))
    story.act("override", number, band="P1", reason="Worse.")
    case = story.case(number)
    assert case["respond_due"] == story.local(received + timedelta(minutes=10))
    assert case["late"] is True


def test_an_override_goes_below_a_floor_and_stays_through_a_new_assessment(story: Story) -> None:
    number = story.opened("assessed", flags=["injury"])
    assert band(story, number) == ("P1", "floor:injury")
    story.act("override", number, band="P3", reason="A scratch.")
    assert band(story, number) == ("P3", "override")
    story.act("assess", number, severity=4, emotion=4)
    assert band(story, number) == ("P3", "override")


def test_an_override_needs_a_reason(story: Story) -> None:
    number = story.open()
    assert story.refused("override", number, band="P1", reason=" ") == ("reason_missing", "reason")
    assert story.refused("override", number, band="P1") == ("reason_missing", "reason")
    assert story.refused("override", number, reason="a") == ("missing", "band")
    assert story.refused("override", number, band="P5", reason="a") == ("bad_value", "band")


def test_taking_and_handing_over_change_no_due_time(story: Story) -> None:
    number = story.open(severity=3)
    before = story.case(number)
    story.wait(minutes=30)
    story.act("take", number, by="rita")
    story.act("hand_over", number, to="sam", department="Engineering")
    after = story.case(number)
    for name in ("respond_due", "resolve_due", "next_due", "band", "score"):
        assert after[name] == before[name]
    assert (after["owner"], after["department"], after["handed_over"]) == ("sam", "Engineering", True)


def test_new_targets_hold_for_what_is_opened_or_rated_from_then_on(story: Story) -> None:
    old = story.open(severity=3)
    story.act("targets", targets={"P3": {"respond_min": 5}})
    new = story.open(severity=3)
    assert story.case(old)["respond_due"] == story.local(story.at + timedelta(minutes=60))
    assert story.case(new)["respond_due"] == story.local(story.at + timedelta(minutes=5))
    assert story.case(new)["resolve_due"] == story.local(story.at + timedelta(hours=24))
    story.act("override", old, band="P3", reason="No rating: the old targets.")
    assert story.case(old)["respond_due"] == story.local(story.at + timedelta(minutes=60))
    story.lead(old, "acknowledged")
    story.act("assess", old, category="H01-1", scope="one", emotion=0)
    assert story.case(old)["respond_due"] == story.local(story.at + timedelta(minutes=5))


def test_the_effective_band_is_one_higher_for_as_long_as_the_case_is_late(story: Story) -> None:
    number = story.open(severity=3)
    for minutes, late, effective in ((60, False, "P3"), (60 + 1 / 60, True, "P2")):
        at = story.at + timedelta(minutes=minutes)
        case = story.desk.reader.document(number, at)
        assert (case["late"], case["effective_band"], case["band"]) == (late, effective, "P3")
    story.wait(hours=2)
    story.lead(number, "acknowledged")
    case = story.case(number)
    assert (case["late"], case["effective_band"]) == (False, "P3")
    assert case["next_due"] == case["resolve_due"]


def test_a_type_changed_later_counts_from_the_received_time(story: Story) -> None:
    received = story.at
    number = story.open(type="enquiry", severity=4, flags=["fire"])
    story.wait(minutes=5)
    story.lead(number, "acknowledged")
    story.act("assess", number, type="complaint", **{**MILD, "severity": 4})
    case = story.case(number)
    assert (case["type"], case["band"], case["band_rule"]) == ("complaint", "P1", "floor:fire")
    assert case["resolve_due"] == story.local(received + timedelta(hours=2))
    story.act("assess", number, type="suggestion")
    assert band(story, number) == ("P4", "points")
