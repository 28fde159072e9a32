"""Guest records as recording a case meets them: the same phone digits or e-mail are the same guest (domain.md 4)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desktop.domain.commands import GuestDetails
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.priority import Repeat
from desktop.domain.rows import GuestRow
from desktop.domain.texts import email_key, fold, phone_key
from desktop.errors import UserError
from desktop.models.base import moment
from desktop.models.driver import Driver, Insertion
from desktop.models.site import Guest

REPEAT_WITHIN = timedelta(days=90)
_CASES_OF_GUEST = """SELECT id, category, state, received_at FROM cases INDEXED BY ix_cases_guest_id
WHERE guest_id = ? AND type = 'complaint' AND state NOT IN ('duplicate', 'not_complaint')"""
#: The record itself, or the one that it was merged into. Where few guests give an e-mail, SQLite's statistics take its
#: index for useless and read every guest instead, so the indexes are named.
_SAME_GUEST = """SELECT min(id) FROM (
SELECT coalesce(merged_into_id, id) AS id FROM guests INDEXED BY ix_guests_phone_key WHERE phone_key = ?
UNION ALL SELECT coalesce(merged_into_id, id) FROM guests INDEXED BY ix_guests_email_key WHERE email_key = ?)"""
_KEPT = "SELECT coalesce(merged_into_id, id) FROM guests WHERE id = ?"
_GUEST = "SELECT name, honorific, language, phone, email, vip, vulnerable, restricted FROM guests WHERE id = ?"
_UPDATE_GUEST = """UPDATE guests SET name = :name, name_key = :name_key, honorific = :honorific, language = :language,
phone = :phone, phone_key = :phone_key, email = :email, email_key = :email_key, vip = :vip, vulnerable = :vulnerable
WHERE id = :id"""
_GUESTS = Insertion(Guest)
_OPEN = frozenset(state.value for state in OPEN_STATES)

#: What a ``GuestRow`` is made of, in its order.
ROW_COLUMNS = "g.id, g.name, g.honorific, g.phone, g.email, g.language, g.vip, g.vulnerable"


def name_key(name: str) -> str:
    """The form by which names are compared: folded, without spaces."""
    return "".join(fold(name).split())


def guest_row(stored: tuple[Any, ...]) -> GuestRow:
    """A guest from the stored ``ROW_COLUMNS``."""
    id_, name, honorific, phone, email, language, vip, vulnerable = stored
    return GuestRow(id_, name, honorific, phone, email, language, bool(vip), bool(vulnerable))


def same_guest(driver: Driver, phone: str, email: str) -> int | None:
    """The record with this phone or e-mail, or the one it was merged into; the oldest where there are several."""
    (known,) = driver.execute(_SAME_GUEST, (phone_key(phone), email_key(email))).fetchone()
    return None if known is None else int(known)


@dataclass(frozen=True, slots=True)
class Complainant:
    """The guest record that a case belongs to; the cases of a restricted one are restricted."""

    id: int
    vip: bool
    vulnerable: bool
    restricted: bool = False


def kept_id(driver: Driver, guest_id: int) -> int:
    """The record itself, or the one it was merged into. Raises ``no_such_guest``."""
    found = driver.execute(_KEPT, (guest_id,)).fetchone()
    if found is None:
        raise UserError("no_such_guest", "guest")
    return int(found[0])


def meant_guest(driver: Driver, details: GuestDetails) -> int | None:
    """The record of a complainant: the one with their phone or e-mail, else the one that was named with ``id``.

    Phone and e-mail come first: whoever changed them to somebody else's means that guest.
    Raises ``UserError`` ``no_such_guest``.
    """
    known = same_guest(driver, details.phone, details.email)
    return known if known is not None or details.id is None else kept_id(driver, details.id)


def guest_for(driver: Driver, details: GuestDetails, now: datetime) -> Complainant | None:
    """The guest record of a complainant: the known one brought up to date, or a new one; None where nobody is named.

    Raises ``UserError`` ``no_such_guest`` for an ``id`` that no record has.
    """
    if not details.is_known:
        return None
    known = meant_guest(driver, details)
    d = details
    given: tuple[Any, ...] = (d.name, d.honorific, d.language, d.phone, d.email, d.vip, d.vulnerable)
    stored: tuple[Any, ...] | None = None
    restricted = False
    if known is not None:
        *told, restricted = driver.execute(_GUEST, (known,)).fetchone()
        stored = tuple(told)
    merged = given if stored is None else tuple(old or new for old, new in zip(stored, given, strict=True))
    name, honorific, language, phone, email, vip, vulnerable = merged
    row = {
        "name": name,
        "name_key": name_key(name),
        "honorific": honorific,
        "language": language,
        "phone": phone,
        "phone_key": phone_key(phone),
        "email": email,
        "email_key": email_key(email),
        "vip": bool(vip),
        "vulnerable": bool(vulnerable),
    }
    if known is None:
        known = _GUESTS.run(driver, row | {"created_at": now})
    elif merged != stored:
        driver.execute(_UPDATE_GUEST, row | {"id": known})
    return Complainant(known, bool(vip), bool(vulnerable), bool(restricted))


def repeat_of(
    driver: Driver, guest_id: int | None, case_id: int, received_at: datetime, category: str | None
) -> Repeat:
    """Whether the guest of a case was here before: looks back from the received time, at complaints that count."""
    if guest_id is None:
        return Repeat.NONE
    # A guest has few cases: reading them all is quicker than asking twice, and keeps SQLite on the guest's index.
    others = ((id_, *other, moment(at)) for id_, *other, at in driver.execute(_CASES_OF_GUEST, (guest_id,)))
    earlier = [(*other, at) for id_, *other, at in others if id_ != case_id and at <= received_at]
    same_problem = category is not None and "-" in category
    if same_problem and any(other == category and state in _OPEN for other, state, _ in earlier):
        return Repeat.SAME_PROBLEM
    since = received_at - REPEAT_WITHIN
    return Repeat.SEVERAL if any(at >= since for _, _, at in earlier) else Repeat.NONE
