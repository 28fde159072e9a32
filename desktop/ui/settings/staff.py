"""The staff list: who works here, as what, and whether they have a PIN."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import Role
from desktop.domain.rows import StaffRow
from desktop.domain.site_settings import Kept, Leaving
from desktop.errors import UserError
from desktop.ui.settings.line_list import Line
from desktop.ui.settings.list_section import ListSection
from desktop.ui.settings.presenters import ListPresenter
from desktop.ui.settings.section import Hands
from desktop.ui.settings.staff_detail import StaffFields
from desktop.ui.settings.staff_form import StaffForm, staff_form
from desktop.ui.settings.staff_leaving import LeavingPage
from desktop.ui.settings.staff_pin import PinPage
from desktop.ui.settings.state import NEW, ListState
from desktop.ui.widgets.tag import TagTone


class StaffSection(ListSection):
    """The list of people; the chosen one is changed, given a PIN, taken off the list or put back on it."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.fields = StaffFields(self.detail, is_owner=hands.person.role is Role.OWNER)
        self.pin, self.leaving = PinPage(), LeavingPage()
        for page in (self.pin, self.leaving):
            self.pages.addWidget(page)
        self._was: ListState[StaffRow, StaffForm] = ListState()
        self.presenter: ListPresenter[StaffRow, StaffForm] = ListPresenter(self, self._load, staff_form, hands.run)
        self._connect()
        self.set_own_words()
        self.paint(self._was)

    def refresh(self) -> None:
        """Reads the list anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the chosen colleague."""
        if self.pages.currentWidget() is self.pin:
            self.pin.give()
            return
        if self.pages.currentWidget() is not self.detail:
            return
        staff = self.hands.doors.staff

        def write(row: StaffRow | None, form: StaffForm, _seen: int) -> tuple[str, Kept[Mapping[str, StaffRow]]]:
            if row is None:
                saved = staff.add(form.login, form.name, form.role, form.department)
            else:
                saved = staff.change(row, form.name, form.role, form.department)
            return saved.login, self._load()

        self.presenter.save(write, self._on_saved)

    def park(self) -> None:
        """No PIN stays in a field."""
        if self.pages.currentWidget() is self.pin:
            self._show_detail()

    def first_field(self) -> QWidget:
        """The name."""
        return self.fields.fields["name"]

    def paint(self, state: ListState[StaffRow, StaffForm]) -> None:
        """Shows the list and the chosen colleague."""
        was, self._was = self._was, state
        if state.selected != was.selected:
            self._show_detail()
        form = self.presenter.form if state.selected is not None else StaffForm()
        self.fields.show_form(form, state, may_touch=self._may_touch(state.row), is_self=self._is_self(state.row))
        self._paint_words(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def use_words(self) -> None:
        """The words of roles and refusals changed."""
        self.fields.set_words(self.words)
        self.pin.set_words(self.words)
        self.leaving.set_words(self.words)
        self._paint_words(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        self.head.set_texts(self.tr("Staff"), self.tr("Who works here, and what each may do."))
        self.add_button.setText(self.tr("Add a colleague"))
        self.list.setAccessibleName(self.tr("Staff"))
        self._paint_words(False)

    def _connect(self) -> None:
        fields = self.fields
        fields.set_words(self.words)
        self.pin.set_words(self.words)
        self.leaving.set_words(self.words)
        self.list.picked.connect(self.presenter.select)
        self.add_button.clicked.connect(self._add)
        fields.edited.connect(lambda changes: self.presenter.edit(replace(self.presenter.form, **changes)))
        self.detail.bar.discarded.connect(self.presenter.discard)
        fields.pin_wanted.connect(self._ask_for_pin)
        fields.leaving_wanted.connect(self._ask_about_leaving)
        fields.return_wanted.connect(self._bring_back)
        self.pin.left.connect(self._show_detail)
        self.pin.given.connect(self._give_pin)
        self.leaving.left.connect(self._show_detail)
        self.leaving.decided.connect(self._take_off)

    def _load(self) -> Kept[Mapping[str, StaffRow]]:
        return Kept({row.login: row for row in self.hands.doors.staff.everyone()}, 0)

    def _add(self) -> None:
        self.presenter.add()
        self.fields.fields["name"].setFocus()

    def _may_touch(self, row: StaffRow | None) -> bool:
        """An owner's entry is an owner's to change."""
        return row is None or row.role is not Role.OWNER or self.hands.person.role is Role.OWNER

    def _is_self(self, row: StaffRow | None) -> bool:
        return row is not None and row.login == self.hands.person.login

    def _on_saved(self) -> None:
        self.told.emit(self.tr("The staff list is saved."), None)
        self.site_changed.emit()

    # A PIN

    def _ask_for_pin(self) -> None:
        row = self.presenter.state.row
        if row is not None:
            self.pin.start(row)
            self.pages.setCurrentWidget(self.pin)
            self.pin.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_pin(self, secret: str) -> None:
        row = self.presenter.state.row
        if row is None:
            return

        def done(_nothing: object) -> None:
            self._show_detail()
            self.told.emit(self.tr("{name} has a new PIN.").format(name=row.name), None)
            self.presenter.refresh()

        self.hands.run(lambda: self.hands.doors.staff.give_secret(row.login, secret), done, self.pin.show_refusal)

    # Leaving and coming back

    def _ask_about_leaving(self) -> None:
        row = self.presenter.state.row
        if row is None:
            return
        people = [other for other in self.presenter.state.rows.values() if other.active and other.login != row.login]

        def show(leaving: Leaving) -> None:
            self.leaving.start(leaving, people)
            self.pages.setCurrentWidget(self.leaving)
            self.leaving.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

        self.hands.run(lambda: self.hands.doors.staff.leaving(row.login), show, self._on_refused)

    def _take_off(self, cases_to: object) -> None:
        row = self.presenter.state.row
        if row is None:
            return
        to = cases_to if isinstance(cases_to, str) else None

        def done(_row: StaffRow) -> None:
            self._show_detail()
            self.told.emit(self.tr("{name} is off the list.").format(name=row.name), None)
            self.presenter.refresh()
            self.site_changed.emit()

        self.hands.run(lambda: self.hands.doors.staff.leave(row.login, to), done, self.leaving.show_refusal)

    def _bring_back(self) -> None:
        row = self.presenter.state.row
        if row is None:
            return

        def done(_row: StaffRow) -> None:
            said = self.tr("{name} is on the list again. A new PIN is needed.")
            self.told.emit(said.format(name=row.name), None)
            self.presenter.refresh()
            self.site_changed.emit()

        self.hands.run(lambda: self.hands.doors.staff.come_back(row.login), done, self._on_refused)

    def _on_refused(self, refusal: UserError) -> None:
        self.detail.bar.show_look(dirty=self._was.is_row_dirty, busy=False, wrong=self.words.error(refusal))

    def _show_detail(self) -> None:
        page = self.pages.currentWidget()
        had_focus = page is not None and page.focusWidget() is not None
        self.pin.clear()
        if page is not self.detail:
            self.pages.setCurrentWidget(self.detail)
            if had_focus:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint_words(self, is_fresh: bool) -> None:
        state = self._was
        lines = [self._line(row) for row in state.rows.values()]
        if state.is_new or NEW in state.drafts:
            name = state.drafts[NEW].name if NEW in state.drafts else ""
            lines.append(
                Line(NEW, name or self.tr("New colleague"), " ", has_avatar=True, is_marked=NEW in state.drafts)
            )
        self.list.show_lines(lines, state.selected)
        row = state.row
        title = self.tr("New colleague") if state.is_new else row.name if row is not None else ""
        self.detail.set_texts(title, self._about(row))
        wrong = self.fields.show_refusal(state.refusal, is_fresh=is_fresh)
        self.detail.bar.show_look(dirty=state.is_row_dirty, busy=state.is_busy, wrong=wrong)

    def _line(self, row: StaffRow) -> Line:
        tags: list[tuple[str, TagTone]] = []
        if not row.active:
            tags.append((self.tr("Left"), "plain"))
        elif not row.has_pin and not self.hands.doors.training:
            tags.append((self.tr("No PIN yet"), "warn"))
        if self._is_self(row):
            tags.append((self.tr("You"), "accent"))
        parts = (self.words.term("role", row.role.value), row.department)
        return Line(
            row.login,
            row.name,
            " · ".join(part for part in parts if part),
            tags=tuple(tags),
            has_avatar=True,
            is_dim=not row.active,
            is_marked=row.login in self._was.drafts,
        )

    def _about(self, row: StaffRow | None) -> str:
        if row is None:
            return ""
        if not row.active:
            return self.tr("Works here no longer. What they did keeps their name.")
        if not self._may_touch(row):
            return self.tr("Only an owner changes an owner’s entry.")
        return ""
