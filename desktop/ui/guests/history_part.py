"""The cases of a guest, the newest first; each opens by a click."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.numbers import short_number
from desktop.domain.rows import PastCase
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.part import ProfilePart
from desktop.ui.guests.state import GuestsState
from desktop.ui.theme import theme_of
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import RIGHT, elided, paint_lines, paint_text, text_width, wrapped
from desktop.ui.widgets import Button, PlainLabel, plain_tool_tip
from desktop.words.plain import plain

FIRST_SHOWN = 5
_PADDING = 6
_LINES = 2
_USUAL_WIDTH = 296


class CaseLink(QAbstractButton):
    """One earlier case: day, state and score; number; what happened in up to two lines."""

    def __init__(self, about: str, number: str, summary: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about, self._number, self._summary = about, number, summary
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(", ".join((number, about, summary)))
        self.setToolTip(plain_tool_tip(summary))
        theme_of(self).changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A line of facts and what was said in as many lines as it takes."""
        return QSize(_USUAL_WIDTH, self.heightForWidth(self.width() if self.isVisible() else _USUAL_WIDTH))

    def hasHeightForWidth(self) -> bool:
        """Words are broken."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in logical pixels."""
        theme = theme_of(self)
        lines = len(wrapped(self._summary, theme.font("body"), width - 2 * _PADDING, _LINES))
        meta, body = theme.metrics.role("meta").line, theme.metrics.role("body").line
        return meta + max(1, lines) * body + 2 * _PADDING

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the three lines, pale under the pointer."""
        theme = theme_of(self)
        tokens, metrics, painter = theme.tokens, theme.metrics, QPainter(self)
        rect = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(tokens.tint if self.isDown() else tokens.hover))
            painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        meta, body = theme.font("meta"), theme.font("body")
        line = metrics.role("meta").line
        upper = QRectF(inner.left(), inner.top(), inner.width(), line)
        paint_text(painter, upper, self._number, meta, tokens.accent, RIGHT)
        about = elided(meta, self._about, inner.width() - text_width(meta, self._number) - 8)
        paint_text(painter, upper, about, meta, tokens.ink2)
        words = wrapped(self._summary, body, inner.width(), _LINES)
        lower = QRectF(inner.left(), inner.top() + line, inner.width(), inner.height() - line)
        paint_lines(painter, lower, words, body, tokens.ink, metrics.role("body").line)


class HistoryPart(ProfilePart):
    """``case_wanted`` carries a number."""

    case_wanted = Signal(str)

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._state: GuestsState | None = None
        self._shown_for: int | None = None
        self._is_whole = False
        self.none = PlainLabel("", "body", "ink2", wrap=True)
        self.more = Button("", kind="link", size="small")
        self.more.clicked.connect(self._on_more)
        self.links: list[CaseLink] = []
        self._links = QVBoxLayout()
        self._links.setContentsMargins(-_PADDING, 0, -_PADDING, 0)
        self._links.setSpacing(2)
        self._column.addWidget(self.title)
        self._column.addLayout(self._links)
        self._column.addWidget(self.none)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: GuestsState) -> None:
        """Shows the newest cases, and all of them when asked."""
        profile, self._state = state.profile, state
        if profile is None:
            return
        if self._shown_for != profile.guest.id:
            self._shown_for, self._is_whole = profile.guest.id, False
        self.title.setText(self.tr("History"))
        self.none.setText(self.tr("No cases that you may read."))
        self.none.setVisible(not profile.cases)
        shown = profile.cases if self._is_whole else profile.cases[:FIRST_SHOWN]
        self._fill(shown, state)
        rest = profile.total - len(shown)
        self.more.setText(self.tr("Show all {count}").format(count=len(profile.cases)))
        self.more.setVisible(rest > 0 and not self._is_whole)

    def _fill(self, cases: tuple[PastCase, ...], state: GuestsState) -> None:
        for link in self.links:
            self._links.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [
            CaseLink(self._text.past(case, state.at), plain(short_number(case.number)), plain(case.summary, 200))
            for case in cases
        ]
        for link, case in zip(self.links, cases, strict=True):
            link.clicked.connect(lambda _checked=False, number=case.number: self.case_wanted.emit(number))
            self._links.addWidget(link)

    def _on_more(self) -> None:
        self._is_whole = True
        if self._state is not None:
            self.show_state(self._state)
