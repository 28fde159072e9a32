"""Files and functions stay short enough to be read at one go."""

import ast
from pathlib import Path

DESKTOP = Path(__file__).parents[2] / "desktop"
GENERATED = DESKTOP / "models" / "migrations" / "versions"  #: by Alembic: one long list of tables and columns
LONGEST_FILE = 400  #: lines
LONGEST_FUNCTION = 80  #: lines, with its docstring


def written_files() -> list[Path]:
    """The modules that people write and read."""
    return [p for p in DESKTOP.rglob("*.py") if GENERATED not in p.parents]


def long_functions(source: str) -> list[tuple[str, int]]:
    """Functions with more than ``LONGEST_FUNCTION`` lines: name and length."""
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    sized = [(f.name, (f.end_lineno or f.lineno) - f.lineno + 1) for f in functions]
    return [(name, lines) for name, lines in sized if lines > LONGEST_FUNCTION]


def test_no_file_is_too_long_to_read() -> None:
    sizes = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in written_files()}
    assert sizes, "nothing was looked at"
    assert [f"{p.relative_to(DESKTOP)}: {n} lines" for p, n in sizes.items() if n > LONGEST_FILE] == []


def test_no_function_is_too_long_to_read() -> None:
    found = {p.relative_to(DESKTOP): long_functions(p.read_text(encoding="utf-8")) for p in written_files()}
    assert [f"{p}: {name} has {lines} lines" for p, long in found.items() for name, lines in long] == []


def test_a_long_function_is_noticed() -> None:
    body = "    x = 1\n" * LONGEST_FUNCTION
    assert long_functions(f"def long():\n{body}\nasync def short():\n    pass\n") == [("long", LONGEST_FUNCTION + 1)]
