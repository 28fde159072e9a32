"""Insights behind their door."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room
from desktop.words import Words

if TYPE_CHECKING:  # loaded when somebody opens the door: charts and figures are nothing a start should wait for
    from desktop.ui.insights.screen import InsightsScreen
    from desktop.ui.insights.text import Site


class InsightsRoom(QObject):
    """Makes the screen of figures once.

    ``case_wanted`` carries the number of a case to open, ``report_wanted`` asks for the monthly report; ``counted``
    follows new figures.
    """

    case_wanted = Signal(str)
    report_wanted = Signal()
    counted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._screen: InsightsScreen | None = None

    def make(self) -> Room:
        """The room; it counts as soon as somebody comes."""
        from desktop.ui.insights.doors import doors_for
        from desktop.ui.insights.screen import InsightsScreen

        context = self._context
        screen = self._screen = InsightsScreen(
            doors_for(context.desk, context.person),
            person=context.person,
            words=context.words,
            site=self._site(),
            runner=context.runner,
        )
        screen.told.connect(context.tell)
        screen.case_wanted.connect(self.case_wanted)
        screen.report_wanted.connect(self.report_wanted)
        screen.counted.connect(self.counted)
        return Room(screen, arrive=self._arrive, panes=screen.panes, use_words=self._use_words)

    def status(self) -> str:
        """When the figures were counted, for the status bar."""
        return self._screen.status() if self._screen is not None else ""

    def _site(self) -> "Site":
        from desktop.ui.insights.text import Site

        facts, site = self._context.facts, self._context.desk.site
        return Site(facts.property, facts.currency, facts.zone, site.taxonomy(), site.in_force().shifts)

    def _use_words(self, words: Words) -> None:
        if self._screen is not None:
            self._screen.set_words(words)
        self.counted.emit()

    def _arrive(self) -> None:
        if self._screen is not None:
            self._screen.refresh()
            self._screen.take_focus()
