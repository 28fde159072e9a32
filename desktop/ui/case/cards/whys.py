"""Five whys: each answer with its evidence; the next question opens when one is answered (domain.md 7)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.texts import is_blank
from desktop.ui.case.cards.fields import TextLine
from desktop.ui.case.cards.parts import LONGEST
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, IconButton, PlainLabel
from desktop.words import plain

MOST = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def joined_why(answer: str, evidence: str) -> str:
    """An answer and its evidence as one text: the evidence stands in the second line."""
    answer, evidence = " ".join(answer.split()), " ".join(evidence.split())
    return f"{answer}\n{evidence}" if answer and evidence else answer


def split_why(why: str) -> tuple[str, str]:
    """Answer and evidence of a text that ``joined_why`` made; other texts have no evidence."""
    answer, _, evidence = why.partition("\n")
    return answer, evidence


class WhyStep(QWidget):
    """One why. Answered, it is told in two lines; its pencil opens it again. ``edited``: something was typed.

    ``answered``: the answer is done, the next one may open.
    """

    edited = Signal()
    answered = Signal()

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._editable = True
        self.number = PlainLabel(str(place), "strong", "accent")
        self.question = PlainLabel("", "meta", "ink2", elide=True)
        self.answer, self.evidence = TextLine(), TextLine()
        self.told = PlainLabel("", wrap=True, max_lines=4)
        self.proof = PlainLabel("", "meta", "ink2", wrap=True, max_lines=3)
        self.edit = IconButton("square-pen", "", kind="ghost", size="small")
        self._build()
        self.answer.textChanged.connect(self._on_typed)
        self.evidence.textChanged.connect(self._on_typed)
        self.edit.clicked.connect(self.open_step)
        self._show(writing=True)

    def text(self) -> str:
        """Answer and evidence as they are kept."""
        return joined_why(self.answer.text(), self.evidence.text())

    def set_text(self, why: str) -> None:
        """Shows another answer, told where there is one."""
        answer, evidence = split_why(why)
        self.answer.setText(answer)
        self.evidence.setText(evidence)
        self._show(writing=not answer)

    def set_editable(self, editable: bool) -> None:
        """Whether it may be written; a closed case only tells."""
        self._editable = editable
        self._show(writing=editable and not self.answer.text())

    def open_step(self) -> None:
        """Opens the fields with the focus in the answer."""
        self._show(writing=True)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_answered(self) -> bool:
        """Whether an answer stands there."""
        return not is_blank(self.answer.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on: from the answer to its evidence, from there to the next why."""
        if event.key() not in _ENTER or not self.is_answered or self.answer.composing or self.evidence.composing:
            super().keyPressEvent(event)
        elif self.answer.hasFocus():
            self.evidence.setFocus()
        else:
            self._show(writing=False)
            self.answered.emit()

    def set_words(self) -> None:
        """Says the phrases of the step."""
        self.question.setText(self.tr("Why did it happen?") if self._place == 1 else self.tr("Why was that?"))
        self.answer.setPlaceholderText(self.tr("Until it is something we can change") if self._place > 1 else "")
        self.answer.setAccessibleName(self.tr("Why {number}").format(number=self._place))
        self.evidence.setPlaceholderText(self.tr("What shows it"))
        self.evidence.setAccessibleName(self.tr("Evidence for why {number}").format(number=self._place))
        self.edit.set_name(self.tr("Change why {number}").format(number=self._place))
        self._tell()

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        for part in (self.question, self.told, self.proof):
            column.addWidget(part)
        column.addSpacing(2)
        column.addWidget(self.answer)
        column.addSpacing(2)
        column.addWidget(self.evidence)
        line.addLayout(column, 1)
        line.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self.set_words()

    def _restyle(self) -> None:
        self.number.setFixedWidth(theme_of(self).metrics.px(10))

    def _on_typed(self) -> None:
        self.evidence.setVisible(self.is_answered and not self.answer.isHidden())
        self.edited.emit()

    def _show(self, *, writing: bool) -> None:
        self.answer.setVisible(writing)
        self.evidence.setVisible(writing and self.is_answered)
        self.edit.setVisible(not writing and self._editable)
        self._tell()
        self.told.setVisible(not writing)
        self.proof.setVisible(not writing and bool(self.evidence.text()))

    def _tell(self) -> None:
        self.told.setText(plain(self.answer.text(), LONGEST))
        self.proof.setText(self.tr("Shown by: {evidence}").format(evidence=plain(self.evidence.text(), LONGEST)))


class FiveWhys(QWidget):
    """The steps one after another; ``edited`` tells of every change by a person."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._silent = False
        self._editable = True
        self.steps = [WhyStep(place + 1) for place in range(MOST)]
        self.next = Button(kind="link", size="small", icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for step in self.steps:
            column.addWidget(step)
            step.edited.connect(self._on_edited)
            step.answered.connect(self._on_next)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        self.next.clicked.connect(self._on_next)
        self._set_words()
        self._show(1)

    def whys(self) -> tuple[str, ...]:
        """The answers with their evidence, from the first."""
        return tuple(step.text() for step in self.steps if step.is_answered)

    def set_whys(self, whys: Sequence[str]) -> None:
        """Shows other answers, silently; more than five are joined to the last."""
        shown = [*whys[: MOST - 1], "; ".join(whys[MOST - 1 :])] if len(whys) > MOST else list(whys)
        self._silent = True
        for place, step in enumerate(self.steps):
            step.set_text(shown[place] if place < len(shown) else "")
        self._silent = False
        self._show(max(1, len(shown)))

    def set_editable(self, editable: bool) -> None:
        """Whether they may be written."""
        if editable != self._editable:
            self._editable = editable
            for step in self.steps:
                step.set_editable(editable)
        self._show(self._open)

    def kept_text(self) -> str:
        """All steps as one text."""
        return "\n\n".join(step.text() for step in self.steps[: self._open]).strip("\n")

    def put_back(self, text: str) -> None:
        """Shows what ``kept_text`` gave."""
        self.set_whys(text.split("\n\n") if text else ())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.next.setText(self.tr("Ask why again"))

    def _show(self, count: int) -> None:
        self._open = count
        answered = len(self.whys())
        for place, step in enumerate(self.steps):
            step.setVisible(place < (count if self._editable else answered))
        last = self.steps[count - 1]
        self.next.setVisible(self._editable and count < MOST and last.is_answered)

    def _on_edited(self) -> None:
        self._show(self._open)
        if not self._silent:
            self.edited.emit()

    def _on_next(self) -> None:
        last = self.steps[self._open - 1]
        if not last.is_answered:
            last.open_step()
        elif self._open < MOST:
            last.set_text(last.text())
            self._show(self._open + 1)
            self.steps[self._open - 1].open_step()
