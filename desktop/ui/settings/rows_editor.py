"""A small table of fields: a row each, one more at the end, and a way to take a row away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.settings.section import put_text
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, Icon, IconButton, LineField, PlainLabel, announce, show_error
from desktop.ui.widgets.tabbing import order_tabs

_REMOVE = 32


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """One column: its name in the form, how wide (logical pixels; 0: takes what is left), how long texts may be."""

    name: str
    width: int = 0
    longest: int = 200


class RowsEditor(QWidget):
    """Each row has a key that isn't shown (empty for a new one), then a text for each column.

    ``edited`` carries all rows as typed.
    """

    edited = Signal(object)

    def __init__(self, columns: Sequence[ColumnLook], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._headers = [PlainLabel("", "header", "ink2", elide=True) for _ in columns]
        self._labels: tuple[str, ...] = tuple("" for _ in columns)
        self._placeholders: tuple[tuple[str, ...], ...] = ()
        self.fields: list[list[LineField]] = []
        self._keys: list[str] = []
        self._removers: list[IconButton] = []
        self.add_button = Button(icon="plus", size="row")
        self.add_button.clicked.connect(self._add)
        self._error_icon = Icon("triangle-alert", "p1", 14)
        self.error = PlainLabel("", "meta", "p1", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._lay_out()
        self.set_error(-1, "", "")
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def set_texts(self, labels: Sequence[str], add: str) -> None:
        """The columns' names and the verb of the button."""
        self._labels = tuple(labels)
        for header, label in zip(self._headers, labels, strict=True):
            header.setText(label)
        self.add_button.setText(add)
        self._name_fields()

    def set_placeholders(self, placeholders: Sequence[Sequence[str]]) -> None:
        """Pale texts for the first rows, where their fields are empty."""
        self._placeholders = tuple(tuple(row) for row in placeholders)
        self._name_fields()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Shows rows, each its key and its texts; silent."""
        self._keys = [row[0] for row in rows]
        while len(self.fields) > len(rows):
            self._drop_last()
        while len(self.fields) < len(rows):
            self._append()
        for fields, row in zip(self.fields, rows, strict=True):
            for field, text in zip(fields, row[1:], strict=True):
                put_text(field, text)
        self._name_fields()

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """All rows as typed, their keys first."""
        rows = zip(self._keys, self.fields, strict=True)
        return tuple((key, *(field.text() for field in fields)) for key, fields in rows)

    def set_error(self, row: int, column: str, sentence: str) -> None:
        """Says what is wrong with one field, or with an empty sentence that nothing is."""
        place = next((n for n, look in enumerate(self._columns) if look.name == column), -1)
        for at, fields in enumerate(self.fields):
            for n, field in enumerate(fields):
                wrong = bool(sentence) and at == row and n == place
                if bool(field.property("error")) != wrong:
                    show_error(field, wrong)
                field.setAccessibleDescription(sentence if wrong else "")
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self._error_icon.setVisible(bool(sentence))

    def focus_field(self, row: int, column: str) -> None:
        """Puts the focus where something is wrong, and says what."""
        place = next((n for n, look in enumerate(self._columns) if look.name == column), 0)
        if 0 <= row < len(self.fields):
            field = self.fields[row][place]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(field, self.error.text())

    def first_field(self) -> QWidget:
        """The first row's first field, or the button that adds one."""
        return self.fields[0][0] if self.fields else self.add_button

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for place, header in enumerate(self._headers):
            self._grid.addWidget(header, 0, place)
        below = QHBoxLayout()
        below.addWidget(self.add_button)
        below.addStretch(1)
        error = QHBoxLayout()
        error.setSpacing(6)
        error.addWidget(self._error_icon, 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self.error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addLayout(error)
        column.addLayout(below)

    def _append(self) -> None:
        row = len(self.fields) + 1
        fields = []
        for place, look in enumerate(self._columns):
            field = LineField()
            field.setMaxLength(look.longest)
            field.textEdited.connect(self._on_edited)
            self._grid.addWidget(field, row, place)
            field.show()  # layouts show what is added later only in the next round, and focus needs it now
            fields.append(field)
        remover = IconButton("x", "", kind="ghost")
        remover.clicked.connect(lambda: self._remove(remover))
        self._grid.addWidget(remover, row, len(self._columns))
        remover.show()
        self.fields.append(fields)
        self._removers.append(remover)
        order_tabs(self)

    def _drop_last(self) -> None:
        for widget in (*self.fields.pop(), self._removers.pop()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _add(self) -> None:
        self.show_rows([*self.texts(), ("", *("" for _ in self._columns))])
        self.fields[-1][0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()

    def _remove(self, remover: IconButton) -> None:
        place = self._removers.index(remover)
        rows = self.texts()
        self.show_rows([*rows[:place], *rows[place + 1 :]])
        after = self.fields[min(place, len(self.fields) - 1)][0] if self.fields else self.add_button
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()

    def _on_edited(self) -> None:
        self.edited.emit(self.texts())

    def _name_fields(self) -> None:
        for place, fields in enumerate(self.fields):
            pale = self._placeholders[place] if place < len(self._placeholders) else ()
            for n, field in enumerate(fields):
                field.setAccessibleName(f"{self._labels[n]} {place + 1}")
                field.setPlaceholderText(pale[n] if n < len(pale) else "")
            self._removers[place].set_name(self.tr("Take row {number} away").format(number=place + 1))

    def _set_words(self) -> None:
        self._name_fields()

    def _restyle(self) -> None:
        px = theme_of(self).metrics.px
        for place, look in enumerate(self._columns):
            self._grid.setColumnMinimumWidth(place, px(look.width))
            self._grid.setColumnStretch(place, 0 if look.width else 1)
        self._grid.setColumnMinimumWidth(len(self._columns), px(_REMOVE))
