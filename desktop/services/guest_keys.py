"""Keeps the keys of guests' names in step with the names: in batches, away from recording (``guests.keyed_as``)."""

from collections.abc import Sequence

from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.services.guest_names import NAMES_FROM, keys_of

AT_ONCE = 200  #: names in one transaction: a twentieth of a second, which nobody at the counter notices

_STALE = "SELECT id, name FROM guests WHERE keyed_as IS NOT name LIMIT ?"
_IS_STALE = "SELECT id, name FROM guests WHERE id = ? AND keyed_as IS NOT name"
_NEWEST = "SELECT id, name, keyed_as FROM guests ORDER BY id DESC"
_FORGET = f"DELETE FROM guest_keys WHERE guest_id = ? AND key >= '{NAMES_FROM}'"
_KEEP = "INSERT INTO guest_keys (key, guest_id) VALUES (?, ?)"
_DONE = "UPDATE guests SET keyed_as = ? WHERE id = ?"

_Named = tuple[int, str]


class NameKeys:
    """Makes the keys that are missing. Safe to use from several threads and processes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def catch_up(self) -> int:
        """Makes keys for up to ``AT_ONCE`` guests; returns for how many, 0 once all have theirs.

        Raises ``WorkspaceError``.
        """
        with self._database.reading_plainly() as driver:
            if not driver.execute(_STALE, (1,)).fetchall():
                return 0
        with self._database.writing_plainly() as driver:
            stale: list[_Named] = driver.execute(_STALE, (AT_ONCE,)).fetchall()
            _write(driver, stale)
        return len(stale)

    def catch_up_for(self, guest_id: int) -> None:
        """Makes the keys of one guest and of those who were new last, which is where doubles come from.

        It looks at no more guests than that, however many there are. Raises ``WorkspaceError``.
        """
        with self._database.reading_plainly() as driver:
            if not _stale_around(driver, guest_id):
                return
        with self._database.writing_plainly() as driver:
            _write(driver, _stale_around(driver, guest_id))


def _stale_around(driver: Driver, guest_id: int) -> list[_Named]:
    stale: dict[int, str] = dict(driver.execute(_IS_STALE, (guest_id,)).fetchall())
    for id_, name, keyed_as in driver.execute(_NEWEST):
        if keyed_as == name or len(stale) == AT_ONCE:
            break
        stale[id_] = name
    return list(stale.items())


def _write(driver: Driver, guests: Sequence[_Named]) -> None:
    driver.executemany(_FORGET, [(id_,) for id_, _ in guests])
    driver.executemany(_KEEP, ((key, id_) for id_, name in guests for key in sorted(keys_of(name))))
    driver.executemany(_DONE, [(name, id_) for id_, name in guests])
