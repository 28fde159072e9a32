"""Language, theme, text size and room change while the window runs; nothing is left over, nothing cut off."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.kinds import Language
from desktop.ui.shell.bars import StaffChip
from desktop.ui.shell.keys import key_lines
from desktop.ui.shell.opening import OpeningPage, TroublePage
from desktop.ui.shell.rail import RailButton
from desktop.ui.shell.staff_menu import StaffMenu
from desktop.ui.theme import DARK, LIGHT, Theme
from desktop.ui.theme.tokens import Tokens
from desktop.ui.widgets import PlainLabel
from desktop.words import load_words
from tests.ui.shell.counter import CANARY, AtTheCounter

#: Names, keys and the product's own name are the same in both languages.
SAME = re.compile(
    r"Maya Chen|Sunita Rao|Anna Berg|Harbour Hotel|Front desk|Amends|EN|PIN|MC|What happened\?|qt_\w+|"
    r"Ctrl\+\w|F\d|Shift|Esc|Enter|Home|End|Tab|" + CANARY
)


def words_of(root: QWidget) -> list[str]:
    """Every word that is shown or spoken below a widget."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        for name in ("text", "toolTip", "accessibleName", "accessibleDescription", "placeholderText"):
            value = getattr(widget, name, None)
            if callable(value) and widget.isVisibleTo(root):
                found.append(str(value()))
    return [text for text in found if text]


def left_over_english(root: QWidget) -> list[str]:
    texts = [re.sub(r"<[^>]*>", "", text) for text in words_of(root)]
    return [text for text in texts if re.search(r"[A-Za-z]{2,}", SAME.sub("", text))]


def left_over_chinese(root: QWidget) -> list[str]:
    return [text for text in words_of(root) if re.search("[\u4e00-\u9fff]", text.replace("中文", ""))]


def test_changing_the_language_leaves_no_word_behind(maya: AtTheCounter) -> None:
    maya.preferences.set_language(Language.ZH)
    QApplication.processEvents()
    assert left_over_english(maya.desk) == []
    maya.preferences.set_language(Language.EN)
    QApplication.processEvents()
    assert left_over_chinese(maya.desk) == []


def test_the_sign_in_page_and_the_cover_change_their_language_too(maya: AtTheCounter) -> None:
    maya.actions.lock.trigger()
    maya.sign_in.language_chosen.emit(Language.ZH)
    QApplication.processEvents()
    assert [text for text in left_over_english(maya.sign_in) if "周建国" not in text] == []
    maya.come("maya")
    assert left_over_english(maya.desk) == []
    maya.preferences.set_language(Language.EN)


def test_the_menu_and_the_pages_before_the_desk_speak_chinese(maya: AtTheCounter, qtbot, tmp_path) -> None:
    maya.preferences.set_language(Language.ZH)
    QApplication.processEvents()
    menu = StaffMenu(maya.preferences, maya.actions, maya.window)
    names = [action.text() for action in menu.actions() if action.text()]
    assert [name for name in names if re.search("[A-Za-z]{2,}", name)] == []
    for page in (OpeningPage(), TroublePage(_trouble(), load_words(Language.ZH), tmp_path)):
        qtbot.addWidget(page)
        page.show()
        assert left_over_english(page) == []
    assert [does for _keys, does in key_lines() if re.search("[A-Za-z]{3,}", does)] == []
    maya.preferences.set_language(Language.EN)


def _trouble():
    from desktop.errors import WorkspaceError

    return WorkspaceError("workspace_damaged")


def test_changing_the_language_keeps_what_was_typed(maya: AtTheCounter) -> None:
    maya.desk.open("new")
    maya.form.text.setPlainText("half a sentence")
    maya.search.setText("drip")
    maya.desk.top.language_chosen.emit(Language.ZH)
    QApplication.processEvents()
    assert (maya.form.text.text(), maya.search.text()) == ("half a sentence", "drip")
    assert maya.desk.top.shift.text() == "晚班 15:00–23:00"
    assert maya.desk.status.time.text() == "11月19日 周四 21:42"
    maya.preferences.set_language(Language.EN)


def pixel(window: QWidget) -> str:
    return window.grab().toImage().pixelColor(300, window.height() - 5).name().upper()


@pytest.mark.parametrize(("mode", "tokens"), [("dark", DARK), ("light", LIGHT)])
def test_the_theme_changes_while_running(maya: AtTheCounter, mode: str, tokens: Tokens) -> None:
    maya.desk.open("new")
    maya.form.text.setPlainText("kept")
    maya.preferences.set_mode(mode)
    QApplication.processEvents()
    assert pixel(maya.window) == tokens.surface
    assert maya.form.text.text() == "kept"


