"""The rail at the left: the logo, the tile for a new complaint, and a door to each screen (design.md 7, 8)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.shell.doors import ScreenDoor
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_CONTROL, TypeRole
from desktop.ui.theme.painting import CENTRE, paint_edge, paint_text, text_width, wrapped
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Panel, native_key, plain_tool_tip
from desktop.ui.widgets.logo import Logo

RAIL_WIDTH = 88
_INSET = 8
_ICON = 20
_BADGE = 16
_MARK = 9


class RailButton(QAbstractButton):
    """A door in the rail: an icon over words, chosen while its screen is shown."""

    def __init__(self, door: ScreenDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._badge = 0
        self._reminds = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    @property
    def badge(self) -> int:
        """How many things there are to see to at once; 0 shows nothing."""
        return self._badge

    def set_words(self, label: str, overdue: str = "") -> None:
        """Words of another language, or another count: ``overdue`` is what the badge or the mark says in words."""
        self.setText(label)
        self.setAccessibleName(f"{label}, {overdue}" if overdue else label)
        self.setAccessibleDescription(native_key(self._door.key) if self._door.key else "")
        tip = ", ".join(part for part in (label.replace("\n", " "), overdue) if part)
        self.setToolTip(plain_tool_tip(f"{tip} ({native_key(self._door.key)})" if self._door.key else tip))
        self.updateGeometry()
        self.update()

    def set_badge(self, number: int) -> None:
        """Shows a number at the icon's shoulder."""
        self._badge = number
        self.update()

    def set_reminder(self, reminds: bool) -> None:
        """Shows a small mark at the icon's shoulder: something waits, without hurry."""
        self._reminds = reminds
        self.update()

    def nextCheckState(self) -> None:
        """A click asks for the screen; the shell says when it is shown."""

    def sizeHint(self) -> QSize:
        """72 logical pixels wide, 56 high (compact 52); more where the words need more lines."""
        metrics = theme_of(self).metrics
        more = (len(self._lines()) - 1) * metrics.role("meta").line
        return QSize(metrics.px(RAIL_WIDTH) - 2 * _INSET, metrics.height("rail_item") + more)

    def minimumSizeHint(self) -> QSize:
        """All of the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the box, the icon with its badge, and the words."""
        theme, painter, rect = theme_of(self), QPainter(self), QRectF(self.rect())
        tokens, chosen = theme.tokens, self.isChecked()
        fill = tokens.tint if chosen else tokens.hover if self.underMouse() else ""
        paint_edge(painter, rect, "", 0, RADIUS_CONTROL, fill)
        if self.hasFocus():
            paint_edge(painter, rect, tokens.accent, 2, RADIUS_CONTROL)
        ink = tokens.accent if chosen else tokens.ink2
        lines, line = self._lines(), theme.metrics.role("meta").line
        icon, gap = theme.metrics.px(_ICON), 4
        top = round((rect.height() - icon - gap - line * len(lines)) / 2)
        box = QRectF(round((rect.width() - icon) / 2), top, icon, icon)
        paint_icon(painter, box, self._door.icon, ink)
        self._paint_badge(painter, box)
        font = theme.font("meta", 600 if chosen else None)
        for row, words in enumerate(lines):
            place = QRectF(0, top + icon + gap + row * line, rect.width(), line)
            paint_text(painter, place, words, font, ink, CENTRE)

    def _paint_badge(self, painter: QPainter, icon: QRectF) -> None:
        theme = theme_of(self)
        if self._reminds and not self._badge:
            side = theme.metrics.px(_MARK)
            mark = QRectF(icon.right() - 3, icon.top() - 3, side, side)
            paint_edge(painter, mark, "", 0, side / 2, theme.tokens.accent)
        if not self._badge:
            return
        words = str(self._badge) if self._badge < 100 else "99+"
        font, height = theme.font("key", 600), theme.metrics.px(_BADGE)
        width = max(height, round(text_width(font, words)) + 8)
        box = QRectF(icon.right() - 3, icon.top() - 6, width, height)
        paint_edge(painter, box, "", 0, height / 2, theme.tokens.p1)
        paint_text(painter, box, words, font, theme.tokens.on_p1, CENTRE)

    def _lines(self) -> list[str]:
        theme = theme_of(self)
        room = theme.metrics.px(RAIL_WIDTH) - 2 * _INSET - 4
        return wrapped(self.text(), theme.font("meta", 600), room, max_lines=2)


