"""Heat map, trend of thirteen months, sparkline."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.charts.heat import heat_level
from desktop.domain.charts.scene import HEAT, Marker, Polyline, Rect, Shape, Tone
from desktop.domain.figures.report_shapes import HeatCell, MonthPoint
from desktop.domain.figures.shapes import Month
from tests.domain.charts.samples import CELLS, EN, GAUGE, SHIFTS, ZH, charts, heat, labels, months, only, spark, texts
from tests.domain.charts.samples import trend as trend_of


def cells_of(scene):
    """The rectangles under targets, in their order; the legend's are none."""
    places = [(target.x, target.y) for target in scene.targets]
    return [rect for rect in only(scene, Rect) if (rect.x, rect.y) in places]


# Heat map


def test_every_cell_shows_its_number_whatever_its_tone():
    scene = heat().lay_out(596, 190, GAUGE)
    shown = [label.text for label in labels(scene) if label.text.isdigit()]
    assert shown == [str(cell.count) for cell in CELLS]
    assert len(cells_of(scene)) == 21


def test_the_highest_cells_bear_an_edge_and_no_others():
    cells = cells_of(heat().lay_out(596, 190, GAUGE))
    assert [place for place, cell in enumerate(cells) if cell.edge] == [14 + 4]
    assert cells[18].edge_width == 2
    assert cells[18].fill is HEAT[5]


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_levels_rise_with_the_count(count, most):
    count = min(count, most)
    assert 0 <= heat_level(count, most) <= 5
    assert heat_level(most, most) == 5
    assert heat_level(0, most) == 0
    assert heat_level(count, most) <= heat_level(min(count + 1, most), most)


def test_words_are_light_on_the_two_darkest_levels_only():
    scene = heat([HeatCell(day, "day", count) for day, count in enumerate((0, 2, 4, 6, 8, 10, 12))]).lay_out(
        596, 190, GAUGE
    )
    levels = [HEAT.index(cell.fill) for cell in cells_of(scene)[7:14]]
    tones = [label.tone for label in labels(scene) if label.text.isdigit()][7:14]
    assert levels == [0, 1, 2, 3, 4, 5, 5]
    assert tones == [Tone.INK] * 4 + [Tone.ON_ACCENT] * 3


def test_a_cell_is_picked_by_weekday_and_shift():
    hits = [target.hit for target in heat().lay_out(596, 190, GAUGE).targets]
    assert (hits[18].kind, hits[18].key) == ("heat", "4/evening")
    assert hits[18].tip == "Fri Evening: 14"


def test_the_legend_goes_where_there_is_no_room_for_it():
    assert {"Fewer", "More"} <= set(texts(heat().lay_out(596, 190, GAUGE)))
    low = heat().lay_out(596, 90, GAUGE)
    assert "Fewer" not in texts(low)
    assert len(cells_of(low)) == 21


def test_cases_between_shifts_get_a_row_of_their_own():
    scene = heat([*CELLS, HeatCell(0, "", 2)]).lay_out(596, 240, GAUGE)
    assert "Between shifts" in texts(scene)
    assert len(scene.targets) == 28


def test_a_million_is_told_in_brief_where_cells_are_narrow():
    picture = heat([HeatCell(0, "day", 1_250_000)])
    assert "1.2m" in texts(picture.lay_out(300, 190, GAUGE))
    assert "1,250,000" in texts(picture.lay_out(900, 190, GAUGE))
    assert charts.brief_text(1_250_000, ZH.language) == "125 万"


def test_a_map_of_nothing_says_so():
    for picture in (heat([]), heat([HeatCell(0, "day", 0)])):
        assert texts(picture.lay_out(500, 190, GAUGE)) == ["Nothing to count yet"]


def test_the_busiest_time_is_named():
    assert charts.busiest(CELLS, SHIFTS, EN) == "Busiest: Fri Evening, 14"
    assert charts.busiest(CELLS, [("evening", "晚班")], ZH) == "最多：周五晚班，14 件"
    assert charts.busiest([], SHIFTS, EN) == ""
    assert heat().alt == "When complaints come, 128 in all. Most: Fri Evening 14, Sat Evening 12, Thu Evening 9."


# Trend


def test_bars_are_as_high_as_the_months_counts():
    scene = trend_of().lay_out(596, 280, GAUGE)
    bars = only(scene, Rect)
    assert len({bar.y + bar.height for bar in bars}) == 1
    assert [bar.height / bars[-1].height for bar in bars[:2]] == pytest.approx([61 / 104, 70 / 104])
    assert "104" in texts(scene)


