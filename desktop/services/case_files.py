"""Reads the whole of one case for the case screen and its papers, in plain statements: somebody waits for it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from desktop.domain.case_file import (
    AttachmentRow,
    CaseFile,
    Clocks,
    Complainant,
    Ending,
    LinkedCase,
    MemberRow,
    PromiseRow,
    Rating,
    RequestRow,
    Story,
    Survey,
    TaskRow,
)
from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import (
    Answer,
    Band,
    Closure,
    Flag,
    Medium,
    Outcome,
    RemedyKind,
    Scope,
    State,
    TimePressure,
)
from desktop.domain.rows import CaseView, ContactRow
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.services.conversations import read_talk
from desktop.services.letter_rows import read_letters
from desktop.services.site import Rules

_LINKED_SHOWN = 20  #: of the guest's other cases, the newest

_COLUMNS = """guest_id, guest_phone, guest_email, guest_language, guest_vip, guest_vulnerable, anonymous, on_behalf_of,
expected, actual, gap, wants, nature, cause, impact, facts, facts_confirmed_at, facts_confirmed_by,
solution, beyond_expectation, prevention,
severity, scope, emotion, time_pressure, flags, assessed_at, override_band,
told_by, answer, emotion_at_close, resolved_at, last_resolved_at, resolved_by_id, resolved_by, reopened_at, closed_at,
ended_at, duplicate_of, outcome, closure, root_cause, whys, lesson, follow_up_due, survey, survey_asked_at,
survey_not_asked, band, targets_id, received_at, paused_minutes, department, acknowledged_at, first_response_medium,
handed_over, restricted, state_before_wait, shift, shift_date, compensation"""
_CASE = f"SELECT {_COLUMNS} FROM cases WHERE id = ?"
_NAMES = [name.strip() for name in _COLUMNS.split(",")]
_TASKS = """SELECT t.place, t.title, t.department, t.to_id, coalesce(s.name, ''), t.due, t.at, t."by", t.done_at,
coalesce(t.done_by, ''), t.kind FROM tasks t LEFT JOIN staff s ON s.id = t.to_id WHERE t.case_id = ? ORDER BY t.place"""
_PROMISES = """SELECT place, text, due, at, "by", kept_at, cancelled_at, reason FROM promises
WHERE case_id = ? ORDER BY place"""
_REQUESTS = """SELECT at, by_id, "by", offers, replaces, granted, decided_at, coalesce(decided_by, ''), reason
FROM remedy_requests WHERE case_id = ? ORDER BY id"""
_CONTACTS = 'SELECT at, "by", medium, with_whom, text, reached FROM contacts WHERE case_id = ? ORDER BY id'
_MEMBERS = """SELECT s.id, s.login, s.name FROM case_members m JOIN staff s ON s.id = m.staff_id
WHERE m.case_id = ? ORDER BY m.at, s.id"""
_ATTACHMENTS = """SELECT place, name, kind, size, sha256, at, "by" FROM attachments
WHERE case_id = ? AND removed_at IS NULL ORDER BY place"""
_OF_GUEST = """SELECT number, summary, received_at, state FROM cases INDEXED BY ix_cases_guest_id
WHERE guest_id = ? AND id <> ? AND restricted = 0 ORDER BY id DESC LIMIT ?"""
_ORIGINAL = "SELECT number, summary, received_at, state FROM cases WHERE number = ? AND restricted = 0"
_DUPLICATES = """SELECT c.number, c.summary, c.received_at, c.state FROM cases c
WHERE c.duplicate_of = ? AND c.restricted = 0 ORDER BY c.id"""


def read_case_file(driver: Driver, view: CaseView, rules: Rules) -> CaseFile:
    """The file of the case that ``view`` shows, read in the same transaction."""
    case_id = view.row.id
    case = dict(zip(_NAMES, driver.execute(_CASE, (case_id,)).fetchone(), strict=True))
    return CaseFile(
        view=view,
        complainant=_complainant(case),
        story=_story(case),
        rating=_rating(case),
        ending=_ending(case),
        clocks=_clocks(driver, case, rules),
        department=case["department"],
        acknowledged_at=_at(case["acknowledged_at"]),
        first_response_medium=case["first_response_medium"] or "",
        handed_over=bool(case["handed_over"]),
        restricted=bool(case["restricted"]),
        state_before_wait=State(case["state_before_wait"]) if case["state_before_wait"] else None,
        shift=case["shift"] or "",
        shift_date=None if case["shift_date"] is None else date.fromisoformat(case["shift_date"]),
        compensation=case["compensation"],
        tasks=tuple(map(_task, driver.execute(_TASKS, (case_id,)))),
        promises=tuple(map(_promise, driver.execute(_PROMISES, (case_id,)))),
        requests=tuple(map(_request, driver.execute(_REQUESTS, (case_id,)))),
        contacts=tuple(map(_contact, driver.execute(_CONTACTS, (case_id,)))),
        members=tuple(MemberRow(*member) for member in driver.execute(_MEMBERS, (case_id,))),
        attachments=tuple(map(_attachment, driver.execute(_ATTACHMENTS, (case_id,)))),
        linked=tuple(_linked(driver, case, view)),
        talk=read_talk(driver, case_id),
        letters=read_letters(driver, case_id),
    )


def _at(stored: int | None) -> datetime | None:
    return None if stored is None else moment(stored)


def _complainant(case: Mapping[str, Any]) -> Complainant:
    return Complainant(
        phone=case["guest_phone"],
        email=case["guest_email"],
        language=case["guest_language"],
        vip=bool(case["guest_vip"]),
        vulnerable=bool(case["guest_vulnerable"]),
        anonymous=bool(case["anonymous"]),
        on_behalf_of=case["on_behalf_of"],
    )


def _story(case: Mapping[str, Any]) -> Story:
    same = ("expected", "actual", "gap", "nature", "cause", "impact", "facts", "solution", "beyond_expectation")
    return Story(
        **{name: case[name] for name in same},
        prevention=case["prevention"],
        wants=tuple(json.loads(case["wants"])),
        facts_confirmed_at=_at(case["facts_confirmed_at"]),
        facts_confirmed_by=case["facts_confirmed_by"] or "",
    )


def _rating(case: Mapping[str, Any]) -> Rating:
    return Rating(
        severity=case["severity"],
        scope=Scope(case["scope"]) if case["scope"] else None,
        emotion=case["emotion"],
        time_pressure=TimePressure(case["time_pressure"]) if case["time_pressure"] else None,
        flags=frozenset(map(Flag, json.loads(case["flags"]))),
        assessed_at=_at(case["assessed_at"]),
        override_band=case["override_band"],
    )


def _ending(case: Mapping[str, Any]) -> Ending:
    moments = ("resolved_at", "last_resolved_at", "reopened_at", "closed_at", "ended_at", "follow_up_due")
    survey = Survey(
        asked_at=_at(case["survey_asked_at"]), not_asked=case["survey_not_asked"], **json.loads(case["survey"])
    )
    return Ending(
        **{name: _at(case[name]) for name in moments},
        told_by=Medium(case["told_by"]) if case["told_by"] else None,
        answer=Answer(case["answer"]) if case["answer"] else None,
        emotion_at_close=case["emotion_at_close"],
        resolved_by_id=case["resolved_by_id"],
        resolved_by=case["resolved_by"] or "",
        duplicate_of=case["duplicate_of"] or "",
        outcome=Outcome(case["outcome"]) if case["outcome"] else None,
        closure=Closure(case["closure"]) if case["closure"] else None,
        root_cause=case["root_cause"] or "",
        whys=tuple(json.loads(case["whys"])),
        lesson=case["lesson"],
        survey=survey,
    )


def _clocks(driver: Driver, case: Mapping[str, Any], rules: Rules) -> Clocks:
    rated_under = case["targets_id"]
    target = rules.targets(driver, rated_under or rules.in_force(driver).targets_id)[Band(case["band"])]
    received = moment(case["received_at"])
    return Clocks(
        respond_target=target.respond_min,
        resolve_target=target.resolve_min,
        respond_from=received,
        resolve_from=_at(case["reopened_at"]) or received,
        paused_minutes=case["paused_minutes"],
    )


def _task(stored: Any) -> TaskRow:
    place, title, department, to_id, to, due, at, by, done_at, done_by, kind = stored
    return TaskRow(place, title, department, to_id, to, _at(due), moment(at), by, _at(done_at), done_by, kind)


def _promise(stored: Any) -> PromiseRow:
    place, text, due, at, by, kept_at, cancelled_at, reason = stored
    return PromiseRow(place, text, moment(due), moment(at), by, _at(kept_at), _at(cancelled_at), reason)


def _request(stored: Any) -> RequestRow:
    at, by_id, by, offers, replaces, granted, decided_at, decided_by, reason = stored
    offered = tuple(
        RemedyOffer(RemedyKind(o["kind"]), o["amount"], o["note"], o["law_card"]) for o in json.loads(offers)
    )
    answer = None if granted is None else bool(granted)
    return RequestRow(moment(at), by_id, by, offered, bool(replaces), answer, _at(decided_at), decided_by, reason)


def _contact(stored: Any) -> ContactRow:
    at, by, medium, with_whom, text, reached = stored
    return ContactRow(moment(at), by, medium, with_whom, text, bool(reached))


def _attachment(stored: Any) -> AttachmentRow:
    place, name, kind, size, sha256, at, by = stored
    return AttachmentRow(place, name, kind, size, sha256, moment(at), by)


def _linked(driver: Driver, case: Mapping[str, Any], view: CaseView) -> Iterator[LinkedCase]:
    asked: list[tuple[str, str, tuple[object, ...]]] = [("duplicate", _DUPLICATES, (view.row.number,))]
    if case["duplicate_of"]:
        asked.insert(0, ("original", _ORIGINAL, (case["duplicate_of"],)))
    if case["guest_id"] is not None:
        asked.append(("guest", _OF_GUEST, (case["guest_id"], view.row.id, _LINKED_SHOWN)))
    told: set[str] = set()
    for relation, statement, values in asked:
        for number, summary, received_at, state in driver.execute(statement, values):
            if number not in told:
                told.add(number)
                yield LinkedCase(number, summary, moment(received_at), State(state), relation)
