"""The form of a move: asks in place for exactly what its guard needs, and builds the command (domain.md 3).

A form knows no service. Whoever opened it performs what ``made`` carries and comes back with ``show_error`` or closes
it. Before that the form asks the same guards of the domain that the service will ask, so mistakes are said at once.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.commands import OnCase
from desktop.errors import UserError
from desktop.ui.moves.about import About
from desktop.ui.moves.entry import Entry
from desktop.ui.moves.foot import Foot, FootPlace
from desktop.ui.moves.grid import FieldGrid
from desktop.ui.moves.guarding import refusal_of_blank
from desktop.ui.moves.parts import Head, Need, NeedsList, RefusalLine, bring_up
from desktop.ui.widgets import announce
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MoveForm(QWidget):
    """``made`` carries the command without a version, ``left`` that the person went back, ``go_to`` a card or act.

    Subclasses add fields in ``_build``, name them in ``_name``, and tell ``_mistakes`` and ``_command``.
    """

    made = Signal(object)
    left = Signal()
    go_to = Signal(str)

    act = ""

    def __init__(self, about: About, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about, self._words = about, words
        self._entries: dict[str, Entry] = {}
        self._touched: set[str] = set()
        self._errors: list[UserError] = []
        self._busy, self._verb_given = False, ""
        self._page: QWidget = self  # holds the fields and the foot
        self.head = Head()
        self.needs = NeedsList()
        self.grid = FieldGrid()
        self._build()
        self.refusal = RefusalLine()
        self.foot = Foot()
        self._lay_out()
        self.needs.go_to.connect(self.go_to)
        self.needs.rebuilt.connect(lambda: order_tabs(self._page))
        self.foot.confirm.clicked.connect(self.confirm)
        self.foot.cancel.clicked.connect(self.left)
        self._set_words()

    def _build(self) -> None:
        """Adds the fields and shows what is known already."""

    def _name(self) -> None:
        """Gives the fields their words."""

    def _title(self) -> str:
        return self._words.term("action", self.act)

    def _verb(self) -> str:
        return self._words.term("action", self.act)

    def _lead(self) -> str:
        """One sentence on what the act does, or nothing."""
        return ""

    def _needs(self) -> Sequence[Need]:
        """What the guard needs from elsewhere."""
        return ()

    def _blocked(self) -> UserError | None:
        """Why the act can't be done whatever is filled in."""
        return None

    def _react(self) -> None:
        """Something was chosen or typed: fields that depend on it follow."""

    def _mistakes(self) -> Iterable[UserError]:
        """What the guards say to what is filled in."""
        return ()

    def _command(self) -> OnCase:
        """The command of what is filled in, once there is no mistake."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Where the cursor goes when the form opens: the first field that still has to be filled, else the first."""
        shown = [entry for entry in self._entries.values() if not entry.isHidden()]
        empty = next((entry for entry in shown if entry.is_empty and not entry.is_optional), None)
        entry = empty or next(iter(shown), None)
        return entry.first if entry else self.foot.confirm

    def entry(self, name: str) -> Entry:
        """The field that refusals call by this name. Raises ``KeyError``."""
        return self._entries[name]

    def keep(self) -> dict[str, str]:
        """What the person chose or typed, by field; what was only shown to them is left out."""
        return {name: self._entries[name].keep() for name in self._entries if name in self._touched}

    def restore(self, kept: dict[str, str]) -> None:
        """Shows what was kept before; names that the form doesn't know are passed over."""
        for name, text in kept.items():
            if name in self._entries:
                self._entries[name].restore(text)
                self._touched.add(name)
        self.refresh()

    def set_about(self, about: About) -> None:
        """The case has changed while the form was open; what was typed stays."""
        self._about = about
        self.refresh()

    def set_words(self, words: Words) -> None:
        """Speaks another language; what was typed stays."""
        self._words = words
        self._set_words()

    def set_verb(self, verb: str) -> None:
        """Another word on the button, as for several cases at once."""
        self._verb_given = verb
        self._say_verbs()

    def pin_foot(self, place: FootPlace) -> None:
        """Has the buttons stand where they don't scroll with the fields; whoever holds the place clears it."""
        place.take(self.foot, self)
        self._page = place.parentWidget() or self  # it orders the Tab key as the form is shown

    def set_busy(self, busy: bool) -> None:
        """While the act is under way it can't be asked for again; the focus doesn't slip on to Cancel meanwhile."""
        self._busy = busy
        if busy and self.foot.confirm.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_foot()
        if not busy and self.hasFocus():
            self.foot.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: UserError) -> None:
        """Says what the service refused, at the field it names, and puts the cursor there."""
        self.set_busy(False)
        self._show_errors([error])

    def confirm(self) -> None:
        """Checks what is filled in and tells the command, or says every mistake at its field."""
        if self._busy or self._is_composing():
            return
        blocked = self._blocked()
        if blocked is not None:
            announce(self, self._words.error(blocked))
            return
        mistakes = list(self._mistakes())
        self._show_errors(mistakes)
        if not mistakes:
            self.set_busy(True)
            self.made.emit(self._command())

    def refresh(self) -> None:
        """Brings everything in step with what is filled in."""
        self._react()
        self.needs.show_needs(self._needs())
        self._show_foot()
        self.updateGeometry()

    def add(self, entry: Entry, *, wide: bool = False) -> None:
        """Takes a field at the end of the form."""
        self._entries[entry.name] = entry
        self.grid.add(entry, wide=wide)
        entry.changed.connect(lambda: self._on_changed(entry))
        entry.rebuilt.connect(lambda: order_tabs(self._page))

    def text(self, name: str) -> str:
        """What stands in a field; nothing where it isn't asked now."""
        entry = self._entries.get(name)
        return "" if entry is None or entry.isHidden() else entry.keep()

    def missing(self, *names: str) -> Iterator[UserError]:
        """A refusal for each of these fields that is empty."""
        for name in names:
            yield from refusal_of_blank(self.text(name), name)

    def event(self, event: QEvent) -> bool:
        """Keeps its keys from the window's shortcuts while the cursor is in it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does it, Esc leaves, Enter presses the button with the focus."""
        focus = QApplication.focusWidget()
        if not self._is_mine(event) or self._is_composing():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape or focus is self.foot.cancel:
            self.left.emit()
        else:
            self.confirm()

    def showEvent(self, event: QShowEvent) -> None:
        """Puts the fields into their order for the Tab key."""
        super().showEvent(event)
        order_tabs(self._page)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _is_mine(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return not event.modifiers()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER:
            return False
        on_button = QApplication.focusWidget() in (self.foot.confirm, self.foot.cancel)
        return modifiers == Qt.KeyboardModifier.ControlModifier or (on_button and not modifiers)

    def _is_composing(self) -> bool:
        return bool(getattr(QApplication.focusWidget(), "composing", False))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.head, self.needs, self.grid, self.refusal, self.foot):
            column.addWidget(part)
        column.addStretch(1)

    def _on_changed(self, entry: Entry) -> None:
        self._touched.add(entry.name)
        kept = [error for error in self._errors if self._place(error) is not entry]
        if len(kept) < len(self._errors):
            self._errors = kept
            self._say_errors()
        self.refresh()

    def _place(self, error: UserError) -> Entry | None:
        """The field that a refusal belongs to, by the last part of its name that the form knows."""
        for part in reversed(error.field.replace("[", ".").split(".")):
            entry = self._entries.get(part) or self._entries.get(self._also_called(part))
            if entry is not None and not entry.isHidden():
                return entry
        return None

    def _also_called(self, field: str) -> str:
        """The form's field that has what the service calls ``field``."""
        return field

    def _show_errors(self, errors: Sequence[UserError]) -> None:
        self._errors = list(errors)
        self._say_errors()
        shown = [entry for entry in self._entries.values() if any(self._place(e) is entry for e in errors)]
        if shown:
            shown[0].focus()
            bring_up(shown[0])
            announce(shown[0], self._words.error(next(e for e in errors if self._place(e) is shown[0])))
            return
        line = next((line for error in errors if (line := self.needs.line_of(error.field))), None)
        if line is not None and line.need.go:
            line.link.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(line, line.text.text())

    def _say_errors(self) -> None:
        """Each sentence at its field; one that a need already tells stays there; the others above the buttons."""
        said: dict[Entry, list[tuple[UserError, str]]] = {}
        loose: list[str] = []
        for error in self._errors:
            place = self._place(error)
            if place is not None:
                said.setdefault(place, []).append((error, self._words.error(error)))
            elif self.needs.line_of(error.field) is None:
                loose.append(self._words.error(error))
        for entry in self._entries.values():
            entry.tell(said.get(entry, ()))
        self.refusal.show_text("\n".join(dict.fromkeys(loose)))

    def _show_foot(self) -> None:
        blocked = self._blocked()
        self.foot.show_state(busy=self._busy, why_off=self._words.error(blocked) if blocked else "")

    def _say_verbs(self) -> None:
        self.foot.set_verbs(self._verb_given or self._verb(), self.tr("Cancel"))

    def _set_words(self) -> None:
        self.head.say(self._title(), self._lead())
        self._name()
        self._say_verbs()
        self.refresh()
        self._say_errors()
