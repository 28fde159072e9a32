"""Figures of a real desk, worked by acts and read back: months, moments, lists, what stands behind a figure."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.domain.figures.picks import KINDS, Pick
from desktop.domain.figures.shapes import Figures, Flow, Month, Span
from desktop.domain.figures.spans import span_of_month
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.services.desk import Desk
from tests.support.acts import APOLOGY, CLOSING, MILD, Story
from tests.support.clock import EVENING
from tests.support.sites import owner_of
from tests.support.staffed import DeskMaker

NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)
SPAN = span_of_month(NOVEMBER)
LATER = datetime(2027, 1, 1, tzinfo=UTC)
SETTLED: dict[str, Any] = {"remedies": APOLOGY, **MILD}


def of(story: Story, month: Month = NOVEMBER, as_of: datetime | None = None) -> Figures:
    return story.desk.figures.month(owner_of(story.desk), month, as_of or story.at)


def at(story: Story, *when: int) -> Story:
    """Sets the story's clock to a local time of the site."""
    story.at = datetime(*when, tzinfo=story.zone)  # type: ignore[arg-type, misc]  # year, month, day, hour, …
    return story


def test_a_month_runs_from_its_first_local_midnight_to_the_next(story: Story) -> None:
    for when in ((2026, 11, 1, 0, 0), (2026, 11, 30, 23, 59), (2026, 12, 1, 0, 0)):
        at(story, *when).open()
    assert (of(story).received, of(story, DECEMBER).received, of(story, Month(2026, 10)).received) == (2, 1, 0)
    assert of(story).flow == Flow(0, 2, 0, 0, 0, 2)
    assert of(story, DECEMBER).flow == Flow(2, 1, 0, 0, 0, 3)


@pytest.mark.parametrize("month", [3, 10])
def test_months_in_which_the_clock_is_set_follow_the_wall(month: int, make_desk: DeskMaker) -> None:
    story = Story(make_desk(zone="Europe/Berlin"))
    for when in ((2027, month, 1), (2027, month, 31, 23, 59, 59), (2027, month + 1, 1)):
        at(story, *when).open()
    assert of(story, Month(2027, month)).received == 2
    assert of(story, Month(2027, month + 1)).received == 1


def test_a_night_shift_bears_the_date_on_which_it_began(story: Story) -> None:
    at(story, 2026, 11, 6, 1, 0).open()  # the night from Thursday to Friday
    person = owner_of(story.desk)
    assert [(c.weekday, c.shift, c.count) for c in story.desk.figures.detail(person, SPAN, story.at).heat] == [
        (3, "night", 1)
    ]
    assert {row.key: row.count for row in of(story).by_shift} == {"day": 0, "evening": 0, "night": 1}


def test_what_is_no_complaint_or_a_duplicate_counts_for_nothing_and_what_was_withdrawn_does(story: Story) -> None:
    first = story.open()
    story.act("duplicate", story.open(), of=first)
    story.act("not_complaint", story.open(), reason="A question.")
    story.act("withdraw", story.open(), reason="They changed their mind.")
    story.open(type="enquiry")
    shown = of(story)
    assert (shown.received, shown.flow) == (2, Flow(0, 2, 0, 0, 1, 1))


def test_a_case_reopened_twice_counts_three_resolutions_and_two_reopenings(story: Story) -> None:
    number = story.opened("resolved")
    for _ in range(2):
        story.wait(hours=1)
        story.act("reopen", number, reason="Again.")
        story.lead(number, "resolved", since="investigating")
    shown = of(story)
    assert shown.flow == Flow(0, 1, 2, 3, 0, 0)
    assert (shown.reopened.count, str(shown.reopened.pct)) == (1, "100.0")
    story.act("reopen", number, reason="Once more.")
    assert of(story).flow == Flow(0, 1, 3, 3, 0, 1)


