from datetime import timedelta

import pytest

from desktop.domain.kinds import Channel
from desktop.domain.rows import Draft
from desktop.errors import WorkspaceError
from desktop.ui.intake.draft_keeper import Kept
from desktop.ui.intake.form import Form
from tests.ui.intake.intake_desk import Intake

SECOND = timedelta(seconds=1)


@pytest.fixture
def intake(clock):
    return Intake(clock)


def run(intake: Intake, seconds: int) -> None:
    for _ in range(seconds):
        intake.clock.advance(SECOND)
        intake.presenter.tick()


def texts(intake: Intake) -> list[object]:
    return [draft.data.get("text") for draft in intake.desk.stored.values()]


def test_what_was_typed_is_on_the_disk_after_five_seconds(intake):
    intake.presenter.change(text="It dr")
    run(intake, 4)
    intake.presenter.change(text="It drips")
    assert texts(intake) == []
    run(intake, 1)
    assert texts(intake) == ["It drips"]
    assert intake.state.draft.kept is Kept.SAVED


def test_steady_typing_is_saved_every_five_seconds_over_the_same_draft(intake):
    for second in range(20):
        intake.presenter.change(text=f"second {second}")
        run(intake, 1)
    assert texts(intake) == ["second 19"]
    assert intake.desk.saves == 4


def test_nothing_new_is_not_saved_again(intake):
    intake.presenter.change(text="x")
    run(intake, 60)
    assert intake.desk.saves == 1


def test_the_age_of_the_saved_draft_is_told(intake):
    intake.presenter.change(text="x")
    run(intake, 5)
    run(intake, 2)
    assert intake.state.saved_ago == timedelta(seconds=2)


def test_a_clock_set_back_does_not_put_saving_off(intake):
    intake.presenter.change(text="x")
    intake.clock.advance(timedelta(hours=-1))
    intake.presenter.tick()
    assert texts(intake) == ["x"]
    assert intake.state.lasting == timedelta()
    assert intake.state.saved_ago == timedelta()


def test_type_and_channel_alone_are_no_draft(intake):
    intake.presenter.change(channel=Channel.PHONE)
    run(intake, 10)
    assert intake.desk.stored == {}
    assert intake.state.draft.kept is Kept.NOTHING


def test_a_draft_that_cannot_be_saved_is_said_kept_and_tried_again(intake):
    intake.desk.refuse["save_draft"] = WorkspaceError("disk_full")
    intake.presenter.change(text="x")
    run(intake, 5)
    assert intake.state.is_at_risk
    assert intake.state.form.text == "x"
    intake.presenter.change(text="xy")
    assert intake.state.is_at_risk
    del intake.desk.refuse["save_draft"]
    intake.presenter.try_again()
    assert texts(intake) == ["xy"]
    assert not intake.state.is_at_risk


def test_a_failed_save_is_repeated_by_itself(intake):
    intake.desk.refuse["save_draft"] = WorkspaceError("database_locked")
    intake.presenter.change(text="x")
    run(intake, 5)
    del intake.desk.refuse["save_draft"]
    run(intake, 5)
    assert texts(intake) == ["x"]


def test_what_is_typed_while_a_save_is_under_way_is_saved_next(clock):
    stores = Intake(clock).desk
    doors, waiting = stores.later()
    intake = Intake(clock, doors=doors)
    intake.presenter.change(text="one")
    intake.presenter.keep()
    intake.presenter.change(text="two")
    intake.presenter.keep()
    assert len(waiting) == 1
    waiting.pop(0)()
    assert intake.state.draft.kept is Kept.CHANGED
    run(intake, 5)
    waiting.pop(0)()
    assert [draft.data["text"] for draft in stores.stored.values()] == ["two"]


def test_parking_while_a_save_is_under_way_leaves_only_when_all_is_safe(clock):
    stores = Intake(clock).desk
    doors, waiting = stores.later()
    intake = Intake(clock, doors=doors)
    intake.presenter.change(text="one")
    intake.presenter.keep()
    intake.presenter.change(text="two")
    intake.presenter.park()
    waiting.pop(0)()
    assert intake.page.parked == 0
    waiting.pop(0)()
    assert intake.page.parked == 1
    assert [draft.data["text"] for draft in stores.stored.values()] == ["two"]


def test_a_save_that_comes_after_its_case_was_opened_leaves_no_draft(clock):
    stores = Intake(clock).desk
    doors, waiting = stores.later()
    intake = Intake(clock, doors=doors)
    intake.presenter.change(text="one")
    intake.presenter.keep()
    intake.presenter.save()
    saving, opening = waiting
    waiting.clear()
    opening()
    saving()
    for answer in waiting:
        answer()
    assert len(stores.opened) == 1
    assert stores.stored == {}


