"""The letter over its case, in the real window: from the case's head and back to its moves, locked, and found again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.domain import commands as c
from desktop.domain.kinds import Language
from desktop.ui.letter.pieces import Piece
from desktop.ui.letter.window import LetterWindow
from desktop.ui.shell.screens import PersonDesk
from desktop.ui.theme import Theme
from tests.journeys.conftest import at_the_desk, reopen
from tests.journeys.real_window import PIN, RealWindow, live_site
from tests.support.sites import owner_of, record

__all__ = ["at_the_desk", "reopen"]

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at(at_the_desk: Callable[[Language], RealWindow]) -> Iterator[RealWindow]:
    """A clerk in front of a case."""
    window = at_the_desk(Language.EN)
    number = record(window.desk).number
    window.sign_in()
    open_case(window, number)
    yield window
    for letter in letters(window):
        letter.reject()


def open_case(at: RealWindow, number: str) -> None:
    """Goes to a case."""
    person_desk = at.page.findChild(PersonDesk)
    assert person_desk is not None
    person_desk.open_case(number)
    at.settle()


def letters(at: RealWindow) -> list[LetterWindow]:
    """The windows of letters that can be seen."""
    return [window for window in at.window.findChildren(LetterWindow) if window.isVisible()]


def open_letter(at: RealWindow) -> LetterWindow:
    """A click on the button in the head of the case."""
    at.click(at.case.header.letter)
    at.settle()
    (letter,) = letters(at)
    return letter


def test_the_letter_opens_from_the_head_of_the_case_and_esc_leads_back(at: RealWindow) -> None:
    letter = open_letter(at)
    assert letter.page.sheet.areas[Piece.BODY].hasFocus()
    at.press(Qt.Key.Key_Escape)
    at.settle()
    assert letters(at) == []
    assert at.case.isVisible()


def test_a_part_that_is_missing_opens_the_cases_own_form(at: RealWindow) -> None:
    letter = open_letter(at)
    (way,) = [row.way for row in letter.page.parts_card.rows.values() if row.way.isVisible()]
    way.click()
    at.settle()
    assert letters(at) == []
    assert at.case.presenter.state.act == "confirm_facts"
    assert at.case.move_panel.isVisible()


def test_what_is_done_to_the_letter_is_no_news_on_the_case_screen(at: RealWindow) -> None:
    letter = open_letter(at)
    at.press(Qt.Key.Key_S, _CTRL)
    assert letter.presenter.state.is_kept
    version = at.desk.reader.version_of(at.case.presenter.state.number)
    file = at.case.presenter.state.file
    assert file is not None
    assert file.view.row.version == version
    assert at.case.presenter.state.clash is None


def test_ctrl_p_prints_the_letter_and_not_the_case_below(at: RealWindow) -> None:
    letter = open_letter(at)
    at.press(Qt.Key.Key_P, _CTRL)
    at.settle()
    assert at.papers() == []
    assert letters(at) == [letter]


def test_locked_in_the_middle_of_a_word_it_is_there_again(at: RealWindow) -> None:
    letter = open_letter(at)
    number = at.case.presenter.state.number
    at.with_ctrl(Qt.Key.Key_A)
    at.type("Half a thought")
    at.open.session.attendance.go()
    at.settle()
    assert letters(at) == []
    clerk = at.desk.staff.person("rita", "D1")
    assert at.desk.drafts.typed(clerk, f"letter {number}")["paragraphs"] == ["Half a thought"]
    at.click_pin()
    at.type(PIN)
    at.press(Qt.Key.Key_Return)
    at.settle()
    assert letters(at) == [letter]
    assert letter.page.sheet.areas[Piece.BODY].text() == "Half a thought"


def test_closing_the_program_keeps_what_was_typed(
    theme: Theme, reopen: Callable[[Path], RealWindow], tmp_path: Path
) -> None:
    folder = live_site(tmp_path / "site")
    at = RealWindow(theme, folder, tmp_path / "window.ini")
    number = record(at.desk).number
    at.sign_in()
    open_case(at, number)
    open_letter(at)
    at.with_ctrl(Qt.Key.Key_A)
    at.type("Half a thought")
    at.close()
    again = reopen(folder)
    again.sign_in()
    open_case(again, number)
    assert open_letter(again).page.sheet.areas[Piece.BODY].text() == "Half a thought"


def test_a_change_of_language_reaches_the_open_letter(at: RealWindow) -> None:
    letter = open_letter(at)
    at.preferences.set_language(Language.ZH)
    at.settle()
    assert letter.page.close_button.text() == "关闭"
    rows = letter.page.parts_card.rows.values()
    assert all("regret" not in row.name.text().lower() for row in rows)
    at.preferences.set_language(Language.EN)


def test_a_case_that_is_restricted_meanwhile_is_no_longer_shown(at: RealWindow) -> None:
    number = at.case.presenter.state.number
    letter = open_letter(at)
    owner = owner_of(at.desk)
    at.desk.cases.perform(c.Restrict(number, restricted=True, reason="A delicate matter."), owner)
    letter.presenter.poll()
    assert letter.page.failed.isVisible()
    assert not letter.page.sheet.isVisible()
