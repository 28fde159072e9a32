"""The law cards of mainland China: their ids, and what each says, with its source and dates (domain.md 8).

The texts are data in ``resources/law``; what a card comes to in money and days is worked out in ``law_sums``.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.kinds import Language
from desktop.errors import UserError

LAW_CARDS = ("cpl-55", "cpl-24", "cpl-25", "fsl-148", "pen-8", "cpl-18")

_PACK_KEYS = ("country", "as_of", "notice", "card")
_CARD_KEYS = ("id", "article", "title", "summary", "source", "effective")
_COUNTRY = re.compile(r"[A-Z]{2}")


def cards_of(country: str) -> tuple[str, ...]:
    """The ids of the cards that are shown in a country (two letters); none outside mainland China."""
    return LAW_CARDS if country == "CN" else ()


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in both languages."""

    en: str
    zh: str

    def text(self, language: Language) -> str:
        """The text in a language."""
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class LawCard:
    """What a law gives, in plain words. ``effective``: the day from which the wording meant by ``source`` holds."""

    id: str
    article: Wording
    title: Wording
    summary: Wording
    source: Wording
    effective: date


@dataclass(frozen=True, slots=True)
class LawPack:
    """The cards of a country in their order. ``as_of``: the day up to which changes of the laws were considered.

    ``notice`` (for a person to confirm, not legal advice) stands wherever a card is shown.
    """

    country: str
    as_of: date
    notice: Wording
    cards: tuple[LawCard, ...]

    def card(self, id_: str, field: str = "card") -> LawCard:
        """The card with this id. Raises ``UserError``: ``unknown_law_card`` (value)."""
        found = next((card for card in self.cards if card.id == id_), None)
        if found is None:
            raise UserError("unknown_law_card", field, value=id_)
        return found


def build_law_pack(data: Mapping[str, object]) -> LawPack:
    """Makes a pack of the content of its file.

    Raises ``ValueError`` with the place and the reason of the first thing that doesn't fit: a shipped pack must be
    right.
    """
    _check_keys(data, _PACK_KEYS, "the pack")
    country, rows = data["country"], data["card"]
    if not isinstance(country, str) or not _COUNTRY.fullmatch(country):
        raise ValueError(f"country: {country!r} is no country of two capital letters")
    as_of = _day(data["as_of"], "as_of")
    notice = _wording(data["notice"], "notice")
    if not isinstance(rows, list):
        raise ValueError("card: the cards are a list of tables")
    cards = tuple(_card(row, number, as_of) for number, row in enumerate(rows, 1))
    ids = tuple(card.id for card in cards)
    if ids != cards_of(country):
        wanted = ", ".join(cards_of(country)) or "none"
        raise ValueError(f"card: the cards of {country} are {wanted}, in this order, not {', '.join(ids) or 'none'}")
    return LawPack(country, as_of, notice, cards)


def _card(row: object, number: int, as_of: date) -> LawCard:
    place = f"card {number}"
    if not isinstance(row, Mapping):
        raise ValueError(f"{place}: this is no table")
    id_ = row.get("id")
    if not isinstance(id_, str) or id_ not in LAW_CARDS:
        raise ValueError(f"{place}.id: {id_!r} is no law card")
    place = f"{place} ({id_})"
    _check_keys(row, _CARD_KEYS, place)
    article, title, summary, source = (
        _wording(row[key], f"{place}.{key}") for key in ("article", "title", "summary", "source")
    )
    effective = _day(row["effective"], f"{place}.effective")
    if effective > as_of:
        raise ValueError(f"{place}.effective: {effective} is later than as_of, {as_of}")
    return LawCard(id_, article, title, summary, source, effective)


def _check_keys(table: Mapping[str, object], known: Collection[str], place: str) -> None:
    for key in known:
        if key not in table:
            raise ValueError(f"{place}: {key} is missing")
    for key in table:
        if key not in known:
            raise ValueError(f"{place}: {key} is not known")


def _wording(value: object, place: str) -> Wording:
    if not isinstance(value, Mapping):
        raise ValueError(f"{place}: a text stands in en and zh")
    _check_keys(value, ("en", "zh"), place)
    for language, text in value.items():
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{place}.{language}: the text is empty")
        if text != text.strip() or not text.isprintable():
            raise ValueError(f"{place}.{language}: a text is one line without blanks at its ends")
    return Wording(value["en"], value["zh"])


def _day(value: object, place: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{place}: {value!r} is no date like 2026-06-01")
    return value
