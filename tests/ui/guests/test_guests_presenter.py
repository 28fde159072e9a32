"""The conditions of the screen of guests, without Qt."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.domain.guest_file import GuestLook, ProfileChange
from desktop.domain.people import Person
from desktop.errors import UserError, WorkspaceError
from desktop.ui.guests.doors import GuestDoors, doors_for
from desktop.ui.guests.presenter import GuestsPresenter
from desktop.ui.guests.state import Emptiness, GuestsState, Phase
from tests.ui.guests.conftest import GuestDesk


class Screen:
    """Remembers what was painted and said."""

    def __init__(self) -> None:
        self.states: list[GuestsState] = []
        self.said: list[tuple[str, Callable[[], None] | None]] = []

    def paint(self, state: GuestsState) -> None:
        self.states.append(state)

    def say_done(self, what: str, undo: Callable[[], None] | None) -> None:
        self.said.append((what, undo))


def at_once(work, done, refused):
    try:
        result = work()
    except UserError as refusal:
        refused(refusal)
    else:
        done(result)


class Later:
    """Keeps work until it is told to go on."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, work, done, refused):
        self.waiting.append(lambda: at_once(work, done, refused))

    def go(self) -> None:
        waiting, self.waiting = self.waiting, []
        for work in waiting:
            work()


def me(guests: GuestDesk, login: str = "mark") -> Person:
    return guests.desk.staff.person(login, "D1")


def presenter_on(guests: GuestDesk, login: str = "mark", run=at_once, **doors) -> tuple[GuestsPresenter, Screen]:
    screen, person = Screen(), me(guests, login)
    made: GuestDoors = replace(doors_for(guests.desk, person), **doors)
    presenter = GuestsPresenter(screen, made, run, person)
    presenter.start()
    return presenter, screen


def test_the_first_guest_is_chosen_and_the_chips_are_counted(few):
    presenter, _ = presenter_on(few)
    state = presenter.state
    assert (state.phase, state.total, state.selected) == (Phase.READY, 4, state.rows[0].guest.id)
    assert state.profile.guest == state.rows[0].guest
    assert state.counts == {GuestLook.ALL: 4, GuestLook.DOUBLES: 2, GuestLook.LEAVING: 1}


@pytest.mark.parametrize(
    ("words", "look", "emptiness"),
    [
        ("", GuestLook.ALL, Emptiness.NO_GUESTS),
        ("", GuestLook.DOUBLES, Emptiness.NO_DOUBLES),
        ("", GuestLook.LEAVING, Emptiness.NOBODY_LEAVES),
        ("zz", GuestLook.ALL, Emptiness.NOTHING_FOUND),
        ("zz", GuestLook.DOUBLES, Emptiness.NOTHING_FOUND),
    ],
)
def test_an_empty_list_knows_why(guests, words, look, emptiness):
    presenter, _ = presenter_on(guests)
    presenter.search(words)
    presenter.choose_look(look)
    assert presenter.state.emptiness is emptiness
    presenter.show_all()
    assert presenter.state.emptiness is Emptiness.NO_GUESTS


def test_a_search_chooses_the_first_it_finds_and_all_come_back(few):
    presenter, _ = presenter_on(few)
    presenter.search("cwl")
    assert ([row.guest.id for row in presenter.state.rows], presenter.state.selected) == ([1], 1)
    presenter.search("")
    assert presenter.state.total == 4


def test_what_was_typed_about_a_guest_is_kept_while_others_are_looked_at(few):
    presenter, _ = presenter_on(few)
    presenter.select(1)
    presenter.edit("preferences", "Green tea")
    presenter.select(2)
    assert not presenter.state.is_edited
    presenter.search("weiling")
    presenter.choose_look(GuestLook.LEAVING)
    presenter.select(1)
    assert presenter.state.edit == ProfileChange(preferences="Green tea")
    presenter.refresh()
    assert presenter.state.shown("preferences") == "Green tea"
    presenter.save()
    assert (presenter.state.is_edited, presenter.state.profile.preferences) == (False, "Green tea")


def test_typing_what_is_stored_is_no_change(few):
    presenter, _ = presenter_on(few)
    presenter.select(1)
    presenter.edit("vip", True)
    assert presenter.state.is_edited
    presenter.edit("vip", False)
    assert not presenter.state.is_edited
    presenter.save()
    assert presenter.state.profile.version == 1


def test_discarding_shows_what_is_stored(few):
    presenter, _ = presenter_on(few)
    presenter.edit("preferences", "Green tea")
    presenter.discard()
    assert (presenter.state.is_edited, presenter.state.shown("preferences")) == (False, "")


