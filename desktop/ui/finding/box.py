"""The search field of the top bar and the list of hits under it."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.domain.numbers import short_number
from desktop.domain.rows import Found
from desktop.ui.finding.delegate import FoundDelegate, Looked, day_words, guest_words, reference_words, room_words
from desktop.ui.finding.presenter import Ask, FindingPresenter, FindingState
from desktop.ui.finding.table_model import FoundModel
from desktop.ui.formats import count
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import paint_edge
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import KeyCap, PlainLabel, SearchField, announce
from desktop.words import Words, plain

WAIT_MS = 120  # after the last key, before looking
_PANEL_WIDTH = 600
_SHOWN_ROWS = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}


class FoundPanel(QWidget):
    """The list under the field: hits, how many more there are, or why there are none."""

    picked = Signal(int)  # the place of the row that was clicked

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.model = FoundModel(self._spoken, self)
        self.delegate = FoundDelegate(self.model, self)
        self.list = QListView()
        self.list.setProperty("bare", True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus stays in the field
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self.picked.emit(index.row()))
        self.nothing = PlainLabel("", "body", "ink2", wrap=True)
        self.nothing.setContentsMargins(14, 12, 14, 12)
        self.total = PlainLabel("", "meta", "ink3", elide=True)
        self.more = PlainLabel("", "meta", "ink2", elide=True)
        self._hints = [(KeyCap(key), PlainLabel("", "meta", "ink3")) for key in ("↑ ↓", "Enter")]
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(13, 6, 13, 7)
        foot.setSpacing(6)
        foot.addWidget(self.total)
        foot.addWidget(self.more, 1)
        for cap, words in self._hints:
            foot.addWidget(cap)
            foot.addWidget(words)
        column.addWidget(self._foot)
        self.hide()

    def set_hints(self, choose: str, open_it: str) -> None:
        """The words beside the key caps."""
        for (_, label), words in zip(self._hints, (choose, open_it), strict=True):
            label.setText(words)

    def show_rows(self, rows: tuple[Found, ...], current: int) -> None:
        """Shows hits with one of them current."""
        self._foot.setVisible(bool(rows))
        self.model.show(rows)
        index = self.model.index(current)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self.list.viewport().update()

    def place_under(self, field: QWidget) -> None:
        """Under the field, as wide as hits need, within the window; as high as its rows, up to eight."""
        area, metrics = self._over.rect(), theme_of(self).metrics
        corner = field.mapTo(self._over, QPoint(0, field.height() + 4))
        width = min(max(field.width(), metrics.px(_PANEL_WIDTH)), area.width() - 32)
        left = max(16, min(corner.x() - (width - field.width()) // 2, area.width() - width - 16))
        row = metrics.role("body").line + metrics.role("meta").line + 12
        rows = min(self.model.rowCount(), _SHOWN_ROWS)
        self.list.setFixedHeight(rows * row)
        self.list.setVisible(rows > 0)
        self.setGeometry(left, corner.y(), width, 0)
        self._column.activate()
        height = max(self._column.totalHeightForWidth(width), self._column.totalMinimumSize().height())
        self.setGeometry(left, corner.y(), width, min(height, area.height() - corner.y() - 16))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints surface and edge."""
        tokens = theme_of(self).tokens
        paint_edge(QPainter(self), QRectF(self.rect()), tokens.line2, 1, RADIUS_CARD, tokens.surface)

    def _spoken(self, row: Found) -> str:
        """Number, guest, place, what happened, state and date, in that order."""
        looked = self.delegate.looked
        if looked is None:
            return row.number
        names = looked.names
        parts = (
            names.term("band_long", row.band.value),
            short_number(row.number),
            guest_words(row, names),
            room_words(row.room) or reference_words(row.reference),
            plain(row.summary),
            names.term("state", row.state.value),
            day_words(row, looked.now, looked.zone, names.language),
        )
        return ", ".join(part for part in parts if part)


