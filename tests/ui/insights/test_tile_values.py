"""What the tiles compare, and which way is better."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.figures.report_shapes import Goals
from desktop.domain.figures.shapes import Span
from desktop.ui.insights.tile_values import Tile, TileKind, Verdict, tiles
from tests.ui.insights.sample import NOW, before, figures

SPAN = Span(NOW.date().replace(day=1), NOW.date())


def tile(kind: TileKind, value: str | None, earlier: str | None, **more: Decimal) -> Tile:
    return Tile(kind, Decimal(value) if value else None, Decimal(earlier) if earlier else None, **more)


@pytest.mark.parametrize(
    ("kind", "more", "fewer"),
    [
        (TileKind.COMPLAINTS, Verdict.WORSE, Verdict.PLAIN),  # fewer may only mean fewer written down
        (TileKind.RATE, Verdict.WORSE, Verdict.PLAIN),
        (TileKind.REPLY, Verdict.WORSE, Verdict.BETTER),
        (TileKind.RESOLVED, Verdict.BETTER, Verdict.WORSE),
        (TileKind.SATISFACTION, Verdict.BETTER, Verdict.WORSE),
        (TileKind.GIVEN, Verdict.WORSE, Verdict.BETTER),
    ],
)
def test_more_is_better_or_worse_by_what_is_counted(kind, more, fewer):
    assert tile(kind, "3", "2").verdict is more
    assert tile(kind, "2", "3").verdict is fewer
    assert tile(kind, "2", "2").verdict is Verdict.PLAIN


@pytest.mark.parametrize(("value", "earlier"), [(None, "2"), ("2", None), (None, None)])
def test_what_is_not_known_has_no_difference(value, earlier):
    unknown = tile(TileKind.RATE, value, earlier)
    assert (unknown.change, unknown.verdict) == (None, Verdict.PLAIN)


@pytest.mark.parametrize(
    ("kind", "goal", "measured", "met"),
    [
        (TileKind.RATE, "2.00", "2.00", True),  # at most
        (TileKind.RATE, "2.00", "2.01", False),
        (TileKind.RESOLVED, "88.0", "88.0", True),
        (TileKind.RESOLVED, "88.0", "87.9", False),
        (TileKind.SATISFACTION, "4.00", None, None),
        (TileKind.SATISFACTION, None, "4.00", None),
    ],
)
def test_a_goal_is_met_at_its_very_value(kind, goal, measured, met):
    known = {name: Decimal(value) for name, value in (("goal", goal), ("measured", measured)) if value}
    assert tile(kind, "1", "1", **known).meets_goal is met


def test_the_six_tiles_bear_the_figures_the_ones_before_and_the_goals():
    goals = Goals(within_1h_pct=Decimal("90.0"), resolve_pct=Decimal("85.0"))
    shown = {tile.kind: tile for tile in tiles(figures(SPAN), before(SPAN, NOW), goals)}
    assert list(shown) == list(TileKind)
    assert (shown[TileKind.COMPLAINTS].value, shown[TileKind.COMPLAINTS].change) == (96, 35)
    assert (shown[TileKind.GIVEN].value, shown[TileKind.GIVEN].change) == (1_426_000, -190_000)
    reply, resolved = shown[TileKind.REPLY], shown[TileKind.RESOLVED]
    assert (reply.value, reply.goal, reply.measured, reply.meets_goal) == (7, 90, Decimal("83.3"), False)
    assert (resolved.goal, resolved.meets_goal) == (85, True)
    assert shown[TileKind.RATE].goal is None


def test_a_site_that_was_not_there_before_has_nothing_to_compare_with():
    assert {tile.before for tile in tiles(replace(figures(SPAN), rate=None), None, Goals())} == {None}
