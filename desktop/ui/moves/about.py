"""What a move's form knows of the case it is about, and of the desk; whoever opens the form fills it in.

Times are aware, sums minor units of the site's currency.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo

from desktop.domain.case_file import CaseFile, Ending, Rating, Story
from desktop.domain.commands import OpenCase
from desktop.domain.kinds import Answer, Band, Channel, Flag, Medium, RecordType, RemedyKind, State
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.priority import Points, Repeat, prioritise
from desktop.domain.priority import Rating as Rated
from desktop.domain.rows import CaseView, Found, QueueRow, RemedyRow, StaffRow
from desktop.domain.taxonomy import Taxonomy
from desktop.domain.wallclock import local_day

#: How a complaint that came this way is usually answered first.
USUAL_MEDIUM = {
    Channel.COUNTER: Medium.IN_PERSON,
    Channel.PHONE: Medium.PHONE,
    Channel.EMAIL: Medium.EMAIL,
    Channel.LETTER: Medium.LETTER,
    Channel.SOCIAL: Medium.SOCIAL,
    Channel.SURVEY: Medium.EMAIL,
    Channel.CHAT: Medium.CHAT,
    Channel.HOTLINE: Medium.HOTLINE,
    Channel.OTA: Medium.OTA,
    Channel.REGULATOR: Medium.REGULATOR,
}
_SAME_PROBLEM_POINTS = 8


def _find_nothing(_words: str) -> Sequence[Found]:
    return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is the same for every case: who sits here, the site, and the clock. ``find`` looks for other cases."""

    person: Person
    taxonomy: Taxonomy
    zone: tzinfo
    currency: Currency
    now: Callable[[], datetime]
    people: tuple[StaffRow, ...] = ()
    departments: tuple[str, ...] = ()
    law_cards: tuple[str, ...] = ()
    find: Callable[[str], Sequence[Found]] = _find_nothing


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the person may still give on the case on their own authority; ``left`` is None without a limit."""

    left: int | None


@dataclass(frozen=True, slots=True)
class About:
    """One case as a form sees it. What nobody knows stays at its default; the services judge anyway."""

    number: str
    type: RecordType
    state: State
    band: Band
    channel: Channel
    received_at: datetime
    around: Surroundings
    category: str | None = None
    rating: Rating = field(default_factory=Rating)
    story: Story = field(default_factory=Story)
    ending: Ending = field(default_factory=Ending)
    vip: bool = False
    vulnerable: bool = False
    repeat: Repeat = Repeat.NONE
    reopened_band: Band | None = None
    owner_id: int | None = None
    department: str = ""
    tasks_open: int = 0
    promises_open: int = 0
    tries: frozenset[date] = frozenset()  #: local days, since a reopening, on which the guest was tried in vain
    compensation: int = 0
    on_offer: int = 0  #: goodwill that an offer in place of the present one takes back
    by_law: bool = False  #: a statutory sum stands on the case
    allowance: Allowance | None = None  #: None: not known here
    request_waits: bool = False
    restricted: bool = False
    others_may_close: bool = True  #: somebody other than the one who resolved could close a P1 or P2

    @property
    def is_complaint(self) -> bool:
        """Whether the whole way of a complaint is asked of the record."""
        return self.type is RecordType.COMPLAINT

    @property
    def is_one(self) -> bool:
        """Whether it is one case that is known; bulk acts are about several."""
        return bool(self.number)

    @property
    def survey_asked(self) -> bool:
        """Whether the guest was asked since the last resolution: each one is asked about anew."""
        ending = self.ending
        asked, resolved = ending.survey.asked_at, ending.last_resolved_at
        if asked is None or ending.reopened_at is None or resolved is None:
            return asked is not None
        return asked >= resolved

    def now(self) -> datetime:
        """The present moment."""
        return self.around.now()


def about_file(
    file: CaseFile, around: Surroundings, *, allowance: Allowance | None = None, others_may_close: bool = True
) -> About:
    """What the case screen knows."""
    row, rating, zone = file.view.row, file.rating, around.zone
    return About(
        number=row.number,
        type=row.type,
        state=row.state,
        band=row.band,
        channel=file.view.channel,
        received_at=row.received_at,
        around=around,
        category=row.category,
        rating=rating,
        story=file.story,
        ending=file.ending,
        vip=file.complainant.vip,
        vulnerable=file.complainant.vulnerable,
        repeat=_repeat(row.points),
        reopened_band=_reopened_band(row),
        owner_id=row.owner_id,
        department=file.department,
        tasks_open=file.tasks_open,
        promises_open=file.promises_open,
        tries=_tries(file, zone),
        compensation=file.compensation,
        on_offer=_on_offer(file.view.remedies, file.ending),
        by_law=any(r.kind == RemedyKind.STATUTORY_SUM and not r.taken_back for r in file.view.remedies),
        allowance=allowance,
        request_waits=file.waiting_request is not None,
        restricted=file.restricted,
        others_may_close=others_may_close,
    )


def about_row(
    row: QueueRow,
    view: CaseView | None,
    around: Surroundings,
    *,
    file: CaseFile | None = None,
    allowance: Allowance | None = None,
) -> About:
    """What the queue's preview knows: the row, the case once it is read, and its whole file where that was read too."""
    if file is not None:
        return about_file(file, around, allowance=allowance)
    flags = view.flags if view else frozenset()
    rating = Rating(
        severity=view.severity if view else _severity(row.points),
        emotion=row.emotion,
        flags=flags,
        override_band=row.band.value if row.band_rule == "override" else None,
    )
    given = {point.part for point in row.points}
    return About(
        number=row.number,
        type=row.type,
        state=row.state,
        band=row.band,
        channel=view.channel if view else Channel.COUNTER,
        received_at=row.received_at,
        around=around,
        category=row.category,
        rating=rating,
        vip=row.vip and Flag.VIP not in flags,
        vulnerable="vulnerable" in given and Flag.VULNERABLE not in flags,
        repeat=_repeat(row.points),
        reopened_band=_reopened_band(row),
        owner_id=row.owner_id,
        on_offer=_on_offer(view.remedies, Ending()) if view else 0,
        allowance=allowance,
    )


