"""Who is at the desk: choosing a person and proving it with a PIN or passphrase (trust.md, People)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.errors import UserError

LEAST_DIGITS = 6  #: of a PIN (trust.md, People)
LEAST_CHARACTERS = 8  #: of a passphrase

Entered = Callable[[Person], None]
Refused = Callable[[UserError], None]
#: Checks login and secret at a desk in the background (hashing takes a tenth of a second), then calls one of the two.
Check = Callable[[str, str, str, Entered, Refused], object]


@dataclass(frozen=True, slots=True)
class SignInState:
    """All that the sign-in page and the cover show. Equal states look the same."""

    people: tuple[StaffRow, ...] = ()
    desk: str = ""  #: the code of the desk one signs in at
    training: bool = False  #: choosing a person is enough
    covering: str = ""  #: the login of the person whose work lies behind the cover; empty at sign-in
    chosen: str = ""  #: a login
    by_passphrase: bool = False
    is_checking: bool = False
    refusal: UserError | None = None
    locked_until: datetime | None = None
    tries: int = 0  #: refused tries; each empties the field

    @property
    def person(self) -> StaffRow | None:
        """The chosen person."""
        return next((row for row in self.people if row.login == self.chosen), None)

    @property
    def is_locked(self) -> bool:
        """Whether too many tries were wrong."""
        return self.locked_until is not None

    @property
    def needs_secret(self) -> bool:
        """Whether the chosen person has to type a PIN or passphrase."""
        return self.person is not None and not self.training and self.person.has_pin

    @property
    def can_type(self) -> bool:
        """Whether a PIN can be typed now."""
        return self.needs_secret and not self.is_checking and not self.is_locked

    @property
    def lacks_pin(self) -> bool:
        """Whether the chosen person can't sign in before the owner has given them a PIN."""
        return self.person is not None and not self.training and not self.person.has_pin

    def seconds_left(self, now: datetime) -> int:
        """Whole seconds until the next try is allowed, rounded up; 0 when it is."""
        if self.locked_until is None:
            return 0
        left = self.locked_until - now
        return max(0, -(-left // timedelta(seconds=1)))


class SignInView(Protocol):
    """What the presenter needs of the page."""

    def paint(self, state: SignInState) -> None:
        """Shows the state."""


class SignInPresenter:
    """Owns the state; ``entered`` is told who signed in."""

    def __init__(self, view: SignInView, check: Check, entered: Entered, now: Callable[[], datetime]) -> None:
        self._view, self._check, self._entered, self._now = view, check, entered, now
        self._state = SignInState()
        self._locks: dict[str, datetime] = {}

    @property
    def state(self) -> SignInState:
        """What is shown now."""
        return self._state

    def show(
        self,
        people: tuple[StaffRow, ...],
        desk: str,
        *,
        training: bool = False,
        covering: str = "",
        likely: str = "",
    ) -> None:
        """Starts afresh: at sign-in with the person who was here last (``likely``), as a cover with who is at work."""
        logins = {row.login for row in people}
        covering = covering if covering in logins else ""
        wanted = covering or likely
        fresh = SignInState(people=people, desk=desk, training=training, covering=covering)
        self._set(fresh)
        self.choose(wanted if wanted in logins else people[0].login if len(people) == 1 else "")

    def choose_desk(self, code: str) -> None:
        """Takes another desk of the site; cases are opened at the desk one is signed in at."""
        self._set(replace(self._state, desk=code))

    def choose(self, login: str) -> None:
        """Takes a person from the list. What was said to another is not theirs."""
        if self._state.is_checking or login == self._state.chosen:
            return
        self._set(replace(self._state, chosen=login, refusal=None, by_passphrase=False, locked_until=None))
        self._take_up_lock()

    def use_passphrase(self, wanted: bool) -> None:
        """Changes between PIN and passphrase."""
        refusal = self._state.refusal if self._state.is_locked else None
        self._set(replace(self._state, by_passphrase=wanted, refusal=refusal))

    def enter(self, secret: str) -> None:
        """Checks what was typed; in a training workspace choosing a person is enough.

        What is too short to be right is told at once and costs no try.
        """
        state = self._state
        person = state.person
        if person is None or state.is_checking:
            return
        if state.training:
            self._entered(person.as_person(state.desk))
            return
        if not state.can_type or not secret:
            return
        refusal = _too_short(secret, state.by_passphrase)
        if refusal is not None:
            self._set(replace(state, refusal=refusal))
            return
        self._set(replace(state, is_checking=True, refusal=None))
        self._check(person.login, secret, state.desk, self._on_entered, self._on_refused)

    def tick(self) -> None:
        """Looks at the clock: a lock that has run out is taken off."""
        self._take_up_lock()

    def add_pin(self, login: str) -> None:
        """Someone was given a PIN and may type it now."""
        people = tuple(replace(row, has_pin=True) if row.login == login else row for row in self._state.people)
        self._set(replace(self._state, people=people))

    def let_in(self, person: Person) -> None:
        """Somebody proved who they are by other means."""
        self._on_entered(person)

    def _on_entered(self, person: Person) -> None:
        self._locks.pop(person.login, None)
        self._set(replace(self._state, is_checking=False, refusal=None, tries=self._state.tries + 1))
        self._entered(person)

    def _on_refused(self, refusal: UserError) -> None:
        if refusal.code == "sign_in_failed" and self._state.by_passphrase:
            refusal = UserError(refusal.code, "passphrase", **refusal.params)
        state = replace(self._state, is_checking=False, refusal=refusal, tries=self._state.tries + 1)
        seconds = refusal.params.get("seconds")
        if refusal.code == "locked_out" and isinstance(seconds, int):
            self._locks[state.chosen] = self._now() + timedelta(seconds=seconds)
        self._set(state)
        self._take_up_lock()

    def _take_up_lock(self) -> None:
        """A lock belongs to a person, whoever else is looked at meanwhile."""
        state = self._state
        until = self._locks.get(state.chosen)
        if until is not None and until <= self._now():
            del self._locks[state.chosen]
            until = None
        was_lock = state.refusal is not None and state.refusal.code == "locked_out"
        refusal = None if until is None and was_lock else state.refusal
        self._set(replace(state, locked_until=until, refusal=refusal))

    def _set(self, state: SignInState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)


def _too_short(secret: str, by_passphrase: bool) -> UserError | None:
    if by_passphrase and len(secret) < LEAST_CHARACTERS:
        return UserError("passphrase_too_short", "pin", least=LEAST_CHARACTERS)
    if not by_passphrase and len(secret) < LEAST_DIGITS:
        return UserError("pin_too_short", "pin", least=LEAST_DIGITS)
    return None
