"""People on a case beside its owner, and who may read it (domain.md 1, a special squad; trust.md, restricted cases)."""

from sqlalchemy import select

from desktop.domain.commands import Involve, Release, Restrict
from desktop.domain.kinds import Role
from desktop.domain.lifecycle import check_given
from desktop.domain.texts import check_text, fold
from desktop.errors import UserError
from desktop.models.site import Staff
from desktop.models.work import Member
from desktop.services.case_work import CaseWork, Done, Transaction, reason_told


def colleague(tx: Transaction, login: str, field: str, *, who_left: bool = False) -> Staff:
    """A person of the staff list, of those ``who_left`` too where that is asked. Raises ``no_such_person``."""
    found = tx.session.scalar(select(Staff).where(Staff.login_key == fold(login)))
    if found is None or not (found.active or who_left):
        raise UserError("no_such_person", field, login=login)
    return found


def case_worker(tx: Transaction, login: str, field: str) -> Staff:
    """An active person whose role handles cases. Raises ``no_such_person``, ``cannot_own_cases``."""
    found = colleague(tx, login, field)
    if found.role == Role.ANALYST:
        raise UserError("cannot_own_cases", field, name=found.name)
    return found


def involve(tx: Transaction, command: Involve) -> Done:
    """A colleague works on the case beside its owner. Raises ``already_involved`` (``name``)."""
    work = CaseWork.load(tx, command, "involve")
    person = case_worker(tx, check_given(command.login, "login"), "login")
    if tx.session.get(Member, (work.case.id, person.id)) is not None:
        raise UserError("already_involved", "login", name=person.name)
    tx.session.add(Member(case_id=work.case.id, staff_id=person.id, at=tx.at, by=tx.person.login))
    return work.finish({"login": (None, person.login)})


def release(tx: Transaction, command: Release) -> Done:
    """A colleague has done their part, or has left the desk. Raises ``not_involved`` (``name``)."""
    work = CaseWork.load(tx, command, "release")
    person = colleague(tx, check_given(command.login, "login"), "login", who_left=True)
    member = tx.session.get(Member, (work.case.id, person.id))
    if member is None:
        raise UserError("not_involved", "login", name=person.name)
    tx.session.delete(member)
    return work.finish({"login": (person.login, None)})


def restrict(tx: Transaction, command: Restrict) -> Done:
    """Makes a delicate case readable to those who lead alone, or to everybody again. Raises ``nothing_to_change``."""
    work = CaseWork.load(tx, command, "restrict")
    if work.case.restricted == command.restricted:
        raise UserError("nothing_to_change", "restricted")
    work.case.restricted = command.restricted
    return work.finish(reason_told(check_text(command.reason, "reason")))