class RailTile(RailButton):
    """The tile for a new complaint: filled, and outlined while its screen is shown. Its key is printed on it."""

    def sizeHint(self) -> QSize:
        """As high as icon, words and key need."""
        metrics = theme_of(self).metrics
        height = 10 + metrics.px(_ICON) + 4 + len(self._lines()) * self._role().line + metrics.role("key").line + 8
        return QSize(metrics.px(RAIL_WIDTH) - 2 * _INSET, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the tile."""
        theme, painter, rect = theme_of(self), QPainter(self), QRectF(self.rect())
        fill, edge, ink = self._colours()
        paint_edge(painter, rect, edge, 2 if self.hasFocus() or self.isChecked() else 1, RADIUS_CONTROL, fill)
        if self.hasFocus() and not self.isChecked():
            paint_edge(painter, rect.adjusted(2, 2, -2, -2), theme.tokens.surface, 2, RADIUS_CONTROL - 2)
        icon, top = theme.metrics.px(_ICON), 10.0
        paint_icon(painter, QRectF(0, top, rect.width(), icon), self._door.icon, ink)
        top += icon + 4
        font, line = theme.font("meta", 600), self._role().line
        for words in self._lines():
            paint_text(painter, QRectF(0, top, rect.width(), line), words, font, ink, CENTRE)
            top += line
        key = QRectF(0, top, rect.width(), theme.metrics.role("key").line)
        paint_text(painter, key, native_key(self._door.key), theme.font("key"), ink, CENTRE)

    def _colours(self) -> tuple[str, str, str]:
        """Fill, edge and ink."""
        tokens = theme_of(self).tokens
        if self.isChecked():
            return tokens.surface, tokens.ink if self.hasFocus() else tokens.accent, tokens.accent
        fill = tokens.accent_pressed if self.isDown() else tokens.accent_hover if self.underMouse() else tokens.accent
        return fill, tokens.ink if self.hasFocus() else fill, tokens.on_accent

    def _role(self) -> TypeRole:
        return theme_of(self).metrics.role("meta")


class Rail(Panel):
    """The doors in order. ``opened`` carries the name of the one that was pressed."""

    opened = Signal(str)

    def __init__(self, doors: Sequence[ScreenDoor], parent: QWidget | None = None) -> None:
        super().__init__("surface", "right", parent)
        self._doors = {door.name: door for door in doors}
        self.buttons: dict[str, RailButton] = {}
        self._reminders: dict[str, Callable[[], str]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 1, 12)
        self._column.setSpacing(2)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Logo(), 0, Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._head)
        self._column.addSpacing(6)
        for door in sorted(doors, key=lambda door: (door.at_foot, not door.is_tile)):
            self._add(door)
        if not any(door.at_foot for door in doors):
            self._column.addStretch(1)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def show_current(self, name: str) -> None:
        """Marks the door whose screen is shown."""
        for other, button in self.buttons.items():
            button.setChecked(other == name)
        self.update()

    def set_badge(self, name: str, number: int) -> None:
        """How many cases behind a door are overdue."""
        button = self.buttons.get(name)
        if button is not None and button.badge != number:
            button.set_badge(number)
            self._set_words()

    def set_reminder(self, name: str, words: Callable[[], str]) -> None:
        """What waits behind a door, without hurry, in the words of the moment; empty where nothing does any more."""
        if name in self.buttons:
            self._reminders[name] = words
            self.buttons[name].set_reminder(bool(words()))
            self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the bar beside the current door."""
        super().paintEvent(event)
        current = next((b for b in self.buttons.values() if b.isChecked() and not isinstance(b, RailTile)), None)
        if current is not None:
            box = QRectF(0, current.y() + 8, 3, current.height() - 16)
            QPainter(self).fillRect(box, QColor(theme_of(self).tokens.accent))

    def _add(self, door: ScreenDoor) -> None:
        button = RailTile(door) if door.is_tile else RailButton(door)
        button.clicked.connect(lambda _checked=False, name=door.name: self.opened.emit(name))
        self.buttons[door.name] = button
        if door.at_foot:
            self._column.addStretch(1)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        if door.is_tile:
            self._column.addSpacing(8)

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        self.setFixedWidth(metrics.px(RAIL_WIDTH))
        self._head.setFixedHeight(metrics.height("top_bar"))

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Screens"))
        for name, button in self.buttons.items():
            overdue = self.tr("{n} overdue").format(n=button.badge) if button.badge else ""
            reminder = self._reminders[name]() if name in self._reminders else ""
            button.set_words(self._doors[name].label(), overdue or reminder)
