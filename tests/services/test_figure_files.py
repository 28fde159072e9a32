"""The figures of a real desk as files: the same as on screen, and nobody named to whom they aren't open."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.domain.figures.report_shapes import Goals
from desktop.domain.figures.shapes import Figures, Month
from desktop.domain.figures.spans import span_of_month
from desktop.domain.kinds import Language, Property
from desktop.errors import UserError
from desktop.exchange.figure_lines import single_lines, spread_lines
from desktop.exchange.figures_json import figures_json
from tests.support.acts import APOLOGY, CLOSING, MILD, Story
from tests.support.disks import fill, small_disk
from tests.support.staffed import DeskMaker

NOVEMBER = span_of_month(Month(2026, 11))
SECRETS = ("陈薇玲", "7700 900123", "900123", "chen@example.com", "her mother", "1208", "Ms Chen")
HOSTILE = "=cmd|' /C calc'!A0"


@pytest.fixture
def told(story: Story) -> Story:
    """Cases of November with guests, rooms, sums and surveys; one of them is restricted."""
    guest = {"name": "陈薇玲", "honorific": "ms", "phone": "+44 7700 900123", "email": "chen@example.com"}
    full = story.open(guest=guest, room="1208", place="8F", on_behalf_of="her mother", text="陈薇玲 of 1208 is cross.")
    story.act("contact", full, text="called Ms Chen", medium="phone", **{"with": "Ms Chen"})
    story.act("settle", full, remedies=[*APOLOGY, {"kind": "waive", "amount": "20.50"}], **MILD, emotion_at_close=0)
    story.act("survey", full, overall=4, recommend=9)
    story.act("close", full, **CLOSING)
    hidden = story.open(guest=guest, room="1208", place=HOSTILE)
    story.act("restrict", hidden, restricted=True, reason="A delicate matter.")
    story.open(place=HOSTILE)
    return story


def save(story: Story, path: Path, by: str = "mark", at: datetime | None = None, **options: Any) -> Path:
    options = {"span": NOVEMBER, "language": Language.EN, **options}
    person = story.desk.staff.person(by, "D1")
    story.desk.figure_files.save(person, path, options.pop("span"), at or story.at, **options)
    return path


def month(story: Story) -> Figures:
    return story.desk.figures.month(story.desk.staff.person("mark", "D1"), Month(2026, 11), story.at)


def sheet(path: Path, title: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path)[title].iter_rows(values_only=True))


def table(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def everything_in(path: Path) -> str:
    """Every byte of a workbook, unpacked, as text."""
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8") for name in parts.namelist())


def test_the_workbook_says_what_the_screen_says(told: Story, tmp_path: Path) -> None:
    facts, shown = told.desk.site.facts(), month(told)
    rows = sheet(save(told, tmp_path / "november.xlsx"), "Figures")
    values = {row[1]: row[2] for row in rows[1:]}
    lines = [line for line in single_lines(shown, facts.currency, facts.property, facts.zone) if line.unit]
    assert len(lines) > 40
    for line in lines:
        told_value = values[line.code]
        assert told_value == "–" if line.value is None else Decimal(str(told_value)) == line.value, line.code
    assert (values["received"], values["compensation.total"], values["satisfaction.mean"]) == (3, 20.5, 4)


def test_the_table_says_what_the_screen_says(told: Story, tmp_path: Path) -> None:
    facts, shown = told.desk.site.facts(), month(told)
    rows = {(row[0], row[1]): row[2] for row in table(save(told, tmp_path / "november.csv"))[1:]}
    lines = [*single_lines(shown, facts.currency, facts.property, facts.zone), *spread_lines(shown, facts.currency)]
    assert len(rows) == len(lines)
    assert rows["received", ""] == "3"
    assert rows["by_place", "'" + HOSTILE] == "2"
    assert rows["compensation", "total"] == "20.50"
    assert rows["nps", ""] == "100"


def test_the_table_has_the_names_and_numbers_of_the_json(told: Story, tmp_path: Path) -> None:
    facts = told.desk.site.facts()
    told_json = figures_json(month(told), "2026-11", facts.currency, facts.zone)
    rows = {(row[0], row[1]): row[2] for row in table(save(told, tmp_path / "november.csv"))[1:]}
    checked = 0
    for name, value in json.loads(json.dumps(told_json)).items():
        for key, number in value.items() if isinstance(value, dict) else [("", value)]:
            if isinstance(number, int | float) and (name, key) in rows:
                assert Decimal(rows[name, key]) == Decimal(str(number)), (name, key)
                checked += 1
    assert checked > 35


def test_who_may_export_names_gets_the_guests_name_and_nothing_else_of_them(told: Story, tmp_path: Path) -> None:
    path = save(told, tmp_path / "november.xlsx")
    rows = sheet(path, "Cases")
    assert rows[0][-1] == "Guest"
    assert [row[-1] for row in rows[1:]] == ["陈薇玲", "陈薇玲", None]
    found = everything_in(path)
    assert [secret for secret in SECRETS if secret in found] == ["陈薇玲"]


def test_an_analyst_finds_no_guests_name_phone_or_room_anywhere_in_the_file(told: Story, tmp_path: Path) -> None:
    path = save(told, tmp_path / "november.xlsx", by="ana")
    found = everything_in(path)
    assert [secret for secret in SECRETS if secret in found] == []
    assert "Guest" not in sheet(path, "Cases")[0]
    text = save(told, tmp_path / "november.csv", by="ana").read_text(encoding="utf-8-sig")
    assert [secret for secret in SECRETS if secret in text] == []


def test_a_restricted_case_counts_but_is_listed_to_those_alone_who_may_read_it(told: Story, tmp_path: Path) -> None:
    everybody = sheet(save(told, tmp_path / "mark.xlsx"), "Cases")
    without = sheet(save(told, tmp_path / "ana.xlsx", by="ana"), "Cases")
    assert (len(everybody) - 1, len(without) - 1) == (3, 2)
    assert everybody[2][0] not in everything_in(tmp_path / "ana.xlsx")
    assert {row[1]: row[2] for row in sheet(tmp_path / "ana.xlsx", "Figures")}["received"] == 3


def test_only_what_had_happened_by_then_is_told(story: Story, tmp_path: Path) -> None:
    number = story.open()
    before = story.at
    story.wait(hours=1)
    story.act("settle", number, remedies=APOLOGY, **MILD)
    story.open()
    rows = sheet(save(story, tmp_path / "then.xlsx", at=before), "Cases")
    assert [(row[0], row[11], row[13]) for row in rows[1:]] == [(number, "New", None)]


@pytest.mark.parametrize("day", [1, 15])
def test_a_span_that_nothing_happened_in_gives_a_sensible_file(day: int, story: Story, tmp_path: Path) -> None:
    at = datetime(2026, 11, day, 3, tzinfo=UTC)
    path = save(story, tmp_path / "empty.xlsx", at=at)
    values = {row[1]: (row[2], row[4]) for row in sheet(path, "Figures")[1:]}
    assert values["received"] == (0, "–")
    assert values["rate"] == values["nps"] == ("–", "–")
    assert len(sheet(path, "Cases")) == 1
    assert {row[0]: row[2] for row in table(save(story, tmp_path / "empty.csv", at=at))}["nps"] == ""


def test_a_month_that_has_not_begun_is_empty(told: Story, tmp_path: Path) -> None:
    path = save(told, tmp_path / "later.xlsx", span=span_of_month(Month(2027, 5)))
    values = {row[1]: (row[2], row[4]) for row in sheet(path, "Figures")[1:]}
    assert values["received"] == (0, "–")


def test_goals_and_the_month_before_stand_beside_the_figures(told: Story, tmp_path: Path) -> None:
    told.desk.goals.set(told.desk.staff.person("mark", "D1"), Goals(rate=Decimal("4.50")))
    told.at = datetime(2026, 12, 1, 3, tzinfo=UTC)
    told.open()
    rows = sheet(save(told, tmp_path / "december.xlsx", span=span_of_month(Month(2026, 12))), "Figures")
    values = {row[1]: row[2:] for row in rows[1:]}
    assert (values["received"][0], values["received"][2]) == (1, 3)
    assert values["rate"][3] == 4.5


def test_the_sheets_speak_the_language_that_was_asked_for(told: Story, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(save(told, tmp_path / "zh.xlsx", language=Language.ZH))
    assert book.sheetnames[0] == "数据"
    assert book["投诉明细"]["L2"].value == "已结案"


@pytest.mark.parametrize("login", ["sam", "rita"])
def test_others_get_no_figures(login: str, told: Story, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not_allowed"):
        save(told, tmp_path / "november.xlsx", by=login)
    assert list(tmp_path.glob("november*")) == []


@pytest.mark.parametrize(
    ("name", "code"), [("out.jsonl", "file_kind"), ("out", "file_kind"), ("missing/out.xlsx", "file_unwritable")]
)
def test_a_file_that_cannot_be_written_is_said(name: str, code: str, story: Story, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=code):
        save(story, tmp_path / name)


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
def test_an_older_file_is_replaced_and_nothing_is_left_beside(kind: str, told: Story, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / f"november{kind}"
    path.write_bytes(b"old")
    assert save(told, path).stat().st_size > 1_000
    assert [found.name for found in folder.iterdir()] == [path.name]


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
def test_a_full_disk_is_said_in_a_sentence_and_leaves_the_older_file(kind: str, told: Story, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        path = disk / f"november{kind}"
        path.write_bytes(b"old")
        fill(disk)
        with pytest.raises(UserError, match="disk_full"):
            save(told, path)
        assert path.read_bytes() == b"old"
        assert sorted(found.name for found in disk.iterdir()) == ["ballast", path.name]


def test_a_shop_in_another_zone_has_its_own_dates_and_units(make_desk: DeskMaker, tmp_path: Path) -> None:
    story = Story(make_desk(property_=Property.RETAIL, zone="Europe/Berlin"))
    story.at = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    story.open()
    path = save(story, tmp_path / "shop.xlsx")
    assert sheet(path, "Cases")[1][1] == datetime(2026, 11, 1, 9, 30)  # noqa: DTZ001 (sheets know no zones)
    units = {row[1]: row[3] for row in sheet(path, "Figures")}
    assert (units["rate"], units["activity"]) == ("per 10,000 sales", "sales")
