"""The menus of the queue: columns and order at the button, acts at a row."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import HIDEABLE, Column
from desktop.ui.queue.sorting import Sort, after_click
from desktop.ui.queue.state import QueueState
from desktop.ui.theme import icon, theme_of


@dataclass(frozen=True, slots=True)
class MenuActs:
    """What the entries of a row's menu do; without ``open`` there is no screen for a case."""

    open: Callable[[], None] | None
    take: Callable[[], None]
    acknowledge: Callable[[], None]
    settle: Callable[[], None]
    tick: Callable[[], None]
    copy: Callable[[], None]


class QueueMenus(QObject):
    """Makes a menu each time it is asked for, so that it always says what is true now."""

    hidden_chosen = Signal(object)
    sort_chosen = Signal(object)

    def __init__(self, text: QueueText, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._over = parent
        self.shown: QMenu | None = None  #: the menu made last

    def show_columns(self, button: QWidget, hidden: Collection[Column], sort: Sort | None) -> None:
        """Columns to show and hide, and the order, below their button."""
        menu = self._fresh()
        _add_heading(menu, self.tr("Columns"))
        for column in HIDEABLE:
            action = menu.addAction(self._text.header(column))
            action.setCheckable(True)
            action.setChecked(column not in hidden)
            action.toggled.connect(lambda shown, column=column: self._on_column(frozenset(hidden), column, shown))
        menu.addSeparator()
        _add_heading(menu, self.tr("Order"))
        orders = QActionGroup(menu)
        self._add_order(menu, orders, self.tr("Most urgent first"), None, sort)
        for column in Column:
            if column is not Column.BAND:
                wanted = sort if sort and sort.column is column else after_click(None, column)
                self._add_order(menu, orders, self._text.header(column), wanted, sort)
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 4)))

    def show_acts(self, place: QPoint, state: QueueState, acts: MenuActs) -> None:
        """What can be done with the chosen case, or with several, at a global position."""
        menu = self._fresh()
        several = bool(state.ticked)
        if acts.open is not None and not several:
            self._add_act(menu, self.tr("Open"), "Enter", acts.open).setEnabled(not state.is_masked)
        self._add_act(menu, self.tr("Take it"), "T", acts.take).setEnabled(several or state.can_take)
        acknowledge = self._add_act(menu, self.tr("Acknowledge"), "A", acts.acknowledge)
        acknowledge.setEnabled(several or state.can_acknowledge)
        if not several:
            settle = self._add_act(menu, self._text.words.term("action", "settle"), "S", acts.settle)
            settle.setEnabled(state.can_settle)
        menu.addSeparator()
        self._add_act(menu, self.tr("Choose with others"), "Space", acts.tick).setEnabled(not state.is_masked)
        tokens = theme_of(self._over).tokens
        copy = self._add_act(menu, self.tr("Copy number"), "Ctrl+C", acts.copy)
        copy.setIcon(icon("copy", 16, tokens.ink2, tokens.ink3))
        menu.popup(place)

    def _fresh(self) -> QMenu:
        if self.shown is not None:
            self.shown.deleteLater()
        self.shown = QMenu(self._over)
        return self.shown

    def _add_act(self, menu: QMenu, words: str, key: str, act: Callable[[], None]) -> QAction:
        """An entry with its key printed at right; the key itself belongs to the table."""
        action = menu.addAction(f"{words}\t{key}")
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _add_order(self, menu: QMenu, group: QActionGroup, words: str, wanted: Sort | None, now: Sort | None) -> None:
        action = group.addAction(menu.addAction(words))
        action.setCheckable(True)
        action.setChecked(wanted == now)
        action.triggered.connect(lambda _checked=False: self.sort_chosen.emit(wanted))

    def _on_column(self, hidden: frozenset[Column], column: Column, shown: bool) -> None:
        self.hidden_chosen.emit(hidden - {column} if shown else hidden | {column})


def _add_heading(menu: QMenu, words: str) -> None:
    """A line that only names what follows: sections of menus have no words in this style."""
    menu.addAction(words).setEnabled(False)
