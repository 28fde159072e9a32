import re
from dataclasses import fields
from pathlib import Path

import pytest

from desktop.ui.theme.qss import SHEET
from desktop.ui.theme.tokens import DARK, LIGHT, Tokens, high_contrast

UI = Path(__file__).parents[3] / "desktop" / "ui"
COLOURS = [f.name for f in fields(Tokens) if f.name not in ("dark", "heat")]
GROUNDS = ("canvas", "surface", "hover", "sunken", "tint")
TEXTS = ("ink", "ink2", "ink3", "accent", "p1", "p2", "p3", "p4")
OWN_GROUNDS = (
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_accent", "accent_pressed"), ("on_p1", "p1"),
    ("p1", "p1_tint"), ("p2", "p2_tint"), ("p3", "p3_tint"), ("ink", "p1_tint"), ("ink", "p2_tint"),
    ("ink2", "p2_tint"), ("surface", "ink"),
)  # fmt: skip
#: Drawn by the conversation (evidence words) and by Insights (heat map).
OF_SINGLE_SCREENS = {"p3_tint"}


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.1."""

    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour[1:3]) + 0.7152 * linear(colour[3:5]) + 0.0722 * linear(colour[5:7])


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


themes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@themes
@pytest.mark.parametrize(("text", "ground"), OWN_GROUNDS)
def test_text_can_be_read_on_the_ground_made_for_it(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@themes
@pytest.mark.parametrize("ground", ["surface", "canvas"])
@pytest.mark.parametrize("mark", ["ctl", "bar", "accent", "p1", "p2", "p3", "p4", "ink"])
def test_edges_and_marks_stand_out(tokens, mark, ground):
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3


@themes
def test_heat_cells_keep_their_number_readable(tokens):
    assert all(contrast(tokens.ink, tokens.heat[level]) >= 4.5 for level in range(4))
    assert all(contrast(tokens.on_accent, tokens.heat[level]) >= 4.5 for level in (4, 5))


@themes
def test_every_colour_is_written_in_full(tokens):
    colours = [getattr(tokens, name) for name in COLOURS] + list(tokens.heat)
    assert [c for c in colours if not re.fullmatch(r"#[0-9A-F]{6}", c)] == []


def test_every_token_is_used():
    code = "".join(f.read_text(encoding="utf-8") for f in UI.rglob("*.py") if f.name not in ("tokens.py", "palette.py"))
    used = set(re.findall(r"\.(\w+)", code)) | set(re.findall(r"\"(\w+)\"", code)) | set(re.findall(r"\$(\w+)", SHEET))
    assert set(COLOURS) - used - OF_SINGLE_SCREENS == set()


def test_no_colour_is_written_outside_the_tokens():
    strays = [
        f"{file.name}: {found}"
        for folder in ("theme", "widgets", "marks")
        for file in (UI / folder).glob("*.py")
        if file.name != "tokens.py"
        for found in re.findall(r"#[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8"))
    ]
    assert strays == []


def test_high_contrast_shows_the_systems_own_colours_only():
    system = {
        "window": "#000000",
        "text": "#FFFFFF",
        "disabled": "#3FF23F",
        "highlight": "#1AEBFF",
        "on_highlight": "#000000",
    }
    tokens = high_contrast(system, dark=True)
    shown = {getattr(tokens, name) for name in COLOURS} | set(tokens.heat)
    assert shown == set(system.values())
