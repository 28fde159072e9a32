"""Offers above one's authority: asked for, approved, declined (domain.md 6, interfaces.md)."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.acts import APOLOGY, CLOSING, Story

OVER = ("over_authority", "amount")
NONE_WAITS = ("no_request", "case")
OWN = ("own_approval", "by")
LAW = [{"kind": "statutory_sum", "amount": "500.00", "law_card": "cpl-55"}]


def gift(amount: str) -> list[dict[str, str]]:
    return [{"kind": "gift", "amount": amount}]


def asked(story: Story, by: str, amount: str, **more: Any) -> str:
    """A case on which a gift of that sum waits for an approval."""
    number = story.opened("assessed")
    story.act("propose", number, by=by, remedies=gift(amount), ask=True, **more)
    return number


def requests(story: Story, number: str) -> list[tuple[Any, ...]]:
    told = ("by", "granted", "decided_by", "reason")
    return [tuple(request[name] for name in told) for request in story.case(number)["requests"]]


@pytest.mark.parametrize("stage", ["assessed", "investigating", "proposed"])
def test_what_is_asked_for_waits_and_the_state_stays(story: Story, stage: str) -> None:
    number = story.opened(stage)
    said = {"solution": "A new room.", "beyond_expectation": "With a view.", "prevention": "Checked weekly."}
    offer = [{"kind": "refund_part", "amount": "300.01", "note": "one night"}, *APOLOGY]
    story.act("propose", number, by="rita", remedies=offer, ask=True, **said)
    case = story.case(number)
    assert (case["state"], case["compensation"], case["solution"]) == (stage, "0.00", "")
    (request,) = case["requests"]
    assert {name: request[name] for name in said} == said
    assert request["remedies"] == [
        {"kind": "refund_part", "amount": "300.01", "note": "one night", "law_card": ""},
        {"kind": "spoken_apology", "amount": "0.00", "note": "", "law_card": ""},
    ]
    assert (request["by"], request["at"], request["granted"]) == ("rita", story.local(story.at), None)
    assert (request["replaces"], request["decided_at"], request["decided_by"]) == (False, None, None)
    assert case["history"][-1]["act"] == "ask_approval"


def test_without_asking_it_is_refused(story: Story) -> None:
    number = story.opened("assessed")
    assert story.refused("propose", number, by="rita", remedies=gift("200.01")) == OVER
    assert story.refused("propose", number, by="rita", remedies=gift("200.01"), ask=False) == OVER


def test_what_is_within_authority_needs_no_asking(story: Story) -> None:
    number = asked(story, "rita", "200.00")
    case = story.case(number)
    assert (case["state"], case["compensation"], case["requests"]) == ("proposed", "200.00", [])


@pytest.mark.parametrize("by", ["rita", "sam"])
def test_what_cannot_be_offered_at_all_cannot_be_asked_for(story: Story, by: str) -> None:
    number = story.opened("assessed")
    law = [{"kind": "statutory_sum", "amount": "500.00"}]
    assert story.refused("propose", number, by=by, remedies=law, ask=True) == ("law_card_missing", "law_card")
    assert story.refused("propose", number, by=by, remedies=[], ask=True) == ("no_remedy", "remedies")


def test_an_approval_gives_what_was_asked_for(story: Story) -> None:
    said = {"solution": "A new room.", "prevention": "Checked weekly."}
    number = asked(story, "rita", "300.00", **said)
    story.wait(minutes=5)
    story.act("approve", number, by="sam", reason="As last time.")
    case = story.case(number)
    assert (case["state"], case["compensation"]) == ("proposed", "300.00")
    assert {name: case[name] for name in said} == said
    assert [(r["amount"], r["by"], r["at"]) for r in case["remedies"]] == [("300.00", "sam", story.local(story.at))]
    assert requests(story, number) == [("rita", True, "sam", "As last time.")]
    changes = {c["field"]: c["after"] for c in case["history"][-1]["changes"]}
    assert (changes["asked_by"], changes["reason"]) == ("rita", "As last time.")


def test_a_decline_gives_nothing_and_the_case_goes_on(story: Story) -> None:
    number = asked(story, "rita", "300.00")
    story.act("decline", number, by="sam", reason="Too much.")
    case = story.case(number)
    assert (case["state"], case["compensation"], case["remedies"]) == ("assessed", "0.00", [])
    assert requests(story, number) == [("rita", False, "sam", "Too much.")]
    story.act("propose", number, by="rita", remedies=gift("200.00"))


@pytest.mark.parametrize("act", ["approve", "decline"])
def test_nobody_decides_on_their_own_request(story: Story, act: str) -> None:
    for by, amount in (("sam", "1000.01"), ("mark", "5000.01")):
        assert story.refused(act, asked(story, by, amount), by=by) == OWN


@pytest.mark.parametrize("act", ["approve", "decline"])
def test_a_decision_belongs_to_somebody_with_the_authority(story: Story, act: str) -> None:
    number = asked(story, "rita", "1000.01")
    assert story.refused(act, number, by="sam") == OVER
    assert story.refused(act, number, by="rita") == ("not_allowed", "by")
    story.act(act, number, by="mark")
    above = asked(story, "sam", "5000.01")
    assert story.refused(act, above, by="mark") == OVER
    story.act(act, above, by="owner")


@pytest.mark.parametrize("act", ["approve", "decline"])
def test_a_request_is_decided_once(story: Story, act: str) -> None:
    number = asked(story, "rita", "300.00")
    story.act(act, number, by="sam")
    assert story.refused("approve", number, by="sam") == NONE_WAITS
    assert story.refused("decline", number, by="mark") == NONE_WAITS


def test_the_oldest_request_is_decided_first(story: Story) -> None:
    number = asked(story, "rita", "300.00")
    story.act("propose", number, by="rita", remedies=gift("400.00"), ask=True)
    story.act("decline", number, by="sam")
    assert story.case(number)["compensation"] == "0.00"
    story.act("approve", number, by="sam")
    assert story.case(number)["compensation"] == "400.00"
    assert [granted for _, granted, *_ in requests(story, number)] == [False, True]


def test_a_request_counts_for_nobody_until_it_is_approved(story: Story) -> None:
    number = asked(story, "rita", "900.00")
    story.act("propose", number, by="rita", remedies=gift("200.00"))
    # 200 stand on the case now, so the specialist's 1,000 don't reach any more.
    assert story.refused("approve", number, by="sam") == OVER
    story.act("propose", number, by="rita", remedies=gift("100.00"), replaces=True)
    story.act("approve", number, by="sam")
    assert story.case(number)["compensation"] == "1000.00"
    assert story.refused("propose", number, by="rita", remedies=gift("0.01")) == OVER


def test_an_approval_weighs_on_the_month_of_whoever_gave_it(story: Story) -> None:
    story.at = datetime(2026, 11, 30, 15, 59, tzinfo=UTC)  # 23:59 on the last of the month, at the site
    for _ in range(10):
        story.act("approve", asked(story, "rita", "1000.00"), by="sam")
    number = asked(story, "rita", "300.00")
    assert story.refused("approve", number, by="sam") == OVER
    story.act("propose", story.opened("assessed"), by="rita", remedies=gift("200.00"))  # her own month is untouched
    story.wait(minutes=1)
    story.act("approve", number, by="sam")


def test_a_month_that_is_used_up_can_be_asked_over(story: Story) -> None:
    for _ in range(10):
        story.act("propose", story.opened("assessed"), by="rita", remedies=gift("200.00"))
    number = asked(story, "rita", "1.00")
    assert story.state(number) == "assessed"
    story.act("approve", number, by="sam")
    assert story.case(number)["compensation"] == "1.00"


def test_a_request_that_replaces_takes_back_when_it_is_approved(story: Story) -> None:
    number = story.opened("assessed")
    story.act("propose", number, by="rita", remedies=gift("150.00"))
    story.act("propose", number, by="rita", remedies=gift("1000.00"), replaces=True, ask=True)
    assert story.case(number)["compensation"] == "150.00"
    story.act("approve", number, by="sam")
    case = story.case(number)
    assert case["compensation"] == "1000.00"
    assert [(r["amount"], r["taken_back_at"] is not None) for r in case["remedies"]] == [
        ("150.00", True),
        ("1000.00", False),
    ]


def test_a_sum_that_the_law_sets_is_approved_by_a_manager_whatever_it_comes_to(story: Story) -> None:
    number = story.opened("assessed")
    law = [LAW[0] | {"amount": "60000.00"}]
    assert story.refused("propose", number, by="sam", remedies=law) == ("statutory_needs_manager", "remedies")
    story.act("propose", number, by="rita", remedies=law, ask=True)
    for act in ("approve", "decline"):
        assert story.refused(act, number, by="sam") == ("statutory_needs_manager", "remedies")
    story.act("approve", number, by="mark")
    assert story.case(number)["compensation"] == "60000.00"


@pytest.mark.parametrize(("stage", "expected"), [("new", "wrong_state"), ("resolved", "wrong_state")])
def test_an_approval_needs_a_case_that_can_be_proposed(story: Story, stage: str, expected: str) -> None:
    assert story.refused("approve", story.opened(stage), by="owner") == (expected, "state")


def test_a_waiting_case_is_taken_up_before_its_request_is_approved(story: Story) -> None:
    number = asked(story, "rita", "300.00")
    story.act("wait", number, **{"for": "guest"})
    assert story.refused("approve", number, by="sam") == ("wrong_state", "state")
    story.act("resume", number)
    story.act("approve", number, by="sam")


def test_a_waiting_case_is_declined_as_it_stands(story: Story) -> None:
    number = asked(story, "rita", "300.00")
    story.act("wait", number, **{"for": "guest"})
    story.act("decline", number, by="sam")
    assert story.state(number) == "waiting_guest"


@pytest.mark.parametrize("act", ["approve", "decline"])
def test_a_reason_that_cannot_be_stored_decides_nothing(story: Story, act: str) -> None:
    number = asked(story, "rita", "300.00")
    assert story.refused(act, number, by="sam", reason="x" * (64 * 1024 + 1)) == ("too_long", "reason")


@pytest.mark.parametrize("amount", ["-1", "0", "0.00", "1e3", "1.234", "1,000", "９", " 1", "9" * 13, 5, True])
def test_a_sum_that_is_none_is_asked_for_by_nobody(story: Story, amount: object) -> None:
    remedies = [{"kind": "gift", "amount": amount}]
    refused = story.refused("propose", story.opened("assessed"), remedies=remedies, ask=True)
    assert refused == ("bad_amount", "amount")


#: act → how far the case is led before it, and what the act is given
ENDINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "withdraw": ("assessed", {"reason": "They changed their mind."}),
    "not_complaint": ("assessed", {"reason": "It was a question."}),
    "duplicate": ("assessed", {}),
    "close": ("resolved", CLOSING),
}


def ended(story: Story, act: str) -> str:
    """A case that ended by this act while an offer of Rita's waited."""
    stage, given = ENDINGS[act]
    number = asked(story, "rita", "300.00")
    if act == "duplicate":
        given = {"of": story.open(text="The first.")}
    if stage == "resolved":
        story.act("propose", number, by="rita", remedies=APOLOGY)
        story.act("resolve", number, told_by="phone", answer="accepted")
        story.act("survey", number, overall=4)
    story.act(act, number, by="mark", **given)
    return number


