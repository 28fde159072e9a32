"""Somebody leaves: their open cases are named, and somebody must look after them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.kinds import Role
from desktop.domain.numbers import short_number
from desktop.domain.rows import StaffRow
from desktop.domain.site_settings import Leaving
from desktop.errors import UserError
from desktop.ui.settings.combo import Combo
from desktop.ui.settings.side_page import SidePage
from desktop.ui.widgets import FieldRow, PlainLabel, announce, scrolling
from desktop.words import Words

_UNDECIDED = object()
_NAMED = 8  #: cases listed; more are counted


class LeavingPage(SidePage):
    """``decided`` carries to whom open cases go: a login, an empty text for nobody, None where there are none."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("danger", parent)
        self._leaving: Leaving | None = None
        self._people: Sequence[StaffRow] = ()
        self.cases = PlainLabel("", "body", "ink", wrap=True)
        self.to = Combo()
        self.row = FieldRow("", self.to, above=True)
        self.trouble = PlainLabel("", "meta", "p1", wrap=True)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 16, 16, 12)
        inside.setSpacing(12)
        for widget in (self.title, self.hint, self.cases, self.row, self.trouble):
            inside.addWidget(widget)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 12)
        column.addWidget(scrolling(content), 1)
        self.foot.setContentsMargins(16, 0, 16, 0)
        column.addLayout(self.foot)
        self.button.clicked.connect(self._decide)
        self.to.activated.connect(lambda _place: self._say(None))
        self._set_words()

    def start(self, leaving: Leaving, people: Sequence[StaffRow]) -> None:
        """Begins for somebody; ``people`` may take over."""
        self._leaving, self._refusal = leaving, None
        self._people = [row for row in people if row.role is not Role.ANALYST]
        self.to.clear()
        self._set_words()
        self.to.setCurrentIndex(-1)

    def first_field(self) -> QWidget:
        """Who takes over, or the way back where nobody need."""
        return self.to if self._has_work() else self.back

    def show_refusal(self, refusal: UserError) -> None:
        """Says what is wrong."""
        self._say(refusal)
        if self._words is not None:
            announce(self, self._words.error(refusal))

    def set_words(self, words: Words) -> None:
        """Another catalogue."""
        self._words = words
        self._set_words()

    def _has_work(self) -> bool:
        return self._leaving is not None and bool(self._leaving.cases or self._leaving.tasks)

    def _decide(self) -> None:
        if not self._has_work():
            self.decided.emit(None)
        elif self.to.currentIndex() < 0:
            self.show_refusal(UserError("missing", "cases_to"))
            self.to.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.decided.emit(self.to.currentData())

    def _say(self, refusal: UserError | None) -> None:
        self._refusal = refusal
        words = self._words.error(refusal) if refusal is not None and self._words is not None else ""
        at_field = refusal is not None and refusal.field == "cases_to"
        self.row.set_error(words if at_field else "")
        self.trouble.setText("" if at_field else words)
        self.trouble.setVisible(bool(words) and not at_field)

    def _set_words(self) -> None:
        leaving, words = self._leaving, self._words
        self.back.setText(self.tr("Back"))
        self.row.set_label(self.tr("Who looks after them?"))
        name = leaving.person.name if leaving is not None else ""
        self.title.setText(self.tr("{name} leaves").format(name=name))
        self.button.setText(self.tr("Take off the list"))
        self.button.setAccessibleDescription(name)
        self.row.setVisible(self._has_work())
        self.cases.setVisible(self._has_work())
        if leaving is None or words is None:
            return
        chosen = self.to.currentData() if self.to.currentIndex() >= 0 else _UNDECIDED
        nobody: list[tuple[str, object]] = [(self.tr("Nobody yet: anyone may take them"), "")]
        people = [(f"{row.name} · {words.term('role', row.role.value)}", row.login) for row in self._people]
        self.to.show_items([*nobody, *people], chosen)
        self.hint.setText(
            self.tr("They can’t sign in from then on, and their PIN is gone. What they did keeps their name.")
        )
        self.cases.setText(self._work_left(leaving, words))
        self._say(self._refusal)

    def _work_left(self, leaving: Leaving, words: Words) -> str:
        lines = []
        if leaving.cases:
            count = words.quantity("cases", len(leaving.cases))
            lines.append(self.tr("{count} still open:").format(count=count))
            lines += [f"{case.band} {short_number(case.number)}  {case.summary}" for case in leaving.cases[:_NAMED]]
            if len(leaving.cases) > _NAMED:
                lines.append(self.tr("and {count} more").format(count=len(leaving.cases) - _NAMED))
        if leaving.tasks:
            tasks = words.quantity("tasks", leaving.tasks)
            lines.append(self.tr("{count} to do.").format(count=tasks))
        return "\n".join(lines)
