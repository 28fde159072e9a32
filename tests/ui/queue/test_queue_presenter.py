"""The queue's list: its order, its pages, and when it is read again."""

from datetime import timedelta

import pytest

from desktop.domain.kinds import Band, State
from desktop.domain.queueing import Chip, QueueFilter
from desktop.ui.queue.columns import Column
from desktop.ui.queue.pages import PAGE_ROWS
from desktop.ui.queue.presenter import QueuePresenter
from desktop.ui.queue.sorting import Sort
from desktop.ui.queue.state import Emptiness, Phase
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import LEO, MAYA, many_rows
from tests.ui.queue.painted import Later, PaintedStates, a_queue

MINUTE = timedelta(minutes=1)


def ids(state):
    return [row.id for row in state.window.rows]


def test_rows_stand_in_the_order_they_are_given(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    assert ids(painted[-1]) == [row.id for row in full_desk.all_rows(EVENING, Chip.OPEN, QueueFilter())]
    assert painted[-1].phase is Phase.READY


def test_the_first_case_is_chosen_when_the_queue_opens(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    assert painted[-1].selected == full_desk.row("HH-D1-20261119-0007")
    assert painted[-1].view.text.startswith("Air-con dripping")


def test_a_refresh_keeps_the_chosen_case_wherever_it_moved(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.select("HH-D1-20261119-0029")
    full_desk.change("HH-D1-20261119-0029", band=Band.P1, next_due=EVENING - MINUTE)
    queue.refresh()
    assert painted[-1].selected.id == 29
    assert painted[-1].selected.band is Band.P1
    assert painted[-1].window.place_of("HH-D1-20261119-0029") < 3


def test_a_chosen_case_that_has_gone_leaves_no_other_chosen_in_its_place(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.select("HH-D1-20261119-0029")
    full_desk.rows.remove(full_desk.row("HH-D1-20261119-0029"))
    queue.refresh()
    assert painted[-1].selected is None


def test_another_chip_shows_other_cases_and_chooses_the_first_of_them(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.select("HH-D1-20261119-0038")
    queue.choose_chip(Chip.UNACKNOWLEDGED)
    assert {row.state for row in painted[-1].window.rows} == {State.NEW}
    assert painted[-1].selected == painted[-1].window.at(0)
    assert painted[-1].total == 2


def test_a_case_that_stands_behind_both_chips_stays_chosen(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.select("HH-D1-20261119-0010")
    queue.choose_chip(Chip.UNACKNOWLEDGED)
    assert painted[-1].selected.id == 10


def test_the_same_chip_again_asks_for_nothing(full_desk):
    queue, _painted = a_queue(full_desk)
    queue.refresh()
    asked = len(full_desk.asked)
    queue.choose_chip(Chip.OPEN)
    assert len(full_desk.asked) == asked


def test_mine_are_the_cases_that_i_own(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.choose_mine(True)
    assert {row.owner_id for row in painted[-1].window.rows} == {MAYA.id}
    assert painted[-1].is_mine
    assert painted[-1].narrowed == 0
    queue.choose_mine(False)
    assert len(painted[-1].window.rows) == 12


def test_a_filter_is_asked_of_the_whole_queue_not_of_the_rows_at_hand(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    wanted = QueueFilter(bands=frozenset({Band.P2}), category="H10", owner_id=None)
    queue.choose_filter(wanted)
    assert full_desk.asked[-1] == (Chip.OPEN, wanted, None)
    assert ids(painted[-1]) == [10]
    assert painted[-1].counts.open == 1
    assert painted[-1].narrowed == 2


def test_a_colleagues_cases_are_a_filter_and_not_mine(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.choose_filter(QueueFilter(owner_id=LEO.id))
    assert (painted[-1].is_mine, painted[-1].narrowed) == (False, 1)


@pytest.mark.parametrize(
    ("chip", "wanted", "expected"),
    [
        (Chip.OPEN, QueueFilter(), Emptiness.NOTHING_OPEN),
        (Chip.OVERDUE, QueueFilter(), Emptiness.CHIP),
        (Chip.OPEN, QueueFilter(category="H12"), Emptiness.FILTERED),
        (Chip.OVERDUE, QueueFilter(owner_id=MAYA.id), Emptiness.FILTERED),
    ],
)
def test_an_empty_queue_knows_why_it_is_empty(desk, chip, wanted, expected):
    queue, painted = a_queue(desk)
    queue.refresh()
    queue.choose_chip(chip)
    queue.choose_filter(wanted)
    assert painted[-1].emptiness is expected


def test_clearing_the_filter_shows_everyones_cases_again(full_desk):
    queue, painted = a_queue(full_desk)
    queue.choose_filter(QueueFilter(category="H12", owner_id=MAYA.id))
    assert painted[-1].emptiness is Emptiness.FILTERED
    queue.clear_filter()
    assert len(painted[-1].window.rows) == 12


def test_pages_come_one_after_the_other_as_one_nears_the_end(desk):
    desk.rows = many_rows(2 * PAGE_ROWS + 5)
    queue, painted = a_queue(desk)
    queue.refresh()
    assert (painted[-1].window.known, painted[-1].window.more) == (PAGE_ROWS, True)
    queue.need_more()
    queue.need_more()
    assert (painted[-1].window.known, painted[-1].window.more) == (2 * PAGE_ROWS + 5, False)
    asked = len(desk.asked)
    queue.need_more()
    assert len(desk.asked) == asked


def test_a_page_is_asked_for_once_however_often_one_scrolls_before_it_comes(desk):
    desk.rows = many_rows(500)
    later = Later()
    queue, painted = a_queue(desk, later)
    queue.refresh()
    later.answer_all()
    for _ in range(5):
        queue.need_more()
    assert len(later.waiting) == 1
    later.answer_all()
    assert painted[-1].window.known == 400


def test_all_pages_are_of_the_same_moment_until_the_queue_is_read_again(desk, clock):
    desk.rows = many_rows(500)
    moments = []
    page = desk.page
    desk.page = lambda at, *rest: (moments.append(at), page(at, *rest))[1]
    queue, _painted = a_queue(desk)
    queue.refresh()
    clock.advance(timedelta(seconds=20))
    queue.need_more()
    assert moments == [EVENING, EVENING]
    assert clock() != EVENING


def test_scrolling_far_lets_go_of_the_top_and_brings_it_back(desk):
    desk.rows = many_rows(13 * PAGE_ROWS)
    queue, painted = a_queue(desk)
    queue.refresh()
    for _ in range(12):
        queue.need_more()
    assert painted[-1].window.at(0) is None
    queue.need(0)
    assert painted[-1].window.at(0).id == 1
    assert painted[-1].window.known == 13 * PAGE_ROWS


def test_a_chosen_case_that_was_let_go_of_is_still_chosen_after_a_refresh(desk):
    desk.rows = many_rows(13 * PAGE_ROWS)
    queue, painted = a_queue(desk)
    queue.refresh()
    for _ in range(12):
        queue.need_more()
    queue.refresh()
    assert painted[-1].selected.id == 1
    assert painted[-1].window.known == 13 * PAGE_ROWS


def test_going_to_the_end_reads_on_to_the_last_case(desk):
    desk.rows = many_rows(5 * PAGE_ROWS + 3)
    queue, painted = a_queue(desk)
    queue.refresh()
    queue.go_to_end()
    assert painted[-1].window.at(5 * PAGE_ROWS + 2).id == 5 * PAGE_ROWS + 3
    assert painted[-1].window.more is False


def test_an_answer_to_an_earlier_question_comes_too_late(full_desk):
    later = Later()
    queue, painted = a_queue(full_desk, later)
    queue.refresh()
    later.answer_all()
    queue.choose_chip(Chip.OVERDUE)
    queue.choose_chip(Chip.UNACKNOWLEDGED)
    later.answer(1)
    assert painted[-1].phase is Phase.READY
    shown = ids(painted[-1])
    later.answer_all()
    assert ids(painted[-1]) == shown == [7, 10]


def test_rows_stay_on_screen_while_others_are_read(full_desk):
    later = Later()
    queue, painted = a_queue(full_desk, later)
    queue.refresh()
    later.answer_all()
    queue.choose_chip(Chip.OVERDUE)
    assert painted[-1].phase is Phase.LOADING
    assert len(painted[-1].window.rows) == 12


def test_another_order_is_read_whole_and_sorted(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.sort_by(Column.GUEST)
    names = [row.guest for row in painted[-1].window.rows]
    assert names == sorted(names)
    assert painted[-1].window.is_whole
    queue.sort_by(Column.GUEST)
    assert [row.guest for row in painted[-1].window.rows] == names[::-1]
    queue.sort_by(Column.GUEST)
    assert painted[-1].sort is None
    assert painted[-1].window.at(0).id == 7


def test_another_order_stays_when_the_minute_passes(full_desk, clock):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.choose_sort(Sort(Column.MOOD, descending=True))
    clock.advance(2 * MINUTE)
    queue.tick()
    assert painted[-1].sort == Sort(Column.MOOD, descending=True)
    assert painted[-1].window.at(0).emotion == 4


def test_someone_else_at_the_desk_sees_neither_the_choice_nor_the_filter(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    queue.choose_mine(True)
    queue.change_person(LEO)
    assert painted[-1].person == LEO
    assert painted[-1].filter.is_empty
    assert painted[-1].selected.id == 7


def test_last_times_look_is_taken_up_before_the_first_reading(full_desk):
    queue, painted = a_queue(full_desk)
    queue.recall(Chip.OVERDUE, mine=False)
    queue.refresh()
    assert full_desk.asked[0][0] is Chip.OVERDUE
    assert ids(painted[-1]) == [7]


def test_equal_states_are_painted_once(full_desk):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    count = len(painted)
    queue.refresh()
    queue.select(painted[-1].selected.number)
    assert len(painted) == count


class LikeATable(PaintedStates):
    """Chooses the first row when rows come and none is chosen, as Qt's table does."""

    def paint(self, state):
        self.append(state)
        if state.selected is None and state.window.rows:
            self.queue.select(state.window.rows[0].number)


@pytest.mark.parametrize("first", [0, -1], ids=["the list comes first", "the case comes first"])
def test_a_case_that_was_just_saved_is_chosen_when_its_list_arrives(full_desk, first):
    saved, later, painted = full_desk.rows[0], Later(), LikeATable()
    full_desk.rows.clear()
    queue = painted.queue = QueuePresenter(painted, full_desk.doors(), later, MAYA)
    queue.refresh()
    later.answer_all()
    full_desk.rows.append(saved)
    queue.refresh()
    queue.show_case(saved.number)
    later.answer(first)
    later.answer_all()
    assert painted[-1].selected.number == saved.number
