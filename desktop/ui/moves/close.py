"""Closing a case with what was learned (domain.md 3, Closed; domain.md 7, root causes and closure codes)."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.commands import CloseCase, OnCase
from desktop.domain.kinds import Answer, Band, Closure, Outcome, Role, RootCause
from desktop.domain.lifecycle import BeforeClosing, check_closed
from desktop.errors import UserError
from desktop.ui.choices.form_line import FormLine
from desktop.ui.moves.about import About
from desktop.ui.moves.entry import ChoiceEntry, Entry, SegmentsEntry, TextEntry
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.guarding import refusals
from desktop.ui.moves.parts import Need
from desktop.ui.widgets import PlainLabel

#: What a root cause may be told apart into (domain.md 7); the others stand alone.
DETAILS = {
    RootCause.PEOPLE: ("skill", "attitude", "staffing"),
    RootCause.PROCESS: ("none", "not_followed", "handover"),
    RootCause.INFORMATION: ("promise", "listing", "sign"),
    RootCause.THIRD_PARTY: ("surroundings",),
}
_WHYS = 5


class WhysEntry(Entry):
    """Up to five whys, each the reason of the one before; the next line comes when the last one is filled."""

    def __init__(self, name: str) -> None:
        self.lines = [FormLine() for _ in range(_WHYS)]
        self._numbers = [PlainLabel(str(place + 1), "strong", "accent") for place in range(_WHYS)]
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (number, line) in enumerate(zip(self._numbers, self.lines, strict=True)):
            grid.addWidget(number, place, 0)
            grid.addWidget(line, place, 1)
            line.textEdited.connect(self._on_edited)
        super().__init__(name, holder)
        self._show_lines()

    def call(self, label: str, hint: str = "", *, optional: bool = False) -> None:
        """Its label; each line is called by its number too."""
        super().call(label, hint, optional=optional)
        for place, line in enumerate(self.lines):
            line.setAccessibleName(self.tr("Why {place}").format(place=place + 1))
            line.setPlaceholderText(self.tr("Why did it happen?") if place == 0 else self.tr("And why was that?"))

    def value(self) -> tuple[str, ...]:
        """The whys that were answered."""
        return tuple(line.text().strip() for line in self.lines if line.text().strip())

    def keep(self) -> str:
        """The whys as JSON; empty where there are none."""
        whys = list(self.value())
        return json.dumps(whys, ensure_ascii=False) if whys else ""

    def restore(self, kept: str) -> None:
        """Shows the whys that were kept."""
        whys: list[str] = []
        with suppress(ValueError):  # what was kept elsewhere may be anything
            whys = [str(why) for why in json.loads(kept or "[]")]
        for place, line in enumerate(self.lines):
            line.set_line(whys[place] if place < len(whys) else "")
        self._show_lines()

    @property
    def first(self) -> QWidget:
        """The first line that is empty."""
        return next((line for line in self.lines if not line.text()), self.lines[-1])

    def _on_edited(self) -> None:
        self._show_lines()
        self.changed.emit()

    def _show_lines(self) -> None:
        filled = [bool(line.text().strip()) for line in self.lines]
        last = max((place for place, is_filled in enumerate(filled) if is_filled), default=-1)
        for place, (number, line) in enumerate(zip(self._numbers, self.lines, strict=True)):
            number.setVisible(place <= last + 1)
            line.setVisible(place <= last + 1)


class CloseForm(MoveForm):
    """Root cause with its whys, whether the complaint was right, how it ended, the lesson, and the survey."""

    act = "close"

    def _build(self) -> None:
        ending = self._about.ending
        self._cause, self._detail = ChoiceEntry("root_cause"), ChoiceEntry("detail")
        self._outcome = SegmentsEntry("outcome", [outcome.value for outcome in Outcome])
        self._closure = ChoiceEntry("closure")
        self._whys = WhysEntry("whys")
        for entry in (self._outcome, self._closure, self._cause, self._detail):
            self.add(entry)
        self.add(self._whys, wide=True)
        self.add(TextEntry("lesson"), wide=True)
        self.add(TextEntry("survey_not_asked"))
        self.add(TextEntry("reason"))
        self._whys.restore(json.dumps(list(ending.whys)))
        self.entry("lesson").restore(ending.lesson)
        self._outcome.restore(ending.outcome or "")

    def _name(self) -> None:
        words = self._words
        self._outcome.offer([(outcome.value, words.term("outcome", outcome.value)) for outcome in Outcome])
        self._outcome.call(self.tr("Was the complaint right?"))
        first_time = not self._closure.combo.count()
        self._closure.offer([(closure.value, words.term("closure", closure.value)) for closure in Closure])
        self._cause.offer([(cause.value, words.term("root_cause", cause.value)) for cause in RootCause])
        self._cause.call(self.tr("Why did it happen?"))
        if first_time:
            self._show_what_is_known()
        self._closure.call(self.tr("How did it end?"))
        self._whys.call(self.tr("Five whys"), optional=True)
        self.entry("lesson").call(self.tr("What can be learned from it?"))
        self.entry("survey_not_asked").call(self.tr("Why was the guest not asked?"))
        self.entry("reason").call(self.tr("Why do you close it alone?"))

    def _show_what_is_known(self) -> None:
        ending = self._about.ending
        cause, _, detail = ending.root_cause.partition("/")
        self._cause.restore(cause)
        self._offer_details()
        self._detail.restore(detail)
        closure = ending.closure or suggested_closure(self._about)
        self._closure.restore(closure.value if closure else "")

    def _lead(self) -> str:
        return self.tr("A case ends with what was learned from it.")

    def _needs(self) -> Sequence[Need]:
        if self._about.survey_asked:
            return (Need("survey", self.tr("The guest was asked about the handling."), met=True),)
        text = self.tr("The guest hasn’t been asked about the handling yet.")
        return (Need("survey", text, self.tr("Ask now"), "survey"),)

    def _blocked(self) -> UserError | None:
        """A P1 or P2 is closed by somebody else than the one who resolved it; the owner alone may with a reason."""
        check = refusals(lambda: self._check("asked", "a reason"))
        return next(check, None)

    def _closes_alone(self) -> bool:
        about, person = self._about, self._about.around.person
        is_own = about.ending.resolved_by_id == person.id and about.band in (Band.P1, Band.P2)
        return is_own and person.role is Role.OWNER and not about.others_may_close

    def _react(self) -> None:
        self._offer_details()
        self.entry("survey_not_asked").setVisible(not self._about.survey_asked)
        self.entry("reason").setVisible(self._closes_alone())
        self._closure.set_hint(self._why_suggested())

    def _why_suggested(self) -> str:
        """The reason for a suggestion that still stands."""
        about = self._about
        suggested = None if about.ending.closure else suggested_closure(about)
        if suggested is None or self._closure.value() != suggested:
            return ""
        return {
            Closure.STATUTORY: self.tr("Suggested: a statutory sum stands on the case."),
            Closure.MONETARY: self.tr("Suggested: money was given."),
            Closure.UNREACHABLE: self.tr("Suggested: the guest was not reached."),
        }[suggested]

    def _offer_details(self) -> None:
        cause = self._cause.value()
        details = DETAILS.get(RootCause(cause), ()) if cause else ()
        self._detail.offer([(detail, self._words.term("root_cause_detail", detail)) for detail in details])
        self._detail.call(self.tr("More exactly"), optional=True)
        self._detail.setVisible(bool(details))

    def _check(self, survey_not_asked: str, reason: str) -> None:
        about = self._about
        before = BeforeClosing(about.band, about.ending.resolved_by_id, about.survey_asked, about.others_may_close)
        check_closed(before, about.around.person, survey_not_asked, reason)

    def _mistakes(self) -> Iterator[UserError]:
        yield from self.missing("outcome", "closure", "root_cause", "lesson")
        yield from refusals(
            lambda: self._check(self.text("survey_not_asked"), "a reason"),
            lambda: self._check("asked", self.text("reason")),
        )

    def _command(self) -> OnCase:
        cause, detail = self._cause.value(), self.text("detail")
        return CloseCase(
            self._about.number,
            root_cause=f"{cause}/{detail}" if detail else cause,
            outcome=Outcome(self._outcome.value()),
            closure=Closure(self._closure.value()),
            lesson=self.text("lesson"),
            whys=self._whys.value(),
            survey_not_asked=self.text("survey_not_asked"),
            reason=self.text("reason"),
        )


def suggested_closure(about: About) -> Closure | None:
    """How the case seems to have ended, from what stands on it; None where that says nothing."""
    if about.ending.answer is Answer.UNREACHABLE:
        return Closure.UNREACHABLE
    if about.by_law:
        return Closure.STATUTORY
    return Closure.MONETARY if about.compensation > 0 else None
