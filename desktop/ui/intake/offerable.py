"""What can be offered and what is offered already, each against the person's authority (domain.md 6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import RemedyKind
from desktop.domain.past_help import RemedyIdea
from desktop.ui.moves import Allowance


@dataclass(frozen=True, slots=True)
class Offerable:
    """One row. ``place`` is that of the offer in the form, None while it isn't offered.

    ``is_above``: with what was offered before it, it passes what the person may give. ``is_known`` tells an idea, whose
    reason can be given, from what somebody thought of at the counter.
    """

    idea: RemedyIdea
    place: int | None
    is_above: bool
    is_known: bool


def offerables(
    ideas: Sequence[RemedyIdea], offers: Sequence[RemedyOffer], allowance: Allowance | None
) -> tuple[Offerable, ...]:
    """The ideas in their order, then what is offered beside them; what the law sets is not given away here.

    Where nobody knows what the person may give, nothing counts as above it: the desk judges in the end.
    """
    left = allowance.left if allowance else None
    standing = _standing(offers)
    free = list(range(len(offers)))
    rows = []
    for idea in ideas:
        if idea.kind is RemedyKind.STATUTORY_SUM:
            continue
        place = next((place for place in free if _is_same(idea, offers[place])), None)
        if place is not None:
            free.remove(place)
        until = standing[place] if place is not None else goodwill(offers) + idea.amount
        rows.append(Offerable(idea, place, _passes(idea.amount, until, left), is_known=True))
    for place in free:
        offer = offers[place]
        idea = RemedyIdea(offer.kind, offer.note, offer.amount)
        rows.append(Offerable(idea, place, _passes(idea.amount, standing[place], left), is_known=False))
    return tuple(rows)


def goodwill(offers: Sequence[RemedyOffer]) -> int:
    """What the offers come to in minor units, without what the law sets."""
    return sum(offer.amount for offer in offers if offer.kind is not RemedyKind.STATUTORY_SUM)


def is_above(amount: int, offers: Sequence[RemedyOffer], allowance: Allowance | None) -> bool:
    """Whether ``amount`` (minor units) more than what is offered passes what the person may give."""
    return _passes(amount, goodwill(offers) + amount, allowance.left if allowance else None)


def _standing(offers: Sequence[RemedyOffer]) -> list[int]:
    """For every offer what it comes to together with those before it."""
    return [goodwill(offers[: place + 1]) for place in range(len(offers))]


def _is_same(idea: RemedyIdea, offer: RemedyOffer) -> bool:
    return (idea.kind, idea.note, idea.amount) == (offer.kind, offer.note, offer.amount)


def _passes(amount: int, until: int, left: int | None) -> bool:
    return amount > 0 and left is not None and until > left
