"""What helped guests with the same trouble before, for the counter (domain.md 1, row 30; rules in the domain).

Read only, and as quick on a desk with a hundred thousand cases: the newest few hundred that ended well are read by an
index, by each level-2 category, and nothing else is looked at. No delicate case is an example, whoever reads: neither
a restricted case nor one of a restricted guest. Who may not read cases gets nothing (trust.md, People); the others,
who read every such case anyway, get its line without the earlier guest's names.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.domain.kinds import RemedyKind
from desktop.domain.past_help import (
    COMPARED,
    Candidate,
    Given,
    PastHelp,
    RemedyIdea,
    first_ideas,
    group_of,
    ideas_from,
    left_content,
    nearest,
    offerable_note,
    without_names,
)
from desktop.domain.people import Person, Right, right_to
from desktop.domain.texts import is_blank, summary_of
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.models.engine import Database

LOOKED_AT = 200  #: newest cases of a category

# SQLite uses a partial index only where its condition stands in the text; it is named, since the statistics of a young
# desk make a scan look cheaper. Both statements read the index alone.
_WELL_ENDED = """FROM cases INDEXED BY ix_cases_ended_well
WHERE answer = 'accepted' AND resolved_at IS NOT NULL AND restricted = 0"""
_NEWEST = f"SELECT id {_WELL_ENDED} AND category = ? ORDER BY id DESC LIMIT ?"
_NEXT_CATEGORY = f"SELECT category {_WELL_ENDED} AND category > ? AND category < ? ORDER BY category LIMIT 1"
_AFTER_HYPHEN = "."  #: the character after '-', by which level-2 codes begin: no code of the group sorts behind it

#: An open case may bear the answer of before it was reopened; a guest may have been merged into a restricted one.
_CASES = """SELECT c.id, c.number, c.summary, substr(c.text, 1, ?), c.received_at, c.survey,
c.reopened_at IS NULL OR c.survey_asked_at >= c.last_resolved_at, c.guest_name, c.on_behalf_of
FROM cases c LEFT JOIN guests g ON g.id = c.guest_id LEFT JOIN guests k ON k.id = g.merged_into_id
WHERE c.id IN (SELECT value FROM json_each(?)) AND c.state IN ('resolved', 'closed') AND c.type = 'complaint'
AND (c.reopened_at IS NULL OR c.last_resolved_at >= c.reopened_at)
AND NOT coalesce(g.restricted, 0) AND NOT coalesce(k.restricted, 0)
ORDER BY c.id DESC"""
_REMEDIES = """SELECT case_id, kind, amount, substr(note, 1, ?) FROM remedies
WHERE case_id IN (SELECT value FROM json_each(?)) AND taken_back_at IS NULL ORDER BY id"""
_NOTE_READ = 1_000  #: characters of a note, more than is ever shown


@dataclass(frozen=True, slots=True)
class _Ended:
    """A case that ended well. ``names`` are those of its guest."""

    id: int
    number: str
    summary: str
    text: str
    received_at: datetime
    satisfaction: int | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Remedy:
    """What was given and not taken back; ``amount`` in minor units."""

    case: int
    kind: RemedyKind
    amount: int
    note: str


class PastHelpService:
    """Looks for cases that ended well and for what was given in them. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cases(self, person: Person | None, category: str, text: str = "", limit: int = 3) -> tuple[PastHelp, ...]:
        """At most ``limit`` past cases of the category that ended well, those nearest to ``text`` first.

        Those of the same level-2 category come first; where they are too few, others of its level 1 follow. Empty for
        who may not read cases, and for an unknown category.
        """
        if limit <= 0 or not _reads_cases(person):
            return ()
        chosen: dict[int, _Ended] = {}
        with self._database.reading_plainly() as driver:
            for level in _levels(category):
                chosen |= _nearest_among(_ended_well(driver, level, COMPARED), text, chosen, limit - len(chosen))
                if len(chosen) == limit:
                    break
            remedies = _remedies_of(driver, list(chosen))
        return tuple(_shown(case, [given for given in remedies if given.case == case.id]) for case in chosen.values())

    def ideas(self, person: Person | None, category: str, limit: int = 6) -> tuple[RemedyIdea, ...]:
        """At most ``limit`` remedies to offer: what was given in such cases, then what is usual at no cost.

        Sums above what a person may give are among them. Empty for who may not read cases, or without a category.
        """
        if limit <= 0 or not group_of(category) or not _reads_cases(person):
            return ()
        known: list[list[RemedyIdea]] = []
        with self._database.reading_plainly() as driver:
            for level in _levels(category):
                if sum(map(len, known)) < limit:
                    known.append(ideas_from(_given_in(driver, _ended_well(driver, level))))
        return first_ideas(category, *known, limit=limit)


