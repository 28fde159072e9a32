"""Scores that a guest gave: boxes in a row, and a question with its answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets import Button, PlainLabel, SegmentedControl


class ScoreBoxes(QWidget):
    """Numbers in boxes of one width, of which one is chosen; ``chosen`` carries what a person chose."""

    chosen = Signal(object)

    def __init__(self, scores: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.boxes: dict[int, Button] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for score in scores:
            box = Button(str(score))
            box.setCheckable(True)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.clicked.connect(lambda _checked=False, score=score: self.chosen.emit(score))
            self._group.addButton(box)
            self.boxes[score] = box
            line.addWidget(box, 1)

    def set_value(self, score: int | None) -> None:
        """Shows another score, or none, silently."""
        self._group.setExclusive(False)
        for known, box in self.boxes.items():
            box.setChecked(known == score)
        self._group.setExclusive(True)

    def set_name(self, name: str) -> None:
        """What the boxes answer, for screen readers."""
        self.setAccessibleName(name)
        for score, box in self.boxes.items():
            box.setAccessibleName(f"{name} {score}")


class AnswerRow(QWidget):
    """A question with a small row of answers at right, or under it where there are many."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[int | bool], *, under: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = PlainLabel("", "body", "ink2", wrap=True)
        self.answers: SegmentedControl[int | bool] = SegmentedControl(
            [(option, str(option)) for option in options], name="", size="small", stretch=under
        )
        self.answers.chosen.connect(self.chosen)
        layout = QVBoxLayout(self) if under else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4 if under else 10)
        layout.addWidget(self.question, 1)
        layout.addWidget(self.answers, 0, Qt.AlignmentFlag(0) if under else Qt.AlignmentFlag.AlignVCenter)
        self._options = tuple(options)
        if under:  # as narrow as their words, so that many fit side by side
            for option in options:
                self.answers.segment(option).setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, question: str, labels: Sequence[str] = ()) -> None:
        """The question, and what the answers are called where they are no numbers."""
        self.question.setText(question)
        self.answers.setAccessibleName(question)
        for option, label in zip(self._options, labels or map(str, self._options), strict=True):
            self.answers.set_labels({option: label})
            self.answers.segment(option).setAccessibleName(f"{question} {label}")
