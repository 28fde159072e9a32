"""What a person asks the desk to do: one frozen value per act (interfaces.md, Acts).

The window, bulk acts and files of acts build the same values, so the same guards meet them. Values are checked where
they are read (``desktop.exchange.act_fields``, the forms); texts once more when they are stored.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.domain.conversations import Talk
from desktop.domain.kinds import (
    Answer,
    Band,
    Channel,
    Closure,
    Flag,
    Medium,
    Outcome,
    RecordType,
    RemedyKind,
    Role,
    Scope,
    TimePressure,
    WaitFor,
)


@dataclass(frozen=True, slots=True)
class GuestDetails:
    """The complainant as given at the counter; every part may be missing.

    ``id`` is the guest record that the complaint was begun from, where it was; a phone or e-mail that is another
    record's still means that one (domain.md 4). Files of acts have none.
    """

    name: str = ""
    honorific: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    vip: bool = False
    vulnerable: bool = False
    id: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything is given by which the guest could be found again."""
        return bool(self.name or self.phone or self.email) or self.id is not None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Ratings of a case. ``None`` keeps what the case has (and, in ``assess``, confirms it)."""

    type: RecordType | None = None
    category: str | None = None
    severity: int | None = None
    scope: Scope | None = None
    emotion: int | None = None
    time_pressure: TimePressure | None = None
    flags: frozenset[Flag] | None = None
    cause: str | None = None
    impact: str | None = None
    nature: str | None = None


@dataclass(frozen=True, slots=True)
class RemedyOffer:
    """One thing offered to the guest; ``amount`` in minor units, 0 where it costs nothing."""

    kind: RemedyKind
    amount: int = 0
    note: str = ""
    law_card: str = ""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A new record. ``received_at`` is None for 'now'; times are aware. ``talk``: the conversation it was told in."""

    type: RecordType
    channel: Channel
    text: str
    written: bool = False
    guest: GuestDetails = field(default_factory=GuestDetails)
    anonymous: bool = False
    on_behalf_of: str = ""
    room: str = ""
    reference: str = ""
    place: str = ""
    problem_date: date | None = None
    category: str | None = None
    severity: int | None = None
    scope: Scope | None = None
    emotion: int | None = None
    time_pressure: TimePressure | None = None
    flags: frozenset[Flag] = frozenset()
    expected: str = ""
    actual: str = ""
    gap: int | None = None
    nature: str = ""
    cause: str = ""
    impact: str = ""
    wants: tuple[str, ...] = ()
    on_the_spot: bool = False
    received_at: datetime | None = None
    reason: str = ""
    talk: Talk | None = None


@dataclass(frozen=True, slots=True)
class OnCase:
    """An act on one case. ``version`` is the one the person saw; None where nobody was looking (files of acts)."""

    case: str
    version: int | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Acknowledge(OnCase):
    """Tells the guest that the complaint has arrived."""

    medium: Medium
    when: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Assess(OnCase):
    """Rates the case; in a later open state it rates anew and the state stays."""

    assessment: Assessment = field(default_factory=Assessment)


@dataclass(frozen=True, slots=True)
class Override(OnCase):
    """A manager sets the band."""

    band: Band
    reason: str


@dataclass(frozen=True, slots=True)
class Take(OnCase):
    """Makes the taker the owner, whoever had it."""


@dataclass(frozen=True, slots=True)
class HandOver(OnCase):
    """Gives the case to a colleague (login) or a department, or both."""

    to: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class Investigate(OnCase):
    """Looking into it begins."""


@dataclass(frozen=True, slots=True)
class Wait(OnCase):
    """The case can't go on before the guest or a department has done something."""

    for_: WaitFor
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resume(OnCase):
    """It can: the case goes back to the state it waited from."""


@dataclass(frozen=True, slots=True)
class AddTask(OnCase):
    """Something to do for a colleague (login) or a department, or for whoever comes first."""

    title: str
    department: str = ""
    to: str = ""
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class FinishTask(OnCase):
    """A task is done. ``task`` is its place on the case as digits, or its title."""

    task: str


