"""The form of a backup: one zip file with a manifest, database, chain key, attachments and the site's copies of guide
files; sealed where asked for.

The workspace's own backups leave attachments and copies of guides out: those lie beside them.
"""

import errno
import hashlib
import io
import json
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, BinaryIO

from desktop.errors import UserError
from desktop.files import OWNER_ONLY, is_disk_full, sync_file
from desktop.models import schema
from desktop.models.copying import Contents, contents_of, problems_of
from desktop.models.engine import peek
from desktop.models.manifests import (
    ATTACHMENTS,
    HASH,
    MANIFEST,
    Member,
    guide_name,
    manifest_data,
    read_manifest,
)
from desktop.models.manifests import CHAIN_KEY as CHAIN_KEY
from desktop.models.manifests import DATABASE as DATABASE
from desktop.models.manifests import GUIDES as GUIDES
from desktop.models.manifests import Manifest as Manifest
from desktop.models.sealing import MAGIC, SealedReader, SealedWriter

_KEY_SIZE = 32
_LONGEST_MANIFEST = 8 * 1024 * 1024  #: one line for each attachment
_PIECE = 1 << 20


def attachment_path(workspace: Path, sha256: str) -> Path:
    """Where an attachment lies in a workspace. Raises ``ValueError`` for what is no hash: it might lead elsewhere."""
    if not HASH.fullmatch(sha256):
        raise ValueError("not a hash")
    return workspace / ATTACHMENTS / sha256[:2] / sha256


def lineage_of(key: bytes) -> str:
    """A mark that all databases with the same chain key share."""
    return hashlib.sha256(b"amends lineage" + key).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Packed:
    """What goes into a backup: the copied database, the chain's key, attachments by their hashes, guides by names."""

    database: Path
    key: bytes
    attachments: Mapping[str, Path] = field(default_factory=dict)
    guides: Mapping[str, bytes] = field(default_factory=dict)


def write_archive(file: BinaryIO, manifest: Manifest, packed: Packed, passphrase: str | None) -> Manifest:
    """Writes a backup, sealed where a passphrase is given; returns the manifest it bears.

    An attachment that is not there any more is left out: ``verify`` tells of it. Raises ``OSError``.
    """
    if passphrase is None:
        return _write_zip(file, manifest, packed)
    sealed = SealedWriter(file, passphrase)
    complete = _write_zip(sealed, manifest, packed)
    sealed.finish()
    return complete


def _write_zip(file: IO[bytes] | io.RawIOBase, manifest: Manifest, packed: Packed) -> Manifest:
    key = packed.key
    # Level 1 takes a third of the time of the usual level, and texts become hardly larger.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
        members = {
            DATABASE: _pack(zipped, _info(DATABASE, manifest), packed.database),
            CHAIN_KEY: _member(key),
        }
        for sha256, path in sorted(packed.attachments.items()):
            if path.is_file():
                info = _info(f"{ATTACHMENTS}/{sha256}", manifest)
                info.compress_type = zipfile.ZIP_STORED  # pictures are packed already
                members[info.filename] = _pack(zipped, info, path)
        for name, text in sorted(packed.guides.items()):
            info = _info(f"{GUIDES}/{name}", manifest)
            members[info.filename] = _member(text)
            zipped.writestr(info, text)
        complete = replace(manifest, members=members)
        zipped.writestr(_info(CHAIN_KEY, manifest), key)
        zipped.writestr(_info(MANIFEST, manifest), json.dumps(manifest_data(complete), ensure_ascii=False, indent=2))
    return complete


def _member(content: bytes) -> Member:
    return Member(len(content), hashlib.sha256(content).hexdigest())


