"""Charts on paper, in black and white (design.md 14): hatch below the 80 % line, dashes for limits, shapes for signals.

The geometry is drawn with reportlab.graphics, the words with the paper's own pen, so that every font is embedded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import assert_never

from reportlab.graphics.shapes import Circle, Drawing, Group, Polygon, PolyLine, SolidShape
from reportlab.graphics.shapes import Line as Stroke
from reportlab.graphics.shapes import Rect as Box
from reportlab.graphics.shapes import Shape as Drawn
from reportlab.lib.colors import Color

from desktop.domain.charts.scene import Gauge, Label, Marker, Picture, Polyline, Rect, Scene, Shape, TextRole, Tone
from desktop.reports.page import Strip
from desktop.reports.pen import GREY, Pen
from desktop.reports.text import Style

_STYLES = {
    TextRole.LABEL: Style(8.25, 11),
    TextRole.LABEL_STRONG: Style(8.25, 11, bold=True),
    TextRole.TEXT: Style(8.25, 11),
    TextRole.STRONG: Style(8.25, 11, bold=True),
}
_UNIT = 0.75  #: points that a pixel of the design takes

_GREYS = {  #: 0 is black, 1 white
    Tone.INK: 0.0,
    Tone.INK2: GREY,
    Tone.INK3: 0.35,
    Tone.LINE: 0.8,
    Tone.ACCENT: 0.12,
    Tone.ON_ACCENT: 1.0,
    Tone.BAND: 0.955,
    Tone.RISK: 0.0,
    Tone.MUTED: 1.0,
    Tone.SURFACE: 1.0,
    Tone.HEAT0: 1.0,
    Tone.HEAT1: 0.93,
    Tone.HEAT2: 0.83,
    Tone.HEAT3: 0.69,
    Tone.HEAT4: 0.4,
    Tone.HEAT5: 0.2,
}
_HEATS = frozenset(tone for tone in Tone if tone.startswith("heat"))
_DASH = [3.2, 2.4]
_HAIR, _CELL_EDGE = 0.5, 0.6  #: thickness of hatches, grey of a heat cell's edge
_HATCH = 3.6  #: points between two strokes
_OPEN_EDGE = 1.1


def paper_gauge() -> Gauge:
    """How large things are on paper."""
    return Gauge(
        measure=lambda text, role: _STYLES[role].width(text),
        label_line=_STYLES[TextRole.LABEL].leading,
        text_line=_STYLES[TextRole.TEXT].leading,
        unit=_UNIT,
    )


def natural_height(picture: Picture, width: float) -> float:
    """How high a chart would like to be in so many points."""
    return picture.natural_height(width, paper_gauge())


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart over the whole width, ``height`` points high (0: as high as it likes), in one piece."""

    picture: Picture
    height: float = 0
    space: float = 0

    def strips(self, width: float) -> Iterator[Strip]:
        """One strip."""
        height = self.height or natural_height(self.picture, width)
        yield Strip(
            height,
            lambda pen, x, y: paint_chart(pen, x, y, self.picture, width, height),
            space=self.space,
        )


def paint_chart(pen: Pen, x: float, y: float, picture: Picture, width: float, height: float) -> None:
    """Lays a chart out in so many points and draws it; its top left corner is at x, y."""
    paint_scene(pen, x, y, picture.lay_out(width, height, paper_gauge()))


def paint_scene(pen: Pen, x: float, y: float, scene: Scene) -> None:
    """Draws a scene: shapes first, words upon them."""
    if not scene.items:
        return
    pen.drawing(x, y, drawing_of(scene))
    for item in scene.items:
        if isinstance(item, Label):
            style = _STYLES[item.role]
            grey = Style(style.size, style.leading, style.bold, _GREYS[item.tone])
            pen.words(x + item.left, y + item.top, item.text, grey)


def drawing_of(scene: Scene) -> Drawing:
    """The scene's shapes, each as one shape or group in the scene's order; words are left to the pen."""
    drawing = Drawing(scene.width, scene.height)
    for item in scene.items:
        if not isinstance(item, Label):
            drawing.add(_shape_of(item, scene.height))
    return drawing


def _shape_of(item: Polyline | Rect | Marker, page: float) -> Drawn:
    match item:
        case Polyline():
            return _line(item, page)
        case Rect():
            return _hatched(item, page) if item.hatch else _box(item, page)
        case Marker():
            return _mark(item, page)
        case _:
            assert_never(item)


def _line(line: Polyline, page: float) -> Drawn:
    found = PolyLine([number for x, y in line.points for number in (x, page - y)])
    found.strokeColor, found.strokeWidth = _grey(line.tone), line.width
    found.strokeLineJoin = 1
    if line.dashed:
        found.strokeDashArray = _DASH
    return found


def _box(rect: Rect, page: float) -> Drawn:
    edge, thick = (_grey(rect.edge), rect.edge_width) if rect.edge is not None else (None, 0.0)
    if edge is None and rect.fill in _HEATS:  # the palest cells would not be seen
        edge, thick = _shade(_CELL_EDGE), _HAIR
    inset = thick / 2
    width, height = max(0.0, rect.width - thick), max(0.0, rect.height - thick)
    box = Box(rect.x + inset, page - rect.y - rect.height + inset, width, height)
    return _look(box, _grey(rect.fill), edge, thick)


def _hatched(rect: Rect, page: float) -> Drawn:
    """A white box with an edge and slanting strokes, each cut where the box ends."""
    group, inset, black = Group(), min(_HAIR, rect.width, rect.height) / 2, _shade(GREY)
    left, bottom = rect.x + inset, page - rect.y - rect.height + inset
    width, height = rect.width - 2 * inset, rect.height - 2 * inset
    group.add(_look(Box(left, bottom, width, height), _grey(rect.fill), black, _HAIR))
    for n in range(1, ceil((width + height) / _HATCH)):
        reach = n * _HATCH  # how far along the lower edge, or beyond its end up the right one, a stroke begins
        x1, y1 = (reach, 0.0) if reach <= width else (width, reach - width)
        x2, y2 = (0.0, reach) if reach <= height else (reach - height, height)
        stroke = Stroke(left + width - x1, bottom + y1, left + width - x2, bottom + y2)
        stroke.strokeColor, stroke.strokeWidth = black, _HAIR
        group.add(stroke)
    return group


def _mark(marker: Marker, page: float) -> Drawn:
    x, y, radius, ink = marker.x, page - marker.y, marker.radius, _grey(marker.tone)
    match marker.shape:
        case Shape.OPEN:
            return _look(Circle(x, y, radius - _OPEN_EDGE / 2), _shade(1.0), ink, _OPEN_EDGE)
        case Shape.FILLED:
            return _look(Circle(x, y, radius), ink)
        case Shape.DIAMOND:
            return _look(Polygon([x, y + radius, x + radius, y, x, y - radius, x - radius, y]), ink)
        case Shape.SQUARE:
            half = radius * 0.8
            return _look(Box(x - half, y - half, 2 * half, 2 * half), ink)
        case _:
            assert_never(marker.shape)


def _look(shape: SolidShape, fill: Color, edge: Color | None = None, thickness: float = 0.0) -> Drawn:
    shape.fillColor, shape.strokeColor, shape.strokeWidth = fill, edge, thickness
    return shape


def _grey(tone: Tone) -> Color:
    return _shade(_GREYS[tone])


def _shade(grey: float) -> Color:
    return Color(grey, grey, grey)
