"""Restoring a backup: everything is checked before anything is touched (trust.md, Storage)."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from pathlib import Path

from desktop.errors import UserError, WorkspaceError
from desktop.files import PART, is_disk_full, sync_file, sync_folder, write_new
from desktop.locks import held
from desktop.looking import (
    check_left_over_log,
    check_place,
    has_log,
    read_key,
    read_version,
    refuse_network_drive,
    refused,
)
from desktop.models import schema
from desktop.models.archives import CHAIN_KEY, DATABASE, GUIDES, Archive, Manifest, open_archive
from desktop.models.backing_up import BACKUPS, BackupMade, free_path, make_backup
from desktop.models.chain import tail_fits
from desktop.models.copying import problems_of
from desktop.models.engine import Database, database_errors, peek
from desktop.services.attachment_store import AttachmentStore
from desktop.services.journal import Journal
from desktop.swapping import clear_away_unready, declare_ready, new_staging, ready_in, swap_in
from desktop.workspace import LOGS, holds_other_things, is_workspace, take_maintenance

ACT = "restore"  #: how a restore is called in the history


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the backup's manifest; the backup made of what was there, or the folder it was moved to."""

    manifest: Manifest
    kept: BackupMade | None
    replaced: Path | None


def inspect(file: Path, passphrase: str | None = None) -> Manifest:
    """What a backup says of itself, for the person to look at before restoring it. Nothing is unpacked.

    Raises ``UserError``: ``file_missing``, ``file_unreadable``, ``backup_unknown``, ``backup_newer``,
    ``backup_damaged``, ``backup_needs_passphrase``, ``backup_wrong_passphrase``.
    """
    with open_archive(file, passphrase) as archive:
        return archive.manifest


def restore(folder: Path, file: Path, passphrase: str | None = None, *, at: datetime, by: str = "") -> Restored:
    """Puts a backup in the place of the workspace in ``folder``, or makes that workspace where there is none.

    The workspace must be closed. One that is whole is backed up first; a damaged one is moved to ``replaced-…`` inside
    it and stays there. Logs and other backups stay; copies of guide files that differ from the backup's are moved
    aside, beside them. The history says who restored (``by``, a login) and when (``at``,
    the present moment, aware). Raises what ``inspect`` raises, ``backup_foreign`` over a whole workspace of another
    site, and ``WorkspaceError``: ``workspace_in_use``, ``workspace_busy``, ``workspace_not_empty``,
    ``workspace_read_only``, ``network_drive``, ``disk_full``. Whatever is refused changes nothing.
    """
    refuse_network_drive(folder)
    with open_archive(file, passphrase) as archive, _own_folder(folder):
        if (interrupted := ready_in(folder)) is not None:
            swap_in(interrupted)
        clear_away_unready(folder)
        present = _key_of_a_whole(folder)
        if present is not None and not compare_digest(present, archive.key()):
            raise UserError("backup_foreign", "file")
        staging = new_staging(folder, at)
        try:
            _unpack(archive, staging, at, by)
            _unpack_attachments(archive, folder)
            _unpack_guides(archive, staging)
            kept = None if present is None else _keep(folder, present, at)
            ready = declare_ready(staging)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        replaced = swap_in(ready)
        if kept is not None and replaced is not None:
            shutil.rmtree(replaced, ignore_errors=True)
            replaced = None
        for name in (BACKUPS, LOGS):
            (folder / name).mkdir(exist_ok=True)
        return Restored(archive.manifest, kept, replaced)


@contextmanager
def _own_folder(folder: Path) -> Iterator[None]:
    """The folder for oneself. One that was made for the restore goes again when that is refused."""
    made = not folder.exists()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_workspace(folder) and holds_other_things(folder):
            raise refused("workspace_not_empty", folder)
        with held(take_maintenance(folder)):
            yield
    except BaseException as error:
        if made:
            shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError):
            code = "disk_full" if is_disk_full(error) else "workspace_read_only"
            raise WorkspaceError(code, path=str(folder)) from error
        raise


def _key_of_a_whole(folder: Path) -> bytes | None:
    """The chain key of the present workspace; ``None`` where there is none, or where it is damaged in any way.

    It is only looked at: what is damaged is kept as it is.
    """
    try:
        check_place(folder)
        read_version(folder)
        key = read_key(folder)
        if has_log(folder):
            check_left_over_log(folder, key)
        with closing(peek(folder / DATABASE)) as connection:
            whole = next(problems_of(connection), None) is None and tail_fits(connection, key)
        return key if whole else None
    except (WorkspaceError, sqlite3.Error):
        return None


def _keep(folder: Path, key: bytes, at: datetime) -> BackupMade:
    return make_backup(folder, folder / DATABASE, key, free_path(folder / BACKUPS, at), at)


def _unpack(archive: Archive, staging: Path, at: datetime, by: str) -> None:
    """Makes the restored database ready: checked, upgraded, and with the restore in its history."""
    path, key = staging / DATABASE, archive.key()
    archive.unpack_database(path)
    write_new(staging / CHAIN_KEY, key)
    database, journal = Database(path), Journal(key)
    try:
        with database_errors(path):
            if archive.manifest.contents.schema != schema.HEAD:
                schema.upgrade(path)
            _check_history(database, journal)
            with database.writing() as session:
                journal.append(session, at, by, ACT, None, {"backup": (None, archive.manifest.made_at)})
    finally:
        database.close()
    sync_file(path)


def _unpack_attachments(archive: Archive, folder: Path) -> None:
    """Puts the attachments of the backup beside those that are there; none is ever replaced by another content."""
    store = AttachmentStore(folder)
    for sha256 in archive.attachments():
        if store.is_whole(sha256):
            continue
        path = store.path(sha256)
        part = path.with_name(f".{sha256}{PART}")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            archive.unpack_attachment(sha256, part)
            part.replace(path)
            sync_folder(path.parent)
        finally:
            part.unlink(missing_ok=True)


def _unpack_guides(archive: Archive, staging: Path) -> None:
    """Makes the site's copies of guide files ready; they are put in place with the database."""
    names = archive.guides()
    if names:
        (staging / GUIDES).mkdir(mode=0o700)
    for name in names:
        archive.unpack_guide(name, staging / GUIDES / name)


def _check_history(database: Database, journal: Journal) -> None:
    try:
        with database.reading() as connection:
            whole = journal.first_break(connection) is None
    except (TypeError, ValueError, AttributeError, OverflowError):  # values that this program never wrote
        whole = False
    if not whole:
        raise UserError("backup_damaged", "file")
