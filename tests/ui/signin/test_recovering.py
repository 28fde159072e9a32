"""An owner without the PIN: the recovery sheet's way in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Role
from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.signin.recovering import AGAIN, CODE, NEW, RecoveringPresenter, RecoveringState
from desktop.ui.signin.screen import Counter, SignInScreen
from desktop.ui.theme import Theme
from desktop.words import load_words
from tests.support.clock import Clock
from tests.ui.signin.test_signin_presenter import MAYA

ANNA = StaffRow(4, "anna", "Anna Berg", Role.OWNER, "", has_pin=True)
GIVEN = ("7K2M-9QXD", "246810", "246810")


class Form:
    """A view, and a way in that answers when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []
        self.presenter = RecoveringPresenter(self, lambda *call: self.asked.append(call), RecoveringState(ANNA, "D1"))

    def paint(self, state: RecoveringState) -> None:
        self.state = state


@pytest.mark.parametrize(
    ("fields", "wrong", "code"),
    [
        (("  ", "246810", "246810"), CODE, "missing"),
        (("7K2M", "", ""), NEW, "pin_missing"),
        (("7K2M", "12345", "12345"), NEW, "pin_too_short"),
        (("7K2M", "abcdefg", "abcdefg"), NEW, "passphrase_too_short"),
        (("7K2M", "123456", "123457"), AGAIN, "pins_differ"),
    ],
)
def test_the_first_mistake_is_said_at_its_field(fields: tuple[str, str, str], wrong: str, code: str) -> None:
    form = Form()
    form.presenter.try_code(*fields)
    assert form.asked == []
    assert form.state.refusal is not None
    assert (form.state.wrong, form.state.refusal.code) == (wrong, code)


def test_the_code_is_tried_once_at_a_time() -> None:
    form = Form()
    form.presenter.try_code(*GIVEN)
    form.presenter.try_code(*GIVEN)
    assert [call[:4] for call in form.asked] == [("anna", "7K2M-9QXD", "246810", "D1")]


@pytest.mark.parametrize(
    ("code", "field", "wrong"),
    [("recovery_wrong", "code", CODE), ("locked_out", "code", CODE), ("pin_too_short", "pin", NEW)],
)
def test_a_refusal_is_said_where_it_belongs(code: str, field: str, wrong: str) -> None:
    form = Form()
    form.presenter.try_code(*GIVEN)
    form.asked[0][5](UserError(code, field, left=4, seconds=30, least=6))
    assert (form.state.wrong, form.state.is_checking, form.state.person) == (wrong, False, None)


def test_once_let_in_nothing_is_tried_any_more() -> None:
    form = Form()
    form.presenter.try_code(*GIVEN)
    form.asked[0][4](ANNA.as_person("D1"))
    form.presenter.try_code(*GIVEN)
    assert (form.state.person, len(form.asked)) == (ANNA.as_person("D1"), 1)


# On screen


class Page:
    """The sign-in page of a live desk."""

    def __init__(self, qtbot: QtBot, *, training: bool = False, can_recover: bool = True) -> None:
        self.asked: list[tuple] = []
        self.came: list[Person] = []
        self.sheets: list[bool] = []
        recover: Callable[..., object] = lambda *call: self.asked.append(call)  # noqa: E731 (a function to hand in)
        self.screen = SignInScreen(
            Counter("Harbour Hotel", Clock()().tzinfo, (("D1", "Front desk"),), training),  # type: ignore[arg-type]  # UTC
            recover,  # what a PIN is checked by doesn't matter here
            recover,
            self.came.append,
            lambda: load_words(Language.EN),
            Clock(),
            recover=recover if can_recover else None,
        )
        self.screen.sheet_wanted.connect(lambda: self.sheets.append(True))
        qtbot.addWidget(self.screen)
        self.screen.resize(1366, 696)
        self.screen.show_people((ANNA, MAYA), "D1", likely="anna")
        with qtbot.waitActive(self.screen):
            self.screen.show()
            self.screen.activateWindow()
        self.screen.arrive()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    return Page(qtbot)


def test_the_way_in_goes_by_keyboard(page: Page, qtbot: QtBot) -> None:
    page.screen.pane.forgotten.setFocus()
    qtbot.keyClick(page.screen.pane.forgotten, Qt.Key.Key_Return)
    form = page.screen.recovering
    assert form is not None
    assert form.fields[CODE].hasFocus()
    for name, text in zip((CODE, NEW, AGAIN), GIVEN, strict=True):
        qtbot.keyClicks(form.fields[name], text)
    qtbot.keyClick(form.fields[AGAIN], Qt.Key.Key_Return)
    assert page.asked[0][:4] == ("anna", *GIVEN[:2], "D1")
    page.asked[0][4](ANNA.as_person("D1"))
    assert form.go.hasFocus()
    qtbot.keyClick(form.go, Qt.Key.Key_Return)
    assert (page.came, page.sheets, page.screen.recovering) == ([ANNA.as_person("D1")], [], None)


def test_a_new_sheet_is_offered_after_the_old_one_is_spent(page: Page, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.screen.pane.forgotten, Qt.MouseButton.LeftButton)
    form = page.screen.recovering
    assert form is not None
    form.presenter.try_code(*GIVEN)
    page.asked[0][4](ANNA.as_person("D1"))
    assert {field.text() for field in form.fields.values()} == {""}
    qtbot.mouseClick(form.sheet, Qt.MouseButton.LeftButton)
    assert (page.came, page.sheets) == ([ANNA.as_person("D1")], [True])


def test_a_wrong_code_is_said_at_the_code(page: Page) -> None:
    page.screen.pane.forgotten.click()
    form = page.screen.recovering
    assert form is not None
    form.presenter.try_code(*GIVEN)
    page.asked[0][5](UserError("recovery_wrong", "code", left=4))
    expected = "That code doesn’t match. 4 tries left. Please check it against your newest sheet."
    assert (form.rows[CODE].error.text(), form.fields[CODE].hasFocus()) == (expected, True)


def test_only_an_owner_with_a_pin_is_offered_it(page: Page) -> None:
    assert page.screen.pane.forgotten.isVisible()
    page.screen.presenter.choose("maya")
    assert not page.screen.pane.forgotten.isVisible()


def test_it_is_there_while_the_pin_is_locked(page: Page) -> None:
    page.screen.presenter.enter("271828")
    page.screen.presenter._on_refused(UserError("locked_out", "pin", seconds=30))
    assert page.screen.pane.forgotten.isVisible()


@pytest.mark.parametrize(("training", "can_recover"), [(True, True), (False, False)])
def test_without_pins_or_sheets_nobody_is_offered_it(
    qtbot: QtBot, theme: Theme, training: bool, can_recover: bool
) -> None:
    page = Page(qtbot, training=training, can_recover=can_recover)
    assert not page.screen.pane.forgotten.isVisible()


def test_esc_and_another_person_leave_the_form(page: Page, qtbot: QtBot) -> None:
    page.screen.pane.forgotten.click()
    form = page.screen.recovering
    assert form is not None
    qtbot.keyClick(form.fields[CODE], Qt.Key.Key_Escape)
    assert page.screen.recovering is None
    page.screen.pane.forgotten.click()
    people = page.screen.people
    place = people.visualRect(people.people.place_of("maya")).center()
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert page.screen.recovering is None
