"""A small table of fields with fixed rows and columns: targets by priority, limits by role."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Icon, LineField, PlainLabel, announce, show_error

_FIRST, _FIELD = 150, 170


class GridFields(QWidget):
    """Fields are named ``row.column``. ``edited`` carries name and text, ``settled`` follows when a field is left."""

    edited = Signal(str, str)
    settled = Signal()

    def __init__(self, rows: Sequence[str], columns: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {(row, column): f"{row}.{column}" for row in rows for column in columns}
        self._fields = {name: LineField() for name in self._names.values()}
        self._headers = {column: PlainLabel("", "header", "ink2") for column in columns}
        self._titles = {row: PlainLabel(row, "body", "ink", wrap=True) for row in rows}
        self._labels: Mapping[str, str] = {}
        self._error_icon = Icon("triangle-alert", "p1", 14)
        self.error = PlainLabel("", "meta", "p1", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for place, header in enumerate(self._headers.values(), start=1):
            self._grid.addWidget(header, 0, place)
        for line, row in enumerate(rows, start=1):
            self._grid.addWidget(self._titles[row], line, 0)
            for place, column in enumerate(columns, start=1):
                name = self._names[row, column]
                field = self._fields[name]
                field.textEdited.connect(lambda text, name=name: self.edited.emit(name, text))
                field.editingFinished.connect(self.settled)
                self._grid.addWidget(field, line, place)
        self._grid.setColumnStretch(len(self._headers) + 1, 1)
        error = QHBoxLayout()
        error.setSpacing(6)
        error.addWidget(self._error_icon, 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self.error, 1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(10)
        column_layout.addLayout(self._grid)
        column_layout.addLayout(error)
        self.show_error("", "")
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def field(self, name: str) -> LineField:
        """One field, by row and column."""
        return self._fields[name]

    def set_marks(self, marks: Mapping[str, QWidget]) -> None:
        """Puts marks in the place of the rows' names."""
        for line, (row, title) in enumerate(self._titles.items(), start=1):
            if row in marks:
                title.hide()
                self._grid.addWidget(marks[row], line, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_columns(self, labels: Mapping[str, str]) -> None:
        """The columns' names."""
        self._labels = labels
        for column, label in labels.items():
            self._headers[column].setText(label)
        self._name_fields()

    def set_rows(self, labels: Mapping[str, str]) -> None:
        """The rows' names."""
        for row, label in labels.items():
            self._titles[row].setText(label)
        self._name_fields()

    def set_placeholder(self, text: str) -> None:
        """A pale text in empty fields."""
        for field in self._fields.values():
            field.setPlaceholderText(text)

    def set_trailing(self, text: str) -> None:
        """A pale unit at the end of every field."""
        for field in self._fields.values():
            field.set_trailing(text)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Shows texts; silent. What somebody is typing right now stays as it is."""
        for name, text in texts.items():
            field = self._fields[name]
            if field.text() != text and not (field.hasFocus() and field.isModified() and text):
                field.setText(text)

    def show_error(self, name: str, sentence: str, *, is_fresh: bool = False) -> bool:
        """Says what is wrong with a field, or with no such name that nothing is; whether it has a place here."""
        at_field = name in self._fields
        for other, field in self._fields.items():
            if bool(field.property("error")) != (other == name):
                show_error(field, other == name)
            field.setAccessibleDescription(sentence if other == name else "")
        self.error.setText(sentence if at_field else "")
        self.error.setVisible(at_field)
        self._error_icon.setVisible(at_field)
        if at_field and is_fresh:
            self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self._fields[name], sentence)
        return at_field

    def _name_fields(self) -> None:
        for (row, column), name in self._names.items():
            self._fields[name].setAccessibleName(f"{self._titles[row].text()}: {self._labels.get(column, '')}")

    def _restyle(self) -> None:
        px = theme_of(self).metrics.px
        self._grid.setColumnMinimumWidth(0, px(_FIRST))
        for field in self._fields.values():
            field.setFixedWidth(px(_FIELD))
