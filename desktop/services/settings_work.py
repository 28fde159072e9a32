"""One change of the settings: the right to it, the version that was seen, the history entry, and reading anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.domain.people import Person, check_right
from desktop.errors import ChangedMeanwhileError
from desktop.models.driver import driver_of
from desktop.models.engine import Database
from desktop.models.site import Setting
from desktop.services.case_work import Transaction
from desktop.services.journal import Changes, Journal
from desktop.services.site import SiteService, versions_of

VERSIONS = "versions"  #: the setting that counts the changes of each part


@dataclass(slots=True)
class SettingsWork:
    """An open write transaction on one part of the settings, by somebody who may change it, at ``at`` (UTC)."""

    session: Session
    by: Person
    at: datetime
    journal: Journal
    has_changed: bool = False

    def setting(self, name: str) -> object:
        """What stands under a name; None where nothing does."""
        row = self.session.get(Setting, name)
        return None if row is None else row.value

    def keep(self, name: str, value: object) -> None:
        """Puts a value under a name."""
        row = self.session.get(Setting, name)
        if row is None:
            self.session.add(Setting(name=name, value=value))
        else:
            row.value = value

    def tell(self, changes: Changes, act: str = "settings") -> None:
        """Appends what changed to the history."""
        self.has_changed = True
        self.journal.append(self.session, self.at, self.by.login, act, None, changes)


class SettingsBook:
    """Opens changes. ``now`` gives the present moment (aware UTC)."""

    def __init__(self, database: Database, site: SiteService, journal: Journal, now: Callable[[], datetime]) -> None:
        self.database, self.site = database, site
        self._journal, self._now = journal, now

    @contextmanager
    def changing(
        self, by: Person, part: str, seen: int | None = None, *, right: str = "settings"
    ) -> Iterator[SettingsWork]:
        """A change of ``part`` by somebody who saw its version ``seen`` (None: nobody was looking).

        Raises ``not_allowed``, and ``ChangedMeanwhileError`` ``settings_changed_meanwhile`` where it has changed since.
        """
        check_right(right, by)
        with self.database.writing() as session:
            versions = versions_of(driver_of(session))
            check_version(versions.get(part, 0), seen)
            work = SettingsWork(session, by, self._now().replace(microsecond=0), self._journal)
            yield work
            if work.has_changed:
                work.keep(VERSIONS, {**versions, part: versions.get(part, 0) + 1})
        if work.has_changed:
            self.site.reload()

    @contextmanager
    def acting(self, by: Person) -> Iterator[Transaction]:
        """A write transaction for acts on cases, staff and rules, as the acts themselves expect it."""
        with self.database.writing() as session:
            yield Transaction(
                session=session,
                person=by,
                at=self._now().replace(microsecond=0),
                own_time=False,
                facts=self.site.facts(),
                rules=self.site.rules,
                in_force=self.site.rules.in_force(driver_of(session)),
                journal=self._journal,
                taxonomy=self.site.taxonomy(),
            )

    def version_of(self, part: str) -> int:
        """The version of a part as it stands now."""
        with self.database.reading_plainly() as driver:
            return versions_of(driver).get(part, 0)


def check_version(stored: int, seen: int | None) -> None:
    """Refuses what was made from an older version. Raises ``settings_changed_meanwhile``."""
    if seen is not None and seen != stored:
        raise ChangedMeanwhileError("settings_changed_meanwhile", "version", version=stored, expected=seen)
