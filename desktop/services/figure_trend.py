"""The trend of thirteen months, by one cheap statement a month."""

from collections.abc import Sequence
from fractions import Fraction

from desktop.domain.figures.assembling import rate
from desktop.domain.figures.report_shapes import MonthPoint
from desktop.domain.figures.rounding import half_up, ratio
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Property
from desktop.models.driver import Driver
from desktop.services.figure_rows import COUNTED, Past, Window

#: Cases that stood otherwise at the moment; then cases, answers and their sum of the others.
_MONTH = f"""SELECT total(c.last_act_at > :as_of), total(counts), total(counts AND overall IS NOT NULL),
total(CASE WHEN counts THEN overall END) FROM (
SELECT c.last_act_at, {COUNTED} AND c.last_act_at <= :as_of AS counts,
CASE WHEN c.survey <> '{{}}' THEN json_extract(c.survey, '$.overall') END AS overall
FROM cases c WHERE c.received_at >= :start AND c.received_at < :end) c"""


def read_trend(
    driver: Driver,
    months: Sequence[Month],
    windows: Sequence[Window],
    activities: Sequence[Fraction | None],
    property_: Property,
) -> tuple[MonthPoint, ...]:
    """A point for each month. The windows are as of one moment and in order."""
    counts = [_counts(driver, window) for window in windows]
    past = Past(driver, windows[-1]) if any(changed for changed, *_ in counts) else None
    points = []
    for month, window, (_, received, answers, total), activity in zip(months, windows, counts, activities, strict=True):
        if past is not None:
            then = [case for case in past.counted() if window.start <= case.received < window.end]
            scores = [case.overall for case in then if case.overall is not None]
            received, answers, total = received + len(then), answers + len(scores), total + sum(scores)
        per_activity = rate(received, activity, property_)
        points.append(
            MonthPoint(month, received, None if per_activity is None else half_up(per_activity), ratio(total, answers))
        )
    return tuple(points)


def _counts(driver: Driver, window: Window) -> tuple[int, int, int, int]:
    values = {"as_of": window.as_of, "start": window.start, "end": window.end}
    changed, received, answers, total = driver.execute(_MONTH, values).fetchone()
    return int(changed), int(received), int(answers), int(total)
