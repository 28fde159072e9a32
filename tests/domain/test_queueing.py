"""The order of the queue as seven ranges (domain.md 4, Queue order)."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Band, State
from desktop.domain.priority import effective_band, is_late
from desktop.domain.queueing import SEGMENTS, QueueFilter

NOON = datetime(2026, 6, 6, 4, tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)
rows = st.tuples(
    st.sampled_from(Band), st.none() | st.integers(-5, 5).map(lambda minutes: NOON + timedelta(minutes=minutes))
)


def test_every_case_falls_in_exactly_one_range() -> None:
    ranges = [(band, segment.late) for segment in SEGMENTS for band in segment.bands]
    assert sorted(ranges) == sorted((band, late) for band in Band for late in (True, False))


@given(st.lists(rows))
def test_the_ranges_one_after_another_are_the_queue(cases: list[tuple[Band, datetime | None]]) -> None:
    """Effective band, then next due: none due comes last in its band."""
    expected = sorted((effective_band(band, due, NOON), due or NEVER) for band, due in cases)
    by_ranges = [
        (effective_band(band, due, NOON), due or NEVER)
        for segment in SEGMENTS
        for band, due in sorted(cases, key=lambda case: case[1] or NEVER)
        if band in segment.bands and is_late(due, NOON) is segment.late
    ]
    assert by_ranges == expected


def test_a_filter_without_parts_narrows_nothing() -> None:
    assert QueueFilter().is_empty
    assert not QueueFilter(bands=frozenset({Band.P1})).is_empty
    assert not QueueFilter(states=frozenset({State.NEW})).is_empty
    assert not QueueFilter(category="H01").is_empty
    assert not QueueFilter(owner_id=0).is_empty
