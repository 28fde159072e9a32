"""The chosen case: taking it, acknowledging it, and why not."""

import pytest

from desktop.domain.commands import Acknowledge, Settle, Take
from desktop.domain.kinds import Medium, State
from desktop.domain.rows import GuestHistory, GuestRow
from desktop.errors import ChangedMeanwhileError, UserError
from tests.ui.queue.few_rows import MAYA, a_new_row, a_row
from tests.ui.queue.painted import Later, a_queue

NEW, OPEN = "HH-D1-20261119-0001", "HH-D1-20261119-0002"


@pytest.fixture
def two(desk):
    """A new case, chosen, and one under investigation."""
    desk.rows = [a_new_row(1), a_row(2)]
    queue, painted = a_queue(desk)
    queue.refresh()
    return desk, queue, painted


def test_taking_a_case_makes_me_its_owner(two):
    desk, queue, painted = two
    queue.case.take()
    assert desk.performed == [Take(NEW, version=1)]
    assert painted[-1].selected.owner_id == MAYA.id
    assert painted.done == [("take", NEW)]
    assert painted[-1].is_own
    assert not painted[-1].can_take


def test_a_case_that_is_mine_is_not_taken_twice(two):
    desk, queue, _painted = two
    queue.case.take()
    queue.case.take()
    assert len(desk.performed) == 1


def test_a_colleagues_case_can_be_taken(two):
    desk, queue, painted = two
    queue.select(OPEN)
    assert painted[-1].can_take
    queue.case.take()
    assert desk.performed == [Take(OPEN, version=1)]


def test_acknowledging_opens_its_form_on_the_case_as_it_stands(two):
    desk, queue, painted = two
    queue.case.open_form("acknowledge")
    assert (painted[-1].act, painted[-1].file.view.row.number) == ("acknowledge", NEW)
    assert desk.performed == []
    queue.case.perform(Acknowledge(NEW, Medium.PHONE))
    assert desk.performed == [Acknowledge(NEW, Medium.PHONE, version=1)]
    assert (painted[-1].act, painted[-1].file) == ("", None)
    assert painted[-1].selected.state is State.ACKNOWLEDGED
    assert painted.done == [("acknowledge", NEW)]


def test_leaving_the_form_records_nothing(two):
    desk, queue, painted = two
    queue.case.open_form("acknowledge")
    queue.case.leave_form()
    queue.case.perform(Acknowledge(NEW, Medium.PHONE))
    assert desk.performed == []
    assert painted[-1].act == ""


def test_a_case_settled_on_the_spot_leaves_the_queue_and_comes_back_when_it_is_undone(two):
    _desk, queue, painted = two
    queue.case.open_form("settle")
    assert painted[-1].allowance.most == 100_000
    queue.case.perform(Settle(NEW, ()))
    assert painted.done == [("settle", NEW)]
    assert painted[-1].window.find(NEW) is None
    queue.case.undo(NEW)
    assert painted.undone == [NEW]
    assert (painted[-1].selected.number, painted[-1].selected.state) == (NEW, State.NEW)


def test_what_cant_be_undone_any_more_is_told(two):
    _desk, queue, painted = two
    queue.case.undo(NEW)
    assert [refusal.code for refusal in painted.refused] == ["nothing_to_undo"]


def test_a_form_stays_with_its_refusal_and_is_brought_in_step_when_a_colleague_was_quicker(two):
    desk, queue, painted = two
    queue.case.open_form("settle")
    desk.change(NEW, room="1311")
    queue.case.perform(Settle(NEW, ()))
    assert isinstance(painted[-1].act_refusal, ChangedMeanwhileError)
    assert (painted[-1].act, painted[-1].file.view.row.room) == ("settle", "1311")
    queue.case.perform(Settle(NEW, ()))
    assert desk.row(NEW).state is State.RESOLVED


def test_a_move_that_a_colleague_made_meanwhile_opens_no_form(two):
    desk, queue, painted = two
    desk.change(NEW, state=State.ACKNOWLEDGED)
    queue.case.open_form("acknowledge")
    assert (painted[-1].act, painted[-1].refusal.code) == ("", "wrong_state")
    assert painted[-1].selected.state is State.ACKNOWLEDGED


def test_taking_the_case_while_its_form_is_open_keeps_the_form_in_step(two):
    desk, queue, painted = two
    queue.case.open_form("settle")
    queue.case.take()
    assert painted[-1].act == "settle"
    queue.case.perform(Settle(NEW, ()))
    assert desk.row(NEW).state is State.RESOLVED


def test_a_form_that_was_asked_for_doesnt_open_over_another_case(desk):
    desk.rows = [a_new_row(1), a_new_row(2, minutes=30)]
    later = Later()
    queue, painted = a_queue(desk, later)
    queue.refresh()
    later.answer_all()
    queue.case.open_form("settle")
    queue.select(OPEN)
    later.answer_all()
    assert painted[-1].act == ""


