"""The three columns of the page: what we hear, what it is about, what helps. Each scrolls on its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.intake.folds import Fold
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Panel, Separator

#: Widths as (roomy, compact) at 100 per cent, and what each per cent of text size adds, in logical pixels.
_LEFT = (384, 344, 2.0)
_RIGHT = (368, 328, 0.4)
_PADDING = (20, 14)


class Columns(QWidget):
    """Left and right on white, the middle on the canvas."""

    def __init__(self, left: QWidget, middle: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        super().__init__()
        self._folds: list[Fold] = []
        self._was_compact: bool | None = None
        self._focus_before: QWidget | None = None
        self._bodies: list[QVBoxLayout] = []
        self._left, left_panel = self._column([left], Panel("surface", "right"), stretch=True)
        self._middle, middle_panel = self._column(middle, Panel("canvas"))
        self._right, right_panel = self._column(right, Panel("surface", "left"), lines=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left_panel)
        row.addWidget(middle_panel, 1)
        row.addWidget(right_panel)
        self._sides = (left_panel, right_panel)
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def panes(self) -> list[QWidget]:
        """The columns, in reading order."""
        return [self._left, self._middle, self._right]

    def fold_in_compact(self, fold: Fold, *, is_open: bool) -> None:
        """Lets a part fold where the window is compact; ``is_open`` is how it stands there at first."""
        self._folds.append(fold)
        fold.set_folding(theme_of(self).metrics.compact)
        fold.set_open(is_open)

    def show_field(self, field: QWidget) -> None:
        """Scrolls a field into view, also one that was folded away until now."""
        for body in self._bodies:
            body.activate()
        for area in self.findChildren(QScrollArea):
            if area.isAncestorOf(field):
                area.ensureWidgetVisible(field, 0, 24)

    def hold(self, held: bool) -> None:
        """Takes no input while the case is being saved; afterwards the cursor stands where it was."""
        if held:
            self._focus_before = QApplication.focusWidget()
        self.setEnabled(not held)
        if not held and self._focus_before is not None and self.isAncestorOf(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _column(
        self, parts: Sequence[QWidget], panel: Panel, *, stretch: bool = False, lines: bool = False
    ) -> tuple[QScrollArea, Panel]:
        page = QWidget()
        page.setProperty("page", True)
        body = QVBoxLayout(page)
        body.setSpacing(12)
        for part in parts:
            body.addWidget(part, 1 if stretch else 0)
            if lines and part is not parts[0] and part is not parts[-1]:
                body.addWidget(Separator())
        if not stretch:
            body.addStretch(1)
        self._bodies.append(body)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        frame = QVBoxLayout(panel)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(area)
        return area, panel

    def _measure(self) -> None:
        metrics = theme_of(self).metrics
        for panel, (roomy, compact, growth) in zip(self._sides, (_LEFT, _RIGHT), strict=True):
            panel.setFixedWidth(round((compact if metrics.compact else roomy) + growth * (metrics.text_size - 100)))
        padding = _PADDING[metrics.compact]
        for body, sides in zip(self._bodies, (16, padding, 16), strict=True):
            sides = 14 if metrics.compact else sides
            body.setContentsMargins(sides, padding - 4, sides, padding - 4)
        if metrics.compact != self._was_compact:
            self._was_compact = metrics.compact
            for fold in self._folds:
                fold.set_folding(metrics.compact)
