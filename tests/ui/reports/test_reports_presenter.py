"""What the Reports screen does, without the screen."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.figures.report_shapes import Decision, Goals
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language, Role
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.services.desk import Desk
from desktop.ui.reports.doors import doors_for
from desktop.ui.reports.presenter import ReportsPresenter
from desktop.ui.reports.state import Part, Phase, ReportsState
from desktop.ui.reports.typed import Became, Line
from desktop.ui.tasks import InlineRunner, Runner, Task, TaskRunner
from tests.support.sites import record
from tests.ui.reports.shelf import DECEMBER, HOSTILE, NOVEMBER, OCTOBER, Shelf

FILE = Path("/tmp/x.pdf")


class Painted:
    """Remembers what was painted and said."""

    def __init__(self) -> None:
        self.states: list[ReportsState] = []
        self.said: list[str] = []
        self.made = 0

    def paint(self, state: ReportsState) -> None:
        self.states.append(state)

    def say_done(self, what: str) -> None:
        self.said.append(what)

    def report_made(self) -> None:
        self.made += 1


class LaterRunner(InlineRunner):
    """Keeps work until it is told to go on."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []

    def run(self, work: Callable, done: Callable, failed: Callable) -> Task:  # type: ignore[type-arg]
        self.tasks.append(Task(work, done, failed))
        return self.tasks[-1]

    def go_on(self) -> None:
        while self.tasks:
            self.tasks.pop(0).execute_here()


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def view() -> Painted:
    return Painted()


def presenter_of(
    shelf: Shelf, view: Painted, role: Role = Role.MANAGER, runner: Runner | None = None
) -> ReportsPresenter:
    person = Person(1, "mark", "Mark", role, "D1")
    presenter = ReportsPresenter(view, shelf.doors(), runner or InlineRunner(), person, Language.EN)
    presenter.refresh()
    return presenter


@pytest.fixture
def presenter(shelf: Shelf, view: Painted) -> ReportsPresenter:
    return presenter_of(shelf, view)


def test_one_comes_for_the_newest_month_that_is_over(presenter: ReportsPresenter) -> None:
    assert presenter.state.selected == NOVEMBER
    assert presenter.state.newest is None


def test_a_site_without_months_shows_none(view: Painted) -> None:
    state = presenter_of(Shelf(empty=True), view).state
    assert (state.phase, state.months, state.selected) == (Phase.READY, (), None)


def test_months_that_cannot_be_read_can_be_asked_for_again(shelf: Shelf, view: Painted) -> None:
    shelf.fails["months"] = UserError("database_damaged")
    presenter = presenter_of(shelf, view)
    assert presenter.state.phase is Phase.FAILED
    shelf.fails.clear()
    presenter.refresh()
    assert (presenter.state.phase, presenter.state.selected) == (Phase.READY, NOVEMBER)


def test_a_month_that_cannot_be_read_can_be_asked_for_again(presenter: ReportsPresenter, shelf: Shelf) -> None:
    shelf.fails["kept"] = UserError("database_damaged")
    presenter.select(OCTOBER)
    assert presenter.state.detail is None
    assert presenter.state.detail_failure is not None
    shelf.fails.clear()
    presenter.look_again()
    assert presenter.state.newest == shelf.reports[2]


def test_an_answer_about_a_month_left_comes_too_late(shelf: Shelf, view: Painted) -> None:
    runner = LaterRunner()
    presenter = presenter_of(shelf, view, runner=runner)
    runner.go_on()
    presenter.select(OCTOBER)
    presenter.select(DECEMBER)
    runner.go_on()
    assert presenter.state.detail is not None
    assert presenter.state.detail.month == DECEMBER


# Making


def test_a_report_is_made_in_the_language_chosen_and_the_months_are_read_anew(presenter, shelf, view) -> None:
    presenter.choose_language(Language.ZH)
    presenter.make()
    assert ("make", NOVEMBER, Language.ZH) in shelf.asked
    state = presenter.state
    assert state.newest == shelf.reports[3]
    assert state.chosen is not None
    assert (state.chosen.condition, state.is_making) == ("printed", False)
    assert (view.said, view.made) == (["made"], 1)


