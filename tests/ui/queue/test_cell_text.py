"""What the cells say, in both languages."""

from datetime import timedelta

import pytest

from desktop.domain.kinds import Band, Language, Property, RecordType, State
from desktop.domain.priority import Points
from desktop.ui.marks import Look
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import Column
from desktop.ui.queue.why import WhyText
from desktop.words import load_taxonomy, load_words
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import SHANGHAI, a_new_row, a_row, view_of

MINUTE = timedelta(minutes=1)
HIDDEN = "\u202eevil\u202c\u200b\x07"


@pytest.fixture
def text(qapp):
    return QueueText(load_words(Language.EN), load_taxonomy(Property.HOTEL), SHANGHAI)


@pytest.fixture
def why(qapp):
    return WhyText(load_words(Language.EN))


@pytest.mark.parametrize(
    ("name", "title", "language", "expected"),
    [
        ("Tan Wei Ling", "ms", Language.EN, "Ms Tan Wei Ling"),
        ("陈薇玲", "ms", Language.EN, "陈薇玲 女士"),
        ("陈薇玲", "ms", Language.ZH, "陈薇玲 女士"),
        ("Okafor", "mr", Language.ZH, "Okafor 先生"),
        ("Bauer", "couple", Language.EN, "Mr and Mrs Bauer"),
        ("", "", Language.EN, "Anonymous guest"),
    ],
)
def test_a_guest_is_called_in_the_form_of_their_own_language(text, name, title, language, expected):
    text.set_words(load_words(language))
    assert text.guest(a_row(1, guest=name, honorific=title)) == expected


@pytest.mark.parametrize(
    ("room", "reference", "expected"),
    [("1208", "", "Room 1208"), ("", "55812", "Order 55812"), ("1208", "55812", "Room 1208"), (" ", "", "Walk-in")],
)
def test_a_place_is_the_room_or_else_the_order(text, room, reference, expected):
    assert text.place(a_row(1, room=room, reference=reference)) == expected


@pytest.mark.parametrize("field", ["guest", "room", "summary", "owner", "category", "number"])
def test_text_that_turns_its_direction_or_hides_is_made_harmless(text, field):
    row = a_row(1, **{field: HIDDEN})
    said = " ".join(text.cell(column, row, EVENING) for column in Column) + text.row_name(row, EVENING)
    assert "evil" in said
    assert not set(HIDDEN) - set("evil") & set(said)


def test_a_category_of_another_pack_is_shown_by_its_code(text):
    assert text.category(a_row(1, category="R01-1")) == ("R01-1", "")
    assert text.category(a_row(1, category="H01")) == ("Facilities", "")
    assert text.category(a_row(1, category=None)) == ("not assessed", "")


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("Maya Chen", "Maya C."),
        ("陈美雅", "陈美雅"),
        ("Sunita", "Sunita"),
        ("", "No owner"),
        ("Ana Maria de Souza", "Ana S."),
    ],
)
def test_an_owner_is_shortened_to_fit_the_column(text, owner, expected):
    assert text.short_owner(a_row(1, owner=owner)) == expected


@pytest.mark.parametrize(
    ("minutes", "expected", "look"),
    [
        (185, "3:05", Look.NORMAL),
        (61, "1:01", Look.NORMAL),
        (60, "1:00", Look.SOON),
        (9, "0:09", Look.SOON),
        (5, "0:05:00", Look.SOON),
        (0, "0:00:00", Look.SOON),
        (-27, "0:27 over", Look.OVERDUE),
        (-60 * 99, "99:00 over", Look.OVERDUE),
        (-60 * 24 * 51, "51 d over", Look.OVERDUE),
        (60 * 24 * 5, "5 d", Look.NORMAL),
    ],
)
def test_time_left_is_as_exact_as_is_of_use(text, minutes, expected, look):
    time = text.time(a_new_row(1, minutes=minutes), EVENING)
    assert (time.text, time.kind, time.look) == (expected, "reply", look)


