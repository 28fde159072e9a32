"""The staff list and signing in: PINs and passphrases, wrong tries, waiting times (trust.md, People)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.kinds import Role
from desktop.domain.people import Person, check_right
from desktop.domain.rows import StaffRow
from desktop.domain.texts import check_line, fold
from desktop.errors import UserError
from desktop.models.engine import Database
from desktop.models.site import Desk, SignInTries, Staff
from desktop.services.journal import Journal

SHORTEST_PIN = 6
SHORTEST_PASSPHRASE = 8
FREE_TRIES = 5  #: wrong tries in a row before the first wait
WAITS = (timedelta(seconds=30), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))

_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)


def check_secret(secret: str) -> str:
    """A PIN of 6 digits or more, or a passphrase of 8 characters or more.

    Raises ``pin_missing``, ``pin_too_short``, ``passphrase_too_short`` (field ``pin``), and as ``check_line``.
    """
    if not secret:
        raise UserError("pin_missing", "pin")
    check_line(secret, "pin")
    if secret.isdigit() and secret.isascii():
        if len(secret) < SHORTEST_PIN:
            raise UserError("pin_too_short", "pin", least=SHORTEST_PIN)
    elif len(secret) < SHORTEST_PASSPHRASE:
        raise UserError("passphrase_too_short", "pin", least=SHORTEST_PASSPHRASE)
    return secret


def hash_secret(secret: str) -> str:
    """The argon2id hash of a PIN or passphrase (64 MiB, three passes)."""
    return _HASHER.hash(check_secret(secret))


class StaffService:
    """Who works here, and who is who. ``now`` gives the present moment (aware UTC)."""

    def __init__(self, database: Database, journal: Journal, training: bool, now: Callable[[], datetime]) -> None:
        self._database, self._journal, self._training, self._now = database, journal, training, now

    def people(self) -> tuple[StaffRow, ...]:
        """Everyone who may sign in, by name."""
        return tuple(row for row in self.everyone() if row.active)

    def everyone(self) -> tuple[StaffRow, ...]:
        """The whole staff list by name, with those who left at its end."""
        with self._database.reading_entities() as session:
            people = session.scalars(select(Staff).order_by(Staff.active.desc(), Staff.name))
            return tuple(row_of(person) for person in people)

    def person(self, login: str, desk: str) -> Person:
        """The person behind a login, taken at their word (practice). Raises ``no_such_person`` (field ``by``)."""
        with self._database.reading_entities() as session:
            return row_of(find_person(session, login)).as_person(desk)

    def sign_in(self, login: str, secret: str, desk: str) -> Person:
        """Signs a person in at a desk; in a training workspace no secret is asked for.

        Raises ``UserError``: ``no_such_person``, ``pin_not_given``, ``desk_out_of_use``, ``sign_in_failed`` (``left``
        tries), ``locked_out`` (``seconds``). Wrong tries count per person and desk, and outlive a restart.
        """
        if self._training:
            return self.person(login, desk)
        with self._database.writing() as session:
            person = find_person(session, login)
            if person.secret is None:
                raise UserError("pin_not_given", "by", name=person.name)
            place = session.get(Desk, desk)
            if place is not None and not place.active:
                raise UserError("desk_out_of_use", "desk", value=place.name)
            refusal = try_secret(session, person, desk, person.secret, secret, self._now())
            if refusal is None:
                return row_of(person).as_person(desk)
        # The wrong try is stored before it is refused: leaving the transaction by an exception would forget it.
        raise refusal

    def give_secret(self, by: Person, login: str, secret: str) -> None:
        """Gives a colleague a PIN or passphrase: owners and managers may, an owner's only another owner.

        Raises ``not_allowed``, ``own_pin_needs_old`` (everyone changes their own by ``change_own_secret``),
        ``no_such_person`` and the refusals of ``check_secret``.
        """
        check_right("staff", by)
        with self._database.writing() as session:
            person = find_person(session, login)
            if person.role == Role.OWNER and by.role is not Role.OWNER:
                raise UserError("not_allowed", "by", act="staff", role=by.role.value)
            if person.id == by.id:
                raise UserError("own_pin_needs_old", "by")
            self._set_secret(session, by.login, person, secret)

    def change_own_secret(self, person: Person, old: str, new: str) -> None:
        """Changes one's own PIN or passphrase; wrong tries of the old one count as when signing in.

        Raises ``pin_not_given``, ``sign_in_failed`` and ``locked_out`` (field ``old``), ``pin_same``, and those of
        ``check_secret``.
        """
        check_secret(new)
        with self._database.writing() as session:
            stored = find_person(session, person.login)
            if stored.secret is None:
                raise UserError("pin_not_given", "old", name=stored.name)
            refusal = try_secret(session, stored, person.desk, stored.secret, old, self._now())
            if refusal is None:
                if new == old:
                    raise UserError("pin_same", "pin")
                self._set_secret(session, person.login, stored, new)
                return
        raise UserError(refusal.code, "old", **refusal.params)

    def _set_secret(self, session: Session, by: str, person: Staff, secret: str) -> None:
        set_secret(session, person, secret)
        self._journal.append(session, self._now(), by, "pin", None, {"login": (None, person.login)})


def set_secret(session: Session, person: Staff, secret: str) -> None:
    """Stores a new PIN or passphrase and ends every waiting time. Raises as ``check_secret``."""
    person.secret = hash_secret(secret)
    for tries in session.scalars(select(SignInTries).where(SignInTries.staff_id == person.id)):
        session.delete(tries)


def try_secret(session: Session, person: Staff, place: str, hashed: str, secret: str, at: datetime) -> UserError | None:
    """Compares a secret with a hash; None where it fits, which also ends the counting.

    ``place`` is where tries are counted: a desk's code. A wrong try gives its refusal, for the caller to raise once
    the try is stored. Raises ``locked_out`` while one has to wait.
    """
    tries = session.get(SignInTries, (person.id, place))
    if tries is not None and tries.locked_until is not None and tries.locked_until > at:
        raise _locked_out(tries.locked_until - at)
    if _matches(hashed, secret):
        if tries is not None:
            session.delete(tries)
        return None
    if tries is None:
        tries = SignInTries(staff_id=person.id, desk=place, count=0)
        session.add(tries)
    tries.count += 1
    over = tries.count - FREE_TRIES
    if over < 0:
        return UserError("sign_in_failed", "pin", left=-over)
    wait = WAITS[min(over, len(WAITS) - 1)]
    tries.locked_until = at.replace(microsecond=0) + wait
    return _locked_out(wait)


def _locked_out(wait: timedelta) -> UserError:
    return UserError("locked_out", "pin", seconds=max(1, int(wait.total_seconds())))


def find_person(session: Session, login: str) -> Staff:
    """The active person behind a login. Raises ``no_such_person`` (field ``by``)."""
    login = login.encode(errors="replace").decode()  # SQLite takes no halves of surrogate pairs
    found = session.scalar(select(Staff).where(Staff.login_key == fold(login), Staff.active))
    if found is None:
        raise UserError("no_such_person", "by", login=login)
    return found


def _matches(hashed: str, secret: str) -> bool:
    try:
        return _HASHER.verify(hashed, secret)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):  # the last: halves of surrogate pairs
        return False


def row_of(person: Staff) -> StaffRow:
    """A person as lists show them."""
    has_pin = person.secret is not None
    return StaffRow(person.id, person.login, person.name, Role(person.role), person.department, has_pin, person.active)
