import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Band
from desktop.domain.targets import DEFAULT_TARGETS, Target, parse_targets, targets_data
from desktop.errors import UserError

minutes = st.integers(1, 525_600)
all_targets = st.fixed_dictionaries({band: st.builds(Target, minutes, minutes) for band in Band})


def test_the_shipped_targets_are_those_of_the_policy():
    assert targets_data(DEFAULT_TARGETS) == {
        "P1": {"respond_min": 10, "resolve_min": 120},
        "P2": {"respond_min": 30, "resolve_min": 480},
        "P3": {"respond_min": 60, "resolve_min": 1440},
        "P4": {"respond_min": 240, "resolve_min": 4320},
    }


@pytest.mark.parametrize(
    ("given_targets", "changed"),
    [
        ({}, {}),
        ({"P3": {}}, {}),
        ({"P3": {"resolve_min": 480}}, {Band.P3: Target(60, 480)}),
        ({"P3": {"respond_min": 45}}, {Band.P3: Target(45, 1440)}),
        ({"P1": {"respond_min": 1, "resolve_min": 525_600}}, {Band.P1: Target(1, 525_600)}),
        ({"P2": {"respond_min": 90, "resolve_min": 60}}, {Band.P2: Target(90, 60)}),
    ],
)
def test_what_is_left_out_stays(given_targets, changed):
    assert parse_targets(given_targets, DEFAULT_TARGETS) == {**DEFAULT_TARGETS, **changed}


@pytest.mark.parametrize("value", [0, -5, 525_601, 1.5, 60.0, True, "60", None, [60], float("nan")])
def test_a_target_is_a_whole_number_of_minutes_up_to_a_year(value):
    with pytest.raises(UserError) as refusal:
        parse_targets({"P3": {"respond_min": value}}, DEFAULT_TARGETS)
    assert (refusal.value.code, refusal.value.field) == ("bad_minutes", "targets.P3.respond_min")


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        (None, "missing", "targets"),
        ([], "bad_value", "targets"),
        ({"P5": {}}, "unknown_field", "targets.P5"),
        ({"p3": {}}, "unknown_field", "targets.p3"),
        ({"P3": 60}, "bad_value", "targets.P3"),
        ({"P3": {"respond": 60}}, "unknown_field", "targets.P3.respond"),
    ],
)
def test_targets_of_another_shape_are_refused_where_they_are_wrong(data, code, field):
    with pytest.raises(UserError) as refusal:
        parse_targets(data, DEFAULT_TARGETS)
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_targets_cannot_be_changed_in_place():
    for targets in (DEFAULT_TARGETS, parse_targets({}, DEFAULT_TARGETS)):
        with pytest.raises(TypeError):
            targets[Band.P1] = Target(1, 1)


@given(all_targets, all_targets)
def test_targets_written_and_read_again_are_the_same_over_any_others(targets, others):
    assert parse_targets(json.loads(json.dumps(targets_data(targets))), others) == targets
