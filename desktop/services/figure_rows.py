"""The rows that figures are made of, by few plain statements (performance.md).

A case counts as its columns say, unless something happened to it after the moment of the report: then its history is
told again up to there (``desktop.domain.figures.past``).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from itertools import groupby, islice
from typing import Any, TypeVar

from desktop.domain.figures.cohort import COUNTED_TYPE, UNCOUNTED_STATES, CaseFacts, RemedyFacts, in_category
from desktop.domain.figures.flow import CaseLife, Resolved
from desktop.domain.figures.lists import Listable
from desktop.domain.figures.past import (
    ToldEntry,
    brought_back,
    happened_by,
    life_of,
    of_a_book,
    tell,
    utc_seconds,
)
from desktop.domain.figures.recurrent import GUEST_WITHIN, PLACE_WITHIN, Earlier
from desktop.domain.figures.shapes import Span
from desktop.domain.figures.spans import bounds
from desktop.domain.people import Person
from desktop.models.base import seconds
from desktop.models.driver import Driver
from desktop.services.restricting import reads_restricted

#: The fields of ``CaseFacts`` in their order.
_COLUMNS = """c.id, c.number, c.received_at, c.type, c.state, coalesce(c.category, ''), c.place, c.channel,
coalesce(c.shift, ''), c.shift_date, c.department, c.received_by_id, c.received_by, c.owner_id, c.owner_name,
c.guest_id, c.band, c.band_rule, c.respond_due, c.first_response_at, c.resolved_at,
CASE WHEN c.resolved_at IS NULL THEN c.resolve_due ELSE c.first_resolve_due END, c.first_resolved_by_id,
coalesce(c.resolved_by, ''), c.handed_over, c.handed_up,
CASE WHEN c.intake <> '{}' THEN json_extract(c.intake, '$.emotion') END, c.emotion_at_close, c.outcome, c.closure,
c.root_cause, c.survey_asked_at, CASE WHEN c.survey <> '{}' THEN json_extract(c.survey, '$.overall') END,
CASE WHEN c.survey <> '{}' THEN json_extract(c.survey, '$.recommend') END, c.compensation, c.closed_at,
c.last_act_at, c.restricted, c.imported"""
FACTS = f"SELECT {_COLUMNS} FROM cases c"
_COHORT = f"{FACTS} WHERE c.received_at >= ? AND c.received_at < ? ORDER BY c.received_at, c.id"
Lived = tuple[CaseFacts, CaseLife]
Listed = TypeVar("Listed", bound=Listable)

_MANY = 500  #: values in one statement

COUNTED = "c.type = 'complaint' AND c.state NOT IN ('duplicate', 'not_complaint')"
CAME_BACK = "(SELECT case_id FROM resolutions WHERE reopened_at IS NOT NULL)"
_LATER = f"{FACTS} INDEXED BY ix_cases_last_act_at WHERE c.received_at < ? AND c.last_act_at > ?"
_EARLIER = f"""SELECT {COUNTED}, c.received_at, c.id, c.guest_id, coalesce(c.category, ''), c.place
FROM cases c WHERE"""
_GUESTS_BEFORE = f"""{_EARLIER} c.guest_id IN (SELECT guest_id FROM cases WHERE received_at >= ? AND received_at < ?)
AND +c.received_at >= ? AND +c.received_at < ?"""
_BETWEEN = f"{_EARLIER} c.received_at >= ? AND c.received_at < ?"
_PLACES_BEFORE = f"{_BETWEEN} AND c.place <> ''"
_RESOLUTIONS = "SELECT case_id, at, reopened_at FROM resolutions WHERE case_id IN ({}) ORDER BY case_id, at, id"
_ENDS = "SELECT id, ended_at FROM cases WHERE id IN ({})"
_HISTORY = """SELECT h.case_id, h.at, h."by", h.act, h.changes, t.text FROM history h
LEFT JOIN history_texts t ON t.entry_id = h.id AND t.field = 'root_cause' AND t.side = 'after'
WHERE h.case_id IN ({}) ORDER BY h.case_id, h.id"""
_INTAKE_BANDS = """SELECT case_id, json_extract(changes, '$.band[1]') FROM history
WHERE case_id IN ({}) AND act IN ('open', 'import') ORDER BY id DESC"""
_REMEDIES = """SELECT r.case_id, r.kind, r.amount, coalesce(s.role, n.role, '') FROM cases c
JOIN remedies r ON r.case_id = c.id LEFT JOIN staff s ON s.id = r.by_id
LEFT JOIN staff n ON r.by_id IS NULL AND n.login = r."by"
WHERE c.received_at >= ? AND c.received_at < ? AND r.at <= ? AND (r.taken_back_at IS NULL OR r.taken_back_at > ?)"""


@dataclass(frozen=True, slots=True)
class Window:
    """What is looked at: from ``start`` until before ``end``, as of ``as_of`` (UTC seconds), of one level-1 category.

    ``end`` lies not after the first second that hasn't happened yet.
    """

    start: int
    end: int
    as_of: int
    category: str = ""  #: empty: all


def window_of(span: Span, as_of: datetime, zone: tzinfo, category: str = "") -> Window:
    """A span of local days as a window; it ends with what has happened by the moment."""
    start, end = bounds(span, zone)
    known = seconds(as_of) + 1
    return Window(min(start, known), min(end, known), known - 1, category)


def named_to(person: Person, cases: Iterable[Listed]) -> list[Listed]:
    """The cases that may be named to a person: restricted ones count, and are named to those who lead alone."""
    return [case for case in cases if not case.restricted or reads_restricted(person)]


class Past:
    """Cases received before a window's end to which something happened after its moment, as they stood then."""

    def __init__(self, driver: Driver, window: Window) -> None:
        self._driver, self._as_of = driver, window.as_of
        self._lives: dict[int, CaseLife] = {}
        self._facts: dict[int, CaseFacts] = {}
        self._bring_back(list(map(CaseFacts._make, driver.execute(_LATER, (window.end, window.as_of)))))

    def _bring_back(self, rows: Sequence[CaseFacts]) -> None:
        ids: dict[str, int] = dict(self._driver.execute("SELECT login, id FROM staff"))
        for some in _chunks(rows):
            keys = [row.id for row in some]
            stored = _resolutions_of(self._driver, keys)
            ends = dict(self._driver.execute(_ENDS.format(_marks(keys)), keys))
            entries = dict(_entries_of(self._driver, keys))
            for row in some:
                told = tell(entries.get(row.id, ()), self._as_of)
                facts = brought_back(row, told, ids) if told.fields else row
                if "import" in {entry.act for entry in entries.get(row.id, ())}:
                    facts = of_a_book(facts, self._as_of)
                facts = happened_by(facts, self._as_of)
                resolutions = stored.get(row.id, ()) if row.imported or not told.fields else told.resolutions
                self._facts[row.id] = facts
                ended = utc_seconds(told.fields["ended_at"]) if "ended_at" in told.fields else ends.get(row.id)
                self._lives[row.id] = life_of(facts, resolutions, ended)

    def seen(self, row: CaseFacts) -> CaseFacts:
        """The case as it stood."""
        return self._facts.get(row.id, row) if row.last_act > self._as_of else row

    def earlier(self, row: Sequence[Any]) -> Earlier | None:
        """A row of an earlier case, as it stood; None where it didn't count."""
        counts, received, id_, guest_id, category, place = row
        facts = self._facts.get(id_)
        if facts is not None:
            counts, category = facts.is_counted, facts.category
        return Earlier(received, id_, guest_id, category, place) if counts else None

    def counted(self) -> list[CaseFacts]:
        """Those that count."""
        return [facts for facts in self._facts.values() if facts.is_counted]

    def lives(self, category: str) -> list[Lived]:
        """Those that count, with their lives."""
        return [
            (facts, self._lives[id_])
            for id_, facts in self._facts.items()
            if facts.is_counted and in_category(facts.category, category)
        ]


