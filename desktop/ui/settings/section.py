"""What every section has in common: a title, a page that scrolls, and at its foot what is saved and what isn't."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.ui.refusing import RefusingRun
from desktop.ui.settings.doors import SettingsDoors
from desktop.ui.tasks import Runner
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, Card, Icon, Panel, PlainLabel, announce, scrolling
from desktop.ui.widgets.tabbing import ReadingPage
from desktop.words import Words

DETAIL, COMPACT_DETAIL = 328, 300
SAVE_KEY = "Ctrl+Enter"


@dataclass(slots=True)
class Hands:
    """What sections are given to work with: doors, who works, the words of the moment, and where work is done."""

    doors: SettingsDoors
    person: Person
    words: Words
    runner: Runner

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], object], refused: Callable[[UserError], object]
    ) -> object:
        """Does work away from the window's thread; a bug, which was logged there, becomes a refusal too."""
        return RefusingRun(self.runner)(work, done, refused)


class Section(ReadingPage):
    """One section. Signals: ``told`` (a sentence, undo or None), ``marked`` (whether something isn't saved),
    ``site_changed`` (others show what was changed here).
    """

    told = Signal(str, object)
    marked = Signal(bool)
    site_changed = Signal()

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hands = hands
        self._is_marked = False

    @property
    def words(self) -> Words:
        """The catalogue of the moment."""
        return self.hands.words

    @property
    def is_marked(self) -> bool:
        """Whether something typed isn't saved."""
        return self._is_marked

    def mark(self, is_marked: bool) -> None:
        """Notes whether something typed isn't saved."""
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self.marked.emit(is_marked)

    def refresh(self) -> None:
        """Reads anew what is shown: the section is opened."""

    def first_field(self) -> QWidget | None:
        """Where the focus goes when somebody goes on into the section."""
        return None

    def save(self) -> None:
        """Saves what is typed."""

    def park(self) -> None:
        """Nobody looks any more: takes away what must not stay on a screen."""

    def use_words(self) -> None:
        """The catalogue speaks another language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_own_words()
        super().changeEvent(event)

    def set_own_words(self) -> None:
        """Sets the section's own phrases."""


class TitleRow(QWidget):
    """The section's name, a line about it, and room for a button at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", "title", elide=True)
        self.hint = PlainLabel("", "body", "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.hint)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(12)
        self.row.addLayout(words, 1)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def set_texts(self, title: str, hint: str = "") -> None:
        """Other words."""
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _restyle(self) -> None:
        top, bottom = (10, 8) if theme_of(self).metrics.compact else (14, 12)
        self.row.setContentsMargins(20, top, 20, bottom)


class SaveBar(Panel):
    """At the foot: what isn't saved yet or what is wrong, and the two ways on."""

    saved = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", parent)
        self._icon = Icon("triangle-alert", "p1", 14)
        self.note = PlainLabel("", "meta", "ink2", wrap=True, max_lines=4)
        self.discard = Button(kind="ghost")
        self.button = Button(kind="primary", key=SAVE_KEY)
        self.discard.clicked.connect(self.discarded)
        self.button.clicked.connect(self.saved)
        self._save_words = ""
        self._look = (False, False, "")
        self._is_flat = False
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.note, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._said = said
        self._set_own_words()

    def lie_flat(self) -> None:
        """Buttons and words side by side, for wide pages: the buttons near the form."""
        self._is_flat = True
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(16)
        self._buttons.addWidget(self.button)
        self._buttons.addWidget(self.discard)
        row.addLayout(self._buttons)
        row.addLayout(self._said, 1)

    def stand(self) -> None:
        """Words over the buttons, for narrow panes."""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.discard)
        self._buttons.addWidget(self.button)
        column.addLayout(self._said)
        column.addLayout(self._buttons)

    def set_save_words(self, words: str) -> None:
        """Another verb on the button."""
        self._save_words = words
        self._set_own_words()

    def show_look(self, *, dirty: bool, busy: bool, wrong: str = "") -> None:
        """Shows how it stands; ``wrong`` is a sentence that belongs to no field."""
        self.button.setEnabled(dirty and not busy)
        self.discard.setVisible(dirty)
        self._icon.setVisible(bool(wrong))
        self.note.set_tone("p1" if wrong else "ink2")
        words = wrong or (self.tr("Not saved yet") if dirty else "")
        self.note.setVisible(bool(words) or self._is_flat)
        self._look = (dirty, busy, wrong)
        if words != self.note.text():
            self.note.setText(words)
            if wrong:
                announce(self, wrong)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_own_words()
        super().changeEvent(event)

    def _set_own_words(self) -> None:
        self.discard.setText(self.tr("Discard"))
        self.button.setText(self._save_words or self.tr("Save"))
        dirty, busy, wrong = self._look
        self.show_look(dirty=dirty, busy=busy, wrong=wrong)


class FormSection(Section):
    """A section that is one form on a card: fill ``body``; what stands below the card goes into ``column``."""

    form_width = 640  #: logical pixels that the form takes at most, at 100 per cent

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.head = TitleRow()
        self.bar = SaveBar()
        self.bar.lie_flat()
        content = QWidget()
        self._column = QWidget()
        self.card = Card(padding=20, gap=14)
        self.body = self.card.body
        self.column = QVBoxLayout(self._column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.column.addWidget(self.card)
        row = QHBoxLayout()
        row.addWidget(self._column, 1)
        row.addStretch(0)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(20, 4, 20, 20)
        inside.addLayout(row)
        inside.addStretch(1)
        self.area = scrolling(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.bar)
        self.bar.saved.connect(self.save)
        bind_save(self, self.save)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setMaximumWidth(theme_of(self).metrics.px(self.form_width))


def narrow(widget: QWidget, width: int) -> QHBoxLayout:
    """A row in which a widget takes at most ``width``: alone in a column, it would be measured at the whole one."""
    widget.setMaximumWidth(width)
    row = QHBoxLayout()
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row


def put_text(field: QLineEdit, text: str) -> None:
    """Puts a text into a field where it differs, silently; shows its beginning, or stays where somebody types."""
    if field.text() != text:
        place = field.cursorPosition() if field.hasFocus() else 0
        field.setText(text)
        field.setCursorPosition(place)


def bind_save(section: QWidget, save: Callable[[], object]) -> None:
    """Ctrl+Enter saves while the focus is in the section; not while an input method composes."""
    for key in ("Ctrl+Return", "Ctrl+Enter"):
        shortcut = QShortcut(QKeySequence(key), section)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(save)
