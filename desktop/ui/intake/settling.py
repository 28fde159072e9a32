"""Settled on the spot: opening the case and settling it in one, so that no case is lost and none stands twice."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop.domain.commands import OpenCase, RemedyOffer, Settle
from desktop.domain.money import Currency, amount_text
from desktop.errors import UserError
from desktop.ui.intake.doors import Doors, Failed, NotSettledError, OnTheSpot
from desktop.ui.moves import Allowance


@dataclass(frozen=True, slots=True)
class Settling:
    """How far it has come."""

    is_open: bool = False  #: its form is shown
    allowance: Allowance | None = None  #: what the person may give; None until the desk has said it
    number: str = ""  #: the case that is recorded already and only has to be settled
    refusal: UserError | None = None  #: why it isn't settled yet
    answers: int = 0  #: grows with every refusal, so that the same one again is said again


class Settler:
    """Does it through the doors. ``told`` is called whenever ``status`` changed."""

    def __init__(self, doors: Doors, told: Callable[[], None]) -> None:
        self._doors, self._told = doors, told
        self.status = Settling()

    def open(self) -> None:
        """The form is wanted; meanwhile the desk says what the person may give."""
        self._set(Settling(is_open=True))
        self._doors.allowance(self._on_allowance, lambda _: None)  # the desk judges the sum anyway

    def close(self) -> None:
        """The form is not wanted any more."""
        self._set(Settling())

    def perform(self, opening: OpenCase, settle: Settle, settled: Callable[[str], object], failed: Failed) -> None:
        """Opens and settles, or only settles what stands already.

        ``settled`` hears the number. ``failed`` hears what went wrong; ``status`` tells whether the case stands.
        """

        def refused(number: str, failure: Exception) -> None:
            refusal = failure if isinstance(failure, UserError) else UserError("unexpected")
            self._set(replace(self.status, number=number, refusal=refusal, answers=self.status.answers + 1))
            failed(failure)

        def answered(done: OnTheSpot) -> None:
            if done.refusal is None:
                settled(done.number)
            else:
                refused(done.number, done.refusal)

        def not_done(failure: Exception) -> None:
            if isinstance(failure, NotSettledError):
                refused(failure.number, failure)
            else:
                failed(failure)

        number = self.status.number
        if number:
            command = replace(settle, case=number)
            self._doors.settle(command, lambda _: settled(number), lambda failure: refused(number, failure))
        else:
            self._doors.open_and_settle(opening, settle, answered, not_done)

    def _on_allowance(self, most: int | None) -> None:
        if self.status.is_open:
            self._set(replace(self.status, allowance=Allowance(most)))

    def _set(self, status: Settling) -> None:
        if status != self.status:
            self.status = status
            self._told()


def remedies_kept(offers: Sequence[RemedyOffer], currency: Currency) -> str:
    """Offers as the form of settling keeps half-typed remedies: kind, sum, law card and note of each, as typed."""
    rows = [
        [offer.kind.value, amount_text(offer.amount, currency) if offer.amount else "", offer.law_card, offer.note]
        for offer in offers
    ]
    return json.dumps(rows, ensure_ascii=False)
