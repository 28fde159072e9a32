"""A believable desk's life as a stream of acts (interfaces.md, Acts): the same for the same seed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from operator import itemgetter
from zoneinfo import ZoneInfo

from desktop.domain.kinds import Language, Property, RecordType
from desktop.domain.wallclock import utc_at
from desktop.samples.caselog import Act, shown
from desktop.samples.lives import Lives
from desktop.samples.present import SLOTS, Present
from desktop.samples.rhythm import first_day
from desktop.samples.scene import Complaint, Scene

_ONE_OPEN_IN = 4  #: of a handful of cases, this share is open
_STAFF_MINUTE = 9 * 60  #: when the staff list is written, on the day before the first case
#: What there is suddenly more of last week: category, floor (hotel), and the days and minutes it came in.
_SURGES = {Property.HOTEL: ("H01-1", 9), Property.RETAIL: ("R03-1", 0)}
_SURGE_TIMES = ((6, 18 * 60 + 10), (5, 19 * 60 + 25), (4, 17 * 60 + 40))
#: Yesterday's cases whose guests are to be called today.
_FOLLOW_UP_TIMES = ((1, 10 * 60 + 35), (1, 14 * 60 + 15), (1, 16 * 60 + 50), (1, 18 * 60 + 5))
_CASES_FOR_BOTH = 30


def sample_acts(
    property_: Property,
    language: Language,
    zone: ZoneInfo,
    until: datetime,
    months: int,
    cases: int,
    seed: int,
    owner: str = "owner",
) -> Iterator[Act]:
    """Acts that fill a practice workspace: the staff list, then ``cases`` cases of the ``months`` up to ``until``.

    ``until`` is aware; the acts come in order of their times, none after it, and the last cases are still open then.
    ``owner`` is the login of the workspace's owner. Raises ``ValueError`` for a time without zone, less than one month
    or less than no cases.
    """
    if until.tzinfo is None or months < 1 or cases < 0:
        raise ValueError("a sample needs an aware moment, a month or more, and no negative number of cases")
    until = until.astimezone(UTC).replace(microsecond=0)
    scene = Scene.of(property_, language, zone, until, seed, owner)
    told = _tell(scene, months, cases)
    acts = [entry for case in told for entry in case.log.acts]
    acts.sort(key=itemgetter(0))
    yield from _staff_acts(scene, months)
    yield from (act for _, act in acts)


def _staff_acts(scene: Scene, months: int) -> Iterator[Act]:
    at = shown(utc_at(first_day(scene.until, scene.zone, months), _STAFF_MINUTE, scene.zone), scene.zone)
    for person in scene.roster.staff:
        who = {"login": person.login, "name": person.name, "role": person.role.value, "department": person.department}
        yield {"act": "staff", "by": scene.roster.owner.login, "at": at, **who}


def _tell(scene: Scene, months: int, cases: int) -> Iterator[Complaint]:
    """All cases: the everyday ones, last week's surge, yesterday's follow-ups, and those still open."""
    open_now = SLOTS[: cases // _ONE_OPEN_IN]
    surge, to_call = (_SURGE_TIMES, _FOLLOW_UP_TIMES) if cases >= _CASES_FOR_BOTH else ((), ())
    refs = (f"c{number:05}" for number in range(1, cases + 1))
    lives = Lives(scene)
    for received in scene.rhythm.arrivals(scene.until, months, cases - len(surge) - len(to_call) - len(open_now)):
        yield lives.tell(next(refs), received)
    category, floor = _SURGES[scene.property]
    stories = [s for s in scene.pack.stories[RecordType.COMPLAINT] if s.category == category]
    for days, minute in surge:
        received = scene.rhythm.on_day_before(scene.until, days, minute)
        yield lives.tell_soon_over(next(refs), received, scene.pick(stories), floor)
    for days, minute in to_call:
        yield lives.tell_just_told(next(refs), scene.rhythm.on_day_before(scene.until, days, minute))
    present = Present(scene, lives)
    for slot in open_now:
        yield present.tell(next(refs), slot)
