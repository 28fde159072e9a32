"""What the columns of the form share: rows with labels, errors at their fields, lines that tell what was typed."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.ui.choices.form_line import FormLine
from desktop.ui.intake.state import IntakeState
from desktop.ui.widgets import FieldRow, announce, show_error
from desktop.words import Words

LABEL_WIDTH = 84
Change = Callable[..., None]  #: takes names and values of ``Form``


class FormPart(QWidget):
    """Some rows of the form. Subclasses build them, set their words, and show a state."""

    def __init__(self, change: Change, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change, self._words = change, words
        self._fields: dict[str, QWidget] = {}
        self._rows: dict[FieldRow, tuple[str, ...]] = {}
        self._wrong: dict[FieldRow, str] = {}

    def add_row(
        self,
        column: QBoxLayout,
        fields: Mapping[str, QWidget],
        holder: QWidget | None = None,
        *,
        label_width: int = LABEL_WIDTH,
    ) -> FieldRow:
        """A row for one or more fields, each under the name that refusals call it by; ``holder`` shows them.

        ``label_width`` is in logical pixels at 100 per cent.
        """
        row = FieldRow("", holder or next(iter(fields.values())), label_width=label_width, parent=self)
        self._rows[row] = tuple(fields)
        self._wrong[row] = ""
        self._fields.update(fields)
        column.addWidget(row)
        return row

    def tells(self, name: str, line: FormLine) -> FormLine:
        """Makes a line tell what is typed as the field ``name`` of the form."""
        line.textEdited.connect(lambda text: self._change(**{name: text}))
        return line

    def field(self, name: str) -> QWidget | None:
        """The widget of a field, or None where it stands in another part."""
        return self._fields.get(name)

    def set_words_source(self, words: Words) -> None:
        """The words of another language; the part's own phrases follow the language by themselves."""
        self._words = words

    def show_errors(self, state: IntakeState) -> None:
        """Says what is wrong at the fields that the refusals belong to."""
        for row, names in self._rows.items():
            refusals = {name: state.refusal_at(name) for name in names}
            first = next((refusal for refusal in refusals.values() if refusal), None)
            sentence = self._words.error(first) if first else ""
            if sentence != self._wrong[row]:
                self._wrong[row] = sentence
                row.set_error(sentence)
                if sentence:
                    announce(row, sentence)
                for name, refusal in refusals.items():
                    _mark(self._fields[name], refusal is not None, sentence)

    def reveal(self, name: str) -> None:
        """Makes a field visible that may be folded away."""


def _mark(field: QWidget, wrong: bool, sentence: str) -> None:
    show_error(field, wrong)
    field.setAccessibleDescription(sentence if wrong else "")


def beside(*widgets: QWidget, stretch: tuple[int, ...] = (), gap: int = 6) -> QWidget:
    """Widgets in one line; the first takes the focus for all."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for place, widget in enumerate(widgets):
        line.addWidget(widget, stretch[place] if stretch else 1)
    holder.setFocusProxy(widgets[0])
    return holder


class Worded(Protocol):
    """A label or a button."""

    def text(self) -> str:
        """The words it shows."""

    def setText(self, text: str) -> None:
        """Shows other words."""


def say(widget: Worded, text: str) -> None:
    """Shows words where they differ: the same again would lay out the page anew, at every key."""
    if widget.text() != text:
        widget.setText(text)
