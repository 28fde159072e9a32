"""Makes a paper as it is wished, prints it, saves it: every condition of its window, testable without one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.reports.receipt_size import ReceiptSize
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.papers.state import Doing, Make, PaperState, PaperWish
from desktop.ui.refusing import as_refusal
from desktop.ui.tasks import Progress, Runner, Task


class PaperView(Protocol):
    """What the presenter asks of the window."""

    def paint(self, state: PaperState) -> None:
        """Shows the state."""


class Printer(Protocol):
    """A printer that the person chose, set up for the paper."""

    def print(self, pages: PdfPages, progress: Progress) -> None:
        """Prints all pages; away from the window's thread. Raises ``UserError`` ``print_failed``."""


@dataclass(frozen=True, slots=True)
class PaperDoors:
    """What the window may ask. ``choose_printer`` is None where the person thought better of it."""

    make: Make
    save: Callable[[Path, bytes], None]
    has_printer: Callable[[], bool]
    choose_printer: Callable[[PdfPages], Printer | None]


class PaperPresenter:
    """Owns the state of one paper's window."""

    def __init__(self, view: PaperView, doors: PaperDoors, runner: Runner, wish: PaperWish) -> None:
        self._view, self._doors, self._runner = view, doors, runner
        self._state = PaperState(wish)
        self._task: Task | None = None

    @property
    def state(self) -> PaperState:
        """What is shown."""
        return self._state

    def begin(self) -> None:
        """Makes the paper; whatever was being done is given up."""
        self.stop()
        self._set(replace(self._state, doing=Doing.MAKING, done=0, total=0, refusal=None, saved=None, printed=False))
        wish, make = self._state.wish, self._doors.make

        def work(progress: Progress) -> tuple[bytes, PdfPages]:
            content = make(wish, progress.report)
            progress.check()
            return content, PdfPages(content)

        self._run(work, self._on_made)

    def wish(
        self, *, language: Language | None = None, size: ReceiptSize | None = None, pictures: bool | None = None
    ) -> None:
        """Wants it otherwise: what is given changes, the paper is made anew."""
        now = self._state.wish
        changed = PaperWish(language or now.language, size or now.size, now.pictures if pictures is None else pictures)
        if changed != now:
            self._set(replace(self._state, wish=changed))
            self.begin()

    def print(self) -> None:
        """Asks for a printer and prints; without any says so, and what to do instead."""
        pages = self._state.pages
        if not self._state.can_print or pages is None:
            return
        if not self._doors.has_printer():
            self._set(replace(self._state, refusal=UserError("no_printer", "printer"), saved=None, printed=False))
            return
        printer = self._doors.choose_printer(pages)
        if printer is not None:
            total = len(pages.sizes)
            self._set(replace(self._state, doing=Doing.PRINTING, total=total, refusal=None, saved=None, printed=False))
            self._run(
                lambda progress: printer.print(pages, progress),
                lambda _none: self._set(self._state.at_rest(printed=True)),
            )

    def save(self, path: Path) -> None:
        """Writes the PDF where the person said."""
        if not self._state.can_print:
            return
        content, save = self._state.content, self._doors.save
        self._set(replace(self._state, doing=Doing.SAVING, refusal=None, saved=None, printed=False))
        self._run(lambda _progress: save(path, content), lambda _none: self._set(self._state.at_rest(saved=path)))

    def stop(self) -> None:
        """Gives up what is being done; a paper that is there stays."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._state.doing is not Doing.NOTHING:
            self._set(self._state.at_rest())

    def _run(self, work: Callable[[Progress], object], done: Callable[..., object]) -> None:
        task = self._runner.run(work, done, self._on_failed)
        if task.running:
            self._task = task
            task.progressed.connect(self._on_progress)

    def _on_made(self, made: tuple[bytes, PdfPages]) -> None:
        content, pages = made
        self._set(self._state.at_rest(content=content, pages=pages))

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        if self._state.doing is not Doing.NOTHING:
            self._set(replace(self._state, done=done, total=total))

    def _on_failed(self, error: Exception) -> None:
        refusal = as_refusal(error)
        gone = {"content": b"", "pages": None} if self._state.doing is Doing.MAKING else {}
        self._set(self._state.at_rest(refusal=refusal, **gone))

    def _set(self, state: PaperState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)
