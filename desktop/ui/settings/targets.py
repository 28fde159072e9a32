"""The targets: how soon a complaint is answered and resolved, by priority (domain.md 5)."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import Band
from desktop.domain.site_settings import Kept
from desktop.domain.targets import LONGEST_TARGET_MIN, Targets
from desktop.errors import UserError
from desktop.ui.marks import PriorityMark
from desktop.ui.settings.grid_fields import GridFields
from desktop.ui.settings.presenters import FormPresenter
from desktop.ui.settings.section import FormSection, Hands
from desktop.ui.settings.spans import read_span
from desktop.ui.settings.state import FormState
from desktop.words import Words

_COLUMNS = ("respond_min", "resolve_min")
_DAY_MIN = 1440
_LONGEST_IN_HOURS = 3 * _DAY_MIN


@dataclass(frozen=True, slots=True)
class TargetsForm:
    """Minutes by field (``P3.respond_min``), and what was typed and can't be read, as it was typed."""

    minutes: tuple[tuple[str, int], ...]
    unread: tuple[tuple[str, str], ...] = ()


def targets_form(targets: Targets) -> TargetsForm:
    """The form of targets."""
    return TargetsForm(tuple((f"{band}.{name}", getattr(targets[band], name)) for band in Band for name in _COLUMNS))


def span_words(minutes: int, words: Words) -> str:
    """A target as words that read back as the same; up to three days in hours, as 72 h is what people say."""
    if minutes > _LONGEST_IN_HOURS and minutes % _DAY_MIN == 0:
        return words.quantity("day_span", minutes // _DAY_MIN)
    hours, rest = divmod(minutes, 60)
    parts = (("hour_span", hours), ("minute_span", rest))
    return " ".join(words.quantity(unit, number) for unit, number in parts if number)


class TargetsSection(FormSection):
    """Four rows of two spans."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.grid = GridFields([band.value for band in Band], _COLUMNS)
        self.grid.set_marks({band.value: PriorityMark(band) for band in Band})
        self.body.addWidget(self.grid)
        self._was: FormState[TargetsForm] = FormState()
        self.presenter: FormPresenter[TargetsForm] = FormPresenter(self, self._load, self._save, hands.run)
        self.grid.edited.connect(self._on_edited)
        self.grid.settled.connect(self._show_texts)
        self.bar.discarded.connect(self.presenter.discard)
        self.set_own_words()

    def refresh(self) -> None:
        """Reads the targets anew."""
        self.presenter.refresh()

    def save(self) -> None:
        """Saves the targets, once every span can be read."""
        form = self.presenter.state.form
        if form is not None and form.unread:
            name, text = form.unread[0]
            self.presenter.refuse(UserError("bad_minutes", f"targets.{name}", value=text, most=LONGEST_TARGET_MIN))
            return
        self.presenter.save()

    def first_field(self) -> QWidget:
        """P1's reply."""
        return self.grid.field(f"{Band.P1}.respond_min")

    def paint(self, state: FormState[TargetsForm]) -> None:
        """Shows the targets."""
        was, self._was = self._was, state
        if was.form is None or state.form == state.stored:
            self._show_texts()
        self._say(state.refusal is not was.refusal)
        self.mark(state.is_dirty)

    def show_saved(self) -> None:
        """Tells that they are saved."""
        self.told.emit(self.tr("The targets are saved. They hold for what is opened or rated from now on."), None)
        self.site_changed.emit()

    def use_words(self) -> None:
        """Spans are said in other words."""
        self._show_texts()
        self._say(False)

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        hint = self.tr("P1 runs round the clock, the others in the opening hours. Type 30 min, 2 h or 1:30.")
        self.head.set_texts(self.tr("Targets"), hint)
        self.grid.set_columns({"respond_min": self.tr("First reply within"), "resolve_min": self.tr("Resolved within")})
        self._say(False)

    def _load(self) -> Kept[TargetsForm]:
        kept = self.hands.doors.rules.targets()
        return Kept(targets_form(kept.value), kept.version)

    def _save(self, form: TargetsForm, seen: int) -> Kept[TargetsForm]:
        data: dict[str, dict[str, int]] = {}
        for name, minutes in form.minutes:
            band, _, field = name.partition(".")
            data.setdefault(band, {})[field] = minutes
        self.hands.doors.rules.change("targets", data, seen)
        return self._load()

    def _on_edited(self, name: str, text: str) -> None:
        form = self.presenter.state.form
        if form is None:
            return
        minutes = read_span(text)
        known, unread = dict(form.minutes), dict(form.unread)
        unread.pop(name, None)
        if minutes is None:
            unread[name] = text
        else:
            known[name] = minutes
        self.presenter.edit(TargetsForm(tuple(known.items()), tuple(unread.items())))

    def _show_texts(self) -> None:
        form = self._was.form
        if form is not None:
            texts = {name: span_words(minutes, self.words) for name, minutes in form.minutes}
            self.grid.show_texts({**texts, **dict(form.unread)})

    def _say(self, is_fresh: bool) -> None:
        state = self._was
        refusal = state.refusal
        said = self.words.error(refusal) if refusal is not None else ""
        name = refusal.field.removeprefix("targets.") if refusal is not None else ""
        at_field = self.grid.show_error(name, said, is_fresh=is_fresh)
        self.bar.show_look(dirty=state.is_dirty, busy=state.is_busy, wrong="" if at_field else said)
