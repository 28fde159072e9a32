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
from desktop.ui.widgets import Button, PlainLabel
from desktop.words import load_words
from tests.ui.intake.intake_desk import MANAGER, TAN

SIZES = [(1366, 696), (1280, 640), (1440, 900)]
FOCUSABLE = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)


def fill(shown):
    """A page on which nearly everything that can appear does."""
    shown.desk.save_draft({"text": "Old", "name": "Li Na"}, None)
    shown.screen.start()
    shown.desk.refuse["open_case"] = WorkspaceError("disk_full")
    presenter = shown.screen.presenter
    presenter.change(text="x", name="Tan", phone=TAN.phone, room="1208", severity=3, emotion=3)
    presenter.change(hurt=Hurt.YES, flags=frozenset(Flag), scope=Scope.SEVERAL, time_pressure=TimePressure.TODAY)
    presenter.change(channel=Channel.OTA)
    presenter.change(earlier=True, received_clock="09:00", gap=4, wants=("Another room", "A refund"))
    shown.screen.further.fold.set_open(True)
    presenter.pause()
    shown.screen.save()
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
def test_nothing_is_cut_off(show, size, language, text_size):
    shown = show(size, language, text_size, person=MANAGER)
    fill(shown)
    # What a person typed may be longer than its line; it is whole in the tool tip.
    typed = {shown.screen.head.whose.text(), shown.screen.offered.banner.text.text()}
    assert [line for line in cut(shown.screen) if not any(repr(text) in line for text in typed)] == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(RecordType))
def test_every_kind_of_record_fits_the_smallest_window_at_the_largest_text(show, language, kind):
    shown = show((1280, 640), language, 125, kind=Property.RETAIL)
    shown.screen.presenter.change(type=kind)
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
def test_everything_that_can_be_reached_has_a_name(show, language):
    shown = show(language=language, person=MANAGER)
    fill(shown)
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
def test_tab_goes_in_reading_order_column_by_column_then_the_foot(show, language):
    shown = show((1366, 696), language, person=MANAGER)
    fill(shown)
    screen = shown.screen
    panes = [*screen.panes()]

    def place(widget: QWidget) -> tuple[int, int, int]:
        pane = next((n for n, pane in enumerate(panes) if pane.isAncestorOf(widget)), -1)
        at = widget.mapTo(screen, QPoint(0, widget.height() // 2))
        return pane, at.y() // 20, at.x()

    order = [w for w in stops(screen) if place(w)[0] >= 0]
    places = [place(w) for w in order]
    wrong = [(order[n], places[n - 1], places[n]) for n in range(1, len(order)) if places[n] < places[n - 1]]
    assert wrong == []
    assert {pane for pane, _, _ in places} == {0, 1, 2, 3}


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


def test_tab_goes_through_settling_between_the_other_columns(shown):
    screen = shown.screen
    screen.hearing.narrative.insertPlainText("x")
    screen.settle_on_the_spot()
    panes = screen.panes()
    order = [n for w in stops(screen) for n, pane in enumerate(panes) if pane.isAncestorOf(w)]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2, 3}


def test_no_key_is_given_twice_and_the_printed_ones_are_bound(shown):
    keys = [key.toString() for action in shown.screen.actions() for key in action.shortcuts()]
    assert sorted(keys) == sorted(
        {"Ctrl+Return", "Ctrl+Enter", "Ctrl+Shift+Return", "Ctrl+Shift+Enter", "Esc"}
        | {f"Ctrl+{digit}" for digit in range(1, 6)}
    )
    assert all(isinstance(action, QAction) and action.text() for action in shown.screen.actions())


# Languages


def shown_words(screen):
    words = [
        w.text() for kind in (PlainLabel, Button, QRadioButton, Chip, QCheckBox) for w in screen.findChildren(kind)
    ]
    words += [w.placeholderText() for kind in (QLineEdit, QTextEdit) for w in screen.findChildren(kind)]
    words += [w.accessibleName() for kind in FOCUSABLE for w in screen.findChildren(kind)]
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
    assert {w for w in english - kept if not any(said in w for said in ("Tan", "Slow check-in"))} == set()


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
