"""The facts of the site and its desks, as people change them."""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files

from sqlalchemy import func, literal_column, select

from desktop.domain.authority import Limit
from desktop.domain.kinds import Property, Role
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.numbers import check_code
from desktop.domain.people import Person
from desktop.domain.site_settings import LASTING_FACTS, DeskLine, Kept, SiteForm, SiteSheet
from desktop.domain.texts import check_line, is_blank
from desktop.errors import UserError
from desktop.models.case import Case
from desktop.models.site import Desk, RuleSet, SiteCategory
from desktop.services.founding import check_zone
from desktop.services.settings_work import SettingsBook, SettingsWork
from desktop.services.site import SiteFacts, limits_stored, read_facts
from desktop.words.resources import load_currencies

_COUNTRY = re.compile("[A-Z]{2}")
_OPEN = sorted(state.value for state in OPEN_STATES)
SITE, DESKS = "site", "desks"  #: the parts, as versions name them


class SiteSettings:
    """Site and desks. Everything that changes takes the version that was seen and gives what stands afterwards."""

    def __init__(self, book: SettingsBook) -> None:
        self._book = book

    def sheet(self) -> Kept[SiteSheet]:
        """The facts as they stand, and which of them can't change any more."""
        version = self._book.version_of(SITE)
        with self._book.database.reading() as connection:
            form = _form(read_facts(connection))
            has_cases = connection.execute(select(Case.id).limit(1)).first() is not None
        return Kept(SiteSheet(form, frozenset(LASTING_FACTS) if has_cases else frozenset()), version)

    def change(self, by: Person, form: SiteForm, seen: int | None = None) -> Kept[SiteSheet]:
        """Sets the facts. Another zone, currency or property holds from the next opening of the workspace on.

        Raises ``not_allowed``, ``missing``, ``site_code_bad``, ``zone_unknown``, ``currency_unknown``,
        ``country_unknown``, ``site_fact_fixed`` (there are cases), ``property_has_categories``,
        ``settings_changed_meanwhile``.
        """
        with self._book.changing(by, SITE, seen) as work:
            before = _form(read_facts(work.session.connection()))
            _check_form(form)
            changed = {
                field.name: (getattr(before, field.name), getattr(form, field.name))
                for field in fields(SiteForm)
                if getattr(before, field.name) != getattr(form, field.name)
            }
            _check_lasting(work, changed)
            for name, (_, value) in changed.items():
                work.keep(name, str(value))
            if "currency" in changed:
                _convert_limits(work, before.currency, form.currency)
            if changed:
                work.tell(changed)
        return self.sheet()

    def desks(self) -> Kept[tuple[DeskLine, ...]]:
        """All desks, those out of use last."""
        version = self._book.version_of(DESKS)
        open_cases = select(Case.desk, func.count()).where(Case.state.in_(_OPEN)).group_by(Case.desk)
        with self._book.database.reading() as connection:
            counts = {row[0]: row[1] for row in connection.execute(open_cases)}
            rows = connection.execute(
                select(Desk.code, Desk.name, Desk.active).order_by(Desk.active.desc(), literal_column("rowid"))
            )
            lines = tuple(DeskLine(row.code, row.name, row.active, counts.get(row.code, 0)) for row in rows)
        return Kept(lines, version)

    def add_desk(self, by: Person, code: str, name: str, seen: int | None = None) -> Kept[tuple[DeskLine, ...]]:
        """Adds a desk; its code stands in the numbers of its cases and never changes.

        Raises ``not_allowed``, ``missing``, ``desk_code_bad``, ``desk_code_taken``, ``settings_changed_meanwhile``.
        """
        with self._book.changing(by, DESKS, seen) as work:
            check_code(code, "desk")
            if work.session.get(Desk, code) is not None:
                raise UserError("desk_code_taken", "desk", value=code)
            work.session.add(Desk(code=code, name=_checked_name(name), active=True))
            work.tell({"desk": (None, f"{code} {name}")})
        return self.desks()

    def rename_desk(self, by: Person, code: str, name: str, seen: int | None = None) -> Kept[tuple[DeskLine, ...]]:
        """Calls a desk something else. Raises as ``add_desk``, and ``no_such_desk``."""
        with self._book.changing(by, DESKS, seen) as work:
            desk = _desk(work, code)
            before, desk.name = desk.name, _checked_name(name)
            if name != before:
                work.tell({"desk": (f"{code} {before}", f"{code} {name}")})
        return self.desks()

    def use_desk(self, by: Person, code: str, in_use: bool, seen: int | None = None) -> Kept[tuple[DeskLine, ...]]:
        """Takes a desk out of use, or back into it. Nobody signs in at one out of use; its cases stay as they are.

        Raises ``not_allowed``, ``no_such_desk``, ``last_desk``, ``settings_changed_meanwhile``.
        """
        with self._book.changing(by, DESKS, seen) as work:
            desk = _desk(work, code)
            others = select(Desk.code).where(Desk.active, Desk.code != code).limit(1)
            if not in_use and work.session.scalar(others) is None:
                raise UserError("last_desk", "desk", value=desk.name)
            before, desk.active = desk.active, in_use
            if before != in_use:
                work.tell({"desk": (None, code), "active": (before, in_use)})
        return self.desks()