def read_received(driver: Driver, window: Window, past: Past | None) -> list[CaseFacts]:
    """The counted cases received in the window, of every category, the oldest first."""
    rows = map(CaseFacts._make, driver.execute(_COHORT, (window.start, window.end)))
    seen = rows if past is None else map(past.seen, rows)
    return [row for row in seen if row.type == COUNTED_TYPE and row.state not in UNCOUNTED_STATES]


def read_remedies(driver: Driver, window: Window, cohort: Iterable[CaseFacts]) -> list[RemedyFacts]:
    """The remedies that stood on the cohort's cases at the moment."""
    ids = {case.id for case in cohort}
    found = driver.execute(_REMEDIES, (window.start, window.end, window.as_of, window.as_of))
    return [remedy for remedy in map(RemedyFacts._make, found) if remedy.case_id in ids]


def read_between(driver: Driver, start: int, end: int, past: Past | None) -> list[Earlier]:
    """The counted cases received from ``start`` until before ``end`` (UTC seconds), as they stood."""
    return _as_stood(driver.execute(_BETWEEN, (start, end)), past)


def read_earlier(driver: Driver, window: Window, past: Past | None) -> list[Earlier]:
    """The counted cases before the window that may make one of its own a recurrent one."""
    start = window.start
    guests = driver.execute(_GUESTS_BEFORE, (start, window.end, start - GUEST_WITHIN, start))
    rows = [*guests, *driver.execute(_PLACES_BEFORE, (start - PLACE_WITHIN, start))]
    return _as_stood(rows, past)


