"""The page before the desk: who is here? It is also the cover when nobody is, and then tells nothing of guests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.ui.formats import clock_time, day_date
from desktop.ui.signin.brand import Brand, CardFrame
from desktop.ui.signin.give_pin import GivePinForm
from desktop.ui.signin.giving import Give
from desktop.ui.signin.pane import SignInPane
from desktop.ui.signin.people_list import PeopleList, PersonCard
from desktop.ui.signin.presenter import Check, Entered, SignInPresenter, SignInState
from desktop.ui.signin.recover_form import RecoverForm
from desktop.ui.signin.recovering import Recover, RecoveringState
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import PlainLabel, SegmentedControl, Separator
from desktop.words import Words

_BRAND, _PEOPLE, _PANE, _HEIGHT = 264, 264, 372, 520
_SECOND_MS = 1000


@dataclass(frozen=True, slots=True)
class Counter:
    """Where one signs in: the site and its desks, each a code and a name."""

    site: str
    zone: tzinfo
    desks: Sequence[tuple[str, str]] = field(default=())
    training: bool = False


class SignInScreen(QWidget):
    """People at left, the chosen one's PIN at right. ``now`` gives aware moments.

    ``language_chosen`` carries the language that was pressed; the screen waits to be told. ``sheet_wanted`` follows
    when an owner has come in by a recovery sheet and wants a new one. Without ``recover`` nobody is offered that way.
    """

    language_chosen = Signal(object)
    desk_chosen = Signal(str)
    sheet_wanted = Signal()

    def __init__(
        self,
        counter: Counter,
        check: Check,
        give: Give,
        entered: Entered,
        words: Callable[[], Words],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        recover: Recover | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter, self._give, self._names, self._now = counter, give, words, now
        self._recover = recover
        self.people = PeopleList()
        self.pane = SignInPane(can_recover=recover is not None)
        self.giving: GivePinForm | None = None
        self.recovering: RecoverForm | None = None
        self.presenter = SignInPresenter(self, check, entered, now)
        self._people_title = PlainLabel("", "section")
        self._brand = Brand(counter.site, counter.desks[0][1] if len(counter.desks) == 1 else "")
        self.desks = QComboBox()
        for code, name in counter.desks:
            self.desks.addItem(name, code)
        self.desks.setVisible(len(counter.desks) > 1)
        self.language: SegmentedControl[Language] = SegmentedControl(
            [(Language.EN, "EN"), (Language.ZH, "中文")], name="", size="small"
        )
        self.language.set_value(words().language)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self._lay_out()
        self._connect()
        self._set_words()

    def show_people(self, people: tuple[StaffRow, ...], desk: str, *, covering: str = "", likely: str = "") -> None:
        """Starts afresh; ``covering`` is the login of whose work lies behind, ``likely`` who was here last."""
        self._stop_forms()
        self.desks.setCurrentIndex(max(0, self.desks.findData(desk)))
        self.presenter.show(people, desk, training=self._counter.training, covering=covering, likely=likely)
        self._set_words()

    def arrive(self) -> None:
        """Puts the focus on the PIN of whoever is chosen, else on the list."""
        if self.presenter.state.person is not None:
            self.pane.go_to_pin()
        else:
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes."""
        return (self.people, self.giving or self.recovering or self.pane, self.language)

    def paint(self, state: SignInState) -> None:
        """Shows people and the chosen one."""
        cards = tuple(self._card(row, state.training) for row in state.people)
        if state.is_locked and self.pane.pin.hasFocus():
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)  # before the field is switched off
        self.people.show_people(cards, state.chosen)
        self.pane.paint(state, self._names(), self._now())
        if self.giving is not None and self.giving.presenter.state.receiver.login != state.chosen:
            self._stop_forms()
        if self.recovering is not None and self.recovering.presenter.state.owner.login != state.chosen:
            self._stop_forms()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language; what was typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list of people; Enter presses the button it stands on."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._stop_forms()
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The clock runs while it can be seen."""
        super().showEvent(event)
        self._second.start()
        self._on_second()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the clock; no PIN stays in the field."""
        super().hideEvent(event)
        self._second.stop()
        self.pane.pin.clear()
        self._stop_forms()

    def _lay_out(self) -> None:
        self._brand.add_desks(self.desks)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(16, 28, 16, 16)
        column.setSpacing(12)
        self._people_title.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self._people_title)
        column.addWidget(self.people, 1)
        self._middle = middle
        self._right = QStackedWidget()
        self._right.addWidget(self.pane)
        self._card_frame = CardFrame()
        row = QHBoxLayout(self._card_frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self._brand)
        row.addWidget(middle)
        row.addWidget(Separator(upright=True))
        row.addWidget(self._right, 1)
        top = QHBoxLayout()
        top.setContentsMargins(0, 12, 16, 0)
        top.addStretch(1)
        top.addWidget(self.language)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        middle_row = QHBoxLayout()
        middle_row.addStretch(1)
        middle_row.addWidget(self._card_frame)
        middle_row.addStretch(1)
        whole.addStretch(1)
        whole.addLayout(middle_row, 100)
        whole.addSpacing(16)
        whole.addStretch(2)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def _connect(self) -> None:
        self.people.picked.connect(self.presenter.choose)
        self.people.went_on.connect(self._on_went_on)
        self.pane.entered.connect(self.presenter.enter)
        self.pane.passphrase_wanted.connect(self._on_passphrase)
        self.pane.pin_wanted.connect(self._start_giving)
        self.pane.recovery_wanted.connect(self._start_recovering)
        self.language.chosen.connect(self.language_chosen)
        self.desks.currentIndexChanged.connect(self._on_desk)

    def _restyle(self) -> None:
        px = theme_of(self).metrics.px
        self._brand.setFixedWidth(px(_BRAND))
        self._middle.setFixedWidth(px(_PEOPLE))
        self._card_frame.setFixedWidth(px(_BRAND + _PEOPLE + _PANE))
        self._card_frame.setMaximumHeight(px(_HEIGHT))

    def _set_words(self) -> None:
        names, state = self._names(), self.presenter.state
        self.language.set_value(names.language)
        self.language.setAccessibleName(self.tr("Language"))
        self.people.setAccessibleName(self.tr("People"))
        self.desks.setAccessibleName(self.tr("Desk"))
        self._people_title.setText(self.tr("The desk is locked") if state.covering else self.tr("Who is here?"))
        self._brand.set_practice(self.tr("Practice desk: sample data") if self._counter.training else "")
        self.paint(state)
        if self.giving is not None:
            self.giving.set_language(names)
        if self.recovering is not None:
            self.recovering.set_language(names)
        self._show_time()

    def _card(self, row: StaffRow, training: bool) -> PersonCard:
        line = self._names().term("role", row.role.value)
        if not row.has_pin and not training:
            line = self.tr("No PIN yet")
        return PersonCard(row.login, row.name, line)

    def _on_second(self) -> None:
        self._show_time()
        if self.presenter.state.is_locked:
            self.presenter.tick()
            if not self.presenter.state.is_locked:
                self.pane.go_to_pin()

    def _show_time(self) -> None:
        here = self._now().astimezone(self._counter.zone)
        self._brand.set_time(clock_time(here), day_date(here.date(), self._names().language))
        self.pane.show_time(self._now())

    def _on_went_on(self, first_key: str) -> None:
        """A person was chosen for good: in a practice desk that is all it takes."""
        if self.presenter.state.training:
            self.presenter.enter("")
        else:
            self.pane.go_to_pin(first_key)

    def _on_passphrase(self, wanted: bool) -> None:
        self.presenter.use_passphrase(wanted)
        self.pane.go_to_pin()

    def _on_desk(self) -> None:
        code = self.desks.currentData()
        self.presenter.choose_desk(code)
        self.desk_chosen.emit(code)

    def _start_giving(self) -> None:
        state = self.presenter.state
        if state.person is None:
            return
        owners = tuple(row for row in state.people if row.role == "owner" and row.has_pin)
        self.giving = GivePinForm(state.person, owners, self._give, self._names())
        self.giving.given.connect(self._on_given)
        self.giving.left.connect(self._stop_forms)
        self._right.addWidget(self.giving)
        self._right.setCurrentWidget(self.giving)
        self.giving.arrive()

    def _start_recovering(self) -> None:
        state = self.presenter.state
        if state.person is None or self._recover is None:
            return
        self._stop_forms()
        form = self.recovering = RecoverForm(RecoveringState(state.person, state.desk), self._recover, self._names())
        form.left.connect(self._leave_recovering)
        form.let_in.connect(self._on_let_in)
        self._right.addWidget(form)
        self._right.setCurrentWidget(form)
        form.arrive()

    def _leave_recovering(self) -> None:
        self._stop_forms()
        self.pane.go_to_pin()

    def _on_let_in(self, person: Person, wants_sheet: bool) -> None:
        self._stop_forms()
        self.presenter.let_in(person)
        if wants_sheet:
            self.sheet_wanted.emit()

    def _on_given(self) -> None:
        login = self.giving.presenter.state.receiver.login if self.giving else ""
        self._stop_forms()
        self.presenter.add_pin(login)
        self.pane.go_to_pin()

    def _stop_forms(self) -> None:
        """Back to the PIN: no form keeps what was typed into it."""
        form = self.giving or self.recovering
        self.giving, self.recovering = None, None
        if form is not None:
            self._right.setCurrentWidget(self.pane)
            self._right.removeWidget(form)
            form.deleteLater()
