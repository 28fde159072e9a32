"""What everyone sets for themselves: looks, PIN; the duty card; and the owner's recovery sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language
from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.ui.settings.appearance import AppearanceSection
from desktop.ui.settings.duty import DutySection
from desktop.ui.settings.duty_view import DutyCardView
from desktop.ui.settings.my_pin import AGAIN, OLD, PIN, MyPinSection
from desktop.ui.settings.recovery import RecoverySection
from desktop.ui.settings.state import Part
from desktop.ui.theme import Theme
from desktop.ui.widgets import PlainLabel
from tests.support.sites import OWNER, SECRET
from tests.ui.settings.conftest import Shown, ShowSettings

NEW = "correct horse"


def test_looks_hold_at_once(show: ShowSettings) -> None:
    shown = show("rita")
    heard: list[object] = []
    shown.screen.appearance_changed.connect(heard.append)
    section = shown.open(Part.APPEARANCE)
    assert isinstance(section, AppearanceSection)
    section.text_size.control.segment(125).click()
    section.mode.control.segment("dark").click()
    section.motion.control.segment(True).click()
    section.sound.control.segment(False).click()
    section.language.control.segment(Language.ZH).click()
    looks = shown.looks[-1]
    assert (looks.text_size, looks.mode, looks.motion_off, looks.sound, looks.language) == (
        *(125, "dark", True, False, Language.ZH),
    )
    assert heard[-1] == looks
    assert not shown.screen.has_unsaved


# My PIN


@pytest.fixture
def my_pin(show: ShowSettings) -> tuple[Shown, MyPinSection]:
    shown = show(OWNER, training=False)
    section = shown.open(Part.MY_PIN)
    assert isinstance(section, MyPinSection)
    return shown, section


def test_ones_own_pin_is_changed_by_keyboard(my_pin: tuple[Shown, MyPinSection], qtbot: QtBot) -> None:
    shown, section = my_pin
    qtbot.keyClick(shown.screen.nav, Qt.Key.Key_Return)
    for name, secret in ((OLD, SECRET), (PIN, NEW), (AGAIN, NEW)):
        assert section.fields[name].hasFocus()
        qtbot.keyClicks(section.fields[name], secret)
        qtbot.keyClick(section.fields[name], Qt.Key.Key_Return if name == AGAIN else Qt.Key.Key_Tab)
    assert shown.desk.staff.sign_in(OWNER, NEW, "D1").login == OWNER
    assert shown.last_told == "Your new PIN holds from now on."
    assert {field.text() for field in section.fields.values()} == {""}


@pytest.mark.parametrize(
    ("old", "new", "again", "wrong"),
    [("", NEW, NEW, OLD), (SECRET, "12345", "12345", PIN), (SECRET, NEW, "other", AGAIN), ("271828", NEW, NEW, OLD)],
)
def test_the_first_mistake_is_said_at_its_field(
    my_pin: tuple[Shown, MyPinSection], old: str, new: str, again: str, wrong: str
) -> None:
    shown, section = my_pin
    for name, secret in ((OLD, old), (PIN, new), (AGAIN, again)):
        section.fields[name].setText(secret)
    section.save()
    assert [name for name, row in section.rows.items() if row.error.text()] == [wrong]
    assert section.fields[wrong].hasFocus()
    assert shown.told == []


# The duty card


@pytest.fixture
def duty(show: ShowSettings) -> tuple[Shown, DutySection]:
    shown = show("mark")
    section = shown.open(Part.DUTY_CARD)
    assert isinstance(section, DutySection)
    return shown, section


def test_a_manager_writes_the_card(duty: tuple[Shown, DutySection], qtbot: QtBot) -> None:
    shown, section = duty
    section.editor.add_button.click()
    who, number, when = section.editor.fields[0]
    assert who.hasFocus()
    qtbot.keyClicks(who, "Fire")
    qtbot.keyClicks(number, "119")
    qtbot.keyClicks(when, "Smoke")
    section.note.setFocus()
    qtbot.keyClicks(section.note, "Doors first.")
    qtbot.keyClick(section.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.settings.duty_card.card().value == DutyCard((DutyLine("Fire", "119", "Smoke"),), "Doors first.")
    assert shown.last_told == "The duty card is saved."


def test_somebody_without_a_number_is_said_at_the_field(duty: tuple[Shown, DutySection], qtbot: QtBot) -> None:
    _, section = duty
    section.editor.add_button.click()
    section.editor.add_button.click()
    qtbot.keyClicks(section.editor.fields[1][0], "Fire")
    section.save()
    assert section.editor.fields[1][1].hasFocus()
    assert section.editor.fields[1][1].property("error") is True
    assert section.editor.error.text() == "Number is missing. Please fill it in."


def test_a_row_is_taken_away(duty: tuple[Shown, DutySection], qtbot: QtBot) -> None:
    shown, section = duty
    card = DutyCard((DutyLine("Fire", "119"), DutyLine("Doctor", "120"), DutyLine("Manager", "8000")))
    shown.settings.duty_card.change(shown.desk.staff.person("mark", "D1"), card)
    section.refresh()
    qtbot.mouseClick(section.editor._removers[1], Qt.MouseButton.LeftButton)
    section.save()
    assert [line.who for line in shown.settings.duty_card.card().value.lines] == ["Fire", "Manager"]
    assert section.editor.fields[1][0].hasFocus()


def test_the_counter_reads_the_card_and_cannot_write_it(show: ShowSettings) -> None:
    shown = show("rita")
    card = DutyCard((DutyLine("<b>Fire</b> 消防", "119", "Smoke"),), "Doors\nfirst.")
    shown.settings.duty_card.change(shown.desk.staff.person("mark", "D1"), card)
    section = shown.open(Part.DUTY_CARD)
    assert isinstance(section, DutySection)
    words = [label.text() for label in section.view.findChildren(PlainLabel) if not label.isHidden()]
    assert {"<b>Fire</b> 消防", "119", "Smoke", "Doors\nfirst."} <= set(words)
    assert (section.editor.isVisible(), section.bar.isVisible()) == (False, False)


def test_the_card_says_who_writes_it_while_it_is_empty(theme: Theme, qtbot: QtBot) -> None:
    view = DutyCardView()
    qtbot.addWidget(view)
    view.show()
    assert view.empty.isVisible()
    view.show_card(DutyCard((DutyLine("Fire", "119"),)))
    assert (view.empty.isVisible(), [number.text() for number in view.numbers]) == (False, ["119"])


# The recovery sheet


@pytest.fixture
def recovery(show: ShowSettings) -> tuple[Shown, RecoverySection]:
    shown = show(OWNER, training=False)
    section = shown.open(Part.RECOVERY)
    assert isinstance(section, RecoverySection)
    return shown, section


def test_an_owner_without_a_sheet_is_told_so(recovery: tuple[Shown, RecoverySection]) -> None:
    _, section = recovery
    assert (section.missing.isVisible(), section.make.kind) == (True, "primary")


def test_the_code_is_shown_once_printed_and_put_away(recovery: tuple[Shown, RecoverySection], qtbot: QtBot) -> None:
    shown, section = recovery
    qtbot.mouseClick(section.make, Qt.MouseButton.LeftButton)
    code = section.code.text()
    section.print.click()
    assert [sheet.code for sheet in shown.printed] == [code]  # type: ignore[attr-defined]  # what was printed is a sheet
    section.copy.click()
    assert QGuiApplication.clipboard().text() == code
    qtbot.mouseClick(section.done, Qt.MouseButton.LeftButton)
    assert (section.code.text(), section.paper.isVisible(), section.missing.isVisible()) == ("", False, False)
    assert section.standing.text() == "Your sheet was made Thu 19 Nov 21:42."
    assert shown.settings.recovery.recover(OWNER, code, NEW, "D1").login == OWNER


def test_the_sheet_speaks_the_language_of_the_window(show: ShowSettings) -> None:
    shown = show(OWNER, training=False, language=Language.ZH)
    section = shown.open(Part.RECOVERY)
    assert isinstance(section, RecoverySection)
    section.make.click()
    words = [label.text() for label in section.paper.findChildren(PlainLabel)]
    assert "恢复单" in words
    assert any(text.startswith("1. 在登录页") for text in words)
