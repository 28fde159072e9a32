"""The parts of the page: how they are put together and painted. What happens in them is the screen's business."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commands import OpenCase
from desktop.domain.completeness import Fact
from desktop.domain.past_help import RemedyIdea
from desktop.domain.people import Person
from desktop.domain.rows import GuestRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.conversation.part import ConversationPart
from desktop.ui.conversation.turned_card import TurnedCard
from desktop.ui.intake.about import AboutPart
from desktop.ui.intake.aspects import AspectsPart
from desktop.ui.intake.bars import IntakeFoot, IntakeHead
from desktop.ui.intake.columns import Columns, Middle
from desktop.ui.intake.company import CompanyPart
from desktop.ui.intake.further import FurtherPart
from desktop.ui.intake.hearing import HearingPart
from desktop.ui.intake.offer import OfferPart
from desktop.ui.intake.offers_part import OffersPart
from desktop.ui.intake.parts import Change
from desktop.ui.intake.past_part import PastPart
from desktop.ui.intake.reckoning import ReckoningPart
from desktop.ui.intake.settle_part import SettlePart
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import Site
from desktop.ui.intake.told_part import ToldPart
from desktop.ui.moves import Surroundings
from desktop.ui.widgets.tabbing import ReadingPage
from desktop.words import Words


@dataclass(frozen=True, slots=True)
class Acts:
    """What the parts of the page call when a person does something in them."""

    change: Change
    ask: Callable[[Fact], None]
    use_guest: Callable[[GuestRow], None]
    opening: Callable[[], OpenCase]  #: the case that the form would open
    offer: Callable[[RemedyIdea], None]
    take_back: Callable[[int], None]
    tell_manager: Callable[[], None]
    open_case: Callable[[str], None]


class IntakePage(ReadingPage):
    """Head, an offered draft, three columns, foot; or, in place of all that, the card turned to the guest."""

    def __init__(self, site: Site, person: Person, words: Words, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._site, self._words = site, words
        self._around = Surroundings(person, site.taxonomy, site.zone, site.currency, site.now, law_cards=site.law_cards)
        self._wants_details = False
        self._is_turned = False  #: the card is turned to the guest

    def make_parts(self, state: IntakeState, acts: Acts) -> None:
        """Builds everything for a state."""
        words, site = self._words, self._site
        self.head = IntakeHead(words, site.zone, self)
        self.offered = OfferPart(words, site.zone, self)
        self.columns = Columns(self)
        self._make_columns(state, acts)
        self.foot = IntakeFoot(words, lambda on: acts.change(on_the_spot=on), self)
        self.turned = TurnedCard(self)
        self.turned.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.offered, self.columns, self.foot, self.turned):
            column.addWidget(part, 1 if part in (self.columns, self.turned) else 0)
        self.order_soon()

    def _make_columns(self, state: IntakeState, acts: Acts) -> None:
        words, site, today, columns = self._words, self._site, self._today(state), self.columns
        self.hearing = HearingPart(acts.change, words, site.property, today, columns.left)
        self.talk = ConversationPart(words, columns.talk)
        self.about = AboutPart(acts.change, words, columns.details)
        self.further = FurtherPart(acts.change, words, today, columns.details)
        self.settling = SettlePart(acts.change, acts.opening, self._around, words, columns.settling)
        self.told_part = ToldPart(acts.tell_manager, acts.change, words, columns.right)
        self.aspects = AspectsPart(acts.change, acts.ask, words, site.taxonomy, columns.right)
        self.reckoning = ReckoningPart(words, columns.right)
        self.offers = OffersPart(acts.offer, acts.take_back, words, site.currency, columns.right)
        self.company = CompanyPart(acts.use_guest, words, site.zone, columns.right)
        self.past = PastPart(acts.open_case, words, columns.right)
        self._parts = (self.hearing, self.about, self.further, self.aspects)
        self._beside = (self.told_part, self.aspects, self.reckoning, self.offers, self.company, self.past)
        columns.fill(self.hearing, self.talk, (self.about, self.further), self._beside)
        columns.fill_settling(self.settling)
        for fold in (self.company.fold, self.past.fold):
            columns.fold_in_compact(fold, is_open=False)

    def paint_parts(self, state: IntakeState) -> None:
        """Shows a state in every part."""
        today = self._today(state)
        self.head.paint(state, shows_details=self._shows_details(state))
        self.offered.paint(state)
        self.hearing.paint(state, today)
        if state.talk is not None:
            self.talk.paint(state.talk)
        self.about.paint(state)
        self.further.paint(state, today)
        for part in self._beside:
            part.paint(state)
        self.foot.paint(state)
        if self.columns.isEnabled() == state.is_saving:
            self.columns.hold(state.is_saving)
        self.columns.show_middle(self._middle(state), alone=bool(state.settling.number))
        self.settling.paint(state)  # last: what it says takes the cursor, which the columns had to give back first
        self._paint_turned(state)

    def set_parts_words(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        parts = (self.head, self.offered, self.hearing, self.talk, self.about, self.further, self.settling)
        for part in (*parts, *self._beside, self.foot):
            part.set_words_source(words)

    def set_parts_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Other categories."""
        self.aspects.set_taxonomy(taxonomy)
        self.settling.set_taxonomy(taxonomy)

    def show_details(self, shown: bool) -> None:
        """Shows the details of the form in place of the conversation, or the conversation again."""
        raise NotImplementedError

    def show_field(self, name: str) -> None:
        """Puts the cursor into a field, and the field into view."""
        for part in self._parts:
            field = part.field(name)
            if field is not None:
                if self.columns.is_in_details(field):
                    self.show_details(True)
                part.reveal(name)
                self.columns.show_field(field)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def stands_in_details(self, name: str) -> bool:
        """Whether a field stands among the details."""
        fields = (part.field(name) for part in self._parts)
        return any(field is not None and self.columns.is_in_details(field) for field in fields)

    def panes(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [self.turned] if self.turned.isVisibleTo(self) else [*self.columns.panes(), self.foot]

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

    def _shows_details(self, state: IntakeState) -> bool:
        """Whether the details stand in the middle: asked for, or nothing leads a conversation."""
        return self._wants_details or state.talk is None

    def _middle(self, state: IntakeState) -> Middle:
        if state.settling.is_open:
            return Middle.SETTLING
        return Middle.DETAILS if self._shows_details(state) else Middle.TALK

    def _paint_turned(self, state: IntakeState) -> None:
        """The card turned to the guest stands alone: nothing of the case is seen beside it."""
        turned = state.talk.card.turned if state.talk is not None else None
        is_turned = self._is_turned and turned is not None
        if turned is not None and is_turned:
            self.turned.paint(turned)
        for part in (self.head, self.columns, self.foot):
            part.setVisible(not is_turned)
        self.offered.setVisible(not is_turned and state.offered is not None)
        self.turned.setVisible(is_turned)

    def _composing(self) -> bool:
        """Whether an input method holds text that is not decided yet."""
        return bool(getattr(self.focusWidget(), "composing", False))

    def _today(self, state: IntakeState) -> date:
        return state.now.astimezone(self._site.zone).date()
