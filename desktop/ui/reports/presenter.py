"""Every condition of the Reports screen: what is read, made, saved and kept, and which answers come too late. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from desktop.domain.figures.printed import KeptReport, MonthState
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.ui.refusing import RefusingRun, as_refusal
from desktop.ui.reports.doors import ReportsDoors
from desktop.ui.reports.reading import read_detail
from desktop.ui.reports.state import Detail, Part, Phase, ReportsState, Unwritten, first_choice
from desktop.ui.reports.typed import (
    Became,
    Typed,
    activity_of,
    decisions_of,
    goal_texts,
    goals_of,
    typed_of,
)
from desktop.ui.tasks import Progress, Runner, Task

_NO_DOOR = "file_unwritable", "paper_unwritable"  #: after which another place may be chosen


class ReportsView(Protocol):
    """What the presenter tells the screen."""

    def paint(self, state: ReportsState) -> None:
        """Shows the state."""

    def say_done(self, what: str) -> None:
        """Asks for a short message (made, stopped, decided, told, activity, goals, saved)."""

    def report_made(self) -> None:
        """A report was printed: what reminds of it may go."""


class ReportsPresenter:
    """Owns the state; the view never changes it and never asks a service."""

    def __init__(
        self, view: ReportsView, doors: ReportsDoors, runner: Runner, person: Person, language: Language
    ) -> None:
        self._view, self._doors, self._runner = view, doors, runner
        self._run = RefusingRun(runner)
        self._state = ReportsState(person, language)
        self._typed: dict[Month, Typed] = {}
        self._kept: dict[Month, Typed] = {}  # what of it is among the drafts
        self._reading = self._detailing = 0  # what counts: answers to earlier questions come too late
        self._task: Task | None = None

    @property
    def state(self) -> ReportsState:
        """What is shown now."""
        return self._state

    # The months

    def refresh(self) -> None:
        """Reads the months anew; what is shown stays until they are there."""
        self._reading += 1
        reading, now = self._reading, self._doors.now()

        def done(months: tuple[MonthState, ...]) -> None:
            if reading == self._reading:
                known = {state.month for state in months}
                chosen = self._state.selected if self._state.selected in known else first_choice(months)
                self._set(replace(self._state, phase=Phase.READY, months=months, at=now, failure=None))
                if chosen is not None:
                    self._show(chosen)

        def refused(failure: UserError) -> None:
            if reading == self._reading:
                self._set(replace(self._state, phase=Phase.FAILED, failure=failure))

        self._run(lambda: self._doors.months(now, _nobody_asks), done, refused)

    def select(self, month: Month) -> None:
        """Shows another month."""
        if month != self._state.selected:
            self._show(month)

    def look_again(self) -> None:
        """Reads the chosen month anew."""
        if self._state.selected is not None:
            self._show(self._state.selected)

    # The paper

    def choose_language(self, language: Language) -> None:
        """The next paper speaks this language."""
        self._set(replace(self._state, language=language))

    def make(self) -> None:
        """Prints the month's report and keeps it."""
        state, make = self._state, self._doors.make
        if state.selected is None or state.is_making:
            return
        month, language = state.selected, state.language
        self._set(replace(state.calm(), is_making=True, done=0, total=0))

        def work(progress: Progress) -> KeptReport:
            return make(month, language, progress.report)

        task = self._runner.run(work, self._on_made, self._on_not_made)
        if task.running:
            self._task = task
            task.progressed.connect(self._on_progress)

    def stop(self) -> None:
        """Gives the report up; nothing is left of it."""
        if self._task is not None:
            self._task.finished.connect(self.refresh)  # it may have been too late to stop it
            self._task.cancel()
            self._task = None
        if self._state.is_making:
            self._set(replace(self._state, is_making=False))
            self._view.say_done("stopped")

    def save_paper(self, report: KeptReport, path: Path) -> None:
        """Writes a printed report to a file."""
        doors = self._doors
        self._write(lambda: doors.save_pdf(path, doors.pdf(report.id)), path, Unwritten(report))

    def save_figures(self, path: Path) -> None:
        """Writes the month's figures to a file, in the language chosen for papers."""
        state = self._state
        if state.selected is not None:
            save = partial(self._doors.save_figures, path, state.selected, state.language)
            self._write(save, path, Unwritten(None))

    # What is typed

    def edit_line(self, place: int, name: str, text: str) -> None:
        """A field of a thing for next month (place from 0; ``text``, ``who``, ``due``)."""
        state = self._state
        self._type(Part.LINES, state.typed.with_line(state.saved_lines, place, name, text))

    def edit_became(self, place: int, became: Became) -> None:
        """What became of a thing of last month (its own place)."""
        state = self._state
        self._type(Part.BECAME, state.typed.with_became(state.saved_became(place), place, became))

    def edit_activity(self, text: str) -> None:
        """Room-nights or sales."""
        self._type(Part.ACTIVITY, self._state.typed.with_activity(self._state.saved_activity, text))

    def edit_goal(self, name: str, text: str) -> None:
        """One of the goals."""
        state = self._state
        saved = goal_texts(state.detail.goals) if state.detail is not None else {}
        goals = dict(state.typed_goals) | {name: text}
        changed = tuple((goal, typed) for goal, typed in goals.items() if typed != saved.get(goal, ""))
        self._set(replace(state.calm_of(Part.GOALS), typed_goals=changed))

    def save_lines(self) -> None:
        """Saves the things for next month."""
        month, lines = self._state.selected, self._state.lines
        if month is not None:
            work = partial(self._doors.decide, month, decisions_of(lines))
            self._save(Part.LINES, work, "decided", lambda typed: replace(typed, lines=None))

    def save_became(self) -> None:
        """Saves what became of last month's."""
        month, told = self._state.selected, self._state.typed.became
        if month is None or not told:
            return

        def work() -> None:
            for place, became in told:
                self._doors.tell_kept(month.plus(-1), place, became.kept, became.remark)

        self._save(Part.BECAME, work, "told", lambda typed: replace(typed, became=()))

    def save_activity(self) -> None:
        """Saves room-nights or sales of the month."""
        month, text = self._state.selected, self._state.activity
        if month is not None:
            work = lambda: self._doors.set_activity(month, activity_of(text))  # noqa: E731 (one line is enough)
            self._save(Part.ACTIVITY, work, "activity", lambda typed: replace(typed, activity=None))

    def save_goals(self) -> None:
        """Saves the goals of the site."""
        goals = self._state.goals
        self._save(Part.GOALS, lambda: self._doors.set_goals(goals_of(goals)), "goals", lambda typed: typed)

    def keep(self) -> None:
        """Keeps what is half typed on every month among the drafts: the desk is locked, closed or left."""
        typed = {month: what for month, what in self._typed.items() if what != self._kept.get(month, Typed())}
        self._kept |= typed
        if typed:
            self._run(lambda: self._keep_all(typed), lambda _none: None, lambda _refusal: None)

    def _keep_all(self, typed: dict[Month, Typed]) -> None:
        for month, what in typed.items():
            self._doors.keep_typed(month, what.stored())

    def _show(self, month: Month) -> None:
        self._detailing += 1
        detailing = self._detailing
        if month != self._state.selected:
            calm = replace(self._state.calm(), saved=None, unwritten=None)
            self._set(replace(calm, selected=month, detail=None, detail_failure=None, typed=self._typed_of(month)))

        def done(read: tuple[Detail, dict[str, Any]]) -> None:
            if detailing == self._detailing:
                detail, kept = read
                if kept and month not in self._typed:
                    self._typed[month] = self._kept[month] = typed_of(kept)
                typed = self._typed_of(month)
                self._set(replace(self._state, detail=detail, typed=typed, detail_failure=None))

        def refused(failure: UserError) -> None:
            if detailing == self._detailing:
                self._set(replace(self._state, detail_failure=failure))

        self._run(lambda: read_detail(self._doors, month), done, refused)

    def _typed_of(self, month: Month) -> Typed:
        return self._typed.get(month, Typed())

    def _type(self, part: Part, typed: Typed) -> None:
        if self._state.selected is not None and self._state.can_manage:
            self._typed[self._state.selected] = typed
            self._set(replace(self._state.calm_of(part), typed=typed))

    def _save(self, part: Part, work: Callable[[], object], said: str, settled: Callable[[Typed], Typed]) -> None:
        """Saves a part; then what was typed in it is as saved, and the month is read anew."""
        state, month = self._state, self._state.selected
        if state.saving is not None or not state.can_manage or month is None:
            return
        before = state.typed
        self._set(replace(state.calm(), saving=part))

        def done(_none: object) -> None:
            now = self._typed_of(month)
            if now == before:  # else somebody typed on meanwhile
                self._typed[month] = settled(now)
            goals = () if part is Part.GOALS else self._state.typed_goals
            shown = self._typed_of(month) if self._state.selected == month else self._state.typed
            self._set(replace(self._state, saving=None, typed_goals=goals, typed=shown))
            self._view.say_done(said)
            self.keep()
            self.look_again()

        self._run(work, done, partial(self._refuse, part))

    def _write(self, work: Callable[[], object], path: Path, which: Unwritten) -> None:
        if self._state.saving is not None:
            return
        self._set(replace(self._state.calm(), saving=Part.FILE, saved=None, unwritten=None))

        def done(_none: object) -> None:
            self._set(replace(self._state, saving=None, saved=path))
            self._view.say_done("saved")

        def refused(refusal: UserError) -> None:
            again = which if refusal.code in _NO_DOOR else None
            self._set(replace(self._state, unwritten=again))
            self._refuse(Part.FILE, refusal)

        self._run(work, done, refused)

    def _on_made(self, _report: KeptReport) -> None:
        self._task = None
        self._set(replace(self._state, is_making=False))
        self._view.say_done("made")
        self._view.report_made()
        self.refresh()

    def _on_not_made(self, error: Exception) -> None:
        self._task = None
        self._set(replace(self._state, is_making=False))
        self._refuse(Part.PAPER, as_refusal(error))

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        if self._state.is_making:
            self._set(replace(self._state, done=done, total=total))

    def _refuse(self, part: Part, refusal: UserError) -> None:
        self._set(replace(self._state, saving=None, refusal=refusal, refused=part))

    def _set(self, state: ReportsState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)


def _nobody_asks(_done: int, _total: int) -> None:
    pass
