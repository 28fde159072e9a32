"""A card with a chart in it: title, a note beside it, what stands at right, and a line where there is nothing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from desktop.domain.charts.scene import Picture
from desktop.ui.charts import ChartView
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Card, PlainLabel


class _FillingChart(ChartView):
    """A chart that takes the height it is given: on a page that must fit, none asks for its natural one."""

    def hasHeightForWidth(self) -> bool:
        """No width asks for a height."""
        return False

    def sizeHint(self) -> QSize:
        """The card says how high it is at least."""
        return self.minimumSizeHint()


class ChartCard(Card):
    """``chart.picked`` carries what was clicked. ``least`` is the height below which the chart isn't squeezed."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, gap=6, parent=parent)
        self._least = least
        self.note = PlainLabel("", "meta", "ink2", elide=True)
        self.corner = PlainLabel("", "meta", "ink2")
        self.chart = _FillingChart()
        self.nothing = PlainLabel("", "body", "ink2", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.header.addWidget(self.title)
        self.header.addWidget(self.note, 1)
        self.header.addWidget(self.corner)
        self.body.addLayout(self.header)
        inside = QWidget()
        self._pages = QStackedLayout(inside)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.chart)
        self._pages.addWidget(self.nothing)
        self.body.addWidget(inside, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_picture(self, picture: Picture | None, nothing: str = "") -> None:
        """Shows a chart, or says why there is none."""
        self.chart.show_picture(picture)
        self.nothing.setText(nothing)
        self._pages.setCurrentWidget(self.chart if picture is not None else self.nothing)

    def _restyle(self) -> None:
        self.setMinimumHeight(theme_of(self).metrics.px(self._least))


def side_by_side(left: QWidget, right: QWidget, shares: tuple[int, int], gap: int) -> QWidget:
    """Two cards that share the width, and the height they are given."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for card, share in zip((left, right), shares, strict=True):
        row.addWidget(card, share)
    return pair
