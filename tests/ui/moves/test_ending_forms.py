"""Resolve, close, reopen, withdraw, not a complaint, duplicate: what their guards need, said in place."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import Ending, Survey
from desktop.domain.commands import CloseCase, MarkDuplicate, MarkNotComplaint, Reopen, Resolve, Withdraw
from desktop.domain.kinds import Answer, Band, Closure, Medium, Outcome, RecordType, RootCause, State
from desktop.ui.moves.close import DETAILS
from desktop.words import load_words
from tests.support.clock import EVENING
from tests.ui.moves.a_case import MAYA, NUMBER, OWNER, RAO, a_hit, about

TWO_DAYS = frozenset({date(2026, 11, 17), date(2026, 11, 18)})
ASKED = Survey(asked_at=EVENING)


def proposed(**changed):
    return about(state=State.PROPOSED, **changed)


def resolved(person=RAO, **ending):
    known = {"resolved_by_id": MAYA.id, "last_resolved_at": EVENING - timedelta(hours=2), "survey": ASKED}
    return about(person, state=State.RESOLVED, ending=Ending(**{**known, **ending}))


def test_a_case_is_resolved_by_keyboard_alone(open_form):
    hands = open_form("resolve", proposed())
    hands.press(Qt.Key.Key_Down)
    hands.tab()
    hands.press(Qt.Key.Key_Space)  # accepted
    hands.confirm()
    assert hands.made == [Resolve(NUMBER, told_by=Medium.IN_PERSON, answer=Answer.ACCEPTED)]


def test_a_case_is_resolved_by_mouse_alone(open_form):
    hands = open_form("resolve", proposed())
    hands.pick("told_by", "phone")
    hands.click(hands.form.entry("answer").control.segment("rejected"))
    hands.click(hands.form.entry("emotion_at_close").moods.mood(1))
    hands.click(hands.form.foot.confirm)
    assert hands.made == [Resolve(NUMBER, told_by=Medium.PHONE, answer=Answer.REJECTED, emotion_at_close=1)]


def test_everything_that_keeps_it_open_is_said_at_once(open_form):
    hands = open_form("resolve", proposed(tasks_open=1, promises_open=2))
    hands.confirm()
    assert hands.made == []
    assert hands.error("told_by")
    assert hands.error("answer")
    assert [line.text.text() for line in hands.form.needs.lines] == ["1 task still open", "2 promises still open"]
    hands.click(hands.form.needs.lines[0].link)
    hands.click(hands.form.needs.lines[1].link)
    assert hands.gone_to == ["tasks", "promises"]


def test_not_reached_tells_how_often_it_was_tried_and_what_is_needed(open_form):
    hands = open_form("resolve", proposed(tries=TWO_DAYS), kept={"told_by": "phone"})
    hands.click(hands.form.entry("answer").control.segment("unreachable"))
    line = hands.form.needs.lines[0]
    assert line.text.text() == "Tried on 2 of 3 days: 17 Nov, 18 Nov."
    hands.confirm()
    assert hands.made == []
    assert "three different days; so far 2 days" in hands.error("answer")
    hands.click(line.link)
    assert hands.gone_to == ["contact"]


def test_three_days_of_trying_are_enough(open_form):
    tries = TWO_DAYS | {date(2026, 11, 19)}
    hands = open_form("resolve", proposed(tries=tries), kept={"told_by": "phone", "answer": "unreachable"})
    assert hands.form.needs.lines[0].need.met
    hands.confirm()
    assert hands.made == [Resolve(NUMBER, told_by=Medium.PHONE, answer=Answer.UNREACHABLE)]


def test_an_enquiry_needs_neither_answer_nor_tasks_done(open_form):
    hands = open_form("resolve", about(type=RecordType.ENQUIRY, state=State.NEW, tasks_open=3))
    assert not hands.form.entry("answer").isVisible()
    assert hands.form.needs.lines == ()
    hands.confirm()
    assert hands.made == [Resolve(NUMBER)]


def test_a_case_is_closed_by_keyboard_alone(open_form):
    hands = open_form("close", resolved())
    hands.press(Qt.Key.Key_Space)  # upheld
    hands.tab()
    hands.press(Qt.Key.Key_Down)  # explained
    hands.tab()
    hands.press(Qt.Key.Key_Down)  # people
    hands.tab()
    hands.press(Qt.Key.Key_Down)  # skill
    hands.tab()
    hands.write("Nobody had shown her")
    hands.tab()
    hands.compose("新人要先培训")
    hands.tab(2)  # past the third why, which stays empty
    hands.write("Show every new colleague")
    hands.confirm()
    assert hands.made == [
        CloseCase(
            NUMBER,
            root_cause="people/skill",
            outcome=Outcome.UPHELD,
            closure=Closure.EXPLAINED,
            lesson="Show every new colleague",
            whys=("Nobody had shown her", "新人要先培训"),
        )
    ]


FILLED = {"outcome": "not", "closure": "explained", "root_cause": "policy", "lesson": "Say it sooner"}


def test_every_mistake_of_closing_stands_at_its_field(open_form):
    hands = open_form("close", resolved(survey=Survey()))
    hands.confirm()
    assert hands.made == []
    assert all(hands.error(name) for name in ("outcome", "closure", "root_cause", "lesson", "survey_not_asked"))
    assert hands.form.entry("outcome").field.isAncestorOf(hands.focus)


def test_without_a_survey_the_reason_is_asked_or_the_way_to_it_shown(open_form):
    hands = open_form("close", resolved(survey=Survey()), kept=FILLED | {"survey_not_asked": "No contact left"})
    hands.click(hands.form.needs.lines[0].link)
    assert hands.gone_to == ["survey"]
    hands.confirm()
    assert hands.made[0].survey_not_asked == "No contact left"


def test_a_survey_before_the_reopening_does_not_count(open_form):
    before = Survey(asked_at=EVENING - timedelta(days=2))
    hands = open_form("close", resolved(survey=before, reopened_at=EVENING - timedelta(days=1)), kept=FILLED)
    hands.confirm()
    assert hands.made == []
    assert hands.error("survey_not_asked")


@pytest.mark.parametrize("band", [Band.P1, Band.P2])
def test_who_resolved_an_urgent_case_does_not_close_it(open_form, band):
    hands = open_form("close", replace(resolved(RAO, resolved_by_id=RAO.id), band=band), kept=FILLED)
    assert not hands.form.foot.confirm.isEnabled()
    assert "someone other than the one who resolved it" in hands.form.foot.why.text()
    hands.confirm()
    assert hands.made == []


def test_the_owner_alone_closes_with_a_reason(open_form):
    case = replace(resolved(OWNER, resolved_by_id=OWNER.id), band=Band.P1, others_may_close=False)
    hands = open_form("close", case, kept=FILLED)
    hands.confirm()
    assert hands.error("reason")
    hands.write("Nobody else here")
    hands.confirm()
    assert hands.made[0].reason == "Nobody else here"


def test_a_p3_is_closed_by_who_resolved_it(open_form):
    hands = open_form("close", resolved(RAO, resolved_by_id=RAO.id), kept=FILLED)
    assert not hands.form.entry("reason").isVisible()
    hands.confirm()
    assert hands.made[0].closure is Closure.EXPLAINED


def test_a_cause_may_be_told_more_exactly_where_there_is_a_list(open_form):
    hands = open_form("close", resolved())
    assert not hands.form.entry("detail").isVisible()
    hands.pick("root_cause", "process")
    hands.pick("detail", "handover")
    assert hands.form.entry("detail").isVisible()
    hands.pick("root_cause", "supplier")
    assert not hands.form.entry("detail").isVisible()
    hands.form.restore(FILLED | {"root_cause": "supplier"})
    hands.confirm()
    assert hands.made[0].root_cause == "supplier"


def test_every_detail_of_a_cause_has_its_words():
    known = {detail for details in DETAILS.values() for detail in details}
    assert known == set(load_words("en").codes("root_cause_detail"))
    assert set(DETAILS) <= set(RootCause)


def test_how_it_ended_is_suggested_with_its_reason(open_form):
    hands = open_form("close", replace(resolved(), compensation=88_000))
    entry = hands.form.entry("closure")
    assert (entry.value(), entry.hint.text()) == ("monetary", "Suggested: money was given.")
    hands.pick("closure", "explained")
    assert entry.hint.text() == ""


def test_what_the_case_knows_already_is_filled_in(open_form):
    hands = open_form("close", resolved(root_cause="people/attitude", whys=("One",), lesson="Two"))
    assert hands.form.entry("root_cause").keep() == "people"
    assert hands.form.entry("detail").keep() == "attitude"
    assert json.loads(hands.form.entry("whys").keep()) == ["One"]
    assert hands.form.entry("lesson").keep() == "Two"


def test_one_why_after_the_other_up_to_five(open_form):
    hands = open_form("close", resolved())
    whys = hands.form.entry("whys")
    whys.focus()
    for place in range(5):
        assert sum(line.isVisible() for line in whys.lines) == place + 1
        hands.write(f"Because {place}")
        if place < 4:
            hands.tab()
    assert whys.value() == tuple(f"Because {place}" for place in range(5))


def test_reopening_says_what_it_comes_back_as(open_form):
    hands = open_form("reopen", resolved())
    assert "comes back as P2" in hands.form.head.lead.text()
    hands.write("It drips again")
    hands.confirm()
    assert hands.made == [Reopen(NUMBER, "It drips again")]


@pytest.mark.parametrize(("days", "may"), [(30, True), (31, False)])
def test_reopening_ends_after_thirty_days(open_form, days, may):
    hands = open_form("reopen", resolved(closed_at=EVENING - timedelta(days=days)), kept={"reason": "Again"})
    assert hands.form.foot.confirm.isEnabled() is may
    hands.confirm()
    assert bool(hands.made) is may
    assert ("record a new one" in hands.form.foot.why.text()) is not may


@pytest.mark.parametrize(
    ("act", "command"),
    [("withdraw", Withdraw(NUMBER, "客人撤回")), ("not_complaint", MarkNotComplaint(NUMBER, "客人撤回"))],
)
def test_a_case_ends_early_with_a_reason(open_form, act, command):
    hands = open_form(act)
    hands.write("  ")
    hands.confirm()
    assert hands.error("reason")
    hands.form.entry("reason").restore("")
    hands.compose("客人撤回")
    hands.click(hands.form.foot.confirm)
    assert hands.made == [command]


HITS = (a_hit(2), a_hit(7, guest="Tan Other", state=State.DUPLICATE), a_hit(1, guest="Tan Self"))


def test_the_first_case_is_found_and_looked_at_before_it_is_confirmed(open_form):
    hands = open_form("duplicate", about(found=HITS))
    hands.write("tan")
    hands.press(Qt.Key.Key_Return)
    hits = hands.form.entry("of").hits.hits
    assert [hit.found.id for hit in hits] == [2, 7]  # not the case itself
    hands.tab()
    hands.press(Qt.Key.Key_Space)
    assert hands.form.told.text() == "The first one was taken on Thu 19 Nov 20:42: HH-D1-20261119-0002."
    hands.confirm()
    assert hands.made == [MarkDuplicate(NUMBER, "HH-D1-20261119-0002")]


def test_the_first_case_is_chosen_by_mouse(open_form):
    hands = open_form("duplicate", about(found=HITS), kept={"of": "tan\n"})
    hands.click(hands.form.entry("of").hits.hits[0])
    hands.click(hands.form.foot.confirm)
    assert hands.made == [MarkDuplicate(NUMBER, "HH-D1-20261119-0002")]


def test_a_whole_number_needs_no_choosing(open_form):
    hands = open_form("duplicate", about(found=HITS))
    hands.write("hh-d1-20261119-0002")
    hands.confirm()
    assert hands.made == [MarkDuplicate(NUMBER, "HH-D1-20261119-0002")]


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("", "is missing"),
        ("nobody\n", "is missing"),
        (f"{NUMBER}\n", "duplicate of itself"),
        ("tan\nHH-D1-20261119-0007", "is itself a duplicate"),
    ],
)
def test_a_case_that_cannot_be_the_first_is_refused_at_the_search(open_form, kept, words):
    hands = open_form("duplicate", about(found=HITS), kept={"of": kept})
    hands.confirm()
    assert hands.made == []
    assert words in hands.error("of")


def test_a_search_that_finds_nothing_says_so(open_form):
    hands = open_form("duplicate", about(found=HITS))
    hands.write("zzz")
    hands.press(Qt.Key.Key_Return)
    assert hands.form.entry("of").nothing.isVisible()
    assert hands.made == []
