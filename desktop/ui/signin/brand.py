"""The left part of the sign-in card: the product, the site, the time. Nothing of guests."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import paint_edge
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Icon, PlainLabel, Tag
from desktop.ui.widgets.logo import Logo


class CardFrame(QWidget):
    """The card's own surface: flat, one line around it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints surface and edge."""
        tokens = theme_of(self).tokens
        paint_edge(QPainter(self), QRectF(self.rect()), tokens.line, 1, RADIUS_CARD, tokens.surface)


class Brand(QWidget):
    """Logo and names above, time and what is kept where below."""

    def __init__(self, site: str, desk: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._product = PlainLabel("Amends", "title")
        self._chinese = PlainLabel("听诉台", "body", "ink2")
        self.site = PlainLabel(site, "subtitle", wrap=True, max_lines=3)
        self.desk = PlainLabel(desk, "body", "ink2", elide=True)
        self.desk.setVisible(bool(desk))
        self.time = PlainLabel("", "kpi")
        self.day = PlainLabel("", "body", "ink2")
        self.practice = Tag("", "warn", icon="graduation-cap")
        self._kept = PlainLabel("", "meta", "ink2", wrap=True)
        self._lay_out()
        self._set_words()

    def add_desks(self, desks: QWidget) -> None:
        """Puts the choice of desks under the site's name."""
        self._column.insertWidget(self._column.indexOf(self.site) + 1, desks)

    def set_time(self, time: str, day: str) -> None:
        """Time and day at the site."""
        if (time, day) != (self.time.text(), self.day.text()):
            self.time.setText(time)
            self.day.setText(day)

    def set_practice(self, words: str) -> None:
        """Marks a practice desk; empty for a real one."""
        self.practice.setText(words)
        self.practice.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the canvas with the card's round corners at left, and the line at right."""
        tokens, painter, rect = theme_of(self).tokens, QPainter(self), QRectF(self.rect())
        shape = QPainterPath()
        shape.addRect(rect)
        painter.setClipPath(shape)
        paint_edge(painter, rect.adjusted(0, 0, RADIUS_CARD, 0), "", 0, RADIUS_CARD - 1, tokens.canvas)
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), QColor(tokens.line))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._product)
        names.addWidget(self._chinese)
        head.addWidget(Logo(40))
        head.addLayout(names, 1)
        kept = QHBoxLayout()
        kept.setSpacing(10)
        kept.addWidget(Icon("hard-drive", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        kept.addWidget(self._kept, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 28, 24, 24)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addSpacing(20)
        self._column.addWidget(self.site)
        self._column.addWidget(self.desk)
        self._column.addSpacing(4)
        self._column.addWidget(self.practice)
        self._column.addStretch(1)
        self._column.addWidget(self.time)
        self._column.addWidget(self.day)
        self._column.addStretch(2)
        self._column.addLayout(kept)

    def _set_words(self) -> None:
        self._kept.setText(self.tr("Everything stays on this computer. No account, no internet."))
