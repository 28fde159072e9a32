"""The question whether a draft of earlier should be taken up again."""

from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.rows import Draft
from desktop.ui.intake.bars import draft_line
from desktop.ui.intake.state import IntakeState
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Banner, Button
from desktop.words import Words

_LONGEST = 120  #: characters of the draft that are shown


class OfferPart(QWidget):
    """A banner with the draft in one line. ``resumed`` and ``discarded`` carry it."""

    resumed = Signal(object)
    discarded = Signal(object)

    def __init__(self, words: Words, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._zone = words, zone
        self._state: IntakeState | None = None
        self._draft: Draft | None = None
        self.banner = Banner("info", self)
        self.resume, self.discard = Button(kind="accent", size="row"), Button(size="row")
        self.resume.clicked.connect(lambda: self.resumed.emit(self._draft))
        self.discard.clicked.connect(lambda: self.discarded.emit(self._draft))
        self.banner.add_button(self.resume)
        self.banner.add_button(self.discard)
        self._holder = QHBoxLayout(self)
        self._holder.addWidget(self.banner)
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self.hide()
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paint(self, state: IntakeState) -> None:
        """Shows a state."""
        self._state = state
        if state.offered == self._draft:
            return
        self._draft = state.offered
        self.setVisible(state.offered is not None)
        self._say()

    def _measure(self) -> None:
        """In a compact window it takes one line: the conversation needs the height."""
        compact = theme_of(self).metrics.compact
        sides, ends = (14, 6) if compact else (16, 10)
        self._holder.setContentsMargins(sides, ends, sides, ends)
        self.banner.set_flat(compact)

    def _say(self) -> None:
        if self._draft is not None and self._state is not None:
            said = draft_line(self._draft, self._state.now, self._zone, self._words, _LONGEST)
            self.banner.show_message(self.tr("You have a draft"), said)

    def _set_words(self) -> None:
        self.resume.setText(self.tr("Resume"))
        self.discard.setText(self.tr("Discard"))
        self._say()
