"""The three columns of the page: what we hear, the conversation, what helps. Each scrolls on its own.

In the middle the details of the form, or settling on the spot, may stand in place of the conversation.
"""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.intake.folds import Fold
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Panel, Separator

#: Widths as (roomy, compact) at 100 per cent, and what each per cent of text size adds, in logical pixels.
_LEFT = (344, 326, 2.0)
_RIGHT = (368, 328, 0.4)
_PADDING = (20, 14)
_GAPS = (12, 8)  #: between the parts at right
_EDGE = 1 + 12  #: the line between columns, and a scroll bar


class Middle(Enum):
    """What stands in the middle column."""

    TALK = auto()
    DETAILS = auto()
    SETTLING = auto()


class Columns(QWidget):
    """Left and right on white, the middle on the canvas. Parts are made inside ``left``, ``talk``, ``details``,
    ``settling`` and ``right``.

    A widget that is moved into another tells all its children, so everything is made where it will stand.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._folds: list[Fold] = []
        self._was_compact: bool | None = None
        self._focus_before: QWidget | None = None
        self.shown = Middle.TALK
        panels = (Panel("surface", "right", self), Panel("canvas", None, self), Panel("surface", "left", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for panel, stretch in zip(panels, (0, 1, 0), strict=True):
            row.addWidget(panel, stretch)
        self.talk = _standing(panels[1])
        (self._left_area, self.left), (self._right_area, self.right) = _scrolling(panels[0]), _scrolling(panels[2])
        (self._details_area, self.details), (self._cover, self.settling) = _scrolling(panels[1]), _scrolling(panels[1])
        self._middle: dict[Middle, QWidget] = {
            Middle.TALK: self.talk,
            Middle.DETAILS: self._details_area,
            Middle.SETTLING: self._cover,
        }
        self._bodies = [_body(page) for page in (self.left, self.talk, self.details, self.settling)]
        self._top, body = _below(self.right)
        self._bodies.append(body)
        self._sides = (panels[0], panels[2])
        self.show_middle(Middle.TALK)
        self._lines: dict[QObject, Separator] = {}  # above a part at right; hidden with it
        for page in (self.left, self.right):
            page.installEventFilter(self)
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def fill(self, left: QWidget, talk: QWidget, details: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Puts the parts under each other; the left one takes all the height.

        At right the first reaches from edge to edge, and lines part the others.
        """
        first, second, third, _, last = self._bodies
        first.addWidget(left, 1)
        second.addWidget(talk, 1)
        for part in details:
            third.addWidget(part)
        third.addStretch(1)
        pinned, beside, *others = right
        self._top.addWidget(pinned)
        last.addWidget(beside)
        for part in others:
            line = self._lines[part] = Separator(parent=self.right)
            line.setHidden(part.isHidden())
            part.installEventFilter(self)
            last.addWidget(line)
            last.addWidget(part)
        last.addStretch(1)

    def fill_settling(self, part: QWidget) -> None:
        """Puts in what is asked when it is settled on the spot; it is made inside ``settling``."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self._bodies[3].addWidget(part)
        self._bodies[3].addStretch(1)

    def show_middle(self, middle: Middle, *, alone: bool = False) -> None:
        """Shows one thing in the middle; ``alone`` makes all the rest take no input."""
        self.shown = middle
        for one, area in self._middle.items():
            area.setVisible(one is middle)
        for page in (self.left, self.talk, self.details, self.right):
            page.setEnabled(not alone)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keeps in view what takes the cursor there by itself, as a field that is wrong."""
        if now is not None and self._cover.isAncestorOf(now):
            self._cover.ensureWidgetVisible(now, 0, 24)

    def is_in_details(self, field: QWidget) -> bool:
        """Whether a field stands among the details."""
        return self._details_area.isAncestorOf(field)

    def panes(self) -> list[QWidget]:
        """The columns, in reading order."""
        return [self._left_area, self._middle[self.shown], self._right_area]

    def fold_in_compact(self, fold: Fold, *, is_open: bool) -> None:
        """Lets a part fold where the window is compact; ``is_open`` is how it stands there at first."""
        self._folds.append(fold)
        fold.set_folding(theme_of(self).metrics.compact)
        fold.set_open(is_open)

    def show_field(self, field: QWidget) -> None:
        """Scrolls a field into view, also one that was folded away until now."""
        for body in self._bodies:
            body.activate()
        for area in (self._left_area, self._details_area, self._cover, self._right_area):
            if area.isAncestorOf(field):
                area.ensureWidgetVisible(field, 0, 24)

    def hold(self, held: bool) -> None:
        """Takes no input while the case is being saved; afterwards the cursor stands where it was."""
        if held:
            self._focus_before = QApplication.focusWidget()
        self.setEnabled(not held)
        if not held and self._focus_before is not None and self.isAncestorOf(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Gives a side the width that its words need, whenever they change; a hidden part takes its line along."""
        line = self._lines.get(watched)
        if line is not None:
            if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                line.setVisible(event.type() == QEvent.Type.ShowToParent)
        elif event.type() == QEvent.Type.LayoutRequest:
            self._measure_sides()
        return super().eventFilter(watched, event)

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
        self._measure_sides()
        padding = _PADDING[metrics.compact]
        for body, sides in zip(self._bodies, (16, padding, padding, padding, 16), strict=True):
            sides = 14 if metrics.compact else sides
            body.setContentsMargins(sides, padding - 4, sides, padding - 4)
        self._bodies[-1].setSpacing(_GAPS[metrics.compact])
        if metrics.compact != self._was_compact:
            self._was_compact = metrics.compact
            for fold in self._folds:
                fold.set_folding(metrics.compact)

    def _measure_sides(self) -> None:
        metrics = theme_of(self).metrics
        for panel, page, (roomy, compact, growth) in zip(
            self._sides, (self.left, self.right), (_LEFT, _RIGHT), strict=True
        ):
            usual = round((compact if metrics.compact else roomy) + growth * (metrics.text_size - 100))
            # Wider only where the words of a language need it.
            width = max(usual, page.minimumSizeHint().width() + _EDGE)
            if panel.minimumWidth() != width or panel.maximumWidth() != width:
                panel.setFixedWidth(width)


def _standing(panel: Panel) -> QWidget:
    """A page that takes the height it gets; what is inside scrolls for itself."""
    page = QWidget(panel)
    _frame_of(panel).addWidget(page)
    return page


def _frame_of(panel: Panel) -> QVBoxLayout:
    frame = panel.layout()
    if not isinstance(frame, QVBoxLayout):
        frame = QVBoxLayout(panel)
        frame.setContentsMargins(0, 0, 0, 0)
    return frame


def _scrolling(panel: Panel) -> tuple[QScrollArea, QWidget]:
    area = QScrollArea(panel)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # columns scroll with what is focused; they are no stop of their own
    _frame_of(panel).addWidget(area)
    page = QWidget(area.viewport())
    page.setProperty("page", True)
    area.setWidget(page)
    return area, page


def _body(page: QWidget) -> QVBoxLayout:
    body = QVBoxLayout(page)
    body.setSpacing(12)
    return body


def _below(page: QWidget) -> tuple[QVBoxLayout, QVBoxLayout]:
    """A place on top that reaches from edge to edge, and the body below it."""
    column, top, body = QVBoxLayout(page), QVBoxLayout(), QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(top)
    column.addLayout(body, 1)
    return top, body