def about_opening(
    opening: OpenCase, around: Surroundings, *, repeat: Repeat = Repeat.NONE, allowance: Allowance | None = None
) -> About:
    """What New complaint knows of a case that is about to be recorded and settled; it has no number yet."""
    severity, scope, emotion = opening.severity, opening.scope, opening.emotion
    about = About(
        number="",
        type=opening.type,
        state=State.NEW,
        band=Band.P4,
        channel=opening.channel,
        received_at=opening.received_at or around.now(),
        around=around,
        category=opening.category,
        rating=Rating(severity, scope, emotion, opening.time_pressure, opening.flags),
        vip=opening.guest.vip,
        vulnerable=opening.guest.vulnerable,
        repeat=repeat,
        allowance=allowance,
    )
    return replace(about, band=prioritise(rated(about)).band)


def about_rows(rows: Sequence[QueueRow], around: Surroundings) -> About:
    """What is asked once for several chosen cases; the earliest received time says since when something may count."""
    first = min(rows, key=lambda row: row.received_at)
    bands = {row.band for row in rows}
    return About(
        number="",
        type=first.type,
        state=first.state,
        band=min(bands),
        channel=Channel.COUNTER,
        received_at=first.received_at,
        around=around,
    )


def rated(about: About) -> Rated:
    """The case's ratings as the score reads them."""
    rating = about.rating
    return Rated(
        type=about.type,
        channel=about.channel,
        severity=rating.severity,
        scope=rating.scope,
        emotion=rating.emotion,
        time_pressure=rating.time_pressure,
        flags=rating.flags,
        guest_vip=about.vip,
        guest_vulnerable=about.vulnerable,
        repeat=about.repeat,
    )


def _repeat(points: Sequence[Points]) -> Repeat:
    """How often the guest was here, from what it gave: a form can't look for the guest's other cases."""
    given = next((point.points for point in points if point.part == "repeat"), 0)
    if not given:
        return Repeat.NONE
    return Repeat.SAME_PROBLEM if given == _SAME_PROBLEM_POINTS else Repeat.SEVERAL


def _tries(file: CaseFile, zone: tzinfo) -> frozenset[date]:
    since = file.ending.reopened_at
    missed = [contact.at for contact in file.contacts if not contact.reached]
    return frozenset(local_day(at, zone) for at in missed if since is None or at >= since)


def _severity(points: Sequence[Points]) -> int | None:
    return next((point.points // 10 for point in points if point.part == "severity"), None)


def _reopened_band(row: QueueRow) -> Band | None:
    return row.band if row.band_rule == "reopened" else None


def _on_offer(remedies: Sequence[RemedyRow], ending: Ending) -> int:
    """What the guest had accepted before a reopening is in their hands and stays."""
    since = ending.reopened_at if ending.answer is Answer.ACCEPTED else None
    return sum(
        remedy.amount
        for remedy in remedies
        if not remedy.taken_back and remedy.kind != RemedyKind.STATUTORY_SUM and (since is None or remedy.at >= since)
    )
