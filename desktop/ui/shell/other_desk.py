"""The practice desk lies beside the real one, as a workspace of its own (conventions.md 21)."""

from pathlib import Path

_PRACTICE = "-practice"


def practice_folder(folder: Path) -> Path:
    """Where the practice desk of a site lies: a workspace of its own beside it."""
    return folder.with_name(folder.name + _PRACTICE)


def other_desk(folder: Path, training: bool) -> Path | None:
    """The practice desk of a real one and the other way round, where there is one."""
    if not training:
        other = practice_folder(folder)
    elif folder.name.endswith(_PRACTICE):
        other = folder.with_name(folder.name.removesuffix(_PRACTICE))
    else:
        return None
    from desktop.workspace import is_workspace  # here: asked only once a workspace, and so its library, is open

    return other if is_workspace(other) else None
