"""The conversation and its form, without Qt: what moves it, what it leaves in the record."""

from datetime import timedelta

import pytest

from desktop.domain.commands import AddNote, AddPromise, Assess, Propose, Settle
from desktop.domain.kinds import Channel, Flag, Language, Property, RemedyKind, Scope, TimePressure
from desktop.domain.rows import Draft
from desktop.errors import UserError
from desktop.guides.kinds import Effect
from desktop.ui.conversation.state import PromiseTyped
from desktop.ui.intake.form import Form, Hurt
from desktop.words import load_words
from tests.ui.intake.intake_desk import BREAKFAST, MANAGER, MOVE, MOVED, TAN, Intake

RATED = {"category": "H01-1", "severity": 3, "scope": Scope.PARTY, "emotion": 3}
MINUTE = timedelta(minutes=1)


@pytest.fixture
def intake(clock):
    intake = Intake(clock)
    intake.presenter.begin()
    return intake


def steps(intake: Intake, number: int) -> None:
    for _ in range(number):
        intake.presenter.go_on()


def at(intake: Intake) -> str:
    return intake.state.talk.card.step


def go_to(intake: Intake, step: str) -> None:
    while at(intake) != step:
        intake.presenter.go_on()


# Begun, moved, and counted


def test_listening_begins_at_the_first_step_and_an_untouched_conversation_is_nothing_to_lose(intake):
    assert at(intake) == "listen"
    intake.clock.advance(MINUTE)
    intake.presenter.tick()
    assert intake.state.talk.total == intake.state.talk.step_time == MINUTE
    assert intake.state.form.is_blank
    intake.presenter.park()
    assert intake.desk.stored == {}


def test_until_somebody_listens_the_first_step_stands_there_without_its_time(clock):
    intake = Intake(clock)
    intake.clock.advance(MINUTE)
    intake.presenter.tick()
    assert (at(intake), intake.state.talk.total) == ("listen", timedelta())
    assert intake.state.form == Form()


def test_the_steps_go_forward_back_and_to_one_that_was_there(intake):
    steps(intake, 3)
    assert at(intake) == "ask"
    intake.presenter.go_back()
    assert at(intake) == "apologise"
    intake.presenter.go_to("listen")
    assert (at(intake), intake.state.talk.can_go_back) == ("listen", False)
    intake.presenter.go_to("thank")
    assert at(intake) == "listen"


def test_each_step_has_its_own_time_and_the_conversation_has_all_of_it(intake):
    intake.clock.advance(2 * MINUTE)
    intake.presenter.go_on()
    intake.clock.advance(MINUTE)
    intake.presenter.tick()
    assert (intake.state.talk.step_time, intake.state.talk.total) == (MINUTE, 3 * MINUTE)
    assert intake.state.lasting == 3 * MINUTE


def test_another_wording_and_the_shorter_one_change_the_card_and_nothing_else(intake):
    first = intake.state.talk.card.say
    intake.presenter.reword()
    assert intake.state.talk.card.say != first
    intake.presenter.shorten()
    assert intake.state.talk.card.is_short


@pytest.mark.parametrize(
    ("channel", "ticked"), [(Channel.COUNTER, True), (Channel.PHONE, True), (Channel.EMAIL, False)]
)
def test_going_past_the_first_step_face_to_face_or_by_phone_acknowledges_it(intake, channel, ticked):
    intake.presenter.change(channel=channel)
    assert not intake.state.form.on_the_spot
    intake.presenter.go_on()
    assert intake.state.form.on_the_spot is ticked


def test_what_was_not_acknowledged_by_hand_stays_so(intake):
    intake.presenter.go_on()
    intake.presenter.change(on_the_spot=False)
    intake.presenter.go_back()
    steps(intake, 2)
    assert not intake.state.form.on_the_spot


# What the form says turns it


def test_the_mood_changes_the_script_and_loses_no_answer(intake):
    steps(intake, 3)
    intake.presenter.answer("where", "By the bed", "")
    intake.presenter.change(emotion=4)
    assert intake.state.talk.emotion == 4
    assert Effect.CALL_MANAGER in intake.state.talk.card.effects
    intake.clock.advance(MINUTE)
    intake.presenter.change(emotion=2)
    assert intake.state.talk.peak == (4, timedelta())
    intake.presenter.go_to("ask")
    assert [q.given for q in intake.state.talk.card.questions if q.id == "where"] == ["By the bed"]


