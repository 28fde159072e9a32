"""The chart widget: mouse, keyboard, screen reader, size."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.domain.charts.scene import Label
from desktop.ui.charts import ChartView
from tests.domain.charts.samples import ROWS, ZH, control, heat, only, pareto, spark, trend, weeks


@pytest.fixture
def view(theme, qtbot):
    """The categories, shown."""
    shown = ChartView(pareto())
    qtbot.addWidget(shown)
    shown.resize(384, 260)
    shown.show()
    return shown


@pytest.fixture
def picks(view):
    """What was picked."""
    found = []
    view.picked.connect(lambda kind, key: found.append((kind, key)))
    return found


def middle_of(view, place):
    target = view.scene().targets[place]
    return QPoint(round(target.x + target.width / 2), round(target.y + target.height / 2))


def focus(view):
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)


def test_a_click_on_a_bar_gives_its_key(view, picks):
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(view, 2))
    assert picks == [("category", "2")]


def test_a_click_beside_all_bars_picks_nothing(view, picks):
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, view.height() - 1))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=middle_of(view, 2))
    assert picks == []


def test_a_press_that_is_let_go_elsewhere_picks_nothing(view, picks):
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle_of(view, 2))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle_of(view, 5))
    assert picks == []


def test_arrows_walk_and_enter_picks(view, picks, qtbot):
    focus(view)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Enter)
    assert picks == [("category", "1"), ("category", str(len(ROWS) - 1)), ("category", "0")]


def test_where_the_keyboard_is_can_be_seen(view, theme):
    plain = view.grab().toImage()
    focus(view)
    QApplication.sendPostedEvents()
    QTest.keyClick(view, Qt.Key.Key_Down)
    shown = view.grab().toImage()
    target = view.current()
    place = QPoint(round(target.x + target.width / 2), round(target.y) + 1)
    assert shown.pixelColor(place).name().upper() == theme.tokens.accent
    assert plain.pixelColor(place).name().upper() != theme.tokens.accent


def test_what_is_under_the_mouse_is_marked_until_it_leaves(view, theme):
    corner = middle_of(view, 1) - QPoint(0, 12)
    plain = view.grab().toImage()
    QTest.mouseMove(view, middle_of(view, 1))
    marked = view.grab().toImage()
    assert marked.pixelColor(corner) != plain.pixelColor(corner)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.grab().toImage() == plain


def test_the_tip_says_the_figures_as_plain_text(theme, qtbot):
    view = ChartView(pareto([("<b>Room</b>", 3), ("Noise", 1)]))
    qtbot.addWidget(view)
    view.resize(384, 100)
    view.show()
    place = middle_of(view, 0)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert "&lt;b&gt;Room&lt;/b&gt;: 3 (75%)" in QToolTip.text()
    QToolTip.hideText()


def test_screen_readers_hear_title_and_sentences(theme, qtbot):
    view = ChartView(control())
    qtbot.addWidget(view)
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.text(QAccessible.Text.Name) == "Complaints per week"
    assert "Last full week, 46: 34. It is above the upper limit 31.3" in heard.text(QAccessible.Text.Description)
    view.show_picture(heat(words=ZH))
    assert heard.text(QAccessible.Text.Name) == "什么时候来投诉"


def test_only_a_chart_with_parts_takes_the_keyboard(theme, qtbot):
    view = ChartView()
    qtbot.addWidget(view)
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
    view.resize(600, 300)
    view.show_picture(trend())
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    view.show_picture(spark())
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
    view.show_picture(None)
    assert view.accessibleName() == ""
    assert view.grab().width() == 600


def test_a_chart_is_laid_out_again_for_another_size(view):
    assert len(view.scene().targets) == 8
    view.resize(384, 120)
    assert len(view.scene().targets) < 8
    view.resize(600, 300)
    assert view.scene().width == 600


def test_the_keyboard_stays_within_what_is_left_after_a_resize(view, picks):
    focus(view)
    QTest.keyClick(view, Qt.Key.Key_End)
    view.resize(384, 120)
    assert view.current() is view.scene().targets[-1]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert picks == [("others", "")]


def test_a_larger_text_makes_a_chart_higher(view, theme):
    before, label = view.heightForWidth(384), only(view.scene(), Label)[0].height
    theme.set_text_size(125)
    assert view.heightForWidth(384) > before
    assert only(view.scene(), Label)[0].height > label


def test_all_rows_fit_in_the_height_that_a_chart_likes(theme, qtbot):
    view = ChartView(pareto())
    qtbot.addWidget(view)
    view.resize(384, view.heightForWidth(384))
    assert len(view.scene().targets) == 8
    assert view.sizeHint().height() > 0
    assert view.minimumSizeHint().width() <= 200


def test_a_sparkline_keeps_its_size(theme, qtbot):
    view = ChartView(spark())
    qtbot.addWidget(view)
    assert (view.sizeHint().width(), view.sizeHint().height()) == (56, 18)
    assert not view.hasHeightForWidth()


def test_a_week_is_picked_anywhere_in_its_column(theme, qtbot):
    view = ChartView(control(weeks()))
    qtbot.addWidget(view)
    view.resize(800, 280)
    view.show()
    target = view.scene().targets[-1]
    with qtbot.waitSignal(view.picked) as picked:
        low = QPointF(target.x + target.width / 2, target.y + target.height - 2).toPoint()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=low)
    assert picked.args == ["week", "2026-11-09"]
