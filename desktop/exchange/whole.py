"""The parts of a case object that a log book has no columns for: notes, contacts, history, standing."""

import re
from collections.abc import Mapping, Sequence

from desktop.domain.kinds import Band, Medium
from desktop.domain.texts import COMPLAINT_LIMIT, check_text
from desktop.errors import UserError
from desktop.exchange.given import Given
from desktop.exchange.records import ContactRecord, EntryRecord, NoteRecord, Standing
from desktop.exchange.whole_work import needed

_ACT = re.compile(r"[a-z_]{1,32}")
_BAND_RULE = re.compile(r"points|override|reopened|floor:[a-z_]{1,32}")
_HIGHEST_SCORE, _MOST_PAUSED = 100, 2**31
_LONGEST_LOGIN = 64
_DEEPEST = 20  #: lists and objects within each other


def read_notes(given: Given) -> tuple[NoteRecord, ...]:
    """The notes of a case object."""
    items = given.objects("notes")
    return tuple(NoteRecord(needed(i.text("text"), "text"), i.time("at"), i.line("by")) for i in items)


def read_contacts(given: Given) -> tuple[ContactRecord, ...]:
    """The contacts of a case object."""
    return tuple(
        ContactRecord(
            at=needed(item.time("at"), "at"),
            by=item.line("by"),
            medium=needed(item.code("medium", Medium, "medium"), "medium").value,
            with_whom=item.line("with"),
            text=item.text("text"),
            reached=item.yes("reached"),
        )
        for item in given.objects("contacts")
    )


def read_history(given: Given) -> tuple[EntryRecord, ...]:
    """The history of a case object, in its order."""
    return tuple(_entry(item) for item in given.objects("history"))


def _entry(item: Given) -> EntryRecord:
    by, act = item.line("by"), item.line("act")
    if len(by) > _LONGEST_LOGIN:
        raise item.bad("by", by)
    if not _ACT.fullmatch(act):
        raise item.bad("act", act)
    changes: dict[str, tuple[object, object]] = {}
    for change in item.objects("changes"):
        field = change.line("field")
        sides = change.as_it_is("before"), change.as_it_is("after")
        for value in sides:
            check_inside(value, f"history.{field}")
        changes[field] = sides
    return EntryRecord(needed(item.time("at"), "at"), by, act, changes)


def check_inside(value: object, field: str, depth: int = 0) -> None:
    """Refuses what can't be stored anywhere inside a JSON value: ``bad_characters``, ``too_long``, ``bad_value``."""
    if depth > _DEEPEST:
        raise UserError("bad_value", field, value="…")
    match value:
        case str():
            check_text(value, field, COMPLAINT_LIMIT)
        case Mapping():
            for key, inner in value.items():
                check_text(str(key), field)
                check_inside(inner, field, depth + 1)
        case Sequence():
            for inner in value:
                check_inside(inner, field, depth + 1)


def read_standing(given: Given) -> Standing | None:
    """Score, band and due times of a case object, or None where it doesn't tell them all."""
    told = [given.raw(name) for name in ("points", "score", "band", "band_rule")]
    if any(value is None for value in told):
        return None
    points: list[list[object]] = []
    for item in given.objects("points"):
        part, value = item.line("part"), item.raw("points")
        if not _ACT.fullmatch(part) or isinstance(value, bool) or not isinstance(value, int):
            raise given.bad("points", part)
        points.append([part, value])
    score = needed(given.whole("score", 0, _HIGHEST_SCORE), "score")
    if sum(int(str(value)) for _, value in points) != score:
        raise given.bad("score", score)
    band, rule = given.raw("band"), given.line("band_rule")
    if band not in list(Band):
        raise given.bad("band", band, list(Band))
    if not _BAND_RULE.fullmatch(rule):
        raise given.bad("band_rule", rule)
    return Standing(
        points=points,
        score=score,
        band=str(band),
        band_rule=rule,
        respond_due=given.time("respond_due", ever=True),
        resolve_due=given.time("resolve_due", ever=True),
        paused_minutes=given.whole("paused_minutes", 0, _MOST_PAUSED) or 0,
    )
