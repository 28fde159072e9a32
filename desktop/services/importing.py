"""Bringing in cases from a log book, another system or another workspace (interfaces.md, Import columns)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.domain.people import Person, check_right
from desktop.errors import UserError
from desktop.exchange.columns import checked_map
from desktop.exchange.given import Place
from desktop.exchange.records import CaseRecord
from desktop.exchange.sources import Source, SourceRow, read_source, write_rejects
from desktop.models.driver import driver_of
from desktop.models.engine import Database
from desktop.services.case_work import Transaction
from desktop.services.import_known import AlreadyThere, chunks
from desktop.services.import_store import CaseStore
from desktop.services.journal import Journal
from desktop.services.site import Rules, SiteService
from desktop.words import Words, load_words

Progress = Callable[[int, int], None]  #: how many rows are done, of how many

PRACTICE_AHEAD = timedelta(days=3_660)  #: practice acts bear their own times, so practice cases may lie ahead
_AT_ONCE = 500  #: cases written together
_ROWS_PER_STEP = 50


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that can't be taken: its number in the file (the header is row 1) and why."""

    row: int
    error: UserError


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import came to, or would: cases that went in, rows that were there already, rows that can't be taken.

    Where rows can't be taken and no file for them was named, nothing went in.
    """

    imported: int
    skipped: int
    rejected: int
    problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a file as the import understands it: ``columns`` are ours, None is kept as a note."""

    header: tuple[str, ...]
    columns: tuple[str | None, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    total: int


def _quiet(_done: int, _total: int) -> None:
    pass


class ImportService:
    """Imports files. ``now`` gives the present moment (aware UTC); ``back_up`` is called before anything changes."""

    def __init__(
        self,
        database: Database,
        site: SiteService,
        rules: Rules,
        journal: Journal,
        now: Callable[[], datetime],
        back_up: Callable[[], object] = lambda: None,
    ) -> None:
        self._database, self._site, self._rules, self._journal, self._now = database, site, rules, journal, now
        self._back_up = back_up

    def import_file(
        self,
        path: Path,
        person: Person,
        *,
        column_map: Mapping[str, str] | None = None,
        dry_run: bool = False,
        rejects: Path | None = None,
        progress: Progress = _quiet,
        words: Words | None = None,
    ) -> ImportResult:
        """Brings in all rows of a CSV, XLSX or JSON Lines file, or none where one can't be taken.

        With ``rejects`` the good rows go in and the others are written there, with reasons in ``words`` (the site's
        language). ``dry_run`` tells what would come of it. Rows that are there already are skipped. Raises
        ``UserError``: ``not_allowed``, ``export_training_into_live``, and those of ``read_source`` for the whole file.
        """
        check_right("import", person)
        at, facts = self._now().replace(microsecond=0), self._site.facts()
        source = read_source(path, checked_map(column_map or {}))
        if not facts.training and any(row.is_practice for row in source.rows):
            raise UserError("export_training_into_live", "file")
        steps = _Steps(progress, 2 * len(source.rows))
        latest = at + PRACTICE_AHEAD if facts.training else at
        records, problems = _checked(source, Place(facts.zone, facts.currency, self._site.taxonomy(), latest), steps)
        taken = bool(rejects) or not problems

        def set_aside() -> None:
            # Before the good rows are committed: a file that can't be written must not cost the bad ones.
            if rejects is not None and (problems or rejects.exists()):
                write_rejects(rejects, source, _told(source, problems, words or load_words(facts.language)))

        if dry_run or not taken:
            new, there = self._look(records)
        else:
            new, there = self._store(records, person, at, len(problems), steps, set_aside)
        return ImportResult(new if taken else 0, there, len(problems), tuple(problems))

    def preview(self, path: Path, column_map: Mapping[str, str] | None = None, rows: int = 20) -> Preview:
        """How a CSV or XLSX file would be understood. Raises as ``read_source``; JSON Lines have no columns."""
        source = read_source(path, checked_map(column_map or {}))
        first = tuple((row.row, tuple(row.raw)) for row in source.rows[:rows])
        return Preview(source.header, source.columns, first, len(source.rows))

    def _look(self, records: list[CaseRecord]) -> tuple[int, int]:
        """How many records would go in and how many are there, without changing anything."""
        with self._database.reading_entities() as session:
            there = AlreadyThere(session, records)
            new = sum(not there.has(record) for record in records)
        return new, len(records) - new

    def _store(
        self,
        records: list[CaseRecord],
        person: Person,
        at: datetime,
        rejected: int,
        steps: "_Steps",
        before_commit: Callable[[], None],
    ) -> tuple[int, int]:
        """Stores what is not there yet, in one transaction; returns how many went in and how many were there."""
        self._back_up()
        with self._database.writing() as session:
            there = AlreadyThere(session, records)
            new = [record for record in records if not there.has(record)]
            if new:
                journal = self._journal.batch(session)
                store = CaseStore(self._transaction(session, person, at, journal), journal, new)
                for chunk in chunks(new, _AT_ONCE):
                    for record in chunk:
                        store.add(record)
                    store.write()
                    steps.take(len(chunk))
                store.finish()
                counts = {"imported": len(new), "skipped": len(records) - len(new), "rejected": rejected}
                told = {name: (None, count) for name, count in counts.items()}
                journal.append(session, at, person.login, "import", None, told)
                journal.flush(session)
            before_commit()
        return len(new), len(records) - len(new)

    def _transaction(self, session: Session, person: Person, at: datetime, journal: Journal) -> Transaction:
        return Transaction(
            session=session,
            person=person,
            at=at,
            own_time=False,
            facts=self._site.facts(),
            rules=self._rules,
            in_force=self._rules.in_force(driver_of(session)),
            journal=journal,
            taxonomy=self._site.taxonomy(),
        )


class _Steps:
    """Tells how far it is, every few rows: they are read, then stored."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def take(self, rows: int) -> None:
        self._done += rows
        self._progress(self._done, self._total)


def _checked(source: Source, place: Place, steps: _Steps) -> tuple[list[CaseRecord], list[RowProblem]]:
    records: list[CaseRecord] = []
    problems: list[RowProblem] = []
    for some in chunks(source.rows, _ROWS_PER_STEP):
        for row in some:
            try:
                records.append(row.record(place))
            except UserError as error:
                problems.append(RowProblem(row.row, error))
        steps.take(len(some))
    return records, problems


def _told(source: Source, problems: list[RowProblem], words: Words) -> list[tuple[SourceRow, str]]:
    """The refused rows with their reasons in words."""
    by_row = {row.row: row for row in source.rows}
    return [(by_row[problem.row], words.error(problem.error)) for problem in problems]
