"""Scenes on screen: every item leaves its paint where it stands, in both themes and at every text size."""

import sys

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.domain.charts.scene import Label, Marker, Polyline, Rect, Scene, Shape, Tone
from desktop.ui.charts import gauge_of, paint_picture, paint_scene
from desktop.ui.charts.painting import colour_of, paint_item
from desktop.ui.theme import DARK, LIGHT, Theme
from tests.domain.charts.samples import HOSTILE, ZH, box, control, heat, only, pareto, spark, trend, weeks

GROUND = QColor(255, 0, 255)
PICTURES = {
    "control": control(weeks(run=(20, 21))),
    "running": control(weeks(running=True)),
    "pareto": pareto(),
    "hostile": pareto([(name, 9 - place) for place, name in enumerate(HOSTILE)], ZH),
    "heat": heat(),
    "trend": trend(),
    "spark": spark(risen=True),
}


def image_of(width, height, paint, scale=1):
    image = QImage(width * scale, height * scale, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(GROUND)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def scene_image(theme, scene, scale=1):
    return image_of(round(scene.width), round(scene.height), lambda p: paint_scene(p, scene, theme), scale)


def extent(image):
    """Left, top, right and bottom pixel that is no ground any more; None where nothing was painted."""
    wide = image.width()
    ground = GROUND.rgba().to_bytes(4, sys.byteorder)
    pixels, empty = bytes(image.constBits()), ground * wide
    rows = [pixels[y * 4 * wide : (y + 1) * 4 * wide] for y in range(image.height())]
    found = [y for y, row in enumerate(rows) if row != empty]
    if not found:
        return None
    columns = [x for y in found for x in range(wide) if rows[y][4 * x : 4 * x + 4] != ground]
    return min(columns), found[0], max(columns), found[-1]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", PICTURES)
def test_every_item_leaves_paint_within_its_own_box(qapp, mode, name):
    theme = Theme.install(qapp, mode=mode, bundled_fonts=True)
    scene = PICTURES[name].lay_out(360, 250, gauge_of(theme))
    assert scene.items
    for item in scene.items:
        found = extent(image_of(360, 250, lambda p, item=item: paint_item(p, item, theme)))
        left, top, right, bottom = box(item)
        assert found, item
        room = 3  # half a line's width, and what a letter hangs over
        assert left - room <= found[0] <= found[2] <= right + room
        assert top - room <= found[1] <= found[3] <= bottom + room


@pytest.mark.parametrize("percent", [100, 112, 125])
@pytest.mark.parametrize("name", PICTURES)
def test_no_words_are_clipped_at_any_text_size(theme, qapp, percent, name):
    theme.set_text_size(percent)
    scene = PICTURES[name].lay_out(420, 320, gauge_of(theme))
    room = 40
    for label in only(scene, Label):
        alone = Scene(scene.width, scene.height, (label,), (), "", "")

        def paint(painter, alone=alone):
            painter.translate(room, room)
            paint_scene(painter, alone, theme)

        left, top, right, bottom = extent(image_of(420 + 2 * room, 320 + 2 * room, paint))
        assert room - 2 <= left <= right <= 420 + room + 2
        assert room - 1 <= top <= bottom <= 320 + room + 1


@pytest.mark.parametrize(("mode", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_marks_have_their_colours_where_they_stand(qapp, mode, tokens):
    theme = Theme.install(qapp, mode=mode, bundled_fonts=True)
    scene = control(weeks(run=(22, 23, 24))).lay_out(800, 280, gauge_of(theme))
    image = scene_image(theme, scene, scale=4)
    colour = {Shape.OPEN: tokens.surface, Shape.FILLED: tokens.accent, Shape.DIAMOND: tokens.p1}
    marks = only(scene, Marker)
    assert {mark.shape for mark in marks} == set(colour)
    for mark in marks:
        assert image.pixelColor(round(mark.x * 4), round(mark.y * 4)).name().upper() == colour[mark.shape]


def test_shapes_differ_without_colour(theme):
    def mask(shape):
        mark = Marker(10, 10, 8, shape, Tone.INK)
        image = image_of(20, 20, lambda p: paint_item(p, mark, theme), 4)
        ink = QColor(theme.tokens.ink)
        return {(x, y) for x in range(80) for y in range(80) if image.pixelColor(x, y) == ink}

    masks = [mask(shape) for shape in Shape]
    for place, one in enumerate(masks):
        for other in masks[place + 1 :]:
            assert len(one ^ other) > 0.1 * len(one | other)


def test_a_dashed_line_has_gaps(theme):
    line = Polyline(((0, 5.5), (100, 5.5)), Tone.INK, 1, dashed=True)
    image = image_of(100, 11, lambda p: paint_item(p, line, theme))
    inked = [image.pixelColor(x, 5) != GROUND for x in range(100)]
    assert 0.3 < sum(inked) / 100 < 0.8


def test_a_level_line_is_one_crisp_pixel_high(theme):
    image = image_of(40, 11, lambda p: paint_item(p, Polyline(((0, 5.3), (40, 5.3)), Tone.INK, 1), theme))
    assert extent(image) == (0, 5, 39, 5)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_every_tone_has_a_colour_of_its_theme(tokens):
    assert all(colour_of(tone, tokens).isValid() for tone in Tone)
    assert [colour_of(tone, tokens).name().upper() for tone in Tone if "heat" in tone] == list(tokens.heat)


def test_heat_cells_bear_the_themes_levels(theme):
    scene = heat().lay_out(600, 190, gauge_of(theme))
    image = scene_image(theme, scene)
    for cell in only(scene, Rect):
        corner = QPointF(cell.x + 5, cell.y + cell.height - 4)
        shown = image.pixelColor(corner.toPoint()).name().upper()
        assert shown == theme.tokens.heat[int(cell.fill[-1])]


def test_a_delegate_paints_a_picture_into_its_cell(theme):
    cell = QRectF(20, 10, 56, 18)
    image = image_of(100, 40, lambda p: paint_picture(p, cell, spark(risen=True), theme))
    left, top, right, bottom = extent(image)
    assert 20 <= left < right < 76
    assert 10 <= top < bottom < 28
