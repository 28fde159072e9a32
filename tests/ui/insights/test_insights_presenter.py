"""The conditions of the Insights screen, without Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.figures.picks import Pick
from desktop.domain.figures.report_shapes import Goals
from desktop.domain.figures.shapes import Span
from desktop.domain.kinds import Role
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.ui.insights.presenter import InsightsPresenter
from desktop.ui.insights.spans import SpanKind
from desktop.ui.insights.state import InsightsState, Phase
from tests.ui.insights.sample import FIRST, NOW, Book, alarm, listed

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 20))
DOWN = UserError("database_locked")


class Screen:
    """Remembers what was painted and said."""

    def __init__(self) -> None:
        self.states: list[InsightsState] = []
        self.said = 0

    def paint(self, state: InsightsState) -> None:
        self.states.append(state)

    def say_dismissed(self) -> None:
        self.said += 1


def at_once(work, done, refused):
    try:
        result = work()
    except UserError as refusal:
        refused(refusal)
    else:
        done(result)


class Later:
    """Keeps work, and ends it in the order that a test names."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, work, done, refused):
        self.waiting.append(lambda: at_once(work, done, refused))


def person(role: Role = Role.MANAGER) -> Person:
    return Person(1, role.value, role.value.title(), role, "D1")


def looking_at(book: Book, role: Role = Role.MANAGER, run=at_once) -> tuple[InsightsPresenter, Screen]:
    screen = Screen()
    presenter = InsightsPresenter(screen, book.doors(), run, person(role), SHANGHAI)
    presenter.refresh()
    return presenter, screen


def fail(*_asked: object) -> None:
    raise DOWN


# The look


def test_the_running_month_is_compared_with_the_same_days_of_the_last_as_of_their_own_end():
    book = Book()
    presenter, _ = looking_at(book)
    state = presenter.state
    assert (state.phase, state.counted.figures.received, state.counted.before.received) == (Phase.READY, 96, 61)
    end_of_19_oct = datetime(2026, 10, 19, 16, tzinfo=UTC)
    october = Span(date(2026, 10, 1), date(2026, 10, 20))
    assert book.spans == [(NOVEMBER, NOW, ""), (october, end_of_19_oct, "")]
    assert book.charts == [(NOW, "")]


def test_an_earlier_month_is_whole_as_of_now_and_its_chart_ends_with_it():
    book = Book()
    presenter, _ = looking_at(book)
    presenter.go_back()
    october, september = Span(date(2026, 10, 1), date(2026, 11, 1)), Span(date(2026, 9, 1), date(2026, 10, 1))
    assert book.spans[2:] == [(october, NOW, ""), (september, NOW, "")]
    ((as_of, _),) = book.charts[1:]
    assert timedelta(0) < datetime(2026, 10, 31, 16, tzinfo=UTC) - as_of < timedelta(seconds=1)
    presenter.go_forward()
    assert presenter.state.counted.frame.span == NOVEMBER


def test_one_goes_back_to_the_first_complaint_and_no_further_and_never_into_the_future():
    presenter, _ = looking_at(Book(data_span=(datetime(2026, 10, 5, tzinfo=UTC), NOW)))
    assert (presenter.state.can_go_back, presenter.state.can_go_forward) == (True, False)
    presenter.go_forward()
    presenter.go_back()
    presenter.go_back()
    assert (presenter.state.back, presenter.state.can_go_back, presenter.state.can_go_forward) == (1, False, True)


def test_the_first_complaint_counts_by_the_day_on_the_sites_wall():
    last_of_october = datetime(2026, 10, 31, 15, 59, tzinfo=UTC)
    for first, may_go in ((last_of_october, True), (last_of_october + timedelta(minutes=1), False)):
        presenter, _ = looking_at(Book(data_span=(first, NOW)))
        assert presenter.state.can_go_back is may_go


def test_another_length_of_span_keeps_to_the_days_that_were_looked_at():
    presenter, _ = looking_at(Book())
    presenter.go_back()
    presenter.choose_kind(SpanKind.QUARTER)
    assert presenter.state.counted.frame.span.first == date(2026, 10, 1)
    presenter.go_back()
    presenter.choose_kind(SpanKind.MONTH)
    assert presenter.state.counted.frame.span == Span(date(2026, 9, 1), date(2026, 10, 1))


def test_a_category_narrows_everything_and_has_no_goals():
    book = Book(goals=Goals(rate=2))
    presenter, _ = looking_at(book)
    assert presenter.state.counted.goals == Goals(rate=2)
    presenter.choose_category("H01")
    assert {category for _, _, category in book.spans[2:]} == {"H01"}
    assert book.charts[-1] == (NOW, "H01")
    assert (presenter.state.counted.category, presenter.state.counted.goals) == ("H01", Goals())


