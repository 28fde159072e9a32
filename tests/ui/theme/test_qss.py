import re
from dataclasses import fields

import pytest

from desktop.ui.theme.glyphs import drawings
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.qss import GLYPHS, SHEET, build_qss
from desktop.ui.theme.tokens import DARK, LIGHT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_holds_colours_of_its_theme_only(tokens):
    allowed = {str(getattr(tokens, f.name)) for f in fields(tokens)}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", build_qss(tokens, Metrics()))) - allowed == set()


def test_nothing_stays_unfilled():
    assert "$" not in build_qss(LIGHT, Metrics())


def test_every_picture_that_the_sheet_names_is_drawn():
    assert set(drawings(LIGHT)) == set(GLYPHS)
    named = set(re.findall(r'url\("\$(\w+)"\)', SHEET))
    assert named <= set(GLYPHS)


def test_a_wider_edge_takes_its_pixel_off_the_padding():
    rules = dict(re.findall(r"^(\S[^{]*?) \{([^}]*)\}", build_qss(LIGHT, Metrics()), re.MULTILINE))
    rest, focus = (
        rules["QLineEdit, QComboBox"],
        rules["QLineEdit:focus, QComboBox:focus, QComboBox:on"],
    )
    assert "padding: 0 9px" in rest
    assert "2px solid" in focus
    assert "padding: 0 8px" in focus


def test_the_sheet_grows_with_the_text():
    assert build_qss(LIGHT, Metrics(text_size=125)) != build_qss(LIGHT, Metrics())
