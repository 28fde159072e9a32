"""Opening a case: the number, the guest, the first rating."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.domain.clocks import resolve_due, respond_due
from desktop.domain.commands import OpenCase
from desktop.domain.conversations import check_talk
from desktop.domain.kinds import Channel, Medium, State
from desktop.domain.lifecycle import check_entered_time, check_on_the_spot
from desktop.domain.numbers import CaseNumber
from desktop.domain.people import Person, check_right
from desktop.domain.priority import Rating, prioritise
from desktop.domain.shifts import shift_at
from desktop.domain.taxonomy import Taxonomy
from desktop.domain.texts import COMPLAINT_LIMIT, check_line, check_text, is_blank, summary_of
from desktop.errors import UserError
from desktop.models.base import seconds
from desktop.models.case import Case
from desktop.models.driver import Driver, Insertion
from desktop.services.case_work import Done, queue_place, reason_told, told
from desktop.services.conversations import keep_talk, talk_told
from desktop.services.guest_records import guest_for, repeat_of
from desktop.services.indexing import add_words, words_of_row
from desktop.services.journal import Journal
from desktop.services.site import Rules, RulesInForce, SiteFacts

_ID_PLACES = 24  #: bits of a case's id below the received second; a counter fills them
_CASES = Insertion(Case)
_NEXT_VALUE = """INSERT INTO counters (name, value) VALUES (?, 1)
ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"""
_IS_TAKEN = "SELECT 1 FROM cases WHERE number = ?"

_Row = dict[str, Any]  # fields of a case, for the table and for the history


@dataclass(frozen=True, slots=True)
class Opening:
    """What opening a case works with: the open write transaction, who acts, and when (``at``, UTC).

    The guest waits for this, so it is done by plain statements (performance.md).
    """

    driver: Driver
    person: Person
    at: datetime
    facts: SiteFacts
    rules: Rules
    in_force: RulesInForce
    journal: Journal
    taxonomy: Taxonomy


def next_value(driver: Driver, counter: str) -> int:
    """The next value of a counter, from 1, taken in this transaction."""
    ((value,),) = driver.execute(_NEXT_VALUE, (counter,))
    return int(value)


def new_case_id(driver: Driver, received_at: datetime) -> int:
    """An id that grows with the received time, so that 'newest first' is the order of the key."""
    return max(seconds(received_at), 0) << _ID_PLACES | next_value(driver, "case_id") % (1 << _ID_PLACES)


def new_number(tx: Opening, received_at: datetime, desk: str) -> CaseNumber:
    """The next free number of a desk on the local date of the received time."""
    day = received_at.astimezone(tx.facts.zone).date()
    while True:
        serial = next_value(tx.driver, f"number:{tx.facts.code}-{desk}-{day:%Y%m%d}")
        number = CaseNumber(tx.facts.code, desk, day, serial)
        # Numbers that an import brought along are kept, so one may be taken already.
        if tx.driver.execute(_IS_TAKEN, (str(number),)).fetchone() is None:
            return number


def check_problem_date(day: date | None, received_at: datetime, tx: Opening) -> None:
    """A problem lies not after the day it was reported. Raises ``in_future``."""
    if day is not None and day > received_at.astimezone(tx.facts.zone).date():
        raise UserError("in_future", "problem_date")


def check_words(command: OpenCase) -> None:
    """Refuses texts that cannot be stored (trust.md, Text from outside)."""
    if is_blank(command.text):
        raise UserError("missing", "text")
    check_text(command.text, "text", COMPLAINT_LIMIT)
    for field in ("expected", "actual", "nature", "cause", "impact", "reason"):
        check_text(getattr(command, field), field)
    for field in ("on_behalf_of", "room", "reference", "place"):
        check_line(getattr(command, field), field)
    for field in ("name", "honorific", "phone", "email", "language"):
        check_line(getattr(command.guest, field), f"guest.{field}")
    for wish in command.wants:
        check_line(wish, "wants")
    if command.talk is not None:
        check_talk(command.talk)


def open_case(tx: Opening, command: OpenCase) -> Done:
    """Records a complaint, and the conversation in which it was told.

    Raises ``UserError``: the refusals of its fields, ``in_future``, ``needs_manager``, ``no_such_guest``.
    """
    check_right("open", tx.person)
    check_words(command)
    received_at = check_entered_time(command.received_at, tx.at, tx.person, command.reason, "received_at")
    check_problem_date(command.problem_date, received_at, tx)
    if command.category is not None:
        tx.taxonomy.check(command.category)
    if command.on_the_spot:
        check_on_the_spot(command.channel)
    row = _taken_down(tx, command, received_at) | _first_response(tx, command, received_at)
    row |= _rated(tx, command, row, received_at)
    _CASES.run(tx.driver, row)
    changes = {name: (None, value) for name, value in told(row).items()} | reason_told(command.reason)
    if command.talk is not None and command.talk.steps:
        keep_talk(tx.driver, row["id"], command.talk, tx.person.login)
        changes["conversation"] = (None, talk_told(command.talk))
    tx.journal.append_plainly(tx.driver, tx.at, tx.person.login, "open", row["id"], changes)
    add_words(tx.driver, row["id"], words_of_row(row))
    return Done(row["number"], row["version"], row["id"])


def _taken_down(tx: Opening, command: OpenCase, received_at: datetime) -> _Row:
    """The fields of a new case that are as they were told, with its number and its guest."""
    desk = tx.person.desk or tx.facts.desks[0].code
    number = new_number(tx, received_at, desk)
    shift = shift_at(tx.in_force.shifts, tx.facts.zone, received_at)
    details = command.guest
    guest = None if command.anonymous else guest_for(tx.driver, details, tx.at)
    return {
        "id": new_case_id(tx.driver, received_at),
        "version": 1,
        "number": str(number),
        "number_order": number.order,
        "type": command.type.value,
        "state": State.NEW.value,
        "channel": command.channel.value,
        "written": command.written,
        "desk": desk,
        "received_at": received_at,
        "received_by_id": tx.person.id,
        "received_by": tx.person.name,
        "shift": shift[0].code if shift else None,
        "shift_date": shift[1] if shift else None,
        "guest_id": guest.id if guest else None,
        "guest_name": details.name,
        "guest_honorific": details.honorific,
        "guest_phone": details.phone,
        "guest_email": details.email,
        "guest_language": details.language,
        "guest_vip": details.vip or bool(guest and guest.vip),
        "guest_vulnerable": details.vulnerable or bool(guest and guest.vulnerable),
        "anonymous": command.anonymous,
        "on_behalf_of": command.on_behalf_of,
        "room": command.room,
        "reference": command.reference,
        "place": command.place,
        "problem_date": command.problem_date,
        "text": command.text,
        "summary": summary_of(command.text),
        "expected": command.expected,
        "actual": command.actual,
        "gap": command.gap,
        "nature": command.nature,
        "cause": command.cause,
        "impact": command.impact,
        "wants": list(command.wants),
        "last_act_at": tx.at,
        "restricted": bool(guest and guest.restricted),
    }


def _first_response(tx: Opening, command: OpenCase, received_at: datetime) -> _Row:
    """What being there oneself does: the guest knows on the spot that the complaint has arrived."""
    if not command.on_the_spot:
        return {}
    medium = Medium.PHONE if command.channel is Channel.PHONE else Medium.IN_PERSON
    return {
        "state": State.ACKNOWLEDGED.value,
        "acknowledged_at": received_at,
        "first_response_at": received_at,
        "first_response_by": tx.person.login,
        "first_response_medium": medium.value,
    }


def _rated(tx: Opening, command: OpenCase, row: _Row, received_at: datetime) -> _Row:
    """The ratings given, and what follows from them by the rules in force: score, band, due times, place."""
    rated = {
        "category": command.category,
        "severity": command.severity,
        "emotion": command.emotion,
        "scope": command.scope and command.scope.value,
        "time_pressure": command.time_pressure and command.time_pressure.value,
        "flags": sorted(flag.value for flag in command.flags),
    }
    rating = Rating(
        type=command.type,
        channel=command.channel,
        severity=command.severity,
        scope=command.scope,
        emotion=command.emotion,
        time_pressure=command.time_pressure,
        flags=command.flags,
        guest_vip=bool(row["guest_vip"]),
        guest_vulnerable=bool(row["guest_vulnerable"]),
        repeat=repeat_of(tx.driver, row["guest_id"], row["id"], received_at, command.category),
    )
    priority = prioritise(rating)
    band, zone, rules = priority.band, tx.facts.zone, tx.in_force
    calendar = tx.rules.calendar(tx.driver, rules.calendar_id)
    targets = tx.rules.targets(tx.driver, rules.targets_id)
    respond = respond_due(band, targets, calendar, zone, received_at)
    resolve = resolve_due(band, targets, calendar, zone, received_at, ())
    next_due = respond if "first_response_at" not in row else resolve
    return {
        **rated,
        "intake": rated,
        "points": [[p.part, p.points] for p in priority.points],
        "score": priority.score,
        "band": band.value,
        "band_rule": priority.band_rule,
        "calendar_id": rules.calendar_id,
        "targets_id": rules.targets_id,
        "respond_due": respond,
        "resolve_due": resolve,
        **queue_place(next_due, in_queue=True),
    }
