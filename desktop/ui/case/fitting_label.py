"""A line that says less where there is less room, before it is cut."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import theme_of
from desktop.ui.theme.painting import text_width
from desktop.ui.widgets import PlainLabel, plain_tool_tip


class FittingLabel(PlainLabel):
    """Shows the first of several ways to say the same that fits; the whole is in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._ways: tuple[str, ...] = ("",)
        super().__init__("", "body", "ink2", elide=True, parent=parent)
        theme_of(self).changed.connect(self._choose)

    def show_ways(self, ways: tuple[str, ...]) -> None:
        """The ways, the longest first."""
        self._ways = ways
        self.setAccessibleName(ways[0])
        self._choose()

    def sizeHint(self) -> QSize:
        """As wide as the whole, whatever is shown now."""
        hint = super().sizeHint()
        return QSize(round(text_width(self.font(), self._ways[0])) + 1, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another way."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        fitting = (way for way in self._ways if text_width(self.font(), way) <= self.contentsRect().width())
        chosen = next(fitting, self._ways[-1])
        self.setText(chosen)
        self.setToolTip("" if chosen == self._ways[0] else plain_tool_tip(self._ways[0]))
