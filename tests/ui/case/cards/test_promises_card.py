"""Promises: kept, cancelled with a reason, added with a time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import PromiseRow
from desktop.domain.commands import AddPromise, CancelPromise, KeepPromise
from desktop.errors import UserError
from desktop.ui.case.cards import PromisesCard
from desktop.ui.case.cards.due import Pick
from tests.ui.case.cards.card_cases import NOW, NUMBER, a_file, at


@pytest.fixture
def shown(show):
    return show(PromisesCard)


def test_every_promise_says_how_it_stands(shown):
    said = [line.due.words.text() for line in shown.card.list.rows()]
    assert said == ["Fri 05:15", "0:24 over", "kept 22:05", "cancelled 22:12"]
    assert all(line.due.icon.isVisible() for line in shown.card.list.rows()[:3])
    assert shown.card.list.rows()[3].reason.text() == "No cot is free tonight"


@pytest.mark.parametrize("by_key", [True, False])
def test_a_promise_is_kept_by_its_box(shown, by_key):
    box = shown.card.list.rows()[0].box
    box.setFocus()
    if by_key:
        shown.press(Qt.Key.Key_Space)
    else:
        shown.click(box)
    assert shown.wanted == [KeepPromise(NUMBER, "1")]


def test_a_promise_is_cancelled_with_a_reason_right_under_it(shown):
    line, form = shown.card.list.rows()[1], shown.card.cancel_form
    shown.click(line.cancel)
    assert line.isAncestorOf(form)
    assert form.reason.hasFocus()
    shown.press(Qt.Key.Key_Return)
    assert form.row("reason").error.isVisible()
    assert shown.wanted == []
    shown.write(form.reason, "工程师已离店")
    shown.press(Qt.Key.Key_Return)
    assert shown.wanted == [CancelPromise(NUMBER, "2", "工程师已离店")]


def test_the_reason_survives_a_newer_case_and_goes_with_the_promise(shown):
    shown.click(shown.card.list.rows()[1].cancel)
    form = shown.card.cancel_form
    form.reason.setText("No engineer")
    shown.show_file(tasks=())
    assert form.reason.text() == "No engineer"
    assert form.isVisible()
    promises = shown.file.promises
    shown.show_file(promises=(promises[0], replace(promises[1], kept_at=NOW), *promises[2:]))
    assert form.isHidden()


def test_another_promises_reason_starts_empty(shown):
    shown.click(shown.card.list.rows()[1].cancel)
    shown.card.cancel_form.reason.setText("No engineer")
    shown.click(shown.card.list.rows()[0].cancel)
    assert shown.card.cancel_form.reason.text() == ""
    assert shown.card.list.rows()[0].isAncestorOf(shown.card.cancel_form)


def test_a_promise_needs_words_and_a_time(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    shown.click(form.send)
    assert form.row("text").error.isVisible()
    shown.write(form.words, "明早叫醒并叫车")
    shown.click(form.send)
    assert form.row("due").error.text() == "Please say by when."
    shown.click(form.due.picks[Pick.TOMORROW])
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.wanted == [AddPromise(NUMBER, "明早叫醒并叫车", at(10, 0, 1))]
    shown.show_file(promises=(*shown.file.promises, PromiseRow(5, "明早叫醒并叫车", at(10, 0, 1), NOW, "maya")))
    assert form.isHidden()


def test_ended_cases_refuse_with_a_reason(show):
    refusal = UserError("wrong_state", "state", act="promise", state="withdrawn")
    shown = show(PromisesCard, refusals=dict.fromkeys(("promise", "promise_kept", "promise_cancelled"), refusal))
    line = shown.card.list.rows()[0]
    assert not any(control.isEnabled() for control in (shown.card.add, line.box, line.cancel))
    assert "Withdrawn" in line.cancel.accessibleDescription()


def test_the_form_comes_safely_to_another_case(shown):
    shown.click(shown.card.list.rows()[1].cancel)
    row = shown.file.view.row._replace(number="HH-D1-20261119-0099")
    shown.show_file(view=replace(shown.file.view, row=row), promises=a_file().promises[:1])
    assert shown.card.cancel_form.isHidden()
    shown.click(shown.card.list.rows()[0].cancel)
    assert shown.card.cancel_form.isVisible()


def test_what_is_half_typed_is_handed_over(show, shown):
    shown.click(shown.card.list.rows()[1].cancel)
    shown.card.cancel_form.reason.setText("No engineer")
    shown.click(shown.card.add)
    shown.card.form.words.setText("A call")
    shown.card.form.due.put_back("own 2026-11-20T09:30")
    kept = shown.card.keep()
    other = show(PromisesCard)
    other.card.restore(kept)
    other.show_file()
    assert other.card.form.words.text() == "A call"
    assert other.card.form.due.moment() == at(9, 30, 1)
    assert other.card.list.rows()[1].isAncestorOf(other.card.cancel_form)
    assert other.card.cancel_form.reason.text() == "No engineer"
