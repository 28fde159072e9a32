"""The guest was told the result and answered (domain.md 3, Resolved)."""

from collections.abc import Iterator, Sequence

from desktop.domain.commands import OnCase, Resolve
from desktop.domain.kinds import Answer, Medium
from desktop.domain.lifecycle import ATTEMPTS_NEEDED, BeforeResolving, check_resolved
from desktop.errors import UserError
from desktop.ui import formats
from desktop.ui.moves.entry import ChoiceEntry, SegmentsEntry
from desktop.ui.moves.first_steps import media
from desktop.ui.moves.guarding import refusals
from desktop.ui.moves.open_work import OpenWork
from desktop.ui.moves.parts import Need
from desktop.ui.moves.rating_entries import MoodEntry
from desktop.ui.moves.timed import TimedForm


class ResolveForm(TimedForm):
    """How the guest was told and what they said. Enquiries and the like need neither."""

    act = "resolve"
    ends = True

    def _build(self) -> None:
        self._told = ChoiceEntry("told_by")
        self.add(self._told)
        self._answer = SegmentsEntry("answer", [answer.value for answer in Answer])
        self._mood = MoodEntry("emotion_at_close")
        self.add(self._answer)
        self.add(self._mood)
        self._answer.setVisible(self._about.is_complaint)
        self.add_when()

    def _name(self) -> None:
        words, complaint = self._words, self._about.is_complaint
        self._told.offer(media(words))
        self._told.call(self.tr("How was the guest told the result?"), optional=not complaint)
        self._answer.offer([(answer.value, words.term("answer", answer.value)) for answer in Answer])
        self._answer.call(self.tr("What did the guest say?"))
        self._mood.speak(words)
        self._mood.call(self.tr("Mood now"), optional=True)
        self.name_when(self.tr("When?"))

    def _verb(self) -> str:
        return self.tr("Mark resolved")

    def _lead(self) -> str:
        return "" if self._about.is_complaint else self.tr("It leaves the queue. Nothing else is asked of it.")

    def _needs(self) -> Sequence[Need]:
        about = self._about
        if not about.is_complaint:
            return ()
        needs = OpenWork(about).needs()
        if self._answer.value() == Answer.UNREACHABLE:
            needs.append(self._attempts())
        return needs

    def _attempts(self) -> Need:
        """How often the guest was tried, on which days, and what is still to do."""
        tries, language = sorted(self._about.tries), self._words.language
        days = self._words.joined(formats.short_date(day, language) for day in tries)
        made = self.tr("Tried on {made} of {needed} days").format(made=len(tries), needed=ATTEMPTS_NEEDED)
        text = (
            self.tr("{made}: {days}.").format(made=made, days=days) if tries else self.tr("{made}.").format(made=made)
        )
        if len(tries) >= ATTEMPTS_NEEDED:
            return Need("attempts", text, met=True)
        return Need("attempts", text, self.tr("Log an attempt"), "contact")

    def _react(self) -> None:
        self.follow_when()
        reached = self._answer.value() != Answer.UNREACHABLE
        self._told.set_hint("" if reached else self.tr("How you tried to tell them."))
        self._mood.setVisible(reached and self._about.is_complaint)

    def _mistakes(self) -> Iterator[UserError]:
        yield from self.when_mistakes()
        if not self._about.is_complaint:
            return
        told, answer = self._told.value() or None, Answer(self._answer.value()) if self._answer.value() else None
        # Asked one by one, so that everything that is missing is said at once.
        yield from refusals(
            lambda: check_resolved(told, Answer.ACCEPTED, BeforeResolving()),
            lambda: check_resolved(Medium.PHONE, answer, BeforeResolving(self._about.tries)),
        )
        yield from OpenWork(self._about).refusals()

    def _command(self) -> OnCase:
        told, answer = self._told.value(), self._answer.value()
        return Resolve(
            self._about.number,
            told_by=Medium(told) if told else None,
            answer=Answer(answer) if answer else None,
            emotion_at_close=None if self._mood.isHidden() else self._mood.value(),
            when=self._when.value(),
            reason=self.text("reason"),
        )
