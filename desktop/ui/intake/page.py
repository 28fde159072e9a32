"""The parts of the page: how they are put together and painted. What happens in them is the screen's business."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commands import OpenCase
from desktop.domain.completeness import Fact
from desktop.domain.people import Person
from desktop.domain.rows import GuestRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.intake.about import AboutPart
from desktop.ui.intake.bars import IntakeFoot, IntakeHead
from desktop.ui.intake.columns import Columns
from desktop.ui.intake.company import CompanyPart
from desktop.ui.intake.further import FurtherPart
from desktop.ui.intake.guidance import GuidancePart
from desktop.ui.intake.hearing import HearingPart
from desktop.ui.intake.offer import OfferPart
from desktop.ui.intake.parts import Change
from desktop.ui.intake.reckoning import ReckoningPart
from desktop.ui.intake.risk import RiskPart
from desktop.ui.intake.settle_part import SettlePart
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import Site
from desktop.ui.moves import Surroundings
from desktop.words import Words


class IntakePage(QWidget):
    """Head, an offered draft, three columns, foot."""

    def __init__(self, site: Site, person: Person, words: Words, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._site, self._words = site, words
        self._around = Surroundings(person, site.taxonomy, site.zone, site.currency, site.now, law_cards=site.law_cards)

    def make_parts(
        self,
        state: IntakeState,
        change: Change,
        ask: Callable[[Fact], None],
        use_guest: Callable[[GuestRow], None],
        opening: Callable[[], OpenCase],
    ) -> None:
        """Builds everything for a state; ``opening`` gives the case that the form would open."""
        words, site, today = self._words, self._site, self._today(state)
        self.head = IntakeHead(words, site.zone, self)
        self.offered = OfferPart(words, site.zone, self)
        columns = self.columns = Columns(self)
        self.hearing = HearingPart(change, words, site.property, today, columns.left)
        self.about = AboutPart(change, words, site.taxonomy, columns.middle)
        self.further = FurtherPart(change, words, today, columns.middle)
        self._parts = (self.hearing, self.about, self.further)
        self.settling = SettlePart(change, opening, self._around, words, columns.over)
        self.risk = RiskPart(words, columns.right)
        self.guidance = GuidancePart(ask, words, columns.right)
        self.reckoning = ReckoningPart(words, columns.right)
        self.company = CompanyPart(use_guest, words, site.zone, columns.right)
        beside = (self.risk, self.guidance, self.reckoning, self.company)
        columns.fill(self.hearing, (self.about, self.further), beside)
        columns.fill_over(self.settling)
        columns.fold_in_compact(self.reckoning.fold, is_open=True)
        columns.fold_in_compact(self.company.fold, is_open=False)
        self.foot = IntakeFoot(words, lambda on: change(on_the_spot=on), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.offered, columns, self.foot):
            column.addWidget(part, 1 if part is columns else 0)

    def paint_parts(self, state: IntakeState) -> None:
        """Shows a state in every part."""
        today = self._today(state)
        self.head.paint(state)
        self.offered.paint(state)
        self.hearing.paint(state, today)
        self.about.paint(state)
        self.further.paint(state, today)
        self.risk.paint(state)
        self.guidance.paint(state)
        self.reckoning.paint(state)
        self.company.paint(state)
        self.foot.paint(state)
        if self.columns.isEnabled() == state.is_saving:
            self.columns.hold(state.is_saving)
        self.columns.show_over(state.settling.is_open, alone=bool(state.settling.number))
        self.settling.paint(state)  # last: what it says takes the cursor, which the columns had to give back first

    def set_parts_words(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        beside = (self.risk, self.guidance, self.reckoning, self.company)
        for part in (self.head, self.offered, *self._parts, self.settling, *beside, self.foot):
            part.set_words_source(words)

    def set_parts_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Other categories."""
        self.about.set_taxonomy(taxonomy)
        self.settling.set_taxonomy(taxonomy)

    def is_covered(self, name: str) -> bool:
        """Whether a field can't be seen because something else stands in its place."""
        return any(self.columns.is_covered(field) for part in self._parts if (field := part.field(name)) is not None)

    def show_field(self, name: str) -> None:
        """Puts the cursor into a field, and the field into view."""
        for part in self._parts:
            field = part.field(name)
            if field is not None:
                part.reveal(name)
                self.columns.show_field(field)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def panes(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [*self.columns.panes(), self.foot]

    def add_timer(self, every_ms: int, act: Callable[[], None]) -> QTimer:
        """A timer of the page, not running yet."""
        timer = QTimer(self)
        timer.setInterval(every_ms)
        timer.timeout.connect(act)
        return timer

    def add_act(self, act: Callable[[], None], *keys: str) -> QAction:
        """An act with its keys, wherever on the page the cursor stands."""
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: act())
        self.addAction(action)
        return action

    def _composing(self) -> bool:
        """Whether an input method holds text that is not decided yet."""
        return bool(getattr(self.focusWidget(), "composing", False))

    def _today(self, state: IntakeState) -> date:
        return state.now.astimezone(self._site.zone).date()
