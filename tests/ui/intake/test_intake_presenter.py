from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.domain.completeness import Fact
from desktop.domain.kinds import Band, Channel, Flag, Property, RecordType, Scope, State, TimePressure
from desktop.domain.rows import GuestHistory, PastCase
from desktop.domain.texts import COMPLAINT_LIMIT
from desktop.errors import UserError, WorkspaceError
from desktop.ui.intake.checks import FIELDS, Earlier
from desktop.ui.intake.form import Form, Hurt
from tests.ui.intake.intake_desk import CLERK, MANAGER, SLOW_CHECK_IN, TAN, Intake


@pytest.fixture
def intake(clock):
    return Intake(clock)


def test_saving_opens_the_case_as_it_was_typed(intake):
    intake.presenter.change(text="The air-conditioner drips.", name=" Tan Wei Ling ", honorific="Ms", room="1208")
    intake.presenter.change(channel=Channel.PHONE, severity=3, emotion=4, scope=Scope.PARTY, category="H01-1")
    intake.presenter.change(time_pressure=TimePressure.NOW, wants=("Another room",), on_the_spot=True)
    intake.presenter.change(problem_date=date(2026, 11, 19), place="By the bed")
    intake.presenter.save()
    (command,) = intake.desk.opened
    assert command.text == "The air-conditioner drips."
    assert (command.guest.name, command.guest.honorific, command.room) == ("Tan Wei Ling", "Ms", "1208")
    assert (command.channel, command.severity, command.emotion, command.scope) == (Channel.PHONE, 3, 4, Scope.PARTY)
    assert (command.category, command.wants, command.on_the_spot) == ("H01-1", ("Another room",), True)
    assert (command.problem_date, command.place, command.received_at) == (date(2026, 11, 19), "By the bed", None)
    assert intake.page.saved == ["HH-D1-20261119-0001"]


def test_after_saving_the_form_is_empty_and_the_draft_is_gone(intake):
    intake.presenter.change(text="It drips.")
    intake.presenter.keep()
    intake.presenter.save()
    assert intake.state.form == Form()
    assert intake.desk.stored == {}


def test_without_words_nothing_is_opened_and_the_words_get_the_focus(intake):
    intake.presenter.change(room="1208", text=" \n")
    intake.presenter.save()
    assert intake.desk.opened == []
    assert intake.state.refusal_at("text").code == "missing"
    assert intake.page.focused == ["text"]
    assert intake.state.form.room == "1208"


def test_all_mistakes_are_said_at_once_and_the_first_in_reading_order_gets_the_focus(intake):
    intake.presenter.change(text="x", email="a" * 1001, room="b\x00", problem_date=date(2026, 11, 20))
    intake.presenter.save()
    places = [place for place in FIELDS if intake.state.refusal_at(place)]
    assert places == ["room", "problem_date", "email"]
    assert intake.page.focused == ["room"]


def test_a_mistake_is_forgotten_once_its_field_changes(intake):
    intake.presenter.change(text="x", room="b\x00", place="c\x00")
    intake.presenter.save()
    intake.presenter.change(room="b")
    assert intake.state.refusal_at("room") is None
    assert intake.state.refusal_at("place") is not None


def test_a_refusal_of_the_desk_stands_at_its_field_and_nothing_is_lost(intake):
    intake.desk.refuse["take_down"] = UserError("bad_phone", "guest.phone", value="abc")
    intake.presenter.change(text="It drips.", phone="abc")
    intake.presenter.save()
    assert intake.state.refusal_at("phone").code == "bad_phone"
    assert intake.page.focused == ["phone"]
    assert intake.state.form.text == "It drips."
    assert not intake.state.is_saving


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (WorkspaceError("disk_full", "text"), "disk_full"),
        (UserError("not_allowed", "by", act="open", role="analyst"), "not_allowed"),
        (RuntimeError("a bug"), "unexpected"),
    ],
)
def test_trouble_that_no_field_is_to_blame_for_keeps_the_words_and_can_be_tried_again(intake, failure, code):
    intake.desk.refuse["take_down"] = failure
    intake.presenter.change(text="It drips.")
    intake.presenter.save()
    assert intake.state.trouble.code == code
    assert intake.state.form.text == "It drips."
    assert [draft.data["text"] for draft in intake.desk.stored.values()] == ["It drips."]
    del intake.desk.refuse["take_down"]
    intake.presenter.try_again()
    assert [command.text for command in intake.desk.opened] == ["It drips."]
    assert intake.state.trouble is None


