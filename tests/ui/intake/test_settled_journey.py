"""A complaint is written down and settled on the spot by keyboard alone, in under a minute, on a real desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.commands import Assessment, GuestDetails, OpenCase, RemedyOffer, Settle
from desktop.domain.kinds import Band, Channel, Flag, Language, RecordType, RemedyKind, Scope, State
from desktop.domain.people import Person
from desktop.services.desk import Desk
from desktop.ui.i18n import Translator
from desktop.ui.intake import IntakeScreen
from desktop.ui.shell.context import Context
from desktop.ui.shell.intake_room import IntakeRoom
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme
from tests.support.staffed import desk, make_desk  # noqa: F401 (pytest finds fixtures by their names)

CTRL, SHIFT, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)
A_KEY = 0.4  #: seconds that a practised hand takes for a key, a chord included; twice that to look for it
MINUTE = 60.0


class Clerk:
    """Two hands on the keyboard, and how long they have taken."""

    def __init__(self, room: IntakeRoom, screen: IntakeScreen, at: Desk, person: Person) -> None:
        self.room, self.screen, self.desk, self.person = room, screen, at, person
        self.seconds = 0.0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.seconds += 2 * A_KEY
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def write(self, text: str) -> None:
        self.seconds += A_KEY * len(text)
        QTest.keyClicks(QApplication.focusWidget(), text)

    def compose(self, text: str) -> None:
        """As an input method does: what is being composed, then what was decided; some three keys a character."""
        self.seconds += 3 * A_KEY * len(text)
        QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("pin yin", []))
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)

    def settled(self) -> str:
        numbers: list[str] = []
        self.screen.settled.connect(numbers.append)
        self.press(Qt.Key.Key_Return, CTRL)
        (number,) = numbers
        return number


@pytest.fixture
def sit_down(
    qtbot: QtBot,
    theme: Theme,
    translator: Translator,
    desk: Desk,  # noqa: F811 (a fixture is asked for by its name)
    tmp_path: Path,
) -> Callable[..., Clerk]:
    def make(language: Language = Language.EN, login: str = "rita") -> Clerk:
        preferences = Preferences(WindowSettings(tmp_path / "window.ini"), theme, translator)
        preferences.set_language(language)
        person = next(row for row in desk.staff.everyone() if row.login == login).as_person("D1")
        settings = WindowSettings(tmp_path / "window.ini")
        room = IntakeRoom(Context(person, desk, InlineRunner(), preferences, settings, lambda *_: None))
        made = room.make()
        screen = made.widget
        assert isinstance(screen, IntakeScreen)
        qtbot.addWidget(screen)
        screen.resize(1278, 622)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        made.arrive()
        return Clerk(room, screen, desk, person)

    return make


def rate(clerk: Clerk) -> None:
    """From the category on: severity 2, one guest; the mood by its key."""
    clerk.press(Qt.Key.Key_Tab)
    clerk.press(Qt.Key.Key_Space)
    clerk.press(Qt.Key.Key_Right)
    clerk.press(Qt.Key.Key_Tab)
    clerk.press(Qt.Key.Key_Space)
    clerk.press(Qt.Key.Key_3, CTRL)


def test_a_complaint_is_recorded_and_settled_in_english_within_a_minute(sit_down):
    clerk = sit_down()
    clerk.write("The Wi-Fi in 1208 drops all the time.")
    clerk.press(Qt.Key.Key_Return, CTRL | SHIFT)
    clerk.write("wi-fi")
    clerk.press(Qt.Key.Key_Return)
    rate(clerk)
    number = clerk.settled()
    file = clerk.desk.reader.case_file(number)
    assert file.view.row.state is State.RESOLVED
    assert (file.view.row.category, file.rating.severity, file.rating.emotion) == ("H11-1", 2, 2)
    assert [remedy.kind for remedy in file.view.remedies] == [RemedyKind.SPOKEN_APOLOGY]
    assert [step.step for step in file.talk.steps] == ["listen"]
    assert clerk.desk.drafts.of(clerk.person) == ()
    assert clerk.seconds < MINUTE


def test_a_complaint_is_recorded_and_settled_in_chinese_within_a_minute(sit_down):
    clerk = sit_down(Language.ZH)
    clerk.compose("房间无线网总断，")
    clerk.compose("已重新设置好。")
    clerk.press(Qt.Key.Key_Return, CTRL | SHIFT)
    clerk.compose("无线网")
    clerk.press(Qt.Key.Key_Return)
    rate(clerk)
    number = clerk.settled()
    file = clerk.desk.reader.case_file(number)
    assert file.view.row.state is State.RESOLVED
    assert file.view.text == "房间无线网总断，已重新设置好。"
    assert file.view.row.category == "H11-1"
    assert clerk.seconds < MINUTE


def test_a_remedy_with_a_sum_is_given_by_keyboard(sit_down):
    clerk = sit_down()
    clerk.write("Cold soup.")
    clerk.press(Qt.Key.Key_Return, CTRL | SHIFT)
    clerk.write("08-3")
    clerk.press(Qt.Key.Key_Return)
    rate(clerk)
    form = clerk.screen.settling.form
    form.entry("remedies").lines[0].kind.combo.setFocus()
    clerk.write("vou")
    clerk.press(Qt.Key.Key_Tab)
    clerk.write("120.50")
    file = clerk.desk.reader.case_file(clerk.settled())
    assert [(remedy.kind, remedy.amount) for remedy in file.view.remedies] == [(RemedyKind.VOUCHER, 12_050)]


@pytest.mark.parametrize("kind", list(RecordType))
def test_every_kind_of_record_can_be_settled(sit_down, kind):
    clerk = sit_down()
    clerk.write("About the pool.")
    clerk.screen.presenter.change(type=kind, category="H11-1", severity=1, emotion=0, scope=Scope.ONE)
    clerk.press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert clerk.desk.reader.case_file(clerk.settled()).view.row.state is State.RESOLVED


def give_away(clerk: Clerk, times: int) -> None:
    """200 each time, on other cases."""
    rated = Assessment(category="H08-3", severity=2, scope=Scope.ONE, emotion=2)
    for _ in range(times):
        opened = clerk.desk.cases.perform(OpenCase(RecordType.COMPLAINT, Channel.COUNTER, "Another"), clerk.person)
        assert opened is not None
        gift = RemedyOffer(RemedyKind.GIFT, 20_000)
        clerk.desk.cases.perform(Settle(opened.number, (gift,), rated), clerk.person)


def test_what_the_desk_refuses_after_opening_leaves_one_case_in_the_queue(sit_down):
    """Somebody else spent the month's allowance between the look at it and the act."""
    clerk = sit_down()
    clerk.write("Cold soup.")
    clerk.press(Qt.Key.Key_Return, CTRL | SHIFT)
    clerk.write("08-3")
    clerk.press(Qt.Key.Key_Return)
    rate(clerk)
    first = clerk.screen.settling.form.entry("remedies").lines[0]
    first.restore(["gift", "150", "", ""])
    give_away(clerk, times=10)
    before = clerk.desk.queue.counts(clerk.desk.now()).open
    clerk.press(Qt.Key.Key_Return, CTRL)
    number = clerk.screen.presenter.state.settling.number
    assert clerk.desk.reader.case_file(number).view.row.state is State.NEW
    assert clerk.desk.queue.counts(clerk.desk.now()).open == before + 1
    assert first.amount.error.text() or clerk.screen.settling.form.entry("remedies").error.text()
    first.restore(["spoken_apology", "", "", ""])
    assert clerk.settled() == number
    assert clerk.desk.queue.counts(clerk.desk.now()).open == before


