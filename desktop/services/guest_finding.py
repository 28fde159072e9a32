"""Finding guests as one types: by name, pinyin, initials, phone digits and e-mail; never by private notes."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from desktop.domain.guest_file import GuestListRow, GuestLook, GuestPage
from desktop.domain.names import query_words
from desktop.domain.people import Person
from desktop.domain.texts import email_key, phone_digits
from desktop.models.driver import Driver
from desktop.services.guest_cases import CaseOfGuest, cases_of, complained_lately, leaving_reasons, sums_of
from desktop.services.guest_doubles import doubles_of, guests_with_doubles
from desktop.services.guest_names import INITIALS, PART, SOUND
from desktop.services.guest_records import ROW_COLUMNS, guest_row, name_key
from desktop.services.restricting import reads_restricted

MOST_DOUBLES = 500  #: guests looked through for doubles at once; the list is worked off from the newest

_END = "\U0010ffff"  #: sorts behind every continuation of a key
_LEAST_DIGITS = 3  #: fewer digits are no part of a phone number
_BEGINS = "SELECT guest_id FROM guest_keys WHERE key BETWEEN ? AND ?"
_NAMED = "SELECT id FROM guests WHERE name_key BETWEEN ? AND ?"
_BY_PHONE = """SELECT id FROM guests INDEXED BY ix_guests_phone_key
WHERE phone_key IS NOT NULL AND phone_key LIKE ?"""
_BY_EMAIL = "SELECT id FROM guests WHERE email_key BETWEEN ? AND ?"
_CALLED = "SELECT id FROM guests WHERE name_key = ? OR phone_key = ? OR email_key = ?"
_STANDING = "SELECT id FROM guests WHERE merged_into_id IS NULL{allowed}"
_KEPT = """SELECT id FROM guests WHERE id IN (SELECT coalesce(merged_into_id, id) FROM guests
WHERE id IN (SELECT value FROM json_each(?))){allowed}"""
_ROWS = f"SELECT {ROW_COLUMNS}, g.restricted FROM guests g WHERE g.id IN (SELECT value FROM json_each(?))"
_LATEST = "SELECT guest_id FROM cases WHERE guest_id IS NOT NULL{allowed} ORDER BY id DESC"
_ALLOWED = " AND restricted = 0"


class GuestFinder:
    """One look at the guests: a read transaction, who looks, and when (``at``, aware UTC)."""

    def __init__(self, driver: Driver, reader: Person | None, at: datetime) -> None:
        self._driver, self._reader, self._at = driver, reader, at
        self._allowed = "" if reads_restricted(reader) else _ALLOWED

    def page(self, words: str, look: GuestLook, limit: int) -> GuestPage:
        """The guests whom all words find, best first: called exactly so, else the newest records."""
        words = words.encode(errors="replace").decode()  # SQLite takes no halves of surrogate pairs
        found = self._seen(self._found(words)) if words.strip() else None
        if look is GuestLook.DOUBLES:
            return self._page_of(self._with_doubles(found), limit)
        if look is GuestLook.LEAVING:
            return self._leaving(found, limit)
        if found is None:
            return self._latest(limit)
        exact = self._called(words) & found
        return self._page_of([*sorted(exact, reverse=True), *sorted(found - exact, reverse=True)], limit)

    # What words find

    def _found(self, words: str) -> set[int]:
        digits = phone_digits(words)
        ways: list[set[int]] = []
        if len(digits) >= _LEAST_DIGITS and not any(map(str.isalpha, words)):
            ways.append(self._ids(_BY_PHONE, f"%{digits}%"))
        if "@" in words or (words.isascii() and " " not in words.strip()):
            key = email_key(words) or ""
            ways.append(self._ids(_BY_EMAIL, key, key + _END))
        ways.append(self._named(words))
        return set().union(*ways)

    def _named(self, words: str) -> set[int]:
        found: set[int] | None = None
        for word in query_words(words):
            kinds = (SOUND, PART, INITIALS) if word.isascii() else (SOUND, PART)
            begins = set().union(*(self._ids(_BEGINS, kind + word, kind + word + _END) for kind in kinds))
            found = begins if found is None else found & begins
        key = name_key(words)
        whole = self._ids(_NAMED, key, key + _END) if key else set()  # of those too whose keys aren't made yet
        return whole | (found or set())

    def _called(self, words: str) -> set[int]:
        called = self._ids(_CALLED, name_key(words), phone_digits(words) or None, email_key(words))
        return self._seen(called)

    def _seen(self, ids: Iterable[int]) -> set[int]:
        """The records themselves, or those that they were merged into; restricted ones as the reader may see them."""
        return self._ids(_KEPT.format(allowed=self._allowed), _listed(ids))

    def _ids(self, statement: str, *values: object) -> set[int]:
        return {id_ for (id_,) in self._driver.execute(statement, values)}

    # Whom the list shows

    def _latest(self, limit: int) -> GuestPage:
        """Everybody, those who were here last first."""
        ids = self._ids(_STANDING.format(allowed=self._allowed))
        order: dict[int, None] = {}
        for (id_,) in self._driver.execute(_LATEST.format(allowed=self._allowed)):
            if len(order) >= limit:
                break
            if id_ in ids:
                order[id_] = None
        without_cases = sorted(ids - order.keys(), reverse=True)[: max(0, limit - len(order))]
        return GuestPage(self._rows([*order, *without_cases]), len(ids))

    def _with_doubles(self, found: set[int] | None) -> list[int]:
        """Guests who may be in the records twice, the newest first."""
        likely = guests_with_doubles(self._driver)
        seen = self._seen(likely)
        listed: set[int] = set()
        for id_ in islice((id_ for id_ in likely if id_ in seen), MOST_DOUBLES):
            if id_ not in listed and (others := doubles_of(self._driver, id_, self._reader, 2)):
                listed |= {id_, *(other for other, _ in others)}
        return sorted(listed if found is None else listed & found, reverse=True)

    def _leaving(self, found: set[int] | None, limit: int) -> GuestPage:
        """Guests whom the rule names, those with most reasons first."""
        lately = set(complained_lately(self._driver, self._at))
        cases = cases_of(self._driver, self._seen(lately) if found is None else lately & found, self._reader)
        reasons = {id_: leaving_reasons(of_guest, self._at) for id_, of_guest in cases.items()}
        named = [id_ for id_, why in reasons.items() if why]
        return self._page_of(sorted(named, key=lambda id_: (len(reasons[id_]), id_), reverse=True), limit)

    def _page_of(self, ids: Sequence[int], limit: int) -> GuestPage:
        return GuestPage(self._rows(ids[:limit]), len(ids))

    def _rows(self, ids: Sequence[int]) -> tuple[GuestListRow, ...]:
        """Rows in the order of the ids."""
        stored = {row[0]: row for row in self._driver.execute(_ROWS, (_listed(ids),))}
        cases = cases_of(self._driver, ids, self._reader)
        return tuple(self._row(stored[id_], cases.get(id_, ())) for id_ in ids)

    def _row(self, stored: tuple[Any, ...], cases: Sequence[CaseOfGuest]) -> GuestListRow:
        *told, restricted = stored
        sums = sums_of(cases)
        return GuestListRow(
            guest=guest_row(tuple(told)),
            cases=len(cases),
            open=sums.open,
            last_at=cases[0].received_at if cases else None,
            last_score=sums.last_satisfaction,
            restricted=bool(restricted),
            leaving=leaving_reasons(cases, self._at),
        )


def _listed(ids: Iterable[int]) -> str:
    return f"[{','.join(map(str, ids))}]"
