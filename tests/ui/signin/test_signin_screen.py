"""The sign-in page through its widgets: keyboard, countdown, giving a PIN, languages."""

from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Role
from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.i18n import Translator
from desktop.ui.signin.giving import AGAIN, NEW, OWNER
from desktop.ui.signin.screen import Counter, SignInScreen
from desktop.ui.theme import Theme
from desktop.ui.widgets import PlainLabel
from desktop.words import load_words
from tests.support.clock import Clock
from tests.ui.signin.test_signin_presenter import MAYA, PEOPLE, RAO, ZHOU

LONG = StaffRow(9, "long", "Anna-Maria <b>Konstantinopoulou</b>-Featherstonehaugh", Role.OWNER, "", has_pin=True)


class Page:
    """The page at a counter, with a check that answers when told to."""

    def __init__(self, qtbot: QtBot, *, training: bool = False, desks: tuple = (("D1", "Front desk"),)) -> None:
        self.clock, self.language = Clock(), Language.EN
        self.checks: list[tuple] = []
        self.gifts: list[tuple] = []
        self.came: list[Person] = []
        self.screen = SignInScreen(
            Counter("Harbour Hotel", UTC, desks, training),
            lambda *call: self.checks.append(call),
            lambda *call: self.gifts.append(call),
            self.came.append,
            lambda: load_words(self.language),
            self.clock,
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(1366, 696)
        self.screen.show_people((*PEOPLE, LONG), "D1")
        self.screen.show()
        self.screen.activateWindow()
        qtbot.waitUntil(self.screen.isActiveWindow)
        self.screen.arrive()

    def refuse(self, code: str, **params: object) -> None:
        self.checks[-1][4](UserError(code, "pin", **params))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    return Page(qtbot)


def test_the_whole_way_in_goes_by_keyboard(page: Page, qtbot: QtBot) -> None:
    people, pin = page.screen.people, page.screen.pane.pin
    qtbot.keyClick(people, Qt.Key.Key_Down)
    assert page.screen.pane.name.text() == "Sunita Rao"
    qtbot.keyClick(people, Qt.Key.Key_2)
    assert (pin.hasFocus(), pin.text()) == (True, "2")
    qtbot.keyClicks(pin, "46810")
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    assert page.checks[0][:2] == ("rao", "246810")
    page.checks[0][3](RAO.as_person("D1"))
    assert page.came == [RAO.as_person("D1")]
    assert pin.text() == ""


def test_the_whole_way_in_goes_by_mouse(page: Page, qtbot: QtBot) -> None:
    people = page.screen.people
    place = people.visualRect(people.people.place_of("maya")).center()
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert page.screen.pane.pin.hasFocus()
    page.screen.pane.pin.setText("123456")
    qtbot.mouseClick(page.screen.pane.button, Qt.MouseButton.LeftButton)
    assert page.checks[0][:2] == ("maya", "123456")


def test_a_wrong_pin_empties_the_field_and_keeps_the_focus(page: Page, qtbot: QtBot) -> None:
    page.screen.presenter.choose("maya")
    page.screen.pane.go_to_pin()
    qtbot.keyClicks(page.screen.pane.pin, "999999")
    qtbot.keyClick(page.screen.pane.pin, Qt.Key.Key_Return)
    page.refuse("sign_in_failed", left=4)
    pane = page.screen.pane
    assert pane.error.text() == "That PIN doesn’t match. 4 tries left. Please try again."
    assert (pane.pin.text(), pane.pin.hasFocus(), pane.pin.property("error")) == ("", True, True)
    assert pane.pin.accessibleDescription() == pane.error.text()


def test_the_next_digit_takes_the_reproach_away(page: Page, qtbot: QtBot) -> None:
    page.screen.presenter.choose("maya")
    page.screen.presenter.enter("999999")
    page.refuse("sign_in_failed", left=4)
    qtbot.keyClicks(page.screen.pane.pin, "1")
    assert not page.screen.pane.error.isVisible()


def test_a_lock_counts_down_and_gives_the_field_back(page: Page) -> None:
    pane = page.screen.pane
    page.screen.presenter.choose("maya")
    pane.go_to_pin()
    page.screen.presenter.enter("999999")
    page.refuse("locked_out", seconds=30)
    assert (pane.pin.isEnabled(), pane.button.isEnabled()) == (False, False)
    assert "00:30" in pane.error.text()
    page.clock.advance(timedelta(seconds=11))
    page.screen._on_second()
    assert "00:19" in pane.error.text()
    page.clock.advance(timedelta(seconds=19))
    page.screen._on_second()
    assert (pane.pin.isEnabled(), pane.pin.hasFocus(), pane.error.text()) == (True, True, "")


def test_a_passphrase_is_a_usual_field(page: Page, qtbot: QtBot) -> None:
    page.screen.presenter.choose("maya")
    qtbot.mouseClick(page.screen.pane.switch, Qt.MouseButton.LeftButton)
    pin = page.screen.pane.pin
    assert (pin.mode, pin.hasFocus(), page.screen.pane.label.text()) == ("passphrase", True, "Passphrase")
    qtbot.keyClicks(pin, "correct horse")
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    assert page.checks[0][1] == "correct horse"


def test_the_pin_is_never_shown(page: Page) -> None:
    page.screen.presenter.choose("maya")
    for by_passphrase in (False, True):
        page.screen.presenter.use_passphrase(by_passphrase)
        assert page.screen.pane.pin.echoMode() == QLineEdit.EchoMode.Password


def test_a_cover_that_goes_away_leaves_no_pin_behind(page: Page) -> None:
    page.screen.presenter.choose("maya")
    page.screen.pane.pin.setText("1234")
    page.screen.hide()
    assert page.screen.pane.pin.text() == ""


def test_the_owner_gives_a_pin_at_the_desk(page: Page, qtbot: QtBot) -> None:
    page.screen.presenter.choose("zhou")
    assert not page.screen.pane.pin.isVisible()
    qtbot.mouseClick(page.screen.pane.give, Qt.MouseButton.LeftButton)
    form = page.screen.giving
    assert form is not None
    assert form.fields[OWNER].hasFocus()
    for name, text in ((OWNER, "246810"), (NEW, "123456"), (AGAIN, "123456")):
        form.fields[name].setText(text)
    qtbot.keyClick(form.fields[AGAIN], Qt.Key.Key_Return)
    assert page.gifts[0][:4] == ("long", "246810", "zhou", "123456")
    page.gifts[0][4]()
    assert (page.screen.giving, page.screen.pane.pin.hasFocus()) == (None, True)


def test_a_mistake_in_the_form_is_said_at_its_field_which_gets_the_focus(page: Page, qtbot: QtBot) -> None:
    page.screen.presenter.choose("zhou")
    page.screen.pane.give.click()
    form = page.screen.giving
    assert form is not None
    form.fields[OWNER].setText("246810")
    form.fields[NEW].setText("123")
    form.button.click()
    assert form.fields[NEW].hasFocus()
    assert "6 digits or more" in form.rows[NEW].error.text()
    assert form.rows[OWNER].error.text() == ""


def test_esc_leaves_the_form(page: Page, qtbot: QtBot) -> None:
    page.screen.presenter.choose("zhou")
    page.screen.pane.give.click()
    assert page.screen.giving is not None
    qtbot.keyClick(page.screen.giving.fields[OWNER], Qt.Key.Key_Escape)
    assert (page.screen.giving, page.screen.people.hasFocus()) == (None, True)


def test_the_language_can_be_changed_before_anyone_is_in(page: Page, qtbot: QtBot, qapp: QApplication) -> None:
    translator = Translator(qapp)
    page.screen.presenter.choose("maya")
    page.screen.pane.pin.setText("1234")

    def follow(language: Language) -> None:
        page.language = language
        translator.set_language(language)

    page.screen.language_chosen.connect(follow)
    qtbot.mouseClick(page.screen.language.segment(Language.ZH), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    pane = page.screen.pane
    assert (pane.button.text(), pane.role.text(), pane.pin.text()) == ("登录", "前台接待", "1234")
    translator.set_language(Language.EN)


def test_a_choice_of_desks_appears_where_there_are_several(qtbot: QtBot, theme: Theme) -> None:
    page = Page(qtbot, desks=(("D1", "Front desk"), ("D2", "Concierge")))
    assert page.screen.desks.isVisible()
    page.screen.desks.setCurrentIndex(1)
    assert page.screen.presenter.state.desk == "D2"


def test_one_desk_is_no_choice(page: Page) -> None:
    assert not page.screen.desks.isVisible()


def test_enter_on_a_button_presses_it(qtbot: QtBot, theme: Theme) -> None:
    page = Page(qtbot, training=True)
    page.screen.presenter.choose("maya")
    page.screen.pane.button.setFocus()
    qtbot.keyClick(page.screen.pane.button, Qt.Key.Key_Return)
    assert page.came == [MAYA.as_person("D1")]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1366, 696), (1280, 640)])
