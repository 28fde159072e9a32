"""Cases that belong to this one: the guest's others, the original, its duplicates; a click opens one."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.domain.case_file import CaseFile, LinkedCase
from desktop.ui import formats
from desktop.ui.case.cards.card import CaseCard
from desktop.ui.case.cards.parts import LONGEST, SIDE, Row, RowList
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.painting import RIGHT, paint_text, text_width
from desktop.ui.widgets import PlainLabel, plain_tool_tip
from desktop.words import plain

_ICON = 14
_ICONS = {"guest": "history", "original": "copy", "duplicate": "copy"}


class LinkLine(QPushButton):
    """One other case over the whole width of the card: icon, what happened, when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._side = ""
        self._icon = "history"
        self.number = ""
        self.setProperty("painted", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def show_link(self, number: str, words: str, side: str, icon: str, spoken: str) -> None:
        """Shows another case."""
        self.number, self._words, self._side, self._icon = number, words, side, icon
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tool_tip(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the card, as high as a row."""
        return QSize(120, theme_of(self).metrics.height("table_row"))

    def minimumSizeHint(self) -> QSize:
        """The words may be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the line above and what the row says."""
        theme = theme_of(self)
        tokens, painter, rect = theme.tokens, QPainter(self), QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect.adjusted(0, 1, 0, -2), QColor(tokens.hover))
        painter.fillRect(QRectF(0, 0, rect.width(), 1), QColor(tokens.line))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(rect.adjusted(2, 3, -2, -2), 6, 6)
        size, meta = theme.metrics.px(_ICON), theme.font("meta")
        inner = rect.adjusted(SIDE, 1, -SIDE, 0)
        paint_icon(painter, QRectF(inner.left(), inner.top(), size, inner.height()), self._icon, tokens.ink2)
        side = text_width(meta, self._side) + 1
        paint_text(painter, QRectF(inner.right() - side, inner.top(), side, inner.height()), self._side, meta,
                   tokens.ink2, RIGHT)  # fmt: skip
        words = QRectF(inner.left() + size + 8, inner.top(), inner.width() - size - side - 18, inner.height())
        paint_text(painter, words, self._words, theme.font("body"), tokens.ink)


class LinkedCard(CaseCard):
    """The other cases; ``case_wanted`` carries the number of the one that somebody wants to see."""

    case_wanted = Signal(str)

    def _build(self) -> None:
        self.none = Row()
        self._none_words = PlainLabel("", tone="ink3")
        self.none.line.addWidget(self._none_words)
        self.list: RowList[LinkLine] = RowList(self._make_line)
        self.body.addWidget(self.none)
        self.body.addWidget(self.list)

    def _set_words(self) -> None:
        self.set_title(self.tr("Linked"))
        self._none_words.setText(self._words.term("label", "none"))

    def _paint_file(self, file: CaseFile, now: datetime) -> None:
        self.none.setVisible(not file.linked)
        for line, case in zip(
            self.list.show_keys([(c.relation, c.number) for c in file.linked]), file.linked, strict=True
        ):
            words = self._relation(case.relation).format(summary=plain(case.summary, LONGEST))
            day = self._day(case, now)
            state = self._words.term("state", case.state.value)
            spoken = " · ".join((words, plain(case.number, LONGEST), state, day))
            line.show_link(case.number, words, day, _ICONS.get(case.relation, "file-text"), spoken)

    def _relation(self, relation: str) -> str:
        return {
            "guest": self.tr("Same guest: {summary}"),
            "original": self.tr("The original: {summary}"),
            "duplicate": self.tr("Duplicate: {summary}"),
        }.get(relation, "{summary}")

    def _day(self, case: LinkedCase, now: datetime) -> str:
        day, today = case.received_at.astimezone(self._zone), now.astimezone(self._zone)
        language = self._words.language
        return formats.short_date(day, language) if day.year == today.year else formats.full_date(day.date(), language)

    def _make_line(self) -> LinkLine:
        line = LinkLine()
        line.clicked.connect(lambda: self.case_wanted.emit(line.number))
        return line
