"""The help's chapter on guide files: how they are copied, edited and checked, and every name that they may use."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Flag
from desktop.guides.kinds import FIELDS, IN_APOLOGIES, NEUTRAL, OPTIONAL, Effect, Mode, QuestionKind, Spoken
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, PlainLabel, scrolling
from desktop.words import Words

_ANYWHERE = sorted(NEUTRAL)
_IN_BRACKETS = sorted(OPTIONAL)
_APOLOGIES_ONLY = sorted(IN_APOLOGIES - OPTIONAL)

_NAMES = 132  #: logical pixels, so that the lists stand under each other

Names = Iterable[tuple[str, str]]  #: what stands in a file, and what it means


class GuidesHelp(QWidget):
    """``left`` goes back to where one came from. Lists are those that the check goes by."""

    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.back = Button(icon="arrow-left")
        self.title = PlainLabel("", "section")
        self.text = PlainLabel("", "body", "ink", wrap=True, copyable=True)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(6)
        self.names: list[str] = []  #: every name that is explained
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 12, 0)
        inside.setSpacing(12)
        inside.addWidget(self.title)
        inside.addWidget(self.text)
        inside.addLayout(self._lists)
        inside.addStretch(1)
        self.area = scrolling(page, Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.area, 1)
        self.back.clicked.connect(self.left)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.back.setText(self.tr("Back"))
        self.title.setText(self.tr("Guide files"))
        self.text.setText("\n\n".join(self._paragraphs()))
        while (item := self._lists.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.names = []
        words = self._words
        self._add(self.tr("Placeholders that may stand anywhere"), self._placeholders(_ANYWHERE))
        self._add(self.tr("Placeholders only in square brackets"), self._placeholders(_IN_BRACKETS))
        self._add(self.tr("Placeholders in apologies only"), self._placeholders(_APOLOGIES_ONLY))
        self._add(self.tr("record: fields of the case"), ((name, words.field_name(name)) for name in sorted(FIELDS)))
        self._add(self.tr("flags"), ((flag.value, words.term("flag", flag.value)) for flag in Flag))
        emotions = ((code, words.term("emotion", code)) for code in words.codes("emotion"))
        self._add(self.tr("emotion: is, at_least, at_most"), emotions)
        self._add(self.tr("channel"), self._terms("guide_channel", Mode))
        self._add(self.tr("language"), self._terms("guide_language", Spoken))
        self._add(self.tr("kind of a question"), self._terms("guide_question", QuestionKind))
        self._add(self.tr("effects of a rule"), self._terms("guide_effect", Effect))

    def _paragraphs(self) -> tuple[str, ...]:
        return (
            self.tr(
                "A guide file holds the words and rules of the conversation: what to say, to ask and to note, in "
                "English and Chinese side by side. There are four: the conversation, the questions for hotels, the "
                "questions for shops, and the words of an apology."
            ),
            self.tr(
                "To make one your own, go to Settings, Conversations, and press ‘Edit a copy’. Change the text with "
                "any text editor and save it as UTF-8, at most 256 KB. Then press ‘Check again’, or run "
                "‘guide check FILE’. Each complaint names the line and the reason."
            ),
            self.tr(
                "A copy that passes is used from the next conversation on. One that doesn’t is left aside: the "
                "shipped guide goes on, and managers are told at sign-in."
            ),
            self.tr(
                "A wording, a hint or a question may have a rule, ‘when’: all that it names must hold, of ‘any’ at "
                "least one, of ‘none’ not one. The first wording whose rule holds is used, so the gravest stands "
                "first. A question may name, under ‘covers’, the ids of general questions that needn’t be asked "
                "after it."
            ),
            self.tr(
                "What stands in square brackets is left out unless everything in it is known: Thank you[, {guest}]. "
                "Backups that you save elsewhere take your copies along. After an update of Amends, please compare "
                "your copies with the new shipped files."
            ),
        )

    def _placeholders(self, names: Iterable[str]) -> Names:
        return ((f"{{{name}}}", self._words.term("guide_placeholder", name)) for name in names)

    def _terms(self, kind: str, codes: Iterable[str]) -> Names:
        return ((str(code), self._words.term(kind, str(code))) for code in codes)

    def _add(self, title: str, names: Names) -> None:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme_of(self).metrics.px(_NAMES))
        grid.addWidget(PlainLabel(title, "strong", wrap=True), 0, 0, 1, 2)
        for row, (name, meaning) in enumerate(names, start=1):
            self.names.append(name)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(PlainLabel(name, "body", "accent", copyable=True), row, 0, top)
            grid.addWidget(PlainLabel(meaning, "body", "ink2", wrap=True), row, 1)
        self._lists.addWidget(part)
