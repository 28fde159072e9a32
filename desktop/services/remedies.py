"""Remedies on a case: what was offered, by whom, and whether they may give it (domain.md 6)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select, update

from desktop.domain.authority import check_authority
from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import Answer, RemedyKind
from desktop.domain.people import Person, leads
from desktop.domain.texts import check_line, check_text, is_blank
from desktop.domain.wallclock import local_day, utc_at
from desktop.errors import UserError
from desktop.models.case import Case, Remedy
from desktop.services.case_work import Transaction


def add_remedies(
    tx: Transaction, case: Case, offers: Sequence[RemedyOffer], *, replaces: bool = False
) -> dict[str, tuple[object, object]]:
    """Stores what is offered; returns what the history tells of it.

    ``replaces`` takes back what stands on the case and was not given yet. Sums that the law sets pass the goodwill
    limits. Raises ``UserError``: ``no_remedy``, ``over_authority``, ``law_card_missing``, ``statutory_needs_manager``.
    """
    if not offers:
        raise UserError("no_remedy", "remedies")
    for offer in offers:
        _check_offer(offer, tx.person)
    if replaces:
        _take_back(tx, case)
    goodwill = sum(offer.amount for offer in offers if offer.kind is not RemedyKind.STATUTORY_SUM)
    limit, on_case = tx.in_force.limits[tx.person.role], case.compensation - _set_by_law(tx, case)
    check_authority(limit, goodwill, on_case, _given_this_month(tx), tx.facts.currency)
    for offer in offers:
        common = {"note": offer.note, "law_card": offer.law_card, "by_id": tx.person.id, "by": tx.person.login}
        tx.session.add(Remedy(case_id=case.id, at=tx.at, kind=offer.kind.value, amount=offer.amount, **common))
    case.compensation += sum(offer.amount for offer in offers)
    notes = [offer.note for offer in offers if offer.note]
    told = {"remedies": (None, [[offer.kind.value, offer.amount] for offer in offers])}
    return {**told, "remedy_notes": (None, notes)} if notes else {**told}


def _check_offer(offer: RemedyOffer, person: Person) -> None:
    check_text(offer.note, "note")
    check_line(offer.law_card, "law_card")
    if offer.kind is RemedyKind.STATUTORY_SUM:
        if is_blank(offer.law_card):
            raise UserError("law_card_missing", "law_card")
        if not leads(person.role):
            raise UserError("statutory_needs_manager", "remedies")


def _take_back(tx: Transaction, case: Case) -> None:
    """Takes back what is still on offer. What the guest had accepted before a reopening is in their hands."""
    on_offer = [Remedy.case_id == case.id, Remedy.taken_back_at.is_(None)]
    if case.reopened_at is not None and case.answer == Answer.ACCEPTED:
        on_offer.append(Remedy.at >= case.reopened_at)
    case.compensation -= _sum(tx, *on_offer)
    tx.session.execute(update(Remedy).where(*on_offer).values(taken_back_at=tx.at))


def _set_by_law(tx: Transaction, case: Case) -> int:
    """What stands on the case because a law sets it, in minor units."""
    return _sum(tx, Remedy.case_id == case.id, Remedy.taken_back_at.is_(None), Remedy.kind == RemedyKind.STATUTORY_SUM)


def _given_this_month(tx: Transaction) -> int:
    """What the person gave on their own authority in the local calendar month of the act, in minor units."""
    start, end = month_of(tx.at, tx.facts.zone)
    return _sum(
        tx,
        Remedy.by_id == tx.person.id,
        Remedy.at >= start,
        Remedy.at < end,
        Remedy.taken_back_at.is_(None),
        Remedy.kind != RemedyKind.STATUTORY_SUM,
    )


def _sum(tx: Transaction, *conditions: ColumnElement[bool]) -> int:
    return int(tx.session.scalar(select(func.coalesce(func.sum(Remedy.amount), 0)).where(*conditions)) or 0)


def month_of(at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The local calendar month that a moment falls in: its first moment and the next month's."""
    first = local_day(at, zone).replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return utc_at(first, 0, zone), utc_at(following, 0, zone)
