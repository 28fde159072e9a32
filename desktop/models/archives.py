"""The form of a backup: one zip file with a manifest, the database and the chain's key; sealed where asked for."""

import errno
import hashlib
import io
import json
import re
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any, BinaryIO

from desktop.errors import UserError
from desktop.files import OWNER_ONLY, is_disk_full, sync_file
from desktop.models import schema
from desktop.models.copying import Contents, contents_of, problems_of
from desktop.models.engine import peek
from desktop.models.sealing import MAGIC, SealedReader, SealedWriter

FORMAT = 1
_FORMAT_NAME = "amends_backup"  #: tells our manifest from those of other programs
DATABASE = "amends.sqlite"
CHAIN_KEY = "chain.key"
_MANIFEST = "manifest.json"
_MEMBERS = frozenset({_MANIFEST, DATABASE, CHAIN_KEY})
_KEY_SIZE = 32
_LONGEST_MANIFEST = 64 * 1024
_PIECE = 1 << 20
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Member:
    """Size in bytes and SHA-256 (hex) of a file in a backup."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. ``made_at`` is aware; ``lineage`` tells sites apart without giving the key away."""

    made_at: datetime
    program: str
    lineage: str
    contents: Contents
    members: Mapping[str, Member]


def lineage_of(key: bytes) -> str:
    """A mark that all databases with the same chain key share."""
    return hashlib.sha256(b"amends lineage" + key).hexdigest()[:32]


def write_archive(file: BinaryIO, manifest: Manifest, database: Path, key: bytes, passphrase: str | None) -> Manifest:
    """Writes a backup of a copied database, sealed where a passphrase is given; returns the manifest it bears."""
    if passphrase is None:
        return _write_zip(file, manifest, database, key)
    sealed = SealedWriter(file, passphrase)
    complete = _write_zip(sealed, manifest, database, key)
    sealed.finish()
    return complete


def _write_zip(file: IO[bytes] | io.RawIOBase, manifest: Manifest, database: Path, key: bytes) -> Manifest:
    # Level 1 takes a third of the time of the usual level, and texts become hardly larger.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
        hashed = hashlib.sha256()
        with database.open("rb") as content, zipped.open(_info(DATABASE, manifest), "w", force_zip64=True) as member:
            while piece := content.read(_PIECE):
                hashed.update(piece)
                member.write(piece)
        members = {
            DATABASE: Member(database.stat().st_size, hashed.hexdigest()),
            CHAIN_KEY: Member(len(key), hashlib.sha256(key).hexdigest()),
        }
        complete = replace(manifest, members=members)
        zipped.writestr(_info(CHAIN_KEY, manifest), key)
        zipped.writestr(_info(_MANIFEST, manifest), json.dumps(_told(complete), ensure_ascii=False, indent=2))
    return complete


def _info(name: str, manifest: Manifest) -> zipfile.ZipInfo:
    made = manifest.made_at
    info = zipfile.ZipInfo(name, (max(made.year, 1980), made.month, made.day, made.hour, made.minute, made.second))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = OWNER_ONLY << 16
    return info


def _told(manifest: Manifest) -> dict[str, object]:
    contents = asdict(manifest.contents) | {"head_hash": manifest.contents.head_hash.hex()}
    return {
        _FORMAT_NAME: FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "program": manifest.program,
        "lineage": manifest.lineage,
        **contents,
        "members": {name: asdict(member) for name, member in manifest.members.items()},
    }


def _understood(text: bytes) -> Manifest:
    told = json.loads(text)
    if not isinstance(told, dict) or _FORMAT_NAME not in told:
        raise UserError("backup_unknown", "file")
    if told[_FORMAT_NAME] != FORMAT:
        raise UserError("backup_newer", "file")
    types = {"schema": str, "site_code": str, "site_name": str, "zone": str, "training": bool}
    types |= dict.fromkeys(("cases", "entries", "staff", "head_id"), int)
    fields: dict[str, Any] = {name: _typed(told[name], type_) for name, type_ in types.items()}
    members = {name: Member(_typed(m["size"], int), _typed(m["sha256"], str)) for name, m in told["members"].items()}
    made_at = datetime.fromisoformat(told["made_at"])
    if set(members) != _MEMBERS - {_MANIFEST} or made_at.tzinfo is None:
        raise ValueError("members or time")
    if not all(_HASH.fullmatch(m.sha256) and m.size >= 0 for m in members.values()):
        raise ValueError("hashes or sizes")
    contents = Contents(head_hash=bytes.fromhex(told["head_hash"]), **fields)
    return Manifest(made_at, _typed(told["program"], str), _typed(told["lineage"], str), contents, members)


def _typed(value: object, type_: type) -> Any:
    if type(value) is not type_:
        raise ValueError(f"no {type_.__name__}")
    return value


class Archive:
    """An open backup. Its manifest was read and understood; its files are checked as they are unpacked."""

    def __init__(self, zipped: zipfile.ZipFile, *, sealed: bool) -> None:
        self._zipped, self.sealed = zipped, sealed
        names = zipped.namelist()
        if _MANIFEST not in names:
            raise UserError("backup_unknown", "file")
        manifest = _read(zipped, _MANIFEST, _LONGEST_MANIFEST)
        self.manifest = _understood(manifest)
        if self.manifest.contents.schema not in schema.KNOWN_VERSIONS:
            raise UserError("backup_newer", "file")
        packed = {info.compress_type for info in zipped.infolist()}
        if sorted(names) != sorted(_MEMBERS) or not packed <= {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
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
        expected, hashed = self.manifest.members[DATABASE], hashlib.sha256()
        left = expected.size
        with _disk(target):
            if shutil.disk_usage(target.parent).free < expected.size:
                raise OSError(errno.ENOSPC, "the database would not fit")
        with _damage(), _disk(target), self._zipped.open(DATABASE) as member, target.open("xb") as file:
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
        if _is_unlike(target, self.manifest.contents):
            raise UserError("backup_damaged", "file")


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