def test_what_the_site_could_not_count_before_it_was_there_is_not_known():
    presenter, _ = looking_at(Book(data_span=(datetime(2026, 10, 20, tzinfo=UTC), NOW)))
    assert presenter.state.counted.before is None
    presenter, _ = looking_at(Book(data_span=(datetime(2026, 10, 19, tzinfo=UTC), NOW)))
    assert presenter.state.counted.before.received == 61


def test_a_site_without_complaints_says_so():
    presenter, _ = looking_at(Book(data_span=None))
    assert (presenter.state.is_empty, presenter.state.can_go_back) == (True, False)


def test_what_cannot_be_counted_is_told_and_may_be_tried_again():
    book = Book(figures=fail)
    presenter, _ = looking_at(book)
    assert (presenter.state.phase, presenter.state.failure) == (Phase.FAILED, DOWN)
    book.figures = Book.figures
    book.spans.clear()
    presenter.refresh()
    assert (presenter.state.phase, presenter.state.failure) == (Phase.READY, None)


def test_an_answer_that_comes_too_late_changes_nothing():
    later, book = Later(), Book()
    presenter, _ = looking_at(book, run=later)
    presenter.choose_kind(SpanKind.WEEK)
    month, warnings, week = later.waiting
    week()
    shown = presenter.state.counted
    assert shown.frame.kind is SpanKind.WEEK
    month()
    assert presenter.state.counted is shown
    assert presenter.state.phase is Phase.READY
    warnings()
    assert presenter.state.counted is shown


def test_a_refusal_that_comes_too_late_changes_nothing():
    later, book = Later(), Book(figures=fail)
    presenter, _ = looking_at(book, run=later)
    book.figures = Book.figures
    presenter.refresh()
    later.waiting[2]()
    book.figures = fail
    later.waiting[0]()
    assert (presenter.state.phase, presenter.state.failure) == (Phase.READY, None)


def test_the_last_figures_stay_while_new_ones_are_counted():
    later, book = Later(), Book()
    presenter, _ = looking_at(book, run=later)
    later.waiting[0]()
    shown = presenter.state.counted
    presenter.go_back()
    assert (presenter.state.phase, presenter.state.counted) == (Phase.COUNTING, shown)


# Early warnings


def test_only_warnings_that_nobody_put_away_are_shown_and_one_goes_round():
    gone = alarm("gone", dismissed_at=NOW, dismissed_by="mark", reason="Known")
    presenter, _ = looking_at(Book(warnings=(alarm("new"), gone, alarm("old"))))
    assert [warning.key for warning in presenter.state.warnings] == ["new", "old"]
    seen = []
    for _ in range(3):
        seen.append(presenter.state.warning.key)
        presenter.next_warning()
    assert seen == ["new", "old", "new"]


@pytest.mark.parametrize(
    ("role", "may"), [(Role.MANAGER, True), (Role.OWNER, True), (Role.ANALYST, False), (Role.SPECIALIST, False)]
)
def test_those_who_lead_put_warnings_away(role, may):
    book = Book(warnings=(alarm(),))
    presenter, screen = looking_at(book, role)
    presenter.ask_reason()
    presenter.dismiss("The pump was mended.")
    assert (bool(book.dismissed), screen.said, presenter.state.can_dismiss) == (may, int(may), may)


def test_a_reason_is_asked_for_and_must_be_given():
    book = Book(warnings=(alarm("a"), alarm("b")))
    presenter, _ = looking_at(book)
    presenter.dismiss("Nobody asked")
    presenter.ask_reason()
    presenter.dismiss("  \u200b ")
    assert (book.dismissed, presenter.state.refusal.code) == ([], "reason_missing")
    presenter.dismiss("  The pump was mended. ")
    assert book.dismissed == [("a", "The pump was mended.")]
    state = presenter.state
    assert ([warning.key for warning in state.warnings], state.asks_reason, state.refusal) == (["b"], False, None)


def test_a_refused_dismissal_keeps_the_warning_and_says_why():
    book = Book(warnings=(alarm(),))
    doors = replace(book.doors(), dismiss=fail)
    screen = Screen()
    presenter = InsightsPresenter(screen, doors, at_once, person(), SHANGHAI)
    presenter.refresh()
    presenter.ask_reason()
    presenter.dismiss("Known")
    state = presenter.state
    assert (len(state.warnings), state.refusal, state.asks_reason, screen.said) == (1, DOWN, True, 0)
    presenter.leave_reason()
    assert (presenter.state.asks_reason, presenter.state.refusal) == (False, None)


