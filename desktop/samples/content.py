"""The stories and phrases of a sample desk: data in ``resources/samples``, read once and checked on the way.

A shipped text must be right: whatever does not fit raises ``ValueError`` or ``KeyError`` when it is loaded.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Any

from desktop.domain.kinds import (
    Channel,
    Flag,
    Language,
    Property,
    RecordType,
    RemedyKind,
    RootCause,
    Scope,
    TimePressure,
)
from desktop.words.resources import resource_folder

_HOURS = frozenset(range(24))


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that fits a story; ``amount`` in whole units of the site's currency, 0 where it costs nothing."""

    kind: RemedyKind
    amount: int = 0

    def as_fields(self) -> dict[str, object]:
        """The remedy as the acts ``propose`` and ``settle`` take it."""
        sum_given: dict[str, object] = {"amount": str(self.amount)} if self.amount else {}
        return {"kind": self.kind.value, **sum_given}


@dataclass(frozen=True, slots=True)
class Told:
    """A story in one language. Only complaints have more than the text."""

    text: str
    expected: str = ""
    actual: str = ""
    wants: str = ""
    note: str = ""
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Something that happens at such a place, with what usually becomes of it.

    ``hours`` are the local hours in which it usually comes in; in them its ``weight`` says how often against the
    others. ``channels`` are empty where any common one will do.
    """

    type: RecordType
    place: str
    told: Mapping[Language, Told]
    category: str | None = None
    severity: int = 2
    scope: Scope = Scope.ONE
    emotion: int = 0
    time_pressure: TimePressure = TimePressure.NONE
    flags: frozenset[Flag] = frozenset()
    hours: frozenset[int] = _HOURS
    weight: float = 1.0
    channels: tuple[Channel, ...] = ()
    root_cause: str = ""
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """The stories of one kind of place, and the names of where they happen."""

    stories: Mapping[RecordType, tuple[Story, ...]]
    by_hour: tuple[tuple[Story, ...], ...]  #: the complaints that usually come in at a local hour
    places: Mapping[str, Mapping[Language, str]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What colleagues write about any case: by occasion, the likely cause by root cause, the solution by remedy."""

    lists: Mapping[str, tuple[str, ...]]
    causes: Mapping[str, str]
    solutions: Mapping[str, str]


@cache
def load_pack(property_: Property) -> Pack:
    """The shipped stories for a hotel or a shop."""
    data = read_samples(f"{property_}.toml")
    places = {key: {Language(code): name for code, name in names.items()} for key, names in data["places"].items()}
    stories = {type_: tuple(_story(type_, row, places) for row in data[type_.value]) for type_ in RecordType}
    complaints = stories[RecordType.COMPLAINT]
    by_hour = tuple(tuple(story for story in complaints if hour in story.hours) for hour in range(24))
    return Pack(stories, by_hour, places)


@cache
def load_phrases(language: Language) -> Phrases:
    """The shipped phrases in one language."""
    data: Mapping[str, Any] = read_samples("people.toml")["phrases"][language.value]
    lists = {name: tuple(texts) for name, texts in data.items() if isinstance(texts, list)}
    return Phrases(lists, data["cause"], data["solution"])


@cache
def read_samples(name: str) -> Mapping[str, Any]:
    """The content of one file of ``resources/samples``."""
    return tomllib.loads((resource_folder() / "samples" / name).read_text(encoding="utf-8"))


def _story(type_: RecordType, row: Mapping[str, Any], places: Mapping[str, object]) -> Story:
    told = {language: Told(**row[language.value]) for language in Language}
    place = row["place"]
    if place not in places:
        raise ValueError(f"there is no place {place!r}")
    if type_ is not RecordType.COMPLAINT:
        return Story(type_, place, told)
    hours = _hours(*row["hours"]) if "hours" in row else _HOURS
    return Story(
        type_,
        place,
        told,
        category=row["category"],
        severity=row["severity"],
        scope=Scope(row["scope"]),
        emotion=row["emotion"],
        time_pressure=TimePressure(row.get("time_pressure", TimePressure.NONE)),
        flags=frozenset(Flag(code) for code in row.get("flags", ())),
        hours=hours,
        # What comes in at few hours comes in more often then; else a day would tell hardly any of it.
        weight=row.get("weight", 1.0) * sqrt(len(_HOURS) / len(hours)),
        channels=tuple(Channel(code) for code in row.get("channels", ())),
        root_cause=_root_cause(row["root_cause"]),
        offers=_offers(row["remedies"]),
    )


def _hours(first: int, until: int) -> frozenset[int]:
    """The hours from ``first`` up to ``until``; past midnight where that lies before."""
    return frozenset(hour % 24 for hour in range(first, until if until > first else until + 24))


def _root_cause(code: str) -> str:
    RootCause(code.partition("/")[0])
    return code


def _offers(texts: Sequence[str]) -> tuple[Offer, ...]:
    pairs = (text.partition(":") for text in texts)
    return tuple(Offer(RemedyKind(kind), int(amount or 0)) for kind, _, amount in pairs)
