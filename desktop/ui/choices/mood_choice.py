"""The guest's mood in five parts: rising bars and the word, like the mark in the queue (design.md 5, 7)."""

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop.ui.marks.mood import BARS, bars_width, paint_mood
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import CENTRE, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import native_key, plain_tool_tip

_PADDING = 6
_GAPS = (4, 2)  #: between moods, roomy and compact
_HEIGHT = 46
_BARS_HEIGHT = 18


class _Mood(QRadioButton):
    """One mood. Arrow keys and the role for screen readers come from Qt's radio button."""

    def __init__(self, emotion: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._emotion = emotion
        self._word = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_words(self, word: str, meaning: str) -> None:
        self._word = word
        self.setText(word)
        key = native_key(f"Ctrl+{self._emotion + 1}")
        self.setAccessibleName(word)
        self.setAccessibleDescription(f"{meaning} ({key})")
        self.setToolTip(plain_tool_tip(f"{meaning} ({key})"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() + QSize(2 * _PADDING, 0)

    def minimumSizeHint(self) -> QSize:
        theme = theme_of(self)
        width = max(text_width(theme.font("strong"), self._word), bars_width(theme.metrics)) + 3
        return QSize(round(width + 0.5), theme.metrics.px(_HEIGHT))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        theme = theme_of(self)
        tokens, metrics = theme.tokens, theme.metrics
        painter, rect = QPainter(self), QRectF(self.rect())
        chosen = self.isChecked()
        edge = tokens.accent if chosen or self.hasFocus() else tokens.line2
        fill = tokens.tint if chosen else tokens.hover if self.underMouse() else tokens.surface
        paint_edge(painter, rect, edge, 2 if self.hasFocus() else 1, RADIUS_CONTROL, fill)
        bars = bars_width(metrics)
        top = (rect.height() - metrics.px(_BARS_HEIGHT) - metrics.role("body").line) / 2
        box = QRectF((rect.width() - bars) / 2, top, bars, metrics.px(_BARS_HEIGHT))
        paint_mood(painter, box, self._emotion, "", tokens, metrics)
        words = QRectF(0, box.bottom(), rect.width(), metrics.role("body").line)
        ink = tokens.accent if chosen else tokens.ink2
        paint_text(painter, words, self._word, theme.font("strong" if chosen else "body"), ink, CENTRE)
        if chosen:  # a line under the word: chosen is more than a colour
            painter.fillRect(QRectF(8, rect.height() - 3, rect.width() - 16, 2), QColor(tokens.accent))


class MoodChoice(QWidget):
    """A radio group of five moods. ``chosen`` carries 0 (calm) to 4 (furious) when a person chose."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._moods = [_Mood(emotion, self) for emotion in range(BARS)]
        for emotion, mood in enumerate(self._moods):
            mood.clicked.connect(lambda _checked=False, emotion=emotion: self.chosen.emit(emotion))
            row.addWidget(mood, 1)
        self.setFocusProxy(self._moods[0])
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: list[tuple[str, str]]) -> None:
        """A word and its meaning for each mood, from calm to furious."""
        for mood, (word, meaning) in zip(self._moods, words, strict=True):
            mood.set_words(word, meaning)

    def show_mood(self, emotion: int | None) -> None:
        """Shows a mood, or that none was chosen yet, silently."""
        for place, mood in enumerate(self._moods):
            mood.setAutoExclusive(False)
            mood.setChecked(place == emotion)
            mood.setAutoExclusive(True)
        self.setFocusProxy(self._moods[emotion or 0])

    def mood(self, emotion: int) -> QRadioButton:
        """The button of one mood."""
        return self._moods[emotion]

    def _measure(self) -> None:
        self._row.setSpacing(_GAPS[theme_of(self).metrics.compact])
