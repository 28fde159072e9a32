"""Similar cases that ended well: what helped other guests, so that nobody begins from nothing (domain.md 1, 30)."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import RemedyKind
from desktop.domain.numbers import short_number
from desktop.domain.past_help import PastHelp
from desktop.ui.intake.folds import Fold
from desktop.ui.intake.state import IntakeState
from desktop.ui.widgets import Button, Icon, PlainLabel, plain_tool_tip
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words, plain

_LINES = 2
_FIRST_LINE = 4  #: logical pixels by which a line of text stands lower than the button beside it
_Shown = tuple[tuple[PastHelp, ...] | None, bool]


class PastPart(QWidget):
    """``open_case`` is called with the number of the case that somebody wants to look at."""

    def __init__(self, open_case: Callable[[str], None], words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._open_case, self._words = open_case, words
        self._shown: _Shown = None, False
        self.fold = Fold(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        self.numbers: list[Button] = []
        self._content = QWidget()
        self.fold.body.addWidget(self._content)
        self._show()

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
        """Shows a state. A category without an answer means that none came: the block hides."""
        shown = (state.past, state.form.category is not None)
        if shown != self._shown:
            self._shown = shown
            self._show()

    def _show(self) -> None:
        past, has_category = self._shown
        had_focus = next((place for place, button in enumerate(self.numbers) if button.hasFocus()), None)
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.numbers = []
        if past:
            for case in past:
                column.addLayout(self._row(case))
        else:
            column.addWidget(PlainLabel(self._hint(has_category), "body", "ink2", wrap=True))
        self.fold.set_words(self.tr("Similar cases that ended well"), str(len(past)) if past else "")
        self.fold.body.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.setParent(None)
        self._content.deleteLater()  # later: it may be its own button that was pressed
        self._content = fresh
        fresh.show()  # the layout would only do it later: too late for the cursor
        order_tabs(self)  # what was made anew came last
        if had_focus is not None and self.numbers:
            self.numbers[min(had_focus, len(self.numbers) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(past is not None or not has_category)

    def _hint(self, has_category: bool) -> str:
        if has_category:
            return self.tr("No similar cases yet. This one will help the next guest.")
        return self.tr("Choose a category to see what helped before.")

    def _row(self, case: PastHelp) -> QHBoxLayout:
        helped, summary = self._helped(case.given), plain(case.summary)
        number = Button(short_number(case.number), kind="link", size="small")
        number.setAccessibleName(self.tr("Look at case {number}").format(number=case.number))
        number.setToolTip(plain_tool_tip(case.number))
        number.clicked.connect(lambda: self._open_case(case.number))
        self.numbers.append(number)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, _FIRST_LINE, 0, 0)
        if helped:
            words.addWidget(PlainLabel(helped, "body", max_lines=_LINES))
        if summary:
            words.addWidget(PlainLabel(summary, "meta", "ink3", max_lines=1 if helped else _LINES))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        said = helped
        if case.satisfaction is not None:
            score = self.tr("{score} of 5").format(score=case.satisfaction)
            said = f"{helped}; {score}" if helped else score
            row.addWidget(_Score(score), 0, Qt.AlignmentFlag.AlignTop)
        number.setAccessibleDescription(said or summary)
        return row

    def _helped(self, given: Iterable[tuple[RemedyKind, str]]) -> str:
        """What the guest got, in the words of those who gave it; where there are none, by its kind."""
        words = (plain(note) or self._words.term("remedy", kind.value) for kind, note in given)
        return self._words.joined(words)


class _Score(QWidget):
    """How content the guest was: a star and words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _FIRST_LINE, 0, 0)
        row.setSpacing(4)
        row.addWidget(Icon("star", "ink2", 14))
        row.addWidget(PlainLabel(words, "body", "ink2"))
