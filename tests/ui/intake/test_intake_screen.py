from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.kinds import Channel, Flag, Language, Property, RecordType, Scope
from desktop.domain.rows import Draft
from desktop.errors import UserError, WorkspaceError
from desktop.ui.intake.form import Hurt
from desktop.ui.intake.screen import PAUSE_MS
from desktop.ui.widgets import Button, FieldRow, PlainLabel
from desktop.words import load_words
from tests.ui.intake.intake_desk import MANAGER, TAN

LEFT = Qt.MouseButton.LeftButton
MB = 1 << 20


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def write(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def click(widget):
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(12, widget.height() // 2))


def compose(widget, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def paste(field, text):
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def row_of(field):
    return next(row for row in field.window().findChildren(FieldRow) if row.isAncestorOf(field))


def errors(screen):
    return [row.error.text() for row in screen.findChildren(FieldRow) if row.error.text()]


def texts(widget):
    return [label.text() for label in widget.findChildren(PlainLabel)]


# By keyboard alone


def test_a_complaint_is_taken_by_keyboard_alone(shown, qtbot):
    write("The shower is cold")
    press(Qt.Key.Key_Return)
    write("since yesterday")
    press(Qt.Key.Key_Tab)
    write("Ms")
    press(Qt.Key.Key_Tab)
    write("Tan")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    write("1208")
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(shown.screen.saved) as saved:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (command,) = shown.desk.opened
    assert command.text == "The shower is cold\nsince yesterday"
    assert (command.guest.honorific, command.guest.name, command.room, command.emotion) == ("Ms", "Tan", "1208", 3)
    assert saved.args == ["HH-D1-20261119-0001"]
    assert shown.screen.hearing.narrative.text() == ""
    assert shown.screen.hearing.room.text() == ""


@pytest.mark.parametrize("number", range(1, 6))
def test_ctrl_and_a_digit_sets_the_mood_from_any_field(shown, number):
    press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert shown.state.form.emotion == number - 1
    assert shown.screen.talk.mood.moods().shown_mood() == number - 1
    assert shown.screen.hearing.narrative.text() == ""


def test_esc_parks_the_draft_and_loses_nothing(shown, qtbot):
    write("It drips")
    with qtbot.waitSignal(shown.screen.parked):
        press(Qt.Key.Key_Escape)
    assert [draft.data["text"] for draft in shown.desk.stored.values()] == ["It drips"]


def test_the_category_is_found_by_typing_in_either_language(shown):
    field = shown.screen.aspects.category
    field.setFocus()
    write("wi-fi")
    press(Qt.Key.Key_Return)
    assert shown.state.form.category == "H11-1"
    field.selectAll()
    compose(field, commit="隔音")
    field.textEdited.emit(field.text())
    press(Qt.Key.Key_Return)
    assert shown.state.form.category == "H03-1"
    assert field.text() == "Noise and surroundings / Neighbours and soundproofing"


def test_a_category_nobody_knows_leaves_the_chosen_one(shown):
    field = shown.screen.aspects.category
    shown.screen.presenter.change(category="H11-1")
    field.setFocus()
    field.selectAll()
    write("zzzz")
    press(Qt.Key.Key_Tab)
    assert shown.state.form.category == "H11-1"
    assert "Wi-Fi" in field.text()


def test_emptying_the_category_takes_it_back(shown):
    field = shown.screen.aspects.category
    shown.screen.presenter.change(category="H11-1")
    field.setFocus()
    field.selectAll()
    press(Qt.Key.Key_Delete)
    assert shown.state.form.category is None


def test_a_wish_is_added_and_removed_by_keys_and_esc_in_its_line_parks_nothing(shown):
    wants = shown.screen.hearing.wants
    wants.add.setFocus()
    press(Qt.Key.Key_Space)
    write("Late check-out")
    press(Qt.Key.Key_Return)
    write("half a wi")
    press(Qt.Key.Key_Escape)
    assert shown.state.form.wants == ("Late check-out",)
    assert shown.desk.stored == {}
    wants.tags()[0].setFocus()
    press(Qt.Key.Key_Delete)
    assert shown.state.form.wants == ()


def test_a_wish_still_in_its_line_is_saved_with_the_case(shown):
    write("Cold")
    shown.screen.hearing.wants.add.click()
    write("A warm room")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.opened[0].wants == ("A warm room",)


# By mouse alone


def test_a_complaint_is_taken_by_mouse_alone(shown, qtbot):
    screen = shown.screen
    paste(screen.hearing.narrative, "The shower is cold")
    click(screen.hearing.when.choice.segment("yesterday"))
    click(screen.hearing.channel.segment("phone"))
    click(screen.hearing.hurt.segment("no"))
    click(screen.aspects.severity.segment("3"))
    click(screen.talk.mood.moods().mood(2))
    click(screen.head.details)
    click(screen.about.kind.segment("complaint"))
    click(screen.about.scope.chip("party"))
    click(screen.about.time.chip("today"))
    click(screen.further.marks.chip("vip"))
    click(screen.head.details)
    screen.aspects.flags.edited.emit(frozenset({Flag.MEDIA}))
    click(screen.foot.on_the_spot)
    click(screen.aspects.category)
    popup = QApplication.activePopupWidget()
    row = popup.visualRect(popup.model().index(1, 0))
    QTest.mouseClick(popup.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, row.center())
    click(screen.foot.save)
    (command,) = shown.desk.opened
    assert (command.channel, command.problem_date, command.severity) == (Channel.PHONE, date(2026, 11, 18), 3)
    assert (command.emotion, command.scope, command.category) == (2, Scope.PARTY, "H01-1")
    assert command.flags == {Flag.MEDIA, Flag.VIP}
    assert command.on_the_spot


def test_all_ten_channels_can_be_reached(shown):
    hearing = shown.screen.hearing
    for channel in (Channel.COUNTER, Channel.PHONE, Channel.CHAT, Channel.LETTER):
        hearing.channel.segment(channel.value).click()
        assert shown.state.form.channel is channel
    actions = {action.text(): action for action in hearing.channels.actions()}
    others = set(Channel) - {Channel.COUNTER, Channel.PHONE, Channel.CHAT, Channel.LETTER}
    assert len(actions) == len(others)
    for channel in others:
        word = load_words(Language.EN).term("channel", channel.value)
        actions[word].trigger()
        assert shown.state.form.channel is channel
        assert hearing.more.text() == word
        assert hearing.channel.value() is None


def test_only_counter_and_phone_offer_acknowledging_on_the_spot(shown):
    shown.screen.hearing.channel.segment("letter").click()
    assert not shown.screen.foot.on_the_spot.isVisible()
    shown.screen.hearing.channel.segment("phone").click()
    assert shown.screen.foot.on_the_spot.isVisible()


def test_a_chip_chosen_again_is_taken_back(shown):
    shown.screen.show_details(True)
    chip = shown.screen.about.scope.chip("site")
    click(chip)
    click(chip)
    assert shown.state.form.scope is None


def test_any_day_up_to_today_can_be_chosen_from_the_calendar(shown):
    when = shown.screen.hearing.when
    when.choice.segment("other").click()
    calendar = when.calendar()
    assert calendar.isVisible()
    assert calendar.maximumDate().toPython() == date(2026, 11, 19)
    calendar.clicked.emit(calendar.minimumDate().fromString("2026-11-02", Qt.DateFormat.ISODate))
    assert shown.state.form.problem_date == date(2026, 11, 2)
    assert when.choice.segment("other").text() == "2 Nov"
    assert not calendar.isVisible()


def test_a_question_leads_to_its_field(shown):
    shown.screen.presenter.go_on()  # the first step asks for the name itself
    shown.screen.presenter.change(text="x", hurt=Hurt.NO)
    shown.screen.aspects.next.set_open(True)
    click(shown.screen.aspects.questions[0])
    assert shown.screen.hearing.name.hasFocus()


# Input methods


def test_nothing_acts_on_what_is_being_composed_in_the_words(shown, qtbot):
    narrative = shown.screen.hearing.narrative
    compose(narrative, preedit="kong tiao")
    assert shown.state.form.text == ""
    assert shown.state.words == 0
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    shown.clock.advance(timedelta(seconds=6))
    shown.screen.tick()
    assert (shown.desk.opened, shown.desk.stored) == ([], {})
    assert shown.state.form.is_blank
    compose(narrative, commit="空调")
    assert shown.state.form.text == "空调"
    assert shown.state.words == 2
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.opened[0].text == "空调"


def test_nothing_acts_on_what_is_being_composed_in_the_name(shown, qtbot):
    name = shown.screen.hearing.name
    name.setFocus()
    compose(name, preedit="chen")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.state.form.name == ""
    assert shown.state.refusals == ()
    assert shown.desk.asked == []
    compose(name, commit="陈")
    assert shown.state.form.name == "陈"
    qtbot.wait_until(lambda: shown.desk.asked == [("陈",)], timeout=PAUSE_MS * 10)


def test_the_guest_is_not_looked_up_while_more_is_composed(shown, qtbot):
    name = shown.screen.hearing.name
    name.setFocus()
    compose(name, commit="陈")
    compose(name, preedit="wei")
    shown.screen._on_pause()
    assert shown.desk.asked == []


# Hostile and very long texts


def test_a_megabyte_is_pasted_without_freezing_and_refused_with_one_sentence(shown, qtbot):
    narrative = shown.screen.hearing.narrative
    text = ("The air conditioner drips. " * 40_000)[:MB]
    beats = []
    heart = QTimer(shown.screen, interval=10)
    heart.timeout.connect(lambda: beats.append(1))
    heart.start()
    paste(narrative, text)
    assert narrative.text() == text
    qtbot.wait_until(lambda: shown.state.refusal_at("text") is not None, timeout=30_000)
    assert len(beats) > 10
    assert narrative.text() == text
    assert shown.state.refusal_at("text").code == "too_long"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.opened == []
    assert narrative.text() == text


def test_one_word_of_256_kb_is_saved_as_it_is(shown, qtbot):
    text = "a" * (256 * 1024)
    paste(shown.screen.hearing.narrative, text)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.opened[0].text == text


def test_the_last_words_of_a_long_text_are_in_the_case(shown):
    narrative = shown.screen.hearing.narrative
    paste(narrative, "drip " * 8_000)
    narrative.finish_filling()
    write("END")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.opened[0].text == "drip " * 8_000 + "END"


def test_markup_and_bidi_marks_are_text_everywhere(shown):
    evil = "<img src=x onerror=1><b>b</b> & \u202eabc"
    shown.screen.presenter.change(name=evil, honorific="<i>", room=evil, wants=(evil,))
    paste(shown.screen.hearing.narrative, evil)
    assert shown.screen.hearing.narrative.toPlainText() == evil
    assert shown.screen.hearing.wants.tags()[0].words == evil
    assert "<img" in shown.screen.head.whose.text()
    assert "\u202e" not in shown.screen.head.whose.text()
    shown.screen.save()
    assert shown.desk.opened[0].text == evil


def test_a_line_that_is_too_long_is_refused_and_kept(shown):
    room = shown.screen.hearing.room
    room.setFocus()
    room.insert("9" * 1001)
    room.textEdited.emit(room.text())
    shown.screen.presenter.change(text="x")
    shown.screen.save()
    assert shown.desk.opened == []
    assert room.text() == "9" * 1001
    assert errors(shown.screen) == [row_of(room).error.text()] != [""]


# Refusals and trouble


def test_the_first_mistake_gets_the_focus_and_each_says_what_is_wrong(shown):
    shown.screen.presenter.change(place="x\x07", channel=Channel.LETTER)
    shown.screen.aspects.severity.setFocus()
    shown.screen.save()
    assert shown.screen.hearing.narrative.hasFocus()
    sentences = errors(shown.screen)
    assert len(sentences) == 2
    assert all(sentence.endswith(".") for sentence in sentences)
    assert shown.screen.hearing.narrative.accessibleDescription() == sentences[0]


def test_a_mistake_behind_the_fold_is_opened_and_focused(show):
    shown = show(person=MANAGER)
    shown.screen.presenter.change(text="x", earlier=True, received_clock="09:00")
    shown.screen.further.fold.set_open(False)
    shown.screen.save()
    assert shown.screen.further.fold.is_open
    assert shown.screen.further.reason.hasFocus()


def test_the_reason_is_asked_for_when_the_time_lies_back_and_of_managers_only(show):
    shown = show(person=MANAGER)
    shown.screen.show_details(True)
    further = shown.screen.further
    further.fold.set_open(True)
    further.taken.segment("earlier").click()
    assert further.received_clock.isVisible()
    assert not further.reason.isVisible()
    further.received_clock.setFocus()
    write("2120")
    assert further.reason.isVisible()


def test_a_receptionist_learns_that_an_earlier_time_needs_a_manager(shown):
    shown.screen.show_details(True)
    further = shown.screen.further
    further.fold.set_open(True)
    further.taken.segment("earlier").click()
    further.received_clock.setFocus()
    write("2120")
    assert not further.reason.isVisible()
    assert "manager" in row_of(further.received_clock).hint.text()


def test_a_full_disk_is_said_at_the_foot_and_the_text_stays(shown):
    shown.desk.refuse["take_down"] = shown.desk.refuse["save_draft"] = WorkspaceError("disk_full")
    write("It drips")
    shown.screen.save()
    foot = shown.screen.foot
    assert foot.said.text().startswith("The disk is full.")
    assert foot.said.tone == "p1"
    assert shown.screen.hearing.narrative.text() == "It drips"
    shown.desk.refuse.clear()
    click(foot.again)
    assert shown.desk.opened[0].text == "It drips"
    assert not foot.again.isVisible()


def test_a_draft_that_is_not_saved_is_said_at_the_foot(shown):
    shown.desk.refuse["save_draft"] = UserError("anything")
    write("It drips")
    shown.clock.advance(timedelta(seconds=5))
    shown.screen.tick()
    assert shown.screen.foot.said.text() == "Draft not saved. Keep this window open."
    del shown.desk.refuse["save_draft"]
    click(shown.screen.foot.again)
    assert shown.screen.foot.said.text() == "Draft saved 0 s ago on this computer"


# Drafts on the page


def test_the_age_of_the_draft_and_the_time_run_on(shown):
    write("It drips")
    shown.clock.advance(timedelta(seconds=6))
    shown.screen.tick()
    shown.clock.advance(timedelta(minutes=6, seconds=6))
    shown.screen.tick()
    assert shown.screen.foot.said.text() == "Draft saved 6 min ago on this computer"
    assert shown.screen.head.timer.text() == "06:12"


def test_an_offered_draft_is_resumed_where_it_was_left(shown):
    shown.desk.save_draft({"text": "Old\nwords", "room": "1208", "emotion": 4}, None)
    shown.screen.start()
    assert shown.screen.offered.isVisible()
    assert "Old words" in shown.screen.offered.banner.text.text()
    click(shown.screen.offered.resume)
    assert not shown.screen.offered.isVisible()
    assert shown.screen.hearing.narrative.text() == "Old\nwords"
    assert shown.screen.hearing.room.text() == "1208"
    assert shown.screen.talk.mood.moods().shown_mood() == 4
    assert shown.screen.hearing.narrative.hasFocus()


def test_a_discarded_draft_can_be_undone_from_the_message(shown, qtbot):
    shown.screen.offer(shown.desk.save_draft({"text": "Old"}, None))
    with qtbot.waitSignal(shown.screen.told) as told:
        click(shown.screen.offered.discard)
    assert shown.desk.stored == {}
    told.args[1]()
    assert [draft.data["text"] for draft in shown.desk.stored.values()] == ["Old"]


def test_parked_drafts_are_in_reach_from_the_head(shown):
    shown.desk.save_draft({"text": "First & <b>", "name": "Li Na", "honorific": "Ms"}, None)
    shown.desk.save_draft({"text": "Second"}, None)
    shown.screen.presenter.load_drafts()
    head = shown.screen.head
    assert head.drafts.text() == "2 drafts"
    head.open_drafts()
    actions = head.menu.actions()
    assert [action.text() for action in actions] == ["21:42 · Second", "21:42 · Ms Li Na · First && <b>"]
    actions[1].trigger()
    head.menu.close()
    assert shown.screen.hearing.narrative.text() == "First & <b>"


def test_a_draft_of_all_fields_comes_back_on_the_page(shown):
    form = {
        "text": "x",
        "name": "Tan",
        "honorific": "Ms",
        "phone": "1",
        "email": "a@b",
        "language": "fr",
        "on_behalf_of": "Her mother",
        "room": "1",
        "reference": "2",
        "problem_date": "2026-11-18",
        "place": "Lobby",
        "channel": "ota",
        "wants": ["A", "B"],
        "hurt": "yes",
        "hurt_who": "Son",
        "flags": ["fire", "injury", "vip"],
        "category": "H01-2",
        "severity": 4,
        "scope": "several",
        "time_pressure": "now",
        "emotion": 0,
        "expected": "e",
        "actual": "f",
        "gap": 0,
        "earlier": True,
        "received_clock": "21:30",
        "type": "enquiry",
    }
    shown.screen.presenter.resume(Draft(1, shown.clock(), form))
    s = shown.screen
    lines = (s.hearing.name, s.hearing.honorific, s.hearing.phone, s.further.email, s.hearing.room, s.hearing.reference)
    assert [line.text() for line in lines] == ["Tan", "Ms", "1", "a@b", "1", "2"]
    assert (s.further.on_behalf_of.text(), s.hearing.place.text(), s.hearing.hurt_who.text()) == (
        "Her mother",
        "Lobby",
        "Son",
    )
    assert s.hearing.when.day() == date(2026, 11, 18)
    assert (s.hearing.more.text(), s.hearing.hurt.value()) == ("Travel agency (OTA)", "yes")
    assert [tag.words for tag in s.hearing.wants.tags()] == ["A", "B"]
    assert load_words(Language.EN).term("flag", "fire") in [tag.words for tag in s.aspects.flags.tags()]
    assert s.further.marks.chip("vip").isChecked()
    assert (s.aspects.category.text(), s.aspects.severity.value()) == ("Facilities / Hot water and plumbing", "4")
    assert s.about.scope.chip("several").isChecked()
    assert s.about.time.chip("now").isChecked()
    assert s.talk.mood.moods().shown_mood() == 0
    assert (s.further.expected.text(), s.further.actual.text()) == ("e", "f")
    assert s.further.gap.value() == "0"
    assert (s.further.taken.value(), s.further.received_clock.text()) == ("earlier", "21:30")
    assert s.about.kind.value() == RecordType.ENQUIRY.value
    assert s.further.language.currentText() == "Français"


def test_leaving_the_page_keeps_the_draft_and_the_form(shown):
    write("It drips")
    shown.screen.keep()
    assert [draft.data["text"] for draft in shown.desk.stored.values()] == ["It drips"]
    assert shown.screen.hearing.narrative.text() == "It drips"


def test_a_conversation_covers_the_window_later_than_an_empty_form(shown):
    assert shown.screen.idle_minutes() == 10  # listening is not typing
    write("x")
    shown.screen.save()
    assert shown.screen.idle_minutes() == 2


# Beside the form


def test_a_known_guest_stands_beside_the_form_and_a_name_only_suggests(shown, qtbot):
    shown.screen.hearing.name.setFocus()
    write("tan")
    qtbot.wait_until(lambda: bool(shown.state.found.suggestions), timeout=PAUSE_MS * 10)
    assert "Is it Ms Tan Wei Ling?" in texts(shown.screen.company)
    click(shown.screen.company.findChild(Button))
    assert shown.screen.hearing.phone.text() == TAN.phone
    assert shown.screen.hearing.name.text() == "Tan Wei Ling"
    assert "Slow check-in" in texts(shown.screen.company)


def test_typed_words_survive_the_use_of_a_known_guest(shown):
    write("It drips")
    cursor = shown.screen.hearing.narrative.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    shown.screen.hearing.narrative.setTextCursor(cursor)
    shown.screen.presenter.use_guest(TAN)
    assert shown.screen.hearing.narrative.text() == "It drips"
    assert shown.screen.hearing.narrative.textCursor().position() == 0


def test_a_safety_risk_pins_first_and_says_whom_to_tell(shown):
    told = shown.screen.told_part
    assert not told.isVisible()
    shown.screen.hearing.hurt.segment("yes").click()
    assert told.isVisible()
    assert told.said.text() == "Injury. Tell the duty manager now."
    assert Flag.INJURY in shown.state.form.flags
    assert shown.screen.hearing.hurt_who.hasFocus()
    assert told.y() < shown.screen.aspects.y()


def test_a_shop_has_an_order_and_no_room(show):
    shown = show(kind=Property.RETAIL)
    assert not shown.screen.hearing.room.isVisible()
    assert shown.screen.hearing.reference.isVisible()
    assert row_of(shown.screen.hearing.reference).label.text() == "Order"


def test_an_anonymous_guest_is_asked_for_nothing_about_them(shown):
    shown.screen.show_details(True)
    shown.screen.further.anonymous.click()
    assert not shown.screen.hearing.name.isEnabled()
    assert not shown.screen.hearing.phone.isEnabled()
    assert shown.screen.aspects.known.text() == "0 of 11 known"
