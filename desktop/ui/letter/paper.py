"""The page of a letter: drawn while it is written, printed and saved once it is kept. No Qt of its own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.domain.letters import LetterText
from desktop.errors import UserError
from desktop.ui.letter.doors import LetterDoors
from desktop.ui.letter.pieces import tidy_row
from desktop.ui.letter.state import Acted, Doing, Done, LetterState
from desktop.ui.papers.presenter import Printer
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.refusing import as_refusal
from desktop.ui.tasks import Progress, Runner, Task


class LetterPaper:
    """``get`` and ``put`` reach the state, which is the presenter's; ``printed`` follows a letter that was printed."""

    def __init__(
        self,
        doors: LetterDoors,
        runner: Runner,
        get: Callable[[], LetterState],
        put: Callable[[LetterState], None],
        printed: Callable[[Acted], object],
    ) -> None:
        self._doors, self._runner, self._get, self._put, self._printed = doors, runner, get, put, printed
        self._drawn: tuple[LetterText, bool] | None = None  # which words, and whether as they may be printed
        self._drawing: Task | None = None
        self._task: Task | None = None

    def draw(self) -> None:
        """Draws the page of the words as they are typed; what was being drawn is given up."""
        state, doors = self._get(), self._doors
        text = state.text
        if text is None or self._drawn == (text, state.not_printable() is None):
            return
        if self._drawing is not None:
            self._drawing.cancel()
        is_final = state.not_printable() is None
        self._drawn = (text, is_final)

        def work(progress: Progress) -> PdfPages:
            return PdfPages(doors.pdf(progress.report) if is_final else doors.preview(text, progress.report))

        def done(pages: PdfPages) -> None:
            self._put(replace(self._get(), pages=pages, pages_refusal=None))

        def failed(error: Exception) -> None:
            self._drawn = None
            self._put(replace(self._get(), pages=None, pages_refusal=as_refusal(error)))

        self._drawing = self._runner.run(work, done, failed)

    def print(self) -> None:
        """Makes the kept letter, asks for a printer and prints; without any says so, and what to do instead."""
        state = self._get()
        if state.is_busy or state.not_printable() is not None:
            return
        if not self._doors.has_printer():
            self._put(replace(state.calm(), refusal=UserError("no_printer", "printer")))
            return
        self._make(self._choose)

    def save(self, path: Path) -> None:
        """Writes the kept letter where the person said."""
        state, save, pdf = self._get(), self._doors.save, self._doors.pdf
        if state.is_busy or state.not_printable() is not None:
            return
        self._put(replace(state.calm(), doing=Doing.SAVING))
        self._work(
            lambda progress: save(path, pdf(progress.report)),
            lambda _none: self._put(self._get().at_rest(done=Done.SAVED, saved=path)),
        )

    def stop(self) -> None:
        """Gives up what is being drawn, made or printed."""
        for task in (self._drawing, self._task):
            if task is not None:
                task.cancel()
        self._drawing = self._task = None
        if self._get().doing in (Doing.MAKING, Doing.PRINTING, Doing.SAVING):
            self._put(self._get().at_rest())

    def _make(self, made: Callable[[PdfPages], object]) -> None:
        self._put(replace(self._get().calm(), doing=Doing.MAKING))
        pdf = self._doors.pdf
        self._work(lambda progress: PdfPages(pdf(progress.report)), made)

    def _choose(self, pages: PdfPages) -> None:
        self._put(self._get().at_rest())
        printer: Printer | None = self._doors.choose_printer(pages)
        if printer is None:
            return
        chosen, doors = printer, self._doors
        self._put(replace(self._get().calm(), doing=Doing.PRINTING))

        def work(progress: Progress) -> Acted | None:
            chosen.print(pages, progress)
            doors.printed()
            kept = doors.kept()
            return Acted(tidy_row(kept), doors.seen(), Done.PRINTED) if kept is not None else None

        self._work(work, self._on_printed)

    def _on_printed(self, acted: Acted | None) -> None:
        self._put(self._get().at_rest())
        if acted is not None:
            self._printed(acted)

    def _work(self, work: Callable[[Progress], object], done: Callable[..., object]) -> None:
        task = self._runner.run(work, done, lambda error: self._put(self._get().at_rest(refusal=as_refusal(error))))
        if task.running:
            self._task = task
