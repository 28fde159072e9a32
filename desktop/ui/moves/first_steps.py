"""The first and the small moves: acknowledge, wait, hand over, log a contact, confirm facts, restrict."""

from collections.abc import Iterable, Iterator

from desktop.domain.commands import (
    Acknowledge,
    AddContact,
    AddNote,
    ConfirmFacts,
    HandOver,
    OnCase,
    Restrict,
    Take,
    Wait,
)
from desktop.domain.kinds import Medium, Role, State, WaitFor
from desktop.errors import UserError
from desktop.ui.moves.about import USUAL_MEDIUM
from desktop.ui.moves.entry import ChoiceEntry, LineEntry, Option, PickEntry, SegmentsEntry, TextEntry
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.timed import TimedForm
from desktop.words import Words
from desktop.words.plain import plain

_LONGEST_NAME = 60


def media(words: Words) -> list[Option]:
    """The ways in which a guest is reached."""
    return [(medium.value, words.term("medium", medium.value)) for medium in Medium]


class AcknowledgeForm(TimedForm):
    """How and when the guest was told that the complaint has arrived."""

    act = "acknowledge"

    def _build(self) -> None:
        self._medium = ChoiceEntry("medium")
        self.add(self._medium)
        self.add_when()

    def _name(self) -> None:
        self._medium.call(self.tr("How did you tell the guest?"))
        self._medium.offer(media(self._words))
        if not self._medium.value():
            self._medium.restore(USUAL_MEDIUM[self._about.channel].value)
        self.name_when(self.tr("When?"))

    def _react(self) -> None:
        self.follow_when()

    def _mistakes(self) -> Iterator[UserError]:
        yield from self.missing("medium")
        yield from self.when_mistakes()

    def _command(self) -> OnCase:
        when = self._when.value()
        return Acknowledge(self._about.number, Medium(self._medium.value()), when, self.text("reason"))


class WaitForm(MoveForm):
    """Whom the case waits for, and for what."""

    act = "wait"

    def _build(self) -> None:
        self._for = SegmentsEntry("for", [who.value for who in WaitFor])
        self._for.restore(WaitFor.GUEST.value)
        self.add(self._for)
        self.add(TextEntry("reason"), wide=False)

    def _name(self) -> None:
        self._for.call(self.tr("Waiting for"))
        self._for.offer([(WaitFor.GUEST, self.tr("The guest")), (WaitFor.DEPARTMENT, self.tr("A department"))])
        self.entry("reason").call(self.tr("What are you waiting for?"), optional=True)

    def _react(self) -> None:
        guest = self._for.value() == WaitFor.GUEST
        stands = self.tr("The resolve clock stands still until you go on.")
        runs = self.tr("The clocks run on while a department is at work.")
        self._for.set_hint(stands if guest else runs)

    def _mistakes(self) -> Iterable[UserError]:
        return self.missing("for")

    def _command(self) -> OnCase:
        return Wait(self._about.number, WaitFor(self._for.value()), self.text("reason"))


class HandOverForm(MoveForm):
    """The colleague or the department that goes on with the case."""

    act = "hand_over"

    def _build(self) -> None:
        self._to, self._department = ChoiceEntry("to"), PickEntry("department")
        self.add(self._to)
        self.add(self._department)

    def _name(self) -> None:
        self._to.call(self.tr("To whom?"))
        self._to.offer(self._people())
        self._department.call(self.tr("Or to a department"), self.tr("A person, a department, or both."))
        self._department.offer(self._about.around.departments)

    def _people(self) -> list[Option]:
        """Everybody who handles cases but the owner, with their roles."""
        handling = [p for p in self._about.around.people if p.active and p.role is not Role.ANALYST]
        others = [p for p in handling if p.id != self._about.owner_id]
        nobody = [("", self.tr("Nobody in particular"))]
        return nobody + [
            (p.login, f"{plain(p.name, _LONGEST_NAME)} · {self._words.term('role', p.role)}") for p in others
        ]

    def _mistakes(self) -> Iterator[UserError]:
        if not self._to.value() and not self._department.value().strip():
            yield from self.missing("to")

    def _command(self) -> OnCase:
        return HandOver(self._about.number, to=self._to.value(), department=self._department.value().strip())


