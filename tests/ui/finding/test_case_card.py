"""A look at one case: everything in it is plain text that can be copied, nothing can be changed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Band, Channel, Flag, Language, RecordType, State
from desktop.domain.rows import CaseView, HistoryRow, QueueRow
from desktop.ui.finding.case_card import CaseCard
from desktop.ui.i18n import Translator
from desktop.ui.theme import Theme
from desktop.words import load_words

AT = datetime(2026, 11, 19, 13, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")


def case(text: str = "The air-con drips.", guest: str = "Tan Wei Ling") -> CaseView:
    row = QueueRow(
        id=1,
        number="HH-D1-20261119-0001",
        version=1,
        type=RecordType.COMPLAINT,
        band=Band.P2,
        score=55,
        points=(),
        band_rule="points",
        state=State.CLOSED,
        received_at=AT,
        respond_due=None,
        resolve_due=None,
        next_due=None,
        first_response_at=None,
        guest=guest,
        honorific="ms",
        room="1208",
        reference="",
        category=None,
        summary="",
        owner_id=None,
        owner="",
        emotion=3,
        vip=False,
    )
    return CaseView(
        row=row,
        text=text,
        channel=Channel.COUNTER,
        written=False,
        place="",
        problem_date=None,
        flags=frozenset({Flag.INJURY}),
        guest_id=None,
        desk="D1",
        received_by="Leo Walsh",
        severity=3,
        first_response_at=None,
        history=(HistoryRow(1, AT, "leo", "open"), HistoryRow(2, AT, "maya", "close")),
    )


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    window.resize(1366, 696)
    qtbot.addWidget(window)
    window.show()
    return window


def shown(view: CaseView, window: QWidget, qtbot: QtBot, language: Language = Language.EN) -> CaseCard:
    card = CaseCard(view, load_words(language), ZONE, lambda login: {"maya": "Maya Chen"}.get(login, login), window)
    qtbot.addWidget(card)
    card.open()
    QApplication.processEvents()
    return card


def test_the_card_tells_what_happened_to_whom_and_what_was_done(window: QWidget, qtbot: QtBot) -> None:
    card = shown(case(), window, qtbot)
    assert card.number.text() == "HH-D1-20261119-0001"
    assert card.guest.text() == "Ms Tan Wei Ling"
    assert card.place.text() == "Room 1208"
    assert card.text.text() == "The air-con drips."
    assert card.received.text() == "Thu 19 Nov 21:00 · Counter · Leo Walsh"
    lines = [label.text() for label in card._history.children() if hasattr(label, "text")]
    assert lines == ["Thu 19 Nov 21:00 · Closed · Maya Chen", "Thu 19 Nov 21:00 · Received · leo"]


def test_nothing_on_the_card_can_be_changed(window: QWidget, qtbot: QtBot) -> None:
    card = shown(case(), window, qtbot)
    assert card.text.isReadOnly()
    qtbot.keyClicks(card.text, "x")
    assert card.text.text() == "The air-con drips."


def test_esc_closes_the_card(window: QWidget, qtbot: QtBot) -> None:
    card = shown(case(), window, qtbot)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_number_can_be_copied(window: QWidget, qtbot: QtBot) -> None:
    card = shown(case(), window, qtbot)
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "HH-D1-20261119-0001"


def test_a_guest_without_a_name_is_no_gap(window: QWidget, qtbot: QtBot) -> None:
    assert shown(case(guest=""), window, qtbot).guest.text() == "No name given"


def test_markup_is_shown_as_it_is(window: QWidget, qtbot: QtBot) -> None:
    card = shown(case("<b>bold</b> <img src=x>", "<i>Eve</i>"), window, qtbot)
    assert card.text.text() == "<b>bold</b> <img src=x>"
    assert card.guest.textFormat() == Qt.TextFormat.PlainText


def test_an_endless_word_is_cut_and_says_so(window: QWidget, qtbot: QtBot) -> None:
    card = shown(case("x" * 200_000), window, qtbot)
    assert len(card.text.text()) == 5_000
    assert card.goes_on.text() == "The text goes on: 200,000 characters in all."


def test_the_card_speaks_another_language_at_once(window: QWidget, qtbot: QtBot, qapp: QApplication) -> None:
    translator = Translator(qapp)
    card = shown(case(), window, qtbot)
    translator.set_language(Language.ZH)
    card.set_language(load_words(Language.ZH))
    QApplication.processEvents()
    assert (card.close_button.text(), card.guest.text()) == ("关闭", "Tan Wei Ling 女士")
    assert card.received.text().startswith("11月19日 周四 21:00 · 柜台")
    translator.set_language(Language.EN)
