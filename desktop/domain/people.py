"""Who acts, and what each role may do (trust.md, People): the whole role × act table in one place."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.kinds import Band, Role
from desktop.domain.texts import fold, is_blank
from desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on the staff list. ``desk`` is the code of the desk they are signed in at."""

    id: int
    login: str
    name: str
    role: Role
    desk: str = ""
    department: str = ""


_LOGIN = re.compile(r"[^\s/\\\"'<>]{1,64}")


def check_login(login: str, field: str) -> str:
    """A login: one word that can be seen and told from others. Raises ``missing`` or ``login_bad`` (``value``)."""
    if is_blank(login):
        raise UserError("missing", field)
    if not _LOGIN.fullmatch(login) or not login.isprintable() or not fold(login):
        raise UserError("login_bad", field, value=login)
    return login


class Right(Enum):
    """How far a role's right to an act reaches."""

    NO = auto()
    OWN_DESK = auto()  #: cases received at one's own desk
    OWN_DESK_NOT_P1 = auto()
    P3_P4 = auto()
    YES = auto()


_DESK_ACTS = [
    "open",
    "acknowledge",
    "assess",
    "investigate",
    "take",
    "hand_over",
    "wait",
    "resume",
    "note",
    "contact",
    "confirm_facts",
    "task",
    "task_done",
    "promise",
    "promise_kept",
    "promise_cancelled",
    "involve",
    "release",
    "attach",
    "detach",
    "propose",
    "survey",
    "guest",
    "letter",
]
_ENDING_ACTS = ["settle", "resolve", "withdraw"]
_DECIDING_ACTS = ["approve", "decline", "duplicate", "not_complaint", "reopen", "merge_guests", "private_notes"]
_MANAGING_ACTS = [
    "override",
    "staff",
    "calendar",
    "targets",
    "authority",
    "shifts",
    "settings",
    "import",
    "export_names",
    "erase",
    "restricted",
    "restrict",
    "letter_sign_off",
]
_READING_ACTS = ["figures", "export_anonymous"]
_OWNER_ACTS = ["backup_keys", "restore"]

_RECEPTIONIST, _SPECIALIST, _MANAGER, _OWNER, _ANALYST = range(5)
_COLUMN = {
    Role.RECEPTIONIST: _RECEPTIONIST,
    Role.SPECIALIST: _SPECIALIST,
    Role.MANAGER: _MANAGER,
    Role.OWNER: _OWNER,
    Role.ANALYST: _ANALYST,
}
_ROWS: tuple[tuple[list[str], tuple[Right, Right, Right, Right, Right]], ...] = (
    (_DESK_ACTS, (Right.OWN_DESK, Right.YES, Right.YES, Right.YES, Right.NO)),
    (_ENDING_ACTS, (Right.OWN_DESK_NOT_P1, Right.YES, Right.YES, Right.YES, Right.NO)),
    (_DECIDING_ACTS, (Right.NO, Right.YES, Right.YES, Right.YES, Right.NO)),
    (["close"], (Right.NO, Right.P3_P4, Right.YES, Right.YES, Right.NO)),
    (_MANAGING_ACTS, (Right.NO, Right.NO, Right.YES, Right.YES, Right.NO)),
    (_READING_ACTS, (Right.NO, Right.NO, Right.YES, Right.YES, Right.YES)),
    (_OWNER_ACTS, (Right.NO, Right.NO, Right.NO, Right.YES, Right.NO)),
    # Everyone but the analyst works with cases and so reads them with their guests' names.
    (["read_cases"], (Right.YES, Right.YES, Right.YES, Right.YES, Right.NO)),
)
RIGHTS: dict[str, dict[Role, Right]] = {
    act: {role: rights[column] for role, column in _COLUMN.items()} for acts, rights in _ROWS for act in acts
}


def right_to(act: str, role: Role) -> Right:
    """How far ``role`` may do ``act``; an act that is not in the table is nobody's."""
    return RIGHTS.get(act, {}).get(role, Right.NO)


def check_right(act: str, person: Person, *, desk: str = "", band: Band | None = None) -> None:
    """Refuses an act that is not the person's.

    ``desk`` is the desk that received the case (empty: the act concerns no case), ``band`` the case's band.
    Raises ``UserError``: ``not_allowed``, ``not_own_desk`` or ``not_for_role_at_band`` (field ``by``).
    """
    right = right_to(act, person.role)
    if right is Right.NO:
        raise UserError("not_allowed", "by", act=act, role=person.role.value)
    if right in (Right.OWN_DESK, Right.OWN_DESK_NOT_P1) and desk and desk != person.desk:
        raise UserError("not_own_desk", "by", desk=desk)
    beyond = (right is Right.OWN_DESK_NOT_P1 and band is Band.P1) or (
        right is Right.P3_P4 and band in (Band.P1, Band.P2)
    )
    if beyond and band is not None:
        raise UserError("not_for_role_at_band", "by", act=act, role=person.role.value, band=band.value)


def leads(role: Role) -> bool:
    """Whether the role may enter times of the past and decide exceptions: the manager and the site owner."""
    return role in (Role.MANAGER, Role.OWNER)


_RANK = {Role.ANALYST: 0, Role.RECEPTIONIST: 1, Role.SPECIALIST: 2, Role.MANAGER: 3, Role.OWNER: 4}


def is_higher(role: Role, than: Role) -> bool:
    """Whether ``role`` stands above ``than``; handing a case there is an escalation (figures.md)."""
    return _RANK[role] > _RANK[than]
