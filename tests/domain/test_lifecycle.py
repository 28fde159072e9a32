"""Moves and guards, as decisions (domain.md 3); tests/services hold them at work."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.domain.kinds import Answer, Band, Channel, Medium, Property, RecordType, Role, Scope, State
from desktop.domain.lifecycle import (
    MOVES,
    BeforeClosing,
    BeforeResolving,
    Rated,
    check_after_reopening,
    check_closed,
    check_entered_time,
    check_given,
    check_move,
    check_not_before,
    check_on_the_spot,
    check_rated,
    check_reopening,
    check_resolved,
    check_still_ahead,
    missing_ratings,
)
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.words.resources import load_taxonomy

NOON = datetime(2026, 6, 6, 4, tzinfo=UTC)
HOTEL = load_taxonomy(Property.HOTEL)
OPEN = "new acknowledged assessed investigating proposed waiting_guest waiting_department"

#: The line 'Moves' of domain.md 3: where each act may begin.
FROM = {
    "acknowledge": "new",
    "assess": "acknowledged assessed investigating proposed waiting_guest waiting_department",
    "investigate": "assessed",
    "propose": "assessed investigating proposed",
    "resolve": "proposed",
    "wait": "acknowledged assessed investigating proposed",
    "resume": "waiting_guest waiting_department",
    "approve": "assessed investigating proposed",
    "decline": OPEN,
    "settle": "new acknowledged assessed investigating",
    "close": "resolved",
    "reopen": "resolved closed",
    "withdraw": OPEN,
    "duplicate": OPEN,
    "not_complaint": OPEN,
    "take": OPEN,
    "hand_over": OPEN,
    "override": OPEN,
}


def person(role: Role = Role.RECEPTIONIST, id_: int = 1) -> Person:
    return Person(id_, role.value, role.value, role, "D1")


def refusal(check: Callable[..., object], *given: object) -> tuple[str, str] | None:
    try:
        check(*given)
    except UserError as error:
        return error.code, error.field
    return None


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", FROM)
def test_an_act_begins_only_where_the_moves_say(act: str, state: State) -> None:
    expected = None if state.value in FROM[act].split() else ("wrong_state", "state")
    assert refusal(check_move, act, state) == expected


@pytest.mark.parametrize("type_", sorted(set(RecordType) - {RecordType.COMPLAINT}))
@pytest.mark.parametrize("state", State)
def test_what_is_no_complaint_is_resolved_from_any_open_state(state: State, type_: RecordType) -> None:
    expected = None if state.value in OPEN.split() else ("wrong_state", "state")
    assert refusal(check_move, "resolve", state, type_) == expected


@pytest.mark.parametrize("act", MOVES)
def test_nothing_but_notes_is_added_to_a_withdrawn_duplicate_or_mistaken_case(act: str) -> None:
    for state in (State.WITHDRAWN, State.DUPLICATE, State.NOT_COMPLAINT):
        assert (state in MOVES[act]) == (act in ("note", "restrict"))


@pytest.mark.parametrize(
    ("back", "role", "reason", "expected"),
    [
        (timedelta(0), Role.RECEPTIONIST, "", None),
        (timedelta(seconds=-1), Role.OWNER, "early", ("in_future", "when")),
        (timedelta(minutes=15), Role.RECEPTIONIST, "", None),
        (timedelta(minutes=15, seconds=1), Role.RECEPTIONIST, "late", ("needs_manager", "when")),
        (timedelta(minutes=15, seconds=1), Role.SPECIALIST, "late", ("needs_manager", "when")),
        (timedelta(minutes=15, seconds=1), Role.MANAGER, " \u3000", ("reason_missing", "reason")),
        (timedelta(minutes=15, seconds=1), Role.MANAGER, "The desk was in the dark.", None),
        (timedelta(days=400), Role.OWNER, "Found the letter.", None),
    ],
)
def test_more_than_a_quarter_of_an_hour_back_needs_a_manager_and_a_reason(
    back: timedelta, role: Role, reason: str, expected: tuple[str, str] | None
) -> None:
    assert refusal(check_entered_time, NOON - back, NOON, person(role), reason, "when") == expected


def test_no_entered_time_means_the_acts_own() -> None:
    assert check_entered_time(None, NOON, person(), "", "when") == NOON


def test_nothing_happens_to_a_complaint_before_it_was_received() -> None:
    assert refusal(check_not_before, NOON, NOON, "when") is None
    assert refusal(check_not_before, NOON - timedelta(seconds=1), NOON, "when") == ("before_received", "when")


@pytest.mark.parametrize("channel", Channel)
def test_only_face_to_face_and_by_phone_is_acknowledged_on_the_spot(channel: Channel) -> None:
    expected = None if channel in (Channel.COUNTER, Channel.PHONE) else ("on_the_spot_channel", "on_the_spot")
    assert refusal(check_on_the_spot, channel) == expected


@pytest.mark.parametrize(
    ("rated", "missing"),
    [
        (Rated("H01-1", 2, Scope.ONE, 0), ()),
        (Rated("H01", 2, Scope.ONE, 0), ("category",)),
        (Rated(None, None, None, None), ("category", "severity", "scope", "emotion")),
        (Rated("H01-1", None, Scope.ONE, None), ("severity", "emotion")),
        (Rated("no such code", 1, Scope.ONE, 0), ("category",)),
    ],
)
def test_assessed_needs_both_category_levels_severity_scope_and_emotion(rated: Rated, missing: tuple[str, ...]) -> None:
    assert missing_ratings(rated, HOTEL) == missing
    expected = ("incomplete_assessment", missing[0]) if missing else None
    assert refusal(check_rated, rated, HOTEL) == expected


DAYS = [date(2026, 6, day) for day in (1, 2, 3)]


@pytest.mark.parametrize(
    ("told", "answer", "before", "expected"),
    [
        (None, Answer.ACCEPTED, BeforeResolving(), ("not_told", "told_by")),
        (Medium.PHONE, None, BeforeResolving(), ("answer_missing", "answer")),
        (Medium.PHONE, Answer.ACCEPTED, BeforeResolving(), None),
        (Medium.PHONE, Answer.REJECTED, BeforeResolving(), None),
        (Medium.PHONE, Answer.UNREACHABLE, BeforeResolving(frozenset(DAYS[:2])), ("attempts_missing", "answer")),
        (Medium.PHONE, Answer.UNREACHABLE, BeforeResolving(frozenset(DAYS)), None),
        (Medium.PHONE, Answer.ACCEPTED, BeforeResolving(tasks_open=1), ("tasks_open", "tasks")),
        (Medium.PHONE, Answer.ACCEPTED, BeforeResolving(promises_open=2), ("promises_open", "promises")),
    ],
)
def test_resolved_needs_the_result_told_an_answer_and_nothing_left_open(
    told: Medium | None, answer: Answer | None, before: BeforeResolving, expected: tuple[str, str] | None
) -> None:
    assert refusal(check_resolved, told, answer, before) == expected


@pytest.mark.parametrize("band", Band)
@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.MANAGER, Role.OWNER])
@pytest.mark.parametrize("others", [True, False])
def test_p1_and_p2_are_closed_by_another_or_by_an_owner_alone_with_a_reason(
    band: Band, role: Role, others: bool
) -> None:
    own = BeforeClosing(band, resolved_by=1, survey_asked=True, others_may_close=others)
    foreign = BeforeClosing(band, resolved_by=2, survey_asked=True, others_may_close=others)
    assert refusal(check_closed, foreign, person(role), "", "") is None
    grave = band in (Band.P1, Band.P2)
    alone = role is Role.OWNER and not others
    second_pair = ("same_person_closes", "by")
    without = None if not grave else ("reason_missing", "reason") if alone else second_pair
    assert refusal(check_closed, own, person(role), "", "") == without
    assert refusal(check_closed, own, person(role), "", "I am alone here.") == (
        None if not grave or alone else second_pair
    )


@pytest.mark.parametrize(("asked", "why_not"), [(True, ""), (False, "No way to reach them."), (False, "\u200b")])
def test_closed_needs_the_survey_asked_or_a_reason_why_not(asked: bool, why_not: str) -> None:
    before = BeforeClosing(Band.P3, resolved_by=2, survey_asked=asked, others_may_close=True)
    expected = ("survey_missing", "survey_not_asked") if why_not == "\u200b" else None
    assert refusal(check_closed, before, person(), why_not, "") == expected


@pytest.mark.parametrize(
    ("closed", "resolved", "expected"),
    [
        (NOON - timedelta(days=30), NOON - timedelta(days=90), None),
        (NOON - timedelta(days=30, seconds=1), NOON - timedelta(days=1), ("reopen_too_late", "at")),
        (None, NOON - timedelta(days=30), None),
        (None, NOON - timedelta(days=30, seconds=1), ("reopen_too_late", "at")),
    ],
)
def test_a_case_is_reopened_within_thirty_days_of_closing_else_of_the_last_resolution(
    closed: datetime | None, resolved: datetime | None, expected: tuple[str, str] | None
) -> None:
    assert refusal(check_reopening, closed, resolved, NOON) == expected


@pytest.mark.parametrize(("field", "code"), [("reason", "reason_missing"), ("lesson", "missing")])
def test_a_text_that_shows_nothing_is_not_given(field: str, code: str) -> None:
    for blank in ("", " \n", "\u3000", "\u200b", "\u202e"):
        assert refusal(check_given, blank, field) == (code, field)
    assert check_given(" ok ", field) == " ok "


SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("reopened", "expected"),
    [(None, None), (NOON - SECOND, None), (NOON, None), (NOON + SECOND, ("runs_backwards", "when"))],
)
def test_what_ends_a_reopened_case_happened_after_the_reopening(
    reopened: datetime | None, expected: tuple[str, str] | None
) -> None:
    assert refusal(check_after_reopening, NOON, reopened, "when") == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [(None, None), (NOON + SECOND, None), (NOON, None), (NOON - SECOND, ("due_in_past", "due"))],
)
def test_a_due_time_has_not_passed_yet(due: datetime | None, expected: tuple[str, str] | None) -> None:
    assert refusal(check_still_ahead, due, NOON, "due") == expected
