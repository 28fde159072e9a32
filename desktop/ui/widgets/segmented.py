"""A row of choices of which one holds: radio buttons in the look of one control (design.md 8)."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop.ui.theme.metrics import RADIUS_CONTROL, Metrics
from desktop.ui.theme.painting import CENTRE, paint_text, text_width
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.button import HEIGHTS, Size

Look = Literal["accent", "ink"]
Key = TypeVar("Key")

_PADDING = 12
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Segment(QRadioButton):
    """One choice. Arrow keys and the role for screen readers come from Qt's radio button."""

    def __init__(self, label: str, look: Look, size: Size, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._label = look, ""
        self._wanted: tuple[Metrics, QSize] | None = None  # of these measures
        self.setProperty("painted", True)
        self._size: Size = size
        self.first = self.last = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        if label == self._label:
            return
        self._label, self._wanted = label, None
        self.setText(label.replace("&", "&&"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        if self._wanted is None or self._wanted[0] is not theme.metrics:
            width = text_width(theme.font("strong"), self._label) + 2 * _PADDING
            self._wanted = theme.metrics, QSize(round(width + 0.5), theme.metrics.height(HEIGHTS[self._size]))
        return QSize(self._wanted[1])

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() - 2 * _PADDING + 8, hint.height())

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow key chooses also where nothing was chosen yet: from there Qt only moves the focus."""
        super().keyPressEvent(event)
        reached = QApplication.focusWidget()
        if event.key() not in _ARROWS or not isinstance(reached, _Segment) or reached is self:
            return
        if reached.parent() is self.parent() and not reached.isChecked():
            reached.click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self._colours()
        box = self._outline(0)
        painter.fillPath(box, QColor(fill))
        edge = tokens.line2 if self.isEnabled() else tokens.line
        painter.setPen(QPen(QColor(fill if fill == tokens.ink else edge), 1))
        painter.drawPath(self._outline(0.5))
        if self.hasFocus():
            edge = tokens.accent if self._look == "accent" or not self.isChecked() else tokens.p2
            painter.setPen(QPen(QColor(edge), 2))
            painter.drawPath(self._outline(1))
        font = theme.font("strong" if self.isChecked() else "body")
        paint_text(painter, QRectF(self.rect()).adjusted(2, 0, -2, 0), self._label, font, ink, CENTRE)

    def _colours(self) -> tuple[str, str]:
        tokens = theme_of(self).tokens
        if not self.isEnabled():
            return tokens.tint if self.isChecked() else tokens.surface, tokens.ink3
        if self.isChecked():
            return (tokens.tint, tokens.accent) if self._look == "accent" else (tokens.ink, tokens.surface)
        return (tokens.hover if self.underMouse() else tokens.surface), tokens.ink2

    def _outline(self, inset: float) -> QPainterPath:
        return _outline_of(self.width(), self.height(), inset, self.first, self.last)


@lru_cache(maxsize=256)
def _outline_of(width: int, height: int, inset: float, first: bool, last: bool) -> QPainterPath:
    """A segment's shape: round only at the control's ends; neighbours share their edge."""
    rect = QRectF(0, 0, width, height).adjusted(inset if first else inset - 1, inset, -inset, -inset)
    radius = RADIUS_CONTROL - inset
    path, square = QPainterPath(), QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    middle = rect.center().x()
    if not first:
        square.addRect(QRectF(rect.left(), rect.top(), middle - rect.left(), rect.height()))
    if not last:
        square.addRect(QRectF(middle, rect.top(), rect.right() - middle, rect.height()))
    return path.united(square).simplified()


class SegmentedControl(QWidget, Generic[Key]):
    """One of a few: ``SegmentedControl([("all", "Everyone"), ("mine", "Mine")], name="Whose cases")``.

    ``chosen`` carries the key when a person chose it, by mouse or arrow keys; ``set_value`` is silent.
    ``look="ink"`` fills with ink (severity). ``stretch`` gives all segments the same share of the width.
    """

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[Key, str]],
        *,
        name: str,
        look: Look = "accent",
        size: Size = "normal",
        stretch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._segments: dict[Key, _Segment] = {}
        self._stop: _Segment | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, label in options:
            segment = _Segment(label, look, size, self)
            segment.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._segments[key] = segment
            row.addWidget(segment, 1 if stretch else 0)
        segments = list(self._segments.values())
        if segments:
            segments[0].first = segments[-1].last = True
        for segment in segments:
            segment.toggled.connect(self._have_one_stop)
        self._have_one_stop()
        theme_of(self).changed.connect(self._restyle)

    def value(self) -> Key | None:
        """The chosen key, or None where nothing is chosen yet."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), None)

    def set_value(self, key: Key | None) -> None:
        """Chooses without a word; None chooses nothing. Raises ``KeyError`` for a key that isn't offered."""
        if key is not None:
            self._segments[key].setChecked(True)
            return
        for segment in self._segments.values():
            segment.setAutoExclusive(False)
            segment.setChecked(False)
            segment.setAutoExclusive(True)

    def set_labels(self, labels: Mapping[Key, str]) -> None:
        """Other words, as when the language changes."""
        for key, label in labels.items():
            self._segments[key].set_label(label)

    def set_offered(self, key: Key, offered: bool) -> None:
        """Switches one choice on or off."""
        self._segments[key].setEnabled(offered)
        self._have_one_stop()

    def segment(self, key: Key) -> QRadioButton:
        """The button of one choice, for tool tips and tests."""
        return self._segments[key]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the cursor on. With a focus proxy Tab would stop here too, at a place of its own in the order."""
        super().focusInEvent(event)
        if self._stop is not None:
            self._stop.setFocus(event.reason())

    def hasFocus(self) -> bool:
        """Whether one of the choices has the cursor."""
        return any(segment.hasFocus() for segment in self._segments.values()) or super().hasFocus()

    def _have_one_stop(self) -> None:
        """Tab stops once: at the chosen segment, else where the focus is, else at the first. Arrows go on."""
        offered = [segment for segment in self._segments.values() if segment.isEnabledTo(self)]
        held = [one for one in offered if one.isChecked()] or [one for one in offered if one.hasFocus()] or offered
        stop = held[0] if held else None
        for segment in self._segments.values():
            policy = Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            if segment.focusPolicy() is not policy:
                segment.setFocusPolicy(policy)
        self._stop = stop

    def _restyle(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
