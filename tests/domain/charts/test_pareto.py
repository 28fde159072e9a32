"""Pareto bars: order, lengths, the 80 % line, and what doesn't fit."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.charts.pareto import rows_to_80
from desktop.domain.charts.scene import Polyline, Rect, Tone
from tests.domain.charts import samples
from tests.domain.charts.samples import EN, GAUGE, ROWS, ZH, labels, only, pareto, texts

COUNTS = st.lists(st.integers(1, 1_000_000), min_size=1, max_size=30)


def rows_of(counts):
    return [(f"Row {place}", count) for place, count in enumerate(counts)]


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.integers(420, 1200))
def test_bars_are_as_long_as_their_counts(counts, width):
    scene = pareto(rows_of(counts), most=0).lay_out(width, 1200, GAUGE)
    bars = only(scene, Rect)
    assert len(bars) == len(counts)
    longest = max(bar.width for bar in bars)
    for bar, count in zip(bars, counts, strict=True):
        assert abs(bar.width * max(counts) - longest * count) < 1e-6 * max(counts)
        assert bar.x == bars[0].x


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_the_dashed_line_lies_below_the_row_that_reaches_80_percent(counts):
    scene = pareto(rows_of(counts), most=0).lay_out(600, 1200, GAUGE)
    first = rows_to_80(counts)
    assert sum(counts[:first]) * 100 >= 80 * sum(counts)
    assert sum(counts[: first - 1]) * 100 < 80 * sum(counts)
    lines, bars = only(scene, Polyline), only(scene, Rect)
    if first == len(counts):
        assert lines == []
        assert not any(bar.hatch for bar in bars)
        return
    (line,) = lines
    assert line.dashed
    y = line.points[0][1]
    above = [bar for bar in bars if bar.y + bar.height < y]
    assert len(above) == first
    assert [bar.hatch for bar in bars] == [False] * first + [True] * (len(bars) - first)
    assert {bar.fill for bar in bars[first:]} == {Tone.MUTED}


def test_a_row_that_reaches_80_percent_exactly_is_above_the_line():
    assert rows_to_80([8, 2]) == 1
    assert rows_to_80([79, 11, 10]) == 2
    assert rows_to_80([0, 0]) is None


def test_rows_keep_their_order_and_show_count_and_running_share():
    scene = pareto().lay_out(600, 400, GAUGE)
    assert texts(scene)[:6] == ["Room · Air-con", "24", "25%", "Noise · Neighbours", "17", "43%"]
    assert texts(scene)[-3:] == ["Other matters", "9", "100%"]
    assert [target.hit.key for target in scene.targets] == [str(place) for place in range(len(ROWS))]
    assert {target.hit.kind for target in scene.targets} == {"category"}


def test_what_does_not_fit_becomes_other_and_no_case_is_lost():
    rows = [*ROWS, ("Lifts", 3), ("Shuttle", 2)]
    picture = pareto(rows)
    shown = picture.lay_out(600, 400, GAUGE)
    assert texts(shown)[-3:] == ["Other", "14", "100%"]
    assert len(shown.targets) == 8
    low = picture.lay_out(600, 100, GAUGE)
    assert texts(low)[-3:] == ["Other", "60", "100%"]
    assert len(low.targets) == 3
    other = low.targets[-1].hit
    assert (other.kind, other.key) == ("others", "")
    assert "Billing · Errors 11" in other.tip


def test_sixty_categories_fit_in_eight_rows():
    rows = [(f"Category {place}", 60 - place) for place in range(60)]
    scene = pareto(rows).lay_out(384, 300, GAUGE)
    assert len(scene.targets) == 8
    counts = [int(text.replace(",", "")) for text in texts(scene)[1::3]]
    assert sum(counts) == sum(count for _, count in rows)


def test_one_category_alone_is_all_of_it():
    scene = pareto([("Noise", 3)]).lay_out(400, 100, GAUGE)
    assert texts(scene) == ["Noise", "3", "100%"]
    assert only(scene, Polyline) == []


def test_without_complaints_the_chart_says_so():
    for picture in (pareto([]), pareto([("Noise", 0), ("Food", 0)])):
        scene = picture.lay_out(400, 100, GAUGE)
        assert texts(scene) == ["Nothing to count yet"]
        assert scene.targets == ()
        assert picture.alt == "By category: nothing to count yet."


def test_a_long_name_is_shortened_and_told_in_full_in_the_tip():
    name = "Room · " + "air conditioning " * 5
    scene = pareto([(name, 3), ("Noise", 1)]).lay_out(300, 100, GAUGE)
    (shown,) = [label.text for label in labels(scene) if label.text.startswith("Room")]
    assert shown.endswith("…")
    assert name.strip() in scene.targets[0].hit.tip


def test_hostile_names_come_without_controls_and_marks():
    scene = pareto([("a\u202eb\nc\u200b<b>", 1)]).lay_out(300, 100, GAUGE)
    assert texts(scene)[0] == "ab c<b>"


def test_a_million_in_a_narrow_column_still_has_its_bar():
    scene = pareto([("Room · Air-con", 1_000_000), ("Noise", 3)]).lay_out(250, 100, GAUGE)
    assert "1,000,000" in texts(scene)
    assert only(scene, Rect)[0].width >= 39.9


def test_cases_without_a_category_are_named():
    counts = [samples.CategoryCount("", 4, None, None)]
    picture = samples.charts.pareto(counts, str.upper, EN)
    assert texts(picture.lay_out(400, 100, GAUGE))[0] == "Not rated yet"


def test_screen_readers_hear_the_largest_and_how_many_reach_80_percent():
    assert pareto().alt == (
        "By category, 96 in all. Room · Air-con 24 (25%), Noise · Neighbours 17 (18%), Service · No response 14 (15%),"
        " Billing · Errors 11 (11%), Food · Late 9 (9%), Room · Wi-Fi 7 (7%), Facilities · Pool 5 (5%),"
        " Other matters 9 (9%). The first 6 make up 80% or more."
    )
    assert pareto([("噪音", 3), ("餐饮", 1)], ZH).alt == "按类别，共 4 件。噪音 3（75%）、餐饮 1（25%）。"
