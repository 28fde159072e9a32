"""Loads the shipped texts and tables from ``resources/``. Read once, kept for the life of the process."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from desktop.domain.kinds import Language, Property
from desktop.domain.money import Currency
from desktop.domain.taxonomy import Taxonomy, build_taxonomy
from desktop.words.catalogue import Words

_SECTIONS = {"term", "unit", "error", "error_for", "sentence", "next_step", "ask_next", "neutral"}

#: Names of the tz database that mean a clock, not a place.
_CLOCKS = {"CET", "EET", "EST", "HST", "MET", "MST", "WET"}


def resource_folder() -> Path:
    """Where the shipped data lie: beside the package, in a checkout as in an installation."""
    return Path(__file__).resolve().parents[2] / "resources"


@cache
def load_words(language: Language) -> Words:
    """The catalogue of one language: ``words/en.toml`` and whatever stands beside it as ``words/en.*.toml``.

    Raises ``ValueError`` for a text that stands twice or in no known section: shipped texts must be right.
    """
    merged: dict[str, Any] = {section: {} for section in _SECTIONS}
    folder = resource_folder() / "words"
    for path in (folder / f"{language}.toml", *sorted(folder.glob(f"{language}.*.toml"))):
        _merge(merged, _read(path), path.name)
    return Words(
        language=language,
        terms=merged["term"],
        units=merged["unit"],
        errors=merged["error"],
        errors_for=merged["error_for"],
        sentences=merged["sentence"],
        next_steps=merged["next_step"],
        prompts=merged["ask_next"],
        neutral=merged["neutral"],
    )


@cache
def load_taxonomy(property_: Property) -> Taxonomy:
    """The shipped categories of a kind of place; the site's own changes are merged in by its settings."""
    return build_taxonomy(property_, _read(resource_folder() / "taxonomies" / f"{property_}.toml"))


@cache
def load_currencies() -> Mapping[str, Currency]:
    """Every known currency by its ISO 4217 code."""
    table = _read(resource_folder() / "currencies.toml")
    return {code: Currency(code, row["digits"], row["symbol"]) for code, row in table.items()}


def currency_of_country(country: str) -> str | None:
    """The currency code of an ISO 3166 country code, or None where it isn't in the table."""
    return _country_currencies().get(country)


@cache
def country_of_zone(zone: str) -> str | None:
    """The ISO 3166 code of the country a time zone lies in, or None for a zone without a place (``UTC``)."""
    by_zone, names, links = _zone_tables()
    if zone in by_zone:
        return by_zone[zone]
    if zone in names:  # old names that are countries: Iceland, Singapore
        return names[zone]
    return None if zone in _CLOCKS else by_zone.get(links.get(zone, ""))


@cache
def load_aliases() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Other spellings that files from elsewhere use: kind → code → spellings of either language."""
    table = _read(resource_folder() / "words" / "aliases.toml")
    return {kind: {code: tuple(spellings) for code, spellings in codes.items()} for kind, codes in table.items()}


@cache
def _country_currencies() -> Mapping[str, str]:
    table = _read(resource_folder() / "countries.toml")
    return {country: code for code, countries in table["countries"].items() for country in countries}


@cache
def _zone_tables() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """Country by zone, country by its English name, and zone by old zone name, from the tz database."""
    rows = [line.split("\t") for line in _tz_lines("zone.tab") if not line.startswith("#")]
    names = [line.split("\t") for line in _tz_lines("iso3166.tab") if not line.startswith("#")]
    links = [line.split() for line in _tz_lines("tzdata.zi") if line.startswith("L ")]
    return (
        {row[2]: row[0] for row in rows},
        {row[1]: row[0] for row in names},
        {link[2]: link[1] for link in links},
    )


def _tz_lines(name: str) -> list[str]:
    return files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8").splitlines()


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _merge(into: dict[str, Any], more: Mapping[str, Any], place: str) -> None:
    for section in more.keys() - _SECTIONS:
        raise ValueError(f"{place}: there is no section {section!r}")
    for section, texts in more.items():
        _merge_table(into[section], texts, f"{place}: {section}")


def _merge_table(into: dict[str, Any], more: Mapping[str, Any], place: str) -> None:
    for key, text in more.items():
        if isinstance(text, dict) and isinstance(into.get(key, {}), dict):
            _merge_table(into.setdefault(key, {}), text, f"{place}.{key}")
        elif key in into:
            raise ValueError(f"{place}.{key} stands twice")
        else:
            into[key] = text
