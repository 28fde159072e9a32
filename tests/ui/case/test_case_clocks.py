"""The two clocks of a case in words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.case_file import Ending
from desktop.domain.kinds import Language, State
from desktop.ui.case.clock_text import CaseClocks, time_to_next_tick
from desktop.ui.marks import Look
from desktop.words import load_words
from tests.ui.case.files import a_file, minutes


@pytest.fixture
def clocks(qapp: QApplication) -> CaseClocks:
    return CaseClocks(load_words(Language.EN), None)


def waiting_file(**more):
    return a_file(State.NEW, row={"first_response_at": None}, view={"first_response_at": None}, **more)


@pytest.mark.parametrize(
    ("after", "text", "look"),
    [
        (10, "0:20 left", Look.SOON),
        (27, "0:03:00 left", Look.SOON),
        (30, "0:00:00 left", Look.SOON),
        (58, "0:28 late", Look.OVERDUE),
    ],
)
def test_the_first_reply_counts_down_to_its_target(clocks, after, text, look):
    face = clocks.first_reply(waiting_file(), minutes(after))
    assert (face.target, face.time.text, face.time.look) == ("target 0:30", text, look)


def test_a_reply_in_time_says_how_long_it_took(clocks):
    face = clocks.first_reply(a_file(), minutes(60))
    assert (face.time.text, face.time.look) == ("answered in 0:12", Look.NORMAL)


def test_a_reply_that_came_late_stays_marked(clocks):
    file = a_file(view={"first_response_at": minutes(43)})
    assert clocks.first_reply(file, minutes(60)).time.look is Look.OVERDUE


def test_waiting_for_the_guest_stops_the_resolution(clocks):
    file = a_file(State.WAITING_GUEST, row={"resolve_due": None, "paused": True})
    face = clocks.resolution(file, minutes(60))
    assert (face.time.text, face.time.look) == ("paused", Look.PAUSED)


def test_a_resolved_case_says_how_long_it_took(clocks):
    file = a_file(State.RESOLVED, ending=Ending(last_resolved_at=minutes(90)))
    assert clocks.resolution(file, minutes(600)).time.text == "resolved in 1:30"


def test_long_targets_are_told_in_days(clocks):
    file = a_file()
    file = replace(file, clocks=replace(file.clocks, resolve_target=6 * 24 * 60))
    assert clocks.resolution(file, minutes(1)).target == "target 6 d"


def test_seconds_are_counted_in_the_last_five_minutes_only():
    waiting = waiting_file()
    assert time_to_next_tick(waiting, minutes(10) + timedelta(seconds=20)) == timedelta(seconds=40)
    assert time_to_next_tick(waiting, minutes(27) + timedelta(seconds=20)) == timedelta(seconds=1)
    assert time_to_next_tick(a_file(), minutes(27)) == timedelta(minutes=1), "the reply was given"
