"""Bringing a case back to how it stood: its history told again, up to a moment (figures.md, as of).

The history tells what a person did and when. What was opened or brought in later counts from its received time, since
it had happened; what was written of an imported case happened at the times that its columns bear.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from desktop.domain.figures.cohort import CaseFacts
from desktop.domain.figures.flow import CaseLife, Resolved
from desktop.domain.kinds import State

_BRINGING_IN = ("open", "import")
_DONE = (State.RESOLVED.value, State.CLOSED.value)


class ToldEntry(NamedTuple):
    """One entry of a case's history: when (UTC seconds), who (login), what, and field → [before, after]."""

    at: int
    by: str
    act: str
    changes: Mapping[str, Any]


class Told(NamedTuple):
    """What a history tells up to a moment."""

    fields: Mapping[str, Any]  #: the newest value of every field
    resolutions: tuple[Resolved, ...]
    first_resolve_due: int | None
    first_resolved_by: str  #: login


def tell(entries: Iterable[ToldEntry], as_of: int) -> Told:
    """Tells a history again, the oldest entry first, up to ``as_of`` (UTC seconds)."""
    fields: dict[str, Any] = {}
    resolutions: list[list[int | None]] = []
    due: int | None = None
    resolver = ""
    for _at, by, act, changes in (e for e in entries if e.at <= as_of or e.act in _BRINGING_IN):
        fields |= {name: after for name, (_before, after) in changes.items()}
        _note_resolutions(resolutions, act, changes)
        if "resolved_at" in changes:
            resolved = changes["resolved_at"][1] is not None
            due, resolver = (utc_seconds(fields.get("resolve_due")), by) if resolved else (None, "")
    told = tuple((at, reopened) for at, reopened in resolutions if at is not None)
    return Told(fields, told, due, resolver)


def _note_resolutions(resolutions: list[list[int | None]], act: str, changes: Mapping[str, Any]) -> None:
    """A resolution and a reopening each leave a mark; taking either back takes its mark away."""
    if "reopened_at" in changes and act == "undo" and resolutions:
        resolutions[-1][1] = None
    if "last_resolved_at" in changes:
        if act == "undo":
            del resolutions[-1:]
        else:
            resolutions.append([utc_seconds(changes["last_resolved_at"][1]), None])
    if "reopened_at" in changes and act != "undo" and resolutions:
        resolutions[-1][1] = utc_seconds(changes["reopened_at"][1])


def utc_seconds(told: object) -> int | None:
    """A moment as histories tell it (ISO 8601 in UTC), as seconds; None for anything else."""
    if not isinstance(told, str):
        return None
    try:
        return int(datetime.fromisoformat(told).timestamp())
    except ValueError:
        return None


def brought_back(row: CaseFacts, told: Told, ids: Mapping[str, int]) -> CaseFacts:
    """The case as its history tells it. ``ids`` are the staff by login. What never changes is taken from ``row``."""
    fields = told.fields
    survey = fields.get("survey") or {}
    resolved = utc_seconds(fields.get("resolved_at"))
    due, resolver = told.first_resolve_due, ids.get(told.first_resolved_by)
    if resolved is None:
        due, resolver = utc_seconds(fields.get("resolve_due")), None
    elif resolved == row.resolved:  # of what was brought in, the history doesn't tell who resolved it, and when due
        due, resolver = row.resolve_due, row.resolver_id
    return row._replace(
        type=fields.get("type") or row.type,
        state=fields.get("state") or row.state,
        category=fields.get("category") or "",
        department=fields.get("department") or "",
        owner_id=fields.get("owner_id"),
        band=fields.get("band") or row.band,
        band_rule=fields.get("band_rule") or row.band_rule,
        respond_due=utc_seconds(fields.get("respond_due")),
        responded=utc_seconds(fields.get("first_response_at")),
        resolved=resolved,
        resolve_due=due,
        resolver_id=resolver,
        handed_over=int(bool(fields.get("handed_over"))),
        handed_up=int(bool(fields.get("handed_up"))),
        emotion_at_close=fields.get("emotion_at_close"),
        outcome=fields.get("outcome"),
        closure=fields.get("closure"),
        root_cause=fields.get("root_cause"),
        asked=utc_seconds(fields.get("survey_asked_at")),
        overall=survey.get("overall"),
        recommend=survey.get("recommend"),
        compensation=fields.get("compensation") or 0,
        closed=utc_seconds(fields.get("closed_at")),
    )


def of_a_book(row: CaseFacts, as_of: int) -> CaseFacts:
    """A case that was brought in from an old book, which names no time for what it paid: that was the resolution's."""
    return row._replace(compensation=0) if (row.resolved or row.closed or 0) > as_of else row


def happened_by(row: CaseFacts, as_of: int) -> CaseFacts:
    """The case less what its own times put after ``as_of``: an old book tells everything at once."""
    seen = row
    if (row.responded or 0) > as_of:
        seen = seen._replace(responded=None)
    if (row.resolved or 0) > as_of:
        seen = seen._replace(resolved=None, resolver_id=None, resolver="", emotion_at_close=None)
    if (row.asked or 0) > as_of:
        seen = seen._replace(asked=None, overall=None, recommend=None)
    if (row.closed or row.resolved or 0) > as_of:
        seen = seen._replace(closed=None, outcome=None, closure=None, root_cause=None)
    return seen


def life_of(row: CaseFacts, resolutions: tuple[Resolved, ...], ended: int | None) -> CaseLife:
    """The life of a counted case, from its resolutions and, where it was withdrawn, its end (UTC seconds)."""
    withdrawn = row.state == State.WITHDRAWN
    return CaseLife(row.received, resolutions, (ended or row.last_act) if withdrawn else None)
