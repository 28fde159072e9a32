"""A colleague as typed."""

from dataclasses import dataclass

from desktop.domain.kinds import Role
from desktop.domain.rows import StaffRow


@dataclass(frozen=True, slots=True)
class StaffForm:
    """A colleague as typed."""

    login: str = ""
    name: str = ""
    role: Role = Role.RECEPTIONIST
    department: str = ""


def staff_form(row: StaffRow | None) -> StaffForm:
    """The form of a colleague."""
    return StaffForm() if row is None else StaffForm(row.login, row.name, row.role, row.department)
