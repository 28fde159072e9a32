"""Five moods of which one holds: what the dial and the compact row have in common (design.md 5, 8)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from desktop.ui.marks.mood import BARS
from desktop.ui.widgets import Arranged, native_key, plain_tool_tip

_TO_WORSE = (Qt.Key.Key_Right, Qt.Key.Key_Up)
_TO_BETTER = (Qt.Key.Key_Left, Qt.Key.Key_Down)
_REPAINTS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave)


class MoodButton(QRadioButton):
    """One mood, 0 (calm) to 4 (furious). Arrow keys go to the next one, Home and End to the ends."""

    def __init__(self, emotion: int, group: "MoodGroup") -> None:
        super().__init__(group)
        self.emotion, self.word = emotion, ""
        self._group = group
        self.setProperty("painted", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, word: str, meaning: str) -> None:
        """The mood's word and what it means; the key is told too."""
        self.word = word
        self.setText(word.replace("&", "&&"))
        told = f"{meaning} ({native_key(f'Ctrl+{self.emotion + 1}')})"
        self.setAccessibleName(word)
        self.setAccessibleDescription(told)
        self.setToolTip(plain_tool_tip(f"{word}: {told}"))
        self.updateGeometry()

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour, also where nothing was chosen yet."""
        wanted = self._reached_by(event.key())
        if wanted is None:
            super().keyPressEvent(event)
            return
        mood = self._group.mood(max(0, min(BARS - 1, wanted)))
        mood.setFocus(Qt.FocusReason.OtherFocusReason)
        if not mood.isChecked():
            mood.click()

    def event(self, event: QEvent) -> bool:
        """Has the group painted anew where the look of a mood changes."""
        if event.type() in _REPAINTS:
            self._group.update()
        return super().event(event)

    def _reached_by(self, key: int) -> int | None:
        if key in _TO_WORSE:
            return self.emotion + 1
        if key in _TO_BETTER:
            return self.emotion - 1
        return {Qt.Key.Key_Home.value: 0, Qt.Key.Key_End.value: BARS - 1}.get(key)


class MoodGroup(Arranged):
    """``chosen`` carries 0 to 4 when a person chose. Who derives from it says how the moods look."""

    chosen = Signal(int)
    button_type: type[MoodButton] = MoodButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moods = [self.button_type(emotion, self) for emotion in range(BARS)]
        for mood in self.moods:
            mood.clicked.connect(lambda _checked=False, mood=mood: self.chosen.emit(mood.emotion))
            self.add_widget(mood)
        self._one_stop(None)

    def set_words(self, words: Sequence[tuple[str, str]]) -> None:
        """A word and its meaning for each mood, from calm to furious."""
        for mood, (word, meaning) in zip(self.moods, words, strict=True):
            mood.set_words(word, meaning)
        self.update()

    def show_mood(self, emotion: int | None) -> None:
        """Shows a mood, or that none was chosen yet, silently."""
        for mood in self.moods:
            if mood.isChecked() != (mood.emotion == emotion):
                mood.setAutoExclusive(False)
                mood.setChecked(mood.emotion == emotion)
                mood.setAutoExclusive(True)
        self._one_stop(emotion)
        self.update()

    def mood(self, emotion: int) -> MoodButton:
        """The button of one mood."""
        return self.moods[emotion]

    def shown_mood(self) -> int | None:
        """The mood that is chosen."""
        return next((mood.emotion for mood in self.moods if mood.isChecked()), None)

    def _one_stop(self, emotion: int | None) -> None:
        """Tab stops at the chosen mood only, at the first where none is chosen."""
        for mood in self.moods:
            is_stop = mood.emotion == (emotion or 0)
            mood.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.moods[emotion or 0])
