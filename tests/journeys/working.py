"""A case worked from New to Closed on its own screen, step by step, by whichever hands."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Answer, Medium, Outcome, RemedyKind, RootCause
from desktop.ui.case.cards.due import Pick
from desktop.ui.case.cards.follow_up import FollowUpCard
from desktop.ui.case.cards.root_cause import RootCauseCard
from desktop.ui.case.cards.tasks import TasksCard
from desktop.ui.moves import MoveForm
from desktop.ui.moves.close import CloseForm
from desktop.ui.moves.first_steps import AcknowledgeForm, ContactForm
from desktop.ui.moves.offering import ProposeForm
from desktop.ui.moves.resolve import ResolveForm
from tests.journeys.hands import Hands
from tests.journeys.real_window import RealWindow

COLLEAGUE = "Sam"


@dataclass(frozen=True)
class Story:
    """What is said and written in the course of a case."""

    heard: str
    guest: str
    room: str
    category: str  #: a word that its category is found by
    severity: str
    emotion: int
    scope: str
    now_or_never: bool
    task: str
    called: str
    note: str
    remedy: str
    solution: str
    why: str
    shown_by: str
    why_that: str
    lesson: str


def file_of(at: RealWindow, number: str) -> CaseFile:
    """What the database has of a case."""
    return at.desk.reader.case_file(number)


def take_the_complaint(hands: Hands, story: Story) -> str:
    """Written down and saved; the number that it got."""
    at = hands.at
    hands.new_complaint()
    form = at.intake
    hands.write(form.hearing.narrative, story.heard)
    hands.write(form.hearing.name, story.guest)
    hands.write(form.hearing.room, story.room)
    hands.categorise(form.aspects.category, story.category)
    hands.pick(form.aspects.severity, story.severity)
    hands.press(form.talk.mood.moods().mood(story.emotion))
    hands.send(form.foot.save)
    assert at.page.current == "queue"
    assert at.chosen, "the new case is not the chosen one"
    return at.chosen


def open_the_case(hands: Hands, number: str) -> None:
    """From the queue to the screen of the case."""
    hands.open_chosen()
    assert hands.at.page.current == "case"
    assert hands.at.case.presenter.state.number == number


def acknowledge(hands: Hands) -> None:
    """The guest was told at the counter, now: what is filled in is right."""
    hands.next_move()
    form = _form(hands, AcknowledgeForm)
    hands.send(form.foot.confirm)


def assess(hands: Hands, story: Story) -> None:
    """Only what the intake didn't ask: how far it reaches, and whether it presses."""
    hands.next_move()
    form = _form(hands, MoveForm)
    hands.press(form.entry("scope").chips.chip(story.scope))  # type: ignore[attr-defined]  # a field of chips
    if story.now_or_never:
        hands.press(form.entry("time_pressure").chips.chip("now"))  # type: ignore[attr-defined]  # a field of chips
    hands.send(form.foot.confirm)


def give_a_task(hands: Hands, story: Story) -> None:
    """A colleague shall do something within the hour."""
    card = hands.at.case.cards["tasks"]
    assert isinstance(card, TasksCard)
    hands.press(card.add)
    hands.write(card.form.title, story.task)
    hands.write_and_take(card.form.who, COLLEAGUE)
    hands.press(card.form.due.picks[Pick.HOUR])
    hands.send(card.form.send)


def finish_the_task(hands: Hands) -> None:
    """Ticked off."""
    card = hands.at.case.cards["tasks"]
    assert isinstance(card, TasksCard)
    (line,) = card.list.rows()
    hands.press(line.box)


def write_a_note(hands: Hands, story: Story) -> None:
    """One line for colleagues."""
    entry = hands.at.case.timeline.entry
    hands.write(entry.note, story.note)
    hands.send(entry.add)


def log_a_call(hands: Hands, story: Story) -> None:
    """The guest was called."""
    hands.press(hands.at.case.timeline.entry.call)
    form = _form(hands, ContactForm)
    hands.write(form.entry("text").area, story.called)  # type: ignore[attr-defined]  # a field of text
    hands.send(form.foot.confirm)


