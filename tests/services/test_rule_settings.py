"""Hours, targets, shifts and authority: new rules for what comes, and nobody overwrites unseen."""

from datetime import date
from typing import Any

import pytest

from desktop.domain.calendar_year import DayKind, hours_form
from desktop.domain.kinds import Band, Role
from desktop.services.desk import Desk
from tests.services.settings_desk import Settled, settled
from tests.support.acts import Story

CHANGED: dict[str, Any] = {
    "calendar": {"intervals": {"mon": ["17:00-02:00"]}},
    "targets": {"P3": {"respond_min": 45}},
    "shifts": [{"code": "whole", "name": "All day", "from": "07:00", "to": "07:00"}],
    "authority": {"specialist": {"case": "1500.00"}},
}


@pytest.fixture
def at(desk: Desk) -> Settled:
    return settled(desk)


def test_a_closed_day_is_added_to_the_hours(at: Settled) -> None:
    rules = at.settings.rules
    kept = rules.calendar()
    form = hours_form(kept.value).with_day(date(2026, 12, 25), DayKind.CLOSED)
    rules.change(at.person(), "calendar", form.data(), kept.version)
    assert rules.calendar().value.openings_on(date(2026, 12, 25)) == ()
    assert rules.calendar().value.openings_on(date(2026, 12, 26)) != ()


def test_new_targets_hold_for_what_comes(at: Settled) -> None:
    story = Story(at.desk)
    before = story.open()
    at.settings.rules.change(at.person(), "targets", {"P4": {"respond_min": 5}})
    after = story.open()
    assert at.settings.rules.targets().value[Band.P4].respond_min == 5
    assert story.case(before)["respond_due"] > story.case(after)["respond_due"]


def test_a_reply_target_is_never_above_the_resolution_target(at: Settled) -> None:
    change = at.settings.rules.change
    expected = ("targets_bad", "targets.P2.respond_min")
    assert at.refused(change, at.person(), "targets", {"P2": {"respond_min": 481}}) == expected
    change(at.person(), "targets", {"P2": {"respond_min": 480}})


def test_limits_are_given_as_sums(at: Settled) -> None:
    at.settings.rules.change(at.person(), "authority", CHANGED["authority"])
    limits = at.settings.rules.limits().value
    assert (limits[Role.SPECIALIST].per_case, limits[Role.SPECIALIST].per_month) == (150_000, 1_000_000)


def test_shifts_are_replaced_as_a_whole(at: Settled) -> None:
    at.settings.rules.change(at.person(), "shifts", CHANGED["shifts"])
    assert [shift.code for shift in at.settings.rules.shifts().value] == ["whole"]


@pytest.mark.parametrize("kind", CHANGED)
def test_two_people_on_one_page_meet_changed_meanwhile(at: Settled, kind: str) -> None:
    seen = at.desk.site.in_force().versions[kind]
    at.settings.rules.change(at.person(), kind, CHANGED[kind], seen)
    refused = at.refused(at.settings.rules.change, at.person("owner"), kind, CHANGED[kind], seen)
    assert refused == ("settings_changed_meanwhile", "version")
    assert at.entries()[-1] == ("mark", kind)
