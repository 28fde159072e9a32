"""Verbs that bring cases in and out: import, export."""

from datetime import date

from desktop.cli.console import DONE, REFUSED, Console
from desktop.domain.people import check_right
from desktop.errors import UserError
from desktop.exchange.columns import read_map
from desktop.exchange.times import parse_date


def import_(console: Console) -> int:
    """Brings in the rows of a file: all or none, or the good ones with ``--rejects``."""
    given = console.arguments
    with console.desk() as desk, console.progress() as progress:
        person = console.signed_in(desk)
        check_right("import", person)
        result = desk.importing.import_file(
            given.file,
            person,
            column_map=read_map(given.map) if given.map else {},
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
