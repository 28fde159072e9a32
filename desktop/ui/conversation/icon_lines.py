"""Short sentences under each other, each with an icon or a dot before it: notes, do and don't, hints."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.conversation.kept import Kept
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.painting import centred
from desktop.ui.widgets import PlainLabel
from desktop.ui.widgets.arranged import height_at
from desktop.ui.widgets.label import Tone

_ICON, _DOT, _GAP = 14, 4, 6
_NARROWEST = 120


class IconLines(Kept):
    """Lines are kept for the next sentences. ``wrap`` breaks long ones, else they are cut and whole in a tool tip."""

    def __init__(
        self, icon: str = "", mark: Tone = "ink3", *, gap: int = 4, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon: str = icon
        self._mark: Tone = mark
        self._gap, self._wrap = gap, wrap
        self._lines: list[PlainLabel] = []
        self._looks: list[tuple[str, Tone]] = []
        self._texts: tuple[str, ...] = ()
        theme_of(self).changed.connect(self._follow)

    def show_lines(self, texts: Sequence[str]) -> None:
        """Shows these sentences."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        self.forget()
        for _ in range(len(self._lines), len(texts)):
            self._lines.append(PlainLabel(wrap=self._wrap, elide=not self._wrap, parent=self))
            self._looks.append((self._icon, self._mark))
            self.add_widget(self._lines[-1])
        for place, line in enumerate(self._lines):
            if place < len(texts) and line.text() != texts[place]:
                line.setText(texts[place])
            if line.isHidden() == (place < len(texts)):
                line.setVisible(place < len(texts))
        self.updateGeometry()
        self.update()

    def set_look(self, place: int, icon: str, mark: Tone, words: Tone) -> None:
        """Another look of one sentence that is shown, counted from 0."""
        if self._looks[place] != (icon, mark):
            self._looks[place] = icon, mark
            self.update()
        if self._lines[place].tone != words:
            self._lines[place].set_tone(words)

    def texts(self) -> tuple[str, ...]:
        """What is shown."""
        return self._texts

    def line(self, place: int) -> PlainLabel:
        """One sentence, counted from 0."""
        return self._lines[place]

    def least(self) -> QSize:
        """Narrow if it must be."""
        return QSize(_NARROWEST, 0)

    def arrange(self, width: int, *, move: bool) -> int:
        """One sentence under the other."""
        left, top = self._left(), 0
        for line in self._lines[: len(self._texts)]:
            height = height_at(line, width - left)
            if move:
                line.setGeometry(left, top, width - left, height)
            top += height + self._gap
        return max(0, top - self._gap)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the marks beside the first lines."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height, size = theme.metrics.role("body").line, theme.metrics.px(_ICON)
        for line, (icon, mark) in zip(self._lines[: len(self._texts)], self._looks, strict=False):
            box = QRectF(0, line.y(), self._left() - _GAP, height)
            colour = getattr(theme.tokens, mark if self.isEnabled() else "ink3")
            if icon:
                paint_icon(painter, centred(box, size, size), icon, colour)
            else:
                painter.setBrush(QColor(colour))
                painter.drawEllipse(centred(box, _DOT, _DOT))

    def _left(self) -> int:
        """Where the words begin."""
        return (theme_of(self).metrics.px(_ICON) if self._icon else _DOT) + _GAP