def test_the_warning_one_writes_about_stays_when_a_newer_one_comes():
    book = Book(warnings=(alarm("old"),))
    presenter, _ = looking_at(book)
    presenter.ask_reason()
    book.warnings = (alarm("new"), alarm("old"))
    presenter.refresh()
    assert (presenter.state.warning.key, presenter.state.asks_reason) == ("old", True)
    book.warnings = (alarm("new"),)
    presenter.refresh()
    assert (presenter.state.warning.key, presenter.state.asks_reason) == ("new", False)


# Cases behind a figure


def test_a_figure_shows_its_cases_the_newest_first():
    book = Book()
    presenter, _ = looking_at(book)
    presenter.pick(Pick("respond_late"))
    cases = presenter.state.cases
    assert book.picks == [(Pick("respond_late"), NOVEMBER, NOW, "")]
    assert [row.number for row in cases.rows] == [row.number for row in reversed(book.cases)]
    assert (cases.names, cases.unlisted) == ({"rita": "Rita Chan"}, 0)
    presenter.close_cases()
    assert presenter.state.cases is None


def test_what_is_counted_but_not_listed_is_said():
    presenter, _ = looking_at(Book(cases=(listed(1), listed(2))))
    presenter.pick(Pick("received"), 5)
    assert presenter.state.cases.unlisted == 3


def test_a_bar_of_a_group_holds_what_has_no_detail_yet():
    book = Book(cases=(listed(1, category="H01"), listed(2, category="H01-1"), listed(3, category="")))
    presenter, _ = looking_at(book)
    for key, numbers in (("H01", [listed(1).number]), ("", [listed(3).number])):
        presenter.pick(Pick("category", key))
        assert [row.number for row in presenter.state.cases.rows] == numbers


def test_the_bar_of_all_others_shows_the_cases_of_each():
    book = Book(cases=(listed(1, category="H01-1"), listed(2, category="H02-1"), listed(3, category="H03-1")))
    presenter, _ = looking_at(book)
    presenter.pick_others(("H03-1", "H01-1"))
    assert [row.number for row in presenter.state.cases.rows] == [listed(3).number, listed(1).number]


def test_a_week_of_the_chart_shows_the_cases_of_its_seven_days():
    book = Book()
    presenter, _ = looking_at(book)
    presenter.pick_week("2026-11-09")
    presenter.pick_week("2020-01-06")
    assert book.picks == [(Pick("received"), Span(date(2026, 11, 9), date(2026, 11, 16)), NOW, "")]
    assert presenter.state.cases.picked.count == 29


def test_a_warning_shows_the_cases_that_it_names():
    book = Book(warnings=(alarm(),))
    presenter, _ = looking_at(book)
    presenter.pick_warning()
    assert {row.number for row in presenter.state.cases.rows} == set(alarm().cases)
    ((_, span, _, _),) = book.picks
    assert span.first < FIRST.date().replace(month=10)
    assert span.until == date(2026, 11, 20)


def test_cases_that_come_too_late_are_not_shown():
    later, book = Later(), Book()
    presenter, _ = looking_at(book, run=later)
    later.waiting.pop(0)()
    later.waiting.clear()
    presenter.pick(Pick("paid"))
    presenter.pick(Pick("survey"))
    paid, survey = later.waiting
    survey()
    paid()
    assert presenter.state.cases.picked.pick == Pick("survey")
    presenter.pick(Pick("paid"))
    presenter.close_cases()
    later.waiting[-1]()
    assert presenter.state.cases is None


def test_cases_that_cannot_be_listed_are_tried_again():
    book = Book()
    answers = iter((fail, book.behind))
    doors = replace(book.doors(), cases=lambda *asked: next(answers)(*asked))
    presenter = InsightsPresenter(Screen(), doors, at_once, person(), SHANGHAI)
    presenter.refresh()
    presenter.pick(Pick("received"))
    assert (presenter.state.cases.phase, presenter.state.cases.failure) == (Phase.FAILED, DOWN)
    presenter.list_again()
    assert (presenter.state.cases.phase, len(presenter.state.cases.rows)) == (Phase.READY, 18)


def test_coming_back_reads_the_listed_cases_anew_and_another_look_puts_them_away():
    book = Book()
    presenter, _ = looking_at(book)
    presenter.pick(Pick("received"))
    book.cases = (listed(1),)
    presenter.refresh()
    assert len(presenter.state.cases.rows) == 1
    presenter.choose_kind(SpanKind.WEEK)
    assert presenter.state.cases is None
