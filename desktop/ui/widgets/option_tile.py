"""Big radio buttons for a choice of two or three, as in first run."""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import LEFT, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import theme_of

_ICON = 16


class OptionTile(QRadioButton):
    """A big radio button with a title, and perhaps a line under it and an icon; siblings exclude each other."""

    def __init__(
        self, title: str, subtitle: str = "", *, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.setProperty("painted", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_texts(title, subtitle)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Other words, as when the language changes."""
        self._title, self._subtitle = title, subtitle
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """44 logical pixels high, 70 with a second line."""
        theme = theme_of(self)
        words = max(text_width(theme.font("strong"), self._title), text_width(theme.font("meta"), self._subtitle))
        width = words + 2 * 16 + theme.metrics.px(_ICON) + 16 + (40 if self._icon_name else 0)
        return QSize(round(width + 0.5), theme.metrics.px(70 if self._subtitle else 44))

    def minimumSizeHint(self) -> QSize:
        """All of the words."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """The whole tile can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the tile: the radio at left, or at right where an icon stands at left."""
        theme = theme_of(self)
        tokens, rect, painter = theme.tokens, QRectF(self.rect()), QPainter(self)
        chosen = self.isChecked()
        fill = tokens.tint if chosen else tokens.hover if self.underMouse() else tokens.surface
        marked = chosen or self.hasFocus()
        edge = tokens.ink if chosen and self.hasFocus() else tokens.accent if marked else tokens.line2
        paint_edge(painter, rect, edge, 2 if marked else 1, RADIUS_CARD - 2, fill)
        mark = theme.metrics.px(_ICON)
        left = 16.0
        if self._icon_name:
            icon = theme.metrics.px(24)
            ink = tokens.accent if chosen else tokens.ink2
            paint_icon(painter, QRectF(left, 0, icon, rect.height()), self._icon_name, ink)
            left += icon + 16
            self._paint_radio(QRectF(rect.width() - 16 - mark, (rect.height() - mark) / 2, mark, mark), painter)
        else:
            self._paint_radio(QRectF(left, (rect.height() - mark) / 2, mark, mark), painter)
            left += mark + 14
        self._paint_words(painter, left)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        theme = theme_of(self)
        title_line, line = theme.metrics.role("strong").line, theme.metrics.role("meta").line
        room = self.width() - left - 8
        top = (self.height() - title_line - (line if self._subtitle else 0)) / 2
        strong = theme.font("strong") if self._subtitle else theme.font("guest")
        paint_text(painter, QRectF(left, top, room, title_line), self._title, strong, theme.tokens.ink, LEFT)
        box = QRectF(left, top + title_line, room, line)
        paint_text(painter, box, self._subtitle, theme.font("meta"), theme.tokens.ink2, LEFT)

    def _paint_radio(self, rect: QRectF, painter: QPainter) -> None:
        tokens = theme_of(self).tokens
        half = rect.width() / 2
        if self.isChecked():
            paint_edge(painter, rect, "", 0, half, tokens.accent)
            paint_edge(painter, rect.adjusted(5, 5, -5, -5), "", 0, half - 5, tokens.on_accent)
        else:
            paint_edge(painter, rect, tokens.ctl, 1.5, half, tokens.surface)
