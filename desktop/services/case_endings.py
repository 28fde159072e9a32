"""Acts that bring a case to its end: resolve, settle, survey, close, reopen, withdraw and the other ends."""

from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import exists, func, select

from desktop.domain.commands import (
    Assessment,
    CloseCase,
    MarkDuplicate,
    MarkNotComplaint,
    RecordSurvey,
    Reopen,
    Resolve,
    Settle,
    Withdraw,
)
from desktop.domain.kinds import Answer, Band, Medium, RecordType, Role, State
from desktop.domain.lifecycle import (
    BeforeClosing,
    BeforeResolving,
    check_after_reopening,
    check_closed,
    check_given,
    check_reopening,
    check_resolved,
)
from desktop.domain.people import check_right
from desktop.domain.priority import band_after_reopening
from desktop.domain.texts import check_line, check_text
from desktop.errors import UserError
from desktop.models.case import Case, Contact
from desktop.models.site import Staff
from desktop.models.work import Promise, Task
from desktop.services.approvals import end_requests
from desktop.services.case_moves import merge_assessment
from desktop.services.case_work import CaseWork, Done, Transaction, reason_told
from desktop.services.remedies import check_may_give, check_offers, give, told_of

FOLLOW_UP_AFTER = timedelta(hours=24)  #: when the guest is called after a resolution (default)


def resolve(tx: Transaction, command: Resolve) -> Done:
    """The guest was told the result and answered."""
    work = CaseWork.load(tx, command, "resolve")
    case = work.case
    when = _ended_at(work, command)
    if case.type == RecordType.COMPLAINT:
        check_resolved(command.told_by, command.answer, _before_resolving(tx, case))
    case.told_by = command.told_by.value if command.told_by else None
    case.answer = command.answer.value if command.answer else None
    case.emotion_at_close = command.emotion_at_close
    if command.told_by is not None and command.answer is not Answer.UNREACHABLE:
        work.first_response(when, command.told_by.value)
    work.resolve(when, FOLLOW_UP_AFTER)
    return work.finish(reason_told(command.reason))


def _ended_at(work: CaseWork, command: Resolve | Settle) -> datetime:
    """When the guest had the result: a time entered for it lies after the last reopening."""
    when = work.entered(command.when, command.reason)
    check_after_reopening(when, work.case.reopened_at, "when")
    return when


def _before_resolving(tx: Transaction, case: Case) -> BeforeResolving:
    missed = [Contact.case_id == case.id, Contact.reached.is_(False)]
    if case.reopened_at is not None:
        missed.append(Contact.at >= case.reopened_at)
    undone = [Task.case_id == case.id, Task.done_at.is_(None)]
    owed = [Promise.case_id == case.id, Promise.kept_at.is_(None), Promise.cancelled_at.is_(None)]
    return BeforeResolving(
        unreached_days=frozenset(
            at.astimezone(tx.facts.zone).date() for at in tx.session.scalars(select(Contact.at).where(*missed))
        ),
        tasks_open=tx.session.scalar(select(func.count(Task.id)).where(*undone)) or 0,
        promises_open=tx.session.scalar(select(func.count(Promise.id)).where(*owed)) or 0,
    )


def settle(tx: Transaction, command: Settle) -> Done:
    """From New to Resolved in one act; every state on the way is recorded with that time."""
    work = CaseWork.load(tx, command, "settle")
    case = work.case
    when = _ended_at(work, command)
    if case.state == State.NEW:
        work.acknowledge(when, Medium.IN_PERSON.value)
        work.tell(act="acknowledge")
    merge_assessment(tx, case, command.assessment, when)
    work.rate()
    if case.band == Band.P1:
        raise UserError("not_for_p1", "case")
    check_right("settle", tx.person, desk=case.desk, band=Band(case.band))
    check_resolved(Medium.IN_PERSON, Answer.ACCEPTED, _before_resolving(tx, case))
    check_offers(command.remedies)
    check_may_give(tx, case, command.remedies)
    if case.state == State.ACKNOWLEDGED or command.assessment != Assessment():
        if case.state == State.ACKNOWLEDGED:
            work.move(State.ASSESSED)
        work.tell(act="assess")
    give(tx, case, command.remedies)
    work.move(State.PROPOSED)
    work.tell(told_of(command.remedies), act="propose")
    case.told_by, case.answer = Medium.IN_PERSON.value, Answer.ACCEPTED.value
    case.emotion_at_close = command.emotion_at_close
    work.resolve(when, FOLLOW_UP_AFTER)
    return work.finish(reason_told(command.reason))


