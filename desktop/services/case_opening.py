"""Opening a case: the number, the guest, the first rating."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.commands import OpenCase
from desktop.domain.kinds import Channel, Medium, State
from desktop.domain.lifecycle import check_entered_time, check_on_the_spot
from desktop.domain.numbers import CaseNumber
from desktop.domain.people import check_right
from desktop.domain.shifts import shift_at
from desktop.domain.texts import COMPLAINT_LIMIT, check_line, check_text, is_blank, summary_of
from desktop.errors import UserError
from desktop.models.base import seconds
from desktop.models.case import NEVER_DUE, Case
from desktop.models.site import Counter
from desktop.services.case_work import CaseWork, Done, Transaction, reason_told
from desktop.services.guests import guest_for
from desktop.services.indexing import add_words, words_of_new

_ID_PLACES = 24  #: bits of a case's id below the received second; a counter fills them


def next_value(tx: Transaction, counter: str) -> int:
    """The next value of a counter, from 1, taken in this transaction."""
    statement = insert(Counter).values(name=counter, value=1)
    statement = statement.on_conflict_do_update(index_elements=["name"], set_={"value": Counter.value + 1})
    return int(tx.session.execute(statement.returning(Counter.value)).scalar_one())


def new_case_id(tx: Transaction, received_at: datetime) -> int:
    """An id that grows with the received time, so that 'newest first' is the order of the key."""
    return max(seconds(received_at), 0) << _ID_PLACES | next_value(tx, "case_id") % (1 << _ID_PLACES)


def new_number(tx: Transaction, received_at: datetime, desk: str) -> CaseNumber:
    """The next free number of a desk on the local date of the received time."""
    day = received_at.astimezone(tx.facts.zone).date()
    while True:
        serial = next_value(tx, f"number:{tx.facts.code}-{desk}-{day:%Y%m%d}")
        number = CaseNumber(tx.facts.code, desk, day, serial)
        # Numbers that an import brought along are kept, so one may be taken already.
        if tx.session.scalar(select(Case.id).where(Case.number == str(number))) is None:
            return number


def check_problem_date(day: date | None, received_at: datetime, tx: Transaction) -> None:
    """A problem lies not after the day it was reported. Raises ``in_future``."""
    if day is not None and day > received_at.astimezone(tx.facts.zone).date():
        raise UserError("in_future", "problem_date")


def check_words(command: OpenCase) -> None:
    """Refuses texts that cannot be stored (trust.md, Text from outside)."""
    if is_blank(command.text):
        raise UserError("missing", "text")
    check_text(command.text, "text", COMPLAINT_LIMIT)
    for field in ("expected", "actual", "reason"):
        check_text(getattr(command, field), field)
    for field in ("on_behalf_of", "room", "reference", "place"):
        check_line(getattr(command, field), field)
    for field in ("name", "honorific", "phone", "email", "language"):
        check_line(getattr(command.guest, field), f"guest.{field}")
    for wish in command.wants:
        check_line(wish, "wants")


def open_case(tx: Transaction, command: OpenCase) -> Done:
    """Records a complaint. Raises ``UserError``: the refusals of its fields, ``in_future``, ``needs_manager``."""
    check_right("open", tx.person)
    check_words(command)
    received_at = check_entered_time(command.received_at, tx.at, tx.person, command.reason, "received_at")
    check_problem_date(command.problem_date, received_at, tx)
    if command.category is not None:
        tx.taxonomy.check(command.category)
    if command.on_the_spot:
        check_on_the_spot(command.channel)
    case = _new_case(tx, command, received_at)
    work = CaseWork(tx, case, "open")
    if command.on_the_spot:
        medium = Medium.PHONE if command.channel is Channel.PHONE else Medium.IN_PERSON
        work.acknowledge(received_at, medium.value)
    work.rate()
    tx.session.add(case)
    done = work.finish(reason_told(command.reason))
    add_words(tx.session, case.id, words_of_new(case))
    return done


def _new_case(tx: Transaction, command: OpenCase, received_at: datetime) -> Case:
    desk = tx.person.desk or tx.facts.desks[0].code
    number = new_number(tx, received_at, desk)
    shift = shift_at(tx.in_force.shifts, tx.facts.zone, received_at)
    details = command.guest
    guest = None if command.anonymous else guest_for(tx.session, details, tx.at)
    rated = {name: getattr(command, name) for name in ("category", "severity", "emotion")}
    rated["scope"] = command.scope and command.scope.value
    rated["time_pressure"] = command.time_pressure and command.time_pressure.value
    rated["flags"] = sorted(flag.value for flag in command.flags)
    return Case(
        id=new_case_id(tx, received_at),
        number=str(number),
        number_order=number.order,
        type=command.type.value,
        state=State.NEW.value,
        channel=command.channel.value,
        written=command.written,
        desk=desk,
        received_at=received_at,
        received_by_id=tx.person.id,
        received_by=tx.person.name,
        shift=shift[0].code if shift else None,
        shift_date=shift[1] if shift else None,
        guest_id=guest.id if guest else None,
        guest_name=details.name,
        guest_honorific=details.honorific,
        guest_phone=details.phone,
        guest_email=details.email,
        guest_language=details.language,
        guest_vip=details.vip or bool(guest and guest.vip),
        guest_vulnerable=details.vulnerable or bool(guest and guest.vulnerable),
        anonymous=command.anonymous,
        on_behalf_of=command.on_behalf_of,
        room=command.room,
        reference=command.reference,
        place=command.place,
        problem_date=command.problem_date,
        text=command.text,
        summary=summary_of(command.text),
        expected=command.expected,
        actual=command.actual,
        gap=command.gap,
        wants=list(command.wants),
        **rated,
        intake=rated,
        queue_due=NEVER_DUE,
        in_queue=True,
        last_act_at=tx.at,
    )
