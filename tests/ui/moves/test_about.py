"""What a form is told: by the case screen, by the queue, and by New complaint before there is a case."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.domain.case_file import CaseFile, Clocks, Complainant, Ending, PromiseRow, Rating, Story, Survey, TaskRow
from desktop.domain.commands import GuestDetails, OpenCase
from desktop.domain.kinds import Answer, Band, Channel, Flag, RecordType, RemedyKind, Scope, State
from desktop.domain.priority import Points, Repeat
from desktop.domain.rows import ContactRow, RemedyRow
from desktop.ui.moves import about_file, about_opening, about_row, about_rows
from tests.support.clock import EVENING
from tests.ui.moves.a_case import MAYA, around
from tests.ui.queue.few_rows import a_row, view_of

HOUR = timedelta(hours=1)
CLOCKS = Clocks(60, 1440, EVENING, EVENING)
POINTS = (Points("severity", 20), Points("repeat", 8), Points("vulnerable", 7))


def a_remedy(kind=RemedyKind.WAIVE, amount=100, at=EVENING, **changed):
    return RemedyRow(1, kind, amount, "", "", "maya", at, **changed)


def a_file(row=None, remedies=(), **changed):
    row = row or a_row(1, points=POINTS)
    view = replace(view_of(row), remedies=tuple(remedies))
    return CaseFile(view, Complainant(), Story(), Rating(), changed.pop("ending", Ending()), CLOCKS, **changed)


def test_a_file_tells_what_is_open_and_who_complains():
    tasks = (TaskRow(1, "Dry", "", None, "", None, EVENING, "maya"),)
    promises = (PromiseRow(1, "Call", EVENING, EVENING, "maya", kept_at=EVENING),)
    file = replace(a_file(tasks=tasks, promises=promises), complainant=Complainant(vip=True, vulnerable=True))
    told = about_file(file, around())
    assert (told.tasks_open, told.promises_open, told.vip, told.vulnerable) == (1, 0, True, True)
    assert told.repeat is Repeat.SAME_PROBLEM
    assert told.around.person is MAYA


def missed(*moments):
    return tuple(ContactRow(at, "maya", "phone", "", "Rang out", reached=False) for at in moments)


def test_attempts_count_by_the_sites_days():
    late = datetime(2026, 11, 18, 15, 59, tzinfo=UTC)  # 23:59 on the wall in Shanghai
    told = about_file(a_file(contacts=missed(late, late + timedelta(minutes=1))), around())
    assert told.tries == {date(2026, 11, 18), date(2026, 11, 19)}


def test_attempts_before_a_reopening_do_not_count():
    ending = Ending(reopened_at=EVENING - HOUR)
    told = about_file(a_file(contacts=missed(EVENING - 2 * HOUR, EVENING), ending=ending), around())
    assert told.tries == {date(2026, 11, 19)}
    assert about_file(a_file(contacts=missed(EVENING - 2 * HOUR), ending=ending), around()).tries == frozenset()


def test_a_new_offer_takes_back_goodwill_that_was_not_accepted():
    remedies = [a_remedy(amount=100), a_remedy(amount=10, taken_back=True), a_remedy(RemedyKind.STATUTORY_SUM, 9_000)]
    told = about_file(a_file(remedies=remedies), around())
    assert (told.on_offer, told.by_law) == (100, True)


def test_what_the_guest_accepted_before_a_reopening_stays():
    remedies = [a_remedy(amount=100, at=EVENING - 2 * HOUR), a_remedy(amount=30, at=EVENING)]
    ending = Ending(answer=Answer.ACCEPTED, reopened_at=EVENING - HOUR)
    assert about_file(a_file(remedies=remedies, ending=ending), around()).on_offer == 30


@pytest.mark.parametrize(
    ("asked", "reopened", "counts"),
    [(None, None, False), (-5, None, True), (-5, -3, False), (-1, -3, True)],
)
def test_each_resolution_is_asked_about_anew(asked, reopened, counts):
    def at(hours):
        return None if hours is None else EVENING + hours * HOUR

    ending = Ending(last_resolved_at=at(-2), reopened_at=at(reopened), survey=Survey(asked_at=at(asked)))
    assert about_file(a_file(ending=ending), around()).survey_asked is counts


def test_a_row_tells_enough_for_the_preview():
    row = a_row(1, points=POINTS, band=Band.P2, band_rule="reopened", vip=True, emotion=3)
    told = about_row(row, view_of(row, flags=frozenset({Flag.VIP}), severity=3), around())
    assert (told.rating.severity, told.rating.emotion, told.repeat) == (3, 3, Repeat.SAME_PROBLEM)
    assert told.reopened_band is Band.P2
    assert told.vulnerable
    assert not told.vip  # it stands among the flags already


def test_a_row_alone_knows_the_severity_by_its_points():
    row = a_row(1, points=POINTS, band_rule="override", band=Band.P1)
    told = about_row(row, None, around())
    assert (told.rating.severity, told.rating.override_band) == (2, "P1")


def test_a_row_with_its_file_knows_all_of_it():
    file, desk = a_file(department="Engineering"), around()
    assert about_row(file.view.row, file.view, desk, file=file) == about_file(file, desk)


def test_a_complaint_that_is_not_recorded_yet_has_its_band():
    opening = OpenCase(
        RecordType.COMPLAINT,
        Channel.COUNTER,
        "Fire in the bin",
        guest=GuestDetails(vip=True),
        severity=2,
        scope=Scope.ONE,
        flags=frozenset({Flag.FIRE}),
    )
    told = about_opening(opening, around())
    assert (told.number, told.state, told.band, told.vip) == ("", State.NEW, Band.P1, True)
    assert told.received_at == EVENING


def test_several_rows_are_asked_about_once():
    rows = (a_row(1, received_at=EVENING, band=Band.P3), a_row(2, received_at=EVENING - HOUR, band=Band.P2))
    told = about_rows(rows, around())
    assert (told.number, told.received_at, told.is_one) == ("", EVENING - HOUR, False)