def test_a_risk_brings_its_step_at_once_and_goes_on_where_it_was(intake):
    steps(intake, 2)
    intake.presenter.change(flags=frozenset({Flag.INJURY}))
    assert at(intake) == "help_injury"
    intake.presenter.go_on()
    assert at(intake) == "apologise"


def test_the_guests_name_stands_in_the_words_and_the_desk_s_own_are_filled_in(intake):
    intake.presenter.change(name="Tan Wei Ling", honorific="Ms")
    assert intake.state.talk.guest_words in intake.state.talk.card.say
    assert "Tan" in intake.state.talk.guest_words


def test_what_is_offered_is_said_at_the_step_that_offers(intake):
    intake.presenter.add_offer(MOVE)
    intake.presenter.add_offer(BREAKFAST)
    go_to(intake, "offer")
    assert "move to a dry room now" in intake.state.talk.card.say
    assert intake.state.talk.offered == ("Move to a dry room now", "Breakfast for two ¥196")
    intake.presenter.take_back_offer(0)
    assert [offer.kind for offer in intake.state.form.offers] == [RemedyKind.VOUCHER]


def test_the_other_language_words_the_card_anew_and_keeps_all(intake):
    steps(intake, 3)
    intake.presenter.answer("where", "By the bed", "")
    intake.presenter.use_words(load_words(Language.ZH))
    assert (at(intake), intake.state.talk.card.name) == ("ask", "询问")
    assert intake.state.form.place == "By the bed"


def test_a_guest_who_speaks_another_language_gets_a_card_to_read(intake):
    assert intake.state.talk.card.turned is None
    intake.presenter.change(language="zh")
    assert intake.state.talk.card.turned is not None


def test_the_desk_chooses_the_framework(clock):
    intake = Intake(clock)
    intake.desk.framework = "last"
    intake.presenter.begin()
    assert intake.state.talk.framework_name == "LAST"


def test_another_framework_holds_at_once_for_an_untouched_conversation_and_never_for_one_that_runs(intake):
    intake.desk.framework = "last"
    intake.presenter.prepare()
    assert intake.state.talk.framework_name == "LAST"
    steps(intake, 1)
    intake.desk.framework = "default"
    intake.presenter.prepare()
    assert intake.state.talk.framework_name == "LAST"
    intake.presenter.park()
    intake.presenter.begin()
    assert intake.state.talk.framework_name != "LAST"


def test_a_framework_that_the_site_took_out_of_its_guide_gives_way_to_the_usual_one(clock):
    intake = Intake(clock)
    intake.desk.framework = "gone"
    intake.presenter.begin()
    assert at(intake) == "listen"


# Promises


@pytest.mark.parametrize(
    ("promise", "places"),
    [
        (PromiseTyped("Move to 1412", "today", "22:30"), []),
        (PromiseTyped("Move to 1412", "tomorrow", "0900"), []),
        (PromiseTyped("Move to 1412", "today", "21:00"), [("due", "due_in_past")]),
        (PromiseTyped("Move to 1412", "today", "soon"), [("due", "bad_time")]),
        (PromiseTyped("Move to 1412", "today", ""), [("due", "missing")]),
        (PromiseTyped("", "today", "22:30"), [("promise", "missing")]),
        (PromiseTyped("", "tomorrow", ""), []),
    ],
)
def test_a_promise_needs_words_and_a_time_still_to_come(intake, promise, places):
    intake.presenter.change(text="It drips.")
    intake.presenter.promise(promise)
    intake.presenter.save()
    assert [(refusal.field, refusal.code) for refusal in intake.state.refusals] == places
    assert len(intake.desk.opened) == (not places)


