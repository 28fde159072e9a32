"""A section of the month beside the list."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.ui.reports.state import ReportsState
from desktop.ui.reports.text import ReportsText
from desktop.ui.widgets import Button, LineField, PlainLabel


class MonthPart(QWidget):
    """A column with the pane's padding, a title, perhaps a hint under it, and what was refused at its foot."""

    def __init__(self, text: ReportsText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state: ReportsState | None = None
        self.title = PlainLabel("", "section", wrap=True)
        self.hint = PlainLabel("", "meta", "ink2", wrap=True)
        self.refused = PlainLabel("", "body", "p1", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)
        self._column.addWidget(self.title)
        self._column.addWidget(self.hint)
        self.hint.hide()
        self.refused.hide()

    def show_state(self, state: ReportsState) -> None:
        """Shows the chosen month."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """The words have changed."""
        if self._state is not None:
            self.show_state(self._state)

    def _name(self, title: str, hint: str = "") -> None:
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _refuse(self, refusal: UserError | None) -> None:
        self.refused.setText(self._text.words.error(refusal) if refusal is not None else "")
        self.refused.setVisible(refusal is not None)

    def _end_with(self, save: Button) -> None:
        """The sentence of a refusal, and the button that saves, at left."""
        self._column.addWidget(self.refused)
        row = QHBoxLayout()
        row.addWidget(save)
        row.addStretch(1)
        self._column.addLayout(row)


def show_text(field: LineField, text: str) -> None:
    """Puts a text into a field, silently; the cursor stays where somebody is typing it."""
    if field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)