class ContactForm(TimedForm):
    """A call or another contact with the guest, or an attempt."""

    act = "contact"

    def _build(self) -> None:
        self._medium = ChoiceEntry("medium")
        self._medium.offer(media(self._words))
        self._medium.restore(Medium.PHONE.value)
        self._reached = SegmentsEntry("reached", ["yes", "no"])
        self._reached.restore("yes")
        self.add(self._medium)
        self.add(self._reached)
        self.add(LineEntry("with"))
        self.add_when()
        self.add(TextEntry("text", 3), wide=True)

    def _name(self) -> None:
        words = self._words
        self._medium.call(self.tr("How?"))
        self._medium.offer(media(words))
        self._reached.call(self.tr("Was the guest reached?"))
        self._reached.offer([(code, words.term("yes_no", code)) for code in ("yes", "no")])
        self.entry("with").call(self.tr("With whom?"), optional=True)
        self.name_when(self.tr("When?"))

    def _react(self) -> None:
        self.follow_when()
        reached = self._reached.value() == "yes"
        said, tried = self.tr("What was said?"), self.tr("What did you try?")
        self.entry("text").call(said if reached else tried)
        first = reached and self._about.state is State.NEW
        self._reached.set_hint(self.tr("This also acknowledges the case.") if first else self._tries(reached))

    def _tries(self, reached: bool) -> str:
        days = len(self._about.tries)
        if reached or not days:
            return ""
        several = self.tr("Tried before on {days} days.").format(days=days)
        return self.tr("Tried before on 1 day.") if days == 1 else several

    def _mistakes(self) -> Iterator[UserError]:
        yield from self.missing("medium", "text")
        yield from self.when_mistakes()

    def _command(self) -> OnCase:
        return AddContact(
            self._about.number,
            self._text_value("text"),
            Medium(self._medium.value()),
            with_whom=self._text_value("with").strip(),
            when=self._when.value(),
            reached=self._reached.value() == "yes",
            reason=self.text("reason"),
        )

    def _text_value(self, name: str) -> str:
        return self.entry(name).keep()


class ConfirmFactsForm(MoveForm):
    """What is established, in the person's own words."""

    act = "confirm_facts"

    def _build(self) -> None:
        self.add(TextEntry("text", 4), wide=True)
        self.entry("text").restore(self._about.story.facts)

    def _name(self) -> None:
        self.entry("text").call(
            self.tr("What is certain now?"), self.tr("Only what was seen, measured or said by more than one side.")
        )

    def _mistakes(self) -> Iterable[UserError]:
        return self.missing("text")

    def _command(self) -> OnCase:
        return ConfirmFacts(self._about.number, self.text("text"))


class NoteForm(MoveForm):
    """A note for colleagues."""

    act = "note"

    def _build(self) -> None:
        self.add(TextEntry("text", 3), wide=True)

    def _name(self) -> None:
        self.entry("text").call(self.tr("What changed?"), self.tr("Colleagues read it; the guest doesn’t."))

    def _mistakes(self) -> Iterable[UserError]:
        return self.missing("text")

    def _command(self) -> OnCase:
        return AddNote(self._about.number, self.text("text"))


class TakeForm(MoveForm):
    """Takes cases; nothing is asked."""

    act = "take"

    def _lead(self) -> str:
        return self.tr("You become the owner, whoever had it before.")

    def _command(self) -> OnCase:
        return Take(self._about.number)


class RestrictForm(MoveForm):
    """Hides a delicate case from all but those who lead, or shows it again."""

    act = "restrict"

    def _build(self) -> None:
        self.add(TextEntry("reason"), wide=True)

    def _title(self) -> str:
        return self.tr("Make readable again") if self._about.restricted else self.tr("Restrict")

    def _verb(self) -> str:
        return self._title()

    def _lead(self) -> str:
        if self._about.restricted:
            return self.tr("Everyone at the desk can read the case again.")
        return self.tr("Only managers can read the case then. Others see that it is there, without guest and words.")

    def _name(self) -> None:
        self.entry("reason").call(self.tr("Reason"), optional=True)

    def _command(self) -> OnCase:
        return Restrict(self._about.number, not self._about.restricted, self.text("reason"))
