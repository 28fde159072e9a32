"""What is shipped speaks of the product, not of the machine or the mirrors it was made with."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("desktop", "resources", "docs", "tests", ".ci")
TEXT = {
    "",
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".jsonl",
    ".yaml",
    ".yml",
    ".csv",
    ".svg",
    ".ts",
    ".qss",
    ".mako",
    ".ini",
}

# Put together from parts, so that this file doesn't name them itself.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
    )
]
FOLDERS = [f"/{name}/" for name in ("work", "root")]
UNWANTED = re.compile("|".join([*map(re.escape, HOSTS), *(rf"(?<![\w.}}]){re.escape(f)}" for f in FOLDERS)]))


def shipped_texts() -> list[Path]:
    """Every text file of the project, without what tools leave behind."""
    top = [p for p in ROOT.iterdir() if p.is_file() and not p.name.startswith(".git")]
    below = [p for name in SHIPPED for p in (ROOT / name).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return [p for p in top + below if p.suffix in TEXT and p.name != ".coverage"]


def unwanted_in(text: str) -> list[str]:
    """The registry hosts and folders of one machine that ``text`` names."""
    return UNWANTED.findall(text)


def test_no_file_names_a_package_registry_or_a_folder_of_one_machine() -> None:
    texts = shipped_texts()
    assert ROOT / "pyproject.toml" in texts
    found = {p.relative_to(ROOT).as_posix(): unwanted_in(p.read_text(encoding="utf-8")) for p in texts}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("unwanted", [*HOSTS, *FOLDERS])
def test_such_a_name_is_noticed(unwanted: str) -> None:
    assert unwanted_in(f"see https://{unwanted}x" if unwanted in HOSTS else f"open {unwanted}x") == [unwanted]


@pytest.mark.parametrize("fine", ["/home/work/x", "framework/rules", "https://example.com/work/1"])
def test_a_name_that_only_looks_like_it_is_fine(fine: str) -> None:
    assert unwanted_in(fine) == []
