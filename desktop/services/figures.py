"""The figures of a span of days, for screens, papers, files and the command line (figures.md)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from fractions import Fraction

from desktop.domain.figures import lists as listing
from desktop.domain.figures.assembling import Known, figures_of
from desktop.domain.figures.detail import SPANS_BEFORE, detail_of
from desktop.domain.figures.picks import KINDS, Pick
from desktop.domain.figures.report_shapes import CaseLists, Detail, ListedCase, MonthPoint
from desktop.domain.figures.shapes import Figures, Month, Span
from desktop.domain.figures.spans import first_second, span_before, span_of_month
from desktop.domain.people import Person, check_right
from desktop.errors import UserError
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.services.figure_looks import Look, behind, look_before, take_look
from desktop.services.figure_rows import COUNTED, named_to, read_intake_bands, window_of
from desktop.services.figure_stock import read_open
from desktop.services.figure_trend import read_trend
from desktop.services.site import SiteService

ActivityOf = Callable[[Span], Fraction | None]

_MONTHS = 13  #: in the trend
_SPAN = f"SELECT c.received_at FROM cases c WHERE {COUNTED} ORDER BY c.received_at {{}} LIMIT 1"


class FiguresService:
    """Reads and computes; nothing is stored. Every method refuses whom the right ``figures`` isn't given.

    Moments are aware UTC; ``category`` is a level-1 code that narrows everything, or empty. Cases that are restricted
    count like others, but are named to those alone who may read them.
    """

    def __init__(self, database: Database, site: SiteService, activity: ActivityOf) -> None:
        self._database, self._site, self._activity = database, site, activity

    def month(self, person: Person, month: Month, as_of: datetime) -> Figures:
        """The figures of a calendar month as of a moment. Raises ``not_allowed``."""
        return self.span(person, span_of_month(month), as_of)

    def span(self, person: Person, span: Span, as_of: datetime, *, category: str = "") -> Figures:
        """The figures of a span as of a moment. Raises ``not_allowed``."""
        with self._looking(person, span, as_of, category) as (_, look):
            pass
        facts = self._site.facts()
        known = Known(
            end=look.window.end,
            flow=look.stock.flow,
            recurrent=len(look.recurrences().all),
            remedies=look.remedies,
            activity=self._activity(span),
            shifts=[shift.code for shift in sorted(self._site.in_force().shifts, key=lambda shift: shift.start_min)],
            logins=look.logins,
            digits=facts.currency.digits,
            property=facts.property,
        )
        return figures_of(span, as_of, look.cohort, known)

    def detail(self, person: Person, span: Span, as_of: datetime, *, category: str = "") -> Detail:
        """What the report and Insights show of a span beside its figures. Raises ``not_allowed``."""
        spans = [span]
        for _ in range(SPANS_BEFORE):
            spans.insert(0, span_before(spans[0]))
        starts = [first_second(some.first, self._site.facts().zone) for some in spans]
        with self._looking(person, span, as_of, category) as (driver, look):
            before = look_before(driver, look, [min(start, look.window.start) for start in starts])
        return detail_of(look.cohort, look.remedies, before, look.logins, look.window.end)

    def lists(self, person: Person, span: Span, as_of: datetime) -> CaseLists:
        """The lists of parts 8 and 10 of a month's report. Raises ``not_allowed``."""
        with self._looking(person, span, as_of) as (driver, look):
            bands = read_intake_bands(driver, look.cohort)
            still_open = read_open(driver, look.window, look.stock)
        window, cohort = look.window, named_to(person, look.cohort)
        pairs = (
            listing.late(cohort, window.as_of),
            listing.wrongly_prioritised(cohort, bands),
            listing.referred_out(cohort, look.referred()),
            listing.recurrent(cohort, look.recurrences()),
            listing.open_at_end(named_to(person, still_open), window.end),
        )
        return CaseLists(*(listing.oldest_first(some, look.logins) for some in pairs))

    def trend(self, person: Person, month: Month, as_of: datetime) -> tuple[MonthPoint, ...]:
        """Thirteen months, ``month`` the last. Raises ``not_allowed``."""
        check_right("figures", person)
        months = [month.plus(back) for back in range(1 - _MONTHS, 1)]
        zone = self._site.facts().zone
        windows = [window_of(span_of_month(some), as_of, zone) for some in months]
        activities = [self._activity(span_of_month(some)) for some in months]
        with self._database.reading_plainly() as driver:
            return read_trend(driver, months, windows, activities, self._site.facts().property)

    def data_span(self, person: Person) -> tuple[datetime, datetime] | None:
        """When the first and the last counted case was received; None without any. Raises ``not_allowed``."""
        check_right("figures", person)
        with self._database.reading_plainly() as driver:
            first, last = (driver.execute(_SPAN.format(order)).fetchone() for order in ("ASC", "DESC"))
        return None if first is None else (moment(first[0]), moment(last[0]))

    def cases_behind(
        self, person: Person, pick: Pick, span: Span, as_of: datetime, *, category: str = ""
    ) -> tuple[ListedCase, ...]:
        """The cases behind a figure, the oldest first. Raises ``not_allowed``, ``bad_value`` for an unknown kind."""
        if pick.kind not in KINDS:
            raise UserError("bad_value", "kind", value=pick.kind)
        with self._looking(person, span, as_of, category) as (driver, look):
            found = behind(driver, look, pick)
        return listing.oldest_first(((case, "") for case in named_to(person, found)), look.logins)

    @contextmanager
    def _looking(
        self, person: Person, span: Span, as_of: datetime, category: str = ""
    ) -> Iterator[tuple[Driver, Look]]:
        check_right("figures", person)
        window = window_of(span, as_of, self._site.facts().zone, category)
        with self._database.reading_plainly() as driver:
            yield driver, take_look(driver, window)
