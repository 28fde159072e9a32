"""What a field of a case was before and after, in words, for the timeline. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from desktop.domain.rows import Change, HistoryRow, StaffRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui import formats
from desktop.words import Words
from desktop.words.plain import plain

_LONGEST = 240  #: characters of one value; the whole stands on its card

#: Fields whose change is told wherever it happens, in the order in which people read them, with their kind of term.
_TOLD: Mapping[str, str] = {
    "band": "band",
    "type": "type",
    "category": "",
    "severity": "severity",
    "scope": "scope",
    "emotion": "emotion",
    "time_pressure": "time_pressure",
    "flags": "flag",
    "owner_id": "",
    "department": "",
    "guest_name": "",
    "guest_honorific": "honorific",
    "guest_phone": "",
    "guest_email": "",
    "room": "",
    "reference": "",
    "place": "",
    "nature": "",
    "cause": "",
    "impact": "",
    "expected": "",
    "actual": "",
    "text": "",
}
_NAMES = {"owner_id": "owner", "guest_name": "guest", "guest_phone": "phone", "guest_email": "email"}


@dataclass(frozen=True, slots=True)
class Teller:
    """All that is needed to tell a story: words, the site's categories and zone, how sums are written, who is who."""

    words: Words
    taxonomy: Taxonomy
    zone: tzinfo
    money: Callable[[int], str]
    by_login: Mapping[str, str] = field(default_factory=dict)  #: login → name
    by_id: Mapping[int, str] = field(default_factory=dict)

    def name(self, login: str) -> str:
        """The name of the one who signs in as ``login``."""
        return plain(self.by_login.get(login, login), _LONGEST)

    def local(self, moment: datetime) -> datetime:
        """A moment on the site's clock."""
        return moment.astimezone(self.zone)

    def when(self, moment: datetime, near: datetime) -> str:
        """A moment on the site's clock, as short as it stays clear for something said at ``near``."""
        return formats.near_time(self.local(moment), self.local(near), self.words.language)


def teller(
    words: Words, taxonomy: Taxonomy, zone: tzinfo, money: Callable[[int], str], people: tuple[StaffRow, ...]
) -> Teller:
    """A teller who knows the staff list."""
    by_login = {row.login: row.name for row in people}
    return Teller(words, taxonomy, zone, money, by_login, {row.id: row.name for row in people})


class Entry:
    """One history entry, with its changes by field."""

    def __init__(self, row: HistoryRow) -> None:
        self.row = row
        self._changes: dict[str, Change] = {change.field: change for change in row.changes}

    def after(self, name: str) -> object:
        """What a field is since then; None where the entry says nothing of it, or it was erased."""
        change = self._changes.get(name)
        return change.after if change else None

    def before(self, name: str) -> object:
        """What a field was until then."""
        change = self._changes.get(name)
        return change.before if change else None

    def text(self, name: str) -> str:
        """The same as text; empty for anything else."""
        value = self.after(name)
        return value if isinstance(value, str) else ""

    def has(self, name: str) -> bool:
        """Whether the entry says anything of a field."""
        return name in self._changes

    def moment(self, name: str) -> datetime | None:
        """A time that the entry tells."""
        return read_moment(self.after(name))


def read_moment(value: object) -> datetime | None:
    """A time as the history keeps it; None for anything else."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def told_changes(entry: Entry, teller: Teller, *, but: frozenset[str] = frozenset()) -> list[str]:
    """What changed in an entry, a line each: ``Priority: P3 → P1``. Derived fields are left out."""
    lines = []
    for name in _TOLD:
        if name in but or not entry.has(name):
            continue
        what = _sentence_case(teller.words.field_name(_NAMES.get(name, name)))
        before, after = _value(name, entry.before(name), teller), _value(name, entry.after(name), teller)
        if not before and not after:
            after = teller.words.sentence("story_erased")
        if not before:
            lines.append(teller.words.sentence("story_set", what=what, after=after))
        else:
            nothing = teller.words.sentence("story_nothing")
            lines.append(teller.words.sentence("story_change", what=what, before=before, after=after or nothing))
    return lines


def _value(name: str, value: object, teller: Teller) -> str:
    if value is None or value in ("", []):
        return ""
    if name == "category":
        category = teller.taxonomy.get(str(value))
        return category.short(teller.words.language) if category else plain(str(value), _LONGEST)
    if name == "owner_id":
        return teller.by_id.get(value, "") if isinstance(value, int) else ""
    if isinstance(value, list):
        return teller.words.joined(teller.words.term(_TOLD[name], str(item)) for item in value)
    kind = _TOLD[name]
    return teller.words.term(kind, str(value)) if kind else plain(str(value), _LONGEST)


def remedies(value: object, teller: Teller) -> str:
    """What was offered, as the history keeps it (kind and sum each), in one line."""
    offers = value if isinstance(value, list) else []
    told = []
    for offer in offers:
        kind, amount = (offer.get("kind"), offer.get("amount")) if isinstance(offer, dict) else (offer[0], offer[1])
        word = teller.words.term("remedy", str(kind))
        told.append(f"{word} {teller.money(amount)}" if isinstance(amount, int) and amount else word)
    return teller.words.joined(told)


def short_name(name: str) -> str:
    """A colleague for a narrow place: ``Maya C.``; names that aren't made of Latin words stay whole."""
    first, *rest = name.split(" ")
    return f"{first} {rest[-1][0]}." if rest and rest[-1][:1].isascii() and rest[-1] else name


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
