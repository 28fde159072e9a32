"""How somebody gets a first PIN: the site owner gives it, here at the desk (interfaces.md, act staff)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.signin.presenter import LEAST_CHARACTERS, LEAST_DIGITS

Given = Callable[[], None]
Refused = Callable[[UserError], None]
#: The owner's login and secret, the receiver's login and new secret; in the background, then one of the two.
Give = Callable[[str, str, str, str, Given, Refused], object]

OWNER, NEW, AGAIN = "owner", "new", "again"  #: the fields, in the order in which they are filled


@dataclass(frozen=True, slots=True)
class GivingState:
    """All that the form shows."""

    receiver: StaffRow
    owners: tuple[StaffRow, ...] = ()  #: who may give it: owners that have a PIN themselves
    owner: str = ""  #: a login
    is_giving: bool = False
    refusal: UserError | None = None
    wrong: str = ""  #: the field that the refusal belongs to


class GivingView(Protocol):
    """What the presenter needs of the form."""

    def paint(self, state: GivingState) -> None:
        """Shows the state."""


class GivingPresenter:
    """Owns the state; ``given`` is told once the PIN holds."""

    def __init__(self, view: GivingView, give: Give, given: Given, state: GivingState) -> None:
        self._view, self._give, self._given = view, give, given
        owner = state.owner or (state.owners[0].login if state.owners else "")
        self._state = replace(state, owner=owner)
        view.paint(self._state)

    @property
    def state(self) -> GivingState:
        """What is shown now."""
        return self._state

    def choose_owner(self, login: str) -> None:
        """Another owner gives it."""
        self._set(replace(self._state, owner=login))

    def give(self, owner_secret: str, new: str, again: str) -> None:
        """Checks the three fields, the first mistake first, and has the PIN set."""
        if self._state.is_giving or not self._state.owner:
            return
        wrong, refusal = _first_mistake(owner_secret, new, again)
        if refusal is not None:
            self._set(replace(self._state, wrong=wrong, refusal=refusal))
            return
        self._set(replace(self._state, is_giving=True, refusal=None, wrong=""))
        receiver = self._state.receiver.login
        self._give(self._state.owner, owner_secret, receiver, new, self._given, self._on_refused)

    def _on_refused(self, refusal: UserError) -> None:
        wrong = NEW if refusal.code in ("pin_too_short", "passphrase_too_short", "pin_missing") else OWNER
        self._set(replace(self._state, is_giving=False, refusal=refusal, wrong=wrong))

    def _set(self, state: GivingState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)


def _first_mistake(owner_secret: str, new: str, again: str) -> tuple[str, UserError | None]:
    if not owner_secret:
        return OWNER, UserError("pin_missing", "pin")
    return first_mistake_in(new, again)


def first_mistake_in(new: str, again: str) -> tuple[str, UserError | None]:
    """The field of a new PIN or passphrase that is wrong, and why; nothing where both entries are good."""
    if not new:
        return NEW, UserError("pin_missing", "pin")
    if new.isdigit() and len(new) < LEAST_DIGITS:
        return NEW, UserError("pin_too_short", "pin", least=LEAST_DIGITS)
    if not new.isdigit() and len(new) < LEAST_CHARACTERS:
        return NEW, UserError("passphrase_too_short", "pin", least=LEAST_CHARACTERS)
    if new != again:
        return AGAIN, UserError("pins_differ", "pin")
    return "", None
