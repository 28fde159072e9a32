"""Other cases to choose from: what a search found, two lines each."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.numbers import short_number
from desktop.domain.rows import Found
from desktop.ui import formats
from desktop.ui.marks.priority import paint_priority_shape
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import RIGHT, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import plain_tool_tip
from desktop.words import Words
from desktop.words.plain import plain

_PADDING, _GAP, _MARK = 10, 6, 14
_LONGEST = 200  #: characters of a line; no pane shows more


class Hit(QRadioButton):
    """One case: number, guest and state, and what happened. Arrow keys and the role come from Qt's radio button."""

    def __init__(self, found: Found, words: Words) -> None:
        super().__init__()
        self.found = found
        self.setProperty("painted", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._number, self._summary = short_number(found.number), plain(found.summary, _LONGEST)
        title = words.term("honorific", found.honorific) if found.honorific else ""
        guest = formats.guest_name(found.guest, title, words.language)
        self._guest = plain(guest, _LONGEST) or words.term("label", "anonymous")
        self._state = words.term("state", found.state.value)
        self.setAccessibleName(", ".join((found.band.value, self._number, self._guest, self._summary, self._state)))
        self.setToolTip(plain_tool_tip(f"{found.number}\n{self._summary}"))
        theme_of(self).changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Two lines."""
        metrics = theme_of(self).metrics
        return QSize(200, metrics.role("guest").line + metrics.role("meta").line + 14)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it must be; words are cut."""
        return QSize(120, self.sizeHint().height())

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints box, mark and both lines; the chosen one has a heavier edge and a fill."""
        theme, painter, rect = theme_of(self), QPainter(self), QRectF(self.rect())
        tokens, metrics = theme.tokens, theme.metrics
        chosen, focus = self.isChecked(), self.hasFocus()
        edge = tokens.accent if chosen or focus else tokens.line
        fill = tokens.tint if chosen else tokens.hover if self.underMouse() else tokens.surface
        paint_edge(painter, rect, edge, 2 if focus or chosen else 1, RADIUS_CONTROL, fill)
        inner = rect.adjusted(_PADDING, 7, -_PADDING, -7)
        first = QRectF(inner.left(), inner.top(), inner.width(), metrics.role("guest").line)
        side = metrics.px(_MARK)
        mark = QRectF(first.left(), first.top() + (first.height() - side) / 2, side, side)
        paint_priority_shape(painter, mark, self.found.band, tokens)
        state_font = theme.font("meta")
        paint_text(painter, first, self._state, state_font, tokens.ink2, RIGHT)
        right = text_width(state_font, self._state) + _GAP
        names = first.adjusted(side + _GAP, 0, -right, 0)
        paint_text(painter, names, f"{self._number} · {self._guest}", theme.font("guest"), tokens.ink)
        second = QRectF(inner.left(), first.bottom(), inner.width(), metrics.role("meta").line)
        paint_text(painter, second, self._summary, state_font, tokens.ink2)


class HitList(QWidget):
    """What was found. ``chosen`` carries the case that a person chose, ``rebuilt`` that others are offered."""

    chosen = Signal(object)
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[Hit] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is offered now."""
        return tuple(self._hits)

    def show_hits(self, found: Sequence[Found], words: Words, chosen: str = "") -> None:
        """Offers other cases; the one with the number ``chosen`` is marked."""
        for hit in self._hits:
            self._column.removeWidget(hit)
            hit.hide()
            hit.deleteLater()
        self._hits = [Hit(one, words) for one in found]
        for hit in self._hits:
            self._column.addWidget(hit)
            hit.setChecked(hit.found.number == chosen)
            hit.clicked.connect(lambda _checked=False, one=hit.found: self.chosen.emit(one))
        self.setVisible(bool(found))
        self.rebuilt.emit()