@pytest.mark.parametrize("act", ENDINGS)
def test_a_request_ends_with_its_case_and_the_history_tells_it(story: Story, act: str) -> None:
    number = ended(story, act)
    assert requests(story, number) == [("rita", False, "mark", "")]
    told, ending = story.case(number)["history"][-2:]
    assert (told["act"], ending["act"]) == ("request_ended", act)
    changes = {c["field"]: c["after"] for c in told["changes"]}
    assert changes == {"remedies": [["gift", 30_000]], "asked_by": "rita", "ended_with": act}
    assert story.case(number)["compensation"] == "0.00"
    assert story.desk.health.verify().ok


@pytest.mark.parametrize("act", ENDINGS)
def test_taking_back_the_end_of_a_case_brings_its_request_back(story: Story, act: str) -> None:
    number = ended(story, act)
    story.desk.cases._now = lambda: story.at  # type: ignore[method-assign, assignment]  # undo is judged by the desk's clock
    story.desk.cases.undo(number, story.desk.staff.person("mark", "D1"))
    assert requests(story, number) == [("rita", None, None, "")]


def test_an_end_leaves_what_was_decided_before_as_it_was(story: Story) -> None:
    number = asked(story, "rita", "300.00")
    story.act("decline", number, by="sam", reason="Too much.")
    story.act("withdraw", number, by="mark", reason="They changed their mind.")
    assert requests(story, number) == [("rita", False, "sam", "Too much.")]
    assert "request_ended" not in [entry["act"] for entry in story.case(number)["history"]]
