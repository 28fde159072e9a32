"""The functions and looks that the settings are handed. Everything but ``looks`` and ``set_looks`` may take a while."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

from desktop.domain.authority import Limit
from desktop.domain.calendars import Calendar
from desktop.domain.guide_settings import GuideFile, GuideSettings
from desktop.domain.kinds import Language, Role
from desktop.domain.money import Currency
from desktop.domain.rows import StaffRow
from desktop.domain.shifts import Shift
from desktop.domain.site_settings import DeskLine, DutyCard, Kept, Leaving, RecoverySheet, SiteForm, SiteSheet
from desktop.domain.targets import Targets
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.theme.theme import Mode
from desktop.words import Words


@dataclass(frozen=True, slots=True)
class Looks:
    """How the window looks and sounds on this computer."""

    language: Language = Language.EN
    text_size: int = 100  #: per cent: 100, 112 or 125
    mode: Mode = "system"
    motion_off: bool = False  #: else as the system says
    sound: bool = True


class PaperRow(NamedTuple):
    """One line of the recovery sheet. ``kind``: ``title``, ``fact``, ``code``, ``step`` or ``note``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class SiteDoors:
    """Site and desks; everything that changes takes the version that was seen and gives what stands afterwards."""

    sheet: Callable[[], Kept[SiteSheet]]
    change: Callable[[SiteForm, int], Kept[SiteSheet]]
    desks: Callable[[], Kept[tuple[DeskLine, ...]]]
    add_desk: Callable[[str, str, int], Kept[tuple[DeskLine, ...]]]  #: code, name
    rename_desk: Callable[[str, str, int], Kept[tuple[DeskLine, ...]]]
    use_desk: Callable[[str, bool, int], Kept[tuple[DeskLine, ...]]]


@dataclass(frozen=True, slots=True)
class StaffDoors:
    """The staff list; people by their logins."""

    everyone: Callable[[], tuple[StaffRow, ...]]
    add: Callable[[str, str, Role, str], StaffRow]  #: login, name, role, department
    change: Callable[[StaffRow, str, Role, str], StaffRow]  #: the row that was seen, name, role, department
    give_secret: Callable[[str, str], None]
    leaving: Callable[[str], Leaving]
    leave: Callable[[str, str | None], StaffRow]  #: who leaves, and to whom open cases go
    come_back: Callable[[str], StaffRow]


@dataclass(frozen=True, slots=True)
class RuleDoors:
    """Opening hours, targets, shifts and authority; ``change`` takes the kind and data of the act."""

    calendar: Callable[[], Kept[Calendar]]
    targets: Callable[[], Kept[Targets]]
    shifts: Callable[[], Kept[tuple[Shift, ...]]]
    limits: Callable[[], Kept[Mapping[Role, Limit]]]
    change: Callable[[str, object, int], None]


@dataclass(frozen=True, slots=True)
class CategoryDoors:
    """The site's categories: both names, English first."""

    all: Callable[[], Kept[Taxonomy]]
    add: Callable[[str | None, str, str, int], tuple[str, Kept[Taxonomy]]]
    rename: Callable[[str, str, str, int], Kept[Taxonomy]]
    hide: Callable[[str, bool, int], Kept[Taxonomy]]


class FrameworkLine(NamedTuple):
    """A framework to choose; ``order``: its steps in words."""

    code: str
    name: str
    order: str


@dataclass(frozen=True, slots=True)
class GuideSheet:
    """The frameworks in one language, what a card says with each choice, and the guide files as they are now."""

    language: Language
    frameworks: tuple[FrameworkLine, ...]
    examples: Mapping[GuideSettings, str]
    files: tuple[GuideFile, ...]


@dataclass(frozen=True, slots=True)
class GuideDoors:
    """How conversations are led. ``show_folder`` opens a folder for editing, on the window's thread."""

    settings: Callable[[], Kept[GuideSettings]]
    change: Callable[[GuideSettings, int], Kept[GuideSettings]]
    sheet: Callable[[Language], GuideSheet]
    check_again: Callable[[], object]  #: reads all copies anew
    copy: Callable[[str], Path]
    back_to_shipped: Callable[[str], Path]
    folder: Callable[[], Path]
    show_folder: Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class OwnDoors:
    """What everyone has: the duty card to read, a PIN of their own; and the owner's recovery sheet."""

    duty_card: Callable[[], Kept[DutyCard]]
    write_duty_card: Callable[[DutyCard, int], Kept[DutyCard]]
    change_secret: Callable[[str, str], None]  #: old, new
    sheet_made_at: Callable[[], datetime | None]
    make_sheet: Callable[[], RecoverySheet]
    sheet_rows: Callable[[RecoverySheet, Words], tuple[PaperRow, ...]]


@dataclass(frozen=True, slots=True)
class SettingsDoors:
    """All that the settings work with. ``print_sheet`` is None where nothing can be printed."""

    looks: Callable[[], Looks]
    set_looks: Callable[[Looks], object]
    site: SiteDoors
    staff: StaffDoors
    rules: RuleDoors
    categories: CategoryDoors
    guides: GuideDoors
    own: OwnDoors
    zone: tzinfo
    currency: Currency
    now: Callable[[], datetime]
    training: bool = False
    print_sheet: Callable[[RecoverySheet], object] | None = None
