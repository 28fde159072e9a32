"""What the cards share: rows that stay the same widgets when a newer case is shown, marks, texts of any length."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.ui.case.cards.due import DueLook
from desktop.ui.theme import theme_of
from desktop.ui.widgets import (
    Avatar,
    Button,
    Icon,
    IconButton,
    PlainLabel,
    Separator,
    announce,
    plain_tool_tip,
)
from desktop.ui.widgets.label import Tone
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words, plain

SIDE = 14  # logical pixels between a card's edge and what stands in it
LONGEST = 400  # characters of one row; more is never legible there
_FIRST_SHOWN = 400  # characters of a long text
_MORE_SHOWN = 5_000

Part = TypeVar("Part", bound=QWidget)


class Row(QWidget):
    """A row of a card with a line above: fill ``line``; what belongs under it goes into ``below``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator())
        self._holder = QWidget()
        self.line = QHBoxLayout(self._holder)
        self.line.setContentsMargins(SIDE, 4, SIDE, 4)
        self.line.setSpacing(10)
        column.addWidget(self._holder)
        self.below = QVBoxLayout()
        column.addLayout(self.below)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._holder.setMinimumHeight(theme_of(self).metrics.height("table_row") - 1)


class RowList(QWidget, Generic[Part]):
    """Rows by key. A row keeps its widget, and so the focus, for as long as its key is there."""

    def __init__(self, make: Callable[[], Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._rows: dict[Hashable, Part] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_keys(self, keys: Sequence[Hashable]) -> list[Part]:
        """Makes and removes rows until there is one for each key, in this order; returns them."""
        for gone in [key for key in self._rows if key not in keys]:
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        has_new = any(key not in self._rows for key in keys)
        self._rows = {key: self._rows.get(key) or self._make() for key in keys}
        for place, row in enumerate(self._rows.values()):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self.setVisible(bool(keys))
        if has_new:
            order_tabs(self)
        return self.rows()

    def rows(self) -> list[Part]:
        """The rows from the top down."""
        return list(self._rows.values())


class DoneBox(QCheckBox):
    """A box that asks when it is ticked (``asked``) and shows only what the case says: it never ticks itself."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_done(self, done: bool) -> None:
        """Ticked and out of the way of keys and mouse, or open."""
        self.setChecked(done)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if done else Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, done)

    def nextCheckState(self) -> None:
        """Asks instead of ticking."""
        if not self.isChecked():
            self.asked.emit()

    def sizeHint(self) -> QSize:
        """The box alone: it has no words beside it."""
        side = max(24, theme_of(self).metrics.px(16) + 4)
        return QSize(theme_of(self).metrics.px(16), side)


class DueMark(QWidget):
    """A due time with the icon that goes with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = Icon("clock", "ink2", 13)
        self.words = PlainLabel("", "meta", "ink2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.icon)
        line.addWidget(self.words)

    def show_due(self, look: DueLook, tip: str = "") -> None:
        """Shows another time; ``tip`` is the whole of it."""
        self.words.setText(look.text)
        self.words.set_tone(look.tone)
        self.icon.setVisible(bool(look.icon))
        if look.icon:
            self.icon.set_icon(look.icon, look.tone)
        self.setToolTip(plain_tool_tip(tip))
        self.setVisible(bool(look.text))


class Who(QWidget):
    """A person as initials, or a department by its name; nothing for whoever comes first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.avatar = Avatar("", 20)
        self.department = PlainLabel("", "meta", "ink2", elide=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.avatar)
        line.addWidget(self.department)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_who(self, name: str, department: str) -> None:
        """Shows the person, else the department."""
        name, department = plain(name, LONGEST), plain(department, LONGEST)
        self.avatar.set_name(name)
        self.avatar.setVisible(bool(name))
        self.department.setText(department)
        self.department.setVisible(bool(department) and not name)
        self.setToolTip(plain_tool_tip(" · ".join(filter(None, (name, department)))))
        self.setVisible(bool(name or department))

    def _restyle(self) -> None:
        self.department.setMaximumWidth(theme_of(self).metrics.px(92))


class Notice(QWidget):
    """What was refused, where it belongs to no field: an icon and a sentence."""

    def __init__(self, below: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = PlainLabel("", "meta", "p1", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, below)
        line.setSpacing(6)
        line.addWidget(Icon("triangle-alert", "p1", 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sentence, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Says it, to screen readers too; an empty sentence hides it."""
        self.sentence.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


class LongText(QWidget):
    """Text from people at any length, piece by piece, so that the card answers at once whatever was written."""

    def __init__(self, tone: Tone = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._shown = "", _FIRST_SHOWN
        self.words = PlainLabel("", "body", tone, wrap=True)
        self.more = Button("", kind="link", size="small")
        self.more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    def set_text(self, text: str) -> None:
        """Shows another text from its beginning; the same one stays as far open as it is."""
        if text != self._text:
            self._text, self._shown = text, _FIRST_SHOWN
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        rest = len(self._text) - self._shown
        said = "\n".join(plain(line) for line in self._text[: self._shown].splitlines())
        self.words.setText(said + "…" if rest > 0 else said)
        self.more.setText(self.tr("Show more") if rest > _MORE_SHOWN else self.tr("Show all"))
        self.more.setVisible(rest > 0)

    def _on_more(self) -> None:
        self._shown += _MORE_SHOWN
        self._show()


class CopyLine(QWidget):
    """One line of text with a button that copies exactly what is stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.words = PlainLabel("", "body", elide=True)
        self.copy = IconButton("copy", "", kind="ghost", size="small")
        self.copy.clicked.connect(self._on_copy)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.words, 1)
        line.addWidget(self.copy)

    def show_text(self, text: str, name: str) -> None:
        """Shows another text; ``name`` says what the button copies."""
        self._text = text
        self.words.setText(plain(text, LONGEST))
        self.copy.set_name(name)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        announce(self, self.tr("Copied"))


def allow(control: QWidget, refusal: UserError | None, words: Words) -> None:
    """Switches a control on, or off with the reason in its tool tip and for screen readers."""
    reason = words.error(refusal) if refusal else ""
    control.setEnabled(refusal is None)
    if not isinstance(control, IconButton) or reason:
        control.setToolTip(plain_tool_tip(reason))
    control.setAccessibleDescription(reason)
    control.setProperty("reason", reason)
