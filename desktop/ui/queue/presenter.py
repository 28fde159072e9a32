"""Every condition of the queue's list: what is asked for, in which order, and when it is asked for again. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from desktop.domain.kinds import State
from desktop.domain.people import Person
from desktop.domain.queueing import Chip, QueueFilter
from desktop.domain.rows import QueueCounts, QueueKey, QueuePage, QueueRow
from desktop.errors import UserError
from desktop.ui.queue.columns import Column
from desktop.ui.queue.pages import PAGE_ROWS, Book, PageAfter, Window, read_again, read_to_the_end, whole, with_page
from desktop.ui.queue.selected import SelectedCase
from desktop.ui.queue.several import Several
from desktop.ui.queue.sorting import Sort, after_click, sort_rows
from desktop.ui.queue.state import Phase, QueueDoors, QueueState
from desktop.ui.queue.store import QueueView, Store
from desktop.ui.queue.ticking import has_due_passed, minute_of
from desktop.ui.refusing import Run

_Reading = tuple[Book, Window, QueueCounts]


class QueuePresenter:
    """Owns the state; the view never changes it and never asks a service.

    ``case`` is what concerns the chosen case, ``several`` what concerns cases that are acted on together.
    """

    def __init__(self, view: QueueView, doors: QueueDoors, run: Run, person: Person) -> None:
        self._view, self._doors, self._run = view, doors, run
        self._store = Store(view, QueueState(person))
        self.case = SelectedCase(self._store, view, doors, run, self.refresh)
        self.several = Several(self._store, view, doors, run, self.refresh)
        self._book = Book()
        self._reading = 0  # the reading that counts: answers to earlier ones come too late
        self._is_turning = False
        self._is_fresh = True  # another list than before: its first row is chosen
        self._sought = ""  # the number of a case that was asked for before the list held it
        self._read_at: datetime | None = None
        self._opened_at: datetime | None = None
        self._said_overdue: set[str] = set()

    @property
    def state(self) -> QueueState:
        """What is shown now."""
        return self._store.state

    def refresh(self) -> None:
        """Reads rows and counts anew; the chosen case and the place stay."""
        self._read(lambda fetch: read_again(fetch, self._book.first, max(0, self._book.last)))

    def go_to_end(self) -> None:
        """Reads on to the last row of the queue."""
        if self.state.window.more:
            self._read(read_to_the_end)

    def need(self, place: int) -> None:
        """Reads the page that a place of the list is on, if it isn't held: called as one scrolls."""
        page = self._book.page_at(place)
        if self._is_turning or self.state.sort or self._book.holds(page) or self._read_at is None:
            return
        if page == len(self._book.starts) and not self.state.window.more:
            return
        self._is_turning = True
        reading, book, fetch = self._reading, self._book, self._fetch(self._read_at)
        self._run(
            lambda: with_page(book, page, fetch),
            lambda turned: self._on_page(reading, turned),
            lambda failure: self._on_failure(reading, failure),
        )

    def need_more(self) -> None:
        """Reads the next page."""
        self.need(self.state.window.known)

    def choose_chip(self, chip: Chip) -> None:
        """Looks at other cases."""
        if chip is not self.state.chip:
            self._begin_again(replace(self.state, chip=chip))

    def choose_mine(self, mine: bool) -> None:
        """Looks at one's own cases only, or at everyone's."""
        self.choose_filter(replace(self.state.filter, owner_id=self.state.person.id if mine else None))

    def choose_filter(self, wanted: QueueFilter) -> None:
        """Narrows the queue."""
        if wanted != self.state.filter:
            self._begin_again(replace(self.state, filter=wanted))

    def clear_filter(self) -> None:
        """Shows everyone's cases, of every kind."""
        self.choose_filter(QueueFilter())

    def sort_by(self, column: Column) -> None:
        """Follows a click on a header."""
        self.choose_sort(after_click(self.state.sort, column))

    def choose_sort(self, sort: Sort | None) -> None:
        """Shows another order; None is the queue's own."""
        if sort != self.state.sort:
            self._begin_again(replace(self.state, sort=sort))

    def recall(self, chip: Chip, *, mine: bool) -> None:
        """Takes up how the queue was looked at last time, before it is first read."""
        owner_id = self.state.person.id if mine else None
        self._store.set(replace(self.state, chip=chip, filter=QueueFilter(owner_id=owner_id)))

    def change_person(self, person: Person) -> None:
        """Someone else is at the desk: what one was looking at is not the other's."""
        if person != self.state.person:
            self.case.forget()
            self._begin_again(QueueState(person, at=self.state.at, chip=self.state.chip))

    def select(self, number: str | None) -> None:
        """Chooses a row; what was said to the last one goes."""
        self._sought = ""
        chosen = self.state.selected
        if number != (chosen.number if chosen else None):
            self.case.choose(self.state.window.find(number) if number else None)

    def show_case(self, number: str) -> None:
        """Chooses a case wherever it stands, as after a search."""
        if self.state.window.find(number) is not None:
            self.select(number)
        else:
            self._sought = number  # a list that is on its way may hold it
            self.case.show(number)

    def tick(self) -> None:
        """Looks at the clock: the times on screen, and whether the order may have changed."""
        at, read_at = self._doors.now(), self._read_at
        if read_at is None:
            return
        self._store.set(replace(self.state, at=at))
        self._say_overdue(at)
        if minute_of(at) != minute_of(read_at) or has_due_passed(self.state.window.rows, read_at, at):
            self.refresh()

    def _begin_again(self, state: QueueState) -> None:
        """Another list, from its top; the same case stays chosen where it is in it."""
        self._book = Book()
        self._is_fresh = True
        self._store.set(replace(state, phase=Phase.LOADING, failure=None))
        self.refresh()

    def _fetch(self, at: datetime) -> PageAfter:
        page, chip, narrowed = self._doors.page, self.state.chip, self.state.filter

        def fetch(after: QueueKey | None) -> QueuePage:
            return page(at, after, PAGE_ROWS, chip, narrowed)

        return fetch

    def _read(self, read: Callable[[PageAfter], Book]) -> None:
        self._reading += 1
        self._is_turning = False
        reading, state, doors, at = self._reading, self.state, self._doors, self._doors.now()
        fetch = self._fetch(at)

        def work() -> _Reading:
            counts = doors.counts(at, state.filter)
            if state.sort is None:
                book = read(fetch)
                return book, book.window, counts
            rows = doors.all_rows(at, state.chip, state.filter)
            return Book(), whole(sort_rows(rows, state.sort.column, state.sort.descending)), counts

        self._run(
            work,
            lambda result: self._on_read(reading, at, result),
            lambda failure: self._on_failure(reading, failure),
        )

    def _on_read(self, reading: int, at: datetime, result: _Reading) -> None:
        if reading != self._reading:
            return
        self._book, window, counts = result
        self._read_at, self._opened_at = at, self._opened_at or at
        old, is_fresh, self._is_fresh = self.state, self._is_fresh, False
        row = window.find(self._sought) if self._sought else None
        self._sought = ""
        row = row or _still_there(old.selected, old.window, window)
        if row is None and is_fresh:
            row = window.at(0)
        state = replace(old, at=at, phase=Phase.READY, window=window, counts=counts, failure=None)
        state = self.several.kept(state, old.window)
        if old.selected is not None and row is not None and row.number == old.selected.number:
            self.case.keep(replace(state, selected=row))
        else:
            self._store.set(replace(state, selected=None))
            self.case.choose(row)
        self._say_overdue(at)

    def _on_page(self, reading: int, book: Book) -> None:
        if reading == self._reading:
            self._is_turning = False
            self._book = book
            self._store.set(replace(self.state, window=book.window))

    def _on_failure(self, reading: int, failure: UserError) -> None:
        if reading != self._reading:
            return
        self._is_turning = False
        self._book, now = Book(), self._doors.now()
        self._read_at = self._read_at or now  # so that the clock goes on and tries again
        self._store.set(replace(self.state, at=now, phase=Phase.FAILED, window=Window(), failure=failure))

    def _say_overdue(self, at: datetime) -> None:
        """Once per case, and only of those whose time ran out while the queue was open."""
        opened_at = self._opened_at
        for row in self.state.window.rows:
            if not row.late(at) or row.state is State.RESOLVED or row.number in self._said_overdue:
                continue
            if opened_at is not None and row.next_due is not None and row.next_due >= opened_at:
                self._said_overdue.add(row.number)
                self._view.say_overdue(row)


def _still_there(row: QueueRow | None, before: Window, after: Window) -> QueueRow | None:
    """The chosen case as it was read now; None where it is gone. What wasn't held before can't be missed."""
    if row is None:
        return None
    found = after.find(row.number)
    if found is not None or after.is_whole or before.find(row.number) is not None:
        return found
    return row
