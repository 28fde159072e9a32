"""What stands in the form of a new complaint: one frozen value, which facts it holds, and the case it becomes."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from desktop.domain.commands import GuestDetails, OpenCase, RemedyOffer
from desktop.domain.completeness import Fact, Known
from desktop.domain.kinds import Channel, Flag, Property, RecordType, Scope, TimePressure
from desktop.domain.lifecycle import check_still_ahead
from desktop.domain.priority import Rating, Repeat
from desktop.domain.rows import GuestRow
from desktop.domain.taxonomy import Taxonomy
from desktop.domain.texts import is_blank
from desktop.domain.wallclock import MINUTES_A_DAY, read_clock, utc_at
from desktop.errors import UserError
from desktop.guides.state import Conversation

ON_THE_SPOT = frozenset({Channel.COUNTER, Channel.PHONE})  #: face to face and by phone (domain.md 3)
_SPOKEN = frozenset({Channel.COUNTER, Channel.PHONE, Channel.HOTLINE})
MOST_WANTS = 20
TODAY, TOMORROW = "today", "tomorrow"  #: days of a promise
MARKS = (Flag.VIP, Flag.VULNERABLE)  #: what is said of the guest, not of the matter


class Hurt(StrEnum):
    """Whether anyone is hurt; empty: not asked yet."""

    NOT_ASKED = ""
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Form:
    """All that a person can enter, as it stands in the fields; nothing is checked yet."""

    type: RecordType = RecordType.COMPLAINT
    text: str = ""
    name: str = ""
    honorific: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    guest_id: int | None = None  #: the record that the name was taken from; another name is another guest
    anonymous: bool = False
    on_behalf_of: str = ""
    room: str = ""
    reference: str = ""
    problem_date: date | None = None
    place: str = ""
    channel: Channel = Channel.COUNTER
    written: bool | None = None  #: None: as the channel usually is
    wants: tuple[str, ...] = ()
    hurt: Hurt = Hurt.NOT_ASKED
    hurt_who: str = ""
    flags: frozenset[Flag] = frozenset()
    category: str | None = None
    severity: int | None = None
    scope: Scope | None = None
    time_pressure: TimePressure | None = None
    emotion: int | None = None
    expected: str = ""
    actual: str = ""
    gap: int | None = None
    on_the_spot: bool = False
    earlier: bool = False  #: taken before now: then the next three say when, and why it comes only now
    received_on: date | None = None  #: None: today
    received_clock: str = ""
    reason: str = ""
    settling: tuple[tuple[str, str], ...] = ()  #: what is half typed about settling it on the spot, by field
    offers: tuple[RemedyOffer, ...] = ()  #: what was offered to the guest, in the order offered
    told: str = ""  #: who was told of a risk
    told_clock: str = ""  #: at what times of day, parted by a space: a risk that comes later is told anew
    told_of: frozenset[Flag] = frozenset()  #: what was set when it was told last
    promise: str = ""  #: what was promised, and by when: ``today`` or ``tomorrow``, and a time of day
    promise_day: str = TODAY
    promise_clock: str = ""
    nature: str = ""
    cause: str = ""
    impact: str = ""
    note: str = ""
    conversation: Conversation | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing yet that would be missed; a conversation that stands at its beginning is nothing."""
        talk = self.conversation
        is_untouched = talk is None or not (talk.answers or talk.wordings or talk.short or len(talk.visits) > 1)
        return is_untouched and replace(self, conversation=None) == Form(type=self.type, channel=self.channel)

    @property
    def is_written(self) -> bool:
        """Whether the guest wrote it."""
        return self.channel not in _SPOKEN if self.written is None else self.written

    @property
    def takes_on_the_spot(self) -> bool:
        """Whether it can be acknowledged on the spot."""
        return self.channel in ON_THE_SPOT

    def known(self, property_: Property, taxonomy: Taxonomy) -> Known:
        """The facts that are there, for the completeness meter."""
        there = {
            Fact.TEXT: self.text,
            Fact.NAME: self.name,
            Fact.PHONE: self.phone + self.email,
            Fact.ROOM: self.room,
            Fact.REFERENCE: self.reference,
            Fact.PLACE: self.place,
        }
        given = {fact for fact, text in there.items() if not is_blank(text)}
        rated = {
            Fact.PROBLEM_DATE: self.problem_date is not None,
            Fact.WANTS: bool(self.wants),
            Fact.HURT: self.hurt is not Hurt.NOT_ASKED,
            Fact.CATEGORY: taxonomy.is_complete(self.category),
            Fact.SEVERITY: self.severity is not None,
            Fact.EMOTION: self.emotion is not None,
            Fact.SCOPE: self.scope is not None,
            Fact.TIME_PRESSURE: self.time_pressure is not None,
        }
        given |= {fact for fact, is_there in rated.items() if is_there}
        return Known(frozenset(given), self.type, self.channel, property_, self.anonymous)

    def rating(self, guest: GuestRow | None = None, repeat: Repeat = Repeat.NONE) -> Rating:
        """What the score reads. ``guest`` is the record that phone or e-mail found."""
        return Rating(
            type=self.type,
            channel=self.channel,
            severity=self.severity,
            scope=self.scope,
            emotion=self.emotion,
            time_pressure=self.time_pressure,
            flags=self.flags,
            guest_vip=guest is not None and guest.vip,
            guest_vulnerable=guest is not None and guest.vulnerable,
            repeat=repeat,
        )

    def guest(self) -> GuestDetails:
        """The complainant; nobody in particular when anonymous."""
        if self.anonymous:
            return GuestDetails(language=self.language.strip())
        return GuestDetails(
            name=self.name.strip(),
            honorific=self.honorific.strip(),
            phone=self.phone.strip(),
            email=self.email.strip(),
            language=self.language.strip(),
            vip=Flag.VIP in self.flags,
            vulnerable=Flag.VULNERABLE in self.flags,
            id=self.guest_id,
        )

    def received_at(self, today: date, zone: tzinfo) -> datetime | None:
        """When it was taken (UTC), None for now. Raises ``UserError``: ``bad_time`` (value)."""
        if not self.earlier:
            return None
        clock = _narrow(self.received_clock)
        minute = read_clock(clock)
        if minute is None or minute == MINUTES_A_DAY:
            raise UserError("bad_time", "received_at", value=self.received_clock.strip())
        return utc_at(self.received_on or today, minute, zone)

    def promise_due(self, now: datetime, zone: tzinfo) -> datetime | None:
        """By when the promise is to be kept (UTC), None where nothing is promised.

        Raises ``UserError``: ``missing`` (``promise`` or ``due``), ``bad_time`` (value), ``due_in_past``.
        """
        if is_blank(self.promise) and is_blank(self.promise_clock):
            return None
        if is_blank(self.promise):
            raise UserError("missing", "promise")
        if is_blank(self.promise_clock):
            raise UserError("missing", "due")
        minute = read_clock(_narrow(self.promise_clock))
        if minute is None:
            raise UserError("bad_time", "due", value=self.promise_clock.strip())
        day = now.astimezone(zone).date() + timedelta(days=self.promise_day == TOMORROW)
        due = utc_at(day, minute, zone)
        check_still_ahead(due, now, "due")
        return due

    def text_with(self, hurt: str) -> str:
        """The guest's words, and who is hurt as a paragraph of its own: ``hurt`` is that line."""
        return f"{self.text.rstrip()}\n\n{hurt}" if hurt else self.text