# Parking, and taking up again


def test_parking_keeps_the_draft_and_empties_the_form(intake):
    intake.presenter.change(text="x", room="1208")
    intake.presenter.park()
    assert intake.page.parked == 1
    assert intake.state.form == Form()
    stored = intake.desk.stored[1].data
    assert {name: stored[name] for name in stored if name != "conversation"} == {"text": "x", "room": "1208"}
    assert [draft.id for draft in intake.state.parked] == [1]


def test_parking_nothing_leaves_nothing(intake):
    intake.presenter.park()
    assert intake.page.parked == 1
    assert intake.desk.stored == {}


def test_parking_what_was_emptied_again_removes_its_draft(intake):
    intake.presenter.change(text="x")
    intake.presenter.keep()
    intake.presenter.change(text="")
    intake.presenter.park()
    assert intake.desk.stored == {}


def test_the_form_stays_when_it_cannot_be_parked(intake):
    intake.desk.refuse["save_draft"] = WorkspaceError("disk_full")
    intake.presenter.change(text="x")
    intake.presenter.park()
    assert intake.page.parked == 0
    assert intake.state.form.text == "x"
    assert intake.state.is_at_risk


def test_a_killed_window_offers_its_draft_at_the_next_start(clock):
    intake = Intake(clock)
    intake.presenter.change(text="It drips", emotion=3)
    run(intake, 5)
    again = Intake(clock, doors=intake.desk.at_once())
    again.presenter.load_drafts(offer_newest=True)
    assert again.state.offered.data["text"] == "It drips"
    again.presenter.resume(again.state.offered)
    assert (again.state.form.text, again.state.form.emotion) == ("It drips", 3)
    assert again.state.offered is None
    again.presenter.save()
    assert intake.desk.stored == {}


def test_the_conversation_goes_on_where_it_was_parked(intake):
    intake.presenter.change(text="x")
    run(intake, 372)
    intake.presenter.park()
    intake.clock.advance(timedelta(hours=2))
    intake.presenter.resume(intake.state.parked[0])
    assert intake.state.lasting == timedelta(seconds=372)


def test_taking_up_a_draft_keeps_what_stands_in_the_form(intake):
    intake.presenter.change(text="first")
    intake.presenter.park()
    intake.presenter.change(text="second")
    intake.presenter.resume(intake.state.parked[0])
    assert intake.state.form.text == "first"
    assert [draft.data["text"] for draft in intake.state.parked] == ["second"]
    assert sorted(texts(intake)) == ["first", "second"]


def test_a_draft_taken_up_and_changed_is_saved_over_itself(intake):
    intake.presenter.change(text="first")
    intake.presenter.park()
    intake.presenter.resume(intake.state.parked[0])
    intake.presenter.change(text="first, longer")
    run(intake, 5)
    assert texts(intake) == ["first, longer"]


def test_a_form_in_use_is_not_disturbed_by_an_offer(intake):
    intake.desk.save_draft({"text": "old"}, None)
    intake.presenter.change(text="new")
    intake.presenter.load_drafts(offer_newest=True)
    assert intake.state.offered is None
    assert [draft.data["text"] for draft in intake.state.parked] == ["old"]


def test_a_discarded_draft_can_be_taken_back(intake):
    draft = intake.desk.save_draft({"text": "old"}, None)
    intake.presenter.load_drafts(offer_newest=True)
    intake.presenter.discard(draft)
    assert (intake.desk.stored, intake.state.parked, intake.state.offered) == ({}, (), None)
    intake.presenter.restore(intake.page.discarded[0])
    assert texts(intake) == ["old"]
    assert len(intake.state.parked) == 1


def test_a_draft_that_holds_nothing_readable_opens_an_empty_form(intake):
    intake.presenter.resume(Draft(5, intake.clock(), {"severity": "grave", "later": [1]}))
    assert intake.state.form.is_blank


def test_listening_starts_the_clock_and_typing_does_not_restart_it(intake):
    intake.presenter.begin()
    run(intake, 30)
    intake.presenter.change(text="x")
    run(intake, 6)
    intake.presenter.begin()
    assert intake.state.lasting == timedelta(seconds=36)


def test_without_the_list_of_drafts_one_can_still_write(intake):
    intake.desk.refuse["drafts"] = WorkspaceError("database_locked")
    intake.presenter.load_drafts(offer_newest=True)
    intake.presenter.change(text="x")
    assert intake.state.trouble is None
