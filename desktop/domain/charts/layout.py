"""What the charts' layouts share: words that fit, round steps of an axis, labels that keep apart."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from desktop.domain.charts.scene import Anchor, Gauge, Item, Label, Polyline, Scene, Target, TextRole, Tone

ELLIPSIS = "…"
GRID_WIDTH = 1.0  #: pixels of the design

_FACTORS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


def fitted(text: str, role: TextRole, room: float, gauge: Gauge) -> str:
    """The text, or its beginning with ``…``; empty where not even that fits."""
    if gauge.measure(text, role) <= room:
        return text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if gauge.measure(text[:middle].rstrip() + ELLIPSIS, role) <= room:
            least = middle
        else:
            most = middle - 1
    return text[:least].rstrip() + ELLIPSIS if least else ""


def label(
    text: str,
    x: float,
    middle: float,
    gauge: Gauge,
    role: TextRole = TextRole.LABEL,
    tone: Tone = Tone.INK3,
    anchor: Anchor = "start",
) -> Label:
    """A label whose line is centred on the height ``middle``."""
    height = gauge.line(role)
    return Label(x, middle - height / 2, text, role, tone, anchor, gauge.measure(text, role), height)


def widest(texts: Sequence[str], role: TextRole, gauge: Gauge) -> float:
    """The width of the widest text; 0 without texts."""
    return max((gauge.measure(text, role) for text in texts), default=0.0)


def round_steps(most: Decimal, intervals: int, *, whole: bool) -> tuple[Decimal, ...]:
    """Round numbers from 0 to ``most`` or just above it, in at most so many intervals; ``whole``: no fractions."""
    if most <= 0:
        return Decimal(0), Decimal(1)
    magnitude = Decimal(1).scaleb((most / intervals).adjusted())
    if whole:
        magnitude = max(magnitude, Decimal(1))
    step = next(factor * magnitude for factor in _FACTORS if factor * magnitude * intervals >= most)
    count = ceil(most / step)
    return tuple(step * n for n in range(count + 1))


def every(count: int, step: float, needed: float) -> list[int]:
    """Which of ``count`` places that stand ``step`` apart get a label of width ``needed``: the last, and evenly on."""
    apart = 1
    while apart < count and apart * step < needed:
        apart += 1
    return sorted(range(count - 1, -1, -apart))


def spread(middles: Sequence[float], apart: float, top: float, bottom: float) -> list[float]:
    """Heights (ascending) moved so that neighbours are ``apart`` and all lie from ``top`` to ``bottom``."""
    placed: list[float] = []
    for middle in middles:
        placed.append(max(middle, placed[-1] + apart if placed else top))
    limit = bottom
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - apart
    return placed


def level(left: float, right: float, y: float, gauge: Gauge, tone: Tone = Tone.LINE) -> Polyline:
    """A level line of the grid."""
    return Polyline(((left, y), (right, y)), tone, gauge.px(GRID_WIDTH))


def within(left: float, width: float, middle: float, most: float) -> float:
    """Where something so wide begins that should stand around ``middle`` and lies between ``left`` and ``most``."""
    return max(left, min(middle - width / 2, most - width))


def overlap(one: Label, other: Label) -> bool:
    """Whether two labels stand on one another."""
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def empty_scene(width: float, height: float, gauge: Gauge, words: tuple[str, str, str]) -> Scene:
    """A chart without data: ``words`` are title, alt and what stands in its middle, if there is room."""
    title, alt, said = words
    text = fitted(said, TextRole.TEXT, width, gauge)
    items: tuple[Item, ...] = ()
    if text and height >= gauge.text_line:
        items = (label(text, width / 2, height / 2, gauge, TextRole.TEXT, Tone.INK3, "middle"),)
    return Scene(width, height, items, (), title, alt)


def blank(width: float, height: float, title: str, alt: str) -> Scene:
    """A chart where there is no room for it: only its words for the ear."""
    none: tuple[Target, ...] = ()
    return Scene(width, height, (), none, title, alt)
