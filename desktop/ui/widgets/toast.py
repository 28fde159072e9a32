"""Short messages at the window's edge: nothing stands in the way, most can be undone (conventions.md 6, 7)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import paint_edge
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.label import PlainLabel

SHOWN_MS = 6000
UNCOVERED = "uncovered"  # the object name of parts that no message may stand on
_MARGIN = 16
_GAP = 8  # logical pixels between the message and what it must not cover
_WIDEST = 520


class Toast(QWidget):
    """One message at the bottom left of its parent for 6 s; stays while the pointer is on it.

    It never covers the field that is typed in, nor parts named ``UNCOVERED``: then it stands above or beside them.
    One object per page area: ``say`` replaces what was shown. ``announced`` carries what a screen reader hears.
    """

    announced = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, shown_ms: int = SHOWN_MS) -> None:
        super().__init__(parent)
        self._area = parent
        self._undo: Callable[[], object] | None = None
        self._watched: list[QWidget] = []  # what it keeps clear of, while it is shown
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(shown_ms)
        self._timer.timeout.connect(self.close_toast)
        self._icon = Icon("check", "accent")
        self._words = PlainLabel("", "body", wrap=True, max_lines=3)
        self.undo_button = Button(self.tr("Undo"), kind="accent", size="row")
        self.undo_button.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo_button)
        parent.installEventFilter(self)
        parent.window().installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # a window has one
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None, *, icon: str = "check") -> None:
        """Shows a sentence, with an Undo button if ``undo`` is given, and says it to a screen reader."""
        self._undo = undo
        self._icon.set_icon(icon, "accent" if icon == "check" else "p1")
        self._words.setText(text)
        self.undo_button.setVisible(undo is not None)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        announce(self, text)
        self.announced.emit(text)

    @property
    def text(self) -> str:
        """The sentence that is or was shown."""
        return self._words.text()

    def close_toast(self) -> None:
        """Takes the message away; its act stays done."""
        self._timer.stop()
        self._undo = None
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.undo_button.setText(self.tr("Undo"))
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stays while the pointer is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Goes its full time after the pointer has left."""
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_toast()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its place at the bottom left; takes an Esc that nobody else in the window wanted."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        if (
            watched not in self._watched
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.isVisible()
        ):
            self.close_toast()
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Watches nothing any more."""
        super().hideEvent(event)
        self._watch([])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints surface and edge."""
        tokens = theme_of(self).tokens
        paint_edge(QPainter(self), QRectF(self.rect()), tokens.line2, 1, RADIUS_CARD, tokens.surface)

    def _on_undo(self) -> None:
        undo = self._undo
        self.close_toast()
        if undo:
            undo()

    def _on_focus(self, _old: QWidget | None, _now: QWidget | None) -> None:
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        area = self._area.rect()
        width = min(self.sizeHint().width(), _WIDEST, area.width() - 2 * _MARGIN)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height(), 44)
        kept = self._kept_clear()
        if self.isVisible():
            self._watch(kept)
        at_foot = QRect(_MARGIN, area.height() - height - _MARGIN, width, height)
        taken = [shown for part in kept if not (shown := self._shown(part)).isEmpty()]
        self.setGeometry(_clear_of(taken, at_foot, area))

    def _kept_clear(self) -> list[QWidget]:
        """The field that is typed in, and what is never covered."""
        parts = [part for part in self._area.findChildren(QWidget, UNCOVERED) if part.isVisible()]
        field: QWidget | None = QApplication.focusWidget()
        takes_text = field is not None and field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if field is not None and takes_text and self._area.isAncestorOf(field):
            parts.append(field)
        return parts

    def _shown(self, part: QWidget) -> QRect:
        """What can be seen of a part, in the area's coordinates."""
        return part.visibleRegion().boundingRect().translated(part.mapTo(self._area, QPoint()))

    def _watch(self, parts: list[QWidget]) -> None:
        """Follows their size and place; what is watched already has its filter."""
        for part in self._watched:
            if part not in parts and isValid(part):
                part.removeEventFilter(self)
        for part in parts:
            if part not in self._watched:
                part.installEventFilter(self)
        self._watched = parts


def _clear_of(taken: list[QRect], at_foot: QRect, area: QRect) -> QRect:
    """The first place that covers nothing taken: at the foot, above what is in the way, beside it; else the foot."""
    above, beside = QRect(at_foot), QRect(at_foot)
    for rect in sorted(taken, key=QRect.bottom, reverse=True):
        if above.intersects(rect):
            above.moveBottom(rect.top() - _GAP)
    for rect in sorted(taken, key=QRect.left):
        if beside.intersects(rect):
            beside.moveLeft(rect.right() + _GAP)
    within = area.adjusted(0, _MARGIN, -_MARGIN, 0)
    return next((place for place in (above, beside) if within.contains(place)), at_foot)
