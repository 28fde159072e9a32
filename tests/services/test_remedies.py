"""What is offered, and whether the person may give it (domain.md 6)."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.acts import APOLOGY, MILD, Story
from tests.support.staffed import DeskMaker

OVER = ("over_authority", "amount")


def sums(*amounts: str, kind: str = "refund_part") -> list[dict[str, str]]:
    return [{"kind": kind, "amount": amount} for amount in amounts]


def test_an_offer_moves_the_case_and_keeps_what_was_said(story: Story) -> None:
    number = story.opened("assessed")
    offer = {"solution": "A new room.", "beyond_expectation": "With a view.", "prevention": "Checked weekly."}
    remedies = [{"kind": "room_move"}, {"kind": "voucher", "amount": "128", "note": "for the bar"}]
    story.act("propose", number, by="rita", remedies=remedies, **offer)
    case = story.case(number)
    assert (case["state"], case["compensation"]) == ("proposed", "128.00")
    assert {name: case[name] for name in offer} == offer
    assert [(r["kind"], r["amount"], r["note"], r["by"], r["taken_back_at"]) for r in case["remedies"]] == [
        ("room_move", "0.00", "", "rita", None),
        ("voucher", "128.00", "for the bar", "rita", None),
    ]


def test_a_proposal_needs_a_remedy(story: Story) -> None:
    number = story.opened("assessed")
    assert story.refused("propose", number) == ("missing", "remedies")
    assert story.refused("propose", number, remedies=[]) == ("no_remedy", "remedies")


@pytest.mark.parametrize(
    ("by", "highest"), [("rita", "200.00"), ("sam", "1000.00"), ("mark", "5000.00"), ("owner", "999999999999.00")]
)
def test_on_the_limit_per_case_is_within_it_and_a_fen_more_is_not(story: Story, by: str, highest: str) -> None:
    number = story.opened("assessed")
    if by != "owner":
        above = highest[:-1] + "1"
        assert story.refused("propose", number, by=by, remedies=sums(above)) == OVER
        assert story.refused("propose", number, by=by, remedies=sums(highest, "0.01")) == OVER
    story.act("propose", number, by=by, remedies=sums(highest))
    assert story.case(number)["compensation"] == highest


def test_per_case_counts_what_everybody_gave_on_it(story: Story) -> None:
    number = story.opened("assessed")
    story.act("propose", number, by="sam", remedies=sums("150.00"))
    assert story.refused("propose", number, by="rita", remedies=sums("50.01")) == OVER
    story.act("propose", number, by="rita", remedies=sums("50.00"))
    assert story.case(number)["compensation"] == "200.00"
    story.act("propose", number, by="rita", remedies=APOLOGY)  # what costs nothing is always within


def test_a_proposal_adds_and_replaces_takes_back(story: Story) -> None:
    number = story.opened("assessed")
    story.act("propose", number, by="rita", remedies=sums("150.00"))
    assert story.refused("propose", number, by="rita", remedies=sums("200.00")) == OVER
    story.wait(minutes=5)
    story.act("propose", number, by="rita", remedies=sums("200.00"), replaces=True)
    case = story.case(number)
    assert case["compensation"] == "200.00"
    assert [(r["amount"], r["taken_back_at"]) for r in case["remedies"]] == [
        ("150.00", story.local(story.at)),
        ("200.00", None),
    ]


def test_a_refused_replacement_takes_nothing_back(story: Story) -> None:
    number = story.opened("assessed")
    story.act("propose", number, by="rita", remedies=sums("150.00"))
    assert story.refused("propose", number, by="rita", remedies=sums("200.01"), replaces=True) == OVER
    assert story.case(number)["compensation"] == "150.00"


def test_what_was_given_already_is_not_taken_back(story: Story) -> None:
    """After a reopening the first offer is in the guest's hands."""
    number = story.opened("assessed")
    story.act("propose", number, by="rita", remedies=sums("150.00"))
    story.lead(number, "resolved", since="proposed")
    story.wait(days=1)
    story.act("reopen", number, reason="Again.")
    assert story.refused("propose", number, by="rita", remedies=sums("50.01"), replaces=True) == OVER
    story.act("propose", number, by="rita", remedies=sums("50.00"), replaces=True)
    case = story.case(number)
    assert case["compensation"] == "200.00"
    assert [r["taken_back_at"] for r in case["remedies"]] == [None, None]
    story.act("propose", number, by="rita", remedies=sums("20.00"), replaces=True)
    assert story.case(number)["compensation"] == "170.00"


def test_an_offer_that_was_turned_down_for_good_was_never_given(story: Story) -> None:
    number = story.opened("assessed")
    story.act("propose", number, by="rita", remedies=sums("150.00"))
    story.act("resolve", number, told_by="phone", answer="rejected")
    story.act("reopen", number, reason="They think again.")
    story.act("propose", number, by="rita", remedies=sums("200.00"), replaces=True)
    assert story.case(number)["compensation"] == "200.00"


