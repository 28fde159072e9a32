"""The site's own copies of guide files: read with care, and only when they have changed (guides.md, trust.md)."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.kinds import Property
from desktop.errors import UserError
from desktop.guides.errors import GuideError
from desktop.guides.shipped import APOLOGY_FILE, CONVERSATION_FILE, bank_file
from desktop.models.archives import GUIDES

if TYPE_CHECKING:
    from desktop.guides.model import ApologyTexts, Bank, Guide

Loaded: TypeAlias = "Guide | Bank | ApologyTexts"
_Stamp = tuple[int, ...]

#: The names of the guide files. There are no others.
FILES = (CONVERSATION_FILE, *(bank_file(property_) for property_ in Property), APOLOGY_FILE)

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that lies in the folder: what it says, or why it can't be used. ``stamp`` tells one state from another."""

    stamp: _Stamp
    loaded: "Loaded | None" = None
    error: GuideError | None = None


class GuideCopies:
    """Keeps each copy as it was read until its file changes. Safe to use from several threads."""

    def __init__(self, workspace: Path) -> None:
        self.folder = workspace / GUIDES
        self._known: dict[str, Copy] = {}
        self._lock = Lock()

    def copy(self, name: str) -> Copy | None:
        """The copy of one of ``FILES`` as it lies there now; None where there is none. Never raises."""
        path = self.folder / name
        with self._lock:
            try:
                stamp = _stamp(path)
                known = self._known.get(name)
                if known is None or known.stamp != stamp:
                    known = self._known[name] = _read(path, name, stamp)
            except (FileNotFoundError, NotADirectoryError):  # also where it vanished between two looks
                self._known.pop(name, None)
                return None
            except OSError:
                known = self._known[name] = Copy((), error=GuideError("guide_unreadable", line=0, file=name))
            return known

    def forget(self) -> None:
        """Reads every copy anew at the next look: a clock too coarse may have hidden a change."""
        with self._lock:
            self._known.clear()


def _stamp(path: Path) -> _Stamp:
    found = path.lstat()
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _read(path: Path, name: str, stamp: _Stamp) -> Copy:
    """Raises ``OSError``."""
    if not stat.S_ISREG(stamp[0]):  # a link might lead anywhere, and a pipe would never end
        return Copy(stamp, error=GuideError("guide_no_file", line=0, file=name))
    from desktop.guides.yaml_tree import SIZE_LIMIT

    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        content = file.read(SIZE_LIMIT + 16)  # a larger file is refused by its size
    try:
        return Copy(stamp, loaded=_loaded(content, name))
    except GuideError as error:
        return Copy(stamp, error=error)


def _loaded(content: bytes, name: str) -> Loaded:
    """Raises ``GuideError``."""
    from desktop.guides.loading import decode, load_apology_texts, load_bank, load_guide  # few sites have copies

    text = decode(content, name)
    if name == CONVERSATION_FILE:
        return load_guide(text, name)
    return load_apology_texts(text, name) if name == APOLOGY_FILE else load_bank(text, name)


def refusal_of(copies: GuideCopies) -> UserError | None:
    """What to tell of copies that aren't used: ``guide_copy_refused`` with the first complaint of the first of them."""
    for name in FILES:
        copy = copies.copy(name)
        if copy is not None and copy.error is not None:
            reason = copy.error
            return UserError("guide_copy_refused", "guide", file=name, line=reason.line or None, reason=reason)
    return None
