"""What keys, buttons and menu entries do with the chosen case, or with several."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from desktop.errors import UserError
from desktop.ui.queue.menus import MenuActs, QueueMenus
from desktop.ui.queue.presenter import QueuePresenter
from desktop.ui.queue.preview import QueuePreview
from desktop.ui.queue.selected import FORMS
from desktop.ui.queue.table import QueueTable


class HandledQueue(Protocol):
    """What is used of the queue's screen."""

    preview: QueuePreview
    table: QueueTable
    menus: QueueMenus

    def say_refused(self, refusal: UserError) -> None:
        """Says why not."""

    def say_one_by_one(self) -> None:
        """Says that an act is not for several cases."""

    def say_copied(self, number: str) -> None:
        """Says that a number was copied."""


class Hands(QObject):
    """While several cases are chosen an act is for all of them, else for the one that is looked at."""

    def __init__(self, queue: HandledQueue, presenter: QueuePresenter, on_open: Callable[[str], object] | None) -> None:
        super().__init__()
        self._queue, self._presenter, self._on_open = queue, presenter, on_open

    def take(self) -> None:
        """Makes the person the owner."""
        if self._are_several:
            self._queue.preview.several.open_act("take")
        else:
            self._presenter.case.take()

    def acknowledge(self) -> None:
        """Asks how the guest was told."""
        if self._are_several:
            self._queue.preview.several.open_act("acknowledge")
        else:
            self._presenter.case.open_form("acknowledge")

    def settle(self) -> None:
        """Asks what settled it."""
        if self._are_several:
            self._queue.say_one_by_one()
        else:
            self._presenter.case.open_form("settle")

    def go_to(self, goal: str) -> None:
        """Another move, here if its form opens here, else on the case's own screen."""
        if goal in FORMS:
            self._presenter.case.open_form(goal)
        else:
            self.open(self._number)

    def go_on(self) -> None:
        """Opens the case; where several are chosen, goes on to what is done with them."""
        if self._are_several:
            self._queue.preview.take_focus()
        elif self._presenter.state.is_masked:
            self._queue.say_refused(UserError("restricted", "case"))
        else:
            self.open(self._number)

    def open(self, number: str) -> None:
        """Opens a case on its own screen."""
        if number and self._on_open is not None:
            self._on_open(number)

    def copy(self) -> None:
        """Copies the whole number."""
        if self._number:
            QGuiApplication.clipboard().setText(self._number)
            self._queue.say_copied(self._number)

    def show_menu(self, place: QPoint) -> None:
        """The menu of a row, at a global position."""
        opens = self.go_on if self._on_open is not None else None
        acts = MenuActs(opens, self.take, self.acknowledge, self.settle, self._queue.table.tick_current, self.copy)
        self._queue.menus.show_acts(place, self._presenter.state, acts)

    @property
    def _are_several(self) -> bool:
        return bool(self._presenter.state.ticked)

    @property
    def _number(self) -> str:
        selected = self._presenter.state.selected
        return selected.number if selected else ""
