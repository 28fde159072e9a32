import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.csv_text import Record, csv_line, read_csv


def rows_of(text, delimiter=","):
    return [(record.row, record.cells) for record in read_csv(text, delimiter)]


def errors_of(text):
    return [(r.row, r.error.code, r.error.params["row"]) for r in read_csv(text) if r.error]


cells = st.text(alphabet="a,\"\r\n;'\t 空=", max_size=6)
tables = st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=5))


@given(tables)
def test_what_is_written_is_read_again(table):
    kept = [tuple(row) for row in table if any(cell.strip() for cell in row)]
    assert [record.cells for record in read_csv("".join(map(csv_line, table))) if not record.error] == kept


@given(tables)
def test_what_is_written_any_other_program_reads_too(table):
    text = "".join(map(csv_line, table))
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == table


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_end_a_row(end):
    assert rows_of(f"a,b{end}1,2{end}3,4") == [(1, ("a", "b")), (2, ("1", "2")), (3, ("3", "4"))]


def test_line_ends_inside_quotes_stay_as_they_are():
    assert rows_of('a,b\r\n1,"x\r\ny\nz"\r\n') == [(1, ("a", "b")), (2, ("1", "x\r\ny\nz"))]


def test_blank_rows_are_passed_over_and_counted():
    assert [row for row, _ in rows_of("a,b\n\n , \n,\n1,2\n")] == [1, 5]


def test_a_quote_in_the_middle_of_a_cell_is_a_quote():
    assert rows_of('a,b\n5" pipe,say "hi"\n')[1] == (2, ('5" pipe', 'say "hi"'))


def test_a_row_with_too_few_or_too_many_cells_is_named():
    assert errors_of("a,b,c\n1,2\n1,2,3\n1,2,3,4\n") == [(2, "csv_ragged", 2), (4, "csv_ragged", 4)]


def open_quote_in_row_3(text="text {}"):
    rows = [["received_at", "channel", "text"], *([str(n), "phone", text.format(n)] for n in range(2, 2_001))]
    lines = [csv_line(row) for row in rows]
    lines[2] = '3,phone,"the quote begins here\r\n'
    return "".join(lines)


@pytest.mark.parametrize(
    "text",
    ["text {}", 'he said "no" {}', "two\nlines {}", ", begins with a comma {}", '"', '""'],
    ids=["plain", "quotes", "lines", "comma", "a quote", "two quotes"],
)
def test_an_open_quote_in_row_3_is_named_and_swallows_none_of_the_other_rows(text):
    records = list(read_csv(open_quote_in_row_3(text)))
    assert [(r.row, r.error.code) for r in records if r.error] == [(3, "csv_unclosed_quote")]
    assert records[2] == Record(3, ('3,phone,"the quote begins here',), records[2].error)
    assert [r.cells[0] for r in records if not r.error] == ["received_at", "2", *map(str, range(4, 2_001))]


def test_text_after_a_closing_quote_is_an_open_quote_too():
    assert errors_of('a,b\n1,"x" y\n2,z\n') == [(2, "csv_unclosed_quote", 2)]


def test_a_row_that_has_swallowed_another_is_told_from_one_with_a_missing_cell():
    assert errors_of('a,b,c\n1,"open\n2,y,z\n3"\n4,y,z\n') == [(2, "csv_unclosed_quote", 2), (4, "csv_ragged", 4)]
    assert errors_of('a,b,c\n1,"two\nlines"\n3,y,z\n') == [(2, "csv_ragged", 2)]


def test_a_thousand_open_quotes_cost_no_more_than_a_look_at_each():
    text = "a,b\n" + '1,"open\n' * 20_000
    began = time.process_time()
    assert len(errors_of(text)) == 20_000
    assert time.process_time() - began < 20
