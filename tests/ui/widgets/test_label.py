import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.ui.widgets import PlainLabel, plain_tool_tip

HOSTILE = '<b>R&D</b> <img src="file:///etc/passwd"> &amp; <a href="x">y</a>'


def shown(qtbot, label: PlainLabel, width: int = 200, height: int = 60) -> PlainLabel:
    qtbot.addWidget(label)
    label.resize(width, height)
    label.show()
    return label


@pytest.mark.parametrize("options", [{}, {"wrap": True}, {"elide": True}, {"copyable": True}])
def test_what_looks_like_markup_is_shown_as_it_is(theme, qtbot, options):
    label = shown(qtbot, PlainLabel(HOSTILE, **options), width=800)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
    label.setText("<h1>again</h1>")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_markup_takes_the_room_of_its_letters(theme, qtbot):
    bold, letters = PlainLabel("<b>ab</b>"), PlainLabel("ab")
    qtbot.addWidget(bold)
    qtbot.addWidget(letters)
    assert bold.sizeHint().width() > 2 * letters.sizeHint().width()


def test_an_ampersand_is_a_letter_even_beside_a_field(theme, qtbot):
    label, same, field = PlainLabel("R&D"), PlainLabel("RD"), PlainLabel("field")
    for widget in (label, same, field):
        shown(qtbot, widget, 60, 20)
    label.setBuddy(field)
    assert label.grab().toImage() != same.grab().toImage()


def test_the_tool_tip_of_a_cut_text_is_plain_too(theme, qtbot):
    label = shown(qtbot, PlainLabel(HOSTILE, elide=True), width=60)
    assert label.is_cut()
    point = QPoint(5, 5)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, point, label.mapToGlobal(point)))
    assert QToolTip.text() == plain_tool_tip(HOSTILE)
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_a_text_that_fits_has_no_tool_tip(theme, qtbot):
    label = shown(qtbot, PlainLabel("short", elide=True), width=200)
    assert not label.is_cut()


def test_a_wrapping_label_is_as_high_as_its_lines(theme, qtbot):
    label = shown(qtbot, PlainLabel("Thank you for telling me. I’m writing it all down.", "say", wrap=True), width=300)
    lines = label.heightForWidth(300) / 36
    assert lines == int(lines)
    assert lines >= 2
    assert label.heightForWidth(3000) == 36


def test_a_label_ends_after_its_lines(theme, qtbot):
    label = shown(qtbot, PlainLabel("word " * 60, max_lines=2), width=200)
    assert label.heightForWidth(200) == 36
    assert label.is_cut()


def test_a_label_follows_text_size_and_theme(theme, qtbot):
    label = shown(qtbot, PlainLabel("Room 1208", tone="ink2"))
    before = label.sizeHint()
    theme.set_text_size(125)
    assert label.sizeHint().width() > before.width()
    theme.set_mode("dark")
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == theme.tokens.ink2


def test_a_copyable_text_can_be_copied(theme, qtbot):
    label = shown(qtbot, PlainLabel("1101-0001", copyable=True))
    label.setFocus()
    label.setSelection(0, 9)
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1101-0001"


def test_a_tone_is_a_colour_on_screen(theme, qtbot):
    label = shown(qtbot, PlainLabel("0:27 over", "title", "p1"), height=30)
    image = label.grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert theme.tokens.p1 in colours
    label.set_tone("p3")
    image = label.grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert theme.tokens.p1 not in colours


@pytest.mark.parametrize("role", ["kpi", "body", "title"])
def test_text_to_be_copied_is_never_cut_at_its_foot(theme, qtbot, role):
    label = PlainLabel("7KJ2-QJXg", role, copyable=True)
    qtbot.addWidget(label)
    assert label.sizeHint().height() >= label.fontMetrics().height()
