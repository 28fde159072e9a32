"""What was open, came, came back and went: the stock of a window, counted by SQLite as far as it can (performance.md).

Cases that never came back and stand as their columns say are counted in two ranges of one covering index: those without
a time of resolution, and those resolved since the window began. What was over before isn't read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.figures.cohort import CaseFacts, NamedFacts, in_category
from desktop.domain.figures.flow import FlowCounts, count_life, count_lives, is_open_at
from desktop.models.driver import Driver
from desktop.services.figure_rows import CAME_BACK, COUNTED, FACTS, Lived, Past, Window, lives_of

_OF_ALL = "FROM cases c INDEXED BY ix_cases_standing WHERE"
_ONCE = f"""c.received_at < :end AND c.last_act_at <= :as_of AND {COUNTED} AND c.id NOT IN {CAME_BACK}
AND (:category = '' OR c.category = :category OR substr(c.category, 1, :length) = :category || '-')"""
_HAS_CHANGED = """SELECT EXISTS (SELECT 1 FROM cases INDEXED BY ix_cases_last_act_at
WHERE last_act_at > :as_of AND received_at < :end)"""
#: The counts of the flow, in its order. What is done without a time was done when it was closed, or last heard of. (The
#: limit that limits nothing keeps SQLite from working each column out anew for every sum.)
_WITHOUT_TIME = f"""SELECT
total(came < :start AND (done IS NULL OR done >= :start) AND (withdrawn IS NULL OR withdrawn >= :start)),
total(came >= :start), 0,
total(done >= :start AND done < :end),
total(withdrawn >= :start AND withdrawn < :end),
total((done IS NULL OR done >= :end) AND (withdrawn IS NULL OR withdrawn >= :end)),
total(done >= :start AND done < :end), 0 FROM (
SELECT c.received_at AS came,
CASE WHEN c.state = 'withdrawn' THEN coalesce(c.ended_at, c.last_act_at) END AS withdrawn,
CASE WHEN c.state IN ('resolved', 'closed') THEN coalesce(c.closed_at, c.last_act_at) END AS done
{_OF_ALL} c.resolved_at IS NULL AND {_ONCE}
LIMIT -1 OFFSET 0)"""
_RESOLVED = f"""SELECT total(c.received_at < :start), total(c.received_at >= :start), 0, total(c.resolved_at < :end), 0,
total(c.resolved_at >= :end), total(c.resolved_at < :end), 0
{_OF_ALL} c.resolved_at >= :start AND {_ONCE}"""
#: Of these, those that were open at a moment; the fields of ``NamedFacts`` in their order.
_NAMED = """SELECT c.id, c.number, c.received_at, c.state, coalesce(c.category, ''), c.owner_id, c.owner_name, c.band,
c.restricted"""
_OPEN = f"""{_NAMED} {_OF_ALL} c.resolved_at IS NULL AND {_ONCE}
AND (c.state <> 'withdrawn' OR coalesce(c.ended_at, c.last_act_at) >= :end)
AND (c.state NOT IN ('resolved', 'closed') OR coalesce(c.closed_at, c.last_act_at) >= :end)
UNION ALL {_NAMED} {_OF_ALL} c.resolved_at >= :end AND {_ONCE}"""
#: Cases that came back, less those that were over for good before the window began.
_TURNED = f"""{FACTS} WHERE c.received_at < ? AND c.last_act_at <= ? AND {COUNTED} AND c.id IN {CAME_BACK}
AND NOT (c.state IN ('resolved', 'closed')
    AND max(coalesce(c.last_resolved_at, 0), coalesce(c.closed_at, c.last_act_at)) < ?)"""


@dataclass(frozen=True, slots=True)
class Stock:
    """The flow of a window, and the cases that stood otherwise at its moment; None where all stand as they stood."""

    flow: FlowCounts
    past: Past | None
    lived: Sequence[Lived]  #: counted cases that came back at some time, and those that stood otherwise


def read_stock(driver: Driver, window: Window) -> Stock:
    """What came, came back and went; the cases that stood otherwise at the moment are counted one by one."""
    values = _values(window)
    (has_changed,) = driver.execute(_HAS_CHANGED, values).fetchone()
    past = Past(driver, window) if has_changed else None
    lived = _turned(driver, window) + (past.lives(window.category) if past else [])
    counts = count_lives((life for _, life in lived), window.start, window.end)
    for sql in (_WITHOUT_TIME, _RESOLVED):
        counts = counts.plus(FlowCounts(*map(int, driver.execute(sql, values).fetchone())))
    return Stock(counts, past, lived)


def read_open(driver: Driver, window: Window, stock: Stock) -> list[CaseFacts | NamedFacts]:
    """The counted cases that were open at the window's end, as far as lists name them."""
    once = map(NamedFacts._make, driver.execute(_OPEN, _values(window)))
    return [*once, *(facts for facts, life in stock.lived if is_open_at(life, window.end))]


def read_reopened(window: Window, stock: Stock) -> list[CaseFacts]:
    """The counted cases that came back within the window."""
    return [facts for facts, life in stock.lived if count_life(life, window.start, window.end).reopened]


def _turned(driver: Driver, window: Window) -> list[Lived]:
    """The counted cases that came back at some time and stand as their columns say, with their lives."""
    found = map(CaseFacts._make, driver.execute(_TURNED, (window.end, window.as_of, window.start)))
    return lives_of(driver, [row for row in found if in_category(row.category, window.category)])


def _values(window: Window) -> dict[str, int | str]:
    return {
        "start": window.start,
        "end": window.end,
        "as_of": window.as_of,
        "category": window.category,
        "length": len(window.category) + 1,
    }
