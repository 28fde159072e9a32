"""The timeline as a list: days, looks, long texts, copying, and a thousand entries."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.conversations import Talk
from desktop.domain.kinds import Language, State
from desktop.ui.case.story_lines import Look
from desktop.ui.case.timeline_layout import ABOVE, SHOWN_LINES, text_left
from desktop.ui.case.timeline_model import ROW_ROLE
from desktop.ui.theme import theme_of
from tests.support.talks import a_talk
from tests.ui.case.files import SmallDesk, a_file, entry, minutes, opened


def rows(screen):
    model = screen.timeline.model
    return [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]


@pytest.fixture
def with_history(clock, make_screen):
    """Opens a case with these entries after its first."""

    def make(*history, talk=None, **more):
        desk = SmallDesk(a_file(State.PROPOSED, opened(), *history, talk=talk), clock)
        return make_screen(desk, **more)

    return make


def test_a_line_over_midnight_stands_under_its_day(with_history):
    screen = with_history(entry(2, "note", 10, note="Evening."), entry(3, "note", 200, note="Night."))
    assert [row.day for row in rows(screen)] == ["", "", "Fri 20 Nov"]


def test_a_story_that_began_on_another_day_says_which(with_history, clock):
    clock.set(clock().replace(day=21))
    screen = with_history()
    assert [row.day for row in rows(screen)] == ["Thu 19 Nov"]


def test_the_thread_begins_at_the_first_line_and_ends_at_the_last(with_history):
    screen = with_history(entry(2, "note", 10, note="One."), entry(3, "note", 20, note="Two."))
    assert [(row.is_first, row.is_last) for row in rows(screen)] == [(True, False), (False, False), (False, True)]


def test_choosing_a_look_narrows_the_lines_and_an_empty_one_has_a_way_on(with_history, qtbot):
    screen = with_history(entry(2, "take", 10, owner_id=1))
    QTest.mouseClick(screen.timeline.looks.segment(Look.CHANGES), Qt.MouseButton.LeftButton)
    assert [row.line.key for row in rows(screen)] == ["h2"]
    QTest.mouseClick(screen.timeline.looks.segment(Look.NOTES), Qt.MouseButton.LeftButton)
    assert rows(screen) == []
    assert screen.timeline.nothing.isVisible()
    QTest.mouseClick(screen.timeline.nothing.button, Qt.MouseButton.LeftButton)
    assert len(rows(screen)) == 2


def test_a_long_text_is_cut_and_shown_whole_on_demand(with_history):
    text = "What she told us. " * 3_000
    screen = with_history(entry(2, "note", 10, note="Title\n" + text))
    view = screen.timeline.view
    view.setFocus()
    view.setCurrentIndex(screen.timeline.model.index(1))
    row = rows(screen)[1]
    cut = view.delegate.laid(row)
    assert (len(cut.text), cut.more) == (SHOWN_LINES, True)
    QTest.keyClick(view, Qt.Key.Key_Return)
    whole = view.delegate.laid(row)
    assert len(whole.text) > 200
    assert whole.less
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.delegate.laid(row) == cut


def test_marks_that_turn_the_direction_of_a_text_are_not_obeyed(with_history):
    screen = with_history(entry(2, "note", 10, note="Title\n\u202eevil\u2066 \x85text"))
    assert screen.timeline.view.delegate.laid(rows(screen)[1]).text == ("evil text",)


def test_a_click_on_the_link_shows_the_text_whole(with_history, qtbot):
    screen = with_history(entry(2, "note", 10, note="Title\n" + "More words. " * 400))
    view = screen.timeline.view
    index = screen.timeline.model.index(1)
    qtbot.waitUntil(lambda: view.visualRect(index).height() > 60)
    link = view.delegate.link_rect(rows(screen)[1], view.visualRect(index))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link.center().toPoint())
    assert view.delegate.laid(rows(screen)[1]).less


def test_chosen_lines_are_copied_whole(with_history):
    text = "Title. " + "and more words " * 400
    screen = with_history(entry(2, "note", 10, note=text), entry(3, "take", 20, owner_id=1))
    view = screen.timeline.view
    view.setFocus()
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("2026-11-19 21:00 Received at the counter (Leo Wang)\nAir-con drips.")
    assert text.partition(" ")[2].strip() in copied
    assert copied.endswith("Taken by Maya Chen (Maya Chen)")


def test_the_menu_of_a_line_offers_to_copy_it(with_history):
    screen = with_history()
    view = screen.timeline.view
    view.setFocus()
    view.setCurrentIndex(screen.timeline.model.index(0))
    menu = view._make_menu(screen.timeline.model.index(0))
    menu.actions()[0].trigger()
    assert "Air-con drips." in QGuiApplication.clipboard().text()


def test_letters_do_not_jump_through_the_lines(with_history):
    screen = with_history(*(entry(n, "take", n, owner_id=1) for n in range(2, 6)))
    view = screen.timeline.view
    view.setFocus()
    view.setCurrentIndex(screen.timeline.model.index(0))
    QTest.keyClick(view, Qt.Key.Key_T)
    assert view.currentIndex().row() == 0


def test_a_screen_reader_hears_time_title_text_and_author(with_history):
    screen = with_history(entry(2, "note", 10, note="Fixed. It took an hour."))
    spoken = screen.timeline.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "21:10, Fixed, It took an hour., Maya Chen"


def test_the_model_keeps_qts_rules(with_history, qtmodeltester):
    screen = with_history(entry(2, "take", 10, owner_id=1))
    qtmodeltester.check(screen.timeline.model)


def test_a_new_line_comes_into_sight_and_the_rest_stays(with_history, qtbot):
    screen = with_history(*(entry(n, "note", n, note=f"Note {n}.") for n in range(2, 40)))
    view = screen.timeline.view
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    screen.timeline.entry.note.setPlainText("The last word")
    QTest.mouseClick(screen.timeline.entry.add, Qt.MouseButton.LeftButton)
    last = screen.timeline.model.index(len(rows(screen)) - 1)
    qtbot.waitUntil(lambda: view.viewport().rect().intersects(view.visualRect(last)))
    assert rows(screen)[-1].line.title == "The last word"


def test_a_thousand_entries_open_about_as_fast_as_their_number_says(with_history):
    """No absolute time: ten times the entries may not take much more than ten times as long to lay out."""

    def opened_in(count):
        history = [entry(n, "note", n, note=f"Note {n}. " + "Some more words. " * (n % 7)) for n in range(2, count)]
        screen = with_history(*history)
        view = screen.timeline.view
        view.lay_anew()
        start = perf_counter()
        view.executeDelayedItemsLayout()
        view.viewport().grab()
        return perf_counter() - start

    few = min(opened_in(100) for _ in range(2))
    many = min(opened_in(1_000) for _ in range(2))
    assert many < 40 * few + 0.05


def test_a_thousand_entries_make_no_more_widgets_than_ten(with_history):
    counts = []
    for count in (10, 1_000):
        screen = with_history(*(entry(n, "take", n, owner_id=1) for n in range(2, count)))
        counts.append(len(screen.timeline.findChildren(QWidget)))
    assert counts[0] == counts[1]


# The conversation


def test_a_conversation_is_cut_like_any_long_text_and_shown_whole_on_demand(with_history):
    screen = with_history(talk=a_talk(at=minutes(0), by="maya"))
    view, row = screen.timeline.view, next(row for row in rows(screen) if row.line.key == "talk")
    cut = view.delegate.laid(row)
    assert (len(cut.text), cut.more) == (SHOWN_LINES, True)
    assert cut.text[0].startswith("Listen")
    view.delegate.whole.add("talk")
    whole = view.delegate.laid(row)
    assert whole.less
    assert [whole.text[place].split(" ")[0] for place in sorted(whole.headings)] == [
        "Listen", "Safety", "Apologise", "Agree"
    ]  # fmt: skip


def test_the_steps_of_a_conversation_stand_out_from_what_was_said(with_history):
    screen = with_history(talk=a_talk(at=minutes(0), by="maya"))
    view, row = screen.timeline.view, next(row for row in rows(screen) if row.line.key == "talk")
    laid = view.delegate.laid(row)
    painted = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(painted)
    rect = view.visualRect(screen.timeline.model.index(rows(screen).index(row)))
    top = rect.top() + laid.day_height + ABOVE + len(laid.title) * laid.title_line
    theme = theme_of(view)

    def darkest(line):
        area = range(top + line * laid.text_line, top + (line + 1) * laid.text_line)
        return min(
            painted.pixelColor(x, y).lightness() for y in area for x in range(text_left(theme), text_left(theme) + 90)
        )

    assert darkest(0) < darkest(1), "headings are in ink, what was said is paler"


def test_a_long_conversation_is_laid_out_once(with_history):
    step = a_talk(at=minutes(0)).steps[0]
    long = Talk("default", Language.EN, tuple(replace(step, said=f"{n} " + "and so on " * 200) for n in range(300)))
    screen = with_history(talk=long)
    view, row = screen.timeline.view, next(row for row in rows(screen) if row.line.key == "talk")
    view.delegate.whole.add("talk")
    view.executeDelayedItemsLayout()
    laid = view.delegate.laid(row)
    assert len(laid.text) > 300 * 10
    view.viewport().grab()
    assert view.delegate.laid(row) is laid