def _form(facts: SiteFacts) -> SiteForm:
    return SiteForm(
        name=facts.name,
        language=facts.language,
        country=facts.country,
        code=facts.code,
        zone=str(facts.zone),
        currency=facts.currency.code,
        property=facts.property,
        phone=facts.phone,
        address=facts.address,
    )


def _check_form(form: SiteForm) -> None:
    if is_blank(form.name):
        raise UserError("missing", "site")
    check_line(form.name, "site")
    check_line(form.phone, "phone")
    check_line(form.address, "address")
    check_code(form.code, "code")
    check_zone(form.zone)
    if form.currency not in load_currencies():
        raise UserError("currency_unknown", "currency", value=form.currency)
    if form.country and not (_COUNTRY.fullmatch(form.country) and form.country in _countries()):
        raise UserError("country_unknown", "country", value=form.country)


def _check_lasting(work: SettingsWork, changed: Mapping[str, object]) -> None:
    lasting = next((name for name in LASTING_FACTS if name in changed), None)
    if lasting is None:
        return
    if work.session.scalar(select(Case.id).limit(1)) is not None:
        raise UserError("site_fact_fixed", "timezone" if lasting == "zone" else lasting)
    own = select(SiteCategory.code).where(SiteCategory.custom).limit(1)
    if "property" in changed and work.session.scalar(own) is not None:
        raise UserError("property_has_categories", "property", property=str(Property.HOTEL))


def _convert_limits(work: SettingsWork, before: str, after: str) -> None:
    """Limits are kept in minor units: 200 stays 200 in the new currency, whatever its places."""
    currencies = load_currencies()
    shift = currencies[after].digits - currencies[before].digits
    if not shift:
        return
    stored = work.session.scalars(
        select(RuleSet).where(RuleSet.kind == "authority").order_by(RuleSet.id.desc())
    ).first()
    if stored is None:
        return
    limits = {Role(role): Limit(*(_moved(sum_, shift) for sum_ in pair)) for role, pair in stored.data.items()}
    data = limits_stored(limits)
    work.session.add(RuleSet(kind="authority", since=work.at, by=work.by.login, data=data))
    work.tell({"authority": (stored.data, data)}, "authority")


def _moved(minor: int | None, places: int) -> int | None:
    if minor is None:
        return None
    factor: int = 10 ** abs(places)
    return minor * factor if places > 0 else minor // factor


def _desk(work: SettingsWork, code: str) -> Desk:
    desk = work.session.get(Desk, code)
    if desk is None:
        raise UserError("no_such_desk", "desk", value=code)
    return desk


def _checked_name(name: str) -> str:
    if is_blank(name):
        raise UserError("missing", "name")
    return check_line(name, "name")


@cache
def _countries() -> frozenset[str]:
    """The ISO 3166 codes, from the tz database."""
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    return frozenset(line.partition("\t")[0] for line in table.splitlines() if not line.startswith("#"))
