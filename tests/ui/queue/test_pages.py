"""Pages are fetched by key as one scrolls, and let go of when they are far away."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.rows import QueueKey, QueuePage
from desktop.ui.queue.pages import MOST_PAGES, PAGE_ROWS, Book, Window, read_again, read_to_the_end, whole, with_page
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import many_rows

ROWS = tuple(many_rows(12 * PAGE_ROWS + 37))


def fetch_from(rows):
    def fetch(after):
        begin = after.order if after else 0
        end = begin + PAGE_ROWS
        return QueuePage(EVENING, tuple(rows[begin:end]), QueueKey(0, 0, 0, end, 0) if end < len(rows) else None)

    return fetch


FETCH = fetch_from(ROWS)


def turned(pages, book=None):
    for page in pages:
        book = with_page(book or Book(), page, FETCH)
    return book


def held(book):
    window = book.window
    return [window.first + n for n in range(len(window.rows))]


def assert_true_to_the_queue(window, rows=ROWS):
    for place in range(window.known):
        row = window.at(place)
        assert row is None or row == rows[place]


def test_the_first_page_knows_two_hundred_places_and_that_more_follow():
    window = turned([0]).window
    assert (window.first, window.known, window.more) == (0, PAGE_ROWS, True)
    assert window.rows == ROWS[:PAGE_ROWS]


def test_never_more_than_two_thousand_rows_are_held():
    book = turned(range(13))
    assert len(book.window.rows) <= MOST_PAGES * PAGE_ROWS
    assert book.window.known == len(ROWS)
    assert book.window.more is False
    assert_true_to_the_queue(book.window)


def test_what_was_let_go_of_comes_back_when_one_scrolls_up():
    book = turned([*range(13), 2])
    assert book.window.at(2 * PAGE_ROWS) == ROWS[2 * PAGE_ROWS]
    assert book.window.known == len(ROWS)
    assert_true_to_the_queue(book.window)


def test_the_page_above_joins_what_is_held():
    book = turned(range(12))
    assert book.first == 2
    book = with_page(book, 1, FETCH)
    assert (book.first, book.last) == (1, 10)


def test_a_page_behind_the_end_is_not_asked_for():
    book = turned(range(13))
    assert with_page(book, 13, FETCH) is book


def test_reading_again_keeps_the_same_places():
    book = read_again(FETCH, 3, 6)
    assert (book.first, book.last, book.window.known) == (3, 6, 7 * PAGE_ROWS)
    assert_true_to_the_queue(book.window)


def test_reading_again_a_queue_that_has_become_short_ends_where_it_ends():
    book = read_again(fetch_from(ROWS[:150]), 3, 6)
    assert book.window == Window(ROWS[:150], 0, 150, more=False)


def test_reading_to_the_end_holds_the_last_rows():
    window = read_to_the_end(FETCH).window
    assert window.at(len(ROWS) - 1) == ROWS[-1]
    assert window.more is False


def test_an_empty_queue_is_one_empty_page():
    book = read_again(fetch_from(()))
    assert book.window == Window((), 0, 0, more=False)
    assert book.window.is_whole


def test_what_came_after_a_page_that_has_changed_is_forgotten():
    book = turned([0, 1, 2])
    shorter = fetch_from(ROWS[: PAGE_ROWS + 50])
    book = with_page(replace(book, first=2, pages=book.pages[2:]), 1, shorter)
    assert book.window.known == PAGE_ROWS + 50
    assert book.window.more is False
    assert_true_to_the_queue(book.window)


@given(st.lists(st.integers(0, 12), max_size=25))
def test_however_one_scrolls_every_held_row_stands_in_its_place(pages):
    book = with_page(Book(), 0, FETCH)
    for page in pages:
        if not book.holds(page):
            book = with_page(book, min(page, len(book.starts)), FETCH)
        assert_true_to_the_queue(book.window)
        assert len(book.window.rows) <= MOST_PAGES * PAGE_ROWS


@pytest.mark.parametrize(("place", "page"), [(0, 0), (199, 0), (200, 1), (599, 2), (600, 3), (5000, 3)])
def test_a_place_behind_all_that_is_known_is_on_the_next_page(place, page):
    assert turned([0, 1, 2]).page_at(place) == page


def test_a_case_is_found_where_it_stands():
    window = turned(range(12)).window
    row = ROWS[700]
    assert (window.find(row.number), window.place_of(row.number)) == (row, 700)
    assert window.find(ROWS[0].number) is None
    assert whole(ROWS).is_whole
