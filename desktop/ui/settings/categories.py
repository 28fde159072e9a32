"""The categories: the shipped list with the site's own ones, and those it no longer offers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import Language
from desktop.domain.site_settings import Kept
from desktop.domain.taxonomy import Category, Taxonomy
from desktop.ui.settings.combo import Combo
from desktop.ui.settings.form_errors import show_refusal
from desktop.ui.settings.line_list import Line
from desktop.ui.settings.list_section import ListSection
from desktop.ui.settings.presenters import ListPresenter
from desktop.ui.settings.section import Hands, put_text
from desktop.ui.settings.state import NEW, ListState
from desktop.ui.widgets import Button, FieldRow, LineField
from desktop.ui.widgets.tag import TagTone


@dataclass(frozen=True, slots=True)
class CategoryForm:
    """A category as typed; ``parent`` None is a group of its own."""

    name_en: str = ""
    name_zh: str = ""
    parent: str | None = None


class CategoriesSection(ListSection):
    """Groups with their details; the chosen one is hidden or shown, and renamed if it is the site's own."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.parent_choice = Combo()
        self.fields = {"name_en": LineField(), "name_zh": LineField()}
        self.rows = {"parent": FieldRow("", self.parent_choice, above=True)}
        self.rows |= {name: FieldRow("", field, above=True) for name, field in self.fields.items()}
        self.hide_button = Button()
        for row in self.rows.values():
            self.detail.body.addWidget(row)
        self.detail.body.addWidget(self.hide_button)
        self.detail.body.addStretch(1)
        self._new_in: str | None = None  #: the group that a new category is offered for
        self._was: ListState[Category, CategoryForm] = ListState()
        self.presenter: ListPresenter[Category, CategoryForm] = ListPresenter(
            self, self._load, self._form_of, hands.run
        )
        self._connect()
        self.set_own_words()
        self.paint(self._was)

    def refresh(self) -> None:
        """Reads the categories anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the chosen category."""
        doors = self.hands.doors.categories

        def write(row: Category | None, form: CategoryForm, seen: int) -> tuple[str, Kept[Mapping[str, Category]]]:
            if row is None:
                code, kept = doors.add(form.parent, form.name_en, form.name_zh, seen)
                return code, _by_code(kept)
            return row.code, _by_code(doors.rename(row.code, form.name_en, form.name_zh, seen))

        self.presenter.save(write, self._on_saved)

    def first_field(self) -> QWidget:
        """The name, or the only thing that can be done with a shipped category."""
        return self.fields["name_en"] if self.fields["name_en"].isEnabled() else self.hide_button

    def paint(self, state: ListState[Category, CategoryForm]) -> None:
        """Shows the list and the chosen category."""
        was, self._was = self._was, state
        form = self.presenter.form if state.selected is not None else CategoryForm()
        for name, field in self.fields.items():
            put_text(field, getattr(form, name))
            field.setEnabled(state.is_new or (state.row is not None and state.row.custom))
        self.rows["parent"].setVisible(state.is_new)
        self.hide_button.setVisible(state.row is not None)
        self._paint_words(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def use_words(self) -> None:
        """Names of the other language come first."""
        self._paint_words(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        hint = self.tr("What is hidden is no longer offered and stays readable on the cases that bear it.")
        self.head.set_texts(self.tr("Categories"), hint)
        self.add_button.setText(self.tr("Add a category"))
        self.list.setAccessibleName(self.tr("Categories"))
        self.rows["parent"].set_label(self.tr("Belongs to"))
        self.rows["name_en"].set_label(self.tr("English name"))
        self.rows["name_zh"].set_label(self.tr("Chinese name"))
        self._paint_words(False)

    def _connect(self) -> None:
        self.list.picked.connect(self.presenter.select)
        self.add_button.clicked.connect(self._add)
        self.parent_choice.activated.connect(lambda _place: self._edit(parent=self.parent_choice.currentData()))
        for name, field in self.fields.items():
            field.textEdited.connect(lambda text, name=name: self._edit(**{name: text}))
        self.detail.bar.discarded.connect(self.presenter.discard)
        self.hide_button.clicked.connect(self._hide_or_show)

    def _form_of(self, row: Category | None) -> CategoryForm:
        return CategoryForm(parent=self._new_in) if row is None else CategoryForm(row.name_en, row.name_zh, row.parent)

    def _load(self) -> Kept[Mapping[str, Category]]:
        return _by_code(self.hands.doors.categories.all())

    def _add(self) -> None:
        """A new one is offered for the group that is looked at."""
        state = self.presenter.state
        row = state.row
        if NEW not in state.drafts:
            self._new_in = None if row is None else row.parent or row.code
        self.presenter.add()
        self.fields["name_en"].setFocus()

    def _edit(self, **changes: str | None) -> None:
        self.presenter.edit(replace(self.presenter.form, **changes))  # type: ignore[arg-type]  # fields and their values

    def _on_saved(self) -> None:
        self.told.emit(self.tr("The category is saved."), None)
        self.site_changed.emit()

    def _hide_or_show(self) -> None:
        row = self.presenter.state.row
        if row is not None:
            self._set_hidden(row, not row.hidden)

    def _set_hidden(self, row: Category, hidden: bool, *, is_undo: bool = False) -> None:
        def done() -> None:
            said = self.tr("“{name}” is hidden.") if hidden else self.tr("“{name}” is offered again.")
            undo = None if is_undo else lambda: self._set_hidden(row, not hidden, is_undo=True)
            self.told.emit(said.format(name=row.name(self.words.language)), undo)
            self.site_changed.emit()

        hide = self.hands.doors.categories.hide
        self.presenter.act(lambda seen: _by_code(hide(row.code, hidden, seen)), done)

    def _paint_words(self, is_fresh: bool) -> None:
        state, language = self._was, self.words.language
        self.list.show_lines(self._lines(state, language), state.selected)
        groups = [row for row in state.rows.values() if row.parent is None]
        items: list[tuple[str, object]] = [(self.tr("A group of its own"), None)]
        items += [(f"{row.code} {row.name(language)}", row.code) for row in groups]
        if state.is_new:
            self.parent_choice.show_items(items, self.presenter.form.parent)
        row = state.row
        if row is None:
            self.detail.set_texts(self.tr("New category") if state.is_new else "", self._about_new(state))
        else:
            self.detail.set_texts(row.name(language), self._about(row))
            self.hide_button.setText(self.tr("Offer it again") if row.hidden else self.tr("Hide it"))
        wrong = show_refusal(self.rows, state.refusal, self.words, is_fresh=is_fresh)
        self.detail.bar.show_look(dirty=state.is_row_dirty, busy=state.is_busy, wrong=wrong)

    def _lines(self, state: ListState[Category, CategoryForm], language: Language) -> list[Line]:
        lines = []
        new = Line(NEW, self.tr("New category"), depth=1, is_marked=NEW in state.drafts)
        parent = state.drafts[NEW].parent if NEW in state.drafts else self._new_in
        place = 0
        for row in state.rows.values():
            lines.append(self._line(row, language, is_marked=row.code in state.drafts))
            if parent in (row.code, row.parent):
                place = len(lines)
        if state.is_new or NEW in state.drafts:
            new = new if parent else replace(new, depth=0)
            lines.insert(place if parent else len(lines), new)
        return lines

    def _line(self, row: Category, language: Language, *, is_marked: bool) -> Line:
        tags: list[tuple[str, TagTone]] = []
        if row.custom:
            tags.append((self.tr("Own"), "accent"))
        if row.hidden:
            tags.append((self.tr("Hidden"), "plain"))
        group = self._was.rows.get(row.parent or "")
        return Line(
            row.code,
            row.name(language),
            trailing=row.code,
            tags=tuple(tags),
            depth=0 if row.parent is None else 1,
            is_strong=row.parent is None,
            is_dim=row.hidden or (group is not None and group.hidden),
            is_marked=is_marked,
        )

    def _about(self, row: Category) -> str:
        other = Language.EN if self.words.language is Language.ZH else Language.ZH
        name = f"{row.code} · {row.name(other)}"
        return name if row.custom else name + "\n" + self.tr("Came with Amends; its names stay.")

    def _about_new(self, state: ListState[Category, CategoryForm]) -> str:
        return self.tr("The code is made for it.") if state.is_new else ""


def _by_code(kept: Kept[Taxonomy]) -> Kept[Mapping[str, Category]]:
    return Kept({category.code: category for category in kept.value}, kept.version)
