"""Early warnings and the control chart over a year of cases, beside a raw SELECT of these, sorted in Python."""

import shutil
from collections.abc import Callable
from pathlib import Path

from desktop.models.archives import DATABASE
from desktop.models.engine import connect
from desktop.services.desk import open_desk
from desktop.workspace import Workspace
from tests.bench.measuring import Result, compared
from tests.bench.populating import NOW

_YEAR = 365 * 86_400  #: seconds
_MOST = 1.5  #: as for the figures of one month (performance.md)
_ROUNDS = 15
_RAW = """SELECT received_at, category, shift, place FROM cases
WHERE type = 'complaint' AND state NOT IN ('duplicate', 'not_complaint')"""


def _within_a_year(usual: Path, folder: Path) -> Path:
    """A copy of the workspace whose cases were received within the last year, in shifts and at forty places."""
    made = folder / "year"
    shutil.copytree(usual, made)
    connection = connect(made / DATABASE)
    (first,) = connection.execute("SELECT min(received_at) FROM cases").fetchone()
    now = int(NOW.timestamp())
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute(
        "UPDATE cases SET received_at = ?1 - (?1 - received_at) * ?2 / (?1 - ?3), "
        "last_act_at = ?1 - (?1 - received_at) * ?2 / (?1 - ?3), "
        "shift = CASE number_order % 3 WHEN 0 THEN 'day' WHEN 1 THEN 'evening' ELSE 'night' END, "
        "place = CASE WHEN number_order % 5 < 3 THEN (number_order % 40) || 'F' ELSE '' END",
        (now, _YEAR, first),
    )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return made


def warnings(usual: Path, scratch: Path) -> list[Result]:
    """What stands now, what arose in a month, and the chart of 26 weeks."""
    made = _within_a_year(usual, scratch)
    raw = connect(made / DATABASE)
    desk = open_desk(Workspace.open(made), lambda: NOW)
    owner = desk.staff.person("owner", "D1")

    def limit() -> object:
        return sorted(raw.execute(_RAW), key=lambda row: row[0])

    try:
        jobs: dict[str, Callable[[], object]] = {
            "early warnings that stand now": lambda: desk.warnings.at(owner, NOW),
            "control chart, 26 weeks": lambda: desk.warnings.control_chart(owner, NOW),
            "control chart of one group": lambda: desk.warnings.control_chart(owner, NOW, category="H03"),
        }
        standing = f"{len(desk.warnings.at(owner, NOW))} stand"
        return [compared(name, job, limit, _MOST, _ROUNDS, standing) for name, job in jobs.items()]
    finally:
        desk.close()
        raw.close()
