"""Conversations at the counter, by phone and in a shop: from the first word to the paper, by keys."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.domain.kinds import Band, Channel, Flag, Language, Property, RemedyKind, State
from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.ui.moves.offering import SettleForm
from tests.journeys.hands import Keyboard
from tests.journeys.leading import (
    SECOND,
    THE_CASE,
    answer,
    begin,
    go_to,
    how_far,
    next_step,
    offer_something,
    on_card,
    promise,
    rate,
    read,
    stands_everywhere,
    step,
    talk_of,
    who_is_hurt,
)
from tests.journeys.real_window import RealWindow, live_site
from tests.journeys.working import file_of, find_the_case
from tests.support.sites import owner_of

AtTheDesk = Callable[[Language], RealWindow]
Reopen = Callable[[Path], RealWindow]

ANGRY, FURIOUS = 3, 4
#: Words that name a fault, or bargain
FAULT = ("our fault", "responsib", "to blame", "compensat", "refund", "voucher")
AT_22_30 = datetime(2026, 11, 19, 14, 30, tzinfo=UTC)  #: 22:30 in Shanghai


def put_on_duty(at: RealWindow, name: str) -> None:
    """Somebody stands on the duty card."""
    at.desk.settings.duty_card.change(owner_of(at.desk), DutyCard((DutyLine(name, "8000"),)))


def test_a_furious_guest_and_an_injury_at_a_hotels_counter(
    at_the_desk: AtTheDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = at_the_desk(Language.EN)
    put_on_duty(at, "Ms Lindqvist")
    hands = begin(at, "She slipped on the wet floor.")
    at.with_ctrl(Qt.Key.Key_5)
    assert step(at) == "safety"
    assert "Safety first" in on_card(at)
    assert "Bargain" in on_card(at), "it is among the don’ts"
    answer(hands, "second", "Yes")
    who_is_hurt(hands, "yes")
    assert at.intake.told_part.isVisible()
    hands.press(at.intake.told_part.button)
    assert "Told Ms Lindqvist" in read(at.intake.told_part)
    next_step(at)
    assert step(at) == "help_injury", "help comes before anything else"
    assert "not a word on fault" in on_card(at)
    answer(hands, "how_hurt", "Her wrist, from the fall")
    at.with_ctrl(Qt.Key.Key_4)
    said = []
    while step(at) != "agree":
        next_step(at)
        said.append(at.intake.talk.card.body.say.text())
    assert not [word for word in FAULT if word in " ".join(said).lower()], said
    promise(hands, "A doctor sees the wrist", "2230")
    hands.send(at.intake.foot.save)

    file = file_of(at, THE_CASE)
    assert (file.view.row.band, file.rating.flags) == (Band.P1, {Flag.INJURY})
    assert file.acknowledged_at is not None
    assert [(one.text, one.due, one.kept_at) for one in file.promises] == [("A doctor sees the wrist", AT_22_30, None)]
    assert any("Ms Lindqvist" in note.text for note in file.view.notes), "who was told is on the record"
    assert "Her wrist, from the fall" in file.story.impact
    talk = stands_everywhere(hands, THE_CASE, tmp_path, monkeypatch)
    steps = [one.step for one in talk.steps]
    assert steps.index("safety") < steps.index("help_injury") < steps.index("empathise") < steps.index("agree")
    assert {("second", "Yes"), ("how_hurt", "Her wrist, from the fall")} <= {
        (one.question, one.answer) for row in talk.steps for one in row.answered
    }
    assert (talk.peak, talk.steps[-1].emotion, talk.by) == (FURIOUS, ANGRY, "rita")
    assert talk.length >= 6 * SECOND


def test_by_phone_in_chinese_with_two_offers_and_a_promise(
    at_the_desk: AtTheDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = at_the_desk(Language.ZH)
    hands = begin(at, "")
    at.compose("kongtiao")
    at.with_ctrl(Qt.Key.Key_5)  # while the input method composes no key acts
    at.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (step(at), at.intake.presenter.state.form.emotion) == ("listen", None)
    at.commit("空调一直滴水，打了两次电话都没人来。")
    hands.pick(at.intake.hearing.channel, "phone")
    assert "电话里看不见人" in on_card(at)
    at.with_ctrl(Qt.Key.Key_3)
    rate(hands, "空调")
    how_far(hands, "one")
    go_to(at, "ask")
    asked = at.intake.talk.card.body.questions.rows[0].asked
    assert asked is not None
    answer(hands, asked.id, "床边一直在滴")
    next_step(at)
    assert step(at) == "offer"
    offer_something(hands, RemedyKind.ROOM_MOVE.value, "换到 1615 房")
    offer_something(hands, RemedyKind.VOUCHER.value, "早餐券", "80")
    assert "1615" in on_card(at)
    go_to(at, "agree")
    promise(hands, "1615 房准备好", "22:30")
    hands.send(at.intake.foot.save)

    file = file_of(at, THE_CASE)
    assert file.view.text.startswith("空调一直滴水，打了两次电话都没人来。")
    assert (file.view.row.state, file.view.channel) == (State.PROPOSED, Channel.PHONE)
    assert [(one.kind, one.amount) for one in file.view.remedies] == [("room_move", 0), ("voucher", 8_000)]
    (row,) = at.desk.queue.all_rows(at.clock())
    assert (row.number, row.next_due) == (THE_CASE, AT_22_30), "the promise is what the queue goes by"
    talk = stands_everywhere(hands, THE_CASE, tmp_path, monkeypatch)
    assert (talk.language, talk.steps[0].name, talk.steps[-1].name) == (Language.ZH, "倾听", "约定")
    assert [one.answer for row in talk.steps if row.step == "ask" for one in row.answered] == ["床边一直在滴"]


def test_a_shop_and_a_guest_who_will_call_12315(
    reopen: Reopen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = reopen(live_site(tmp_path / "site", Language.ZH, Property.RETAIL))
    hands = begin(at, "奶粉过期了，不处理我就打 12315。")
    answer(hands, "exposure", "12315")
    rate(hands, "过期")
    assert step(at) == "rights"
    assert "这是您的权利" in on_card(at)
    answer(hands, "copy", "要")
    go_to(at, "apologise")
    hands.send(at.intake.foot.save)
    file = file_of(at, at.chosen)
    assert file.rating.flags == {Flag.REGULATOR}
    assert (file.view.row.band, file.view.row.band_rule) == (Band.P2, "floor:regulator")
    talk = stands_everywhere(hands, file.view.row.number, tmp_path, monkeypatch)
    answers = [(row.step, one.question, one.answer) for row in talk.steps for one in row.answered]
    assert [one for one in answers if one[1] in ("exposure", "copy")] == [
        ("listen", "exposure", "12315"),
        ("rights", "copy", "要"),
    ]


def test_settled_on_the_spot_in_under_a_minute(
    at_the_desk: AtTheDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = at_the_desk(Language.EN)
    began = at.clock()
    hands = begin(at, "The coffee was cold.")
    at.with_ctrl(Qt.Key.Key_2)
    rate(hands, "breakfast", "1")
    next_step(at, 10)
    next_step(at, 10)
    offer_something(hands, RemedyKind.REDO.value, "A fresh cup")
    next_step(at, 5)
    at.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    form = at.intake.findChild(SettleForm)
    assert isinstance(form, SettleForm)
    hands.press(form.entry("scope").chips.chip("one"))  # type: ignore[attr-defined]  # chips
    hands.send(form.foot.confirm)

    assert at.clock() - began < timedelta(minutes=1)
    file = file_of(at, THE_CASE)
    assert file.view.row.state is State.RESOLVED
    assert [(one.kind, one.note) for one in file.view.remedies] == [("redo", "A fresh cup")]
    talk = stands_everywhere(hands, THE_CASE, tmp_path, monkeypatch)
    assert [one.step for one in talk.steps][:3] == ["listen", "empathise", "apologise"]
    assert talk.length == 25 * SECOND


def test_a_p1_is_not_settled_on_the_spot_and_its_transcript_is_not_lost(at_the_desk: AtTheDesk) -> None:
    at = at_the_desk(Language.EN)
    hands = begin(at, "She slipped.")
    who_is_hurt(hands, "yes")
    rate(hands, "breakfast", "3")
    at.with_ctrl(Qt.Key.Key_3)
    next_step(at)
    at.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    at.with_ctrl(Qt.Key.Key_Return)
    assert at.desk.queue.all_rows(at.clock()) == ()
    at.press(Qt.Key.Key_Escape)
    hands.send(at.intake.foot.save)
    assert file_of(at, THE_CASE).view.row.band is Band.P1
    assert {"listen", "help_injury"} <= {one.step for one in talk_of(at).steps}


def test_with_everything_rated_the_case_is_assessed_as_it_is_saved(at_the_desk: AtTheDesk) -> None:
    at = at_the_desk(Language.EN)
    hands = begin(at, "The heating blows cold air.")
    rate(hands, "heating")
    how_far(hands, "one")
    at.with_ctrl(Qt.Key.Key_3)
    go_to(at, "apologise")
    hands.send(at.intake.foot.save)
    assert file_of(at, THE_CASE).view.row.state is State.ASSESSED


def test_what_one_would_have_to_ask_for_waits_until_a_manager_approves_it_on_the_case(
    at_the_desk: AtTheDesk,
) -> None:
    at = at_the_desk(Language.EN)
    hands = begin(at, "The heating blows cold air.")
    rate(hands, "heating")
    how_far(hands, "one")
    at.with_ctrl(Qt.Key.Key_3)
    go_to(at, "offer")
    offer_something(hands, RemedyKind.REFUND_PART.value, "One night", "600")
    assert "Above your limit" in read(at.intake.offers)
    hands.send(at.intake.foot.save)
    file = file_of(at, THE_CASE)
    assert file.view.remedies == ()
    assert file.waiting_request is not None
    assert talk_of(at).steps[-1].step == "offer"

    manager = Keyboard(at)
    manager.hand_the_desk_to("Mark")
    find_the_case(manager, THE_CASE)
    card = at.case.cards["remedies"]
    assert "Rita asked" in read(card)
    manager.press(card.decision.send)  # type: ignore[attr-defined]  # the card of remedies
    file = file_of(at, THE_CASE)
    assert file.waiting_request is None
    assert [(one.kind, one.amount) for one in file.view.remedies] == [("refund_part", 60_000)]
    assert file.view.row.state is State.PROPOSED
