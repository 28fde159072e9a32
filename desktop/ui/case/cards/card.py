"""What every card of the case screen is: it paints one case, asks for acts, and says at the field what was refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.case_file import CaseFile
from desktop.domain.commands import OnCase
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.case.cards.due import DueText
from desktop.ui.case.cards.form import InlineForm
from desktop.ui.case.cards.parts import SIDE, Notice
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Card, PlainLabel
from desktop.words import Words, plain

May = Callable[[str], UserError | None]  # why this person may not do an act on this case now, or None

_HEAD = 44  # logical pixels


def _nobody() -> Sequence[StaffRow]:
    return ()


@dataclass(frozen=True, slots=True)
class CardDoors:
    """What the cards are handed: who is signed in, the site's currency, and who works here."""

    person: Person
    currency: Currency
    people: Callable[[], Sequence[StaffRow]] = field(default=_nobody)


class CaseCard(Card):
    """A titled card. ``wanted`` carries an act on the case, without a version.

    Subclasses build their parts, set their words in ``_set_words`` and paint a case in ``_paint_file``. Forms that
    are registered with ``add_form`` keep what is half typed over every repainting.
    """

    wanted = Signal(object)

    def __init__(
        self,
        words: Words,
        zone: tzinfo,
        money: Callable[[int], str],
        doors: CardDoors,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=0, gap=0, parent=parent)
        self._words, self._zone, self._money, self._doors = words, zone, money, doors
        self._file: CaseFile | None = None
        self._now: datetime | None = None
        self._may: May = lambda _act: None
        self._forms: dict[str, InlineForm] = {}
        self._due = DueText(words, zone, self)
        self.aside = PlainLabel("", "meta", "ink2", elide=True)
        self.aside.hide()
        self.notice = Notice(below=8)
        self._build_head()
        self._build()
        self._set_words()

    def show_file(self, file: CaseFile, now: datetime, may: May) -> None:
        """Shows a case as it stands; ``now`` is aware, ``may`` tells what this person may do with it."""
        before, row = self._file.view.row if self._file else None, file.view.row
        is_other = before is not None and before.number != row.number
        newer = before is None or is_other or before.version != row.version
        self._file, self._now, self._may = file, now, may
        if newer:
            self.notice.say("")
        for form in self._forms.values():
            if is_other:
                form.reset()
                form.close_form()
            else:
                form.settle(file, newer=newer)
        if is_other:
            self._forget()
        self._paint_file(file, now)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._due.set_words(words)
        self._repaint()

    def show_error(self, error: UserError) -> None:
        """Says what was refused: in the form that asked for it, at the field it names, else under the title."""
        sentence = self._words.error(error)
        asked = next((form for form in self._forms.values() if form.is_sending), None)
        knowing = (form for form in self._forms.values() if form.is_open and form.knows(error.field))
        form = asked or next(knowing, None)
        if form is not None:
            form.show_error(error, sentence)
        else:
            self.notice.say(sentence)

    def keep(self) -> dict[str, str]:
        """What is half typed, by form and field."""
        return {f"{name}.{part}": text for name, form in self._forms.items() for part, text in form.keep().items()}

    def restore(self, kept: dict[str, str]) -> None:
        """Puts back what ``keep`` gave."""
        for name, form in self._forms.items():
            start = name + "."
            form.restore({key.removeprefix(start): text for key, text in kept.items() if key.startswith(start)})

    def add_form(self, name: str, form: InlineForm, opener: QWidget | None = None) -> None:
        """Takes care of a form; the focus goes back to ``opener`` when it closes."""
        self._forms[name] = form
        if opener is not None:
            form.left.connect(lambda: opener.setFocus(Qt.FocusReason.OtherFocusReason))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._repaint()
        super().changeEvent(event)

    @property
    def number(self) -> str:
        """The whole number of the case that is shown; empty before one is."""
        return self._file.view.row.number if self._file else ""

    def want(self, command: OnCase) -> None:
        """Asks for an act."""
        self.notice.say("")
        self.wanted.emit(command)

    def name_of(self, login: str) -> str:
        """What a colleague is called; the login where nobody is known by it."""
        name = next((row.name for row in self._doors.people() if row.login == login), login)
        return plain(name, 60)

    def set_aside(self, text: str) -> None:
        """What stands small beside the title; nothing takes no room."""
        self.aside.setText(text)
        self.aside.setVisible(bool(text))

    def _build(self) -> None:
        """Makes the parts of the card."""
        raise NotImplementedError

    def _set_words(self) -> None:
        """Says every phrase of the card in the language of the window."""
        raise NotImplementedError

    def _paint_file(self, file: CaseFile, now: datetime) -> None:
        """Shows the case."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Another case is shown: forgets what was typed outside of forms."""

    def _repaint(self) -> None:
        self._set_words()
        if self._file is not None and self._now is not None:
            self._paint_file(self._file, self._now)

    def _build_head(self) -> None:
        self.body.setContentsMargins(1, 1, 1, 1)
        self.head = QWidget()
        column = QVBoxLayout(self.head)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(0)
        column.addLayout(self.header)
        self.header.setContentsMargins(0, 6, 0, 6)
        self.header.addWidget(self.title)
        self.header.addWidget(self.aside)
        self.header.addStretch(1)
        column.addWidget(self.notice)
        self.body.addWidget(self.head)
        theme_of(self).changed.connect(self._restyle_head)
        self._restyle_head()

    def _restyle_head(self) -> None:
        self.head.setMinimumHeight(theme_of(self).metrics.px(_HEAD) - 1)
