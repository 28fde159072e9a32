"""The site: its facts, its categories, and the rules in force."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, literal_column, select

from desktop.domain.authority import Limit
from desktop.domain.calendars import ROUND_THE_CLOCK, SHOP_DEFAULT, Calendar, calendar_data, parse_calendar
from desktop.domain.kinds import Language, Property, Role
from desktop.domain.money import Currency
from desktop.domain.shifts import DEFAULT_SHIFTS, Shift, parse_shifts, shift_at, shifts_data
from desktop.domain.targets import DEFAULT_TARGETS, Targets, parse_targets, targets_data
from desktop.domain.taxonomy import Category, Taxonomy
from desktop.models.driver import Driver, driver_of
from desktop.models.engine import Database
from desktop.models.site import Desk as DeskTable
from desktop.models.site import Setting, SiteCategory
from desktop.words.resources import load_currencies, load_taxonomy

_NEWEST = "SELECT kind, max(id) FROM rule_sets GROUP BY kind"
_DATA = "SELECT data FROM rule_sets WHERE id = ?"
_VERSIONS = "SELECT value FROM settings WHERE name = 'versions'"


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A counter of the site."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the site is; set at first run and in the settings."""

    name: str
    code: str
    property: Property
    language: Language
    zone: ZoneInfo
    country: str
    currency: Currency
    training: bool
    desks: tuple[DeskRow, ...]  #: those in use, the first one first
    retired: tuple[DeskRow, ...] = ()  #: out of use; their codes stand in old numbers
    phone: str = ""  #: on which guests reach the site; empty where none was given
    address: str = ""  #: in one line, as it stands on letters; empty where none was given

    def desk_name(self, code: str) -> str:
        """What people call a desk, in use or not; a code that isn't known stands for itself."""
        return next((desk.name for desk in (*self.desks, *self.retired) if desk.code == code), code)


def first_rules(property_: Property, limits: Mapping[Role, Limit]) -> dict[str, object]:
    """The rules that a new site starts with, in the form in which rule sets keep them."""
    return {
        "calendar": calendar_data(ROUND_THE_CLOCK if property_ is Property.HOTEL else SHOP_DEFAULT),
        "targets": targets_data(DEFAULT_TARGETS),
        "shifts": shifts_data(DEFAULT_SHIFTS),
        "authority": limits_stored(limits),
    }


def limits_stored(limits: Mapping[Role, Limit]) -> dict[str, list[int | None]]:
    """Limits in minor units, as a rule set keeps them."""
    return {role.value: [limit.per_case, limit.per_month] for role, limit in limits.items()}


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """The newest rule set of each kind, parsed, and the ids by which a case keeps its own."""

    calendar_id: int
    targets_id: int
    shifts: tuple[Shift, ...]
    limits: Mapping[Role, Limit]
    versions: Mapping[str, int] = field(default_factory=dict)  #: kind → id of the rule set in force


class Rules:
    """The rule sets of a site. A stored one never changes, so each is read and parsed once."""

    def __init__(self) -> None:
        self._calendars: dict[int, Calendar] = {}
        self._targets: dict[int, Targets] = {}
        self._in_force: tuple[dict[str, int], RulesInForce] | None = None

    def in_force(self, driver: Driver) -> RulesInForce:
        """The rules that hold for what is opened or rated now."""
        newest = _newest_rules(driver)
        if self._in_force is None or self._in_force[0] != newest:
            stored = {kind: _stored(driver, id_) for kind, id_ in newest.items()}
            limits = {Role(role): Limit(*pair) for role, pair in stored["authority"].items()}
            shifts = parse_shifts(stored["shifts"])
            self._in_force = newest, RulesInForce(newest["calendar"], newest["targets"], shifts, limits, newest)
        return self._in_force[1]

    def calendar(self, driver: Driver, id_: int) -> Calendar:
        """The calendar that a case was rated under."""
        if id_ not in self._calendars:
            self._calendars[id_] = parse_calendar(_stored(driver, id_))
        return self._calendars[id_]

    def targets(self, driver: Driver, id_: int) -> Targets:
        """The targets that a case was rated under."""
        if id_ not in self._targets:
            self._targets[id_] = parse_targets(_stored(driver, id_), DEFAULT_TARGETS)
        return self._targets[id_]


def _newest_rules(driver: Driver) -> dict[str, int]:
    """The rule set in force of each kind, by its id."""
    return dict(driver.execute(_NEWEST))


