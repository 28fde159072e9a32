"""Other orders than the queue's own."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import State
from desktop.ui.queue.columns import Column
from desktop.ui.queue.sorting import Sort, after_click, sort_rows
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import a_row

SORTABLE = [column for column in Column if column is not Column.BAND]


def _values(rows, column):
    return [
        {
            Column.SCORE: row.score,
            Column.CASE: row.number,
            Column.GUEST: row.guest,
            Column.OWNER: row.owner,
            Column.MOOD: row.emotion,
            Column.STATE: row.state,
            Column.TIME: row.next_due,
            Column.CATEGORY: row.category,
            Column.SUMMARY: row.summary,
        }[column]
        for row in rows
    ]


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        (Column.SCORE, [30, 76, 51], [30, 51, 76]),
        (Column.GUEST, ["bauer", "Evans", "Costa"], ["bauer", "Costa", "Evans"]),
        (Column.CATEGORY, ["H08-1", None, "H01-1"], ["H01-1", "H08-1", None]),
        (Column.STATE, [State.PROPOSED, State.NEW, State.ASSESSED], [State.NEW, State.ASSESSED, State.PROPOSED]),
        (Column.OWNER, ["Leo", "", "Ann"], ["Ann", "Leo", ""]),
        (Column.MOOD, [4, None, 0], [0, 4, None]),
        (Column.SUMMARY, ["b", "A", "c"], ["A", "b", "c"]),
    ],
)
def test_a_column_sorts_as_people_read_it_and_what_is_missing_stands_last(column, values, expected):
    field = {Column.STATE: "state", Column.MOOD: "emotion"}.get(column, column.name.lower())
    rows = [a_row(n, **{field: value}) for n, value in enumerate(values, start=1)]
    assert _values(sort_rows(rows, column, descending=False), column) == expected


@pytest.mark.parametrize("descending", [False, True])
def test_cases_without_a_due_time_stand_last_whichever_way_it_goes(descending):
    rows = [a_row(1, next_due=None), a_row(2, next_due=EVENING), a_row(3, next_due=EVENING + timedelta(hours=1))]
    assert sort_rows(rows, Column.TIME, descending)[-1].id == 1


def test_a_ten_thousandth_case_comes_after_the_9999th_of_its_day():
    numbers = ["HH-D1-20261119-10000", "HH-D1-20261119-9999", "HH-D1-20261118-12000"]
    rows = [a_row(n, number=number) for n, number in enumerate(numbers)]
    in_order = [row.number for row in sort_rows(rows, Column.CASE, descending=False)]
    assert in_order == ["HH-D1-20261118-12000", "HH-D1-20261119-9999", "HH-D1-20261119-10000"]


@given(st.lists(st.integers(0, 3), max_size=30), st.booleans())
def test_equal_rows_keep_the_order_of_the_queue(scores, descending):
    rows = [a_row(n, score=score) for n, score in enumerate(scores)]
    for score in set(scores):
        kept = [row.id for row in sort_rows(rows, Column.SCORE, descending) if row.score == score]
        assert kept == sorted(kept)


@given(st.lists(st.one_of(st.none(), st.integers(0, 4)), max_size=30), st.sampled_from(SORTABLE), st.booleans())
def test_sorting_neither_loses_nor_doubles_a_row(moods, column, descending):
    rows = [a_row(n, emotion=mood) for n, mood in enumerate(moods)]
    assert sorted(row.id for row in sort_rows(rows, column, descending)) == [row.id for row in rows]


@pytest.mark.parametrize("column", SORTABLE)
def test_three_clicks_on_a_header_lead_back_to_the_order_of_the_queue(column):
    once = after_click(None, column)
    twice = after_click(once, column)
    assert once is not None
    assert twice == Sort(column, not once.descending)
    assert after_click(twice, column) is None


def test_the_highest_score_and_the_angriest_guest_come_first_on_the_first_click():
    assert after_click(None, Column.SCORE) == Sort(Column.SCORE, descending=True)
    assert after_click(None, Column.MOOD) == Sort(Column.MOOD, descending=True)
    assert after_click(None, Column.TIME) == Sort(Column.TIME, descending=False)


def test_the_mark_leads_straight_to_the_order_of_the_queue():
    assert after_click(Sort(Column.GUEST, descending=False), Column.BAND) is None
