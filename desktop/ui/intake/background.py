"""The form's questions to the desk, asked behind the window."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from desktop.domain.commands import AddNote, OnCase, OpenCase, Settle
from desktop.domain.past_help import PastHelp, RemedyIdea
from desktop.domain.rows import Draft, GuestHistory, GuestRow
from desktop.ui.intake.doors import Doors, DraftData, Failed, Functions, Leading, OnTheSpot, TakenDown
from desktop.ui.tasks import Runner

T = TypeVar("T")
Answered = Callable[[T], object]


def in_background(functions: Functions, runner: Runner) -> Doors:
    """Doors that do their work in the task runner."""

    def ask(work: Callable[[], T], answered: Answered[T], failed: Failed) -> None:
        runner.run(lambda _progress: work(), answered, failed)

    def take_down(
        opening: OpenCase, following: Sequence[OnCase], answered: Answered[TakenDown], failed: Failed
    ) -> None:
        ask(lambda: functions.take_down(opening, following), answered, failed)

    def open_and_settle(opening: OpenCase, settle: Settle, answered: Answered[OnTheSpot], failed: Failed) -> None:
        ask(lambda: functions.open_and_settle(opening, settle), answered, failed)

    def settle(command: Settle, answered: Answered[object], failed: Failed) -> None:
        ask(lambda: functions.settle(command), answered, failed)

    def add_note(command: AddNote, answered: Answered[object], failed: Failed) -> None:
        ask(lambda: functions.add_note(command), answered, failed)

    def leading(answered: Answered[Leading], failed: Failed) -> None:
        ask(functions.leading, answered, failed)

    def past_cases(category: str, text: str, answered: Answered[tuple[PastHelp, ...]], failed: Failed) -> None:
        ask(lambda: functions.past_cases(category, text), answered, failed)

    def ideas(category: str, answered: Answered[tuple[RemedyIdea, ...]], failed: Failed) -> None:
        ask(lambda: functions.ideas(category), answered, failed)

    def manager(answered: Answered[str], failed: Failed) -> None:
        ask(functions.manager, answered, failed)

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
        take_down=take_down,
        open_and_settle=open_and_settle,
        settle=settle,
        add_note=add_note,
        leading=leading,
        past_cases=past_cases,
        ideas=ideas,
        manager=manager,
        allowance=allowance,
        save_draft=save_draft,
        drafts=drafts,
        discard_draft=discard_draft,
        history_of=history_of,
        suggest=suggest,
        guest=guest,
    )
