"""What is half typed in the preview's forms: kept beyond the window, so that no lock and no crash loses it. No Qt."""

from collections.abc import Mapping
from threading import Lock

from desktop.errors import UserError
from desktop.ui.queue.bulk import ActDoors
from desktop.ui.queue.store import QueueView
from desktop.ui.refusing import Run

_Of = tuple[str, str]  # a case and a move


class HalfTyped:
    """Stores what is typed off the window's thread; the latest always wins, in whatever order the work is done."""

    def __init__(self, view: QueueView, doors: ActDoors | None, run: Run) -> None:
        self._view, self._doors, self._run = view, doors, run
        self._latest: dict[_Of, Mapping[str, str]] = {}  # what isn't stored yet
        self._lock = Lock()

    def keep(self, number: str, act: str, typed: Mapping[str, str]) -> None:
        """Keeps what is typed for a move of a case; nothing typed keeps nothing."""
        doors = self._doors
        if doors is not None:
            self._latest[number, act] = typed
            self._run(lambda: self._store(doors, (number, act)), lambda _result: None, self._on_refused)

    def kept(self, doors: ActDoors, number: str, act: str) -> Mapping[str, str]:
        """What was kept, by field. Called off the window's thread."""
        with self._lock:
            latest = self._latest.get((number, act))
            return doors.kept(number, act) if latest is None else latest

    def _store(self, doors: ActDoors, of: _Of) -> None:
        with self._lock:
            latest = self._latest.get(of)
            if latest is None:
                return  # an earlier piece of work has stored it
            doors.keep(*of, latest)
            if self._latest.get(of) is latest:
                del self._latest[of]

    def _on_refused(self, refusal: UserError) -> None:
        """It stays in memory, and goes with what is kept next."""
        self._view.say_refused(refusal)
