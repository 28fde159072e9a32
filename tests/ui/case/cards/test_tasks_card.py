"""Tasks: ticked off by key or mouse, added in place, never lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.case_file import TaskRow
from desktop.domain.commands import AddTask, FinishTask
from desktop.errors import UserError
from desktop.ui.case.cards import TasksCard
from desktop.ui.case.cards.due import Pick
from tests.ui.case.cards.card_cases import NOW, NUMBER, a_file, at


@pytest.fixture
def shown(show):
    return show(TasksCard)


def new_task(title="换一间安静的房", place=5):
    return TaskRow(place, title, "", 3, "Emil Zhou", None, NOW, "maya")


def test_the_head_counts_what_is_done(shown):
    assert shown.card.aside.text() == "1 of 4 done"


def test_a_late_task_says_how_late_with_an_icon(shown):
    late = shown.card.list.rows()[3].due
    assert late.words.text() == "0:14 over"
    assert late.icon.isVisible()


def test_a_case_without_tasks_says_so_and_offers_one(show):
    shown = show(TasksCard, a_file(tasks=()))
    assert shown.card.none.isVisible()
    assert shown.card.aside.isHidden()
    assert shown.card.add.isEnabled()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_box_asks_to_finish_its_task_and_does_not_tick_itself(shown, by_key):
    box = shown.card.list.rows()[1].box
    box.setFocus()
    if by_key:
        shown.press(Qt.Key.Key_Space)
    else:
        shown.click(box)
    assert shown.wanted == [FinishTask(NUMBER, "2")]
    assert not box.isChecked()


def test_the_focus_stays_on_a_row_that_was_ticked(shown):
    line = shown.card.list.rows()[1]
    line.box.setFocus()
    shown.press(Qt.Key.Key_Space)
    tasks = shown.file.tasks
    shown.show_file(tasks=(tasks[0], replace(tasks[1], done_at=NOW, done_by="maya"), *tasks[2:]))
    assert shown.card.list.rows()[1] is line
    assert line.box.isChecked()
    assert line.title.font().strikeOut()


def test_a_done_task_stays_struck_through_in_another_theme(shown, theme):
    title = shown.card.list.rows()[0].title
    theme.set_mode("dark")
    assert title.font().strikeOut()
    theme.set_text_size(125)
    assert title.font().strikeOut()
    assert not shown.card.list.rows()[1].title.font().strikeOut()


def test_a_done_box_does_nothing(shown):
    box = shown.card.list.rows()[0].box
    box.click()
    assert shown.wanted == []
    assert box.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_task_is_added_by_keyboard_alone(shown):
    form = shown.card.form
    shown.card.add.setFocus()
    shown.press(Qt.Key.Key_Space)
    assert form.title.hasFocus()
    shown.write(form.title, "换一间安静的房")
    shown.press(Qt.Key.Key_Tab)
    shown.write(form.who.line, "emil zhou")
    shown.press(Qt.Key.Key_Tab)
    assert form.due.picks[Pick.HOUR].hasFocus()
    shown.press(Qt.Key.Key_Space)
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.wanted == [AddTask(NUMBER, "换一间安静的房", "", "emil", at(23, 24))]


def test_a_task_is_added_by_mouse_to_a_department(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    form.title.setText("Dry the carpet")
    form.who.setEditText("Laundry")
    shown.click(form.due.picks[Pick.TOMORROW])
    shown.click(form.send)
    assert shown.wanted == [AddTask(NUMBER, "Dry the carpet", "Laundry", "", at(10, 0, 1))]


def test_enter_in_a_line_adds_the_task_once(shown):
    shown.click(shown.card.add)
    shown.card.form.title.setText("Dry the carpet")
    shown.card.form.who.setEditText("Laundry")
    shown.card.form.title.setFocus()
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_Return)
    assert shown.wanted == [AddTask(NUMBER, "Dry the carpet", "Laundry", "", None)]


def test_nothing_is_sent_while_an_input_method_composes(shown):
    shown.click(shown.card.add)
    form = shown.card.form
    form.who.setEditText("Laundry")
    shown.write(form.title, "擦干")
    QApplication.sendEvent(form.title, QInputMethodEvent("di tan", []))
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.wanted == []
    QApplication.sendEvent(form.title, QInputMethodEvent("", []))
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(shown.wanted) == 1


@pytest.mark.parametrize(
    ("title", "who", "field"), [("", "Laundry", "title"), (" \u200b ", "Laundry", "title"), ("Dry it", "  ", "to")]
)
def test_what_is_missing_is_said_at_its_field(shown, title, who, field):
    form = shown.card.form
    shown.click(shown.card.add)
    form.title.setText(title)
    form.who.setEditText(who)
    shown.click(form.send)
    row = form.row(field)
    assert row.error.isVisible()
    assert row.error.text()
    assert row.isAncestorOf(form.focusWidget() or row)
    assert shown.wanted == []


def test_a_due_time_that_has_passed_is_said_at_the_due_time(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    form.title.setText("Dry it")
    form.who.setEditText("Laundry")
    form.due.put_back("own 2026-11-19T22:00")
    shown.click(form.send)
    assert form.row("due").error.text() == "Due time has already passed. Please choose a time still to come."
    assert shown.wanted == []


def test_ones_own_time_is_on_the_sites_clock(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    shown.click(form.due.picks[Pick.OWN])
    assert form.due.own.isVisible()
    assert form.due.moment() == at(23, 30)
    shown.click(form.due.picks[Pick.OWN])
    assert form.due.moment() is None
    assert form.due.own.isHidden()


def test_a_refusal_is_told_at_the_field_and_keeps_what_was_typed(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    form.title.setText("Dry it")
    form.who.setEditText("Dana Analyst")
    shown.click(form.send)
    shown.card.show_error(UserError("cannot_own_cases", "to", name="Dana Analyst"))
    assert "Dana Analyst" in form.row("to").error.text()
    assert form.title.text() == "Dry it"
    shown.click(form.send)
    assert len(shown.wanted) == 2


def test_a_refusal_without_a_form_is_told_under_the_title(shown):
    shown.card.list.rows()[1].box.click()
    shown.card.show_error(UserError("no_such_task", "task", value="2"))
    assert shown.card.notice.isVisible()
    shown.show_file(now=NOW + timedelta(minutes=1))
    assert shown.card.notice.isVisible()  # a minute later the case is still what it was
    row = shown.file.view.row
    shown.show_file(view=replace(shown.file.view, row=row._replace(version=row.version + 1)))
    assert shown.card.notice.isHidden()


def test_the_form_closes_empty_once_the_case_shows_the_task(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    form.title.setText(" 换一间安静的房 ")
    form.who.setEditText("Emil Zhou")
    shown.click(form.send)
    shown.show_file(tasks=(*shown.file.tasks, new_task()))
    assert form.isHidden()
    assert form.title.text() == ""
    assert shown.card.add.hasFocus()


def test_somebody_elses_change_leaves_what_is_half_typed(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    form.title.setText("换一间安静的房")
    form.who.setEditText("Emil Zhou")
    shown.click(form.send)
    row = shown.file.view.row._replace(version=10)
    view = replace(shown.file.view, row=row)
    shown.show_file(view=view, tasks=(*shown.file.tasks, new_task("Something else")))
    assert form.isVisible()
    assert form.title.text() == "换一间安静的房"
    shown.click(form.send)
    assert len(shown.wanted) == 2


def test_a_tick_of_the_clock_does_not_end_the_waiting_for_an_answer(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    form.title.setText("换一间安静的房")
    form.who.setEditText("Emil Zhou")
    shown.click(form.send)
    shown.show_file(now=at(22, 25))
    shown.click(form.send)
    assert len(shown.wanted) == 1
    shown.show_file(tasks=(*shown.file.tasks, new_task()))
    assert form.isHidden()


def test_escape_closes_the_form_and_loses_nothing(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    shown.write(form.title, "擦干地毯")
    shown.press(Qt.Key.Key_Escape)
    assert form.isHidden()
    shown.click(shown.card.add)
    assert form.title.text() == "擦干地毯"


def test_the_due_time_hides_picks_that_are_too_near(shown):
    shown.click(shown.card.add)
    assert shown.card.form.due.picks[Pick.TONIGHT].isVisible()
    shown.show_file(now=at(22, 50))
    assert shown.card.form.due.picks[Pick.TONIGHT].isHidden()


def test_what_this_person_may_not_do_is_grey_and_says_why(show):
    refusal = UserError("not_own_desk", "by", desk="D2")
    shown = show(TasksCard, refusals={"task": refusal, "task_done": refusal})
    assert not shown.card.add.isEnabled()
    assert "another desk" in shown.card.add.toolTip()
    box = shown.card.list.rows()[1].box
    assert not box.isEnabled()
    assert "another desk" in box.accessibleDescription()
    assert shown.card.list.rows()[0].box.isEnabled()
