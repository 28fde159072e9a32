"""Risks as tags: what is set can be taken away, the rest stands in a menu, so that none is overlooked."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.kinds import Flag
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_TAG
from desktop.ui.theme.painting import paint_edge, paint_text
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, FlowRow, RemovableTag
from desktop.ui.widgets.tabbing import order_tabs
from desktop.ui.widgets.tag import tag_colours
from desktop.words import Words

_PADDING, _GAP, _CROSS = 7, 4, 13


class RiskTag(RemovableTag):
    """A removable tag in the tone of risk."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the tag with its cross."""
        theme = theme_of(self)
        ink, edge, fill = tag_colours(theme.tokens, "risk")
        painter, rect, focused = QPainter(self), QRectF(self.rect()), self.hasFocus()
        paint_edge(painter, rect, ink if focused else edge, 2 if focused else 1, RADIUS_TAG, fill)
        size = theme.metrics.px(_CROSS)
        words = rect.adjusted(_PADDING, 0, -_PADDING - size - _GAP + 2, 0)
        paint_text(painter, words, self.words, theme.font("tag"), ink)
        paint_icon(painter, QRectF(rect.right() - _PADDING - size, 0, size, rect.height()), "x", ink)


class _AddButton(Button):
    """Down opens its menu too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
            return
        super().keyPressEvent(event)


class RiskTags(FlowRow):
    """``edited`` carries the risks that are set when a person changed them; ``offered`` is what there is to choose."""

    edited = Signal(object)

    def __init__(self, offered: Sequence[Flag], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered, self._words = tuple(offered), words
        self._flags: frozenset[Flag] = frozenset()
        self.menu: QMenu | None = None  #: the menu made last
        self.add = _AddButton(icon="plus", size="small")
        self.add.setStyleSheet("QPushButton { border-style: dashed; }")
        self.add.clicked.connect(self._open)
        self.add_widget(self.add)

    def set_words(self, words: Words) -> None:
        """Words of another language."""
        self._words = words
        self.add.setText(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add a risk"))
        self._rebuild()

    def show_flags(self, flags: frozenset[Flag]) -> None:
        """Shows other risks, silently."""
        if flags != self._flags:
            self._flags = flags
            self._rebuild()

    def tags(self) -> list[RemovableTag]:
        """The tags, in the order in which risks are offered."""
        return [one for one in self.widgets() if isinstance(one, RemovableTag)]

    def left(self) -> tuple[Flag, ...]:
        """What the menu offers."""
        return tuple(flag for flag in self._offered if flag not in self._flags)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the cursor on. With a focus proxy, Tab would skip whatever stands before it in here."""
        super().focusInEvent(event)
        (self.tags()[0] if self.add.isHidden() else self.add).setFocus(event.reason())

    def _rebuild(self) -> None:
        had_focus = next((place for place, tag in enumerate(self.tags()) if tag.hasFocus()), None)
        for tag in self.tags():
            self.remove(tag)
        chosen = [flag for flag in self._offered if flag in self._flags]
        for place, flag in enumerate(chosen):
            tag = RiskTag(self._word(flag), self.tr("Remove: {risk}").format(risk=self._word(flag)), self)
            tag.removed.connect(lambda flag=flag: self._take_away(flag))
            self.insert_widget(place, tag)
        order_tabs(self)  # what was made anew came last
        self.add.setVisible(bool(self.left()))
        if had_focus is not None:
            left = self.tags()
            (left[min(had_focus, len(left) - 1)] if left else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        for flag in self.left():
            action = self.menu.addAction(self._word(flag).replace("&", "&&"))
            action.triggered.connect(lambda _on=False, flag=flag: self._add(flag))
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 4)))

    def _add(self, flag: Flag) -> None:
        self.edited.emit(self._flags | {flag})
        following = self.add if self.left() else self.tags()[-1]
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, flag: Flag) -> None:
        self.edited.emit(self._flags - {flag})

    def _word(self, flag: Flag) -> str:
        return self._words.term("flag", flag.value)
