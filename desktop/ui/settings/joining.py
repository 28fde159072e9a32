"""From services to doors: what one person may ask of the settings, bound to that person."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.guide_settings import GuideSettings, WordingStyle
from desktop.domain.kinds import Language
from desktop.domain.people import Person
from desktop.domain.site_settings import Kept, RecoverySheet
from desktop.ui.settings.doors import (
    CategoryDoors,
    FrameworkLine,
    GuideDoors,
    GuideSheet,
    Looks,
    OwnDoors,
    PaperRow,
    RuleDoors,
    SettingsDoors,
    SiteDoors,
    StaffDoors,
)
from desktop.words import Words
from desktop.words.formats import full_time

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.guide_settings import GuideService
    from desktop.services.settings import SettingsService
    from desktop.services.site import SiteService
    from desktop.services.staff import StaffService


def settings_doors(
    settings: "SettingsService",
    staff: "StaffService",
    site: "SiteService",
    guides: "GuideService",
    person: Person,
    *,
    show_folder: Callable[[Path], object],
    looks: Callable[[], Looks],
    set_looks: Callable[[Looks], object],
    now: Callable[[], datetime],
    print_sheet: Callable[[RecoverySheet], object] | None = None,
) -> SettingsDoors:
    """The doors of one person."""
    facts = site.facts()

    def sheet_rows(sheet: RecoverySheet, words: Words) -> tuple[PaperRow, ...]:
        made = sheet.made_at.astimezone(facts.zone)
        rows = settings.recovery.rows(sheet, words, full_time(made, words.language))
        return tuple(PaperRow(row.kind, row.text) for row in rows)

    return SettingsDoors(
        looks=looks,
        set_looks=set_looks,
        site=_site(settings, person),
        staff=_staff(settings, staff, person),
        rules=_rules(settings, person),
        categories=_categories(settings, person),
        guides=_guides(guides, person, show_folder),
        own=OwnDoors(
            duty_card=settings.duty_card.card,
            write_duty_card=partial(settings.duty_card.change, person),
            change_secret=partial(staff.change_own_secret, person),
            sheet_made_at=partial(settings.recovery.made_at, person),
            make_sheet=partial(settings.recovery.make, person),
            sheet_rows=sheet_rows,
        ),
        zone=facts.zone,
        currency=facts.currency,
        now=now,
        training=facts.training,
        print_sheet=print_sheet,
    )


def _site(settings: "SettingsService", person: Person) -> SiteDoors:
    site = settings.site
    return SiteDoors(
        sheet=site.sheet,
        change=partial(site.change, person),
        desks=site.desks,
        add_desk=partial(site.add_desk, person),
        rename_desk=partial(site.rename_desk, person),
        use_desk=partial(site.use_desk, person),
    )


def _staff(settings: "SettingsService", staff: "StaffService", person: Person) -> StaffDoors:
    changes = settings.staff
    return StaffDoors(
        everyone=staff.everyone,
        add=partial(changes.add, person),
        change=partial(changes.change, person),
        give_secret=partial(staff.give_secret, person),
        leaving=partial(changes.leaving, person),
        leave=partial(changes.leave, person),
        come_back=partial(changes.come_back, person),
    )


def _rules(settings: "SettingsService", person: Person) -> RuleDoors:
    rules = settings.rules
    return RuleDoors(rules.calendar, rules.targets, rules.shifts, rules.limits, partial(rules.change, person))


def _categories(settings: "SettingsService", person: Person) -> CategoryDoors:
    own = settings.categories
    return CategoryDoors(own.all, partial(own.add, person), partial(own.rename, person), partial(own.hide, person))


def _guides(guides: "GuideService", person: Person, show_folder: Callable[[Path], object]) -> GuideDoors:
    def change(settings: GuideSettings, seen: int) -> Kept[GuideSettings]:
        guides.set(person, settings, seen)
        return guides.kept()

    def sheet(language: Language) -> GuideSheet:
        frameworks = tuple(FrameworkLine(*one) for one in guides.frameworks(language))
        choices = [GuideSettings(one.code, style) for one in frameworks for style in WordingStyle]
        examples = {choice: guides.example(choice, language) for choice in choices}
        return GuideSheet(language, frameworks, examples, guides.files())

    return GuideDoors(
        settings=guides.kept,
        change=change,
        sheet=sheet,
        check_again=guides.check_again,
        copy=partial(guides.copy, person),
        back_to_shipped=partial(guides.back_to_shipped, person),
        folder=guides.folder,
        show_folder=show_folder,
    )
