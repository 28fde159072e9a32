"""What is wrong with a form, all at once and in reading order, so that the first mistake can get the focus.

The desk checks everything again when the case is opened; these spare the person one refusal after the other.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, tzinfo
from enum import Enum, auto

from desktop.domain.lifecycle import BACKDATING_FREE, check_entered_time
from desktop.domain.people import Person, leads
from desktop.domain.texts import COMPLAINT_LIMIT, check_line, check_text, is_blank
from desktop.errors import UserError
from desktop.ui.intake.form import Form

#: The fields that a refusal can stand at, in reading order.
FIELDS = (
    "text",
    "name",
    "honorific",
    "phone",
    "room",
    "reference",
    "problem_date",
    "received_at",
    "reason",
    "place",
    "channel",
    "on_the_spot",
    "wants",
    "hurt_who",
    "promise",
    "due",
    "type",
    "category",
    "severity",
    "emotion",
    "scope",
    "time_pressure",
    "flags",
    "email",
    "language",
    "on_behalf_of",
    "expected",
    "actual",
    "gap",
)
_HELD_BY = {
    "received_on": "received_at",
    "received_clock": "received_at",
    "earlier": "received_at",
    "promise_day": "due",
    "promise_clock": "due",
}
_LINES = ("name", "honorific", "phone", "room", "reference", "place", "hurt_who", "email", "language", "on_behalf_of")


class Earlier(Enum):
    """What a received time in the past asks for."""

    NOTHING = auto()
    REASON = auto()
    MANAGER = auto()


def place_of(refusal: UserError) -> str:
    """The field of the form that a refusal belongs to (``guest.phone`` is the phone); empty for none of them."""
    name = refusal.field.rpartition(".")[2].partition("[")[0]
    return name if name in FIELDS else ""


def changed_places(before: Form, after: Form) -> frozenset[str]:
    """The fields whose content differs: what was said about them holds no longer."""
    names = [f.name for f in fields(Form) if getattr(before, f.name) != getattr(after, f.name)]
    if "promise" in names:
        names.append("promise_clock")  # without a promise no time is asked for
    return frozenset(_HELD_BY.get(name, name) for name in names)


def needed_for_time(form: Form, person: Person, now: datetime, zone: tzinfo) -> Earlier:
    """Whether the entered time lies so far back that it needs a manager and a reason (domain.md 3)."""
    try:
        received = form.received_at(now.astimezone(zone).date(), zone)
    except UserError:
        return Earlier.NOTHING
    if received is None or now - received <= BACKDATING_FREE:
        return Earlier.NOTHING
    return Earlier.REASON if leads(person.role) else Earlier.MANAGER


def check_complaint(text: str) -> None:
    """Raises ``UserError``, ``too_long`` before anything else: looking through megabytes takes time."""
    if len(text) > COMPLAINT_LIMIT:
        raise UserError("too_long", "text", limit=f"{COMPLAINT_LIMIT // 1024} KB", size=len(text))
    check_text(text, "text", COMPLAINT_LIMIT)


def find_refusals(form: Form, person: Person, now: datetime, zone: tzinfo) -> tuple[UserError, ...]:
    """All that keeps the form from becoming a case, in reading order."""
    found = [
        refusal
        for check in (
            lambda: _check_words(form),
            *(_line_check(form, name) for name in _LINES),
            lambda: _check_day(form, now, zone),
            lambda: _check_time(form, person, now, zone),
            lambda: form.promise_due(now, zone),
            *(_text_check(form, name) for name in ("promise", "reason", "expected", "actual")),
            *(_wish_check(wish) for wish in form.wants),
        )
        if (refusal := _refusal_of(check)) is not None
    ]
    return tuple(sorted(found, key=lambda refusal: FIELDS.index(place_of(refusal))))


def _refusal_of(check: Callable[[], object]) -> UserError | None:
    try:
        check()
    except UserError as refusal:
        return refusal
    return None


def _check_words(form: Form) -> None:
    if is_blank(form.text):
        raise UserError("missing", "text")
    check_complaint(form.text)


def _line_check(form: Form, name: str) -> Callable[[], str]:
    return lambda: check_line(getattr(form, name), name)


def _text_check(form: Form, name: str) -> Callable[[], str]:
    return lambda: check_text(getattr(form, name), name)


def _wish_check(wish: str) -> Callable[[], str]:
    return lambda: check_line(wish, "wants")


def _check_day(form: Form, now: datetime, zone: tzinfo) -> None:
    if form.problem_date is not None and form.problem_date > now.astimezone(zone).date():
        raise UserError("in_future", "problem_date")


def _check_time(form: Form, person: Person, now: datetime, zone: tzinfo) -> None:
    received = form.received_at(now.astimezone(zone).date(), zone)
    check_entered_time(received, now, person, form.reason, "received_at")
