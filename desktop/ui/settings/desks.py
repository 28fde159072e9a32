"""The desks: counters where complaints are received. Their codes stand in case numbers and stay for ever."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from desktop.domain.site_settings import DeskLine, Kept
from desktop.ui.settings.form_errors import show_refusal
from desktop.ui.settings.line_list import Line
from desktop.ui.settings.list_section import ListSection
from desktop.ui.settings.presenters import ListPresenter
from desktop.ui.settings.section import Hands, put_text
from desktop.ui.settings.state import NEW, ListState
from desktop.ui.widgets import Button, FieldRow, LineField
from desktop.ui.widgets.tag import TagTone


@dataclass(frozen=True, slots=True)
class DeskForm:
    """A desk as typed."""

    code: str = ""
    name: str = ""


def desk_form(line: DeskLine | None) -> DeskForm:
    """The form of a desk."""
    return DeskForm() if line is None else DeskForm(line.code, line.name)


class DesksSection(ListSection):
    """The list of desks; the chosen one is named, taken out of use or put back."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.fields = {"name": LineField(), "desk": LineField()}
        self.fields["desk"].setMaxLength(8)
        self.rows = {name: FieldRow("", field, above=True) for name, field in self.fields.items()}
        self.use = Button()
        for row in self.rows.values():
            self.detail.body.addWidget(row)
        self.detail.body.addWidget(self.use)
        self.detail.body.addStretch(1)
        self._was: ListState[DeskLine, DeskForm] = ListState()
        self.presenter: ListPresenter[DeskLine, DeskForm] = ListPresenter(self, self._load, desk_form, hands.run)
        self._connect()
        self.set_own_words()
        self.paint(self._was)

    def refresh(self) -> None:
        """Reads the desks anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the chosen desk."""
        site = self.hands.doors.site

        def write(line: DeskLine | None, form: DeskForm, seen: int) -> tuple[str, Kept[Mapping[str, DeskLine]]]:
            if line is None:
                return form.code, _by_code(site.add_desk(form.code, form.name, seen))
            return line.code, _by_code(site.rename_desk(line.code, form.name, seen))

        self.presenter.save(write, self._on_saved)

    def first_field(self) -> QWidget:
        """The name, which can always be changed."""
        return self.fields["name"]

    def paint(self, state: ListState[DeskLine, DeskForm]) -> None:
        """Shows the list and the chosen desk."""
        was, self._was = self._was, state
        form, row = self.presenter.form if state.selected is not None else DeskForm(), state.row
        for name, value in (("name", form.name), ("desk", form.code)):
            put_text(self.fields[name], value)
        self.fields["desk"].setEnabled(state.is_new)
        self.fields["name"].setEnabled(state.selected is not None)
        self.use.setVisible(row is not None)
        self._paint_words(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def use_words(self) -> None:
        """The words of refusals changed."""
        self._paint_words(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        self.head.set_texts(
            self.tr("Desks"), self.tr("One signs in at a desk; its code stands in the numbers of its cases.")
        )
        self.add_button.setText(self.tr("Add a desk"))
        self.list.setAccessibleName(self.tr("Desks"))
        self.rows["name"].set_label(self.tr("Name"))
        self.rows["desk"].set_label(self.tr("Code"))
        self.rows["desk"].set_hint(self.tr("1 to 8 capital letters or digits. It never changes."))
        self._paint_words(False)

    def _connect(self) -> None:
        self.list.picked.connect(self.presenter.select)
        self.add_button.clicked.connect(self._add)
        self.fields["name"].textEdited.connect(lambda text: self._edit(name=text))
        self.fields["desk"].textEdited.connect(lambda text: self._edit(code=text.strip().upper()))
        self.detail.bar.discarded.connect(self.presenter.discard)
        self.use.clicked.connect(self._use_or_not)

    def _add(self) -> None:
        self.presenter.add()
        self.fields["name"].setFocus()

    def _edit(self, **changes: str) -> None:
        self.presenter.edit(replace(self.presenter.form, **changes))

    def _load(self) -> Kept[Mapping[str, DeskLine]]:
        return _by_code(self.hands.doors.site.desks())

    def _on_saved(self) -> None:
        self.told.emit(self.tr("The desk is saved."), None)
        self.site_changed.emit()

    def _use_or_not(self) -> None:
        row = self.presenter.state.row
        if row is not None:
            self._set_use(row, not row.active)

    def _set_use(self, row: DeskLine, in_use: bool, *, is_undo: bool = False) -> None:
        def done() -> None:
            said = self.tr("{desk} is in use again.") if in_use else self.tr("{desk} is out of use.")
            undo = None if is_undo else lambda: self._set_use(row, not in_use, is_undo=True)
            self.told.emit(said.format(desk=row.name), undo)
            self.site_changed.emit()

        use = self.hands.doors.site.use_desk
        self.presenter.act(lambda seen: _by_code(use(row.code, in_use, seen)), done)

    def _paint_words(self, is_fresh: bool) -> None:
        state = self._was
        lines = [self._line(line) for line in state.rows.values()]
        if state.is_new or NEW in state.drafts:
            lines.append(Line(NEW, self.tr("New desk"), " ", is_marked=NEW in state.drafts))
        self.list.show_lines(lines, state.selected)
        row = state.row
        if row is None:
            self.detail.set_texts(self.tr("New desk") if state.is_new else "")
        else:
            self.detail.set_texts(row.name, self._about(row))
            self.use.setText(self.tr("Take it out of use") if row.active else self.tr("Use it again"))
        wrong = show_refusal(self.rows, state.refusal, self.words, is_fresh=is_fresh)
        self.detail.bar.show_look(dirty=state.is_row_dirty, busy=state.is_busy, wrong=wrong)

    def _line(self, line: DeskLine) -> Line:
        tags: tuple[tuple[str, TagTone], ...] = () if line.active else ((self.tr("Out of use"), "plain"),)
        count = self.words.quantity("cases", line.open_cases) if line.open_cases else ""
        return Line(
            line.code,
            line.name,
            self.tr("Code {code}").format(code=line.code),
            trailing=self.tr("{count} open").format(count=count) if count else "",
            tags=tags,
            is_dim=not line.active,
            is_marked=line.code in self._was.drafts,
        )

    def _about(self, line: DeskLine) -> str:
        if not line.active:
            return self.tr("Nobody signs in here. Its cases keep their numbers and stay as they are.")
        if line.open_cases:
            count = self.words.quantity("cases", line.open_cases)
            return self.tr("{count} received here and still open.").format(count=count)
        return ""


def _by_code(kept: Kept[tuple[DeskLine, ...]]) -> Kept[Mapping[str, DeskLine]]:
    return Kept({line.code: line for line in kept.value}, kept.version)
