"""Acts on an open case: acknowledge, rate, give to someone, look into it, write down."""

from datetime import datetime

from desktop.domain.commands import (
    Acknowledge,
    AddContact,
    AddNote,
    Assess,
    Assessment,
    ConfirmFacts,
    HandOver,
    Investigate,
    Override,
    Take,
)
from desktop.domain.kinds import Role, State
from desktop.domain.lifecycle import Rated, check_given, check_rated
from desktop.domain.people import is_higher
from desktop.domain.texts import check_line, check_text, is_blank
from desktop.errors import UserError
from desktop.models.case import Case, Contact, Note
from desktop.services.case_people import case_worker
from desktop.services.case_work import CaseWork, Done, Transaction, reason_told


def acknowledge(tx: Transaction, command: Acknowledge) -> Done:
    """Tells the guest that the complaint has arrived."""
    work = CaseWork.load(tx, command, "acknowledge")
    when = work.entered(command.when, command.reason)
    work.acknowledge(when, command.medium.value)
    return work.finish(reason_told(command.reason))


def merge_assessment(tx: Transaction, case: Case, given: Assessment, at: datetime) -> None:
    """Lays new ratings, given at ``at``, over those of the case; what is not given stays and is thereby confirmed.

    Raises ``UserError``: ``unknown_category``, ``incomplete_assessment``.
    """
    if given.category is not None:
        tx.taxonomy.check(given.category)
    for field in ("cause", "impact", "nature"):
        text = getattr(given, field)
        if text is not None:
            setattr(case, field, check_text(text, field))
    for field in ("type", "scope", "time_pressure"):
        code = getattr(given, field)
        if code is not None:
            setattr(case, field, code.value)
    for field in ("category", "severity", "emotion"):
        value = getattr(given, field)
        if value is not None:
            setattr(case, field, value)
    if given.flags is not None:
        case.flags = sorted(flag.value for flag in given.flags)
    check_rated(Rated(case.category, case.severity, case.scope, case.emotion), tx.taxonomy)
    case.assessed_at = at


def assess(tx: Transaction, command: Assess) -> Done:
    """Rates the case; in a later open state it rates anew and the state stays."""
    work = CaseWork.load(tx, command, "assess")
    merge_assessment(tx, work.case, command.assessment, tx.at)
    if work.case.state == State.ACKNOWLEDGED:
        work.move(State.ASSESSED)
    work.rate()
    return work.finish()


def override(tx: Transaction, command: Override) -> Done:
    """A manager sets the band, below a floor too, with a reason."""
    work = CaseWork.load(tx, command, "override")
    reason = check_given(check_text(command.reason, "reason"), "reason")
    work.case.override_band = command.band.value
    work.set_band()
    return work.finish(reason_told(reason))


def take(tx: Transaction, command: Take) -> Done:
    """Makes the taker the owner, whoever had it."""
    work = CaseWork.load(tx, command, "take")
    work.case.owner_id, work.case.owner_name = tx.person.id, ""
    return work.finish()


def hand_over(tx: Transaction, command: HandOver) -> Done:
    """Gives the case to a colleague or a department. Raises ``missing``, ``no_such_person``, ``cannot_own_cases``."""
    work = CaseWork.load(tx, command, "hand_over")
    case = work.case
    if not command.to and is_blank(command.department):
        raise UserError("missing", "to")
    if command.to:
        receiver = case_worker(tx, command.to, "to")
        case.owner_id, case.owner_name = receiver.id, ""
        case.handed_up = case.handed_up or is_higher(Role(receiver.role), tx.person.role)
    if not is_blank(command.department):
        case.department = check_line(command.department, "department")
    case.handed_over = True
    return work.finish()


def investigate(tx: Transaction, command: Investigate) -> Done:
    """Looking into it begins."""
    work = CaseWork.load(tx, command, "investigate")
    work.move(State.INVESTIGATING)
    return work.finish()


def add_note(tx: Transaction, command: AddNote) -> Done:
    """A note for colleagues, in any state."""
    work = CaseWork.load(tx, command, "note")
    text = check_given(check_text(command.text, "text"), "text")
    work.add_words(Note(case_id=work.case.id, at=tx.at, by=tx.person.login, text=text))
    return work.finish({"note": (None, text)})


def add_contact(tx: Transaction, command: AddContact) -> Done:
    """A contact with the guest; one that reached the guest is a first response and acknowledges a New case."""
    work = CaseWork.load(tx, command, "contact")
    text = check_given(check_text(command.text, "text"), "text")
    with_whom = check_line(command.with_whom, "with")
    when = work.entered(command.when, command.reason)
    medium = command.medium.value
    if command.reached:
        work.first_response(when, medium)
        if work.case.state == State.NEW:
            work.acknowledge(when, medium)
    contact = {"at": when, "by": tx.person.login, "medium": medium, "with_whom": with_whom, "text": text}
    work.add_words(Contact(case_id=work.case.id, reached=command.reached, **contact))
    told = {"note": text, "medium": medium, "with": with_whom or None, "when": when, "reached": command.reached}
    return work.finish({name: (None, value) for name, value in told.items()} | reason_told(command.reason))


def confirm_facts(tx: Transaction, command: ConfirmFacts) -> Done:
    """The facts are established: what, by whom and when."""
    work = CaseWork.load(tx, command, "confirm_facts")
    work.case.facts = check_given(check_text(command.text, "text"), "text")
    work.case.facts_confirmed_at = tx.at
    work.case.facts_confirmed_by = tx.person.login
    return work.finish()