def test_per_month_counts_what_a_person_gave_in_the_local_month(story: Story) -> None:
    story.at = datetime(2026, 11, 30, 15, 59, tzinfo=UTC)  # 23:59 on the last of the month, at the site
    for _ in range(10):
        story.act("propose", story.opened("assessed"), by="rita", remedies=sums("200.00"))
    number = story.opened("assessed")
    assert story.refused("propose", number, by="rita", remedies=sums("0.01")) == OVER
    story.act("propose", story.opened("assessed"), by="sam", remedies=sums("200.00"))  # everyone has their own
    story.wait(seconds=59)
    assert story.refused("propose", number, by="rita", remedies=sums("0.01")) == OVER
    story.wait(seconds=1)
    story.act("propose", number, by="rita", remedies=sums("200.00"))


@pytest.mark.parametrize(
    ("zone", "edge"),
    [
        ("America/New_York", datetime(2026, 12, 1, 5, tzinfo=UTC)),
        ("Pacific/Kiritimati", datetime(2026, 11, 30, 10, tzinfo=UTC)),
        ("Europe/London", datetime(2026, 11, 1, 0, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 9, 30, 13, 30, tzinfo=UTC)),
    ],
)
def test_the_month_ends_by_the_sites_own_clock(make_desk: DeskMaker, zone: str, edge: datetime) -> None:
    story = Story(make_desk(zone=zone), at=edge)
    story.wait(seconds=-1)
    for _ in range(10):
        story.act("propose", story.opened("assessed"), by="rita", remedies=sums("200.00"))
    number = story.opened("assessed")
    assert story.refused("propose", number, by="rita", remedies=sums("0.01")) == OVER
    story.wait(seconds=1)
    story.act("propose", number, by="rita", remedies=sums("200.00"))


def test_what_was_taken_back_frees_the_month(story: Story) -> None:
    numbers = [story.opened("assessed") for _ in range(10)]
    for number in numbers:
        story.act("propose", number, by="rita", remedies=sums("200.00"))
    story.act("propose", numbers[0], by="rita", remedies=sums("150.00"), replaces=True)
    story.act("propose", story.opened("assessed"), by="rita", remedies=sums("50.00"))
    assert story.refused("propose", story.opened("assessed"), by="rita", remedies=sums("0.01")) == OVER


def test_a_manager_has_no_limit_per_month(story: Story) -> None:
    for _ in range(3):
        story.act("propose", story.opened("assessed"), by="mark", remedies=sums("5000.00"))


def test_settling_meets_the_same_authority(story: Story) -> None:
    number = story.open()
    assert story.refused("settle", number, by="rita", remedies=sums("200.01"), **MILD) == OVER
    assert story.state(number) == "new"
    story.act("settle", number, by="rita", remedies=sums("200.00"), **MILD)


@pytest.mark.parametrize(
    ("remedy", "expected"),
    [
        ({"kind": "gift", "note": "\0"}, ("bad_characters", "remedies.note")),
        ({"kind": "gift", "note": "x" * (64 * 1024 + 1)}, ("too_long", "note")),
        ({"kind": "gift", "law_card": "x" * 1_001}, ("too_long", "law_card")),
        ({"kind": "statutory_sum", "amount": "500.00", "law_card": "cpl-55"}, ("statutory_needs_manager", "remedies")),
        ({"kind": "statutory_sum", "amount": "500.00"}, ("law_card_missing", "law_card")),
        ({"kind": "statutory_sum", "amount": "500.00", "law_card": " "}, ("law_card_missing", "law_card")),
    ],
)
def test_a_remedy_that_cannot_stand_is_refused(story: Story, remedy: dict[str, Any], expected: tuple[str, str]) -> None:
    number = story.opened("assessed")
    assert story.refused("propose", number, by="sam", remedies=[remedy]) == expected


def test_a_sum_that_the_law_sets_passes_the_goodwill_limits_but_needs_a_manager_and_its_card(story: Story) -> None:
    number = story.opened("assessed")
    law = {"kind": "statutory_sum", "amount": "60000.00", "law_card": "fsl-148"}
    story.act("propose", number, by="mark", remedies=[law])
    assert story.case(number)["compensation"] == "60000.00"
    story.act("propose", number, by="mark", remedies=sums("5000.00"))  # goodwill has its own limit, untouched
    assert story.refused("propose", number, by="mark", remedies=sums("0.01")) == OVER
    assert story.case(number)["compensation"] == "65000.00"


def test_many_small_sums_add_up_exactly(story: Story) -> None:
    number = story.opened("assessed")
    for _ in range(20):
        story.act("propose", number, by="rita", remedies=sums(*["0.10"] * 50))
    assert story.case(number)["compensation"] == "100.00"
    story.act("propose", number, by="rita", remedies=sums("100.00"))
    assert story.refused("propose", number, by="rita", remedies=sums("0.01")) == OVER
