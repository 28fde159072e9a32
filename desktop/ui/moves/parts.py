"""What stands around a form's fields: its title, what is still needed elsewhere, and what was refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.widgets import Button, Icon, PlainLabel, announce

_GAP = 8
_AIR = 24  #: logical pixels around a field that is brought into sight
_TEXT_SIDE = 4  #: logical pixels above and below a need, as high as the link beside it


@dataclass(frozen=True, slots=True)
class Need:
    """What the guard still needs from elsewhere. ``field`` is what its refusal names, ``target`` the card or act
    that has it, ``go`` the words that lead there; ``met`` ones only say so.
    """

    field: str
    text: str
    go: str = ""
    target: str = ""
    met: bool = False


class _NeedLine(QWidget):
    """One need with the way to it."""

    def __init__(self, need: Need) -> None:
        super().__init__()
        self.need = need
        self.text = PlainLabel(need.text, "body", "ink2" if need.met else "ink", wrap=True)
        self.link = Button(need.go, kind="link", size="small")
        self.link.setVisible(bool(need.go))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        icon = Icon("check", "accent", 14) if need.met else Icon("triangle-alert", "p2", 14)
        icon.setFixedHeight(self.link.sizeHint().height())
        self.text.setContentsMargins(0, _TEXT_SIDE, 0, _TEXT_SIDE)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)


class NeedsList(QWidget):
    """The needs, a line each. ``go_to`` carries the target that a person chose, ``rebuilt`` that there are others."""

    go_to = Signal(str)
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._needs: tuple[Need, ...] = ()
        self._lines: list[_NeedLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    @property
    def lines(self) -> tuple[_NeedLine, ...]:
        """What is shown."""
        return tuple(self._lines)

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Shows other needs; the same again changes nothing, so the focus stays."""
        if tuple(needs) == self._needs:
            return
        self._needs = tuple(needs)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_NeedLine(need) for need in needs]
        for line in self._lines:
            line.link.clicked.connect(lambda _checked=False, target=line.need.target: self.go_to.emit(target))
            self._column.addWidget(line)
        self.setVisible(bool(needs))
        self.rebuilt.emit()

    def line_of(self, field: str) -> _NeedLine | None:
        """The unmet line that a refusal of this field belongs to."""
        return next((line for line in self._lines if line.need.field == field and not line.need.met), None)


class Head(QWidget):
    """What the move is called, and one sentence on what it does."""

    def __init__(self) -> None:
        super().__init__()
        self.title = PlainLabel("", "section", wrap=True)
        self.lead = PlainLabel("", "meta", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.lead)

    def say(self, title: str, lead: str) -> None:
        """Shows other words; nothing takes no room."""
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))


class RefusalLine(QWidget):
    """What was refused and belongs to no field."""

    def __init__(self) -> None:
        super().__init__()
        self.text = PlainLabel("", "body", "p1", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon("triangle-alert", "p1", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Shows a sentence and says it, or with an empty one goes."""
        changed = text != self.text.text()
        self.text.setText(text)
        self.setVisible(bool(text))
        if text and changed:
            announce(self, text)


def bring_up(field: QWidget) -> None:
    """Scrolls to a field: where the buttons are pinned it may be out of sight."""
    holder = field.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    if holder is not None:
        holder.ensureWidgetVisible(field, 0, _AIR)
