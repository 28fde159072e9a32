"""A file to import, whatever its kind: rows with their numbers, and the way back for those that are refused."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from desktop.domain.texts import TEXT_LIMIT, check_text, is_blank
from desktop.errors import UserError
from desktop.exchange.acts import parse_object
from desktop.exchange.cells import harmless_as_it_is, unmarked
from desktop.exchange.columns import COLUMNS, REJECT_COLUMNS, TRAINING, Layout, find_column, recognise
from desktop.exchange.csv_text import Record, csv_line, read_csv
from desktop.exchange.decoding import decode
from desktop.exchange.files import read_file, written_beside
from desktop.exchange.flat import flatten, is_whole, unknown_in
from desktop.exchange.given import Given, Place
from desktop.exchange.reading import read_record
from desktop.exchange.records import CaseRecord
from desktop.words.lookup import find_code

CSV, XLSX, JSON_LINES = ".csv", ".xlsx", ".jsonl"
KINDS = (CSV, XLSX, JSON_LINES)
_DELIMITERS = ",;\t"
_HEADER_LINES = 20  #: how far down the header is looked for when the delimiter is guessed


def kind_of(path: Path) -> str:
    """The kind of a file by the end of its name. Raises ``UserError`` ``file_kind`` (``allowed``)."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise UserError("file_kind", "file", allowed=list(KINDS))
    return kind


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row or object as it stands in the file. ``error`` says what is wrong with its form, if anything.

    ``extra`` are values under headers that we don't know; ``raw`` is what goes into the file of rejected rows.
    """

    row: int
    values: Mapping[str, object]
    raw: Sequence[str]
    extra: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    is_practice: bool = False
    error: UserError | None = None

    def record(self, place: Place) -> CaseRecord:
        """The checked record. Raises ``UserError`` for what can't be taken."""
        if self.error is not None:
            raise self.error
        for name, value in self.extra:
            check_text(name + value, "note", TEXT_LIMIT)
        return read_record(Given(self.values, place), self.row, self.extra, whole=self.whole)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its header (none for JSON Lines) and its rows."""

    kind: str
    rows: tuple[SourceRow, ...]
    header: tuple[str, ...] = ()
    columns: tuple[str | None, ...] = field(default=())  #: what each header means; None is kept as a note


def read_source(path: Path, column_map: Mapping[str, str] | None = None) -> Source:
    """Reads a CSV, XLSX or JSON Lines file.

    Raises ``UserError`` for the file as a whole: those of ``read_file``, ``decode`` and ``recognise``, ``file_kind``,
    ``file_empty``. What is wrong with one row only stands in its ``error``.
    """
    kind, data = kind_of(path), read_file(path)
    if kind == XLSX:
        # Sheets are the rare kind, and their library takes longer to load than most log books.
        from desktop.exchange.sheets import read_sheet

        return _table(kind, read_sheet(data), column_map)
    text = decode(data)
    if is_blank(text):
        raise UserError("file_empty", "file")
    if kind == JSON_LINES:
        return Source(kind, tuple(_objects(text, column_map or {})))
    return _table(kind, read_csv(text, _delimiter(text)), column_map)


def _delimiter(text: str) -> str:
    """The sign between cells: the one with which the header reads best."""
    head = "\n".join(islice((line for line in text[:65_536].splitlines() if line.strip()), _HEADER_LINES))

    def known(delimiter: str) -> int:
        first = next(read_csv(head, delimiter), None)
        return sum(find_column(name) is not None for name in first.cells) if first else 0

    return max(_DELIMITERS, key=known)


def _table(kind: str, records: Iterable[Record], column_map: Mapping[str, str] | None) -> Source:
    rows = iter(records)
    first = next(rows, None)
    if first is None:
        raise UserError("file_empty", "file")
    if first.error is not None:
        raise first.error
    layout = recognise(first.cells, column_map)
    return Source(kind, tuple(_table_row(record, layout) for record in rows), layout.header, layout.columns)


def _table_row(record: Record, layout: Layout) -> SourceRow:
    if record.error is not None:
        return SourceRow(record.row, {}, record.cells, error=record.error)
    values: dict[str, object] = {}
    extra: list[tuple[str, str]] = []
    practice = False
    for name, header, cell in zip(layout.columns, layout.header, record.cells, strict=True):
        text = unmarked(cell)
        if name == TRAINING and find_code("yes_no", cell) is not None:
            practice = find_code("yes_no", cell) == "yes"
        elif name in REJECT_COLUMNS:
            continue
        elif name is None or name == TRAINING:
            if not is_blank(text):
                extra.append((header.strip(), text))
        elif cell:
            values[name] = text
    return SourceRow(record.row, values, record.cells, tuple(extra), is_practice=practice)


def _objects(text: str, column_map: Mapping[str, str]) -> Iterator[SourceRow]:
    for row, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            data = parse_object(line)
        except UserError as error:
            yield SourceRow(row, {}, (line,), error=error)
            continue
        mapped = {column_map.get(name, name): value for name, value in data.items()}
        flat, whole = flatten(mapped), is_whole(mapped)
        extra = () if whole else unknown_in(flat, COLUMNS)
        yield SourceRow(row, flat, (line,), extra, whole=whole, is_practice=mapped.get(TRAINING) is True)


def write_rejects(path: Path, source: Source, rejects: Sequence[tuple[SourceRow, str]]) -> None:
    """Writes refused rows with their numbers and reasons, so that they can be put right and imported from there.

    As JSON Lines where they came from there, else as a sheet where ``path`` says so, else as CSV. Raises
    ``file_unwritable``.
    """
    if source.kind == JSON_LINES:
        lines = (json.dumps(_rejected_object(row, reason), ensure_ascii=False) + "\n" for row, reason in rejects)
        _write(path, "utf-8", lines)
        return
    header = (*REJECT_COLUMNS, *source.header)
    rows = [(str(row.row), reason, *map(harmless_as_it_is, row.raw)) for row, reason in rejects]
    if path.suffix.lower() == XLSX:
        from desktop.exchange.sheets import write_sheet

        with written_beside(path) as file:
            write_sheet(file, header, rows, path.parent)
        return
    _write(path, "utf-8-sig", (csv_line(cells) for cells in (header, *rows)))


def _rejected_object(row: SourceRow, reason: str) -> dict[str, object]:
    line = row.raw[0]
    try:
        data = dict(parse_object(line))
    except UserError:
        data = {"line": line}
    return {"row": row.row, "reason": reason, **{k: v for k, v in data.items() if k not in REJECT_COLUMNS}}


def _write(path: Path, encoding: str, lines: Iterable[str]) -> None:
    with written_beside(path) as file:
        file.write("".encode(encoding))
        for line in lines:
            # What was refused for a lone surrogate is written as it came: escaped.
            file.write(line.encode(encoding.removesuffix("-sig"), "backslashreplace"))
