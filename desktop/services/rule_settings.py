"""Opening hours, targets, shifts and authority as people edit them: the acts, with the version that was seen."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from desktop.domain.authority import Limit
from desktop.domain.calendars import Calendar
from desktop.domain.commands import SetRules
from desktop.domain.kinds import Band, Role
from desktop.domain.people import Person, check_right
from desktop.domain.shifts import Shift
from desktop.domain.site_settings import Kept
from desktop.domain.targets import Targets, parse_targets
from desktop.errors import UserError
from desktop.models.driver import Driver, driver_of
from desktop.services.case_work import Transaction
from desktop.services.settings_work import SettingsBook, check_version
from desktop.services.site import RulesInForce
from desktop.services.staff_acts import set_rules

T = TypeVar("T")


class RuleSettings:
    """Reads the rules in force and sets new ones. They hold for what is opened or rated from then on."""

    def __init__(self, book: SettingsBook) -> None:
        self._book = book

    def calendar(self) -> Kept[Calendar]:
        """The opening hours."""
        rules = self._book.site.rules
        return self._kept("calendar", lambda driver, now: rules.calendar(driver, now.calendar_id))

    def targets(self) -> Kept[Targets]:
        """The targets."""
        rules = self._book.site.rules
        return self._kept("targets", lambda driver, now: rules.targets(driver, now.targets_id))

    def shifts(self) -> Kept[tuple[Shift, ...]]:
        """The shifts."""
        return self._kept("shifts", lambda _driver, now: now.shifts)

    def limits(self) -> Kept[Mapping[Role, Limit]]:
        """The limits of authority, in minor units."""
        return self._kept("authority", lambda _driver, now: now.limits)

    def change(self, by: Person, kind: str, data: object, seen: int | None = None) -> None:
        """Sets rules of a kind (``calendar``, ``targets``, ``shifts``, ``authority``), ``data`` as in the act.

        Raises ``not_allowed``, ``settings_changed_meanwhile``, ``targets_bad`` (a reply target above the resolution
        target), and what the act says of the data.
        """
        check_right(kind, by)
        with self._book.acting(by) as tx:
            check_version(tx.in_force.versions.get(kind, 0), seen)
            if kind == "targets":
                _check_targets(tx, data)
            set_rules(tx, SetRules(kind, data))

    def _kept(self, kind: str, value: Callable[[Driver, RulesInForce], T]) -> Kept[T]:
        with self._book.database.reading_plainly() as driver:
            in_force = self._book.site.rules.in_force(driver)
            return Kept(value(driver, in_force), in_force.versions[kind])


def _check_targets(tx: Transaction, data: object) -> None:
    standing = tx.rules.targets(driver_of(tx.session), tx.in_force.targets_id)
    targets = parse_targets(data, standing)
    late = next((band for band in Band if targets[band].respond_min > targets[band].resolve_min), None)
    if late is not None:
        raise UserError("targets_bad", f"targets.{late}.respond_min")
