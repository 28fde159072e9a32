"""Runs the benchmarks and prints their table: ``python -m tests.bench [NAME …] [--cases N] [--keep DIR]``."""

import argparse
import platform
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import conversation, conversation_screen, figures, guests, past_help, report, storage, warnings, window
from tests.bench.measuring import HEADER, Result
from tests.bench.populating import populate

_SMALL, _LARGE = 10_000, 1_000_000


def _workspace(folder: Path, cases: int) -> Path:
    made = folder / f"cases-{cases}"
    if not made.exists():
        print(f"making {cases:,} cases …", flush=True)
        populate(made, cases)
    return made


def main() -> None:
    """Parses the call, runs, prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", help="which benchmarks (default: all)")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="keep the workspaces here and use them again")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        usual = _workspace(folder, given.cases)
        jobs: dict[str, Callable[[], list[Result]]] = {
            "record": lambda: storage.record(usual, Path(scratch)),
            "queue": lambda: storage.queue_page(usual),
            "scale": lambda: storage.scale(_workspace(folder, _SMALL), _workspace(folder, _LARGE)),
            "search": lambda: storage.search(usual),
            "case": lambda: storage.one_case(usual),
            "figures": lambda: figures.month(usual, Path(scratch)),
            "guests": lambda: guests.doubles(folder),
            "start": lambda: window.start(usual),
            "tick": lambda: window.tick(usual),
            "sort": lambda: window.sorting(usual),
            "report": report.report,
            "conversation": lambda: conversation.conversation(usual, Path(scratch)),
            "conversation_screen": conversation_screen.screen,
            "warnings": lambda: warnings.warnings(usual, Path(scratch)),
            "past_help": lambda: past_help.past_help(usual, Path(scratch)),
        }
        print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {given.cases:,} cases\n\n{HEADER}")
        for name in given.names or jobs:
            for result in jobs[name]():
                print(result.row(), flush=True)


if __name__ == "__main__":
    main()
