"""Guests: what the desk knows while they stand there, their profiles, doubles and tasks."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from desktop.domain.guest_file import Double, GuestLook, GuestPage, GuestProfile, ProfileChange
from desktop.domain.people import Person, check_right
from desktop.domain.rows import GuestHistory, GuestRow
from desktop.errors import WorkspaceError
from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.services.guest_cases import cases_of, past_case
from desktop.services.guest_finding import GuestFinder
from desktop.services.guest_keys import NameKeys
from desktop.services.guest_merging import merge, say_apart, undo_merge, unsay_apart
from desktop.services.guest_profiles import change_profile, read_doubles, read_profile
from desktop.services.guest_records import (
    REPEAT_WITHIN,
    ROW_COLUMNS,
    guest_for,
    guest_row,
    kept_id,
    name_key,
    repeat_of,
    same_guest,
)
from desktop.services.guest_tasks import add_task, finish_task, reopen_task
from desktop.services.journal import Journal
from desktop.services.restricting import reads_restricted

__all__ = ["REPEAT_WITHIN", "GuestService", "guest_for", "name_key", "repeat_of"]

_ROW = f"SELECT {ROW_COLUMNS}, g.restricted FROM guests g WHERE g.id = ?"
_BEGINS = f"""SELECT {ROW_COLUMNS} FROM guests g
WHERE g.name_key BETWEEN ? AND ? AND g.merged_into_id IS NULL{{allowed}}
ORDER BY g.id DESC LIMIT ?"""


class GuestService:
    """What is asked and done about guests. ``now`` gives the present moment (aware UTC).

    A ``reader`` is who looks; None is the desk itself (practice, work that shows nothing to a person).
    """

    def __init__(self, database: Database, journal: Journal, now: Callable[[], datetime]) -> None:
        self._database, self._journal, self._now = database, journal, now
        self._keys = NameKeys(database)

    # While the guest stands there

    def history_of(
        self, phone: str = "", email: str = "", limit: int = 5, reader: Person | None = None
    ) -> GuestHistory | None:
        """The guest with this phone or e-mail and their last cases, or ``None`` for somebody new."""
        with self._database.reading_plainly() as driver:
            guest_id = same_guest(driver, phone, email)
            return None if guest_id is None else _history(driver, guest_id, limit, reader)

    def history_of_guest(self, guest_id: int, limit: int = 5, reader: Person | None = None) -> GuestHistory | None:
        """The same for a guest record, or for the one that it was merged into."""
        with self._database.reading_plainly() as driver:
            found = driver.execute("SELECT coalesce(merged_into_id, id) FROM guests WHERE id = ?", (guest_id,))
            kept = found.fetchone()
            return None if kept is None else _history(driver, kept[0], limit, reader)

    def suggest(self, name: str, limit: int = 5, reader: Person | None = None) -> tuple[GuestRow, ...]:
        """Guests whose name begins like this, newest first. A name only suggests."""
        key = name_key(name)
        if not key:
            return ()
        statement = _BEGINS.format(allowed="" if reads_restricted(reader) else " AND g.restricted = 0")
        with self._database.reading_plainly() as driver:
            return tuple(map(guest_row, driver.execute(statement, (key, key + "\U0010ffff", limit))))

    # Finding and profiles

    def keep_keys(self) -> int:
        """Makes a batch of the keys by which names are found; returns how many, 0 once all are made.

        Raises ``WorkspaceError``.
        """
        return self._keys.catch_up()

    def find(
        self,
        words: str = "",
        limit: int = 100,
        *,
        look: GuestLook = GuestLook.ALL,
        reader: Person | None = None,
        at: datetime | None = None,
    ) -> GuestPage:
        """Guests found by name, pinyin, initials, phone digits or e-mail, best first; no words find all.

        ``at`` is the moment by which is judged who may not come back (None: now). Raises ``not_allowed``.
        """
        if reader is not None:
            check_right("read_cases", reader)
        with suppress(WorkspaceError):  # what can't be written now is written later; names are found without, too
            self._keys.catch_up()
        with self._database.reading_plainly() as driver:
            return GuestFinder(driver, reader, at or self._now()).page(words, look, limit)

    def profile(self, guest_id: int, reader: Person | None) -> GuestProfile:
        """The whole of a guest; a merged record's is the one of the record that was kept.

        Raises ``UserError``: ``no_such_guest``, ``not_allowed``, ``restricted``.
        """
        with self._database.reading_plainly() as driver:
            kept = kept_id(driver, guest_id)
        self._make_keys(kept)
        with self._database.reading_plainly() as driver:
            return read_profile(driver, kept, reader, self._now())

    def save_profile(self, guest_id: int, change: ProfileChange, version: int, person: Person) -> int:
        """Changes a profile as seen at ``version``; returns the new version.

        Raises as ``desktop.services.guest_profiles.change_profile``.
        """
        with self._database.writing() as session:
            return change_profile(session, self._journal, guest_id, change, version, person, self._now())

    # Doubles

    def doubles_of(self, guest_id: int, limit: int = 5, reader: Person | None = None) -> tuple[Double, ...]:
        """The records that may be the same guest, the surest first."""
        self._make_keys(guest_id)
        with self._database.reading_plainly() as driver:
            return read_doubles(driver, guest_id, reader, limit)

    def doubles(self, limit: int = 100, reader: Person | None = None) -> GuestPage:
        """The guests who may be in the records twice, the newest first."""
        return self.find("", limit, look=GuestLook.DOUBLES, reader=reader)

    def merge(self, kept: int, merged: int, person: Person) -> int:
        """Makes two records one; returns the merge, for undoing. Raises as ``desktop.services.guest_merging.merge``."""
        with self._database.writing() as session:
            return merge(session, self._journal, kept, merged, person, self._now())

    def undo_merge(self, merge_id: int, person: Person) -> None:
        """Takes a merge apart. Raises as ``desktop.services.guest_merging.undo_merge``."""
        with self._database.writing() as session:
            undo_merge(session, self._journal, merge_id, person, self._now())

    def say_apart(self, one: int, other: int, person: Person) -> None:
        """Two records are two guests. Raises as ``merge``."""
        with self._database.writing() as session:
            say_apart(session, self._journal, one, other, person, self._now())

    def unsay_apart(self, one: int, other: int, person: Person) -> None:
        """It is open again whether they are one guest. Raises ``not_allowed``."""
        with self._database.writing() as session:
            unsay_apart(session, self._journal, one, other, person, self._now())

    # Tasks

    def add_task(self, guest_id: int, title: str, to: str, due: datetime, person: Person) -> int:
        """A task of winning the guest back; returns its place. Raises as ``guest_tasks.add_task``."""
        with self._database.writing() as session:
            return add_task(session, self._journal, guest_id, title, to, due, person, self._now())

    def finish_task(self, guest_id: int, place: int, person: Person) -> None:
        """A task is done. Raises ``not_allowed``, ``no_such_task``."""
        with self._database.writing() as session:
            finish_task(session, self._journal, guest_id, place, person, self._now())

    def reopen_task(self, guest_id: int, place: int, person: Person) -> None:
        """A task was not done after all. Raises ``not_allowed``, ``no_such_task``."""
        with self._database.writing() as session:
            reopen_task(session, self._journal, guest_id, place, person, self._now())

    def _make_keys(self, guest_id: int) -> None:
        with suppress(WorkspaceError):
            self._keys.catch_up_for(guest_id)


def _history(driver: Driver, guest_id: int, limit: int, reader: Person | None) -> GuestHistory | None:
    *told, restricted = driver.execute(_ROW, (guest_id,)).fetchone()
    if restricted and not reads_restricted(reader):
        return None
    cases = cases_of(driver, [guest_id], reader).get(guest_id, ())
    return GuestHistory(guest_row(tuple(told)), tuple(map(past_case, cases[:limit])), len(cases))
