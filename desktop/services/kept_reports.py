"""Reports as they were printed, byte for byte: written once, read again, checked (figures.md, trust.md)."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from desktop.domain.figures.printed import KeptReport
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.models.figures import PrintedReport
from desktop.services.journal import Journal

ACT = "print_report"  #: in the history

_COLUMNS = 'id, month, language, as_of, made_at, "by", pages, sha256'
_ALL = f"SELECT {_COLUMNS} FROM printed_reports ORDER BY id DESC"
_OF_MONTH = f"SELECT {_COLUMNS} FROM printed_reports WHERE month = ? ORDER BY id DESC"
_PDF = "SELECT month, sha256, pdf FROM printed_reports WHERE id = ?"
_FIGURES = "SELECT figures FROM printed_reports WHERE id = ?"
_WHOLE = "SELECT id, month, sha256, pdf FROM printed_reports ORDER BY id"
_TOLD = "SELECT changes FROM history WHERE act = ? ORDER BY id"


def keep(
    database: Database,
    journal: Journal,
    person: Person,
    made_at: datetime,
    month: Month,
    as_of: datetime,
    language: Language,
    pages: int,
    pdf: bytes,
    figures: Mapping[str, Any],
) -> KeptReport:
    """Stores a report with its figures, and tells it in the history; both or neither. Raises ``WorkspaceError``."""
    row: dict[str, object] = {
        "month": str(month),
        "language": language.value,
        "as_of": as_of,
        "made_at": made_at,
        "by": person.login,
        "pages": pages,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "pdf": pdf,
        "figures": dict(figures),
    }
    with database.writing() as session:
        stored = session.execute(insert(PrintedReport).returning(PrintedReport.id), row).scalar_one()
        told = {"report": stored, **{name: row[name] for name in ("month", "language", "as_of", "pages", "sha256")}}
        journal.append(session, made_at, person.login, ACT, None, {name: (None, value) for name, value in told.items()})
    return KeptReport(stored, month, language, as_of, made_at, person.login, pages, str(row["sha256"]))


def kept(driver: Driver, month: Month | None = None) -> tuple[KeptReport, ...]:
    """What was printed, of a month or at all, the newest first."""
    rows = driver.execute(_ALL) if month is None else driver.execute(_OF_MONTH, (str(month),))
    return tuple(map(_report, rows))


def pdf_of(driver: Driver, report_id: int) -> bytes:
    """The bytes of a report. Raises ``no_such_report``, ``report_damaged`` (``month``)."""
    row = driver.execute(_PDF, (report_id,)).fetchone()
    if row is None:
        raise UserError("no_such_report", "report")
    month, sha256, pdf = row
    if not _fits(pdf, sha256):
        raise UserError("report_damaged", "report", month=month)
    return bytes(pdf)


def figures_of(driver: Driver, report_id: int) -> dict[str, Any]:
    """The figures that a report was printed with (interfaces.md, report)."""
    return dict(json.loads(driver.execute(_FIGURES, (report_id,)).fetchone()[0]))


def damaged(driver: Driver) -> Iterator[UserError]:
    """Every report whose pages are no longer those that were printed, or that is gone: ``report_damaged``.

    The history holds the fingerprint of each, so that one who changes pages and fingerprint together is noticed too.
    """
    told = {}
    for (changes,) in driver.execute(_TOLD, (ACT,)):
        entry = json.loads(changes)
        told[entry["report"][1]] = (entry["month"][1], entry["sha256"][1])
    for report_id, month, sha256, pdf in driver.execute(_WHOLE):
        _, expected = told.pop(report_id, (month, None))
        if sha256 != expected or not _fits(pdf, sha256):
            yield UserError("report_damaged", "report", month=month)
    for month, _ in told.values():
        yield UserError("report_damaged", "report", month=month)


def _fits(pdf: object, sha256: str) -> bool:
    return isinstance(pdf, bytes) and hashlib.sha256(pdf).hexdigest() == sha256


def _report(row: Any) -> KeptReport:
    report_id, month, language, as_of, made_at, by, pages, sha256 = row
    year, _, number = month.partition("-")
    when = Month(int(year), int(number))
    return KeptReport(report_id, when, Language(language), moment(as_of), moment(made_at), by, pages, sha256)
