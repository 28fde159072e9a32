"""Reading one case: for the preview and for the command line."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.kinds import Channel, Flag
from desktop.domain.money import Currency
from desktop.domain.rows import CaseView, NoteRow, RemedyRow
from desktop.errors import UserError
from desktop.models.case import Case, Note, Remedy
from desktop.models.engine import Database
from desktop.services.case_document import Document, DocumentWriter, logins_of, queue_document
from desktop.services.journal import entries_of
from desktop.services.queue import ROWS, QueueService, queue_row


class CaseReader:
    """Whole cases, without changing them."""

    def __init__(self, database: Database, queue: QueueService, zone: ZoneInfo, currency: Currency) -> None:
        self._database, self._queue, self._zone, self._currency = database, queue, zone, currency

    def view(self, number: str) -> CaseView:
        """A case for the screen. Raises ``no_such_case``."""
        with self._database.reading_entities() as session:
            case = _find(session, number)
            connection = session.connection()
            row = queue_row(connection.execute(ROWS.where(Case.id == case.id)).one())
            notes = session.scalars(select(Note).where(Note.case_id == case.id).order_by(Note.id))
            remedies = session.scalars(select(Remedy).where(Remedy.case_id == case.id).order_by(Remedy.id))
            return CaseView(
                row=row,
                text=case.text,
                channel=Channel(case.channel),
                written=case.written,
                place=case.place,
                problem_date=case.problem_date,
                flags=frozenset(Flag(flag) for flag in case.flags),
                guest_id=case.guest_id,
                desk=case.desk,
                received_by=case.received_by,
                severity=case.severity,
                first_response_at=case.first_response_at,
                history=tuple(entries_of(connection, case.id)),
                notes=tuple(NoteRow(note.at, note.by, note.text) for note in notes),
                remedies=tuple(_remedy_row(remedy) for remedy in remedies),
            )

    def document(self, number: str, at: datetime) -> Document:
        """A case as ``case --json`` gives it, judged at ``at``. Raises ``no_such_case``."""
        with self._database.reading_entities() as session:
            case = _find(session, number)
            ranks = self._queue.ranks(session.connection(), at) if case.in_queue else {}
            return self.writer(session, at, ranks).document(case)

    def writer(self, session: Session, at: datetime, ranks: dict[int, int]) -> DocumentWriter:
        """What makes case objects within a session."""
        return DocumentWriter(session, at, self._zone, self._currency, logins_of(session), ranks.get)

    def queue_documents(self, at: datetime, limit: int) -> tuple[list[Document], int]:
        """The first ``limit`` rows of the queue as ``queue --json`` gives them, and how many there are in all."""
        page = self._queue.page(at, limit=limit) if limit else None
        with self._database.reading_entities() as session:
            logins = logins_of(session)
        rows = page.rows if page else ()
        made = [queue_document(row, rank, at, self._zone, logins) for rank, row in enumerate(rows, start=1)]
        return made, self._queue.counts(at).open


def _find(session: Session, number: str) -> Case:
    case = session.scalar(select(Case).where(Case.number == number.strip().upper()))
    if case is None:
        raise UserError("no_such_case", "case", number=number)
    return case


def _remedy_row(remedy: Remedy) -> RemedyRow:
    return RemedyRow(
        remedy.id,
        remedy.kind,
        remedy.amount,
        remedy.note,
        remedy.law_card,
        remedy.by,
        remedy.at,
        remedy.taken_back_at is not None,
    )