def _as_stood(rows: Iterable[Sequence[Any]], past: Past | None) -> list[Earlier]:
    if past is None:
        return [Earlier._make(row[1:]) for row in rows if row[0]]
    return [earlier for row in rows if (earlier := past.earlier(row)) is not None]


def read_intake_bands(driver: Driver, cases: Sequence[CaseFacts]) -> dict[int, str]:
    """The bands that cases had when they came, as far as the history tells."""
    bands: dict[int, str] = {}
    for some in _chunks(cases):
        keys = [case.id for case in some]
        bands |= {id_: band for id_, band in driver.execute(_INTAKE_BANDS.format(_marks(keys)), keys) if band}
    return bands


def lives_of(driver: Driver, rows: Sequence[CaseFacts]) -> list[Lived]:
    """Counted cases that stand as their columns say, with their lives."""
    lived: list[Lived] = []
    for some in _chunks(rows):
        keys = [row.id for row in some]
        stored = _resolutions_of(driver, keys)
        ends = dict(driver.execute(_ENDS.format(_marks(keys)), keys))
        lived += [(row, life_of(row, stored.get(row.id, ()), ends.get(row.id))) for row in some]
    return lived


def _resolutions_of(driver: Driver, case_ids: Sequence[int]) -> dict[int, tuple[Resolved, ...]]:
    """The resolutions of some cases, the oldest first."""
    rows = driver.execute(_RESOLUTIONS.format(_marks(case_ids)), case_ids)
    return {
        id_: tuple((at, reopened) for _, at, reopened in group) for id_, group in groupby(rows, key=lambda row: row[0])
    }


def _entries_of(driver: Driver, case_ids: Sequence[int]) -> Iterator[tuple[int, list[ToldEntry]]]:
    """The history of some cases, as far as figures read it."""
    rows = driver.execute(_HISTORY.format(_marks(case_ids)), case_ids)
    for case_id, group in groupby(rows, key=lambda row: row[0]):
        yield case_id, [ToldEntry(at, by, act, _changes(stored, text)) for _, at, by, act, stored, text in group]


def _changes(stored: str, root_cause: str | None) -> Mapping[str, list[object]]:
    changes: dict[str, list[object]] = json.loads(stored)
    if "root_cause" in changes:  # personal text: the entry itself holds its mark alone
        changes["root_cause"] = [None, None if root_cause is None else json.loads(root_cause)]
    return changes


@lru_cache(maxsize=8)
def _mark_list(count: int) -> str:
    return ", ".join("?" * count)


def _marks(values: Sequence[object]) -> str:
    return _mark_list(len(values))


def _chunks(rows: Sequence[CaseFacts]) -> Iterator[Sequence[CaseFacts]]:
    iterator = iter(rows)
    while some := list(islice(iterator, _MANY)):
        yield some