@dataclass(frozen=True, slots=True)
class AddPromise(OnCase):
    """The guest was promised something by a time."""

    text: str
    due: datetime


@dataclass(frozen=True, slots=True)
class KeepPromise(OnCase):
    """A promise was kept. ``promise`` is its place on the case as digits, or its text; ``reason`` says what else."""

    promise: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelPromise(OnCase):
    """A promise can't be kept, or needn't; the guest is owed the reason."""

    promise: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Involve(OnCase):
    """A colleague (login) works on the case beside its owner."""

    login: str


@dataclass(frozen=True, slots=True)
class Release(OnCase):
    """A colleague (login) has done their part."""

    login: str


@dataclass(frozen=True, slots=True)
class Restrict(OnCase):
    """Makes a delicate case readable to those who lead alone, or readable again."""

    restricted: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attach(OnCase):
    """Puts a photo, scan or text on the case. Its bytes were kept under their hash before (``AttachmentService``)."""

    name: str
    kind: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Detach(OnCase):
    """Takes an attachment off again. ``place`` names it on the case."""

    place: int


@dataclass(frozen=True, slots=True)
class AddNote(OnCase):
    """A note for colleagues."""

    text: str


@dataclass(frozen=True, slots=True)
class AddContact(OnCase):
    """A contact with the guest, or an attempt (``reached`` False)."""

    text: str
    medium: Medium = Medium.IN_PERSON
    with_whom: str = ""
    when: datetime | None = None
    reached: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmFacts(OnCase):
    """The facts are established: what, by whom and when."""

    text: str


@dataclass(frozen=True, slots=True)
class Propose(OnCase):
    """Offers remedies to the guest, within authority; above it ``ask`` has the offer wait for an approval."""

    remedies: tuple[RemedyOffer, ...]
    solution: str = ""
    beyond_expectation: str = ""
    prevention: str = ""
    replaces: bool = False
    ask: bool = False


@dataclass(frozen=True, slots=True)
class Approve(OnCase):
    """Grants the oldest offer of the case that waits for an approval."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decline(OnCase):
    """Doesn't grant it."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resolve(OnCase):
    """The guest was told the result and answered. Enquiries and the like end with it and need neither."""

    told_by: Medium | None = None
    answer: Answer | None = None
    emotion_at_close: int | None = None
    when: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settle(OnCase):
    """Settled on the spot: from New to Resolved in one act, told in person and accepted."""

    remedies: tuple[RemedyOffer, ...]
    assessment: Assessment = field(default_factory=Assessment)
    emotion_at_close: int | None = None
    when: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RecordSurvey(OnCase):
    """The four questions; nothing given means asked. Scores 1–5, ``recommend`` 0–10."""

    overall: int | None = None
    fair: int | None = None
    easy: int | None = None
    respect: int | None = None
    recommend: int | None = None
    came_back: bool | None = None


@dataclass(frozen=True, slots=True)
class CloseCase(OnCase):
    """Ends the case with what was learned."""

    root_cause: str
    outcome: Outcome
    closure: Closure
    lesson: str
    whys: tuple[str, ...] = ()
    survey_not_asked: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reopen(OnCase):
    """The guest came back with the same complaint."""

    reason: str


@dataclass(frozen=True, slots=True)
class Withdraw(OnCase):
    """The guest takes the complaint back."""

    reason: str


@dataclass(frozen=True, slots=True)
class MarkNotComplaint(OnCase):
    """It was no complaint after all."""

    reason: str


@dataclass(frozen=True, slots=True)
class MarkDuplicate(OnCase):
    """The same complaint stands already under another number."""

    of: str


@dataclass(frozen=True, slots=True)
class SetStaff:
    """Adds a colleague or changes name, role and department of one."""

    login: str
    name: str
    role: Role
    department: str = ""


@dataclass(frozen=True, slots=True)
class SetRules:
    """New rules: ``kind`` is ``calendar``, ``targets``, ``authority`` or ``shifts``, ``data`` as in the act."""

    kind: str
    data: object


Command = OpenCase | OnCase | SetStaff | SetRules