def propose(hands: Hands, story: Story, sum_: str) -> None:
    """A voucher of a sum within the clerk's authority, and what solves it."""
    hands.next_move()
    form = _form(hands, ProposeForm)
    line = form.entry("remedies").lines[0]  # type: ignore[attr-defined]  # rows of remedies
    hands.choose(line.kind.combo, RemedyKind.VOUCHER.value)
    hands.write(line.amount.line, sum_)
    hands.write(line.note.line, story.remedy)
    hands.write(form.entry("solution").area, story.solution)  # type: ignore[attr-defined]  # a field of text
    hands.send(form.foot.confirm)


def resolve(hands: Hands) -> None:
    """Told face to face; the guest accepts and is uneasy still."""
    hands.next_move()
    form = _form(hands, ResolveForm)
    hands.choose(form.entry("told_by").combo, Medium.IN_PERSON.value)  # type: ignore[attr-defined]  # a list
    hands.pick(form.entry("answer").control, Answer.ACCEPTED.value)  # type: ignore[attr-defined]  # segments
    hands.press(form.entry("emotion_at_close").moods.mood(1))  # type: ignore[attr-defined]  # moods
    hands.send(form.foot.confirm)


def record_the_survey(hands: Hands) -> None:
    """All four questions, and whether the guest came back."""
    card = hands.at.case.cards["survey"]
    assert isinstance(card, FollowUpCard)
    hands.press(card.overall.boxes[4])
    fair, easy, respect, recommend, came_back = (row.answers for row in card.further)  # type: ignore[union-attr]  # rows
    for answers, score in ((fair, 5), (easy, 4), (respect, 5), (recommend, 9), (came_back, True)):
        hands.pick(answers, score)  # type: ignore[arg-type]  # scores are keys too
    hands.press(card.save)


def learn_from_it(hands: Hands, story: Story) -> None:
    """Two whys with what shows the first, the cause, the outcome, how it ended, and the lesson."""
    card = hands.at.case.cards["root_cause"]
    assert isinstance(card, RootCauseCard)
    first, second, *_ = card.whys.steps
    hands.write(first.answer, story.why)
    hands.write(first.evidence, story.shown_by)
    hands.press(card.whys.next)
    hands.write(second.answer, story.why_that)
    hands.choose(card.cause, RootCause.EQUIPMENT.value)
    hands.choose(card.outcome, Outcome.UPHELD.value)
    hands.write(card.lesson, story.lesson)


def close(hands: Hands) -> None:
    """What was written on the card is in the form already."""
    hands.next_move()
    form = _form(hands, CloseForm)
    hands.send(form.foot.confirm)


def find_the_case(hands: Hands, number: str) -> None:
    """By the search of the top bar, from wherever one is."""
    at = hands.at
    hands.search(number)
    at.search.presenter.search()  # as the field does a moment after the last key, when the case may be open already
    assert at.search.panel is not None
    assert not at.search.panel.isVisible(), "the list of hits lies over the case"
    assert at.page.current == "case"
    assert hands.at.case.presenter.state.number == number


def print_the_queue(hands: Hands) -> None:
    """The list of open cases."""
    hands.print(hands.at.queue.head.print)


def print_the_case_file(hands: Hands) -> None:
    """The file of the case that is shown."""
    hands.print(hands.at.case.header.case_file)


def print_the_receipt(hands: Hands) -> None:
    """The guest's receipt; it has no key of its own."""
    hands.press(hands.at.case.header.receipt)


def save_the_paper(hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, bytes]:
    """Saves the paper where the system's dialog says, and closes it: its file's name and what is in it."""
    paper = hands.at.paper
    suggested: list[Path] = []

    def choose(_parent: object, _title: str, offered: str, _kinds: str) -> tuple[str, str]:
        suggested.append(folder / Path(offered).name)
        return str(suggested[-1]), ""

    with monkeypatch.context() as patched:
        patched.setattr(QFileDialog, "getSaveFileName", choose)
        hands.press(paper.save_button)
    hands.press(paper.close_button)
    assert hands.at.papers() == []
    return suggested[0].name, suggested[0].read_bytes()


def _form(hands: Hands, kind: type[MoveForm]) -> MoveForm:
    form = hands.at.case.move_panel.form
    assert isinstance(form, kind), f"{type(form).__name__} is open: {hands.at.case.header.reason.text()}"
    return form
