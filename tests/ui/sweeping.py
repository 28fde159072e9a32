"""Looking over every widget that can be seen: what is cut off, what lies outside, what has no name, what it says."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from desktop.dev.translations import ROOT, phrase_folders, ts_file
from desktop.ui.widgets import PlainLabel

_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QTextEdit, QAbstractItemView, QAbstractSpinBox)
_SIZED = (PlainLabel, QAbstractButton, QLineEdit, QComboBox, QTextEdit)
_ROUNDING = 1  #: logical pixels by which a layout may round


def seen(page: QWidget) -> Iterator[QWidget]:
    """Every widget of a page that is shown, with its own; parts that Qt makes for itself are left out."""
    for widget in [page, *page.findChildren(QWidget)]:
        if widget.isVisible() and not widget.objectName().startswith("qt_"):
            yield widget


def name_of(widget: QWidget) -> str:
    """What a failed test calls a widget: its kind, its words, and the kinds around it."""
    parts, around = [], widget.parentWidget()
    while around is not None and len(parts) < 3:
        if type(around) is not QWidget:
            parts.append(type(around).__name__)
        around = around.parentWidget()
    words = _own_words(widget, typed=True) or widget.accessibleName()
    return f"{type(widget).__name__} {words[:60]!r} in {' in '.join(parts)}"


def cut_off(page: QWidget) -> list[str]:
    """Labels, buttons and fields smaller than they must be, and labels that have too little height for their lines."""
    found = []
    for widget in seen(page):
        if not isinstance(widget, _SIZED) or _is_part(widget):
            continue
        least, size = _least(widget), widget.size()
        if size.width() + _ROUNDING < least.width() or size.height() + _ROUNDING < least.height():
            found.append(f"{name_of(widget)} is {_size(widget)}, needs {least.width()}×{least.height()}")
        elif isinstance(widget, PlainLabel) and widget.text():
            needed = widget.heightForWidth(widget.width())
            if needed > widget.height() + _ROUNDING:
                found.append(f"{name_of(widget)} is {widget.height()} high, its lines need {needed}")
    return found


def outside(page: QWidget) -> list[str]:
    """Widgets that stick out of their parents; what a scroll area scrolls may."""
    found = []
    for widget in seen(page):
        parent = widget.parentWidget()
        if parent is None or widget is page or widget.isWindow() or _is_scrolled(widget):
            continue
        room = parent.rect().adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING)
        if not widget.size().isEmpty() and not room.contains(widget.geometry()):
            found.append(f"{name_of(widget)} at {_box(widget.geometry())} in {_size(parent)}")
    return found


def scrolled_sideways(page: QWidget) -> list[str]:
    """Scroll areas whose contents are wider than they show: nobody scrolls a form sideways."""
    found = []
    for area in seen(page):
        if isinstance(area, QScrollArea) and area.widget() is not None:
            contents, shown = area.widget().width(), area.viewport().width()
            if contents > shown + _ROUNDING:
                found.append(f"{name_of(area)} shows {shown} of {contents}")
    return found


def _taken(widget: QWidget) -> QRegion:
    """Where a widget is seen and takes clicks: its mask, else all of its box."""
    mask = widget.mask()
    return QRegion(widget.geometry()) if mask.isEmpty() else mask.translated(widget.pos())


def overlapping(page: QWidget) -> list[str]:
    """Labels, buttons and fields of one parent that lie on one another."""
    found = []
    groups: dict[QWidget, list[QWidget]] = {}
    for widget in seen(page):
        parent = widget.parentWidget()
        if isinstance(widget, _SIZED) and parent is not None and not _is_part(widget):
            groups.setdefault(parent, []).append(widget)
    for group in groups.values():
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                common = _taken(one).intersected(_taken(other)).boundingRect()
                if common.width() > _ROUNDING and common.height() > _ROUNDING:
                    found.append(f"{name_of(one)} lies on {name_of(other)}")
    return found


def nameless(page: QWidget) -> list[str]:
    """Controls that a screen reader has no name for: neither their own, nor words on them, nor a label's."""
    labelled = {label.buddy() for label in page.findChildren(QLabel) if label.buddy() is not None}
    return [
        name_of(widget)
        for widget in seen(page)
        if isinstance(widget, _CONTROLS)
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not _is_part(widget)
        and not (widget.accessibleName() or _own_words(widget))
        and widget not in labelled
    ]


