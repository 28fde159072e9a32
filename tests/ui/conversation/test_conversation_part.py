"""What a person does in the centre column, and what comes of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.domain.kinds import Flag, Language
from desktop.guides.card import Asked, Place
from desktop.guides.kinds import QuestionKind
from desktop.ui.conversation.asked_row import AskedRow, ClosedRow, OpenRow
from desktop.ui.conversation.say_label import SayLabel
from desktop.ui.conversation.state import PromiseTyped
from desktop.words import load_words
from tests.ui.conversation.talking import decide, focus, hold, settle

HOSTILE = "<b>Tan</b> & <img src=x> \u202eevil {guest} %n \U0001f600"


def row_of(talk, kind):
    return next(row for row in talk.rows if isinstance(row, kind))


# Steps


def test_next_and_back_move_through_the_steps(talk):
    card = talk.part.card
    assert card.next_button.text() == "Next: Empathise"
    assert not card.back_button.isEnabled()
    talk.click(card.next_button)
    assert talk.talk.current == "empathise"
    talk.click(card.back_button)
    assert talk.talk.current == "listen"


def test_the_last_step_has_no_way_on(talk):
    talk.go_to("diagnose")
    assert talk.part.card.next_button.isHidden()


def test_a_step_without_the_guest_says_so(talk):
    talk.go_to("thank")
    assert talk.part.card.head.label.text() == "Say"
    talk.forward()
    assert talk.part.card.head.label.text() == "Without the guest"


def test_the_rail_goes_back_but_not_forward(talk):
    talk.go_to("ask")
    talk.click(talk.part.rail.step(4))
    assert talk.talk.current == "ask"
    talk.click(talk.part.rail.step(1))
    assert talk.talk.current == "empathise"
    talk.click(talk.part.rail.step(3))  # on the card before, but ahead now
    assert talk.talk.current == "empathise"


def test_the_rail_is_worked_by_keys(talk):
    talk.go_to("apologise")
    talk.part.rail.step(0).setFocus()
    talk.press(Qt.Key.Key_Tab)
    assert focus() is talk.part.rail.step(1)
    talk.press(Qt.Key.Key_Space)
    assert talk.talk.current == "empathise"


def test_screen_readers_hear_where_each_step_stands(talk):
    talk.go_to("apologise")
    names = [talk.part.rail.step(place).accessibleName() for place in (0, 2, 3)]
    assert names == [
        "Step 1 of 7: Listen, done, go back here",
        "Step 3 of 7: Apologise, now",
        "Step 4 of 7: Ask, to come",
    ]


def test_a_step_that_a_branch_puts_in_is_told(talk):
    talk.set(emotion=4)
    step = talk.part.rail.step(0)
    assert step.part.inserted
    assert step.accessibleName() == "Step 1 of 8: Stay safe, added, now"


def test_a_step_left_out_stays_on_the_rail_without_a_way_there(begin):
    talk = begin(emotion=4)
    talk.set(emotion=2)
    left_out = next(step for step in map(talk.part.rail.step, range(8)) if step.part.place is Place.LEFT_OUT)
    assert left_out.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert left_out.accessibleName().endswith("left out")


# The cursor


def test_next_puts_the_cursor_into_the_first_answer_of_the_new_step(talk):
    talk.rows[1].line.setFocus()
    talk.forward()
    assert focus() is talk.rows[0].line
    assert talk.rows[0].asked.text == "What have I missed?"


def test_a_step_that_asks_nothing_has_the_cursor_on_the_way_on(talk):
    talk.part.focus_first()
    talk.go_to("apologise")
    assert focus() is talk.part.card.next_button


def test_a_turn_of_the_dial_keeps_the_cursor_also_where_it_changes_the_step(talk):
    talk.part.mood.dial.mood(1).setFocus()
    talk.press(Qt.Key.Key_End)
    assert talk.talk.current == "safety"
    assert focus() is talk.part.mood.dial.mood(4)


def test_a_new_step_leaves_a_cursor_that_is_elsewhere_alone(talk, qtbot):
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.setFocus()
    settle()
    talk.forward()
    assert focus() is other


@pytest.mark.parametrize("compact", [False, True])
def test_tab_goes_through_the_column_as_one_reads(begin, compact):
    talk = begin(compact=compact)
    talk.go_to("agree")
    for emotion in (3, 0, 2):
        talk.set(emotion=emotion)
    stops, first = [], talk.part.rail.step(0)
    widget = first
    while not stops or widget is not first:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and talk.part.isAncestorOf(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    places = [
        (w.mapTo(talk.part, w.rect().center()).y() // 24, w.mapTo(talk.part, w.rect().center()).x()) for w in stops
    ]
    assert len(stops) > 15
    foot = talk.part.card.back_button, talk.part.card.next_button
    assert stops[-2:] == list(foot)
    assert places[:-2] == sorted(places[:-2])


def test_while_saving_nothing_can_be_changed_and_the_cursor_comes_back(talk):
    line = talk.rows[0].line
    line.setFocus()
    talk.more = {"may_talk": False}
    talk.paint()
    assert not line.isEnabled()
    talk.more = {}
    talk.paint()
    assert focus() is line


# The sentence


def test_the_guests_name_stands_out_in_the_sentence(begin):
    english, chinese = begin(), begin(Language.ZH)
    assert english.part.card.body.say.accented() == ["Ms Tan"]
    chinese.go_to("apologise")
    assert chinese.part.card.body.say.accented() == ["陈女士"]


def test_a_short_name_is_not_found_inside_other_words(qtbot, theme):
    say = SayLabel()
    qtbot.addWidget(say)
    say.show_sentence("Thank you, A. That was a bad day, A.", "A")
    assert say.accented() == ["A", "A"]


def test_another_wording_and_a_shorter_one(talk):
    before = talk.part.card.body.say.text()
    talk.click(talk.part.card.head.another)
    assert talk.part.card.body.say.text() != before
    assert talk.part.card.head.shorter.text() == "Shorter"
    talk.click(talk.part.card.head.shorter)
    assert talk.card.is_short
    assert talk.part.card.head.shorter.text() == "Longer"


def test_the_sentence_is_as_large_as_the_design_says(begin, theme):
    sizes = {}
    for language in Language:
        for compact in (False, True):
            begin(language, compact=compact)
            role = theme.metrics.role("say")
            sizes[language, compact] = role.size, role.line
    assert sizes[Language.EN, False] == (26, 36)
    assert sizes[Language.ZH, False] == (26, 42)
    assert sizes[Language.EN, True] == (22, 30)


def test_what_a_guest_is_called_is_shown_as_it_is(begin):
    talk = begin(facts=replace(begin().facts, name=HOSTILE, honorific=""))
    talk.more = {"guest_words": "<b>Tan</b>", "next_name": HOSTILE, "offered": (HOSTILE,)}
    talk.paint()
    labels = talk.part.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert talk.part.card.body.offered.words.text() == HOSTILE
    assert talk.part.card.body.say.accented() == ["<b>Tan</b>"]
    assert HOSTILE in talk.part.card.next_button.accessibleName()
    assert talk.part.card.next_button.text().startswith("Next: <b>")


# Answers


def test_what_is_typed_is_answered_at_every_key(talk):
    row = talk.rows[0]
    row.line.setFocus()
    talk.write("twice, nobody came")
    assert talk.given("what") == ("twice, nobody came", "")
    row.line.setCursorPosition(5)
    talk.write("!")
    assert row.line.cursorPosition() == 6


def test_an_input_method_answers_only_what_was_decided(begin):
    talk = begin(Language.ZH)
    talk.rows[0].line.setFocus()
    hold("kongtiao")
    assert talk.part.composing()
    talk.paint()
    talk.set(emotion=3)  # the same question again, painted over what is being composed
    assert talk.given("what") == ("", "")
    decide("空调")
    assert not talk.part.composing()
    assert talk.given("what") == ("空调", "")


def test_a_closed_question_is_answered_by_a_click_and_taken_back_by_another(talk):
    talk.go_to("empathise")
    row = row_of(talk, ClosedRow)
    talk.click(row.choice.segment("yes"))
    assert talk.given(row.asked.id) == ("", "yes")
    talk.click(row.choice.segment("yes"))
    assert talk.given(row.asked.id) == ("", "")
    assert row.choice.value() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Space])
def test_a_closed_question_is_answered_and_taken_back_by_keys(talk, key):
    talk.go_to("empathise")
    row = row_of(talk, ClosedRow)
    row.choice.setFocus()
    talk.press(Qt.Key.Key_Right)
    assert talk.given(row.asked.id)[1] == row.asked.answers[1][0]
    talk.press(key)
    assert talk.given(row.asked.id) == ("", "")


def test_a_refused_answer_leaves_what_stood(talk):
    talk.go_to("empathise")
    row = row_of(talk, ClosedRow)
    talk.refuses = True
    talk.click(row.choice.segment("yes"))
    assert row.choice.value() is None


def test_a_closed_question_is_one_stop_of_the_tab_key(talk):
    talk.go_to("empathise")
    row = row_of(talk, ClosedRow)
    segments = [row.choice.segment(key) for key, _ in row.asked.answers]

    def stops():
        return [bool(segment.focusPolicy() & Qt.FocusPolicy.TabFocus) for segment in segments]

    assert stops() == [True, False, False]
    talk.click(segments[2])
    assert stops() == [False, False, True]


def test_what_the_clerk_notices_is_ticked_at_any_step(talk):
    talk.go_to("ask")
    row = talk.part.card.body.notices.rows[1]
    talk.click(row.chips.chip("regulator"))
    assert talk.given("exposure") == ("", "regulator")
    assert Flag.REGULATOR in talk.guidance.flags(talk.talk)
    assert talk.talk.current == "rights"
    row = next(row for row in talk.part.card.body.notices.rows if row.asked.id == "exposure")
    talk.click(row.chips.chip("regulator"))
    assert talk.given("exposure") == ("", "")


def test_answers_outlive_every_turn_of_the_dial(talk):
    talk.rows[0].line.setFocus()
    talk.write("It drips")
    for emotion in (4, 2, 0, 3):
        talk.set(emotion=emotion)
    talk.part.step_chosen.emit("listen")
    assert talk.rows[0].line.text() == "It drips"


def test_rows_are_used_again_for_other_steps(talk):
    talk.go_to("ask")
    before = set(talk.rows)
    talk.forward()
    assert set(talk.rows) & before
    talk.go_to("thank")
    made = len(talk.part.findChildren(AskedRow))
    for step in ("ask", "offer", "agree", "empathise", "listen"):
        talk.part.step_chosen.emit(step)
    assert len(talk.part.findChildren(AskedRow)) == made


def test_tab_goes_on_from_a_quick_answer_wherever_it_was_chosen(talk):
    talk.go_to("ask")
    row, following = [row for row in talk.rows if isinstance(row, ClosedRow)][1:3]  # the first leads elsewhere
    for key, _ in row.asked.answers:
        talk.click(row.choice.segment(key))
        talk.press(Qt.Key.Key_Tab)
        assert following.isAncestorOf(focus())


def test_a_row_that_is_being_composed_into_is_not_used_for_another_question(talk):
    talk.rows[0].line.setFocus()
    hold("kongtiao")
    held = talk.rows[0]
    talk.part.paint(replace(talk.state, card=replace(talk.card, questions=(Asked("x", QuestionKind.OPEN, "Other?"),))))
    assert talk.rows[0] is not held


# The promise


def test_a_promise_is_written_where_the_step_records_one(talk):
    promise = talk.part.card.body.promise
    assert promise.isHidden()
    talk.go_to("agree")
    assert promise.isVisible()
    promise.what.setFocus()
    talk.write("A dry room")
    promise.clock.setFocus()
    talk.write("16:10")
    talk.click(promise.day.segment("tomorrow"))
    assert talk.promise == PromiseTyped("A dry room", "tomorrow", "16:10")
    assert promise.what.text() == "A dry room"


def test_what_is_wrong_with_a_promise_is_said_there(talk):
    talk.go_to("agree")
    talk.more = {"promise_error": "Please write a time, such as 22:30."}
    talk.paint()
    promise = talk.part.card.body.promise
    assert promise.clock.property("error") is True
    assert promise.clock.accessibleDescription() == "Please write a time, such as 22:30."
    talk.more = {}
    talk.paint()
    assert promise.clock.property("error") is False


# Notes, hints, what is offered


def test_a_note_that_calls_for_help_is_a_warning_and_others_are_quiet(talk):
    notes = talk.part.card.body.notes
    assert notes.isHidden()
    talk.set(emotion=3)
    assert notes.line(0).tone == "ink2"
    talk.set(emotion=4, flags=frozenset({Flag.INJURY}))
    assert [notes.line(place).tone for place in (0, 1)] == ["p1", "p1"]
    assert notes.texts()[0].startswith("Safety first")


def test_do_and_dont_wait_behind_a_key_in_a_compact_window(begin):
    talk = begin(compact=True)
    hints, button = talk.part.card.body.hints, talk.part.card.head.hints
    assert hints.isHidden()
    with talk.qtbot.waitSignal(talk.part.hints_toggled):
        talk.click(button)
    assert hints.isVisible()
    assert button.isChecked()
    talk.forward()
    assert hints.isVisible()
    talk.part.toggle_hints()
    settle()
    assert hints.isHidden()
    assert not button.isChecked()


def test_do_and_dont_are_always_there_in_a_roomy_window(talk, theme):
    assert talk.part.card.body.hints.isVisible()
    assert talk.part.card.head.hints.isHidden()
    theme.set_compact(True)
    settle()
    assert talk.part.card.body.hints.isHidden()
    assert talk.part.card.head.hints.isVisible()


def test_what_is_offered_is_named(talk):
    assert talk.part.card.body.offered.isHidden()
    talk.more = {"offered": ("Another room", "Breakfast for two")}
    talk.paint()
    assert talk.part.card.body.offered.words.text() == "Another room · Breakfast for two"


def test_a_guest_of_another_language_has_the_card_turned(begin):
    talk = begin(guest_language="zh")
    with talk.qtbot.waitSignal(talk.part.turned):
        talk.click(talk.part.card.body.turn)
    assert begin().part.card.body.turn.isHidden()


# Told to screen readers


def test_a_new_mood_announces_its_script_and_nothing_more(talk):
    talk.set(emotion=2)
    assert talk.heard == ["Upset script"]


def test_a_new_step_announces_its_name(talk):
    talk.forward()
    assert talk.heard == ["Empathise"]


# Languages


def test_the_language_changes_while_running_and_keeps_what_was_typed(talk, theme, translator):
    talk.rows[0].line.setFocus()
    decide("空调 drips")
    line = talk.rows[0].line
    translator.set_language(Language.ZH)
    theme.set_chinese(True)
    talk.part.set_words_source(load_words(Language.ZH))
    talk.set(language=Language.ZH)
    assert talk.rows[0].line is line
    assert line.text() == "空调 drips"
    assert talk.rows[0].tag.text() == "开放"
    assert talk.part.card.head.label.text() == "请这样说"
    assert talk.part.card.next_button.text() == "下一步：共情"
    assert talk.part.mood.dial.mood(1).accessibleName() == "不安"
    assert talk.part.mood.title.text() == "“不安”话术"


# Cheap


class _Counter(QObject):
    """Counts what a page does."""

    def __init__(self, part):
        super().__init__()
        self.painted = 0
        for widget in (part, *part.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: ARG002 (Qt's signature)
        self.painted += event.type() in (QEvent.Type.Paint, QEvent.Type.LayoutRequest)
        return False


def test_the_same_state_and_a_second_that_passes_paint_nothing(talk):
    state = talk.state
    counter = _Counter(talk.part)
    QApplication.processEvents()
    counter.painted = 0
    talk.part.paint(replace(state))
    talk.part.paint(replace(state, step_time=timedelta(seconds=9), total=timedelta(seconds=99)))
    settle()
    assert counter.painted == 0
    talk.forward()
    assert counter.painted > 0


def test_typing_lays_out_nothing_but_the_line(talk):
    row = row_of(talk, OpenRow)
    row.line.setFocus()
    talk.write("a")
    settle()
    other = _Counter(talk.part.rail)
    settle()
    other.painted = 0
    talk.write("b")
    settle()
    assert other.painted == 0


def test_an_answer_that_leads_to_another_step_takes_the_cursor_there(talk):
    talk.go_to("ask")
    hurt = row_of(talk, ClosedRow)
    talk.click(hurt.choice.segment("yes"))
    assert talk.talk.current == "help_injury"
    assert talk.rows[0].isAncestorOf(focus())
