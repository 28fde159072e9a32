"""Every condition of the Insights screen: what is counted when, and which answers come too late. No Qt."""

from dataclasses import replace
from datetime import date, timedelta, tzinfo
from typing import Protocol

from desktop.domain.figures.picks import Pick
from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.domain.figures.shapes import Span
from desktop.domain.people import Person
from desktop.domain.texts import is_blank
from desktop.domain.wallclock import local_day
from desktop.errors import UserError
from desktop.ui.insights.counting import Answer, Look, cases_behind, count, standing
from desktop.ui.insights.doors import InsightsDoors
from desktop.ui.insights.spans import SpanKind, frame, spans_back
from desktop.ui.insights.state import InsightsState, Phase, Picked, PickedCases
from desktop.ui.refusing import Run

_WEEK = timedelta(weeks=1)


class InsightsView(Protocol):
    """What the presenter tells the screen."""

    def paint(self, state: InsightsState) -> None:
        """Shows the state."""

    def say_dismissed(self) -> None:
        """Asks for a short message: the warning is put away."""


class InsightsPresenter:
    """Owns the state; the view never changes it and never asks a service."""

    def __init__(self, view: InsightsView, doors: InsightsDoors, run: Run, person: Person, zone: tzinfo) -> None:
        self._view, self._doors, self._run, self._zone = view, doors, run, zone
        self._state = InsightsState(person)
        self._counting = 0  # the counting that matters: answers to earlier ones come too late
        self._warning = 0
        self._listing = 0

    @property
    def state(self) -> InsightsState:
        """What is shown now."""
        return self._state

    # The look

    def refresh(self) -> None:
        """Counts anew; what is shown stays until the new figures are there."""
        self._count()
        self._read_warnings()
        if self._state.cases is not None:
            self._list(self._state.cases.picked)

    def choose_kind(self, kind: SpanKind) -> None:
        """Looks at another length of span: the one in which the present span ends."""
        state = self._state
        if kind is state.kind:
            return
        today = self._today()
        last = state.frame.span.until - timedelta(days=1) if state.frame else today
        self._look(replace(state, kind=kind, back=spans_back(kind, last, today)))

    def go_back(self) -> None:
        """Looks at the span before."""
        if self._state.can_go_back:
            self._look(replace(self._state, back=self._state.back + 1))

    def go_forward(self) -> None:
        """Looks at the span after."""
        if self._state.can_go_forward:
            self._look(replace(self._state, back=self._state.back - 1))

    def choose_category(self, code: str) -> None:
        """Looks at one level-1 category, or at all (empty)."""
        if code != self._state.category:
            self._look(replace(self._state, category=code))

    # Early warnings

    def next_warning(self) -> None:
        """Shows the next of several, the first after the last."""
        state = self._state
        if state.warnings:
            place = (state.place + 1) % len(state.warnings)
            self._set(replace(state, place=place, asks_reason=False, refusal=None))

    def ask_reason(self) -> None:
        """Opens the field in which one says why a warning is put away."""
        if self._state.can_dismiss and self._state.warning is not None:
            self._set(replace(self._state, asks_reason=True, refusal=None))

    def leave_reason(self) -> None:
        """Leaves the warning standing."""
        self._set(replace(self._state, asks_reason=False, refusal=None))

    def dismiss(self, reason: str) -> None:
        """Puts the warning away, with who and why."""
        state, warning = self._state, self._state.warning
        if warning is None or state.is_dismissing or not (state.can_dismiss and state.asks_reason):
            return
        if is_blank(reason):
            self._set(replace(state, refusal=UserError("reason_missing", "reason")))
            return
        self._set(replace(state, is_dismissing=True, refusal=None))

        def done(_result: object) -> None:
            left = tuple(other for other in self._state.warnings if other.key != warning.key)
            self._set(replace(self._state, is_dismissing=False, asks_reason=False, warnings=left, place=0))
            self._view.say_dismissed()
            self._read_warnings()

        def refused(failure: UserError) -> None:
            self._set(replace(self._state, is_dismissing=False, refusal=failure))

        self._run(lambda: self._doors.dismiss(warning.key, reason.strip()), done, refused)

    # Cases behind a figure

    def pick(self, pick: Pick, count: int | None = None) -> None:
        """Shows the cases behind a figure of the span; ``count`` is what the figure says."""
        counted = self._state.counted
        if counted is not None:
            self._list(Picked(pick, counted.frame.span, counted.figures.as_of, counted.category, count))

    def pick_others(self, codes: tuple[str, ...]) -> None:
        """Shows the cases of the categories that share the last bar."""
        counted = self._state.counted
        if counted is not None and codes:
            count = sum(level.count for level in counted.detail.levels if level.code in codes)
            span, as_of = counted.frame.span, counted.figures.as_of
            self._list(Picked(Pick("category"), span, as_of, counted.category, count, others=codes))

    def pick_week(self, key: str) -> None:
        """Shows the cases of a week of the control chart; ``key`` is its Monday."""
        counted = self._state.counted
        week = next((week for week in counted.chart.weeks if str(week.monday) == key), None) if counted else None
        if counted is not None and week is not None:
            until = week.monday + _WEEK
            seen = counted.frame
            span = Span(week.monday, until if seen.is_running else min(until, seen.span.until))
            self._list(Picked(Pick("received"), span, counted.figures.as_of, counted.category, week.count))

    def pick_warning(self) -> None:
        """Shows the cases behind the warning in the banner."""
        warning = self._state.warning
        if warning is not None:
            now = self._doors.now()
            count = None if warning.rule == "run" else warning.count  # a run's cases are of eight weeks
            span = Span(local_day(warning.since, self._zone), self._today() + timedelta(days=1))
            self._list(Picked(Pick("received"), span, now, "", count, warning))

    def list_again(self) -> None:
        """Reads the cases again."""
        if self._state.cases is not None:
            self._list(self._state.cases.picked)

    def close_cases(self) -> None:
        """Puts the list away; an answer on its way comes too late."""
        self._listing += 1
        self._set(replace(self._state, cases=None))

    def _look(self, state: InsightsState) -> None:
        """Another look: the cases of the last one go."""
        self._listing += 1
        self._set(replace(state, cases=None))
        self._count()

    def _count(self) -> None:
        self._counting += 1
        counting, now, state = self._counting, self._doors.now(), self._state
        wanted = frame(state.kind, state.back, self._today())
        self._set(replace(state, phase=Phase.COUNTING, frame=wanted))
        look = Look(wanted, state.category, now, self._zone)

        def done(answer: Answer) -> None:
            if counting == self._counting:
                first = local_day(answer.first, self._zone) if answer.first is not None else None
                self._set(
                    replace(self._state, phase=Phase.READY, counted=answer.counted, first_day=first, failure=None)
                )

        def refused(failure: UserError) -> None:
            if counting == self._counting:
                self._set(replace(self._state, phase=Phase.FAILED, failure=failure))

        self._run(lambda: count(self._doors, look), done, refused)

    def _read_warnings(self) -> None:
        self._warning += 1
        reading, now, doors = self._warning, self._doors.now(), self._doors

        def done(warnings: tuple[EarlyWarning, ...]) -> None:
            if reading == self._warning:
                self._on_warnings(warnings)

        self._run(lambda: standing(doors.warnings(now)), done, lambda _failure: None)  # the figures say what is wrong

    def _on_warnings(self, warnings: tuple[EarlyWarning, ...]) -> None:
        """The one that is shown stays, with the reason half typed, while it stands."""
        shown = self._state.warning
        keys = [warning.key for warning in warnings]
        stays = shown is not None and shown.key in keys
        place = keys.index(shown.key) if shown is not None and stays else 0
        asks = self._state.asks_reason and stays
        self._set(replace(self._state, warnings=warnings, place=place, asks_reason=asks))

    def _list(self, picked: Picked) -> None:
        self._listing += 1
        listing, before = self._listing, self._state.cases
        if before is not None and before.picked == picked:
            self._set(replace(self._state, cases=replace(before, phase=Phase.COUNTING, failure=None)))
        else:
            self._set(replace(self._state, cases=PickedCases(picked)))

        def done(cases: PickedCases) -> None:
            if listing == self._listing:
                self._set(replace(self._state, cases=cases))

        def refused(failure: UserError) -> None:
            if listing == self._listing:
                self._set(replace(self._state, cases=PickedCases(picked, Phase.FAILED, failure=failure)))

        self._run(lambda: cases_behind(self._doors, picked), done, refused)

    def _today(self) -> date:
        return local_day(self._doors.now(), self._zone)

    def _set(self, state: InsightsState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)
