"""Moves that end a case early or bring it back: withdraw, not a complaint, reopen; and a manager's priority."""

from collections.abc import Iterable, Iterator

from desktop.domain.commands import Assessment, MarkNotComplaint, OnCase, Override, Reopen, Withdraw
from desktop.domain.kinds import Band
from desktop.domain.lifecycle import check_reopening
from desktop.domain.priority import band_after_reopening
from desktop.errors import UserError
from desktop.ui.moves.entry import SegmentsEntry, TextEntry
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.guarding import refusals
from desktop.ui.moves.reckoning import PriorityNow, priority_with


class ReasonForm(MoveForm):
    """A move that asks for a reason and nothing else."""

    def _build(self) -> None:
        self.add(TextEntry("reason"), wide=True)

    def _name(self) -> None:
        self.entry("reason").call(self._question())

    def _question(self) -> str:
        return self.tr("Reason")

    def _mistakes(self) -> Iterable[UserError]:
        return self.missing("reason")


class WithdrawForm(ReasonForm):
    """The guest takes the complaint back."""

    act = "withdraw"

    def _lead(self) -> str:
        return self.tr("The case leaves the queue. It stays on record.")

    def _question(self) -> str:
        return self.tr("Why does the guest take it back?")

    def _command(self) -> OnCase:
        return Withdraw(self._about.number, self.text("reason"))


class NotComplaintForm(ReasonForm):
    """It was no complaint after all."""

    act = "not_complaint"

    def _verb(self) -> str:
        return self.tr("Mark as no complaint")

    def _lead(self) -> str:
        return self.tr("The case leaves the queue and counts in no figure. It stays on record.")

    def _question(self) -> str:
        return self.tr("What was it instead?")

    def _command(self) -> OnCase:
        return MarkNotComplaint(self._about.number, self.text("reason"))


class ReopenForm(ReasonForm):
    """The guest came back with the same complaint."""

    act = "reopen"

    def _lead(self) -> str:
        about = self._about
        if not about.is_complaint:
            return self.tr("It comes back under the same number, with a fresh resolve clock.")
        band = band_after_reopening(about.band).value
        return self.tr("It comes back as {band} under the same number, with a fresh resolve clock.").format(band=band)

    def _question(self) -> str:
        return self.tr("What did the guest come back with?")

    def _blocked(self) -> UserError | None:
        ending = self._about.ending
        check = refusals(lambda: check_reopening(ending.closed_at, ending.last_resolved_at, self._about.now()))
        return next(check, None)

    def _command(self) -> OnCase:
        return Reopen(self._about.number, self.text("reason"))


class OverrideForm(MoveForm):
    """A manager sets the band; what the rules say stands beside it."""

    act = "override"

    def _build(self) -> None:
        self.rules = PriorityNow()
        self.grid.add(self.rules, wide=True)
        self.rules.setVisible(self._about.is_one)
        self._band = SegmentsEntry("band", [band.value for band in Band], look="ink")
        self.add(self._band)
        self.add(TextEntry("reason"))

    def _name(self) -> None:
        self._band.call(self.tr("Priority"))
        self._band.offer([(band.value, band.value) for band in Band])
        for band in Band:
            self._band.control.segment(band.value).setAccessibleName(self._words.term("band_long", band.value))
        self.entry("reason").call(self.tr("Reason"), self.tr("It stands in the history."))

    def _lead(self) -> str:
        return self.tr("By the rules:") if self._about.is_one else ""

    def _react(self) -> None:
        ruled = priority_with(self._about, Assessment(), overridden=False)
        self.rules.show_priority(ruled, self._words)
        below = self._band.value() > ruled.band.value and ruled.band_rule.startswith("floor")
        self._band.set_hint(self.tr("This goes below what a flag asks for.") if below and self._about.is_one else "")

    def _mistakes(self) -> Iterator[UserError]:
        yield from self.missing("band", "reason")

    def _command(self) -> OnCase:
        return Override(self._about.number, Band(self._band.value()), self.text("reason"))
