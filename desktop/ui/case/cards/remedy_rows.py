"""The remedies of a case as the card shows them: what stands, what waits, what was declined. No Qt."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.case_file import CaseFile, RequestRow
from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import Answer
from desktop.domain.rows import RemedyRow
from desktop.domain.texts import is_blank


class Standing(StrEnum):
    """How far a remedy has come."""

    WITHIN = "within"  #: offered on the proposer's own authority
    WAITING = "waiting"
    APPROVED = "approved"
    GIVEN = "given"  #: the guest accepted it
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"

    @property
    def is_over(self) -> bool:
        """Whether the guest won't have it."""
        return self in (Standing.DECLINED, Standing.TAKEN_BACK)


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One remedy; ``amount`` in minor units, ``by`` the login of who decided, ``at`` when it came so far (UTC)."""

    key: str
    kind: str
    amount: int
    note: str
    standing: Standing
    at: datetime
    by: str = ""
    reason: str = ""


def offer_lines(file: CaseFile) -> tuple[OfferLine, ...]:
    """Every remedy of a case in the order in which they were offered."""
    lines = [(remedy.at, _remedy_line(remedy, file)) for remedy in file.view.remedies]
    for place, request in enumerate(file.requests):
        if not request.granted:
            offers = enumerate(request.offers)
            lines += [(request.at, _request_line(request, offer, f"{place}-{nth}")) for nth, offer in offers]
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def is_given(file: CaseFile, at: datetime) -> bool:
    """Whether what was offered at that moment is in the guest's hands: it was accepted since."""
    resolved = file.ending.last_resolved_at
    return file.ending.answer is Answer.ACCEPTED and resolved is not None and at <= resolved


def words_on_agreeing(file: CaseFile) -> str:
    """What the guest said last between the offer and the resolution, where they accepted; else nothing."""
    resolved = file.ending.last_resolved_at
    offered = min((remedy.at for remedy in file.view.remedies if not remedy.taken_back), default=None)
    if file.ending.answer is not Answer.ACCEPTED or resolved is None or offered is None:
        return ""
    said = [c for c in file.contacts if c.reached and not is_blank(c.text) and offered <= c.at <= resolved]
    return max(said, key=lambda contact: contact.at).text if said else ""


def _remedy_line(remedy: RemedyRow, file: CaseFile) -> OfferLine:
    request = _granted_with(remedy, file)
    resolved = file.ending.last_resolved_at
    standing, at, by = Standing.WITHIN, remedy.at, remedy.by
    if request is not None:
        standing, by = Standing.APPROVED, request.decided_by
    if is_given(file, remedy.at) and resolved is not None:
        standing, at = Standing.GIVEN, resolved
    if remedy.taken_back:
        standing = Standing.TAKEN_BACK
    return OfferLine(f"remedy-{remedy.id}", remedy.kind, remedy.amount, remedy.note, standing, at, by)


def _granted_with(remedy: RemedyRow, file: CaseFile) -> RequestRow | None:
    """The request by which a remedy came about: it was granted at that moment and held this offer."""
    granted = (r for r in file.requests if r.granted and r.decided_at == remedy.at)
    return next((r for r in granted if any(_is_offer(remedy, offer) for offer in r.offers)), None)


def _is_offer(remedy: RemedyRow, offer: RemedyOffer) -> bool:
    offered = (offer.kind.value, offer.amount, offer.note, offer.law_card)
    return offered == (remedy.kind, remedy.amount, remedy.note, remedy.law_card)


def _request_line(request: RequestRow, offer: RemedyOffer, key: str) -> OfferLine:
    waits = request.granted is None
    standing = Standing.WAITING if waits else Standing.DECLINED
    at, by = (request.at, request.by) if waits else (request.decided_at or request.at, request.decided_by)
    return OfferLine(f"request-{key}", offer.kind.value, offer.amount, offer.note, standing, at, by, request.reason)