@pytest.mark.parametrize("act", ["take", "acknowledge", "settle"])
def test_a_restricted_case_that_isnt_for_the_person_is_not_read_and_refuses_every_act(desk, act):
    desk.rows = [a_new_row(1, restricted=True, summary="", guest="", points=())]
    desk.view_failure = UserError("restricted", "case")
    queue, painted = a_queue(desk)
    queue.refresh()
    assert painted[-1].is_masked
    assert painted[-1].view_failure is None
    if act == "take":
        queue.case.take()
    else:
        queue.case.open_form(act)
    assert desk.performed == []
    assert [refusal.code for refusal in painted.refused] == ["restricted"]


def test_a_case_that_was_acknowledged_before_says_why_it_cant_be_again(two):
    desk, queue, painted = two
    queue.select(OPEN)
    assert not painted[-1].can_acknowledge
    assert painted[-1].acknowledge_refusal.code == "wrong_state"
    queue.case.open_form("acknowledge")
    assert painted[-1].refusal.code == "wrong_state"
    assert painted[-1].act == ""
    assert desk.performed == []


def test_a_refusal_stays_on_screen_until_another_case_is_chosen(two):
    _desk, queue, painted = two
    queue.select(OPEN)
    queue.case.open_form("acknowledge")
    queue.refresh()
    assert painted[-1].refusal.code == "wrong_state"
    queue.select(NEW)
    assert painted[-1].refusal is None


def test_what_the_role_may_not_do_is_refused_before_it_is_tried(desk):
    desk.rows = [a_new_row(1)]
    desk.role_refusal = UserError("not_own_desk", "by", desk="D2")
    queue, painted = a_queue(desk)
    queue.refresh()
    assert not painted[-1].can_take
    queue.case.take()
    assert painted[-1].refusal.code == "not_own_desk"
    assert desk.performed == []


def test_someone_elses_change_in_between_is_told_and_the_case_is_read_anew(two):
    desk, queue, painted = two
    desk.change(NEW, room="1311")
    queue.case.take()
    assert isinstance(painted[-1].refusal, ChangedMeanwhileError)
    assert painted[-1].selected.room == "1311"
    queue.case.take()
    assert painted[-1].selected.owner_id == MAYA.id
    assert painted[-1].refusal is None


def test_while_an_act_runs_no_second_one_begins(desk):
    desk.rows = [a_new_row(1)]
    later = Later()
    queue, painted = a_queue(desk, later)
    queue.refresh()
    later.answer_all()
    queue.case.take()
    queue.case.take()
    queue.case.open_form("acknowledge")
    assert len(later.waiting) == 1
    assert painted[-1].is_acting
    later.answer_all()
    assert len(desk.performed) == 1
    assert not painted[-1].is_acting


def test_a_refusal_of_a_case_that_was_left_is_said_and_not_shown_at_the_next(desk):
    desk.rows = [a_new_row(1), a_row(2)]
    later = Later()
    queue, painted = a_queue(desk, later)
    queue.refresh()
    later.answer_all()
    desk.failure = UserError("disk_full", "file")
    queue.case.take()
    queue.select(OPEN)
    later.answer_all()
    assert painted[-1].refusal is None
    assert [refusal.code for refusal in painted.refused] == ["disk_full"]


def test_the_case_chosen_last_is_shown_whatever_is_read_first(desk):
    desk.rows = [a_new_row(1), a_row(2)]
    later = Later()
    queue, painted = a_queue(desk, later)
    queue.refresh()
    later.answer_all()
    queue.select(OPEN)
    queue.select(NEW)
    later.answer(1)
    later.answer_all()
    assert painted[-1].view.row.number == NEW


def test_a_case_that_cant_be_read_says_so_and_can_be_tried_again(two):
    desk, queue, painted = two
    desk.view_failure = UserError("disk_full", "file")
    queue.select(OPEN)
    assert painted[-1].view_failure.code == "disk_full"
    desk.view_failure = None
    queue.case.look_again()
    assert painted[-1].view_failure is None
    assert painted[-1].view.row.number == OPEN


def test_the_guests_other_cases_come_with_the_case(desk):
    desk.rows = [a_new_row(1)]
    guest = GuestRow(1, "Tan", "ms", "", "", "", vip=False, vulnerable=True)
    desk.histories[NEW] = GuestHistory(guest, (), 3)
    queue, painted = a_queue(desk)
    queue.refresh()
    assert painted[-1].history.total == 3


def test_a_case_found_by_a_search_is_shown_though_the_list_doesnt_hold_it(two):
    desk, queue, painted = two
    desk.rows.append(a_row(77, state=State.RESOLVED))
    queue.show_case("HH-D1-20261119-0077")
    assert painted[-1].selected.id == 77
    assert painted[-1].view.row.id == 77
    queue.show_case(OPEN)
    assert painted[-1].selected.number == OPEN


def test_a_case_that_doesnt_exist_is_told_and_the_choice_stays(two):
    _desk, queue, painted = two
    queue.show_case("HH-D1-20261119-9999")
    assert [refusal.code for refusal in painted.refused] == ["no_such_case"]
    assert painted[-1].selected.number == NEW
