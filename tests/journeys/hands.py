"""Two pairs of hands that can do the same: one touches nothing but keys, the other nothing but the mouse.

The mouse's words come from the keyboard on the screen, which hands them over as an input method does.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QWidget,
)

from desktop.ui.choices.category_field import CategoryField
from desktop.ui.choices.chips import ChipRow
from desktop.ui.widgets import SegmentedControl
from tests.journeys.real_window import PIN, RealWindow

_PANES = 8  #: more than any page has
_TAB = Qt.FocusPolicy.TabFocus.value
_A_LITTLE = 10  #: steps with Shift+Tab
_BESIDE_A_BOX = QPoint(9, 12)


class Hands(Protocol):
    """What a story asks of a person."""

    at: RealWindow

    def press(self, button: QWidget) -> None:
        """Presses a button, ticks a box, chooses a chip."""

    def write(self, field: QWidget, text: str) -> None:
        """Writes into a field."""

    def pick(self, control: SegmentedControl[str], key: str) -> None:
        """Chooses one of a few that stand beside each other."""

    def choose(self, combo: QComboBox, code: object) -> None:
        """Chooses one of a list that drops down."""

    def categorise(self, field: CategoryField, words: str) -> None:
        """Looks for a category and takes the first one found."""

    def write_and_take(self, field: QWidget, text: str) -> None:
        """Writes into a field and takes the first of the list that drops down under it."""

    def search(self, words: str) -> None:
        """Looks for a case and opens the first one found."""

    def print(self, button: QWidget) -> None:
        """Prints what the page shows; the button has the window's key for that."""

    def send(self, button: QWidget) -> None:
        """Does what a form asks: the button says so, its key too."""

    def next_move(self) -> None:
        """The next move of the case that is shown."""

    def new_complaint(self) -> None:
        """Begins a complaint from anywhere."""

    def hand_the_desk_to(self, name: str) -> None:
        """Locks the window; somebody else signs in."""

    def open_chosen(self) -> None:
        """Opens the case that is chosen in the queue."""


class Keyboard:
    """Every key goes to the window, which decides who gets it. Chinese comes through an input method."""

    def __init__(self, at: RealWindow) -> None:
        self.at = at

    def go_to(self, widget: QWidget) -> None:
        """F6 to the part of the page that holds it, then Tab."""
        self.go_to_one_of([_taker(widget)])

    def go_to_one_of(self, widgets: Sequence[QWidget]) -> None:
        """The same where any of several will do."""
        widget = widgets[0]
        pane = next((pane for pane in self.at.page.panes() if pane is widget or pane.isAncestorOf(widget)), None)
        for _ in range(_PANES):
            here = QApplication.focusWidget()
            if pane is None or (here is not None and (pane is here or pane.isAncestorOf(here))):
                break
            self.at.press(Qt.Key.Key_F6)
        self.at.tab_to(*widgets)

    def press(self, button: QWidget) -> None:
        group = _choices_beside(button)
        if group:
            self._go_through(group, button)
        else:
            self.go_to(button)
        self.at.press(Qt.Key.Key_Space)

    def go_back_to(self, widget: QWidget) -> None:
        """Shift+Tab to something that stands a little before the cursor."""
        for _ in range(_A_LITTLE):
            if widget.hasFocus():
                return
            self.at.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        raise AssertionError(f"Shift+Tab never comes to {widget.accessibleName() or type(widget).__name__}")

    def write(self, field: QWidget, text: str) -> None:
        self.go_to(field)
        if text.isascii():
            self.at.type(text)
        else:
            self.at.write("pinyin", text)

    def pick(self, control: SegmentedControl[str], key: str) -> None:
        self.press(control.segment(key))

    def choose(self, combo: QComboBox, code: object) -> None:
        self.go_to(combo)
        wanted = combo.findData(code)
        assert wanted >= 0, f"{code} is not offered"
        for _ in range(combo.count()):
            if combo.currentIndex() == wanted:
                break
            self.at.press(Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)
        assert combo.currentData() == code

    def categorise(self, field: CategoryField, words: str) -> None:
        self.write(field, words)
        self.at.press(Qt.Key.Key_Return)

    def write_and_take(self, field: QWidget, text: str) -> None:
        self.write(field, text)
        self.at.press(Qt.Key.Key_Down)
        self.at.press(Qt.Key.Key_Return)

    def search(self, words: str) -> None:
        self.at.with_ctrl(Qt.Key.Key_K)
        self.at.type(words)
        self.at.press(Qt.Key.Key_Return)

    def print(self, button: QWidget) -> None:
        assert button.isVisible()
        self.at.with_ctrl(Qt.Key.Key_P)

    def send(self, button: QWidget) -> None:
        assert button.isVisible()
        self.at.with_ctrl(Qt.Key.Key_Return)

    def next_move(self) -> None:
        self.at.with_ctrl(Qt.Key.Key_R)

    def new_complaint(self) -> None:
        self.at.with_ctrl(Qt.Key.Key_N)

    def hand_the_desk_to(self, name: str) -> None:
        if self.at.is_at_the_desk:
            self.at.with_ctrl(Qt.Key.Key_L)
        people = self.at.open.session.sign_in.people
        if not people.hasFocus():
            self.at.press(Qt.Key.Key_Escape)  # from the PIN of whoever was here last to the list of people
        assert people.hasFocus()
        self.at.type(name)  # a list goes to what is typed
        assert people.currentIndex().data() == name
        self.at.press(Qt.Key.Key_Return)
        self.at.type(PIN)
        self.at.press(Qt.Key.Key_Return)
        assert self.at.is_at_the_desk

    def open_chosen(self) -> None:
        self.at.press(Qt.Key.Key_Return)

    def _go_through(self, group: Sequence[QWidget], choice: QWidget) -> None:
        """Tab goes to one of the group, the arrows go through it."""
        self.go_to_one_of(group)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
            for _ in group:
                if choice.hasFocus():
                    return
                self.at.press(key)
        raise AssertionError(f"the arrows never come to {choice.accessibleName()}")


