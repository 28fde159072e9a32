"""One act on several chosen cases, and what became of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commands import Acknowledge, AddNote, HandOver, Override, Take, Wait, Withdraw
from desktop.domain.kinds import Band, Language, Medium, State, WaitFor
from desktop.errors import UserError
from desktop.ui.moves import BulkForm, BulkResult, Refused
from desktop.words import load_words
from tests.ui.moves.a_case import LEO, MAYA, RAO, around
from tests.ui.queue.few_rows import a_row

EN = load_words(Language.EN)
ROWS = (a_row(1, state=State.NEW, version=3), a_row(2, state=State.NEW, version=8))
ONE, TWO = (row.number for row in ROWS)


@pytest.fixture
def show(qtbot, theme):
    kept = []

    def make(widget):
        window = QWidget()
        QVBoxLayout(window).addWidget(widget)
        qtbot.addWidget(window)
        window.resize(328, 600)
        kept.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return widget

    return make


def chosen(show, act, person=RAO, **fields):
    form = show(BulkForm(ROWS, around(person), EN))
    form.restore({"act": act, **{f"{act}.{name}": text for name, text in fields.items()}})
    made = []
    form.made.connect(made.append)
    return form, made


@pytest.mark.parametrize(
    ("act", "fields", "command"),
    [
        ("take", {}, Take("")),
        ("hand_over", {"to": "maya"}, HandOver("", to="maya")),
        ("acknowledge", {"medium": "phone"}, Acknowledge("", Medium.PHONE)),
        ("note", {"text": "Lift is back"}, AddNote("", "Lift is back")),
        ("wait", {"for": "department"}, Wait("", WaitFor.DEPARTMENT)),
        ("override", {"band": "P2", "reason": "VIP group"}, Override("", Band.P2, "VIP group")),
        ("withdraw", {"reason": "By mail"}, Withdraw("", "By mail")),
    ],
)
def test_an_act_becomes_one_command_a_case_with_the_version_of_its_row(show, act, fields, command):
    form, made = chosen(show, act, **fields)
    form.form.confirm()
    ((first, second),) = made
    assert (first.case, first.version) == (ONE, 3)
    assert (second.case, second.version) == (TWO, 8)
    assert type(first) is type(command)
    names = [name for name in command.__dataclass_fields__ if name not in ("case", "version")]
    assert [getattr(first, name) for name in names] == [getattr(command, name) for name in names]


def test_the_act_is_chosen_and_filled_in_by_keyboard_alone(show, qtbot):
    form, made = chosen(show, "")
    form.first_field().setFocus()
    for _ in range(4):
        qtbot.keyClick(form.act.field, Qt.Key.Key_Down)  # past taking, handing over and acknowledging
    note = form.form.entry("text").field
    qtbot.keyClick(form.act.field, Qt.Key.Key_Tab)
    assert note.hasFocus()
    qtbot.keyClicks(note, "Lift is back")
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [type(command) for command in made[0]] == [AddNote, AddNote]


def test_how_many_cases_is_said_before_it_is_done(show):
    form, _ = chosen(show, "withdraw")
    assert form.title.text() == "2 cases chosen"
    assert form.form.foot.confirm.text() == "Withdraw: 2 cases"
    form.set_rows(ROWS[:1])
    assert form.title.text() == "1 case chosen"
    assert form.form.foot.confirm.text() == "Withdraw: 1 case"


@pytest.mark.parametrize(("person", "may"), [(LEO, False), (MAYA, False), (RAO, True)])
def test_only_acts_of_ones_role_are_offered(show, person, may):
    form, _ = chosen(show, "", person)
    offered = [form.act.combo.itemData(row) for row in range(form.act.combo.count())]
    assert ("override" in offered) is may
    assert "take" in offered


def test_a_mistake_is_said_at_its_field(show):
    form, made = chosen(show, "withdraw")
    form.form.confirm()
    assert made == []
    assert form.form.entry("reason").error.text()


def test_what_was_typed_for_one_act_is_there_again_after_another(show):
    form, _ = chosen(show, "withdraw", reason="By mail")
    form.act.restore("note")
    form.act.changed.emit()
    form.act.restore("withdraw")
    form.act.changed.emit()
    assert form.form.entry("reason").keep() == "By mail"
    assert form.keep() == {"act": "withdraw", "withdraw.reason": "By mail"}


def test_esc_leaves_before_and_after_an_act_is_chosen(show, qtbot):
    form, _ = chosen(show, "")
    left = []
    form.left.connect(lambda: left.append(True))
    qtbot.keyClick(form.act.field, Qt.Key.Key_Escape)
    form.restore({"act": "note"})
    qtbot.keyClick(form.form.entry("text").field, Qt.Key.Key_Escape)
    assert left == [True, True]


REFUSED = (
    Refused(ONE, UserError("wrong_state", "state", act="acknowledge", state="proposed")),
    Refused(TWO, UserError("not_own_desk", "by", desk="D2")),
)


def test_each_refusal_names_case_field_and_reason(show):
    result = show(BulkResult(EN))
    result.show_result("acknowledge", 3, REFUSED)
    assert result.title.text() == "Acknowledge"
    assert result.done.text() == "3 cases done."
    assert result.refused.text() == "2 cases left as they were:"
    assert [line.number.accessibleName() for line in result.lines] == [ONE, TWO]
    assert [line.field.text() for line in result.lines] == ["state", "person"]
    assert [line.reason.text() for line in result.lines] == [EN.error(refused.error) for refused in REFUSED]


def test_a_refused_case_is_one_click_away(show, qtbot):
    result = show(BulkResult(EN))
    result.show_result("acknowledge", 0, REFUSED)
    with qtbot.waitSignal(result.case_wanted) as wanted:
        qtbot.mouseClick(result.lines[1].number, Qt.MouseButton.LeftButton)
    assert wanted.args == [TWO]


def test_one_undo_takes_all_of_it_back(show, qtbot):
    result = show(BulkResult(EN))
    result.show_result("take", 2, ())
    assert result.first_field() is result.undo
    with qtbot.waitSignal(result.undo_wanted):
        qtbot.mouseClick(result.undo, Qt.MouseButton.LeftButton)
    result.show_undone()
    assert result.done.text() == "Taken back."
    assert not result.undo.isVisible()


def test_nothing_done_offers_no_undo(show):
    result = show(BulkResult(EN))
    result.show_result("take", 0, REFUSED[:1])
    assert not result.undo.isVisible()
    assert result.first_field() is result.close_button
    assert result.refused.text() == "1 case left as it was:"


def test_a_thousand_refusals_come_in_pieces(show, qtbot):
    result = show(BulkResult(EN))
    result.show_result("take", 0, [Refused(f"HH-D1-20261119-{n:04d}", REFUSED[0].error) for n in range(1, 1001)])
    assert result.refused.text() == "1000 cases left as they were:"
    assert len(result.lines) == 20
    qtbot.mouseClick(result.more, Qt.MouseButton.LeftButton)
    assert [line.refused.number[-4:] for line in result.lines][-1] == "0040"
