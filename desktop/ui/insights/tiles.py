"""The six tiles, in one row where they fit, else in two (design.md 7)."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.figures.picks import Pick
from desktop.ui.insights.state import Counted
from desktop.ui.insights.text import number_of
from desktop.ui.insights.tile import TileButton
from desktop.ui.insights.tile_text import TileText
from desktop.ui.insights.tile_values import TileKind
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Arranged

GAP = 10
_PICKS: Mapping[TileKind, str] = {
    TileKind.COMPLAINTS: "received",
    TileKind.RATE: "received",
    TileKind.REPLY: "respond_late",  # of a median there are no cases; the late answers made it
    TileKind.RESOLVED: "resolve_late",
    TileKind.SATISFACTION: "survey",
    TileKind.GIVEN: "paid",
}


class Tiles(Arranged):
    """``picked`` carries a ``Pick`` and how many cases the figure counts (None where it counts something else)."""

    picked = Signal(object, object)

    def __init__(self, text: TileText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._counted: Counted | None = None
        self.tiles = {kind: TileButton() for kind in TileKind}
        for kind, tile in self.tiles.items():
            tile.clicked.connect(lambda _checked=False, kind=kind: self._on_click(kind))
            self.add_widget(tile)
        theme_of(self).changed.connect(self.updateGeometry)

    def show_counted(self, counted: Counted) -> None:
        """Shows the figures."""
        self._counted = counted
        shown = {tile.kind: self._text.words(tile) for tile in counted.tiles}
        has_goals = any(words.goal for words in shown.values())
        for kind, words in shown.items():
            self.tiles[kind].show_words(words, leaves_room=has_goals)
        self._follow()

    def sizeHint(self) -> QSize:
        """All in one row."""
        tiles = list(self.tiles.values())
        widest = max(tile.least_width() for tile in tiles)
        height = max(tile.sizeHint().height() for tile in tiles)
        return QSize(len(tiles) * (widest + GAP), height)

    def arrange(self, width: int, *, move: bool) -> int:
        """Six in a row, or three where they would be cut off; the height in logical pixels."""
        tiles = self.shown()
        a_row = self._in_a_row(width)
        height = max(tile.sizeHint().height() for tile in tiles)
        if move:
            for place, tile in enumerate(tiles):
                row, column = divmod(place, a_row)
                left, right = (round(side * (width + GAP) / a_row) for side in (column, column + 1))
                tile.setGeometry(left, row * (height + GAP), right - left - GAP, height)
        rows = -(-len(tiles) // a_row)
        return rows * (height + GAP) - GAP

    def _in_a_row(self, width: int) -> int:
        tiles = list(self.tiles.values())
        each = (width + GAP) // len(tiles) - GAP
        fits = all(tile.least_width() <= each for tile in tiles)
        return len(tiles) if fits and not theme_of(self).metrics.compact else len(tiles) // 2

    def _on_click(self, kind: TileKind) -> None:
        if self._counted is not None:
            tile = next(tile for tile in self._counted.tiles if tile.kind is kind)
            paid = self._counted.figures.compensation.cases_paid
            counts = {TileKind.COMPLAINTS: number_of(tile.value), TileKind.GIVEN: paid}
            counts[TileKind.RATE] = self._counted.figures.received
            self.picked.emit(Pick(_PICKS[kind]), counts.get(kind))
