"""All that the window of a letter shows, as one frozen value. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Band, Flag, Language
from desktop.domain.letters import LetterRow, LetterText, needs_sign_off
from desktop.domain.needs import refusal_of
from desktop.domain.people import Person, check_right
from desktop.errors import UserError
from desktop.guides.apology import Apology, Missing, PartOfApology
from desktop.guides.apology_warnings import Passage
from desktop.ui.papers.rendering import PdfPages

Seen = tuple[int | None, int | None]  #: the versions of a case and of its letter

#: What helps where a part is missing: the case screen's own move.
WAYS_ON: Mapping[Missing, str] = {
    Missing.FACTS_OPEN: "confirm_facts",
    Missing.NO_EXPLANATION: "confirm_facts",
    Missing.NO_REMEDY: "propose",
}


class Phase(Enum):
    """Whether the letter is there."""

    LOADING = auto()
    READY = auto()
    FAILED = auto()


class Look(Enum):
    """What stands in the middle. ``PAGE`` is for windows without room for the page beside the letter."""

    SPOKEN = auto()
    LETTER = auto()
    PAGE = auto()


class Doing(Enum):
    """What goes on behind the window."""

    NOTHING = auto()
    KEEPING = auto()
    SIGNING = auto()
    MAKING = auto()
    PRINTING = auto()
    SAVING = auto()


class Done(Enum):
    """What was done last, until something else is."""

    NOTHING = auto()
    KEPT = auto()
    SIGNED = auto()
    PRINTED = auto()
    SAVED = auto()
    BROUGHT_BACK = auto()  #: what was half typed when the window was closed


@dataclass(frozen=True, slots=True)
class Asked:
    """What would replace words that were typed, and so is asked once: the letter in ``language``, from the case."""

    language: Language
    is_other: bool  #: whether another language was chosen; else the letter is to be written anew


class NotYet(Enum):
    """Why a button is off; the words for it are the view's."""

    MANAGERS_ONLY = auto()
    UNKEPT = auto()
    BLANKS = auto()
    UNSIGNED = auto()
    NEEDS_NONE = auto()
    SIGNED = auto()


@dataclass(frozen=True, slots=True)
class LetterState:
    """Equal states look the same."""

    person: Person
    number: str
    phase: Phase = Phase.LOADING
    failure: UserError | None = None
    look: Look = Look.LETTER
    file: CaseFile | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    apology: Apology | None = None
    apology_language: Language | None = None
    text: LetterText | None = None  #: as it is typed
    begun: LetterText | None = None  #: what the typing began from: the kept letter, or one from the case
    kept: LetterRow | None = None
    passages: tuple[Passage, ...] = ()
    looked_over: LetterText | None = None  #: the words that the passages lie in
    asked: Asked | None = None
    doing: Doing = Doing.NOTHING
    done: Done = Done.NOTHING
    saved: Path | None = None
    refusal: UserError | None = None
    clash: LetterRow | None = None  #: kept on another screen while one was typing
    is_clash_open: bool = False
    pages: PdfPages | None = None
    pages_refusal: UserError | None = None

    @property
    def language(self) -> Language:
        """That of the letter."""
        return self.text.language if self.text is not None else Language.EN

    @property
    def is_edited(self) -> bool:
        """Whether a person changed what the typing began from."""
        return self.text != self.begun

    @property
    def is_kept(self) -> bool:
        """Whether the very words that are shown are kept on the case."""
        return self.kept is not None and self.kept.text == self.text

    @property
    def must_be_signed(self) -> bool:
        """Whether a manager signs the letter off before it is printed."""
        return self.file is not None and needs_sign_off(self.band, self.flags)

    @property
    def band(self) -> Band:
        """How urgent the case is."""
        return self.file.view.row.band if self.file is not None else Band.P4

    @property
    def flags(self) -> frozenset[Flag]:
        """What the case is marked with."""
        return self.file.rating.flags if self.file is not None else frozenset()

    @property
    def is_signed(self) -> bool:
        """Whether the words that are shown have been signed off."""
        return self.is_kept and self.kept is not None and self.kept.is_signed_off

    @property
    def has_blanks(self) -> bool:
        """Whether a fact is still to be filled in."""
        return self.text is not None and self.text.has_blanks

    @property
    def is_busy(self) -> bool:
        """Whether something is being done that is to end first."""
        return self.doing is not Doing.NOTHING

    @property
    def may_type(self) -> bool:
        """Whether the sheet takes words now."""
        return self.phase is Phase.READY and self.doing not in (Doing.KEEPING, Doing.SIGNING)

    def not_keepable(self) -> UserError | None:
        """Why letters of this case aren't this person's; None where they are."""
        return self._may("letter")

    def not_signable(self) -> NotYet | None:
        """Why it can't be signed off now; None where it can."""
        if not self.must_be_signed:
            return NotYet.NEEDS_NONE
        if self._may("letter_sign_off") is not None:
            return NotYet.MANAGERS_ONLY
        if not self.is_kept:
            return NotYet.UNKEPT
        if self.has_blanks:
            return NotYet.BLANKS
        return NotYet.SIGNED if self.is_signed else None

    def not_printable(self) -> NotYet | None:
        """Why it can't be printed now; None where it can."""
        if not self.is_kept:
            return NotYet.UNKEPT
        if self.has_blanks:
            return NotYet.BLANKS
        return NotYet.UNSIGNED if self.must_be_signed and not self.is_signed else None

    def way_on(self, part: PartOfApology) -> str:
        """The case's own move that brings a missing part about; empty where there is none for this person now."""
        move = WAYS_ON.get(part.missing, "") if part.missing is not None else ""
        possible = move and self.file is not None and refusal_of(move, self.file, self.person) is None
        return move if possible else ""

    def _may(self, act: str) -> UserError | None:
        try:
            check_right(act, self.person, desk=self.file.view.desk if self.file is not None else "", band=self.band)
        except UserError as refusal:
            return refusal
        return None

    def calm(self) -> "LetterState":
        """Without what was told before."""
        return replace(self, refusal=None, done=Done.NOTHING, saved=None)

    def at_rest(self, **changes: object) -> "LetterState":
        """The same once what was being done has ended."""
        return replace(replace(self, doing=Doing.NOTHING), **changes)  # type: ignore[arg-type]  # fields of this class


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is read when the window opens, or when the case was changed elsewhere."""

    file: CaseFile
    names: Mapping[str, str]
    kept: LetterRow | None
    fresh: LetterText  #: from the case, as the kept letter's language or the guest's has it
    apology: Apology
    seen: Seen
    typed: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Acted:
    """The kept letter after something was done to it, and what it and its case are by then."""

    row: LetterRow
    seen: Seen
    done: Done
