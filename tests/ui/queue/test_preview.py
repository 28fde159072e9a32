"""The preview: one case, why it is where it is, and what to do with it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.kinds import Band, Channel, Flag, Language, RecordType, State
from desktop.domain.rows import GuestHistory, GuestRow, PastCase
from desktop.errors import UserError
from desktop.ui.i18n import Translator
from desktop.ui.queue.preview_parts import FIRST_SHOWN
from desktop.ui.widgets import KeyCap, PlainLabel, Tag
from desktop.words import load_words
from tests.support.clock import EVENING
from tests.ui.queue.evening import evening_rows
from tests.ui.queue.few_rows import a_new_row, a_row, view_of

NUMBER = "HH-D1-20261119-0001"
GUEST = GuestRow(5, "Tan", "ms", "", "", "", vip=False, vulnerable=True)


def shown(make_screen, desk, row, **view):
    """The preview of one case."""
    desk.rows = [row]
    desk.views[row.number] = view_of(row, **view)
    return make_screen(desk).preview


def tags(preview):
    return [tag.text() for tag in preview.case.findChildren(Tag) if tag.isVisible() and tag is not preview.case.state]


def past(number):
    return PastCase(number, EVENING, RecordType.COMPLAINT, State.CLOSED, "H01-1", "Before")


def test_the_preview_tells_who_what_and_when(make_screen, desk):
    preview = shown(make_screen, desk, a_new_row(1, guest="Tan Wei Ling", reference="55812"), place="Lobby")
    assert preview.case.guest.text() == "Ms Tan Wei Ling"
    assert preview.case.place.text() == "Room 1201 · Order 55812 · Lobby"
    assert preview.case.number.text() == "1119-0001"
    assert NUMBER in preview.case.number.toolTip()
    assert preview.case.taken.text() == "Taken 20:42 · Counter · Leo W."
    assert preview.case.state.text() == "New"


def test_without_a_chosen_case_the_preview_says_what_it_is_for(make_screen, desk):
    preview = make_screen(desk, []).preview
    assert preview.nothing.hint.text() == "Choose a case to see why it is where it is."
    assert not preview.acts.isVisible()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"state": State.NEW, "band": Band.P3}, "Acknowledge the guest"),
        ({"state": State.NEW, "band": Band.P1}, "Go to the guest now"),
        ({"state": State.PROPOSED, "band": Band.P3}, "Tell the guest the result"),
        ({"state": State.NEW, "band": Band.P4, "type": RecordType.ENQUIRY}, "Answer it"),
    ],
)
def test_the_next_step_fits_the_state_and_the_urgency(make_screen, desk, changed, expected):
    assert shown(make_screen, desk, a_row(1, **changed)).next.step.text().startswith(expected)


def test_a_risk_to_somebodys_safety_changes_the_next_step(make_screen, desk):
    preview = shown(make_screen, desk, a_new_row(1, band=Band.P1), flags=frozenset({Flag.INJURY}))
    assert "safety risk" in preview.next.step.text()
    assert "Injury" in tags(preview)


def test_tags_say_what_must_not_be_overlooked(make_screen, desk):
    desk.histories[NUMBER] = GuestHistory(GUEST, (past(NUMBER), past("HH-D1-20261001-0003")), 2)
    row = a_row(1, vip=True, emotion=3)
    preview = shown(make_screen, desk, row, flags=frozenset({Flag.PUBLIC_POST, Flag.VIP}))
    assert tags(preview) == ["VIP", "Public post", "Needs special care", "Repeat guest", "Angry"]


@pytest.mark.parametrize(
    ("cases", "total", "expected"),
    [
        ((NUMBER,), 1, "Room 1201"),
        ((NUMBER, "HH-D1-20261001-0003"), 2, "Room 1201 · 1 earlier case"),
        (("HH-D1-20261001-0003", "HH-D1-20261002-0003"), 2, "Room 1201 · 2 earlier cases"),
        ((NUMBER, "HH-D1-20261001-0003"), 9, "Room 1201 · 8 earlier cases"),
    ],
)
def test_the_guests_other_cases_are_counted_without_this_one(make_screen, desk, cases, total, expected):
    desk.histories[NUMBER] = GuestHistory(GUEST, tuple(past(number) for number in cases), total)
    assert shown(make_screen, desk, a_row(1)).case.place.text() == expected


def test_a_long_text_is_shown_piece_by_piece(make_screen, desk, qtbot):
    text = "She called twice. " * 400
    preview = shown(make_screen, desk, a_row(1), text=text)
    assert preview.case.said.text() == text[:FIRST_SHOWN].rstrip() + "…"
    assert preview.case.more.text() == "Show more"
    qtbot.mouseClick(preview.case.more, Qt.MouseButton.LeftButton)
    assert preview.case.more.text() == "Show all"
    qtbot.mouseClick(preview.case.more, Qt.MouseButton.LeftButton)
    assert preview.case.said.text() == text.rstrip()
    assert not preview.case.more.isVisible()


def test_another_case_begins_with_its_first_piece_again(make_screen, desk, qtbot):
    desk.rows = [a_row(1), a_row(2, next_due=EVENING + timedelta(hours=5))]
    for row in desk.rows:
        desk.views[row.number] = view_of(row, text="x " * 2000)
    screen = make_screen(desk)
    qtbot.mouseClick(screen.preview.case.more, Qt.MouseButton.LeftButton)
    qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    assert len(screen.preview.case.said.text()) <= FIRST_SHOWN + 1


HOSTILE = "<img src=x onerror=alert(1)><b>bold</b>\u202eevil\u202c\u200b & co\n//host/share"


def test_text_from_people_is_shown_exactly_and_never_as_markup(make_screen, desk):
    row = a_row(1, guest=HOSTILE, room=HOSTILE, owner=HOSTILE, summary=HOSTILE, category=HOSTILE)
    preview = shown(make_screen, desk, row, text=HOSTILE, place=HOSTILE, received_by=HOSTILE)
    assert preview.case.said.text() == "<img src=x onerror=alert(1)><b>bold</b>evil & co\n//host/share"
    labels = preview.window().findChildren(QLabel)
    assert labels
    guessing = [label for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]
    assert [label.text() for label in guessing if label.text() and not isinstance(label, KeyCap)] == []


def test_what_a_guest_said_can_be_marked_and_copied(make_screen, desk):
    flags = shown(make_screen, desk, a_row(1)).case.said.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_the_arithmetic_is_spoken_row_by_row_with_its_total(make_screen, full_desk):
    preview = make_screen(full_desk).preview
    spoken = preview.why.points.accessibleName()
    assert spoken == (
        "Severity 4 × 10 +40, Mood: Furious +12, Time pressure: now +12, Same problem open +8, VIP +4, Total 76"
    )
    assert preview.why.threshold.text() == "P1 starts at 70"


def test_what_set_the_band_besides_the_points_is_said_above_them(make_screen, desk):
    row = a_row(1, band=Band.P1, band_rule="floor:injury")
    preview = shown(make_screen, desk, row, flags=frozenset({Flag.INJURY}))
    assert preview.why.rules.text() == "Injury makes it at least P1."
    assert preview.why.title.text() == "Why P1"


def test_the_clocks_go_on_without_the_rest_being_told_anew(make_screen, full_desk, clock):
    screen = make_screen(full_desk)
    assert screen.preview.clocks.reply.accessibleName() == "First reply 0:27 over"
    clock.advance(timedelta(seconds=59))
    screen.presenter.tick()
    assert screen.preview.clocks.reply.accessibleName() == "First reply 0:27 over"
    clock.advance(timedelta(seconds=1))
    screen.presenter.tick()
    assert screen.preview.clocks.reply.accessibleName() == "First reply 0:28 over"
    assert screen.preview.clocks.resolution.accessibleName() == "Resolution 3:17 left"


def test_a_case_that_becomes_late_is_shown_in_its_new_band_at_once(make_screen, desk, clock):
    screen = make_screen(desk, [a_new_row(1, minutes=1, band=Band.P2)])
    assert screen.preview.why.title.text() == "Why P2"
    clock.advance(timedelta(seconds=61))
    screen.presenter.tick()
    assert screen.preview.why.title.text() == "Why P1"
    assert screen.preview.why.rules.text() == "Late: P2 counts as P1 while it is late."


def test_a_case_that_cant_be_read_has_a_way_on(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    full_desk.view_failure = UserError("disk_full", "file")
    qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    assert screen.preview.failure.isVisible()
    full_desk.view_failure = None
    qtbot.mouseClick(screen.preview.failure.button, Qt.MouseButton.LeftButton)
    assert screen.preview.case.isVisible()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [100, 125])
def test_no_word_of_the_preview_and_the_head_is_cut_at_large_text(make_screen, desk, theme, qapp, language, size):
    translator = Translator(qapp, language)
    theme.set_text_size(size)
    theme.set_compact(True)
    theme.set_chinese(language is Language.ZH)
    desk.rows = evening_rows()
    screen = make_screen(desk, size=(1366, 696))
    screen.set_words(load_words(language))
    for row in desk.rows:
        screen.presenter.select(row.number)
        cut = [w.text() for w in screen.findChildren(PlainLabel) if w.isVisible() and w.is_cut()]
        assert cut == []
    small = [chip.number for chip in screen.chips.chips.values() if chip.width() < chip.sizeHint().width()]
    assert small == []
    translator.set_language(Language.EN)


@pytest.mark.parametrize("channel", list(Channel))
def test_every_channel_has_its_word(make_screen, desk, channel):
    preview = shown(make_screen, desk, a_row(1), channel=channel)
    word = load_words(Language.EN).term("channel", channel.value)
    assert word in preview.case.taken.text()
