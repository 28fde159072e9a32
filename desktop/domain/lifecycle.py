"""States, moves and their guards (domain.md 3).

Guards read frozen facts and raise ``UserError`` with the field and the reason; they change nothing. The window, bulk
acts and files of acts all meet them here.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.domain.kinds import Answer, Band, Channel, RecordType, Role, State
from desktop.domain.people import Person, leads
from desktop.domain.taxonomy import Taxonomy
from desktop.domain.texts import is_blank
from desktop.errors import UserError

WORKING_STATES = (State.ACKNOWLEDGED, State.ASSESSED, State.INVESTIGATING, State.PROPOSED)
WAITING_STATES = (State.WAITING_GUEST, State.WAITING_DEPARTMENT)
OPEN_STATES = frozenset({State.NEW, *WORKING_STATES, *WAITING_STATES})
ENDED_STATES = frozenset({State.WITHDRAWN, State.DUPLICATE, State.NOT_COMPLAINT})
DONE_STATES = frozenset({State.RESOLVED, State.CLOSED})

_RATED = frozenset(OPEN_STATES - {State.NEW})
_ANY = frozenset(State)

#: act → the states it may start from. What an act leads to is the act's own business.
MOVES: dict[str, frozenset[State]] = {
    "acknowledge": frozenset({State.NEW}),
    "assess": _RATED,
    "override": OPEN_STATES,
    "take": OPEN_STATES,
    "hand_over": OPEN_STATES,
    "investigate": frozenset({State.ASSESSED}),
    "wait": frozenset(WORKING_STATES),
    "resume": frozenset(WAITING_STATES),
    "task": OPEN_STATES | DONE_STATES,
    "task_done": _ANY - ENDED_STATES,
    "promise": OPEN_STATES | DONE_STATES,
    "promise_kept": _ANY - ENDED_STATES,
    "promise_cancelled": _ANY - ENDED_STATES,
    "involve": OPEN_STATES,
    "release": OPEN_STATES,
    "restrict": _ANY,
    "attach": _ANY - ENDED_STATES,
    "detach": _ANY - ENDED_STATES,
    "note": _ANY,
    "contact": _ANY - ENDED_STATES,
    "confirm_facts": OPEN_STATES,
    "propose": frozenset({State.ASSESSED, State.INVESTIGATING, State.PROPOSED}),
    "approve": frozenset({State.ASSESSED, State.INVESTIGATING, State.PROPOSED}),
    "decline": OPEN_STATES,
    "resolve": frozenset({State.PROPOSED}),
    "settle": frozenset({State.NEW, State.ACKNOWLEDGED, State.ASSESSED, State.INVESTIGATING}),
    "survey": DONE_STATES,
    "close": frozenset({State.RESOLVED}),
    "reopen": DONE_STATES,
    "withdraw": OPEN_STATES,
    "not_complaint": OPEN_STATES,
    "duplicate": OPEN_STATES,
}

REOPEN_WITHIN = timedelta(days=30)  #: of closing, else of the last resolution (default)
BACKDATING_FREE = timedelta(minutes=15)  #: how far in the past anyone may enter a time
ATTEMPTS_NEEDED = 3  #: days on which an unreachable guest was tried


def check_move(act: str, state: State, type_: RecordType = RecordType.COMPLAINT) -> None:
    """Refuses an act that the state doesn't know. Raises ``UserError``: ``wrong_state``.

    Enquiries, suggestions and compliments are ended by one ``resolve`` from any open state.
    """
    if act == "resolve" and type_ is not RecordType.COMPLAINT and state in OPEN_STATES:
        return
    if state not in MOVES[act]:
        raise UserError("wrong_state", "state", act=act, state=state.value)


def check_entered_time(when: datetime | None, at: datetime, person: Person, reason: str, field: str) -> datetime:
    """The time that a person entered, or ``at`` where none was: not after ``at``, and not far back without a manager.

    Raises ``UserError``: ``in_future``, ``needs_manager`` (field as given) or ``reason_missing`` (field ``reason``).
    """
    if when is None:
        return at
    if when > at:
        raise UserError("in_future", field)
    if at - when > BACKDATING_FREE:
        if not leads(person.role):
            raise UserError("needs_manager", field)
        check_given(reason, "reason")
    return when


def check_not_before(when: datetime, received: datetime, field: str) -> None:
    """Raises ``UserError`` ``before_received`` for a time before the complaint was received."""
    if when < received:
        raise UserError("before_received", field)


def check_after_reopening(when: datetime, reopened_at: datetime | None, field: str) -> None:
    """What ends a reopened case happened after the reopening. Raises ``runs_backwards``."""
    if reopened_at is not None and when < reopened_at:
        raise UserError("runs_backwards", field)


def check_still_ahead(due: datetime | None, at: datetime, field: str) -> None:
    """What is to be done can still be done in time. Raises ``due_in_past``."""
    if due is not None and due < at:
        raise UserError("due_in_past", field)


def check_on_the_spot(channel: Channel) -> None:
    """Only face to face and by phone can a complaint be acknowledged on the spot. Raises ``on_the_spot_channel``."""
    if channel not in (Channel.COUNTER, Channel.PHONE):
        raise UserError("on_the_spot_channel", "on_the_spot", channel=channel.value)


@dataclass(frozen=True, slots=True)
class Rated:
    """The ratings that 'Assessed' asks for, as they would stand after the act."""

    category: str | None
    severity: int | None
    scope: object
    emotion: int | None


def missing_ratings(rated: Rated, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The fields that still keep a case from being assessed, in the order of the form."""
    missing: list[str] = []
    if rated.category is None or not taxonomy.is_complete(rated.category):
        missing.append("category")
    missing += [name for name in ("severity", "scope", "emotion") if getattr(rated, name) is None]
    return tuple(missing)


