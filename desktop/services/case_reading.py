"""Reading one case: for the preview and for the command line."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Channel, Flag
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.rows import CaseView, NoteRow, RemedyRow
from desktop.errors import UserError
from desktop.models.base import moment
from desktop.models.case import Case
from desktop.models.driver import Driver, driver_of
from desktop.models.engine import Database
from desktop.services.case_document import Document, DocumentWriter, logins_of, queue_document
from desktop.services.case_files import read_case_file
from desktop.services.journal import entries_of
from desktop.services.queue import QueueService, queue_row_of
from desktop.services.restricting import check_readable
from desktop.services.site import Rules

_VIEWED = """SELECT id, text, channel, written, place, problem_date, flags, guest_id, desk, received_by, severity
FROM cases WHERE number = ?"""
_NOTES = 'SELECT at, "by", text FROM notes WHERE case_id = ? ORDER BY id'
_REMEDIES = """SELECT id, kind, amount, note, law_card, "by", at, taken_back_at FROM remedies
WHERE case_id = ? ORDER BY id"""


class CaseReader:
    """Whole cases, without changing them."""

    def __init__(
        self, database: Database, queue: QueueService, zone: ZoneInfo, currency: Currency, rules: Rules
    ) -> None:
        self._database, self._queue, self._zone, self._currency = database, queue, zone, currency
        self._rules = rules

    def view(self, number: str, reader: Person | None = None) -> CaseView:
        """A case for the preview. Raises ``no_such_case``, ``restricted`` where it isn't for the reader."""
        with self._database.reading_plainly() as driver:
            return _view(driver, number, reader)

    def case_file(self, number: str, reader: Person | None = None) -> CaseFile:
        """The whole of a case for the case screen and its papers. Raises ``no_such_case``, ``restricted``."""
        with self._database.reading_plainly() as driver:
            return read_case_file(driver, _view(driver, number, reader), self._rules)

    def version_of(self, number: str) -> int | None:
        """The version of a case as it stands now; ``None`` where there is none. Asked at every tick of an open case."""
        with self._database.reading_plainly() as driver:
            found = driver.execute("SELECT version FROM cases WHERE number = ?", (_as_stored(number),)).fetchone()
            return None if found is None else int(found[0])

    def document(self, number: str, at: datetime, reader: Person | None = None) -> Document:
        """A case as ``case --json`` gives it, judged at ``at``. Raises ``no_such_case``, ``restricted``."""
        with self._database.reading_entities() as session:
            case = _find(session, number)
            check_readable(case.restricted, reader)
            ranks = self._queue.ranks(driver_of(session), at) if case.in_queue else {}
            return self.writer(session, at, ranks).document(case)

    def writer(self, session: Session, at: datetime, ranks: dict[int, int]) -> DocumentWriter:
        """What makes case objects within a session."""
        return DocumentWriter(session, at, self._zone, self._currency, logins_of(session), ranks.get)

    def queue_documents(self, at: datetime, limit: int, reader: Person | None = None) -> tuple[list[Document], int]:
        """The first ``limit`` rows of the queue as ``queue --json`` gives them, and how many there are in all."""
        page = self._queue.page(at, limit=limit, reader=reader) if limit else None
        with self._database.reading_entities() as session:
            logins = logins_of(session)
        rows = page.rows if page else ()
        made = [queue_document(row, rank, at, self._zone, logins) for rank, row in enumerate(rows, start=1)]
        return made, self._queue.counts(at).open


def _view(driver: Driver, number: str, reader: Person | None) -> CaseView:
    case = driver.execute(_VIEWED, (_as_stored(number),)).fetchone()
    if case is None:
        raise UserError("no_such_case", "case", number=number)
    id_, text, channel, written, place, problem_date, flags, guest_id, desk, received_by, severity = case
    row = queue_row_of(driver, id_)
    check_readable(row.restricted, reader)
    return CaseView(
        row=row,
        text=text,
        channel=Channel(channel),
        written=bool(written),
        place=place,
        problem_date=None if problem_date is None else date.fromisoformat(problem_date),
        flags=frozenset(map(Flag, json.loads(flags))),
        guest_id=guest_id,
        desk=desk,
        received_by=received_by,
        severity=severity,
        first_response_at=row.first_response_at,
        history=tuple(entries_of(driver, id_)),
        notes=tuple(NoteRow(moment(at), by, note) for at, by, note in driver.execute(_NOTES, (id_,))),
        remedies=tuple(_remedy_row(remedy) for remedy in driver.execute(_REMEDIES, (id_,))),
    )


def _find(session: Session, number: str) -> Case:
    case = session.scalar(select(Case).where(Case.number == _as_stored(number)))
    if case is None:
        raise UserError("no_such_case", "case", number=number)
    return case


def _as_stored(number: str) -> str:
    # What cannot be stored, halves of surrogate pairs, is nobody's number.
    return number.encode(errors="replace").decode().strip().upper()


def _remedy_row(stored: Sequence[Any]) -> RemedyRow:
    id_, kind, amount, note, law_card, by, at, taken_back_at = stored
    return RemedyRow(id_, kind, amount, note, law_card, by, moment(at), taken_back_at is not None)