def _reads_cases(person: Person | None) -> bool:
    """Whether cases are open to a person; None is the desk itself, as in practice."""
    return person is None or right_to("read_cases", person.role) is not Right.NO


_Level = tuple[str, bool]  #: a code, and whether everything of its group counts


def _levels(category: str) -> Sequence[_Level]:
    """Where to look: the category itself, then its whole group."""
    group = group_of(category)
    if not group:
        return ()
    return [(group, True)] if group == category else [(category, False), (group, True)]


def _ended_well(driver: Driver, level: _Level, characters: int = 0) -> list[_Ended]:
    """The newest cases that ended well, the newest first, with so many characters of their texts."""
    code, is_group = level
    codes = [code, *_categories_of(driver, code)] if is_group else [code]
    ids = [id_ for one in codes for (id_,) in driver.execute(_NEWEST, (one, LOOKED_AT))]
    newest = sorted(ids, reverse=True)[:LOOKED_AT]
    found = map(_ended, driver.execute(_CASES, (characters, json.dumps(newest))))
    return [case for case in found if left_content(case.satisfaction)]


def _categories_of(driver: Driver, group: str) -> Iterator[str]:
    """The level-2 codes of a group that any case ended well with; each is one step in the index."""
    last = f"{group}-"
    while found := driver.execute(_NEXT_CATEGORY, (last, group + _AFTER_HYPHEN)).fetchone():
        (last,) = found
        yield last


def _ended(stored: Sequence[Any]) -> _Ended:
    id_, number, summary, text, received_at, survey, about_this, *names = stored
    asked: dict[str, Any] = json.loads(survey) if about_this and survey != "{}" else {}
    return _Ended(id_, number, summary, text, moment(received_at), asked.get("overall"), tuple(names))


def _nearest_among(cases: Sequence[_Ended], text: str, chosen: dict[int, _Ended], limit: int) -> dict[int, _Ended]:
    """The nearest of the cases that have something to show and weren't chosen yet, in order."""
    there = {case.id: case for case in cases if case.id not in chosen and not is_blank(case.summary)}
    ranked = nearest([Candidate(case.id, case.text, case.satisfaction) for case in there.values()], text)
    return {candidate.id: there[candidate.id] for candidate in ranked[:limit]}


def _remedies_of(driver: Driver, case_ids: Sequence[int]) -> list[_Remedy]:
    stored = driver.execute(_REMEDIES, (_NOTE_READ, json.dumps(case_ids))) if case_ids else ()
    return [_Remedy(case, RemedyKind(kind), amount, note) for case, kind, amount, note in stored]


def _given_in(driver: Driver, cases: Sequence[_Ended]) -> Iterator[Given]:
    by_id = {case.id: case for case in cases}
    for given in _remedies_of(driver, list(by_id)):
        case = by_id[given.case]
        note = offerable_note(given.note, *case.names)
        yield Given(case.id, given.kind, note, given.amount, case.satisfaction)


def _shown(case: _Ended, remedies: Sequence[_Remedy]) -> PastHelp:
    """The case as the counter sees it."""
    given = tuple((one.kind, without_names(summary_of(one.note), *case.names)) for one in remedies)
    return PastHelp(case.number, without_names(case.summary, *case.names), case.received_at, given, case.satisfaction)