def check_rated(rated: Rated, taxonomy: Taxonomy) -> None:
    """Raises ``UserError`` ``incomplete_assessment`` at the first rating that is missing; ``fields`` names them all."""
    missing = missing_ratings(rated, taxonomy)
    if missing:
        raise UserError("incomplete_assessment", missing[0], fields=", ".join(missing))


@dataclass(frozen=True, slots=True)
class BeforeResolving:
    """What the guard of Resolved reads besides the act itself. Counts are of what is still open."""

    #: Local dates of attempts, since the reopening if there was one, that did not reach the guest.
    unreached_days: frozenset[date] = frozenset()
    tasks_open: int = 0
    promises_open: int = 0


def check_resolved(told: object, answer: Answer | None, before: BeforeResolving) -> None:
    """The guard of Resolved.

    Raises ``not_told``, ``answer_missing``, ``attempts_missing``, ``tasks_open``, ``promises_open``.
    """
    if told is None:
        raise UserError("not_told", "told_by")
    if answer is None:
        raise UserError("answer_missing", "answer")
    if answer is Answer.UNREACHABLE and len(before.unreached_days) < ATTEMPTS_NEEDED:
        raise UserError("attempts_missing", "answer", needed=ATTEMPTS_NEEDED, made=len(before.unreached_days))
    if before.tasks_open:
        raise UserError("tasks_open", "tasks", count=before.tasks_open)
    if before.promises_open:
        raise UserError("promises_open", "promises", count=before.promises_open)


@dataclass(frozen=True, slots=True)
class BeforeClosing:
    """What the guard of Closed reads besides the act itself."""

    band: Band
    resolved_by: int | None
    survey_asked: bool  #: since the last resolution
    others_may_close: bool  #: whether somebody other than the one who resolved could close a P1 or P2


def check_closed(before: BeforeClosing, person: Person, survey_not_asked: str, reason: str) -> None:
    """The guard of Closed: the survey, and a second pair of eyes on P1 and P2.

    Raises ``survey_missing``, ``same_person_closes``, or ``reason_missing`` where the owner closes alone.
    """
    if not before.survey_asked and is_blank(survey_not_asked):
        raise UserError("survey_missing", "survey_not_asked")
    if before.band not in (Band.P1, Band.P2) or before.resolved_by != person.id:
        return
    if before.others_may_close or person.role is not Role.OWNER:
        raise UserError("same_person_closes", "by", band=before.band.value)
    check_given(reason, "reason")


def check_reopening(closed_at: datetime | None, last_resolved_at: datetime | None, at: datetime) -> None:
    """Within 30 days of closing, else of the last resolution. Raises ``reopen_too_late``."""
    since = closed_at or last_resolved_at
    if since is not None and at - since > REOPEN_WITHIN:
        raise UserError("reopen_too_late", "at", days=REOPEN_WITHIN.days)


def check_given(value: str, field: str) -> str:
    """A text that an act cannot do without. Raises ``missing``, for a reason ``reason_missing``."""
    if is_blank(value):
        raise UserError("reason_missing" if field == "reason" else "missing", field)
    return value
