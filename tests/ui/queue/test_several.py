"""Several chosen cases and one act on all of them."""

import pytest

from desktop.domain.commands import Acknowledge, Take, Withdraw
from desktop.domain.kinds import Medium, State
from desktop.domain.queueing import Chip
from desktop.errors import UserError, WorkspaceError
from desktop.ui.queue.bulk import BulkPhase
from desktop.ui.queue.pages import whole
from desktop.ui.queue.ticks import stretch, toggled
from tests.ui.queue.few_rows import a_new_row, a_row
from tests.ui.queue.painted import Later, a_queue

ONE, TWO, THREE = (f"HH-D1-20261119-{serial:04}" for serial in (1, 2, 3))


@pytest.fixture
def three(desk):
    """Two new cases and one under investigation; nothing is ticked."""
    desk.rows = [a_new_row(1), a_new_row(2, minutes=30), a_row(3)]
    queue, painted = a_queue(desk)
    queue.refresh()
    return desk, queue, painted


def withdrawals(*numbers):
    return [Withdraw(number, "By mail", version=1) for number in numbers]


def ticked(painted):
    return [row.number for row in painted[-1].ticked]


def test_chosen_cases_stand_in_the_order_of_the_list_whatever_the_order_of_choosing(three):
    _desk, queue, painted = three
    queue.several.choose([THREE, ONE])
    assert ticked(painted) == [ONE, THREE]


def test_a_restricted_case_cant_be_chosen_by_those_it_isnt_for(three):
    desk, queue, painted = three
    desk.change(TWO, restricted=True, summary="", guest="")
    queue.refresh()
    queue.several.choose_all()
    assert ticked(painted) == [ONE, THREE]


def test_the_choice_survives_a_refresh_and_follows_the_rows(three):
    desk, queue, painted = three
    queue.several.choose([ONE, TWO])
    desk.change(TWO, room="1311")
    queue.refresh()
    assert [row.room for row in painted[-1].ticked] == ["1201", "1311"]
    assert painted.left == []


def test_cases_that_left_the_list_are_chosen_no_more_and_that_is_said(three):
    desk, queue, painted = three
    queue.several.choose([ONE, TWO, THREE])
    desk.change(ONE, state=State.WITHDRAWN)
    desk.change(TWO, state=State.RESOLVED)
    queue.refresh()
    assert ticked(painted) == [THREE]
    assert painted.left == [2]


def test_another_chip_keeps_what_it_holds_of_the_choice(three):
    _desk, queue, painted = three
    queue.several.choose([ONE, THREE])
    queue.choose_chip(Chip.UNACKNOWLEDGED)
    assert ticked(painted) == [ONE]
    assert painted.left == [1]


def test_choosing_several_closes_the_open_form(three):
    _desk, queue, painted = three
    queue.case.open_form("settle")
    queue.several.choose([ONE, TWO])
    assert (painted[-1].act, painted[-1].file) == ("", None)


def test_an_act_is_done_case_by_case_and_what_was_refused_stays_chosen_with_its_reason(three):
    _desk, queue, painted = three
    queue.several.choose_all()
    commands = [Acknowledge(number, Medium.PHONE, version=1) for number in (ONE, TWO, THREE)]
    queue.several.perform("acknowledge", commands)
    bulk = painted[-1].bulk
    assert (bulk.phase, bulk.act, bulk.answer.done) == (BulkPhase.TOLD, "acknowledge", (ONE, TWO))
    assert [(case.number, case.error.code) for case in bulk.answer.refused] == [(THREE, "wrong_state")]
    assert ticked(painted) == [THREE]
    assert painted.progress == [(0, 3), (1, 3), (2, 3)]
    assert painted.left == []


def test_one_undo_takes_back_all_that_was_done(three):
    desk, queue, painted = three
    queue.several.choose([ONE, TWO])
    queue.several.perform("withdraw", withdrawals(ONE, TWO))
    assert painted[-1].window.find(ONE) is None
    queue.several.undo()
    assert [row.state for row in desk.rows] == [State.NEW, State.NEW, State.INVESTIGATING]
    assert painted[-1].bulk.is_undone
    assert painted[-1].bulk.answer.done == ()
    queue.several.undo()
    assert painted[-1].window.find(ONE).version == 3