def _stored(driver: Driver, id_: int) -> Any:
    (data,) = driver.execute(_DATA, (id_,)).fetchone()
    return json.loads(data)


def read_facts(connection: Connection) -> SiteFacts:
    """The facts of the site from its settings."""
    settings = {row.name: row.value for row in connection.execute(select(Setting.name, Setting.value))}
    desks = connection.execute(
        select(DeskTable.code, DeskTable.name, DeskTable.active).order_by(literal_column("rowid"))
    ).all()
    return SiteFacts(
        name=settings["name"],
        code=settings["code"],
        property=Property(settings["property"]),
        language=Language(settings["language"]),
        zone=ZoneInfo(settings["zone"]),
        country=settings["country"],
        currency=load_currencies()[settings["currency"]],
        training=settings["training"],
        desks=tuple(DeskRow(row.code, row.name) for row in desks if row.active),
        retired=tuple(DeskRow(row.code, row.name) for row in desks if not row.active),
        phone=settings.get("phone", ""),
        address=settings.get("address", ""),
    )


def read_taxonomy(connection: Connection, property_: Property) -> Taxonomy:
    """The shipped pack with what the site added and hid."""
    own = connection.execute(select(SiteCategory.__table__)).all()
    added = [
        Category(
            code=row.code,
            parent=row.code.partition("-")[0] if "-" in row.code else None,
            name_en=row.name_en,
            name_zh=row.name_zh,
            short_en=row.name_en,
            short_zh=row.name_zh,
        )
        for row in own
        if row.custom
    ]
    return load_taxonomy(property_).with_site_changes(added, {row.code for row in own if row.hidden})


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of the site, in one piece, so that nobody sees half of a change."""

    versions: Mapping[str, int]
    rules: Mapping[str, int]  #: kind → id of the rule set in force
    facts: SiteFacts
    taxonomy: Taxonomy


def versions_of(driver: Driver) -> dict[str, int]:
    """How often each part of the settings was changed (``site``, ``desks``, ``categories``, ``duty_card``)."""
    row = driver.execute(_VERSIONS).fetchone()
    return dict(json.loads(row[0])) if row else {}


class SiteService:
    """The site as screens and verbs ask for it. Facts and categories are read once and again after a change.

    Safe to use from several threads: what was read is replaced as a whole.
    """

    def __init__(self, database: Database, rules: Rules) -> None:
        self._database = database
        self.rules = rules
        self._reading = Lock()
        self._known = self._read()

    def facts(self) -> SiteFacts:
        """Name, zone, currency and the like."""
        return self._known.facts

    def taxonomy(self) -> Taxonomy:
        """The site's categories."""
        return self._known.taxonomy

    @property
    def version(self) -> int:
        """Grows with every change of the settings that is known here."""
        return sum(self._known.versions.values())

    def reload(self) -> None:
        """Reads facts and categories anew: they were changed here."""
        with self._reading:
            self._known = self._read()

    def refresh(self) -> bool:
        """Reads them anew if another window or the command line changed them or the rules; tells whether it did.

        Where nothing changed it costs one look at two small tables. Raises ``WorkspaceError``.
        """
        known = self._known
        with self._database.reading_plainly() as driver:
            changed = (versions_of(driver), _newest_rules(driver)) != (known.versions, known.rules)
        if changed:
            self.reload()
        return changed

    def in_force(self) -> RulesInForce:
        """The rules in force now."""
        with self._database.reading_plainly() as driver:
            return self.rules.in_force(driver)

    def calendar(self) -> Calendar:
        """The opening hours in force now."""
        with self._database.reading_plainly() as driver:
            return self.rules.calendar(driver, self.rules.in_force(driver).calendar_id)

    def targets(self) -> Targets:
        """The targets in force now."""
        with self._database.reading_plainly() as driver:
            return self.rules.targets(driver, self.rules.in_force(driver).targets_id)

    def shift_at(self, at: datetime) -> tuple[Shift, date] | None:
        """The shift that a moment falls in, and the date it bears."""
        return shift_at(self.in_force().shifts, self.facts().zone, at)

    def _read(self) -> _Known:
        with self._database.reading() as connection:
            facts = read_facts(connection)
            driver = driver_of(connection)
            taxonomy = read_taxonomy(connection, facts.property)
            return _Known(versions_of(driver), _newest_rules(driver), facts, taxonomy)
