"""Rows are as high as their cells, cells stay within their columns, and tall rows go on over pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.page import Strip, paginate
from desktop.reports.pen import Pen
from desktop.reports.tables import Cell, Column, Table, facts
from desktop.reports.text import Line, Style

COLUMNS = (Column("When", points=60), Column("What", share=2), Column("By", share=1, align="right"))
WIDTH = 400.0
GAP = 10.0


@dataclass
class Seen:
    """Notes what a pen is asked to draw."""

    lines: list[tuple[float, float, float, str]] = field(default_factory=list)

    def line(self, x: float, top: float, line: Line, style: Style) -> None:
        """Left, top, right, text."""
        self.lines.append((x, top, x + line.width * style.size, line.text))

    def rule(self, *_args: object) -> None:
        """Rules clip nothing."""


def drawn(strip: Strip) -> list[tuple[float, float, float, str]]:
    """The lines that a strip draws at the origin."""
    seen = Seen()
    strip.paint(cast("Pen", seen), 0, 0)
    return seen.lines


def edges() -> Iterator[tuple[float, float]]:
    """Left and right end of each column."""
    left, shared = 0.0, WIDTH - 60 - 2 * GAP
    for width in (60, shared * 2 / 3, shared / 3):
        yield left, left + width
        left += width + GAP


@given(st.lists(st.tuples(*[st.text(max_size=300)] * 3), max_size=4))
def test_no_cell_is_ever_clipped(rows: list[tuple[str, str, str]]) -> None:
    places = list(edges())
    for strip in Table(COLUMNS, rows).strips(WIDTH):
        for left, top, right, _text in drawn(strip):
            assert top >= 0
            assert top + 11 <= strip.height + 0.01
            assert any(left >= begin - 0.02 and right <= end + 8 for begin, end in places)


def test_every_word_of_a_tall_row_is_drawn_over_many_strips() -> None:
    text = " ".join(f"word{n}" for n in range(2000))
    _header, *parts = Table(COLUMNS, [("1", text, "x")]).strips(WIDTH)
    assert len(parts) > 100
    assert " ".join(t for part in parts for *_, t in drawn(part) if t not in ("1", "x")) == text
    assert len(paginate(parts, 300)) > 3


def test_a_table_over_pages_has_its_header_on_each() -> None:
    strips = list(Table(COLUMNS, [(str(n), "a", "b") for n in range(100)]).strips(WIDTH))
    pages = paginate(strips, 200)
    assert len(pages) > 5
    assert all([t for *_, t in drawn(page[0][1])] == ["When", "What", "By"] for page in pages)
    placed = [t for page in pages for _, strip in page[1:] for *_, t in drawn(strip)]
    assert [t for t in placed if t.isdigit()] == [str(n) for n in range(100)]


def test_a_total_never_stands_alone_on_a_page() -> None:
    for height in range(100, 260, 3):
        strips = Table(COLUMNS, [(str(n), "a", "b") for n in range(30)], total=("all", "", "30")).strips(WIDTH)
        last = paginate(strips, height)[-1]
        assert [t for _, strip in last for *_, t in drawn(strip)][-4:] != ["When", "What", "By", "all"]
        assert "29" in [t for _, strip in last for *_, t in drawn(strip)]


def test_pairs_without_a_value_are_left_out() -> None:
    table = facts([("Room", "1208"), ("Phone", ""), ("Guest", Cell("Tan"))], across=2)
    assert len(table.rows) == 1
    assert [cell.text if isinstance(cell, Cell) else cell for cell in table.rows[0]] == ["Room", "1208", "Guest", "Tan"]
