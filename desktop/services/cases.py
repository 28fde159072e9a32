"""Every act on cases, staff and rules: one command in, one transaction, one answer out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from desktop.domain import commands as c
from desktop.domain.people import Person
from desktop.models.driver import driver_of
from desktop.models.engine import Database
from desktop.services import case_endings, case_moves, staff_acts
from desktop.services.case_opening import Opening, open_case
from desktop.services.case_work import Done, Transaction
from desktop.services.journal import Journal
from desktop.services.site import Rules, SiteService

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
    c.Propose: case_endings.propose,
    c.Resolve: case_endings.resolve,
    c.Settle: case_endings.settle,
    c.RecordSurvey: case_endings.record_survey,
    c.CloseCase: case_endings.close,
    c.Reopen: case_endings.reopen,
    c.Withdraw: case_endings.withdraw,
    c.MarkNotComplaint: case_endings.mark_not_complaint,
    c.MarkDuplicate: case_endings.mark_duplicate,
    c.SetStaff: staff_acts.set_staff,
    c.SetRules: staff_acts.set_rules,
}


class CaseService:
    """Carries out commands. ``now`` gives the present moment (aware UTC)."""

    def __init__(
        self, database: Database, site: SiteService, rules: Rules, journal: Journal, now: Callable[[], datetime]
    ) -> None:
        self._database, self._site, self._rules, self._journal, self._now = database, site, rules, journal, now

    def perform(self, command: c.Command, person: Person, at: datetime | None = None) -> Done | None:
        """Carries out one command in one transaction: refused means nothing changed.

        ``at`` is the clock by which a practice act is judged; None takes the present moment. Returns None for acts
        that concern no case. Raises ``UserError`` (guards), ``ChangedMeanwhileError``, ``WorkspaceError``.
        """
        moment = (at or self._now()).replace(microsecond=0)
        if isinstance(command, c.OpenCase):
            return self._open(command, person, moment)
        with self._database.writing() as session:
            transaction = Transaction(
                session=session,
                person=person,
                at=moment,
                own_time=at is not None,
                facts=self._site.facts(),
                rules=self._rules,
                in_force=self._rules.in_force(driver_of(session)),
                journal=self._journal,
                taxonomy=self._site.taxonomy(),
            )
            return _HANDLERS[type(command)](transaction, command)

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
