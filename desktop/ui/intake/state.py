"""All that the intake page shows: one frozen value. Equal states look the same."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desktop.domain.completeness import Completeness, Fact
from desktop.domain.past_help import PastHelp, RemedyIdea
from desktop.domain.priority import Priority
from desktop.domain.rows import Draft
from desktop.errors import UserError
from desktop.ui.conversation.state import ConversationState
from desktop.ui.intake.checks import Earlier, place_of
from desktop.ui.intake.draft_keeper import DraftStatus, Kept
from desktop.ui.intake.form import Form
from desktop.ui.intake.guest_finder import GuestFound
from desktop.ui.intake.settling import Settling
from desktop.ui.moves import Allowance

_ASKED_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class IntakeState:
    """What stands in the form and what follows from it, at the moment ``now``."""

    now: datetime
    completeness: Completeness
    priority: Priority
    form: Form = field(default_factory=Form)
    filled: int = 0  #: grows when the form was filled from outside the fields (a draft, a known guest, cleared)
    words: int = 0
    began_at: datetime | None = None
    draft: DraftStatus = field(default_factory=DraftStatus)
    is_saving: bool = False
    refusals: tuple[UserError, ...] = ()  #: at fields, in reading order
    trouble: UserError | None = None  #: why the case couldn't be saved, where no field is to blame
    found: GuestFound = field(default_factory=GuestFound)
    settling: Settling = field(default_factory=Settling)
    earlier: Earlier = Earlier.NOTHING
    offered: Draft | None = None
    parked: tuple[Draft, ...] = ()  #: the person's other drafts, the newest first
    recent: tuple[str, ...] = ()  #: category codes taken last, the newest first
    past: tuple[PastHelp, ...] | None = None  #: what helped others; None: not asked yet
    ideas: tuple[RemedyIdea, ...] = ()
    allowance: Allowance | None = None  #: what the person may give; None until the desk has said it
    talk: ConversationState | None = None  #: None where nothing leads a conversation
    manager: str = ""  #: who is on duty, by the first line of the duty card

    @property
    def ask_next(self) -> tuple[Fact, ...]:
        """The one or two most useful missing facts."""
        return self.completeness.ask_next[:_ASKED_AT_ONCE]

    @property
    def lasting(self) -> timedelta:
        """How long the conversation has taken; a clock set back counts as no time."""
        if self.form.conversation is not None:
            return self.form.conversation.time_in_all(self.now)
        return max(self.now - self.began_at, timedelta()) if self.began_at else timedelta()

    @property
    def saved_ago(self) -> timedelta | None:
        """How long ago the draft was saved, or None where it never was."""
        return max(self.now - self.draft.saved_at, timedelta()) if self.draft.saved_at else None

    @property
    def is_at_risk(self) -> bool:
        """Whether what was typed stands in the window only, because it couldn't be saved."""
        return self.draft.kept is Kept.FAILED

    def refusal_at(self, place: str) -> UserError | None:
        """What is wrong at a field."""
        return next((refusal for refusal in self.refusals if place_of(refusal) == place), None)
