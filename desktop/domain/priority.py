"""Priority: a score that explains itself (domain.md 4).

The score is a sum of named points, the band follows from the score, and four rules may move the band: a floor set by
what the case touches, the band a reopened case came back with, the record's type, and a manager's override.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.kinds import Band, Channel, Flag, RecordType, Scope, TimePressure


class Repeat(StrEnum):
    """How often the guest has been here before with a complaint."""

    NONE = "none"
    SEVERAL = "several"  #: two or more complaints of this guest in 90 days, this one included
    SAME_PROBLEM = "same_problem"  #: another case of this guest with the same level-2 category is still open


@dataclass(frozen=True, slots=True)
class Points:
    """One line of the arithmetic shown to people: which part gave how many points (negative only for the cap)."""

    part: str
    points: int


@dataclass(frozen=True, slots=True)
class Rating:
    """All that the score reads. ``None`` means 'not assessed': it counts severity 2, one, 0 and none."""

    type: RecordType = RecordType.COMPLAINT
    channel: Channel = Channel.COUNTER
    severity: int | None = None
    scope: Scope | None = None
    emotion: int | None = None
    time_pressure: TimePressure | None = None
    flags: frozenset[Flag] = frozenset()
    guest_vip: bool = False
    guest_vulnerable: bool = False
    repeat: Repeat = Repeat.NONE


@dataclass(frozen=True, slots=True)
class Priority:
    """A score of 0–100 with its arithmetic, the band, and the rule that set the band.

    ``band_rule`` is ``points``, ``floor:FLAG``, ``override`` or ``reopened``.
    """

    points: tuple[Points, ...]
    score: int
    band: Band
    band_rule: str


HIGHEST_SCORE = 100
LOWEST_SCORE: Mapping[Band, int] = {Band.P1: 70, Band.P2: 50, Band.P3: 30, Band.P4: 0}

_SCOPE_POINTS = {Scope.ONE: 0, Scope.PARTY: 5, Scope.SEVERAL: 10, Scope.SITE: 15}
_TIME_POINTS = {TimePressure.NONE: 0, TimePressure.TODAY: 6, TimePressure.NOW: 12}
_REPEAT_POINTS = {Repeat.NONE: 0, Repeat.SEVERAL: 5, Repeat.SAME_PROBLEM: 8}
_P1_FLAGS = (
    Flag.INJURY,
    Flag.FOOD_ILLNESS,
    Flag.SECURITY,
    Flag.FIRE,
    Flag.HARASSMENT,
    Flag.DISCRIMINATION,
    Flag.DATA_LEAK,
)
_UNRATED_SEVERITY = 2


def score_points(rating: Rating) -> tuple[Points, ...]:
    """The parts that gave points, the largest first, and a ``cap`` for what passes 100; together they are the score."""
    parts = [
        Points("severity", 10 * (rating.severity or _UNRATED_SEVERITY)),
        Points("scope", _SCOPE_POINTS[rating.scope or Scope.ONE]),
        Points("emotion", 3 * (rating.emotion or 0)),
        Points("time", _TIME_POINTS[rating.time_pressure or TimePressure.NONE]),
        Points("repeat", _REPEAT_POINTS[rating.repeat]),
        _standing(rating),
        _exposure(rating),
    ]
    given = sorted((p for p in parts if p.points), key=lambda p: -p.points)
    over = sum(p.points for p in given) - HIGHEST_SCORE
    return (*given, Points("cap", -over)) if over > 0 else tuple(given)


def _standing(rating: Rating) -> Points:
    if rating.guest_vulnerable or Flag.VULNERABLE in rating.flags:
        return Points("vulnerable", 7)
    return Points("vip", 4 if rating.guest_vip or Flag.VIP in rating.flags else 0)


def _exposure(rating: Rating) -> Points:
    loud = {Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER} & rating.flags
    if loud or rating.channel is Channel.REGULATOR:
        return Points("exposure", 10)
    return Points("exposure", 5 if Flag.PUBLIC_POST in rating.flags else 0)


def band_of_score(score: int) -> Band:
    """The band that a score of 0–100 falls in."""
    return next(band for band, lowest in LOWEST_SCORE.items() if score >= lowest)


def floor_of(rating: Rating) -> tuple[Band, Flag] | None:
    """The band below which the case may not fall, and the flag that says so. Only complaints have floors."""
    if rating.type is not RecordType.COMPLAINT:
        return None
    gravest = next((flag for flag in _P1_FLAGS if flag in rating.flags), None)
    if gravest is not None:
        return Band.P1, gravest
    if Flag.REGULATOR in rating.flags or rating.channel is Channel.REGULATOR:
        return Band.P2, Flag.REGULATOR
    return None


def prioritise(rating: Rating, override: Band | None = None, reopened: Band | None = None) -> Priority:
    """Score, band and the rule that set the band.

    ``override`` is a manager's band and beats everything, floors too. ``reopened`` is the band that a reopened
    complaint came back with and may not fall below. Enquiries, suggestions and compliments stand at P4.
    """
    points = score_points(rating)
    score = sum(p.points for p in points)
    by_points = band_of_score(score) if rating.type is RecordType.COMPLAINT else Band.P4
    band, rule = by_points, "points"
    floor = floor_of(rating)
    if floor is not None and floor[0] < band:
        band, rule = floor[0], f"floor:{floor[1].value}"
    if reopened is not None and reopened < band and rating.type is RecordType.COMPLAINT:
        band, rule = reopened, "reopened"
    if override is not None:
        band, rule = override, "override"
    return Priority(points, score, band, rule)


def one_band_up(band: Band) -> Band:
    """The next more urgent band; P1 stays P1."""
    bands = list(Band)
    return bands[max(0, bands.index(band) - 1)]


def band_after_reopening(band: Band) -> Band:
    """One band up and at least P2 (domain.md 3, Reopened)."""
    return min(one_band_up(band), Band.P2)


def is_late(next_due: datetime | None, at: datetime) -> bool:
    """Whether ``at`` is strictly after the next due time."""
    return next_due is not None and next_due < at


def effective_band(band: Band, next_due: datetime | None, at: datetime) -> Band:
    """One band higher for as long as the case is late. It orders the queue and changes nothing else."""
    return one_band_up(band) if is_late(next_due, at) else band
