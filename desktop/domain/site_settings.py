"""What people change about their site, as forms and lists hold it; services and screens share these frozen values."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from desktop.domain.kinds import Band, Language, Property
from desktop.domain.rows import StaffRow

T = TypeVar("T")

#: The facts of a site that stand in case numbers, due times and sums: free only while there are no cases.
LASTING_FACTS = ("code", "zone", "currency", "property")


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A setting as it stands, and its version: whoever saves hands back the version they saw."""

    value: T
    version: int


@dataclass(frozen=True, slots=True)
class SiteForm:
    """The facts of the site as typed; ``country``, ``phone`` and ``address`` are empty where none was given."""

    name: str
    language: Language
    country: str
    code: str
    zone: str
    currency: str
    property: Property
    phone: str = ""  #: on which guests reach the site, as it stands on their receipts
    address: str = ""  #: in one line, as it stands at the foot of letters


@dataclass(frozen=True, slots=True)
class SiteSheet:
    """The facts of the site, and which of them can't change any more."""

    form: SiteForm
    fixed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A counter of the site; ``open_cases`` were received there and are not done."""

    code: str
    name: str
    active: bool
    open_cases: int = 0


@dataclass(frozen=True, slots=True)
class DutyLine:
    """Somebody to call: who (a name or a post), on which number, and in which case."""

    who: str = ""
    number: str = ""
    when: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written."""
        return not (self.who.strip() or self.number.strip() or self.when.strip())


@dataclass(frozen=True, slots=True)
class DutyCard:
    """Whom to call when it may grow beyond the desk, with numbers that work without a network (domain.md 1, 28)."""

    lines: tuple[DutyLine, ...] = ()
    note: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written yet."""
        return not self.lines and not self.note.strip()


@dataclass(frozen=True, slots=True)
class OwnedCase:
    """An open case of somebody who is about to leave."""

    number: str
    band: Band
    summary: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """What somebody leaves behind: open cases they own, and how many open tasks are theirs."""

    person: StaffRow
    cases: tuple[OwnedCase, ...] = ()
    tasks: int = 0


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The owner's way in when the PIN is forgotten (trust.md, People). ``code`` is known here and nowhere else."""

    code: str = field(repr=False)
    site: str
    name: str
    login: str
    made_at: datetime
