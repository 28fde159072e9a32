"""Backups by themselves, and trouble told once."""

from datetime import datetime

from desktop.errors import UserError, WorkspaceError
from desktop.ui.shell.caretaker import Care, Caretaker
from desktop.ui.tasks import InlineRunner
from tests.support.clock import Clock


class Desk:
    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.due, self.failure = True, ""
        self.problems: tuple[UserError, ...] = ()
        self.done: list[str] = []
        self.told: list[str] = []
        care = Care(
            is_due=lambda _at: self.due,
            make=self._make,
            make_if_changed=self._make,
            prune=self._prune,
            quick_check=lambda: self.problems,
            now=clock,
        )
        self.caretaker = Caretaker(care, InlineRunner(), lambda refusal: self.told.append(refusal.code))

    def _make(self) -> None:
        if self.failure:
            raise WorkspaceError(self.failure)
        self.done.append("backup")

    def _prune(self, _at: datetime) -> None:
        self.done.append("prune")


def test_a_backup_that_is_due_is_made_and_old_ones_cleared_away(qapp, clock: Clock) -> None:
    desk = Desk(clock)
    desk.caretaker.look()
    assert desk.done == ["backup", "prune"]


def test_nothing_is_made_before_its_time(qapp, clock: Clock) -> None:
    desk = Desk(clock)
    desk.due = False
    desk.caretaker.look()
    assert desk.done == []


def test_the_last_backup_is_made_when_the_desk_closes(qapp, clock: Clock) -> None:
    desk = Desk(clock)
    desk.due = False
    desk.caretaker.finish()
    assert desk.done == ["backup"]


def test_a_backup_that_fails_is_told_once_and_again_after_it_worked(qapp, clock: Clock) -> None:
    desk = Desk(clock)
    desk.failure = "disk_full"
    desk.caretaker.look()
    desk.caretaker.look()
    assert desk.told == ["disk_full"]
    desk.failure = ""
    desk.caretaker.look()
    assert desk.done == ["backup", "prune"]
    desk.failure = "disk_full"
    desk.caretaker.look()
    assert desk.told == ["disk_full", "disk_full"]


def test_a_damaged_database_is_told_after_the_start(qapp, clock: Clock) -> None:
    desk = Desk(clock)
    desk.problems = (WorkspaceError("database_damaged"),)
    desk.caretaker.start()
    assert desk.told == ["database_damaged"]
