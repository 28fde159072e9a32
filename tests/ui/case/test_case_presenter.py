"""The conditions of the case screen, without a window."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.commands import AddNote, Approve, Investigate, Resolve, Resume, Take
from desktop.domain.kinds import State
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.case.ports import BAR, FORM, NOTE
from desktop.ui.case.state import ACT_OF, Phase
from desktop.ui.case.story_lines import Look
from tests.ui.case.files import LEO, NUMBER, SmallDesk, a_file, minutes
from tests.ui.case.painted_case import Later, a_presenter

OTHER = "HH-D1-20261119-0048"


def test_a_case_is_shown_once_it_is_read(desk):
    later = Later()
    case, painted = a_presenter(desk, later)
    case.open_case(NUMBER)
    assert painted[-1].phase is Phase.LOADING
    later.answer()
    assert painted[-1].phase is Phase.READY
    assert painted[-1].file == desk.file


def test_an_answer_that_comes_after_another_case_was_asked_for_is_not_shown(desk):
    later = Later()
    case, painted = a_presenter(desk, later)
    case.open_case(NUMBER)
    case.open_case(OTHER)
    later.answer()
    assert painted[-1].phase is Phase.LOADING
    later.answer()
    assert painted[-1].failure.code == "no_such_case"


def test_a_case_that_cannot_be_read_says_why_and_can_be_tried_again(desk):
    case, painted = a_presenter(desk)
    desk.failure = UserError("database_locked")
    case.open_case(NUMBER)
    assert (painted[-1].phase, painted[-1].failure.code) == (Phase.FAILED, "database_locked")
    desk.failure = None
    case.try_again()
    assert painted[-1].phase is Phase.READY


def test_an_act_bears_the_version_that_the_person_saw(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    case.perform(AddNote(NUMBER, "Called the plumber"), NOTE)
    assert [c.version for c in desk.performed] == [9]
    assert painted[-1].file.view.row.version == 10
    assert painted.done == [("note", NUMBER)]
    assert NOTE in painted.cleared


def test_a_second_act_waits_until_the_first_is_done(desk):
    later = Later()
    case, painted = a_presenter(desk, later)
    case.open_case(NUMBER)
    later.answer()
    case.perform(AddNote(NUMBER, "one"), NOTE)
    case.perform(AddNote(NUMBER, "two"), NOTE)
    assert len(later.waiting) == 1
    later.answer()
    assert [c.text for c in desk.performed] == ["one"]
    assert painted[-1].acting == ""


def test_a_refusal_stays_with_the_part_that_asked(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    desk.refusals = [UserError("tasks_open", "tasks", count=2)]
    case.ask_move("resolve")
    case.perform(Resolve(NUMBER), FORM)
    assert (painted[-1].refusal.source, painted[-1].refusal.error.code) == (FORM, "tasks_open")
    assert painted[-1].act == "resolve", "the form stays with what was typed"


def test_a_form_closes_when_its_act_is_done(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    case.ask_move("resolve")
    case.perform(Resolve(NUMBER), FORM)
    assert painted[-1].act == ""


def test_a_move_that_asks_nothing_is_done_at_once(clock):
    clock.set(minutes(62))
    desk = SmallDesk(a_file(State.ASSESSED), clock)
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    case.next()
    assert desk.performed == [Investigate(NUMBER, version=9)]
    assert painted[-1].act == ""


def test_asking_for_the_open_move_again_closes_it(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    case.next()
    assert painted[-1].act == "resolve"
    case.next()
    assert painted[-1].act == ""


def test_a_move_that_is_not_the_persons_is_refused_with_the_reason(clock):
    clock.set(minutes(62))
    desk = SmallDesk(a_file(State.RESOLVED), clock)
    case, painted = a_presenter(desk, person=LEO)
    case.open_case(NUMBER)
    case.next()
    assert (painted[-1].refusal.source, painted[-1].refusal.error.code) == (BAR, "not_allowed")
    assert painted[-1].act == ""


def test_what_others_did_is_shown_at_the_next_look(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    desk.happen("take", by="rao")
    case.poll()
    assert len(painted[-1].file.view.history) == 2
    assert painted[-1].clash is None, "nobody was in the middle of anything"
    assert painted.changes == 1


def test_a_look_at_an_unchanged_case_paints_nothing(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    count = len(painted)
    case.poll()
    assert len(painted) == count


def test_in_the_middle_of_a_move_the_form_stays_and_both_versions_can_be_seen(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    seen = desk.file
    case.ask_move("resolve")
    desk.happen("reopen", by="rao", state=State.INVESTIGATING)
    case.poll()
    assert painted[-1].act == "resolve"
    assert painted[-1].clash.seen == seen
    assert painted[-1].file == desk.file
    case.see_both()
    assert painted[-1].clash.is_open


def test_changed_meanwhile_shows_both_versions_and_changes_nothing(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    desk.happen("take", by="rao")
    case.perform(AddNote(NUMBER, "mine"), NOTE)
    assert desk.performed == []
    assert painted[-1].clash.command == AddNote(NUMBER, "mine")
    assert painted[-1].file.view.row.version == 10
    assert painted.cleared == [""], "what was typed is still there"


def test_keeping_mine_does_it_again_on_the_new_version(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    desk.happen("take", by="rao")
    case.perform(AddNote(NUMBER, "mine"), NOTE)
    case.keep_mine()
    assert [(c.text, c.version) for c in desk.performed] == [("mine", 10)]
    assert painted[-1].clash is None


def test_keeping_mine_meets_the_guards_of_the_new_version(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    desk.happen("take", by="rao")
    case.perform(AddNote(NUMBER, "mine"), NOTE)
    desk.refusals = [UserError("wrong_state", "state", state="closed")]
    case.keep_mine()
    assert desk.performed == []
    assert painted[-1].refusal.error.code == "wrong_state"


def test_taking_theirs_gives_up_ones_own(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    case.ask_move("resolve")
    desk.happen("take", by="rao")
    case.perform(Resolve(NUMBER), FORM)
    case.take_theirs()
    assert (painted[-1].clash, painted[-1].act) == (None, "")
    assert desk.performed == []
    assert FORM in painted.cleared


def test_an_act_can_be_taken_back(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    case.perform(AddNote(NUMBER, "oh"), NOTE)
    case.undo(NUMBER)
    assert desk.undone == painted.undone == [NUMBER]
    assert painted[-1].file == desk.file


def test_half_typed_text_is_kept_on_leaving_and_comes_back(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    painted.half_typed = {"note": {"text": "She said"}}
    case.close_case()
    assert desk.stored == {NUMBER: {"note": {"text": "She said"}}}
    painted.half_typed = {}
    case.open_case(NUMBER)
    assert painted.back == [{"note": {"text": "She said"}}]


def test_half_typed_text_is_kept_while_one_types(desk):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    painted.half_typed = {"note": {"text": "She"}}
    case.poll()
    assert desk.stored[NUMBER] == {"note": {"text": "She"}}


def test_what_was_kept_is_let_go_once_it_is_done(desk):
    case, painted = a_presenter(desk)
    desk.stored[NUMBER] = {"note": {"text": "She"}}
    case.open_case(NUMBER)
    painted.half_typed = {}
    case.keep()
    assert desk.stored[NUMBER] == {}


def test_a_move_that_was_open_opens_again(desk):
    desk.stored[NUMBER] = {"form": {"act": "resolve"}}
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    assert painted[-1].act == "resolve"


def test_a_move_that_is_over_does_not_open_again(desk):
    desk.stored[NUMBER] = {"form": {"act": "acknowledge"}}
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    assert painted[-1].act == ""


def test_the_clock_alone_changes_nothing_but_the_moment(desk, clock):
    case, painted = a_presenter(desk)
    case.open_case(NUMBER)
    before = painted[-1]
    clock.advance(timedelta(minutes=1))
    case.tick()
    assert painted[-1] == replace(before, at=clock())


def test_the_look_at_the_timeline_stays_with_the_next_case(desk):
    case, painted = a_presenter(desk)
    case.choose_look(Look.NOTES)
    case.open_case(NUMBER)
    assert painted[-1].look is Look.NOTES


def test_a_refusal_for_a_case_that_was_left_is_told_all_the_same(desk):
    later = Later()
    case, painted = a_presenter(desk, later)
    case.open_case(NUMBER)
    later.answer()
    desk.refusals = [UserError("disk_full")]
    case.perform(AddNote(NUMBER, "oh"), NOTE)
    case.close_case()
    later.answer()
    assert [error.code for error in painted.refused] == ["disk_full"]


@pytest.mark.parametrize(("command", "act"), [(Take, "take"), (Resume, "resume"), (Approve, "approve")])
def test_an_act_is_told_by_its_name(command, act):
    assert ACT_OF[command] == act


def test_changed_meanwhile_is_told_where_the_case_was_left(desk):
    later = Later()
    case, painted = a_presenter(desk, later)
    case.open_case(NUMBER)
    later.answer()
    desk.refusals = [ChangedMeanwhileError("changed_meanwhile", "version", number=NUMBER)]
    case.perform(AddNote(NUMBER, "oh"), NOTE)
    case.close_case()
    later.answer()
    assert [error.code for error in painted.refused] == ["changed_meanwhile"]
