"""The reports behind their door, and what reminds of last month's."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from desktop.domain.figures.printed import KeptReport
from desktop.domain.figures.shapes import Month
from desktop.domain.wallclock import local_day
from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room
from desktop.words import Words

if TYPE_CHECKING:  # loaded when somebody opens the door
    from desktop.ui.reports.doors import Told
    from desktop.ui.reports.screen import ReportsScreen

_TOLD_UNTIL = 7  #: day of the month; later the mark on the door and the status line say it alone


class ReportsRoom(QObject):
    """Makes the screen of reports once, and knows whether last month's is still to be printed.

    ``reminded`` follows whenever that has changed.
    """

    reminded = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._screen: ReportsScreen | None = None
        self._unprinted: Month | None = None
        self._looked_on: date | None = None

    def make(self) -> Room:
        """The room."""
        from desktop.ui.reports.doors import doors_for
        from desktop.ui.reports.screen import ReportsScreen

        context = self._context
        facts = context.facts
        screen = self._screen = ReportsScreen(
            doors_for(context.desk, context.person),
            person=context.person,
            words=context.words,
            zone=facts.zone,
            property_=facts.property,
            code=facts.code,
            runner=context.runner,
            draw=_first_page,
        )
        screen.told.connect(context.tell)
        screen.paper_wanted.connect(self._show_paper)
        screen.made.connect(self._look)
        return Room(
            screen,
            arrive=self._arrive,
            park=screen.keep,
            panes=screen.panes,
            use_words=self._use_words,
            leave=self._leave,
            print_this=screen.open_paper,
        )

    def look(self) -> None:
        """Looks whether last month's report is still to be printed; once a day is enough."""
        context = self._context
        if context.may("figures") and self._looked_on != self._today():
            self._look()

    def reminder(self) -> str:
        """What reminds of the report, in words; empty where nothing does."""
        if self._unprinted is None:
            return ""
        told = QCoreApplication.translate("ReportsRoom", "The report for {month} can be printed")
        return told.format(month=self._month_words(self._unprinted))

    def _look(self) -> None:
        context = self._context
        desk, person = context.desk, context.person
        self._looked_on = self._today()
        context.runner.run(
            lambda _progress: desk.reports.unprinted(person, desk.now()),
            self._on_looked,
            lambda _error: None,  # the screen itself says what is wrong; the next look comes anyway
        )

    def _on_looked(self, month: Month | None) -> None:
        self._unprinted = month
        self.reminded.emit()
        today = self._today()
        name = f"reminded/{self._context.facts.code}/{self._context.person.login}"
        settings = self._context.settings
        if month is not None and today.day <= _TOLD_UNTIL and settings.text(name) != today.isoformat():
            settings.keep_text(name, today.isoformat())
            told = QCoreApplication.translate("ReportsRoom", "The report for {month} can be printed. See Reports.")
            self._context.tell(told.format(month=self._month_words(month)), None)

    def _month_words(self, month: Month) -> str:
        words = self._context.words
        return words.sentence("report_month", month=words.term("report_month", str(month.month)), year=month.year)

    def _today(self) -> date:
        return local_day(self._context.desk.now(), self._context.facts.zone)

    def _show_paper(self, report: KeptReport) -> None:
        """The report as it was printed, in the window from which papers are printed and saved."""
        from desktop.services.papers import save_paper
        from desktop.ui.papers.state import PaperKind, PaperWish
        from desktop.ui.papers.window import PaperWindow

        context, screen = self._context, self._screen
        if screen is None:
            return

        def make(_wish: PaperWish, _told: "Told") -> bytes:
            return context.desk.reports.pdf(context.person, report.id)

        def title() -> str:
            name = QCoreApplication.translate("ReportsRoom", "Monthly report")
            return f"{name} · {self._month_words(report.month)}"

        kind = PaperKind(title, f"{context.facts.code} {report.month} {report.language.value}.pdf")
        window = PaperWindow(kind, make, save_paper, context.words, context.runner, screen.window())
        window.language.hide()  # it was printed in its language
        window.start()

    def _use_words(self, words: Words) -> None:
        if self._screen is not None:
            self._screen.set_words(words)

    def _leave(self) -> None:
        """The screen is taken down."""
        self._screen = None

    def _arrive(self) -> None:
        if self._screen is not None:
            self._screen.refresh()
            self._screen.focus_rows()


def _first_page(pdf: bytes, width: int) -> QImage:
    from desktop.ui.papers.rendering import PdfPages  # what draws papers is loaded with the first one

    return PdfPages(pdf).image(0, width)
