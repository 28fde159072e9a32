"""The staff list and signing in: PINs and passphrases, wrong tries, waiting times (trust.md, People)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.kinds import Role
from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.domain.texts import check_line, fold
from desktop.errors import UserError
from desktop.models.engine import Database
from desktop.models.site import SignInTries, Staff
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
        with self._database.reading_entities() as session:
            people = session.scalars(select(Staff).where(Staff.active).order_by(Staff.name))
            return tuple(_row(person) for person in people)

    def person(self, login: str, desk: str) -> Person:
        """The person behind a login, taken at their word (practice). Raises ``no_such_person`` (field ``by``)."""
        with self._database.reading_entities() as session:
            return _row(_find(session, login)).as_person(desk)

    def sign_in(self, login: str, secret: str, desk: str) -> Person:
        """Signs a person in at a desk; in a training workspace no secret is asked for.

        Raises ``UserError``: ``no_such_person``, ``pin_not_given``, ``sign_in_failed`` (``left`` tries),
        ``locked_out`` (``seconds``). Wrong tries count per person and desk, and outlive a restart.
        """
        if self._training:
            return self.person(login, desk)
        refusal: UserError | None = None
        with self._database.writing() as session:
            person = _find(session, login)
            if person.secret is None:
                raise UserError("pin_not_given", "by", name=person.name)
            tries = session.get(SignInTries, (person.id, desk))
            self._check_wait(tries)
            if _matches(person.secret, secret):
                if tries is not None:
                    session.delete(tries)
                return _row(person).as_person(desk)
            if tries is None:
                tries = SignInTries(staff_id=person.id, desk=desk, count=0)
                session.add(tries)
            refusal = self._count_wrong_try(tries)
        # The wrong try is stored before it is refused: leaving the transaction by an exception would forget it.
        raise refusal

    def _check_wait(self, tries: SignInTries | None) -> None:
        if tries is not None and tries.locked_until is not None and tries.locked_until > self._now():
            raise _locked_out(tries.locked_until - self._now())

    def _count_wrong_try(self, tries: SignInTries) -> UserError:
        tries.count += 1
        over = tries.count - FREE_TRIES
        if over < 0:
            return UserError("sign_in_failed", "pin", left=-over)
        wait = WAITS[min(over, len(WAITS) - 1)]
        tries.locked_until = self._now().replace(microsecond=0) + wait
        return _locked_out(wait)

    def give_secret(self, by: Person, login: str, secret: str) -> None:
        """Gives a colleague a PIN or passphrase; the site owner may, and everyone for themselves.

        Raises ``not_allowed``, ``no_such_person`` and the refusals of ``check_secret``.
        """
        if by.role is not Role.OWNER and fold(by.login) != fold(login):
            raise UserError("not_allowed", "by", act="staff", role=by.role.value)
        hashed = hash_secret(secret)
        with self._database.writing() as session:
            person = _find(session, login)
            person.secret = hashed
            for tries in session.scalars(select(SignInTries).where(SignInTries.staff_id == person.id)):
                session.delete(tries)
            self._journal.append(session, self._now(), by.login, "pin", None, {"login": (None, person.login)})


def _locked_out(wait: timedelta) -> UserError:
    return UserError("locked_out", "pin", seconds=max(1, int(wait.total_seconds())))


def _find(session: Session, login: str) -> Staff:
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


def _row(person: Staff) -> StaffRow:
    has_pin = person.secret is not None
    return StaffRow(person.id, person.login, person.name, Role(person.role), person.department, has_pin, person.active)
