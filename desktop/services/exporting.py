"""Whole cases as files: CSV, XLSX, JSON Lines (interfaces.md). JSON Lines and import are inverse."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.domain.people import Person, Right, check_right, right_to
from desktop.domain.wallclock import utc_at
from desktop.exchange.case_sheets import case_sheets
from desktop.exchange.cells import harmless
from desktop.exchange.columns import COLUMNS, TRAINING
from desktop.exchange.csv_text import csv_line
from desktop.exchange.files import written_beside
from desktop.exchange.sources import CSV, JSON_LINES, kind_of
from desktop.models.case import Case, Remedy
from desktop.models.driver import driver_of
from desktop.models.engine import Database
from desktop.services.case_document import Document, logins_of
from desktop.services.case_reading import CaseReader
from desktop.services.export_rows import RowWriter, without_names
from desktop.services.queue import QueueService
from desktop.services.restricting import reads_restricted
from desktop.services.site import SiteService

Progress = Callable[[int, int], None]  #: how many cases are written, of how many

_AT_ONCE = 200  #: cases read together


def _quiet(_done: int, _total: int) -> None:
    pass


class ExportService:
    """Writes files of cases. ``now`` gives the present moment (aware UTC), by which rank and lateness are judged."""

    def __init__(
        self,
        database: Database,
        site: SiteService,
        queue: QueueService,
        reader: CaseReader,
        now: Callable[[], datetime],
    ) -> None:
        self._database, self._site, self._queue, self._reader, self._now = database, site, queue, reader, now

    def export_file(
        self,
        path: Path,
        person: Person,
        *,
        first: date | None = None,
        until: date | None = None,
        progress: Progress = _quiet,
    ) -> int:
        """Writes the cases received from the local date ``first`` to ``until`` (both included; None: without an end).

        Returns how many. Who may not export names gets the cases without them, and none that is restricted. An older
        file is replaced once the new one is whole. Raises ``UserError``: ``not_allowed``, ``file_kind``,
        ``file_unwritable``, ``disk_full``, ``cell_too_long`` (XLSX).
        """
        kind = kind_of(path)
        named = right_to("export_names", person.role) is not Right.NO
        if not named:
            check_right("export_anonymous", person)
        with self._database.reading_entities() as session, written_beside(path) as file:
            chosen = self._chosen(first, until)
            if not reads_restricted(person):
                chosen = chosen.where(Case.restricted.is_(False))
            total = session.scalar(chosen.with_only_columns(func.count(Case.id))) or 0
            cases = self._counted(session, chosen, total, progress)
            if kind == JSON_LINES:
                self._write_objects(file, session, cases, named=named)
            else:
                self._write_table(file, kind, path.parent, session, cases, named=named)
        return total

    def _chosen(self, first: date | None, until: date | None) -> Select[Case]:
        zone, chosen = self._site.facts().zone, select(Case)
        if first is not None:
            chosen = chosen.where(Case.received_at >= utc_at(first, 0, zone))
        if until is not None and until < date.max:
            chosen = chosen.where(Case.received_at < utc_at(until + timedelta(days=1), 0, zone))
        return chosen

    def _counted(
        self, session: Session, chosen: Select[Case], total: int, progress: Progress
    ) -> Iterator[Sequence[Case]]:
        """The cases in the order in which they were received, some at a time."""
        last, done = -1, 0
        while cases := session.scalars(chosen.where(Case.id > last).order_by(Case.id).limit(_AT_ONCE)).all():
            last, done = cases[-1].id, done + len(cases)
            yield cases
            session.expunge_all()
            progress(done, total)

    def _write_objects(
        self, file: BinaryIO, session: Session, chunks: Iterator[Sequence[Case]], *, named: bool
    ) -> None:
        at = self._now()
        writer = self._reader.writer(session, at, self._queue.ranks(driver_of(session), at))
        mark: Document = {TRAINING: True} if self._site.facts().training else {}
        for cases in chunks:
            for case in cases:
                document = writer.document(case) | mark
                if case.handed_up:
                    document["handed_up"] = True
                shown = document if named else without_names(document)
                file.write(json.dumps(shown, ensure_ascii=False).encode() + b"\n")

    def _write_table(
        self,
        file: BinaryIO,
        kind: str,
        folder: Path,
        session: Session,
        chunks: Iterator[Sequence[Case]],
        *,
        named: bool,
    ) -> None:
        facts = self._site.facts()
        writer = RowWriter(facts.zone, facts.currency, logins_of(session), named=named)
        mark = ("yes",) if facts.training else ()
        header = (*COLUMNS, *((TRAINING,) if facts.training else ()))

        def given() -> Iterator[tuple[Case, list[str]]]:
            for cases in chunks:
                kinds = _remedy_kinds(session, [case.id for case in cases])
                for case in cases:
                    yield case, kinds.get(case.id, [])

        if kind == CSV:
            file.write(b"\xef\xbb\xbf" + csv_line(header).encode())
            for case, kinds in given():
                file.write(csv_line((*map(harmless, writer.cells(case, kinds)), *mark)).encode())
            return
        # Sheets are the rare kind, and their library takes longer to load than a small export.
        from desktop.exchange.sheets import write_book

        rows = ((*writer.sheet_cells(case, kinds), *mark) for case, kinds in given())
        write_book(file, case_sheets(header, rows), folder, self._now())


def _remedy_kinds(session: Session, case_ids: Sequence[int]) -> dict[int, list[str]]:
    """What was given on each case and not taken back, each kind once, in order."""
    given = select(Remedy.case_id, Remedy.kind).where(Remedy.case_id.in_(case_ids), Remedy.taken_back_at.is_(None))
    kinds: dict[int, list[str]] = {}
    for row in session.execute(given.order_by(Remedy.id)):
        of_case = kinds.setdefault(row.case_id, [])
        if row.kind not in of_case:
            of_case.append(row.kind)
    return kinds
