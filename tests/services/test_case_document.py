"""The whole case as one object (interfaces.md, What reading verbs give)."""

import json

import pytest

from desktop.errors import UserError
from tests.support.act_lines import WHOLE_ACTS
from tests.support.acts import Story
from tests.support.staffed import contents

ROW = [
    *("number", "rank", "band", "effective_band", "score", "points", "band_rule", "state", "respond_due"),
    *("resolve_due", "next_due", "late", "guest", "room", "category", "summary", "owner", "emotion", "received_at"),
]
MORE = [
    *(
        "first_response_at",
        "resolved_at",
        "closed_at",
        "reopened_at",
        "compensation",
        "outcome",
        "closure",
        "root_cause",
    ),
    *("lesson", "shift", "shift_date", "paused_minutes", "history", "tasks", "promises", "remedies", "survey"),
]


def whole_life(story: Story) -> str:
    """A case that went every way."""
    opening = {k: v for k, v in WHOLE_ACTS["open"].items() if k not in ("act", "by", "ref", "received_at", "reason")}
    number = story.act("open", **opening)
    story.lead(number, "proposed", since="acknowledged")
    story.act("confirm_facts", number, text="So it was.")
    story.act("contact", number, text="Rang.", medium="phone")
    story.act("propose", number, remedies=[{"kind": "gift", "amount": "10"}], replaces=True)
    story.act("resolve", number, by="owner", told_by="phone", answer="accepted", emotion_at_close=1)
    story.act("survey", number, overall=5)
    story.act("hand_over", story.open(), to="sam")
    return story.lead(number, "closed", since="resolved")


def test_the_document_has_every_key_that_is_promised(story: Story) -> None:
    asked = {*WHOLE_ACTS["open"], *WHOLE_ACTS["assess"]} - {"act", "by", "case", "ref"}
    for number in (story.open(), whole_life(story)):
        case = story.case(number)
        assert sorted({*ROW, *MORE, *asked} - set(case)) == []


def test_what_was_told_at_the_opening_is_found_again_under_the_same_name(story: Story) -> None:
    opening = {k: v for k, v in WHOLE_ACTS["open"].items() if k not in ("act", "by", "ref", "received_at", "reason")}
    case = story.case(story.act("open", **opening))
    assert {name: case[name] for name in opening} == opening


def test_the_document_is_plain_json(story: Story) -> None:
    case = story.case(whole_life(story))
    assert json.loads(json.dumps(case, ensure_ascii=False)) == case


def test_times_are_in_the_sites_zone_and_sums_are_decimal_strings(story: Story) -> None:
    case = story.case(whole_life(story))
    assert case["received_at"] == "2026-11-19T21:42:00+08:00"
    assert (case["problem_date"], case["shift_date"]) == ("2026-11-18", "2026-11-19")
    assert case["compensation"] == "10.00"
    assert [r["amount"] for r in case["remedies"]] == ["0.00", "10.00"]


def test_the_history_names_acts_in_the_order_in_which_they_were_done(story: Story) -> None:
    case = story.case(whole_life(story))
    assert [entry["act"] for entry in case["history"]] == [
        "open",
        "assess",
        "investigate",
        "propose",
        "confirm_facts",
        "contact",
        "propose",
        "resolve",
        "survey",
        "close",
    ]


def test_reading_changes_nothing(story: Story) -> None:
    number = whole_life(story)
    before = contents(story.desk.workspace.folder)
    story.case(number)
    story.desk.reader.view(number)
    story.desk.reader.queue_documents(story.at, 10)
    assert contents(story.desk.workspace.folder) == before


def test_a_case_is_asked_for_by_number_in_any_case(story: Story) -> None:
    number = story.open()
    assert story.case(f" {number.lower()} ")["number"] == number


@pytest.mark.parametrize("number", ["", "1", "HH-D1-20261119-0001", "\ud800", "a\0", "x" * 10_000])
def test_a_case_that_is_not_there_is_a_word_not_a_crash(story: Story, number: str) -> None:
    for ask in (lambda: story.case(number), lambda: story.desk.reader.view(number)):
        with pytest.raises(UserError) as refusal:
            ask()
        assert (refusal.value.code, refusal.value.field) == ("no_such_case", "case")


def test_the_view_for_the_screen_agrees_with_the_document(story: Story) -> None:
    number = whole_life(story)
    view, case = story.desk.reader.view(number), story.case(number)
    assert (view.row.number, view.row.state, view.text, view.place) == (number, "closed", case["text"], case["place"])
    assert sorted(view.flags) == case["flags"]
    assert [(r.kind, r.taken_back) for r in view.remedies] == [("spoken_apology", True), ("gift", False)]
    assert len(view.history) == len(case["history"])
