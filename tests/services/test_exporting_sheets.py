"""Exported cases as a workbook: real numbers and dates, columns explained, and import reads it as before."""

import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.exchange.columns import COLUMNS
from desktop.services.desk import Desk
from desktop.words import load_words
from tests.support.acts import MILD, Story
from tests.support.disks import fill, small_disk
from tests.support.exchanging import LEAST, export_file, import_file, read_table, write_csv
from tests.support.staffed import DeskMaker

ROW = LEAST | {
    "received_at": "2026-06-01 09:00:30",
    "severity": "3",
    "emotion": "0",
    "compensation": "128.50",
    "satisfaction": "4",
    "recommend": "10",
    "room": "1208",
    "phone": "13800138000",
    "place": "=cmd|' /C calc'!A0",
    "external_id": "0012",
    "state": "closed",
    "responded_at": "2026-06-01 09:05",
    "resolved_at": "2026-06-01 10:00",
    "closed_at": "2026-06-02 10:00",
}


def first_case(path: Path) -> dict[str, Any]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    names = [cell.value for cell in sheet[1]]
    return dict(zip(names, sheet[2], strict=True))


def test_numbers_and_dates_are_real_and_everything_else_is_text(desk: Desk, tmp_path: Path) -> None:
    assert import_file(desk, write_csv(tmp_path / "log.csv", [ROW])).problems == ()
    cells = first_case(export_file(desk, tmp_path / "out.xlsx"))
    assert {
        name: cells[name].value for name in ("severity", "emotion", "compensation", "satisfaction", "recommend")
    } == {
        "severity": 3,
        "emotion": 0,
        "compensation": 128.5,
        "satisfaction": 4,
        "recommend": 10,
    }
    assert cells["compensation"].number_format == "#,##0.00"
    times = {name: cell.value for name, cell in cells.items() if cell.is_date}
    assert times == {
        "received_at": datetime(2026, 6, 1, 9, 0, 30),  # noqa: DTZ001 (sheets know no zones)
        "responded_at": datetime(2026, 6, 1, 9, 5),  # noqa: DTZ001
        "resolved_at": datetime(2026, 6, 1, 10),  # noqa: DTZ001
        "closed_at": datetime(2026, 6, 2, 10),  # noqa: DTZ001
    }
    assert (cells["room"].value, cells["phone"].value, cells["external_id"].value) == ("1208", "13800138000", "0012")
    assert (cells["place"].value, cells["place"].data_type) == ("'" + str(ROW["place"]), "s")
    assert (cells["reopened_at"].value, cells["flags"].value) == (None, None)


def test_every_column_is_explained_in_both_languages(desk: Desk, tmp_path: Path) -> None:
    import_file(desk, write_csv(tmp_path / "log.csv", [LEAST]))
    cases, columns = openpyxl.load_workbook(export_file(desk, tmp_path / "out.xlsx")).worksheets
    rows = list(columns.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [cell.value for cell in cases[1]] == [*COLUMNS, "training"]
    assert [row[3] for row in rows[:-1]] == list(COLUMNS.values())
    assert all(row[1].endswith(".") and row[4].endswith("。") for row in rows)
    codes = {row[0]: (row[2], row[5]) for row in rows}
    assert codes["outcome"] == (
        "upheld = Upheld, partly = Partly upheld, not = Not upheld",
        "upheld = 成立、partly = 部分成立、not = 不成立",
    )
    assert codes["lesson"] == (None, None)
    assert set(load_words(Language.EN).codes("export_column")) == {*COLUMNS, "training"}


def test_an_hour_that_the_clock_shows_twice_comes_back_as_the_one_that_it_was(
    make_desk: DeskMaker, tmp_path: Path
) -> None:
    here, there = make_desk(zone="Europe/Berlin"), make_desk(zone="Europe/Berlin")
    story = Story(here, at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))  # 02:30, an hour before 02:30
    for _ in range(2):
        story.open()
        story.wait(hours=1)
    path = export_file(here, tmp_path / "out.xlsx")
    assert import_file(there, path).problems == ()
    times = [row["received_at"] for row in read_table(export_file(there, tmp_path / "again.csv"))]
    assert times == ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]


@pytest.mark.parametrize("amount", ["0.01", "0.10", "99999999.99", "1000000.00"])
def test_sums_and_seconds_survive_the_way_through_a_sheet(make_desk: DeskMaker, tmp_path: Path, amount: str) -> None:
    here, there = make_desk(), make_desk()
    begun = datetime(2026, 5, 31, 12, tzinfo=UTC)
    rows = [ROW | {"received_at": (begun - timedelta(seconds=n)).isoformat(), "external_id": str(n)} for n in range(61)]
    assert import_file(here, write_csv(tmp_path / "log.csv", [row | {"compensation": amount} for row in rows])).imported
    path = export_file(here, tmp_path / "out.xlsx")
    assert import_file(there, path).problems == ()
    first, again = (read_table(export_file(desk, tmp_path / "out.csv")) for desk in (here, there))
    assert first == again
    assert {row["compensation"] for row in first} == {amount}


def test_an_analysts_sheet_names_no_guest_in_any_cell(story: Story, tmp_path: Path) -> None:
    guest = {"name": "陈薇玲", "honorific": "ms", "phone": "+44 7700 900123", "email": "chen@example.com"}
    number = story.open(guest=guest, room="1208", on_behalf_of="her mother")
    story.act("settle", number, remedies=[{"kind": "waive", "amount": "20"}], **MILD)
    path = export_file(story.desk, tmp_path / "out.xlsx", by="ana")
    cells = [
        cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row
    ]
    secrets = ("陈薇玲", "900123", "chen@example.com", "her mother")
    assert [cell for cell in cells if isinstance(cell, str) and any(secret in cell for secret in secrets)] == []
    with zipfile.ZipFile(path) as parts:
        everything = "".join(parts.read(name).decode() for name in parts.namelist())
    assert [secret for secret in secrets if secret in everything] == []
    named = first_case(export_file(story.desk, tmp_path / "named.xlsx"))
    assert (named["guest"].value, named["phone"].value) == ("陈薇玲", "'+44 7700 900123")


def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_left_on_it(desk: Desk, tmp_path: Path) -> None:
    import_file(desk, write_csv(tmp_path / "log.csv", (LEAST | {"room": str(n)} for n in range(50))))
    with small_disk(tmp_path / "disk", 1) as disk:
        fill(disk, leave=8_192)
        with pytest.raises(UserError, match="disk_full"):
            export_file(desk, disk / "out.xlsx")
        assert [found.name for found in disk.iterdir()] == ["ballast"]