def test_a_p1_goes_to_the_queue_by_keyboard(sit_down):
    clerk = sit_down()
    clerk.write("She slipped on the wet floor.")
    clerk.screen.presenter.change(flags=frozenset({Flag.INJURY}))
    clerk.press(Qt.Key.Key_Return, CTRL | SHIFT)
    numbers: list[str] = []
    clerk.screen.saved.connect(numbers.append)
    clerk.press(Qt.Key.Key_Space)
    (number,) = numbers
    row = clerk.desk.reader.case_file(number).view.row
    assert (row.band, row.state) == (Band.P1, State.NEW)


def test_a_guest_of_the_desk_is_asked_for_by_number(sit_down):
    clerk = sit_down()
    details = GuestDetails("陈薇玲", "女士", "+86 138 0000 1208", "tan@example.com", "zh")
    opened = clerk.desk.cases.perform(
        OpenCase(RecordType.COMPLAINT, Channel.COUNTER, "Earlier", guest=details), clerk.person
    )
    assert opened is not None
    history = clerk.desk.guests.history_of(details.phone)
    assert history is not None
    clerk.room.start_for_guest(history.guest.id)
    form = clerk.screen.presenter.state.form
    assert (form.name, form.honorific, form.phone, form.email, form.language) == (
        details.name,
        details.honorific,
        details.phone,
        details.email,
        details.language,
    )
