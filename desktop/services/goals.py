"""What the site wants its figures to be: set by the manager, shown beside the figures."""

import json
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal

from desktop.domain.figures.report_shapes import Goals
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.models.driver import driver_of
from desktop.services.settings_work import SettingsBook

GOALS = "goals"  #: the setting and its part

_PERCENT = (Decimal(0), Decimal(100), 1)
#: field → least, most and decimals of what may be wanted
_RANGES: Mapping[str, tuple[Decimal, Decimal, int]] = {
    "within_1h_pct": _PERCENT,
    "within_24h_pct": _PERCENT,
    "respond_pct": _PERCENT,
    "resolve_pct": _PERCENT,
    "satisfaction": (Decimal(1), Decimal(5), 2),
    "rate": (Decimal(0), Decimal(10_000), 2),
}
_NAMES = tuple(goal.name for goal in fields(Goals))


class GoalsService:
    """Reads and writes the goals: one row of the settings."""

    def __init__(self, book: SettingsBook) -> None:
        self._book = book

    def goals(self) -> Goals:
        """The goals as they stand; None where nobody has said."""
        with self._book.database.reading() as connection:
            row = driver_of(connection).execute("SELECT value FROM settings WHERE name = ?", (GOALS,)).fetchone()
        return _read(row)

    def set(self, person: Person, goals: Goals) -> None:
        """Sets all goals at once; None takes one away.

        Raises ``not_allowed``, ``bad_number`` (with the goal's field name, ``value``, ``least`` and ``most``).
        """
        with self._book.changing(person, GOALS) as work:
            stored = work.setting(GOALS)
            before = _goals(stored if isinstance(stored, Mapping) else {})
            after = _checked(goals)
            told = {
                name: (_text(getattr(before, name)), _text(getattr(after, name)))
                for name in _NAMES
                if getattr(before, name) != getattr(after, name)
            }
            if told:
                work.keep(GOALS, {name: _text(getattr(after, name)) for name in _NAMES})
                work.tell({"setting": (None, GOALS), **told})


def _checked(goals: Goals) -> Goals:
    return Goals(**{name: _checked_number(name, getattr(goals, name)) for name in _NAMES})


def _checked_number(name: str, value: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    least, most, places = _RANGES[name]
    if not (value.is_finite() and least <= value <= most and value == round(value, places)):
        raise UserError("bad_number", name, value=str(value), least=str(least), most=str(most))
    return round(value, places)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _goals(stored: Mapping[str, object]) -> Goals:
    return Goals(**{name: Decimal(str(stored[name])) for name in _NAMES if stored.get(name) is not None})


def _read(row: tuple[str] | None) -> Goals:
    stored = json.loads(row[0]) if row else {}
    return _goals(stored if isinstance(stored, Mapping) else {})
