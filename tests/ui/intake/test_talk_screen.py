"""The conversation on the page: by keys, by an input method, with the card turned to the guest."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import AddPromise, Assess, Propose
from desktop.domain.kinds import Flag, Language, Scope
from desktop.errors import UserError
from desktop.guides.kinds import QuestionKind
from desktop.ui.conversation.state import PromiseTyped
from desktop.ui.intake.columns import Middle
from desktop.words import load_words
from tests.ui.intake.intake_desk import MOVE, SmallDesk

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def write(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def compose(preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def step(shown):
    return shown.state.talk.card.step


def go_to(shown, wanted):
    while step(shown) != wanted:
        shown.screen.next_step()


def test_a_conversation_is_led_by_keyboard_alone_and_leaves_a_complete_case(shown, qtbot):
    write("The air-conditioner drips")
    shown.screen.presenter.change(category="H01-1", severity=3, scope=Scope.PARTY)
    press(Qt.Key.Key_4, CTRL)
    press(Qt.Key.Key_Right, ALT)
    press(Qt.Key.Key_Right, ALT)
    press(Qt.Key.Key_BracketRight, CTRL)
    assert step(shown) == "ask"
    first = shown.state.talk.card.questions[0]
    assert first.kind is QuestionKind.OPEN
    write("By the bed")
    assert next(q.given for q in shown.state.talk.card.questions if q.id == first.id) == "By the bed"
    press(Qt.Key.Key_Left, ALT)
    assert step(shown) == "apologise"
    shown.screen.presenter.add_offer(MOVE)
    go_to(shown, "agree")
    promise = shown.screen.talk.card.body.promise
    promise.what.setFocus()
    write("Move to 1412")
    promise.clock.setFocus()
    write("2230")
    with qtbot.waitSignal(shown.screen.saved):
        press(Qt.Key.Key_Return, CTRL)
    (opening,) = shown.desk.opened
    assert [row.step for row in opening.talk.steps][-1] == "agree"
    assert opening.on_the_spot
    assert [type(act) for act in shown.desk.done][:3] == [Assess, Propose, AddPromise]
    assert (step(shown), shown.screen.hearing.narrative.hasFocus()) == ("listen", True)


def test_next_puts_the_cursor_into_the_first_answer(shown):
    go_to(shown, "ask")
    assert shown.screen.talk.isAncestorOf(QApplication.focusWidget())
    write("Since noon")
    assert shown.state.talk.card.questions[0].given == "Since noon"


def test_what_is_composed_in_an_answer_moves_nothing_and_is_kept_once_decided(shown):
    go_to(shown, "ask")
    before = shown.state.form
    compose(preedit="kong tiao")
    for key, modifiers in (
        (Qt.Key.Key_Right, ALT),
        (Qt.Key.Key_Left, ALT),
        (Qt.Key.Key_2, CTRL),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, CTRL),
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        press(key, modifiers)
    assert shown.state.form == before
    assert shown.screen.columns.shown is Middle.TALK
    compose(commit="空调在滴水")
    assert shown.state.talk.card.questions[0].given == "空调在滴水"


def test_f4_gives_another_wording_and_shift_f4_the_shorter_one(shown):
    first = shown.state.talk.card.say
    press(Qt.Key.Key_F4)
    assert shown.state.talk.card.say != first
    press(Qt.Key.Key_F4, SHIFT)
    assert shown.state.talk.card.is_short


def test_f3_shows_do_and_dont_where_there_is_little_room(show):
    shown = show((1366, 696))
    assert not shown.screen.talk.card.body.hints_open
    press(Qt.Key.Key_F3)
    assert shown.screen.talk.card.body.hints_open


def test_details_stand_in_place_of_the_conversation_and_go_again(shown):
    press(Qt.Key.Key_D, CTRL)
    assert shown.screen.about.isVisible()
    assert not shown.screen.talk.isVisible()
    press(Qt.Key.Key_Right, ALT)
    assert step(shown) == "listen"
    press(Qt.Key.Key_D, CTRL)
    assert shown.screen.talk.isVisible()


def test_a_refused_field_among_the_details_is_revealed(shown):
    write("x")
    shown.screen.presenter.change(email="a" * 1001)
    shown.screen.save()
    assert shown.screen.further.email.hasFocus()


def test_a_refused_promise_leads_back_to_its_step_and_the_time(shown):
    write("x")
    go_to(shown, "agree")
    shown.screen.presenter.promise(PromiseTyped("Move", "today", "20:00"))
    go_to(shown, "thank")
    shown.screen.toggle_details()
    shown.screen.save()
    assert step(shown) == "agree"
    assert shown.screen.talk.card.body.promise.clock.hasFocus()


def test_the_times_run_on_in_the_head(shown):
    shown.clock.advance(timedelta(minutes=5, seconds=7))
    shown.screen.next_step()
    shown.clock.advance(timedelta(minutes=1, seconds=5))
    shown.screen.tick()
    assert (shown.screen.head.step.text(), shown.screen.head.timer.text()) == ("This step 1:05", "06:12")


def test_the_card_turned_to_the_guest_stands_alone_and_takes_their_answer(shown):
    shown.screen.presenter.change(language="zh")
    go_to(shown, "ask")
    shown.screen.talk.turned.emit()
    screen = shown.screen
    assert screen.turned.isVisible()
    assert [part.isVisible() for part in (screen.head, screen.columns, screen.foot)] == [False] * 3
    question = next(one for one in screen.turned.chinese.questions if one.asked.id == "hurt")
    question.buttons["no"].click()
    assert shown.state.form.conversation.answers["hurt"].choice == "no"
    press(Qt.Key.Key_Escape)
    assert not screen.turned.isVisible()
    assert screen.columns.isVisible()
    assert shown.desk.stored == {}, "Esc turned the card, it parked nothing"


def test_the_card_turns_back_by_itself_where_the_guest_speaks_the_desks_language(shown):
    shown.screen.presenter.change(language="zh")
    shown.screen.turn_card(True)
    shown.screen.presenter.change(language="en")
    assert shown.screen.columns.isVisible()


def test_an_answer_that_belongs_to_the_words_is_seen_there_with_what_was_typed_last(shown):
    write("It drips")
    shown.screen.talk.answered.emit("what", "Since noon", "")
    assert shown.screen.hearing.narrative.text() == "It drips\n\nSince noon"


def test_the_other_language_words_the_card_while_it_runs(shown, translator):
    go_to(shown, "ask")
    write("By the bed")
    translator.set_language(Language.ZH)
    shown.screen.set_words(load_words(Language.ZH))
    assert shown.state.talk.card.name == "询问"
    assert shown.state.talk.card.questions[0].given == "By the bed"
    assert shown.screen.head.step.text().startswith("本步")


def test_what_waits_is_said_with_the_number(shown, qtbot):
    write("x")
    shown.screen.presenter.add_offer(MOVE)
    shown.desk.refuse["Assess"] = UserError("incomplete_assessment", "severity", fields="severity")
    with qtbot.waitSignal(shown.screen.told) as told:
        shown.screen.save()
    assert told.args[0].startswith("Recorded as 1119-0001. It isn’t assessed yet; an offer waits for that:")
    assert len(shown.desk.opened) == 1


def test_a_half_typed_offer_keeps_the_case_from_being_saved_without_it(shown):
    write("x")
    shown.screen.offers.more.click()
    shown.screen.offers.editor.note.setFocus()
    write("Late check-out")
    shown.screen.save()
    assert shown.desk.opened == []


def test_a_past_case_is_asked_for_by_its_number(shown, qtbot):
    shown.screen.presenter.change(category="H01-1")
    with qtbot.waitSignal(shown.screen.case_wanted) as wanted:
        shown.screen.past.numbers[0].click()
    assert wanted.args == ["HH-D1-20260902-0004"]


def test_the_manager_is_told_by_one_click_and_it_is_in_the_record(shown):
    write("She slipped")
    shown.screen.presenter.change(flags=frozenset({Flag.INJURY}))
    shown.screen.told_part.button.click()
    shown.screen.presenter.change(flags=frozenset({Flag.INJURY, Flag.FIRE}))
    shown.clock.advance(timedelta(minutes=8))
    shown.screen.told_part.button.click()
    shown.screen.save()
    assert [act.text for act in shown.desk.done] == ["Told S. Rao at 21:42, 21:50."]


def test_without_a_guide_the_details_stand_there_from_the_start(show, monkeypatch):
    def refuse(_desk):
        raise UserError("unexpected")

    monkeypatch.setattr(SmallDesk, "leading", refuse)
    shown = show()
    assert shown.screen.about.isVisible()
    assert not shown.screen.head.details.isVisible()
    write("It drips")
    press(Qt.Key.Key_Return, CTRL)
    assert shown.desk.opened[0].text == "It drips"
