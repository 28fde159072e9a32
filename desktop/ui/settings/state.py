"""What the sections show: forms that are saved as a whole, and lists whose rows are edited one by one. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from desktop.domain.kinds import Role
from desktop.domain.people import Person, Right, right_to
from desktop.errors import UserError

Form = TypeVar("Form")
Row = TypeVar("Row")

NEW = ""  #: the key of a row that isn't there yet


class Part(StrEnum):
    """The sections, in reading order."""

    APPEARANCE = "appearance"
    MY_PIN = "my_pin"
    DUTY_CARD = "duty_card"
    SITE = "site"
    DESKS = "desks"
    STAFF = "staff"
    SHIFTS = "shifts"
    HOURS = "hours"
    TARGETS = "targets"
    AUTHORITY = "authority"
    CATEGORIES = "categories"
    GUIDES = "guides"
    RECOVERY = "recovery"


#: Sections that belong to everyone; what the others need of rights.
OWN_PARTS = (Part.APPEARANCE, Part.MY_PIN, Part.DUTY_CARD)
_RIGHTS = {
    Part.SITE: "settings",
    Part.DESKS: "settings",
    Part.STAFF: "staff",
    Part.SHIFTS: "shifts",
    Part.HOURS: "calendar",
    Part.TARGETS: "targets",
    Part.AUTHORITY: "authority",
    Part.CATEGORIES: "settings",
    Part.GUIDES: "settings",
}


def parts_of(person: Person, *, training: bool) -> tuple[Part, ...]:
    """The sections that a person has. On a practice desk there are neither PINs nor recovery."""
    parts = [part for part in Part if part in OWN_PARTS or may(person, _RIGHTS.get(part, ""))]
    if person.role is Role.OWNER:
        parts.append(Part.RECOVERY)
    return tuple(part for part in parts if not (training and part in (Part.MY_PIN, Part.RECOVERY)))


def may(person: Person, act: str) -> bool:
    """Whether an act is among the person's rights."""
    return right_to(act, person.role) is not Right.NO


@dataclass(frozen=True, slots=True)
class FormState(Generic[Form]):
    """A form as it stands, as it was typed, and what came of saving it."""

    stored: Form | None = None  #: None until it was read
    form: Form | None = None
    version: int = 0
    is_busy: bool = False
    refusal: UserError | None = None

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that isn't saved."""
        return self.form != self.stored


@dataclass(frozen=True, slots=True)
class ListState(Generic[Row, Form]):
    """Rows by their keys, one of them chosen, and what was typed about each and isn't saved."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    version: int = 0
    selected: str | None = None  #: a key; ``NEW`` for a row to come
    drafts: Mapping[str, Form] = field(default_factory=dict)
    is_loaded: bool = False
    is_busy: bool = False
    refusal: UserError | None = None

    @property
    def row(self) -> Row | None:
        """The chosen row; None for none or a new one."""
        return None if self.selected is None else self.rows.get(self.selected)

    @property
    def is_new(self) -> bool:
        """Whether a row to come is being written."""
        return self.selected == NEW

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed about any row that isn't saved."""
        return bool(self.drafts)

    @property
    def is_row_dirty(self) -> bool:
        """Whether something was typed about the chosen one."""
        return self.selected in self.drafts
