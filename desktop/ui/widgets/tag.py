"""Small words in a box, and people as initials. The word is always there; colour only adds (design.md 1, 8)."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_TAG
from desktop.ui.theme.painting import CENTRE, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import Theme, theme_of
from desktop.ui.theme.tokens import Tokens

TagTone = Literal["plain", "accent", "risk", "warn"]

_PADDING = 7
_ICON = 13
_GAP = 4
_LONG = 120


def tag_colours(tokens: Tokens, tone: TagTone) -> tuple[str, str, str]:
    """Text, edge and fill of a tag."""
    return {
        "plain": (tokens.ink2, tokens.line2, ""),
        "accent": (tokens.accent, tokens.tint_line, tokens.tint),
        "risk": (tokens.p1, tokens.p1_line, tokens.p1_tint),
        "warn": (tokens.p2, tokens.p2_line, tokens.p2_tint),
    }[tone]


def tag_width(theme: Theme, text: str, icon: str | None = None) -> int:
    """How wide a tag is, in logical pixels."""
    width = text_width(theme.font("tag"), text) + 2 * _PADDING
    return round(width + (theme.metrics.px(_ICON) + _GAP if icon else 0) + 0.5)


def paint_tag(
    painter: QPainter, rect: QRectF, text: str, theme: Theme, tone: TagTone = "plain", icon: str | None = None
) -> None:
    """Paints a tag over all of ``rect``; text that doesn't fit is cut with …."""
    ink, edge, fill = tag_colours(theme.tokens, tone)
    paint_edge(painter, rect, edge, 1, RADIUS_TAG, fill)
    inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    if icon:
        size = theme.metrics.px(_ICON)
        paint_icon(painter, QRectF(inner.left(), inner.top(), size, inner.height()), icon, ink)
        inner.setLeft(inner.left() + size + _GAP)
    paint_text(painter, inner.adjusted(0, 0, 2, 0), text, theme.font("tag"), ink)


class Tag(QLabel):
    """A word about a case or a guest: VIP, Repeat guest, Safety risk."""

    def __init__(
        self, text: str, tone: TagTone = "plain", *, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone: TagTone = tone
        self._icon_name = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_tone(self, tone: TagTone) -> None:
        """Another tone; say it in the word too."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """The tag's own size."""
        theme = theme_of(self)
        return QSize(tag_width(theme, self.text(), self._icon_name), theme.metrics.height("tag"))

    def minimumSizeHint(self) -> QSize:
        """Only long words may be cut."""
        return QSize(min(_LONG, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the tag."""
        paint_tag(QPainter(self), QRectF(self.rect()), self.text(), theme_of(self), self._tone, self._icon_name)


class RemovableTag(QPushButton):
    """A chosen word that a click, Space or Delete takes away: ``removed``. ``remove_name`` is what is spoken."""

    removed = Signal()

    def __init__(self, text: str, remove_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self.setAccessibleName(remove_name)
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.removed)
        theme_of(self).changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """The chosen word."""
        return self._words

    def sizeHint(self) -> QSize:
        """The tag with its cross; high enough to be hit (24)."""
        theme = theme_of(self)
        width = tag_width(theme, self._words) + _GAP + theme.metrics.px(_ICON)
        return QSize(width, max(24, theme.metrics.px(24)))

    def minimumSizeHint(self) -> QSize:
        """Only long words may be cut."""
        return QSize(min(_LONG, self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take the word away too."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the tag with its cross."""
        theme = theme_of(self)
        ink, edge, fill = tag_colours(theme.tokens, "accent")
        painter, rect = QPainter(self), QRectF(self.rect())
        focus = self.hasFocus()
        paint_edge(painter, rect, theme.tokens.accent if focus else edge, 2 if focus else 1, RADIUS_TAG, fill)
        size = theme.metrics.px(_ICON)
        words = rect.adjusted(_PADDING, 0, -_PADDING - size - _GAP + 2, 0)
        paint_text(painter, words, self._words, theme.font("tag"), ink)
        paint_icon(painter, QRectF(rect.right() - _PADDING - size, 0, size, rect.height()), "x", ink)


def initials(name: str) -> str:
    """A person as one or two letters: the family name's character in Chinese, else first and last initials."""
    words = name.split()
    if not words:
        return ""
    if ord(words[0][0]) > 0x2E7F:  # Chinese, Japanese, Korean: one character says it
        return words[0][0]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def paint_avatar(painter: QPainter, rect: QRectF, name: str, theme: Theme) -> None:
    """Paints a person's initials in a circle that fills ``rect``."""
    paint_edge(painter, rect, "", 0, rect.width() / 2, theme.tokens.tint)
    font = theme.font("key", 600)
    if rect.width() < 22:
        font.setPixelSize(max(9, round(rect.width() * 0.5)))
    paint_text(painter, rect.adjusted(-4, 0, 4, 0), initials(name), font, theme.tokens.accent, CENTRE)


class Avatar(QWidget):
    """A person's initials; screen readers hear the name."""

    def __init__(self, name: str, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Another person."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """The circle's own size."""
        side = theme_of(self).metrics.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the circle."""
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name, theme_of(self))