@pytest.mark.parametrize(
    ("width", "height", "compact"), [(1440, 900, False), (1366, 696, True), (1399, 900, True), (1440, 759, True)]
)
def test_little_room_takes_the_compact_measures(
    maya: AtTheCounter, theme: Theme, width: int, height: int, compact: bool
) -> None:
    maya.window.resize(width, height)
    QApplication.processEvents()
    assert theme.metrics.compact is compact
    assert maya.search.width() == (280 if compact else 336)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("percent", [100, 112, 125])
@pytest.mark.parametrize("training", [False, True])
def test_nothing_is_cut_off_on_the_small_screen(
    qtbot, theme: Theme, tmp_path, language: Language, percent: int, training: bool
) -> None:
    counter = AtTheCounter(qtbot, theme, tmp_path, training=training)
    counter.preferences.set_language(language)
    counter.preferences.set_text_size(percent)
    counter.come("maya")
    counter.desk.rail.set_badge("queue", 12)
    counter.window.resize(1366, 696)
    QApplication.processEvents()
    assert counter.window.size().height() == 696
    for label in counter.desk.findChildren(PlainLabel):
        if label.isVisible() and label is not counter.queue.status:
            assert not label.is_cut(), label.text()
            assert label.height() >= theme.metrics.role("meta").line, label.text()
    for part in (*counter.desk.findChildren(RailButton), *counter.desk.findChildren(StaffChip)):
        hint = part.sizeHint()
        assert (part.width() >= hint.width(), part.height() >= hint.height()) == (True, True), part.accessibleName()
    counter.preferences.set_language(Language.EN)


def test_every_button_in_the_bars_has_a_name_and_is_large_enough(maya: AtTheCounter) -> None:
    for button in (*maya.desk.rail.buttons.values(), maya.desk.top.staff, maya.desk.top.lock):
        assert button.accessibleName()
        assert min(button.width(), button.height()) >= 24


def test_the_badge_is_a_number_and_a_word(maya: AtTheCounter) -> None:
    maya.desk.rail.set_badge("queue", 3)
    button = maya.desk.rail.buttons["queue"]
    assert (button.badge, button.accessibleName()) == (3, "Queue, 3 overdue")
    maya.desk.rail.set_badge("queue", 0)
    assert button.accessibleName() == "Queue"


def test_the_current_door_is_marked(maya: AtTheCounter) -> None:
    assert [name for name, button in maya.desk.rail.buttons.items() if button.isChecked()] == ["queue"]
    maya.desk.rail.buttons["new"].click()
    assert [name for name, button in maya.desk.rail.buttons.items() if button.isChecked()] == ["new"]


def test_choices_come_back_at_the_next_start(maya: AtTheCounter, qtbot, theme: Theme, tmp_path) -> None:
    maya.preferences.set_language(Language.ZH)
    maya.preferences.set_mode("dark")
    maya.preferences.set_text_size(112)
    maya.preferences.set_motion_off(True)
    maya.window.resize(1500, 880)
    maya.window.close()
    again = AtTheCounter(qtbot, theme, tmp_path)
    assert again.preferences.language is Language.ZH
    assert (again.preferences.mode, again.preferences.text_size, theme.reduced_motion) == ("dark", 112, True)
    assert again.settings.text("canvas") == DARK.canvas
    again.preferences.set_language(Language.EN)


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("text_size", "900"), ("language", "tlh"), ("place", "nonsense")]
)
def test_nonsense_in_the_settings_is_as_if_never_set(qtbot, theme: Theme, tmp_path, name: str, value: str) -> None:
    (tmp_path / "window.ini").write_text(f"[General]\n{name}={value}\n", encoding="utf-8")
    counter = AtTheCounter(qtbot, theme, tmp_path)
    assert (counter.preferences.mode, counter.preferences.text_size) == ("system", 100)
    assert counter.preferences.language is Language.EN


def test_the_sites_language_is_taken_unless_somebody_chose_one(counter: AtTheCounter) -> None:
    counter.preferences.offer_language(Language.ZH)
    assert counter.preferences.language is Language.ZH
    counter.preferences.set_language(Language.EN)
    counter.preferences.offer_language(Language.ZH)
    assert counter.preferences.language is Language.EN


def silent(root: QWidget) -> list[str]:
    """Visible widgets that take the focus and have no spoken name."""
    stops = [w for w in root.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops
    return [
        type(widget).__name__
        for widget in stops
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def test_everything_that_takes_the_focus_has_a_spoken_name(maya: AtTheCounter) -> None:
    assert (silent(maya.desk.rail), silent(maya.desk.top)) == ([], [])
    maya.actions.lock.trigger()
    QApplication.processEvents()
    assert silent(maya.sign_in) == []
    maya.sign_in.presenter.choose("zhou")
    maya.sign_in.pane.give.click()
    assert silent(maya.sign_in) == []
