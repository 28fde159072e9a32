"""The conversation stands with the case that it opened, word for word, and nowhere else (guides.md)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.conversations import MOST_STEPS, Talk
from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.services.desk import Desk
from tests.support.clock import EVENING
from tests.support.sites import record
from tests.support.talks import a_talk


def rows_kept(desk: Desk) -> int:
    with desk.workspace.database.reading_plainly() as driver:
        return int(driver.execute("SELECT count(*) FROM conversation_steps").fetchone()[0])


@pytest.mark.parametrize("language", Language)
def test_a_conversation_is_kept_word_for_word_with_who_led_it(desk: Desk, language: Language) -> None:
    talk = a_talk(language)
    number = record(desk, talk=talk).number
    assert desk.reader.case_file(number).talk == replace(talk, by="owner")


def test_a_case_without_a_conversation_has_none(desk: Desk) -> None:
    for talk in (None, Talk("default", Language.EN, ())):
        file = desk.reader.case_file(record(desk, talk=talk).number)
        assert file.talk is None
        assert "conversation" not in {change.field for change in file.view.history[0].changes}
    assert rows_kept(desk) == 0


def test_each_case_has_its_own_conversation(desk: Desk) -> None:
    first, second = (record(desk, talk=a_talk(language)).number for language in Language)
    shown = [desk.reader.case_file(number).talk for number in (first, second)]
    assert [talk.language for talk in shown if talk] == list(Language)


def test_the_history_tells_steps_and_seconds_but_no_word_of_it(desk: Desk) -> None:
    number = record(desk, talk=a_talk()).number
    (entry,) = desk.reader.view(number).history
    told = {change.field: change.after for change in entry.changes}
    assert told["conversation"] == [4, 372]
    assert "slipped" not in str(told)
    assert "forty-three" not in str(told)


def test_what_was_talked_about_is_not_searched(desk: Desk) -> None:
    record(desk, "The tap drips.", talk=a_talk())
    assert desk.finder.find("drips").rows
    assert not desk.finder.find("slipped").rows


def test_a_refused_conversation_opens_no_case(desk: Desk) -> None:
    talk = a_talk()
    spoilt = replace(talk, steps=(replace(talk.steps[0], said="\0"), *talk.steps[1:]))
    with pytest.raises(UserError) as refusal:
        record(desk, talk=spoilt)
    assert (refusal.value.code, refusal.value.field) == ("bad_characters", "talk")
    assert desk.queue.page(desk.now()).rows == ()
    assert rows_kept(desk) == 0


def test_of_an_endless_conversation_the_first_steps_are_kept(desk: Desk) -> None:
    step = a_talk().steps[0]
    talk = Talk("default", Language.EN, (step,) * (MOST_STEPS + 20))
    kept = desk.reader.case_file(record(desk, talk=talk).number).talk
    assert kept is not None
    assert len(kept.steps) == MOST_STEPS


def test_a_clock_that_jumped_back_leaves_no_step_below_zero(desk: Desk) -> None:
    step = replace(a_talk().steps[0], ended=EVENING - timedelta(hours=1))
    kept = desk.reader.case_file(record(desk, talk=Talk("default", Language.EN, (step,))).number).talk
    assert kept is not None
    assert kept.length == timedelta(0)


def test_hostile_words_come_back_as_they_were_said(desk: Desk) -> None:
    said = "<img src=//host/share>{guest}\u202e房\t\n'); DROP TABLE cases; --🙂"
    talk = a_talk()
    talk = replace(talk, steps=(replace(talk.steps[0], said=said),))
    kept = desk.reader.case_file(record(desk, talk=talk).number).talk
    assert kept is not None
    assert kept.steps[0].said == said


def test_nature_cause_and_impact_that_were_heard_stand_on_the_new_case(desk: Desk) -> None:
    number = record(desk, nature="A repair that was late", cause="Nobody answered", impact="A bad night").number
    story = desk.reader.case_file(number).story
    assert (story.nature, story.cause, story.impact) == ("A repair that was late", "Nobody answered", "A bad night")
    told = {change.field: change.after for change in desk.reader.view(number).history[0].changes}
    assert told["cause"] == "Nobody answered"


@pytest.mark.parametrize("field", ["nature", "cause", "impact"])
def test_a_cause_that_cannot_be_stored_is_refused_at_its_field(desk: Desk, field: str) -> None:
    with pytest.raises(UserError) as refusal:
        record(desk, **{field: "\ud800"})
    assert (refusal.value.code, refusal.value.field) == ("bad_characters", field)
