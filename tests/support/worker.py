"""Another process at work on the same desk: it says the number of each case once it is recorded."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]

RECORD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.support.sites import open_site, record
desk = open_site(Path(sys.argv[2]), busy_ms=30_000)
for count in range(int(sys.argv[3])):
    print(record(desk, f"Complaint {count} of {sys.argv[4]}: " + "drip " * 200).number, flush=True)
desk.close()
"""


@contextmanager
def recording(folder: Path, count: int, name: str = "a worker") -> Iterator[subprocess.Popen[str]]:
    """A process that records ``count`` cases in the site in ``folder``; whatever happens, it ends with the block."""
    command = [sys.executable, "-c", RECORD, str(ROOT), str(folder), str(count), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def numbers_said(process: subprocess.Popen[str], count: int | None = None) -> list[str]:
    """The numbers that a worker has said: the next ``count``, or all until it ends."""
    assert process.stdout is not None
    if count is None:
        return process.stdout.read().split()
    return [process.stdout.readline().strip() for _ in range(count)]
