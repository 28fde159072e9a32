"""Offering something: a proposal for the guest, or everything in one act where it is settled on the spot."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.domain.commands import Assessment, OnCase, Propose, Settle
from desktop.domain.kinds import Band, RemedyKind, State
from desktop.domain.lifecycle import missing_ratings
from desktop.domain.money import amount_text
from desktop.errors import UserError
from desktop.ui.moves.about import Allowance
from desktop.ui.moves.assess import laid_over
from desktop.ui.moves.entry import TextEntry, TickEntry
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.open_work import OpenWork
from desktop.ui.moves.parts import Need
from desktop.ui.moves.rating_entries import MoodEntry, name_ratings, rating_entry, read_ratings
from desktop.ui.moves.reckoning import priority_with
from desktop.ui.moves.remedies_entry import PARTS, RemediesEntry
from desktop.ui.moves.timed import TimedForm

_TOLD = ("solution", "beyond_expectation", "prevention")
#: The move by which a case that can't be settled on the spot goes on.
_WAY_ON = {
    State.NEW: "acknowledge",
    State.ACKNOWLEDGED: "assess",
    State.ASSESSED: "propose",
    State.INVESTIGATING: "propose",
}


class OfferForm(MoveForm):
    """A move with remedies."""

    def _build(self) -> None:
        about = self._about
        self._remedies = RemediesEntry("remedies", about.around, self._words)
        self.add(self._remedies, wide=True)

    def _also_called(self, field: str) -> str:
        return "remedies" if field in PARTS else field

    def over_authority(self) -> UserError:
        """The refusal of a sum above what the person may give."""
        currency, allowance = self._about.around.currency, self._allowance()
        left = amount_text(max(0, allowance.left or 0), currency) if allowance else None
        amount = amount_text(self._remedies.goodwill(), currency)
        return UserError("over_authority", "remedies", amount=amount, currency=currency.code, left=left)

    def _allowance(self) -> Allowance | None:
        return self._about.allowance


class ProposeForm(OfferForm):
    """Remedies, the solution in words, what goes beyond, and what stops it happening again."""

    act = "propose"

    def _build(self) -> None:
        super()._build()
        self._was_refused = ""  # what was offered when the service found it above the authority
        self._replaces = TickEntry("replaces")
        self.add(self._replaces, wide=True)
        self._replaces.setVisible(self._about.on_offer > 0 or self._about.state is State.PROPOSED)
        for name in _TOLD:
            self.add(TextEntry(name))
            self.entry(name).restore(getattr(self._about.story, name))

    def _name(self) -> None:
        self._remedies.speak(self._words)
        self._remedies.call(self.tr("What do you offer?"))
        self._replaces.call(self.tr("Instead of what was offered before"))
        self.entry("solution").call(self.tr("What solves it?"), optional=True)
        self.entry("beyond_expectation").call(self.tr("What goes beyond that?"), optional=True)
        self.entry("prevention").call(self.tr("What stops it happening again?"), optional=True)

    def show_error(self, error: UserError) -> None:
        """A sum above the authority can be asked for."""
        if error.code == "over_authority":
            self._was_refused = self._remedies.keep()
        super().show_error(error)
        self._say_verbs()

    def _verb(self) -> str:
        return self.tr("Ask for approval") if self._asks() else self.tr("Propose")

    def _asks(self) -> bool:
        kept = self._remedies.keep()
        return self._remedies.is_above() or (bool(kept) and kept == self._was_refused)

    def _needs(self) -> Sequence[Need]:
        if self._about.request_waits:
            return (Need("request", self.tr("An offer waits for an approval already."), self.tr("Show"), "remedies"),)
        return ()

    def _react(self) -> None:
        self._remedies.show_allowance(self._allowance())
        above = self.tr("More than you may give yourself. Somebody with the authority has to approve it.")
        self._remedies.set_hint(above if self._asks() else "")
        self._say_verbs()

    def _allowance(self) -> Allowance | None:
        known = self._about.allowance
        if known is None or known.left is None or not self._replaces.value():
            return known
        return replace(known, left=known.left + self._about.on_offer)

    def _mistakes(self) -> Iterator[UserError]:
        yield from self._remedies.mistakes()

    def _command(self) -> OnCase:
        return Propose(
            self._about.number,
            self._remedies.offers(),
            solution=self.text("solution"),
            beyond_expectation=self.text("beyond_expectation"),
            prevention=self.text("prevention"),
            replaces=self._replaces.value(),
            ask=self._asks(),
        )


class SettleForm(OfferForm, TimedForm):
    """Settled on the spot: the remedy, the ratings that are still missing, and how the guest left."""

    act = "settle"
    ends = True

    def _build(self) -> None:
        super()._build()
        about = self._about
        self._asked = missing_ratings(laid_over(about, Assessment()), about.around.taxonomy)
        self._remedies.suggest(RemedyKind.SPOKEN_APOLOGY)
        for name in self._asked:
            self.add(rating_entry(name, about.around.taxonomy, self._words))
        if "category" in self._asked and about.category:
            self.entry("category").restore(about.category)
        self._mood = MoodEntry("emotion_at_close")
        self.add(self._mood)
        self.add_when()

    def _name(self) -> None:
        self._remedies.speak(self._words)
        self._remedies.call(self.tr("What did you do for the guest?"))
        name_ratings(self._entries.values(), self._words)
        labels = {
            "category": self.tr("Category"),
            "severity": self.tr("Severity"),
            "scope": self.tr("Reach"),
            "emotion": self.tr("Mood at the start"),
        }
        for name in self._asked:
            self.entry(name).call(labels[name])
        self._mood.call(self.tr("Mood now"), optional=True)
        self.name_when(self.tr("When?"))

    def _lead(self) -> str:
        return self.tr("Told in person, and the guest accepted: one step to Resolved.")

    def _needs(self) -> Sequence[Need]:
        way = _WAY_ON.get(self._about.state, "")
        if not self._about.is_one or not way:
            return ()
        if self._is_p1():
            return (Need("case", self.tr("A P1 goes through every step."), self._words.term("action", way), way),)
        needs = OpenWork(self._about).needs()
        if self._remedies.is_above():
            ask = self.tr("More than you may give yourself. Propose it and ask for an approval.")
            needs.append(Need("above", ask, self._words.term("action", way), way))
        return needs

    def _blocked(self) -> UserError | None:
        return UserError("not_for_p1", "case") if self._is_p1() else None

    def _is_p1(self) -> bool:
        if not self._about.is_complaint:
            return False
        return priority_with(self._about, self._given()).band is Band.P1

    def _react(self) -> None:
        self._remedies.show_allowance(self._allowance())
        self.follow_when()

    def _given(self) -> Assessment:
        return read_ratings([self.entry(name) for name in self._asked])

    def _mistakes(self) -> Iterator[UserError]:
        yield from self._remedies.mistakes()
        yield from OpenWork(self._about).refusals()
        if self._remedies.is_above():
            yield self.over_authority()
        for name in missing_ratings(laid_over(self._about, self._given()), self._about.around.taxonomy):
            yield UserError("incomplete_assessment", name, fields=name)
        yield from self.when_mistakes()

    def _command(self) -> OnCase:
        return Settle(
            self._about.number,
            self._remedies.offers(),
            self._given(),
            emotion_at_close=self._mood.value(),
            when=self._when.value(),
            reason=self.text("reason"),
        )
