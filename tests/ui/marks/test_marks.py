from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import Band, State
from desktop.ui.marks import (
    Look,
    MoodMark,
    PointsRow,
    PointsTable,
    PriorityMark,
    StateMark,
    TimeLeft,
    TimeLeftMark,
    paint_mood,
    paint_points_row,
    paint_priority,
    paint_priority_shape,
    paint_state,
    paint_state_ring,
    paint_time_left,
    state_step,
)
from desktop.ui.theme import DARK, LIGHT, Metrics

GROUND = QColor(255, 0, 255)
WAY = (State.NEW, State.ACKNOWLEDGED, State.ASSESSED, State.INVESTIGATING, State.PROPOSED, State.RESOLVED, State.CLOSED)


@pytest.fixture
def painted(theme) -> Callable[..., QImage]:
    """Paints on a ground that no theme has, four times as large, so that shapes can be told apart."""

    def paint(paint_mark: Callable[[QPainter], None], width: int, height: int) -> QImage:
        image = QImage(width * 4, height * 4, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(4)
        image.fill(GROUND)
        painter = QPainter(image)
        painter.setFont(theme.font("body"))
        paint_mark(painter)
        painter.end()
        return image

    return paint


def mask(image: QImage) -> set[tuple[int, int]]:
    """Where something was painted, whatever its colour: half a pixel of edge does not count."""
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).green() - GROUND.green()) + abs(image.pixelColor(x, y).blue() - GROUND.blue())
        > 160
    }


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def differ(one: set[tuple[int, int]], other: set[tuple[int, int]]) -> float:
    return len(one ^ other) / max(1, len(one | other))


def test_bands_differ_in_shape_and_not_in_colour_alone(painted):
    box = QRectF(0, 0, 16, 16)
    masks = {
        band: mask(painted(lambda p, band=band: paint_priority_shape(p, box, band, LIGHT), 16, 16)) for band in Band
    }
    assert all(masks.values())
    for one, other in combinations(Band, 2):
        assert differ(masks[one], masks[other]) > 0.1, (one, other)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("band", list(Band))
def test_a_band_has_its_colour_in_shape_and_word(painted, band, tokens):
    image = painted(lambda p: paint_priority(p, QRectF(0, 0, 60, 20), band, tokens, Metrics()), 60, 20)
    colour = getattr(tokens, band.value.lower())
    assert colour in colours(image.copy(0, 0, 64, 80))
    assert colour in colours(image.copy(80, 0, 160, 80))


def test_the_mark_of_p1_bears_its_exclamation_mark(painted):
    image = painted(lambda p: paint_priority_shape(p, QRectF(0, 0, 16, 16), Band.P1, LIGHT), 16, 16)
    assert image.pixelColor(32, 22).name().upper() == LIGHT.on_p1
    assert image.pixelColor(12, 32).name().upper() == LIGHT.p1


def test_the_middle_of_a_p4_ring_is_open(painted):
    image = painted(lambda p: paint_priority_shape(p, QRectF(0, 0, 16, 16), Band.P4, LIGHT), 16, 16)
    assert image.pixelColor(32, 32) == GROUND


def test_each_mood_fills_one_bar_more_and_none_is_red(painted):
    inks = []
    for emotion in range(5):
        image = painted(lambda p, e=emotion: paint_mood(p, QRectF(0, 0, 30, 20), e, "", LIGHT, Metrics()), 30, 20)
        found = colours(image)
        assert LIGHT.p1 not in found
        pixels = [image.pixelColor(x, y).name().upper() for x in range(120) for y in range(80)]
        inks.append(pixels.count(LIGHT.ink))
    assert inks == sorted(set(inks))
    assert inks[0] > 0


def test_a_furious_guest_leaves_no_empty_bar(painted):
    image = painted(lambda p: paint_mood(p, QRectF(0, 0, 30, 20), 4, "", LIGHT, Metrics()), 30, 20)
    assert LIGHT.line2 not in colours(image)


def test_the_mood_is_a_word_too(painted):
    bars = painted(lambda p: paint_mood(p, QRectF(0, 0, 100, 20), 3, "", LIGHT, Metrics()), 100, 20)
    word = painted(lambda p: paint_mood(p, QRectF(0, 0, 100, 20), 3, "生气", LIGHT, Metrics()), 100, 20)
    assert len(mask(word)) > len(mask(bars)) + 100


def test_the_ring_fills_along_the_way(painted):
    fills = []
    for state in WAY[1:]:
        image = painted(lambda p, s=state: paint_state_ring(p, QRectF(0, 0, 14, 14), s, LIGHT), 14, 14)
        pixels = [image.pixelColor(x, y).name().upper() for x in range(56) for y in range(56)]
        fills.append(pixels.count(LIGHT.accent))
    assert fills[:5] == sorted(set(fills[:5]))
    assert fills[5] > fills[4]
    assert [state_step(state) for state in WAY] == [0, 1, 2, 3, 4, 5, 6]


def test_states_differ_in_shape_and_not_in_colour_alone(painted):
    states = (State.NEW, State.ACKNOWLEDGED, State.INVESTIGATING, State.RESOLVED, State.WAITING_GUEST, State.WITHDRAWN)
    masks = {
        s: mask(painted(lambda p, s=s: paint_state_ring(p, QRectF(0, 0, 14, 14), s, LIGHT), 14, 14)) for s in states
    }
    for one, other in combinations(states, 2):
        assert differ(masks[one], masks[other]) > 0.1, (one, other)


