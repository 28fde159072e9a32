"""Beside the conversation stands what it is about, how grave it is, what must not be overlooked, what is known."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.domain.completeness import Completeness, Fact
from desktop.domain.kinds import Flag, Language, Property
from desktop.errors import UserError
from desktop.ui.i18n import Translator
from desktop.ui.intake.aspects import RISKS, AspectsPart
from desktop.ui.intake.form import Form
from desktop.words import load_taxonomy, load_words
from tests.ui.intake.beside_state import Calls, hold, say_in, show, state_of, talk_at

WORDS = load_words(Language.EN)


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
    part = AspectsPart(calls.change, calls.one, WORDS, load_taxonomy(Property.HOTEL), holder)
    hold(part, holder)
    holder.resize(336, 700)
    part.paint(state_of())
    show(holder, qtbot)
    return part


@pytest.fixture
def translator(qapp):
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)


def open_menu(part, qtbot) -> QMenu:
    part.flags.add.setFocus()
    qtbot.keyClick(part.flags.add, Qt.Key.Key_Down)
    menu = part.flags.menu
    qtbot.waitUntil(menu.isVisible)
    return menu


def test_what_is_known_stands_in_words_and_in_the_line(part):
    assert part.known.text() == "7 of 13 known"
    assert part.meter.accessibleName() == "7 of 13 known"


def test_severity_says_what_each_grade_means(part, calls, qtbot):
    qtbot.mouseClick(part.severity.segment("4"), Qt.MouseButton.LeftButton)
    assert calls.made == [{"severity": 4}]
    part.paint(state_of(Form(severity=4)))
    assert part.meaning.text() == "Critical"
    assert part.severity.parentWidget().hint.text() == "Health, safety, dignity or law is touched, or the harm is large"
    assert part.severity.segment("1").accessibleName() == "1 Minor"


def test_severity_is_chosen_with_the_arrow_keys(part, calls, qtbot):
    part.paint(state_of(Form(severity=2)))
    part.severity.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert calls.made == [{"severity": 3}]


def test_nothing_is_said_of_a_severity_that_nobody_rated(part):
    assert part.severity.value() is None
    assert part.meaning.text() == "Not rated yet"


def test_recent_categories_come_first(part, calls, qtbot):
    part.paint(state_of(recent=("H02-1",)))
    qtbot.keyClick(part.category, Qt.Key.Key_Down)
    assert part.category.rows()[0] == "H02-1"


def test_a_category_that_is_longer_than_its_field_is_whole_in_the_tool_tip(part):
    part.paint(state_of(Form(category="H01-2")))
    assert load_taxonomy(Property.HOTEL).label("H01-2", Language.EN) in part.category.toolTip()


def test_the_menu_offers_every_risk_that_is_not_set_and_no_mark_of_the_guest(part, qtbot):
    part.paint(state_of(Form(flags=frozenset({Flag.FIRE, Flag.VIP}))))
    menu = open_menu(part, qtbot)
    offered = [action.text() for action in menu.actions()]
    menu.close()
    assert offered == [WORDS.term("flag", flag.value) for flag in RISKS if flag is not Flag.FIRE]
    assert [tag.words for tag in part.flags.tags()] == ["Fire"]


def test_a_risk_is_added_by_keyboard_alone(part, calls, qtbot):
    part.paint(state_of(Form(flags=frozenset({Flag.VIP}))))
    menu = open_menu(part, qtbot)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert part.flags.add.hasFocus()
    assert calls.made == [{"flags": frozenset({Flag.VIP, RISKS[1]})}]  # the guest's own mark stays


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Delete])
def test_a_risk_is_taken_away_with_one_key_and_the_cursor_goes_to_the_next(part, calls, qtbot, key):
    both = Form(flags=frozenset({Flag.MEDIA, Flag.FIRE}))
    part.paint(state_of(both))
    part.flags.tags()[0].setFocus()
    qtbot.keyClick(part.flags.tags()[0], key)
    assert calls.made == [{"flags": frozenset({Flag.FIRE})}]
    part.paint(state_of(replace(both, flags=frozenset({Flag.FIRE}))))
    assert part.flags.tags()[0].hasFocus()


def test_with_every_risk_set_there_is_nothing_to_add(part):
    part.paint(state_of(Form(flags=frozenset(Flag))))
    assert part.flags.add.isHidden()
    assert len(part.flags.tags()) == len(RISKS)


def test_tab_goes_through_the_risks_in_their_order(part, qtbot):
    part.paint(state_of(Form(severity=1, flags=frozenset({Flag.MEDIA, Flag.FIRE}))))
    part.severity.setFocus()
    reached = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [*part.flags.tags(), part.flags.add]


def test_only_what_the_card_does_not_ask_is_asked_beside_it(part, calls, qtbot):
    missing = Completeness(5, 13, (Fact.ROOM, Fact.CATEGORY, Fact.WANTS, Fact.PLACE, Fact.SCOPE))
    part.paint(state_of(completeness=missing, talk=talk_at()))  # listening: text, mood, name and room
    assert not part.next.is_open
    part.next.title.click()
    assert [question.isVisible() for question in part.questions] == [True, True]
    part.questions[1].click()
    assert calls.made == [Fact.PLACE]


def test_where_nothing_is_left_to_ask_no_question_stands_there(part):
    part.paint(state_of(completeness=Completeness(12, 13, (Fact.SEVERITY,))))
    assert part.next.isHidden()


def test_a_refusal_stands_at_its_field_and_is_spoken_with_it(part):
    part.paint(state_of(refusals=(UserError("missing", "category"),)))
    said = WORDS.error(UserError("missing", "category"))
    assert part.category.accessibleDescription() == said
    assert part.category.property("error") is True


@pytest.mark.parametrize("flags", [frozenset(), frozenset(Flag)])
def test_the_cursor_can_be_put_into_the_risks_from_outside(part, flags):
    part.paint(state_of(Form(flags=flags)))
    part.field("flags").setFocus()
    assert QApplication.focusWidget() is (part.flags.tags()[0] if flags else part.flags.add)


def test_the_parts_fields_are_found_by_their_names(part):
    assert part.field("category") is part.category
    assert part.field("severity") is part.severity
    assert part.field("flags") is part.flags
    assert part.field("text") is None


def test_the_part_speaks_the_other_language_at_once(part, translator):
    part.paint(state_of(Form(severity=4, category="H01-2", flags=frozenset({Flag.FIRE}))))
    say_in(part, translator, Language.ZH)
    assert part.title.text() == "投诉要点"
    assert part.known.text() == "已知 7 项，共 13 项"
    assert [tag.words for tag in part.flags.tags()] == ["火情"]
    assert part.flags.add.text() == "添加"
    assert part.meaning.text() == load_words(Language.ZH).term("severity", "4")
