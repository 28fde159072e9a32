"""The live preview of the priority: the band, the score, and the arithmetic behind it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Band
from desktop.domain.priority import LOWEST_SCORE, Priority
from desktop.ui.intake.folds import Fold
from desktop.ui.intake.state import IntakeState
from desktop.ui.marks import PointsRow, PointsTable, PriorityMark
from desktop.ui.widgets import PlainLabel
from desktop.words import Words

UNRATED_SEVERITY = 2  #: what the score takes until someone rates it (domain.md 4)


class ReckoningPart(QWidget):
    """Band and score, the rule in words, and one row a part; the rows add up to the score."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[Priority, bool] | None = None
        self.fold = Fold(folds=True, is_open=False, parent=self)  # band and score are told in its title
        self.mark = PriorityMark(Band.P4, 0, size=20)
        self.rule = PlainLabel("", "body", "ink2", wrap=True)
        self.points = PointsTable()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.mark)
        head.addWidget(self.rule, 1)
        self.fold.body.addLayout(head)
        self.fold.body.addWidget(self.points)
        self.unrated = PlainLabel("", "meta", "ink2", wrap=True)
        self.fold.body.addWidget(self.unrated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paint(self, state: IntakeState) -> None:
        """Shows a state."""
        shown = (state.priority, state.form.severity is not None)
        if shown != self._shown:
            self._shown = shown
            self._show(*shown)

    def _show(self, priority: Priority, is_rated: bool) -> None:
        self.mark.set_priority(priority.band, priority.score)
        self.rule.setText(self._rule(priority))
        rows = [PointsRow(self._words.term("points", part.part), part.points) for part in priority.points]
        self.points.show_points(rows, self._words.sentence("total"), priority.score)
        self.unrated.setVisible(not is_rated)
        self.fold.set_words(self.tr("Priority"), f"{priority.band.value} · {priority.score}")

    def _rule(self, priority: Priority) -> str:
        if priority.band_rule != "points":
            return self._words.term("band_rule", priority.band_rule)
        lowest = LOWEST_SCORE[priority.band]
        if not lowest:
            above = LOWEST_SCORE[Band.P3]
            return self._words.sentence("band_starts", band=Band.P3.value, points=above)
        return self._words.sentence("band_starts", band=priority.band.value, points=lowest)

    def _set_words(self) -> None:
        self.points.setAccessibleName(self.tr("Why this priority"))
        counted = self._words.term("severity", str(UNRATED_SEVERITY))
        self.unrated.setText(
            self.tr("Severity is not assessed yet. It counts as “{severity}”.").format(severity=counted)
        )
        if self._shown is not None:
            self._show(*self._shown)