def test_months_without_a_rate_leave_a_gap():
    scene = trend_of().lay_out(596, 280, GAUGE)
    squares = only(scene, Marker)
    assert len(squares) == 10
    assert {square.shape for square in squares} == {Shape.SQUARE}
    lines = [line for line in only(scene, Polyline) if line.tone is Tone.ACCENT]
    assert [len(line.points) for line in lines] == [2, 4, 4]


def test_without_any_rate_only_bars_are_shown():
    scene = trend_of(months((3, 4, 5)), goal=Decimal(2)).lay_out(596, 280, GAUGE)
    assert only(scene, Marker) == []
    assert not any("room-nights" in text for text in texts(scene))


def test_the_goal_is_a_dashed_line_with_words():
    scene = trend_of(goal=Decimal("1.90")).lay_out(596, 280, GAUGE)
    (goal,) = [line for line in only(scene, Polyline) if line.dashed]
    height = goal.points[0][1]
    known = [point.rate for point in trend_of().points if point.rate is not None]
    for square, rate in zip(only(scene, Marker), known, strict=True):
        assert (square.y <= height + 1e-6) == (rate >= Decimal("1.90"))
    assert "Complaints per 1,000 room-nights · goal at most 1.90" in texts(scene)


def test_the_last_number_is_there_however_narrow_the_chart():
    millions = months([1_000_000 * n for n in (1, 3, 2, 5, 4, 6, 7, 3, 2, 1, 8, 9, 10)])
    assert "10m" in texts(trend_of(millions).lay_out(250, 280, GAUGE))


def test_months_are_named_with_the_year_where_it_begins():
    shown = texts(trend_of().lay_out(800, 280, GAUGE))
    assert shown.count("Oct") == 2
    assert {"2025", "2026"} <= set(shown)


def test_years_that_would_stand_on_one_another_leave_the_newer():
    points = [MonthPoint(Month(2025, 12).plus(n), 5, None, None) for n in range(13)]
    wide, narrow = (texts(trend_of(points).lay_out(width, 280, GAUGE)) for width in (800, 200))
    assert {"2025", "2026"} <= set(wide)
    assert "2025" not in narrow
    assert "2026" in narrow


def test_a_month_is_picked_by_its_name():
    last = trend_of().lay_out(596, 280, GAUGE).targets[-1].hit
    assert (last.kind, last.key) == ("month", "2026-10")
    assert last.tip == "Oct 2026: 104, 2.2 per 1,000 room-nights"


def test_screen_readers_hear_the_month_the_extremes_and_the_goal():
    assert trend_of(goal=Decimal("1.90")).alt == (
        "Complaints by month, 13 months. Oct 2026: 104, 2.2 per 1,000 room-nights; the month before: 81."
        " Most in Oct 2026: 104. Fewest in Oct 2025: 61. The goal is at most 1.90."
    )
    assert trend_of(months((7,)), ZH).alt == "每月投诉，共 1 个月。2026 年 10 月：7 件。"
    assert trend_of([]).alt == "Complaints by month: nothing to count yet."


# Sparkline


def test_a_sparkline_goes_through_all_its_values():
    (line,) = only(spark((3, 3, 4, 6, 9)).lay_out(56, 18, GAUGE), Polyline)
    heights = [y for _, y in line.points]
    assert heights[0] == heights[1] > heights[2] > heights[3] > heights[4]


def test_a_rise_is_marked_by_a_dot_and_not_by_colour_alone():
    plain, risen = spark().lay_out(56, 18, GAUGE), spark(risen=True).lay_out(56, 18, GAUGE)
    assert only(plain, Marker) == []
    assert [mark.shape for mark in only(risen, Marker)] == [Shape.FILLED]


def test_sparklines_of_little_are_level_a_dot_or_nothing():
    (line,) = only(spark((4, 4, 4)).lay_out(56, 18, GAUGE), Polyline)
    assert {y for _, y in line.points} == {9}
    assert len(spark((4,)).lay_out(56, 18, GAUGE).items) == 1
    assert spark(()).lay_out(56, 18, GAUGE).items == ()
    assert spark().alt == "Floor 12: 3, 3, 4, 6, 9."
    assert spark(()).alt == "Floor 12: nothing to count yet."
