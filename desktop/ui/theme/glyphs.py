"""The few pictures a style sheet needs as files: boxes, radios, arrows and ticks in the theme's colours.

QSS has no variables and takes pictures by path only, so the theme draws these into a folder of its own.
"""

from pathlib import Path

from desktop.ui.theme.icons import tinted_svg
from desktop.ui.theme.tokens import Tokens

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">'


def _box(edge: str, fill: str, width: float = 1.5, tick: str = "") -> str:
    inset = width / 2
    side = 16 - width
    mark = (
        f'<path d="M4.2 8.3l2.6 2.6 5-5.4" fill="none" stroke="{tick}" stroke-width="1.8" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
        if tick
        else ""
    )
    return (
        f'{_HEAD}<rect x="{inset}" y="{inset}" width="{side}" height="{side}" rx="3" '
        f'fill="{fill}" stroke="{edge}" stroke-width="{width}"/>{mark}</svg>'
    )


def _dash(fill: str, colour: str) -> str:
    return _box(fill, fill).replace(
        "</svg>", f'<path d="M4.5 8h7" stroke="{colour}" stroke-width="1.8" stroke-linecap="round"/></svg>'
    )


def _ring(edge: str, fill: str, width: float = 1.5, dot: str = "") -> str:
    mark = f'<circle cx="8" cy="8" r="3" fill="{dot}"/>' if dot else ""
    return (
        f'{_HEAD}<circle cx="8" cy="8" r="{8 - width / 2}" fill="{fill}" '
        f'stroke="{edge}" stroke-width="{width}"/>{mark}</svg>'
    )


def drawings(tokens: Tokens) -> dict[str, str]:
    """The pictures as SVG text, by the name that the style sheet uses."""
    t = tokens
    return {
        "box": _box(t.ctl, t.surface),
        "box_hover": _box(t.ink2, t.surface),
        "box_focus": _box(t.accent, t.surface, 2),
        "box_off": _box(t.line, t.sunken),
        "box_on": _box(t.accent, t.accent, tick=t.on_accent),
        "box_on_focus": _box(t.ink, t.accent, 2, tick=t.on_accent),
        "box_on_off": _box(t.line2, t.sunken, tick=t.ink3),
        "box_part": _dash(t.accent, t.on_accent),
        "ring": _ring(t.ctl, t.surface),
        "ring_hover": _ring(t.ink2, t.surface),
        "ring_focus": _ring(t.accent, t.surface, 2),
        "ring_off": _ring(t.line, t.sunken),
        "ring_on": _ring(t.accent, t.accent, dot=t.on_accent),
        "ring_on_focus": _ring(t.ink, t.accent, 2, dot=t.on_accent),
        "ring_on_off": _ring(t.line2, t.sunken, dot=t.ink3),
        "arrow_down": tinted_svg("chevron-down", t.ink3),
        "arrow_up": tinted_svg("chevron-up", t.ink3),
        "arrow_right": tinted_svg("chevron-right", t.ink3),
        "arrow_left": tinted_svg("chevron-left", t.ink3),
        "tick": tinted_svg("check", t.accent),
    }


def write_glyphs(tokens: Tokens, folder: Path) -> dict[str, str]:
    """Draws the pictures into ``folder``; returns their paths, with ``/`` as QSS wants them."""
    paths = {}
    for name, svg in drawings(tokens).items():
        file = folder / f"{name}.svg"
        file.write_text(svg, encoding="utf-8")
        paths[name] = file.as_posix()
    return paths