def test_progress_is_shown_and_cancel_leaves_nothing(shelf: Shelf, view: Painted) -> None:
    runner = LaterRunner()
    presenter = presenter_of(shelf, view, runner=runner)
    runner.go_on()
    presenter.make()
    runner.tasks[0].progressed.emit(30, 100, "")
    assert (presenter.state.is_making, presenter.state.done, presenter.state.total) == (True, 30, 100)
    presenter.make()
    assert len(runner.tasks) == 1
    presenter.stop()
    runner.go_on()
    assert not presenter.state.is_making
    assert presenter.state.newest is None
    assert set(shelf.reports) == {1, 2}
    assert (view.said, view.made) == (["stopped"], 0)


def test_what_was_too_late_to_stop_is_shown(shelf: Shelf, view: Painted) -> None:
    runner = LaterRunner()
    presenter = presenter_of(shelf, view, runner=runner)
    runner.go_on()
    presenter.make()
    task = runner.tasks.pop()
    made = task._attempt()
    presenter.stop()
    task._on_ended(*made)
    runner.go_on()
    assert presenter.state.newest == shelf.reports[3]


def test_a_report_stopped_on_its_way_is_not_kept(qapp: object, desk: Desk, qtbot: QtBot) -> None:
    """On a real desk, with the work on another thread."""
    record(desk)
    person, runner = desk.staff.person("mark", "D1"), TaskRunner()

    class Stopping(Painted):
        def paint(self, state: ReportsState) -> None:
            super().paint(state)
            if state.is_making and state.done:
                presenter.stop()

    view = Stopping()
    presenter = ReportsPresenter(view, doors_for(desk, person), runner, person, Language.EN)
    presenter.refresh()
    qtbot.waitUntil(lambda: presenter.state.detail is not None)
    presenter.make()
    qtbot.waitUntil(lambda: view.said == ["stopped"], timeout=30_000)
    assert runner.wait_all(30_000)
    assert desk.reports.kept(person) == ()


@pytest.mark.parametrize(("name", "begins"), [("november.xlsx", b"PK"), ("november.csv", b"\xef\xbb\xbffigure")])
def test_the_figures_of_a_real_desk_are_saved_by_the_names_ending(desk: Desk, tmp_path: Path, name, begins) -> None:
    record(desk)
    doors = doors_for(desk, desk.staff.person("mark", "D1"))
    doors.save_figures(tmp_path / name, Month(2026, 11), Language.EN)
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_refusal_while_making_is_told_and_goes_with_the_next_try(presenter, shelf) -> None:
    shelf.fails["make"] = UserError("disk_full")
    presenter.make()
    assert presenter.state.refusal_of(Part.PAPER) == shelf.fails["make"]
    assert not presenter.state.is_making
    shelf.fails.clear()
    presenter.make()
    assert presenter.state.refusal is None


# Files


def test_a_kept_report_is_saved_as_it_was_printed(presenter, shelf, view) -> None:
    presenter.select(OCTOBER)
    presenter.save_paper(shelf.reports[1], FILE)
    assert shelf.files[FILE].startswith(b"%PDF")
    assert (view.said, presenter.state.saved) == (["saved"], FILE)


@pytest.mark.parametrize(("code", "again"), [("paper_unwritable", True), ("report_damaged", False)])
def test_where_it_cannot_be_written_another_place_may_be_chosen(presenter, shelf, code, again) -> None:
    shelf.fails["save_pdf"] = UserError(code, "pdf")
    presenter.save_paper(shelf.reports[1], FILE)
    state = presenter.state
    assert (state.refusal_of(Part.FILE), state.unwritten is not None) == (shelf.fails["save_pdf"], again)
    shelf.fails.clear()
    presenter.save_paper(shelf.reports[1], FILE)
    assert (presenter.state.refusal, presenter.state.unwritten) == (None, None)


def test_figures_are_saved_in_the_language_chosen(presenter, shelf) -> None:
    presenter.choose_language(Language.ZH)
    presenter.save_figures(Path("/tmp/x.xlsx"))
    assert shelf.files[Path("/tmp/x.xlsx")] == (NOVEMBER, Language.ZH)


# What is typed


