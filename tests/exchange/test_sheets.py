import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.exchange.sheets import LONGEST_CELL, read_sheet, write_sheet


def sheet(*rows: list[object]) -> bytes:
    """A sheet as another program writes it."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [record.cells for record in read_sheet(data)]


def errors(data: bytes) -> list[tuple[int, str]]:
    return [(record.row, record.error.code) for record in read_sheet(data) if record.error]


storable = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, {*range(32)} - {9, 10, 13}))),
    max_size=20,
) | st.text(alphabet="'=_x0D5Fa\r\n", max_size=12)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(storable, min_size=1, max_size=20))
def test_every_text_that_we_store_comes_back(tmp_path: Path, texts: list[str]) -> None:
    file = io.BytesIO()
    write_sheet(file, ["n", "text"], [(str(n), text) for n, text in enumerate(texts)], tmp_path)
    assert cells(file.getvalue())[1:] == [(str(n), text) for n, text in enumerate(texts)]
    assert list(tmp_path.iterdir()) == []


def test_numbers_and_dates_come_as_people_wrote_them():
    row = [
        1208,
        128.5,
        0.1 + 0.2,
        13800138000,
        4.0,
        True,
        False,
        datetime(2026, 6, 1, 9, tzinfo=UTC).replace(tzinfo=None),
        "x",
        None,
    ]
    [_, read] = cells(sheet(["h"] * 10, row))
    assert read == ("1208", "128.5", "0.3", "13800138000", "4", "yes", "no", "2026-06-01 09:00:00", "x", "")


def test_a_formula_is_named_and_never_worked_out():
    assert errors(sheet(["a", "b"], ["1", "=1+1"], ["2", "3"])) == [(2, "formula_cell")]


def test_a_cell_beyond_the_header_is_named_and_blank_rows_are_passed_over():
    data = sheet(["a", "b"], ["1"], [None], ["1", "2", " "], ["1", "2", "3"])
    assert cells(data) == [("a", "b"), ("1", ""), ("1", "2"), ("1", "2", "3")]
    assert errors(data) == [(5, "csv_ragged")]


def test_a_text_that_a_cell_would_cut_is_refused(tmp_path):
    write_sheet(io.BytesIO(), ["t"], [("x" * LONGEST_CELL,)], tmp_path)
    for long in ("x" * (LONGEST_CELL + 1), "\U0001f621" * (LONGEST_CELL // 2 + 1)):
        with pytest.raises(UserError, match="cell_too_long"):
            write_sheet(io.BytesIO(), ["t"], [(long,)], tmp_path)


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for part in range(3_000):
            parts.writestr(f"xl/{part}.xml", "")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_damaged"),
        (b"text,channel\r\n", "file_damaged"),
        (sheet(["a"])[:-200], "file_damaged"),
        (bomb(), "file_too_large"),
    ],
    ids=["nothing", "a table", "cut off", "too many parts"],
)
def test_what_is_no_sheet_is_refused(data, code):
    with pytest.raises(UserError) as refusal:
        list(read_sheet(data))
    assert refusal.value.code == code


def test_a_zip_of_something_else_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("letter.txt", "hello")
    with pytest.raises(UserError, match="file_damaged"):
        list(read_sheet(file.getvalue()))
