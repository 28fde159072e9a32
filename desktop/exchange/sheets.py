"""XLSX sheets as rows of text, in and out. Loaded only where a sheet is asked for."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]  # it brings no type marker

from desktop.errors import UserError
from desktop.exchange.csv_text import Record
from desktop.exchange.files import LARGEST

LONGEST_CELL = 32_767  #: characters that a cell of a sheet holds
_MOST_PARTS = 2_000  #: files inside the file
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WHOLE_FLOATS = 10**15  #: below it, a float tells every whole number apart
_HALF_A_SECOND = timedelta(microseconds=500_000)


def read_sheet(data: bytes) -> Iterator[Record]:
    """The rows of the first visible sheet, numbered as there; dates come as ``2026-06-01 09:00:00``.

    Errors in the records: ``formula_cell``, ``csv_ragged`` (a cell beyond the header). Raises ``UserError``
    ``file_damaged`` for what is no sheet, ``file_too_large`` for one that swells when it is unpacked.
    """
    _check_parts(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts of a workbook that don't matter here: styles, validations
            book = openpyxl.load_workbook(BytesIO(data), read_only=True)
            sheet = next((s for s in book.worksheets if s.sheet_state == "visible"), None)
            rows = [] if sheet is None else [[_cell(cell) for cell in row] for row in sheet.iter_rows()]
            book.close()
    except Exception as error:  # the library raises whatever a damaged part leads it to
        raise UserError("file_damaged", "file") from error
    return _records(rows)


def _check_parts(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            infos = parts.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UserError("file_damaged", "file") from error
    if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > LARGEST:
        raise UserError("file_too_large", "file", limit=f"{LARGEST // 1024**2} MB")


def _records(rows: Sequence[Sequence[str | None]]) -> Iterator[Record]:
    width = 0
    for number, row in enumerate(rows, start=1):
        cells = ["" if cell is None else cell for cell in row]
        formula = any(cell is None for cell in row)
        if not formula and not any(cell.strip() for cell in cells):
            continue
        while len(cells) > width and row[len(cells) - 1] is not None and not cells[-1].strip():
            cells.pop()  # sheets are as wide as the widest thing ever done to them
        width = width or len(cells)
        error = None
        if formula:
            error = UserError("formula_cell", "row", row=number)
        elif len(cells) > width:
            error = UserError("csv_ragged", "row", row=number)
        cells += [""] * (width - len(cells))
        yield Record(number, tuple(cells), error)


def _cell(cell: Any) -> str | None:
    """A cell's text; None for a formula, whose value is not known before it is worked out."""
    value = cell.value
    if getattr(cell, "data_type", "") == "f":
        return None
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
        case int():
            return str(value)
        case float():
            whole = value.is_integer() and abs(value) < _WHOLE_FLOATS
            return str(int(value)) if whole else f"{value:.15g}"
        case datetime():
            return (value + _HALF_A_SECOND).strftime("%Y-%m-%d %H:%M:%S")
        case date() | time():
            return value.isoformat()
    return str(value)


def write_sheet(file: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[str]], folder: Path) -> None:
    """Writes one sheet of texts; what needs room on the way lies in ``folder``, beside the file.

    Raises ``UserError`` ``cell_too_long`` (``row``, ``limit``): a sheet would cut the text without a word.
    """
    options = {
        "constant_memory": True,
        "tmpdir": str(folder),
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Amends")
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(header):
            sheet.write_string(0, column, name, bold)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                # Sheets count characters beyond U+FFFF twice.
                if len(cell.encode("utf-16-le")) // 2 > LONGEST_CELL:
                    raise UserError("cell_too_long", "file", row=number + 1, limit=LONGEST_CELL)
                if cell:
                    sheet.write_string(number, column, cell)
