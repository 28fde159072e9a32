"""One act on several chosen cases: its fields once, and one command a case (conventions.md 6)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commands import OnCase
from desktop.domain.people import Right, right_to
from desktop.domain.rows import QueueRow
from desktop.errors import UserError
from desktop.ui.moves.about import Surroundings, about_rows
from desktop.ui.moves.entry import ChoiceEntry
from desktop.ui.moves.foot import FootPlace
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.making import make_form
from desktop.ui.widgets import PlainLabel
from desktop.words import Words

BULK_ACTS = ("take", "hand_over", "acknowledge", "note", "wait", "override", "withdraw")


class BulkForm(QWidget):
    """``made`` carries a tuple of commands, each with the version of its row; ``left`` that the person went back.

    The buttons stand in ``foot`` where one is given, else under the fields.
    """

    made = Signal(object)
    left = Signal()

    def __init__(
        self,
        rows: Sequence[QueueRow],
        around: Surroundings,
        words: Words,
        foot: FootPlace | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._foot = foot
        self._rows, self._around, self._words = tuple(rows), around, words
        self._kept: dict[str, dict[str, str]] = {}
        self.form: MoveForm | None = None
        self.title = PlainLabel("", "section", wrap=True)
        self.act = ChoiceEntry("act")
        self.act.changed.connect(lambda: self._open(self.act.value()))  # arrow keys go on to the next act
        self._place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.act)
        column.addLayout(self._place)
        column.addStretch(1)
        self._set_words()

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """Other cases are chosen; what was typed stays."""
        self._rows = tuple(rows)
        self._set_words()

    def set_words(self, words: Words) -> None:
        """Speaks another language; what was typed stays."""
        self._words = words
        self._set_words()

    def first_field(self) -> QWidget:
        """Where the cursor goes when the form opens."""
        return self.act.field

    def keep(self) -> dict[str, str]:
        """The act and what was typed for it."""
        fields = self.form.keep() if self.form else {}
        return {"act": self.act.value(), **{f"{self.act.value()}.{name}": text for name, text in fields.items()}}

    def restore(self, kept: dict[str, str]) -> None:
        """Shows what was kept."""
        act = kept.get("act", "")
        if act not in BULK_ACTS:
            return
        self.act.restore(act)
        prefix = f"{act}."
        self._kept[act] = {name.removeprefix(prefix): text for name, text in kept.items() if name.startswith(prefix)}
        self._open(act)

    def set_busy(self, busy: bool) -> None:
        """While the acts are under way they can't be asked for again."""
        if self.form:
            self.form.set_busy(busy)

    def show_error(self, error: UserError) -> None:
        """Says what was refused for all of them."""
        if self.form:
            self.form.show_error(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, before an act is chosen too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _open(self, act: str) -> None:
        if self.form is not None:
            self._kept[self.form.act] = self.form.keep()
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        form = make_form(act, about_rows(self._rows, self._around), self._words)
        form.restore(self._kept.get(act, {}))
        form.head.title.hide()
        form.made.connect(self._on_made)
        form.left.connect(self.left)
        self._place.addWidget(form)
        if self._foot is not None:
            form.pin_foot(self._foot)
        form.show()
        self.form = form
        self._say_verb()

    def _on_made(self, command: OnCase) -> None:
        self.made.emit(tuple(replace(command, case=row.number, version=row.version) for row in self._rows))

    def _offered(self) -> list[str]:
        role = self._around.person.role
        return [act for act in BULK_ACTS if right_to(act, role) is not Right.NO]

    def _set_words(self) -> None:
        count = len(self._rows)
        several = self.tr("{count} cases chosen").format(count=count)
        self.title.setText(self.tr("1 case chosen") if count == 1 else several)
        self._name_act()
        if self.form:
            self.form.set_words(self._words)
            self._say_verb()

    def _name_act(self) -> None:
        self.act.call(self.tr("What do you want to do with them?"))
        self.act.offer([(act, self._words.term("action", act)) for act in self._offered()])

    def _say_verb(self) -> None:
        if self.form:
            verb = self._words.term("action", self.form.act)
            self.form.set_verb(self.tr("{verb}: {count}").format(verb=verb, count=self._cases()))

    def _cases(self) -> str:
        return self._words.quantity("cases", len(self._rows))
