"""Settled on the spot, in place of the middle column: what was done for the guest, and the ratings still missing."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commands import OpenCase
from desktop.domain.kinds import Band
from desktop.domain.numbers import short_number
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.intake.guest_finder import repeat_of
from desktop.ui.intake.parts import Change
from desktop.ui.intake.state import IntakeState
from desktop.ui.moves import About, MoveForm, Surroundings, about_opening, make_form
from desktop.ui.moves.entry import Entry
from desktop.ui.moves.rating_entries import RATED, read_ratings, show_ratings
from desktop.ui.widgets import Banner, Button, Card, announce
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words


class SettlePart(QWidget):
    """``made`` carries the act without a case, ``left`` that the person went back, ``queued`` the way on of a P1.

    Ratings go into the page's own form as they are chosen, so they are kept whatever happens and the priority beside
    follows them.
    """

    made = Signal(object)
    left = Signal()
    queued = Signal()

    def __init__(
        self, change: Change, opening: Callable[[], OpenCase], around: Surroundings, words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._change, self._opening, self._around, self._words = change, opening, around, words
        self.form: MoveForm | None = None
        self._ratings: list[Entry] = []
        self._seen: tuple[object, ...] = ()  # what the form's knowledge was made of
        self._answers, self._number, self._refused = 0, "", False
        self.banner = Banner("warn", self)
        self.leave_it = Button(size="row")
        self.leave_it.clicked.connect(self.left)
        self.banner.add_button(self.leave_it)
        self.banner.hide()
        self._card = Card(padding=16, parent=self)
        self.way_on = Button(kind="accent")
        self.way_on.clicked.connect(self.queued)
        self._card.body.addWidget(self.way_on, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addWidget(self._card)
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        if self.form is not None:
            self.form.set_words(words)

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Other categories, from the next time on."""
        self._around = replace(self._around, taxonomy=taxonomy)

    def paint(self, state: IntakeState) -> None:
        """Shows a state."""
        settling = state.settling
        if settling.is_open is (self.form is None):
            self._open(state) if settling.is_open else self._close()
        if self.form is None:
            return
        self._follow(self.form, state)
        self.form.set_busy(state.is_saving)
        self._refused = state.priority.band is Band.P1
        self.way_on.setVisible(self._refused and not settling.number)
        if settling.number != self._number:
            self._number = settling.number
            self._say_recorded()
        if settling.refusal is not None and settling.answers != self._answers and not state.is_saving:
            self._answers = settling.answers
            self.form.show_error(settling.refusal)

    def take_focus(self) -> None:
        """Puts the cursor into the first field that is still empty; where nothing can be settled, on the way on."""
        if self.form is None:
            return
        if self._refused:
            self.way_on.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.form.foot.why.text())
        else:
            self.form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self, name: str) -> bool:
        """Puts the cursor into a field of the page that is asked here; False where it is not."""
        entry = next((entry for entry in self._ratings if entry.name == name), None)
        if entry is not None:
            entry.focus()
        return entry is not None

    def confirm(self) -> None:
        """As if the form's button were pressed."""
        if self.form is not None:
            self.form.confirm()

    def typed(self) -> tuple[tuple[str, str], ...]:
        """What is half typed here beside the ratings."""
        kept = self.form.keep() if self.form is not None else {}
        return tuple(sorted((name, text) for name, text in kept.items() if name not in RATED))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _open(self, state: IntakeState) -> None:
        about = self._about(state)
        form = self.form = make_form("settle", about, self._words)
        self._seen = _known_from(state)
        form.restore(dict(state.form.settling))
        form.made.connect(self.made)
        form.left.connect(self.left)
        self._ratings = list(_ratings_of(form))
        for entry in self._ratings:
            entry.changed.connect(self._tell_ratings)
        self._answers = state.settling.answers
        self._card.body.insertWidget(0, form)
        form.show()
        order_tabs(self)  # it came last, but is read between the other columns

    def _close(self) -> None:
        if self.form is not None:
            self._card.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form, self._ratings, self._number = None, [], ""
        self.banner.hide()

    def _follow(self, form: MoveForm, state: IntakeState) -> None:
        """Keeps the form in step with what is said elsewhere on the page, as the mood by its keys."""
        seen = _known_from(state)
        if seen != self._seen:
            self._seen = seen
            about = self._about(state)
            show_ratings(self._ratings, about.rating, kind=about.type, category=about.category)
            form.set_about(about)

    def _about(self, state: IntakeState) -> About:
        """What is known of the case to be; the band as the page has it, which knows the guest."""
        found, form = state.found, state.form
        repeat = repeat_of(found.history, form.category, state.now)
        about = about_opening(self._opening(), self._around, repeat=repeat, allowance=state.settling.allowance)
        guest = found.guest
        return replace(
            about,
            band=state.priority.band,
            vip=about.vip or (guest is not None and guest.vip),
            vulnerable=about.vulnerable or (guest is not None and guest.vulnerable),
        )

    def _tell_ratings(self) -> None:
        given = read_ratings(self._ratings)
        self._change(**{entry.name: getattr(given, entry.name) for entry in self._ratings})

    def _say_recorded(self) -> None:
        if self._number:
            said = self.tr(
                "The complaint is recorded as {number}. Mend it below and try again, or leave it in the queue."
            )
            self.banner.show_message(self.tr("Not settled yet"), said.format(number=short_number(self._number)))

    def _set_words(self) -> None:
        self.leave_it.setText(self.tr("Leave it in the queue"))
        self.way_on.setText(self.tr("Save & queue"))
        self._say_recorded()


def _known_from(state: IntakeState) -> tuple[object, ...]:
    """What the form's knowledge of the case is made of; the clock alone changes nothing."""
    return replace(state.form, settling=()), state.priority, state.found, state.settling.allowance


def _ratings_of(form: MoveForm) -> list[Entry]:
    """The ratings that the form asks for."""
    entries = []
    for name in RATED:
        try:
            entries.append(form.entry(name))
        except KeyError:
            continue  # it is known already
    return entries
