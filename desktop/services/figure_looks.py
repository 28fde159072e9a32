"""One look at a span: the cohort and what stands around it, read in one transaction."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.figures.cohort import CaseFacts, RemedyFacts, in_category
from desktop.domain.figures.counts import receiver_of
from desktop.domain.figures.detail import SPANS_BEFORE, Before
from desktop.domain.figures.lists import REFERRAL, Listable
from desktop.domain.figures.picks import CLOCKED, TESTS, Pick
from desktop.domain.figures.recurrent import Earlier, Recurrences, recurrences
from desktop.models.driver import Driver
from desktop.services.figure_rows import COUNTED, Window, read_between, read_earlier, read_received, read_remedies
from desktop.services.figure_stock import Stock, read_open, read_reopened, read_stock

_FIRST = f"SELECT min(c.received_at) FROM cases c WHERE {COUNTED} AND c.received_at <= ?"


@dataclass(frozen=True, slots=True)
class Look:
    """What was read of a window."""

    window: Window
    stock: Stock
    cohort: list[CaseFacts]
    earlier: list[Earlier]  #: counted cases of the days before, and all of the window
    remedies: list[RemedyFacts]
    logins: Mapping[int, str]

    def recurrences(self) -> Recurrences:
        """Which cases of the cohort came again."""
        return recurrences(self.cohort, self.earlier)

    def referred(self) -> frozenset[int]:
        """The cases that were given a referral."""
        return frozenset(remedy.case_id for remedy in self.remedies if remedy.kind == REFERRAL)


def take_look(driver: Driver, window: Window) -> Look:
    """Reads what a window's figures are made of."""
    stock = read_stock(driver, window)
    received = read_received(driver, window, stock.past)
    cohort = [case for case in received if in_category(case.category, window.category)] if window.category else received
    own = [Earlier(case.received, case.id, case.guest_id, case.category, case.place) for case in received]
    remedies = read_remedies(driver, window, cohort)
    logins: dict[int, str] = dict(driver.execute("SELECT id, login FROM staff"))
    earlier = read_earlier(driver, window, stock.past) + own
    return Look(window, stock, cohort, earlier, remedies, logins)


def look_before(driver: Driver, look: Look, starts: Sequence[int]) -> Before:
    """What came in the six spans before; ``starts`` are their first seconds (UTC) and the window's, in order."""
    category = look.window.category
    rows = read_between(driver, starts[0], starts[-1], look.stock.past)
    spans: list[list[Earlier]] = [[] for _ in range(SPANS_BEFORE)]
    for row in rows:
        if in_category(row.category, category):
            spans[bisect_right(starts, row.received) - 1].append(row)
    (first,) = driver.execute(_FIRST, (look.window.as_of,)).fetchone()
    return Before(
        categories=Counter(row.category for row in spans[-1]),
        places=[Counter(row.place for row in span if row.place) for span in spans],
        # A span counts where the site had begun by its end: its first days may lie before the first record.
        known=sum(first is not None and first < end for end in starts[1:]),
    )


def behind(driver: Driver, look: Look, pick: Pick) -> Sequence[Listable]:
    """The cases behind a figure. Raises ``KeyError`` for a kind that ``picks`` doesn't know."""
    match pick.kind:
        case "reopened":
            return read_reopened(look.window, look.stock)
        case "open":
            return read_open(driver, look.window, look.stock)
        case "recurrent":
            again = look.recurrences().all
            return [case for case in look.cohort if case.id in again]
        case "staff":
            return [case for case in look.cohort if receiver_of(case, look.logins) == pick.key]
        case kind if kind in CLOCKED:
            return [case for case in look.cohort if CLOCKED[kind](case, look.window.as_of)]
    test = TESTS[pick.kind]
    return [case for case in look.cohort if test(case, pick.key)]
