"""Guests on screen: builds the widgets, joins them to the presenter, and paints its state."""

from collections.abc import Callable, Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.ui.guests.doors import GuestDoors
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.head import GuestsHead, LookChips
from desktop.ui.guests.list_card import GuestListCard
from desktop.ui.guests.pane import GuestPane
from desktop.ui.guests.presenter import GuestsPresenter
from desktop.ui.guests.state import GuestsState
from desktop.ui.refusing import RefusingRun
from desktop.ui.tasks import Runner
from desktop.ui.theme import theme_of
from desktop.words import Words


class GuestsScreen(QWidget):
    """The guests and one profile. Everything it works with is handed in; sums are in ``currency``.

    ``told`` asks for a short message (sentence, undo or None); ``case_wanted`` carries the number of a case to open,
    ``complaint_wanted`` the id of a guest who complains.
    """

    told = Signal(str, object)
    case_wanted = Signal(str)
    complaint_wanted = Signal(int)

    def __init__(
        self,
        doors: GuestDoors,
        *,
        person: Person,
        words: Words,
        zone: tzinfo,
        currency: Currency,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._doors = doors
        self._text = GuestText(words, zone, currency, self)
        self.head, self.chips = GuestsHead(), LookChips()
        self.list = GuestListCard(self._text, doors.last_backup)
        self.table = self.list.table
        self.pane = GuestPane(self._text)
        self.presenter = GuestsPresenter(self, doors, RefusingRun(runner), person)
        self._build()
        self._connect()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def start(self) -> None:
        """Reads the guests for the first time."""
        self.pane.leaving.offer(self._doors.people())
        self.presenter.start()

    def refresh(self) -> None:
        """Reads the guests anew, as when somebody comes back to this screen."""
        self.pane.leaving.offer(self._doors.people())
        self.presenter.refresh()

    def show_guest(self, guest_id: int) -> None:
        """Chooses a guest and shows the profile, wherever they stand in the list."""
        self.presenter.select(guest_id)

    def set_words(self, words: Words) -> None:
        """Speaks another language; place, choice and what was typed stay."""
        self._text.set_words(words)
        self._set_words()

    def set_person(self, person: Person) -> None:
        """Someone else is at the desk."""
        self.presenter.change_person(person)

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in reading order."""
        return self._top, self.list, self.pane

    def focus_rows(self) -> None:
        """Puts the focus where work begins."""
        self.list.take_focus()

    def paint(self, state: GuestsState) -> None:
        """Shows the state: the only way in which looks change."""
        self.head.show_state(state)
        self.chips.show_state(state)
        self.list.show_state(state)
        self.pane.show_state(state)

    def say_done(self, what: str, undo: Callable[[], None] | None) -> None:
        """Asks for a short message."""
        words = {
            "saved": self.tr("The profile is saved."),
            "merged": self.tr("Two records are one now."),
            "apart": self.tr("Kept as two guests."),
            "split": self.tr("The records are apart again."),
            "task": self.tr("The task is given."),
            "task_done": self.tr("The task is done."),
        }
        self.told.emit(words[what], undo)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _build(self) -> None:
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.head)
        top.addWidget(self.chips)
        main = QWidget()
        self._main = QVBoxLayout(main)
        self._main.addWidget(self._top)
        self._main.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(main, 1)
        row.addWidget(self.pane)

    def _connect(self) -> None:
        presenter, table, pane = self.presenter, self.table, self.pane
        self.head.searched.connect(presenter.search)
        self.head.search.returnPressed.connect(self.focus_rows)
        self.chips.chosen.connect(presenter.choose_look)
        self.list.again_wanted.connect(presenter.refresh)
        self.list.all_wanted.connect(presenter.show_all)
        table.chosen.connect(presenter.select)
        table.fetch_wanted.connect(presenter.need_more)
        table.look_wanted.connect(presenter.choose_look)
        table.profile_wanted.connect(pane.take_focus)
        pane.again_wanted.connect(presenter.look_again)
        pane.form.edited.connect(presenter.edit)
        pane.save_wanted.connect(presenter.save)
        pane.discard_wanted.connect(presenter.discard)
        pane.complaint_wanted.connect(self._on_complaint)
        pane.doubles.same_wanted.connect(presenter.merge)
        pane.doubles.apart_wanted.connect(presenter.say_apart)
        pane.merged.split_wanted.connect(presenter.split)
        pane.leaving.task_wanted.connect(presenter.give_task)
        pane.leaving.done_wanted.connect(presenter.finish_task)
        pane.history.case_wanted.connect(self.case_wanted)

    def _on_complaint(self) -> None:
        guest_id = self.presenter.state.selected
        if guest_id is not None:
            self.complaint_wanted.emit(guest_id)

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Guests"))
        self.list.retranslate()
        self.pane.retranslate()

    def _restyle(self) -> None:
        is_compact = theme_of(self).metrics.compact
        self._main.setContentsMargins(16, 0, 16, 12 if is_compact else 16)
        self._main.setSpacing(10 if is_compact else 12)