def test_nothing_is_cut_off_with_the_largest_text(
    qtbot: QtBot, theme: Theme, qapp: QApplication, language: Language, size: tuple[int, int]
) -> None:
    translator = Translator(qapp, language)
    theme.set_text_size(125)
    theme.set_compact(True)
    page = Page(qtbot)
    page.language = language
    page.screen.resize(*size)
    page.screen.presenter.choose("zhou")
    page.screen.pane.give.click()
    assert page.screen.giving is not None
    page.screen.giving.presenter.give("246810", "1", "")
    QApplication.processEvents()
    assert page.screen.height() == size[1], "the page asks for more room than there is"
    for label in page.screen.findChildren(PlainLabel):
        if label.isVisible() and LONG.name not in label.text():
            assert not label.is_cut(), label.text()
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    translator.set_language(Language.EN)


def test_names_are_plain_text(page: Page) -> None:
    page.screen.presenter.choose("long")
    assert page.screen.pane.name.text() == LONG.name
    assert page.screen.pane.name.textFormat() == Qt.TextFormat.PlainText


def test_the_list_of_people_keeps_qts_rules(page: Page, qtmodeltester) -> None:
    qtmodeltester.check(page.screen.people.people)


def test_screen_readers_hear_name_and_role(page: Page) -> None:
    model = page.screen.people.people
    said = [model.data(model.place_of(row.login), Qt.ItemDataRole.AccessibleTextRole) for row in (MAYA, ZHOU)]
    assert said == ["Maya Chen, Counter staff", "周建国, No PIN yet"]