def test_what_couldnt_be_taken_back_is_listed(three):
    desk, queue, painted = three
    queue.several.choose([ONE, TWO])
    queue.several.perform("withdraw", withdrawals(ONE, TWO))
    desk.steps.pop()
    queue.several.undo()
    bulk = painted[-1].bulk
    assert (bulk.act, bulk.is_undone) == ("undo", True)
    assert [(case.number, case.error.code) for case in bulk.answer.refused] == [(TWO, "nothing_to_undo")]


def test_stopping_leaves_the_rest_as_it_is_and_chosen(desk):
    desk.rows = [a_new_row(1), a_new_row(2, minutes=30), a_row(3)]
    later = Later()
    queue, painted = a_queue(desk, later)
    queue.refresh()
    later.answer_all()
    queue.several.choose_all()
    queue.several.perform("take", [Take(number, version=1) for number in (ONE, TWO, THREE)])
    queue.several.stop()
    assert painted[-1].bulk.is_stopping
    later.answer_all()
    assert desk.performed == []
    assert painted[-1].bulk.left_over == 3
    assert ticked(painted) == [ONE, TWO, THREE]


def test_a_full_disk_stops_the_act_and_what_was_done_can_still_be_taken_back(three):
    desk, queue, painted = three
    queue.several.choose([ONE, TWO])
    perform = desk.perform

    def once(command):
        result = perform(command)
        desk.failure = WorkspaceError("disk_full", "file")
        return result

    desk.perform = once
    queue.several.perform("withdraw", withdrawals(ONE, TWO))
    bulk = next(state.bulk for state in reversed(painted) if state.bulk.phase is BulkPhase.TOLD)
    assert (bulk.answer.done, bulk.failure.code, bulk.left_over) == ((ONE,), "disk_full", 1)


def test_while_an_act_runs_the_choice_stays_and_no_second_act_begins(desk):
    desk.rows = [a_new_row(1), a_new_row(2, minutes=30)]
    later = Later()
    queue, painted = a_queue(desk, later)
    queue.refresh()
    later.answer_all()
    queue.several.choose_all()
    queue.several.perform("withdraw", withdrawals(ONE, TWO))
    queue.several.perform("withdraw", withdrawals(ONE, TWO))
    queue.several.clear()
    assert ticked(painted) == [ONE, TWO]
    assert len(later.waiting) == 1
    later.answer_all()
    assert len(desk.performed) == 2


def test_a_result_that_was_read_leads_back_to_what_is_still_chosen(three):
    _desk, queue, painted = three
    queue.several.choose_all()
    queue.several.perform("withdraw", withdrawals(ONE))
    queue.several.leave_result()
    assert painted[-1].bulk.phase is BulkPhase.ASKING
    assert ticked(painted) == [TWO, THREE]


def test_somebody_else_at_the_desk_has_chosen_nothing(three):
    desk, queue, painted = three
    queue.several.choose_all()
    queue.change_person(desk.person.__class__(9, "rao", "S. Rao", desk.person.role, "D1"))
    assert ticked(painted) == []


@pytest.mark.parametrize(
    ("before", "number", "joins", "after"),
    [
        (set(), ONE, "", {ONE}),
        (set(), TWO, ONE, {ONE, TWO}),
        (set(), ONE, ONE, {ONE}),
        ({ONE}, TWO, THREE, {ONE, TWO}),
        ({ONE, TWO}, TWO, "", {ONE}),
    ],
)
def test_a_case_is_ticked_and_unticked_and_the_current_one_joins_at_first(before, number, joins, after):
    assert toggled(frozenset(before), number, joins) == after


@pytest.mark.parametrize(("begin", "end"), [(0, 2), (2, 0), (None, 2)])
def test_shift_reaches_from_place_to_place_and_passes_over_what_isnt_for_the_person(begin, end):
    rows = (a_row(1), a_row(2, restricted=True, summary=""), a_row(3))
    assert stretch(whole(rows), begin, end) == ({THREE} if begin is None else {ONE, THREE})


def test_a_failure_of_all_is_told(three):
    desk, queue, painted = three
    queue.several.choose_all()
    desk.failure = UserError("disk_full", "file")
    queue.several.perform("withdraw", withdrawals(ONE))
    assert [case.error.code for case in next(s.bulk for s in reversed(painted) if s.bulk.total).answer.refused] == [
        "disk_full"
    ]