def test_things_for_next_month_are_saved_and_then_as_saved(presenter, shelf, view) -> None:
    presenter.edit_line(0, "text", "Check the drains")
    presenter.edit_line(0, "who", "Engineering")
    assert presenter.state.lines[0] == Line("Check the drains", "Engineering")
    presenter.save_lines()
    assert shelf.decided[NOVEMBER] == (Decision(1, "Check the drains", "Engineering", ""),)
    assert (presenter.state.typed.lines, view.said) == (None, ["decided"])


def test_what_is_half_typed_stays_with_its_month_and_among_the_drafts(presenter, shelf, view) -> None:
    presenter.edit_line(2, "due", "soon")
    presenter.edit_activity("31o")
    presenter.select(OCTOBER)
    assert presenter.state.lines[2] == Line()
    presenter.select(NOVEMBER)
    assert presenter.state.lines[2] == Line(due="soon")
    presenter.keep()
    again = presenter_of(shelf, view).state
    assert (again.lines[2], again.activity) == (Line(due="soon"), "31o")


def test_saving_takes_it_from_the_drafts(presenter, shelf) -> None:
    presenter.edit_line(0, "text", "x")
    presenter.keep()
    presenter.save_lines()
    assert shelf.drafts[NOVEMBER] == {}


def test_a_refused_decision_keeps_what_was_typed(presenter, shelf) -> None:
    shelf.fails["decide"] = UserError("missing", "decision")
    presenter.edit_line(1, "who", "Zhou")
    presenter.save_lines()
    state = presenter.state
    assert (state.refusal_of(Part.LINES), state.lines[1].who) == (shelf.fails["decide"], "Zhou")
    presenter.edit_line(1, "text", "Look")
    assert presenter.state.refusal is None


def test_what_became_of_last_months_is_told_for_what_was_changed(presenter, shelf) -> None:
    assert presenter.state.detail.last[0].text == HOSTILE
    presenter.edit_became(1, Became(False, ""))
    presenter.edit_became(1, Became(True, "Two replaced"))
    presenter.save_became()
    assert [call for call in shelf.asked if call[0] == "tell_kept"] == [("tell_kept", OCTOBER, 1, True, "Two replaced")]
    assert presenter.state.typed.became == ()
    assert presenter.state.became(1) == Became(True, "Two replaced")


@pytest.mark.parametrize(("text", "value"), [("3100", 3100), (" 3,100 ", 3100), ("0", 0)])
def test_the_activity_of_the_month_is_saved(presenter, shelf, text, value) -> None:
    presenter.edit_activity(text)
    presenter.save_activity()
    assert ("set_activity", NOVEMBER, value) in shelf.asked
    assert presenter.state.activity == str(value)


@pytest.mark.parametrize("text", ["", "many", "-1", "3.5", "٣"])
def test_an_activity_that_is_no_number_is_refused_at_once(presenter, shelf, text) -> None:
    presenter.edit_activity("1")
    presenter.edit_activity(text)
    presenter.save_activity()
    assert presenter.state.refusal_of(Part.ACTIVITY).code == "activity_bad"
    assert not shelf.activities


def test_goals_are_saved_together(presenter, shelf) -> None:
    presenter.edit_goal("within_1h_pct", "80 %")
    presenter.edit_goal("satisfaction", "4.2")
    presenter.save_goals()
    assert shelf.wanted == Goals(within_1h_pct=Decimal(80), satisfaction=Decimal("4.2"))
    assert presenter.state.typed_goals == ()
    presenter.edit_goal("satisfaction", "")
    presenter.save_goals()
    assert shelf.wanted == Goals(within_1h_pct=Decimal(80))


def test_a_goal_that_is_no_number_is_refused_at_its_field(presenter, shelf) -> None:
    presenter.edit_goal("rate", "low")
    presenter.save_goals()
    assert (presenter.state.refusal.code, presenter.state.refusal.field) == ("bad_number", "rate")
    assert presenter.state.goals["rate"] == "low"


def test_an_analyst_makes_reports_and_enters_nothing(shelf: Shelf, view: Painted) -> None:
    presenter = presenter_of(shelf, view, Role.ANALYST)
    presenter.edit_line(0, "text", "x")
    presenter.save_lines()
    presenter.save_goals()
    assert ("decide",) not in shelf.asked
    assert ("set_goals",) not in shelf.asked
    presenter.make()
    assert view.said == ["made"]
