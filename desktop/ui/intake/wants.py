"""What the guest wants, as tags: one click or key takes one away, a line with suggestions adds one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from desktop.ui.choices.form_line import FormLine
from desktop.ui.choices.popup_rows import popup_row
from desktop.ui.intake.form import MOST_WANTS
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, FlowRow, RemovableTag
from desktop.ui.widgets.tabbing import order_tabs

_LINE_WIDTH = 180


class _WishLine(FormLine):
    """The line for a new wish. Esc leaves it and goes no further, so that nothing is parked by mistake."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.composing:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.text() and self.completer() is not None:
            self.completer().setCompletionPrefix("")
            self.completer().complete()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class WantsField(FlowRow):
    """``edited`` carries all wishes when a person changed them."""

    edited = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wants: tuple[str, ...] = ()
        self._suggestions = QStandardItemModel(self)
        self.add = Button(icon="plus", size="small")
        self.add.setStyleSheet("QPushButton { border-style: dashed; }")
        self.add.clicked.connect(self._open)
        self.line = _WishLine()
        self.line.setFixedWidth(theme_of(self).metrics.px(_LINE_WIDTH))
        self.line.hide()
        completer = QCompleter(self._suggestions, self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._take_suggestion)
        self.line.setCompleter(completer)
        self.line.returnPressed.connect(self._take_line)
        self.line.left.connect(self._close)
        self.add_widget(self.line)
        self.add_widget(self.add)
        self._set_words()

    def set_suggestions(self, wishes: Sequence[str]) -> None:
        """What guests often want, in the language of the window."""
        self._suggestions.clear()
        for wish in wishes:
            self._suggestions.appendRow(popup_row(self, wish))

    def show_wants(self, wants: tuple[str, ...]) -> None:
        """Shows other wishes, silently."""
        if wants == self._wants:
            return
        self._wants = wants
        self._rebuild()

    def settle(self) -> None:
        """Takes what still stands in the line, before the form is saved."""
        if self.line.isVisibleTo(self):
            self._close()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the cursor on. With a focus proxy, Tab would skip the tags."""
        super().focusInEvent(event)
        standing = next((one for one in (self.line, self.add, *self.tags()) if not one.isHidden()), None)
        if standing is not None:
            standing.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._rebuild()
        super().changeEvent(event)

    def tags(self) -> list[RemovableTag]:
        """The tags, in order."""
        return [one for one in self.widgets() if isinstance(one, RemovableTag)]

    def _set_words(self) -> None:
        self.add.setText(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add what the guest wants"))
        self.line.setAccessibleName(self.tr("What the guest wants"))

    def _rebuild(self) -> None:
        for tag in self.tags():
            self.remove(tag)
        for place, wish in enumerate(self._wants):
            tag = RemovableTag(wish, self.tr("Remove: {wish}").format(wish=wish), self)
            tag.removed.connect(lambda wish=wish: self._remove(wish))
            self.insert_widget(place, tag)
        order_tabs(self)  # what was made anew came last
        self.add.setVisible(len(self._wants) < MOST_WANTS and not self.line.isVisibleTo(self))

    def _open(self) -> None:
        self.line.clear()
        self.line.setFixedWidth(theme_of(self).metrics.px(_LINE_WIDTH))
        self.line.show()
        self.add.hide()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        """Takes what still stands in the line: nothing typed is lost."""
        had_focus = self.line.hasFocus()
        self._take(self.line.text())
        self.line.clear()
        self.line.hide()
        self.add.setVisible(len(self._wants) < MOST_WANTS)
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_line(self) -> None:
        if self.line.text().strip():
            self._take(self.line.text())
            self.line.clear()
        else:
            self._close()

    def _take_suggestion(self, wish: str) -> None:
        self._take(wish)
        QTimer.singleShot(0, self.line, self.line.clear)  # Qt writes the suggestion into the line after this signal

    def _take(self, wish: str) -> None:
        wish = " ".join(wish.split())
        if wish and wish not in self._wants and len(self._wants) < MOST_WANTS:
            self.edited.emit((*self._wants, wish))

    def _remove(self, wish: str) -> None:
        place = self._wants.index(wish)
        self.edited.emit(tuple(other for other in self._wants if other != wish))
        left = self.tags()
        following = left[min(place, len(left) - 1)] if left else self.add
        following.setFocus(Qt.FocusReason.OtherFocusReason)
