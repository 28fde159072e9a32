"""What happens by itself while the desk is open: backups when due, a look at the database's health and the settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UserError
from desktop.ui.tasks import Runner

_LOOKS_EVERY_MS = 60_000


@dataclass(frozen=True, slots=True)
class Care:
    """The functions it is handed; all may take seconds and run behind the window."""

    is_due: Callable[[datetime], bool]
    make: Callable[[], object]
    make_if_changed: Callable[[], object]
    prune: Callable[[datetime], object]
    quick_check: Callable[[], tuple[UserError, ...]]
    refresh_site: Callable[[], bool]  #: whether another window or the command line changed the settings or the rules
    now: Callable[[], datetime]


class Caretaker(QObject):
    """Looks every minute whether a backup is due. ``tell`` is called for what a person must know, once a cause.

    ``looked_at_site`` follows every look at the settings, True where they were changed elsewhere since the last.
    """

    looked_at_site = Signal(bool)

    def __init__(
        self, care: Care, runner: Runner, tell: Callable[[UserError], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._care, self._runner, self._tell = care, runner, tell
        self._told = ""
        self._is_busy = self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Checks the database once and begins to look after it."""
        self._runner.run(lambda _progress: self._care.quick_check(), self._on_checked, self._on_failed)
        self._timer.start()

    def look(self) -> None:
        """Looks at the settings, and makes a backup if one is due; neither twice at a time."""
        if not self._is_looking:
            self._is_looking = True
            self._runner.run(lambda _progress: self._care.refresh_site(), self._on_looked, self._on_not_looked)
        if not self._is_busy:
            self._is_busy = True
            self._runner.run(lambda _progress: self._back_up(), self._on_backed_up, self._on_failed)

    def finish(self) -> None:
        """Makes the last backup of the day, unless nothing changed; whoever closes the window waits for it."""
        self._timer.stop()
        self._runner.run(lambda _progress: self._care.make_if_changed(), self._on_backed_up, self._on_failed)

    def _back_up(self) -> None:
        care = self._care
        if care.is_due(care.now()):
            care.make()
            care.prune(care.now())

    def _on_looked(self, changed: bool) -> None:
        self._is_looking = False
        self.looked_at_site.emit(changed)

    def _on_not_looked(self, _error: Exception) -> None:
        self._is_looking = False  # what is wrong with the disk is told by what people do; the next look comes anyway

    def _on_backed_up(self, _made: object) -> None:
        self._is_busy = False
        self._told = ""

    def _on_checked(self, problems: tuple[UserError, ...]) -> None:
        for problem in problems[:1]:
            self._tell(problem)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        refusal = error if isinstance(error, UserError) else UserError("backup_failed")
        if refusal.code != self._told:  # every minute anew would only teach people to look away
            self._told = refusal.code
            self._tell(refusal)
