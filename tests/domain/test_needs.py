"""What a move still needs says exactly what its guard would say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.case_file import CaseFile, Clocks, Complainant, Ending, PromiseRow, Rating, Story, Survey, TaskRow
from desktop.domain.kinds import Answer, Band, Channel, Medium, Property, RecordType, Role, Scope, State
from desktop.domain.lifecycle import (
    BeforeClosing,
    Rated,
    check_closed,
    check_given,
    check_rated,
    check_reopening,
    check_resolved,
)
from desktop.domain.needs import (
    Around,
    before_resolving,
    is_survey_asked,
    needs_of,
    others_may_close,
    refusal_of,
)
from desktop.domain.people import Person
from desktop.domain.rows import CaseView, QueueRow, StaffRow
from desktop.errors import UserError
from desktop.words import load_taxonomy

NOW = datetime(2026, 11, 19, 14, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
HOTEL = load_taxonomy(Property.HOTEL)
MARK = Person(2, "mark", "Mark", Role.MANAGER, "D1")
OLIVE = Person(1, "owner", "Olive", Role.OWNER, "D1")


def a_file(
    state=State.PROPOSED, *, band=Band.P3, category="H01-1", kind=RecordType.COMPLAINT, tasks=0, promises=0, **more
):
    row = QueueRow(
        id=1, number="HH-D1-20261119-0001", version=3, type=kind, band=band, score=40, points=(), band_rule="points",
        state=state, received_at=NOW, respond_due=None, resolve_due=None, next_due=None, first_response_at=None,
        guest="", honorific="", room="", reference="", category=category, summary="", owner_id=None, owner="",
        emotion=None, vip=False,
    )  # fmt: skip
    view = CaseView(row, "text", Channel.COUNTER, False, "", None, frozenset(), None, "D1", "Rita", None, None)
    file = CaseFile(
        view, Complainant(), Story(), Rating(), Ending(), Clocks(30, 60, NOW, NOW),
        tasks=tuple(TaskRow(n, "Look", "", None, "", None, NOW, "rita") for n in range(tasks)),
        promises=tuple(PromiseRow(n, "Call", NOW, NOW, "rita") for n in range(promises)),
    )  # fmt: skip
    return replace(file, **more)


def around(person=MARK, at=NOW, **more):
    return Around(person, at, ZONE, HOTEL, **more)


def codes(needs):
    return [need.code for need in needs]


def refusal(check):
    try:
        check()
    except UserError as error:
        return error
    return None


@given(tasks=st.integers(0, 3), promises=st.integers(0, 3))
def test_what_stands_open_is_needed_before_resolving_exactly_where_the_guard_refuses(tasks, promises):
    file = a_file(tasks=tasks, promises=promises)
    needs = [need for need in needs_of("resolve", file, around()) if not need.asked]
    refused = refusal(lambda: check_resolved(Medium.PHONE, Answer.ACCEPTED, before_resolving(file, ZONE)))
    assert codes(needs)[:1] == ([refused.code] if refused else [])
    assert [need.count for need in needs] == [count for count in (tasks, promises) if count]


def test_before_resolving_the_form_asks_how_the_guest_was_told_and_what_they_said():
    asked = [need for need in needs_of("resolve", a_file(), around()) if need.asked]
    assert [(need.code, need.field) for need in asked] == [("not_told", "told_by"), ("answer_missing", "answer")]


def test_an_enquiry_needs_nothing_to_be_resolved():
    enquiry = a_file(State.NEW, kind=RecordType.ENQUIRY, tasks=2)
    assert needs_of("resolve", enquiry, around()) == ()


@given(
    category=st.sampled_from([None, "H01", "H01-1"]),
    severity=st.sampled_from([None, 2]),
    scope=st.sampled_from([None, Scope.ONE]),
    emotion=st.sampled_from([None, 0]),
)
def test_every_rating_that_the_guard_misses_is_a_need_of_its_own(category, severity, scope, emotion):
    file = a_file(State.ACKNOWLEDGED, category=category, rating=Rating(severity, scope, emotion))
    refused = refusal(lambda: check_rated(Rated(category, severity, scope, emotion), HOTEL))
    named = [] if refused is None else refused.params["fields"].split(", ")
    assert [need.field for need in needs_of("assess", file, around())] == named


closing = st.fixed_dictionaries(
    {
        "band": st.sampled_from(list(Band)),
        "person": st.sampled_from([MARK, OLIVE]),
        "resolved_by_id": st.sampled_from([1, 2, 9]),
        "others": st.booleans(),
        "asked": st.booleans(),
    }
)


@given(closing)
def test_what_only_others_can_meet_before_closing_is_what_the_guard_refuses_to_a_full_form(case):
    survey = Survey(asked_at=NOW if case["asked"] else None)
    ending = Ending(resolved_by_id=case["resolved_by_id"], survey=survey)
    file = a_file(State.RESOLVED, band=case["band"], ending=ending)
    needs = needs_of("close", file, around(case["person"], others_may_close=case["others"]))
    before = BeforeClosing(case["band"], case["resolved_by_id"], is_survey_asked(ending), case["others"])
    refused = refusal(lambda: check_closed(before, case["person"], "too soon", "alone here"))
    assert [need.code for need in needs if not need.asked] == ([refused.code] if refused else [])


@given(closing)
def test_the_first_need_before_closing_is_the_first_refusal_of_an_empty_form(case):
    ending = Ending(resolved_by_id=case["resolved_by_id"], survey=Survey(NOW if case["asked"] else None))
    file = a_file(State.RESOLVED, band=case["band"], ending=ending)
    first = needs_of("close", file, around(case["person"], others_may_close=case["others"]))[0]
    refused = refusal(lambda: check_given("", "root_cause"))
    assert (first.code, first.field) == (refused.code, refused.field)


def test_a_survey_before_the_last_resolution_does_not_count():
    asked_then = Survey(asked_at=NOW - timedelta(days=2))
    ending = Ending(survey=asked_then, last_resolved_at=NOW, resolved_by_id=9)
    assert "survey_missing" in codes(needs_of("close", a_file(State.RESOLVED, ending=ending), around()))


@given(st.integers(0, 60))
def test_reopening_is_too_late_exactly_where_the_guard_says_so(days):
    closed = NOW - timedelta(days=days)
    file = a_file(State.CLOSED, ending=Ending(closed_at=closed))
    needs = [need for need in needs_of("reopen", file, around()) if not need.asked]
    refused = refusal(lambda: check_reopening(closed, None, NOW))
    assert codes(needs) == ([refused.code] if refused else [])


def test_settling_on_the_spot_needs_what_assessing_and_resolving_need_and_no_p1():
    file = a_file(State.NEW, band=Band.P1, category=None, tasks=1)
    assert codes(needs_of("settle", file, around())) == [
        *["incomplete_assessment"] * 4,
        "not_for_p1",
        "tasks_open",
        "no_remedy",
    ]


def test_a_move_without_a_guard_of_its_own_needs_nothing():
    assert needs_of("investigate", a_file(State.ASSESSED), around()) == ()


@pytest.mark.parametrize(
    ("act", "state", "person", "code"),
    [
        ("close", State.PROPOSED, MARK, "wrong_state"),
        ("close", State.RESOLVED, Person(5, "rita", "Rita", Role.RECEPTIONIST, "D1"), "not_allowed"),
        ("note", State.NEW, Person(5, "rita", "Rita", Role.RECEPTIONIST, "D2"), "not_own_desk"),
        ("close", State.RESOLVED, MARK, None),
    ],
)
def test_a_refusal_names_the_persons_right_before_the_state(act, state, person, code):
    refused = refusal_of(act, a_file(state), person)
    assert (refused.code if refused else None) == code


def test_only_somebody_who_leads_and_still_works_here_may_close_for_another():
    def row(id_, role, active=True):
        return StaffRow(id_, "x", "X", role, "", has_pin=True, active=active)

    assert others_may_close([row(2, Role.MANAGER), row(7, Role.OWNER)], MARK)
    assert not others_may_close([row(2, Role.MANAGER), row(7, Role.OWNER, active=False)], MARK)
    assert not others_may_close([row(7, Role.SPECIALIST)], MARK)
