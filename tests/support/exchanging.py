"""Bringing files into a desk and out of it."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.services.desk import Desk
from desktop.services.exporting import ExportService
from desktop.services.importing import ImportResult, ImportService
from desktop.services.site import Rules

Row = Mapping[str, object]

#: The least that a row needs.
LEAST = {"received_at": "2026-06-01 09:00", "channel": "counter", "text": "The lift is stuck."}


def importer(desk: Desk, back_up: Callable[[], object] = lambda: None) -> ImportService:
    """The import of a desk, at its own clock."""
    return ImportService(desk.workspace.database, desk.site, Rules(), desk.journal, desk.now, back_up)


def import_file(desk: Desk, path: Path, by: str = "mark", **options: Any) -> ImportResult:
    """Imports a file as a person."""
    return importer(desk).import_file(path, desk.staff.person(by, "D1"), **options)


def export_file(desk: Desk, path: Path, by: str = "mark", at: datetime | None = None, **options: Any) -> Path:
    """Exports to a file as a person; returns the path."""
    now = desk.now if at is None else lambda: at
    service = ExportService(desk.workspace.database, desk.site, desk.queue, desk.reader, now)
    service.export_file(path, desk.staff.person(by, "D1"), **options)
    return path


def write_csv(path: Path, rows: Iterable[Row], encoding: str = "utf-8-sig") -> Path:
    """A log book with a column for every key of the rows."""
    rows = list(rows)
    header = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_lines(path: Path, objects: Iterable[object]) -> Path:
    """JSON Lines."""
    path.write_text("".join(json.dumps(item) + "\n" for item in objects), encoding="utf-8")
    return path


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of an exported CSV file, the way another program reads them."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
