"""Charts on paper: their words can be copied, their fonts are embedded, and shapes say what colour can't."""

import io

import pypdfium2
import pytest
from reportlab.graphics.shapes import Circle, Group, Polygon, PolyLine
from reportlab.graphics.shapes import Rect as Box

from desktop.domain.charts.scene import HEAT, Label, Marker, Polyline, Rect, Shape, Tone
from desktop.reports.blocks import Heading
from desktop.reports.charts import ChartBlock, drawing_of, natural_height, paint_chart, paper_gauge
from desktop.reports.page import A4, Frame, render
from desktop.ui.charts.painting import colour_of
from desktop.ui.theme import LIGHT
from tests.domain.charts.samples import (
    EN,
    HOSTILE,
    ZH,
    control,
    heat,
    labels,
    pareto,
    spark,
    trend,
    weeks,
)
from tests.reports.reading import boxes_outside, fonts_of, says, squeezed, text_of

FRAME = Frame("Harbour Hotel", "Front desk", "Monthly report", "Printed", lambda n, of: f"Page {n} of {of}", "en")
PICTURES = {
    "control": control(weeks(run=(20, 21))),
    "control-zh": control(words=ZH),
    "pareto": pareto(),
    "pareto-zh": pareto([("客房 · 空调", 21), ("噪音 · 邻房", 19), ("其他", 3)], ZH),
    "hostile": pareto([(name, 9 - place) for place, name in enumerate(HOSTILE)]),
    "heat": heat(),
    "heat-zh": heat(words=ZH, shifts=(("night", "夜班"), ("day", "早班"), ("evening", "晚班"))),
    "trend": trend(),
    "spark": spark(risen=True),
}
WIDTH = 250.0


def paper(*pictures, height=0.0):
    return render(A4, [ChartBlock(picture, height) for picture in pictures], FRAME)


def laid_out(picture, width=WIDTH):
    return picture.lay_out(width, natural_height(picture, width), paper_gauge())


@pytest.mark.parametrize("name", PICTURES)
def test_every_word_of_a_chart_can_be_copied_from_the_paper(name):
    picture = PICTURES[name]
    content, copied = paper(picture), None
    copied = squeezed(text_of(content))
    for label in labels(laid_out(picture, A4.inner)):
        if name != "hostile":  # letters from right to left are copied in the order in which they are seen
            assert squeezed(label.text) in copied
    assert boxes_outside(content) == []


@pytest.mark.parametrize("name", PICTURES)
def test_every_font_of_a_chart_lies_in_the_paper(name):
    fonts = fonts_of(paper(PICTURES[name]))
    assert fonts
    assert all(fonts.values())


@pytest.mark.parametrize("name", PICTURES)
def test_screen_and_paper_draw_every_item_of_one_scene(name):
    scene = laid_out(PICTURES[name])
    shapes = [item for item in scene.items if not isinstance(item, Label)]
    drawn = drawing_of(scene).contents
    assert len(drawn) == len(shapes) > 0
    for item, shape in zip(shapes, drawn, strict=True):
        kinds = {Polyline: PolyLine, Rect: Group if getattr(item, "hatch", False) else Box}
        if isinstance(item, Marker):
            by_shape = {Shape.OPEN: Circle, Shape.FILLED: Circle, Shape.DIAMOND: Polygon, Shape.SQUARE: Box}
            assert isinstance(shape, by_shape[item.shape])
        else:
            assert isinstance(shape, kinds[type(item)])
        left, bottom, right, top = shape.getBounds()
        assert -2 <= left <= right <= scene.width + 2
        assert -2 <= bottom <= top <= scene.height + 2
        assert colour_of(item.fill if isinstance(item, Rect) else item.tone, LIGHT).isValid()


