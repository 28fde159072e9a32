"""What became of a bulk act: how many were done, and each refusal with its case, field and reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.numbers import short_number
from desktop.errors import UserError
from desktop.ui.widgets import Button, FlowRow, Icon, PlainLabel, Separator, announce, plain_tool_tip, scrolling
from desktop.words import Words

_BATCH = 20  #: refusals that are shown at once; more of them come when asked for


@dataclass(frozen=True, slots=True)
class Refused:
    """One case that was left as it was, and why."""

    number: str
    error: UserError


class _RefusedLine(QWidget):
    """The case as a link, the field, and the sentence."""

    def __init__(self, refused: Refused, words: Words) -> None:
        super().__init__()
        self.refused = refused
        self.number = Button(short_number(refused.number), kind="link", size="small")
        self.number.setToolTip(plain_tool_tip(refused.number))
        self.number.setAccessibleName(refused.number)
        field = words.field_name(refused.error.field) if refused.error.field else ""
        self.field = PlainLabel(field, "meta", "ink2", elide=True)
        self.reason = PlainLabel(words.error(refused.error), "body", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        reason = QHBoxLayout()
        reason.setContentsMargins(4, 0, 0, 0)
        reason.addWidget(self.reason)
        column.addLayout(reason)


class BulkResult(QWidget):
    """``undo_wanted``: take back all that was done. ``case_wanted`` carries a number, ``left`` that it was read."""

    undo_wanted = Signal()
    case_wanted = Signal(str)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._act, self._done = "", 0
        self._refused: tuple[Refused, ...] = ()
        self._shown = _BATCH
        self.lines: list[_RefusedLine] = []
        self.title = PlainLabel("", "section", wrap=True)
        self.done = PlainLabel("", "body", wrap=True)
        self.refused = PlainLabel("", "body", "p1", wrap=True)
        self.more = Button(kind="link", size="small")
        self.undo = Button(kind="plain", icon="undo-2")
        self.close_button = Button(kind="ghost", key="Esc")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._lay_out()
        self.more.clicked.connect(self._on_more)
        self.undo.clicked.connect(self.undo_wanted)
        self.close_button.clicked.connect(self.left)
        self._set_words()

    def show_result(self, act: str, done: int, refused: Sequence[Refused]) -> None:
        """Shows what became of ``act``: how many cases were done, and those that were refused."""
        self._act, self._done, self._refused = act, done, tuple(refused)
        self._shown = _BATCH
        self._show()
        announce(self, f"{self.done.text()} {self.refused.text()}".strip())

    def show_undone(self) -> None:
        """All that was done has been taken back; the refusals stay to be read."""
        self._done = 0
        self._show()
        self.done.setText(self.tr("Taken back."))

    def set_busy(self, busy: bool) -> None:
        """While it is taken back it can't be asked for again."""
        self.undo.setEnabled(not busy)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._set_words()

    def first_field(self) -> QWidget:
        """Where the cursor goes: to the undo, else to the way out."""
        return self.close_button if self.undo.isHidden() else self.undo

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show(self) -> None:
        self.title.setText(self._words.term("action", self._act) if self._act else "")
        done, refused = self._done, len(self._refused)
        several = self.tr("{count} cases done.").format(count=done)
        self.done.setText(self.tr("1 case done.") if done == 1 else several)
        several = self.tr("{count} cases left as they were:").format(count=refused)
        self.refused.setText(self.tr("1 case left as it was:") if refused == 1 else several if refused else "")
        self._refused_head.setVisible(bool(self._refused))
        self._area.setVisible(bool(self._refused))
        self.undo.setVisible(self._done > 0)
        self._show_lines()

    def _show_lines(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        self._add_lines()

    def _on_more(self) -> None:
        self._shown += _BATCH
        self._add_lines()

    def _add_lines(self) -> None:
        for refused in self._refused[len(self.lines) : self._shown]:
            line = _RefusedLine(refused, self._words)
            if self.lines:
                self._rows.addWidget(Separator())
            self._rows.addWidget(line)
            line.number.clicked.connect(lambda _checked=False, number=refused.number: self.case_wanted.emit(number))
            self.lines.append(line)
        self.more.setVisible(len(self._refused) > len(self.lines))

    def _lay_out(self) -> None:
        rows = QWidget()
        holder = QVBoxLayout(rows)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self._rows)
        holder.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        holder.addStretch(1)
        self._area = scrolling(rows, Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(_with_icon("check", self.done))
        self._refused_head = _with_icon("triangle-alert", self.refused)
        column.addWidget(self._refused_head)
        column.addWidget(self._area, 1)
        buttons = FlowRow(gap=8)
        buttons.add_widget(self.undo)
        buttons.add_widget(self.close_button)
        column.addWidget(buttons)

    def _set_words(self) -> None:
        self.more.setText(self.tr("Show more"))
        self.undo.setText(self.tr("Undo all"))
        self.close_button.setText(self.tr("Close"))
        self._area.setAccessibleName(self.tr("Cases that were left as they were"))
        self._show()


def _with_icon(name: str, label: PlainLabel) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Icon(name, "p1" if name == "triangle-alert" else "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return holder
