"""The staff list as people keep it: who comes, changes, leaves and comes back (trust.md, People)."""

from sqlalchemy import func, select, update

from desktop.domain.commands import HandOver, SetStaff
from desktop.domain.kinds import Band, Role
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.people import Person, check_right
from desktop.domain.rows import StaffRow
from desktop.domain.site_settings import Leaving, OwnedCase
from desktop.domain.texts import fold
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.models.case import Case
from desktop.models.site import SignInTries, Staff
from desktop.models.work import Task
from desktop.services.case_moves import hand_over
from desktop.services.case_work import CaseWork, Transaction
from desktop.services.settings_work import SettingsBook
from desktop.services.staff import row_of
from desktop.services.staff_acts import set_staff

_OPEN = sorted(state.value for state in OPEN_STATES)
_NAMED = 5  #: cases that a refusal names


class StaffSettings:
    """Changes of the staff list. Each is one transaction and refuses what the person may not do."""

    def __init__(self, book: SettingsBook) -> None:
        self._book = book

    def add(self, by: Person, login: str, name: str, role: Role, department: str = "") -> StaffRow:
        """Adds a colleague, who has no PIN yet. Raises ``login_taken`` and those of the act ``staff``."""
        with self._book.acting(by) as tx:
            check_right("staff", by)
            if _stored(tx, login) is not None:
                raise UserError("login_taken", "login", value=login)
            set_staff(tx, SetStaff(login, name, role, department))
            return _row(tx, login)

    def change(self, by: Person, before: StaffRow, name: str, role: Role, department: str) -> StaffRow:
        """Changes somebody who looked like ``before``; the login stays.

        Raises ``settings_changed_meanwhile``, and those of the act ``staff``.
        """
        with self._book.acting(by) as tx:
            check_right("staff", by)
            _check_unchanged(_row(tx, before.login), before)
            set_staff(tx, SetStaff(before.login, name, role, department))
            return _row(tx, before.login)

    def leaving(self, by: Person, login: str) -> Leaving:
        """What somebody would leave behind. Raises ``not_allowed``, ``no_such_person``."""
        with self._book.acting(by) as tx:
            person = _who_may_go(tx, login)
            tasks = select(func.count()).select_from(Task).where(Task.to_id == person.id, Task.done_at.is_(None))
            return Leaving(row_of(person), _owned(tx, person), tx.session.scalar(tasks) or 0)

    def leave(self, by: Person, login: str, cases_to: str | None = None) -> StaffRow:
        """Somebody works here no longer: no sign-in, no PIN; what they did keeps their name.

        Open cases and tasks go to ``cases_to`` (a login; empty: to nobody, so that anyone may take them), in the same
        transaction. Raises ``not_allowed``, ``no_such_person``, ``staff_self_leaving``, ``staff_last_owner``,
        ``staff_has_cases`` (``cases_to`` is None and there are some), ``cannot_own_cases``.
        """
        with self._book.acting(by) as tx:
            person = _who_may_go(tx, login)
            owned = _owned(tx, person)
            if owned and cases_to is None:
                named = [case.number for case in owned[:_NAMED]]
                raise UserError("staff_has_cases", "cases_to", name=person.name, count=len(owned), numbers=named)
            if cases_to and fold(cases_to) == person.login_key:
                raise UserError("no_such_person", "cases_to", login=cases_to)
            _hand_on(tx, person, owned, cases_to or "")
            person.active, person.secret = False, None
            for tries in tx.session.scalars(select(SignInTries).where(SignInTries.staff_id == person.id)):
                tx.session.delete(tries)
            told: dict[str, tuple[object, object]] = {"login": (None, person.login), "active": (True, False)}
            if owned:
                told["cases"] = (None, [case.number for case in owned])
            tx.journal.append(tx.session, tx.at, by.login, "staff", None, told)
            return row_of(person)

    def come_back(self, by: Person, login: str) -> StaffRow:
        """Somebody works here again; they need a new PIN. Raises ``not_allowed``, ``no_such_person``."""
        with self._book.acting(by) as tx:
            check_right("staff", by)
            person = _stored(tx, login)
            if person is None:
                raise UserError("no_such_person", "login", login=login)
            _check_owner_touched(by, person)
            if not person.active:
                person.active, person.secret = True, None
                told: dict[str, tuple[object, object]] = {"login": (None, person.login), "active": (False, True)}
                tx.journal.append(tx.session, tx.at, by.login, "staff", None, told)
            return row_of(person)


def _who_may_go(tx: Transaction, login: str) -> Staff:
    check_right("staff", tx.person)
    person = _stored(tx, login)
    if person is None or not person.active:
        raise UserError("no_such_person", "login", login=login)
    _check_owner_touched(tx.person, person)
    if person.role == Role.OWNER:
        others = select(Staff.id).where(Staff.role == Role.OWNER.value, Staff.active, Staff.id != person.id)
        if tx.session.scalar(others.limit(1)) is None:
            raise UserError("staff_last_owner", "login")
    if person.id == tx.person.id:
        raise UserError("staff_self_leaving", "login")
    return person


def _check_owner_touched(by: Person, person: Staff) -> None:
    if person.role == Role.OWNER and by.role is not Role.OWNER:
        raise UserError("not_allowed", "by", act="staff", role=by.role.value)


def _owned(tx: Transaction, person: Staff) -> tuple[OwnedCase, ...]:
    rows = select(Case.number, Case.band, Case.summary).where(Case.owner_id == person.id, Case.state.in_(_OPEN))
    found = tx.session.execute(rows.order_by(Case.band, Case.queue_due))
    return tuple(OwnedCase(row.number, Band(row.band), row.summary) for row in found)


def _hand_on(tx: Transaction, person: Staff, owned: tuple[OwnedCase, ...], to: str) -> None:
    """Gives cases and tasks to somebody, or lets them wait for whoever takes them."""
    receiver = _stored(tx, to) if to else None
    if to and (receiver is None or not receiver.active):
        raise UserError("no_such_person", "cases_to", login=to)
    if receiver is not None and receiver.role == Role.ANALYST:
        raise UserError("cannot_own_cases", "cases_to", name=receiver.name)
    for case in owned:
        if receiver is not None:
            hand_over(tx, HandOver(case.number, receiver.login))
        else:
            _release(tx, case.number)
    tasks = update(Task).where(Task.to_id == person.id, Task.done_at.is_(None))
    tx.session.execute(tasks.values(to_id=None if receiver is None else receiver.id))


def _release(tx: Transaction, number: str) -> None:
    work = CaseWork.load(tx, HandOver(number), "hand_over")
    work.case.owner_id, work.case.owner_name = None, ""
    work.finish()


def _stored(tx: Transaction, login: str) -> Staff | None:
    login = login.encode(errors="replace").decode()  # SQLite takes no halves of surrogate pairs
    return tx.session.scalar(select(Staff).where(Staff.login_key == fold(login)))


def _row(tx: Transaction, login: str) -> StaffRow:
    tx.session.flush()
    person = _stored(tx, login)
    if person is None:
        raise UserError("no_such_person", "login", login=login)
    return row_of(person)


def _check_unchanged(stored: StaffRow, seen: StaffRow) -> None:
    same = (stored.name, stored.role, stored.department, stored.active)
    if same != (seen.name, seen.role, seen.department, seen.active):
        raise ChangedMeanwhileError("settings_changed_meanwhile", "version")
