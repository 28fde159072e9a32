"""Control chart: limits, dots, runs, signals, and weeks that nobody can judge yet."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.charts.scene import Marker, Polyline, Rect, Shape, TextRole, Tone
from desktop.domain.figures.report_shapes import ControlChart, WeekPoint
from desktop.domain.kinds import Property
from tests.domain.charts.samples import EN, GAUGE, WEEKS, ZH, box, charts, control, labels, monday, only, texts, weeks


def scene_of(chart, width=806, height=280, words=EN):
    return control(chart, words).lay_out(width, height, GAUGE)


def stepping_weeks():
    """Limits that change after the third of six weeks; the first has none."""
    points = []
    for place, count in enumerate((4, 5, 3, 6, 4, 5)):
        upper = None if place == 0 else Decimal("9.5") if place < 3 else Decimal("11.25")
        centre = None if upper is None else Decimal(4)
        points.append(WeekPoint(monday(place, 6), count, Decimal(count), True, centre, Decimal(0), upper))
    return ControlChart(tuple(points), False, 6, None, None)


def test_limits_are_dashed_and_the_usual_is_not():
    scene = scene_of(weeks())
    long = [line for line in only(scene, Polyline) if line.tone is Tone.INK3]
    assert [line.dashed for line in long] == [True, False, True]
    heights = [line.points[0][1] for line in long]
    assert heights == sorted(heights)
    assert {"Upper limit 31.3", "Usual 18.4", "Lower limit 5.6"} <= set(texts(scene))


def test_the_band_reaches_from_limit_to_limit_in_one_piece():
    scene = scene_of(weeks())
    (band,) = only(scene, Rect)
    upper, _, lower = [line.points[0][1] for line in only(scene, Polyline) if line.tone is Tone.INK3]
    assert band.fill is Tone.BAND
    assert (band.y, band.y + band.height) == pytest.approx((upper, lower))


def test_limits_of_their_own_are_drawn_as_steps():
    scene = scene_of(stepping_weeks())
    (upper,) = [line for line in only(scene, Polyline) if line.tone is Tone.INK3 and line.dashed]
    heights = [y for _, y in upper.points]
    assert len(heights) == 4
    assert heights[0] == heights[1] > heights[2] == heights[3]
    assert len(only(scene, Rect)) == 2
    assert "Upper limit 11.3" in texts(scene)


def test_a_lower_limit_of_nothing_is_not_drawn():
    assert not [text for text in texts(scene_of(stepping_weeks())) if text.startswith("Lower")]


def test_shapes_tell_usual_run_and_signal_apart():
    marks = only(scene_of(weeks(run=range(18, 26))), Marker)
    assert [mark.shape for mark in marks[:18]] == [Shape.OPEN] * 18
    assert [mark.shape for mark in marks[18:25]] == [Shape.FILLED] * 7
    assert marks[25].shape is Shape.DIAMOND
    assert marks[25].tone is Tone.RISK


def test_the_signal_is_told_in_words_beside_its_diamond():
    scene = scene_of(weeks())
    (said,) = [label for label in labels(scene) if label.tone is Tone.RISK]
    diamond = only(scene, Marker)[-1]
    assert said.text == "Week 46: 34, above the limit"
    assert said.role is TextRole.LABEL_STRONG
    assert said.left + said.width < diamond.x - diamond.radius
    assert abs(said.top + said.height / 2 - diamond.y) < 30
    assert "第 46 周：34，超过上限" in texts(scene_of(weeks(), words=ZH))


def test_words_of_a_signal_in_the_first_week_stand_at_its_right():
    scene = scene_of(weeks((34, *WEEKS[:20])))
    (said,) = [label for label in labels(scene) if label.tone is Tone.RISK]
    assert said.left > only(scene, Marker)[0].x


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 1_000_000), min_size=1, max_size=26), st.integers(300, 1200), st.integers(100, 500))
def test_dots_stand_as_high_as_their_weeks(counts, width, height):
    scene = scene_of(weeks(counts, limits=None), width, height)
    marks = only(scene, Marker)
    assert [mark.x for mark in marks] == sorted(mark.x for mark in marks)
    grid = [line for line in only(scene, Polyline) if line.tone is Tone.LINE]
    zero = grid[0].points[0][1]
    highest = max(zero - mark.y for mark in marks)
    for mark, count in zip(marks, counts, strict=True):
        assert (zero - mark.y) * max(counts) == pytest.approx(highest * count, abs=1e-3 * max(counts, default=1) + 1e-6)


def test_the_last_week_is_always_named_and_names_keep_apart():
    named = [text for text in texts(scene_of(weeks())) if text.startswith("W") and text[1:].isdigit()]
    assert named[-1] == "W46"
    gaps = {int(after[1:]) - int(before[1:]) for before, after in pairwise(named)}
    assert len(gaps) == 1


def test_the_running_week_hangs_on_a_dashed_line():
    scene = scene_of(weeks(running=True))
    whole, running = [line for line in only(scene, Polyline) if line.tone is Tone.ACCENT]
    assert (whole.dashed, running.dashed) == (False, True)
    assert whole.points[-1] == running.points[0]
    assert len(whole.points) == 25


def test_too_few_weeks_show_plain_counts_and_say_what_is_missing():
    scene = scene_of(weeks((4, 6, 5), limits=None))
    assert "Trends need about 8 weeks. 3 so far." in texts(scene)
    assert only(scene, Rect) == []
    assert [mark.shape for mark in only(scene, Marker)] == [Shape.OPEN] * 3
    assert not any(line.dashed for line in only(scene, Polyline))


def test_many_weeks_without_limits_are_not_called_too_few():
    chart = weeks(WEEKS[:13], limits=None)
    assert not any("Trends need" in text for text in texts(scene_of(chart)))
    assert "Trends need" not in control(chart).alt


def test_one_week_is_one_dot_in_the_middle():
    scene = scene_of(weeks((4,), limits=None))
    (mark,) = only(scene, Marker)
    (target,) = scene.targets
    assert target.x < mark.x < target.x + target.width
    assert (target.hit.kind, target.hit.key) == ("week", "2026-11-09")


def test_no_week_at_all_is_said():
    picture = control(ControlChart((), False, 0, None, None))
    assert texts(picture.lay_out(400, 200, GAUGE)) == ["Nothing to count yet"]
    assert picture.alt == "Complaints per week: nothing to count yet."


def test_weeks_of_nothing_lie_on_the_axis():
    scene = scene_of(weeks((0, 0, 0), limits=None))
    assert len({mark.y for mark in only(scene, Marker)}) == 1
    assert "1" in texts(scene)


def test_in_a_narrow_column_the_limits_are_bare_numbers():
    narrow = scene_of(weeks(), width=250)
    assert "31.3" in texts(narrow) or "Upper limit 31.3" in texts(narrow)
    narrower = scene_of(weeks(), width=200)
    assert "31.3" in texts(narrower)
    assert all(box(label)[2] <= 200 for label in labels(narrower))


def test_tips_say_the_week_and_how_it_stands():
    tips = [target.hit.tip for target in scene_of(weeks(run=(20,))).targets]
    assert tips[0] == "Week 21, from 18 May: 17, limits 5.6 to 31.3"
    assert tips[20] == "Week 41, from 5 Oct: 21, in a run on one side of the usual 18.4"
    assert tips[25] == "Week 46, from 9 Nov: 34, above the upper limit 31.3"
    assert scene_of(weeks((1, 2), None, running=True)).targets[1].hit.tip == "Week 46, from 9 Nov: 2, still running"


def test_rates_are_told_with_their_count_and_what_they_are_of():
    chart = weeks((20, 24), ("0.5", "2.0", "2.2"), rated=True)
    hotel = charts.control_chart(chart, EN, Property.HOTEL)
    assert "24, 2.40 per 1,000 room-nights" in hotel.alt
    assert "Week 46: 2.40, above the limit" in texts(hotel.lay_out(600, 250, GAUGE))
    assert "每万笔交易 2.40" in charts.control_chart(chart, ZH, Property.RETAIL).alt


def test_screen_readers_hear_the_last_week_against_its_limits():
    assert control().alt == (
        "Complaints per week, 26 weeks. Last full week, 46: 34. It is above the upper limit 31.3; usual is 18.4."
    )
    assert control(words=ZH).alt == "每周投诉，共 26 周。最近一个整周（第 46 周）：34 件。超过上限 31.3；平常为 18.4。"
    running = control(weeks((*WEEKS[:20], 40, 18, 3), running=True)).alt
    assert "Last full week, 45: 18. It is within the limits 5.6 to 31.3; usual is 18.4." in running
    assert "The running week, 46: 3 so far." in running
    assert running.endswith("Above the limit before: W44.")
    assert control(weeks((4, 6, 5), limits=None)).alt.endswith("Trends need about 8 weeks. 3 so far.")
