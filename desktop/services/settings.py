"""All settings of an open workspace, put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop.models.engine import Database
from desktop.services.category_settings import CategorySettings
from desktop.services.duty_card import DutyCardSettings
from desktop.services.journal import Journal
from desktop.services.recovery import RecoveryService
from desktop.services.rule_settings import RuleSettings
from desktop.services.settings_work import SettingsBook
from desktop.services.site import SiteService
from desktop.services.site_settings import SiteSettings
from desktop.services.staff_settings import StaffSettings


@dataclass(frozen=True, slots=True)
class SettingsService:
    """What the settings screen works with. Safe to use from several threads."""

    site: SiteSettings
    categories: CategorySettings
    duty_card: DutyCardSettings
    rules: RuleSettings
    staff: StaffSettings
    recovery: RecoveryService


def make_settings(
    database: Database, site: SiteService, journal: Journal, now: Callable[[], datetime]
) -> SettingsService:
    """Puts the settings of a workspace together. ``now`` gives the present moment (aware UTC)."""
    book = SettingsBook(database, site, journal, now)
    recovery = RecoveryService(database, journal, site.facts().training, lambda: site.facts().name, now)
    return SettingsService(
        site=SiteSettings(book),
        categories=CategorySettings(book),
        duty_card=DutyCardSettings(book),
        rules=RuleSettings(book),
        staff=StaffSettings(book),
        recovery=recovery,
    )