def test_the_clock_says_what_it_is_for(text):
    promise = a_row(1, next_due=EVENING + 30 * MINUTE)
    waiting = a_row(1, state=State.WAITING_GUEST, next_due=None, resolve_due=None, paused=True)
    tomorrow = EVENING + timedelta(hours=12)
    called = a_row(1, state=State.RESOLVED, resolve_due=EVENING, next_due=tomorrow)
    assert text.time(a_row(1), EVENING).kind == "resolve"
    assert text.time(promise, EVENING).kind == "update"
    assert (text.time(waiting, EVENING).text, text.time(waiting, EVENING).look) == ("paused", Look.PAUSED)
    assert (text.time(called, EVENING).text, text.time(called, EVENING).kind) == ("Fri 09:42", "call")


def test_the_first_reply_tells_how_long_it_took(text):
    row = a_row(1, received_at=EVENING - 60 * MINUTE, first_response_at=EVENING - 51 * MINUTE)
    assert text.clock.first_reply(row, EVENING).text == "after 0:09"
    assert text.clock.first_reply(a_new_row(1, minutes=-27), EVENING).text == "0:27 over"
    assert text.clock.resolution(a_row(1), EVENING).text == "3:00 left"


def test_the_bar_fills_with_the_time_used(text):
    row = a_new_row(1, minutes=30, received_at=EVENING - 90 * MINUTE)
    assert text.time(row, EVENING).used == pytest.approx(0.75)


def test_a_late_case_is_shown_in_the_band_it_counts_as_and_says_so(text, why):
    row = a_row(1, band=Band.P2, next_due=EVENING - MINUTE, resolve_due=EVENING - MINUTE)
    assert text.cell(Column.BAND, row, EVENING) == "P1"
    assert text.tip(Column.BAND, row, EVENING) == "P2, counts one higher while it is late"
    assert why.title(row, EVENING) == "Why P1"
    assert why.threshold(row) == "P2 starts at 50"
    assert list(why.rules(row, EVENING)) == ["Late: P2 counts as P1 while it is late."]


def test_a_resolved_case_that_is_to_be_called_is_no_more_urgent_for_it(text):
    row = a_row(1, band=Band.P2, state=State.RESOLVED, next_due=EVENING - MINUTE)
    assert text.cell(Column.BAND, row, EVENING) == "P2"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"band": Band.P1, "band_rule": "floor:injury"}, ["Injury makes it at least P1."]),
        ({"band": Band.P2, "band_rule": "floor:regulator"}, ["Regulator (12315) makes it at least P2."]),
        ({"band": Band.P1, "band_rule": "override"}, ["A manager set it to P1."]),
        ({"band": Band.P2, "band_rule": "reopened"}, ["Reopened: at least P2 until it is resolved again."]),
        ({"band": Band.P4, "type": RecordType.ENQUIRY}, ["Not a complaint: always P4."]),
        ({}, []),
    ],
)
def test_what_set_the_band_is_said_in_words(why, changed, expected):
    assert list(why.rules(a_row(1, **changed), EVENING)) == expected


def test_every_part_of_the_score_has_a_name_and_together_they_are_the_score(why):
    parts = [("severity", 40), ("scope", 15), ("emotion", 12), ("time", 12), ("repeat", 8), ("vulnerable", 7)]
    parts += [("exposure", 10), ("cap", -4)]
    row = a_row(1, points=tuple(Points(*part) for part in parts), score=100, emotion=4)
    rows = why.rows(row, view_of(row))
    assert sum(part.points for part in rows) == 100
    assert [part.label for part in rows] == [
        "Severity 4 × 10",
        "The whole site",
        "Mood: Furious",
        "Time pressure: now",
        "Same problem open",
        "Needs special care",
        "Public post",
        "Capped at 100",
    ]


def test_what_was_not_rated_is_said_to_be_not_assessed(why, text):
    row = a_row(1, points=(Points("severity", 20),), score=20, emotion=None)
    assert why.rows(row, view_of(row, severity=None))[0].label == "Severity, not assessed"
    assert text.cell(Column.MOOD, row, EVENING) == "not assessed"


def test_a_restricted_case_that_is_not_for_the_reader_says_so_and_nothing_of_the_guest(text):
    row = a_row(1, restricted=True, guest="", honorific="", room="", reference="", summary="", category=None)
    assert (text.guest(row), text.place(row), text.summary(row)) == ("Restricted", "", "For managers only")
    assert "Anonymous" not in text.row_name(row, EVENING)
    assert text.summary(a_row(2, restricted=True, summary="AC drips")) == "AC drips"