def test_reopened_cases_are_compared_with_first_resolutions_of_the_same_month(story: Story) -> None:
    old = story.opened("resolved")
    at(story, 2026, 12, 2, 9).act("reopen", old, reason="Again.")
    assert of(story, DECEMBER).reopened.pct is None
    story.act("settle", story.open(), **SETTLED)
    assert (of(story, DECEMBER).reopened.count, str(of(story, DECEMBER).reopened.pct)) == (1, "100.0")
    assert of(story, DECEMBER).flow == Flow(0, 1, 1, 1, 0, 1)


@pytest.mark.parametrize(("minutes", "within"), [({"hours": 24}, 1), ({"hours": 24, "seconds": 1}, 0)])
def test_the_golden_day_ends_with_its_last_second(minutes: dict[str, int], within: int, story: Story) -> None:
    number = story.opened("proposed")
    story.wait(**minutes)
    story.lead(number, "resolved", since="proposed")
    assert of(story).within_24h.count == within


def test_first_contact_is_lost_by_handing_over(story: Story) -> None:
    kept, handed = story.open(), story.open()
    story.wait(minutes=30)
    story.act("hand_over", handed, to="sam")
    for number in (kept, handed):
        story.act("settle", number, **SETTLED)
    assert of(story).first_contact.count == 1
    assert of(story).escalated.count == 0


def test_escalated_is_handed_up_or_p1_by_a_floor_or_an_override(story: Story) -> None:
    story.act("hand_over", story.open(by="rita"), by="rita", to="sam")
    story.open(flags=["injury"])
    story.act("override", story.open(), band="P1", reason="It grows.")
    story.open()
    assert (of(story).escalated.count, str(of(story).escalated.pct)) == (3, "75.0")


def test_a_resolution_is_on_target_by_the_due_time_that_it_had_then(story: Story) -> None:
    number = story.opened("resolved")
    story.wait(hours=100)
    story.act("reopen", number, reason="Again.")
    story.wait(hours=100)
    story.lead(number, "resolved", since="investigating")
    assert of(story).on_target.resolve.count == 1


def test_compensation_is_by_who_approved_it_and_forgets_what_was_taken_back(story: Story) -> None:
    number = story.opened("assessed", opened_by="rita")
    story.act("propose", number, by="rita", remedies=[{"kind": "gift", "amount": "300.00"}], ask=True)
    assert of(story).compensation.total == 0
    story.act("approve", number, by="sam")
    before = story.at
    story.wait(minutes=5)
    story.act("propose", number, remedies=[{"kind": "voucher", "amount": "100.50"}], replaces=True)
    paid = of(story).compensation
    assert (paid.total, str(paid.per_case), paid.cases_paid) == (10_050, "100.50", 1)
    assert [(p.key, p.amount) for p in paid.by_role] == [("manager", 10_050)]
    then = of(story, as_of=before).compensation
    assert [(p.key, p.amount) for p in (*then.by_remedy, *then.by_role)] == [("gift", 30_000), ("specialist", 30_000)]


def test_emotion_satisfaction_outcome_and_causes_of_a_closed_case(story: Story) -> None:
    number = story.open(emotion=3, on_the_spot=True)
    story.act("settle", number, **SETTLED, emotion_at_close=1)
    story.act("survey", number)
    assert (of(story).satisfaction.answers, of(story).satisfaction.asked, of(story).nps) == (0, 1, None)
    story.act("survey", number, overall=5, recommend=9)
    story.act("close", number, **CLOSING, by="sam")
    shown = of(story)
    assert (str(shown.emotion_drop), shown.nps, str(shown.satisfaction.mean)) == ("2.00", 100, "5.00")
    assert (shown.outcome.upheld.count, [(r.key, r.count) for r in shown.root_causes]) == (1, [("process", 1)])


def test_a_running_month_counts_up_to_the_moment_and_a_coming_one_is_empty(story: Story) -> None:
    story.open()
    moment = story.at
    story.wait(hours=1)
    story.open()
    assert [of(story, as_of=some).received for some in (moment, story.at)] == [1, 2]
    ahead = of(story, Month(2027, 6))
    assert (ahead.received, ahead.flow, ahead.iceberg) == (0, Flow(2, 0, 0, 0, 0, 2), None)