def _pack(zipped: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> Member:
    hashed, size = hashlib.sha256(), 0
    with path.open("rb") as content, zipped.open(info, "w", force_zip64=True) as member:
        while piece := content.read(_PIECE):
            hashed.update(piece)
            size += len(piece)
            member.write(piece)
    return Member(size, hashed.hexdigest())


def _info(name: str, manifest: Manifest) -> zipfile.ZipInfo:
    made = manifest.made_at
    info = zipfile.ZipInfo(name, (max(made.year, 1980), made.month, made.day, made.hour, made.minute, made.second))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = OWNER_ONLY << 16
    return info


class Archive:
    """An open backup. Its manifest was read and understood; its files are checked as they are unpacked."""

    def __init__(self, zipped: zipfile.ZipFile, *, sealed: bool) -> None:
        self._zipped, self.sealed = zipped, sealed
        names = zipped.namelist()
        if MANIFEST not in names:
            raise UserError("backup_unknown", "file")
        manifest = _read(zipped, MANIFEST, _LONGEST_MANIFEST)
        self.manifest = read_manifest(manifest)
        if self.manifest.contents.schema not in schema.KNOWN_VERSIONS:
            raise UserError("backup_newer", "file")
        packed = {info.compress_type for info in zipped.infolist()}
        if sorted(names) != sorted({MANIFEST, *self.manifest.members}) or not packed <= {
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        }:
            raise UserError("backup_damaged", "file")

    def key(self) -> bytes:
        """The chain's key. Raises ``backup_damaged``."""
        with _damage():
            key = _read(self._zipped, CHAIN_KEY, _KEY_SIZE)
            if hashlib.sha256(key).hexdigest() != self.manifest.members[CHAIN_KEY].sha256:
                raise ValueError("key")
        if lineage_of(key) != self.manifest.lineage:
            raise UserError("backup_damaged", "file")
        return key

    def unpack_database(self, target: Path) -> None:
        """Writes the database to a new file and checks it against the manifest and by SQLite.

        Raises ``UserError``: ``backup_damaged``, ``disk_full``, ``file_unwritable``; a half file stays then.
        """
        self._unpack(DATABASE, target)
        if _is_unlike(target, self.manifest.contents):
            raise UserError("backup_damaged", "file")

    def attachments(self) -> tuple[str, ...]:
        """The hashes of the attachments that the backup holds."""
        inside = f"{ATTACHMENTS}/"
        return tuple(sorted(m.sha256 for name, m in self.manifest.members.items() if name.startswith(inside)))

    def unpack_attachment(self, sha256: str, target: Path) -> None:
        """Writes an attachment to a new file. Raises as ``unpack_database``."""
        self._unpack(f"{ATTACHMENTS}/{sha256}", target)

    def guides(self) -> tuple[str, ...]:
        """The names of the copies of guide files that the backup holds."""
        return tuple(sorted(filter(None, map(guide_name, self.manifest.members))))

    def unpack_guide(self, name: str, target: Path) -> None:
        """Writes a copy of a guide file to a new file. Raises as ``unpack_database``."""
        self._unpack(f"{GUIDES}/{name}", target)

    def _unpack(self, name: str, target: Path) -> None:
        expected, hashed = self.manifest.members[name], hashlib.sha256()
        left = expected.size
        with _disk(target):
            if shutil.disk_usage(target.parent).free < expected.size:
                raise OSError(errno.ENOSPC, "the file would not fit")
        with _damage(), _disk(target), self._zipped.open(name) as member, target.open("xb") as file:
            while piece := member.read(_PIECE):
                left -= len(piece)
                if left < 0:  # whatever the zip's own directory claims
                    raise ValueError("longer than said")
                hashed.update(piece)
                file.write(piece)
            if left or hashed.hexdigest() != expected.sha256:
                raise ValueError("not what was backed up")
        with _disk(target):
            target.chmod(OWNER_ONLY)
            sync_file(target)


def _is_unlike(database: Path, said: Contents) -> bool:
    try:
        with closing(peek(database)) as connection:
            return next(problems_of(connection), None) is not None or contents_of(connection) != said
    except (sqlite3.Error, ValueError):
        return True


def _read(zipped: zipfile.ZipFile, name: str, longest: int) -> bytes:
    with zipped.open(name) as member:
        content = member.read(longest + 1)
    if len(content) > longest:
        raise ValueError(f"{name} is too long")
    return content


@contextmanager
def _damage() -> Iterator[None]:
    """Whatever can't be read of a file that once was a backup means that it is damaged."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("backup_damaged", "file") from error
    except (NotImplementedError, RuntimeError, OverflowError, RecursionError) as error:  # packed in other ways
        raise UserError("backup_damaged", "file") from error


@contextmanager
def _disk(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = "disk_full" if is_disk_full(error) else "file_unwritable"
        raise UserError(code, "file", path=str(target.parent)) from error


@contextmanager
def open_archive(path: Path, passphrase: str | None = None) -> Iterator[Archive]:
    """Opens a backup and reads its manifest.

    Raises ``UserError``: ``file_missing``, ``file_unreadable``, ``backup_unknown`` (none of ours), ``backup_newer``,
    ``backup_damaged``, ``backup_needs_passphrase``, ``backup_wrong_passphrase``.
    """
    with ExitStack() as opened:
        try:
            file = opened.enter_context(path.open("rb"))
            with _damage():
                zipped, sealed = _open_zip(file, passphrase)
                archive = Archive(opened.enter_context(zipped), sealed=sealed)
        except FileNotFoundError as error:
            raise UserError("file_missing", "file", path=str(path)) from error
        except OSError as error:
            raise UserError("file_unreadable", "file", path=str(path)) from error
        yield archive


def _open_zip(file: BinaryIO, passphrase: str | None) -> tuple[zipfile.ZipFile, bool]:
    head = file.read(len(MAGIC))
    file.seek(0)
    if head == MAGIC:
        if passphrase is None:
            raise UserError("backup_needs_passphrase", "passphrase")
        return zipfile.ZipFile(io.BufferedReader(SealedReader(file, passphrase))), True
    if not head.startswith(b"PK\x03\x04"):
        raise UserError("backup_unknown" if head else "backup_damaged", "file")
    return zipfile.ZipFile(file), False
