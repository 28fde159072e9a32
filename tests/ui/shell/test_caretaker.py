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
        self.changes: list[bool] = []  #: what each look at the settings is to find
        self.looks: list[bool] = []
        care = Care(
            is_due=lambda _at: self.due,
            make=self._make,
            make_if_changed=self._make,
            prune=self._prune,
            quick_check=lambda: self.problems,
            refresh_site=self._refresh,
            now=clock,
        )
        self.caretaker = Caretaker(care, InlineRunner(), lambda refusal: self.told.append(refusal.code))
        self.caretaker.looked_at_site.connect(self.looks.append)

    def _refresh(self) -> bool:
        if self.failure:
            raise WorkspaceError(self.failure)
        return bool(self.changes) and self.changes.pop(0)

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


def test_every_look_tells_whether_the_settings_were_changed_elsewhere(qapp, clock: Clock) -> None:
    desk = Desk(clock)
    desk.changes = [False, True]
    for _ in range(3):
        desk.caretaker.look()
    assert desk.looks == [False, True, False]


def test_settings_that_cannot_be_read_are_looked_at_again(qapp, clock: Clock) -> None:
    desk = Desk(clock)
    desk.due, desk.failure = False, "database_locked"
    desk.caretaker.look()
    desk.failure, desk.changes = "", [True]
    desk.caretaker.look()
    assert (desk.looks, desk.told) == ([True], [])
