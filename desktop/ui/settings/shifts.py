"""The shifts: when each begins and ends. The start belongs to the shift; one past midnight bears its start date."""

import re
from dataclasses import dataclass
from itertools import count

from PySide6.QtWidgets import QWidget

from desktop.domain.shifts import Shift
from desktop.domain.site_settings import Kept
from desktop.domain.wallclock import clock_text
from desktop.ui.settings.presenters import FormPresenter
from desktop.ui.settings.rows_editor import ColumnLook, RowsEditor
from desktop.ui.settings.section import FormSection, Hands
from desktop.ui.settings.state import FormState

_PLACE = re.compile(r"shifts\.(\d+)\.(\w+)")


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One shift as typed. The code is made once and kept."""

    code: str
    name: str
    start: str
    end: str


Lines = tuple[ShiftLine, ...]


def lines_of(shifts: tuple[Shift, ...]) -> Lines:
    """The form of shifts."""
    return tuple(ShiftLine(s.code, s.name, clock_text(s.start_min), clock_text(s.end_min)) for s in shifts)


def read_lines(rows: tuple[tuple[str, ...], ...], known: Lines) -> Lines:
    """What was typed into the rows; new ones get a code that no shift here had."""
    taken = {line.code for line in known} | {row[0] for row in rows}
    lines = []
    for code, name, start, end in rows:
        new = code or next(f"shift-{n}" for n in count(1) if f"shift-{n}" not in taken)
        taken.add(new)
        lines.append(ShiftLine(new, name, start, end))
    return tuple(lines)


class ShiftsSection(FormSection):
    """A row for each shift."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.editor = RowsEditor([ColumnLook("name", longest=40), ColumnLook("from", 110, 5), ColumnLook("to", 110, 5)])
        self.body.addWidget(self.editor)
        self._was: FormState[Lines] = FormState()
        self.presenter: FormPresenter[Lines] = FormPresenter(self, self._load, self._save, hands.run)
        self.editor.edited.connect(self._on_edited)
        self.bar.discarded.connect(self.presenter.discard)
        self.set_own_words()

    def refresh(self) -> None:
        """Reads the shifts anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the shifts."""
        self.presenter.save()

    def first_field(self) -> QWidget:
        """The first shift."""
        return self.editor.first_field()

    def paint(self, state: FormState[Lines]) -> None:
        """Shows the shifts."""
        was, self._was = self._was, state
        lines = state.form or ()
        self.editor.show_rows([(line.code, line.name, line.start, line.end) for line in lines])
        self._say(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def show_saved(self) -> None:
        """Tells that they are saved."""
        self.told.emit(self.tr("The shifts are saved. They hold from now on."), None)
        self.site_changed.emit()

    def use_words(self) -> None:
        """The words of shifts and refusals changed."""
        self._say(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        hint = self.tr("A shift may pass midnight; it then bears the date it starts on. Gaps are allowed.")
        self.head.set_texts(self.tr("Shifts"), hint)
        self.editor.set_texts((self.tr("Shift"), self.tr("From"), self.tr("To")), self.tr("Add a shift"))
        self._say(False)

    def _on_edited(self, rows: object) -> None:
        state = self.presenter.state
        if isinstance(rows, tuple) and state.form is not None:
            self.presenter.edit(read_lines(rows, state.stored or ()))

    def _load(self) -> Kept[Lines]:
        kept = self.hands.doors.rules.shifts()
        return Kept(lines_of(kept.value), kept.version)

    def _save(self, lines: Lines, seen: int) -> Kept[Lines]:
        data = [{"code": line.code, "name": line.name, "from": line.start, "to": line.end} for line in lines]
        self.hands.doors.rules.change("shifts", data, seen)
        return self._load()

    def _say(self, is_fresh: bool) -> None:
        state = self._was
        names = [
            (self.words.term("shift", line.code) if line.code in self.words.codes("shift") else "",)
            for line in state.form or ()
        ]
        self.editor.set_placeholders(names)
        refusal = state.refusal
        place = _PLACE.fullmatch(refusal.field) if refusal is not None else None
        said = self.words.error(refusal) if refusal is not None else ""
        if place is not None:
            self.editor.set_error(int(place[1]), place[2], said)
            if is_fresh:
                self.editor.focus_field(int(place[1]), place[2])
        else:
            self.editor.set_error(-1, "", "")
        self.bar.show_look(dirty=state.is_dirty, busy=state.is_busy, wrong="" if place else said)
