"""The queue on screen: builds the widgets, joins them to the presenter, and paints its state."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta, tzinfo
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Person
from desktop.domain.queueing import Chip
from desktop.domain.rows import QueueRow
from desktop.domain.taxonomy import Taxonomy
from desktop.errors import UserError
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.filter_popup import FilterPopup
from desktop.ui.queue.focus import holds_focus
from desktop.ui.queue.head import ChipRow, QueueHead
from desktop.ui.queue.hints import HintRow
from desktop.ui.queue.list_card import ListCard
from desktop.ui.queue.memory import Remembered, Settings, recall, remember
from desktop.ui.queue.menus import QueueMenus
from desktop.ui.queue.presenter import QueuePresenter
from desktop.ui.queue.preview import QueuePreview
from desktop.ui.queue.state import QueueDoors, QueueState
from desktop.ui.queue.ticking import time_to_next_tick
from desktop.ui.tasks import Runner
from desktop.ui.theme import theme_of
from desktop.ui.widgets import announce
from desktop.words import Words

Result = TypeVar("Result")

_BEHIND = timedelta(milliseconds=20)  # a timer may fire a little early; the clock has surely passed by then
_MILLISECOND = timedelta(milliseconds=1)


class QueueScreen(QWidget):
    """The queue and its preview. Everything it works with is handed in.

    ``told`` asks for a short message (sentence, undo or None); ``counted`` follows every count of the chips, for
    whoever shows the number of overdue cases; ``selected`` carries the number of the chosen case, or an empty text.
    ``on_open`` opens a case on a screen of its own; without it nothing offers to.
    """

    told = Signal(str, object)
    counted = Signal(object)
    selected = Signal(str)

    def __init__(
        self,
        doors: QueueDoors,
        *,
        person: Person,
        words: Words,
        taxonomy: Taxonomy,
        zone: tzinfo,
        runner: Runner,
        on_open: Callable[[str], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._doors, self._taxonomy, self._runner, self._on_open = doors, taxonomy, runner, on_open
        self._text = QueueText(words, taxonomy, zone, self)
        can_open = on_open is not None
        self.head, self.chips = QueueHead(self._text), ChipRow()
        self.list = ListCard(self._text, doors.last_backup)
        self.table = self.list.table
        self.hints = HintRow(can_open=can_open, parent=self)  # shown without a parent it would be a window of its own
        self.preview = QueuePreview(self._text, can_open=can_open)
        self.filter = FilterPopup(self)
        self.menus = QueueMenus(self._text, self)
        self._state: QueueState | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_tick)
        self.presenter = QueuePresenter(self, doors, self._run, person)
        self._build()
        self._connect_list()
        self._connect_case()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def start(self) -> None:
        """Reads the queue for the first time and begins to watch the clock."""
        self.presenter.refresh()
        self._wind()

    def refresh(self) -> None:
        """Reads the queue anew, as after something was saved elsewhere."""
        self.presenter.refresh()

    def show_case(self, number: str) -> None:
        """Chooses a case and shows it in the preview."""
        self.presenter.show_case(number)

    def set_words(self, words: Words) -> None:
        """Speaks another language; place, choice and what was typed stay."""
        self._text.set_words(words)
        self._set_words()

    def set_person(self, person: Person) -> None:
        """Someone else is at the desk."""
        self.presenter.change_person(person)

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in reading order."""
        return self._top, self.list, self.preview

    def focus_rows(self) -> None:
        """Puts the focus where work begins."""
        self.list.take_focus()

    def remember(self, settings: Settings) -> None:
        """Keeps columns, chip and whose cases for the next start."""
        state = self.presenter.state
        remember(settings, Remembered(self.table.hidden, state.chip, state.is_mine))

    def restore(self, settings: Settings) -> None:
        """Takes up what was kept; call it before ``start``."""
        kept = recall(settings)
        self.table.set_hidden(kept.hidden)
        self.presenter.recall(kept.chip, mine=kept.mine)

    def paint(self, state: QueueState) -> None:
        """Shows the state: the only way in which looks change."""
        before, self._state = self._state, state
        if before is not None and replace(before, at=state.at) == state:
            self.table.set_time(state.at)
            self.preview.show_time(state)
            return
        self.head.show_state(state)
        self.chips.show_state(state)
        self.list.show_state(state)
        was_asking = before is not None and before.medium is not None
        had_focus = holds_focus(self.preview.acts)
        self.preview.show_state(state)
        if was_asking and state.medium is None and had_focus:
            self.focus_rows()
        if before is None or before.counts != state.counts:
            self.counted.emit(state.counts)
        chosen = _number(state)
        if before is None or _number(before) != chosen:
            self.selected.emit(chosen)

    def say_overdue(self, row: QueueRow) -> None:
        """Says it to a screen reader, once the presenter says so."""
        place = f"{self._text.guest(row)}, {self._text.place(row)}"
        announce(self.table, self.tr("Overdue: {case}").format(case=place))

    def say_done(self, act: str, row: QueueRow) -> None:
        """Asks for a short message."""
        number = self._text.number(row)
        words = {"take": self.tr("{number} is yours now."), "acknowledge": self.tr("{number} is acknowledged.")}
        self.told.emit(words[act].format(number=number), None)

    def say_refused(self, refusal: UserError) -> None:
        """Asks for a short message about a case that is no longer looked at."""
        self.told.emit(self._text.words.error(refusal), None)

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
        self._main.addWidget(self.hints)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(main, 1)
        row.addWidget(self.preview)

    def _connect_list(self) -> None:
        presenter, table = self.presenter, self.table
        self.head.mine_chosen.connect(presenter.choose_mine)
        self.head.order_wanted.connect(lambda: presenter.choose_sort(None))
        self.head.filter_wanted.connect(self._on_filter)
        self.head.columns_wanted.connect(self._on_columns)
        self.filter.changed.connect(presenter.choose_filter)
        self.menus.hidden_chosen.connect(table.set_hidden)
        self.menus.sort_chosen.connect(presenter.choose_sort)
        self.chips.chosen.connect(presenter.choose_chip)
        self.list.again_wanted.connect(presenter.refresh)
        self.list.all_wanted.connect(presenter.clear_filter)
        self.list.open_wanted.connect(lambda: presenter.choose_chip(Chip.OPEN))
        table.chip_wanted.connect(presenter.choose_chip)
        table.sort_wanted.connect(presenter.sort_by)
        table.chosen.connect(presenter.select)
        table.needed.connect(presenter.need)
        table.fetch_wanted.connect(presenter.need_more)
        table.end_wanted.connect(presenter.go_to_end)
        table.copy_wanted.connect(self._on_copy)
        table.menu_wanted.connect(self._on_menu)
        table.open_wanted.connect(self._on_open_wanted)

    def _connect_case(self) -> None:
        case, acts = self.presenter.case, self.preview.acts
        for asking in (self.table, acts):
            asking.take_wanted.connect(case.take)
            asking.acknowledge_wanted.connect(case.ask_medium)
        acts.open_wanted.connect(self._on_open_wanted)
        acts.medium_chosen.connect(case.choose_medium)
        acts.confirmed.connect(case.acknowledge)
        acts.left.connect(case.leave_medium)
        self.preview.again_wanted.connect(case.look_again)

    def _run(
        self, work: Callable[[], Result], done: Callable[[Result], None], refused: Callable[[UserError], None]
    ) -> None:
        """Slow work, as the presenter asks for it. A bug was noted by the runner; the person hears that it failed."""

        def failed(error: Exception) -> None:
            refused(error if isinstance(error, UserError) else UserError("unexpected_refusal"))

        self._runner.run(lambda _progress: work(), done, failed)

    def _on_tick(self) -> None:
        self.presenter.tick()
        self._wind()

    def _wind(self) -> None:
        """Sets the timer to when the times on screen are no longer right."""
        seen = self.table.seen() if self.isVisible() else ()
        chosen = self.presenter.state.selected
        wait = time_to_next_tick(self._doors.now(), [*seen, *([chosen] if chosen else [])]) + _BEHIND
        self._timer.start(wait // _MILLISECOND)

    def _on_filter(self) -> None:
        state = self.presenter.state
        self.filter.open_below(self.head.filter, state.filter, self._text.words, self._taxonomy, self._doors.people())

    def _on_columns(self) -> None:
        self.menus.show_columns(self.head.columns, self.table.hidden, self.presenter.state.sort)

    def _on_menu(self, place: QPoint) -> None:
        case = self.presenter.case
        opens = self._on_open_wanted if self._on_open is not None else None
        self.menus.show_acts(place, self.presenter.state, case.take, case.ask_medium, self._on_copy, opens)

    def _on_open_wanted(self) -> None:
        number = _number(self.presenter.state)
        if number and self._on_open is not None:
            self._on_open(number)

    def _on_copy(self) -> None:
        number = _number(self.presenter.state)
        if number:
            QGuiApplication.clipboard().setText(number)
            self.told.emit(self.tr("Copied {number}.").format(number=number), None)

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Queue"))
        self.list.retranslate()
        self.preview.retranslate()
        if self._state is not None:
            self.head.show_state(self._state)

    def _restyle(self) -> None:
        is_compact = theme_of(self).metrics.compact
        self._main.setContentsMargins(16, 0, 16, 8 if is_compact else 12)
        self._main.setSpacing(10 if is_compact else 12)


def _number(state: QueueState) -> str:
    return state.selected.number if state.selected else ""
