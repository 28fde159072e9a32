"""How conversations are led: chosen in the settings, with copies of guide files that are made, checked and put away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop.domain.guide_settings import GuideSettings, WordingStyle
from desktop.domain.kinds import Language
from desktop.guides.shipped import shipped_text
from desktop.ui.i18n import Translator
from desktop.ui.settings.guides import GuidesSection
from desktop.ui.settings.guides_files import GuideFileRow
from desktop.ui.settings.state import Part
from desktop.ui.shell.settings_room import show_folder
from desktop.ui.widgets import PlainLabel
from desktop.words import load_words
from tests.guides.example import GUIDE
from tests.ui.settings.conftest import Shown, ShowSettings

CONVERSATION, APOLOGY = "conversation.yaml", "apology.yaml"


@pytest.fixture
def guides(show: ShowSettings) -> tuple[Shown, GuidesSection]:
    return opened(show("mark"))


def opened(shown: Shown) -> tuple[Shown, GuidesSection]:
    section = shown.open(Part.GUIDES)
    assert isinstance(section, GuidesSection)
    return shown, section


def put(shown: Shown, name: str, text: str) -> None:
    folder = shown.desk.guides.folder()
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def example(section: GuidesSection) -> str:
    return section.style_line.hint.text()


def row(section: GuidesSection, name: str) -> GuideFileRow:
    return section.files.rows[name]


@pytest.mark.parametrize(("login", "may"), [("mark", True), ("owner", True), ("rita", False), ("ana", False)])
def test_who_may_change_settings_has_the_section(show: ShowSettings, login: str, may: bool) -> None:
    assert (Part.GUIDES in show(login).screen.parts()) is may


def test_six_orders_stand_there_in_words_with_the_one_in_use_chosen(guides: tuple[Shown, GuidesSection]) -> None:
    _, section = guides
    assert list(section.choice.rows) == ["default", "last", "learn", "heard", "latte", "blast"]
    assert [code for code, line in section.choice.rows.items() if line.radio.isChecked()] == ["default"]
    assert section.choice.rows["last"].order.text() == "Listen → Apologise → Ask → Solve → Thank"


def test_framework_and_style_are_chosen_and_saved_by_keyboard(
    guides: tuple[Shown, GuidesSection], qtbot: QtBot
) -> None:
    shown, section = guides
    qtbot.keyClick(shown.screen.nav, Qt.Key.Key_Return)
    assert section.choice.rows["default"].radio.hasFocus()
    full = example(section)
    qtbot.keyClick(section.choice.rows["default"].radio, Qt.Key.Key_Down)
    section.style_line.control.segment(WordingStyle.SHORT).click()
    assert shown.screen.has_unsaved
    assert 0 < len(example(section)) < len(full)
    qtbot.keyClick(section, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.guides.settings() == GuideSettings("last", WordingStyle.SHORT)
    assert shown.last_told == "Saved. It holds from the next conversation on."
    assert shown.site_changes == [True]
    assert not shown.screen.has_unsaved


def test_a_click_on_the_words_chooses_too(guides: tuple[Shown, GuidesSection], qtbot: QtBot) -> None:
    _, section = guides
    qtbot.mouseClick(section.choice.rows["latte"].order, Qt.MouseButton.LeftButton)
    assert section.choice.rows["latte"].radio.isChecked()
    section.bar.discard.click()
    assert section.choice.rows["default"].radio.isChecked()
    assert not section.is_marked


def test_what_is_not_saved_stays_and_somebody_elses_choice_is_said(guides: tuple[Shown, GuidesSection]) -> None:
    shown, section = guides
    section.choice.rows["heard"].radio.click()
    shown.open(Part.SITE)
    assert shown.last_told == "Conversations: what you typed is kept here, but not saved yet."
    shown.desk.guides.set(shown.desk.staff.person("owner", "D1"), GuideSettings("blast"))
    shown.open(Part.GUIDES)
    section.save()
    assert "in the meantime" in section.bar.note.text()
    assert section.choice.rows["heard"].radio.isChecked()
    section.save()
    assert shown.desk.guides.settings().framework == "heard"


# The files


def test_a_copy_is_made_and_its_folder_opened(guides: tuple[Shown, GuidesSection], qtbot: QtBot) -> None:
    shown, section = guides
    assert row(section, APOLOGY).state.text() == "Shipped"
    assert not row(section, APOLOGY).back.isVisible()
    qtbot.mouseClick(row(section, APOLOGY).edit, Qt.MouseButton.LeftButton)
    folder = shown.desk.guides.folder()
    assert (folder / APOLOGY).read_text(encoding="utf-8") == shipped_text(APOLOGY)
    assert shown.folders == [folder]
    assert str(folder) in shown.last_told
    assert (row(section, APOLOGY).state.text(), row(section, APOLOGY).edit.text()) == ("Your copy", "Open the folder")
    row(section, APOLOGY).edit.click()
    assert shown.folders == [folder, folder]
    assert row(section, APOLOGY).edit.isEnabled()


def test_the_system_is_asked_to_open_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert show_folder(tmp_path / "a b 沟通")
    assert asked == [(tmp_path / "a b 沟通").as_posix()]


def test_a_refused_copy_is_told_line_by_line_until_it_is_mended(guides: tuple[Shown, GuidesSection]) -> None:
    shown, section = guides
    bad = GUIDE.replace("flags: [media]", "flags: [medium]")
    put(shown, CONVERSATION, bad)
    section.files.check.click()
    line = bad.count("\n", 0, bad.index("medium")) + 1
    conversation = row(section, CONVERSATION)
    assert conversation.state.text() == "Copy not used"
    assert conversation.problems.text().startswith(f"Line {line} (branches.")
    assert "There is no flag “medium”." in conversation.problems.text()
    put(shown, CONVERSATION, GUIDE)
    section.files.check.click()
    assert (conversation.state.text(), conversation.problems.isVisible()) == ("Your copy", False)
    assert list(section.choice.rows) == list(shown.desk.guides.guides().guidance.guide.frameworks)
    assert section.files.check.isEnabled()


def test_of_many_complaints_the_first_are_told_and_the_others_counted(guides: tuple[Shown, GuidesSection]) -> None:
    shown, section = guides
    put(shown, CONVERSATION, shipped_text(CONVERSATION).replace("{guest}", "{gast}"))
    section.files.check.click()
    lines = row(section, CONVERSATION).problems.text().splitlines()
    assert len(lines) == 6
    assert lines[-1].endswith("more")


def test_a_copy_without_the_chosen_framework_is_said_and_the_default_shown(guides: tuple[Shown, GuidesSection]) -> None:
    shown, section = guides
    section.choice.rows["latte"].radio.click()
    section.save()
    put(shown, CONVERSATION, GUIDE)
    section.files.check.click()
    assert "“latte”" in row(section, CONVERSATION).problems.text()
    assert section.choice.rows["default"].radio.isChecked()
    assert not section.is_marked


def test_going_back_is_asked_about_once(guides: tuple[Shown, GuidesSection], qtbot: QtBot) -> None:
    shown, section = guides
    put(shown, APOLOGY, "mine")
    section.refresh()
    apology = row(section, APOLOGY)
    qtbot.mouseClick(apology.back, Qt.MouseButton.LeftButton)
    assert apology.keep.hasFocus()
    qtbot.keyClick(apology.keep, Qt.Key.Key_Space)
    assert not apology.sure.isVisible()
    assert (shown.desk.guides.folder() / APOLOGY).read_text() == "mine"
    apology.back.click()
    qtbot.waitUntil(lambda: not apology.keep.visibleRegion().isEmpty())
    qtbot.mouseClick(apology.sure, Qt.MouseButton.LeftButton)
    assert apology.state.text() == "Shipped"
    (aside,) = shown.desk.guides.folder().iterdir()
    assert aside.name in shown.last_told
    assert aside.read_text() == "mine"


def test_what_cannot_be_done_is_said_by_the_files(guides: tuple[Shown, GuidesSection]) -> None:
    shown, section = guides
    shown.desk.guides.folder().write_text("no folder")
    row(section, APOLOGY).edit.click()
    assert "couldn’t be written" in section.files.refused.text()
    assert row(section, APOLOGY).edit.isEnabled()
    assert shown.folders == []


def test_a_copy_that_somebody_made_meanwhile_is_shown(guides: tuple[Shown, GuidesSection]) -> None:
    shown, section = guides
    put(shown, APOLOGY, shipped_text(APOLOGY))
    row(section, APOLOGY).edit.click()
    assert "There is a copy" in section.files.refused.text()
    assert row(section, APOLOGY).state.text() == "Your copy"


# Words


def test_everything_follows_the_language_and_keeps_what_was_chosen(
    guides: tuple[Shown, GuidesSection], translator: Translator, qtbot: QtBot
) -> None:
    shown, section = guides
    put(shown, APOLOGY, "kind: [")
    section.refresh()
    section.choice.rows["learn"].radio.click()
    translator.set_language(Language.ZH)
    shown.screen.set_words(load_words(Language.ZH))
    qtbot.waitUntil(lambda: section.head.title.text() == "沟通")
    assert section.choice.rows["learn"].order.text() == "倾听 → 共情 → 致歉 → 询问 → 应对 → 告知"
    assert section.choice.rows["learn"].radio.isChecked()
    assert row(section, APOLOGY).problems.text().startswith("第 2 行：")
    assert row(section, APOLOGY).name.text() == "致歉用语"
    assert example(section).startswith("“")
    assert example(section).isascii() is False


def test_words_from_a_guide_are_plain_text(guides: tuple[Shown, GuidesSection]) -> None:
    shown, section = guides
    put(shown, CONVERSATION, GUIDE.replace("name: {en: Steps,", "name: {en: <b>Bold & new</b>,"))
    section.files.check.click()
    name = section.choice.rows["default"].name
    assert name.text() == "<b>Bold & new</b>"
    assert name.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("text_size", [100, 125])
def test_nothing_is_cut_off(show: ShowSettings, language: Language, text_size: int) -> None:
    shown = show("mark", language=language, text_size=text_size)
    put(shown, CONVERSATION, shipped_text(CONVERSATION).replace("{guest}", "{gast}"))
    put(shown, APOLOGY, shipped_text(APOLOGY))
    _, section = opened(shown)
    row(section, APOLOGY).back.click()
    for label in section.findChildren(PlainLabel):
        if label.isVisible():
            assert not label.is_cut(), label.text()
    assert section.area.horizontalScrollBar().maximum() == 0
