"""How settings are read, edited and saved: nothing typed is lost, nobody overwrites unseen. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, Protocol

from desktop.domain.site_settings import Kept
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.settings.state import NEW, Form, FormState, ListState, Row

#: Does work away from the window's thread, then calls the second function with its result or the third with a refusal.
Run = Callable[[Callable[[], Any], Callable[[Any], object], Callable[[UserError], object]], object]


class FormView(Protocol[Form]):
    """What the presenter needs of a section."""

    def paint(self, state: FormState[Form]) -> None:
        """Shows the state."""

    def show_saved(self) -> None:
        """Says that everything is saved."""


class FormPresenter(Generic[Form]):
    """One form that is saved as a whole. ``save`` is given the form and the version that was seen."""

    def __init__(
        self,
        view: FormView[Form],
        load: Callable[[], Kept[Form]],
        save: Callable[[Form, int], Kept[Form]],
        run: Run,
    ) -> None:
        self._view, self._load, self._write, self._run = view, load, save, run
        self._state: FormState[Form] = FormState()

    @property
    def state(self) -> FormState[Form]:
        """What is shown now."""
        return self._state

    def refresh(self) -> None:
        """Reads the form anew, unless something typed would be lost."""
        if not self._state.is_busy and not self._state.is_dirty:
            self._set(replace(self._state, is_busy=True))
            self._run(self._load, self._on_read, self._on_refused)

    def edit(self, form: Form) -> None:
        """Something was typed; what was wrong before may be right now."""
        self._set(replace(self._state, form=form, refusal=None))

    def discard(self) -> None:
        """Takes back what was typed."""
        self._set(replace(self._state, form=self._state.stored, refusal=None))

    def refuse(self, refusal: UserError) -> None:
        """Says what is wrong without asking the services."""
        self._set(replace(self._state, refusal=refusal))

    def save(self) -> None:
        """Saves the form."""
        state = self._state
        form = state.form
        if state.is_busy or form is None or not state.is_dirty:
            return
        self._set(replace(state, is_busy=True, refusal=None))
        self._run(lambda: self._write(form, state.version), self._on_saved, self._on_refused)

    def _on_read(self, kept: Kept[Form]) -> None:
        self._set(FormState(kept.value, kept.value, kept.version))

    def _on_saved(self, kept: Kept[Form]) -> None:
        self._on_read(kept)
        self._view.show_saved()

    def _on_refused(self, refusal: UserError) -> None:
        self._set(replace(self._state, is_busy=False, refusal=refusal))
        if isinstance(refusal, ChangedMeanwhileError):
            self._run(self._load, self._on_others, self._on_refused)

    def _on_others(self, kept: Kept[Form]) -> None:
        """Somebody else was quicker: theirs is what stands now, and what was typed stays typed."""
        self._set(replace(self._state, stored=kept.value, version=kept.version))

    def _set(self, state: FormState[Form]) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)


class ListView(Protocol[Row, Form]):
    """What the presenter needs of a section with a list."""

    def paint(self, state: ListState[Row, Form]) -> None:
        """Shows the state."""


class ListPresenter(Generic[Row, Form]):
    """A list whose rows are edited one by one; ``form_of`` is the form of a row (None: a new one)."""

    def __init__(
        self,
        view: ListView[Row, Form],
        load: Callable[[], Kept[Mapping[str, Row]]],
        form_of: Callable[[Row | None], Form],
        run: Run,
    ) -> None:
        self._view, self._load, self._form_of, self._run = view, load, form_of, run
        self._state: ListState[Row, Form] = ListState()
        self._wanted: str | None = None

    @property
    def state(self) -> ListState[Row, Form]:
        """What is shown now."""
        return self._state

    @property
    def form(self) -> Form:
        """What is typed about the chosen row, or what stands."""
        state = self._state
        if state.selected is not None and state.selected in state.drafts:
            return state.drafts[state.selected]
        return self._form_of(state.row)

    def refresh(self) -> None:
        """Reads the rows anew; what was typed stays."""
        if not self._state.is_busy:
            self._set(replace(self._state, is_busy=True))
            self._run(self._load, self._on_read, self._on_refused)

    def select(self, key: str | None) -> None:
        """Goes to another row; what was typed about this one stays with it."""
        if key != self._state.selected:
            self._set(replace(self._state, selected=key, refusal=None))

    def add(self) -> None:
        """Begins a new row."""
        self.select(NEW)

    def edit(self, form: Form) -> None:
        """Something was typed about the chosen row."""
        state = self._state
        if state.selected is None:
            return
        drafts = {key: draft for key, draft in state.drafts.items() if key != state.selected}
        if form != self._form_of(state.row):
            drafts[state.selected] = form
        self._set(replace(state, drafts=drafts, refusal=None))

    def discard(self) -> None:
        """Takes back what was typed about the chosen row; a new one goes."""
        state = self._state
        drafts = {key: draft for key, draft in state.drafts.items() if key != state.selected}
        selected = next(iter(state.rows), None) if state.is_new else state.selected
        self._set(replace(state, drafts=drafts, selected=selected, refusal=None))

    def save(
        self, write: Callable[[Row | None, Form, int], tuple[str, Kept[Mapping[str, Row]]]], done: Callable[[], object]
    ) -> None:
        """Saves the chosen row: ``write`` gives its key and all rows as they stand afterwards."""
        state = self._state
        if state.is_busy or state.selected is None or not state.is_row_dirty:
            return
        row, form, key = state.row, self.form, state.selected

        def keep(result: tuple[str, Kept[Mapping[str, Row]]]) -> None:
            drafts = {k: draft for k, draft in self._state.drafts.items() if k != key}
            self._state = replace(self._state, drafts=drafts)
            self._wanted = result[0]
            self._on_read(result[1])
            done()

        self._set(replace(state, is_busy=True, refusal=None))
        self._run(lambda: write(row, form, state.version), keep, self._on_refused)

    def act(self, work: Callable[[int], Kept[Mapping[str, Row]]], done: Callable[[], object]) -> None:
        """Does something else to the list; ``work`` is given the version that was seen."""
        state = self._state
        if state.is_busy:
            return

        def keep(kept: Kept[Mapping[str, Row]]) -> None:
            self._on_read(kept)
            done()

        self._set(replace(state, is_busy=True, refusal=None))
        self._run(lambda: work(state.version), keep, self._on_refused)

    def _on_read(self, kept: Kept[Mapping[str, Row]]) -> None:
        rows, state = kept.value, self._state
        wanted = self._wanted if self._wanted is not None else state.selected
        self._wanted = None
        if wanted != NEW and (wanted is None or wanted not in rows):
            wanted = next(iter(rows), None)
        drafts = {
            key: draft
            for key, draft in state.drafts.items()
            if key == NEW or (key in rows and draft != self._form_of(rows[key]))
        }
        refusal = state.refusal if isinstance(state.refusal, ChangedMeanwhileError) else None
        self._set(ListState(rows, kept.version, wanted, drafts, is_loaded=True, refusal=refusal))

    def _on_refused(self, refusal: UserError) -> None:
        self._set(replace(self._state, is_busy=False, refusal=refusal))
        if isinstance(refusal, ChangedMeanwhileError):
            self._run(self._load, self._on_read, self._on_refused)

    def _set(self, state: ListState[Row, Form]) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)
