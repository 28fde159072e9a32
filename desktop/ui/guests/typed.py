"""What was typed on profiles and isn't saved, kept while other guests are looked at. No Qt."""

from dataclasses import fields, replace

from desktop.domain.guest_file import GuestProfile, ProfileChange
from desktop.ui.guests.state import stored_value

_NOTHING = ProfileChange()


class TypedProfiles:
    """Changes by guest, each with the version that whoever typed it saw: two people on one profile meet by it."""

    def __init__(self) -> None:
        self._changes: dict[int, ProfileChange] = {}
        self._versions: dict[int, int] = {}

    def of(self, guest_id: int | None) -> ProfileChange:
        """What is typed about a guest."""
        return _NOTHING if guest_id is None else self._changes.get(guest_id, _NOTHING)

    def version_of(self, profile: GuestProfile) -> int:
        """The version that was seen when typing began, else the one shown now."""
        return self._versions.get(profile.guest.id, profile.version)

    def keep(self, profile: GuestProfile, change: ProfileChange, *, seen_anew: bool = False) -> None:
        """Keeps what is typed on a profile. ``seen_anew``: from now on the person sees the version shown."""
        guest_id = profile.guest.id
        if change == _NOTHING:
            self.forget(guest_id)
            return
        self._changes[guest_id] = change
        if seen_anew:
            self._versions[guest_id] = profile.version
        else:
            self._versions.setdefault(guest_id, profile.version)

    def still_different(self, profile: GuestProfile) -> ProfileChange:
        """What is typed about a guest and isn't what the profile holds already."""
        change = self.of(profile.guest.id)
        kept = {field.name: getattr(change, field.name) for field in fields(change)}
        same = [name for name, value in kept.items() if value is not None and value == stored_value(profile, name)]
        return replace(change, **dict.fromkeys(same))

    def note_own_change(self, guest_id: int | None) -> None:
        """An act of one's own counts one version on: what is being typed doesn't clash with it."""
        if guest_id in self._versions:
            self._versions[guest_id] += 1

    def forget(self, guest_id: int | None) -> None:
        """What was typed about a guest goes."""
        if guest_id is not None:
            self._changes.pop(guest_id, None)
            self._versions.pop(guest_id, None)

    def forget_all(self) -> None:
        """Somebody else is at the desk."""
        self._changes.clear()
        self._versions.clear()