def test_a_category_narrows_the_flow_too(story: Story) -> None:
    for category in ("H01-1", "H01", "H02-1"):
        story.open(category=category)
    shown = story.desk.figures.span(owner_of(story.desk), SPAN, story.at, category="H01")
    assert (shown.received, shown.flow) == (2, Flow(0, 2, 0, 0, 0, 2))
    assert [row.code for row in shown.by_category] == ["H01"]


def test_a_guest_who_came_before_the_month_makes_a_case_recurrent(story: Story) -> None:
    guest = {"name": "Tan", "phone": "+44 7700 900123"}
    at(story, 2026, 10, 20, 9).open(guest=guest)
    at(story, 2026, 11, 20, 9).open(guest=guest)
    assert (of(story).recurrent.count, of(story, Month(2026, 10)).recurrent.count) == (1, 0)
    (again,) = story.desk.figures.lists(owner_of(story.desk), SPAN, story.at).recurrent
    assert again.note == "guest"


def test_the_lists_name_what_was_late_and_what_is_open(story: Story) -> None:
    late = story.open()
    story.wait(days=5)
    prompt = story.open()
    lists = story.desk.figures.lists(owner_of(story.desk), SPAN, story.at)
    assert [(c.number, c.note) for c in lists.late] == [(late, "both")]
    assert [(c.number, c.note) for c in lists.open_at_end] == [(late, "5"), (prompt, "0")]
    story.act("override", prompt, band="P2", reason="It grows.")
    lists = story.desk.figures.lists(owner_of(story.desk), SPAN, story.at)
    assert [(c.number, c.band, c.note) for c in lists.wrongly_prioritised] == [(prompt, "P2", "P4")]


def test_restricted_cases_count_but_are_named_to_those_alone_who_may_read_them(story: Story) -> None:
    number = story.open()
    story.act("restrict", number, restricted=True, reason="A delicate matter.")
    analyst = story.desk.staff.person("ana", "D1")
    assert story.desk.figures.month(analyst, NOVEMBER, story.at).received == 1
    pick = Pick("received")
    assert story.desk.figures.cases_behind(analyst, pick, SPAN, story.at) == ()
    assert [c.number for c in story.desk.figures.cases_behind(owner_of(story.desk), pick, SPAN, story.at)] == [number]
    assert story.desk.figures.lists(analyst, SPAN, story.at).open_at_end == ()


def test_the_figures_are_nobodys_who_works_at_the_counter(story: Story) -> None:
    rita, figures = story.desk.staff.person("rita", "D1"), story.desk.figures
    calls = (
        lambda p: figures.month(p, NOVEMBER, EVENING), lambda p: figures.span(p, SPAN, EVENING),
        lambda p: figures.detail(p, SPAN, EVENING), lambda p: figures.lists(p, SPAN, EVENING),
        lambda p: figures.trend(p, NOVEMBER, EVENING), lambda p: figures.data_span(p),
        lambda p: figures.cases_behind(p, Pick("received"), SPAN, EVENING),
    )  # fmt: skip
    for call in calls:
        with pytest.raises(UserError) as refusal:
            call(rita)
        assert refusal.value.code == "not_allowed"


def busy(story: Story) -> Person:
    """Some cases of every kind in two months."""
    at(story, 2026, 10, 20, 9)
    guest = {"name": "Tan", "phone": "+44 7700 900123"}
    story.act("settle", story.open(place="Bar", guest=guest), **SETTLED, emotion_at_close=0)
    at(story, 2026, 11, 10, 9)
    number = story.open(place="Bar", guest=guest, on_the_spot=True, **MILD)
    story.act("settle", number, remedies=[{"kind": "voucher", "amount": "10.00"}])
    story.act("survey", number, overall=2, recommend=3)
    story.wait(hours=1)
    story.act("reopen", number, reason="Again.")
    story.open(place="Lobby", flags=["injury"], category="H01-1")
    return owner_of(story.desk)


