"""The three columns of the page: what we hear, what it is about, what helps. Each scrolls on its own.

Something else may stand in place of the middle one for a while.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.intake.folds import Fold
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Panel, Separator

#: Widths as (roomy, compact) at 100 per cent, and what each per cent of text size adds, in logical pixels.
_LEFT = (384, 344, 2.0)
_RIGHT = (368, 328, 0.4)
_PADDING = (20, 14)
_EDGE = 1 + 12  #: the line between columns, and a scroll bar


class Columns(QWidget):
    """Left and right on white, the middle on the canvas. Parts are made inside ``left``, ``middle`` and ``right``.

    A widget that is moved into another tells all its children, so everything is made where it will stand.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._folds: list[Fold] = []
        self._was_compact: bool | None = None
        self._focus_before: QWidget | None = None
        panels = (Panel("surface", "right", self), Panel("canvas", None, self), Panel("surface", "left", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for panel, stretch in zip(panels, (0, 1, 0), strict=True):
            row.addWidget(panel, stretch)
        scrolling = [_scrolling(panel) for panel in panels]
        self._areas = [area for area, _ in scrolling]
        self.left, self.middle, self.right = pages = tuple(page for _, page in scrolling)
        self._bodies = [_body(page) for page in pages]
        self._cover, self.over = _scrolling(panels[1])  # in place of the middle column
        self._bodies.append(_body(self.over))
        self._cover.hide()
        self._sides = (panels[0], panels[2])
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def fill(self, left: QWidget, middle: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Puts the parts under each other; the left one takes all the height, at right lines part them."""
        first, second, third, _ = self._bodies
        first.addWidget(left, 1)
        for part in middle:
            second.addWidget(part)
        second.addStretch(1)
        for part in right:
            third.addWidget(part)
            if part is not right[0] and part is not right[-1]:
                third.addWidget(Separator(parent=self.right))
        third.addStretch(1)

    def fill_over(self, part: QWidget) -> None:
        """Puts in what may stand in place of the middle column; it is made inside ``over``."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self._bodies[-1].addWidget(part)
        self._bodies[-1].addStretch(1)

    def show_over(self, shown: bool, *, alone: bool = False) -> None:
        """Shows it, or the middle column again; ``alone`` makes the other columns take no input."""
        self._areas[1].setVisible(not shown)
        self._cover.setVisible(shown)
        for page in (self.left, self.middle, self.right):
            page.setEnabled(not alone)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keeps in view what takes the cursor there by itself, as a field that is wrong."""
        if now is not None and self._cover.isAncestorOf(now):
            self._cover.ensureWidgetVisible(now, 0, 24)

    def is_covered(self, field: QWidget) -> bool:
        """Whether a field stands in the middle column while something else is shown in its place."""
        return self._areas[1].isHidden() and self._areas[1].isAncestorOf(field)

    def panes(self) -> list[QWidget]:
        """The columns, in reading order."""
        return [self._areas[0], self._cover if self._areas[1].isHidden() else self._areas[1], self._areas[2]]

    def fold_in_compact(self, fold: Fold, *, is_open: bool) -> None:
        """Lets a part fold where the window is compact; ``is_open`` is how it stands there at first."""
        self._folds.append(fold)
        fold.set_folding(theme_of(self).metrics.compact)
        fold.set_open(is_open)

    def show_field(self, field: QWidget) -> None:
        """Scrolls a field into view, also one that was folded away until now."""
        for body in self._bodies:
            body.activate()
        for area in (*self._areas, self._cover):
            if area.isAncestorOf(field):
                area.ensureWidgetVisible(field, 0, 24)

    def hold(self, held: bool) -> None:
        """Takes no input while the case is being saved; afterwards the cursor stands where it was."""
        if held:
            self._focus_before = QApplication.focusWidget()
        self.setEnabled(not held)
        if not held and self._focus_before is not None and self.isAncestorOf(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew once all words are of the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._measure)
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Measures what was filled in since it was made."""
        self._measure()
        super().showEvent(event)

    def _measure(self) -> None:
        metrics = theme_of(self).metrics
        for panel, page, (roomy, compact, growth) in zip(
            self._sides, (self.left, self.right), (_LEFT, _RIGHT), strict=True
        ):
            usual = round((compact if metrics.compact else roomy) + growth * (metrics.text_size - 100))
            # Wider only where the words of a language need it.
            panel.setFixedWidth(max(usual, page.minimumSizeHint().width() + _EDGE))
        padding = _PADDING[metrics.compact]
        for body, sides in zip(self._bodies, (16, padding, 16, padding), strict=True):
            sides = 14 if metrics.compact else sides
            body.setContentsMargins(sides, padding - 4, sides, padding - 4)
        if metrics.compact != self._was_compact:
            self._was_compact = metrics.compact
            for fold in self._folds:
                fold.set_folding(metrics.compact)


def _scrolling(panel: Panel) -> tuple[QScrollArea, QWidget]:
    frame = panel.layout()
    if frame is None:
        frame = QVBoxLayout(panel)
        frame.setContentsMargins(0, 0, 0, 0)
    area = QScrollArea(panel)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # columns scroll with what is focused; they are no stop of their own
    frame.addWidget(area)
    page = QWidget(area.viewport())
    page.setProperty("page", True)
    area.setWidget(page)
    return area, page


def _body(page: QWidget) -> QVBoxLayout:
    body = QVBoxLayout(page)
    body.setSpacing(12)
    return body