def test_saving_twice_opens_one_case(clock):
    intake = Intake(clock)
    doors, waiting = intake.desk.later()
    intake = Intake(clock, doors=doors)
    intake.presenter.change(text="It drips.")
    intake.presenter.save()
    intake.presenter.save()
    assert intake.state.is_saving
    assert len(waiting) == 1


# The received time


@pytest.mark.parametrize(
    ("person", "clock_time", "needed"),
    [
        (CLERK, "21:40", Earlier.NOTHING),
        (CLERK, "21:27", Earlier.NOTHING),
        (CLERK, "21:26", Earlier.MANAGER),
        (MANAGER, "21:26", Earlier.REASON),
        (MANAGER, "soon", Earlier.NOTHING),
    ],
)
def test_more_than_fifteen_minutes_back_needs_a_manager_and_a_reason(clock, person, clock_time, needed):
    intake = Intake(clock, person)
    intake.presenter.change(text="x", earlier=True, received_clock=clock_time)
    assert intake.state.earlier is needed


def test_a_manager_gives_a_reason_and_the_case_bears_the_earlier_time(clock):
    intake = Intake(clock, MANAGER)
    intake.presenter.change(text="x", earlier=True, received_on=date(2026, 11, 18), received_clock="23:10")
    intake.presenter.save()
    assert intake.state.refusal_at("reason").code == "reason_missing"
    intake.presenter.change(reason=" The network was down ")
    intake.presenter.save()
    (command,) = intake.desk.opened
    assert command.received_at == datetime(2026, 11, 18, 15, 10, tzinfo=UTC)
    assert command.reason == "The network was down"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"received_clock": "nine"}, "bad_time"),
        ({"received_clock": "23:00"}, "in_future"),
        ({"received_clock": "09:00"}, "needs_manager"),
    ],
)
def test_a_received_time_that_cannot_be_is_said_at_its_field(intake, changes, code):
    intake.presenter.change(text="x", earlier=True, **changes)
    intake.presenter.save()
    assert intake.state.refusal_at("received_at").code == code
    intake.presenter.change(earlier=False)
    assert intake.state.refusal_at("received_at") is None
    intake.presenter.save()
    assert intake.desk.opened[0].received_at is None


# What follows from the form


def test_priority_follows_every_choice_and_shows_its_arithmetic(intake):
    intake.presenter.change(severity=4, emotion=3)
    assert {(p.part, p.points) for p in intake.state.priority.points} == {("severity", 40), ("emotion", 9)}
    assert intake.state.priority.band is Band.P3
    intake.presenter.change(flags=frozenset({Flag.INJURY}))
    assert (intake.state.priority.band, intake.state.priority.band_rule) == (Band.P1, "floor:injury")


def test_someone_hurt_is_the_flag_injury_and_the_other_way_round(intake):
    intake.presenter.change(hurt=Hurt.YES)
    assert intake.state.form.flags == {Flag.INJURY}
    intake.presenter.change(hurt=Hurt.NO)
    assert intake.state.form.flags == frozenset()
    intake.presenter.change(flags=frozenset({Flag.INJURY, Flag.FIRE}))
    assert intake.state.form.hurt is Hurt.YES
    intake.presenter.change(flags=frozenset({Flag.FIRE}))
    assert intake.state.form.hurt is Hurt.NOT_ASKED


