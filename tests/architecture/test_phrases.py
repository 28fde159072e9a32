"""Every phrase of the window reaches its translators."""

import ast
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "desktop" / "ui"


def phrases_in_f_strings(source: str) -> list[int]:
    """The lines of calls of ``tr`` and ``translate`` inside f-strings: lupdate doesn't find them."""
    return [
        call.lineno
        for string in ast.walk(ast.parse(source))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("tr", "translate")
        and any(isinstance(given, ast.Constant) for given in call.args)
    ]


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: str(file.relative_to(UI)))
def test_no_phrase_stands_inside_an_f_string(file):
    assert phrases_in_f_strings(file.read_text(encoding="utf-8")) == []


def test_a_phrase_inside_an_f_string_is_found():
    assert phrases_in_f_strings("""def f(self):\n    return f"{self.tr('Open')}: {1}" """) == [2]
