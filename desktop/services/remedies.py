"""Remedies on a case: what was offered, by whom, and whether they may give it (domain.md 6)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, update

from desktop.domain.authority import check_authority
from desktop.domain.commands import RemedyOffer
from desktop.domain.texts import check_text
from desktop.errors import UserError
from desktop.models.case import Case, Remedy
from desktop.services.case_work import Transaction


def add_remedies(
    tx: Transaction, case: Case, offers: Sequence[RemedyOffer], *, replaces: bool = False
) -> dict[str, tuple[object, object]]:
    """Stores what is offered; returns what the history tells of it.

    ``replaces`` takes back what stands on the case. Raises ``UserError``: ``no_remedy``, ``over_authority``.
    """
    if not offers:
        raise UserError("no_remedy", "remedies")
    if replaces:
        standing = (Remedy.case_id == case.id, Remedy.taken_back_at.is_(None))
        tx.session.execute(update(Remedy).where(*standing).values(taken_back_at=tx.at))
        case.compensation = 0
    amount = sum(offer.amount for offer in offers)
    limit = tx.in_force.limits[tx.person.role]
    check_authority(limit, amount, case.compensation, _given_this_month(tx), tx.facts.currency)
    for offer in offers:
        note = check_text(offer.note, "note")
        common = {"note": note, "law_card": offer.law_card, "by_id": tx.person.id, "by": tx.person.login}
        tx.session.add(Remedy(case_id=case.id, at=tx.at, kind=offer.kind.value, amount=offer.amount, **common))
    case.compensation += amount
    notes = [offer.note for offer in offers if offer.note]
    told = {"remedies": (None, [[offer.kind.value, offer.amount] for offer in offers])}
    return {**told, "remedy_notes": (None, notes)} if notes else {**told}


def _given_this_month(tx: Transaction) -> int:
    """What the person gave on their own authority in the local calendar month of the act, in minor units."""
    start, end = month_of(tx.at, tx.facts.zone)
    given = select(func.coalesce(func.sum(Remedy.amount), 0)).where(
        Remedy.by_id == tx.person.id, Remedy.at >= start, Remedy.at < end, Remedy.taken_back_at.is_(None)
    )
    return int(tx.session.scalar(given) or 0)


def month_of(at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The local calendar month that a moment falls in: its first moment and the next month's."""
    first = at.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    following = (first + timedelta(days=32)).replace(day=1)
    return first, following
