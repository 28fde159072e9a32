"""What every part of the monthly report asks: its figures and those of the month before, its words, its names."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from desktop.domain.figures.report_shapes import EarlyWarning, MonthReport
from desktop.domain.figures.shapes import Figures, Month, Share
from desktop.domain.kinds import Language, Property
from desktop.domain.shifts import Shift
from desktop.domain.targets import Targets
from desktop.domain.wallclock import utc_at
from desktop.reports.imprint import UNKNOWN, Imprint
from desktop.words.formats import figure_text, minutes_text, pct_text, sum_text
from desktop.words.warnings import dismissal_text, warning_text, warning_title


@dataclass(frozen=True, slots=True)
class MonthSite:
    """What the report shows of a site's settings: the names of its shifts, and its targets.

    Without them shifts bear their usual names, and no targets are printed.
    """

    shifts: tuple[Shift, ...] = ()
    targets: Targets | None = None


@dataclass(frozen=True)
class MonthContext:
    """A month's report with all that turns its codes and numbers into words."""

    report: MonthReport
    imprint: Imprint
    site: MonthSite

    @property
    def figures(self) -> Figures:
        """Those of the month itself."""
        return self.report.figures

    @cached_property
    def before(self) -> Figures | None:
        """Those of the month before; None where the site has no record of that time, for nothing was counted then."""
        first, month = self.report.data_from, self.report.month
        known = first is not None and self.imprint.local(first).date() < month.first_day
        begun = self.report.as_of >= self._start_of(month.plus(-1).first_day)
        return self.report.before if known and begun else None

    @cached_property
    def begun(self) -> bool:
        """Whether the month had begun at the report's moment."""
        return self.report.as_of >= self._start_of(self.report.month.first_day)

    @cached_property
    def running(self) -> bool:
        """Whether it was not over yet: it is not compared with a whole month then."""
        return self.begun and self.report.as_of < self._start_of(self.report.month.plus(1).first_day)

    @property
    def hotel(self) -> bool:
        """Whether rates are per room-nights, not per sales."""
        return self.imprint.taxonomy.property is Property.HOTEL

    def word(self, code: str) -> str:
        """A word of the report."""
        return self.imprint.words.term("report", code)

    def name(self, figure: str) -> str:
        """What a figure is called: on the report only, else as everywhere."""
        words = self.imprint.words
        own = figure in words.codes("report_figure")
        return words.term("report_figure" if own else "figure", figure)

    def say(self, code: str, /, **params: object) -> str:
        """A sentence of the report."""
        return self.imprint.words.sentence(f"report_{code}", **params)

    def together(self, sentences: list[str]) -> str:
        """Sentences in a row."""
        return ("" if self.imprint.language is Language.ZH else " ").join(sentences)

    # Numbers, each in the one form that it has on screen, on paper and in files

    def count(self, number: int | None) -> str:
        """A count: ``1,204``."""
        return figure_text(number)

    def signed(self, number: int) -> str:
        """A change: ``+9``, ``−1``, ``0``."""
        return f"+{figure_text(number)}" if number > 0 else figure_text(number)

    def figure(self, number: Decimal | None) -> str:
        """A figure of two places."""
        return figure_text(number)

    def pct(self, share: Share | Decimal | None) -> str:
        """A share in percent."""
        return pct_text(share.pct if isinstance(share, Share) else share)

    def minutes(self, number: Decimal | None) -> str:
        """Elapsed minutes."""
        return minutes_text(number, self.imprint.language)

    def hours(self, number: Decimal | None) -> str:
        """Elapsed hours."""
        return UNKNOWN if number is None else self.say("hours", n=figure_text(number))

    def of_5(self, number: Decimal | None) -> str:
        """A mean of answers from 1 to 5."""
        return UNKNOWN if number is None else self.say("of_5", n=figure_text(number))

    def of(self, number: int, all_: int) -> str:
        """``7 of 9``; ``–`` of none."""
        if not all_:
            return UNKNOWN
        return self.say("of", n=self.count(number), all=self.count(all_))

    def money(self, minor: int) -> str:
        """A sum; nothing given is a sum too."""
        return sum_text(minor, self.imprint.currency)

    def given(self, figures: Figures) -> str:
        """What a month's cases were given; unknown where there were none."""
        return self.money(figures.compensation.total) if figures.received else UNKNOWN

    def money_each(self, major: Decimal | None) -> str:
        """A mean of sums, in major units."""
        if major is None:
            return UNKNOWN
        symbol = self.imprint.currency.symbol
        gap = " " if symbol[-1:].isalpha() or symbol.endswith(".") else ""
        return f"{symbol}{gap}{figure_text(major)}"

    # Names

    def category(self, code: str) -> str:
        """``Facilities · Air-con``."""
        return self.imprint.category(code, short=True).replace(" / ", " · ") if code else self.word("not_rated")

    def shift(self, code: str) -> str:
        """The name that the site gave a shift, or the usual one."""
        own = next((shift.name for shift in self.site.shifts if shift.code == code), "")
        return own or (self.imprint.words.term("shift", code) if code else self.word("no_shift"))

    def place(self, name: str) -> str:
        """A place, or that none was noted."""
        return name or self.word("no_place")

    def person(self, login: str) -> str:
        """The name behind a login."""
        return self.imprint.name_of(login) if login else self.word("nobody")

    def role(self, code: str) -> str:
        """The name of a role."""
        return self.imprint.words.term("role", code) if code else self.word("nobody")

    def alarm(self, warning: EarlyWarning) -> str:
        """An early warning in a few words."""
        imprint = self.imprint
        return warning_title(warning, imprint.words, imprint.taxonomy, imprint.zone, self.site.shifts)

    def alarm_text(self, warning: EarlyWarning) -> str:
        """Since when it stands and what to do; who put it aside, and why."""
        words, zone = self.imprint.words, self.imprint.zone
        told = (
            warning_text(warning, words, zone),
            dismissal_text(warning, words, zone, self.person(warning.dismissed_by)),
        )
        return "\n".join(filter(None, told))

    def month(self, month: Month) -> str:
        """``October 2026``."""
        name = self.imprint.words.term("report_month", str(month.month))
        return self.say("month", month=name, year=month.year)

    def month_short(self, month: Month) -> str:
        """``Oct``."""
        return self.imprint.words.term("report_month_short", str(month.month))

    def before_name(self) -> str:
        """The month before: ``September``, with its year where that is another one."""
        before = self.report.month.plus(-1)
        if before.year != self.report.month.year:
            return self.month(before)
        return self.imprint.words.term("report_month", str(before.month))

    @property
    def before_short(self) -> str:
        """The month before over a column: ``Sep``."""
        return self.month_short(self.report.month.plus(-1))

    def _start_of(self, day: date) -> datetime:
        return utc_at(day, 0, self.imprint.zone)
