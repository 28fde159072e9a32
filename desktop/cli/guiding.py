"""Verbs about guides: ``guide check`` tells line by line why a file can't be used. Needs no workspace."""

from desktop.cli.console import DONE, REFUSED, Console
from desktop.errors import UserError
from desktop.guides.errors import GuideError
from desktop.guides.loading import check_guide, decode
from desktop.guides.yaml_tree import SIZE_LIMIT

_ENOUGH = SIZE_LIMIT + 16  #: bytes to read: a larger file is refused by its size


def check(console: Console) -> int:
    """Checks a guide file of any kind; every complaint is one line with the file, the line and the reason."""
    path = console.arguments.file
    try:
        with path.open("rb") as file:
            content = file.read(_ENOUGH)
    except FileNotFoundError:
        raise UserError("file_missing", "file", path=str(path)) from None
    except OSError:
        raise UserError("file_unreadable", "file", path=str(path)) from None
    try:
        check_guide(decode(content, path.name), path.name)
    except GuideError as error:
        for one in error.all:
            console.tell(told(one, path.name, console))
        return REFUSED
    console.say(console.words.sentence("guide_fine", file=path.name))
    return DONE


def told(error: GuideError, file: str, console: Console) -> str:
    """One complaint in the reader's language."""
    return console.words.sentence("guide_complaint", file=file, line=error.line, where=error.field, reason=error)
