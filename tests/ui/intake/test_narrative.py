import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.ui.intake.narrative import LONGEST_PARAGRAPH, SLICE, Narrative

# Qt ends lines in one way only, and takes the marks of its own text frames for line ends.
texts = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\r\u2028\u2029\ufdd0\ufdd1\0"), max_size=40
)
long_lines = st.builds(lambda unit, times, rest: unit * times + rest, texts, st.integers(0, 2 * SLICE // 40), texts)


@pytest.fixture
def narrative(qtbot, theme):
    field = Narrative()
    qtbot.addWidget(field)
    field.resize(300, 200)
    return field


def paste(field, text):
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def put_cursor(field, place):
    cursor = field.textCursor()
    cursor.setPosition(place)
    field.setTextCursor(cursor)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(long_lines)
def test_a_text_is_kept_character_for_character_while_and_after_it_is_put_in(narrative, text):
    narrative.set_text("")
    paste(narrative, text)
    assert narrative.text() == text
    narrative.finish_filling()
    assert narrative.text() == text
    narrative.set_text(text)
    assert narrative.text() == text


def test_no_paragraph_is_longer_than_can_be_laid_out_at_a_key(narrative):
    paste(narrative, "a" * 50_000)
    narrative.finish_filling()
    block, lengths = narrative.document().firstBlock(), []
    while block.isValid():
        lengths.append(block.length())
        block = block.next()
    assert max(lengths) <= LONGEST_PARAGRAPH + 1


def test_pasting_a_long_text_is_one_step_to_undo(narrative):
    paste(narrative, "before ")
    paste(narrative, "𠮷" * 20_000)
    narrative.finish_filling()
    narrative.undo()
    assert narrative.text() == "before "
    narrative.redo()
    assert narrative.text() == "before " + "𠮷" * 20_000


def test_a_text_that_was_filled_in_cannot_be_undone_away(narrative):
    narrative.set_text("a" * 30_000)
    narrative.finish_filling()
    narrative.undo()
    assert narrative.text() == "a" * 30_000


def test_enter_makes_a_line_where_a_long_line_goes_on(narrative):
    paste(narrative, "a" * 2_500)
    narrative.finish_filling()
    put_cursor(narrative, 1_500)
    QTest.keyClick(narrative, Qt.Key.Key_Return)
    before, _, after = narrative.text().partition("\n")
    assert set(before) == set(after) == {"a"}
    assert len(before) + len(after) == 2_500


def test_what_is_pasted_into_a_long_line_keeps_its_lines(narrative):
    paste(narrative, "a" * 2_500)
    narrative.finish_filling()
    put_cursor(narrative, 1_500)
    paste(narrative, "one\ntwo\n\nthree")
    assert narrative.text().count("\n") == 3
    assert "one\ntwo\n\nthree" in narrative.text()


def test_copying_gives_the_text_without_the_breaks_of_the_layout(narrative):
    paste(narrative, "𠮷" * 1_500 + "\nend")
    narrative.finish_filling()
    narrative.selectAll()
    assert narrative.createMimeDataFromSelection().text() == "𠮷" * 1_500 + "\nend"
    put_cursor(narrative, 0)
    cursor = narrative.textCursor()
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    narrative.setTextCursor(cursor)
    assert narrative.createMimeDataFromSelection().text() == "𠮷𠮷"


def test_typing_goes_on_while_a_long_text_is_still_coming(narrative):
    paste(narrative, "a" * 30_000)
    put_cursor(narrative, 0)
    QTest.keyClick(narrative, "X")
    narrative.finish_filling()
    assert narrative.text() == "X" + "a" * 30_000


def test_a_second_paste_waits_for_the_first(narrative):
    paste(narrative, "a" * 30_000)
    paste(narrative, "b")
    narrative.finish_filling()
    assert narrative.text() == "a" * 30_000 + "b"


def test_rich_text_comes_in_as_plain_text(narrative):
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("<b>bold</b>")
    narrative.insertFromMimeData(data)
    assert narrative.text() == "<b>bold</b>"


def test_long_texts_are_told_when_the_typing_pauses(narrative, qtbot):
    told = []
    narrative.set_text("a" * 30_000)
    narrative.finish_filling()
    narrative.edited.connect(told.append)
    put_cursor(narrative, 0)
    for key in "xyz":
        QTest.keyClick(narrative, key)
    assert told == []
    qtbot.wait_until(lambda: bool(told))
    assert told == ["xyz" + "a" * 30_000]
