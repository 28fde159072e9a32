"""Backups of an open workspace: when one is due, making it, which ones stay (trust.md, Storage)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.domain.retention import kept
from desktop.errors import UserError
from desktop.models.archives import Manifest, open_archive
from desktop.models.backing_up import BackupMade, backups_in, free_path, make_backup
from desktop.services.journal import Journal
from desktop.workspace import Workspace

INTERVAL = timedelta(minutes=30)
SHORTEST_PASSPHRASE = 8


class BackupService:
    """Makes and clears away backups. ``now`` gives the present moment (aware), ``zone`` is the site's."""

    def __init__(self, workspace: Workspace, journal: Journal, zone: ZoneInfo, now: Callable[[], datetime]) -> None:
        self._workspace, self._journal, self._zone, self._now = workspace, journal, zone, now

    def make(self, file: Path | None = None, passphrase: str | None = None) -> BackupMade:
        """Makes a backup: in the workspace, or as the ``file`` that the person named, which is replaced if it exists.

        A passphrase seals the named file; without one it can be read by whoever finds it. The workspace's own backups
        are never sealed: they lie beside the data, and ``changed`` and ``verify`` look into them.
        Raises ``UserError``: ``passphrase_too_short``, ``backup_failed``; ``WorkspaceError``: ``disk_full``,
        ``database_damaged`` and the like. What failed leaves nothing behind.
        """
        if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
            raise UserError("passphrase_too_short", "passphrase", least=SHORTEST_PASSPHRASE)
        at, workspace = self._now(), self._workspace
        if file is None:
            target, passphrase = free_path(workspace.backups, at), None
        else:
            target = self._checked(file)
        return make_backup(workspace.folder, workspace.database.path, workspace.key, target, at, passphrase)

    def _checked(self, file: Path) -> Path:
        """Refuses to replace the files that the workspace lives on."""
        folder = self._workspace.folder.resolve()
        inside = file.resolve().parent == folder
        if inside or file.is_dir():
            raise UserError("backup_failed", "file", path=str(file))
        return file

    def make_if_changed(self) -> BackupMade | None:
        """For the end of a session, an import, an erasure: a backup unless the newest one holds everything.

        Raises what ``make`` raises.
        """
        return self.make() if self.changed() else None

    def make_if_due(self, at: datetime) -> BackupMade | None:
        """The round of every half hour: a backup where one is due, then those go that nobody needs any more.

        Raises what ``make`` raises; nothing is cleared away then.
        """
        if not self.due(at):
            return None
        made = self.make()
        self.prune(at)
        return made

    def due(self, at: datetime) -> bool:
        """Whether an automatic backup is to be made: something changed, and the last one is half an hour old.

        One that bears a later time than ``at`` doesn't count: a clock was wrong.
        """
        last = self.last_backup()
        fresh = last is not None and timedelta() <= at - last < INTERVAL
        return not fresh and self.changed()

    def changed(self) -> bool:
        """Whether anything was recorded since the newest backup."""
        newest = next(iter(backups_in(self._workspace.backups)), None)
        if newest is None:
            return True
        with self._workspace.database.reading() as connection:
            head = self._journal.head(connection)
        try:
            contents = manifest_of(newest[1]).contents
        except UserError:  # damaged, or sealed by hand: no backup to rely on
            return True
        return head != (contents.head_id, contents.head_hash)

    def prune(self, at: datetime) -> tuple[Path, ...]:
        """Removes the automatic backups that nobody needs any more (``retention.kept``); returns their paths.

        Those with a later time than ``at`` stay, and count for nothing.
        """
        past = [(moment, path) for moment, path in backups_in(self._workspace.backups) if moment <= at]
        stay = kept((moment for moment, _ in past), self._zone)
        gone = tuple(path for moment, path in past if moment not in stay)
        for path in gone:
            path.unlink(missing_ok=True)
        return gone

    def last_backup(self) -> datetime | None:
        """When the newest automatic backup was made (UTC), by its name."""
        return next((moment for moment, _ in backups_in(self._workspace.backups)), None)


def manifest_of(path: Path) -> Manifest:
    """The manifest of an automatic backup, read once. Raises what ``open_archive`` raises."""
    try:
        written = path.stat().st_mtime_ns
    except OSError:
        written = 0
    return _manifest_as_written(path, written)


@lru_cache(maxsize=128)
def _manifest_as_written(path: Path, _written: int) -> Manifest:
    with open_archive(path) as archive:
        return archive.manifest
