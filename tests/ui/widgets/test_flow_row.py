import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.widgets import Button, FlowRow, Tag


def test_tags_flow_onto_the_next_row_and_never_overlap(theme, qtbot):
    flow = FlowRow(gap=6)
    qtbot.addWidget(flow)
    tags = [Tag(f"Tag number {n}") for n in range(8)]
    for tag in tags:
        flow.add_widget(tag)
    flow.resize(220, flow.heightForWidth(220))
    flow.show()
    places = [tag.geometry() for tag in tags]
    assert len({place.top() for place in places}) > 1
    assert all(QRect(0, 0, 220, flow.height()).contains(place) for place in places)
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[i + 1 :])


def test_a_flow_can_be_emptied(theme, qtbot):
    flow = FlowRow()
    qtbot.addWidget(flow)
    flow.add_widget(Tag("one"))
    flow.clear()
    assert flow.widgets() == []
    assert flow.heightForWidth(100) == 0


@pytest.fixture
def column(theme, qtbot) -> tuple[QWidget, FlowRow, list[Button]]:
    """A flow above something else, in a window in which two of its three buttons find room beside each other."""
    window, flow = QWidget(), FlowRow(gap=6)
    qtbot.addWidget(window)
    buttons = [Button(f"Button {n}") for n in range(3)]
    for button in buttons:
        flow.add_widget(button)
    rows = QVBoxLayout(window)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(flow)
    rows.addWidget(QWidget(), 1)
    window.resize(round(2.5 * buttons[0].sizeHint().width()), 400)
    window.show()
    QApplication.processEvents()
    return window, flow, buttons


def test_a_flow_is_as_high_as_what_is_shown_in_it(column):
    _window, flow, buttons = column
    two_rows, line = flow.height(), buttons[0].height()
    assert two_rows > 2 * line
    buttons[1].hide()
    QApplication.processEvents()
    assert (flow.height(), buttons[2].y()) == (line, 0)
    buttons[1].show()
    QApplication.processEvents()
    assert flow.height() == two_rows


def test_a_flow_makes_room_for_longer_words(column):
    _window, flow, buttons = column
    buttons[0].setText("A button with more words on it")
    QApplication.processEvents()
    assert buttons[1].y() > buttons[0].geometry().bottom()
    assert flow.rect().contains(buttons[2].geometry())


def test_a_flow_follows_what_happened_while_nobody_saw_it(column):
    window, flow, buttons = column
    window.hide()
    for button in buttons[1:]:
        button.hide()
    flow.add_widget(late := Tag("late"))
    window.show()
    QApplication.processEvents()
    assert flow.height() == max(buttons[0].height(), late.height())
    assert late.isVisible()


def test_a_flow_forgets_what_was_thrown_away_by_somebody_else(column):
    _window, flow, buttons = column
    buttons[1].deleteLater()
    QCoreApplication.sendPostedEvents(buttons[1], QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert flow.widgets() == [buttons[0], buttons[2]]
    assert buttons[2].y() == 0


def test_what_was_hidden_on_purpose_stays_hidden_in_a_flow(column):
    _window, flow, _buttons = column
    hidden = Tag("not now")
    hidden.hide()
    flow.add_widget(hidden)
    assert hidden.isHidden()
