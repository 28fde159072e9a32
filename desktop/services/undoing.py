"""Takes back a person's last act on a case, while nothing has followed it (conventions.md 6: undo, not 'are you sure').

What an act changed is kept in memory while the desk is open, as rows and their values before. Taking it back writes
those values again and tells it in the history: nothing is ever removed there.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapper, Session, UOWTransaction

from desktop.domain.people import Person
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.models.base import Base
from desktop.models.case import Case, Contact, Note
from desktop.services.indexing import INDEXED_FIELDS

UNDO_WITHIN = timedelta(minutes=10)  #: (default)
_MOST_STEPS = 1_000  #: the oldest are forgotten first
#: What was decided about other people's money stays decided, and what was taken back can be done again by hand.
_LASTING_ACTS = frozenset({"approve", "decline", "undo"})

_Key = tuple[type[Base], tuple[Any, ...]]


@dataclass(slots=True)
class Step:
    """One act on one case and what it changed, by row."""

    act: str
    person_id: int
    at: datetime
    version: int  #: of the case, once the act was done
    case_id: int
    added: list[_Key] = field(default_factory=list)
    changed: dict[_Key, dict[str, Any]] = field(default_factory=dict)
    removed: list[tuple[type[Base], dict[str, Any]]] = field(default_factory=list)

    @property
    def changes_words(self) -> bool:
        """Whether taking it back changes by which words the case is found."""
        touched = {table for table, _ in (*self.added, *self.changed, *self.removed)}
        fields = (before for (table, _), before in self.changed.items() if table is Case)
        return not touched.isdisjoint((Note, Contact)) or any(not INDEXED_FIELDS.isdisjoint(names) for names in fields)


class Recorder:
    """Watches a session and remembers what its rows were before."""

    def __init__(self, session: Session) -> None:
        self._added: list[Base] = []
        self._before: dict[int, tuple[Base, dict[str, Any]]] = {}
        self._removed: list[tuple[type[Base], dict[str, Any]]] = []
        event.listen(session, "before_flush", self._note)

    def _note(self, session: Session, _transaction: UOWTransaction, _instances: object) -> None:
        self._added += session.new
        for row in session.dirty:
            if row not in self._added:
                before = self._before.setdefault(id(row), (row, {}))[1]
                before |= {name: old for name, old in _changed(row).items() if name not in before}
        self._removed += [(type(row), _values(row)) for row in session.deleted]

    def step(self, act: str, person: Person, at: datetime, case_id: int, version: int) -> Step:
        """What was done, once everything is flushed."""
        return Step(
            act,
            person.id,
            at,
            version,
            case_id,
            added=[_key(row) for row in self._added],
            changed={_key(row): before for row, before in self._before.values() if before},
            removed=self._removed,
        )


def _mapper(row: Base) -> Mapper[Any]:
    mapper: Mapper[Any] = inspect(type(row))
    return mapper


def _key(row: Base) -> _Key:
    return type(row), tuple(_mapper(row).primary_key_from_instance(row))


def _changed(row: Base) -> dict[str, Any]:
    """The values that attributes had before they were set; the version counts on by itself."""
    changed: dict[str, Any] = {}
    for attribute in inspect(row).attrs:
        history = attribute.history
        if history.has_changes() and attribute.key != "version":
            changed[attribute.key] = history.deleted[0] if history.deleted else None
    return changed


def _values(row: Base) -> dict[str, Any]:
    return {attribute.key: getattr(row, attribute.key) for attribute in _mapper(row).column_attrs}


class Steps:
    """The last act on each case."""

    def __init__(self) -> None:
        self._steps: OrderedDict[int, Step] = OrderedDict()

    def remember(self, step: Step) -> None:
        """Keeps an act that can be taken back, instead of the last one on its case."""
        self._steps.pop(step.case_id, None)
        if step.act not in _LASTING_ACTS:
            self._steps[step.case_id] = step
        while len(self._steps) > _MOST_STEPS:
            self._steps.popitem(last=False)

    def last(self, case: Case, person: Person, at: datetime) -> Step:
        """The act that this person may take back.

        Raises ``UserError`` ``nothing_to_undo`` or ``undo_too_late``, ``ChangedMeanwhileError`` where something
        followed it.
        """
        step = self._steps.get(case.id)
        if step is None or step.person_id != person.id:
            raise UserError("nothing_to_undo", "case", number=case.number)
        if step.version != case.version:
            raise ChangedMeanwhileError(
                "changed_meanwhile", "version", number=case.number, version=case.version, expected=step.version
            )
        if at - step.at > UNDO_WITHIN:
            raise UserError("undo_too_late", "at", minutes=UNDO_WITHIN // timedelta(minutes=1))
        return step

    def forget(self, case_id: int) -> None:
        """The act was taken back."""
        self._steps.pop(case_id, None)


def take_back(session: Session, step: Step) -> None:
    """Writes what was there before the act. The case's clock of acts goes on."""
    for table, values in step.removed:
        session.add(table(**values))
    for (table, key), before in step.changed.items():
        row = session.get_one(table, key)
        for name, value in before.items():
            if name != "last_act_at":
                setattr(row, name, value)
    for table, key in step.added:
        session.delete(session.get_one(table, key))
