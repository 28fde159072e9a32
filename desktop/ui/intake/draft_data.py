"""A form as the plain data of a draft, and back. What a draft of another version holds too much is passed over."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum

from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import Channel, Flag, RecordType, RemedyKind, Scope, TimePressure
from desktop.errors import UserError
from desktop.guides.keeping import conversation_data, read_conversation
from desktop.guides.model import Guide
from desktop.guides.state import Conversation
from desktop.ui.intake.form import TODAY, TOMORROW, Form, Hurt

SECONDS = "seconds"  #: beside the form's fields: how long the conversation has taken


def draft_data(form: Form, seconds: int = 0) -> dict[str, object]:
    """What differs from an empty form, as JSON knows it; ``seconds`` is how long the conversation has taken."""
    empty = Form()
    typed = {f.name: getattr(form, f.name) for f in fields(Form)}
    data = {name: _plain(value) for name, value in typed.items() if value != getattr(empty, name)}
    return data | ({SECONDS: seconds} if seconds else {})


def load_draft(data: Mapping[str, object], guide: Guide | None = None) -> Form:
    """The form that a draft holds. Never raises: a value that can't be read stays empty, the rest is kept.

    Its conversation can only be read with the guide that it follows.
    """
    read = {name: reader(data[name]) for name, reader in _READERS.items() if name in data}
    if guide is not None and "conversation" in data:
        read["conversation"] = _conversation(data["conversation"], guide)
    return Form(**{name: value for name, value in read.items() if value is not _UNREADABLE})  # type: ignore[arg-type]  # each reader gives its field's type


def seconds_of(data: Mapping[str, object]) -> int:
    """How long the conversation of a draft had taken."""
    seconds = data.get(SECONDS)
    return seconds if isinstance(seconds, int) and seconds > 0 else 0


def _plain(value: object) -> object:
    match value:
        case Conversation():
            return conversation_data(value)
        case RemedyOffer():
            return [value.kind.value, value.amount, value.note, value.law_card]
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case frozenset():
            return sorted(str(_plain(item)) for item in value)
    return value


_UNREADABLE = object()
_Reader = Callable[[object], object]


def _text(value: object) -> object:
    return value if isinstance(value, str) else _UNREADABLE


def _yes_no(value: object) -> object:
    return value if isinstance(value, bool) else _UNREADABLE


def _number(least: int, most: int) -> _Reader:
    def read(value: object) -> object:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return value if fits else _UNREADABLE

    return read


def _key(value: object) -> object:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else _UNREADABLE


def _code(kind: type[Enum]) -> _Reader:
    def read(value: object) -> object:
        try:
            return kind(value)
        except ValueError:
            return _UNREADABLE

    return read


def _day(value: object) -> object:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else _UNREADABLE
    except ValueError:
        return _UNREADABLE


def _texts(value: object) -> object:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else _UNREADABLE


def _pairs(value: object) -> object:
    if not isinstance(value, list):
        return _UNREADABLE
    pairs = [tuple(item) for item in value if isinstance(item, list) and len(item) == 2]
    return tuple(pair for pair in pairs if all(isinstance(text, str) for text in pair))


def _conversation(value: object, guide: Guide) -> object:
    if not isinstance(value, dict):
        return _UNREADABLE
    try:
        return read_conversation(value, guide)
    except (UserError, TypeError):  # it was led by a guide that the site has changed since, or is none
        return _UNREADABLE


def _offers(value: object) -> object:
    rows = value if isinstance(value, list) else []
    return tuple(offer for row in rows if isinstance(row, list) and (offer := _offer(*row[:4])) is not None)


def _offer(kind: object = "", amount: object = 0, note: object = "", law_card: object = "") -> RemedyOffer | None:
    known = {one.value: one for one in RemedyKind}
    if not (isinstance(kind, str) and kind in known and isinstance(note, str) and isinstance(law_card, str)):
        return None
    if not isinstance(amount, int) or isinstance(amount, bool) or amount < 0:
        return None
    return RemedyOffer(known[kind], amount, note, law_card)


def _day_word(value: object) -> object:
    return value if value in (TODAY, TOMORROW) else _UNREADABLE


def _flags(value: object) -> object:
    if not isinstance(value, list):
        return _UNREADABLE
    known = {flag.value: flag for flag in Flag}
    return frozenset(known[item] for item in value if isinstance(item, str) and item in known)


_TEXTS = (
    "text name honorific phone email language on_behalf_of room reference place hurt_who category expected actual "
    "received_clock reason told told_clock promise promise_clock nature cause impact note"
)
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(_TEXTS.split(), _text),
    **dict.fromkeys(("anonymous", "written", "on_the_spot", "earlier"), _yes_no),
    **dict.fromkeys(("problem_date", "received_on"), _day),
    "severity": _number(1, 4),
    "emotion": _number(0, 4),
    "gap": _number(0, 4),
    "guest_id": _key,
    "type": _code(RecordType),
    "channel": _code(Channel),
    "scope": _code(Scope),
    "time_pressure": _code(TimePressure),
    "hurt": _code(Hurt),
    "wants": _texts,
    **dict.fromkeys(("flags", "told_of"), _flags),
    "settling": _pairs,
    "offers": _offers,
    "promise_day": _day_word,
}