def test_who_is_hurt_stands_in_the_case(intake):
    intake.presenter.change(text="He slipped.", hurt=Hurt.YES, hurt_who="Son, 6")
    intake.presenter.save()
    assert intake.desk.opened[0].text == "He slipped.\n\nHurt: Son, 6"


def test_nobody_hurt_leaves_the_words_alone_whatever_was_typed_before(intake):
    intake.presenter.change(text="He slipped.", hurt=Hurt.YES, hurt_who="Son, 6")
    intake.presenter.change(hurt=Hurt.NO)
    intake.presenter.save()
    assert intake.desk.opened[0].text == "He slipped."


def test_the_one_or_two_most_useful_questions_are_asked(intake):
    assert intake.state.ask_next == (Fact.TEXT, Fact.HURT)
    intake.presenter.change(text="x", hurt=Hurt.NO)
    assert intake.state.ask_next == (Fact.NAME, Fact.ROOM)
    assert (intake.state.completeness.known, intake.state.completeness.total) == (2, 13)


def test_a_question_leads_to_its_field(intake):
    intake.presenter.ask(Fact.ROOM)
    assert intake.page.focused == ["room"]


def test_an_empty_complaint_stands_at_p4_and_a_compliment_always_does(intake):
    assert intake.state.priority.band is Band.P4
    intake.presenter.change(
        type=RecordType.COMPLIMENT, severity=4, emotion=4, scope=Scope.SITE, flags=frozenset({Flag.FIRE})
    )
    assert intake.state.priority.band is Band.P4


# Texts


def test_short_texts_are_counted_at_once_and_long_ones_when_the_typing_pauses(intake):
    intake.presenter.change(text="It drips all night")
    assert intake.state.words == 4
    intake.presenter.change(text="drip " * 5000)
    assert intake.state.words == 4
    intake.presenter.pause()
    assert intake.state.words == 5000


@pytest.mark.parametrize(
    ("text", "code"),
    [("a" * (COMPLAINT_LIMIT + 1), "too_long"), ("空" * 90_000, "too_long"), ("a\x07b", "bad_characters")],
)
def test_words_that_cannot_be_kept_are_said_while_typing_and_stay(intake, text, code):
    intake.presenter.change(text=text)
    intake.presenter.pause()
    assert intake.state.refusal_at("text").code == code
    assert intake.page.focused == []
    assert intake.state.form.text == text
    intake.presenter.save()
    assert intake.desk.opened == []


def test_a_text_of_exactly_the_limit_is_taken(intake):
    intake.presenter.change(text="a" * COMPLAINT_LIMIT)
    intake.presenter.pause()
    assert intake.state.refusals == ()
    intake.presenter.save()
    assert len(intake.desk.opened) == 1


# The guest


def test_a_phone_number_finds_the_guest_and_the_history_counts_in_the_score(intake):
    intake.presenter.change(phone="138 0000 1208")
    intake.presenter.pause()
    assert intake.state.found.history.cases == (SLOW_CHECK_IN,)
    parts = {p.part: p.points for p in intake.state.priority.points}
    assert (parts["vip"], parts["repeat"]) == (4, 5)


def test_the_same_problem_still_open_counts_more(intake):
    still_open = PastCase("HH-1", SLOW_CHECK_IN.received_at, RecordType.COMPLAINT, State.ASSESSED, "H01-1", "AC")
    intake.desk.guests = [GuestHistory(TAN, (still_open,), 1)]
    intake.presenter.change(phone=TAN.phone, category="H01-1")
    intake.presenter.pause()
    assert {p.part: p.points for p in intake.state.priority.points}["repeat"] == 8
    intake.presenter.change(category="H01")
    assert {p.part: p.points for p in intake.state.priority.points}["repeat"] == 5


def test_complaints_of_more_than_ninety_days_ago_are_no_repeat(intake, clock):
    clock.set(SLOW_CHECK_IN.received_at + timedelta(days=90, seconds=1))
    intake.presenter.change(phone=TAN.phone)
    intake.presenter.pause()
    assert intake.state.found.history is not None
    assert "repeat" not in {p.part for p in intake.state.priority.points}


