"""Every act on cases, staff and rules: one command in, one transaction, one answer out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import commands as c
from desktop.domain.people import Person
from desktop.errors import UserError, WorkspaceError
from desktop.models.case import Case
from desktop.models.driver import driver_of
from desktop.models.engine import Database
from desktop.services import (
    approvals,
    attachments,
    case_endings,
    case_moves,
    case_people,
    case_promises,
    case_tasks,
    case_waiting,
    staff_acts,
)
from desktop.services.case_opening import Opening, open_case
from desktop.services.case_work import CaseWork, Done, Transaction
from desktop.services.indexing import replace_rows, rows_of
from desktop.services.journal import Journal, last_act
from desktop.services.site import Rules, SiteService
from desktop.services.undoing import Recorder, Steps, take_back

_Handler = Callable[[Transaction, Any], Done | None]

_HANDLERS: Mapping[type, _Handler] = {
    c.Acknowledge: case_moves.acknowledge,
    c.Assess: case_moves.assess,
    c.Override: case_moves.override,
    c.Take: case_moves.take,
    c.HandOver: case_moves.hand_over,
    c.Investigate: case_moves.investigate,
    c.AddNote: case_moves.add_note,
    c.AddContact: case_moves.add_contact,
    c.ConfirmFacts: case_moves.confirm_facts,
    c.Wait: case_waiting.wait,
    c.Resume: case_waiting.resume,
    c.AddTask: case_tasks.add_task,
    c.FinishTask: case_tasks.finish_task,
    c.AddPromise: case_promises.add_promise,
    c.KeepPromise: case_promises.keep_promise,
    c.CancelPromise: case_promises.cancel_promise,
    c.Involve: case_people.involve,
    c.Release: case_people.release,
    c.Restrict: case_people.restrict,
    c.Propose: approvals.propose,
    c.Approve: approvals.approve,
    c.Decline: approvals.decline,
    c.Resolve: case_endings.resolve,
    c.Settle: case_endings.settle,
    c.RecordSurvey: case_endings.record_survey,
    c.CloseCase: case_endings.close,
    c.Reopen: case_endings.reopen,
    c.Withdraw: case_endings.withdraw,
    c.MarkNotComplaint: case_endings.mark_not_complaint,
    c.MarkDuplicate: case_endings.mark_duplicate,
    c.Attach: attachments.attach,
    c.Detach: attachments.detach,
    c.SetStaff: staff_acts.set_staff,
    c.SetRules: staff_acts.set_rules,
}


@dataclass(frozen=True, slots=True)
class Refused:
    """An act on one of several cases that was refused."""

    number: str
    error: UserError


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What an act on several cases came to, in the order in which they were given."""

    done: tuple[Done, ...]
    refused: tuple[Refused, ...]


def _each(numbers: Sequence[str], act: Callable[[int], Done | None]) -> BulkDone:
    done: list[Done] = []
    refused: list[Refused] = []
    for place, number in enumerate(numbers):
        try:
            result = act(place)
        except WorkspaceError:
            raise  # no case is to blame, and the next one would fare no better
        except UserError as error:
            refused.append(Refused(number, error))
        else:
            if result is not None:
                done.append(result)
    return BulkDone(tuple(done), tuple(refused))


class CaseService:
    """Carries out commands. ``now`` gives the present moment (aware UTC)."""

    def __init__(
        self, database: Database, site: SiteService, rules: Rules, journal: Journal, now: Callable[[], datetime]
    ) -> None:
        self._database, self._site, self._rules, self._journal, self._now = database, site, rules, journal, now
        self._steps = Steps()

    def perform(self, command: c.Command, person: Person, at: datetime | None = None) -> Done | None:
        """Carries out one command in one transaction: refused means nothing changed.

        ``at`` is the clock by which a practice act is judged; None takes the present moment. Returns None for acts
        that concern no case. Raises ``UserError`` (guards), ``ChangedMeanwhileError``, ``WorkspaceError``.
        """
        moment = (at or self._now()).replace(microsecond=0)
        if isinstance(command, c.OpenCase):
            return self._open(command, person, moment)
        with self._database.writing() as session:
            transaction = self._transaction(session, person, moment, own_time=at is not None)
            recorder = Recorder(session)
            done = _HANDLERS[type(command)](transaction, command)
            if done is None:
                return None
            step = recorder.step(last_act(session), person, transaction.at, done.case_id, done.version)
        self._steps.remember(step)
        return done

    def perform_each(self, commands: Sequence[c.OnCase], person: Person) -> BulkDone:
        """Carries out an act on each of several cases, each in a transaction of its own and by the same guards.

        Raises ``WorkspaceError``.
        """
        return _each([command.case for command in commands], lambda i: self.perform(commands[i], person))

    def undo(self, number: str, person: Person) -> Done:
        """Takes back the person's last act on a case while nothing has followed it; the history tells both.

        Raises ``UserError`` (``no_such_case``, ``nothing_to_undo``, ``undo_too_late``), ``ChangedMeanwhileError``,
        ``WorkspaceError``.
        """
        with self._database.writing() as session:
            case = session.scalar(select(Case).where(Case.number == number))
            if case is None:
                raise UserError("no_such_case", "case", number=number)
            tx = self._transaction(session, person, max(self._now(), case.last_act_at), own_time=False)
            step = self._steps.last(case, person, tx.at)
            work = CaseWork.on(tx, case, "undo")
            words = rows_of(session, case) if step.changes_words else {}
            take_back(session, step)
            session.flush()
            if step.changes_words:
                replace_rows(session, words, rows_of(session, case))
            done = work.finish({"undone": (None, step.act)})
        self._steps.forget(done.case_id)
        return done

    def undo_each(self, numbers: Sequence[str], person: Person) -> BulkDone:
        """Takes back the person's last act on each of several cases. Raises ``WorkspaceError``."""
        return _each(numbers, lambda i: self.undo(numbers[i], person))

    def _transaction(self, session: Session, person: Person, at: datetime, *, own_time: bool) -> Transaction:
        return Transaction(
            session=session,
            person=person,
            at=at,
            own_time=own_time,
            facts=self._site.facts(),
            rules=self._rules,
            in_force=self._rules.in_force(driver_of(session)),
            journal=self._journal,
            taxonomy=self._site.taxonomy(),
        )

    def _open(self, command: c.OpenCase, person: Person, at: datetime) -> Done:
        with self._database.writing_plainly() as driver:
            opening = Opening(
                driver=driver,
                person=person,
                at=at,
                facts=self._site.facts(),
                rules=self._rules,
                in_force=self._rules.in_force(driver),
                journal=self._journal,
                taxonomy=self._site.taxonomy(),
            )
            return open_case(opening, command)
