"""What was worked on a case, as its object tells it: tasks, promises, requests, people, pauses."""

from typing import TypeVar

from desktop.domain.kinds import RemedyKind
from desktop.errors import UserError
from desktop.exchange.given import Given
from desktop.exchange.records import PauseRecord, PromiseRecord, RemedyRecord, RequestRecord, TaskRecord

Known = TypeVar("Known")


def needed(value: Known | None, field: str) -> Known:
    """A value that must be there. Raises ``missing``."""
    if value is None or value == "":
        raise UserError("missing", field)
    return value


def read_remedies(given: Given) -> tuple[RemedyRecord, ...]:
    """The remedies of a case object or of a request. Raises ``UserError`` for the first that does not fit."""
    return tuple(
        RemedyRecord(
            kind=needed(item.code("kind", RemedyKind, "remedy"), "kind"),
            amount=item.amount("amount") or 0,
            note=item.text("note"),
            law_card=item.line("law_card"),
            by=item.line("by"),
            at=item.time("at"),
            taken_back_at=item.time("taken_back_at"),
        )
        for item in given.objects("remedies")
    )


def read_tasks(given: Given) -> tuple[TaskRecord, ...]:
    """The tasks of a case object, in their order."""
    return tuple(
        TaskRecord(
            title=needed(item.line("title"), "title"),
            department=item.line("department"),
            to=item.line("to"),
            due=item.time("due", ever=True),
            at=needed(item.time("at"), "at"),
            by=item.line("by"),
            done_at=item.time("done_at"),
            done_by=item.name("done_by"),
        )
        for item in given.objects("tasks")
    )


def read_promises(given: Given) -> tuple[PromiseRecord, ...]:
    """The promises of a case object, in their order."""
    return tuple(
        PromiseRecord(
            text=needed(item.text("text"), "text"),
            due=needed(item.time("due", ever=True), "due"),
            at=needed(item.time("at"), "at"),
            by=item.line("by"),
            kept_at=item.time("kept_at"),
            cancelled_at=item.time("cancelled_at"),
            ended_by=item.name("ended_by"),
            reason=item.text("reason"),
        )
        for item in given.objects("promises")
    )


def read_requests(given: Given) -> tuple[RequestRecord, ...]:
    """The offers that wait, or waited, for an approval."""
    return tuple(
        RequestRecord(
            at=needed(item.time("at"), "at"),
            by=item.line("by"),
            remedies=read_remedies(item),
            replaces=item.yes("replaces"),
            texts={name: item.text(name) for name in ("solution", "beyond_expectation", "prevention")},
            granted=None if item.raw("granted") is None else item.yes("granted"),
            decided_at=item.time("decided_at"),
            decided_by=item.name("decided_by"),
            reason=item.text("reason"),
        )
        for item in given.objects("requests")
    )


def read_pauses(given: Given) -> tuple[PauseRecord, ...]:
    """The times of waiting for the guest. Raises ``runs_backwards`` for one that ends before it began."""
    pauses = tuple(
        PauseRecord(needed(item.time("started_at"), "started_at"), item.time("ended_at"))
        for item in given.objects("pauses")
    )
    if any(pause.ended_at is not None and pause.ended_at < pause.started_at for pause in pauses):
        raise UserError("runs_backwards", "pauses")
    return pauses
