"""The guide files of a site: which are its own, which of them aren't used and why, and the ways to and fro."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.guide_settings import GuideFile, GuideProblem, GuideSource
from desktop.errors import UserError
from desktop.ui.widgets import Button, Card, PlainLabel, Separator, Tag
from desktop.ui.widgets.tag import TagTone
from desktop.words import Words

_TOLD = 5  #: complaints shown about one file; more are counted
_TONES: Mapping[GuideSource, TagTone] = {
    GuideSource.SHIPPED: "plain",
    GuideSource.OWN: "accent",
    GuideSource.REFUSED: "warn",
}


def problem_words(problem: GuideProblem, words: Words) -> str:
    """A complaint with its line, for people."""
    reason = UserError(problem.code, problem.where, **dict(problem.params))
    if not problem.line:
        return words.error(reason)
    return words.sentence("guide_problem", line=problem.line, where=problem.where or None, reason=reason)


class GuideFileRow(QWidget):
    """One file. ``edited`` and ``went_back`` are asked for; ``asked_about``: it asks once, in place, to be sure."""

    edited = Signal()
    went_back = Signal()
    asked_about = Signal()

    def __init__(self, file: GuideFile, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file, self._words = file, words
        self.name = PlainLabel("", "strong", wrap=True)
        self.path = PlainLabel(file.name, "meta", "ink2", copyable=True)
        self.state = Tag("")
        self.problems = PlainLabel("", "meta", "p2", wrap=True)
        self.edit, self.back = Button(size="row"), Button(kind="ghost", size="row")
        self.asked = PlainLabel("", "body", wrap=True)
        self.sure, self.keep = Button(kind="danger", size="row"), Button(kind="ghost", size="row")
        self._question = QWidget()
        self._lay_out()
        self.edit.clicked.connect(self.edited)
        self.back.clicked.connect(lambda: self._ask(True))
        self.keep.clicked.connect(lambda: self._ask(False))
        self.sure.clicked.connect(self._go_back)
        self._question.hide()
        self._set_words()

    def show_file(self, file: GuideFile, words: Words) -> None:
        """Other contents."""
        if file.source is not self._file.source:
            self._question.hide()
        self._file, self._words = file, words
        self._set_words()

    def set_busy(self, is_busy: bool) -> None:
        """Nothing can be asked for while something is done."""
        for button in (self.edit, self.back, self.sure):
            button.setEnabled(not is_busy)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.path)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(names, 1)
        top.addWidget(self.state)
        top.addWidget(self.edit)
        top.addWidget(self.back)
        asked = QVBoxLayout(self._question)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(6)
        asked.addWidget(self.asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.sure)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        asked.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.problems)
        column.addWidget(self._question)

    def _ask(self, is_asked: bool) -> None:
        self._question.setVisible(is_asked)
        (self.keep if is_asked else self.back).setFocus(Qt.FocusReason.OtherFocusReason)
        if is_asked:
            self.asked_about.emit()

    def _go_back(self) -> None:
        self._question.hide()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.went_back.emit()

    def _set_words(self) -> None:
        file = self._file
        name = self._words.term("guide_file", file.name.removesuffix(".yaml"))
        self.name.setText(name)
        is_own = file.source is not GuideSource.SHIPPED
        self.state.setText(
            {
                GuideSource.SHIPPED: self.tr("Shipped"),
                GuideSource.OWN: self.tr("Your copy"),
                GuideSource.REFUSED: self.tr("Copy not used"),
            }[file.source]
        )
        self.state.set_tone(_TONES[file.source])
        self.edit.setText(self.tr("Open the folder") if is_own else self.tr("Edit a copy"))
        self.edit.setAccessibleDescription(name)
        self.back.setText(self.tr("Back to the shipped one"))
        self.back.setAccessibleDescription(name)
        self.back.setVisible(is_own)
        self.asked.setText(self.tr("Your copy is moved aside, not deleted. The shipped guide is used again."))
        self.sure.setText(self.tr("Use the shipped one"))
        self.keep.setText(self.tr("Keep my copy"))
        self.problems.setText(self._told())
        self.problems.setVisible(bool(self._file.problems))

    def _told(self) -> str:
        problems = self._file.problems
        lines = [problem_words(problem, self._words) for problem in problems[:_TOLD]]
        if len(problems) > _TOLD:
            lines.append(self.tr("and {count} more").format(count=len(problems) - _TOLD))
        return "\n".join(lines)


class GuideFilesCard(Card):
    """All guide files. Signals carry a file's name; ``checked`` asks for a new look at the copies.

    ``grown`` carries the widget that may be out of sight now.
    """

    edited = Signal(str)
    went_back = Signal(str)
    grown = Signal(object)
    checked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, gap=12, parent=parent)
        self.rows: dict[str, GuideFileRow] = {}
        self.heading = PlainLabel("", "section")
        self.check = Button(icon="refresh-cw", size="row")
        self.hint = PlainLabel("", "body", "ink2", wrap=True)
        self.refused = PlainLabel("", "meta", "p1", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.check)
        self.body.addLayout(head)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.refused)
        self.check.clicked.connect(self.checked)
        self.say("")
        self._set_words()

    def show_files(self, files: Sequence[GuideFile], words: Words) -> None:
        """Shows how the files stand."""
        for file in files:
            known = self.rows.get(file.name)
            if known is None:
                known = self.rows[file.name] = GuideFileRow(file, words)
                known.edited.connect(lambda name=file.name: self.edited.emit(name))
                known.went_back.connect(lambda name=file.name: self.went_back.emit(name))
                known.asked_about.connect(lambda row=known: self.grown.emit(row.keep))
                self.body.addWidget(Separator())
                self.body.addWidget(known)
            known.show_file(file, words)

    def set_busy(self, is_busy: bool) -> None:
        """Nothing can be asked for while something is done."""
        self.check.setEnabled(not is_busy)
        for row in self.rows.values():
            row.set_busy(is_busy)

    def say(self, wrong: str) -> None:
        """Says what couldn't be done; empty where all is well."""
        self.refused.setText(wrong)
        self.refused.setVisible(bool(wrong))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.heading.setText(self.tr("Guide files"))
        self.check.setText(self.tr("Check again"))
        self.hint.setText(
            self.tr(
                "Every sentence on the cards can be your own: edit a copy. It is used from the next conversation on; "
                "one that doesn’t pass the check is left aside, and the shipped guide goes on. F1 explains the files."
            )
        )
