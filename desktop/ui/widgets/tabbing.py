"""The order of the Tab key: that of reading, also where fields came later (conventions.md 10)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from desktop.ui.widgets.arranged import Arranged

_DUE = QEvent.Type(QEvent.registerEventType())


class ReadingPage(QWidget):
    """A page of many parts, each of which may make fields at any time: Tab goes through all of it as one reads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_due = False

    def order_soon(self) -> None:
        """Puts the fields into their order before the next key comes, once for all that is asked until then."""
        if not self._is_due:
            self._is_due = True
            QCoreApplication.postEvent(self, QEvent(_DUE))

    def event(self, event: QEvent) -> bool:
        """Now it is time."""
        if event.type() != _DUE:
            return super().event(event)
        self._is_due = False
        _order(self)
        return True


def order_tabs(form: QWidget) -> None:
    """Lets Tab go through a form's fields as its layouts have them; a form on a ``ReadingPage`` has the page follow.

    To Qt the order is a circle, which in a window of its own may begin anywhere: call it once the form has its place.
    """
    around: QWidget | None = form
    while around is not None and not isinstance(around, ReadingPage):
        around = around.parentWidget()
    if around is not None:
        around.order_soon()
    else:
        _order(form)


def _order(form: QWidget) -> None:
    fields = {widget for widget in (form, *form.findChildren(QWidget)) if _is_field(widget)}
    for one, other in pairwise(_in_reading_order(form, fields)):
        if _next_field(one) is not other:
            QWidget.setTabOrder(one, other)


def _is_field(widget: QWidget) -> bool:
    """Whether it takes the focus. Of a few of which one holds only one is a stop; all have their place already."""
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _next_field(widget: QWidget) -> QWidget | None:
    """What follows in Qt's order already, parts of compound fields left out: to look costs less than to move."""
    following = widget.nextInFocusChain()
    while following is not None and following is not widget:
        if _is_field(following) and following.focusProxy() is None:
            break
        following = following.nextInFocusChain()
    return following


def _in_reading_order(form: QWidget, fields: Set[QWidget]) -> Sequence[QWidget]:
    inside: dict[QWidget, list[QWidget]] = defaultdict(list)  # of each widget those parts that lead to a field
    seen = {form}
    for field in fields:
        part, around = field, field.parentWidget()
        while part not in seen and around is not None:
            seen.add(part)
            inside[around].append(part)
            part, around = around, around.parentWidget()
    ordered: list[QWidget] = []
    _go_through(form, fields, inside, ordered)
    return ordered


def _go_through(
    widget: QWidget, fields: Set[QWidget], inside: Mapping[QWidget, Sequence[QWidget]], ordered: list[QWidget]
) -> None:
    if widget in fields:
        ordered.append(widget)
    for part in _in_place(widget, inside.get(widget, ())):
        _go_through(part, fields, inside, ordered)


def _in_place(widget: QWidget, parts: Sequence[QWidget]) -> Sequence[QWidget]:
    """The parts of a widget that it has a place for, as one reads them."""
    if not parts:
        return ()
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        return [] if content is None else [content]
    if isinstance(widget, Arranged):
        return [part for part in widget.widgets() if part in parts]
    layout = widget.layout()
    return list(_of_layout(layout, parts)) if layout is not None else ()


def _of_layout(layout: QLayout, parts: Sequence[QWidget]) -> Iterator[QWidget]:
    """Those of the parts that stand in a layout, in its order.

    Asked by ``indexOf`` and never by ``itemAt``, for the reason that ``arranged`` gives.
    """
    children = [child for child in layout.children() if isinstance(child, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(part), part) for part in parts]
    places += [(layout.indexOf(child), child) for child in children]
    for place, part in sorted(places, key=itemgetter(0)):
        if place < 0:
            continue
        if isinstance(part, QLayout):
            yield from _of_layout(part, parts)
        else:
            yield part
