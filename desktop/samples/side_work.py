"""What goes on beside a complaint: tasks for departments, and promises to the guest."""

from collections.abc import Callable
from datetime import datetime, timedelta

from desktop.samples.caselog import shown
from desktop.samples.scene import Complaint, Scene

_MOMENT_MIN = 0.4  #: minutes that a word to a colleague or a tick in the list takes

Do = Callable[[Complaint, str, dict[str, object]], datetime]


class SideWork:
    """Gives tasks and promises, and sees them through. ``do`` carries out an act a moment later and tells when.

    ``ahead``: what is promised is for the time after ``until``, as on cases that are still open then.
    """

    def __init__(
        self, scene: Scene, do: Callable[[Complaint, str, float, dict[str, object]], datetime], *, ahead: bool = False
    ) -> None:
        self._scene, self._ahead = scene, ahead
        self._do: Do = lambda case, act, fields: do(case, act, _MOMENT_MIN, fields)

    def begin(self, case: Complaint) -> None:
        """Hands parts of the work out."""
        for _ in range(self._scene.rng.choice((0, 1, 1, 2))):
            self._give(case)

    def promise(self, case: Complaint) -> None:
        """Says when the guest will hear or get something."""
        scene = self._scene
        since = scene.until if self._ahead else case.log.after(_MOMENT_MIN)
        due = since + timedelta(minutes=scene.rng.randrange(45, 240))
        self._do(case, "promise", {"text": scene.phrase("promise"), "due": shown(due, scene.zone)})
        case.promises += 1

    def go_on(self, case: Complaint) -> None:
        """Finishes one task, as work does in the meantime."""
        if case.tasks_done < case.tasks:
            case.tasks_done += 1
            self._do(case, "task_done", {"task": case.tasks_done})

    def finish(self, case: Complaint) -> None:
        """Does what is still to be done: before that no case is resolved."""
        while case.tasks_done < case.tasks:
            self.go_on(case)
        while case.promises_kept < case.promises:
            case.promises_kept += 1
            self._do(case, "promise_kept", {"promise": case.promises_kept})

    def _give(self, case: Complaint) -> None:
        scene = self._scene
        department, title = scene.phrase(f"task_{scene.property.value}").split(" | ")
        due = case.log.after(_MOMENT_MIN) + timedelta(minutes=scene.rng.randrange(40, 400))
        self._do(case, "task", {"title": title, "department": department, "due": shown(due, scene.zone)})
        case.tasks += 1
