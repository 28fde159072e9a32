"""Every step of every framework, in both languages, rooms and text sizes: nothing is cut off, all of it has a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QRadioButton

from desktop.domain.kinds import Flag, Language, Property
from desktop.guides.shipped import shipped_guides
from desktop.ui.conversation.rail_widths import LEAST_LINE, LINE_GAP, RING_GAP, shared_widths
from desktop.ui.theme import theme_of
from desktop.ui.theme.painting import text_width
from desktop.ui.widgets import Button, PlainLabel
from tests.ui.conversation.talking import settle

FRAMEWORKS = tuple(shipped_guides(Property.HOTEL).guidance.guide.frameworks)
ALL_FLAGS = frozenset({Flag.INJURY, Flag.FOOD_ILLNESS, Flag.REGULATOR})


def visible(part, kind):
    return [widget for widget in part.findChildren(kind) if widget.isVisible()]


def cut(talk):
    """What shows less than it says, or reaches out of its column."""
    part, body = talk.part, talk.part.card.body
    found = [f"label {w.text()!r}" for w in visible(part, PlainLabel) if w.is_cut()]
    found += [f"button {b.text()!r}" for b in visible(part, Button) if b.width() < b.minimumSizeHint().width()]
    found += [f"segment {s.text()!r}" for s in visible(part, QRadioButton) if s.width() < words_width(s)]
    if body.width() > part.card.area.viewport().width():
        found.append(f"body {body.width()} > {part.card.area.viewport().width()}")
    found += [f"reaches out {w.objectName()} {w}" for w in visible(part, QAbstractButton) if reaches_out(part, w)]
    rows = (*body.questions.rows, *body.notices.rows)
    found += [f"row {row.asked.text!r}" for row in rows if row.height() < row.heightForWidth(row.width())]
    if body.say.height() < body.say.heightForWidth(body.say.width()):
        found.append("sentence")
    return found


def words_width(segment):
    return text_width(theme_of(segment).font("strong"), segment.text().replace("&&", "&"))


def reaches_out(part, widget):
    left = widget.mapTo(part, widget.rect().topLeft()).x()
    return left < -2 or left + widget.width() > part.width() + 2


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("language", list(Language))
def test_every_step_of_every_framework_is_shown_whole(begin, language, compact, framework):
    talk = begin(language, emotion=3, compact=compact, framework=framework)
    talk.part.toggle_hints()
    seen = set()
    while True:
        seen.add(talk.talk.current)
        settle()
        assert cut(talk) == [], talk.talk.current
        body, card = talk.part.card.body, talk.card
        assert body.say.text() == card.say
        assert [row.question.text() for row in body.questions.rows] == [asked.text for asked in card.questions]
        assert body.hints.do.texts() == card.do
        if talk.guidance.next_step(talk.talk) is None:
            break
        talk.forward()
    assert seen == set(talk.guidance.guide.frameworks[framework].steps)


@pytest.mark.parametrize(("size", "compact", "text_size"), [((492, 430), True, 125), ((560, 640), False, 112)])
@pytest.mark.parametrize("language", list(Language))
def test_the_smallest_windows_and_the_largest_text_cut_nothing(begin, language, size, compact, text_size):
    talk = begin(language, emotion=4, compact=compact, size=size, text_size=text_size, flags=ALL_FLAGS)
    talk.more = {"offered": ("Another room tonight", "Breakfast for two"), "promise_error": "Please write a time."}
    talk.paint()
    for _ in range(12):
        assert cut(talk) == [], talk.talk.current
        talk.forward()
    assert talk.part.width() == size[0]


@pytest.mark.parametrize("compact", [False, True])
def test_everything_that_can_be_reached_has_a_name_and_can_be_hit(begin, compact):
    talk = begin(emotion=4, compact=compact, flags=ALL_FLAGS, guest_language="zh")
    for _ in range(11):
        reachable = [
            w
            for kind in (QAbstractButton, QLineEdit)
            for w in visible(talk.part, kind)
            if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        assert len(reachable) > 8
        spoken = [QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in reachable]
        assert [w for w, name in zip(reachable, spoken, strict=True) if not name.strip()] == []
        assert [w for w in reachable if w.height() < 24] == []
        talk.forward()


def test_back_and_next_are_pinned_under_what_scrolls(begin):
    talk = begin(compact=True, size=(602, 360))
    talk.go_to("ask")
    area = talk.part.card.area
    assert area.verticalScrollBar().maximum() > 0
    foot = talk.part.card.next_button
    before = foot.mapTo(talk.part, foot.rect().topLeft())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle()
    assert foot.mapTo(talk.part, foot.rect().topLeft()) == before
    talk.forward()
    assert area.verticalScrollBar().value() == 0


def test_the_scroll_bar_stands_in_the_margin(begin):
    talk = begin()
    talk.go_to("ask")
    body = talk.part.card.body
    width = body.say.width()
    assert talk.part.card.area.verticalScrollBar().isVisible()
    talk.part.resize(624, 1400)
    settle()
    assert not talk.part.card.area.verticalScrollBar().isVisible()
    assert body.say.width() == width


def test_a_window_in_the_systems_own_colours_shows_the_same(begin, theme):
    talk = begin(emotion=3)
    theme.set_high_contrast(True)
    settle()
    assert cut(talk) == []
    picture = talk.part.grab().toImage()
    colours = {picture.pixelColor(x, 20).name() for x in range(0, picture.width(), 2)}
    assert len(colours) > 2
    theme.set_high_contrast(None)


# The rail


def test_the_rail_of_seven_steps_shows_every_word(begin):
    talk = begin()
    assert all(talk.part.rail.step(place).word_width > 0 for place in range(7))


@pytest.mark.parametrize("language", list(Language))
def test_a_long_rail_keeps_the_words_nearest_to_the_current_step(begin, language):
    talk = begin(language, emotion=4, compact=True, size=(492, 430), text_size=125, flags=ALL_FLAGS)
    steps = [talk.part.rail.step(place) for place in range(len(talk.state.rail))]
    assert len(steps) == 10 or len(steps) == 11
    assert steps[0].word_width == pytest.approx(steps[0].wanted_word())
    assert steps[-1].geometry().right() <= talk.part.width() + 2
    gone = [step for step in steps if not step.word_width]
    assert all(step.part.name in step.toolTip() for step in gone)


@given(
    st.lists(st.floats(10, 160), min_size=1, max_size=12).flatmap(
        lambda words: st.tuples(st.just(words), st.integers(0, len(words) - 1))
    ),
    st.floats(240, 1200),
)
def test_words_of_the_rail_fit_and_the_current_one_comes_first(words_and_current, room):
    words, current = words_and_current
    widths = shared_widths(words, current, 20, room)
    lines = (len(words) - 1) * (LEAST_LINE + 2 * LINE_GAP)
    taken = len(words) * 20 + lines + sum(width + RING_GAP for width in widths if width)
    assert taken <= room + 0.01 or sum(widths) == 0
    for place, width in enumerate(widths):
        assert width in (0, words[place]) or place == current
    if any(width for place, width in enumerate(widths) if place != current):
        assert widths[current] == pytest.approx(words[current])