def test_somebody_else_was_quicker_both_versions_are_shown_and_the_second_save_decides(few):
    presenter, screen = presenter_on(few)
    presenter.select(1)
    presenter.edit("preferences", "Green tea")
    presenter.edit("vip", True)
    few.desk.guests.save_profile(1, ProfileChange(preferences="Coffee", vip=True), 1, me(few, "sam"))
    presenter.save()
    state = presenter.state
    assert (state.clash, state.refusal.code) == (True, "guest_changed_meanwhile")
    assert (state.shown("preferences"), state.others_value("preferences")) == ("Green tea", "Coffee")
    assert state.others_value("vip") is None, "the same was typed"
    assert few.desk.guests.profile(1, None).preferences == "Coffee"
    presenter.save()
    assert few.desk.guests.profile(1, None).preferences == "Green tea"
    assert (presenter.state.clash, presenter.state.is_edited) == (False, False)
    assert [what for what, _ in screen.said] == ["saved"]


def test_a_quiet_refresh_hides_no_clash(few):
    presenter, _ = presenter_on(few)
    presenter.select(1)
    presenter.edit("preferences", "Green tea")
    few.desk.guests.save_profile(1, ProfileChange(preferences="Coffee"), 1, me(few, "sam"))
    presenter.refresh()
    presenter.save()
    assert presenter.state.clash
    assert few.desk.guests.profile(1, None).preferences == "Coffee"


def test_a_refusal_stays_with_what_was_typed_until_it_is_changed(few):
    presenter, _ = presenter_on(few)
    presenter.select(1)
    presenter.edit("preferences", "Tea\0")
    presenter.save()
    assert (presenter.state.refusal.field, presenter.state.shown("preferences")) == ("preferences", "Tea\0")
    presenter.edit("preferences", "Tea")
    assert presenter.state.refusal is None


def test_a_merge_can_be_undone_and_clashes_with_nothing_one_types(few):
    presenter, screen = presenter_on(few)
    presenter.select(1)
    presenter.edit("preferences", "Green tea")
    (double,) = presenter.state.profile.doubles
    presenter.merge(double.guest.id)
    assert (presenter.state.total, presenter.state.profile.total) == (3, 3)
    assert presenter.state.profile.merged[0].guest.name == "Weiling Chen"
    (what, undo) = screen.said[-1]
    undo()
    assert (what, screen.said[-1][0], presenter.state.total) == ("merged", "split", 4)
    presenter.save()
    assert few.desk.guests.profile(1, None).preferences == "Green tea"


def test_saying_that_they_are_two_can_be_undone(few):
    presenter, screen = presenter_on(few)
    presenter.select(1)
    presenter.say_apart(presenter.state.profile.doubles[0].guest.id)
    assert (presenter.state.profile.doubles, presenter.state.counts[GuestLook.DOUBLES]) == ((), 0)
    screen.said[-1][1]()
    assert len(presenter.state.profile.doubles) == 1


def test_a_task_is_given_done_and_taken_up_again(few):
    presenter, screen = presenter_on(few)
    presenter.select(1)
    presenter.give_task("Call her", "sam", few.desk.now().replace(year=2027))
    (task,) = presenter.state.profile.tasks
    presenter.finish_task(task.place)
    assert presenter.state.profile.tasks[0].is_done
    screen.said[-1][1]()
    assert not presenter.state.profile.tasks[0].is_done
    presenter.give_task("", "sam", few.desk.now().replace(year=2027))
    assert presenter.state.refusal.field == "title"


def test_a_list_that_cannot_be_read_says_why_and_the_next_try_works(few):
    trouble = [WorkspaceError("disk_full")]
    find = doors_for(few.desk, me(few)).find

    def sometimes(words, limit, look):
        if trouble:
            raise trouble.pop()
        return find(words, limit, look)

    presenter, screen = presenter_on(few, find=sometimes)
    assert any(state.phase is Phase.FAILED and state.failure.code == "disk_full" for state in screen.states)
    presenter.refresh()
    assert (presenter.state.phase, presenter.state.total) == (Phase.READY, 4)


def test_a_guest_who_may_not_be_read_says_so(few):
    few.desk.guests.save_profile(1, ProfileChange(restricted=True), 1, me(few))
    presenter, _ = presenter_on(few, "rita")
    presenter.select(1)
    assert presenter.state.profile_failure.code == "restricted"


def test_answers_that_come_too_late_are_let_go(few):
    run = Later()
    presenter, _ = presenter_on(few, run=run)
    run.go()
    presenter.search("cwl")
    presenter.search("okafor")
    run.go()
    assert (presenter.state.words, presenter.state.total) == ("okafor", 0)


def test_another_person_finds_none_of_the_typing_of_the_last_one(few):
    presenter, _ = presenter_on(few)
    presenter.select(1)
    presenter.edit("preferences", "Green tea")
    presenter.change_person(me(few, "rita"))
    presenter.select(1)
    assert (presenter.state.is_edited, presenter.state.can_merge) == (False, False)


def test_more_guests_are_read_as_one_scrolls(guests):
    for n in range(3):
        guests.guest(name=f"Guest {n}")
    presenter, _ = presenter_on(guests)
    presenter._limit = 2  # a page of two rows, to save two hundred guests
    presenter.refresh()
    assert (len(presenter.state.rows), presenter.state.has_more) == (2, True)
    presenter.need_more()
    assert (len(presenter.state.rows), presenter.state.has_more) == (3, False)
