"""Who the guest may be: the record behind a phone number or e-mail, or, by name alone, suggestions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.kinds import RecordType
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.priority import Repeat
from desktop.domain.rows import GuestHistory, GuestRow
from desktop.domain.texts import email_key, fold, phone_key
from desktop.ui.intake.doors import Doors
from desktop.ui.intake.form import Form

_REPEAT_WITHIN = timedelta(days=90)
_SHORTEST_NAME = 2  #: Latin letters; one Chinese character is a family name already


@dataclass(frozen=True, slots=True)
class GuestFound:
    """What stands beside the form about the guest."""

    history: GuestHistory | None = None
    suggestions: tuple[GuestRow, ...] = ()

    @property
    def guest(self) -> GuestRow | None:
        """The record that phone or e-mail found."""
        return self.history.guest if self.history else None


class GuestFinder:
    """Looks for the guest of a form when asked to; only the answer to the last question counts."""

    def __init__(self, doors: Doors, told: Callable[[], None]) -> None:
        self._doors, self._told = doors, told
        self._asked: tuple[str, ...] = ()
        self._turn = 0
        self._declined = ""  # a name whose suggestions were used
        self.found = GuestFound()

    def look_up(self, form: Form) -> None:
        """Asks about the guest, if what is known of them changed since the last question."""
        question = _question(form)
        if question == self._asked:
            return
        self._asked = question
        self._turn += 1
        turn = self._turn
        if any(question[1:]):
            self._doors.history_of(
                form.name.strip(),
                form.phone.strip(),
                form.email.strip(),
                lambda history: self._on_history(turn, form, history),
                lambda _: self._set(turn, GuestFound()),  # the form works without it
            )
        else:
            self._suggest(turn, form)

    def use(self, guest: GuestRow) -> None:
        """A suggestion was taken: its name is not asked about again."""
        self._declined = fold(guest.name)
        self._set(self._turn, GuestFound())

    def forget(self) -> None:
        """Begins with nobody."""
        self._turn += 1
        self._asked, self._declined = (), ""
        self._set(self._turn, GuestFound())

    def _on_history(self, turn: int, form: Form, history: GuestHistory | None) -> None:
        if history is not None:
            self._set(turn, GuestFound(history))
        elif turn == self._turn:
            self._suggest(turn, form)

    def _suggest(self, turn: int, form: Form) -> None:
        name = form.name.strip()
        if form.anonymous or not _is_name(name) or fold(name) == self._declined:
            self._set(turn, GuestFound())
            return
        self._doors.suggest(
            name,
            lambda rows: self._set(turn, GuestFound(suggestions=rows)),
            lambda _: self._set(turn, GuestFound()),
        )

    def _set(self, turn: int, found: GuestFound) -> None:
        if turn == self._turn and found != self.found:
            self.found = found
            self._told()


def _question(form: Form) -> tuple[str, ...]:
    if form.anonymous:
        return ()
    email = email_key(form.email) or ""
    return (form.name.strip(), phone_key(form.phone) or "", email if "@" in email else "")


def _is_name(name: str) -> bool:
    return len(name) >= _SHORTEST_NAME or (len(name) == 1 and name > "\u2e7f")


def repeat_of(history: GuestHistory | None, category: str | None, now: datetime) -> Repeat:
    """Whether the guest was here before, as far as the shown history tells: for the preview; the desk knows exactly."""
    if history is None:
        return Repeat.NONE
    complaints = [case for case in history.cases if case.type is RecordType.COMPLAINT]
    if category and "-" in category and any(c.category == category and c.state in OPEN_STATES for c in complaints):
        return Repeat.SAME_PROBLEM
    return Repeat.SEVERAL if any(now - c.received_at <= _REPEAT_WITHIN for c in complaints) else Repeat.NONE
