"""Promises to the guest: each has a clock in the queue until it is kept, or cancelled with a reason (domain.md 4)."""

from sqlalchemy import select

from desktop.domain.commands import AddPromise, CancelPromise, KeepPromise
from desktop.domain.lifecycle import check_given, check_still_ahead
from desktop.domain.texts import check_text
from desktop.errors import UserError
from desktop.models.work import Promise
from desktop.services.case_tasks import named, next_place
from desktop.services.case_work import CaseWork, Done, Transaction, reason_told


def add_promise(tx: Transaction, command: AddPromise) -> Done:
    """The guest was promised something by a time. Raises ``missing`` (``text``), ``due_in_past``."""
    work = CaseWork.load(tx, command, "promise")
    text = check_given(check_text(command.text, "text"), "text")
    check_still_ahead(command.due, tx.at, "due")
    promise = Promise(case_id=work.case.id, place=next_place(tx, Promise, work.case.id), text=text, due=command.due)
    promise.at, promise.by = tx.at, tx.person.login
    tx.session.add(promise)
    _set_promise_due(work)
    return work.finish({"promise": (None, text), "due": (None, command.due)})


def keep_promise(tx: Transaction, command: KeepPromise) -> Done:
    """A promise was kept. Raises ``no_such_promise`` where no open one is meant."""
    work = CaseWork.load(tx, command, "promise_kept")
    promise = _open_promise(work, command.promise)
    promise.reason = check_text(command.reason, "reason")
    promise.kept_at, promise.ended_by = tx.at, tx.person.login
    _set_promise_due(work)
    return work.finish({"promise": (None, promise.text)} | reason_told(promise.reason))


def cancel_promise(tx: Transaction, command: CancelPromise) -> Done:
    """A promise can't be kept, or needn't be. Raises ``no_such_promise``, ``reason_missing``."""
    work = CaseWork.load(tx, command, "promise_cancelled")
    promise = _open_promise(work, command.promise)
    promise.reason = check_given(check_text(command.reason, "reason"), "reason")
    promise.cancelled_at, promise.ended_by = tx.at, tx.person.login
    _set_promise_due(work)
    return work.finish({"promise": (None, promise.text)} | reason_told(promise.reason))


def open_promises(work: CaseWork) -> list[Promise]:
    """What the guest still waits for, in the order in which it was promised."""
    waited_for = [Promise.case_id == work.case.id, Promise.kept_at.is_(None), Promise.cancelled_at.is_(None)]
    return list(work.tx.session.scalars(select(Promise).where(*waited_for).order_by(Promise.place)))


def _open_promise(work: CaseWork, name: str) -> Promise:
    promise = named([(promise.text, promise) for promise in open_promises(work)], name)
    if promise is None:
        raise UserError("no_such_promise", "promise", value=name)
    return promise


def _set_promise_due(work: CaseWork) -> None:
    work.case.promise_due = min((promise.due for promise in open_promises(work)), default=None)
