"""Room-nights or sales, as they are entered by month or by span (interfaces.md, activity)."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction

from sqlalchemy import insert

from desktop.domain.figures.activity import Activity, ActivityRow, spread
from desktop.domain.figures.shapes import Span
from desktop.domain.people import Person, check_right
from desktop.errors import UserError
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.models.figures import Activity as ActivityTable
from desktop.services.journal import Journal

MOST = 10**12  #: room-nights or sales of a span
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(9998, 12, 31)  #: as for all times that are entered

_ENTERED = 'SELECT first_day, last_day, value, at, "by" FROM activity ORDER BY id'


class ActivityService:
    """Keeps what was entered; on a day of several spans the newest holds. ``now`` gives the present moment (UTC)."""

    def __init__(self, database: Database, journal: Journal, now: Callable[[], datetime]) -> None:
        self._database, self._journal, self._now = database, journal, now

    def set(self, person: Person, first: date, last: date, value: int) -> None:
        """Enters the activity of a span of local days; ``last`` belongs to it.

        Raises ``not_allowed``, ``bad_date`` for days out of reach, ``backward_span``, ``activity_bad``.
        """
        check_right("settings", person)
        check_span(first, last)
        if not 0 <= value <= MOST:
            raise UserError("activity_bad", "value", value=str(value))
        at = self._now().replace(microsecond=0)
        row = {"first_day": first, "last_day": last, "value": value, "at": at, "by": person.login}
        with self._database.writing() as session:
            session.execute(insert(ActivityTable), [row])
            told = {name: (None, row[name]) for name in ("first_day", "last_day", "value")}
            self._journal.append(session, at, person.login, "activity", None, told)

    def of(self, span: Span) -> Fraction | None:
        """The activity of a span of local days, exact; None unless it is known for each of them."""
        return self.known().of(span.first, span.until)

    def known(self) -> Activity:
        """What is known, day by day."""
        with self._database.reading_plainly() as driver:
            return read_activity(driver)

    def entered(self) -> tuple[ActivityRow, ...]:
        """What was entered, the newest first."""
        with self._database.reading_plainly() as driver:
            return tuple(reversed(_rows(driver)))


def read_activity(driver: Driver) -> Activity:
    """What is known, day by day, in an open transaction."""
    return spread(_rows(driver))


def check_span(first: date, last: date) -> None:
    """Refuses a span of days that ends before it begins (``backward_span``) or is out of reach (``bad_date``)."""
    for field, day in (("from", first), ("until", last)):
        if not FIRST_DAY <= day <= LAST_DAY:
            raise UserError("bad_date", field, value=day.isoformat())
    if last < first:
        raise UserError("backward_span", "until", first=first, last=last)


def _rows(driver: Driver) -> list[ActivityRow]:
    return [
        ActivityRow(date.fromisoformat(first), date.fromisoformat(last), value, moment(at), by)
        for first, last, value, at, by in driver.execute(_ENTERED)
    ]
