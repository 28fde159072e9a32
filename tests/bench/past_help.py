"""What helped before, at the counter: near cases and ideas of the worst category, with a short and a long text."""

import random
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from desktop.domain.kinds import RemedyKind
from desktop.models.archives import DATABASE
from desktop.models.engine import connect
from desktop.models.schema import upgrade
from desktop.services.past_help import LOOKED_AT, PastHelpService
from tests.bench.measuring import Result, percentile, timed
from tests.bench.populating import RARE
from tests.bench.storage import desk_of

WORST = "H01-1"
_MOST = 100.0  #: milliseconds for both answers together
_ROUNDS = 100
_SHORT, _LONG = 1_024, 20_480  #: bytes of what is told
_GIVEN = [kind.value for kind in RemedyKind]
_NOTES = ("", "Breakfast for two", "早餐两份", "Late check-out to 14:00", "Fruit for {}", "延迟退房到 14 点")
_CHINESE = (
    "房间空调一直滴水，打了两次前台电话都没有人来，地板湿了孩子滑倒了，我们明天一早的飞机，现在只想换个房间休息。"
)
_ENGLISH = (
    "The air conditioner in our room kept dripping all night and nobody came although we called reception twice. "
)
_MIXED = _CHINESE + _ENGLISH


def _well_ended(usual: Path, scratch: Path) -> Path:
    """A copy whose closed cases were accepted, scored and paid; half of all are about the worst category."""
    made = scratch / "past-help"
    shutil.copytree(usual, made)
    upgrade(made / DATABASE)
    connection = connect(made / DATABASE)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN IMMEDIATE")
    chance = random.Random(1)
    cases = connection.execute("SELECT id, received_at, guest_name FROM cases WHERE state = 'closed'").fetchall()
    for id_, received, name in cases:
        category = WORST if chance.random() < 0.5 else f"H0{chance.randint(1, 9)}-{chance.randint(1, 4)}"
        survey = chance.choice(("{}", '{"overall":3}', '{"overall":4}', '{"overall":5}'))
        connection.execute(
            "UPDATE cases SET category = ?, answer = 'accepted', resolved_at = ?, last_resolved_at = ?, survey = ? "
            "WHERE id = ?",
            (category, received + 9_000, received + 9_000, survey, id_),
        )
        connection.executemany(
            "INSERT INTO remedies (case_id, at, by_id, by, kind, amount, note, law_card) "
            "VALUES (?, ?, 1, 'olive', ?, ?, ?, '')",
            (
                (id_, received + 8_000, kind, chance.choice((0, 5_000, 19_600)), chance.choice(_NOTES).format(name))
                for kind in chance.sample(_GIVEN, 3)
            ),
        )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return made


def _lengthen(folder: Path) -> None:
    """Makes the newest texts of the worst category long ones."""
    connection = connect(folder / DATABASE)
    connection.execute(
        "UPDATE cases SET text = ?1 WHERE id IN (SELECT id FROM cases WHERE category = ?2 AND answer = 'accepted' "
        "ORDER BY id DESC LIMIT ?3)",
        (_told(_LONG), WORST, LOOKED_AT),
    )
    connection.close()


def _told(size: int) -> str:
    """A text of so many bytes of UTF-8, Chinese and English by turns."""
    return (RARE + _MIXED * (size // len(_MIXED.encode()) + 1)).encode()[:size].decode(errors="ignore")


def past_help(usual: Path, scratch: Path, rounds: int = _ROUNDS) -> list[Result]:
    """Both answers together, as the counter asks for them; then each alone, and beside long texts."""
    made = _well_ended(usual, scratch)
    results = _asked(made, rounds, "")
    _lengthen(made)
    return results + _asked(made, rounds, ", each past case of 20 KB too")[:2]


def _asked(folder: Path, rounds: int, beside: str) -> list[Result]:
    desk, owner = desk_of(folder)
    helping = PastHelpService(desk.workspace.database)

    def both(text: str) -> None:
        helping.cases(owner, WORST, text)
        helping.ideas(owner, WORST)

    jobs: dict[str, Callable[[], object]] = {
        "what helped before: near cases and ideas, with 1 KB of text": lambda: both(_told(_SHORT)),
        "the same with 20 KB of text": lambda: both(_told(_LONG)),
        "the same without text": lambda: both(""),
        "a whole group (level 1), with 1 KB of text": lambda: helping.cases(owner, "H01", _told(_SHORT)),
        "the same, ideas alone": lambda: helping.ideas(owner, "H01"),
        "a rare category, which its group helps out, both": lambda: (
            helping.cases(owner, "H01-8", _told(_SHORT)),
            helping.ideas(owner, "H01-8"),
        ),
    }
    results = []
    for name, job in jobs.items():
        first = timed(job)
        begun = time.process_time()
        taken = [timed(job) for _ in range(rounds)]
        work = (time.process_time() - begun) / rounds * 1_000
        median = statistics.median(taken)
        note = f"p99 {percentile(taken, 0.99):.1f} ms, first {first:.1f} ms, {work:.1f} ms of CPU"
        results.append(Result(name + beside, median, None, f"≤ {_MOST:g} ms", median <= _MOST, note))
    desk.close()
    return results


def plans(folder: Path) -> list[str]:
    """How SQLite reads, for people: the plan of every statement of one look."""
    desk, owner = desk_of(folder)
    said: list[str] = []
    with desk.workspace.database.reading_plainly() as driver:
        driver.set_trace_callback(said.append)
    PastHelpService(desk.workspace.database).cases(owner, "H01", _told(_SHORT))
    with desk.workspace.database.reading_plainly() as driver:
        driver.set_trace_callback(None)
        told = [_plan(driver, statement) for statement in said if statement.startswith("SELECT")]
    desk.close()
    return told


def _plan(driver: sqlite3.Connection, statement: str) -> str:
    return statement[:60] + " → " + " / ".join(row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}"))
