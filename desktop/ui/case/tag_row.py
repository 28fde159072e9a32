"""The tags beside the guest's name: as many as fit, then how many more there are."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui.case.case_words import TagLook
from desktop.ui.theme import theme_of
from desktop.ui.widgets import paint_tag, plain_tool_tip, tag_width

_GAP = 8


class TagRow(QWidget):
    """Paints tags on one line; all of them are in the tool tip and spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: list[TagLook] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHorizontalStretch(1)
        self.setSizePolicy(policy)
        theme_of(self).changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """All tags."""
        return ", ".join(tag.text for tag in self._tags)

    def show_tags(self, tags: list[TagLook]) -> None:
        """Other tags."""
        self._tags = tags
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All of them in a row."""
        theme = theme_of(self)
        widths = [tag_width(theme, tag.text, tag.icon) for tag in self._tags]
        return QSize(sum(widths) + _GAP * max(0, len(widths) - 1), theme.metrics.height("tag"))

    def minimumSizeHint(self) -> QSize:
        """Room to say that there are some."""
        width = tag_width(theme_of(self), "+9") if self._tags else 0
        return QSize(width, theme_of(self).metrics.height("tag"))

    def event(self, event: QEvent) -> bool:
        """Tells all tags in a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tool_tip(self.words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints what fits."""
        theme, painter, left = theme_of(self), QPainter(self), 0
        for tag, width in self._fitting():
            paint_tag(painter, QRectF(left, 0, width, self.height()), tag.text, theme, tag.tone, tag.icon)
            left += width + _GAP

    def _fitting(self) -> list[tuple[TagLook, int]]:
        theme = theme_of(self)
        sized = [(tag, tag_width(theme, tag.text, tag.icon)) for tag in self._tags]
        if sum(width + _GAP for _tag, width in sized) - _GAP <= self.width():
            return sized
        shown: list[tuple[TagLook, int]] = []
        left = 0
        for place, (tag, width) in enumerate(sized):
            more = TagLook(f"+{len(sized) - place}", "plain")
            room = tag_width(theme, more.text)
            if left + width + _GAP + room > self.width():
                return [*shown, (more, room)]
            shown.append((tag, width))
            left += width + _GAP
        return shown
