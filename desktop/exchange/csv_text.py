"""CSV, read strictly and with positions: what is wrong is said with its row, and spoils no other row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.errors import UserError

_LINE_END = re.compile(r"\r\n|\n|\r")
_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]|^\s|\s$')


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number as spreadsheets count (the first row is 1), its cells, and what is wrong with it.

    Where the quotes are wrong, ``cells`` hold the line as it stands, in one piece.
    """

    row: int
    cells: tuple[str, ...]
    error: UserError | None = None


def read_csv(text: str, delimiter: str = ",") -> Iterator[Record]:
    """Every row that is not blank. A quote that is not closed costs its own line only: reading goes on with the next.

    Errors in the records: ``csv_unclosed_quote`` (``row`` where the quote opened), ``csv_ragged`` (more or fewer cells
    than the first row, which is the header).
    """
    quoted = re.compile(rf'"([^"]*+(?:""[^"]*+)*+)"(?=[{delimiter}\r\n]|\Z)')
    bare = re.compile(rf"[^{delimiter}\r\n]*+")
    position, row, width = 0, 0, 0
    while position < len(text):
        row += 1
        cells, end = _read_cells(text, position, delimiter, quoted, bare)
        if cells is not None and width and _swallows_rows(cells, width, delimiter):
            cells = None
        if cells is None:
            line_end = _LINE_END.search(text, position)
            line, position = (
                (text[position:], len(text))
                if line_end is None
                else (text[position : line_end.start()], line_end.end())
            )
            yield Record(row, (line,), UserError("csv_unclosed_quote", "row", row=row))
            continue
        position = end
        if any(cell.strip() for cell in cells):
            width = width or len(cells)
            ragged = len(cells) != width
            yield Record(row, tuple(cells), UserError("csv_ragged", "row", row=row) if ragged else None)


def _read_cells(
    text: str, position: int, delimiter: str, quoted: re.Pattern[str], bare: re.Pattern[str]
) -> tuple[list[str] | None, int]:
    """The cells of the row that begins at ``position`` and the place behind it; None where a quote is not closed."""
    cells: list[str] = []
    while True:
        if text.startswith('"', position):
            match = quoted.match(text, position)
            if match is None:
                return None, position
            cells.append(match[1].replace('""', '"'))
        else:
            match = bare.match(text, position)
            assert match is not None  # it matches nothing, too
            cells.append(match[0])
        position = match.end()
        if not text.startswith(delimiter, position):
            break
        position += 1
    line_end = _LINE_END.match(text, position)
    return cells, position if line_end is None else line_end.end()


def _swallows_rows(cells: Sequence[str], width: int, delimiter: str) -> bool:
    """Whether a row with the wrong number of cells holds whole rows in one of them: then a quote was left open."""
    if len(cells) == width or width < 3:
        return False
    lines = (line for cell in cells for line in _LINE_END.split(cell)[1:])
    return any(line.count(delimiter) >= width - 1 for line in lines)


def csv_line(cells: Sequence[str]) -> str:
    """One row for a file, with its line end; what reads it gives the same cells."""
    return ",".join(_quoted(cell) for cell in cells) + "\r\n"


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
