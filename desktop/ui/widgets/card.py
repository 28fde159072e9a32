"""Surfaces: panels, cards and the lines between them (design.md 4, 5: flat, one-pixel lines)."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets.label import PlainLabel

Surface = Literal["canvas", "surface", "sunken", "risk", "card", "sunken-card"]
Edge = Literal["left", "right", "top", "bottom"]


class Panel(QFrame):
    """A filled area, perhaps with a line along one edge. Give it a layout as you would any widget."""

    def __init__(self, surface: Surface = "surface", edge: Edge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        if edge:
            self.setProperty("edge", edge)


class Separator(QFrame):
    """A one-pixel line across (or down, with ``upright``)."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "separator")
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Card(Panel):
    """A card with an optional title row: fill ``body``; ``header`` takes what stands right of the title."""

    def __init__(self, title: str = "", *, padding: int = 14, gap: int = 10, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(gap)
        self.title = PlainLabel(title, "section", elide=True)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        if title:
            self.header.addWidget(self.title)
            self.header.addStretch(1)
            self.body.addLayout(self.header)

    def set_title(self, title: str) -> None:
        """Another title, as when the language changes."""
        self.title.setText(title)
