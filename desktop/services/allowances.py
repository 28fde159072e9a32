"""What a person may still give on a case on their own authority (domain.md 6), told before anything is offered."""

from collections.abc import Callable
from datetime import datetime

from desktop.domain.authority import AuthorityLeft, authority_left
from desktop.domain.kinds import RemedyKind
from desktop.domain.people import Person
from desktop.models.base import seconds
from desktop.models.engine import Database
from desktop.services.remedies import month_of
from desktop.services.site import Rules, SiteService

_BY_LAW = RemedyKind.STATUTORY_SUM.value
_ON_CASE = """SELECT coalesce(sum(r.amount), 0) FROM remedies r JOIN cases c ON c.id = r.case_id
WHERE c.number = ? AND r.taken_back_at IS NULL AND r.kind <> ?"""
_IN_MONTH = """SELECT coalesce(sum(amount), 0) FROM remedies
WHERE by_id = ? AND at >= ? AND at < ? AND taken_back_at IS NULL AND kind <> ?"""


class AllowanceService:
    """Reads what was given; the guards of ``propose`` judge again when it comes to it."""

    def __init__(self, database: Database, site: SiteService, rules: Rules, now: Callable[[], datetime]) -> None:
        self._database, self._site, self._rules, self._now = database, site, rules, now

    def left(self, number: str, person: Person) -> AuthorityLeft:
        """What the person may still give on the case now, in minor units of the site's currency."""
        start, end = month_of(self._now(), self._site.facts().zone)
        with self._database.reading_plainly() as driver:
            limit = self._rules.in_force(driver).limits[person.role]
            (on_case,) = driver.execute(_ON_CASE, (number, _BY_LAW)).fetchone()
            (in_month,) = driver.execute(_IN_MONTH, (person.id, seconds(start), seconds(end), _BY_LAW)).fetchone()
        return authority_left(limit, on_case, in_month)

    def departments(self) -> tuple[str, ...]:
        """The departments that people and cases name, for lists to choose from."""
        with self._database.reading_plainly() as driver:
            named = driver.execute(
                "SELECT department FROM staff WHERE active UNION SELECT department FROM tasks WHERE done_at IS NULL"
            )
            return tuple(sorted(name for (name,) in named if name))
