"""What everybody should be able to see, hear and reach: both languages, all text sizes, the smallest windows."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from desktop.domain.kinds import Channel, Flag, Language, Property, RecordType, Scope, TimePressure
from desktop.errors import WorkspaceError
from desktop.ui.choices.chips import Chip
from desktop.ui.intake.form import Hurt
from desktop.ui.theme import theme_of
from desktop.ui.theme.painting import text_width
from desktop.ui.widgets import Button, PlainLabel, Separator
from desktop.words import load_words
from tests.ui.intake.intake_desk import BREAKFAST, MANAGER, TAN

SIZES = [(1366, 696), (1280, 640), (1440, 900)]
FOCUSABLE = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)


def fill(shown, details=False):
    """A page on which nearly everything that can appear does; ``details`` in place of the conversation."""
    shown.desk.save_draft({"text": "Old", "name": "Li Na"}, None)
    shown.screen.start()
    shown.desk.refuse["take_down"] = WorkspaceError("disk_full")
    presenter = shown.screen.presenter
    presenter.change(text="x", name="Tan", phone=TAN.phone, room="1208", severity=3, emotion=3)
    presenter.change(hurt=Hurt.YES, flags=frozenset(Flag), scope=Scope.SEVERAL, time_pressure=TimePressure.TODAY)
    presenter.change(channel=Channel.OTA)
    presenter.change(earlier=True, received_clock="09:00", gap=4, wants=("Another room", "A refund"))
    shown.screen.further.fold.set_open(True)
    shown.screen.reckoning.fold.set_open(True)
    presenter.add_offer(BREAKFAST)
    presenter.pause()
    shown.screen.save()
    shown.screen.show_details(details)
    QApplication.processEvents()


def visible(screen, kind):
    return [widget for widget in screen.findChildren(kind) if widget.isVisible()]


def cut(screen):
    """What shows less than it says: labels, buttons, segments, chips; and columns wider than their window."""
    found = [f"label {w.text()!r}" for w in visible(screen, PlainLabel) if w.is_cut()]
    buttons = (*visible(screen, QPushButton), *visible(screen, Chip), *visible(screen, QCheckBox))
    found += [f"button {b.text()!r}" for b in buttons if b.size().boundedTo(b.minimumSizeHint()) != b.minimumSizeHint()]
    found += [f"segment {s.text()!r}" for s in visible(screen, QRadioButton) if s.width() < words_width(s)]
    found += [
        f"column {area.widget().width()} > {area.viewport().width()}"
        for area in visible(screen, QScrollArea)
        if area.widget().width() > area.viewport().width()
    ]
    return found


def words_width(segment):
    return text_width(theme_of(segment).font("strong"), segment.text().replace("&&", "&"))


@pytest.mark.parametrize("text_size", [100, 112, 125])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("details", [False, True])
def test_nothing_is_cut_off(show, size, language, text_size, details):
    shown = show(size, language, text_size, person=MANAGER)
    fill(shown, details)
    # What a person typed may be longer than its line; it is whole in the tool tip.
    typed = {shown.screen.head.whose.text(), shown.screen.offered.banner.text.text()}
    assert [line for line in cut(shown.screen) if not any(repr(text) in line for text in typed)] == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(RecordType))
def test_every_kind_of_record_fits_the_smallest_window_at_the_largest_text(show, language, kind):
    shown = show((1280, 640), language, 125, kind=Property.RETAIL)
    shown.screen.presenter.change(type=kind)
    shown.screen.show_details(True)
    QApplication.processEvents()
    assert cut(shown.screen) == []


def test_the_left_column_of_a_usual_complaint_needs_no_scrolling_at_1366(show):
    shown = show((1366, 696))
    shown.screen.presenter.change(text="x", name="Tan", wants=("Another room tonight", "Not pay for this night"))
    QApplication.processEvents()
    left = shown.screen.panes()[0]
    assert left.widget().height() <= left.viewport().height()
    assert shown.screen.hearing.narrative.height() >= 120


def can_focus(widget):
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("details", [False, True])
def test_everything_that_can_be_reached_has_a_name(show, language, details):
    shown = show(language=language, person=MANAGER)
    fill(shown, details)
    reachable = [
        w for kind in FOCUSABLE for w in visible(shown.screen, kind) if w.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(reachable) > 60
    assert [w for w in reachable if not spoken(w).strip()] == []


def test_targets_are_large_enough_to_hit(shown):
    fill(shown)
    small = [
        w
        for w in visible(shown.screen, QAbstractButton)
        if w.height() < 24 and w.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert small == []
    assert shown.screen.foot.save.height() >= 32


def stops(screen):
    """Where Tab goes, from the words on, once around."""
    first = screen.hearing.narrative
    found, widget = [first], first.nextInFocusChain()
    while widget is not first:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return [w for w in found if screen.isAncestorOf(w)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("details", [False, True])
def test_tab_goes_in_reading_order_column_by_column_then_the_foot(show, language, details):
    shown = show((1366, 696), language, person=MANAGER)
    fill(shown, details)
    screen = shown.screen
    panes = [*screen.panes()]

    card = screen.talk.card

    def place(widget: QWidget) -> tuple[int, bool, int, int]:
        pane = next((n for n, pane in enumerate(panes) if pane.isAncestorOf(widget)), -1)
        at = widget.mapTo(screen, QPoint(0, widget.height() // 2))
        return pane, widget in (card.back_button, card.next_button), at.y() // 20, at.x()  # what scrolls comes before

    order = [w for w in stops(screen) if place(w)[0] >= 0]
    places = [place(w) for w in order]
    wrong = [(order[n], places[n - 1], places[n]) for n in range(1, len(order)) if places[n] < places[n - 1]]
    assert wrong == []
    assert {pane for pane, *_ in places} == {0, 1, 2, 3}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("size", "text_size"), [((1366, 696), 100), ((1280, 640), 125), ((1440, 900), 112)])
def test_settling_on_the_spot_is_cut_off_nowhere(show, language, size, text_size):
    shown = show(size, language, text_size)
    shown.screen.hearing.narrative.insertPlainText("x")
    shown.screen.settle_on_the_spot()
    shown.screen.presenter.change(flags=frozenset({Flag.INJURY}))
    QApplication.processEvents()
    assert cut(shown.screen) == []
    shown.screen.presenter.change(flags=frozenset(), category="H11-1", severity=1, scope=Scope.ONE, emotion=0)
    shown.desk.refuse["settle"] = WorkspaceError("disk_full")
    shown.screen.settling.confirm()
    QApplication.processEvents()
    assert shown.screen.settling.banner.isVisible()
    assert cut(shown.screen) == []


MIDDLES = ("talk", "details", "settling", "turned")


def bring_up(shown, middle):
    """Everything the page can show above, beside and below, with this in the middle."""
    screen = shown.screen
    screen.presenter.change(category="H01-1")
    fill(shown)
    screen.presenter.offer(shown.state.parked[0])
    if middle == "details":
        screen.show_details(True)
    elif middle == "settling":
        shown.desk.refuse.clear()
        screen.presenter.change(earlier=False, flags=frozenset())
        screen.settle_on_the_spot()
        assert shown.state.settling.is_open
    elif middle == "turned":
        screen.presenter.change(language="zh")  # the card is turned to a guest who speaks another language
        screen.turn_card(True)
    QApplication.processEvents()


@pytest.mark.parametrize("middle", MIDDLES)
def test_tab_goes_through_head_banner_columns_and_foot_whatever_stands_in_the_middle(show, middle):
    shown = show((1366, 696), person=MANAGER)
    bring_up(shown, middle)
    screen = shown.screen
    places = [screen.turned] if middle == "turned" else [screen.head, screen.offered, *screen.panes()]
    reached = [w for w in stops(screen) if w.isVisible()]
    order = [next(n for n, place in enumerate(places) if place.isAncestorOf(w)) for w in reached]
    begins = order.index(0)  # to Qt the order is a circle
    order = order[begins:] + order[:begins]
    assert order == sorted(order)
    assert set(order) == set(range(len(places)))


def test_tab_comes_to_tags_before_the_button_that_adds_one_and_back_again(shown, qtbot):
    screen = shown.screen
    screen.presenter.change(
        wants=("Another room", "A refund"), hurt=Hurt.YES, flags=frozenset({Flag.INJURY, Flag.FIRE})
    )
    QApplication.processEvents()
    wants, risks = screen.hearing.wants, screen.aspects.flags
    for before, tags, add in (
        (screen.hearing.more, wants.tags(), wants.add),
        (screen.aspects.severity.segment("1"), risks.tags(), risks.add),
    ):
        before.setFocus()
        for stop in (*tags, add):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            assert stop.hasFocus()
        for stop in reversed(tags):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            assert stop.hasFocus()


def test_no_two_lines_meet_where_a_part_at_right_is_hidden(shown):
    screen = shown.screen
    shown.desk.refuse["past_cases"] = WorkspaceError("disk_full")
    screen.presenter.change(text="x", category="H01-1")
    QApplication.processEvents()
    assert screen.past.isHidden()
    column = screen.columns.right
    lines = column.findChildren(Separator, options=Qt.FindChildOption.FindDirectChildrenOnly)
    parts = [screen.aspects, screen.reckoning, screen.offers, screen.company]
    shown_lines = [line.y() for line in lines if line.isVisible()]
    assert len(shown_lines) == len(parts) - 1
    for line, above, below in zip(shown_lines, parts, parts[1:], strict=False):
        assert above.geometry().bottom() < line < below.y()
    screen.presenter.change(category=None)
    QApplication.processEvents()
    assert len([line for line in lines if line.isVisible()]) == len(parts)


@pytest.mark.parametrize(("size", "flat"), [((1366, 696), True), ((1440, 900), False)])
def test_an_offered_draft_takes_one_line_where_the_window_is_compact(show, size, flat):
    shown = show(size)
    shown.desk.save_draft({"text": "Old", "name": "Li Na"}, None)
    shown.screen.start()
    QApplication.processEvents()
    banner = shown.screen.offered.banner
    assert (banner.title.geometry().center().y() == banner.text.geometry().center().y()) is flat
    assert shown.screen.offered.height() <= 48 or not flat


def test_no_key_is_given_twice_and_the_printed_ones_are_bound(shown):
    keys = [key.toString() for action in shown.screen.actions() for key in action.shortcuts()]
    assert sorted(keys) == sorted(
        {"Ctrl+Return", "Ctrl+Enter", "Ctrl+Shift+Return", "Ctrl+Shift+Enter", "Esc"}
        | {"Alt+Left", "Alt+Right", "Ctrl+[", "Ctrl+]", "F3", "F4", "Shift+F4", "Ctrl+D"}
        | {f"Ctrl+{digit}" for digit in range(1, 6)}
    )
    assert all(isinstance(action, QAction) and action.text() for action in shown.screen.actions())


# Languages


def shown_words(screen):
    def found(kind):
        """Rows of the card are kept for other questions, tags until the event loop takes them away."""
        kept = (screen.talk, screen.aspects)
        return [w for w in screen.findChildren(kind) if w.isVisible() or not any(k.isAncestorOf(w) for k in kept)]

    words = [w.text() for kind in (PlainLabel, Button, QRadioButton, Chip, QCheckBox) for w in found(kind)]
    words += [w.placeholderText() for kind in (QLineEdit, QTextEdit) for w in found(kind)]
    words += [w.accessibleName() for kind in FOCUSABLE for w in found(kind)]
    words += [a.text() for menu in screen.findChildren(QMenu) for a in menu.actions()]
    words += [w.text() for w in screen.findChildren(QAction)]
    return {word for word in words if word}


def test_the_language_changes_while_running_and_keeps_what_was_typed(shown, translator):
    shown.screen.presenter.change(phone=TAN.phone, hurt=Hurt.YES)
    shown.screen.hearing.narrative.insertPlainText("空调 drips")
    shown.screen.hearing.name.setText("Tan")
    shown.screen.hearing.name.textEdited.emit("Tan")
    shown.screen.presenter.pause()
    translator.set_language(Language.ZH)
    shown.screen.set_words(load_words(Language.ZH))
    QApplication.processEvents()
    form = shown.state.form
    assert (form.text, form.name, form.phone) == ("空调 drips", "Tan", TAN.phone)
    assert shown.screen.hearing.narrative.text() == "空调 drips"
    assert shown.screen.hearing.name.text() == "Tan"
    english = {w for w in shown_words(shown.screen) if re.search("[A-Za-z]{3}", w)}
    kept = {"Ms", "Mr", "Mrs", "VIP", "旅行平台（OTA）"}
    assert {w for w in english - kept if not any(said in w for said in ("Tan", "Slow check-in", "S. Rao"))} == set()


def test_english_after_chinese_leaves_no_chinese(show, translator):
    shown = show(language=Language.ZH)
    translator.set_language(Language.EN)
    shown.screen.set_words(load_words(Language.EN))
    QApplication.processEvents()
    assert {w for w in shown_words(shown.screen) if re.search("[\u4e00-\u9fff]", w)} == set()


@pytest.mark.parametrize(
    ("language", "first", "second"), [(Language.EN, "honorific", "name"), (Language.ZH, "name", "honorific")]
)
def test_chinese_puts_the_form_of_address_behind_the_name(show, language, first, second):
    hearing = show(language=language).screen.hearing
    assert getattr(hearing, first).x() < getattr(hearing, second).x()
    hearing.narrative.setFocus()
    hearing.narrative.focusNextChild()
    assert getattr(hearing, first).hasFocus()


def test_a_mistake_is_said_in_the_new_language(shown, translator):
    shown.screen.save()
    translator.set_language(Language.ZH)
    shown.screen.set_words(load_words(Language.ZH))
    sentence = shown.screen.hearing.narrative.accessibleDescription()
    assert sentence == load_words(Language.ZH).error(shown.state.refusal_at("text"))


def test_the_room_changes_while_running(shown, theme):
    height = shown.screen.hearing.room.height()
    theme.set_compact(True)
    QApplication.processEvents()
    assert (height, shown.screen.hearing.room.height()) == (32, 28)
    assert shown.screen.hearing.channel.segment("phone").height() == 28
    assert shown.screen.company.fold.is_open is False
    theme.set_compact(False)
    assert shown.screen.company.fold.is_open is True
