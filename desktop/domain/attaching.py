"""What may be attached to a case: photos, scans and texts, told by their bytes and never by their name (trust.md)."""

import re
import unicodedata
from dataclasses import dataclass

from desktop.domain.texts import is_blank
from desktop.errors import UserError

LARGEST = 20 * 1024 * 1024  #: bytes of one attachment (default)
MOST_ON_A_CASE = 100
_LONGEST_NAME = 100  #: characters, without the ending


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its media type, and the endings that names of it have, the usual one first."""

    media_type: str
    endings: tuple[str, ...]


JPEG = Kind("image/jpeg", (".jpg", ".jpeg", ".jpe"))
PNG = Kind("image/png", (".png",))
GIF = Kind("image/gif", (".gif",))
WEBP = Kind("image/webp", (".webp",))
BMP = Kind("image/bmp", (".bmp",))
PDF = Kind("application/pdf", (".pdf",))
TEXT = Kind("text/plain", (".txt", ".text", ".log", ".md", ".csv"))
KINDS = (JPEG, PNG, GIF, WEBP, BMP, PDF, TEXT)

#: The first bytes of a file of each kind. Text is what reads as text and begins like nothing else.
_BEGINNINGS: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"\xff\xd8\xff"), JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), PNG),
    (re.compile(rb"GIF8[79]a"), GIF),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), WEBP),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), BMP),
    (re.compile(rb"%PDF-\d"), PDF),
)
_NO_TEXT = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_SCRIPT = re.compile(rb"\s*(?:#!|<\?php|<!doctype html|<html|<script|<svg|MZ)", re.IGNORECASE)
#: Names that Windows keeps for devices.
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)")


def kind_of(content: bytes) -> Kind:
    """The kind of a file by its bytes. Raises ``UserError``: ``attachment_empty``, ``attachment_kind``."""
    if not content:
        raise UserError("attachment_empty", "attachment")
    for beginning, kind in _BEGINNINGS:
        if beginning.match(content):
            return kind
    if _NO_TEXT.search(content) or _SCRIPT.match(content) or not _is_utf8(content):
        raise UserError("attachment_kind", "attachment")
    return TEXT


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def check_size(size: int) -> None:
    """Raises ``UserError`` ``attachment_too_large`` (``limit`` in megabytes) for more than ``LARGEST`` bytes."""
    if size > LARGEST:
        raise UserError("attachment_too_large", "attachment", limit=LARGEST // (1024 * 1024))


def shown_name(given: str, kind: Kind) -> str:
    """A name that is safe to show and to save under: no folders, no controls, no devices, the ending of its kind."""
    last = re.split(r"[/\\]", given)[-1]
    words = "".join(c for c in unicodedata.normalize("NFC", last) if _is_kept(c)).split()
    kept = " ".join(words).strip(" .")
    stem, dot, end = kept.rpartition(".")
    ending = f"{dot}{end}".lower()
    if not stem or ending not in kind.endings:
        stem, ending = kept, kind.endings[0]
    stem = stem.strip(" .")[:_LONGEST_NAME].rstrip(" .")
    if is_blank(stem) or _DEVICES.fullmatch(stem.partition(".")[0]):
        stem = f"attachment {stem}".strip()
    return stem + ending


def _is_kept(character: str) -> bool:
    # Controls, halves of pairs, and the marks that turn the direction of writing: "gpj.exe" must not read "exe.jpg".
    if unicodedata.category(character) in ("Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn"):
        return False
    return character not in '<>:"|?*'
