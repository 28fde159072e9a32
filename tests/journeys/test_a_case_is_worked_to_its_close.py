"""Two complaints from the first word to the lesson: one by keyboard alone in Chinese, one by mouse alone in English."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.kinds import Answer, Band, Closure, Language, Medium, Outcome, State
from desktop.domain.numbers import short_number
from tests.journeys import working
from tests.journeys.hands import Hands, Keyboard, Mouse
from tests.journeys.real_window import RealWindow
from tests.journeys.working import Story, file_of
from tests.reports.reading import says

IN_CHINESE = Story(
    heard="空调一整晚漏水，床边的地毯全湿了，孩子滑了一跤。已经报修两次，没有人来。",
    guest="陈薇玲",
    room="1208",
    category="空调",
    severity="3",
    emotion=3,
    scope="several",
    now_or_never=True,
    task="换掉 1208 房的冷凝水管",
    called="打电话告诉客人：工程部二十分钟内到。",
    note="隔壁 1210 房也有水渍。",
    remedy="今晚免费升级套房",
    solution="换房，并修好空调。",
    why="冷凝水管堵了。",
    shown_by="工程部的照片",
    why_that="滤网半年没有清洗。",
    lesson="每季度清洗滤网，并记录在册。",
)
IN_ENGLISH = Story(
    heard="The lift keyed to our floor stopped twice; we walked up with the pram.",
    guest="Tan Wei Ling",
    room="803",
    category="lift",
    severity="2",
    emotion=2,
    scope="party",
    now_or_never=False,
    task="Have the lift looked at",
    called="Called her: the lift runs again.",
    note="The other lift was out of use as well.",
    remedy="breakfast for three",
    solution="The door sensor was cleaned.",
    why="The door sensor was dirty.",
    shown_by="the log of the lift",
    why_that="Nobody cleans it between services.",
    lesson="The sensor is wiped every Monday.",
)


def what_stands_in_the_database(at: RealWindow, number: str, story: Story, sum_: int) -> None:
    """Every step of the story, as another window would read it."""
    file = file_of(at, number)
    ending, survey = file.ending, file.ending.survey
    assert file.view.row.state is State.CLOSED
    assert (file.view.text, file.view.row.guest, file.view.row.room) == (story.heard, story.guest, story.room)
    assert [(task.title, task.to, task.is_done) for task in file.tasks] == [(story.task, "Sam", True)]
    assert [(contact.text, contact.medium) for contact in file.contacts] == [(story.called, Medium.PHONE)]
    assert [note.text for note in file.view.notes] == [story.note]
    assert [(offer.kind, offer.amount, offer.note) for offer in file.view.remedies] == [("voucher", sum_, story.remedy)]
    assert file.story.solution == story.solution
    assert (ending.told_by, ending.answer, ending.emotion_at_close) == (Medium.IN_PERSON, Answer.ACCEPTED, 1)
    assert (survey.overall, survey.fair, survey.easy, survey.respect, survey.recommend) == (4, 5, 4, 5, 9)
    assert survey.came_back is True
    assert ending.whys == (f"{story.why}\n{story.shown_by}", story.why_that)
    assert (ending.root_cause, ending.outcome, ending.closure) == ("equipment", Outcome.UPHELD, Closure.MONETARY)
    assert ending.lesson == story.lesson


def worked_until_resolved(hands: Hands, story: Story, band: Band) -> None:
    """What the clerk does, one move after the other."""
    at, number = hands.at, hands.at.case.presenter.state.number
    working.acknowledge(hands)
    assert file_of(at, number).view.row.state is State.ACKNOWLEDGED
    working.assess(hands, story)
    assert (file_of(at, number).view.row.state, file_of(at, number).view.row.band) == (State.ASSESSED, band)
    working.give_a_task(hands, story)
    working.write_a_note(hands, story)
    hands.next_move()
    assert file_of(at, number).view.row.state is State.INVESTIGATING
    working.log_a_call(hands, story)
    working.propose(hands, story, "120.50")
    assert file_of(at, number).view.row.state is State.PROPOSED
    working.finish_the_task(hands)
    working.resolve(hands)
    assert file_of(at, number).view.row.state is State.RESOLVED
    working.record_the_survey(hands)


@pytest.mark.parametrize(
    ("language", "story", "make_hands", "band"),
    [
        pytest.param(Language.ZH, IN_CHINESE, Keyboard, Band.P2, id="in Chinese by keyboard alone"),
        pytest.param(Language.EN, IN_ENGLISH, Mouse, Band.P3, id="in English by mouse alone"),
    ],
)
def test_a_complaint_is_worked_from_new_to_closed_and_put_on_paper(
    at_the_desk: Callable[[Language], RealWindow],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: Language,
    story: Story,
    make_hands: type[Keyboard] | type[Mouse],
    band: Band,
) -> None:
    at = at_the_desk(language)
    hands = make_hands(at)
    hands.hand_the_desk_to("Rita")
    number = working.take_the_complaint(hands, story)

    working.print_the_queue(hands)
    name, queue = working.save_the_paper(hands, tmp_path, monkeypatch)
    assert name.startswith("HH queue")
    assert says(queue, short_number(number))
    assert says(queue, story.heard[:15])

    working.open_the_case(hands, number)
    worked_until_resolved(hands, story, band)
    assert not at.case.header.primary.isEnabled(), "a receptionist closes no case"
    assert at.case.header.reason.text()

    hands.hand_the_desk_to("Mark")
    working.find_the_case(hands, number)
    working.learn_from_it(hands, story)
    working.close(hands)
    what_stands_in_the_database(at, number, story, 12_050)

    for print_it, words in (
        (working.print_the_case_file, (story.heard, story.task, story.called, story.remedy, story.lesson)),
        (working.print_the_receipt, (story.heard,)),
    ):
        print_it(hands)
        name, paper = working.save_the_paper(hands, tmp_path, monkeypatch)
        assert name.startswith(number)
        for text in (number, story.guest, *words):
            assert says(paper, text), f"{text} is not on {name}"
