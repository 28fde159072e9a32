"""Paints a chart's scene with the theme's colours and fonts."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.domain.charts.scene import (
    Gauge,
    Item,
    Label,
    Marker,
    Picture,
    Polyline,
    Rect,
    Scene,
    Shape,
    TextRole,
    Tone,
)
from desktop.ui.theme.metrics import Role
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens

_ROLES: dict[TextRole, tuple[Role, int]] = {
    TextRole.LABEL: ("chart", 400),
    TextRole.LABEL_STRONG: ("chart", 600),
    TextRole.TEXT: ("body", 400),
    TextRole.STRONG: ("body", 600),
}
_DASH = (4.0, 3.0)  #: logical pixels at 100 per cent
_OPEN_EDGE = 1.5
_SLACK = 2.0  #: what a label's box gives to the last letter's overhang


def gauge_of(theme: Theme) -> Gauge:
    """How large things are in a theme."""
    fonts = {role: QFontMetricsF(font_of(theme, role)) for role in TextRole}
    metrics = theme.metrics
    return Gauge(
        measure=lambda text, role: fonts[role].horizontalAdvance(text),
        label_line=metrics.role("chart").line,
        text_line=metrics.role("body").line,
        unit=metrics.text_size / 100,
    )


def font_of(theme: Theme, role: TextRole) -> QFont:
    """The font of a chart's words."""
    name, weight = _ROLES[role]
    return theme.font(name, weight)


def colour_of(tone: Tone, tokens: Tokens) -> QColor:
    """What a tone looks like in a theme."""
    match tone:
        case Tone.BAND:
            return _between(tokens.tint, tokens.surface)
        case Tone.RISK:
            return QColor(tokens.p1)
        case Tone.MUTED:
            return QColor(tokens.line2)
        case Tone.HEAT0 | Tone.HEAT1 | Tone.HEAT2 | Tone.HEAT3 | Tone.HEAT4 | Tone.HEAT5:
            return QColor(tokens.heat[int(tone[-1])])
        case _:
            return QColor(getattr(tokens, tone))


def paint_picture(painter: QPainter, rect: QRectF, picture: Picture, theme: Theme) -> None:
    """Lays a chart out in ``rect`` and paints it: for delegates, which have no widget."""
    scene = picture.lay_out(rect.width(), rect.height(), gauge_of(theme))
    painter.save()
    painter.translate(rect.topLeft())
    paint_scene(painter, scene, theme)
    painter.restore()


def paint_scene(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """Paints every item from the scene's top left corner, the lowest first."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in scene.items:
        paint_item(painter, item, theme)


def paint_item(painter: QPainter, item: Item, theme: Theme) -> None:
    """Paints one item."""
    match item:
        case Polyline():
            _paint_line(painter, item, theme)
        case Rect():
            _paint_rect(painter, item, theme.tokens)
        case Marker():
            _paint_marker(painter, item, theme)
        case Label():
            _paint_label(painter, item, theme)
        case _:
            assert_never(item)


def _paint_line(painter: QPainter, line: Polyline, theme: Theme) -> None:
    pen = QPen(colour_of(line.tone, theme.tokens), line.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.dashed:
        unit = theme.metrics.text_size / 100
        pen.setDashPattern([length * unit / line.width for length in _DASH])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in _crisp(line)]))


def _crisp(line: Polyline) -> list[tuple[float, float]]:
    """A level line on whole pixels, so that it isn't smeared over two."""
    heights = {y for _, y in line.points}
    if len(heights) > 1:
        return list(line.points)
    y = max(0.5, round(heights.pop() - 0.5) + 0.5)
    return [(x, y) for x, _ in line.points]


def _paint_rect(painter: QPainter, rect: Rect, tokens: Tokens) -> None:
    box = QRectF(rect.x, rect.y, rect.width, rect.height)
    inset = rect.edge_width / 2
    if rect.edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(colour_of(rect.edge, tokens), rect.edge_width))
        box = box.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(colour_of(rect.fill, tokens))
    if rect.radius:
        painter.drawRoundedRect(box, rect.radius, rect.radius)
        return
    # Neighbours that meet between two pixels would show a seam.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_marker(painter: QPainter, marker: Marker, theme: Theme) -> None:
    colour, centre, radius = colour_of(marker.tone, theme.tokens), QPointF(marker.x, marker.y), marker.radius
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match marker.shape:
        case Shape.FILLED:
            painter.drawEllipse(centre, radius, radius)
        case Shape.OPEN:
            edge = _OPEN_EDGE * theme.metrics.text_size / 100
            painter.setPen(QPen(colour, edge))
            painter.setBrush(colour_of(Tone.SURFACE, theme.tokens))
            painter.drawEllipse(centre, radius - edge / 2, radius - edge / 2)
        case Shape.DIAMOND:
            points = ((0, -radius), (radius, 0), (0, radius), (-radius, 0))
            painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in points]))
        case Shape.SQUARE:
            half = radius * 0.8
            painter.drawRect(QRectF(marker.x - half, marker.y - half, 2 * half, 2 * half))
        case _:
            assert_never(marker.shape)


def _paint_label(painter: QPainter, label: Label, theme: Theme) -> None:
    painter.setFont(font_of(theme, label.role))
    painter.setPen(colour_of(label.tone, theme.tokens))
    box = QRectF(label.left - _SLACK, label.top, label.width + 2 * _SLACK, label.height)
    # Never at one side: a text that runs from right to left would turn 'left' round.
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.drawText(box, int(flags), label.text)


def _between(one: str, other: str) -> QColor:
    """Half-way between two colours of the theme, opaque."""
    a, b = QColor(one), QColor(other)
    return QColor((a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2)
