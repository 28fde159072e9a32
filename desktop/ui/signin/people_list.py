"""The people of the desk, to choose from: initials, name and what they do."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import paint_edge, paint_text
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import paint_avatar

CARD_ROLE = Qt.ItemDataRole.UserRole  #: the whole ``PersonCard``

_ROW = 52
_AVATAR = 32

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person as the list shows them."""

    login: str
    name: str
    line: str  #: role, and what keeps them from signing in, if anything


class PeopleModel(QAbstractListModel):
    """Holds people in the order given; typing finds them by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[PersonCard, ...] = ()

    def show(self, cards: tuple[PersonCard, ...]) -> None:
        """Shows other people."""
        if cards != self._cards:
            self.beginResetModel()
            self._cards = cards
            self.endResetModel()

    def place_of(self, login: str) -> QModelIndex:
        """Where a person stands; nowhere for a stranger."""
        logins = [card.login for card in self._cards]
        return self.index(logins.index(login)) if login in logins else QModelIndex()

    def rowCount(self, parent: Index = _TOP) -> int:
        """One row a person."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The person for the delegate, the name for finding, name and role for screen readers."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.name}, {card.line}"
        return None


class PersonDelegate(QStyledItemDelegate):
    """Paints initials, name and role."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 (Qt's signature)
        """Two lines beside the initials."""
        return QSize(0, theme_of().metrics.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, PersonCard):
            return
        theme, rect, state = theme_of(), QRectF(option.rect), option.state
        tokens = theme.tokens
        painter.save()
        box = rect.adjusted(0, 1, 0, -1)
        if state & QStyle.StateFlag.State_Selected:
            paint_edge(painter, box, "", 0, RADIUS_CONTROL, tokens.tint)
            painter.fillRect(QRectF(box.left(), box.top() + 10, 3, box.height() - 20), QColor(tokens.accent))
            if state & QStyle.StateFlag.State_HasFocus:
                paint_edge(painter, box, tokens.accent, 2, RADIUS_CONTROL)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_edge(painter, box, "", 0, RADIUS_CONTROL, tokens.hover)
        side = theme.metrics.px(_AVATAR)
        avatar = QRectF(box.left() + 12, box.top() + round((box.height() - side) / 2), side, side)
        if state & QStyle.StateFlag.State_Selected:  # the initials' own fill is the tint of the row
            paint_edge(painter, avatar, tokens.tint_line, 1, side / 2)
        paint_avatar(painter, avatar.adjusted(1, 1, -1, -1), card.name, theme)
        name, line = theme.metrics.role("guest").line, theme.metrics.role("meta").line
        left, top = avatar.right() + 12, box.top() + round((box.height() - name - line) / 2)
        width = box.right() - 10 - left
        paint_text(painter, QRectF(left, top, width, name), card.name, theme.font("guest"), tokens.ink)
        paint_text(painter, QRectF(left, top + name, width, line), card.line, theme.font("meta"), tokens.ink2)
        painter.restore()


class PeopleList(QListView):
    """``picked`` carries a login whenever somebody moves to it; ``went_on`` follows a click or a key that goes on:
    Enter (empty text) or a first digit.
    """

    picked = Signal(str)
    went_on = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(self)
        self.setModel(self.people)
        self.setItemDelegate(PersonDelegate(self))
        self.setProperty("bare", True)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(lambda _index: self.went_on.emit(""))
        theme_of(self).changed.connect(self.scheduleDelayedItemsLayout)

    def show_people(self, cards: tuple[PersonCard, ...], chosen: str) -> None:
        """Shows people with one of them chosen; silent."""
        blocked = self.blockSignals(True)
        selection = self.selectionModel()
        quiet = selection.blockSignals(True)
        self.people.show(cards)
        place = self.people.place_of(chosen)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)
        else:
            self.clearSelection()
        selection.blockSignals(quiet)
        self.blockSignals(blocked)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody is always current while the keys go here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.people.rowCount():
            self.setCurrentIndex(self.people.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the PIN, and so does its first digit, which is not lost."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit("")
        elif event.text().isdigit() and event.text().isascii():
            self.went_on.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex) -> None:
        card = current.data(CARD_ROLE)
        if isinstance(card, PersonCard):
            self.picked.emit(card.login)
