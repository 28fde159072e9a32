"""Desks, staff and categories on screen: lists with a detail, by keyboard and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.commands import Take
from desktop.domain.kinds import Language, Role
from desktop.ui.settings.categories import CategoriesSection
from desktop.ui.settings.desks import DesksSection
from desktop.ui.settings.list_section import ListSection
from desktop.ui.settings.staff import StaffSection
from desktop.ui.settings.state import Part
from tests.support.acts import Story
from tests.support.sites import OWNER, record
from tests.ui.settings.conftest import Shown, ShowSettings, write_on

CTRL = Qt.KeyboardModifier.ControlModifier


def pick(section: ListSection, key: str, qtbot: QtBot) -> None:
    place = section.list.lines.place_of(key)
    section.list.scrollTo(place)
    point = section.list.visualRect(place).center()
    qtbot.mouseClick(section.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))


def keys(section: ListSection) -> list[str]:
    return [line.key for line in section.list.lines.lines]


def compose(field: QLineEdit, preedit: str, text: str) -> None:
    """Types as an input method does: composed first, then decided on."""
    QApplication.sendEvent(field, QInputMethodEvent(preedit, []))
    decided = QInputMethodEvent("", [])
    decided.setCommitString(text)
    QApplication.sendEvent(field, decided)


def undo(shown: Shown) -> None:
    act = shown.told[-1][1]
    assert callable(act)
    act()


# Desks


@pytest.fixture
def desks(show: ShowSettings) -> tuple[Shown, DesksSection]:
    shown = show("mark")
    section = shown.open(Part.DESKS)
    assert isinstance(section, DesksSection)
    return shown, section


def test_a_desk_is_added_by_keyboard(desks: tuple[Shown, DesksSection], qtbot: QtBot) -> None:
    shown, section = desks
    section.add_button.setFocus()
    qtbot.keyClick(section.add_button, Qt.Key.Key_Space)
    assert section.fields["name"].hasFocus()
    compose(section.fields["name"], "libin", "礼宾台")
    qtbot.keyClick(section.fields["name"], Qt.Key.Key_Tab)
    assert section.fields["desk"].hasFocus()
    qtbot.keyClicks(section.fields["desk"], "d2")
    qtbot.keyClick(section.fields["desk"], Qt.Key.Key_Return, CTRL)
    assert [(desk.code, desk.name) for desk in shown.desk.site.facts().desks] == [("D1", "D1"), ("D2", "礼宾台")]
    assert (shown.last_told, shown.site_changes) == ("The desk is saved.", [True])
    assert (section.list.currentIndex().data(), section.fields["desk"].isEnabled()) == ("礼宾台", False)


def test_a_code_that_is_taken_is_said_at_the_code(desks: tuple[Shown, DesksSection], qtbot: QtBot) -> None:
    _, section = desks
    section.add_button.click()
    qtbot.keyClicks(section.fields["name"], "Again")
    qtbot.keyClicks(section.fields["desk"], "D1")
    section.detail.bar.button.click()
    assert section.rows["desk"].error.text().startswith("There is a desk with the code “D1” already.")
    assert section.fields["desk"].hasFocus()


def test_a_desk_goes_out_of_use_and_comes_back_by_undo(desks: tuple[Shown, DesksSection], qtbot: QtBot) -> None:
    shown, section = desks
    shown.settings.site.add_desk(shown.desk.staff.person("mark", "D1"), "D2", "Concierge")
    section.refresh()
    pick(section, "D2", qtbot)
    qtbot.mouseClick(section.use, Qt.MouseButton.LeftButton)
    assert [desk.code for desk in shown.desk.site.facts().desks] == ["D1"]
    assert shown.last_told == "Concierge is out of use."
    undo(shown)
    assert [desk.code for desk in shown.desk.site.facts().desks] == ["D1", "D2"]


def test_the_only_desk_stays_and_that_is_said(desks: tuple[Shown, DesksSection]) -> None:
    _, section = desks
    section.use.click()
    assert "is the only desk in use" in section.rows["desk"].error.text() + section.detail.bar.note.text()


# Staff


@pytest.fixture
def staff(show: ShowSettings) -> tuple[Shown, StaffSection]:
    shown = show(OWNER, training=False)
    section = shown.open(Part.STAFF)
    assert isinstance(section, StaffSection)
    return shown, section


def test_a_colleague_is_added_and_given_a_pin(staff: tuple[Shown, StaffSection], qtbot: QtBot) -> None:
    shown, section = staff
    section.add_button.click()
    fields = section.fields.fields
    compose(fields["name"], "lilei", "李雷")
    qtbot.keyClicks(fields["login"], "lilei")
    section.fields.role.setCurrentIndex(section.fields.role.findData(Role.SPECIALIST))
    section.fields.role.activated.emit(section.fields.role.currentIndex())
    qtbot.keyClick(fields["login"], Qt.Key.Key_Return, CTRL)
    row = next(row for row in shown.desk.staff.people() if row.login == "lilei")
    assert (row.name, row.role, row.has_pin) == ("李雷", Role.SPECIALIST, False)
    qtbot.mouseClick(section.fields.pin, Qt.MouseButton.LeftButton)
    assert section.pin.fields["pin"].hasFocus()
    qtbot.keyClicks(section.pin.fields["pin"], "161803")
    qtbot.keyClick(section.pin.fields["pin"], Qt.Key.Key_Tab)
    qtbot.keyClicks(section.pin.fields["again"], "161803")
    qtbot.keyClick(section.pin.fields["again"], Qt.Key.Key_Return)
    assert shown.last_told == "李雷 has a new PIN."
    assert shown.desk.staff.sign_in("lilei", "161803", "D1").name == "李雷"
    assert section.pages.currentWidget() is section.detail


@pytest.mark.parametrize(("new", "again", "wrong"), [("12345", "12345", "pin"), ("161803", "161804", "again")])
def test_a_pin_that_is_no_good_is_said_at_its_field(
    staff: tuple[Shown, StaffSection], qtbot: QtBot, new: str, again: str, wrong: str
) -> None:
    _, section = staff
    pick(section, "rita", qtbot)
    section.fields.pin.click()
    section.pin.fields["pin"].setText(new)
    section.pin.fields["again"].setText(again)
    section.pin.give()
    assert [name for name, row in section.pin.rows.items() if row.error.text()] == [wrong]
    qtbot.keyClick(section.pin.fields[wrong], Qt.Key.Key_Escape)
    assert section.pages.currentWidget() is section.detail
    assert section.pin.fields["pin"].text() == ""


def test_a_login_that_is_taken_is_said_at_the_login(staff: tuple[Shown, StaffSection], qtbot: QtBot) -> None:
    _, section = staff
    section.add_button.click()
    qtbot.keyClicks(section.fields.fields["name"], "Rita")
    qtbot.keyClicks(section.fields.fields["login"], "RITA")
    section.detail.bar.button.click()
    assert section.fields.fields["login"].hasFocus()
    assert "taken already" in section.fields.rows["login"].error.text()


def test_who_leaves_hands_over_what_is_open(staff: tuple[Shown, StaffSection], qtbot: QtBot) -> None:
    shown, section = staff
    person = shown.desk.staff.person

    number = record(shown.desk).number
    shown.desk.cases.perform(Take(number), person("sam", "D1"))
    pick(section, "sam", qtbot)
    qtbot.mouseClick(section.fields.leave, Qt.MouseButton.LeftButton)
    assert "1 case still open" in section.leaving.cases.text()
    qtbot.mouseClick(section.leaving.button, Qt.MouseButton.LeftButton)
    assert section.leaving.row.error.text() == "Please say who looks after the open cases."
    section.leaving.to.setCurrentIndex(section.leaving.to.findData("mark"))
    qtbot.mouseClick(section.leaving.button, Qt.MouseButton.LeftButton)
    assert shown.last_told == "Sam is off the list."
    assert shown.desk.reader.view(number).row.owner == "Mark"
    assert keys(section)[-1] == "sam"
    assert not any(row.login == "sam" for row in shown.desk.staff.people())
    pick(section, "sam", qtbot)
    section.fields.come_back.click()
    assert any(row.login == "sam" for row in shown.desk.staff.people())


def test_nobody_can_take_themselves_off(staff: tuple[Shown, StaffSection], qtbot: QtBot) -> None:
    _, section = staff
    pick(section, OWNER, qtbot)
    assert (section.fields.leave.isVisible(), section.fields.pin.isVisible()) == (False, False)
    assert section.fields.pin_note.text() == "This is you. Your PIN is changed under ‘My PIN’."


def test_a_manager_reads_an_owners_entry(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("mark", training=False)
    section = shown.open(Part.STAFF)
    assert isinstance(section, StaffSection)
    pick(section, OWNER, qtbot)
    assert not any(field.isEnabled() for field in section.fields.fields.values())
    assert section.detail.line.text() == "Only an owner changes an owner’s entry."
    pick(section, "rita", qtbot)
    offered = [section.fields.role.itemData(n) for n in range(section.fields.role.count())]
    assert Role.OWNER not in offered


def test_what_is_typed_about_each_waits(staff: tuple[Shown, StaffSection], qtbot: QtBot) -> None:
    shown, section = staff
    pick(section, "rita", qtbot)
    write_on(qtbot, section.fields.fields["name"], " Rossi")
    pick(section, "sam", qtbot)
    assert section.fields.fields["name"].text() == "Sam"
    pick(section, "rita", qtbot)
    assert section.fields.fields["name"].text() == "Rita Rossi"
    assert shown.screen.has_unsaved
    section.detail.bar.discard.click()
    assert (section.fields.fields["name"].text(), shown.screen.has_unsaved) == ("Rita", False)


def test_somebody_quicker_is_said_and_nothing_is_lost(staff: tuple[Shown, StaffSection], qtbot: QtBot) -> None:
    shown, section = staff
    pick(section, "rita", qtbot)
    write_on(qtbot, section.fields.fields["name"], " Rossi")
    before = next(row for row in shown.desk.staff.people() if row.login == "rita")
    shown.settings.staff.change(shown.desk.staff.person(OWNER, "D1"), before, "Rita Verdi", Role.SPECIALIST, "")
    section.detail.bar.button.click()
    assert "Someone else changed these settings" in section.detail.bar.note.text()
    assert section.fields.fields["name"].text() == "Rita Rossi"
    section.detail.bar.button.click()
    assert [row.name for row in shown.desk.staff.people() if row.login == "rita"] == ["Rita Rossi"]


# Categories


@pytest.fixture
def categories(show: ShowSettings) -> tuple[Shown, CategoriesSection]:
    shown = show("mark")
    section = shown.open(Part.CATEGORIES)
    assert isinstance(section, CategoriesSection)
    return shown, section


def test_a_category_is_added_to_the_group_one_looks_at(
    categories: tuple[Shown, CategoriesSection], qtbot: QtBot
) -> None:
    shown, section = categories
    pick(section, "H02-1", qtbot)
    section.add_button.click()
    assert section.parent_choice.currentData() == "H02"
    qtbot.keyClicks(section.fields["name_en"], "Carpet")
    compose(section.fields["name_zh"], "ditan", "地毯")
    qtbot.keyClick(section.fields["name_zh"], Qt.Key.Key_Return, CTRL)
    assert shown.desk.site.taxonomy().label("H02-X1", Language.ZH) == "清洁 / 地毯"
    assert section.presenter.state.selected == "H02-X1"


def test_a_missing_name_is_said_at_its_field(categories: tuple[Shown, CategoriesSection], qtbot: QtBot) -> None:
    _, section = categories
    section.add_button.click()
    qtbot.keyClicks(section.fields["name_en"], "Carpet")
    section.detail.bar.button.click()
    assert section.rows["name_zh"].error.text() == "Please give the Chinese name."
    assert section.fields["name_zh"].hasFocus()


def test_a_shipped_category_is_hidden_and_shown_by_undo(
    categories: tuple[Shown, CategoriesSection], qtbot: QtBot
) -> None:
    shown, section = categories
    pick(section, "H01-2", qtbot)
    assert not section.fields["name_en"].isEnabled()
    qtbot.mouseClick(section.hide_button, Qt.MouseButton.LeftButton)
    assert shown.desk.site.taxonomy().check("H01-2").hidden
    assert shown.last_told == "“Hot water and plumbing” is hidden."
    undo(shown)
    assert not shown.desk.site.taxonomy().check("H01-2").hidden


def test_enter_on_a_shipped_category_goes_to_the_button(
    categories: tuple[Shown, CategoriesSection], qtbot: QtBot
) -> None:
    _, section = categories
    pick(section, "H01-2", qtbot)
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert section.hide_button.hasFocus()


def test_old_cases_keep_a_hidden_category(categories: tuple[Shown, CategoriesSection], qtbot: QtBot) -> None:
    shown, section = categories
    story = Story(shown.desk)
    number = story.open(category="H01-2")
    pick(section, "H01-2", qtbot)
    section.hide_button.click()
    assert story.case(number)["category"] == "H01-2"
