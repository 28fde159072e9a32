"""Somebody else changed the case meanwhile: said at once, and both versions side by side on demand."""

from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.commands import OnCase
from desktop.ui import formats
from desktop.ui.case.state import act_of
from desktop.ui.case.story_lines import StoryLine
from desktop.ui.case.story_values import short_name
from desktop.ui.widgets import Banner, Button, Panel, PlainLabel
from desktop.words import Words
from desktop.words.plain import plain

_SHOWN = 8  #: changes of the others
_LONGEST = 300


class ClashPanel(QWidget):
    """``seeing``: both versions are asked for; then one is chosen by ``mine`` or ``theirs``."""

    seeing = Signal()
    mine = Signal()
    theirs = Signal()

    def __init__(self, words: Words, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._zone = words, zone
        self._shown: tuple[tuple[StoryLine, ...], OnCase | None, str, bool] | None = None
        self.banner = Banner("warn")
        self.see = Button(size="row")
        self.keep, self.take = Button(kind="accent", size="row"), Button(size="row")
        for button in (self.see, self.keep, self.take):
            self.banner.add_button(button)
        self.their_title, self.my_title = PlainLabel("", "strong"), PlainLabel("", "strong")
        self.their_lines = PlainLabel("", "body", "ink2", wrap=True)
        self.my_lines = PlainLabel("", "body", "ink2", wrap=True)
        self.both = Panel("card")
        self._build()
        self.see.clicked.connect(self.seeing)
        self.keep.clicked.connect(self.mine)
        self.take.clicked.connect(self.theirs)
        self._set_words()
        self.hide()

    def show_clash(self, theirs: tuple[StoryLine, ...], command: OnCase | None, move: str, *, is_open: bool) -> None:
        """``theirs`` happened meanwhile; ``command`` or the form of ``move`` is what the person was about to do."""
        before, self._shown = self._shown, (theirs, command, move, is_open)
        self._say()
        if before is None:
            self.banner.show_message(self.banner.title.text(), self.banner.text.text())
        self.both.setVisible(is_open)
        self.see.setVisible(not is_open)
        self.show()

    def clear(self) -> None:
        """It is settled."""
        self._shown = None
        self.hide()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _build(self) -> None:
        columns = QHBoxLayout(self.both)
        columns.setContentsMargins(16, 10, 16, 12)
        columns.setSpacing(24)
        for title, lines in ((self.their_title, self.their_lines), (self.my_title, self.my_lines)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(title)
            column.addWidget(lines)
            column.addStretch(1)
            columns.addLayout(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.both)
        self.both.hide()

    def _say(self) -> None:
        if self._shown is None:
            return
        theirs, command, move, _is_open = self._shown
        last = theirs[-1] if theirs else None
        if last is not None:
            title = self.tr("Changed on another screen at {time}.").format(time=formats.clock_time(last.at))
        else:
            title = self.tr("Changed on another screen.")
        self.banner.title.setText(title)
        self.banner.text.setText(self.tr("What you typed is still here."))
        told = [self._told(line) for line in theirs[-_SHOWN:]]
        if len(theirs) > _SHOWN:
            told.insert(0, "…")
        self.their_lines.setText("\n".join(told) or self.tr("No new entries in the history."))
        self.my_lines.setText(self._mine(command, move))

    def _told(self, line: StoryLine) -> str:
        who = f" ({short_name(line.who)})" if line.who else ""
        return f"{formats.clock_time(line.at)}  {line.title}{who}"

    def _mine(self, command: OnCase | None, move: str) -> str:
        act = act_of(command) if command is not None else move
        name = self._words.term("action", act) if act else ""
        said = getattr(command, "text", "") or getattr(command, "title", "") or getattr(command, "reason", "")
        return "\n".join(part for part in (name, plain(said, _LONGEST) if isinstance(said, str) else "") if part)

    def _set_words(self) -> None:
        self.see.setText(self.tr("See both"))
        self.keep.setText(self.tr("Keep mine"))
        self.take.setText(self.tr("Take theirs"))
        self.their_title.setText(self.tr("What happened meanwhile"))
        self.my_title.setText(self.tr("What you were about to do"))
        self._say()
