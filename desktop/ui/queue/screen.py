"""The queue on screen: builds the widgets, joins them to the presenter, and paints its state."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta, tzinfo

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Person
from desktop.domain.queueing import Chip
from desktop.domain.rows import QueueRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.queue.abouts import Abouts
from desktop.ui.queue.bulk import BulkPhase
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.filter_popup import FilterPopup
from desktop.ui.queue.hands import Hands
from desktop.ui.queue.head import ChipRow, QueueHead
from desktop.ui.queue.hints import HintRow
from desktop.ui.queue.list_card import ListCard
from desktop.ui.queue.memory import Remembered, Settings, recall, remember
from desktop.ui.queue.menus import QueueMenus
from desktop.ui.queue.presenter import QueuePresenter
from desktop.ui.queue.preview import QueuePreview
from desktop.ui.queue.state import QueueDoors, QueueState
from desktop.ui.queue.ticking import time_to_next_tick
from desktop.ui.queue.voice import SpeakingQueue
from desktop.ui.refusing import RefusingRun
from desktop.ui.tasks import Runner
from desktop.ui.theme import theme_of
from desktop.ui.widgets import holds_focus
from desktop.words import Words

_BEHIND = timedelta(milliseconds=20)  # a timer may fire a little early; the clock has surely passed by then
_MILLISECOND = timedelta(milliseconds=1)


class QueueScreen(SpeakingQueue):
    """The queue and its preview. Everything it works with is handed in.

    ``told`` asks for a short message (sentence, undo or None), ``print_wanted`` for the list on paper; ``counted``
    follows every count of the chips, for whoever shows the number of overdue cases; ``selected`` follows what is
    chosen and carries the number of the chosen case, or an empty text. ``on_open`` opens a case on a screen of its
    own; without it nothing offers to.
    """

    counted = Signal(object)
    print_wanted = Signal()
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
        super().__init__(QueueText(words, taxonomy, zone), parent)
        self._doors, self._taxonomy = doors, taxonomy
        can_open = on_open is not None
        self.head, self.chips = QueueHead(self._text), ChipRow()
        self.list = ListCard(self._text, doors.last_backup)
        self.table = self.list.table
        self.hints = HintRow(can_open=can_open, parent=self)  # shown without a parent it would be a window of its own
        self.preview = QueuePreview(self._text, Abouts(doors, taxonomy, zone), can_open=can_open)
        self.filter = FilterPopup(self)
        self.menus = QueueMenus(self._text, self)
        self._state: QueueState | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_tick)
        self.presenter = QueuePresenter(self, doors, RefusingRun(runner), person)
        self._hands = Hands(self, self.presenter, on_open)
        self._build()
        self._connect_list()
        self._connect_case()
        self._connect_several()
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
        self.preview.forget()
        self.presenter.change_person(person)

    def keep(self) -> None:
        """Stores what is half typed: the desk is locked, closed or handed on."""
        self.preview.form.keep()

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
        had_focus = holds_focus(self.preview)
        self.preview.show_state(state)
        if before is not None and had_focus and _asks(before) and not _asks(state):
            self.focus_rows()
        if before is None or before.counts != state.counts:
            self.counted.emit(state.counts)
        chosen = _number(state)
        if before is None or _number(before) != chosen or len(before.ticked) != len(state.ticked):
            self.selected.emit(chosen)

    def say_done(self, act: str, row: QueueRow) -> None:
        """Tells it; what was typed for the act is no longer needed."""
        self.preview.form.forget(row.number, act)
        super().say_done(act, row)

    def chosen_words(self) -> str:
        """How many cases are chosen, for the status bar; empty where none is."""
        state = self.presenter.state
        if state.ticked:
            return self.tr("{count} selected").format(count=len(state.ticked))
        return self.tr("1 selected") if state.selected else ""

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
        self.head.print_wanted.connect(self.print_wanted)
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

    def _connect_case(self) -> None:
        case, form, hands = self.presenter.case, self.preview.form, self._hands
        for asking in (self.table, self.preview.acts):
            asking.take_wanted.connect(hands.take)
            asking.acknowledge_wanted.connect(hands.acknowledge)
            asking.settle_wanted.connect(hands.settle)
            asking.open_wanted.connect(hands.go_on)
        self.table.copy_wanted.connect(hands.copy)
        self.table.menu_wanted.connect(hands.show_menu)
        form.made.connect(case.perform)
        form.left.connect(case.leave_form)
        form.go_to.connect(hands.go_to)
        form.typed.connect(case.half_typed.keep)
        self.undo_wanted.connect(case.undo)
        self.preview.again_wanted.connect(case.look_again)

    def _connect_several(self) -> None:
        several, pane, table = self.presenter.several, self.preview.several, self.table
        table.offer_ticks(self._doors.acts is not None)
        table.ticks_wanted.connect(several.choose)
        table.all_ticks_wanted.connect(several.choose_all)
        self.progressed.connect(self._on_progressed)
        pane.made.connect(several.perform)
        pane.left.connect(self.focus_rows)
        pane.all_wanted.connect(several.choose_all)
        pane.clear_wanted.connect(several.clear)
        pane.stop_wanted.connect(several.stop)
        pane.undo_wanted.connect(several.undo)
        pane.result_left.connect(several.leave_result)
        pane.case_wanted.connect(self._hands.open)

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

    def _on_progressed(self, tried: int, total: int) -> None:
        self.presenter.several.progressed(tried, total)

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


def _asks(state: QueueState) -> bool:
    """Whether the preview asks something, or tells what became of it."""
    return bool(state.act or state.ticked) or state.bulk.phase is not BulkPhase.ASKING
