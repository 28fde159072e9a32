"""A conversation led in the real window by keys alone, and what is left of it: rows, timeline, paper."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop.domain.conversations import Talk
from desktop.ui.case.timeline_model import ROW_ROLE
from desktop.ui.conversation.asked_row import AskedRow, ClosedRow, NoticeRow
from tests.journeys import working
from tests.journeys.hands import Hands, Keyboard
from tests.journeys.real_window import RealWindow
from tests.reports.reading import says

ALT = Qt.KeyboardModifier.AltModifier
SECOND = timedelta(seconds=1)
THE_CASE = "HH-D1-20261119-0001"
_FURTHEST = 12  #: steps of the longest conversation


def begin(at: RealWindow, heard: str, who: str = "Rita") -> Keyboard:
    """Signed in, at New complaint, with what was heard first."""
    hands = Keyboard(at)
    hands.hand_the_desk_to(who)
    hands.new_complaint()
    at.commit(heard)
    return hands


def next_step(at: RealWindow, seconds: int = 1) -> None:
    """What was said took a moment; a longer one would cover the window, as if the computer had slept."""
    at.clock.advance(seconds * SECOND)
    at.press(Qt.Key.Key_Right, ALT)


def step(at: RealWindow) -> str:
    """The step on the card."""
    talk = at.intake.presenter.state.talk
    assert talk is not None
    return talk.card.step


def go_to(at: RealWindow, wanted: str) -> None:
    """On with the key until a step is reached."""
    for _ in range(_FURTHEST):
        if step(at) == wanted:
            return
        next_step(at)
    raise AssertionError(f"{wanted} never came: {step(at)}")


def read(part: QWidget) -> str:
    """Every word that can be seen in a part of the window, the buttons' too."""
    labels = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
    buttons = [button.text() for button in part.findChildren(QAbstractButton) if button.isVisible()]
    return "\n".join(filter(None, labels + buttons))


def on_card(at: RealWindow) -> str:
    """What the conversation shows: the sentence to say, its notes, questions, do and don't."""
    return read(at.intake.talk)


def answer(hands: Keyboard, question: str, given: str) -> None:
    """Answers a question of the step: in words, or by one of the words that it offers."""
    row = _row(hands.at, question)
    if isinstance(row, ClosedRow | NoticeRow):
        (choice,) = (button for button in row.answer.findChildren(QAbstractButton) if button.accessibleName() == given)
        hands.go_to_one_of([button for button in row.answer.findChildren(QAbstractButton) if button.isVisible()])
        while not choice.hasFocus():
            hands.at.press(Qt.Key.Key_Right if isinstance(row, ClosedRow) else Qt.Key.Key_Tab)
            assert row.isAncestorOf(hands.at.window.focusWidget()), f"the keys never come to {given}"
        hands.at.press(Qt.Key.Key_Space)
    else:
        hands.write(row.answer, given)


def who_is_hurt(hands: Keyboard, key: str) -> None:
    """Answers at the left whether anybody is hurt."""
    hands.pick(hands.at.intake.hearing.hurt, key)


def rate(hands: Keyboard, category: str, severity: str = "2") -> None:
    """Category and severity; the mood has its own keys."""
    hands.categorise(hands.at.intake.aspects.category, category)
    hands.pick(hands.at.intake.aspects.severity, severity)


def how_far(hands: Keyboard, scope: str) -> None:
    """Who is affected: among the details."""
    at = hands.at
    at.with_ctrl(Qt.Key.Key_D)
    hands.press(at.intake.about.scope.chip(scope))
    at.with_ctrl(Qt.Key.Key_D)


def offer_something(hands: Keyboard, kind: str, note: str = "", amount: str = "") -> None:
    """A remedy that is put together at the counter."""
    offers = hands.at.intake.offers
    hands.press(offers.more)
    hands.choose(offers.editor.kind, kind)
    if note:
        hands.write(offers.editor.note, note)
    if amount:
        hands.write(offers.editor.amount, amount)
    hands.press(offers.editor.offer)


def promise(hands: Keyboard, text: str, clock: str) -> None:
    """What is promised, by when today; the step that asks for it is on the card."""
    part = hands.at.intake.talk.card.body.promise
    hands.write(part.what, text)
    hands.write(part.clock, clock)


def talk_of(at: RealWindow, number: str = THE_CASE) -> Talk:
    """The transcript that the case keeps."""
    talk = working.file_of(at, number).talk
    assert talk is not None
    return talk


def timeline_of(at: RealWindow) -> str:
    """Every line of the timeline that is shown, titles and texts."""
    model = at.case.timeline.view.model()
    assert isinstance(model, QAbstractItemModel)
    lines = [model.index(row, 0).data(ROW_ROLE).line for row in range(model.rowCount())]
    return "\n".join(f"{line.title}\n{line.text}" for line in lines)


def case_file_of(hands: Hands, number: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The case file as it is saved from the case's own screen."""
    working.find_the_case(hands, number)
    working.print_the_case_file(hands)
    _name, paper = working.save_the_paper(hands, folder, monkeypatch)
    return paper


def stands_everywhere(hands: Hands, number: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """The transcript, after each of its steps was found on the timeline and on the case file."""
    at, talk = hands.at, talk_of(hands.at, number)
    paper = case_file_of(hands, number, folder, monkeypatch)
    shown = timeline_of(at)
    assert talk.steps
    for one in talk.steps:
        for words in (one.name, one.said, *(word for a in one.answered for word in (a.text, a.answer))):
            assert words in shown, f"not on the timeline: {words}"
            assert says(paper, words), f"not on the paper: {words}"
    return talk


def _row(at: RealWindow, question: str) -> AskedRow:
    body = at.intake.talk.card.body
    (row,) = (row for row in (*body.questions.rows, *body.notices.rows) if row.asked and row.asked.id == question)
    return row
