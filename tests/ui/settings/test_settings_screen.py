"""The settings as a whole: sections by right, by keyboard and mouse; what isn't saved is kept and said."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language
from desktop.ui.i18n import Translator
from desktop.ui.settings.line_list import LINE_ROLE
from desktop.ui.settings.my_pin import MyPinSection
from desktop.ui.settings.recovery import RecoverySection
from desktop.ui.settings.site import SiteSection
from desktop.ui.settings.state import Part
from desktop.words import load_words
from tests.ui.settings.conftest import Shown, ShowSettings, write, write_on


def titles(shown: Shown) -> list[str]:
    return [line.title for line in shown.screen.nav.lines.lines if not line.is_heading]


def test_the_counter_sees_what_is_its_own(show: ShowSettings) -> None:
    assert titles(show("rita", training=False)) == ["Appearance", "My PIN", "Duty card"]


def test_the_owner_sees_everything(show: ShowSettings) -> None:
    assert len(titles(show("owner", training=False))) == len(Part)


def test_arrow_keys_go_from_section_to_section_past_the_headings(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("owner", training=False)
    nav = shown.screen.nav
    assert nav.hasFocus()
    seen = [shown.screen.current]
    for _ in range(3):
        qtbot.keyClick(nav, Qt.Key.Key_Down)
        seen.append(shown.screen.current)
    assert seen == [Part.APPEARANCE, Part.MY_PIN, Part.DUTY_CARD, Part.SITE]
    qtbot.keyClick(nav, Qt.Key.Key_Return)
    site = shown.screen.section(Part.SITE)
    assert isinstance(site, SiteSection)
    assert site.fields["name"].hasFocus()
    qtbot.keyClick(site.fields["name"], Qt.Key.Key_Escape)
    assert nav.hasFocus()


def test_a_click_opens_a_section(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("owner")
    nav = shown.screen.nav
    place = nav.visualRect(nav.lines.place_of(Part.TARGETS)).center()
    qtbot.mouseClick(nav.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert shown.screen.current is Part.TARGETS


def test_leaving_a_section_keeps_what_is_typed_and_says_so(show: ShowSettings, qtbot: QtBot) -> None:
    shown = show("owner")
    site = shown.open(Part.SITE)
    assert isinstance(site, SiteSection)
    write_on(qtbot, site.fields["name"], " Palace")
    shown.screen.open(Part.DESKS)
    assert shown.last_told == "Site: what you typed is kept here, but not saved yet."
    marked = shown.screen.nav.lines.place_of(Part.SITE).data(LINE_ROLE)
    assert (marked.is_marked, "not saved yet" in marked.spoken, shown.screen.has_unsaved) == (True, True, True)
    shown.screen.open(Part.SITE)
    assert site.fields["name"].text() == "Harbour Hotel Palace"
    qtbot.keyClick(site.fields["name"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (shown.desk.site.facts().name, shown.screen.has_unsaved) == ("Harbour Hotel Palace", False)


def test_another_language_keeps_what_is_typed(show: ShowSettings, translator: Translator, qtbot: QtBot) -> None:
    shown = show("owner")
    site = shown.open(Part.SITE)
    assert isinstance(site, SiteSection)
    write_on(qtbot, site.fields["name"], "!")
    write(qtbot, site.fields["code"], "h-x")
    site.save()
    translator.set_language(Language.ZH)
    shown.screen.set_words(load_words(Language.ZH))
    assert site.fields["name"].text() == "Harbour Hotel!"
    assert titles(shown)[0] == "外观"
    assert site.rows["code"].error.text() == "“H-X”不能用作店代码。请用 1 到 8 个大写字母或数字。"


def test_no_secret_stays_when_nobody_looks(show: ShowSettings) -> None:
    shown = show("owner", training=False)
    pin = shown.open(Part.MY_PIN)
    assert isinstance(pin, MyPinSection)
    pin.fields["old"].setText("314159")
    recovery = shown.open(Part.RECOVERY)
    assert isinstance(recovery, RecoverySection)
    recovery.make.click()
    assert recovery.sheet is not None
    shown.screen.park()
    assert (pin.fields["old"].text(), recovery.sheet, recovery.code.text()) == ("", None, "")


def test_f6_knows_the_list_and_the_section(show: ShowSettings) -> None:
    shown = show("owner")
    assert list(shown.screen.panes()) == [shown.screen.nav, shown.screen.pages]


def test_ctrl_enter_waits_for_the_input_method(show: ShowSettings, qtbot: QtBot) -> None:
    from PySide6.QtGui import QInputMethodEvent

    shown = show("owner")
    site = shown.open(Part.SITE)
    assert isinstance(site, SiteSection)
    name = site.fields["name"]
    name.setFocus()
    name.selectAll()
    QApplication.sendEvent(name, QInputMethodEvent("haigang", []))
    qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.site.facts().name == "Harbour Hotel"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("海港酒店")
    QApplication.sendEvent(name, commit)
    qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.site.facts().name == "海港酒店"