def test_new_is_a_dashed_grey_ring(painted):
    image = painted(lambda p: paint_state_ring(p, QRectF(0, 0, 14, 14), State.NEW, LIGHT), 14, 14)
    assert LIGHT.accent not in colours(image)
    assert image.pixelColor(28, 28) == GROUND
    ring = [(28 + round(24.4 * c), 28 + round(24.4 * s)) for c, s in circle()]
    gaps = [image.pixelColor(*point) == GROUND for point in ring]
    assert any(gaps)
    assert not all(gaps)


def circle() -> list[tuple[float, float]]:
    from math import cos, pi, sin

    return [(cos(n * pi / 90), sin(n * pi / 90)) for n in range(180)]


@pytest.mark.parametrize("state", list(State))
def test_every_state_can_be_painted_with_its_word(painted, state):
    image = painted(lambda p: paint_state(p, QRectF(0, 0, 110, 20), state, "Word", LIGHT, Metrics()), 110, 20)
    assert mask(image.copy(0, 0, 14 * 4, 80))
    assert LIGHT.ink in colours(image.copy(20 * 4, 0, 360, 80))


def bar_share(image: QImage, colour: str) -> float:
    """How much of the lowest painted line has the colour."""
    lines = [y for y in range(image.height()) if image.pixelColor(40, y) != GROUND]
    row = lines[-1] - 8  # the middle of a bar of 4 pixels, four times as large
    return [image.pixelColor(x, row).name().upper() for x in range(image.width())].count(colour) / image.width()


@pytest.mark.parametrize("used", [0.25, 0.5, 0.9])
def test_the_bar_fills_with_the_time_used(painted, used):
    time = TimeLeft("3:05", "resolve", used)
    image = painted(lambda p: paint_time_left(p, QRectF(0, 0, 112, 40), time, LIGHT, Metrics()), 112, 40)
    assert bar_share(image, LIGHT.bar) == pytest.approx(used, abs=0.02)


def test_an_overdue_bar_is_full_and_the_words_are_red(painted):
    time = TimeLeft("0:27 over", "reply", 0.3, Look.OVERDUE)
    image = painted(lambda p: paint_time_left(p, QRectF(0, 0, 112, 40), time, LIGHT, Metrics()), 112, 40)
    assert bar_share(image, LIGHT.p1) > 0.95
    assert LIGHT.p1 in colours(image.copy(20 * 4, 0, 160, 88))


def test_looks_differ_by_their_icon_and_not_in_colour_alone(painted):
    masks = {}
    for look in Look:
        time = TimeLeft("", "", 0, look)
        image = painted(lambda p, t=time: paint_time_left(p, QRectF(0, 0, 40, 30), t, LIGHT, Metrics()), 40, 30)
        masks[look] = mask(image.copy(0, 0, 64, 80))
    assert masks[Look.NORMAL] == set()
    for one, other in combinations((Look.SOON, Look.OVERDUE, Look.PAUSED), 2):
        assert differ(masks[one], masks[other]) > 0.2, (one, other)


def test_the_points_bar_is_as_long_as_its_share_of_the_largest(painted):
    def length(points: int) -> int:
        row = PointsRow("Severity 4 × 10", points)
        image = painted(lambda p: paint_points_row(p, QRectF(0, 0, 300, 24), row, 40, LIGHT, Metrics()), 300, 24)
        return [image.pixelColor(x, 48).name().upper() for x in range(1200)].count(LIGHT.accent)

    assert length(40) == pytest.approx(72 * 4, abs=4)
    assert length(20) == pytest.approx(36 * 4, abs=4)
    assert length(0) == 0
    assert length(-12) == 0


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_marks_are_spoken(theme, qtbot):
    table = PointsTable()
    table.show_points([PointsRow("VIP Gold", 5), PointsRow("Severity 4 × 10", 40), PointsRow("Cap", -2)], "Total", 43)
    spoken = {
        PriorityMark(Band.P1, 79): "Priority 1, score 79",
        PriorityMark(Band.P4): "Priority 4",
        MoodMark(4, "Furious"): "Furious",
        StateMark(State.WAITING_GUEST, "Waiting for guest"): "Waiting for guest",
        TimeLeftMark(TimeLeft("0:27 over", "reply", 1, Look.OVERDUE)): "reply 0:27 over",
        TimeLeftMark(TimeLeft("0:27 over", "reply", 1), "First reply, 27 minutes over"): "First reply, 27 minutes over",
        table: "Severity 4 × 10 +40, VIP Gold +5, Cap -2, Total 43",
    }
    for widget, name in spoken.items():
        qtbot.addWidget(widget)
        assert name_of(widget) == name


def test_a_mark_says_what_it_shows_now(theme, qtbot):
    mark = PriorityMark(Band.P3, 47)
    qtbot.addWidget(mark)
    mark.set_priority(Band.P2, 64)
    assert name_of(mark) == "Priority 2, score 64"


@pytest.mark.parametrize("percent", [100, 112, 125])
def test_marks_have_room_for_what_they_paint(theme, qtbot, percent):
    theme.set_text_size(percent)
    marks = [
        PriorityMark(Band.P1, 79, size=20),
        MoodMark(1, "Uneasy"),
        StateMark(State.WAITING_DEPARTMENT, "Waiting for department"),
        TimeLeftMark(TimeLeft("Fri 09:30", "call", 0.2)),
    ]
    for mark in marks:
        qtbot.addWidget(mark)
        mark.resize(mark.sizeHint())
        narrow = mark.grab().toImage()
        mark.resize(mark.sizeHint().width() + 60, mark.sizeHint().height())
        wide = mark.grab().toImage()
        if not isinstance(mark, TimeLeftMark):  # its kind keeps to the right end
            assert wide.copy(0, 0, narrow.width() - 1, narrow.height()) == narrow.copy(
                0, 0, narrow.width() - 1, narrow.height()
            )
