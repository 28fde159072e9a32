"""The head of the case screen: whose case it is, its clocks, its papers, and the move that comes next."""

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Band, Property
from desktop.domain.needs import Around, needs_of
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.case.case_words import CaseWords
from desktop.ui.case.clock_box import ClockBox
from desktop.ui.case.clock_text import CaseClocks
from desktop.ui.case.fitting_label import FittingLabel
from desktop.ui.case.more_menu import MoreMenu
from desktop.ui.case.next_moves import other_moves
from desktop.ui.case.ports import BAR
from desktop.ui.case.state import CaseState
from desktop.ui.case.tag_row import TagRow
from desktop.ui.marks import PriorityMark
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, Icon, IconButton, PlainLabel
from desktop.words import Words

_LINK_PADDING = 4
_NAME_ROOM = 180  #: logical pixels that a name keeps before tags make way


class NumberLink(Button):
    """The whole number; a click copies it. It stands flush under the name, without a link's padding."""

    def __init__(self) -> None:
        super().__init__(kind="link", size="small")

    def sizeHint(self) -> QSize:
        """The words alone, but high enough to be hit."""
        hint = super().sizeHint()
        return QSize(hint.width() - 2 * _LINK_PADDING, max(24, hint.height() - 2))

    def _paint_content(self, painter: QPainter) -> None:
        painter.translate(-_LINK_PADDING, 0)
        super()._paint_content(painter)


class CaseHeader(QWidget):
    """Signals carry what a person asked for; ``move_wanted`` the act, ``print_wanted`` the paper."""

    back_wanted = Signal()
    move_wanted = Signal(str)
    next_wanted = Signal()
    print_wanted = Signal(str)
    number_copied = Signal()
    guest_wanted = Signal(int)

    def __init__(self, words: Words, taxonomy: Taxonomy, property_: Property, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = CaseWords(words, taxonomy, property_, self)
        self._clocks = CaseClocks(words, self)
        self._state: CaseState | None = None
        self.back = IconButton("arrow-left", "", key="Alt+Left")
        self.mark = PriorityMark(Band.P4, size=20)
        self.guest = PlainLabel("", "title", elide=True)
        self.tags = TagRow()
        self.number = NumberLink()
        self.about = FittingLabel()
        self.reply, self.resolution = ClockBox(), ClockBox()
        self.case_file = Button(icon="printer")
        self.receipt = Button(icon="file-text")
        self.letter = Button(icon="mail")
        self.more = Button(trailing_icon="chevron-down")
        self.primary = Button(kind="primary", key="Ctrl+R")
        self.reason = PlainLabel("", "meta", "ink2", wrap=True)
        self._warning = Icon("triangle-alert", "p1", 14)
        self.menu = MoreMenu(self)
        self._build()
        self._connect()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def show_state(self, state: CaseState) -> None:
        """Shows the case and what can be done with it."""
        self._state, file = state, state.file
        if file is None:
            return
        row = file.view.row
        self.mark.set_priority(row.effective_band(state.at), row.score)
        self.guest.setText(self.text.guest(file))
        self.guest.setMinimumWidth(min(_NAME_ROOM, self.guest.sizeHint().width()))
        self.tags.show_tags(self.text.tags(file))
        self.number.setText(row.number)
        self.about.show_ways(self.text.about(file))
        self.show_time(file, state.at)
        self._show_moves(state)

    def show_time(self, file: CaseFile, at: datetime) -> None:
        """Paints the clocks at another moment."""
        self.reply.show_face(self._clocks.first_reply(file, at))
        self.resolution.show_face(self._clocks.resolution(file, at))

    def needs(self, around: Around) -> str:
        """What the guard of the next move still misses, in one line."""
        state = self._state
        if state is None or state.file is None or not state.next_move or state.may(state.next_move) is not None:
            return ""
        return self.text.needs(state.next_move, needs_of(state.next_move, state.file, around))

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self.text.words = words
        self._clocks.set_words(words)
        self._set_words()

    def show_menu(self) -> None:
        """Opens the menu of the other moves."""
        state = self._state
        if state is not None and state.file is not None:
            groups = other_moves(state.file)
            guest = state.file.view.guest_id
            places = {self.tr("The guest’s profile"): lambda: self.guest_wanted.emit(guest)} if guest else {}
            names = {"restrict": "unrestrict"} if state.file.restricted else {}

            def name(act: str) -> str:
                return self.text.move(names.get(act, act))

            self.menu.show_below(self.more, groups, name, state.may, self.text.words, places)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_moves(self, state: CaseState) -> None:
        act = state.next_move
        refusal = state.may(act) if act else None
        self.primary.setVisible(bool(act))
        self.primary.setText(self.text.move(act) if act else "")
        self.primary.setEnabled(refusal is None and not state.acting)
        self.more.setVisible(state.file is not None and bool(other_moves(state.file)))
        refused = state.refusal.error if state.refusal is not None and state.refusal.source == BAR else None
        told = refused or refusal
        self.reason.setText(self.text.words.error(told) if told else "")
        self.reason.set_tone("p1" if refused else "ink2")
        self.reason.setVisible(told is not None)
        self._warning.setVisible(refused is not None)

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self.guest)
        title.addWidget(self.tags, 1, middle)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.number)
        line.addWidget(self.about, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(title)
        words.addLayout(line)
        words.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self.back, 0, middle)
        self._row.addWidget(self.mark, 0, middle)
        self._row.addLayout(words, 1)
        papers = (self.case_file, self.receipt, self.letter)
        for part in (self.reply, self.resolution, *papers, self.more, self.primary):
            self._row.addWidget(part, 0, middle)
        told = QHBoxLayout()
        told.setSpacing(6)
        told.addStretch(1)
        told.addWidget(self._warning, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._row)
        column.addLayout(told)
        self.reason.hide()
        self._warning.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.primary.clicked.connect(self.next_wanted)
        self.more.clicked.connect(self.show_menu)
        self.menu.chosen.connect(self.move_wanted)
        self.number.clicked.connect(self.number_copied)
        self.case_file.clicked.connect(lambda: self.print_wanted.emit("case"))
        self.receipt.clicked.connect(lambda: self.print_wanted.emit("receipt"))
        self.letter.clicked.connect(lambda: self.print_wanted.emit("letter"))

    def _set_words(self) -> None:
        self.back.set_name(self.tr("Back"))
        self.number.setAccessibleDescription(self.tr("Copies the number"))
        self.number.setToolTip(self.tr("Copy the number"))
        self._say_papers()
        self.more.setText(self.tr("More"))
        self.more.setAccessibleName(self.tr("More moves"))
        if self._state is not None:
            self.show_state(self._state)

    def _say_papers(self) -> None:
        """In compact windows the papers' buttons are marks alone."""
        is_compact = theme_of(self).metrics.compact
        papers = {
            self.case_file: self.tr("Case file"),
            self.receipt: self.tr("Receipt"),
            self.letter: self.tr("Letter"),
        }
        for button, words in papers.items():
            button.setText("" if is_compact else words)
            button.setAccessibleName(words)
            button.setToolTip(words if is_compact else "")

    def _restyle(self) -> None:
        self._row.setSpacing(8 if theme_of(self).metrics.compact else 12)
        self._say_papers()
