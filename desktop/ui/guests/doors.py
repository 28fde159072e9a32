"""What the screen of guests is handed: functions, no services."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.guest_file import GuestLook, GuestPage, GuestProfile, ProfileChange
from desktop.domain.people import Person
from desktop.domain.rows import StaffRow

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class GuestDoors:
    """Each takes milliseconds, or is run away from the window; all raise ``UserError``."""

    find: Callable[[str, int, GuestLook], GuestPage]  #: words, how many rows, which look
    profile: Callable[[int], GuestProfile]
    save: Callable[[int, ProfileChange, int], int]  #: guest, what is different, the version seen
    merge: Callable[[int, int], int]  #: the record that stays and the one that goes into it; gives the merge
    undo_merge: Callable[[int], None]
    say_apart: Callable[[int, int], None]
    unsay_apart: Callable[[int, int], None]
    add_task: Callable[[int, str, str, datetime], int]  #: guest, what, who (login), by when; gives the task's place
    finish_task: Callable[[int, int], None]
    reopen_task: Callable[[int, int], None]
    keep_keys: Callable[[], int]  #: a batch of the keys by which names are found; 0 once all are made
    people: Callable[[], tuple[StaffRow, ...]]
    last_backup: Callable[[], datetime | None]
    now: Callable[[], datetime]


def doors_for(desk: "Desk", person: Person) -> GuestDoors:
    """The doors of a desk for somebody who signed in."""
    guests = desk.guests
    return GuestDoors(
        find=lambda words, limit, look: guests.find(words, limit, look=look, reader=person),
        profile=lambda guest: guests.profile(guest, person),
        save=lambda guest, change, version: guests.save_profile(guest, change, version, person),
        merge=lambda kept, merged: guests.merge(kept, merged, person),
        undo_merge=lambda merge: guests.undo_merge(merge, person),
        say_apart=lambda one, other: guests.say_apart(one, other, person),
        unsay_apart=lambda one, other: guests.unsay_apart(one, other, person),
        add_task=lambda guest, title, to, due: guests.add_task(guest, title, to, due, person),
        finish_task=lambda guest, place: guests.finish_task(guest, place, person),
        reopen_task=lambda guest, place: guests.reopen_task(guest, place, person),
        keep_keys=guests.keep_keys,
        people=desk.staff.people,
        last_backup=desk.health.last_backup,
        now=desk.now,
    )
