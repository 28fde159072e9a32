"""The foot of a form: the verb, the way out, and why the verb is off."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.ui.widgets import Arranged, Button, PlainLabel, Separator
from desktop.ui.widgets.arranged import wanted_size

_GAP = 8
_ROOMY = 480  #: logical pixels from which buttons keep their own width


class _Pair(Arranged):
    """Two buttons: side by side, in a narrow pane filling it, and under each other where their words need it."""

    def sizeHint(self) -> QSize:
        one, other = self._wanted()
        return QSize(one.width() + _GAP + other.width(), max(one.height(), other.height()))

    def arrange(self, width: int, *, move: bool) -> int:
        one, other = self._wanted()
        is_under = one.width() + _GAP + other.width() > width
        if move:
            first, second = self.widgets()
            spare = width - other.width() - _GAP
            taken = width if is_under else one.width() if width >= _ROOMY else spare
            first.setGeometry(0, 0, taken, one.height())
            if is_under:
                second.setGeometry(0, one.height() + _GAP, width, other.height())
            else:
                second.setGeometry(taken + _GAP, 0, other.width(), other.height())
        return one.height() + _GAP + other.height() if is_under else max(one.height(), other.height())

    def _wanted(self) -> tuple[QSize, QSize]:
        first, second = self.widgets()
        return wanted_size(first), wanted_size(second)


class Foot(QWidget):
    """The verb and the way out; ``why`` tells why the verb is off."""

    def __init__(self) -> None:
        super().__init__()
        self.form: QWidget | None = None  # where it doesn't stand in its form: who gets the keys
        self.confirm = Button(kind="primary", key="Ctrl+Enter")
        self.cancel = Button(kind="ghost", key="Esc")
        self.why = PlainLabel("", "meta", "ink2", wrap=True)
        self.why.hide()
        pair = _Pair()
        pair.add_widget(self.confirm)
        pair.add_widget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(pair)
        column.addWidget(self.why)

    def set_verbs(self, confirm: str, cancel: str) -> None:
        """What the buttons say."""
        self.confirm.setText(confirm)
        self.cancel.setText(cancel)

    def show_state(self, *, busy: bool, why_off: str) -> None:
        """Whether the verb can be done, and if not, why."""
        self.confirm.setEnabled(not busy and not why_off)
        self.why.setText(why_off)
        self.why.setVisible(bool(why_off))

    def event(self, event: QEvent) -> bool:
        """Keys that the buttons leave are the form's."""
        if self.form is not None and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            self.form.event(event)
            return event.isAccepted()
        return super().event(event)


class FootPlace(QWidget):
    """Where the foot of an open form stands under the pane that scrolls its fields, so that it is always in sight.

    A line shows that more fields are hidden below. Its parent holds the form too.
    """

    def __init__(self, area: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = area  # asked for its bar each time: Python may lose hold of it
        self._foot: Foot | None = None
        self._line = Separator()
        keeping = self._line.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self._line.setSizePolicy(keeping)
        self._column = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(self._column)
        area.verticalScrollBar().rangeChanged.connect(self._show_line)
        area.verticalScrollBar().valueChanged.connect(self._show_line)
        self.hide()

    def set_margins(self, side: int, above: int, below: int) -> None:
        """The room around the buttons in logical pixels."""
        self._column.setContentsMargins(side, above, side, below)

    def take(self, foot: Foot, form: QWidget) -> None:
        """Shows the foot of an open form, which goes on hearing its keys."""
        self.clear()
        self._foot, foot.form = foot, form
        self._column.addWidget(foot)
        foot.show()
        self._show_line()
        self.show()

    def clear(self) -> None:
        """The form is closed."""
        self.hide()
        if self._foot is not None:
            self._foot.hide()
            self._foot.deleteLater()
            self._foot = None

    def _show_line(self) -> None:
        bar = self._area.verticalScrollBar()
        self._line.setVisible(bar.value() < bar.maximum())
