"""The window: its start and memory against a bare Qt window, the clock that ticks each second, and sorting."""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

from desktop.domain.rows import QueueRow
from tests.bench.measuring import Result, timed
from tests.bench.populating import NOW
from tests.bench.storage import desk_of

ROOT = Path(__file__).parents[2]
_SORTED = 100_000  #: rows


def _environment(home: Path) -> dict[str, str]:
    """A person's own settings, empty at first, and a screen in memory."""
    folders = {f"XDG_{name}": str(home) for name in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR")}
    return {**os.environ, **folders, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def _started(kind: str, folder: Path, environment: Mapping[str, str]) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.starting", kind, str(folder), str(time.monotonic())]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=120)
    measured: dict[str, float] = json.loads(ran.stdout)
    return measured


def start(folder: Path, pairs: int = 9) -> list[Result]:
    """Starts by turns, the program and a bare window; the first pair only warms up."""
    with tempfile.TemporaryDirectory() as home:
        environment = _environment(Path(home))
        both = [[_started(kind, folder, environment) for kind in ("amends", "bare")] for _ in range(pairs + 1)][1:]

    def median(which: int, what: str) -> float:
        return statistics.median(pair[which][what] for pair in both)

    def result(job: str, what: str, most: float, unit: str = "ms", per_unit: float = 1) -> Result:
        ours, limit = median(0, what) / per_unit, median(1, what) / per_unit
        return Result(job, ours, limit, f"≤ {most:g} ×", ours <= most * limit, unit=unit)

    return [
        result("start: window on the screen", "window", 1.3),
        result("start: 100 rows in it", "rows", 2.5),
        result("memory with the queue open", "memory", 2.2, "MB", 1_024),
    ]


def tick(folder: Path, seconds: int = 50) -> list[Result]:
    """The queue's clock, one second on: the times that are seen are worked out and painted anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # here: the other benchmarks need no Qt

    from desktop.domain.kinds import Language
    from desktop.ui.queue.screen import QueueScreen
    from desktop.ui.queue.state import QueueDoors
    from desktop.ui.tasks import InlineRunner
    from desktop.ui.theme import Theme
    from desktop.words import load_words

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    Theme.install(app, mode="light")
    desk, person = desk_of(folder)
    clock = count()
    doors = QueueDoors(
        page=desk.queue.page,
        counts=desk.queue.counts,
        all_rows=desk.queue.all_rows,
        view=desk.reader.view,
        history=lambda _view: None,
        perform=lambda command: desk.cases.perform(command, person),
        refusal_for=lambda _act, _row: None,
        people=desk.staff.people,
        last_backup=lambda: None,
        now=lambda: NOW + timedelta(milliseconds=next(clock)),
    )
    screen = QueueScreen(
        doors,
        person=person,
        words=load_words(Language.EN),
        taxonomy=desk.site.taxonomy(),
        zone=desk.site.facts().zone,
        runner=InlineRunner(),
    )
    screen.resize(1440, 900)
    screen.show()
    screen.start()
    app.processEvents()

    def once() -> None:
        screen.presenter.tick()
        app.processEvents()

    once()
    taken = [timed(once) for _ in range(seconds)]
    seen, held = len(screen.table.seen()), len(screen.presenter.state.window.rows)
    screen.close()
    screen.deleteLater()
    app.processEvents()
    desk.close()
    middle = statistics.median(taken)
    note = f"{seen} rows seen of {held} held; longest {max(taken):.1f} ms"
    return [Result("clock: one tick", middle, None, "≤ 5 ms", middle <= 5, note)]


def sorting(folder: Path) -> list[Result]:
    """100,000 rows by each column, and turned round: the slowest column counts."""
    from desktop.ui.queue.columns import Column  # here: the other benchmarks need no Qt
    from desktop.ui.queue.sorting import sort_rows

    rows = _many_rows(folder)
    times = {
        (column, descending): min(timed(partial(sort_rows, rows, column, descending)) for _ in range(5))
        for column in Column
        for descending in (False, True)
    }
    slowest, descending = max(times, key=times.__getitem__)
    taken = times[slowest, descending]
    note = f"slowest: {slowest.name.lower()}; " + ", ".join(
        f"{column.name.lower()} {times[column, False]:.0f}" for column in Column
    )
    return [Result(f"sort {len(rows):,} rows by any column", taken, None, "≤ 100 ms", taken <= 100, note)]


def _many_rows(folder: Path) -> tuple[QueueRow, ...]:
    """Rows of real cases, as often as it takes, in no order."""
    desk, _ = desk_of(folder)
    found = desk.queue.all_rows(NOW)
    desk.close()
    again = -(-_SORTED // len(found))
    rows = [
        row._replace(number=f"{row.number[:-4]}{time_:01d}{row.number[-4:]}", summary=f"{row.summary}{time_}")
        for time_ in range(again)
        for row in found
    ]
    random.Random(1).shuffle(rows)
    return tuple(rows[:_SORTED])
