"""The case file's second part: what was offered, promised, done and said."""

from collections.abc import Iterator
from datetime import datetime

from desktop.domain.case_file import CaseFile, PromiseRow, RequestRow, TaskRow
from desktop.domain.commands import RemedyOffer
from desktop.reports.case_head import section
from desktop.reports.imprint import Imprint
from desktop.reports.marks import tick_box
from desktop.reports.page import Block
from desktop.reports.tables import Cell, Column, Table, facts

_WHEN, _WHO = 96, 84  #: points for a time, for a name


def work(file: CaseFile, imprint: Imprint, at: datetime) -> Iterator[Block]:
    """Solution, remedies, requests, promises, tasks, contacts and notes; what there is none of is left out."""
    story = file.story
    solution = facts(
        [
            (imprint.word("solution"), story.solution),
            (imprint.word("beyond"), story.beyond_expectation),
            (imprint.word("prevention"), story.prevention),
        ],
        label=98,
    )
    yield from section(imprint.word("remedies"), solution, _remedies(file, imprint))
    yield from section(imprint.word("requests"), _requests(file, imprint))
    yield from section(imprint.word("promises"), _promises(file, imprint, at))
    yield from section(imprint.word("tasks"), _tasks(file, imprint, at))
    yield from section(imprint.word("contacts"), _contacts(file, imprint))
    yield from section(imprint.word("notes"), _notes(file, imprint))


def _remedies(file: CaseFile, imprint: Imprint) -> Table:
    columns = (
        Column(imprint.word("remedy"), share=2),
        Column(imprint.word("when"), points=_WHEN),
        Column(imprint.word("by"), points=_WHO),
        Column(imprint.word("sum"), points=72, align="right"),
    )
    rows: list[tuple[str | Cell, ...]] = []
    for remedy in file.view.remedies:
        notes = [remedy.note, imprint.say("law_card", card=remedy.law_card) if remedy.law_card else ""]
        if remedy.taken_back:
            notes.insert(0, imprint.word("taken_back"))
        name = Cell(imprint.words.term("remedy", remedy.kind), "\n".join(filter(None, notes)), grey=remedy.taken_back)
        amount = Cell(imprint.money(remedy.amount), grey=remedy.taken_back)
        rows.append((name, imprint.time(remedy.at), imprint.name_of(remedy.by), amount))
    total = (imprint.word("total"), "", "", imprint.money(file.compensation)) if file.compensation else ()
    return Table(columns, rows, total=total)


def _requests(file: CaseFile, imprint: Imprint) -> Table:
    columns = (
        Column(imprint.word("asked_for"), share=2),
        Column(imprint.word("asked"), points=_WHEN),
        Column(imprint.word("answer"), share=1.4),
    )
    rows = [
        (
            imprint.words.joined(_offer(offer, imprint) for offer in request.offers),
            Cell(imprint.time(request.at), imprint.name_of(request.by)),
            _decision(request, imprint),
        )
        for request in file.requests
    ]
    return Table(columns, rows)


def _offer(offer: RemedyOffer, imprint: Imprint) -> str:
    word = imprint.words.term("remedy", offer.kind.value)
    return f"{word} {imprint.money(offer.amount)}" if offer.amount else word


def _decision(request: RequestRow, imprint: Imprint) -> Cell:
    if request.granted is None:
        return Cell(imprint.word("waits_for_approval"))
    who = f"{imprint.name_of(request.decided_by)} · {imprint.time(request.decided_at)}"
    word = imprint.word("approved" if request.granted else "declined")
    return Cell(word, "\n".join(filter(None, (who, request.reason))))


def _promises(file: CaseFile, imprint: Imprint, at: datetime) -> Table:
    columns = (
        Column(imprint.word("promise"), share=2),
        Column(imprint.word("due"), points=_WHEN),
        Column(imprint.word("by"), points=_WHO),
        Column(imprint.word("how_it_stands"), points=_WHEN + 12),
    )
    rows = [
        (
            Cell(promise.text, mark=tick_box(promise.kept_at is not None)),
            imprint.time(promise.due),
            imprint.name_of(promise.by),
            _promise_state(promise, imprint, at),
        )
        for promise in file.promises
    ]
    return Table(columns, rows)


def _promise_state(promise: PromiseRow, imprint: Imprint, at: datetime) -> Cell:
    if promise.kept_at is not None:
        return Cell(imprint.word("kept"), imprint.time(promise.kept_at))
    if promise.cancelled_at is not None:
        note = "\n".join(filter(None, (imprint.time(promise.cancelled_at), promise.reason)))
        return Cell(imprint.word("cancelled"), note)
    return Cell(imprint.word("overdue" if promise.is_late(at) else "open"))


def _tasks(file: CaseFile, imprint: Imprint, at: datetime) -> Table:
    columns = (
        Column(imprint.word("task"), share=2),
        Column(imprint.word("to"), points=_WHO + 10),
        Column(imprint.word("due"), points=_WHEN),
        Column(imprint.word("how_it_stands"), points=_WHEN + 12),
    )
    rows = [
        (
            Cell(task.title, mark=tick_box(task.is_done)),
            imprint.words.joined(filter(None, (task.to, task.department))) or imprint.word("anybody"),
            imprint.time(task.due),
            _task_state(task, imprint, at),
        )
        for task in file.tasks
    ]
    return Table(columns, rows)


def _task_state(task: TaskRow, imprint: Imprint, at: datetime) -> Cell:
    if task.done_at is not None:
        return Cell(imprint.word("done"), f"{imprint.time(task.done_at)}\n{imprint.name_of(task.done_by)}")
    return Cell(imprint.word("overdue" if task.is_late(at) else "open"))


def _contacts(file: CaseFile, imprint: Imprint) -> Table:
    rows = []
    for contact in file.contacts:
        how = imprint.words.term("medium", contact.medium)
        reached = "" if contact.reached else imprint.word("not_reached")
        said = Cell(contact.text or reached, "" if not contact.text else reached)
        rows.append((imprint.time(contact.at), Cell(how, contact.with_whom), said, imprint.name_of(contact.by)))
    columns = (
        Column(imprint.word("when"), points=_WHEN),
        Column(imprint.word("how"), points=86),
        Column(imprint.word("said"), share=1),
        Column(imprint.word("by"), points=_WHO),
    )
    return Table(columns, rows)


def _notes(file: CaseFile, imprint: Imprint) -> Table:
    columns = (
        Column(imprint.word("when"), points=_WHEN),
        Column(imprint.word("note"), share=1),
        Column(imprint.word("by"), points=_WHO),
    )
    rows = [(imprint.time(note.at), note.text, imprint.name_of(note.by)) for note in file.view.notes]
    return Table(columns, rows)
