"""Files sealed with a passphrase: argon2id makes the key, AES-256-GCM seals piece by piece (trust.md, Storage).

Layout: the header (magic 16 bytes, salt 16, nonce prefix 7, check of the passphrase 16, checksum of the header 8), then
pieces of 1 MiB of content, each with its tag of 16 bytes. A piece's nonce is prefix, number (4 bytes) and whether it is
the last one (1 byte), so that pieces can neither be moved nor cut off; the header is authenticated with every piece.
Pieces are opened one by one, in any order: nothing that was sealed ever lies open on a disk.
"""

import hashlib
import hmac
import io
import os
import secrets
import unicodedata
from typing import TYPE_CHECKING, BinaryIO

from desktop.errors import UserError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"amends-sealed-1\n"
_SALT, _PREFIX, _CHECK, _SUM, _TAG = 16, 7, 16, 8, 16
_HEADER = len(MAGIC) + _SALT + _PREFIX + _CHECK + _SUM
_PIECE = 1 << 20


def _keys(passphrase: str, salt: bytes) -> tuple[bytes, bytes]:
    """The sealing key and the check value. Full-width and half-width passphrases are the same."""
    # Only sealed backups need it, and every start would pay for it.
    from argon2.low_level import Type, hash_secret_raw

    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    raw = hash_secret_raw(secret, salt, time_cost=3, memory_cost=64 * 1024, parallelism=4, hash_len=64, type=Type.ID)
    return raw[:32], hmac.digest(raw[32:], MAGIC + salt, "sha256")[:_CHECK]


def _cipher(key: bytes) -> "AESGCM":
    # As above: 30 ms that only sealed backups need.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)


def _checked(header: bytes) -> bytes:
    """A header with its checksum, so that a damaged one isn't mistaken for a wrong passphrase."""
    return header + hashlib.sha256(header).digest()[:_SUM]


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


class SealedWriter(io.RawIOBase):
    """Seals what is written to it into ``file``. Without ``finish``, which seals the last piece, it can't be opened."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        super().__init__()
        salt, self._prefix = secrets.token_bytes(_SALT), secrets.token_bytes(_PREFIX)
        key, check = _keys(passphrase, salt)
        self._file, self._cipher = file, _cipher(key)
        self._header = _checked(MAGIC + salt + self._prefix + check)
        self._waiting, self._number = bytearray(), 0
        file.write(self._header)

    def writable(self) -> bool:
        """Yes; it can neither be read nor rewound."""
        return True

    def write(self, content: "ReadableBuffer") -> int:
        """Takes some content; whole pieces are written at once."""
        given = memoryview(content).cast("B")
        self._waiting += given
        while len(self._waiting) > _PIECE:  # the last piece may be full, never empty unless it is the only one
            self._seal(bytes(self._waiting[:_PIECE]), last=False)
            del self._waiting[:_PIECE]
        return len(given)

    def finish(self) -> None:
        """Seals what is left as the last piece."""
        self._seal(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _seal(self, piece: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._prefix, self._number, last=last), piece, self._header))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Opens a sealed file for reading and seeking.

    Raises ``UserError`` ``backup_wrong_passphrase``, and ``backup_damaged`` for a piece that was changed or is missing.
    """

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        super().__init__()
        self._file, self._at = file, 0
        whole = file.seek(0, os.SEEK_END)
        file.seek(0)
        self._header = file.read(_HEADER)
        bare = self._header[:-_SUM]
        if _checked(bare) != self._header or not bare.startswith(MAGIC) or whole < _HEADER + _TAG:
            raise UserError("backup_damaged", "file")
        salt, self._prefix, stored = bare[16:32], bare[32:39], bare[39:]
        key, check = _keys(passphrase, salt)
        if not hmac.compare_digest(check, stored):
            raise UserError("backup_wrong_passphrase", "passphrase")
        self._cipher = _cipher(key)
        self._pieces = -(-(whole - _HEADER) // (_PIECE + _TAG))
        self._size = whole - _HEADER - self._pieces * _TAG
        self._opened: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Moves to a place in the content."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        """The place in the content."""
        return self._at

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fills ``buffer`` from at most one piece; 0 at the end."""
        into = memoryview(buffer).cast("B")
        if self._at >= self._size:
            return 0
        number, start = divmod(self._at, _PIECE)
        content = self._piece(number)[start : start + len(into)]
        into[: len(content)] = content
        self._at += len(content)
        return len(content)

    def _piece(self, number: int) -> bytes:
        if self._opened[0] != number:
            # As above.
            from cryptography.exceptions import InvalidTag

            self._file.seek(_HEADER + number * (_PIECE + _TAG))
            sealed = self._file.read(_PIECE + _TAG)
            nonce = _nonce(self._prefix, number, last=number == self._pieces - 1)
            try:
                self._opened = number, self._cipher.decrypt(nonce, sealed, self._header)
            except InvalidTag as error:
                raise UserError("backup_damaged", "file") from error
        return self._opened[1]
