"""Tab on the case page: as one reads, whatever rows and forms were made on it since it was opened."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.kinds import State
from desktop.ui.theme import Theme
from tests.ui.case.files import SmallDesk, a_file, a_promise, a_task, entry, opened
from tests.ui.sweeping import out_of_order


@pytest.fixture
def proposed(clock, make_screen):
    """A desk and the screen of its case, on which nothing is to be done yet."""
    desk = SmallDesk(a_file(State.PROPOSED), clock)
    return desk, make_screen(desk)


def change(desk, screen, **what):
    """Somebody else changes the case, and it is shown anew."""
    row = desk.file.view.row
    view = replace(desk.file.view, row=row._replace(version=row.version + 1))
    desk.file = replace(desk.file, view=view, **what)
    screen.refresh()
    QApplication.processEvents()


def stops(screen) -> list[QWidget]:
    """Where Tab goes on the page, once round from its first button."""
    screen.header.back.setFocus()
    found: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in found:
        found.append(focus)
        assert len(found) < 200
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return found


def parts_of(screen, found):
    """The parts of the page that these are in, each once for every time that Tab came there."""
    page = screen.stack.page
    parts = {"head": page.head, "form": screen.move_panel, "timeline": screen.timeline, **screen.cards.cards}
    order: list[str] = []
    for stop in found:
        name = next((name for name, part in parts.items() if part.isAncestorOf(stop)), "")
        if name and order[-1:] != [name]:
            order.append(name)
    return order


def test_rows_that_came_later_are_reached_in_their_place(proposed):
    desk, screen = proposed
    change(desk, screen, tasks=(a_task(1), a_task(2)))
    change(desk, screen, promises=(a_promise(1),))
    change(desk, screen, tasks=(a_task(1), a_task(3), a_task(2)))
    found, cards = stops(screen), screen.cards
    order = parts_of(screen, found)
    assert order[:3] == ["head", "timeline", "tasks"]
    assert order.index("remedies") < order.index("promises") < order.index("people")
    assert len(order) == len(set(order))
    places = [found.index(line.box) for line in cards["tasks"].list.rows()]
    assert places == sorted(places)
    assert out_of_order(screen) == []


def test_a_task_that_is_open_again_is_reached_in_its_place(proposed):
    desk, screen = proposed
    change(desk, screen, tasks=(a_task(1, done=True), a_task(2)))
    change(desk, screen, tasks=(a_task(1), a_task(2)))
    assert out_of_order(screen) == []


def test_the_form_of_a_move_comes_between_head_and_timeline(proposed):
    desk, screen = proposed
    change(desk, screen, tasks=(a_task(1),))
    screen.presenter.ask_move("contact")
    QApplication.processEvents()
    assert parts_of(screen, stops(screen))[:4] == ["head", "form", "timeline", "tasks"]
    screen.presenter.ask_move("propose")
    QApplication.processEvents()
    form = screen.move_panel.form
    form.entry("remedies").more.click()  # a second line of fields
    QApplication.processEvents()
    assert parts_of(screen, stops(screen))[:4] == ["head", "form", "timeline", "tasks"]
    assert out_of_order(screen) == []


def test_in_a_compact_window_the_right_cards_follow_the_middle_ones(proposed, theme: Theme):
    desk, screen = proposed
    try:
        theme.set_compact(True)
        change(desk, screen, tasks=(a_task(1),))
        order = parts_of(screen, stops(screen))
        assert order.index("tasks") < order.index("people") < order.index("root_cause")
        assert out_of_order(screen) == []
    finally:
        theme.set_compact(False)


def test_ordering_takes_no_focus_and_no_words(proposed):
    desk, screen = proposed
    note = screen.timeline.entry.note
    note.setFocus()
    QTest.keyClicks(note, "Half a no")
    change(desk, screen, tasks=(a_task(1),), promises=(a_promise(1),))
    QTest.keyClicks(QApplication.focusWidget(), "te")
    assert note.hasFocus()
    assert screen.timeline.entry.text() == "Half a note"


def test_forms_and_rows_come_and_go_without_end(proposed):
    """Items of layouts that Qt had thrown away once came back to life here."""
    desk, screen = proposed
    for turn in range(12):
        screen.presenter.ask_move(("contact", "propose", "resolve")[turn % 3])
        tasks = tuple(a_task(place) for place in range(1, 2 + turn % 4))
        change(desk, screen, tasks=tasks, promises=tuple(a_promise(place) for place in range(turn % 3)))
        screen.presenter.leave_move()
        QApplication.processEvents()
    assert out_of_order(screen) == []
    people = screen.cards["people"]
    assert people.take.parentWidget().rect().contains(people.hand_over.geometry())


def test_a_long_case_is_put_in_order_at_once(clock, make_screen):
    history = [entry(place, "note", place, note=f"Note {place}") for place in range(2, 1_001)]
    tasks = tuple(a_task(place) for place in range(1, 13))
    screen = make_screen(SmallDesk(a_file(State.PROPOSED, opened(), *history, tasks=tasks), clock))
    assert out_of_order(screen) == []
