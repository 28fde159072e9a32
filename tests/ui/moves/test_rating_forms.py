"""Assessing a case and overriding its priority: what was rated, what is missing, and what it comes to."""

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import Rating, Story
from desktop.domain.commands import Assess, Assessment, Override
from desktop.domain.kinds import Band, Flag, RecordType, Scope, State, TimePressure
from desktop.domain.priority import Repeat
from tests.ui.moves.a_case import NUMBER, RAO, about

BARE = Rating()
HURT = Rating(severity=2, scope=Scope.ONE, emotion=3, flags=frozenset({Flag.INJURY}))


def test_the_intakes_ratings_are_given_and_confirmed_by_one_key(open_form):
    hands = open_form("assess")
    assert "filled in" in hands.form.head.lead.text()
    hands.confirm()
    rated = Assessment(RecordType.COMPLAINT, "H01-1", 2, Scope.ONE, 3, None, frozenset())
    assert hands.made == [Assess(NUMBER, rated)]


def test_what_is_missing_is_listed_and_refused_at_every_field(open_form):
    hands = open_form("assess", about(category="H01", rating=BARE))
    assert hands.form.head.lead.text() == "Still missing: category, severity, reach, mood"
    hands.confirm()
    assert hands.made == []
    assert all(hands.error(name) for name in ("category", "severity", "scope", "emotion"))
    assert hands.focus is hands.form.entry("category").field


def test_a_case_is_rated_by_keyboard_alone(open_form):
    hands = open_form("assess", about(category=None, rating=BARE))
    assert hands.focus is hands.form.entry("category").field
    hands.write("air-con")
    hands.press(Qt.Key.Key_Return)
    hands.tab()
    hands.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)  # severity: from the first to the third
    hands.tab()
    hands.press(Qt.Key.Key_Space)  # reach: the first
    hands.form.entry("emotion").focus()
    hands.press(Qt.Key.Key_Right, Qt.Key.Key_Space)  # mood: uneasy
    hands.confirm()
    assessment = hands.made[0].assessment
    assert (assessment.category, assessment.severity) == ("H01-1", 3)
    assert (assessment.scope, assessment.emotion) == (Scope.ONE, 1)


def test_a_case_is_rated_by_mouse_alone(open_form):
    hands = open_form("assess", about(rating=BARE), width=760)
    entry = hands.form.entry
    hands.pick("type", "complaint")
    hands.click(entry("severity").control.segment("4"))
    hands.click(entry("scope").chips.chip("party"))
    hands.click(entry("emotion").moods.mood(4))
    hands.click(entry("time_pressure").chips.chip("now"))
    hands.click(entry("flags").chips.chip("fire"))
    hands.click(hands.form.foot.confirm)
    flags = frozenset({Flag.FIRE})
    rated = Assessment(RecordType.COMPLAINT, "H01-1", 4, Scope.PARTY, 4, TimePressure.NOW, flags)
    assert hands.made == [Assess(NUMBER, rated)]


def test_a_category_is_found_by_a_chinese_word(open_form):
    hands = open_form("assess", about(category=None))
    hands.compose("空调")
    hands.press(Qt.Key.Key_Return)
    hands.confirm()
    assert hands.made[0].assessment.category == "H01-1"


def test_what_was_rated_otherwise_at_intake_stands_beside_it(open_form):
    hands = open_form("assess")
    hands.click(hands.form.entry("severity").control.segment("4"))
    hands.click(hands.form.entry("emotion").moods.mood(1))
    assert hands.form.entry("severity").hint.text().endswith("At intake: Moderate")
    assert hands.form.entry("emotion").hint.text() == "At intake: Angry"
    assert hands.form.entry("scope").hint.text() == ""


@pytest.mark.parametrize(
    ("severity", "flag", "score", "band"),
    [("1", None, 24, Band.P4), ("3", None, 44, Band.P3), ("4", None, 54, Band.P2), ("1", "fire", 24, Band.P1)],
)
def test_score_and_band_follow_as_one_rates(open_form, severity, flag, score, band):
    hands = open_form("assess", about(repeat=Repeat.SEVERAL))
    hands.click(hands.form.entry("severity").control.segment(severity))
    if flag:
        hands.click(hands.form.entry("flags").chips.chip(flag))
    shown = hands.form.priority
    assert shown.score.text().startswith(f"Score {score}")
    assert shown.mark.accessibleName() == f"Priority {band.value[1]}, score {score}"
    assert ("was P3" in shown.score.text()) == (band is not Band.P3)


def test_texts_that_were_not_touched_are_not_said_again(open_form):
    hands = open_form("assess", about(story=Story(cause="Tray full")))
    hands.form.entry("impact").focus()
    hands.write("It may drip again")
    hands.confirm()
    assessment = hands.made[0].assessment
    assert (assessment.cause, assessment.impact, assessment.nature) == (None, "It may drip again", None)


def test_a_manager_sets_a_priority_beside_what_the_rules_say(open_form):
    hands = open_form("override", about(RAO, rating=HURT, band=Band.P1))
    assert hands.form.rules.mark.accessibleName() == "Priority 1, score 29"
    assert "Floor: Injury" in hands.form.rules.score.text()
    hands.click(hands.form.entry("band").control.segment("P4"))
    assert hands.form.entry("band").hint.text() == "This goes below what a flag asks for."
    hands.form.entry("reason").focus()
    hands.write("A scratch, seen by the nurse")
    hands.click(hands.form.foot.confirm)
    assert hands.made == [Override(NUMBER, Band.P4, "A scratch, seen by the nurse")]


def test_an_earlier_override_is_left_out_of_what_the_rules_say(open_form):
    rating = Rating(severity=2, scope=Scope.ONE, emotion=3, override_band="P1")
    hands = open_form("override", about(RAO, rating=rating, band=Band.P1, state=State.ASSESSED))
    assert hands.form.rules.mark.accessibleName() == "Priority 4, score 29"


def test_an_override_needs_a_band_and_a_reason(open_form):
    hands = open_form("override", about(RAO))
    hands.confirm()
    assert hands.made == []
    assert hands.error("band")
    assert hands.error("reason")
    hands.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    hands.tab()
    hands.write("Known to be calm")
    hands.confirm()
    assert hands.made == [Override(NUMBER, Band.P2, "Known to be calm")]
