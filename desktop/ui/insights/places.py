"""Where it happened: places with their last spans as a line, how many now, and how many are usual."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.charts.sparkline import SparkPicture
from desktop.domain.figures.report_shapes import PlaceFigures
from desktop.ui.charts import paint_picture
from desktop.ui.insights.place_text import PlaceText, is_risen, sign_of
from desktop.ui.insights.state import Counted
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.metrics import RADIUS_TAG
from desktop.ui.theme.painting import RIGHT, paint_edge, paint_text, text_width
from desktop.ui.widgets import Card, PlainLabel, plain_tool_tip

MOST_SHOWN = 5
_ROW = 32
_ICON, _GAP, _SPARK, _SPARK_HEIGHT = 14, 10, 56, 18
_COUNT, _USUAL = 40, 72


class PlaceRow(QAbstractButton):
    """One place, hidden until there is one. Clicking it shows its cases."""

    def __init__(self, text: PlaceText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.place: PlaceFigures | None = None
        self._picture: SparkPicture | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    def show_place(self, place: PlaceFigures | None) -> None:
        """Shows a place, or nothing."""
        self.place = place
        if place is not None:
            self._picture = self._text.sparkline(place)
            self.setAccessibleName(self._text.spoken(place))
            self.setToolTip(plain_tool_tip(self._text.name(place)))
        self.setVisible(place is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(240, theme_of(self).metrics.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints sign, name, line, count and what is usual."""
        theme, place = theme_of(self), self.place
        if place is None or self._picture is None:
            return
        tokens, metrics, painter = theme.tokens, theme.metrics, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.fillRect(rect, tokens.tint if self.isDown() else tokens.hover)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), tokens.line)
        if self.hasFocus():
            paint_edge(painter, rect.adjusted(0, 1, 0, 0), tokens.accent, 2, RADIUS_TAG)
        risen = is_risen(place)
        side = metrics.px(_ICON)
        icon = QRectF(rect.left() + 2, rect.top(), side, rect.height())
        paint_icon(painter, icon, sign_of(place), tokens.p1 if risen else tokens.ink3)
        meta, usual = theme.font("meta"), self._text.usual(place)
        right = rect.right() - max(metrics.px(_USUAL), text_width(meta, usual) + _GAP)
        paint_text(
            painter, QRectF(right, rect.top(), rect.right() - right, rect.height()), usual, meta, tokens.ink2, RIGHT
        )
        count = QRectF(right - metrics.px(_COUNT), rect.top(), metrics.px(_COUNT), rect.height())
        paint_text(painter, count, self._text.count(place), theme.font("strong"), tokens.ink, RIGHT)
        width, height = metrics.px(_SPARK), metrics.px(_SPARK_HEIGHT)
        spark = QRectF(count.left() - width - _GAP, rect.center().y() - height / 2, width, height)
        paint_picture(painter, spark, self._picture, theme)
        left = icon.right() + _GAP
        name = QRectF(left, rect.top(), spark.left() - _GAP - left, rect.height())
        weight = theme.font("guest" if risen else "body")
        paint_text(painter, name, self._text.name(place), weight, tokens.ink)


class PlacesCard(Card):
    """``picked`` carries the name of a place and its count."""

    picked = Signal(str, int)

    def __init__(self, text: PlaceText, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, gap=6, parent=parent)
        self._text = text
        self.corner = PlainLabel("", "meta", "ink2", elide=True)
        self.nothing = PlainLabel("", "body", "ink2", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rows = [PlaceRow(text) for _ in range(MOST_SHOWN)]
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, row=row: self._on_click(row))
            self._list.addWidget(row)
        self.header.addWidget(self.title)
        self.header.addStretch(1)
        self.header.addWidget(self.corner)
        self.body.addLayout(self.header)
        self.body.addLayout(self._list)
        self.body.addWidget(self.nothing, 1)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_counted(self, counted: Counted) -> None:
        """Shows the places with the most cases."""
        places = counted.detail.places[:MOST_SHOWN]
        shown: tuple[PlaceFigures | None, ...] = (*places, *(None for _ in self.rows[len(places) :]))
        for row, place in zip(self.rows, shown, strict=True):
            row.show_place(place)
        self.set_title(self._text.title())
        self.corner.setText(self._text.corner(counted.frame) if places else "")
        self.nothing.setText(self._text.nothing())
        self.nothing.setVisible(not places)

    def _on_click(self, row: PlaceRow) -> None:
        if row.place is not None:
            self.picked.emit(row.place.place, row.place.count)
