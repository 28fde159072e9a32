"""What holds for every chart in every size: nothing outside, no words on words, every part can be picked."""

from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.charts.layout import fitted, overlap, round_steps, spread
from desktop.domain.charts.scene import Gauge, TextRole
from tests.domain.charts import samples
from tests.domain.charts.samples import GAUGE, PICTURES, box, labels

WIDTHS, HEIGHTS = st.integers(1, 1300), st.integers(1, 600)
UNITS = st.sampled_from((0.75, 1.0, 1.25))
TINY = 1e-6
LOW_GOAL = samples.trend(samples.months((0, 0), ("0.00", "24.30")), goal=Decimal("1.90"))


@settings(max_examples=150, deadline=None)
@given(PICTURES, WIDTHS, HEIGHTS, UNITS)
def test_nothing_of_a_chart_stands_outside_its_room(picture, width, height, unit):
    gauge = Gauge(GAUGE.measure, 14 * unit, 18 * unit, unit)
    scene = picture.lay_out(width, height, gauge)
    for item in scene.items:
        left, top, right, bottom = box(item)
        assert -TINY <= left <= right <= width + TINY, item
        assert -TINY <= top <= bottom <= height + TINY, item
    for target in scene.targets:
        assert target.x >= -TINY
        assert target.y >= -TINY
        assert target.x + target.width <= width + TINY
        assert target.y + target.height <= height + TINY


@settings(max_examples=150, deadline=None)
@given(PICTURES, WIDTHS, HEIGHTS)
@example(LOW_GOAL, 120, 291)  # under its mark the number would stand on the month
def test_no_words_of_a_chart_stand_on_others(picture, width, height):
    scene = picture.lay_out(width, height, GAUGE)
    for one, other in combinations(labels(scene), 2):
        assert not overlap(one, other), (one, other)


@settings(max_examples=80, deadline=None)
@given(PICTURES, WIDTHS, HEIGHTS)
def test_the_parts_of_a_chart_share_no_place_and_no_key(picture, width, height):
    targets = picture.lay_out(width, height, GAUGE).targets
    assert len({(target.hit.kind, target.hit.key) for target in targets}) == len(targets)
    for one, other in combinations(targets, 2):
        apart = one.x + one.width <= other.x + TINY or other.x + other.width <= one.x + TINY
        under = one.y + one.height <= other.y + TINY or other.y + other.height <= one.y + TINY
        assert apart or under
    assert all(target.hit.tip for target in targets)


@settings(max_examples=60, deadline=None)
@given(PICTURES, st.integers(250, 1300))
def test_a_chart_fits_in_the_height_that_it_likes(picture, width):
    height = picture.natural_height(width, GAUGE)
    assert height > 0
    assert picture.lay_out(width, height, GAUGE).items or isinstance(picture, samples.charts.SparkPicture)


@given(PICTURES)
def test_every_chart_has_a_title_and_says_something(picture):
    assert picture.title
    assert picture.alt


@example(text="", room=0.0)
@given(text=samples.NAMES, room=st.floats(0, 400))
def test_words_are_shortened_no_more_than_they_must(text, room):
    short = fitted(text, TextRole.LABEL, room, GAUGE)
    width = GAUGE.measure(short, TextRole.LABEL)
    assert width <= room or not text
    if short != text and short:
        assert short.endswith("…")
        assert text.startswith(short[:-1])


@given(st.decimals(0, 10_000_000, places=2), st.integers(1, 5), st.booleans())
def test_the_steps_of_an_axis_are_round_even_and_reach_just_above_the_highest(most, intervals, whole):
    steps = round_steps(most, intervals, whole=whole)
    size = steps[1]
    assert steps[0] == 0
    assert all(after - before == size for before, after in pairwise(steps))
    assert len(steps) - 1 <= intervals
    assert size.normalize().as_tuple().digits in ((1,), (2,), (5,))
    assert not whole or size == size.to_integral_value()
    assert steps[-1] >= most
    assert most == 0 or steps[-2] < most


@given(st.lists(st.floats(0, 200), max_size=4).map(sorted), st.floats(1, 20))
def test_labels_beside_an_axis_keep_apart_and_stay_in_order(middles, apart):
    placed = spread(middles, apart, 0, 200)
    assert all(after - before >= apart - TINY for before, after in pairwise(placed))
    assert all(-TINY <= place <= 200 + TINY for place in placed)


def test_labels_with_room_stay_where_they_belong():
    assert spread([10, 50, 90], 14, 0, 100) == [10, 50, 90]


@pytest.mark.parametrize(("most", "steps"), [(34, (0, 10, 20, 30, 40)), (4, (0, 1, 2, 3, 4)), (0, (0, 1))])
def test_an_axis_up_to_34_goes_in_tens(most, steps):
    assert round_steps(samples.Decimal(most), 5, whole=True) == steps
