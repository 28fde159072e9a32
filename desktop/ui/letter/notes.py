"""Below the letter: what to look at again, in words, with the way there."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.guides.apology_warnings import Passage
from desktop.ui.letter import phrases
from desktop.ui.letter.state import LetterState
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, Icon, Panel, PlainLabel, scrolling
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words

_HIGHEST = 132  #: logical pixels of the list; more is scrolled
_ANY = 16_777_215  #: what Qt takes for no limit
_TALLER = 100  #: share of the list in height to spare; the rest stands below
_MOST = 30  #: rows: whoever has more begins with these


class NoteRow(QWidget):
    """One thing, and the button that leads to it."""

    def __init__(self, words: str, show: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(words, "body", wrap=True)
        self.show_button = Button(show, kind="link", size="small")
        self.show_button.setAccessibleDescription(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon("triangle-alert", "p2"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignVCenter)


class Notes(Panel):
    """``passage_wanted`` carries a passage, ``blank_wanted`` follows the wish to fill something in."""

    passage_wanted = Signal(object)
    blank_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._words = words
        self._shown: tuple[tuple[Passage, ...], bool] | None = None
        self._is_tall = False
        self.title = PlainLabel("", "section")
        self.all_well = PlainLabel("", "body", "ink2", wrap=True)
        self.rows: list[NoteRow] = []
        page = QWidget()
        self._list = QVBoxLayout(page)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        self._list.addStretch(1)
        self._area = scrolling(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.all_well)
        column.addWidget(self._area, _TALLER)
        column.addStretch(1)
        self._say()

    def show_state(self, state: LetterState) -> None:
        """Shows what is to be looked at again; a list that says the same stays as it is."""
        shown = (state.passages[:_MOST], state.has_blanks)
        if shown != self._shown:
            self._shown = shown
            self._say()

    def set_tall(self, tall: bool) -> None:
        """Takes all the height there is, or stays low below the letter."""
        self._is_tall = tall
        self._fit()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        passages, has_blanks = self._shown or ((), False)
        self.title.setText(self.tr("To look at again"))
        self.all_well.setText(self.tr("Nothing to look at again."))
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        if has_blanks:
            words = self.tr("The case doesn’t hold everything yet. Fill in what is outlined, or take it out.")
            self._add(NoteRow(words, self.tr("Show"))).clicked.connect(self.blank_wanted)
        for passage in passages:
            button = self._add(NoteRow(phrases.warning(passage, self._words), self.tr("Show")))
            button.clicked.connect(lambda _checked=False, passage=passage: self.passage_wanted.emit(passage))
        self.all_well.setVisible(not self.rows)
        self._area.setVisible(bool(self.rows))
        self._fit()
        order_tabs(self)

    def _add(self, row: NoteRow) -> Button:
        self._list.insertWidget(len(self.rows), row)
        row.show()  # now: what isn't shown yet has no height in its list
        self.rows.append(row)
        return row.show_button

    def _fit(self) -> None:
        """Below the letter the list is as high as its rows, up to where it scrolls."""
        self._list.activate()
        most, room = theme_of(self).metrics.px(_HIGHEST), self._area.viewport().width()
        wanted = self._list.heightForWidth(room) if self._list.hasHeightForWidth() else self._list.sizeHint().height()
        self._area.setMinimumHeight(min(wanted, most))
        self._area.setMaximumHeight(_ANY if self._is_tall else min(wanted, most))
