"""How an owner gets in without the PIN: by the code of the recovery sheet (trust.md, People)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.signin.giving import first_mistake_in
from desktop.ui.signin.presenter import Entered, Refused

#: Login, code, new secret and desk; in the background, then the person or a refusal.
Recover = Callable[[str, str, str, str, Entered, Refused], object]

CODE, NEW, AGAIN = "code", "new", "again"  #: the fields, in the order in which they are filled


@dataclass(frozen=True, slots=True)
class RecoveringState:
    """All that the form shows. ``person`` is there once the new PIN holds."""

    owner: StaffRow
    desk: str
    is_checking: bool = False
    refusal: UserError | None = None
    wrong: str = ""  #: the field that the refusal belongs to
    person: Person | None = None


class RecoveringView(Protocol):
    """What the presenter needs of the form."""

    def paint(self, state: RecoveringState) -> None:
        """Shows the state."""


class RecoveringPresenter:
    """Owns the state."""

    def __init__(self, view: RecoveringView, recover: Recover, state: RecoveringState) -> None:
        self._view, self._recover, self._state = view, recover, state
        view.paint(state)

    @property
    def state(self) -> RecoveringState:
        """What is shown now."""
        return self._state

    def try_code(self, code: str, new: str, again: str) -> None:
        """Checks the three fields, the first mistake first, and asks to be let in."""
        state = self._state
        if state.is_checking or state.person is not None:
            return
        wrong, refusal = (CODE, UserError("missing", CODE)) if not code.strip() else first_mistake_in(new, again)
        if refusal is not None:
            self._set(replace(state, wrong=wrong, refusal=refusal))
            return
        self._set(replace(state, is_checking=True, refusal=None, wrong=""))
        self._recover(state.owner.login, code, new, state.desk, self._on_let_in, self._on_refused)

    def _on_let_in(self, person: Person) -> None:
        self._set(replace(self._state, is_checking=False, person=person))

    def _on_refused(self, refusal: UserError) -> None:
        wrong = NEW if refusal.field == "pin" else CODE
        self._set(replace(self._state, is_checking=False, refusal=refusal, wrong=wrong))

    def _set(self, state: RecoveringState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)
