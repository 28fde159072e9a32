"""Tasks for a guest rather than for a case: winning back somebody who may stay away (domain.md 1, row 31)."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.case_file import TaskRow
from desktop.domain.people import Person, check_right
from desktop.domain.texts import check_line, fold, is_blank
from desktop.errors import UserError
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.models.site import Staff
from desktop.models.work import Task
from desktop.services.journal import Journal

RETENTION = "retention"
_TASKS = """SELECT t.place, t.title, t.department, t.to_id, coalesce(s.name, ''), t.due, t.at, t."by", t.done_at,
coalesce(t.done_by, ''), t.kind FROM tasks t LEFT JOIN staff s ON s.id = t.to_id WHERE t.guest_id = ?
ORDER BY t.done_at IS NOT NULL, t.place"""


def tasks_of(driver: Driver, guest_id: int) -> Iterator[TaskRow]:
    """The tasks of a guest, the open ones first."""
    for place, title, department, to_id, to, due, at, by, done_at, done_by, kind in driver.execute(_TASKS, (guest_id,)):
        yield TaskRow(
            place,
            title,
            department,
            to_id,
            to,
            None if due is None else moment(due),
            moment(at),
            by,
            None if done_at is None else moment(done_at),
            done_by,
            kind,
        )


def add_task(
    session: Session, journal: Journal, guest_id: int, title: str, to: str, due: datetime, person: Person, at: datetime
) -> int:
    """Gives somebody (login) a task of winning the guest back; returns its place.

    Raises ``UserError``: ``not_allowed``, ``missing`` (``title``, ``to``), ``no_such_person`` (``to``),
    ``due_in_past`` (``due``).
    """
    check_right("guest", person)
    for value, field in ((title, "title"), (to, "to")):
        if is_blank(check_line(value, field)):
            raise UserError("missing", field)
    if due <= at:
        raise UserError("due_in_past", "due")
    colleague = session.scalar(select(Staff).where(Staff.login_key == fold(to), Staff.active))
    if colleague is None:
        raise UserError("no_such_person", "to", login=to)
    last = session.scalar(select(func.max(Task.place)).where(Task.guest_id == guest_id)) or 0
    task = Task(
        guest_id=guest_id,
        place=last + 1,
        kind=RETENTION,
        title=title,
        to_id=colleague.id,
        due=due,
        at=at,
        by=person.login,
    )
    session.add(task)
    changes = {"guest": (None, guest_id), "task": (None, title), "to": (None, colleague.login), "due": (None, due)}
    journal.append(session, at, person.login, "guest_task", None, changes)
    return task.place


def finish_task(session: Session, journal: Journal, guest_id: int, place: int, person: Person, at: datetime) -> None:
    """A task of a guest is done. Raises ``UserError``: ``not_allowed``, ``no_such_task`` (``task``)."""
    check_right("guest", person)
    task = session.scalar(select(Task).where(Task.guest_id == guest_id, Task.place == place, Task.done_at.is_(None)))
    if task is None:
        raise UserError("no_such_task", "task")
    task.done_at, task.done_by = at, person.login
    changes = {"guest": (None, guest_id), "task": (None, task.title)}
    journal.append(session, at, person.login, "guest_task_done", None, changes)


def reopen_task(session: Session, journal: Journal, guest_id: int, place: int, person: Person, at: datetime) -> None:
    """A task of a guest was not done after all. Raises ``UserError``: ``not_allowed``, ``no_such_task`` (``task``)."""
    check_right("guest", person)
    task = session.scalar(select(Task).where(Task.guest_id == guest_id, Task.place == place, Task.done_at.isnot(None)))
    if task is None:
        raise UserError("no_such_task", "task")
    task.done_at = task.done_by = None
    changes = {"guest": (None, guest_id), "task": (None, task.title)}
    journal.append(session, at, person.login, "guest_task_open", None, changes)