def test_a_wrong_time_is_said_where_the_promise_stands_until_it_is_mended(intake):
    intake.presenter.change(text="It drips.")
    go_to(intake, "agree")
    intake.presenter.promise(PromiseTyped("Move to 1412", "today", "21:00"))
    intake.presenter.save()
    assert intake.page.focused == ["due"]
    assert intake.state.talk.promise_error
    intake.presenter.promise(PromiseTyped("Move to 1412", "tomorrow", "09:00"))
    assert intake.state.talk.promise_error == ""
    assert "Move to 1412" in intake.state.talk.card.say


def test_the_way_back_to_a_promise_is_found(intake):
    go_to(intake, "agree")
    intake.presenter.promise(PromiseTyped("Move to 1412", "today", "22:30"))
    intake.presenter.go_on()
    assert intake.state.talk.promise is None
    intake.presenter.show_promise()
    assert intake.state.talk.promise == PromiseTyped("Move to 1412", "today", "22:30")


# Beside it


def test_what_helped_before_is_asked_by_category_and_words_and_only_once(intake):
    intake.presenter.change(text="It drips", category="H01-1")
    intake.presenter.pause()
    assert (intake.state.past, intake.state.ideas) == ((MOVED,), (MOVE, BREAKFAST))
    assert intake.desk.asked == [("past", "H01-1", "It drips"), ("ideas", "H01-1")]
    intake.presenter.change(text="It drips and smells")
    intake.presenter.pause()
    assert intake.desk.asked[2:] == [("past", "H01-1", "It drips and smells")]
    intake.presenter.change(category=None)
    assert (intake.state.past, intake.state.ideas) == (None, ())


def test_what_helped_with_another_category_is_gone_where_the_desk_says_nothing_of_this_one(intake):
    intake.presenter.change(text="It drips", category="H01-1")
    for door in ("past_cases", "ideas"):
        intake.desk.refuse[door] = RuntimeError("a bug")
    intake.presenter.change(text="It drips and smells")
    intake.presenter.pause()
    assert (intake.state.past, intake.state.ideas) == ((MOVED,), (MOVE, BREAKFAST))
    intake.presenter.change(category="H11-1")
    assert (intake.state.past, intake.state.ideas) == (None, ())


def test_only_the_answer_to_the_last_question_counts(clock):
    stores = Intake(clock).desk
    doors, waiting = stores.at_once(), []
    late = type(doors)(
        **{name: getattr(doors, name) for name in doors.__slots__ if name != "past_cases"},
        past_cases=lambda category, _text, answered, _failed: waiting.append((category, answered)),
    )
    intake = Intake(clock, doors=late)
    intake.presenter.change(category="H01-1")
    intake.presenter.change(category="H11-1")
    (_, first), (_, second) = waiting
    second(())
    first((MOVED,))
    assert intake.state.past == ()


def test_the_limit_and_who_is_on_duty_are_known_from_the_start(intake):
    assert intake.state.allowance.left == 20_000
    assert intake.state.manager == "S. Rao"


def test_telling_the_manager_notes_who_and_when(intake):
    intake.presenter.tell_manager()
    assert (intake.state.form.told, intake.state.form.told_clock) == ("S. Rao", "21:42")


def test_a_risk_that_comes_after_the_telling_is_told_too_and_both_times_are_on_record(intake):
    intake.presenter.change(text="She slipped.", flags=frozenset({Flag.INJURY}))
    intake.presenter.tell_manager()
    assert intake.state.form.told_of == {Flag.INJURY}
    intake.clock.advance(8 * MINUTE)
    intake.presenter.change(flags=frozenset({Flag.INJURY, Flag.FIRE}))
    assert intake.state.form.told_of == {Flag.INJURY}
    intake.presenter.tell_manager()
    form = intake.state.form
    assert (form.told, form.told_clock, form.told_of) == ("S. Rao", "21:42 21:50", form.flags)


@pytest.mark.parametrize("door", ["leading", "past_cases", "ideas", "allowance", "manager"])
def test_a_complaint_is_taken_whatever_helps_beside_it_fails(clock, door):
    intake = Intake(clock)
    intake.desk.refuse[door] = RuntimeError("a bug")
    again = Intake(clock, doors=intake.desk.at_once())
    again.desk = intake.desk
    again.presenter.begin()
    again.presenter.change(text="It drips.", category="H01-1")
    again.presenter.pause()
    again.presenter.go_on()
    again.presenter.answer("what", "x", "")
    again.presenter.save()
    assert again.page.saved == ["HH-D1-20261119-0001"]
    assert again.state.trouble is None
    assert (again.desk.opened[0].talk is None) is (door == "leading")


