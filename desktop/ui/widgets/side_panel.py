"""Beside a list: a panel of one width, and the page of parts that it scrolls (design.md 7)."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.card import Panel

_WIDTH, _COMPACT_WIDTH = 328, 300


class SidePanel(Panel):
    """As wide as the design says, wider with larger text, so that every part keeps its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "left", parent)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """The width of the design in logical pixels."""
        metrics = theme_of(self).metrics
        return QSize(metrics.px(_COMPACT_WIDTH if metrics.compact else _WIDTH), super().sizeHint().height())

    def _restyle(self) -> None:
        self.setFixedWidth(self.sizeHint().width())


def scrolling(content: QWidget, focus: Qt.FocusPolicy = Qt.FocusPolicy.NoFocus) -> QScrollArea:
    """A page that scrolls, never sideways; with ``focus`` by the keys too."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(focus)
    content.setProperty("page", True)
    area.setWidget(content)
    return area


def scrolling_parts(parts: Iterable[tuple[QWidget, QWidget]]) -> QScrollArea:
    """A page of parts under each other, each with the line that stands above it; the keys scroll it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part, line in parts:
        column.addWidget(line)
        column.addWidget(part)
    column.addStretch(1)
    return scrolling(page, Qt.FocusPolicy.StrongFocus)