def record_survey(tx: Transaction, command: RecordSurvey) -> Done:
    """Notes that the guest was asked, and what they answered; each resolution is asked about anew."""
    work = CaseWork.load(tx, command, "survey")
    case = work.case
    answers = {n: v for n, v in asdict(command).items() if n not in ("case", "version") and v is not None}
    if _survey_asked(case):
        case.survey = {**case.survey, **answers}
    else:
        case.survey, case.survey_asked_at = answers, tx.at
    case.follow_up_due = None
    return work.finish()


def _survey_asked(case: Case) -> bool:
    """Whether the guest was asked about the last resolution; a survey before a reopening was about another one."""
    if case.survey_asked_at is None or case.reopened_at is None or case.last_resolved_at is None:
        return case.survey_asked_at is not None
    return case.survey_asked_at >= case.last_resolved_at


def close(tx: Transaction, command: CloseCase) -> Done:
    """Ends the case with what was learned."""
    work = CaseWork.load(tx, command, "close")
    case = work.case
    check_given(check_line(command.root_cause, "root_cause"), "root_cause")
    check_given(check_text(command.lesson, "lesson"), "lesson")
    before = BeforeClosing(
        band=Band(case.band),
        resolved_by=case.resolved_by_id,
        survey_asked=_survey_asked(case),
        others_may_close=_others_may_close(tx),
    )
    check_closed(before, tx.person, check_text(command.survey_not_asked, "survey_not_asked"), command.reason)
    end_requests(work)
    case.root_cause, case.lesson = command.root_cause, command.lesson
    case.outcome, case.closure = command.outcome.value, command.closure.value
    case.whys = [check_text(why, "whys") for why in command.whys]
    case.survey_not_asked = command.survey_not_asked
    case.closed_at = tx.at
    case.follow_up_due = None
    work.move(State.CLOSED)
    return work.finish(reason_told(command.reason))


def _others_may_close(tx: Transaction) -> bool:
    leading = (Role.MANAGER.value, Role.OWNER.value)
    others = exists().where(Staff.active, Staff.role.in_(leading), Staff.id != tx.person.id)
    return bool(tx.session.scalar(select(others)))


def reopen(tx: Transaction, command: Reopen) -> Done:
    """The guest came back: same number, band one up and at least P2, a fresh resolve target from now."""
    work = CaseWork.load(tx, command, "reopen")
    case = work.case
    check_given(check_text(command.reason, "reason"), "reason")
    check_reopening(case.closed_at, case.last_resolved_at, tx.at)
    case.closed_at = case.follow_up_due = None
    # The band it comes back with takes the place of an older decision about the band.
    case.reopened_band, case.override_band = band_after_reopening(Band(case.band)).value, None
    work.reopen()
    work.set_band()
    return work.finish(reason_told(command.reason))


def withdraw(tx: Transaction, command: Withdraw) -> Done:
    """The guest takes the complaint back."""
    return _end(tx, command, "withdraw", State.WITHDRAWN, command.reason)


def mark_not_complaint(tx: Transaction, command: MarkNotComplaint) -> Done:
    """It was no complaint after all."""
    return _end(tx, command, "not_complaint", State.NOT_COMPLAINT, command.reason)


def _end(tx: Transaction, command: Withdraw | MarkNotComplaint, act: str, state: State, reason: str) -> Done:
    work = CaseWork.load(tx, command, act)
    check_given(check_text(reason, "reason"), "reason")
    end_requests(work)
    work.case.ended_at = tx.at
    work.move(state)
    return work.finish(reason_told(reason))


def mark_duplicate(tx: Transaction, command: MarkDuplicate) -> Done:
    """The same complaint stands already under another number.

    Raises ``no_such_case`` (field ``of``), ``duplicate_of_itself``, ``duplicate_of_duplicate``.
    """
    work = CaseWork.load(tx, command, "duplicate")
    original = tx.session.scalar(select(Case).where(Case.number == command.of))
    if original is None:
        raise UserError("no_such_case", "of", number=command.of)
    if original.id == work.case.id:
        raise UserError("duplicate_of_itself", "of")
    if original.state == State.DUPLICATE:
        raise UserError("duplicate_of_duplicate", "of", number=original.duplicate_of or "")
    end_requests(work)
    work.case.duplicate_of = original.number
    work.case.ended_at = tx.at
    work.move(State.DUPLICATE)
    return work.finish()
