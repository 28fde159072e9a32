"""Values from elsewhere → a checked ``CaseRecord``: history as it was, any state, unknown analysis (domain.md 3)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from desktop.domain.commands import GuestDetails
from desktop.domain.kinds import (
    Answer,
    Channel,
    Closure,
    Flag,
    Medium,
    Outcome,
    RecordType,
    Scope,
    State,
    TimePressure,
)
from desktop.domain.lifecycle import DONE_STATES, ENDED_STATES
from desktop.domain.numbers import CaseNumber, check_code, parse_number
from desktop.domain.texts import COMPLAINT_LIMIT
from desktop.errors import UserError
from desktop.exchange.chronology import Times
from desktop.exchange.given import Given
from desktop.exchange.log_book import read_compensation, read_remedy_cell, read_root_cause
from desktop.exchange.past import from_past, pauses_of, read_past
from desktop.exchange.records import CaseRecord, NoteRecord
from desktop.exchange.whole import (
    check_inside,
    read_contacts,
    read_history,
    read_notes,
    read_standing,
)
from desktop.exchange.whole_work import read_pauses, read_promises, read_remedies, read_requests, read_tasks

_MOMENTS = ["acknowledged_at", "assessed_at", "facts_confirmed_at", "ended_at", "survey_asked_at"]


def _code(codes: type[StrEnum], kind: str) -> "_Read":
    def read(given: Given, name: str) -> object:
        code = given.code(name, codes, kind)
        return None if code is None else code.value

    return read


def _degree(least: int, most: int, kind: str) -> "_Read":
    return lambda given, name: given.whole(name, least, most, kind)


def _flags(given: Given, name: str) -> object:
    return sorted(flag.value for flag in given.codes(name, Flag, "flag"))


def _desk(given: Given, name: str) -> object:
    code = given.line(name)
    return check_code(code, name) if code else None


_Read = Callable[[Given, str], object]
_TEXTS = [
    "expected",
    "actual",
    "nature",
    "cause",
    "impact",
    "facts",
    "solution",
    "beyond_expectation",
    "prevention",
    "lesson",
    "survey_not_asked",
]
#: What is stored as it stands: the field, how it is read, and what it is where nothing is given.
_FIELDS: Mapping[str, tuple[_Read, object]] = {
    **dict.fromkeys(_TEXTS, (Given.text, "")),
    **dict.fromkeys(("room", "reference", "place", "on_behalf_of", "department"), (Given.line, "")),
    **dict.fromkeys(("external_id", "duplicate_of", "facts_confirmed_by", "shift"), (Given.name, None)),
    **dict.fromkeys(("written", "anonymous", "handed_over", "handed_up", "restricted"), (Given.yes, False)),
    **dict.fromkeys(_MOMENTS, (Given.time, None)),
    **dict.fromkeys(("problem_date", "shift_date"), (Given.day, None)),
    "scope": (_code(Scope, "scope"), None),
    "time_pressure": (_code(TimePressure, "time_pressure"), None),
    "outcome": (_code(Outcome, "outcome"), None),
    "closure": (_code(Closure, "closure"), None),
    "told_by": (_code(Medium, "medium"), None),
    "answer": (_code(Answer, "answer"), None),
    "state_before_wait": (_code(State, "state"), None),
    "severity": (_degree(1, 4, "severity"), None),
    "emotion": (_degree(0, 4, "emotion"), None),
    "gap": (_degree(0, 4, "gap"), None),
    "emotion_at_close": (_degree(0, 4, "emotion"), None),
    "category": (Given.category, None),
    "desk": (_desk, None),
    "root_cause": (lambda given, _: read_root_cause(given), None),
    "flags": (_flags, []),
    "wants": (Given.texts, []),
    "whys": (Given.texts, []),
}
_NOTHING = {name: blank for name, (_, blank) in _FIELDS.items()}
_RATINGS = ["category", "severity", "scope", "emotion", "time_pressure", "flags"]
_SCORES = {
    "satisfaction": ("overall", 1, 5),
    "fair": ("fair", 1, 5),
    "easy": ("easy", 1, 5),
    "respect": ("respect", 1, 5),
    "recommend": ("recommend", 0, 10),
}


def read_record(given: Given, row: int, extra: Sequence[tuple[str, str]] = (), *, whole: bool = False) -> CaseRecord:
    """The record of one row or object.

    ``extra`` are values that we have no place for; they become a note. ``whole``: an object as this program writes it,
    whose history comes with it. Raises ``UserError`` for the first value that can't be taken.
    """
    type_ = given.code("type", RecordType, "type") or RecordType.COMPLAINT
    text, channel = given.text("text", COMPLAINT_LIMIT), given.code("channel", Channel, "channel")
    times = _times(given)
    if not text or channel is None:
        raise UserError("missing", "channel" if text else "text")
    times.check(responded_any_time=whole)
    state = given.code("state", State, "state") or times.state
    values = _values(given) | {"type": type_.value, "channel": channel.value, "text": text}
    _check_not_before(values, times.received)
    remedies = read_remedies(given) or read_remedy_cell(given, times)
    values |= _outcome(given, times, state, whole=whole) | _survey(given, values, times)
    values["compensation"] = read_compensation(given, remedies)
    values["intake"] = _intake(given, values)
    history = read_history(given) if whole else ()
    past = read_past(history)
    values |= from_past(past, times, state, values["state_before_wait"])
    pauses = read_pauses(given) if given.has("pauses") else past.pauses
    receiver = given.line("received_by").strip()
    follow_up = state is State.RESOLVED and type_ is RecordType.COMPLAINT and not _survey_asked(values, times)
    return CaseRecord(
        row=row,
        received_at=times.received,
        state=state,
        values=values,
        guest=_guest(given),
        number=_number(given),
        received_by=receiver,
        resolved_by=_resolver(given, receiver, values, state, whole=whole),
        owner=given.line("owner").strip(),
        remedies=remedies,
        notes=(*read_notes(given), *_notes_of(extra)),
        contacts=read_contacts(given),
        history=history,
        pauses=pauses_of(pauses, state, times),
        tasks=read_tasks(given),
        promises=read_promises(given),
        requests=read_requests(given),
        members=tuple(given.texts("members")),
        standing=read_standing(given) if whole else None,
        follow_up=follow_up,
    )


def _times(given: Given) -> Times:
    received = given.time("received_at")
    if received is None:
        raise UserError("missing", "received_at")
    columns = ("responded_at", "resolved_at", "closed_at", "reopened_at", "resolved_again_at")
    return Times(received, *(given.time(name) for name in columns))


def _values(given: Given) -> dict[str, object]:
    """The fields that are stored as they stand."""
    read = {name: _FIELDS[name][0](given, name) for name in given.names() if name in _FIELDS}
    return _NOTHING | read


def _check_not_before(values: Mapping[str, object], received: datetime) -> None:
    for name in _MOMENTS:
        moment = values[name]
        if isinstance(moment, datetime) and moment < received:
            raise UserError("before_received", name)


def _outcome(given: Given, times: Times, state: State, *, whole: bool) -> dict[str, object]:
    """What the times say of the way that the case took."""
    found: dict[str, object] = {
        "first_response_at": times.responded,
        "resolved_at": times.resolved,
        "last_resolved_at": times.resolved_again or times.resolved,
        "reopened_at": times.reopened,
        "closed_at": times.closed,
    }
    if not whole and given.raw("acknowledged_at") is None and state is not State.NEW:
        found["acknowledged_at"] = times.responded
    if state in ENDED_STATES and given.raw("ended_at") is None:
        found["ended_at"] = times.last
    return found


def _survey(given: Given, values: Mapping[str, object], times: Times) -> dict[str, object]:
    scores = {stored: given.whole(name, least, most) for name, (stored, least, most) in _SCORES.items()}
    survey: dict[str, object] = {name: score for name, score in scores.items() if score is not None}
    if given.raw("came_back") is not None:
        survey["came_back"] = given.yes("came_back")
    asked_at = values["survey_asked_at"]
    if asked_at is None and (survey or given.yes("survey_asked")):
        asked_at = times.last
    return {"survey": survey, "survey_asked_at": asked_at}


def _survey_asked(values: Mapping[str, object], times: Times) -> bool:
    """Whether the guest was asked about the last resolution."""
    asked, again = values["survey_asked_at"], times.resolved_again
    return isinstance(asked, datetime) and (again is None or asked >= again)


def _intake(given: Given, values: Mapping[str, object]) -> object:
    """The ratings as they were at intake: those of the record where nothing else is told."""
    told = given.raw("intake")
    if told is None:
        return {name: values[name] for name in _RATINGS}
    if not isinstance(told, dict) or not set(told) <= set(_RATINGS):
        raise given.bad("intake", told)
    check_inside(told, "intake")
    return told


def _guest(given: Given) -> GuestDetails:
    return GuestDetails(
        name=given.line("guest"),
        honorific=given.line("honorific"),
        phone=given.line("phone"),
        email=given.line("email"),
        language=given.line("language"),
        vip=given.yes("vip"),
        vulnerable=given.yes("vulnerable"),
    )


def _number(given: Given) -> CaseNumber | None:
    text = given.line("number")
    if not text:
        return None
    number = parse_number(text)
    if number is None:
        raise UserError("bad_value", "number", value=text, example="HH-D1-20261101-0001")
    return number


def _resolver(given: Given, receiver: str, values: Mapping[str, object], state: State, *, whole: bool) -> str | None:
    """Who resolved it: who the record names, else who received it, unless it was handed over."""
    named = given.as_it_is("resolved_by")
    if whole or isinstance(named, str):
        return given.line("resolved_by").strip() if isinstance(named, str) else None
    resolved = values["resolved_at"] is not None or state in DONE_STATES
    return receiver if resolved and not values["handed_over"] else None


def _notes_of(extra: Sequence[tuple[str, str]]) -> tuple[NoteRecord, ...]:
    """One note of all values that we have no column for."""
    text = "\n".join(f"{name}: {value}" if name else value for name, value in extra)
    return (NoteRecord(text),) if text else ()
