"""The call, the survey, the guest's words, the mood."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import Survey
from desktop.domain.commands import AddContact, RecordSurvey
from desktop.domain.kinds import Medium
from desktop.domain.rows import ContactRow
from desktop.errors import UserError
from desktop.ui.case.cards import FollowUpCard
from tests.ui.case.cards.card_cases import NOW, NUMBER, at, resolved

NOT_YET = {"survey": UserError("wrong_state", "state", act="survey", state="proposed")}


@pytest.fixture
def shown(show):
    return show(FollowUpCard, resolved())


def with_survey(file, **answers):
    return replace(file.ending, survey=Survey(asked_at=NOW, **answers), follow_up_due=None)


def test_the_call_that_is_due_stands_in_the_head(shown):
    assert shown.card.tag.text() == "Fri 05:15 · call"
    shown.show_file(now=at(6, 0, 1))
    assert shown.card.tag.text() == "0:45 over · call"


def test_the_moods_stand_in_words(shown):
    assert shown.card.start.mark.accessibleName() == "Mood at start: Furious"
    assert shown.card.now.mark.accessibleName() == "Mood now: Uneasy"


def test_before_the_resolution_only_the_first_question_stands_there_grey(show):
    shown = show(FollowUpCard, refusals=NOT_YET)
    card = shown.card
    assert card.question.text() == "How well did we put it right? Not asked yet."
    assert not card.overall.boxes[5].isEnabled()
    assert card.overall.accessibleDescription()
    assert not any(part.isVisible() for part in card.further)
    assert not card.save.isVisible()
    assert card.now.unknown.isVisible()


@pytest.mark.parametrize("by_key", [True, False])
def test_the_answers_are_saved_together(shown, by_key):
    card = shown.card
    assert not card.save.isEnabled()
    if by_key:
        card.overall.boxes[4].setFocus()
        shown.press(Qt.Key.Key_Space)
    else:
        shown.click(card.overall.boxes[4])
    shown.click(card._answers["fair"].answers.segment(5))
    shown.click(card._answers["recommend"].answers.segment(9))
    shown.click(card._answers["came_back"].answers.segment(False))
    shown.click(card.save)
    assert shown.wanted == [RecordSurvey(NUMBER, overall=4, fair=5, recommend=9, came_back=False)]


def test_asked_without_an_answer_is_recorded_too(shown):
    shown.click(shown.card.asked)
    assert shown.wanted == [RecordSurvey(NUMBER)]
    shown.show_file(ending=with_survey(shown.file))
    assert shown.card.question.text().endswith("Asked 22:24, no answer yet.")
    assert shown.card.asked.isHidden()
    assert shown.card.tag.isHidden()


def test_what_was_answered_is_shown_chosen(shown):
    shown.click(shown.card.overall.boxes[4])
    shown.show_file(ending=with_survey(shown.file, overall=4, came_back=True))
    assert shown.card.overall.boxes[4].isChecked()
    assert shown.card._answers["came_back"].answers.value() is True
    assert shown.card.keep() == {}
    assert not shown.card.save.isVisible()


def test_answers_not_saved_yet_survive_a_newer_case_and_a_new_screen(show, shown):
    shown.click(shown.card.overall.boxes[2])
    shown.click(shown.card._answers["came_back"].answers.segment(True))
    shown.show_file(tasks=())
    assert shown.card.overall.boxes[2].isChecked()
    other = show(FollowUpCard, resolved())
    other.card.restore(shown.card.keep())
    assert other.card.overall.boxes[2].isChecked()
    other.click(other.card.save)
    assert other.wanted == [RecordSurvey(NUMBER, overall=2, came_back=True)]


def test_a_reason_for_not_asking_is_told(shown):
    survey = Survey(not_asked="<b>She</b> left no number")
    shown.show_file(ending=replace(shown.file.ending, survey=survey))
    assert shown.card.question.text().endswith("Not asked: <b>She</b> left no number")


def test_the_guests_words_become_a_contact(shown):
    form = shown.card.form
    shown.click(shown.card.add_words)
    shown.click(form.send)
    assert form.row("text").error.isVisible()
    shown.write(form.words, "睡得很好，谢谢")
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.wanted == [AddContact(NUMBER, "睡得很好，谢谢", Medium.PHONE)]
    said = ContactRow(NOW, "maya", "phone", "", "睡得很好，谢谢", reached=True)
    shown.show_file(contacts=(*shown.file.contacts, said))
    assert form.isHidden()
    assert form.medium.code() == "phone"


def test_another_case_has_no_answers_of_this_one(shown):
    shown.click(shown.card.overall.boxes[2])
    row = shown.file.view.row._replace(number="HH-D1-20261119-0099")
    shown.show_file(view=replace(shown.file.view, row=row))
    assert not any(box.isChecked() for box in shown.card.overall.boxes.values())
