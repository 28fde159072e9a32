"""What the Reports screen says in words: for painting, tool tips and screen readers alike."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from PySide6.QtCore import QObject

from desktop.domain.figures.printed import KeptReport, MonthCondition, MonthState
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language, Property
from desktop.words import Words
from desktop.words.formats import figure_text, full_time
from desktop.words.plain import plain

_LONGEST = 60  #: characters of a name


class ReportsText(QObject):
    """Turns months and reports into words. ``property_`` decides between room-nights and sales."""

    def __init__(self, words: Words, zone: tzinfo, property_: Property, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone, self.is_hotel = zone, property_ is Property.HOTEL
        self.set_words(words)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self.words = words
        self.language = words.language

    def month(self, month: Month) -> str:
        """``October 2026``."""
        return self.words.sentence(
            "report_month", month=self.words.term("report_month", str(month.month)), year=month.year
        )

    def received(self, state: MonthState) -> str:
        """How many complaints: ``17``."""
        return figure_text(state.received)

    def condition(self, state: MonthState) -> str:
        """How far the month's report is, in few words."""
        if state.has_changed:
            return self.tr("Printed, figures have changed")
        words = {
            MonthCondition.NONE: self.tr("No complaints"),
            MonthCondition.RUNNING: self.tr("Not over yet"),
            MonthCondition.READY: self.tr("Ready to print"),
            MonthCondition.PRINTED: self.tr("Printed"),
        }
        return words[state.condition]

    def explained(self, state: MonthState) -> str:
        """The same in a sentence."""
        if state.has_changed:
            return self.tr("The figures have changed since it was printed. Make it again to have the newest ones.")
        words = {
            MonthCondition.NONE: self.tr("Nobody complained this month. The report can be made all the same."),
            MonthCondition.RUNNING: self.tr("The month isn’t over. A report made now shows the figures so far."),
            MonthCondition.READY: self.tr("The month is over. Its report has not been made yet."),
            MonthCondition.PRINTED: self.tr("The report is made. It can be printed again unchanged."),
        }
        return words[state.condition]

    def printed(self, state: MonthState) -> str:
        """When it was printed last; empty where it wasn't."""
        return self.time(state.last.made_at) if state.last is not None else ""

    def times(self, state: MonthState) -> str:
        """How often it was printed, where more than once."""
        count = state.times
        return self.tr("%n time(s)", "", count) if count > 1 else ""

    def report(self, report: KeptReport, names: Mapping[str, str]) -> tuple[str, str]:
        """A printed report: when; by whom, in which language, how long."""
        name = plain(names.get(report.by, report.by), _LONGEST)
        language = {Language.EN: "English", Language.ZH: "中文"}[report.language]
        count = report.pages
        pages = self.tr("%n page(s)", "", count)
        return self.time(report.made_at), " · ".join((name, language, pages))

    def row_name(self, state: MonthState) -> str:
        """A row of the list for screen readers."""
        parts = (self.month(state.month), self.words.quantity("complaints", state.received), self.condition(state))
        printed = self.printed(state)
        return ("，" if self.language is Language.ZH else ", ").join(filter(None, (*parts, printed)))

    def time(self, moment: datetime) -> str:
        """``1 Nov 2026 09:12`` on the site's clock."""
        return full_time(moment.astimezone(self._zone), self.language)
