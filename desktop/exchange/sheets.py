"""XLSX sheets: read as rows of text, written with texts, real numbers and real dates. Loaded only where asked for."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]  # it brings no type marker
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]  # as above

from desktop.errors import UserError
from desktop.exchange.csv_text import Record
from desktop.exchange.files import LARGEST
from desktop.exchange.tables import Cell, Sheet

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
    """Writes one sheet of texts, as ``write_book`` does. Raises ``UserError`` ``cell_too_long``."""
    write_book(file, [Sheet("Amends", header, rows)], folder)


def write_book(file: BinaryIO, sheets: Iterable[Sheet], folder: Path, created: datetime | None = None) -> None:
    """Writes the sheets of a workbook; what needs room on the way lies in ``folder``, beside the file.

    ``created`` is what the file says of its own age. No text becomes a formula, a number or a link. Raises
    ``OSError`` and ``UserError`` ``cell_too_long`` (``row``, ``limit``): a sheet would cut the text without a word.
    """
    with TemporaryDirectory(prefix=".amends-", dir=folder, ignore_cleanup_errors=True) as scratch:
        lent = _Lent(file)
        options = {
            "constant_memory": True,
            "tmpdir": scratch,
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        }
        book = xlsxwriter.Workbook(lent, options)
        try:
            _fill(book, sheets, created)
            book.close()
        except FileCreateError as error:
            _abandon(book, lent)
            raise error.args[0] from error  # the OSError that the library wraps
        except BaseException:
            _abandon(book, lent)
            raise


class _Lent:
    """A file as the library sees it. Taken back, it swallows what the library's destructors still write."""

    def __init__(self, file: BinaryIO) -> None:
        self._file: BinaryIO | None = file

    def take_back(self) -> None:
        self._file = None

    def write(self, data: bytes) -> int:
        return len(data) if self._file is None else self._file.write(data)

    def seek(self, place: int) -> int:
        return place if self._file is None else self._file.seek(place)

    def tell(self) -> int:
        return 0 if self._file is None else self._file.tell()

    def flush(self) -> None:
        if self._file is not None:
            self._file.flush()


def _abandon(book: Any, lent: _Lent) -> None:
    """Closes what the library leaves open when it fails."""
    lent.take_back()
    for sheet in book.worksheets():
        for left in (sheet.row_data_fh, sheet.fh):
            if left is not None:
                with suppress(OSError):
                    left.close()


def _fill(book: Any, sheets: Iterable[Sheet], created: datetime | None) -> None:
    book.set_properties({"author": "", "comments": "", **({"created": created} if created else {})})
    bold = book.add_format({"bold": True})
    looks = _Looks(book)
    for table in sheets:
        sheet = book.add_worksheet(table.title)
        sheet.freeze_panes(1, 0)
        for column, width in enumerate(table.widths):
            sheet.set_column(column, column, width)
        for column, name in enumerate(table.header):
            sheet.write_string(0, column, name, bold)
        for number, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row):
                _write(sheet, number, column, _short(cell) if table.cut else cell, looks)


class _Looks:
    """Formats of numbers and dates, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def of(self, cell: int | Decimal | date) -> Any:
        """As many decimals as a figure was rounded to; the seconds of a moment only where it has some."""
        match cell:
            case datetime():
                look = "yyyy-mm-dd hh:mm:ss" if cell.second else "yyyy-mm-dd hh:mm"
            case date():
                look = "yyyy-mm-dd"
            case _:
                places = _places(cell)
                look = "#,##0" + ("." + "0" * places if places else "")
        if look not in self._made:
            self._made[look] = self._book.add_format({"num_format": look})
        return self._made[look]


def _places(number: int | Decimal) -> int:
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _write(sheet: Any, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    match cell:
        case None | "":
            return
        case str():
            if _units(cell) > LONGEST_CELL:
                raise UserError("cell_too_long", "file", row=row + 1, limit=LONGEST_CELL)
            sheet.write_string(row, column, cell)
        case date():
            sheet.write_datetime(row, column, cell, looks.of(cell))
        case _:
            sheet.write_number(row, column, cell, looks.of(cell))


def _units(text: str) -> int:
    """A text's length as sheets count it: characters beyond U+FFFF twice."""
    return len(text.encode("utf-16-le")) // 2


def _short(cell: Cell) -> Cell:
    if not isinstance(cell, str) or _units(cell) <= LONGEST_CELL:
        return cell
    return cell.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"