def test_bars_below_the_80_percent_line_are_hatched_on_white():
    scene = laid_out(pareto())
    bars = [shape for item, shape in zip_shapes(scene) if isinstance(item, Rect)]
    assert [isinstance(bar, Group) for bar in bars] == [False] * 6 + [True] * 2
    box, *strokes = bars[-1].contents
    assert box.fillColor.rgb() == (1, 1, 1)
    assert len(strokes) > 3
    for stroke in strokes:
        assert box.x - 0.01 <= min(stroke.x1, stroke.x2) <= max(stroke.x1, stroke.x2) <= box.x + box.width + 0.01
        assert box.y - 0.01 <= min(stroke.y1, stroke.y2) <= max(stroke.y1, stroke.y2) <= box.y + box.height + 0.01
        assert abs(stroke.x1 - stroke.x2) == pytest.approx(abs(stroke.y1 - stroke.y2))


def zip_shapes(scene):
    shapes = [item for item in scene.items if not isinstance(item, Label)]
    return list(zip(shapes, drawing_of(scene).contents, strict=True))


def test_limits_are_dashed_on_paper_and_nothing_else_is():
    dashes = {
        (item.tone, item.dashed): bool(shape.strokeDashArray)
        for item, shape in zip_shapes(laid_out(control()))
        if isinstance(item, Polyline)
    }
    assert dashes[Tone.INK3, True]
    assert not dashes[Tone.INK3, False]
    assert not dashes[Tone.ACCENT, False]


def test_dots_are_open_filled_or_a_diamond():
    scene = laid_out(control(weeks(run=(24,))), A4.inner)
    marks = [shape for item, shape in zip_shapes(scene) if isinstance(item, Marker)]
    usual, run, beyond = marks[0], marks[24], marks[25]
    assert usual.fillColor.rgb() == (1, 1, 1)
    assert usual.strokeColor.rgb() < (0.3, 0.3, 0.3)
    assert run.fillColor.rgb() < (0.3, 0.3, 0.3)
    assert isinstance(beyond, Polygon)


def test_heat_cells_are_greys_that_darken_and_all_have_an_edge():
    greys = {}
    for item, shape in zip_shapes(laid_out(heat(), A4.inner)):
        greys[item.fill] = shape.fillColor.rgb()
        assert shape.strokeColor is not None
    ordered = [greys[tone] for tone in HEAT]
    assert ordered == sorted(ordered, reverse=True)
    assert len(set(ordered)) == 6
    assert all(red == green == blue for red, green, blue in ordered)


def test_numbers_in_dark_cells_are_white_and_can_be_seen():
    content = paper(heat())
    document = pypdfium2.PdfDocument(content)
    image = document[0].render(scale=3).to_pil().convert("L")
    document.close()
    assert image.getextrema() == (0, 255)
    assert says(content, "14")


def test_a_chart_stays_in_one_piece_and_has_the_height_that_was_asked_for():
    (strip,) = ChartBlock(pareto(), 140, space=6).strips(WIDTH)
    assert (strip.height, strip.space) == (140, 6)
    (natural,) = ChartBlock(pareto()).strips(WIDTH)
    assert natural.height == natural_height(pareto(), WIDTH)


def test_charts_stand_side_by_side():
    class Two:
        def strips(self, width):
            from desktop.reports.page import Strip

            def draw(pen, x, y):
                paint_chart(pen, x, y, pareto(), WIDTH, 160)
                paint_chart(pen, x + width - WIDTH, y, heat(), WIDTH, 160)

            yield Strip(160, draw)

    content = render(A4, [Heading("By category"), Two()], FRAME)
    assert says(content, "Room · Air-con")
    assert says(content, "Evening")
    assert boxes_outside(content) == []


def test_a_chart_without_data_says_so_on_paper():
    assert says(paper(pareto([])), "Nothing to count yet")
    assert says(paper(heat([], ZH)), "还没有可统计的数据")


def test_the_same_chart_gives_the_same_bytes():
    assert paper(control(words=EN)) == paper(control(words=EN))
    assert io.BytesIO(paper(spark())).read(5) == b"%PDF-"
