"""Tasks on a case, with due times of their own (domain.md 1: departments work together)."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import func, select

from desktop.domain.commands import AddTask, FinishTask
from desktop.domain.lifecycle import check_given, check_still_ahead
from desktop.domain.texts import check_line
from desktop.errors import UserError
from desktop.models.work import Promise, Task
from desktop.services.case_people import case_worker
from desktop.services.case_work import CaseWork, Done, Transaction

Item = TypeVar("Item", Task, Promise)


def next_place(tx: Transaction, entity: type[Task] | type[Promise], case_id: int) -> int:
    """The number under which acts will name the next task or promise of a case, from 1 on."""
    return (tx.session.scalar(select(func.max(entity.place)).where(entity.case_id == case_id)) or 0) + 1


def named(items: Sequence[tuple[str, Item]], name: str) -> Item | None:
    """The item that an act means: by its place in digits, else by its exact words; the first one that bears them."""
    by_place = (item for _, item in items if str(item.place) == name)
    by_words = (item for words, item in items if words == name)
    return next(by_place, None) or next(by_words, None)


def add_task(tx: Transaction, command: AddTask) -> Done:
    """Something to do for a colleague or a department, for both, or for whoever comes first.

    Raises ``missing`` (``title``), ``no_such_person``, ``cannot_own_cases`` (``to``), ``due_in_past``.
    """
    work = CaseWork.load(tx, command, "task")
    title = check_given(check_line(command.title, "title"), "title")
    department = check_line(command.department, "department").strip()
    receiver = case_worker(tx, command.to, "to") if command.to else None
    check_still_ahead(command.due, tx.at, "due")
    task = Task(case_id=work.case.id, place=next_place(tx, Task, work.case.id), title=title, due=command.due)
    task.department, task.to_id = department, receiver.id if receiver else None
    task.at, task.by = tx.at, tx.person.login
    tx.session.add(task)
    told = {"task": title, "department": department, "to": receiver.login if receiver else None, "due": command.due}
    return work.finish({name: (None, value) for name, value in told.items() if value})


def finish_task(tx: Transaction, command: FinishTask) -> Done:
    """A task is done, by whoever says so. Raises ``no_such_task`` where no open one is meant."""
    work = CaseWork.load(tx, command, "task_done")
    unfinished = select(Task).where(Task.case_id == work.case.id, Task.done_at.is_(None)).order_by(Task.place)
    task = named([(task.title, task) for task in tx.session.scalars(unfinished)], command.task)
    if task is None:
        raise UserError("no_such_task", "task", value=command.task)
    task.done_at, task.done_by = tx.at, tx.person.login
    return work.finish({"task": (None, task.title)})
