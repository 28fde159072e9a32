"""How the guest feels, and how to speak with somebody who does: dial and script, or one row in compact windows."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.ui import formats
from desktop.ui.conversation.hint_line import HintLine
from desktop.ui.conversation.icon_lines import IconLines
from desktop.ui.conversation.mood_dial import MoodDial
from desktop.ui.conversation.mood_group import MoodGroup
from desktop.ui.conversation.mood_row import MoodRow
from desktop.ui.marks.mood import BARS
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Panel, PlainLabel
from desktop.words import Words

_MOST_HINTS = 3
_HEIGHT, _DIAL_SIDE = 106, 30


class MoodStrip(QWidget):
    """``chosen`` carries 0 to 4 when a person chose."""

    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[object, ...] = ()
        self._emotion: int | None = None
        self._peak: tuple[int, timedelta] | None = None
        self._title = ""
        self._hints: tuple[str, ...] = ()
        self.dial, self.row = MoodDial(self), MoodRow(self)
        self.title, self.line_title = PlainLabel(role="section", elide=True), PlainLabel(role="strong")
        self.hints = IconLines(gap=2, wrap=False)
        self.line_hints = HintLine()
        self.peak = PlainLabel(role="body", tone="ink3")
        self.line_peak = PlainLabel(role="meta", tone="ink3", elide=True)
        self._roomy, self._compact = self._make_roomy(), self._make_compact()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._roomy)
        column.addWidget(self._compact)
        for group in (self.dial, self.row):
            group.chosen.connect(self._choose)
        theme_of(self).changed.connect(self._follow_room)
        self._follow_room()
        self._set_words()

    def moods(self) -> MoodGroup:
        """The group that is shown now."""
        return self.row if theme_of(self).metrics.compact else self.dial

    def show_mood(
        self, emotion: int | None, title: str, hints: Sequence[str], peak: tuple[int, timedelta] | None
    ) -> None:
        """Shows a mood with its script; ``peak`` is the worst one and when, since the beginning."""
        wanted = emotion, title, tuple(hints), peak
        if wanted == self._shown:
            return
        self._shown = wanted
        self._emotion, self._title, self._hints, self._peak = emotion, title, tuple(hints)[:_MOST_HINTS], peak
        for group in (self.dial, self.row):
            group.show_mood(emotion)
        self._show_texts()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _choose(self, emotion: int) -> None:
        self.chosen.emit(emotion)
        for group in (self.dial, self.row):  # what was made of it, also where nothing was
            if group.shown_mood() != self._emotion:
                group.show_mood(self._emotion)

    def _make_roomy(self) -> QWidget:
        panel = Panel("card", parent=self)
        row = QHBoxLayout(panel)
        row.setContentsMargins(_DIAL_SIDE - 2, 9, 16, 5)
        row.setSpacing(_DIAL_SIDE)
        row.addWidget(self.dial, 0, Qt.AlignmentFlag.AlignVCenter)
        right = QVBoxLayout()
        right.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.peak)
        right.addStretch(1)
        right.addLayout(head)
        right.addWidget(self.hints)
        right.addStretch(1)
        row.addLayout(right, 1)
        return panel

    def _make_compact(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.row)
        first.addStretch(1)
        first.addWidget(self.line_peak)
        second.setSpacing(8)
        second.addWidget(self.line_title)
        second.addWidget(self.line_hints, 1)
        column.addLayout(first)
        column.addLayout(second)
        return holder

    def _follow_room(self) -> None:
        metrics = theme_of(self).metrics
        self._roomy.setMinimumHeight(metrics.px(_HEIGHT))
        had_focus = any(mood.hasFocus() for group in (self.dial, self.row) for mood in group.moods)
        self._roomy.setVisible(not metrics.compact)
        self._compact.setVisible(metrics.compact)
        if had_focus:
            self.moods().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_texts(self) -> None:
        title, hints = self._title, self._hints
        if self._emotion is None:
            title, hints = self.tr("How do they feel?"), (self.tr("Choose a mood, and the words follow it."),)
        self.line_hints.show_hints(hints, " " if self._words.language is Language.EN else "")
        self.hints.show_lines(hints)
        was = ""
        if self._peak is not None:
            mood = self._words.term("emotion", str(self._peak[0]))
            was = self.tr("Was {mood} at {time}").format(mood=mood, time=formats.timer(self._peak[1]))
        texts = (self.title, title), (self.line_title, title), (self.peak, was), (self.line_peak, was)
        for label, text in texts:
            if label.text() != text:
                label.setText(text)

    def _set_words(self) -> None:
        term = self._words.term
        moods = [(term("emotion", str(mood)), term("emotion_meaning", str(mood))) for mood in range(BARS)]
        for group in (self.dial, self.row):
            group.set_words(moods)
            group.setAccessibleName(self.tr("Mood of the guest"))
        self._show_texts()
