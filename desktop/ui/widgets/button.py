"""Buttons: verbs, with an icon before, a key cap inside at right, in five kinds (design.md 8)."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_CONTROL, HeightName
from desktop.ui.theme.painting import paint_text, text_width
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.announce import plain_tool_tip
from desktop.ui.widgets.key_cap import key_cap_width, native_key, paint_key_cap

Kind = Literal["primary", "plain", "accent", "ghost", "danger", "link"]
Size = Literal["normal", "row", "small", "footer", "wizard"]

HEIGHTS: dict[Size, HeightName] = {
    "normal": "button",
    "row": "button_row",
    "small": "button_small",
    "footer": "button_footer",
    "wizard": "button_wizard",
}
_PADDING: dict[Size, int] = {"normal": 12, "row": 10, "small": 10, "footer": 12, "wizard": 16}
_ICON = 16
_GAP = 8


class Button(QPushButton):
    """A button with words.

    ``kind``: ``primary`` (one a page), ``plain``, ``accent`` (recommended: accent edge), ``ghost`` (no box),
    ``danger``, ``link`` (words only). ``key`` is printed as a cap; the screen binds it. ``trailing_icon`` stands
    after the words.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: Kind = "plain",
        icon: str | None = None,
        trailing_icon: str | None = None,
        key: str | None = None,
        size: Size = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._text = ""
        self._icon_name = icon
        self._trailing_icon = trailing_icon
        self._key = key
        self._size: Size = size
        self.setProperty("kind", "ghost" if kind == "link" else kind)
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setText(text)
        self.set_key(key)
        theme_of(self).changed.connect(self.updateGeometry)

    @property
    def kind(self) -> Kind:
        """How much the button asks for."""
        return self._kind

    def text(self) -> str:
        """The words, as they were given."""
        return self._text

    def setText(self, text: str) -> None:
        """Other words. ``&`` is a character here: Qt would make *Save & queue* answer to Alt+Space."""
        self._text = text
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Another kind: a button becomes the recommended one, or no longer."""
        self._kind = kind
        self.setProperty("kind", "ghost" if kind == "link" else kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()

    def set_icon(self, name: str | None) -> None:
        """Another icon before the words, or none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_key(self, key: str | None) -> None:
        """Prints another key cap, or none."""
        self._key = key
        self.say_why("")
        self.updateGeometry()
        self.update()

    def say_why(self, reason: str) -> None:
        """What is spoken beside the words: why the button is off, else its key."""
        self._key_words = native_key(self._key) if self._key else ""
        self.setAccessibleDescription(reason or self._key_words)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language in what the key is called."""
        if event.type() == QEvent.Type.LanguageChange and self.accessibleDescription() == self._key_words:
            self.set_key(self._key)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Icon, words and key cap in a row, at the height of the size."""
        theme = theme_of(self)
        padding = 4 if self._kind == "link" else _PADDING[self._size]
        return QSize(round(self._content_width() + 0.5) + 2 * padding, theme.metrics.height(HEIGHTS[self._size]))

    def minimumSizeHint(self) -> QSize:
        """All of the words: a verb is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The style sheet paints the box, this the content."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if self.hasFocus() and self._kind == "primary":
            self._paint_inset_line(painter)
        self._paint_content(painter)

    def _paint_inset_line(self, painter: QPainter) -> None:
        """A line between the ink edge of the focus and the accent fill, so that the edge shows on both."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_of(self).tokens.surface), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), RADIUS_CONTROL - 2, RADIUS_CONTROL - 2)

    def _paint_content(self, painter: QPainter) -> None:
        theme = theme_of(self)
        ink, font = self._ink(), self._words_font()
        rect = QRectF(self.rect())
        left = max(4.0, round((rect.width() - self._content_width()) / 2))
        icon = theme.metrics.px(_ICON)
        if self._icon_name:
            paint_icon(painter, QRectF(left, 0, icon, rect.height()), self._icon_name, ink)
            left += icon + (_GAP if self.text() else 0)
        width = text_width(font, self._words())
        paint_text(painter, QRectF(left, 0, width + 1, rect.height()), self._words(), font, ink)
        left += width
        if self._trailing_icon:
            left += _GAP
            paint_icon(painter, QRectF(left, 0, icon, rect.height()), self._trailing_icon, ink)
            left += icon
        if self._key:
            self._paint_key(painter, left + _GAP, ink)

    def _paint_key(self, painter: QPainter, left: float, ink: str) -> None:
        theme = theme_of(self)
        height = theme.metrics.height("key_cap")
        cap = QRectF(round(left), round((self.height() - height) / 2), key_cap_width(theme, self._key or ""), height)
        if self._kind == "primary" or not self.isEnabled():
            paint_key_cap(painter, cap, self._key or "", theme, ink, ink)
        else:
            paint_key_cap(
                painter, cap, self._key or "", theme, theme.tokens.ink3, theme.tokens.line2, theme.tokens.canvas
            )

    def _content_width(self) -> float:
        theme = theme_of(self)
        icon = theme.metrics.px(_ICON)
        parts = [text_width(self._words_font(), self._words())] if self.text() else []
        parts += [icon] if self._icon_name else []
        parts += [icon] if self._trailing_icon else []
        parts += [key_cap_width(theme, self._key)] if self._key else []
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def _words(self) -> str:
        """The words on one line."""
        return " ".join(self.text().split())

    def _words_font(self) -> QFont:
        font = theme_of(self).font("strong" if self._kind in ("primary", "accent") else "guest")
        font.setUnderline(self._kind == "link" and self.underMouse())
        return font

    def _ink(self) -> str:
        tokens = theme_of(self).tokens
        if not self.isEnabled():
            return tokens.ink3
        return {
            "primary": tokens.on_accent,
            "accent": tokens.accent,
            "danger": tokens.p1,
            "ghost": tokens.accent if self.isChecked() else tokens.ink2,
            "link": tokens.accent,
        }.get(self._kind, tokens.accent if self.isChecked() else tokens.ink)


class IconButton(Button):
    """A button with an icon only. ``name`` is what screen readers and the tool tip say, with the key."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        key: str | None = None,
        kind: Kind = "plain",
        size: Size = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind=kind, icon=icon, size=size, parent=parent)
        self._spoken_key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Another name, as when the language changes."""
        self.setAccessibleName(name)
        key = native_key(self._spoken_key) if self._spoken_key else ""
        self.setAccessibleDescription(key)
        self.setToolTip(plain_tool_tip(f"{name} ({key})" if key else name))

    def sizeHint(self) -> QSize:
        """A square as high as the buttons beside it."""
        side = theme_of(self).metrics.height(HEIGHTS[self._size])
        return QSize(side, side)
