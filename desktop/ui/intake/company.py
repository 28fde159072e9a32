"""The guest beside the form: what happened before, or who it may be."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.rows import GuestHistory, GuestRow, PastCase
from desktop.ui import formats
from desktop.ui.intake.folds import Fold
from desktop.ui.intake.guest_finder import GuestFound
from desktop.ui.intake.state import IntakeState
from desktop.ui.widgets import Button, Icon, PlainLabel
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words

_SHOWN_CASES = 3


class CompanyPart(QWidget):
    """Guest history. ``use`` is called with a suggested guest that the person took."""

    def __init__(
        self, use: Callable[[GuestRow], None], words: Words, zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._use, self._words, self._zone = use, words, zone
        self._found: GuestFound | None = None
        self._now: datetime | None = None
        self.fold = Fold(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        self._content = QWidget()
        self.fold.body.addWidget(self._content)

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def paint(self, state: IntakeState) -> None:
        """Shows a state."""
        self._now = state.now.astimezone(self._zone)
        if state.found != self._found:
            self._found = state.found
            self._show()
            if state.found != GuestFound():
                self.fold.set_open(True)  # or it would go unseen where the window is compact

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if found.history is not None:
            self._add_history(column, found.history)
        elif found.suggestions:
            for guest in found.suggestions:
                self._add_suggestion(column, guest)
        else:
            hint = self.tr("A phone number or an e-mail address shows what happened before.")
            column.addWidget(PlainLabel(hint, "body", "ink2", wrap=True))
        self.fold.set_words(self.tr("Guest history"), self._summary(found))
        self.fold.body.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.setParent(None)
        self._content.deleteLater()  # later: it may be its own button that was pressed
        self._content = fresh
        order_tabs(self)  # what was made anew came last

    def _summary(self, found: GuestFound) -> str:
        if found.history is None:
            return self.tr("perhaps known") if found.suggestions else ""
        return self._earlier(found.history.total)

    def _earlier(self, cases: int) -> str:
        if cases == 0:
            return self.tr("No earlier case")
        return self.tr("1 earlier case") if cases == 1 else self.tr("{n} earlier cases").format(n=cases)

    def _add_history(self, column: QVBoxLayout, history: GuestHistory) -> None:
        guest = history.guest
        marks = [code for code, is_set in (("vip", guest.vip), ("vulnerable", guest.vulnerable)) if is_set]
        line = QHBoxLayout()
        line.setSpacing(8)
        if marks:
            line.addWidget(Icon("star", "p2", 16))
        name = formats.guest_name(guest.name, guest.honorific, self._words.language)
        said = [*(self._words.term("flag", mark) for mark in marks), name or guest.phone or guest.email]
        line.addWidget(PlainLabel(" · ".join(said), "body", elide=True), 1)
        column.addLayout(line)
        if not history.cases:
            column.addWidget(PlainLabel(self.tr("No earlier case"), "body", "ink2"))
            return
        cases = QGridLayout()
        cases.setHorizontalSpacing(10)
        cases.setVerticalSpacing(4)
        cases.setColumnStretch(1, 1)
        for row, case in enumerate(history.cases[:_SHOWN_CASES]):
            cases.addWidget(PlainLabel(self._day(case), "body", "ink3"), row, 0)
            cases.addWidget(PlainLabel(case.summary, "body", max_lines=2), row, 1)
            cases.addWidget(PlainLabel(self._ended(case), "body", "ink2"), row, 2)
        column.addLayout(cases)
        hidden = history.total - min(len(history.cases), _SHOWN_CASES)
        if hidden > 0:
            column.addWidget(PlainLabel(self.tr("and {n} more").format(n=hidden), "meta", "ink3"))

    def _add_suggestion(self, column: QVBoxLayout, guest: GuestRow) -> None:
        name = formats.guest_name(guest.name, guest.honorific, self._words.language)
        line = QHBoxLayout()
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self.tr("Is it {name}?").format(name=name), "guest", elide=True))
        reached = guest.phone or guest.email
        if reached:
            words.addWidget(PlainLabel(reached, "meta", "ink3", elide=True))
        line.addLayout(words, 1)
        button = Button(self.tr("Use"), icon="check", kind="accent", size="row")
        button.setAccessibleName(self.tr("Use {name}").format(name=name))
        button.clicked.connect(lambda: self._use(guest))
        line.addWidget(button)
        column.addLayout(line)

    def _day(self, case: PastCase) -> str:
        day = case.received_at.astimezone(self._zone).date()
        same_year = self._now is not None and day.year == self._now.year
        write = formats.short_date if same_year else formats.full_date
        return write(day, self._words.language)

    def _ended(self, case: PastCase) -> str:
        state = self._words.term("state", case.state.value)
        if case.satisfaction is None:
            return state
        return self.tr("{state}, {score} of 5").format(state=state, score=case.satisfaction)
