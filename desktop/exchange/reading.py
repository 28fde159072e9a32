"""Values from elsewhere → a checked ``CaseRecord``: history as it was, any state, unknown analysis (domain.md 3)."""

import re
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
    RemedyKind,
    RootCause,
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
from desktop.exchange.past import Past, read_past
from desktop.exchange.records import CaseRecord, NoteRecord, PauseRecord, RemedyRecord
from desktop.exchange.whole import (
    check_inside,
    read_contacts,
    read_history,
    read_notes,
    read_remedies,
    read_standing,
)
from desktop.words.lookup import find_code

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
    **dict.fromkeys(("written", "anonymous", "handed_over", "handed_up"), (Given.yes, False)),
    **dict.fromkeys(_MOMENTS, (Given.time, None)),
    **dict.fromkeys(("problem_date", "shift_date"), (Given.day, None)),
    "scope": (_code(Scope, "scope"), None),
    "time_pressure": (_code(TimePressure, "time_pressure"), None),
    "outcome": (_code(Outcome, "outcome"), None),
    "closure": (_code(Closure, "closure"), None),
    "told_by": (_code(Medium, "medium"), None),
    "answer": (_code(Answer, "answer"), None),
    "severity": (_degree(1, 4, "severity"), None),
    "emotion": (_degree(0, 4, "emotion"), None),
    "gap": (_degree(0, 4, "gap"), None),
    "emotion_at_close": (_degree(0, 4, "emotion"), None),
    "category": (Given.category, None),
    "desk": (_desk, None),
    "root_cause": (lambda given, _: _root_cause(given), None),
    "flags": (_flags, []),
    "wants": (Given.texts, []),
    "whys": (Given.texts, []),
}
_NOTHING = {name: blank for name, (_, blank) in _FIELDS.items()}
_RATINGS = ["category", "severity", "scope", "emotion", "time_pressure", "flags"]
_GUEST_LINES = ["honorific", "email", "language"]
_SCORES = {
    "satisfaction": ("overall", 1, 5),
    "fair": ("fair", 1, 5),
    "easy": ("easy", 1, 5),
    "respect": ("respect", 1, 5),
    "recommend": ("recommend", 0, 10),
}
#: Remedies that are worth money: a log book's one sum belongs to the first of them.
_PAID = frozenset(
    {
        RemedyKind.REFUND_FULL,
        RemedyKind.REFUND_PART,
        RemedyKind.WAIVE,
        RemedyKind.DISCOUNT,
        RemedyKind.VOUCHER,
        RemedyKind.POINTS,
        RemedyKind.GIFT,
        RemedyKind.EXPENSES,
        RemedyKind.STATUTORY_SUM,
    }
)
_CAUSE_SIGN = re.compile(r"[/：:]")


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
    remedies = read_remedies(given) or _remedies(given, times)
    values |= _outcome(given, times, state, whole=whole) | _survey(given, values, times)
    values["compensation"] = _compensation(given, remedies)
    values["intake"] = _intake(given, values)
    history = read_history(given) if whole else ()
    past = read_past(history)
    values |= _from_past(past, times, state)
    receiver = given.line("received_by").strip()
    follow_up = state is State.RESOLVED and type_ is RecordType.COMPLAINT and values["survey_asked_at"] is None
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
        pauses=_pauses(past, state, times),
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


def _root_cause(given: Given) -> str | None:
    text = given.line("root_cause")
    if not text:
        return None
    main, _, detail = text.partition("/")
    if main in list(RootCause):
        return text
    known = find_code("root_cause", text)
    if known is not None:
        return known
    main, *details = _CAUSE_SIGN.split(text, maxsplit=1)
    code = find_code("root_cause", main)
    if code not in list(RootCause):
        raise given.bad("root_cause", text, list(RootCause))
    detail = details[0].strip() if details else ""
    return f"{code}/{find_code('root_cause_detail', detail) or detail}" if detail else code


def _remedies(given: Given, times: Times) -> tuple[RemedyRecord, ...]:
    """The remedies of one cell; the sum of the row belongs to the first that is worth money, else to the first."""
    kinds = given.codes_as_given("remedy", RemedyKind, "remedy")
    paid = next((kind for kind in kinds if kind in _PAID), kinds[0] if kinds else None)
    at = times.resolved or times.closed or times.responded or times.received
    by = "" if given.yes("handed_over") else given.line("received_by").strip()
    amount = given.amount("compensation") or 0
    return tuple(RemedyRecord(kind.value, amount if kind is paid else 0, by=by, at=at) for kind in kinds)


def _compensation(given: Given, remedies: Sequence[RemedyRecord]) -> int:
    stated = given.amount("compensation")
    return stated if stated is not None else sum(r.amount for r in remedies if r.taken_back_at is None)


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


def _intake(given: Given, values: Mapping[str, object]) -> object:
    """The ratings as they were at intake: those of the record where nothing else is told."""
    told = given.raw("intake")
    if told is None:
        return {name: values[name] for name in _RATINGS}
    if not isinstance(told, dict) or not set(told) <= set(_RATINGS):
        raise given.bad("intake", told)
    check_inside(told, "intake")
    return told


def _from_past(past: Past, times: Times, state: State) -> dict[str, object]:
    waiting = state in (State.WAITING_GUEST, State.WAITING_DEPARTMENT)
    return {
        "first_response_by": past.first_response_by,
        "first_response_medium": past.first_response_medium,
        "state_before_wait": (past.state_before_wait or State.ACKNOWLEDGED.value) if waiting else None,
        "reopened_band": past.reopened_band if state not in DONE_STATES | ENDED_STATES else None,
        "last_act_at": past.last_act_at or times.last,
    }


def _pauses(past: Past, state: State, times: Times) -> tuple[PauseRecord, ...]:
    """The times of waiting for the guest; one that lasts where the state says so."""
    if state is not State.WAITING_GUEST:
        return tuple(pause for pause in past.pauses if pause.ended_at is not None)
    waits = past.pauses and past.pauses[-1].ended_at is None
    return past.pauses if waits else (*past.pauses, PauseRecord(times.last, None))


def _guest(given: Given) -> GuestDetails:
    lines = {name: given.line(name) for name in _GUEST_LINES}
    vip, vulnerable = given.yes("vip"), given.yes("vulnerable")
    return GuestDetails(name=given.line("guest"), phone=given.line("phone"), vip=vip, vulnerable=vulnerable, **lines)


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
