"""A history told again, up to a moment."""

from datetime import UTC, datetime
from typing import Any

from desktop.domain.figures.past import ToldEntry, brought_back, happened_by, life_of, of_a_book, tell, utc_seconds
from tests.support.figure_facts import DAY, HOUR, RECEIVED, case

FIRST, BACK, SECOND = RECEIVED + HOUR, RECEIVED + 2 * HOUR, RECEIVED + 3 * HOUR


def iso(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def entry(at: int, act: str, **after: Any) -> ToldEntry:
    return ToldEntry(at, "sam", act, {name: [None, value] for name, value in after.items()})


STORY = (
    entry(RECEIVED, "open", state="new", band="P4", resolve_due=iso(RECEIVED + DAY)),
    entry(FIRST, "resolve", state="resolved", resolved_at=iso(FIRST), last_resolved_at=iso(FIRST)),
    entry(BACK, "reopen", state="investigating", reopened_at=iso(BACK), band="P2", resolve_due=iso(BACK + DAY)),
    entry(SECOND, "resolve", state="resolved", last_resolved_at=iso(SECOND)),
)


def test_each_resolution_is_told_with_the_reopening_after_it() -> None:
    assert tell(STORY, SECOND).resolutions == ((FIRST, BACK), (SECOND, None))
    assert tell(STORY, SECOND - 1).resolutions == ((FIRST, BACK),)
    assert tell(STORY, BACK - 1).resolutions == ((FIRST, None),)
    assert tell(STORY, FIRST - 1).resolutions == ()


def test_the_first_resolution_keeps_its_due_time_and_its_resolver() -> None:
    told = tell(STORY, SECOND)
    assert (told.first_resolve_due, told.first_resolved_by) == (RECEIVED + DAY, "sam")
    then = brought_back(case(), told, {"sam": 7})
    assert (then.resolver_id, then.resolve_due, then.band) == (7, RECEIVED + DAY, "P2")
    before = brought_back(case(resolved=FIRST, resolver_id=7), tell(STORY, RECEIVED), {"sam": 7})
    assert (before.resolved, before.resolver_id, before.state, before.band) == (None, None, "new", "P4")


def test_what_was_undone_by_then_did_not_happen() -> None:
    undone = ToldEntry(
        BACK + 60, "sam", "undo", {"reopened_at": [iso(BACK), None], "state": ["investigating", "resolved"]}
    )
    assert tell((*STORY[:3], undone), BACK + 60).resolutions == ((FIRST, None),)
    taken_back = {
        "resolved_at": [iso(FIRST), None],
        "last_resolved_at": [iso(FIRST), None],
        "state": ["resolved", "new"],
    }
    told = tell((*STORY[:2], ToldEntry(FIRST + 60, "sam", "undo", taken_back)), FIRST + 60)
    assert (told.resolutions, told.first_resolved_by, told.fields["state"]) == ((), "", "new")


def test_what_was_opened_or_brought_in_later_is_told_all_the_same() -> None:
    assert tell(STORY, RECEIVED - HOUR).fields["state"] == "new"
    assert tell((entry(SECOND, "import", state="closed"),), RECEIVED).fields["state"] == "closed"


def test_an_old_book_gives_nothing_away_before_its_own_times() -> None:
    row = case(responded=FIRST, resolved=BACK, closed=SECOND, asked=SECOND, overall=5, outcome="upheld", compensation=9)
    seen = happened_by(of_a_book(row, FIRST), FIRST)
    assert (seen.responded, seen.resolved, seen.outcome, seen.overall, seen.compensation) == (
        FIRST,
        None,
        None,
        None,
        0,
    )
    assert happened_by(of_a_book(row, SECOND), SECOND) == row


def test_a_withdrawal_without_a_time_was_the_last_thing_that_happened() -> None:
    assert life_of(case(state="withdrawn", last_act=BACK), (), None).withdrawn == BACK
    assert life_of(case(state="new"), (), FIRST).withdrawn is None


def test_a_time_that_is_none_is_not_read() -> None:
    assert [utc_seconds(told) for told in (None, 5, "soon", iso(FIRST))] == [None, None, None, FIRST]
