"""From signing in to the acknowledged case: by keyboard alone, by mouse alone, and with an input method."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import OpenCase
from desktop.domain.kinds import Channel, Language, RecordType, State
from desktop.domain.queueing import SEGMENTS
from desktop.domain.rows import CaseView, QueueRow
from tests.journeys.real_window import CLERK, PIN, WRONG_PIN, RealWindow
from tests.support.sites import owner_of

HEARD = "The air-conditioner drips; the floor is wet & her son slipped."
#: A character beyond the basic plane, full-width forms, a no-break space and a mark of writing direction.
HEARD_IN_CHINESE = "𠮷先生说：空调漏水，ＡＢＣ１２３\u00a0床边\u200f很滑。"


def fill_queue(at: RealWindow) -> None:
    """Cases above and below the one that is coming, as grave as their severity says."""
    for severity in (1, 4, 2, 1):
        command = OpenCase(RecordType.COMPLAINT, Channel.COUNTER, "Something else.", room="803", severity=severity)
        at.desk.cases.perform(command, owner_of(at.desk))


def place_in_queue(row: QueueRow) -> tuple[object, ...]:
    """Where a case belongs: its range of band and lateness, next due, received, number (domain.md 4)."""
    due = row.next_due
    segment = next(place for place, part in enumerate(SEGMENTS) if row.band in part.bands and not part.late)
    return segment, due is None, due, row.received_at, row.number


def the_only_case_of(at: RealWindow, text: str) -> CaseView:
    """What the database has of the complaint that was typed."""
    rows = at.desk.queue.all_rows(at.clock())
    views = [at.desk.reader.view(row.number) for row in rows]
    taken = [view for view in views if view.text == text]
    assert len(taken) == 1, [view.text for view in views]
    return taken[0]


def stands_where_it_belongs(at: RealWindow, number: str) -> None:
    rows = at.desk.queue.all_rows(at.clock())
    assert not any(row.late(at.clock()) for row in rows)
    assert at.numbers() == [row.number for row in sorted(rows, key=place_in_queue)]
    assert 0 < at.numbers().index(number) < len(rows) - 1
    assert at.chosen == number


def test_a_complaint_is_taken_by_keyboard_alone(at_the_desk) -> None:
    at = at_the_desk(Language.EN)
    fill_queue(at)
    sign_in = at.open.session.sign_in
    while sign_in.presenter.state.chosen != CLERK:
        at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Return)
    at.type(WRONG_PIN)
    at.press(Qt.Key.Key_Return)
    assert not at.is_at_the_desk
    assert "4" in sign_in.pane.error.text()
    at.type(PIN)
    at.press(Qt.Key.Key_Return)
    assert at.is_at_the_desk

    at.with_ctrl(Qt.Key.Key_N)
    form = at.intake
    at.type(HEARD)
    at.tab_to(form.hearing.name)
    at.type("Tan Wei Ling")
    at.tab_to(form.hearing.room)
    at.type("1208")
    at.tab_to(form.aspects.category)
    at.type("drip")
    at.press(Qt.Key.Key_Return)
    at.tab_to(form.aspects.severity.segment("1"))  # the first of a group takes the focus
    for _ in range(2):
        at.press(Qt.Key.Key_Right)
    at.press(Qt.Key.Key_Space)
    at.with_ctrl(Qt.Key.Key_4)
    at.with_ctrl(Qt.Key.Key_Return)

    case = the_only_case_of(at, HEARD)
    row = case.row
    assert (row.guest, row.room, row.category, case.severity, row.emotion) == ("Tan Wei Ling", "1208", "H01-1", 3, 3)
    assert case.received_by == CLERK.title()
    assert at.queue.isVisible()
    stands_where_it_belongs(at, row.number)

    at.press(Qt.Key.Key_Home)
    assert at.chosen != row.number
    at.with_ctrl(Qt.Key.Key_K)
    at.type("1208")
    at.press(Qt.Key.Key_Return)
    assert at.page.current == "case"
    assert at.case.presenter.state.number == row.number
    at.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert at.page.current == "queue"
    assert at.chosen == row.number
    at.press(Qt.Key.Key_T)
    assert at.desk.reader.view(row.number).row.owner == CLERK.title()
    at.press(Qt.Key.Key_A)
    at.with_ctrl(Qt.Key.Key_Return)
    assert at.desk.reader.view(row.number).row.state is State.ACKNOWLEDGED

    focus = QApplication.focusWidget()
    at.with_ctrl(Qt.Key.Key_L)
    assert not at.is_at_the_desk
    at.type(PIN)
    at.press(Qt.Key.Key_Return)
    assert at.is_at_the_desk
    assert (at.chosen, QApplication.focusWidget()) == (row.number, focus)


def test_a_complaint_is_taken_by_mouse_alone_in_chinese(at_the_desk) -> None:
    at = at_the_desk(Language.ZH)
    fill_queue(at)
    sign_in = at.open.session.sign_in
    at.choose_person(CLERK.title())
    at.click_pin()
    for secret in (WRONG_PIN, PIN):
        assert not at.is_at_the_desk
        at.commit(secret)  # from the keyboard on the screen
        at.click(sign_in.pane.button)
    assert at.is_at_the_desk

    at.click(at.button("新投诉"))
    form = at.intake
    at.click(form.hearing.narrative.viewport())
    at.write("kong tiao", HEARD_IN_CHINESE)
    at.click(form.hearing.name)
    at.write("chen", "陈薇玲")
    at.click(form.hearing.room)
    at.commit("1208")
    at.click(form.aspects.category)
    at.write("kong", "空调")
    at.click_first_of_popup()
    at.click(form.aspects.severity.segment("3"))
    at.click(form.foot.save)

    case = the_only_case_of(at, HEARD_IN_CHINESE)
    row = case.row
    assert (row.guest, row.room, row.category, case.severity) == ("陈薇玲", "1208", "H01-1", 3)
    stands_where_it_belongs(at, row.number)


def test_nothing_acts_on_what_is_being_composed(at_the_desk) -> None:
    at = at_the_desk(Language.ZH)
    at.sign_in()
    at.with_ctrl(Qt.Key.Key_N)
    before = at.intake.presenter.state.form
    at.compose("ji'shui")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_N, Qt.Key.Key_L, Qt.Key.Key_K, Qt.Key.Key_4):
        at.with_ctrl(key)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F6):
        at.press(key)
    assert at.is_at_the_desk
    assert at.page.current == "new"
    assert at.intake.hearing.narrative.hasFocus()
    assert at.intake.presenter.state.form == before
    assert at.desk.queue.all_rows(at.clock()) == ()
    at.commit(HEARD_IN_CHINESE)
    at.with_ctrl(Qt.Key.Key_Return)
    stored = the_only_case_of(at, HEARD_IN_CHINESE)
    assert stored.text.encode() == HEARD_IN_CHINESE.encode()


def test_another_language_and_theme_keep_what_is_half_written(at_the_desk) -> None:
    at = at_the_desk(Language.EN)
    at.sign_in()
    at.with_ctrl(Qt.Key.Key_N)
    form = at.intake
    at.type(HEARD)
    at.tab_to(form.hearing.name)
    at.type("Tan Wei Ling")
    at.tab_to(form.hearing.room)
    at.type("12")
    at.click(at.page.top.language.segment(Language.ZH))
    assert at.preferences.language is Language.ZH
    assert form.foot.save.text() == "保存并入队"
    at.preferences.set_mode("dark")
    at.preferences.set_text_size(125)
    at.settle()
    at.click(form.hearing.room)
    at.press(Qt.Key.Key_End)
    at.type("08")
    assert form.hearing.narrative.text() == HEARD
    assert (form.hearing.name.text(), form.hearing.room.text()) == ("Tan Wei Ling", "1208")
    at.click(at.page.top.language.segment(Language.EN))
    at.click(form.hearing.narrative.viewport())
    at.with_ctrl(Qt.Key.Key_Return)
    row = the_only_case_of(at, HEARD).row
    assert (row.guest, row.room) == ("Tan Wei Ling", "1208")
