"""The queue and the clock: when it is read again, what is said, and what happens when it can't be read."""

from datetime import timedelta

from desktop.domain.kinds import Band, State
from desktop.errors import UserError
from desktop.ui.queue.state import Phase
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import a_new_row, a_row
from tests.ui.queue.painted import a_queue

MINUTE = timedelta(minutes=1)


def ids(state):
    return [row.id for row in state.window.rows]


def test_a_second_that_changes_nothing_asks_for_nothing_but_moves_the_time_on(full_desk, clock):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    asked = len(full_desk.asked)
    clock.advance(timedelta(seconds=3))
    queue.tick()
    assert len(full_desk.asked) == asked
    assert painted[-1].at == clock()


def test_the_queue_is_read_again_as_soon_as_a_due_time_has_passed(desk, clock):
    desk.rows = [a_row(1, next_due=EVENING + 90 * MINUTE), a_new_row(2, minutes=0.3, band=Band.P4)]
    desk.rows.append(a_row(3, band=Band.P3, next_due=EVENING + 10 * MINUTE))
    queue, painted = a_queue(desk)
    queue.refresh()
    assert ids(painted[-1]) == [3, 1, 2]
    asked = len(desk.asked)
    clock.advance(timedelta(seconds=18))
    queue.tick()
    assert len(desk.asked) == asked
    clock.advance(timedelta(seconds=1))
    queue.tick()
    assert ids(painted[-1]) == [2, 3, 1]
    assert painted[-1].counts.overdue == 1


def test_the_queue_is_read_again_when_the_minute_passes(full_desk, clock):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    full_desk.rows.append(a_new_row(99, band=Band.P1))
    clock.advance(MINUTE)
    queue.tick()
    assert painted[-1].counts.open == 13
    assert painted[-1].window.find("HH-D1-20261119-0099") is not None


def test_nothing_is_read_before_the_queue_was_opened(full_desk, clock):
    queue, painted = a_queue(full_desk)
    clock.advance(MINUTE)
    queue.tick()
    assert (full_desk.asked, painted) == ([], [])


def test_overdue_is_said_once_for_each_case_and_not_for_those_that_were_late_before(desk, clock):
    desk.rows = [a_new_row(1, minutes=-5), a_new_row(2, minutes=2), a_row(3)]
    queue, painted = a_queue(desk)
    queue.refresh()
    assert painted.overdue == []
    for _ in range(4):
        clock.advance(MINUTE)
        queue.tick()
    assert painted.overdue == ["HH-D1-20261119-0002"]
    desk.change("HH-D1-20261119-0002", state=State.ACKNOWLEDGED, next_due=clock() + MINUTE)
    for _ in range(3):
        clock.advance(MINUTE)
        queue.tick()
    assert painted.overdue == ["HH-D1-20261119-0002"]


def test_a_queue_that_cant_be_read_says_so_and_tries_again(full_desk, clock):
    queue, painted = a_queue(full_desk)
    full_desk.failure = UserError("disk_full", "file")
    queue.refresh()
    assert (painted[-1].phase, painted[-1].failure.code) == (Phase.FAILED, "disk_full")
    clock.advance(MINUTE)
    queue.tick()
    assert painted[-1].phase is Phase.FAILED
    full_desk.failure = None
    queue.refresh()
    assert (painted[-1].phase, painted[-1].failure) == (Phase.READY, None)
    assert len(painted[-1].window.rows) == 12


def test_a_failed_queue_comes_back_by_itself_at_the_next_minute(full_desk, clock):
    queue, painted = a_queue(full_desk)
    queue.refresh()
    full_desk.failure = UserError("disk_full", "file")
    queue.refresh()
    full_desk.failure = None
    clock.advance(MINUTE)
    queue.tick()
    assert painted[-1].phase is Phase.READY
