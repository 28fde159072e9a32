"""Who may import whom: the contracts of pyproject.toml hold here, and they would notice if they didn't."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: Imports that the house forbids, each in a module of its own.
FORBIDDEN = [
    ("desktop.domain.asks_services", "desktop.services"),
    ("desktop.domain.asks_the_database", "sqlalchemy"),
    ("desktop.domain.reads_files", "pathlib"),
    ("desktop.models.asks_services", "desktop.services"),
    ("desktop.exchange.asks_services", "desktop.services"),
    ("desktop.services.asks_windows", "desktop.ui"),
    ("desktop.services.draws", "PySide6"),
    ("desktop.cli.draws", "PySide6"),
    ("desktop.cli.asks_windows", "desktop.ui"),
    ("desktop.ui.asks_the_database", "sqlalchemy"),
    ("desktop.ui.asks_models", "desktop.models"),
    ("desktop.ui.queue.asks_another_screen", "desktop.ui.intake"),
    ("desktop.ui.widgets.asks_a_screen", "desktop.ui.queue"),
    ("desktop.words.draws", "PySide6"),
    ("desktop.reports.draws_on_screen", "PySide6"),
    ("desktop.reports.asks_the_database", "sqlalchemy"),
    ("desktop.guides.draws", "PySide6"),
    ("desktop.guides.asks_services", "desktop.services"),
    ("desktop.guides.asks_the_database", "desktop.models"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Checks the contracts of the package ``desktop`` in ``folder``."""
    script = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_logo=True, no_cache=True))"
    return subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A tree with the rooms that the contracts name, each empty, under the real contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    rooms = {
        f"{container}.{room.strip(' ()')}".removeprefix("desktop.")
        for c in contracts
        for container in c.get("containers", [])
        for layer in c.get("layers", [])
        for room in layer.split("|")
    }
    named = {m for c in contracts for key in ("source_modules", "forbidden_modules") for m in c.get(key, [])}
    rooms |= {m.removeprefix("desktop.") for m in named if m.startswith("desktop.")}
    for room in rooms:
        (tmp_path / "desktop" / room.replace(".", "/")).mkdir(parents=True, exist_ok=True)
    for folder in [tmp_path / "desktop", *(tmp_path / "desktop").rglob("*/")]:
        (folder / "__init__.py").touch()
    return tmp_path


def test_every_module_imports_only_what_its_room_may() -> None:
    checked = lint(ROOT)
    assert checked.returncode == 0, checked.stdout


def test_empty_rooms_break_no_contract(small_house: Path) -> None:
    checked = lint(small_house)
    assert checked.returncode == 0, checked.stdout


def test_every_forbidden_import_is_noticed(small_house: Path) -> None:
    for importer, imported in FORBIDDEN:
        Path(small_house, *importer.split(".")).with_suffix(".py").write_text(f"import {imported}\n")
    checked = lint(small_house)
    report = " ".join(checked.stdout.split())
    assert checked.returncode == 1
    assert [f"{a} -> {b}" for a, b in FORBIDDEN if f"{a} -> {b} (l.1)" not in report] == []
