"""What a move of a case still needs, before anybody tries it (domain.md 3).

Nothing is decided here: the guards of ``lifecycle`` and ``people`` are asked. Each refusal is noted as a need, the
facts are made as if it were met, and the guard is asked again until it is content. So a list of needs can't say
anything else than the guards do.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import TypeVar

from desktop.domain.case_file import CaseFile, Ending
from desktop.domain.kinds import Answer, Band, Medium, RecordType
from desktop.domain.lifecycle import (
    BeforeClosing,
    BeforeResolving,
    Rated,
    check_closed,
    check_given,
    check_move,
    check_reopening,
    check_resolved,
    missing_ratings,
)
from desktop.domain.people import Person, check_right, leads
from desktop.domain.rows import StaffRow
from desktop.domain.taxonomy import Taxonomy
from desktop.errors import UserError

Facts = TypeVar("Facts")

_GIVEN = "given"  #: stands for whatever a person will write


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a guard misses: the refusal it would give. ``asked``: the move's own form asks for it."""

    code: str
    field: str
    count: int = 0
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What the guards read beside the case itself. ``at`` is aware, ``zone`` the site's."""

    person: Person
    at: datetime
    zone: tzinfo
    taxonomy: Taxonomy
    others_may_close: bool = True  #: whether somebody other than the person could close a P1 or P2


def others_may_close(people: Iterable[StaffRow], person: Person) -> bool:
    """Whether a manager or owner other than ``person`` is on the staff list."""
    return any(row.active and leads(row.role) and row.id != person.id for row in people)


def refusal_of(act: str, file: CaseFile, person: Person) -> UserError | None:
    """Why the act is not this person's, or not possible in the case's state; None where it is."""
    row = file.view.row
    try:
        check_right(act, person, desk=file.view.desk, band=row.band)
        check_move(act, row.state, row.type)
    except UserError as refusal:
        return refusal
    return None


def needs_of(act: str, file: CaseFile, around: Around) -> tuple[Need, ...]:
    """All that ``act`` still needs, in the order in which its guard would refuse it; empty where nothing is missing.

    State and rights are ``refusal_of``'s.
    """
    needs = _NEEDS.get(act)
    return tuple(needs(file, around)) if needs else ()


def _refusals(
    check: Callable[[Facts], object], facts: Facts, met: Mapping[str, Callable[[Facts], Facts]]
) -> Iterator[UserError]:
    """Every refusal of a guard; ``met`` says by field how the facts look once that need is met."""
    while True:
        try:
            check(facts)
        except UserError as refusal:
            yield refusal
            meet = met.get(refusal.field)
            if meet is None:
                return
            facts = meet(facts)
        else:
            return


def _needs(refusals: Iterable[UserError], asked: frozenset[str]) -> Iterator[Need]:
    for refusal in refusals:
        count = refusal.params.get("count")
        yield Need(refusal.code, refusal.field, count if isinstance(count, int) else 0, refusal.field in asked)


# Assessing


def _to_assess(file: CaseFile, around: Around) -> Iterator[Need]:
    rating = file.rating
    rated = Rated(file.view.row.category, rating.severity, rating.scope, rating.emotion)
    for field in missing_ratings(rated, around.taxonomy):
        yield Need("incomplete_assessment", field, asked=True)


# Resolving


@dataclass(frozen=True, slots=True)
class _Resolving:
    told: Medium | None
    answer: Answer | None
    before: BeforeResolving


def before_resolving(file: CaseFile, zone: tzinfo) -> BeforeResolving:
    """What the guard of Resolved reads of a case: what is open, and the local days on which nobody was reached."""
    since = file.ending.reopened_at
    attempts = [c.at for c in file.contacts if not c.reached and (since is None or c.at >= since)]
    missed = frozenset(at.astimezone(zone).date() for at in attempts)
    return BeforeResolving(missed, tasks_open=file.tasks_open, promises_open=file.promises_open)


