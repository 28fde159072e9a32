"""Verbs that keep the data safe: backup, restore, verify, doctor."""

from desktop.cli.console import DONE, REFUSED, Console
from desktop.domain.people import check_right
from desktop.errors import UserError, WorkspaceError
from desktop.services.desk import system_clock
from desktop.services.doctor import doctor as examine
from desktop.services.restoring import restore as put_back

PASSPHRASE_VARIABLE = "AMENDS_BACKUP_PASSPHRASE"


def backup(console: Console) -> int:
    """Writes a backup: in the workspace, or as the file that was named."""
    passphrase = console.environ.get(PASSPHRASE_VARIABLE)
    with console.desk() as desk:
        made = desk.backups.make(console.arguments.file, passphrase)
        if console.arguments.file is not None and passphrase is None:
            console.tell(console.words.sentence("backup_is_open", name=PASSPHRASE_VARIABLE))
        console.say(str(made.path))
    return DONE


def restore(console: Console) -> int:
    """Brings a backup back, after the owner has signed in where there is a desk that can be opened."""
    who = _restorer(console)
    file, passphrase = console.arguments.file, console.environ.get(PASSPHRASE_VARIABLE)
    done = put_back(console.folder, file, passphrase, at=system_clock(), by=who)
    console.say(str(console.folder))
    if done.kept is not None:
        console.tell(console.words.sentence("restore_kept", path=str(done.kept.path)))
    if done.replaced is not None:
        console.tell(console.words.sentence("restore_replaced", path=str(done.replaced)))
    return DONE


def _restorer(console: Console) -> str:
    """The login of the one who restores. A workspace that can't be opened has nobody to ask."""
    try:
        with console.desk() as desk:
            person = console.signed_in(desk)
            check_right("restore", person)
            return person.login
    except WorkspaceError as error:
        if error.code == "workspace_busy":
            raise
        return ""


def verify(console: Console) -> int:
    """Checks database, history and search index in full."""
    with console.desk() as desk:
        report = desk.health.verify()
    problems = [_problem(console, problem) for problem in report.problems]
    if console.arguments.json:
        console.say_json({"ok": report.ok, "entries": report.entries, "cases": report.cases, "problems": problems})
    else:
        for problem in problems:
            console.say(problem["message"])
        if report.ok:
            console.say(console.words.sentence("verified", cases=report.cases, entries=report.entries))
    return DONE if report.ok else REFUSED


def _problem(console: Console, problem: UserError) -> dict[str, str]:
    return {"code": problem.code, "message": console.words.error(problem)}


def doctor(console: Console) -> int:
    """Version, paths, health, fonts; works without a workspace, and tells nothing of guests."""
    lines = examine(console.folder if console.folder.exists() else None)
    if console.arguments.json:
        told = {line.key: {"value": line.value, "ok": line.ok, "note": line.note_code or None} for line in lines}
        console.say_json({"ok": all(line.ok for line in lines), "findings": told})
        return DONE
    for line in lines:
        console.say(f"{'  ' if line.ok else '! '}{console.words.term('doctor', line.key)}  {line.value}")
        if line.problem is not None:
            console.say(f"    {console.words.error(line.problem)}")
    return DONE
