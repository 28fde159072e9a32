"""The first run: its rules without a window, and the page through real widgets."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.kinds import Language, Property
from desktop.errors import UserError
from desktop.ui.firstrun import FirstRunAnswers, FirstRunScreen
from desktop.ui.firstrun.presenter import FirstRunPresenter, missing_answer
from desktop.ui.firstrun.state import FirstRunState, Step, code_from
from desktop.ui.i18n import Translator
from desktop.ui.tasks import InlineRunner
from desktop.words import load_words

PIN = "135790"
FILLED = FirstRunAnswers(
    site="Harbour Hotel", code="HH", desk="Front desk", owner="Maya Chen", secret=PIN, repeated=PIN
)


class Painted(list):
    paint = list.append

    def lead_to(self, field):
        self.led_to = field


def presenter(painted, create=lambda _answers: Path("made"), finished=lambda _folder: None):
    return FirstRunPresenter(painted, create, lambda file, _pass: file, InlineRunner(), finished, Language.EN)


@pytest.mark.parametrize(
    ("name", "property_", "code"),
    [
        ("Harbour Hotel", Property.HOTEL, "HH"),
        ("The Grand Old Sea View Inn", Property.HOTEL, "TGOS"),
        ("Lumière", Property.RETAIL, "LU"),
        ("海港酒店", Property.HOTEL, "HT"),
        ("好又多超市", Property.RETAIL, "SH"),
        ("  ", Property.HOTEL, ""),
    ],
)
def test_the_site_code_follows_from_the_name(name, property_, code):
    assert code_from(name, property_) == code


@pytest.mark.parametrize(("owner", "login"), [("Maya Chen", "maya"), ("陈美雅", "陈美雅"), ("J. Öst", "j"), ("", "")])
def test_the_login_is_the_first_name(owner, login):
    assert FirstRunAnswers(owner=owner).login == login


def test_a_code_typed_by_hand_no_longer_follows_the_name():
    run = presenter(Painted())
    run.write("site", "Harbour Hotel")
    assert run.state.answers.code == "HH"
    run.write("code", "hx")
    run.write("site", "Harbour Palace")
    assert run.state.answers.code == "HX"


@pytest.mark.parametrize("field", ["site", "code", "desk", "owner"])
def test_an_answer_that_is_missing_is_named(field):
    refusal = missing_answer(FirstRunState(replace(FILLED, **{field: " "})))
    assert (refusal.code, refusal.field) == ("missing", field)


def test_different_pins_are_refused_at_the_second_one():
    refusal = missing_answer(FirstRunState(replace(FILLED, repeated="135791")))
    assert (refusal.code, refusal.field) == ("pins_differ", "repeated")


def test_nothing_is_missing_once_all_is_answered():
    state = FirstRunState(FILLED)
    assert missing_answer(state) is None
    assert state.current is Step.START


def test_a_refusal_of_the_site_leads_to_its_field_and_another_try_works():
    painted, made = Painted(), []
    refusals = [UserError("pin_too_short", "pin", least=6)]

    def create(answers):
        if refusals:
            raise refusals.pop()
        return Path("made")

    run = presenter(painted, create, made.append)
    run.state = FirstRunState(FILLED)
    run.start()
    assert painted.led_to == "pin"
    assert run.state.refusal.code == "pin_too_short"
    run.start()
    assert made == [Path("made")]


@pytest.fixture
def screen(qtbot, theme):
    made = []

    def create(answers):
        made.append(answers)
        return Path("made")

    page = FirstRunScreen(create, lambda file, _pass: file, InlineRunner(), load_words(Language.EN), Language.EN)
    page.made = made
    qtbot.addWidget(page)
    page.resize(1280, 640)
    page.show()
    page.arrive()
    return page


def test_a_desk_is_set_up_by_keyboard_alone(screen, qtbot):
    for text in ("Harbour Hotel", "Front desk", "Maya Chen"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # the code is there already
    qtbot.keyClicks(QApplication.focusWidget(), PIN)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), PIN)
    with qtbot.waitSignal(screen.finished):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (answers,) = screen.made
    assert (answers.site, answers.desk, answers.owner) == ("Harbour Hotel", "Front desk", "Maya Chen")
    assert answers.code == "HH"
    assert answers.secret == PIN


def test_a_shop_is_set_up_by_mouse_and_input_method(screen, qtbot):
    qtbot.mouseClick(screen.form.properties[Property.RETAIL], Qt.MouseButton.LeftButton)
    for name, text in (("site", "好又多超市"), ("desk", "服务台"), ("owner", "陈美雅")):
        field = screen.form.fields[name]
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        QApplication.sendEvent(field, commit)
    for field in (screen.form.secret, screen.form.repeated):
        field.setText(PIN)
    with qtbot.waitSignal(screen.finished):
        qtbot.mouseClick(screen.start_button, Qt.MouseButton.LeftButton)
    (answers,) = screen.made
    assert (answers.site, answers.code, answers.property_, answers.opens) == (
        "好又多超市",
        "SH",
        Property.RETAIL,
        "10:00",
    )


def test_what_is_missing_is_said_at_its_field(screen, qtbot):
    qtbot.mouseClick(screen.start_button, Qt.MouseButton.LeftButton)
    assert screen.form.rows["site"].error.text()
    assert screen.form.fields["site"].hasFocus()
    assert screen.made == []


def test_another_language_keeps_what_was_typed(screen, qtbot, qapp):
    qtbot.keyClicks(screen.form.fields["site"], "Harbour Hotel")
    translator = Translator(qapp, Language.EN)
    try:
        screen.language_chosen.connect(translator.set_language)
        qtbot.mouseClick(screen.form.languages[Language.ZH], Qt.MouseButton.LeftButton)
        screen.set_language(load_words(Language.ZH))
        qtbot.waitUntil(lambda: screen.start_button.text() == "打开服务台")
        assert screen.form.fields["site"].text() == "Harbour Hotel"
        assert screen.presenter.state.answers.language is Language.ZH
    finally:
        translator.set_language(Language.EN)


def test_a_passphrase_can_take_the_place_of_a_pin(screen, qtbot):
    qtbot.mouseClick(screen.form.as_passphrase, Qt.MouseButton.LeftButton)
    screen.form.secret.setText("harbour lights at nine")
    screen.form.repeated.setText("harbour lights at nine")
    assert screen.presenter.state.secrets_agree
