"""All that the screen of guests shows, in one frozen value. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from enum import Enum, auto

from desktop.domain.guest_file import GuestListRow, GuestLook, GuestProfile, ProfileChange
from desktop.domain.people import Person, Right, right_to
from desktop.errors import UserError

PAGE_ROWS = 200  #: guests read at once; more follow as one scrolls


class Phase(Enum):
    """How far reading the list is."""

    LOADING = auto()
    READY = auto()
    FAILED = auto()


class Emptiness(Enum):
    """Why there are no rows."""

    NOT_EMPTY = auto()
    NO_GUESTS = auto()
    NOTHING_FOUND = auto()
    NO_DOUBLES = auto()
    NOBODY_LEAVES = auto()


@dataclass(frozen=True, slots=True)
class GuestsState:
    """Equal states look the same."""

    person: Person
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    phase: Phase = Phase.LOADING
    look: GuestLook = GuestLook.ALL
    words: str = ""
    rows: tuple[GuestListRow, ...] = ()
    total: int = 0
    counts: Mapping[GuestLook, int] = field(default_factory=dict)  #: behind the chips, without words
    failure: UserError | None = None  #: why there are no rows
    selected: int | None = None
    profile: GuestProfile | None = None  #: of the selected guest, once it is read
    profile_failure: UserError | None = None
    edit: ProfileChange = field(default_factory=ProfileChange)  #: what was typed on the profile and isn't saved
    clash: bool = False  #: somebody else saved while it was typed; the profile is theirs now
    refusal: UserError | None = None  #: of the last act; stays until something else is done
    is_acting: bool = False

    @property
    def emptiness(self) -> Emptiness:
        """Why there are no rows, if so."""
        if self.rows or self.phase is not Phase.READY:
            return Emptiness.NOT_EMPTY
        if self.words.strip():
            return Emptiness.NOTHING_FOUND
        return {
            GuestLook.ALL: Emptiness.NO_GUESTS,
            GuestLook.DOUBLES: Emptiness.NO_DOUBLES,
            GuestLook.LEAVING: Emptiness.NOBODY_LEAVES,
        }[self.look]

    @property
    def has_more(self) -> bool:
        """Whether there are guests behind the rows."""
        return len(self.rows) < self.total

    @property
    def is_edited(self) -> bool:
        """Whether something on the profile waits to be saved."""
        return self.edit != ProfileChange()

    @property
    def can_change(self) -> bool:
        """Whether the person may change profiles."""
        return self._may("guest")

    @property
    def can_merge(self) -> bool:
        """Whether the person may make two records one."""
        return self._may("merge_guests")

    @property
    def can_restrict(self) -> bool:
        """Whether the person may restrict a guest."""
        return self._may("restrict")

    @property
    def can_open_cases(self) -> bool:
        """Whether the person may take down a complaint."""
        return self._may("open")

    def shown(self, name: str) -> object:
        """A field of the profile as it stands on the screen: typed, else stored."""
        typed = getattr(self.edit, name)
        return stored_value(self.profile, name) if typed is None and self.profile is not None else typed

    def others_value(self, name: str) -> object:
        """What somebody else stored in a field that was typed in meanwhile, or None where nothing clashes."""
        typed = getattr(self.edit, name)
        if not self.clash or self.profile is None or typed is None:
            return None
        stored = stored_value(self.profile, name)
        return stored if stored != typed else None

    def _may(self, act: str) -> bool:
        return right_to(act, self.person.role) is not Right.NO


#: The fields of a profile that can be changed.
EDITED_FIELDS = tuple(field.name for field in fields(ProfileChange))


def stored_value(profile: GuestProfile | None, name: str) -> object:
    """A field of a profile by the name that changes of it bear."""
    if profile is None:
        return None
    source = profile if hasattr(profile, name) else profile.guest
    return getattr(source, name)
