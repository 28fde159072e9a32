"""The window of a letter as people meet it: written in, with keys, in both languages, small and large."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QTranslator
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain import commands as c
from desktop.domain.kinds import Language
from desktop.ui.i18n import Translator
from desktop.ui.letter.pieces import Piece
from desktop.ui.letter.sheet_area import SheetArea
from desktop.ui.letter.state import Look
from desktop.ui.letter.window import LetterWindow
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import Theme
from desktop.ui.widgets import PlainLabel
from desktop.words import load_words
from tests.ui.letter.conftest import Cases, OpenLetter
from tests.ui.sweeping import (
    cut_off,
    english_phrases,
    nameless,
    not_plain,
    out_of_order,
    outside,
    overlapping,
    scrolled_sideways,
    seen,
    texts,
)

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    """What gives the window its words; afterwards it has none of ours."""
    yield Translator(qapp, Language.EN)
    for installed in qapp.findChildren(QTranslator):
        qapp.removeTranslator(installed)


def body(window: LetterWindow) -> SheetArea:
    """Where the letter is written."""
    return window.page.sheet.areas[Piece.BODY]


def write(window: LetterWindow, text: str) -> None:
    """Types a body anew, as one would after marking all of it, and pauses."""
    area = body(window)
    area.setFocus()
    area.selectAll()
    area.textCursor().insertText(text)
    window.presenter.look_over()


def key(qtbot: QtBot, window: LetterWindow, name: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    """A key, whatever has the focus."""
    qtbot.keyClick(window.windowHandle(), name, modifier)


# Writing


def test_the_sheet_shows_the_letter_and_the_page_beside_it(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    window = open_letter(cases.ready())
    text = window.presenter.state.text
    assert text is not None
    assert body(window).text() == text.body
    assert window.page.sheet.areas[Piece.GREETING].text() == text.greeting
    assert body(window).hasFocus()
    assert window.page.view.isVisible()
    qtbot.waitUntil(lambda: window.page.view.sheets.drawn == 1)


def test_what_is_typed_is_looked_over_when_the_typing_pauses(
    cases: Cases, open_letter: OpenLetter, qtbot: QtBot
) -> None:
    window = open_letter(cases.ready())
    body(window).selectAll()
    qtbot.keyClicks(body(window), "I am sorry, but it rained.")
    assert window.page.notes.rows == []
    qtbot.waitUntil(lambda: body(window).marked == ["but"])
    assert [row.words.text() for row in window.page.notes.rows] == [
        "“but”: This takes back what was said before it. Please say both on their own."
    ]


def test_underlines_stand_right_behind_emoji_and_empty_lines(cases: Cases, open_letter: OpenLetter) -> None:
    window = open_letter(cases.ready())
    write(window, "😀😀 I am sorry, but no.\n\n   👩‍👩‍👧 Yes, but 𠮷 if you feel so.")
    assert body(window).marked == ["but", "but", "if you feel"]
    window.page.notes.rows[1].show_button.click()
    assert body(window).textCursor().selectedText() == "but"
    assert body(window).textCursor().blockNumber() == 2
    assert body(window).hasFocus()


def test_underlines_move_along_until_the_next_look(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    window = open_letter(cases.ready())
    write(window, "I am sorry, but no.")
    cursor = body(window).textCursor()
    cursor.setPosition(0)
    cursor.insertText("Yes. ")
    assert body(window).marked == ["but"]
    qtbot.waitUntil(lambda: window.presenter.state.looked_over == window.presenter.state.text)
    assert body(window).marked == ["but"]


def test_blanks_are_boxes_that_typing_fills(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    window = open_letter(cases.fresh())
    count = body(window).blanks
    assert count > 0
    window.page.notes.rows[0].show_button.click()
    assert body(window).textCursor().selectedText() == "[____]"
    qtbot.keyClicks(body(window), "The drain was blocked")
    assert body(window).blanks == count - 1
    image = body(window).grab().toImage()
    assert not image.isNull()


def test_undo_and_redo_work_in_the_letter(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    window = open_letter(cases.ready())
    before = body(window).text()
    write(window, "I am sorry.")
    qtbot.keyClick(body(window), Qt.Key.Key_Z, CONTROL)
    assert body(window).text() == before
    assert window.presenter.state.text is not None
    assert window.presenter.state.text.body == before
    body(window).redo()
    assert body(window).text() == "I am sorry."


def test_an_input_method_is_left_in_peace_until_it_is_done(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    window = open_letter(cases.ready(Language.ZH))
    write(window, "我们")
    area = body(window)
    QApplication.sendEvent(area, QInputMethodEvent("hen bao qian", []))
    assert window.page.sheet.composing
    key(qtbot, window, Qt.Key.Key_S)
    assert window.presenter.state.kept is None, "no shortcut acts while an input method composes"
    assert window.presenter.state.text is not None
    assert window.presenter.state.text.paragraphs == ("我们",)
    done = QInputMethodEvent()
    done.setCommitString("很抱歉")
    QApplication.sendEvent(area, done)
    assert window.presenter.state.text.paragraphs == ("我们很抱歉",)
    key(qtbot, window, Qt.Key.Key_S)
    assert window.presenter.state.is_kept


def test_a_line_stays_a_line_and_enter_goes_on(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    window = open_letter(cases.ready())
    greeting = window.page.sheet.areas[Piece.GREETING]
    greeting.setFocus()
    greeting.selectAll()
    pasted = QMimeData()
    pasted.setText("Dear\nMs Tan,")
    greeting.insertFromMimeData(pasted)
    assert greeting.text() == "Dear Ms Tan,"
    qtbot.keyClick(greeting, Qt.Key.Key_Return)
    assert body(window).hasFocus()


def test_hostile_text_is_plain_text_everywhere(cases: Cases, open_letter: OpenLetter) -> None:
    number = cases.ready()
    window = open_letter(number)
    hostile = "<img src=//host/x> <b>but</b> \u202e {name} %n &amp; =HYPERLINK(1)"
    pasted = QMimeData()
    pasted.setHtml(f"<b>{hostile}</b>")
    pasted.setText(hostile)
    body(window).selectAll()
    body(window).insertFromMimeData(pasted)
    window.presenter.look_over()
    assert body(window).text() == hostile
    assert not_plain(window) == []
    window.page.acts.keep.click()
    kept = cases.desk.letters.kept(number, cases.owner)
    refusal = window.presenter.state.refusal
    assert (kept is not None and "<b>but</b>" in kept.text.body) or refusal is not None


def test_a_very_long_text_is_written_and_refused_in_words(cases: Cases, open_letter: OpenLetter) -> None:
    window = open_letter(cases.ready())
    pasted = QMimeData()
    pasted.setText("x" * 60_000)
    body(window).insertFromMimeData(pasted)
    window.page.acts.keep.click()
    assert window.page.acts.told.text()
    assert window.page.acts.told.tone == "p1"
    assert len(body(window).text()) > 60_000, "nothing typed is lost"


# Keeping and leaving


def test_the_keys_keep_print_and_close(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    number = cases.ready()
    window = open_letter(number)
    key(qtbot, window, Qt.Key.Key_P)
    assert cases.printer.printed == 0
    assert window.page.acts.printing.reason.text() == "Keep the letter first."
    key(qtbot, window, Qt.Key.Key_S)
    assert window.page.acts.told.text() == "Kept on the case."
    key(qtbot, window, Qt.Key.Key_P)
    assert cases.printer.printed == 1
    assert window.page.acts.standing.text() == "Printed by Rita at 21:42."
    write(window, "Half a thought")
    with qtbot.waitSignal(window.finished):
        key(qtbot, window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    again = open_letter(number)
    assert body(again).text() == "Half a thought"
    assert again.page.acts.told.text() == "What you wrote before is here again."


def test_behind_the_cover_nothing_typed_is_lost(cases: Cases, open_letter: OpenLetter) -> None:
    number = cases.ready()
    window = open_letter(number)
    write(window, "Half a thought")
    window.hide()
    assert cases.desk.drafts.typed(cases.person("rita"), f"letter {number}")["paragraphs"] == ["Half a thought"]
    window.show()
    assert body(window).text() == "Half a thought"


def test_a_sign_off_from_beginning_to_end(cases: Cases, open_letter: OpenLetter) -> None:
    number = cases.ready(urgent=True)
    clerk = open_letter(number)
    acts = clerk.page.acts
    assert acts.standing.text() == "A manager signs this letter off before it is printed: P2."
    acts.keep.click()
    assert not acts.sign.isEnabled()
    assert acts.signing.reason.text() == "Only a manager signs letters off."
    assert acts.printing.reason.text() == "A manager signs it off first."
    clerk.reject()

    manager = open_letter(number, "mark")
    acts = manager.page.acts
    assert acts.sign.kind == "primary"
    acts.sign.click()
    assert acts.standing.text() == "Signed off by Mark at 21:42."
    assert acts.signing.isHidden()
    assert acts.print.kind == "primary"
    write(manager, "Other words.")
    assert acts.standing.text() == "Signed off by Mark; other words need it anew."
    assert not acts.print.isEnabled()


def test_saving_writes_the_page_where_the_person_said(cases: Cases, open_letter: OpenLetter, tmp_path: Path) -> None:
    suggested: list[Path] = []

    def choose(path: Path) -> Path:
        suggested.append(path)
        return tmp_path / "mine.pdf"

    number = cases.ready()
    window = open_letter(number, choose_file=choose)
    window.page.acts.keep.click()
    window.page.acts.save.click()
    assert [path.name for path in suggested] == [f"{number} letter.pdf"]
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    assert window.page.acts.told.text() == "Saved as mine.pdf."


def test_without_a_printer_saving_is_recommended(cases: Cases, open_letter: OpenLetter) -> None:
    cases.has_printer = False
    window = open_letter(cases.ready())
    window.page.acts.keep.click()
    window.page.acts.print.click()
    assert window.page.acts.told.text().startswith("No printer")
    assert window.page.acts.save.kind == "accent"


def test_a_missing_part_leads_to_the_cases_move_and_keeps_what_was_typed(
    cases: Cases, open_letter: OpenLetter, qtbot: QtBot
) -> None:
    number = cases.fresh()
    window = open_letter(number)
    write(window, "Half a thought")
    ways = [row.way for row in window.page.parts_card.rows.values() if row.way.isVisible()]
    assert [way.text() for way in ways] == ["Confirm the facts…"]
    with qtbot.waitSignal(window.move_wanted) as wanted:
        ways[0].click()
    assert wanted.args == ["confirm_facts"]
    assert not window.isVisible()
    cases.do(c.ConfirmFacts(number, "The drain was blocked."))
    assert body(open_letter(number)).text() == "Half a thought"


def test_two_people_see_both_versions_side_by_side(cases: Cases, open_letter: OpenLetter) -> None:
    number = cases.ready()
    mine, theirs = open_letter(number), open_letter(number, "sam")
    write(mine, "Says Rita.")
    write(theirs, "Says <b>Sam</b>.")
    theirs.page.acts.keep.click()
    mine.page.acts.keep.click()
    page = mine.page
    assert page.clash.banner.title.text() == "Changed on another screen at 21:42."
    assert not page.theirs.isVisible()
    page.clash.see.click()
    assert "Says <b>Sam</b>." in page.theirs.text.text()
    assert body(mine).text() == "Says Rita."
    page.clash.take.click()
    assert body(mine).text() == "Says <b>Sam</b>."
    assert not page.clash.isVisible()


def test_the_question_before_words_go_names_both_ways(cases: Cases, open_letter: OpenLetter) -> None:
    window = open_letter(cases.ready())
    write(window, "I am sorry.")
    window.page.language.segment(Language.ZH).click()
    assert window.page.ask.isVisible()
    assert window.page.language.value() is Language.EN, "nothing has changed yet"
    window.page.ask.leave.click()
    assert not window.page.ask.isVisible()
    assert body(window).text() == "I am sorry."
    window.page.language.segment(Language.ZH).click()
    window.page.ask.go_on.click()
    assert window.page.language.value() is Language.ZH
    assert window.page.sheet.areas[Piece.GREETING].text().startswith("尊敬的")


# Speaking


def test_the_words_to_say_are_big_and_in_their_order(cases: Cases, open_letter: OpenLetter, theme: Theme) -> None:
    window = open_letter(cases.ready())
    window.page.look.roomy.segment(Look.SPOKEN).click()
    apology = window.presenter.state.apology
    assert apology is not None
    said = [label for label in window.page.spoken.says.values() if label.isVisible()]
    assert tuple(label.text() for label in said) == apology.spoken
    assert all(label.font().pixelSize() == theme.metrics.role("say").size for label in said)
    assert not window.page.right.isVisible()


def test_missing_parts_are_not_spoken_and_say_why(cases: Cases, open_letter: OpenLetter) -> None:
    window = open_letter(cases.fresh())
    window.page.look.roomy.segment(Look.SPOKEN).click()
    rows = window.page.parts_card.rows.values()
    missing = [row for row in rows if row.missing.isVisible()]
    assert len(missing) + sum(label.isVisible() for label in window.page.spoken.says.values()) == 6
    assert all(row.why.text() and row.why.text() in row.accessibleName() for row in missing)
    assert all(row.there.isVisible() != row.missing.isVisible() for row in rows)


# Looks, keys and languages


def test_compact_windows_show_the_page_instead_of_the_letter(cases: Cases, open_letter: OpenLetter) -> None:
    window = open_letter(cases.ready(), size=(1366, 696))
    assert not window.page.view.isVisible()
    window.page.look.compact.segment(Look.PAGE).click()
    assert window.page.view.isVisible()
    assert not window.page.sheet.isVisible()
    assert window.page.notes.isVisible()


def test_growing_the_window_brings_the_page_back_beside_the_letter(
    cases: Cases, open_letter: OpenLetter, theme: Theme
) -> None:
    window = open_letter(cases.ready(), size=(1366, 696))
    window.page.look.compact.segment(Look.PAGE).click()
    theme.set_compact(False)
    assert window.page.sheet.isVisible()
    assert window.page.view.isVisible()


def test_f6_walks_through_the_panes(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    window = open_letter(cases.fresh())
    page, visited = window.page, []
    for _ in range(4):
        key(qtbot, window, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
        focused = QApplication.focusWidget()
        visited.append(next(pane for pane in page.panes() if focused is not None and pane.isAncestorOf(focused)))
    assert visited == [page.right, page.head, page.left, page.centre]


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize(("size", "text_size"), [((1440, 900), 100), ((1366, 696), 112), ((1280, 640), 125)])
@pytest.mark.parametrize("language", Language)
def test_nothing_is_cut_off_and_everything_has_a_name(
    cases: Cases,
    open_letter: OpenLetter,
    translator: Translator,
    theme: Theme,
    language: Language,
    size: tuple[int, int],
    text_size: int,
    look: Look,
) -> None:
    translator.set_language(language)
    theme.set_text_size(text_size)
    window = open_letter(cases.fresh(language), size=size, language=language)
    window.presenter.choose_look(look)
    write(window, "[____] I am sorry, but if you feel so. 但是如果您觉得这样，我们赔您 ¥5,000。")
    for _ in range(10):
        QApplication.processEvents()
    checks: list[Callable[..., list[str]]] = [
        cut_off, outside, scrolled_sideways, overlapping, nameless, not_plain, out_of_order,
    ]  # fmt: skip
    assert [found for check in checks for found in check(window)] == []
    theme.set_text_size(100)


def test_a_live_change_of_language_leaves_no_english_and_keeps_the_words(
    cases: Cases, open_letter: OpenLetter, translator: Translator
) -> None:
    window = open_letter(cases.fresh(Language.ZH), "mark", language=Language.EN)
    write(window, "但是我很抱歉。")
    translator.set_language(Language.ZH)
    window.set_words(load_words(Language.ZH))
    for _ in range(10):
        QApplication.processEvents()
    assert body(window).text() == "但是我很抱歉。"
    left = [text for text in texts(window) if text in english_phrases()]
    assert left == []


def test_the_theme_changes_while_one_writes(cases: Cases, open_letter: OpenLetter, theme: Theme) -> None:
    window = open_letter(cases.fresh())
    write(window, "I am sorry, but [____].")
    light = body(window).grab().toImage()
    theme.set_mode("dark")
    QApplication.sendEvent(window, QEvent(QEvent.Type.StyleChange))
    assert body(window).grab().toImage() != light
    assert body(window).text() == "I am sorry, but [____]."
    assert (body(window).marked, body(window).blanks) == (["but"], 1)
    theme.set_mode("light")


def test_slow_work_leaves_the_window_alive(cases: Cases, open_letter: OpenLetter, qtbot: QtBot) -> None:
    runner = TaskRunner()
    window = open_letter(cases.ready(), runner=runner)
    qtbot.waitUntil(lambda: window.presenter.state.text is not None, timeout=10_000)
    write(window, "I am sorry.")
    window.page.acts.keep.click()
    qtbot.waitUntil(lambda: window.presenter.state.is_kept, timeout=10_000)
    qtbot.waitUntil(lambda: window.presenter.state.pages is not None, timeout=10_000)
    window.page.acts.print.click()
    qtbot.waitUntil(lambda: cases.printer.printed == 1, timeout=10_000)
    qtbot.waitUntil(lambda: not window.presenter.state.is_busy, timeout=10_000)
    window.reject()
    assert runner.wait_all()


def test_every_text_of_the_window_is_a_plain_label(cases: Cases, open_letter: OpenLetter) -> None:
    window = open_letter(cases.ready())
    assert any(isinstance(widget, PlainLabel) for widget in seen(window))
    assert all(not area.acceptRichText() for area in window.findChildren(QTextEdit))