def not_plain(page: QWidget) -> list[str]:
    """Labels that would read markup in what people typed."""
    labels = [widget for widget in seen(page) if isinstance(widget, QLabel)]
    return [name_of(label) for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]


def out_of_order(page: QWidget) -> list[str]:
    """Steps of the Tab key that go up or back to the left; side by side, nearest to what both lie in, decides."""
    stops = [stop for stop in _focus_chain(page.window()) if stop is page or page.isAncestorOf(stop)]
    found = []
    for one, other in pairwise(stops):
        first, second = _side_by_side(one, other)
        if first is second:  # one lies in the other
            continue
        before, after = first.geometry(), second.geometry()
        goes_up = after.bottom() <= before.top() and after.left() <= before.right() and before.left() <= after.right()
        goes_back = after.right() <= before.left() and after.top() <= before.bottom() and before.top() <= after.bottom()
        if goes_up or goes_back:
            found.append(f"{name_of(one)} → {name_of(other)}")
    return found


def texts(page: QWidget) -> list[str]:
    """Everything that the widgets of a page say, in their order: words, hints, tool tips, names, choices, headers."""
    found = []
    for widget in seen(page):
        said = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), _own_words(widget)]
        if isinstance(widget, QLineEdit | QTextEdit):
            said.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            said += [widget.itemText(row) for row in range(widget.count())]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            columns = 1 if isinstance(widget, QListView) else model.columnCount()
            said += [
                str(model.index(row, column).data(role) or "")
                for row in range(min(model.rowCount(), 20))
                for column in range(columns)
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            ]
            said += [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in range(columns)]
        found += [f"{type(widget).__name__}: {words}" for words in said if words]
    return found


def english_phrases() -> set[str]:
    """Every phrase of the window that Chinese says otherwise."""
    phrases = set()
    for folder in phrase_folders(ROOT):
        for message in ElementTree.parse(ts_file(ROOT / folder, "zh")).getroot().iter("message"):
            source, translation = message.findtext("source", ""), message.findtext("translation", "")
            if source != translation and "{" not in source:
                phrases.add(source)
    return phrases


def _focus_chain(window: QWidget) -> Iterator[QWidget]:
    """Where Tab goes, from the beginning."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()


def _side_by_side(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """The two neighbours in the nearest widget around both that hold one and the other."""
    around, first = one.parentWidget(), one
    while around is not None and not around.isAncestorOf(other):
        first, around = around, around.parentWidget()
    second = other
    while second is not None and second.parentWidget() is not around:
        second = second.parentWidget()
    return first, second or first


def _own_words(widget: QWidget, *, typed: bool = False) -> str:
    """The words on a widget; what a person typed into it is no name."""
    if isinstance(widget, QLineEdit):
        return widget.text() if typed else ""
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _least(widget: QWidget) -> QSize:
    """How large a widget must be; a height that a screen fixed will do where a line of its words fits."""
    hint, line = widget.minimumSizeHint(), QFontMetrics(widget.font()).height()
    return QSize(hint.width(), min(hint.height(), max(widget.maximumHeight(), line)))


def _is_part(widget: QWidget) -> bool:
    """Whether a widget belongs to a control that sees to it: the line of a combo box, the arrow in a line."""
    parent = widget.parentWidget()
    return isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox | QScrollBar)


def _is_scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _size(widget: QWidget) -> str:
    return f"{widget.width()}×{widget.height()}"


def _box(rect: QRect) -> str:
    corner: QPoint = rect.topLeft()
    return f"{corner.x()},{corner.y()} {rect.width()}×{rect.height()}"
