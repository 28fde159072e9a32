"""Making a new site: the first transaction of a workspace."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.domain.authority import default_limits
from desktop.domain.calendars import calendar_data, parse_calendar
from desktop.domain.kinds import Language, Property, Role
from desktop.domain.numbers import check_code
from desktop.domain.people import check_login
from desktop.domain.texts import check_line, fold, is_blank
from desktop.errors import UserError
from desktop.models.site import Desk, RuleSet, Setting, Staff
from desktop.services.journal import Journal
from desktop.services.site import first_rules
from desktop.services.staff import hash_secret
from desktop.words.resources import country_of_zone, currency_of_country, load_currencies
from desktop.workspace import Workspace

_FALLBACK_CURRENCY = "CNY"


@dataclass(frozen=True, slots=True)
class Founding:
    """The answers of the first run. ``secret`` is the owner's PIN or passphrase; a practice site needs none."""

    property: Property
    name: str
    code: str
    language: Language
    zone: str
    owner_login: str
    owner_name: str = ""
    secret: str | None = None
    desk_code: str = "D1"
    desk_name: str = ""
    country: str = ""
    currency: str = ""
    training: bool = False
    calendar: object = field(default=None)  #: opening hours in the form of the ``calendar`` act; None: the shipped ones


def check_zone(name: str) -> ZoneInfo:
    """The zone of a name such as ``Asia/Shanghai``. Raises ``zone_unknown``."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # unknown, malformed, or a folder of the zone database
        raise UserError("zone_unknown", "timezone", value=name) from error


def found_site(folder: Path, answers: Founding, at: datetime) -> Workspace:
    """Makes a workspace for a new site and opens it.

    Raises ``UserError`` for answers that can't be taken (nothing is made then), and those of ``Workspace.create``.
    """
    settings = _checked_settings(answers)
    currency = load_currencies()[str(settings["currency"])]
    rules = first_rules(answers.property, default_limits(currency))
    if answers.calendar is not None:
        rules["calendar"] = calendar_data(parse_calendar(answers.calendar))
    if answers.secret is None and not answers.training:
        raise UserError("pin_missing", "pin")
    secret = None if answers.secret is None else hash_secret(answers.secret)
    check_code(answers.desk_code, "desk")
    workspace = Workspace.create(folder)
    login = answers.owner_login
    owner = Staff(
        login=login, login_key=fold(login), name=answers.owner_name or login, role=Role.OWNER.value, secret=secret
    )
    with workspace.database.writing() as session:
        session.add_all(Setting(name=name, value=value) for name, value in settings.items())
        session.add(Desk(code=answers.desk_code, name=answers.desk_name or answers.desk_code))
        session.add(owner)
        session.add_all(RuleSet(kind=kind, since=at, by=login, data=data) for kind, data in rules.items())
        session.flush()
        told = {**settings, "login": login, **rules}
        Journal(workspace.key).append(session, at, login, "init", None, {n: (None, v) for n, v in told.items()})
    return workspace


def _checked_settings(answers: Founding) -> dict[str, object]:
    if is_blank(answers.name):
        raise UserError("missing", "site")
    check_line(answers.name, "site")
    check_login(answers.owner_login, "owner")
    check_line(answers.owner_name, "name")
    check_code(answers.code, "code")
    check_zone(answers.zone)
    country = answers.country or country_of_zone(answers.zone) or ""
    currency = answers.currency or currency_of_country(country) or _FALLBACK_CURRENCY
    if currency not in load_currencies():
        raise UserError("currency_unknown", "currency", value=currency)
    return {
        "name": answers.name,
        "code": answers.code,
        "property": answers.property.value,
        "language": answers.language.value,
        "zone": answers.zone,
        "country": country,
        "currency": currency,
        "training": answers.training,
    }