# Saved


def test_saving_leaves_the_transcript_with_answers_moods_and_times(intake):
    intake.presenter.change(text="It drips.", emotion=3)
    intake.clock.advance(MINUTE)
    steps(intake, 3)
    intake.presenter.answer("hurt", "", "no")
    intake.clock.advance(MINUTE)
    intake.presenter.save()
    talk = intake.desk.opened[0].talk
    assert (talk.framework, talk.language, talk.length) == ("default", Language.EN, 2 * MINUTE)
    assert [step.step for step in talk.steps] == ["listen", "empathise", "apologise", "ask"]
    assert talk.steps[0].said
    (answer,) = talk.steps[-1].answered
    assert (answer.question, answer.answer) == ("hurt", "No")
    assert talk.steps[-1].emotion == 3
    assert intake.state.form == Form()


def test_saving_assesses_offers_promises_and_notes_what_was_said(intake):
    intake.presenter.change(text="It drips.", time_pressure=TimePressure.NOW, **RATED)
    steps(intake, 1)
    intake.presenter.add_offer(MOVE)
    intake.presenter.tell_manager()
    intake.presenter.promise(PromiseTyped("Move to 1412", "today", "22:30"))
    intake.presenter.answer("then", "Ten minutes, both times", "")
    intake.presenter.save()
    assess, propose, promise, told, note = intake.desk.done
    assert isinstance(assess, Assess)
    assert isinstance(propose, Propose)
    assert (propose.remedies[0].note, propose.ask) == ("Move to a dry room now", True)
    assert isinstance(promise, AddPromise)
    assert (promise.text, promise.due.isoformat()) == ("Move to 1412", "2026-11-19T14:30:00+00:00")
    assert isinstance(told, AddNote)
    assert told.text == "Told S. Rao at 21:42."
    assert isinstance(note, AddNote)
    assert "Ten minutes, both times" in note.text
    assert {act.case for act in intake.desk.done} == {"HH-D1-20261119-0001"}


def test_without_all_ratings_nothing_is_assessed_unless_something_was_offered(intake):
    intake.presenter.change(text="It drips.", **(RATED | {"severity": None}))
    steps(intake, 1)
    intake.presenter.save()
    assert intake.desk.done == []
    intake.presenter.change(text="It drips.", **(RATED | {"severity": None}))
    intake.presenter.add_offer(MOVE)
    intake.presenter.save()
    assert [type(act) for act in intake.desk.done] == [Assess, Propose]


def test_a_case_that_is_not_acknowledged_is_not_assessed(intake):
    intake.presenter.change(text="It drips.", **RATED)
    intake.presenter.save()
    assert intake.desk.done == []


@pytest.mark.parametrize("act", ["Assess", "Propose", "AddPromise", "AddNote"])
def test_what_waits_is_told_and_the_case_stands_once(intake, act):
    intake.desk.refuse[act] = UserError("not_allowed", "by", act="x", role="receptionist")
    intake.presenter.change(text="It drips.", **RATED)
    steps(intake, 1)
    intake.presenter.add_offer(MOVE)
    intake.presenter.tell_manager()
    intake.presenter.promise(PromiseTyped("Move to 1412", "today", "22:30"))
    intake.presenter.save()
    assert intake.page.saved == ["HH-D1-20261119-0001"]
    assert intake.page.refused == [(act, "not_allowed")]
    assert intake.state.form == Form()


def test_a_case_that_could_not_be_saved_goes_on_in_its_conversation(intake):
    intake.desk.refuse["take_down"] = RuntimeError("a bug")
    intake.presenter.change(text="It drips.")
    steps(intake, 3)
    intake.presenter.save()
    assert (at(intake), intake.state.trouble.code, intake.state.talk.may_talk) == ("ask", "unexpected", True)
    intake.presenter.go_on()
    assert at(intake) == "offer"


