import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextBlockFormat
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets import TextArea


@pytest.fixture
def area(theme, qtbot):
    area = TextArea("What happened?", role="narrative")
    qtbot.addWidget(area)
    area.show()
    area.setFocus()
    return area


@pytest.fixture
def heard(area):
    heard: list[str] = []
    area.edited.connect(heard.append)
    return heard


def compose(area: TextArea, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(area, event)


def test_what_is_being_composed_is_not_told_yet(area, heard):
    compose(area, "kong")
    compose(area, "kong tiao")
    assert area.composing
    assert heard == []
    compose(area, "", "空调")
    assert heard == ["空调"]
    assert not area.composing


def test_composing_in_the_middle_of_a_text_tells_only_the_result(area, heard):
    area.set_text("一直滴水")
    area.moveCursor(area.textCursor().MoveOperation.Start)
    compose(area, "kt")
    compose(area, "", "空调")
    assert heard == ["空调一直滴水"]


def test_composing_over_marked_words_tells_only_the_result(area, heard):
    area.set_text("cold soup")
    area.selectAll()
    compose(area, "leng tang")
    assert heard == []
    compose(area, "", "冷汤")
    assert heard == ["冷汤"]


def test_giving_up_what_was_composed_tells_nothing(area, heard):
    compose(area, "kong")
    compose(area, "")
    assert heard == []
    assert area.text() == ""


def test_shortcuts_wait_while_composing(area):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    compose(area, "kong")
    event.ignore()
    QApplication.sendEvent(area, event)
    assert event.isAccepted()
    compose(area, "")


def test_typing_is_told_letter_by_letter(area, heard, qtbot):
    qtbot.keyClicks(area, "wet")
    assert heard == ["w", "we", "wet"]


def test_setting_the_text_is_silent_and_cannot_be_undone(area, heard):
    area.set_text("Air-con dripping")
    assert heard == []
    assert not area.document().isUndoAvailable()


def test_enter_makes_a_new_line_and_tab_goes_on(area, heard, qtbot):
    area.set_text("one")
    area.moveCursor(area.textCursor().MoveOperation.End)
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.text() == "one\n"
    assert area.tabChangesFocus()


def test_the_text_is_kept_character_for_character(area):
    text = "no\u00a0break\n\n𠮷 “quoted” \u200b end"
    area.set_text(text)
    assert area.text() == text


def test_pasted_markup_comes_in_as_plain_text(area):
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("<b>bold</b>")
    area.insertFromMimeData(data)
    assert area.text() == "<b>bold</b>"
    assert not area.textCursor().charFormat().font().bold()


def test_a_picture_alone_is_not_pasted(area):
    data = QMimeData()
    data.setHtml("<img src='x'>")
    data.setData("image/png", b"x")
    area.insertFromMimeData(data)
    assert area.text() == ""


def test_every_line_has_the_height_of_its_role(area, theme, qtbot):
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    area.set_text("one\ntwo")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    document = area.document()
    formats = [document.findBlockByNumber(n).blockFormat() for n in range(document.blockCount())]
    assert [(f.lineHeight(), f.lineHeightType()) for f in formats] == [(23, fixed)] * 3
    theme.set_compact(True)
    assert document.firstBlock().blockFormat().lineHeight() == 20


def test_undo_works_after_the_text_size_changed(area, theme, qtbot):
    qtbot.keyClicks(area, "wet")
    theme.set_text_size(125)
    assert area.text() == "wet"
