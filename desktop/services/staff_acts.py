"""Acts on the staff list and the rules in force."""

from typing import Any

from sqlalchemy import select

from desktop.domain.authority import parse_limits
from desktop.domain.calendars import calendar_data, parse_calendar
from desktop.domain.commands import SetRules, SetStaff
from desktop.domain.kinds import Role
from desktop.domain.people import check_login, check_right
from desktop.domain.shifts import parse_shifts, shifts_data
from desktop.domain.targets import parse_targets, targets_data
from desktop.domain.texts import check_line, fold, is_blank
from desktop.errors import UserError
from desktop.models.driver import driver_of
from desktop.models.site import RuleSet, Staff
from desktop.services.case_work import Transaction
from desktop.services.site import limits_stored


def set_staff(tx: Transaction, command: SetStaff) -> None:
    """Adds a colleague, or changes name, role and department of one.

    Raises ``login_bad``, ``missing``, ``staff_last_owner``, ``not_allowed`` (only an owner makes or changes an owner).
    """
    check_right("staff", tx.person)
    check_login(command.login, "login")
    if is_blank(command.name):
        raise UserError("missing", "name")
    check_line(command.name, "name")
    check_line(command.department, "department")
    colleague = tx.session.scalar(select(Staff).where(Staff.login_key == fold(command.login)))
    owner_is_touched = command.role is Role.OWNER or (colleague is not None and colleague.role == Role.OWNER)
    if owner_is_touched and tx.person.role is not Role.OWNER:
        raise UserError("not_allowed", "role", act="staff", role=tx.person.role.value)
    before: dict[str, object] = {}
    if colleague is None:
        colleague = Staff(login=command.login, login_key=fold(command.login), active=True)
        tx.session.add(colleague)
    else:
        before = {"name": colleague.name, "role": colleague.role, "department": colleague.department}
        if colleague.role == Role.OWNER and command.role is not Role.OWNER:
            _check_another_owner(tx, colleague)
    colleague.name, colleague.role, colleague.department = command.name, command.role.value, command.department
    after = {"name": command.name, "role": command.role.value, "department": command.department}
    told: dict[str, tuple[object, object]] = {n: (before.get(n), v) for n, v in after.items() if before.get(n) != v}
    tx.journal.append(tx.session, tx.at, tx.person.login, "staff", None, {"login": (None, command.login), **told})


def _check_another_owner(tx: Transaction, leaving: Staff) -> None:
    others = select(Staff.id).where(Staff.role == Role.OWNER.value, Staff.active, Staff.id != leaving.id)
    if tx.session.scalar(others.limit(1)) is None:
        raise UserError("staff_last_owner", "role")


def set_rules(tx: Transaction, command: SetRules) -> None:
    """New opening hours, targets, shifts or authority. They hold for what is opened, rated or given from now on."""
    check_right(command.kind, tx.person)
    stored = _checked(tx, command)
    tx.session.add(RuleSet(kind=command.kind, since=tx.at, by=tx.person.login, data=stored))
    tx.journal.append(tx.session, tx.at, tx.person.login, command.kind, None, {command.kind: (None, stored)})


def _checked(tx: Transaction, command: SetRules) -> Any:
    if command.kind == "calendar":
        return calendar_data(parse_calendar(command.data))
    if command.kind == "shifts":
        return shifts_data(parse_shifts(command.data))
    if command.kind == "authority":
        return limits_stored(parse_limits(command.data, tx.in_force.limits, tx.facts.currency))
    in_force = tx.rules.targets(driver_of(tx.session), tx.in_force.targets_id)
    return targets_data(parse_targets(command.data, in_force))
