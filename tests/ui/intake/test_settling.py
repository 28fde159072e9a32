"""Settled on the spot from New complaint: judged before a case stands, and no case is lost or stands twice."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import RemedyOffer, Settle
from desktop.domain.kinds import Flag, Language, RemedyKind, Scope, TimePressure
from desktop.errors import UserError, WorkspaceError
from desktop.ui.intake.draft_data import draft_data, load_draft
from desktop.ui.intake.form import Form
from desktop.ui.widgets import PlainLabel
from desktop.words import load_words
from tests.ui.intake.intake_desk import SLOW_CHECK_IN, TAN, Intake

NUMBER = "HH-D1-20261119-0001"
APOLOGY = Settle("", (RemedyOffer(RemedyKind.SPOKEN_APOLOGY),))
RATED = {"category": "H11-1", "severity": 2, "scope": Scope.ONE, "emotion": 2}
OVER = UserError("over_authority", "remedies.0.amount", amount="150.00", currency="CNY", left="20.00")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
EN = load_words(Language.EN)


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(PlainLabel))


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.fixture
def intake(clock):
    intake = Intake(clock)
    intake.presenter.change(text="The Wi-Fi drops", **RATED)
    intake.presenter.begin_settling()
    return intake


@pytest.fixture
def settling(shown):
    shown.screen.hearing.narrative.insertPlainText("The Wi-Fi drops")
    shown.screen.presenter.change(**RATED)
    shown.screen.settle_on_the_spot()
    return shown


# What it comes to


def test_the_case_is_opened_and_settled_in_one_and_the_form_is_empty(intake):
    intake.presenter.settle(APOLOGY)
    assert [command.text for command in intake.desk.opened] == ["The Wi-Fi drops"]
    assert [command.case for command in intake.desk.settled] == [NUMBER]
    assert (intake.page.settled, intake.page.saved) == ([NUMBER], [])
    assert intake.state.form.is_blank
    assert not intake.state.settling.is_open


def test_a_form_that_can_t_become_a_case_is_not_asked_what_was_done(clock):
    intake = Intake(clock)
    intake.presenter.begin_settling()
    assert not intake.state.settling.is_open
    assert intake.page.focused == ["text"]


def test_what_is_missing_by_the_time_of_settling_is_said_before_a_case_stands(intake):
    intake.presenter.change(text="")
    intake.presenter.settle(APOLOGY)
    assert intake.desk.opened == []
    assert intake.page.focused == ["text"]
    assert not intake.state.is_saving


@pytest.mark.parametrize("left", [None, 0, 20_000])
def test_the_desk_says_what_the_person_may_give(clock, left):
    intake = Intake(clock)
    intake.desk.left = left
    intake.presenter.change(text="x")
    intake.presenter.begin_settling()
    assert intake.state.settling.allowance.left == left


def test_without_an_answer_about_the_allowance_one_still_can_settle(clock):
    intake = Intake(clock)
    intake.desk.refuse["allowance"] = WorkspaceError("busy")
    intake.presenter.change(text="x", **RATED)
    intake.presenter.begin_settling()
    intake.presenter.settle(APOLOGY)
    assert intake.page.settled == [NUMBER]


# Refused before and after the case stands


def test_what_keeps_the_case_from_being_opened_leaves_everything_as_it_was(intake):
    intake.desk.refuse["take_down"] = WorkspaceError("disk_full")
    intake.presenter.settle(APOLOGY)
    assert intake.state.trouble.code == "disk_full"
    assert intake.state.settling.is_open
    assert (intake.state.settling.number, intake.state.form.text) == ("", "The Wi-Fi drops")
    assert intake.desk.stored[1].data["text"] == "The Wi-Fi drops"


@pytest.mark.parametrize("failure", [OVER, WorkspaceError("disk_full"), RuntimeError("a bug")])
def test_a_case_that_stands_is_never_opened_again(intake, failure):
    intake.desk.refuse["settle"] = failure
    intake.presenter.settle(APOLOGY)
    intake.presenter.settle(APOLOGY)
    assert intake.state.settling.number == NUMBER
    assert intake.state.settling.answers == 2
    del intake.desk.refuse["settle"]
    intake.presenter.settle(APOLOGY)
    assert len(intake.desk.opened) == 1
    assert [command.case for command in intake.desk.settled] == [NUMBER]
    assert intake.page.settled == [NUMBER]


def test_a_case_that_stands_is_no_draft_any_more(intake, clock):
    intake.presenter.keep()
    intake.desk.refuse["settle"] = OVER
    intake.presenter.settle(APOLOGY)
    assert intake.desk.stored == {}
    intake.presenter.change(severity=3)
    clock.advance(timedelta(minutes=1))
    intake.presenter.tick()
    intake.presenter.keep()
    assert intake.desk.stored == {}


def test_going_back_leaves_a_case_that_stands_in_the_queue(intake):
    intake.desk.refuse["settle"] = OVER
    intake.presenter.settle(APOLOGY)
    intake.presenter.leave_settling()
    assert intake.page.saved == [NUMBER]
    assert intake.state.form.is_blank


def test_going_back_from_a_case_that_does_not_stand_loses_nothing(intake):
    intake.presenter.change(settling=(("reason", "later"),))
    intake.presenter.leave_settling()
    assert not intake.state.settling.is_open
    assert intake.state.form.text == "The Wi-Fi drops"
    assert intake.state.form.settling == (("reason", "later"),)


def test_what_is_half_typed_about_settling_is_in_the_draft():
    form = Form(text="x", settling=(("reason", "它来晚了"), ("remedies", '[["gift","20"]]')))
    assert load_draft(json.loads(json.dumps(draft_data(form)))) == form


@pytest.mark.parametrize("spoilt", [3, ["x"], [["a"]], [["a", 1]], [["a", "b", "c"]]])
def test_a_spoilt_draft_of_settling_is_passed_over(spoilt):
    assert load_draft({"text": "x", "settling": spoilt}) == Form(text="x")


# On the page


@pytest.mark.parametrize("by_key", [True, False])
def test_the_form_opens_in_place_by_its_key_and_by_its_button(shown, by_key):
    shown.screen.hearing.narrative.insertPlainText("It drips")
    if by_key:
        press(Qt.Key.Key_Return, CTRL | SHIFT)
    else:
        shown.screen.foot.settle.click()
    assert shown.screen.settling.form.isVisible()
    assert not shown.screen.talk.isVisible()
    assert shown.screen.settling.form.entry("category").line.hasFocus()


def test_only_missing_ratings_are_asked_and_the_chosen_ones_go_into_the_page(shown):
    shown.screen.hearing.narrative.insertPlainText("It drips")
    shown.screen.presenter.change(severity=3, emotion=1)
    shown.screen.settle_on_the_spot()
    form = shown.screen.settling.form
    for name in ("severity", "emotion"):
        with pytest.raises(KeyError):
            form.entry(name)
    form.entry("scope").chips.chip("party").click()
    assert shown.state.form.scope is Scope.PARTY
    press(Qt.Key.Key_Escape)
    assert shown.screen.settling.form is None
    assert shown.state.form.scope is Scope.PARTY
    assert shown.screen.talk.isVisible()


def test_the_mood_keys_reach_a_mood_that_is_asked(shown):
    shown.screen.hearing.narrative.insertPlainText("It drips")
    shown.screen.settle_on_the_spot()
    press(Qt.Key.Key_3, CTRL)
    assert shown.screen.settling.form.entry("emotion").value() == 2
    assert shown.state.form.emotion == 2


def test_ctrl_enter_settles_from_anywhere_on_the_page(settling, qtbot):
    settling.screen.hearing.place.setFocus()
    with qtbot.waitSignal(settling.screen.settled) as settled:
        press(Qt.Key.Key_Return, CTRL)
    assert settled.args == [NUMBER]
    assert len(settling.desk.settled) == 1
    assert settling.screen.hearing.narrative.hasFocus()
    assert settling.screen.hearing.narrative.text() == ""


def test_settling_is_told_with_the_short_number(settling, qtbot):
    with qtbot.waitSignal(settling.screen.told) as told:
        settling.screen.settling.confirm()
    assert told.args[0] == "Settled on the spot and recorded as 1119-0001."


def test_esc_goes_back_and_parks_nothing(settling):
    settling.screen.hearing.place.setFocus()
    press(Qt.Key.Key_Escape)
    assert settling.screen.settling.form is None
    assert settling.state.form.text == "The Wi-Fi drops"
    press(Qt.Key.Key_Escape)
    assert settling.state.form.is_blank


def test_what_was_typed_is_there_when_the_form_opens_again(settling):
    settling.screen.settling.form.entry("remedies").lines[0].note.line.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "at the counter")
    press(Qt.Key.Key_Escape)
    settling.screen.settle_on_the_spot()
    assert settling.screen.settling.form.entry("remedies").lines[0].note.value() == "at the counter"


def test_a_p1_is_refused_with_the_reason_and_the_way_on(shown, qtbot):
    shown.screen.hearing.narrative.insertPlainText("She slipped")
    shown.screen.presenter.change(flags=frozenset({Flag.INJURY}), **RATED)
    shown.screen.settle_on_the_spot()
    part = shown.screen.settling
    assert part.form.foot.why.text() == EN.error(UserError("not_for_p1", "case"))
    assert part.way_on.hasFocus()
    part.confirm()
    assert (shown.desk.opened, shown.desk.settled) == ([], [])
    with qtbot.waitSignal(shown.screen.saved):
        press(Qt.Key.Key_Space)
    assert len(shown.desk.opened) == 1
    assert part.form is None


def test_a_known_guest_who_comes_again_counts_in_the_band(shown):
    """Severity 3, reach 10, mood 12, now 12: 64. VIP 4 and a case in 90 days 5 make 73."""
    shown.screen.hearing.narrative.insertPlainText("Again")
    shown.screen.presenter.change(**RATED | {"severity": 3, "scope": Scope.SEVERAL, "emotion": 4})
    shown.screen.presenter.change(time_pressure=TimePressure.NOW)
    shown.screen.presenter.change(phone=TAN.phone)
    shown.screen.settle_on_the_spot()
    assert SLOW_CHECK_IN.received_at  # the earlier case that counts
    assert shown.screen.settling.form.foot.why.text() == EN.error(UserError("not_for_p1", "case"))


def test_a_sum_above_the_authority_is_said_before_a_case_stands(settling):
    form = settling.screen.settling.form
    form.restore({"remedies": json.dumps([["voucher", "260", "", ""]])})
    settling.screen.settling.confirm()
    assert form.entry("remedies").error.text() != ""
    assert settling.desk.opened == []
    assert form.foot.confirm.isEnabled()


def test_a_refusal_after_the_case_stands_is_said_at_its_field_and_in_a_sentence(settling, qtbot):
    settling.desk.refuse["settle"] = OVER
    form = settling.screen.settling.form
    form.restore({"remedies": json.dumps([["voucher", "150", "", ""]])})
    settling.screen.settling.confirm()
    screen = settling.screen
    assert form.entry("remedies").lines[0].amount.error.text() == EN.error(OVER)
    assert form.entry("remedies").lines[0].amount.line.hasFocus()
    assert "Not settled yet The complaint is recorded as 1119-0001." in said(screen.settling.banner)
    assert screen.settling.banner.isVisible()
    assert not screen.hearing.narrative.isEnabled()
    assert not screen.foot.save.isVisible()
    del settling.desk.refuse["settle"]
    with qtbot.waitSignal(screen.settled):
        press(Qt.Key.Key_Return, CTRL)
    assert len(settling.desk.opened) == 1
    assert screen.hearing.narrative.isEnabled()


def test_a_case_that_stands_can_be_left_in_the_queue(settling, qtbot):
    settling.desk.refuse["settle"] = OVER
    settling.screen.settling.confirm()
    with qtbot.waitSignal(settling.screen.saved) as saved:
        settling.screen.settling.leave_it.click()
    assert saved.args == [NUMBER]


def test_a_full_disk_is_tried_again_as_settling(settling):
    settling.desk.refuse["take_down"] = WorkspaceError("disk_full")
    settling.screen.settling.confirm()
    assert settling.screen.foot.again.isVisible()
    settling.desk.refuse.clear()
    settling.screen.foot.again.click()
    assert len(settling.desk.settled) == 1


def test_a_question_whose_field_is_covered_brings_the_page_back(settling):
    settling.screen.focus_field("time_pressure")
    assert settling.screen.settling.form is None
    assert settling.screen.about.isVisible()


def test_the_language_changes_while_it_is_open(settling, translator):
    settling.desk.refuse["settle"] = OVER
    settling.screen.settling.confirm()
    translator.set_language(Language.ZH)
    settling.screen.set_words(load_words(Language.ZH))
    QApplication.processEvents()
    assert settling.screen.settling.form.head.title.text() == "当场解决"
    assert "1119-0001" in said(settling.screen.settling.banner)
    assert "尚未解决" in said(settling.screen.settling.banner)


# A known guest


def test_a_complaint_of_a_known_guest_begins_with_what_is_known(clock):
    intake = Intake(clock)
    intake.presenter.start_for(TAN)
    form = intake.state.form
    assert (form.name, form.honorific, form.phone, form.email, form.language) == (
        TAN.name,
        TAN.honorific,
        TAN.phone,
        TAN.email,
        TAN.language,
    )
    assert intake.state.found.guest == TAN
    assert intake.state.began_at == clock()


def test_a_half_typed_complaint_is_kept_before(clock):
    intake = Intake(clock)
    intake.presenter.change(text="Half", name="Li Na")
    intake.presenter.start_for(TAN)
    assert [draft.data["text"] for draft in intake.desk.stored.values()] == ["Half"]
    assert [draft.data["name"] for draft in intake.state.parked] == ["Li Na"]
    assert (intake.state.form.text, intake.state.form.name) == ("", TAN.name)


def test_what_can_t_be_kept_stays_in_the_window(clock):
    intake = Intake(clock)
    intake.presenter.change(text="Half")
    intake.desk.refuse["save_draft"] = WorkspaceError("disk_full")
    intake.presenter.start_for(TAN)
    assert intake.state.form.text == "Half"
    assert intake.state.is_at_risk


def test_the_page_begins_for_a_guest_of_the_list(shown):
    shown.screen.start_for_guest(TAN.id)
    assert shown.screen.hearing.name.text() == TAN.name
    assert shown.screen.hearing.narrative.hasFocus()


@pytest.mark.parametrize("failure", [None, UserError("restricted", "guest")])
def test_a_guest_who_can_t_be_shown_is_said_and_nothing_is_lost(shown, qtbot, failure):
    shown.screen.hearing.narrative.insertPlainText("Half")
    if failure is not None:
        shown.desk.refuse["guest"] = failure
    with qtbot.waitSignal(shown.screen.told) as told:
        shown.screen.start_for_guest(99)
    assert told.args[0].startswith("This guest’s record")
    assert shown.screen.hearing.narrative.text() == "Half"
