"""Hints on one line: as many as fit whole, all of them in the tool tip."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.painting import text_width
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import PlainLabel, plain_tool_tip


class HintLine(PlainLabel):
    """Only a first hint that is too long by itself is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="ink2", elide=True, parent=parent)
        self._hints: tuple[str, ...] = ()
        self._between = " "
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        theme_of(self).changed.connect(self._fit)

    def show_hints(self, hints: Sequence[str], between: str) -> None:
        """Shows hints with this between them."""
        if (tuple(hints), between) != (self._hints, self._between):
            self._hints, self._between = tuple(hints), between
            self.setToolTip(plain_tool_tip("\n".join(hints)))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows more or fewer of them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        texts = [self._between.join(self._hints[:count]) for count in range(len(self._hints), 0, -1)]
        fitting = [text for text in texts if text_width(self.font(), text) <= self.width()]
        text = (fitting or texts[-1:] or [""])[0]
        if text != self.text():
            self.setText(text)
