"""The benchmarks of the storage still run: few cases, few rounds, and nothing said about how long they took."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import conversation, conversation_screen, guests, storage
from tests.bench.measuring import HEADER, Result, percentile
from tests.bench.populating import populate

CASES = 200
ROUNDS = 2


@pytest.fixture(scope="module")
def few_cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "cases"
    populate(folder, CASES)
    return folder


def jobs_in(results: list[Result]) -> list[str]:
    """The first cell of each row, which must be a row of the table."""
    for result in results:
        assert result.ours > 0
        assert result.row().count("|") == HEADER.splitlines()[0].count("|")
    return [result.row().split("|")[1].strip() for result in results]


def test_recording_is_measured_by_its_median_and_its_slow_end(few_cases: Path, tmp_path: Path) -> None:
    jobs = jobs_in(storage.record(few_cases, tmp_path, ROUNDS))
    assert jobs[:2] == ["record a case durably", "record a case durably, p90"]
    assert len(jobs) == 3


def test_the_first_page_is_measured(few_cases: Path) -> None:
    assert jobs_in(storage.queue_page(few_cases, ROUNDS)) == ["first page of the queue, 100 rows"]


def test_two_sizes_are_compared(few_cases: Path) -> None:
    assert len(jobs_in(storage.scale(few_cases, few_cases, ROUNDS))) == 2


def test_searching_finds_what_a_full_scan_finds(few_cases: Path) -> None:
    results = storage.search(few_cases, ROUNDS)
    assert jobs_in(results)
    assert {result.note for result in results} == {f"same hits as a full scan of the newest {CASES} cases"}


def test_one_case_is_measured(few_cases: Path) -> None:
    assert jobs_in(storage.one_case(few_cases, ROUNDS)) == [
        "one case with its history",
        "opening a case: its whole file",
    ]


def test_doubles_and_names_are_measured(tmp_path: Path) -> None:
    jobs = jobs_in(guests.doubles(tmp_path, guests=300, rounds=ROUNDS))
    assert jobs[1:3] == ["doubles of a guest", "list of possible doubles"]
    assert len(jobs) == 7


def test_the_conversation_is_measured_by_turns_steps_and_what_it_adds_to_a_case(
    few_cases: Path, tmp_path: Path
) -> None:
    assert jobs_in(conversation.conversation(few_cases, tmp_path, ROUNDS)) == [
        "turning the mood dial, card and rail",
        "taking a step, card and rail",
        "record a case with its conversation",
    ]


def test_turns_and_steps_are_measured_until_they_are_painted(qapp: QApplication) -> None:
    assert jobs_in(conversation_screen.screen(ROUNDS)) == [
        "a turn of the dial painted",
        "a turn of the dial painted, all words for the first time",
        "a step painted",
        "a step painted on the first way through",
        "a step painted, all words for the first time",
    ]


def test_a_row_says_how_many_times_the_limit_something_took() -> None:
    row = Result("read", 3.0, 2.0, "≤ 1 ×", met=False).row()
    assert row == "| read | 3.000 ms | 2.000 ms | 1.50 × | ≤ 1 × | **no** |  |"


def test_percentiles_are_by_nearest_rank() -> None:
    assert percentile([float(n) for n in range(100)], 0.9) == 90