def test_a_name_alone_only_suggests(intake):
    intake.presenter.change(name="tan w")
    intake.presenter.pause()
    assert intake.state.found.suggestions == (TAN,)
    assert intake.state.found.history is None


def test_using_a_suggestion_fills_in_what_is_missing_and_shows_the_history(intake):
    intake.presenter.change(name="tan", honorific="Mrs")
    intake.presenter.pause()
    filled = intake.state.filled
    intake.presenter.use_guest(TAN)
    form = intake.state.form
    assert (form.name, form.honorific, form.phone, form.language) == ("Tan Wei Ling", "Mrs", TAN.phone, "en")
    assert intake.state.found.history.guest == TAN
    assert intake.state.filled == filled + 1


def test_a_complaint_names_the_record_that_the_guest_was_taken_from(intake):
    intake.presenter.change(text="Cold soup", name="tan")
    intake.presenter.use_guest(TAN)
    assert intake.presenter.opening().guest.id == TAN.id
    intake.presenter.change(phone="")
    assert intake.presenter.opening().guest.id == TAN.id


@pytest.mark.parametrize("change", [{"name": "Tan Wei Lin"}, {"anonymous": True}])
def test_another_name_or_none_is_another_guest(intake, change):
    intake.presenter.change(text="Cold soup")
    intake.presenter.use_guest(TAN)
    intake.presenter.change(**change)
    assert intake.presenter.opening().guest.id is None


def test_nobody_is_asked_about_twice_and_nobody_about_an_anonymous_guest(intake):
    intake.presenter.change(name="Tan")
    intake.presenter.pause()
    intake.presenter.change(text="more words")
    intake.presenter.pause()
    assert intake.desk.asked == [("Tan",)]
    intake.presenter.change(anonymous=True)
    intake.presenter.pause()
    assert intake.state.found.suggestions == ()
    assert intake.desk.asked == [("Tan",)]


@pytest.mark.parametrize(("name", "asked"), [("T", False), ("陈", True), ("Ta", True), (" ", False)])
def test_one_letter_is_no_name_but_one_chinese_character_is(intake, name, asked):
    intake.presenter.change(name=name)
    intake.presenter.pause()
    assert bool(intake.desk.asked) is asked


def test_an_answer_about_an_earlier_name_comes_too_late(clock):
    doors, waiting = Intake(clock).desk.later()
    intake = Intake(clock, doors=doors)
    intake.presenter.change(name="Tan")
    intake.presenter.pause()
    intake.presenter.change(name="Li Na")
    intake.presenter.pause()
    for answer in reversed(waiting):
        answer()
    assert intake.state.found.suggestions == ()


def test_the_form_works_while_guests_cannot_be_read(intake):
    intake.desk.refuse["history_of"] = intake.desk.refuse["suggest"] = WorkspaceError("database_locked")
    intake.presenter.change(text="x", phone=TAN.phone)
    intake.presenter.pause()
    assert intake.state.found.history is None
    assert intake.state.trouble is None


# Sites


def test_a_shop_asks_for_the_order_and_a_hotel_for_the_room(clock):
    assert Fact.ROOM in Intake(clock).state.completeness.ask_next
    assert Fact.REFERENCE in Intake(clock, kind=Property.RETAIL).state.completeness.ask_next


def test_categories_taken_last_are_at_hand_newest_first(intake):
    intake.presenter.set_recent(("H01-1", "gone"))
    for code in ("H02-1", "H01-1", "H03-1", "H04-1"):
        intake.presenter.change(text="x", category=code)
        intake.presenter.save()
    assert intake.state.recent == ("H04-1", "H03-1", "H01-1")


def test_equal_states_are_painted_once(intake):
    intake.presenter.change(room="1208")
    painted = len(intake.page.painted)
    intake.presenter.change(room="1208")
    assert len(intake.page.painted) == painted
