"""Acts on several cases at once: what they are handed, and what became of them. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.authority import AuthorityLeft
from desktop.domain.case_file import CaseFile
from desktop.domain.commands import OnCase
from desktop.domain.money import Currency
from desktop.domain.rows import Found
from desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class RefusedCase:
    """One of several cases that was left as it was, and why."""

    number: str
    error: UserError


@dataclass(frozen=True, slots=True)
class BulkAnswer:
    """The numbers of the cases that an act was done to, and those that refused it."""

    done: tuple[str, ...] = ()
    refused: tuple[RefusedCase, ...] = ()


@dataclass(frozen=True, slots=True)
class ActDoors:
    """The functions that the forms and the acts on several cases are handed; those about cases run off the thread."""

    case_file: Callable[[str], CaseFile]
    allowance: Callable[[str], AuthorityLeft | None]  #: what the person may still give on a case
    perform_each: Callable[[Sequence[OnCase]], BulkAnswer]
    undo: Callable[[str], object]  #: takes back the person's last act on a case
    undo_each: Callable[[Sequence[str]], BulkAnswer]
    departments: Callable[[], tuple[str, ...]]
    law_cards: Callable[[], tuple[str, ...]]
    find: Callable[[str], Sequence[Found]]  #: other cases by their words
    currency: Currency
    kept: Callable[[str, str], Mapping[str, str]]  #: what the person has half typed for a move of a case, by field
    keep: Callable[[str, str, Mapping[str, str]], object]  #: keeps that; nothing typed keeps nothing


class BulkPhase(Enum):
    """How far an act on several cases is."""

    ASKING = auto()  #: which act
    ACTING = auto()
    TOLD = auto()  #: what became of it is there to be read


@dataclass(frozen=True, slots=True)
class Bulk:
    """One act on several cases. ``tried`` of ``total`` were tried; ``failure`` stopped it before its end."""

    phase: BulkPhase = BulkPhase.ASKING
    act: str = ""
    tried: int = 0
    total: int = 0
    answer: BulkAnswer = BulkAnswer()
    failure: UserError | None = None
    is_stopping: bool = False
    is_undone: bool = False

    @property
    def left_over(self) -> int:
        """How many cases were not tried any more."""
        return self.total - self.tried
