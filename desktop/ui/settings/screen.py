"""The settings: sections at left by what the person may, the chosen one at right."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.people import Person
from desktop.ui.settings.appearance import AppearanceSection
from desktop.ui.settings.authority import AuthoritySection
from desktop.ui.settings.categories import CategoriesSection
from desktop.ui.settings.desks import DesksSection
from desktop.ui.settings.doors import Looks, SettingsDoors
from desktop.ui.settings.duty import DutySection
from desktop.ui.settings.guides import GuidesSection
from desktop.ui.settings.hours import HoursSection
from desktop.ui.settings.line_list import Line, LineList
from desktop.ui.settings.my_pin import MyPinSection
from desktop.ui.settings.recovery import RecoverySection
from desktop.ui.settings.section import Hands, Section
from desktop.ui.settings.shifts import ShiftsSection
from desktop.ui.settings.site import SiteSection
from desktop.ui.settings.staff import StaffSection
from desktop.ui.settings.state import OWN_PARTS, Part, parts_of
from desktop.ui.settings.targets import TargetsSection
from desktop.ui.tasks import Runner
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Panel, PlainLabel
from desktop.words import Words

_NAV, _COMPACT_NAV = 208, 192

_MAKERS: dict[Part, Callable[[Hands], Section]] = {
    Part.APPEARANCE: AppearanceSection,
    Part.MY_PIN: MyPinSection,
    Part.DUTY_CARD: DutySection,
    Part.SITE: SiteSection,
    Part.DESKS: DesksSection,
    Part.STAFF: StaffSection,
    Part.SHIFTS: ShiftsSection,
    Part.HOURS: HoursSection,
    Part.TARGETS: TargetsSection,
    Part.AUTHORITY: AuthoritySection,
    Part.CATEGORIES: CategoriesSection,
    Part.GUIDES: GuidesSection,
    Part.RECOVERY: RecoverySection,
}
_ICONS = {
    Part.APPEARANCE: "eye",
    Part.MY_PIN: "key-round",
    Part.DUTY_CARD: "phone",
    Part.SITE: "hotel",
    Part.DESKS: "map-pin",
    Part.STAFF: "users",
    Part.SHIFTS: "clock",
    Part.HOURS: "calendar",
    Part.TARGETS: "history",
    Part.AUTHORITY: "scale",
    Part.CATEGORIES: "list-checks",
    Part.GUIDES: "message-square",
    Part.RECOVERY: "shield-check",
}


class SettingsScreen(QWidget):
    """Everything it works with is handed in. Sections are made when they are first opened.

    ``told`` asks for a short message (sentence, undo or None); ``site_changed`` follows whatever others show too (the
    site, desks, staff, rules, categories); ``appearance_changed`` carries the looks that were chosen.
    """

    told = Signal(str, object)
    site_changed = Signal()
    appearance_changed = Signal(object)

    def __init__(
        self,
        doors: SettingsDoors,
        *,
        person: Person,
        words: Words,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts_of(person, training=doors.training)
        self.hands = Hands(_announcing(doors, self.appearance_changed.emit), person, words, runner)
        self.title = PlainLabel("", "title")
        self.nav = LineList()
        self.pages = QStackedWidget()
        self._sections: dict[Part, Section] = {}
        self._current: Part = self._parts[0]
        self._lay_out()
        self.nav.picked.connect(lambda key: self.open(Part(key)))
        self.nav.went_on.connect(self._go_on)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    @property
    def current(self) -> Part:
        """The section that is shown."""
        return self._current

    @property
    def has_unsaved(self) -> bool:
        """Whether anything typed in any section isn't saved."""
        return any(section.is_marked for section in self._sections.values())

    def parts(self) -> tuple[Part, ...]:
        """The sections that there are for this person."""
        return self._parts

    def section(self, part: Part) -> Section:
        """A section, made if it wasn't opened yet."""
        known = self._sections.get(part)
        if known is None:
            known = self._sections[part] = _MAKERS[part](self.hands)
            known.told.connect(self.told)
            known.marked.connect(lambda _on: self._show_nav())
            known.site_changed.connect(self.site_changed)
            self.pages.addWidget(known)
        return known

    def start(self) -> None:
        """Opens the first section."""
        self.open(self._parts[0])

    def open(self, part: Part) -> None:
        """Goes to a section; what isn't saved in the last one stays there, and that is said."""
        if part not in self._parts:
            return
        section = self.section(part)
        last = self._sections.get(self._current)
        if last is not None and last is not section:
            last.park()
            if last.is_marked:
                sentence = self.tr("{section}: what you typed is kept here, but not saved yet.")
                self.told.emit(sentence.format(section=self._name(self._current)), None)
        self._current = part
        self.pages.setCurrentWidget(section)
        section.refresh()
        self._show_nav()

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in reading order."""
        return (self.nav, self.pages)

    def arrive(self) -> None:
        """The screen is shown: reads the section anew and puts the focus on the list."""
        self.open(self._current)
        self.nav.setFocus(Qt.FocusReason.OtherFocusReason)

    def park(self) -> None:
        """Another screen is shown, or the desk is covered: no PIN and no code stays on the screen."""
        for section in self._sections.values():
            section.park()

    def set_words(self, words: Words) -> None:
        """Speaks another language; what was typed stays."""
        self.hands.words = words
        for section in self._sections.values():
            section.use_words()
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list of sections; nothing typed is lost."""
        if event.key() == Qt.Key.Key_Escape and not self.nav.hasFocus():
            self.nav.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._side = Panel("surface", "right")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.nav, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self.pages, 1)

    def _go_on(self) -> None:
        field = self.section(self._current).first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)  # marks what stands in the field, as Tab does

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        self._side.setFixedWidth(metrics.px(_COMPACT_NAV if metrics.compact else _NAV))
        self.title.setContentsMargins(14, 10 if metrics.compact else 14, 14, 6)

    def _set_words(self) -> None:
        self.title.setText(self.tr("Settings"))
        self.nav.setAccessibleName(self.tr("Settings"))
        self._show_nav()

    def _show_nav(self) -> None:
        own = [part for part in self._parts if part in OWN_PARTS]
        others = [part for part in self._parts if part not in OWN_PARTS]
        lines = [Line("own", self.tr("For everyone"), is_heading=True), *map(self._line, own)]
        if others:
            lines += [Line("site", self.tr("For the site"), is_heading=True), *map(self._line, others)]
        self.nav.show_lines(lines, self._current.value)

    def _line(self, part: Part) -> Line:
        section = self._sections.get(part)
        is_marked = section is not None and section.is_marked
        spoken = self.tr("not saved yet") if is_marked else ""
        return Line(part.value, self._name(part), icon=_ICONS[part], is_marked=is_marked, spoken=spoken)

    def _name(self, part: Part) -> str:
        return {
            Part.APPEARANCE: self.tr("Appearance"),
            Part.MY_PIN: self.tr("My PIN"),
            Part.DUTY_CARD: self.tr("Duty card"),
            Part.SITE: self.tr("Site"),
            Part.DESKS: self.tr("Desks"),
            Part.STAFF: self.tr("Staff"),
            Part.SHIFTS: self.tr("Shifts"),
            Part.HOURS: self.tr("Opening hours"),
            Part.TARGETS: self.tr("Targets"),
            Part.AUTHORITY: self.tr("Authority"),
            Part.CATEGORIES: self.tr("Categories"),
            Part.GUIDES: self.tr("Conversations"),
            Part.RECOVERY: self.tr("Recovery sheet"),
        }[part]


def _announcing(doors: SettingsDoors, changed: Callable[[Looks], object]) -> SettingsDoors:
    """The same doors; whoever listens hears of new looks."""

    def set_looks(looks: Looks) -> None:
        doors.set_looks(looks)
        changed(looks)

    return replace(doors, set_looks=set_looks)
