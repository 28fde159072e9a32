"""The left part of the first run: who we are, how far one is, and where everything stays."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.firstrun.state import FirstRunState, Step
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import CENTRE, paint_edge, paint_text
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Icon, PlainLabel
from desktop.ui.widgets.logo import Logo

_RING = 22


class StepMark(QWidget):
    """A ring with a check for what is answered, a filled disc with its number for what is next."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._done, self._current = number, False, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_look(self, done: bool, current: bool) -> None:
        """How far one is."""
        self._done, self._current = done, current
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme_of(self).metrics.px(_RING)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints ring, check or number."""
        theme = theme_of(self)
        tokens, rect, painter = theme.tokens, QRectF(self.rect()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.accent if self._done or self._current else tokens.line2
        painter.setPen(QPen(QColor(edge), 1.2))
        painter.setBrush(QColor(tokens.accent) if self._current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        if self._done:
            side = rect.width() * 0.55
            paint_icon(
                painter,
                QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side),
                "check",
                tokens.accent,
            )
        else:
            ink = tokens.on_accent if self._current else tokens.ink3
            paint_text(painter, rect, str(self._number), theme.font("meta"), ink, CENTRE)


class StepsPane(QWidget):
    """Logo, three short lines, the steps, and a promise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motto = [PlainLabel("", "timer", weight=400) for _ in range(3)]
        self._kept = PlainLabel("", "body", "ink2", wrap=True)
        self.marks = {step: StepMark(number) for number, step in enumerate(Step, start=1)}
        self.names = {step: PlainLabel("", "body", "ink2") for step in Step}
        self._lay_out()
        self._set_words()

    def paint(self, state: FirstRunState) -> None:
        """Marks what is answered and what is next."""
        for step in Step:
            done, current = step in state.done, step is state.current
            self.marks[step].set_look(done, current)
            self.names[step].set_tone("accent" if current else "ink2")
            self.names[step].set_role("strong" if current else "body")

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the canvas with the card's round corners at left, and the line at right."""
        tokens, painter, rect = theme_of(self).tokens, QPainter(self), QRectF(self.rect())
        painter.setClipRect(rect)
        paint_edge(painter, rect.adjusted(0, 0, RADIUS_CARD, 0), "", 0, RADIUS_CARD - 1, tokens.canvas)
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), QColor(tokens.line))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(PlainLabel("Amends", "title"))
        names.addWidget(PlainLabel("听诉台", "body", "ink2"))
        head.addWidget(Logo(40))
        head.addLayout(names)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 32, 24, 32)
        column.setSpacing(14)
        column.addLayout(head)
        column.addSpacing(10)
        motto = QVBoxLayout()
        motto.setSpacing(3)
        for line in self._motto:
            motto.addWidget(line)
        column.addLayout(motto)
        column.addSpacing(14)
        for step in Step:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(self.marks[step])
            row.addWidget(self.names[step], 1)
            column.addLayout(row)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(Icon("hard-drive", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._kept, 1)
        column.addLayout(foot)

    def _set_words(self) -> None:
        lines = (self.tr("Listen well."), self.tr("Put it right."), self.tr("Learn from it."))
        for label, line in zip(self._motto, lines, strict=True):
            label.setText(line)
        self._kept.setText(self.tr("Everything stays on this computer. No account, no internet."))
        words = {
            Step.LANGUAGE: self.tr("Language"),
            Step.PROPERTY: self.tr("Property"),
            Step.SITE: self.tr("Site and desk"),
            Step.OWNER: self.tr("Owner and PIN"),
            Step.START: self.tr("Start"),
        }
        for step, word in words.items():
            self.names[step].setText(word)