def command_of(form: Form, received_at: datetime | None, hurt: str) -> OpenCase:
    """The case that the form opens. ``hurt`` is the line that tells who is hurt, empty where nobody is."""
    return OpenCase(
        type=form.type,
        channel=form.channel,
        text=form.text_with(hurt),
        written=form.is_written,
        guest=form.guest(),
        anonymous=form.anonymous,
        on_behalf_of=form.on_behalf_of.strip(),
        room=form.room.strip(),
        reference=form.reference.strip(),
        place=form.place.strip(),
        problem_date=form.problem_date,
        category=form.category,
        severity=form.severity,
        scope=form.scope,
        emotion=form.emotion,
        time_pressure=form.time_pressure,
        flags=form.flags,
        expected=form.expected,
        actual=form.actual,
        gap=form.gap,
        nature=form.nature.strip(),
        cause=form.cause.strip(),
        impact=form.impact.strip(),
        wants=form.wants,
        on_the_spot=form.on_the_spot and form.takes_on_the_spot,
        received_at=received_at,
        reason=form.reason.strip() if form.earlier else "",
    )


def with_links(form: Form, changed: Collection[str]) -> Form:
    """'Is anyone hurt?' and the flag 'injury' say the same; whichever was chosen last holds."""
    if "hurt" in changed:
        flags = form.flags | {Flag.INJURY} if form.hurt is Hurt.YES else form.flags - {Flag.INJURY}
        return replace(form, flags=flags)
    if "flags" in changed and (Flag.INJURY in form.flags) != (form.hurt is Hurt.YES):
        return replace(form, hurt=Hurt.YES if Flag.INJURY in form.flags else Hurt.NOT_ASKED)
    return form


def _narrow(clock: str) -> str:
    """``15:20`` of ``15：20``, ``1520`` or ``15.20``: nobody should have to look for a colon."""
    digits = "".join(str(int(c)) if c.isdecimal() else ":" for c in clock.strip())
    if digits.isdigit() and len(digits) in (3, 4):
        return f"{digits[:-2]}:{digits[-2:]}"
    return digits
