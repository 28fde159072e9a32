"""Above the sentence: what it is, and what changes it (design.md 7, Conversation)."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop.ui.conversation.kept import Kept
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, PlainLabel, plain_tool_tip
from desktop.ui.widgets.arranged import wanted_size

_GAP = 8


class SayHead(Kept):
    """A label at left, buttons at right; buttons that find no room beside it go on under it, at right too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel("–", "strong", "accent", parent=self)
        self.shorter = Button("–", kind="ghost", key="Shift+F4", size="small", parent=self)
        self.hints = Button("–", kind="ghost", key="F3", size="small", parent=self)
        self.another = Button("–", icon="refresh-cw", key="F4", size="small", parent=self)
        self.hints.setCheckable(True)
        for widget in (self.label, self.shorter, self.hints, self.another):
            self.add_widget(widget)
        theme_of(self).changed.connect(self._follow)

    def set_tip(self, button: Button, tip: str) -> None:
        """A tool tip in plain text."""
        button.setToolTip(plain_tool_tip(tip))

    def usual(self) -> QSize:
        """All in one row."""
        sizes = [wanted_size(widget) for widget in self.shown()]
        return QSize(sum(size.width() for size in sizes) + _GAP * len(sizes), max(size.height() for size in sizes))

    def arrange(self, width: int, *, move: bool) -> int:
        """The height when this wide."""
        label, *buttons = self.shown()
        line = theme_of(self).metrics.height("button_small")
        rows: list[list[QWidget]] = [[]]
        room = width - wanted_size(label).width() - _GAP
        for button in buttons:
            wanted = wanted_size(button).width()
            if wanted > room and (rows[-1] or len(rows) == 1):  # only the first row shares its width with the label
                rows.append([])
                room = width
            rows[-1].append(button)
            room -= wanted + _GAP
        if move:
            self.label.setGeometry(0, 0, min(width, wanted_size(label).width()), line)
        top = 0
        for place, row in enumerate(rows):
            top, right = place * (line + 4), width
            for button in reversed(row) if move else ():
                right -= wanted_size(button).width()
                button.setGeometry(right, top, wanted_size(button).width(), line)
                right -= _GAP
        return top + line
