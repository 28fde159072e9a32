"""What a chart consists of once it is laid out: lines, shapes and words with a place and a meaning, but no colour.

Lengths are logical pixels on screen and points on paper, from the top left corner downwards. A tone says what a thing
means; each painter knows how it shows that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Literal, Protocol

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


class Tone(StrEnum):
    """What a thing means. Heat tones are levels from 0 (least) to 5."""

    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    LINE = "line"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"  #: words on a dark ground
    BAND = "band"
    RISK = "risk"
    MUTED = "muted"
    SURFACE = "surface"
    HEAT0 = "heat0"
    HEAT1 = "heat1"
    HEAT2 = "heat2"
    HEAT3 = "heat3"
    HEAT4 = "heat4"
    HEAT5 = "heat5"


HEAT = (Tone.HEAT0, Tone.HEAT1, Tone.HEAT2, Tone.HEAT3, Tone.HEAT4, Tone.HEAT5)


class TextRole(StrEnum):
    """How words look: what stands at axes, what stands in rows, and both in bold."""

    LABEL = "label"
    LABEL_STRONG = "label_strong"
    TEXT = "text"
    STRONG = "strong"


class Shape(Enum):
    """Marks that differ without colour (design.md 14)."""

    OPEN = "circle-open"  #: as usual
    FILLED = "circle-filled"  #: part of a run on one side of the usual
    DIAMOND = "diamond"  #: beyond a limit
    SQUARE = "square"  #: a second kind of figure


Measure = Callable[[str, TextRole], float]  #: how wide a line of text is


@dataclass(frozen=True, slots=True)
class Gauge:
    """How large things are where the chart is shown. ``unit`` is what a pixel of the design is there."""

    measure: Measure
    label_line: float  #: height of a line of the label roles
    text_line: float  #: height of a line of the text roles
    unit: float = 1.0

    def px(self, pixels: float) -> float:
        """A length of the design."""
        return pixels * self.unit

    def line(self, role: TextRole) -> float:
        """The height of a line of words."""
        return self.label_line if role in (TextRole.LABEL, TextRole.LABEL_STRONG) else self.text_line


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through points; dashed for limits and borders."""

    points: tuple[Point, ...]
    tone: Tone
    width: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle. Its edge lies inside; ``hatch``: where there is no colour, lines say that it counts less."""

    x: float
    y: float
    width: float
    height: float
    fill: Tone
    edge: Tone | None = None
    edge_width: float = 0.0
    hatch: bool = False
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark around a point; ``radius`` reaches to its farthest part."""

    x: float
    y: float
    radius: float
    shape: Shape
    tone: Tone


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words: ``width`` is what they measure, ``x`` their start, middle or end as ``anchor`` says."""

    x: float
    top: float
    text: str
    role: TextRole
    tone: Tone
    anchor: Anchor
    width: float
    height: float

    @property
    def left(self) -> float:
        """Where the words begin."""
        return self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]


Item = Polyline | Rect | Marker | Label


@dataclass(frozen=True, slots=True)
class Hit:
    """What a click on a part means: its kind and key, as for the cases behind a figure. ``tip`` says it in words."""

    kind: str
    key: str
    tip: str


@dataclass(frozen=True, slots=True)
class Target:
    """The area of a hit."""

    hit: Hit
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A chart laid out: items from the lowest to the uppermost, targets in reading order, and its words for the ear."""

    width: float
    height: float
    items: tuple[Item, ...]
    targets: tuple[Target, ...]
    title: str
    alt: str


class Picture(Protocol):
    """A chart that can be laid out for any size."""

    @property
    def title(self) -> str:
        """What it shows, in a few words."""

    @property
    def alt(self) -> str:
        """What it shows in sentences with the figures, for screen readers."""

    def natural_height(self, width: float, gauge: Gauge) -> float:
        """How high it would like to be in this width."""

    def lay_out(self, width: float, height: float, gauge: Gauge) -> Scene:
        """Itself in this room. Nothing stands outside; words are shortened or left out where there is no room."""