class FindingBox(SearchField):
    """The field in the top bar; the focus stays in it while one walks through the hits.

    ``chosen`` carries the number of the case that was picked. ``now`` gives aware moments; ``zone`` is the site's.
    """

    chosen = Signal(str)
    left = Signal()  # Esc in the empty field: the focus belongs to the page again

    def __init__(
        self,
        ask: Ask,
        words: Callable[[], Words],
        now: Callable[[], datetime],
        zone: tzinfo,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", name="", key=key, wait_ms=WAIT_MS, parent=parent)
        self._names, self._now, self._zone = words, now, zone
        self._panel: FoundPanel | None = None
        self._told = ""
        self.presenter = FindingPresenter(self, ask, self.chosen.emit)
        self.textChanged.connect(self.presenter.type_words)
        self.searched.connect(lambda _words: self.presenter.search())
        theme_of(self).changed.connect(self._set_words)
        self._set_words()

    def attach(self, window: QWidget) -> None:
        """Lays the list over a window; called once, when the bar stands in it."""
        self._panel = FoundPanel(window)
        self._panel.picked.connect(self.presenter.choose)
        window.installEventFilter(self)
        self._set_words()

    @property
    def panel(self) -> FoundPanel | None:
        """The list, once there is one."""
        return self._panel

    def paint(self, state: FindingState) -> None:
        """Shows the list as it is now."""
        panel = self._panel
        if panel is None:
            return
        if not state.is_open or not self.isVisible():
            panel.hide()
            return
        rows = state.page.rows if state.page else ()
        panel.delegate.looked = Looked(state.answers, self._names(), self._now(), self._zone)
        panel.show_rows(rows, state.current)
        panel.nothing.setText(self._why_nothing(state))
        panel.nothing.setVisible(not rows)
        panel.total.setText(self.tr("{n} found").format(n=count(state.page.total)) if rows and state.page else "")
        panel.more.setText(
            self.tr("{n} more. Add a word to see fewer.").format(n=count(state.more)) if state.more else ""
        )
        panel.place_under(self)
        panel.show()
        panel.raise_()
        self._tell(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the hits, Enter opens one, Esc folds the list, then clears, then leaves."""
        state, key = self.presenter.state, event.key()
        if key in _STEPS and state.page is not None:
            self.presenter.move(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.presenter.choose()
        elif key == Qt.Key.Key_Escape:
            self._step_back(state)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the hits of the words that still stand here."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.presenter.open()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Folds the list; a click into it never takes the focus."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.presenter.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the list under the field when the window's size changes."""
        if event.type() == QEvent.Type.Resize and self._panel is not None and self._panel.isVisible():
            QTimer.singleShot(0, self, lambda: self.paint(self.presenter.state))
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language; what was typed stays."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()

    def _step_back(self, state: FindingState) -> None:
        if state.is_open:
            self.presenter.close()
        elif self.text():
            self.clear_search()
        else:
            self.left.emit()

    def _why_nothing(self, state: FindingState) -> str:
        if state.refusal is not None:
            return self._names().error(state.refusal)
        return self.tr("Nothing matches. Try part of a name, a room or a number.") if state.is_empty else ""

    def _tell(self, state: FindingState) -> None:
        """Says to a screen reader which hit is current, or that there is none; not twice."""
        if state.page is None or not state.page.rows:
            said = self._why_nothing(state)
        elif self._panel is not None:
            index = self._panel.model.index(state.current)
            said = str(index.data())
        else:
            said = ""
        if said != self._told:
            self._told = said
            announce(self, said)

    def _set_words(self) -> None:
        if not hasattr(self, "presenter"):  # the base class calls for words before there is anything to say
            return
        compact = theme_of(self).metrics.compact
        self.setAccessibleName(self.tr("Search cases, guests, rooms, orders"))
        self.setPlaceholderText(
            self.tr("Search cases, guests") if compact else self.tr("Search cases, guests, rooms, orders")
        )
        if self._panel is not None:
            self._panel.set_hints(self.tr("choose"), self.tr("open"))
            self.paint(self.presenter.state)