def test_a_figure_has_as_many_cases_behind_it_as_it_counts(story: Story) -> None:
    person, figures = busy(story), story.desk.figures
    shown = of(story)

    def behind(kind: str, key: str = "") -> int:
        return len(figures.cases_behind(person, Pick(kind, key), SPAN, story.at))

    counts = {
        "received": shown.received, "within_1h": shown.first_response.within_1h.count,
        "within_24h": shown.within_24h.count, "first_contact": shown.first_contact.count,
        "escalated": shown.escalated.count, "reopened": shown.reopened.count, "survey": shown.satisfaction.answers,
        "paid": shown.compensation.cases_paid, "recurrent": shown.recurrent.count, "open": shown.flow.closing,
    }  # fmt: skip
    assert {kind: behind(kind) for kind in counts} == counts
    assert min(counts.values()) > 0
    for kind, rows in (("place", shown.by_place), ("shift", shown.by_shift), ("channel", shown.by_channel),
                       ("staff", shown.by_staff), ("department", shown.by_department)):  # fmt: skip
        assert {row.key: behind(kind, row.key) for row in rows} == {row.key: row.count for row in rows}
    assert behind("category", "H01") == behind("category", "H01-1") == behind("band", "P1") == 1
    detail = figures.detail(person, SPAN, story.at)
    assert [behind("heat", f"{c.weekday}/{c.shift}") for c in detail.heat] == [c.count for c in detail.heat]
    assert set(counts) <= KINDS
    with pytest.raises(UserError) as refusal:
        behind("weather")
    assert refusal.value.code == "bad_value"


def test_the_detail_compares_with_the_spans_before(story: Story) -> None:
    person = busy(story)
    detail = story.desk.figures.detail(person, SPAN, story.at)
    assert [(p.place, p.count, p.usual, p.spans) for p in detail.places] == [
        ("Bar", 1, 1, (0, 0, 0, 1, 1)), ("Lobby", 1, 0, (0, 0, 0, 0, 1)),
    ]  # fmt: skip
    assert [(c.code, c.count, c.before, c.paid) for c in detail.by_category] == [
        ("H01-1", 1, 0, 0),
        ("H03-1", 1, 1, 1000),
    ]
    assert [(b.band.value, b.cases) for b in detail.by_band] == [("P1", 1), ("P2", 1), ("P3", 0), ("P4", 0)]
    assert (str(detail.speed.within_1h), detail.speed.later) == ("2.00", None)
    assert [(s.login, s.received, s.resolved) for s in detail.staff] == [("mark", 2, 1)]


def test_the_trend_has_thirteen_months_and_says_what_the_months_say(story: Story) -> None:
    person = busy(story)
    for as_of in (story.at, datetime(2026, 11, 10, 1, 30, tzinfo=UTC)):
        points = story.desk.figures.trend(person, NOVEMBER, as_of)
        assert [point.month for point in points[::12]] == [Month(2025, 11), NOVEMBER]
        for point in points:
            shown = of(story, point.month, as_of)
            assert (point.received, point.satisfaction) == (shown.received, shown.satisfaction.mean)


def test_the_data_span_is_that_of_the_counted_cases(story: Story) -> None:
    assert story.desk.figures.data_span(owner_of(story.desk)) is None
    story.open(type="enquiry")
    story.wait(hours=1)
    story.open()
    assert story.desk.figures.data_span(owner_of(story.desk)) == (story.at, story.at)


def test_any_span_of_days_can_be_looked_at(story: Story, desk: Desk) -> None:
    story.open()
    day = story.at.astimezone(story.zone).date()
    person = owner_of(desk)
    assert desk.figures.span(person, Span(day, date.fromordinal(day.toordinal() + 1)), LATER).received == 1
    assert desk.figures.span(person, Span(day, day), LATER).received == 0
