"""Remedies on a case: what was offered, by whom, and whether they may give it (domain.md 6)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select

from desktop.domain.authority import check_authority
from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import Answer, RemedyKind
from desktop.domain.people import leads
from desktop.domain.texts import check_line, check_text, is_blank
from desktop.domain.wallclock import local_day, utc_at
from desktop.errors import UserError
from desktop.models.case import Case, Remedy
from desktop.services.case_work import Transaction

_GOODWILL = Remedy.kind != RemedyKind.STATUTORY_SUM


def check_offers(offers: Sequence[RemedyOffer]) -> None:
    """Refuses what nobody could offer. Raises ``no_remedy``, ``law_card_missing``, and those of the texts."""
    if not offers:
        raise UserError("no_remedy", "remedies")
    for offer in offers:
        check_text(offer.note, "note")
        check_line(offer.law_card, "law_card")
        if offer.kind is RemedyKind.STATUTORY_SUM and is_blank(offer.law_card):
            raise UserError("law_card_missing", "law_card")


def check_may_give(tx: Transaction, case: Case, offers: Sequence[RemedyOffer], *, replaces: bool = False) -> None:
    """Whether the person may give this on the case, on their own authority.

    Sums that the law sets pass the goodwill limits but are a manager's. What ``replaces`` would take back counts no
    more. Raises ``UserError``: ``statutory_needs_manager``, ``over_authority``.
    """
    by_law = [offer for offer in offers if offer.kind is RemedyKind.STATUTORY_SUM]
    if by_law and not leads(tx.person.role):
        raise UserError("statutory_needs_manager", "remedies")
    goodwill = sum(offer.amount for offer in offers) - sum(offer.amount for offer in by_law)
    standing_by_law = [Remedy.case_id == case.id, Remedy.taken_back_at.is_(None), ~_GOODWILL]
    on_case, in_month = case.compensation - _sum(tx, *standing_by_law), _sum(tx, *_given_this_month(tx))
    if replaces:
        on_case -= _sum(tx, *_on_offer(case), _GOODWILL)
        in_month -= _sum(tx, *_on_offer(case), *_given_this_month(tx))
    check_authority(tx.in_force.limits[tx.person.role], goodwill, on_case, in_month, tx.facts.currency)


def give(tx: Transaction, case: Case, offers: Sequence[RemedyOffer], *, replaces: bool = False) -> None:
    """Puts on the case what the person may give; ``replaces`` takes back what is still on offer there."""
    if replaces:
        for remedy in tx.session.scalars(select(Remedy).where(*_on_offer(case))).all():
            remedy.taken_back_at = tx.at
            case.compensation -= remedy.amount
    for offer in offers:
        common = {"note": offer.note, "law_card": offer.law_card, "by_id": tx.person.id, "by": tx.person.login}
        tx.session.add(Remedy(case_id=case.id, at=tx.at, kind=offer.kind.value, amount=offer.amount, **common))
        case.compensation += offer.amount


def told_of(offers: Sequence[RemedyOffer]) -> dict[str, tuple[object, object]]:
    """What the history tells of an offer: kinds with their sums in minor units, and the notes."""
    notes = [offer.note for offer in offers if offer.note]
    told: dict[str, tuple[object, object]] = {
        "remedies": (None, [[offer.kind.value, offer.amount] for offer in offers])
    }
    return {**told, "remedy_notes": (None, notes)} if notes else told


def _on_offer(case: Case) -> list[ColumnElement[bool]]:
    """What can still be taken back. What the guest had accepted before a reopening is in their hands."""
    on_offer = [Remedy.case_id == case.id, Remedy.taken_back_at.is_(None)]
    if case.reopened_at is not None and case.answer == Answer.ACCEPTED:
        on_offer.append(Remedy.at >= case.reopened_at)
    return on_offer


def _given_this_month(tx: Transaction) -> list[ColumnElement[bool]]:
    """What the person gave on their own authority in the local calendar month of the act; law sums don't count."""
    start, end = month_of(tx.at, tx.facts.zone)
    mine = [Remedy.by_id == tx.person.id, Remedy.at >= start, Remedy.at < end]
    return [*mine, Remedy.taken_back_at.is_(None), _GOODWILL]


def _sum(tx: Transaction, *conditions: ColumnElement[bool]) -> int:
    """The sum of the remedies that meet the conditions, in minor units."""
    return int(tx.session.scalar(select(func.coalesce(func.sum(Remedy.amount), 0)).where(*conditions)) or 0)


def month_of(at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The local calendar month that a moment falls in: its first moment and the next month's."""
    first = local_day(at, zone).replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return utc_at(first, 0, zone), utc_at(following, 0, zone)
