"""What is still open on a case and keeps it from being resolved: tasks and promises (domain.md 3, Resolved)."""

from PySide6.QtCore import QObject

from desktop.domain.kinds import Answer, Medium
from desktop.domain.lifecycle import BeforeResolving, check_resolved
from desktop.errors import UserError
from desktop.ui.moves.about import About
from desktop.ui.moves.guarding import refusals
from desktop.ui.moves.parts import Need


class OpenWork(QObject):
    """The open tasks and promises of one case, as lines for the form and as the guard's refusals."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self._tasks, self._promises = about.tasks_open, about.promises_open

    def needs(self) -> list[Need]:
        """A line for the tasks and one for the promises, where some are open."""
        needs = []
        if self._tasks:
            tasks = self.tr("{count} tasks still open").format(count=self._tasks)
            text = self.tr("1 task still open") if self._tasks == 1 else tasks
            needs.append(Need("tasks", text, self.tr("Show tasks"), "tasks"))
        if self._promises:
            promises = self.tr("{count} promises still open").format(count=self._promises)
            text = self.tr("1 promise still open") if self._promises == 1 else promises
            needs.append(Need("promises", text, self.tr("Show promises"), "promises"))
        return needs

    def refusals(self) -> list[UserError]:
        """What the guard says to them, each by itself, so that both are said at once."""
        told = Medium.IN_PERSON, Answer.ACCEPTED
        return [
            *refusals(lambda: check_resolved(*told, BeforeResolving(tasks_open=self._tasks))),
            *refusals(lambda: check_resolved(*told, BeforeResolving(promises_open=self._promises))),
        ]
