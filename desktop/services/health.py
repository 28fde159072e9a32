"""Is everything whole? Checks of an open workspace, in depth and in passing (trust.md, Storage and People)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from desktop.domain.history import GENESIS
from desktop.errors import UserError, WorkspaceError
from desktop.models.archives import lineage_of
from desktop.models.backing_up import backups_in
from desktop.models.base import seconds
from desktop.models.case import Case
from desktop.models.copying import problems_of
from desktop.models.engine import connect, meaning_of
from desktop.models.history import Entry
from desktop.models.work import Attachment
from desktop.services.attachment_store import AttachmentStore
from desktop.services.backups import BackupService, manifest_of
from desktop.services.doctor import DoctorLine, doctor
from desktop.services.indexing import first_case_not_found, rebuild
from desktop.services.journal import Journal
from desktop.services.kept_reports import damaged as damaged_reports
from desktop.services.restoring import ACT as RESTORE
from desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What ``verify`` found: each problem as a refusal with its sentence, and how much was looked at."""

    problems: tuple[UserError, ...]
    entries: int
    cases: int

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


class HealthService:
    """Looks after one open workspace. Nothing it checks is changed by it, save by ``rebuild_search``."""

    def __init__(self, workspace: Workspace, journal: Journal, backups: BackupService) -> None:
        self._workspace, self._journal, self._backups = workspace, journal, backups

    def verify(self) -> VerifyReport:
        """Checks database, history chain and search index in full; seconds, so never on the window's thread.

        The problems' codes: ``database_damaged``, ``chain_broken`` (``entry``: the first that doesn't fit),
        ``chain_cut`` (``entry``: the last there is; ``expected``: one that a backup holds), ``search_index_stale``,
        ``attachment_missing`` (``number``), ``report_damaged`` (``month``: changed since it was printed,
        or gone).
        """
        damaged = list(self._damage(quick=False))
        problems = list(damaged)
        entries = cases = 0
        try:
            with self._workspace.database.reading() as connection:
                problems += self._chain_problems(connection)
                entries = connection.scalar(select(func.count()).select_from(Entry)) or 0
                cases = connection.scalar(select(func.count()).select_from(Case)) or 0
            problems += self._attachment_problems()
            with self._workspace.database.reading_plainly() as driver:
                problems += damaged_reports(driver)
            if not damaged:  # the cases have to be read to know what the index should hold
                problems += self._index_problems()
        except WorkspaceError as error:
            if not damaged:  # else it is the same damage once more
                problems.append(error)
        return VerifyReport(tuple(problems), entries, cases)

    def quick_check(self) -> tuple[UserError, ...]:
        """Whether the database can be read throughout; for the background after the start. The same codes."""
        return tuple(self._damage(quick=True))

    def last_backup(self) -> datetime | None:
        """When the newest automatic backup was made (UTC)."""
        return self._backups.last_backup()

    def doctor(self) -> tuple[DoctorLine, ...]:
        """What support wants to know, without guest data."""
        return doctor(self._workspace.folder)

    def rebuild_search(self) -> None:
        """Builds the search index anew; the way out of ``search_index_stale``. Raises ``WorkspaceError``."""
        with self._workspace.database.writing() as session:
            rebuild(session)

    def _damage(self, *, quick: bool) -> Iterator[UserError]:
        try:
            with closing(connect(self._workspace.database.path)) as connection:
                if next(problems_of(connection, quick=quick), None) is not None:
                    yield WorkspaceError("database_damaged")
        except sqlite3.Error as error:
            yield WorkspaceError(meaning_of(error) or "database_damaged")

    def _chain_problems(self, connection: Connection) -> Iterator[UserError]:
        try:
            broken = self._journal.first_break(connection)
        except (TypeError, ValueError, AttributeError, OverflowError):  # values that this program never wrote
            yield UserError("chain_broken", "history")
            return
        if broken is not None:
            yield UserError("chain_broken", "history", entry=broken)
        yield from self._cut_problems(connection)

    def _cut_problems(self, connection: Connection) -> Iterator[UserError]:
        """Compares the chain with what the backups say it was; those from before a restore may have grown otherwise."""
        last, _ = self._journal.head(connection)
        restored_at = connection.scalar(select(func.max(Entry.at)).where(Entry.act == RESTORE))
        for made_at, known_id, known_hash in self._known_heads():
            if restored_at is not None and seconds(made_at) <= seconds(restored_at):
                continue
            if known_id > last:
                yield UserError("chain_cut", "history", entry=last, expected=known_id)
                return
            stored = connection.scalar(select(Entry.hash).where(Entry.id == known_id)) if known_id else GENESIS
            if stored != known_hash:
                yield UserError("chain_broken", "history", entry=known_id)
                return

    def _known_heads(self) -> Iterator[tuple[datetime, int, bytes]]:
        """Heads of the chain that backups in the workspace bear, the newest first. Unreadable ones say nothing."""
        for _, path in backups_in(self._workspace.backups):
            try:
                manifest = manifest_of(path)
            except UserError:
                continue
            if manifest.lineage == lineage_of(self._workspace.key):
                yield manifest.made_at, manifest.contents.head_id, manifest.contents.head_hash

    def _attachment_problems(self) -> Iterator[UserError]:
        store, whole = AttachmentStore(self._workspace.folder), set[str]()
        on_cases = select(Case.number, Attachment.sha256).join(Attachment, Attachment.case_id == Case.id)
        with self._workspace.database.reading() as connection:
            named = connection.execute(on_cases.order_by(Attachment.id)).all()
        for number, sha256 in named:
            if sha256 not in whole and not store.is_whole(sha256):
                yield UserError("attachment_missing", "attachment", number=number)
            whole.add(sha256)

    def _index_problems(self) -> Iterator[UserError]:
        try:
            with self._workspace.database.reading_entities() as session:
                misfit = first_case_not_found(session)
        except WorkspaceError:  # the tables were read before, so it is the index that can't be
            misfit = ""
        if misfit is not None:
            yield UserError("search_index_stale", "search", number=misfit or None)
