"""Most complaints end at the counter: from New to Resolved in one form, in the queue and in New complaint."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import CaseFile
from desktop.domain.commands import OpenCase
from desktop.domain.kinds import Answer, Channel, Flag, Language, RecordType, Scope, State
from desktop.ui.moves.offering import SettleForm
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.real_window import RealWindow
from tests.journeys.working import file_of
from tests.support.sites import owner_of

HEARD = "The coffee was cold <again> & she waited."


@pytest.fixture
def at(at_the_desk: Callable[[Language], RealWindow]) -> RealWindow:
    """The window in English, with nobody signed in."""
    return at_the_desk(Language.EN)


def rated_case(at: RealWindow, **more: object) -> str:
    """A complaint in which nothing has to be rated any more; its number."""
    rated = {"category": "H08-6", "severity": 2, "scope": Scope.ONE, "emotion": 2} | more
    command = OpenCase(RecordType.COMPLAINT, Channel.COUNTER, HEARD, room="803", **rated)  # type: ignore[arg-type]  # whatever a test hands in
    done = at.desk.cases.perform(command, owner_of(at.desk))
    assert done is not None
    return done.number


def was_settled_now(file: CaseFile, at: RealWindow) -> None:
    """Every state on the way has the time of the one act (domain.md 3)."""
    assert (file.view.row.state, file.ending.answer) == (State.RESOLVED, Answer.ACCEPTED)
    assert file.acknowledged_at == at.clock()
    assert [offer.kind for offer in file.view.remedies] == ["spoken_apology"]
    assert {row.at for row in file.view.history} == {at.clock()}


def test_in_the_queue_s_settles_a_case_and_undo_brings_it_back(at: RealWindow) -> None:
    number = rated_case(at)
    hands = Keyboard(at)
    hands.hand_the_desk_to("Rita")
    assert at.chosen == number
    at.press(Qt.Key.Key_S)
    form = at.queue.preview.form.form
    assert isinstance(form, SettleForm)
    hands.press(form.entry("emotion_at_close").moods.mood(0))  # type: ignore[attr-defined]  # moods
    hands.send(form.foot.confirm)
    was_settled_now(file_of(at, number), at)
    assert file_of(at, number).ending.emotion_at_close == 0
    assert at.numbers() == [], "what is resolved stands in no queue"
    at.click(at.page.toast.undo_button)
    assert file_of(at, number).view.row.state is State.NEW
    assert at.numbers() == [number]


def test_a_p1_is_not_settled_on_the_spot_and_the_reason_is_said(at: RealWindow) -> None:
    number = rated_case(at, flags=frozenset({Flag.INJURY}))
    hands = Keyboard(at)
    hands.hand_the_desk_to("Rita")
    assert at.chosen == number
    at.press(Qt.Key.Key_S)
    at.with_ctrl(Qt.Key.Key_Return)
    assert file_of(at, number).view.row.state is State.NEW
    acts, form = at.queue.preview.acts, at.queue.preview.form.form
    said = [acts.reason.text(), acts.refusal.text(), form.foot.why.text() if form is not None else ""]
    assert any("P1" in words for words in said), said


@pytest.mark.parametrize("make_hands", [Keyboard, Mouse])
def test_in_new_complaint_it_is_recorded_and_settled_in_one(
    at: RealWindow, make_hands: type[Keyboard] | type[Mouse]
) -> None:
    hands = make_hands(at)
    hands.hand_the_desk_to("Rita")
    hands.new_complaint()
    hands.write(at.intake.hearing.narrative, HEARD)
    hands.press(at.intake.foot.settle)
    form = at.intake.findChild(SettleForm)
    assert isinstance(form, SettleForm)
    hands.categorise(form.entry("category").line, "breakfast")  # type: ignore[attr-defined]  # a category
    hands.pick(form.entry("severity").control, "2")  # type: ignore[attr-defined]  # segments
    hands.press(form.entry("scope").chips.chip("one"))  # type: ignore[attr-defined]  # chips
    hands.press(form.entry("emotion").moods.mood(2))  # type: ignore[attr-defined]  # moods
    hands.send(form.foot.confirm)
    number = "HH-D1-20261119-0001"
    file = file_of(at, number)
    assert (file.view.text, file.view.row.category) == (HEARD, "H08-6")
    was_settled_now(file, at)
    assert (at.page.current, at.intake.hearing.narrative.text()) == ("new", ""), "ready for the next guest"
    assert at.desk.queue.all_rows(at.clock()) == ()
    assert at.desk.drafts.of(at.open.session.attendance.person) == ()
