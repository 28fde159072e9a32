"""Early warnings as of a moment, the control chart, and alarms that somebody put aside (figures.md, Early warning)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from desktop.domain.figures.clusters import WITHIN, CaseMark, Cluster, clusters, standing
from desktop.domain.figures.early_warning import JudgedWeek, Week, WeekAlarm, chart, judge, week_alarms
from desktop.domain.figures.report_shapes import ControlChart, EarlyWarning
from desktop.domain.figures.shapes import Span
from desktop.domain.figures.spans import bounds, first_second, month_of_day
from desktop.domain.figures.weeks import WEEK, mondays, starts, week_at, week_start
from desktop.domain.kinds import Property
from desktop.domain.lifecycle import check_given
from desktop.domain.people import Person, check_right, leads
from desktop.domain.texts import check_text
from desktop.domain.wallclock import local_day
from desktop.errors import UserError
from desktop.models.base import moment, seconds
from desktop.models.driver import Driver, driver_of
from desktop.models.engine import Database
from desktop.models.figures import DismissedWarning
from desktop.services.activity import read_activity
from desktop.services.journal import Journal
from desktop.services.restricting import reads_restricted
from desktop.services.site import SiteService
from desktop.services.warning_rows import CountedCases

PER = {Property.HOTEL: 1_000, Property.RETAIL: 10_000}  #: room-nights, sales: what a rate is counted by

_QUIET = 60 * WEEK  #: after so long without a record every week is like the one before it
_KEY = re.compile(r"(week|run|cluster):[\w:-]{1,100}")
_DISMISSED = 'SELECT key, at, "by", reason FROM dismissed_warnings'


@dataclass(frozen=True, slots=True)
class _Look:
    """One look at the cases as of a moment, in an open read transaction."""

    driver: Driver
    cases: CountedCases
    as_of: datetime
    zone: ZoneInfo

    @property
    def running(self) -> date:
        """The Monday of the week that isn't over yet."""
        return week_at(self.as_of, self.zone)

    def judged(self, category: str = "", *, to_the_end: bool = False) -> tuple[JudgedWeek, ...]:
        """Every week in its turn, from that of the first record to the running one.

        Of a site that has been quiet for long, the first part; or, ``to_the_end``, the last.
        """
        known = self.cases.first_and_last()
        if known is None:
            return ()
        first, last = (week_at(moment(second), self.zone) for second in known)
        end = self.running
        if end - last > _QUIET:
            first, end = (end - _QUIET, end) if to_the_end else (first, last + _QUIET)
        weeks = mondays(first, end)
        activity = read_activity(self.driver)
        counts = self.cases.per_week(starts(weeks, self.zone), category)
        return judge(
            [Week(monday, n, activity.of(monday, monday + WEEK)) for monday, n in zip(weeks, counts, strict=True)]
        )

    def clusters(self, first: date, end: int) -> tuple[Cluster, ...]:
        """The clusters that arose from the first of ``first``'s month on, until before ``end`` (UTC seconds)."""
        months = [month_of_day(first)]
        last = month_of_day(local_day(moment(end), self.zone))
        while months[-1] < last:
            months.append(months[-1].plus(1))
        month_starts = [first_second(month.first_day, self.zone) for month in months]
        found = clusters(self.cases.between(month_starts[0] - WITHIN, end), month_starts)
        # What arose before had begun before the reading did, perhaps: it isn't whole.
        return tuple(cluster for cluster in found if cluster.since >= month_starts[0])

    def warning_of_cluster(self, cluster: Cluster, reader: Person) -> EarlyWarning:
        """A cluster as it is shown."""
        return EarlyWarning(
            key=cluster.key,
            rule="cluster",
            since=moment(cluster.since),
            what=cluster.category,
            where=cluster.where,
            where_kind=cluster.where_kind,
            count=len(cluster.cases),
            limit=None,
            cases=_numbers(cluster.cases, reader),
        )

    def warning_of_week(self, alarm: WeekAlarm, reader: Person) -> EarlyWarning:
        """An alarm of the chart as it is shown."""
        monday = alarm.judged.week.monday
        first, until = (seconds(week_start(day, self.zone)) for day in (alarm.first_monday, monday + WEEK))
        return EarlyWarning(
            key=alarm.key,
            rule=alarm.rule,
            since=week_start(alarm.since, self.zone),
            what="",
            where="",
            where_kind="",
            count=alarm.judged.week.count,
            limit=alarm.limit,
            cases=_numbers(self.cases.between(first, until), reader),
            side=alarm.side,
        )


