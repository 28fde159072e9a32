"""Records that may be the same guest: by phone, e-mail, name, pinyin and initials (domain.md 1, row 29).

A name alone only suggests. Every look-up goes by a key, so it takes as long among fifty guests as among fifty
thousand; a key that very many share says nothing and is passed over.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.domain.guest_file import Likeness
from desktop.domain.people import Person
from desktop.models.driver import Driver
from desktop.services.guest_names import INITIALS, NOT_SAME, SHORTENED, SOUND
from desktop.services.restricting import reads_restricted

_TOO_MANY = 40  #: guests under one key; more of them are a common name, and the surest ones are found by other keys
_INITIALS_TOO_MANY = 12  #: initials alone are shared by many more
_WEIGHT = {
    Likeness.PHONE: 100,
    Likeness.EMAIL: 100,
    Likeness.NAME: 20,
    Likeness.SOUND: 10,
    Likeness.INITIALS: 5,
}
_GUEST = "SELECT name_key, phone_key, email_key FROM guests WHERE id = ?"
_KEYS = "SELECT key FROM guest_keys WHERE guest_id = ?"
_WITH_KEY = "SELECT guest_id FROM guest_keys WHERE key = ? LIMIT ?"
_WITH = "SELECT id FROM guests WHERE %s = ? LIMIT ?"
_KEPT = "SELECT id, coalesce(merged_into_id, id), restricted FROM guests WHERE id IN (%s)"

#: Guests that share the sound of a name, a phone or an e-mail with somebody, or are written with an initial.
_SHARED = f"""SELECT k.guest_id FROM guest_keys k JOIN (
SELECT key FROM guest_keys WHERE key >= '{SOUND}' AND key < 's;' GROUP BY key HAVING count(*) BETWEEN 2 AND {_TOO_MANY}
) shared ON shared.key = k.key
UNION SELECT id FROM guests WHERE phone_key IN (
SELECT phone_key FROM guests WHERE phone_key IS NOT NULL GROUP BY phone_key HAVING count(*) > 1)
UNION SELECT id FROM guests WHERE email_key IN (
SELECT email_key FROM guests WHERE email_key IS NOT NULL GROUP BY email_key HAVING count(*) > 1)
UNION SELECT id FROM guests WHERE name LIKE '_ %' OR name LIKE '% _' OR name LIKE '_.%' OR name LIKE '% _.'
ORDER BY 1 DESC"""


@dataclass(slots=True)
class _Found:
    """Who was found, and by what."""

    why: dict[int, set[Likeness]] = field(default_factory=dict)

    def add(self, likeness: Likeness, guest_ids: Iterable[int]) -> None:
        """Takes note of guests found by one key."""
        for guest_id in guest_ids:
            self.why.setdefault(guest_id, set()).add(likeness)


def doubles_of(
    driver: Driver, guest_id: int, reader: Person | None, limit: int
) -> list[tuple[int, tuple[Likeness, ...]]]:
    """The most likely doubles of a guest whose keys are made, the surest first, each with the reasons.

    Records that were merged are told by the one that was kept; ones that somebody said are another guest are left out.
    """
    guest = driver.execute(_GUEST, (guest_id,)).fetchone()
    if guest is None:
        return []
    keys = [key for (key,) in driver.execute(_KEYS, (guest_id,))]
    found = _Found()
    name_key, phone_key, email_key = guest
    for likeness, column, value in (
        (Likeness.PHONE, "phone_key", phone_key),
        (Likeness.EMAIL, "email_key", email_key),
    ):
        if value is not None:
            found.add(likeness, _ids(driver, _WITH % column, value, _TOO_MANY))
    if _is_whole_name(keys):
        found.add(Likeness.NAME, _ids(driver, _WITH % "name_key", name_key, _TOO_MANY))
        _find_by_name(driver, keys, found)
    others = {int(key.removeprefix(NOT_SAME)) for key in keys if key.startswith(NOT_SAME)}
    ranked = _ranked(_told_by_kept(driver, found, reader), without={guest_id, *others})
    return ranked[:limit]


def guests_with_doubles(driver: Driver) -> list[int]:
    """Guests that may have doubles, the newest first; whether they do, ``doubles_of`` tells."""
    return _ids(driver, _SHARED)


def _find_by_name(driver: Driver, keys: Iterable[str], found: _Found) -> None:
    for key in keys:
        kind, form = key[:2], key[2:]
        if kind == SOUND:
            found.add(Likeness.SOUND, _few(driver, key, _TOO_MANY))
            found.add(Likeness.INITIALS, _few(driver, SHORTENED + form, _INITIALS_TOO_MANY))
            found.add(Likeness.INITIALS, _few(driver, INITIALS + form, _INITIALS_TOO_MANY))
        elif kind in (SHORTENED, INITIALS):  # somebody may have written the whole name so
            found.add(Likeness.INITIALS, _few(driver, SOUND + form, _INITIALS_TOO_MANY))


def _is_whole_name(keys: Iterable[str]) -> bool:
    """Whether the name has more than one part, or is of a script that writes names in one: a surname isn't enough."""
    return any(key.startswith(SHORTENED) or (key.startswith(SOUND) and not key.isascii()) for key in keys)


def _ids(driver: Driver, statement: str, *values: object) -> list[int]:
    return [id_ for (id_,) in driver.execute(statement, values)]


def _few(driver: Driver, key: str, most: int) -> list[int]:
    """The guests with a key, or none where they are too many to mean anything."""
    found = _ids(driver, _WITH_KEY, key, most + 1)
    return found if len(found) <= most else []


def _told_by_kept(driver: Driver, found: _Found, reader: Person | None) -> dict[int, set[Likeness]]:
    """What was found, under the records that stand; restricted ones only for those who may read them."""
    if not found.why:
        return {}
    may = reads_restricted(reader)
    told: dict[int, set[Likeness]] = {}
    for id_, kept, restricted in driver.execute(_KEPT % ", ".join("?" * len(found.why)), tuple(found.why)):
        if may or not restricted:
            told.setdefault(kept, set()).update(found.why[id_])
    return told


def _ranked(told: dict[int, set[Likeness]], without: set[int]) -> list[tuple[int, tuple[Likeness, ...]]]:
    order = list(Likeness)
    best = sorted(
        ((sum(_WEIGHT[likeness] for likeness in why), id_) for id_, why in told.items() if id_ not in without),
        reverse=True,
    )
    return [(id_, tuple(sorted(told[id_], key=order.index))) for _, id_ in best]
