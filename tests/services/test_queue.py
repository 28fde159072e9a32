"""The queue of a real database is the order of domain.md 4, at any moment, in pages of any size."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Band, State
from desktop.domain.queueing import EVERYTHING, Chip, QueueFilter
from desktop.domain.rows import QueueKey, QueueRow
from desktop.models.archives import DATABASE
from desktop.services.desk import Desk
from tests.support.acts import APOLOGY, MILD, Story
from tests.support.clock import EVENING
from tests.support.sites import open_site
from tests.support.staffed import contents, staffed_folder

ORDER = list(Band)
FAR = datetime.max.replace(tzinfo=UTC)
RATINGS: list[dict[str, Any]] = [
    {},
    {"severity": 3, "category": "H01-1"},
    {"severity": 4, "scope": "site", "category": "H02-3"},
    {"flags": ["fire"], "category": "H09-4"},
    {"channel": "regulator"},
    {"type": "enquiry", "category": "H01"},
    {"on_the_spot": True, "severity": 3},
]


def fill(story: Story) -> None:
    """Cases of every band and state, some of one second, their numbers running past 9999, some never due."""
    with closing(sqlite3.connect(story.desk.workspace.folder / DATABASE)) as database:
        database.execute("INSERT INTO counters VALUES ('number:HH-D1-20261119', 9990)")
        database.commit()
    opened = []
    for n in range(70):
        opened.append(story.open(text=f"Case {n}", **RATINGS[n % len(RATINGS)]))
        if n % 3 == 0:
            story.wait(minutes=n % 17)
        if n == 55:  # open from now on: never
            story.act("calendar", intervals={}, extra={"2020-01-01": ["09:00-10:00"]})
    story.wait(minutes=5)
    for n, number in enumerate(opened):
        if n % 11 == 0:
            story.act("withdraw", number, reason="a")
        elif n % 13 == 0:
            story.act("take", number, by="sam")
        elif n % 5 == 0 and story.state(number) == "new":
            story.lead(number, ["acknowledged", "assessed", "proposed", "resolved"][n // 5 % 4])


@dataclass(frozen=True)
class Filled:
    desk: Desk
    stored: tuple[QueueRow, ...]  #: every open case, in no order


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    folder = tmp_path_factory.mktemp("queue") / "site"
    shutil.copytree(staffed_folder(), folder)
    desk = open_site(folder)
    fill(Story(desk))
    yield Filled(desk, open_cases(desk))
    desk.close()


def open_cases(desk: Desk) -> tuple[QueueRow, ...]:
    """The open cases read one by one, past the queue."""
    with closing(sqlite3.connect(desk.workspace.folder / DATABASE)) as database:
        numbers = [row[0] for row in database.execute("SELECT number FROM cases ORDER BY random()")]
    rows = [desk.reader.view(number).row for number in numbers]
    return tuple(row for row in rows if row.state.value in OPEN.split())


OPEN = "new acknowledged assessed investigating proposed waiting_guest waiting_department"


def place(row: QueueRow, at: datetime) -> tuple[int, datetime, datetime, str, int]:
    """Effective band, next due, received, number: as domain.md says it, worked out anew."""
    late = row.next_due is not None and at > row.next_due
    band = max(0, ORDER.index(row.band) - late)
    _, _, day, serial = row.number.split("-")
    return band, row.next_due or FAR, row.received_at, day, int(serial)


def in_pages(
    desk: Desk, at: datetime, size: int, chip: Chip = Chip.OPEN, narrowed: QueueFilter = EVERYTHING
) -> list[str]:
    numbers: list[str] = []
    after: QueueKey | None = None
    while True:
        page = desk.queue.page(at, after, size, chip, narrowed)
        assert len(page.rows) <= size
        numbers += [row.number for row in page.rows]
        if page.next is None:
            return numbers
        assert len(page.rows) == size
        after = page.next


moments = st.integers(-3_600, 4 * 86_400).map(lambda s: EVENING + timedelta(seconds=s))
filters = st.builds(
    QueueFilter,
    bands=st.frozensets(st.sampled_from(Band)),
    states=st.frozensets(st.sampled_from([State.NEW, State.ACKNOWLEDGED, State.PROPOSED])),
    category=st.sampled_from([None, None, "H01", "H01-1", "H0", "H02-3"]),
    owner_id=st.sampled_from([None, None, None, 3, 99]),
)


def passes(row: QueueRow, narrowed: QueueFilter) -> bool:
    category = narrowed.category
    return (
        (not narrowed.bands or row.band in narrowed.bands)
        and (not narrowed.states or row.state in narrowed.states)
        and (narrowed.owner_id is None or row.owner_id == narrowed.owner_id)
        and (category is None or row.category == category or (row.category or "").startswith(f"{category}-"))
    )


def stands_under(row: QueueRow, chip: Chip, at: datetime) -> bool:
    due = row.next_due or FAR
    match chip:
        case Chip.UNACKNOWLEDGED:
            return row.state is State.NEW
        case Chip.DUE_SOON:
            return at <= due <= at + timedelta(hours=1)
        case Chip.OVERDUE:
            return due < at
    return True


QUEUE_CHIPS = [Chip.OPEN, Chip.UNACKNOWLEDGED, Chip.DUE_SOON, Chip.OVERDUE]


def test_the_sample_has_what_the_order_is_about(filled: Filled) -> None:
    rows = filled.stored
    assert {row.band for row in rows} == set(Band)
    assert any(row.next_due is None for row in rows)
    assert {len(row.number) for row in rows} == {len("HH-D1-20261119-9999"), len("HH-D1-20261119-10000")}
    assert len({(row.band, row.next_due, row.received_at) for row in rows}) < len(rows)


@given(moments, st.sampled_from([1, 2, 3, 7, 10, 50, 1_000]))
def test_the_pages_one_after_another_are_the_whole_queue_in_order(filled: Filled, at: datetime, size: int) -> None:
    expected = [row.number for row in sorted(filled.stored, key=lambda row: place(row, at))]
    assert in_pages(filled.desk, at, size) == expected


def test_every_page_size_gives_the_same_queue(filled: Filled) -> None:
    at = EVENING + timedelta(hours=5)
    whole = [row.number for row in filled.desk.queue.all_rows(at)]
    assert all(in_pages(filled.desk, at, size) == whole for size in range(1, len(whole) + 2))


@given(moments, st.sampled_from(QUEUE_CHIPS), filters, st.sampled_from([1, 4, 100]))
def test_chips_and_filters_leave_the_order_as_it_is(
    filled: Filled, at: datetime, chip: Chip, narrowed: QueueFilter, size: int
) -> None:
    left = [row for row in filled.stored if passes(row, narrowed) and stands_under(row, chip, at)]
    expected = [row.number for row in sorted(left, key=lambda row: place(row, at))]
    assert in_pages(filled.desk, at, size, chip, narrowed) == expected
    assert [row.number for row in filled.desk.queue.all_rows(at, chip, narrowed)] == expected


@given(moments, filters)
def test_the_numbers_on_the_chips_count_their_lists(filled: Filled, at: datetime, narrowed: QueueFilter) -> None:
    counts = filled.desk.queue.counts(at, narrowed)
    counted = (counts.open, counts.unacknowledged, counts.due_soon, counts.overdue)
    assert counted == tuple(len(filled.desk.queue.all_rows(at, chip, narrowed)) for chip in QUEUE_CHIPS)
    assert counts.follow_ups == len(filled.desk.queue.all_rows(at, Chip.FOLLOW_UPS, narrowed))


@given(moments)
def test_the_rank_of_a_case_is_its_place(filled: Filled, at: datetime) -> None:
    numbers = [row.number for row in filled.desk.queue.all_rows(at)]
    for rank in (1, len(numbers) // 2, len(numbers)):
        assert filled.desk.reader.document(numbers[rank - 1], at)["rank"] == rank


def test_looking_at_the_queue_changes_nothing(filled: Filled) -> None:
    before = contents(filled.desk.workspace.folder)
    in_pages(filled.desk, EVENING, 3)
    assert contents(filled.desk.workspace.folder) == before


@pytest.mark.parametrize("seconds_past", [0, 1])
def test_a_case_rises_one_band_strictly_after_its_due_time(story: Story, seconds_past: int) -> None:
    waiting = story.open(severity=3)
    story.wait(minutes=30)
    fresh = story.open(severity=4, scope="several")  # a P2, due in half an hour
    at = story.at + timedelta(minutes=30, seconds=seconds_past)
    rows = story.desk.queue.page(at).rows
    assert [(row.number, row.effective_band(at)) for row in rows] == (
        [(fresh, "P1"), (waiting, "P2")] if seconds_past else [(fresh, "P2"), (waiting, "P3")]
    )


def test_a_late_p2_stands_among_the_late_p1s_by_due_time(story: Story) -> None:
    p2 = story.open(channel="regulator")  # due in 30 minutes
    story.wait(minutes=25)
    p1 = story.open(flags=["fire"])  # due in 10, five minutes later
    at = story.at + timedelta(hours=1)
    assert [row.number for row in story.desk.queue.page(at).rows] == [p2, p1]


def test_pages_go_on_while_cases_change(story: Story) -> None:
    """Who scrolls on after others worked sees every untouched case exactly once, in its order."""
    numbers = [story.open(**RATINGS[n % len(RATINGS)]) for n in range(28)]
    at = story.at + timedelta(minutes=20)
    first = story.desk.queue.page(at, limit=9)
    seen = [row.number for row in first.rows]
    story.wait(minutes=1)
    touched = {seen[2], seen[8], numbers[5], numbers[20], numbers[27]}
    story.act("withdraw", seen[2], reason="a")
    story.act("override", seen[8], band="P4", reason="a")  # the very row at which the page ended
    story.act("override", numbers[5], band="P1", reason="a")
    story.act("not_complaint", numbers[20], reason="a")
    story.act("contact", numbers[27], text="Rang.")
    new = story.open(severity=4, scope="site", emotion=4)
    after = first.next
    while after is not None:
        page = story.desk.queue.page(at, after, 9)
        seen += [row.number for row in page.rows]
        after = page.next
    untouched = [row.number for row in story.desk.queue.all_rows(at) if row.number not in {*touched, new}]
    assert [number for number in seen if number not in touched | {new}] == untouched


def test_follow_ups_are_the_calls_of_today_and_earlier_by_time(story: Story) -> None:
    first = story.opened("resolved")
    story.wait(hours=1)
    second = story.opened("resolved")
    story.wait(hours=3)  # past midnight: called a day later
    third = story.opened("resolved")
    queue = story.desk.queue
    called = story.opened("resolved")
    story.act("survey", called)

    def calls(at: datetime) -> list[str]:
        return in_pages(story.desk, at, 1, Chip.FOLLOW_UPS)

    assert calls(EVENING) == []
    assert calls(datetime(2026, 11, 19, 15, 59, 59, tzinfo=UTC)) == []  # 23:59:59 of the evening itself
    assert calls(datetime(2026, 11, 19, 16, tzinfo=UTC)) == [first, second]  # the next local day begins
    assert calls(datetime(2026, 11, 20, 16, tzinfo=UTC)) == [first, second, third]
    assert queue.counts(datetime(2026, 11, 20, 16, tzinfo=UTC)).follow_ups == 3


def test_a_case_that_waits_in_no_queue_has_no_rank(story: Story) -> None:
    number = story.open(**MILD)
    assert story.case(number)["rank"] == 1
    story.act("settle", number, remedies=APOLOGY)
    assert story.case(number)["rank"] is None
    assert story.desk.queue.all_rows(story.at) == ()


def test_queue_documents_carry_place_arithmetic_and_owner(story: Story) -> None:
    number = story.open(severity=3, room="8012", guest={"name": "Chen"})
    story.act("take", number, by="sam")
    (row,), total = story.desk.reader.queue_documents(story.at, 100)
    assert total == 1
    assert row == {
        "number": number,
        "rank": 1,
        "band": "P3",
        "effective_band": "P3",
        "score": 30,
        "points": [{"part": "severity", "points": 30}],
        "band_rule": "points",
        "state": "new",
        "respond_due": story.local(story.at + timedelta(hours=1)),
        "resolve_due": story.local(story.at + timedelta(hours=24)),
        "next_due": story.local(story.at + timedelta(hours=1)),
        "late": False,
        "guest": "Chen",
        "room": "8012",
        "category": None,
        "summary": "The lift is stuck.",
        "owner": "sam",
        "emotion": None,
        "received_at": story.local(story.at),
    }
    assert story.desk.reader.queue_documents(story.at, 0) == ([], 1)
