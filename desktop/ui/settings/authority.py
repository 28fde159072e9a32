"""Authority: how much each role may give (domain.md 6). An empty field is no limit."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.domain.authority import Limit
from desktop.domain.kinds import Role
from desktop.domain.money import Currency, amount_text
from desktop.domain.site_settings import Kept
from desktop.ui.settings.grid_fields import GridFields
from desktop.ui.settings.presenters import FormPresenter
from desktop.ui.settings.section import FormSection, Hands
from desktop.ui.settings.state import FormState

ROLES = (Role.RECEPTIONIST, Role.SPECIALIST, Role.MANAGER, Role.OWNER)  #: the analyst gives nothing
COLUMNS = ("case", "month")

Sums = tuple[tuple[str, str], ...]  #: ``specialist.case`` and the sum as typed; empty for no limit


def sums_of(limits: Mapping[Role, Limit], currency: Currency) -> Sums:
    """The form of limits; sums without decimals where there are none."""
    return tuple(
        (f"{role}.{column}", sum_text(getattr(limits[role], f"per_{column}"), currency))
        for role in ROLES
        for column in COLUMNS
    )


def sum_text(minor: int | None, currency: Currency) -> str:
    """A limit as one types it."""
    if minor is None:
        return ""
    text = amount_text(minor, currency)
    return text.partition(".")[0] if set(text.partition(".")[2]) <= {"0"} else text


class AuthoritySection(FormSection):
    """Four rows of two sums."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.grid = GridFields([role.value for role in ROLES], COLUMNS)
        self.grid.set_trailing(hands.doors.currency.code)
        self.body.addWidget(self.grid)
        self._was: FormState[Sums] = FormState()
        self.presenter: FormPresenter[Sums] = FormPresenter(self, self._load, self._save, hands.run)
        self.grid.edited.connect(self._on_edited)
        self.bar.discarded.connect(self.presenter.discard)
        self.set_own_words()

    def refresh(self) -> None:
        """Reads the limits anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the limits."""
        self.presenter.save()

    def first_field(self) -> QWidget:
        """The counter's limit."""
        return self.grid.field(f"{Role.RECEPTIONIST}.case")

    def paint(self, state: FormState[Sums]) -> None:
        """Shows the limits."""
        was, self._was = self._was, state
        self.grid.show_texts(dict(state.form or ()))
        self._say(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def show_saved(self) -> None:
        """Tells that they are saved."""
        self.told.emit(self.tr("The limits are saved. They hold from now on."), None)
        self.site_changed.emit()

    def use_words(self) -> None:
        """Roles have other names."""
        self.grid.set_rows({role.value: self.words.term("role", role.value) for role in ROLES})
        self._say(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        hint = self.tr("What each may give to a guest without asking. Above it, somebody with the authority approves.")
        self.head.set_texts(self.tr("Authority"), hint)
        self.grid.set_columns({"case": self.tr("For one case"), "month": self.tr("In a month")})
        self.grid.set_placeholder(self.tr("No limit"))
        self.use_words()

    def _load(self) -> Kept[Sums]:
        kept = self.hands.doors.rules.limits()
        return Kept(sums_of(kept.value, self.hands.doors.currency), kept.version)

    def _save(self, sums: Sums, seen: int) -> Kept[Sums]:
        data: dict[str, dict[str, str | None]] = {}
        for name, text in sums:
            role, _, column = name.partition(".")
            data.setdefault(role, {})[column] = text.strip() or None
        self.hands.doors.rules.change("authority", data, seen)
        return self._load()

    def _on_edited(self, name: str, text: str) -> None:
        form = self.presenter.state.form
        if form is not None:
            self.presenter.edit(tuple({**dict(form), name: text}.items()))

    def _say(self, is_fresh: bool) -> None:
        state = self._was
        refusal = state.refusal
        said = self.words.error(refusal) if refusal is not None else ""
        name = refusal.field.removeprefix("authority.") if refusal is not None else ""
        at_field = self.grid.show_error(name, said, is_fresh=is_fresh)
        self.bar.show_look(dirty=state.is_dirty, busy=state.is_busy, wrong="" if at_field else said)
