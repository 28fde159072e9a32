"""Early warnings of a real desk, as of a moment (figures.md, Early warning)."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.domain.figures.shapes import Span
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.services.desk import Desk
from tests.support.acts import MILD, Story
from tests.support.clock import Clock

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 6, 1, tzinfo=SHANGHAI)  #: the site's first record lies in this week
WEEK = timedelta(days=7)
NOV = Span(date(2026, 11, 1), date(2026, 12, 1))


def manager(desk: Desk) -> Person:
    return desk.staff.person("mark", "D1")


def told(story: Story, week: int, count: int, **fields: object) -> list[str]:
    """Opens so many complaints in a week, an hour apart from Monday noon on."""
    numbers = []
    for n in range(count):
        story.at = (MONDAY + week * WEEK + timedelta(hours=12 + n)).astimezone(UTC)
        numbers.append(story.open(**fields))
    return numbers


def after(week: int, **more: float) -> datetime:
    return (MONDAY + week * WEEK + timedelta(**more)).astimezone(UTC)


def rules(warnings: tuple[EarlyWarning, ...]) -> list[str]:
    return [warning.rule for warning in warnings]


@pytest.fixture
def usual(story: Story) -> Story:
    """Six weeks of four complaints: the limit is 10."""
    for week in range(6):
        told(story, week, 4)
    return story


def test_an_empty_desk_has_no_warnings_and_no_weeks(desk: Desk) -> None:
    assert desk.warnings.at(manager(desk), after(0)) == ()
    assert desk.warnings.in_span(manager(desk), NOV, after(0)) == ()
    assert desk.warnings.control_chart(manager(desk), after(0)).weeks == ()


def test_a_week_above_its_limit_is_told_with_its_cases_while_it_runs_and_a_week_longer(usual: Story) -> None:
    desk, numbers = usual.desk, told(usual, 6, 11)
    eleventh = after(6, hours=22)
    assert desk.warnings.at(manager(desk), eleventh - timedelta(seconds=1)) == ()
    (warning,) = desk.warnings.at(manager(desk), eleventh)
    assert (warning.rule, warning.count, warning.limit) == ("c_chart", 11, Decimal("10.00"))
    assert warning.since == after(6)
    assert warning.cases == tuple(numbers)
    assert [w.key for w in desk.warnings.at(manager(desk), after(8) - timedelta(seconds=1))] == [warning.key]
    assert desk.warnings.at(manager(desk), after(8)) == ()


def test_ten_complaints_lie_on_the_limit(usual: Story) -> None:
    told(usual, 6, 10)
    assert usual.desk.warnings.at(manager(usual.desk), after(7)) == ()


def test_records_that_do_not_count_are_no_complaints_but_begin_the_sites_first_week(story: Story) -> None:
    desk = story.desk
    story.at = after(0, hours=12)
    story.open(type="enquiry")
    for week in range(1, 6):
        told(story, week, 4)
    chart = desk.warnings.control_chart(manager(desk), after(6))
    assert [week.count for week in chart.weeks] == [0, 4, 4, 4, 4, 4, 0]
    assert chart.baseline_weeks == 6
    assert chart.first_week == date(2026, 6, 1)


def test_a_duplicate_counts_until_it_is_known_to_be_one(usual: Story) -> None:
    desk, numbers = usual.desk, told(usual, 6, 11)
    usual.at = after(6, days=3)
    usual.act("duplicate", numbers[-1], of=numbers[0])
    assert rules(desk.warnings.at(manager(desk), after(6, days=2))) == ["c_chart"]
    assert desk.warnings.at(manager(desk), after(6, days=3)) == ()
    chart = desk.warnings.control_chart(manager(desk), after(6, days=2))
    assert chart.weeks[-1].count == 11
    assert desk.warnings.control_chart(manager(desk), after(6, days=3)).weeks[-1].count == 10


def test_a_withdrawn_complaint_counts(usual: Story) -> None:
    numbers = told(usual, 6, 11)
    usual.act("withdraw", numbers[0], reason="They changed their mind.")
    assert rules(usual.desk.warnings.at(manager(usual.desk), after(7))) == ["c_chart"]


def test_the_rate_is_judged_where_activity_is_known(usual: Story) -> None:
    desk = usual.desk
    told(usual, 6, 11)
    desk.activity.set(manager(desk), date(2026, 6, 1), date(2026, 7, 12), 2400)  # 400 a week
    assert rules(desk.warnings.at(manager(desk), after(7))) == ["c_chart"]
    desk.activity.set(manager(desk), date(2026, 7, 13), date(2026, 7, 19), 1600)
    assert desk.warnings.at(manager(desk), after(7)) == ()
    desk.activity.set(manager(desk), date(2026, 7, 13), date(2026, 7, 19), 400)
    (warning,) = desk.warnings.at(manager(desk), after(7) - timedelta(seconds=1))
    assert (warning.rule, warning.count, warning.limit) == ("u_chart", 11, Decimal("10.00"))
    chart = desk.warnings.control_chart(manager(desk), after(7) - timedelta(seconds=1))
    assert chart.rated
    assert (chart.weeks[-1].value, chart.weeks[-1].upper) == (Decimal("27.50"), Decimal("25.00"))


def test_the_chart_of_a_group_counts_its_own_cases_from_the_sites_first_week_on(story: Story) -> None:
    told(story, 0, 1)
    told(story, 1, 2, category="H01-1")
    told(story, 2, 1, category="H01")
    told(story, 2, 1, category="H02-1")
    chart = story.desk.warnings.control_chart(manager(story.desk), after(2, days=3), category="H01")
    assert [week.count for week in chart.weeks] == [0, 2, 1]


def test_a_group_is_counted_by_what_was_known_then(story: Story) -> None:
    (number,) = told(story, 0, 1, category="H01-1")
    story.lead(number, "acknowledged")
    story.at = after(1)
    story.act("assess", number, **(MILD | {"category": "H02-1"}))

    def counts(as_of: datetime, category: str) -> list[int]:
        chart = story.desk.warnings.control_chart(manager(story.desk), as_of, category=category)
        return [week.count for week in chart.weeks]

    assert counts(after(0, days=6), "H01") == [1]
    assert counts(after(0, days=6), "H02") == [0]
    assert counts(after(1), "H01") == [0, 0]
    assert counts(after(1), "H02") == [1, 0]


def test_three_alike_in_a_place_are_a_cluster(story: Story) -> None:
    desk, numbers = story.desk, told(story, 0, 3, category="H01-1", place="12F")
    found = desk.warnings.at(manager(desk), after(0, hours=14))
    assert {(w.rule, w.what, w.where, w.where_kind, w.count, w.limit) for w in found} == {
        ("cluster", "H01-1", "12F", "place", 3, None),
        ("cluster", "H01-1", "day", "shift", 3, None),
    }
    assert {w.cases for w in found} == {tuple(numbers)}
    assert {w.since for w in found} == {after(0, hours=14)}
    assert desk.warnings.at(manager(desk), after(0, hours=14) - timedelta(seconds=1)) == ()
    assert len(desk.warnings.at(manager(desk), after(1, hours=14) - timedelta(seconds=1))) == 2
    assert desk.warnings.at(manager(desk), after(1, hours=14)) == ()


def test_a_cluster_is_made_of_what_was_known_then(story: Story) -> None:
    desk, numbers = story.desk, told(story, 0, 3, category="H01-1", place="12F")
    story.at = after(0, days=1)
    story.act("not_complaint", numbers[0], reason="A question.")
    assert len(desk.warnings.at(manager(desk), after(0, hours=20))) == 2
    assert desk.warnings.at(manager(desk), after(0, days=1)) == ()


def test_an_alarm_that_began_last_month_is_the_same_one_in_the_next(story: Story) -> None:
    desk = story.desk
    told(story, 4, 3, category="H01-1")  # 29 June
    june = desk.warnings.at(manager(desk), after(4, days=1))
    july = desk.warnings.at(manager(desk), after(4, days=5))
    assert [w.key for w in june] == [w.key for w in july] != []
    june_span, july_span = Span(date(2026, 6, 1), date(2026, 7, 1)), Span(date(2026, 7, 1), date(2026, 8, 1))
    assert len(desk.warnings.in_span(manager(desk), june_span, after(9))) == 1
    assert desk.warnings.in_span(manager(desk), july_span, after(9)) == ()


def test_a_span_tells_what_arose_in_it_as_far_as_it_had_happened(usual: Story) -> None:
    desk = usual.desk
    told(usual, 6, 11)  # the week of 13 July
    july = Span(date(2026, 7, 1), date(2026, 8, 1))
    assert rules(desk.warnings.in_span(manager(desk), july, after(20))) == ["c_chart"]
    assert desk.warnings.in_span(manager(desk), july, after(6, hours=13)) == ()
    assert desk.warnings.in_span(manager(desk), NOV, after(30)) == ()


def test_a_cluster_that_arose_in_a_span_has_the_cases_that_joined_it_afterwards(story: Story) -> None:
    desk = story.desk
    told(story, 0, 3, category="H01-1")  # 1 June, 12:00 to 14:00, on the day shift
    for day in (1, 2):
        story.at = after(0, days=day, hours=12)
        story.open(category="H01-1")
    monday = Span(date(2026, 6, 1), date(2026, 6, 2))
    (warning,) = desk.warnings.in_span(manager(desk), monday, after(9))
    assert warning.count == 5
    (as_it_was,) = desk.warnings.in_span(manager(desk), monday, after(0, days=2))
    assert (as_it_was.key, as_it_was.count) == (warning.key, 4)


def test_what_arose_stays_known_after_a_long_silence(usual: Story) -> None:
    desk = usual.desk
    told(usual, 6, 11)
    much_later = after(6 + 52 * 30)
    july = Span(date(2026, 7, 1), date(2026, 8, 1))
    assert rules(desk.warnings.in_span(manager(desk), july, much_later)) == ["c_chart"]
    assert desk.warnings.at(manager(desk), much_later) == ()
    chart = desk.warnings.control_chart(manager(desk), much_later)
    assert [week.count for week in chart.weeks] == [0] * 26
    assert chart.weeks[-1].upper == Decimal("0.00")
    assert desk.warnings.at(manager(desk), datetime(9998, 12, 31, tzinfo=UTC)) == ()


def test_restricted_cases_count_but_are_not_named_to_who_may_not_read_them(story: Story) -> None:
    desk, numbers = story.desk, told(story, 0, 3, category="H01-1")
    story.act("restrict", numbers[1], restricted=True, reason="A delicate matter.")
    analyst = desk.staff.person("ana", "D1")
    (seen,) = desk.warnings.at(analyst, after(0, days=1))
    assert (seen.count, seen.cases) == (3, (numbers[0], numbers[2]))
    assert desk.warnings.at(manager(desk), after(0, days=1))[0].cases == tuple(numbers)


@pytest.mark.parametrize("login", ["rita", "sam"])
def test_warnings_are_for_who_reads_figures(desk: Desk, login: str) -> None:
    person = desk.staff.person(login, "D1")
    for ask in (
        lambda: desk.warnings.at(person, after(0)),
        lambda: desk.warnings.in_span(person, NOV, after(0)),
        lambda: desk.warnings.control_chart(person, after(0)),
        lambda: desk.warnings.dismiss(person, "week:2026-06-01", "Known."),
    ):
        with pytest.raises(UserError) as refusal:
            ask()
        assert refusal.value.code == "not_allowed"


# Putting aside


def test_an_alarm_that_is_put_aside_is_still_listed_with_who_and_why(usual: Story, clock: Clock) -> None:
    desk = usual.desk
    told(usual, 6, 11)
    (warning,) = desk.warnings.at(manager(desk), after(7))
    clock.set(after(7, hours=1))
    desk.warnings.dismiss(manager(desk), warning.key, " A trade fair. ")
    (aside,) = desk.warnings.at(manager(desk), after(7, hours=1))
    assert (aside.dismissed_at, aside.dismissed_by, aside.reason) == (after(7, hours=1), "mark", "A trade fair.")
    (before,) = desk.warnings.at(manager(desk), after(7))
    assert before.dismissed_at is None
    desk.activity.set(manager(desk), date(2026, 6, 1), date(2026, 7, 19), 2800)
    (by_rate,) = desk.warnings.at(manager(desk), after(7, hours=1))
    assert (by_rate.rule, by_rate.reason) == ("u_chart", "A trade fair.")


def test_putting_aside_is_told_in_the_history(usual: Story) -> None:
    desk = usual.desk
    desk.warnings.dismiss(manager(desk), "week:2026-07-13", "A trade fair.")
    with desk.workspace.database.reading_plainly() as driver:
        row = driver.execute('SELECT "by", act, changes FROM history ORDER BY id DESC LIMIT 1').fetchone()
    assert row[:2] == ("mark", "dismiss_warning")
    assert "week:2026-07-13" in row[2]
    assert "trade fair" not in row[2]  # people write names into reasons; it can be erased


@pytest.mark.parametrize(
    ("login", "key", "reason", "refusal"),
    [
        ("mark", "week:2026-07-13", "", "reason_missing"),
        ("mark", "week:2026-07-13", " \u200b\n", "reason_missing"),
        ("mark", "week:2026-07-13", "a\0", "bad_characters"),
        ("mark", "'; DROP TABLE cases", "Known.", "no_such_warning"),
        ("mark", "week:" + "1" * 500, "Known.", "no_such_warning"),
        ("ana", "week:2026-07-13", "Known.", "not_allowed"),
    ],
)
def test_an_alarm_is_put_aside_by_who_leads_and_with_a_reason(
    desk: Desk, login: str, key: str, reason: str, refusal: str
) -> None:
    with pytest.raises(UserError) as refused:
        desk.warnings.dismiss(desk.staff.person(login, "D1"), key, reason)
    assert refused.value.code == refusal


def test_nobody_puts_an_alarm_aside_twice(desk: Desk) -> None:
    desk.warnings.dismiss(manager(desk), "week:2026-07-13", "A trade fair.")
    with pytest.raises(UserError) as refusal:
        desk.warnings.dismiss(manager(desk), "week:2026-07-13", "Once more.")
    assert (refusal.value.code, refusal.value.params["login"]) == ("warning_dismissed", "mark")