class WarningsService:
    """Works early warnings out anew at every look; only what was put aside is kept. ``now``: the moment (UTC)."""

    def __init__(self, database: Database, site: SiteService, journal: Journal, now: Callable[[], datetime]) -> None:
        self._database, self._site, self._journal, self._now = database, site, journal, now

    def at(self, person: Person, as_of: datetime) -> tuple[EarlyWarning, ...]:
        """The alarms that stand at a moment, the newest first; those put aside by then with who and why.

        Raises ``not_allowed``.
        """
        check_right("figures", person)
        with self._database.reading_plainly() as driver:
            look = self._look(driver, as_of)
            alarms = [a for a in week_alarms(look.judged()) if a.judged.week.monday >= look.running - WEEK]
            second = seconds(as_of)
            # What stands has had a case within 168 hours, and began in that case's month.
            begin = local_day(moment(second - WITHIN), look.zone)
            found = standing(look.clusters(begin, second + 1), second)
            return _shown(look, alarms, found, person)

    def in_span(self, person: Person, span: Span, as_of: datetime) -> tuple[EarlyWarning, ...]:
        """The alarms that arose in a span of local days, as they stood at a moment; the newest first.

        A week's alarm arises with its Monday, a run's with the Monday of its eighth week. Raises ``not_allowed``.
        """
        check_right("figures", person)
        with self._database.reading_plainly() as driver:
            look = self._look(driver, as_of)
            begin, end = bounds(span, look.zone)
            # A case may join an alarm for 168 hours, also beyond the span.
            read_to = min(end + WITHIN, seconds(as_of) + 1)
            alarms = [a for a in week_alarms(look.judged()) if span.first <= a.since < span.until]
            found = look.clusters(span.first, read_to) if begin < read_to else ()
            found = tuple(cluster for cluster in found if begin <= cluster.since < end)
            return _shown(look, alarms, found, person)

    def control_chart(self, person: Person, as_of: datetime, *, category: str = "") -> ControlChart:
        """Complaints per week, the last 26; ``category``: only those of a level-1 code. Raises ``not_allowed``."""
        check_right("figures", person)
        per = PER[self._site.facts().property]
        with self._database.reading_plainly() as driver:
            look = self._look(driver, as_of)
            return chart(look.judged(category, to_the_end=True), look.running, per)

    def dismiss(self, person: Person, key: str, reason: str) -> None:
        """Puts an alarm aside, with a reason; it is still listed, as put aside.

        Raises ``not_allowed``, ``reason_missing``, ``no_such_warning``, and ``warning_dismissed`` where somebody has
        already.
        """
        check_right("figures", person)
        if not leads(person.role):
            raise UserError("not_allowed", "by", act="dismiss_warning", role=person.role.value)
        check_given(check_text(reason, "reason"), "reason")
        if not _KEY.fullmatch(key):
            raise UserError("no_such_warning", "warning")
        at = self._now().replace(microsecond=0)
        with self._database.writing() as session:
            earlier = _dismissed(driver_of(session)).get(key)
            if earlier is not None:
                raise UserError("warning_dismissed", "warning", login=earlier[1])
            row = {"key": key, "at": at, "by": person.login, "reason": reason.strip()}
            session.execute(insert(DismissedWarning), [row])
            told = {"warning": (None, key), "reason": (None, reason.strip())}
            self._journal.append(session, at, person.login, "dismiss_warning", None, told)

    def _look(self, driver: Driver, as_of: datetime) -> _Look:
        at = as_of.astimezone(UTC)
        return _Look(driver, CountedCases(driver, seconds(at)), at, self._site.facts().zone)


def _shown(
    look: _Look, alarms: Iterable[WeekAlarm], found: Iterable[Cluster], reader: Person
) -> tuple[EarlyWarning, ...]:
    """Alarms with what is known of their dismissal by then, the newest first."""
    warnings = [look.warning_of_week(alarm, reader) for alarm in alarms]
    warnings += [look.warning_of_cluster(cluster, reader) for cluster in found]
    dismissed = _dismissed(look.driver)
    for place, warning in enumerate(warnings):
        at, by, reason = dismissed.get(warning.key, (None, "", ""))
        if at is not None and at <= look.as_of:
            warnings[place] = replace(warning, dismissed_at=at, dismissed_by=by, reason=reason)
    return tuple(sorted(warnings, key=lambda w: (-seconds(w.since), w.key)))


def _dismissed(driver: Driver) -> Mapping[str, tuple[datetime, str, str]]:
    return {key: (moment(at), by, reason) for key, at, by, reason in driver.execute(_DISMISSED)}


def _numbers(cases: Iterable[CaseMark], reader: Person) -> tuple[str, ...]:
    return tuple(case.number for case in cases if not case.restricted or reads_restricted(reader))