def test_while_the_case_is_saved_nothing_moves(clock):
    doors, waiting = Intake(clock).desk.later()
    intake = Intake(clock, doors=doors)
    intake.presenter.change(text="It drips.")
    intake.presenter.save()
    intake.presenter.go_on()
    intake.presenter.answer("then", "x", "")
    assert (at(intake), intake.state.talk.may_talk, len(waiting)) == ("listen", False, 1)


def test_what_was_offered_stands_in_the_form_of_settling_and_the_transcript_goes_along(intake):
    intake.presenter.change(text="It drips.", **RATED)
    intake.presenter.add_offer(BREAKFAST)
    intake.presenter.begin_settling()
    assert dict(intake.state.form.settling)["remedies"] == '[["voucher", "196.00", "", "Breakfast for two"]]'


def test_settled_on_the_spot_the_promise_and_who_was_told_are_noted(intake):
    intake.presenter.change(text="It drips.", **RATED)
    steps(intake, 1)
    intake.presenter.tell_manager()
    intake.presenter.promise(PromiseTyped("Move to 1412", "today", "22:30"))
    intake.presenter.begin_settling()
    intake.presenter.settle(Settle("", intake.state.form.offers))
    assert intake.desk.opened[0].talk is not None
    assert [note.text for note in intake.desk.done] == ["Told S. Rao at 21:42.", "Promised: Move to 1412, by 22:30."]


# Parked and taken up again


def test_a_parked_conversation_goes_on_at_its_step_with_its_answers_and_its_time(intake):
    intake.presenter.change(text="It drips.")
    intake.clock.advance(2 * MINUTE)
    steps(intake, 3)
    intake.presenter.answer("where", "By the bed", "")
    intake.presenter.add_offer(BREAKFAST)
    intake.presenter.promise(PromiseTyped("Move to 1412", "tomorrow", "09:00"))
    form = intake.state.form
    intake.presenter.park()
    assert intake.state.form == Form()
    intake.clock.advance(90 * MINUTE)
    intake.presenter.resume(intake.state.parked[0])
    assert at(intake) == "ask"
    assert intake.state.talk.total == 2 * MINUTE
    resumed = intake.state.form
    assert (resumed.offers, resumed.place, resumed.promise_day) == (form.offers, "By the bed", "tomorrow")
    assert resumed.conversation.answers == form.conversation.answers
    intake.clock.advance(MINUTE)
    intake.presenter.tick()
    assert intake.state.talk.total == 3 * MINUTE


@pytest.mark.parametrize("spoilt", [None, 3, {}, {"form": 1}, {"form": 9}, {"form": 1, "order": [[1]], "current": "x"}])
def test_a_conversation_nobody_can_read_begins_anew_and_nothing_else_is_lost(intake, spoilt):
    intake.presenter.resume(Draft(9, intake.clock(), {"text": "It drips", "conversation": spoilt, "seconds": 60}))
    assert (at(intake), intake.state.form.text) == ("listen", "It drips")
    assert intake.state.lasting == MINUTE


def test_moving_a_step_is_something_to_keep(intake):
    steps(intake, 1)
    intake.presenter.park()
    assert len(intake.desk.stored) == 1


def test_a_known_guest_begins_a_conversation_of_their_own(intake):
    steps(intake, 2)
    intake.presenter.start_for(TAN)
    assert (at(intake), intake.state.form.name) == ("listen", "Tan Wei Ling")
    assert len(intake.desk.stored) == 1


def test_a_shop_speaks_by_its_own_questions(clock):
    intake = Intake(clock, person=MANAGER, kind=Property.RETAIL)
    intake.presenter.begin()
    intake.presenter.change(category="R01-1")
    go_to(intake, "ask")
    assert len(intake.state.talk.card.questions) > 5


def test_the_answer_and_the_flag_say_the_same_whoever_says_it(intake):
    go_to(intake, "ask")
    intake.presenter.answer("hurt", "", "yes")
    assert intake.state.form.hurt is Hurt.YES
    assert Flag.INJURY in intake.state.form.flags
    intake.presenter.change(hurt=Hurt.NO)
    assert Flag.INJURY not in intake.state.form.flags
    assert "hurt" not in intake.state.form.conversation.answers
