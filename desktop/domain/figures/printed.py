"""Printed months: what is known of each report that was made, and how far every month is (figures.md)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language

MOST_DECISIONS = 3  #: for the month after a report


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as it was printed, without its pages. Moments are aware UTC; ``sha256`` is of the PDF."""

    id: int
    month: Month
    language: Language
    as_of: datetime
    made_at: datetime
    by: str  #: login
    pages: int
    sha256: str


class MonthCondition(StrEnum):
    """How far a month's report is."""

    NONE = "none"  #: over, without a complaint
    RUNNING = "running"  #: not over yet
    READY = "ready"  #: over, and not printed since
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class MonthState:
    """A month in the list of reports. What was printed before the month was over is no report of the whole month."""

    month: Month
    condition: MonthCondition
    received: int  #: counted complaints, as they stand now
    times: int  #: how often a report of it was made, of the running month too
    last: KeptReport | None  #: the newest of these
    has_changed: bool = False  #: the figures are other ones now than in the newest report of the whole month
