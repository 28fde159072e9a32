"""Finding in the top bar through its widgets: typing, arrows, mouse, input methods, hostile text."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Band, Language, State
from desktop.domain.rows import Found, FoundPage
from desktop.errors import WorkspaceError
from desktop.ui.finding.box import WAIT_MS, FindingBox
from desktop.ui.i18n import Translator
from desktop.ui.theme import Theme
from desktop.words import load_words

NOW = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)


def found(serial: int, guest: str = "Tan Wei Ling", summary: str = "Air-con dripping", **more: object) -> Found:
    values: dict = {
        "number": f"HH-D1-20261119-{serial:04d}",
        "id": serial,
        "state": State.NEW,
        "band": Band.P1,
        "guest": guest,
        "honorific": "ms",
        "room": "1208",
        "reference": "",
        "summary": summary,
        "received_at": NOW,
    }
    return Found(**{**values, **more})


PAGE = FoundPage(tuple(found(n) for n in range(1, 13)), 60)
HOSTILE = FoundPage(
    (
        found(1, "<img src=x onerror=y> " * 9, "<b>not bold</b> " * 40),
        found(2, "\u202eevil\u202c", "\u0000tab\there", room="", reference="ref\nline"),
        found(3, "", "", room="", honorific=""),
        found(4, "𠮷田", "👩‍👩‍👧 " * 30, band=Band.P4, state=State.WAITING_DEPARTMENT),
    ),
    4,
)


class Bar:
    """A window with the field and something else to focus; questions are answered when told to."""

    def __init__(self, qtbot: QtBot) -> None:
        self.language = Language.EN
        self.asked: list[tuple] = []
        self.window = QWidget()
        self.window.resize(1366, 696)
        self.box = FindingBox(
            lambda *call: self.asked.append(call),
            lambda: load_words(self.language),
            lambda: NOW,
            ZoneInfo("Asia/Shanghai"),
            "Ctrl+K",
        )
        self.box.setFixedWidth(280)
        self.other = QPushButton("elsewhere")
        column = QVBoxLayout(self.window)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self.other)
        self.box.attach(self.window)
        self.chosen = QSignalSpy(self.box.chosen)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.box.setFocus()

    @property
    def panel(self):
        assert self.box.panel is not None
        return self.box.panel

    def find(self, words: str, page: FoundPage = PAGE) -> None:
        self.box.setText(words)
        self.box.presenter.search()
        self.asked[-1][1](page)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Bar:
    return Bar(qtbot)


def test_a_pause_in_typing_asks_once(bar: Bar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.box, "drip")
    assert bar.asked == []
    qtbot.waitUntil(lambda: bool(bar.asked), timeout=20 * WAIT_MS)
    assert [call[0] for call in bar.asked] == ["drip"]


def test_hits_appear_under_the_field_which_keeps_the_focus(bar: Bar) -> None:
    bar.find("drip")
    below = bar.box.mapTo(bar.window, QPoint(0, bar.box.height()))
    assert bar.panel.isVisible()
    assert bar.panel.y() >= below.y()
    assert bar.window.rect().contains(bar.panel.geometry())
    assert bar.box.hasFocus()


def test_total_and_rest_are_said(bar: Bar) -> None:
    bar.find("drip")
    assert bar.panel.total.text() == "60 found"
    assert bar.panel.more.text().startswith("48 more")


def test_arrows_walk_and_enter_opens_while_the_focus_stays(bar: Bar, qtbot: QtBot) -> None:
    bar.find("drip")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(bar.box, key)
    assert bar.panel.list.currentIndex().row() == 1
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert bar.chosen.at(0) == ["HH-D1-20261119-0002"]
    assert (bar.panel.isVisible(), bar.box.text()) == (False, "drip")


def test_a_row_far_down_scrolls_into_view(bar: Bar, qtbot: QtBot) -> None:
    bar.find("drip")
    for _ in range(11):
        qtbot.keyClick(bar.box, Qt.Key.Key_Down)
    view = bar.panel.list
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_a_click_opens_a_row_and_never_takes_the_focus(bar: Bar, qtbot: QtBot) -> None:
    bar.find("drip")
    view = bar.panel.list
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bar.chosen.at(0) == ["HH-D1-20261119-0003"]
    assert bar.box.hasFocus()


def test_esc_folds_then_clears_then_leaves(bar: Bar, qtbot: QtBot) -> None:
    left = QSignalSpy(bar.box.left)
    bar.find("drip")
    qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert (bar.panel.isVisible(), bar.box.text()) == (False, "drip")
    qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert (bar.box.text(), left.count()) == ("", 0)
    qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert left.count() == 1


def test_leaving_the_field_folds_the_list_and_coming_back_shows_it(bar: Bar) -> None:
    bar.find("drip")
    bar.other.setFocus()
    assert not bar.panel.isVisible()
    bar.box.setFocus()
    assert bar.panel.isVisible()


def test_nothing_found_says_what_to_try(bar: Bar) -> None:
    bar.find("zzz", FoundPage((), 0))
    assert bar.panel.nothing.text() == "Nothing matches. Try part of a name, a room or a number."
    assert bar.panel.nothing.isVisible()
    assert not bar.panel.list.isVisible()


def test_a_failure_is_a_sentence_in_the_list(bar: Bar) -> None:
    bar.box.setText("drip")
    bar.box.presenter.search()
    bar.asked[-1][2](WorkspaceError("disk_full"))
    assert bar.panel.nothing.text().startswith("The disk is full.")


def test_nothing_is_looked_for_while_an_input_method_composes(bar: Bar, qtbot: QtBot) -> None:
    QApplication.sendEvent(bar.box, QInputMethodEvent("kongtiao", []))
    qtbot.wait(2 * WAIT_MS)
    assert bar.asked == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("空调")
    QApplication.sendEvent(bar.box, commit)
    qtbot.waitUntil(lambda: bool(bar.asked), timeout=20 * WAIT_MS)
    assert bar.asked[0][0] == "空调"


def test_the_list_follows_the_window(bar: Bar, qtbot: QtBot) -> None:
    bar.find("drip")
    bar.window.resize(1280, 640)
    qtbot.waitUntil(lambda: bar.window.rect().contains(bar.panel.geometry()))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [100, 125])
def test_hostile_and_endless_texts_are_painted_as_text(bar: Bar, theme: Theme, language: Language, size: int) -> None:
    theme.set_text_size(size)
    bar.language = language
    bar.find("bold 田 👧", HOSTILE)
    QApplication.processEvents()
    picture = bar.panel.grab()
    assert picture.width() == bar.panel.width()
    assert bar.window.rect().contains(bar.panel.geometry())


def test_screen_readers_hear_the_whole_hit(bar: Bar) -> None:
    bar.find("drip")
    said = bar.panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Priority 1, 1119-0001, Ms Tan Wei Ling, Room 1208, Air-con dripping, New, 19 Nov"


def test_a_hit_of_another_year_says_so(bar: Bar) -> None:
    bar.find("drip", FoundPage((found(1, received_at=NOW - timedelta(days=400)),), 1))
    assert bar.panel.model.index(0).data().endswith("15 Oct 2025")


def test_the_language_changes_while_hits_are_shown_and_keeps_the_words(bar: Bar, qapp: QApplication) -> None:
    translator = Translator(qapp)
    bar.find("drip")
    bar.language = Language.ZH
    translator.set_language(Language.ZH)
    QApplication.processEvents()
    assert (bar.box.text(), bar.panel.total.text()) == ("drip", "找到 60 件")
    assert bar.panel.model.index(0).data().startswith("优先级 1") or "新登记" in bar.panel.model.index(0).data()
    translator.set_language(Language.EN)


def test_the_model_keeps_qts_rules(bar: Bar, qtmodeltester) -> None:
    bar.find("drip")
    qtmodeltester.check(bar.panel.model)


def test_a_wheel_over_the_list_scrolls_it(bar: Bar) -> None:
    bar.find("drip")
    view = bar.panel.list
    assert view.verticalScrollBar().maximum() > 0
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.indexAt(QPointF(10, 10).toPoint()).row() > 0
