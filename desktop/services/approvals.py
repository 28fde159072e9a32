"""Offers that wait for somebody with the authority, and what they decide (domain.md 6)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select

from desktop.domain.commands import Approve, Decline, Propose, RemedyOffer
from desktop.domain.kinds import RemedyKind, State
from desktop.domain.texts import check_text
from desktop.errors import UserError
from desktop.models.case import Case
from desktop.models.work import RemedyRequest
from desktop.services.case_work import CaseWork, Done, Transaction, reason_told
from desktop.services.remedies import check_may_give, check_offers, give, told_of

OFFER_TEXTS = ("solution", "beyond_expectation", "prevention")  #: what is said with an offer
_ABOVE = ("over_authority", "statutory_needs_manager")


def propose(tx: Transaction, command: Propose) -> Done:
    """Offers remedies to the guest; what is above the proposer's authority is refused or, if asked so, waits.

    Raises ``UserError`` as ``check_offers`` and ``check_may_give``.
    """
    work = CaseWork.load(tx, command, "propose")
    check_offers(command.remedies)
    texts = {field: check_text(getattr(command, field), field) for field in OFFER_TEXTS}
    try:
        check_may_give(tx, work.case, command.remedies, replaces=command.replaces)
    except UserError as refusal:
        if not command.ask or refusal.code not in _ABOVE:
            raise
        return _ask(work, command, texts)
    return _offer(work, command.remedies, texts, replaces=command.replaces)


def _offer(
    work: CaseWork, offers: Sequence[RemedyOffer], texts: dict[str, str], *, replaces: bool, **told: Any
) -> Done:
    for field, text in texts.items():
        if text:
            setattr(work.case, field, text)
    give(work.tx, work.case, offers, replaces=replaces)
    work.move(State.PROPOSED)
    return work.finish(told_of(offers) | {name: (None, value) for name, value in told.items() if value})


def _ask(work: CaseWork, command: Propose, texts: dict[str, str]) -> Done:
    """The offer waits, and counts for nobody; the history tells it as what it is."""
    tx = work.tx
    asked_by = {"by_id": tx.person.id, "by": tx.person.login, "at": tx.at}
    stored = [stored_offer(offer) for offer in command.remedies]
    tx.session.add(RemedyRequest(case_id=work.case.id, offers=stored, replaces=command.replaces, **asked_by, **texts))
    work.act = "ask_approval"
    return work.finish(told_of(command.remedies))


def approve(tx: Transaction, command: Approve) -> Done:
    """Grants the oldest offer of the case that waits; it counts as given by whoever grants it.

    Raises ``no_request``, ``own_approval``, and those of ``check_may_give``.
    """
    work = CaseWork.load(tx, command, "approve")
    request = _decide(work, granted=True, reason=command.reason)
    texts = {field: getattr(request, field) for field in OFFER_TEXTS}
    offers = [offer_of(stored) for stored in request.offers]
    return _offer(work, offers, texts, replaces=request.replaces, asked_by=request.by, reason=request.reason)


def decline(tx: Transaction, command: Decline) -> Done:
    """Doesn't grant it. Whoever could not grant it can't decline it either. Raises as ``approve``."""
    work = CaseWork.load(tx, command, "decline")
    request = _decide(work, granted=False, reason=command.reason)
    told = told_of([offer_of(stored) for stored in request.offers]) | {"asked_by": (None, request.by)}
    return work.finish(told | reason_told(request.reason))


def end_requests(work: CaseWork) -> None:
    """Whatever offer of the case still waits ends with the case, given to nobody.

    Call it before the ending act changes the case: the history tells each as ``request_ended``, and in ``ended_with``
    the act that ended it.
    """
    tx = work.tx
    for request in tx.session.scalars(_waiting(work.case)).all():
        request.granted, request.decided_at, request.decided_by = False, tx.at, tx.person.login
        told = told_of([offer_of(stored) for stored in request.offers])
        work.tell(told | {"asked_by": (None, request.by), "ended_with": (None, work.act)}, act="request_ended")


def _waiting(case: Case) -> Select[RemedyRequest]:
    """The offers of a case that wait, the oldest first."""
    waiting = select(RemedyRequest).where(RemedyRequest.case_id == case.id, RemedyRequest.decided_at.is_(None))
    return waiting.order_by(RemedyRequest.id)


def _decide(work: CaseWork, *, granted: bool, reason: str) -> RemedyRequest:
    """The oldest waiting request, decided by the person."""
    tx, case = work.tx, work.case
    request = tx.session.scalar(_waiting(case).limit(1))
    if request is None:
        raise UserError("no_request", "case")
    if request.by_id == tx.person.id:
        raise UserError("own_approval", "by")
    check_may_give(tx, case, [offer_of(stored) for stored in request.offers], replaces=request.replaces)
    request.granted, request.reason = granted, check_text(reason, "reason")
    request.decided_at, request.decided_by = tx.at, tx.person.login
    return request


def stored_offer(offer: RemedyOffer) -> dict[str, object]:
    """An offer as a request keeps it; the sum in minor units."""
    return {"kind": offer.kind.value, "amount": offer.amount, "note": offer.note, "law_card": offer.law_card}


def offer_of(stored: dict[str, Any]) -> RemedyOffer:
    """The offer that a request keeps."""
    return RemedyOffer(RemedyKind(stored["kind"]), stored["amount"], stored["note"], stored["law_card"])
