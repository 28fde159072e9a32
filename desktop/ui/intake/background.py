"""The form's questions to the desk, asked behind the window."""

from collections.abc import Callable
from typing import TypeVar

from desktop.domain.commands import OpenCase, Settle
from desktop.domain.rows import Draft, GuestHistory, GuestRow
from desktop.ui.intake.doors import Doors, DraftData, Failed, Functions, OnTheSpot, Opened
from desktop.ui.tasks import Runner

T = TypeVar("T")
Answered = Callable[[T], object]


def in_background(functions: Functions, runner: Runner) -> Doors:
    """Doors that do their work in the task runner."""

    def ask(work: Callable[[], T], answered: Answered[T], failed: Failed) -> None:
        runner.run(lambda _progress: work(), answered, failed)

    def open_case(command: OpenCase, answered: Answered[Opened], failed: Failed) -> None:
        ask(lambda: functions.open_case(command), answered, failed)

    def open_and_settle(opening: OpenCase, settle: Settle, answered: Answered[OnTheSpot], failed: Failed) -> None:
        ask(lambda: functions.open_and_settle(opening, settle), answered, failed)

    def settle(command: Settle, answered: Answered[object], failed: Failed) -> None:
        ask(lambda: functions.settle(command), answered, failed)

    def allowance(answered: Answered[int | None], failed: Failed) -> None:
        ask(functions.allowance, answered, failed)

    def save_draft(data: DraftData, draft_id: int | None, answered: Answered[Draft], failed: Failed) -> None:
        ask(lambda: functions.save_draft(data, draft_id), answered, failed)

    def drafts(answered: Answered[tuple[Draft, ...]], failed: Failed) -> None:
        ask(functions.drafts, answered, failed)

    def discard_draft(draft_id: int, answered: Answered[object], failed: Failed) -> None:
        ask(lambda: functions.discard_draft(draft_id), answered, failed)

    def history_of(name: str, phone: str, email: str, answered: Answered[GuestHistory | None], failed: Failed) -> None:
        ask(lambda: functions.history_of(name, phone, email), answered, failed)

    def suggest(name: str, answered: Answered[tuple[GuestRow, ...]], failed: Failed) -> None:
        ask(lambda: functions.suggest(name), answered, failed)

    def guest(guest_id: int, answered: Answered[GuestRow | None], failed: Failed) -> None:
        ask(lambda: functions.guest(guest_id), answered, failed)

    return Doors(
        open_case=open_case,
        open_and_settle=open_and_settle,
        settle=settle,
        allowance=allowance,
        save_draft=save_draft,
        drafts=drafts,
        discard_draft=discard_draft,
        history_of=history_of,
        suggest=suggest,
        guest=guest,
    )
