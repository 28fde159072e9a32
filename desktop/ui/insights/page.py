"""The figures under the title row: warning, tiles, and four cards (design.md 7)."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.figures.picks import Pick
from desktop.ui.insights.chart_card import ChartCard, side_by_side
from desktop.ui.insights.place_text import PlaceText
from desktop.ui.insights.places import PlacesCard
from desktop.ui.insights.state import Counted, InsightsState
from desktop.ui.insights.text import InsightsText
from desktop.ui.insights.tile_text import TileText
from desktop.ui.insights.tiles import GAP, Tiles
from desktop.ui.insights.warning_bar import WarningBar
from desktop.ui.theme import theme_of
from desktop.words import charts

_WEEKS_CARD, _LOWER_CARD = 304, 224  #: the least heights of the cards' rows
_SHARES = (870, 432)
_SIDE, _LEAST_SIDE = 20, 6


class InsightsPage(QWidget):
    """Signals carry what was clicked: a pick with its count (or None), a week's Monday, codes of the others' bar."""

    picked = Signal(object, object)
    week_picked = Signal(str)
    others_picked = Signal(object)

    def __init__(self, text: InsightsText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._counted: Counted | None = None
        self._bar = 0
        self.warning = WarningBar(text)
        self.tiles = Tiles(TileText(text, self))
        self.weeks, self.categories = ChartCard(_WEEKS_CARD), ChartCard(_WEEKS_CARD)
        self.hours = ChartCard(_LOWER_CARD)
        self.places = PlacesCard(PlaceText(text, self))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.warning)
        self._column.addWidget(self.tiles)
        self._column.addWidget(side_by_side(self.weeks, self.categories, _SHARES, GAP), 5)
        self._column.addWidget(side_by_side(self.hours, self.places, (1, 1), GAP), 4)
        self._connect()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: InsightsState) -> None:
        """Shows the warning and, where they were counted anew, the figures."""
        self.warning.show_state(state)
        if state.counted is not None and state.counted is not self._counted:
            self._counted = state.counted
            self._show(state.counted)

    def retranslate(self) -> None:
        """The words have changed."""
        self.warning.retranslate()
        if self._counted is not None:
            self._show(self._counted)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, counted: Counted) -> None:
        self.tiles.show_counted(counted)
        self._show_weeks(counted)
        self._show_categories(counted)
        self._show_hours(counted)
        self.places.show_counted(counted)

    def _show_weeks(self, counted: Counted) -> None:
        chart, words = counted.chart, self._text.words
        picture = charts.control_chart(chart, words, self._text.site.property)
        self.weeks.set_title(picture.title)
        note = ""  # the chart itself says that it needs more weeks
        if counted.has_limits and chart.first_week is not None and chart.last_week is not None:
            note = self.tr("{count} weeks · limits from {first}–{last}").format(
                count=len(chart.weeks),
                first=charts.week_label(chart.first_week, words),
                last=charts.week_label(chart.last_week, words),
            )
        self.weeks.note.setText(note)
        has_signal = any(week.beyond for week in chart.weeks)
        self.weeks.corner.setText(self.tr("◆ Signal") if has_signal else "")
        self.weeks.corner.set_tone("p1")
        self.weeks.show_picture(picture if chart.weeks else None, self.tr("No complaints in these weeks."))

    def _show_categories(self, counted: Counted) -> None:
        levels, text = counted.detail.levels, self._text
        picture = charts.pareto(levels, text.category, text.words)
        self.categories.set_title(self.tr("By category"))
        self.categories.corner.setText(self.tr("count · running share") if levels else "")
        self.categories.show_picture(picture if levels else None, self._nothing())

    def _show_hours(self, counted: Counted) -> None:
        cells, text = counted.detail.heat, self._text
        picture = charts.heat_map(cells, text.shifts(), text.words)
        self.hours.set_title(self.tr("When"))
        self.hours.corner.setText(charts.busiest(cells, text.shifts(), text.words))
        self.hours.show_picture(picture if cells else None, self._nothing())

    def _nothing(self) -> str:
        return self.tr("No complaints in these days.")

    def _connect(self) -> None:
        self.tiles.picked.connect(self.picked)
        self.weeks.chart.picked.connect(lambda _kind, key: self.week_picked.emit(key))
        self.categories.chart.picked.connect(self._on_category)
        self.hours.chart.picked.connect(self._on_hour)
        self.places.picked.connect(lambda name, count: self.picked.emit(Pick("place", name), count))

    def _on_category(self, kind: str, key: str) -> None:
        levels = self._counted.detail.levels if self._counted is not None else ()
        if kind == "others":
            scene = self.categories.chart.scene()
            shown = {target.hit.key for target in scene.targets} if scene is not None else set()
            self.others_picked.emit(tuple(level.code for level in levels if level.code not in shown))
            return
        self.picked.emit(Pick("category", key), next((level.count for level in levels if level.code == key), None))

    def _on_hour(self, _kind: str, key: str) -> None:
        cells = self._counted.detail.heat if self._counted is not None else ()
        counts = {f"{cell.weekday}/{cell.shift}": cell.count for cell in cells}
        self.picked.emit(Pick("heat", key), counts.get(key, 0))

    def leave_room(self, bar: int) -> None:
        """Leaves room for the scroll bar beside the cards: their edge stays under that of the title row."""
        self._bar = bar
        self._restyle()

    def _restyle(self) -> None:
        bottom = 10 if theme_of(self).metrics.compact else 12
        self._column.setContentsMargins(_SIDE, 0, max(_LEAST_SIDE, _SIDE - self._bar), bottom)
