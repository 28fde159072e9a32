"""The dial and the compact row: one group of five moods, without numerals."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import Language
from desktop.ui.conversation.mood_dial import MoodDial
from desktop.ui.conversation.mood_row import MoodRow
from tests.ui.conversation.talking import focus, settle

WORDS = [("Calm", "calm"), ("Uneasy", "tense"), ("Upset", "let down"), ("Angry", "accusing"), ("Furious", "insulting")]


@pytest.fixture(params=[MoodDial, MoodRow])
def group(request, qtbot, theme):
    group = request.param()
    qtbot.addWidget(group)
    group.set_words(WORDS)
    group.resize(group.sizeHint())
    group.show()
    qtbot.waitExposed(group)
    group.activateWindow()
    settle()
    return group


def middle(mood: QWidget) -> QPoint:
    """A point that belongs to the mood."""
    box = mood.mask().boundingRect() if not mood.mask().isEmpty() else mood.rect()
    points = [QPoint(x, y) for y in range(box.height()) for x in range(box.width())]
    inside = [point for point in points if mood.mask().isEmpty() or mood.mask().contains(point)]
    return inside[len(inside) // 2]


@pytest.mark.parametrize("emotion", range(5))
def test_a_mood_is_chosen_where_it_is_seen(group, qtbot, emotion):
    mood = group.mood(emotion)
    place = mood.mapTo(group, middle(mood))
    assert group.childAt(place) is mood
    with qtbot.waitSignal(group.chosen) as chosen:
        qtbot.mouseClick(mood, Qt.MouseButton.LeftButton, pos=middle(mood))
    assert chosen.args == [emotion]


def test_arrows_choose_the_neighbour_and_stop_at_the_ends(group, qtbot):
    heard = []
    group.chosen.connect(heard.append)
    group.show_mood(3)
    group.mood(3).setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(focus(), key)
    assert heard == [4, 3, 2, 0, 4]
    assert group.shown_mood() == 4


def test_an_arrow_chooses_also_where_nothing_was_chosen(group, qtbot):
    group.mood(0).setFocus()
    with qtbot.waitSignal(group.chosen) as chosen:
        qtbot.keyClick(focus(), Qt.Key.Key_Right)
    assert chosen.args == [1]


def test_moods_are_one_stop_and_are_called_by_their_words(group):
    group.show_mood(3)
    assert [mood.accessibleName() for mood in group.moods] == [word for word, _ in WORDS]
    assert [bool(mood.focusPolicy() & Qt.FocusPolicy.TabFocus) for mood in group.moods] == [False] * 3 + [True, False]
    assert "Ctrl+4" in group.mood(3).toolTip()
    assert group.mood(3).accessibleDescription() == "accusing (Ctrl+4)"


def test_no_mood_bears_a_numeral(group):
    shown = [text for mood in group.moods for text in (mood.text(), mood.accessibleName())]
    assert not any(character.isdigit() for text in shown for character in text)


def test_every_mood_can_be_taken_back(group):
    group.show_mood(2)
    group.show_mood(None)
    assert group.shown_mood() is None
    assert bool(group.mood(0).focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.fixture
def dial(qtbot, theme):
    dial = MoodDial()
    qtbot.addWidget(dial)
    dial.set_words(WORDS)
    dial.show()
    qtbot.waitExposed(dial)
    return dial


def test_the_needle_goes_to_the_middle_of_the_arc(dial, theme, qtbot):
    theme.set_reduced_motion(False)
    dial.show_mood(0)
    assert dial.shown_angle() == 18
    dial.show_mood(4)
    assert dial.shown_angle() < 162
    qtbot.waitUntil(lambda: dial.shown_angle() == 162, timeout=1000)


def test_the_needle_jumps_where_motion_is_reduced(dial, theme):
    theme.set_reduced_motion(True)
    dial.show_mood(0)
    dial.show_mood(4)
    assert dial.shown_angle() == 162


@pytest.mark.parametrize("emotion", range(5))
def test_arcs_are_large_enough_to_hit(dial, emotion):
    assert min(dial.mood(emotion).width(), dial.mood(emotion).height()) >= 24


# The strip


def test_the_strip_tells_how_to_speak_and_what_it_was_like_before(begin):
    talk = begin(emotion=4)
    talk.at = talk.at.replace(minute=24, second=10)
    talk.set(emotion=3)
    strip = talk.part.mood
    assert strip.title.text() == "Angry script"
    assert len(strip.hints.texts()) == 3
    assert strip.peak.text() == "Was Furious at 00:00"
    chinese = begin(Language.ZH, emotion=4)
    chinese.set(emotion=3)
    assert chinese.part.mood.peak.text() == "00:00 时为愤怒"


def test_without_a_mood_the_strip_asks_for_one(begin):
    talk = begin(emotion=None)
    assert talk.part.mood.title.text() == "How do they feel?"
    assert talk.part.mood.dial.shown_mood() is None


def test_a_mood_that_is_refused_does_not_stay_chosen(begin):
    talk = begin(compact=True)
    talk.part.mood_chosen.disconnect()
    talk.click(talk.part.mood.row.mood(4))
    assert talk.part.mood.row.shown_mood() == 1


def test_a_compact_window_shows_hints_that_fit_whole(begin):
    talk = begin(emotion=3, compact=True)
    line = talk.part.mood.line_hints
    assert line.isVisible()
    assert not talk.part.mood.dial.isVisible()
    whole = line.text()
    assert whole.startswith("Speak more slowly than they do. Short sentences.")
    talk.part.resize(460, 510)
    settle()
    assert line.text() == "Speak more slowly than they do."
    assert "Don’t fill them." in line.toolTip()


def test_the_cursor_stays_on_the_moods_when_the_room_changes(begin, theme):
    talk = begin(emotion=3)
    talk.part.mood.dial.mood(3).setFocus()
    theme.set_compact(True)
    settle()
    assert focus() is talk.part.mood.row.mood(3)
