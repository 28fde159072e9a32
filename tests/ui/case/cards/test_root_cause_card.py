"""Five whys, cause, outcome and lesson: a draft for closing, then read only."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import Ending
from desktop.domain.kinds import Closure, Outcome, State
from desktop.errors import UserError
from desktop.ui.case.cards import RootCauseCard
from desktop.ui.case.cards.whys import joined_why, split_why
from tests.ui.case.cards.card_cases import a_file, at, resolved


@pytest.fixture
def shown(show):
    return show(RootCauseCard)


def closed(file=None):
    file = file or a_file()
    ending = Ending(
        closed_at=at(9, 0, 1), outcome=Outcome.UPHELD, closure=Closure.MONETARY, root_cause="process/not_followed",
        whys=("The drain tray overflowed.\nPhoto", "The line was blocked."), lesson="Floor 12 is in the plan now.",
    )  # fmt: skip
    row = file.view.row._replace(state=State.CLOSED)
    return replace(file, view=replace(file.view, row=row), ending=ending)


def choose(choice, code):
    choice.setCurrentIndex(choice.findData(code))


def test_an_answer_and_its_evidence_come_back_from_one_text():
    assert split_why(joined_why("The tray\noverflowed", " Photo ")) == ("The tray overflowed", "Photo")
    assert joined_why("", "Photo") == ""


def test_the_whys_open_one_after_another_by_keyboard(shown):
    steps = shown.card.whys.steps
    assert [step.isVisible() for step in steps] == [True, False, False, False, False]
    shown.write(steps[0].answer, "接水盘溢出")
    shown.press(Qt.Key.Key_Return)
    assert steps[0].evidence.hasFocus()
    shown.write(steps[0].evidence, "照片")
    shown.press(Qt.Key.Key_Return)
    assert steps[0].answer.isHidden()
    assert (steps[0].told.text(), steps[0].proof.text()) == ("接水盘溢出", "Shown by: 照片")
    assert steps[1].answer.hasFocus()
    assert steps[1].answer.placeholderText() == "Until it is something we can change"
    assert shown.card.draft()["whys"] == ("接水盘溢出\n照片",)


def test_the_next_why_opens_by_mouse_and_there_are_five(shown):
    whys = shown.card.whys
    for step in whys.steps:
        step.answer.setText("Because")
        if step is not whys.steps[-1]:
            shown.click(whys.next)
    assert whys.next.isHidden()
    assert len(whys.whys()) == 5


def test_an_empty_why_opens_no_further_one(shown):
    shown.card.whys.steps[0].answer.setFocus()
    shown.press(Qt.Key.Key_Return)
    assert shown.card.whys.next.isHidden()
    assert shown.card.whys.steps[1].isHidden()


def test_a_told_answer_can_be_changed(shown):
    step = shown.card.whys.steps[0]
    step.answer.setText("The tray overflowed")
    shown.click(shown.card.whys.next)
    shown.click(step.edit)
    assert step.answer.isVisible()
    assert step.answer.hasFocus()


def test_the_rest_opens_with_the_first_why_or_by_hand(show, shown):
    assert not any(row.isVisible() for row in shown.card._rows.values())
    shown.card.whys.steps[0].answer.setText("The tray overflowed")
    assert shown.card.lesson.isVisible()
    assert shown.card.later.isHidden()
    other = show(RootCauseCard)
    other.click(other.card.later)
    assert other.card.cause.isVisible()
    assert other.card.cause.hasFocus()


def test_the_draft_holds_what_closing_needs(shown):
    card = shown.card
    shown.click(card.later)
    choose(card.cause, "people")
    assert card.detail.isVisible()
    choose(card.detail, "staffing")
    choose(card.outcome, "partly")
    choose(card.closure, "explained")
    shown.write(card.lesson, "晚班加一个人")
    assert card.draft() == {
        "root_cause": "people/staffing",
        "whys": (),
        "lesson": "晚班加一个人",
        "outcome": "partly",
        "closure": "explained",
    }


def test_a_detail_of_another_cause_does_not_stay(shown):
    shown.click(shown.card.later)
    choose(shown.card.cause, "people")
    choose(shown.card.detail, "staffing")
    choose(shown.card.cause, "equipment")
    assert not shown.card.detail.isVisible()
    assert shown.card.draft()["root_cause"] == "equipment"


def test_edits_are_told_and_painting_is_not(shown):
    heard = []
    shown.card.edited.connect(lambda: heard.append(True))
    shown.show_file(tasks=())
    shown.card.whys.set_whys(("A",))
    assert heard == []
    shown.write(shown.card.whys.steps[0].answer, "B")
    assert heard


def test_the_draft_survives_a_newer_case_and_a_new_screen(show, shown):
    card = shown.card
    shown.write(card.whys.steps[0].answer, "接水盘溢出")
    shown.press(Qt.Key.Key_Return)
    shown.write(card.whys.steps[0].evidence, "照片")
    shown.press(Qt.Key.Key_Return)
    choose(card.cause, "process")
    choose(card.detail, "handover")
    draft = card.draft()
    file = resolved()
    shown.show_file(ending=file.ending, view=file.view)
    assert card.draft() == draft
    other = show(RootCauseCard)
    other.card.restore(card.keep())
    other.show_file()
    assert other.card.draft() == draft


def test_a_closed_case_is_told_and_cannot_be_written(show):
    shown = show(RootCauseCard, closed())
    card = shown.card
    assert card.tag.text() == "Process: not followed"
    assert [step.told.text() for step in card.whys.steps if step.isVisible()] == [
        "The drain tray overflowed.",
        "The line was blocked.",
    ]
    assert card.told_lesson.words.text() == "Floor 12 is in the plan now."
    assert not any(field.isVisible() for field in (card.cause, card.lesson, card.whys.next, card.whys.steps[0].edit))


def test_a_reopened_case_begins_with_what_was_found(show):
    file = closed()
    reopened = replace(file, view=replace(file.view, row=file.view.row._replace(state=State.INVESTIGATING)))
    shown = show(RootCauseCard, reopened)
    draft = shown.card.draft()
    assert (draft["root_cause"], draft["outcome"], len(draft["whys"])) == ("process/not_followed", "upheld", 2)
    assert shown.card.lesson.isVisible()
    assert shown.card.tag.isHidden()


def test_what_closing_misses_is_said_at_the_field(shown):
    shown.click(shown.card.later)
    shown.card.show_error(UserError("missing", "lesson"))
    row = shown.card._rows["lesson"]
    assert row.error.text() == "Please write what can be learned from this case, in a sentence."
    assert shown.card.lesson.hasFocus()
    shown.write(shown.card.lesson, "学到了")
    assert row.error.text() == ""


def test_another_case_begins_empty(shown):
    shown.write(shown.card.whys.steps[0].answer, "接水盘溢出")
    row = shown.file.view.row._replace(number="HH-D1-20261119-0099")
    shown.show_file(view=replace(shown.file.view, row=row))
    assert shown.card.draft()["whys"] == ()
    assert shown.card.keep() == {}
