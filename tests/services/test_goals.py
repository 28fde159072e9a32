"""What the site wants its figures to be."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.figures.report_shapes import Goals
from desktop.services.desk import Desk
from tests.services.settings_desk import Settled
from tests.services.settings_desk import settled as settle
from tests.support.staffed import contents

GOALS = Goals(within_1h_pct=Decimal("80.0"), satisfaction=Decimal("4.50"), rate=Decimal("12.00"))


@pytest.fixture
def settled(desk: Desk) -> Settled:
    return settle(desk)


def test_a_new_site_has_no_goals(desk: Desk) -> None:
    assert desk.goals.goals() == Goals()


def test_goals_are_kept_and_told(settled: Settled) -> None:
    goals = settled.desk.goals
    goals.set(settled.person(), GOALS)
    assert goals.goals() == GOALS
    goals.set(settled.person(), replace(GOALS, satisfaction=None))
    assert goals.goals() == replace(GOALS, satisfaction=None)
    assert settled.entries()[-2:] == [("mark", "settings")] * 2


def test_the_same_goals_again_change_nothing(settled: Settled) -> None:
    settled.desk.goals.set(settled.person(), GOALS)
    before = contents(settled.desk.workspace.folder)
    settled.desk.goals.set(settled.person(), replace(GOALS, within_1h_pct=Decimal(80)))
    assert contents(settled.desk.workspace.folder) == before


def test_goals_are_the_managers(settled: Settled) -> None:
    assert settled.refused(settled.desk.goals.set, settled.person("ana"), GOALS) == ("not_allowed", "by")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("within_1h_pct", "100.1"),
        ("within_24h_pct", "-1"),
        ("respond_pct", "80.05"),
        ("resolve_pct", "NaN"),
        ("satisfaction", "0.99"),
        ("satisfaction", "5.01"),
        ("rate", "Infinity"),
        ("rate", "1e30"),
    ],
)
def test_a_goal_that_no_figure_can_reach_is_refused(settled: Settled, name: str, value: str) -> None:
    goals = Goals(**{name: Decimal(value)})
    assert settled.refused(settled.desk.goals.set, settled.person(), goals) == ("bad_number", name)
