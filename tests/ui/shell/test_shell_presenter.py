"""What the bars say and who is there, without a window."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.kinds import Role
from desktop.domain.people import Person
from desktop.domain.shifts import DEFAULT_SHIFTS, shift_at
from desktop.errors import WorkspaceError
from desktop.ui.shell.presenter import Attendance, ShellPresenter, ShellState
from tests.support.clock import Clock

ZONE = ZoneInfo("Asia/Shanghai")
MAYA = Person(1, "maya", "Maya Chen", Role.RECEPTIONIST, "D1")
RAO = Person(2, "rao", "Sunita Rao", Role.MANAGER, "D1")


class Painted(list):
    paint = list.append


def shell(clock: Clock, backup: datetime | None = None) -> tuple[ShellPresenter, Painted]:
    painted = Painted()
    state = ShellState("Harbour Hotel", "Front desk", MAYA, training=False, now=clock())
    presenter = ShellPresenter(
        painted, state, clock, ZONE, lambda at: shift_at(DEFAULT_SHIFTS, ZONE, at), lambda: backup
    )
    return presenter, painted


def test_times_are_those_of_the_site(clock: Clock) -> None:
    presenter, _ = shell(clock, datetime(2026, 11, 19, 13, 30, tzinfo=UTC))
    assert f"{presenter.state.now:%H:%M}" == "21:42"
    assert presenter.state.last_backup is not None
    assert f"{presenter.state.last_backup:%H:%M}" == "21:30"


def test_the_shift_changes_with_the_clock(clock: Clock) -> None:
    presenter, painted = shell(clock)
    assert painted[-1].shift.code == "evening"
    clock.advance(timedelta(minutes=78))
    presenter.tick()
    assert painted[-1].shift.code == "night"


def test_within_a_minute_nothing_is_painted_anew(clock: Clock) -> None:
    presenter, painted = shell(clock)
    before = len(painted)
    clock.advance(timedelta(seconds=17))
    presenter.tick()
    assert len(painted) == before


def test_a_disk_that_cannot_be_read_leaves_the_last_words_and_the_clock_runs_on(clock: Clock) -> None:
    painted = Painted()
    answers = [(DEFAULT_SHIFTS[1], clock().date())]

    def shift(_at: datetime) -> tuple:
        if not answers:
            raise WorkspaceError("disk_full")
        return answers.pop()

    state = ShellState("Harbour Hotel", "Front desk", MAYA, training=False, now=clock())
    presenter = ShellPresenter(painted, state, clock, ZONE, shift, lambda: None)
    clock.advance(timedelta(minutes=1))
    presenter.tick()
    assert (painted[-1].shift.code, f"{painted[-1].now:%H:%M}") == ("evening", "21:43")


class Window:
    """A view that notes what it is asked to do."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __getattr__(self, name: str):
        return lambda *who: self.done.append(" ".join([name, *(person.login for person in who)]))


def test_coming_back_is_not_coming_anew() -> None:
    window = Window()
    attendance = Attendance(window)
    attendance.come(MAYA)
    attendance.go()
    attendance.come(MAYA)
    assert window.done == ["open_desk maya", "keep_everything", "cover maya", "uncover"]


def test_handing_over_keeps_everything_before_the_next_desk_opens() -> None:
    window = Window()
    attendance = Attendance(window)
    attendance.come(MAYA)
    attendance.go()
    attendance.come(RAO)
    assert window.done == ["open_desk maya", "keep_everything", "cover maya", "close_desk", "open_desk rao"]
    assert attendance.person == RAO


def test_the_cover_comes_even_when_a_draft_cannot_be_kept() -> None:
    class Failing(Window):
        def keep_everything(self) -> None:
            raise RuntimeError

    window = Failing()
    attendance = Attendance(window)
    attendance.come(MAYA)
    with pytest.raises(RuntimeError):
        attendance.go()
    assert window.done[-1] == "cover maya"


def test_nobody_can_go_who_did_not_come() -> None:
    window = Window()
    Attendance(window).go()
    assert window.done == []


def test_somebody_whose_rights_changed_meanwhile_gets_a_new_desk() -> None:
    window = Window()
    attendance = Attendance(window)
    attendance.come(MAYA)
    attendance.go()
    attendance.come(Person(1, "maya", "Maya Chen", Role.MANAGER, "D1"))
    assert window.done[-2:] == ["close_desk", "open_desk maya"]
