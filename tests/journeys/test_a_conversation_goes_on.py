"""A conversation that is put aside, led another way, or shown to a guest who speaks another language; by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.domain.kinds import Language
from desktop.ui.settings.guides import GuidesSection
from desktop.ui.settings.state import Part
from tests.journeys.hands import Keyboard
from tests.journeys.leading import (
    SECOND,
    THE_CASE,
    answer,
    begin,
    go_to,
    next_step,
    on_card,
    read,
    stands_everywhere,
    step,
    talk_of,
)
from tests.journeys.real_window import RealWindow, live_site
from tests.journeys.test_guests_and_settings import open_settings

AtTheDesk = Callable[[Language], RealWindow]
Reopen = Callable[[Path], RealWindow]

HEARD = {Language.EN: "It drips.", Language.ZH: "一直滴水。"}
WHERE = {Language.EN: "By the bed", Language.ZH: "床边"}


def first_open_question(at: RealWindow) -> str:
    """The code of the first question of the step that is answered in words."""
    asked = at.intake.talk.card.body.questions.rows[0].asked
    assert asked is not None
    return asked.id


def resume(hands: Keyboard) -> None:
    """Takes up the draft that is offered above the page."""
    at = hands.at
    assert at.intake.offered.banner.isVisible()
    hands.go_back_to(at.intake.offered.resume)  # it stands before the first field
    at.press(Qt.Key.Key_Space)


@pytest.mark.parametrize("language", list(Language))
def test_parked_closed_and_opened_again_it_is_taken_up_where_it_was(
    reopen: Reopen,
    tmp_path: Path,
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = live_site(tmp_path / "site", language)
    before = reopen(folder)
    hands = begin(before, HEARD[language])
    go_to(before, "ask")
    hands.at.clock.advance(2 * SECOND)
    question = first_open_question(before)
    answer(hands, question, WHERE[language])
    before.press(Qt.Key.Key_Escape)
    assert before.page.current == "queue"
    before.close()

    at = reopen(folder)
    at.clock.advance(3_600 * SECOND)
    hands = Keyboard(at)
    hands.hand_the_desk_to("Rita")
    hands.new_complaint()
    resume(hands)
    assert at.intake.hearing.narrative.text().startswith(HEARD[language])
    assert step(at) == "ask"
    assert first_open_question(at) == question
    assert at.intake.talk.card.body.questions.rows[0].answer.text() == WHERE[language]  # type: ignore[attr-defined]  # a line
    assert at.intake.head.timer.text() == "00:05", "its time stood still"
    next_step(at)
    hands.send(at.intake.foot.save)
    talk = stands_everywhere(hands, THE_CASE, tmp_path, monkeypatch)
    assert talk.length == 6 * SECOND
    assert [one.answer for row in talk.steps for one in row.answered] == [WHERE[language]]
    assert at.desk.drafts.of(at.open.session.attendance.person) == ()


def test_going_to_another_screen_and_back_costs_nothing(at_the_desk: AtTheDesk) -> None:
    at = at_the_desk(Language.EN)
    hands = begin(at, HEARD[Language.EN])
    go_to(at, "ask")
    answer(hands, first_open_question(at), WHERE[Language.EN])
    hands.press(at.page.rail.buttons["queue"])
    assert at.page.current == "queue"
    hands.new_complaint()
    assert step(at) == "ask"
    assert at.intake.talk.card.body.questions.rows[0].answer.text() == WHERE[Language.EN]  # type: ignore[attr-defined]  # a line


def test_what_a_manager_chooses_in_the_settings_leads_the_next_conversation_and_not_the_one_that_runs(
    at_the_desk: AtTheDesk,
) -> None:
    at = at_the_desk(Language.EN)
    begin(at, "The one that runs.", "Mark")
    next_step(at)
    assert step(at) == "empathise"
    hands = Keyboard(at)
    section = open_settings(hands, Part.GUIDES)
    assert isinstance(section, GuidesSection)
    hands.press(section.choice.rows["last"].radio)
    hands.pick(section.style_line.control, "short")  # type: ignore[arg-type]  # styles are keys too
    at.with_ctrl(Qt.Key.Key_Return)

    hands.new_complaint()
    if at.intake.offered.banner.isVisible():
        resume(hands)
    assert step(at) == "empathise"
    next_step(at)
    hands.send(at.intake.foot.save)
    assert talk_of(at).framework == "default"

    hands.new_complaint()
    at.commit("The next one.")
    assert at.intake.talk.card.head.shorter.text() == "Longer", "the short wording was chosen"
    next_step(at)
    assert step(at) == "apologise", "LAST goes on from listening to the apology"
    hands.send(at.intake.foot.save)
    assert talk_of(at, at.chosen).framework == "last"


def test_the_card_turned_to_the_guest_shows_nothing_else_and_takes_the_guests_answers(
    at_the_desk: AtTheDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = at_the_desk(Language.EN)
    hands = begin(at, "Private: the guest before shouted.")
    at.with_ctrl(Qt.Key.Key_D)
    hands.choose(at.intake.further.language, Language.ZH.value)
    at.with_ctrl(Qt.Key.Key_D)
    go_to(at, "empathise")
    body = at.intake.talk.card.body
    assert body.turn.isVisible()
    hands.go_back_to(body.turn)
    at.press(Qt.Key.Key_Space)
    page = at.intake
    assert page.turned.isVisible()
    assert not any(part.isVisible() for part in (page.head, page.columns, page.foot, page.offered.banner))
    shown = read(page)
    assert "Is this correct?" in shown
    assert "我理解得对吗" in shown
    for hidden in ("Private", "Remedies you can offer", "Save & queue", "Priority"):
        assert hidden not in shown
    focused = at.window.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert page.turned.isAncestorOf(focused), "the cursor stands at the first answer"
    said = focused.text()
    at.press(Qt.Key.Key_Space)
    at.press(Qt.Key.Key_Escape)
    assert not page.turned.isVisible()
    assert page.columns.isVisible()
    assert at.page.current == "new", "Esc came back from the card, and parked nothing"
    assert said in on_card(at)
    hands.send(page.foot.save)
    talk = stands_everywhere(hands, THE_CASE, tmp_path, monkeypatch)
    assert [(one.question, one.answer) for row in talk.steps for one in row.answered] == [("right", said)]
