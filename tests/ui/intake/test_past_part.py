"""Similar cases that ended well: what helped then, and a way to look at them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.kinds import Language, RemedyKind
from desktop.domain.past_help import PastHelp
from desktop.ui.i18n import Translator
from desktop.ui.intake.form import Form
from desktop.ui.intake.past_part import PastPart
from desktop.ui.widgets import PlainLabel
from desktop.words import load_words
from tests.support.clock import EVENING
from tests.ui.intake.beside_state import Calls, hold, say_in, show, state_of

LEAK = PastHelp(
    "HH-D1-20261103-0018",
    "Leak over the bed",
    EVENING,
    ((RemedyKind.ROOM_MOVE, "moved in 20 min"), (RemedyKind.SPOKEN_APOLOGY, "")),
    5,
)
FAN = PastHelp("HH-D1-20261017-0007", "Fan <b>too</b> loud", EVENING, (), None)
KNOWN = Form(category="H01-2")


@pytest.fixture
def calls():
    return Calls()


@pytest.fixture
def holder(qtbot, theme):
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


@pytest.fixture
def part(qtbot, holder, calls):
    part = PastPart(calls.one, load_words(Language.EN), holder)
    hold(part, holder)
    holder.resize(336, 400)
    show(holder, qtbot)
    return part


@pytest.fixture
def translator(qapp):
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)


def said(part):
    return [label.text() for label in part.findChildren(PlainLabel) if label.isVisible()]


def test_before_there_is_a_category_it_says_what_would_show_something(part):
    part.paint(state_of())
    assert said(part) == ["Choose a category to see what helped before."]


def test_where_nothing_like_it_happened_the_first_one_is_worth_something(part):
    part.paint(state_of(KNOWN, past=()))
    assert said(part) == ["No similar cases yet. This one will help the next guest."]


def test_without_an_answer_the_block_hides(part):
    part.paint(state_of(KNOWN, past=None))
    assert part.isHidden()
    part.paint(state_of(KNOWN, past=(LEAK,)))
    assert part.isVisible()


def test_a_case_says_what_helped_in_the_words_of_those_who_gave_it(part):
    part.paint(state_of(KNOWN, past=(LEAK, FAN)))
    assert said(part) == ["moved in 20 min, Spoken apology", "Leak over the bed", "5 of 5", "Fan <b>too</b> loud"]
    assert [number.text() for number in part.numbers] == ["1103-0018", "1017-0007"]
    assert part.numbers[0].accessibleDescription() == "moved in 20 min, Spoken apology; 5 of 5"


def test_a_long_remedy_is_cut_after_two_lines_and_hostile_text_stays_text(part):
    long = replace(LEAK, given=((RemedyKind.GIFT, "a\nbasket <script>of</script> fruit " * 9),))
    part.paint(state_of(KNOWN, past=(long,)))
    label = next(label for label in part.findChildren(PlainLabel) if label.text().startswith("a basket <script>"))
    QApplication.processEvents()
    assert label.is_cut()
    assert label.height() <= 2 * label.fontMetrics().height()
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_number_opens_its_case_by_keyboard(part, calls, qtbot):
    part.paint(state_of(KNOWN, past=(LEAK, FAN)))
    part.numbers[0].setFocus()
    qtbot.keyClick(part.numbers[0], Qt.Key.Key_Tab)
    qtbot.keyClick(part.numbers[1], Qt.Key.Key_Space)
    assert part.numbers[1].hasFocus()
    assert calls.made == [FAN.number]
    assert part.numbers[1].accessibleName() == f"Look at case {FAN.number}"


def test_where_the_window_is_compact_it_folds_and_says_how_many(part, qtbot):
    part.paint(state_of(KNOWN, past=(LEAK, FAN)))
    part.fold.set_folding(True)
    part.fold.set_open(False)
    assert said(part) == []
    assert part.fold.title.accessibleDescription() == "2"
    part.fold.title.setFocus()
    qtbot.keyClick(part.fold.title, Qt.Key.Key_Space)
    assert "Leak over the bed" in said(part)


def test_the_same_answer_again_makes_nothing_anew(part):
    state = state_of(KNOWN, past=(LEAK,))
    part.paint(state)
    numbers = part.numbers
    part.paint(replace(state, words=40))
    assert part.numbers is numbers


def test_the_part_speaks_the_other_language_at_once(part, translator):
    part.paint(state_of(KNOWN, past=(LEAK,)))
    say_in(part, translator, Language.ZH)
    assert said(part) == ["moved in 20 min、口头致歉", "Leak over the bed", "5 / 5"]
    assert part.fold.title.accessibleName() == "处理得好的相似案例"
