"""Putting a restored database in the place of the present one, in steps that can be taken up again after a power cut.

A restored database is made ready in a folder of its own inside the workspace, checked, and renamed to ``restored-…``:
from then on it counts. What it replaces is moved to ``replaced-…``. Opening a workspace finishes an interrupted swap.
"""

import shutil
from datetime import datetime
from pathlib import Path

from desktop.files import sync_folder
from desktop.models.archives import CHAIN_KEY, DATABASE, GUIDES
from desktop.models.backing_up import stamp

_UNREADY, _READY, _REPLACED = "restoring-", "restored-", "replaced-"
_COMPANIONS = ("-wal", "-shm", "-journal", "")  #: the log goes first: it must never lie beside another database


def new_staging(folder: Path, at: datetime) -> Path:
    """An empty folder, for its owner only, to make a restored database ready in. ``at`` (aware) stands in its name."""
    name, count = stamp(at), 1
    while any((folder / f"{prefix}{name}").exists() for prefix in (_UNREADY, _READY, _REPLACED)):
        count += 1
        name = f"{stamp(at)}-{count}"
    staging = folder / f"{_UNREADY}{name}"
    staging.mkdir(mode=0o700)
    return staging


def clear_away_unready(folder: Path) -> None:
    """Removes what an interrupted restore left before it counted."""
    for staging in folder.glob(f"{_UNREADY}*"):
        shutil.rmtree(staging, ignore_errors=True)


def declare_ready(staging: Path) -> Path:
    """From here on the restored database counts."""
    sync_folder(staging)
    ready = staging.with_name(_READY + staging.name.removeprefix(_UNREADY))
    staging.rename(ready)
    sync_folder(ready.parent)
    return ready


def ready_in(folder: Path) -> Path | None:
    """A restored database that waits to be put in its place."""
    return next(folder.glob(f"{_READY}*"), None)


def swap_in(ready: Path) -> Path | None:
    """Puts a restored database in its place. Returns the folder with what it replaced, ``None`` where nothing was.

    The caller holds the workspace for itself. Raises ``OSError``; called again, it goes on where it was stopped.
    """
    folder = ready.parent
    replaced = ready.with_name(_REPLACED + ready.name.removeprefix(_READY))
    for name in (DATABASE, CHAIN_KEY):
        if not (ready / name).exists():  # it is in its place already
            continue
        for companion in _COMPANIONS:
            old = folder / f"{name}{companion}"
            if old.exists():
                replaced.mkdir(mode=0o700, exist_ok=True)
                old.replace(replaced / old.name)
        (ready / name).replace(folder / name)
    _swap_in_guides(ready, folder)
    sync_folder(folder)
    shutil.rmtree(ready)
    return replaced if replaced.exists() else None


def _swap_in_guides(ready: Path, folder: Path) -> None:
    """Puts the restored copies of guide files in their place; what was there is moved aside, beside them."""
    restored, moment = ready / GUIDES, ready.name.removeprefix(_READY)
    if not restored.is_dir():
        return
    place = folder / GUIDES
    if not place.is_dir() and is_there(place):
        place.rename(free_aside(place, moment))
    place.mkdir(mode=0o700, exist_ok=True)
    for new in sorted(restored.iterdir()):
        old = place / new.name
        if is_there(old) and not (old.is_file() and old.read_bytes() == new.read_bytes()):
            old.rename(free_aside(old, moment))
        new.replace(old)
    sync_folder(place)


def free_aside(path: Path, moment: str) -> Path:
    """A free name beside a file for moving it aside; ``moment`` stands in it."""
    aside, count = path.with_name(f"{path.name}.{moment}.bak"), 1
    while is_there(aside):
        count += 1
        aside = path.with_name(f"{path.name}.{moment}-{count}.bak")
    return aside


def is_there(path: Path) -> bool:
    """Whether anything bears the name, a link into nowhere too. Raises ``OSError``."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
