"""What answers put into the form: at once, and never over anybody's hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Channel, Flag, Scope, TimePressure
from desktop.ui.intake.form import MOST_WANTS, Hurt
from tests.support.clock import Clock
from tests.ui.intake.intake_desk import Intake

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)


@pytest.fixture
def intake(clock):
    intake = Intake(clock)
    intake.presenter.begin()
    return intake


def answer(intake, question, text="", choice=""):
    intake.presenter.answer(question, text, choice)


@pytest.mark.parametrize(
    ("question", "choice", "field", "value"),
    [
        ("others", "yes", "scope", Scope.PARTY),
        ("today", "yes", "time_pressure", TimePressure.TODAY),
        ("hurt", "no", "hurt", Hurt.NO),
        ("exposure", "regulator", "flags", frozenset({Flag.REGULATOR})),
    ],
)
def test_a_quick_answer_is_in_its_field_at_once_and_goes_with_it(intake, question, choice, field, value):
    before = getattr(intake.state.form, field)
    answer(intake, question, choice=choice)
    assert getattr(intake.state.form, field) == value
    answer(intake, question)
    assert getattr(intake.state.form, field) == before


@pytest.mark.parametrize(
    ("question", "field"), [("where", "place"), ("expected", "expected"), ("cause", "cause"), ("possible", "nature")]
)
def test_written_words_follow_every_key(intake, question, field):
    for text in ("B", "By", "By the bed"):
        answer(intake, question, text)
        assert getattr(intake.state.form, field) == text
    answer(intake, question)
    assert getattr(intake.state.form, field) == ""


def test_a_line_that_somebody_typed_stays(intake):
    intake.presenter.change(place="Lobby")
    answer(intake, "where", "By the bed")
    assert intake.state.form.place == "Lobby"
    answer(intake, "where")
    assert intake.state.form.place == "Lobby"


def test_a_rating_that_somebody_chose_stays(intake):
    intake.presenter.change(scope=Scope.SITE, hurt=Hurt.YES)
    answer(intake, "others", choice="no")
    answer(intake, "hurt", choice="no")
    assert (intake.state.form.scope, intake.state.form.hurt) == (Scope.SITE, Hurt.YES)


def test_a_longer_text_gets_a_paragraph_and_loses_it_again(intake):
    intake.presenter.change(text="It drips.\n")
    filled = intake.state.filled
    answer(intake, "what", "Since check-in")
    answer(intake, "what", "Since check-in, all night")
    assert intake.state.form.text == "It drips.\n\nSince check-in, all night"
    assert intake.state.filled > filled  # the field that shows it follows
    answer(intake, "what")
    assert intake.state.form.text == "It drips."


def test_words_that_somebody_mended_since_are_left(intake):
    answer(intake, "what", "Since check-in")
    intake.presenter.change(text="Since check-in at three")
    answer(intake, "what", "Since noon")
    assert intake.state.form.text == "Since check-in at three"


def test_a_wish_is_one_of_the_wishes(intake):
    intake.presenter.change(wants=("A refund",))
    answer(intake, "wants", "Another roo")
    answer(intake, "wants", "Another room")
    assert intake.state.form.wants == ("A refund", "Another room")
    answer(intake, "wants")
    assert intake.state.form.wants == ("A refund",)


def test_more_wishes_than_there_is_room_for_are_not_added(intake):
    intake.presenter.change(wants=tuple(str(n) for n in range(MOST_WANTS)))
    answer(intake, "wants", "One more")
    assert len(intake.state.form.wants) == MOST_WANTS


def test_a_number_is_a_phone_an_address_an_e_mail_and_the_rest_a_note(intake):
    answer(intake, "reach", "138 0000 1208")
    assert intake.state.form.phone == "138 0000 1208"
    answer(intake, "reach", "tan@example.com")
    assert (intake.state.form.phone, intake.state.form.email) == ("", "tan@example.com")
    answer(intake, "reach", "By phone, after six")
    assert intake.state.form.email == ""
    assert "By phone, after six" in intake.state.form.note


def test_notes_stand_with_their_questions_in_the_order_given(intake):
    answer(intake, "then", "Ten minutes, both times")
    answer(intake, "missing", "The noise")
    first, second = intake.state.form.note.splitlines()
    assert first.endswith("Ten minutes, both times")
    assert len(first) > len("Ten minutes, both times") + 5
    assert second.endswith("The noise")


def test_not_sure_says_nothing(intake):
    for question in ("hurt", "others", "today"):
        answer(intake, question, choice="not_sure")
    form = intake.state.form
    assert (form.hurt, form.scope, form.time_pressure) == (Hurt.NOT_ASKED, None, None)


def test_a_flag_taken_down_by_hand_takes_its_answer_back(intake):
    answer(intake, "exposure", choice="media")
    intake.presenter.change(flags=frozenset())
    assert "exposure" not in intake.state.form.conversation.answers
    intake.presenter.change(emotion=2)
    assert intake.state.form.flags == frozenset()


def test_what_is_known_is_not_asked_and_what_was_answered_stays_asked(intake):
    for _ in range(3):
        intake.presenter.go_on()

    def asked():
        return {question.id for question in intake.state.talk.card.questions}

    assert {"where", "wants", "hurt"} <= asked()
    intake.presenter.change(place="Lobby", wants=("A refund",))
    assert not {"where", "wants"} & asked()
    answer(intake, "hurt", choice="no")
    assert "hurt" in asked()


@given(st.lists(st.tuples(st.sampled_from(["what", "then", "where", "expected", "wants", "reach"]), words), max_size=8))
def test_taking_all_answers_back_leaves_the_form_as_it_was(given_answers):
    intake = Intake(Clock())
    intake.presenter.begin()
    intake.presenter.change(channel=Channel.PHONE)
    for question, text in given_answers:
        answer(intake, question, text)
    for question, _ in given_answers:
        answer(intake, question)
    assert intake.state.form.is_blank


@given(words.filter(lambda text: text.strip()), st.lists(words, max_size=5))
def test_what_somebody_typed_is_never_lost(typed, answers):
    intake = Intake(Clock())
    intake.presenter.change(text=typed, expected=typed, place=typed)
    for text in (text for text in answers if text.strip() != typed.strip()):  # the same words are anybody's
        for question in ("what", "expected", "where"):
            answer(intake, question, text)
    form = intake.state.form
    assert typed.rstrip() in form.text
    assert typed.rstrip() in form.expected
    assert form.place == typed
