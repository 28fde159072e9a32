"""Papers on their way to the window that shows them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.site_settings import RecoverySheet
from desktop.ui.shell.context import Context
from desktop.words import load_words
from desktop.words.formats import full_time

if TYPE_CHECKING:  # what draws papers is loaded when the first one is asked for
    from desktop.ui.papers.state import Make, PaperKind, PaperWish, Told


class Papers(QObject):
    """Opens the window of a paper over the page that asked for it; one at a time."""

    def __init__(self, context: Context, over: Callable[[], QWidget]) -> None:
        super().__init__()
        self._context, self._over = context, over

    def show_of_case(self, kind: str, number: str) -> None:
        """The file (``case``) or the guest's receipt (``receipt``) of a case."""
        from desktop.services.papers import papers_of
        from desktop.ui.papers.state import PaperKind

        person, papers = self._context.person, papers_of(self._context.desk)
        if kind == "receipt":

            def make(wish: "PaperWish", told: "Told") -> bytes:
                return papers.receipt(number, person, size=wish.size, language=wish.language, progress=told)

            self._show(PaperKind(_receipt, f"{number} receipt.pdf", has_sizes=True), make)
        else:

            def make(wish: "PaperWish", told: "Told") -> bytes:
                return papers.case_file(number, person, language=wish.language, pictures=wish.pictures, progress=told)

            self._show(PaperKind(_case_file, f"{number}.pdf", has_pictures=True), make)

    def show_queue(self) -> None:
        """The open cases as a list."""
        from desktop.services.papers import papers_of
        from desktop.ui.papers.state import PaperKind

        person, papers = self._context.person, papers_of(self._context.desk)

        def make(wish: "PaperWish", told: "Told") -> bytes:
            return papers.queue_list(person, language=wish.language, progress=told)

        day = self._context.desk.now().astimezone(self._context.facts.zone).date()
        self._show(PaperKind(_queue, f"{self._context.facts.code} queue {day.isoformat()}.pdf"), make)

    def show_recovery(self, sheet: RecoverySheet) -> None:
        """The owner's recovery sheet."""
        from desktop.services.papers import papers_of
        from desktop.ui.papers.state import PaperKind

        context = self._context
        papers, recovery = papers_of(context.desk), context.desk.settings.recovery

        def make(wish: "PaperWish", _told: "Told") -> bytes:
            made = full_time(sheet.made_at.astimezone(context.facts.zone), wish.language)
            rows = [(row.kind, row.text) for row in recovery.rows(sheet, load_words(wish.language), made)]
            return papers.recovery_sheet(rows, context.person, language=wish.language)

        self._show(PaperKind(_recovery, f"{context.facts.code} recovery sheet.pdf"), make)

    def _show(self, kind: "PaperKind", make: "Make") -> None:
        from desktop.services.papers import save_paper
        from desktop.ui.papers.window import PaperWindow

        window = PaperWindow(kind, make, save_paper, self._context.words, self._context.runner, self._over())
        window.start()


def _case_file() -> str:
    return QCoreApplication.translate("Doors", "Case file")


def _receipt() -> str:
    return QCoreApplication.translate("Doors", "Receipt for the guest")


def _recovery() -> str:
    return QCoreApplication.translate("Doors", "Recovery sheet")


def _queue() -> str:
    return QCoreApplication.translate("Doors", "Open cases")