class Mouse:
    """Every click goes to the window, at the place where the thing can be seen."""

    def __init__(self, at: RealWindow) -> None:
        self.at = at

    def press(self, button: QWidget) -> None:
        box = isinstance(button, QCheckBox) and button.width() > 2 * _BESIDE_A_BOX.x()
        self.at.click(button, _BESIDE_A_BOX if box else None)

    def write(self, field: QWidget, text: str) -> None:
        self.at.let_the_message_go()  # it may lie over the field
        self.at.click(_taker(field))
        self.at.commit(text)

    def pick(self, control: SegmentedControl[str], key: str) -> None:
        self.at.click(control.segment(key))

    def choose(self, combo: QComboBox, code: object) -> None:
        self.at.click(combo)
        view, place = combo.view(), combo.findData(code)
        assert view.isVisible(), "no list dropped down"
        assert place >= 0, f"{code} is not offered"
        self.click_row(view, place)
        assert combo.currentData() == code

    def categorise(self, field: CategoryField, words: str) -> None:
        self.write_and_take(field, words)

    def write_and_take(self, field: QWidget, text: str) -> None:
        self.write(field, text)
        self.at.click_first_of_popup()

    def search(self, words: str) -> None:
        self.write(self.at.search, words)
        self.at.search.presenter.search()  # what the field does by itself a moment after the last word
        self.at.settle()
        assert self.at.search.panel is not None
        self.click_row(self.at.search.panel.list, 0)

    def print(self, button: QWidget) -> None:
        self.at.click(button)

    def send(self, button: QWidget) -> None:
        self.at.click(button)

    def next_move(self) -> None:
        self.at.click(self.at.case.header.primary)

    def new_complaint(self) -> None:
        self.at.click(self.at.page.rail.buttons["new"])

    def hand_the_desk_to(self, name: str) -> None:
        if self.at.is_at_the_desk:
            self.at.click(self.at.page.top.lock)
        self.at.choose_person(name)
        self.at.click_pin()
        self.at.commit(PIN)
        self.at.click(self.at.open.session.sign_in.pane.button)
        assert self.at.is_at_the_desk

    def open_chosen(self) -> None:
        self.at.click(self.at.queue.preview.acts.open)

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        """Clicks on a row of a list."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.at.settle()
        self.at.click(view.viewport(), view.visualRect(index).center())


def _taker(widget: QWidget) -> QWidget:
    """Who gets the focus when a widget is asked to take it."""
    proxy = widget.focusProxy()
    if proxy is not None:
        return _taker(proxy)
    if isinstance(widget, SegmentedControl | ChipRow):  # they hand it on to one of their buttons
        return next(button for button in widget.findChildren(QAbstractButton) if button.focusPolicy().value & _TAB)
    return widget


def _choices_beside(button: QWidget) -> list[QAbstractButton]:
    """The buttons of which one holds, this one among them; none where it stands for itself."""
    group = button.group() if isinstance(button, QAbstractButton) else None
    if isinstance(button, QRadioButton) and group is None:
        return [one for one in button.parentWidget().findChildren(QRadioButton) if one.isVisible()]
    return list(group.buttons()) if group is not None and group.exclusive() else []