_MET_BEFORE_RESOLVING: Mapping[str, Callable[[_Resolving], _Resolving]] = {
    "told_by": lambda facts: replace(facts, told=Medium.IN_PERSON),
    "answer": lambda facts: replace(facts, answer=Answer.ACCEPTED),
    "tasks": lambda facts: replace(facts, before=replace(facts.before, tasks_open=0)),
    "promises": lambda facts: replace(facts, before=replace(facts.before, promises_open=0)),
}


def _to_resolve(file: CaseFile, around: Around) -> Iterator[Need]:
    if file.view.row.type is not RecordType.COMPLAINT:
        return
    facts = _Resolving(None, None, before_resolving(file, around.zone))
    refusals = _refusals(lambda f: check_resolved(f.told, f.answer, f.before), facts, _MET_BEFORE_RESOLVING)
    yield from _needs(refusals, frozenset({"told_by", "answer"}))


def _to_settle(file: CaseFile, around: Around) -> Iterator[Need]:
    yield from _to_assess(file, around)
    if file.view.row.band is Band.P1:
        yield Need("not_for_p1", "case")
    yield from (need for need in _to_resolve(file, around) if not need.asked)
    yield Need("no_remedy", "remedies", asked=True)


# Closing


@dataclass(frozen=True, slots=True)
class _Closing:
    before: BeforeClosing
    root_cause: str = ""
    lesson: str = ""
    survey_not_asked: str = ""
    reason: str = ""


_MET_BEFORE_CLOSING: Mapping[str, Callable[[_Closing], _Closing]] = {
    "root_cause": lambda facts: replace(facts, root_cause=_GIVEN),
    "lesson": lambda facts: replace(facts, lesson=_GIVEN),
    "survey_not_asked": lambda facts: replace(facts, survey_not_asked=_GIVEN),
    "reason": lambda facts: replace(facts, reason=_GIVEN),
}


def is_survey_asked(ending: Ending) -> bool:
    """Whether the guest was asked how the last resolution went."""
    asked, resolved = ending.survey.asked_at, ending.last_resolved_at
    return asked is not None and (resolved is None or asked >= resolved)


def _to_close(file: CaseFile, around: Around) -> Iterator[Need]:
    before = BeforeClosing(
        band=file.view.row.band,
        resolved_by=file.ending.resolved_by_id,
        survey_asked=is_survey_asked(file.ending),
        others_may_close=around.others_may_close,
    )

    def check(facts: _Closing) -> None:
        check_given(facts.root_cause, "root_cause")
        check_given(facts.lesson, "lesson")
        check_closed(facts.before, around.person, facts.survey_not_asked, facts.reason)

    refusals = _refusals(check, _Closing(before), _MET_BEFORE_CLOSING)
    yield from _needs(refusals, frozenset(_MET_BEFORE_CLOSING))


# The other moves


def _to_reopen(file: CaseFile, around: Around) -> Iterator[Need]:
    yield Need("reason_missing", "reason", asked=True)
    try:
        check_reopening(file.ending.closed_at, file.ending.last_resolved_at, around.at)
    except UserError as refusal:
        yield Need(refusal.code, refusal.field)


def _asks(code: str, field: str) -> Callable[[CaseFile, Around], Iterator[Need]]:
    def needs(_file: CaseFile, _around: Around) -> Iterator[Need]:
        yield Need(code, field, asked=True)

    return needs


_NEEDS: Mapping[str, Callable[[CaseFile, Around], Iterator[Need]]] = {
    "acknowledge": _asks("missing", "medium"),
    "assess": _to_assess,
    "propose": _asks("no_remedy", "remedies"),
    "resolve": _to_resolve,
    "settle": _to_settle,
    "close": _to_close,
    "reopen": _to_reopen,
    "withdraw": _asks("reason_missing", "reason"),
    "not_complaint": _asks("reason_missing", "reason"),
    "override": _asks("reason_missing", "reason"),
    "duplicate": _asks("missing", "of"),
    "hand_over": _asks("missing", "to"),
    "confirm_facts": _asks("missing", "text"),
    "contact": _asks("missing", "text"),
}
