import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QWidget

from desktop.ui.widgets import Toast
from desktop.ui.widgets.toast import UNCOVERED


@pytest.fixture
def area(theme, qtbot):
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(800, 600)
    area.show()
    return area


@pytest.fixture
def toast(area):
    return Toast(area, shown_ms=50)


def test_a_message_goes_by_itself(toast, qtbot):
    toast.say("Acknowledged 1101-0001.")
    assert toast.isVisible()
    with qtbot.waitSignal(toast.closed):
        pass
    assert not toast.isVisible()


def test_a_message_is_shown_for_six_seconds_unless_said_otherwise(area):
    from desktop.ui.widgets.toast import SHOWN_MS

    assert SHOWN_MS == 6000


def test_a_message_is_announced_and_never_takes_the_focus(area, toast, qtbot):
    field = QLineEdit(area)
    field.show()
    field.setFocus()
    with qtbot.waitSignal(toast.announced) as heard:
        toast.say("Handed over to Leo W.")
    assert heard.args == ["Handed over to Leo W."]
    assert field.hasFocus()


def test_undo_takes_the_act_back_once(toast, qtbot):
    undone = []
    toast.say("Withdrawn.", undo=lambda: undone.append(True))
    qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()
    toast.undo_button.click()
    assert undone == [True]


def test_what_cannot_be_undone_offers_no_undo(toast):
    toast.say("Printed.")
    assert not toast.undo_button.isVisible()


def test_a_newer_message_takes_the_place_of_the_older_and_of_its_undo(toast):
    undone = []
    toast.say("First.", undo=lambda: undone.append("first"))
    toast.say("Second.", undo=lambda: undone.append("second"))
    assert toast.text == "Second."
    toast.undo_button.click()
    assert undone == ["second"]


def test_it_stays_while_the_pointer_is_on_it(toast, qtbot):
    toast.say("Printed.")
    QApplication.sendEvent(toast, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    with qtbot.assertNotEmitted(toast.closed, wait=120):
        pass
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    with qtbot.waitSignal(toast.closed):
        pass


def test_escape_closes_it_and_the_act_stays_done(area, toast, qtbot):
    undone = []
    toast.say("Withdrawn.", undo=lambda: undone.append(True))
    qtbot.keyClick(area, Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert undone == []


def test_it_keeps_to_the_bottom_left(area, toast):
    toast.say("Printed.")
    assert (toast.x(), toast.geometry().bottom()) == (16, 600 - 16 - 1)
    area.resize(500, 300)
    assert (toast.x(), toast.geometry().bottom()) == (16, 300 - 16 - 1)


def put(area, part, *rect):
    part.setParent(area)
    part.setGeometry(*rect)
    part.show()
    return part


def test_it_never_covers_the_field_that_is_typed_in(area, toast):
    note = put(area, QTextEdit(), 10, 550, 400, 40)
    note.setFocus()
    toast.say("Acknowledged 1101-0001.")
    assert not toast.geometry().intersects(note.geometry())
    assert (toast.x(), toast.geometry().bottom()) == (16, 550 - 8)


def test_it_makes_room_as_a_field_is_gone_into_and_grows(area, toast):
    note = put(area, QTextEdit(), 10, 550, 400, 40)
    toast.say("Acknowledged 1101-0001.")
    assert toast.geometry().intersects(note.geometry())
    note.setFocus()
    assert not toast.geometry().intersects(note.geometry())
    note.setGeometry(10, 400, 400, 190)
    assert not toast.geometry().intersects(note.geometry())
    note.clearFocus()
    assert toast.geometry().bottom() == 600 - 16 - 1


def test_it_stands_beside_a_field_that_leaves_no_room_above(area, toast):
    story = put(area, QTextEdit(), 10, 10, 300, 580)
    story.setFocus()
    toast.say("Printed.")
    assert toast.x() > 310
    assert toast.geometry().right() < 800


def test_it_stands_on_buttons_but_not_on_what_is_kept_clear(area, toast):
    put(area, QPushButton("Print"), 10, 550, 100, 40).setFocus()
    toast.say("Printed.")
    assert toast.geometry().bottom() == 600 - 16 - 1
    foot = put(area, QWidget(), 0, 540, 800, 60)
    foot.setObjectName(UNCOVERED)
    toast.say("Printed.")
    assert toast.geometry().bottom() < 540


def test_it_leaves_escape_to_the_field(area, toast, qtbot):
    class Field(QLineEdit):
        def keyPressEvent(self, event):
            escapes.append(event.key())

    escapes = []
    field = put(area, Field(), 10, 550, 400, 40)
    field.setFocus()
    toast.say("Printed.")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert escapes == [Qt.Key.Key_Escape]
    assert toast.isVisible()


def test_its_words_are_plain_and_stay_inside_a_narrow_window(area, toast):
    area.resize(300, 300)
    toast.say("<b>" + "very long " * 20)
    assert toast.geometry().right() <= 300 - 16
    assert toast.text.startswith("<b>")


def test_undo_is_said_in_the_language_of_the_window(toast, qapp):
    from desktop.domain.kinds import Language
    from desktop.ui.i18n import Translator

    translator = Translator(qapp, Language.ZH)
    try:
        qapp.sendPostedEvents()
        QApplication.sendEvent(toast, QEvent(QEvent.Type.LanguageChange))
        assert toast.undo_button.text() == "撤销"
    finally:
        translator.set_language(Language.EN)
        translator.remove()
