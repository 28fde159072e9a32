"""What the bars around the page say, and who is in front of them. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Protocol

from desktop.domain.people import Person
from desktop.domain.shifts import Shift
from desktop.errors import UserError

ShiftAt = Callable[[datetime], tuple[Shift, date] | None]


@dataclass(frozen=True, slots=True)
class ShellState:
    """All that rail and bars show. Equal states look the same."""

    site: str
    desk: str
    person: Person
    training: bool
    now: datetime  #: in the site's zone, to the minute
    shift: Shift | None = None
    last_backup: datetime | None = None  #: in the site's zone
    door: str = ""


class ShellView(Protocol):
    """What the presenter needs of the page."""

    def paint(self, state: ShellState) -> None:
        """Shows the state."""


class ShellPresenter:
    """Owns the state. ``now`` gives aware moments, ``zone`` is the site's; both other functions take milliseconds."""

    def __init__(
        self,
        view: ShellView,
        state: ShellState,
        now: Callable[[], datetime],
        zone: tzinfo,
        shift_at: ShiftAt,
        last_backup: Callable[[], datetime | None],
    ) -> None:
        self._view, self._state, self._now, self._zone = view, state, now, zone
        self._shift_at, self._last_backup = shift_at, last_backup
        self.tick()
        view.paint(self._state)

    @property
    def state(self) -> ShellState:
        """What is shown now."""
        return self._state

    def rename(self, site: str, desk: str) -> None:
        """Site or desk are called something else from now on."""
        self._set(replace(self._state, site=site, desk=desk))

    def open(self, door: str) -> None:
        """Another screen is shown."""
        self._set(replace(self._state, door=door))

    def tick(self) -> None:
        """Looks at the clock, the shift and the last backup: once a minute.

        What can't be read now stays as it was; whoever works with the data is told by the page.
        """
        moment = self._now()
        state = replace(self._state, now=moment.astimezone(self._zone).replace(second=0, microsecond=0))
        try:
            found, backup = self._shift_at(moment), self._last_backup()
        except UserError:
            self._set(state)
            return
        last_backup = backup.astimezone(self._zone) if backup else None
        self._set(replace(state, shift=found[0] if found else None, last_backup=last_backup))

    def _set(self, state: ShellState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)


class AttendanceView(Protocol):
    """What the window does when people come and go."""

    def open_desk(self, person: Person) -> None:
        """Builds the desk of somebody who has just signed in."""

    def close_desk(self) -> None:
        """Takes the desk of the last person away; everything typed was kept before."""

    def keep_everything(self) -> None:
        """Keeps what is being typed as drafts."""

    def cover(self, person: Person) -> None:
        """Hides the desk behind the people's list."""

    def uncover(self) -> None:
        """Shows the desk as it was left."""


class Attendance:
    """Who is at the counter: signing in, going away, coming back, handing over (trust.md, People)."""

    def __init__(self, view: AttendanceView) -> None:
        self._view = view
        self._person: Person | None = None
        self._is_covered = False

    @property
    def person(self) -> Person | None:
        """Who is signed in, at the counter or away from it."""
        return self._person

    @property
    def is_covered(self) -> bool:
        """Whether the window shows nothing of guests now."""
        return self._is_covered

    def come(self, person: Person) -> None:
        """Somebody proved who they are: back to the page they left, or to a desk of their own."""
        before, self._person = self._person, person
        was_covered, self._is_covered = self._is_covered, False
        if before == person and was_covered:
            self._view.uncover()
            return
        if before is not None:
            self._view.close_desk()
        self._view.open_desk(person)

    def go(self) -> None:
        """Nobody is there, or somebody else is about to be: keep everything, then cover."""
        if self._person is None or self._is_covered:
            return
        self._is_covered = True
        try:
            self._view.keep_everything()
        finally:  # whatever goes wrong with a draft, nothing of guests stays to be seen
            self._view.cover(self._person)
