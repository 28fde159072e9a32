"""The duty card: managers write it, everyone reads it."""

import re

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.ui.settings.duty_view import DutyCardView
from desktop.ui.settings.presenters import FormPresenter
from desktop.ui.settings.rows_editor import ColumnLook, RowsEditor
from desktop.ui.settings.section import FormSection, Hands
from desktop.ui.settings.state import FormState, may
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import FieldRow, TextArea

_PLACE = re.compile(r"duty\.(\d+)\.(\w+)")
_NOTE, _VIEW = 88, 420


class DutySection(FormSection):
    """Rows of who, number and when, and a note. Those who may not write see the card itself."""

    form_width = 860

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self._may_write = may(hands.person, "settings")
        self.editor = RowsEditor(
            [ColumnLook("who", longest=120), ColumnLook("number", 168, 60), ColumnLook("when", longest=200)]
        )
        self.note = TextArea()
        self.note_row = FieldRow("", self.note, above=True)
        self.view = DutyCardView()
        self._was: FormState[DutyCard] = FormState()
        self.presenter: FormPresenter[DutyCard] = FormPresenter(
            self, hands.doors.own.duty_card, hands.doors.own.write_duty_card, hands.run
        )
        self._lay_out()
        self.editor.edited.connect(self._on_edited)
        self.note.edited.connect(lambda text: self._edit(self.editor.texts(), text))
        self.bar.discarded.connect(self.presenter.discard)
        theme_of(self).changed.connect(self._restyle_note)
        self._restyle_note()
        self.set_own_words()

    def refresh(self) -> None:
        """Reads the card anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the card."""
        if self._may_write:
            self.presenter.save()

    def first_field(self) -> QWidget:
        """The first row; those who only read go to the first number."""
        if self._may_write:
            return self.editor.first_field()
        return self.view.numbers[0] if self.view.numbers else self.view

    def paint(self, state: FormState[DutyCard]) -> None:
        """Shows the card."""
        was, self._was = self._was, state
        card = state.form or DutyCard()
        self.view.show_card(state.stored or DutyCard())
        self.editor.show_rows([("", line.who, line.number, line.when) for line in card.lines])
        if self.note.text() != card.note:
            self.note.set_text(card.note)
        self._say(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def show_saved(self) -> None:
        """Tells that it is saved."""
        self.told.emit(self.tr("The duty card is saved."), None)
        self.site_changed.emit()

    def use_words(self) -> None:
        """The words of refusals changed."""
        self._say(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        hint = self.tr("Whom to call when it may grow beyond the desk. Everyone here can read it.")
        self.head.set_texts(self.tr("Duty card"), hint)
        labels = (self.tr("Who"), self.tr("Number"), self.tr("When to call"))
        self.editor.set_texts(labels, self.tr("Add somebody"))
        self.note_row.set_label(self.tr("Note for everyone"))
        self.note.setPlaceholderText(self.tr("What comes first, what nobody says alone, where the keys are."))
        self._say(False)

    def _lay_out(self) -> None:
        reading = QWidget()
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.view)
        row.addStretch(1)
        writing = QWidget()
        column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.editor)
        column.addWidget(self.note_row)
        self.body.addWidget(writing if self._may_write else reading)
        (reading if self._may_write else writing).setParent(self)
        (reading if self._may_write else writing).hide()
        self.bar.setVisible(self._may_write)

    def _restyle_note(self) -> None:
        px = theme_of(self).metrics.px
        self.note.setFixedHeight(px(_NOTE))
        self.view.setMinimumWidth(px(_VIEW))

    def _on_edited(self, rows: object) -> None:
        if isinstance(rows, tuple):
            self._edit(rows, self.note.text())

    def _edit(self, rows: tuple[tuple[str, ...], ...], note: str) -> None:
        self.presenter.edit(DutyCard(tuple(DutyLine(*row[1:]) for row in rows), note))

    def _say(self, is_fresh: bool) -> None:
        state = self._was
        refusal = state.refusal
        place = _PLACE.fullmatch(refusal.field) if refusal is not None else None
        said = self.words.error(refusal) if refusal is not None else ""
        at_note = refusal is not None and refusal.field == "note"
        self.note_row.set_error(said if at_note else "")
        if place is not None:
            self.editor.set_error(int(place[1]), place[2], said)
            if is_fresh:
                self.editor.focus_field(int(place[1]), place[2])
        else:
            self.editor.set_error(-1, "", "")
        self.bar.show_look(dirty=state.is_dirty, busy=state.is_busy, wrong="" if place or at_note else said)
