"""Twelve months on one page: which days are open, closed for once, or open with hours of their own."""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLineF, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.calendar_year import DayKind, YearDay
from desktop.domain.calendars import WHOLE_DAY
from desktop.domain.kinds import Language
from desktop.ui.theme.painting import CENTRE, LEFT, paint_edge, paint_text
from desktop.ui.theme.theme import Theme, theme_of
from desktop.ui.widgets import announce, plain_tool_tip

_MONTHS, _WEEK, _WEEKS = 12, 7, 6
_GAP, _TITLE, _HEADER = 18, 24, 16
_CELL_LEAST, _CELL_MOST = 18, 24
_MONTH_LEAST = 150  #: logical pixels that a month needs across
_DAY = timedelta(days=1)
_LETTERS = {Language.EN: "MTWTFSS", Language.ZH: "一二三四五六日"}
_RADIUS = 3


@dataclass(frozen=True, slots=True)
class YearLook:
    """All that the view shows: days from 1 January, today and the chosen day, which may lie in another year."""

    days: tuple[YearDay, ...]
    today: date
    chosen: date
    language: Language = Language.EN

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self.days[0].day.year


class YearView(QWidget):
    """``picked`` carries the day that somebody went to, by mouse or keys; it may lie in the next or last year.

    ``describe`` says a day in words, for tool tips and screen readers.
    """

    picked = Signal(object)

    def __init__(self, look: YearLook, describe: Callable[[YearDay], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._describe = look, describe
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_of(self).changed.connect(self._fit)

    @property
    def look(self) -> YearLook:
        """What is shown now."""
        return self._look

    def show_look(self, look: YearLook) -> None:
        """Shows another year, another day, or other hours."""
        before, self._look = self._look, look
        self.setAccessibleDescription(self._said(look.chosen))  # the words may be others for the same look
        if look != before:
            self.update()

    def rect_of(self, day: date) -> QRectF:
        """Where a day of the shown year stands."""
        left, top = self._corner(day.month)
        width, height = self._cell()
        place = (day.replace(day=1).weekday() + day.day - 1, day.weekday())
        px = theme_of(self).metrics.px
        return QRectF(
            left + place[1] * width, top + px(_TITLE) + px(_HEADER) + (place[0] // _WEEK) * height, width, height
        )

    def day_at(self, point: QPointF) -> date | None:
        """The day under a point."""
        return next((entry.day for entry in self._look.days if self.rect_of(entry.day).contains(point)), None)

    def hasHeightForWidth(self) -> bool:
        """Fewer months beside each other need more room below."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in logical pixels."""
        return self._rows(width) * self._month_height() - _GAP + 2

    def sizeHint(self) -> QSize:
        """Four months beside each other."""
        width = 4 * theme_of(self).metrics.px(_MONTH_LEAST + _GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Two beside each other; the height follows the width."""
        return QSize(2 * theme_of(self).metrics.px(_MONTH_LEAST) + _GAP, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the height that its width asks for: scroll areas measure before they know the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the months."""
        theme, painter = theme_of(self), QPainter(self)
        for month in range(1, _MONTHS + 1):
            self._paint_month(painter, theme, month)
        for entry in self._look.days:
            paint_day(painter, self.rect_of(entry.day), entry, theme, is_today=entry.day == self._look.today)
        if self._look.chosen.year == self._look.year:
            rect = self.rect_of(self._look.chosen).adjusted(0.5, 0.5, -0.5, -0.5)
            paint_edge(painter, rect, theme.tokens.accent if self.hasFocus() else theme.tokens.ink2, 2, _RADIUS + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes to the day under the pointer."""
        day = self.day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, Page keys by months, Home and End to the ends of the year."""
        chosen = self._look.chosen
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                day = _stepped(chosen, steps[Qt.Key(key)])
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown as key:
                day = _month_on(chosen, -1 if key == Qt.Key.Key_PageUp else 1)
            case Qt.Key.Key_Home:
                day = date(self._look.year, 1, 1)
            case Qt.Key.Key_End:
                day = date(self._look.year, _MONTHS, 31)
            case _:
                super().keyPressEvent(event)
                return
        self.picked.emit(day)
        announce(self, self._said(day))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The chosen day shows that the keys go here."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Says the day under the pointer in a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(QPointF(event.pos()))
            if day is not None:
                QToolTip.showText(event.globalPos(), plain_tool_tip(self._said(day)), self)
            return True
        return super().event(event)

    def _fit(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    def _said(self, day: date) -> str:
        entry = next((entry for entry in self._look.days if entry.day == day), None)
        return self._describe(entry) if entry is not None else ""

    def _paint_month(self, painter: QPainter, theme: Theme, month: int) -> None:
        left, top = self._corner(month)
        width, _height = self._cell()
        px = theme.metrics.px
        name = month_name(month, self._look.language)
        is_now = (self._look.year, month) == (self._look.today.year, self._look.today.month)
        ink = theme.tokens.accent if is_now else theme.tokens.ink
        paint_text(painter, QRectF(left + 2, top, width * _WEEK, px(_TITLE)), name, theme.font("strong"), ink, LEFT)
        for place, letter in enumerate(_LETTERS[self._look.language]):
            box = QRectF(left + place * width, top + px(_TITLE), width, px(_HEADER))
            paint_text(painter, box, letter, theme.font("chart"), theme.tokens.ink3, CENTRE)

    def _corner(self, month: int) -> tuple[float, float]:
        across = self._across(self.width())
        row, column = divmod(month - 1, across)
        return column * (self._month_width() + _GAP), row * self._month_height()

    def _across(self, width: int) -> int:
        """How many months stand beside each other: a divisor of twelve."""
        least = theme_of(self).metrics.px(_MONTH_LEAST)
        fitting = max(1, int((width + _GAP) / (least + _GAP)))
        return next(count for count in (4, 3, 2, 1) if count <= fitting)

    def _rows(self, width: int) -> int:
        return _MONTHS // self._across(width)

    def _month_width(self) -> float:
        across = self._across(self.width())
        return (self.width() - (across - 1) * _GAP) / across

    def _month_height(self) -> int:
        px = theme_of(self).metrics.px
        return px(_TITLE) + px(_HEADER) + _WEEKS * self._cell_height() + _GAP

    def _cell(self) -> tuple[float, int]:
        return self._month_width() / _WEEK, self._cell_height()

    def _cell_height(self) -> int:
        metrics = theme_of(self).metrics
        return metrics.px(_CELL_LEAST if metrics.compact else _CELL_MOST)


def paint_day(painter: QPainter, rect: QRectF, entry: YearDay, theme: Theme, *, is_today: bool = False) -> None:
    """Paints one day: the fill, a line through a closed date, a corner on one with hours of its own."""
    tokens = theme.tokens
    box = rect.adjusted(1, 1, -1, -1)
    ink = tokens.ink if entry.is_open else tokens.ink3
    if entry.kind is DayKind.EXTRA:
        paint_edge(painter, box, tokens.accent, 1, _RADIUS, tokens.tint)
        ink = tokens.accent
    elif not entry.is_open:
        paint_edge(painter, box, "", 0, _RADIUS, tokens.sunken)
    font = theme.font("chart", 600 if is_today else 500 if entry.kind is not DayKind.WEEKLY else None)
    paint_text(painter, box, str(entry.day.day), font, ink, CENTRE)
    painter.setPen(QPen(QColor(tokens.ink2), 1.2))
    if entry.kind is DayKind.CLOSED:
        painter.drawLine(QLineF(box.left() + 4, box.bottom() - 3, box.right() - 4, box.top() + 3))
    if is_today:
        painter.setPen(QPen(QColor(tokens.accent), 2))
        middle = box.center().x()
        painter.drawLine(QLineF(middle - 6, box.bottom() - 1, middle + 6, box.bottom() - 1))


class DaySample(QWidget):
    """One painted day for the legend."""

    def __init__(self, entry: YearDay, *, is_today: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry, self._is_today = entry, is_today
        theme_of(self).changed.connect(self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As a day in the year."""
        px = theme_of(self).metrics.px
        return QSize(px(_CELL_MOST), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the day."""
        paint_day(QPainter(self), QRectF(self.rect()), self._entry, theme_of(self), is_today=self._is_today)


def month_name(month: int, language: Language) -> str:
    """``January``, ``1月``."""
    if language is Language.ZH:
        return f"{month}月"
    return QLocale(QLocale.Language.English).standaloneMonthName(month)


def _stepped(day: date, days: int) -> date:
    """So many days on, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _month_on(day: date, months: int) -> date:
    """The same day of another month, or its last."""
    place = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(place, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        return day
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def sample_days(today: date) -> Sequence[YearDay]:
    """The kinds of days for the legend: open, shut every week, closed for once, own hours."""
    return (
        YearDay(today, (WHOLE_DAY,), DayKind.WEEKLY),
        YearDay(today, (), DayKind.WEEKLY),
        YearDay(today, (), DayKind.CLOSED),
        YearDay(today, (WHOLE_DAY,), DayKind.EXTRA),
    )
