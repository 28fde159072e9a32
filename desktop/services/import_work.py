"""What was worked on an imported case, as rows: tasks, promises, requests for approval, people."""

from collections.abc import Iterator

from desktop.exchange.records import CaseRecord, RequestRecord, TaskRecord
from desktop.models.base import Base
from desktop.models.work import Member, Promise, RemedyRequest, Task
from desktop.services.case_work import Transaction
from desktop.services.import_known import StaffBook

Row = dict[str, object]


def work_rows(record: CaseRecord, staff: StaffBook, tx: Transaction) -> Iterator[tuple[type[Base], Row]]:
    """The rows of a case, without its id, each with the table it belongs to."""
    for place, task in enumerate(record.tasks, start=1):
        yield Task, {"place": place} | _task(task, staff)
    for place, promise in enumerate(record.promises, start=1):
        names = ("text", "due", "at", "by", "kept_at", "cancelled_at", "ended_by", "reason")
        yield Promise, {"place": place} | {name: getattr(promise, name) for name in names}
    for request in record.requests:
        yield RemedyRequest, _request(request, staff, tx)
    people = [person for person in map(staff.find, record.members) if person is not None]
    for person_id in dict.fromkeys(person.id for person in people):
        yield Member, {"staff_id": person_id, "at": record.received_at, "by": tx.person.login}


def _task(task: TaskRecord, staff: StaffBook) -> Row:
    """A task for somebody whom nobody knows here is a department's, so that the name isn't lost."""
    receiver = staff.find(task.to)
    names = ("title", "due", "at", "by", "done_at", "done_by")
    whom: Row = {"to_id": receiver.id if receiver else None, "department": task.department}
    if receiver is None and not task.department:
        whom["department"] = task.to
    return {name: getattr(task, name) for name in names} | whom


def _request(request: RequestRecord, staff: StaffBook, tx: Transaction) -> Row:
    """Who asked keeps their name; where nobody knows them here, the importer stands for them and can't approve it."""
    asker = staff.find(request.by)
    offers = [
        {"kind": remedy.kind, "amount": remedy.amount, "note": remedy.note, "law_card": remedy.law_card}
        for remedy in request.remedies
    ]
    names = ("at", "by", "replaces", "granted", "decided_at", "decided_by", "reason")
    decided = {name: getattr(request, name) for name in names}
    return {**decided, **request.texts, "by_id": asker.id if asker else tx.person.id, "offers": offers}
