"""The card that is turned to the guest."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit, QWidget

from desktop.domain.kinds import Language
from desktop.ui.conversation.turned_card import TurnedCard
from tests.ui.conversation.talking import focus, settle

SECRET = "room 1208, shouted at us"


@pytest.fixture
def talk(begin):
    talk = begin(guest_language="zh")
    talk.answer("what", SECRET, "")
    return talk


@pytest.fixture
def card(talk, qtbot):
    card = TurnedCard()
    qtbot.addWidget(card)
    card.resize(1278, 826)
    card.paint(talk.card.turned)
    card.answered.connect(talk.answer)
    card.answered.connect(lambda *_: card.paint(talk.card.turned))
    card.show()
    qtbot.waitExposed(card)
    card.activateWindow()
    settle()
    return card


def test_both_languages_weigh_the_same(card):
    english, chinese = card.english, card.chinese
    assert abs(english.width() - chinese.width()) <= 1
    assert english.say.height() >= english.say.heightForWidth(english.say.width())
    assert english.say.font_role() == chinese.say.font_role() == "score"


def test_nothing_else_of_the_case_is_on_it(card, talk):
    turned = talk.card.turned
    shown = {label.text() for label in card.findChildren(QLabel)}
    asked = {asked.text for asked in (*turned.questions_en, *turned.questions_zh)}
    assert shown == {turned.en, turned.zh, *asked}
    assert SECRET not in " ".join(shown)
    assert card.findChildren(QLineEdit) == card.findChildren(QTextEdit) == []
    notices = {row.asked.text for row in talk.part.card.body.notices.rows}
    assert notices
    assert not notices & shown


def test_the_guest_answers_in_either_language(card, talk, qtbot):
    talk.go_to("empathise")
    card.paint(talk.card.turned)
    settle()
    asked = next(question for question in card.chinese.questions if question.buttons)
    answers = asked.asked.answers
    qtbot.mouseClick(asked.buttons["yes"], Qt.MouseButton.LeftButton)
    assert talk.given(asked.asked.id) == ("", "yes")
    other = next(question for question in card.english.questions if question.buttons)
    assert other.buttons["yes"].isChecked()
    qtbot.mouseClick(other.buttons["yes"], Qt.MouseButton.LeftButton)
    assert talk.given(asked.asked.id) == ("", "")
    assert [button.text() for button in asked.buttons.values()] == [word for _, word in answers]
    assert all(button.height() >= 52 for button in asked.buttons.values())


def test_what_the_clerk_wrote_beside_a_choice_is_kept(card, talk, qtbot):
    talk.go_to("empathise")
    closed = next(asked for asked in talk.card.questions if asked.answers)
    talk.answer(closed.id, "nodded", "")
    card.paint(talk.card.turned)
    settle()
    qtbot.mouseClick(card.english.questions[-1].buttons["yes"], Qt.MouseButton.LeftButton)
    assert talk.given(closed.id) == ("nodded", "yes")


def test_a_refused_answer_does_not_stay_on_the_card(talk, qtbot):
    talk.go_to("empathise")
    card = TurnedCard()
    qtbot.addWidget(card)
    card.paint(talk.card.turned)
    card.show()
    button = card.english.questions[-1].buttons["yes"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isChecked()


def test_esc_closes_it_and_does_nothing_behind_it(talk, qtbot):
    behind = []
    page = QWidget()
    qtbot.addWidget(page)
    page.keyPressEvent = behind.append
    card = TurnedCard(page)
    card.paint(talk.card.turned)
    page.show()
    page.activateWindow()
    card.focus_first()
    settle()
    with qtbot.waitSignal(card.closed):
        qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert behind == []
    with qtbot.waitSignal(card.closed):
        qtbot.mouseClick(card.close_button, Qt.MouseButton.LeftButton)


def test_it_is_worked_by_keys(card, talk, qtbot):
    talk.go_to("empathise")
    card.paint(talk.card.turned)
    settle()
    card.focus_first()
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    asked = next(asked for asked in talk.card.questions if asked.answers)
    assert talk.given(asked.id)[1] == asked.answers[0][0]


def test_without_an_answer_to_choose_the_way_back_has_the_cursor(card):
    card.focus_first()
    assert focus() is card.close_button


@pytest.mark.parametrize("size", [(1278, 826), (1192, 566)])
@pytest.mark.parametrize("text_size", [100, 125])
def test_every_step_fits_its_columns(begin, qtbot, theme, size, text_size):
    talk = begin(guest_language="zh", text_size=text_size, compact=size[1] < 700)
    card = TurnedCard()
    qtbot.addWidget(card)
    card.resize(*size)
    card.show()
    while talk.card.turned is not None:
        card.paint(talk.card.turned)
        settle()
        for side in (card.english, card.chinese):
            assert side.width() <= size[0] // 2 + 1
            for label in (side.say, *(question.text for question in side.questions)):
                assert label.height() >= label.heightForWidth(label.width())
            buttons = [button for question in side.questions for button in question.buttons.values()]
            assert all(button.width() >= button.sizeHint().width() for button in buttons)
        if talk.guidance.next_step(talk.talk) is None:
            break
        talk.forward()


def test_a_long_sentence_is_set_smaller_in_both_languages(card, talk):
    turned = talk.card.turned
    large = card.english.say.font_role()
    card.paint(replace(turned, en=turned.en * 8))
    assert card.english.say.font_role() == card.chinese.say.font_role() == "say" != large


def test_english_is_set_in_the_latin_font_also_in_a_chinese_window(card, theme, translator):
    translator.set_language(Language.ZH)
    theme.set_chinese(True)
    settle()
    assert card.close_button.text() == "关闭"
    assert card.english.say.spoken_in().families()[0] == "Noto Sans"
    assert card.chinese.say.spoken_in().families()[0] == "Noto Sans SC"
