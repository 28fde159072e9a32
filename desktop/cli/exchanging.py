"""Verbs that bring cases in and out: import, export."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from desktop.cli.console import DONE, REFUSED, Console
from desktop.domain.people import check_right
from desktop.errors import UserError
from desktop.exchange.times import parse_date


def import_(console: Console) -> int:
    """Brings in the rows of a file: all or none, or the good ones with ``--rejects``."""
    given = console.arguments
    with console.desk() as desk, console.progress() as progress:
        person = console.signed_in(desk)
        check_right("import", person)
        if not given.dry_run:
            desk.backups.make_if_changed()
        result = desk.importing.import_file(
            given.file,
            person,
            column_map=_column_map(given.map),
            dry_run=given.dry_run,
            rejects=given.rejects,
            progress=progress,
            words=console.words,
        )
        for problem in result.problems:
            console.tell(console.words.error(UserError("import_row", "", row=problem.row, reason=problem.error)))
        told = {"imported": result.imported, "skipped": result.skipped, "rejected": result.rejected}
        console.say(console.words.sentence("import_would" if given.dry_run else "import_done", **told))
    return REFUSED if result.rejected else DONE


def _column_map(file: Path | None) -> Mapping[str, str]:
    """Their column names to ours, from a TOML file. Raises ``file_missing``, ``file_unreadable``, ``map_bad``."""
    if file is None:
        return {}
    try:
        data = tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise UserError("file_missing", "map", path=str(file)) from error
    except OSError as error:
        raise UserError("file_unreadable", "map", path=str(file)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError("map_bad", "map", reason=str(error)) from error
    if not all(isinstance(ours, str) for ours in data.values()):
        raise UserError("map_bad", "map", reason=str(file))
    return data


def export(console: Console) -> int:
    """Writes whole cases; an analyst's file holds no names."""
    given = console.arguments
    with console.desk() as desk, console.progress() as progress:
        person = console.signed_in(desk)
        first, until = _day(given.first, "from"), _day(given.until, "until")
        written = desk.exporting.export_file(given.file, person, first=first, until=until, progress=progress)
        console.tell(console.words.quantity("cases", written))
    return DONE


def _day(text: str | None, field: str) -> date | None:
    return None if text is None else parse_date(text, field)
