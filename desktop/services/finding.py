"""Finding cases as one types: the exact number first, then the newest (rules in ``desktop.domain.finding``)."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from desktop.domain.finding import match_expression
from desktop.domain.kinds import Band, State
from desktop.domain.numbers import orders_of_short, parse_number
from desktop.domain.rows import Found, FoundPage
from desktop.domain.texts import phone_key
from desktop.models.case import Case
from desktop.models.engine import Database
from desktop.models.site import Guest
from desktop.services.guests import name_key

_NEWEST = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?"
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)"
_COUNTED_UP_TO = 1_000_000
_COLUMNS = (
    Case.id,
    Case.number,
    Case.state,
    Case.band,
    Case.guest_name,
    Case.guest_honorific,
    Case.room,
    Case.reference,
    Case.summary,
    Case.received_at,
)


class Finder:
    """Searches number, guest, phone, room, text and notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, words: str, limit: int = 50, *, counted: bool = True) -> FoundPage:
        """The cases in which all words occur: an exact number, room or reference first, then the newest.

        ``counted`` False saves the count of all hits (``total`` is then that of the hits shown).
        """
        expression = match_expression(words)
        if not expression:
            return FoundPage((), 0)
        with self._database.reading() as connection:
            exact = _exact(connection, words, limit)
            hits = connection.exec_driver_sql(_NEWEST, (expression, limit)).scalars().all()
            ids = list(dict.fromkeys([*exact, *hits]))[:limit]
            rows = _rows(connection, ids)
            total = len(rows)
            if counted and len(hits) == limit:
                total = connection.exec_driver_sql(_COUNT, (expression, _COUNTED_UP_TO)).scalar() or total
        return FoundPage(rows, total)


def _exact(connection: Connection, words: str, limit: int) -> list[int]:
    """Cases whose number (whole or short), room, reference or guest is exactly this, the newest first."""
    wanted = words.strip()
    number = parse_number(wanted)
    name, phone = name_key(wanted), phone_key(wanted)
    guests = select(Guest.id).where(
        or_(Guest.name_key == name, Guest.phone_key == phone) if phone else Guest.name_key == name
    )
    # 'Is not empty' lets SQLite use the indexes, which leave out cases without room or reference.
    room, reference = (and_(column == wanted, column != "") for column in (Case.room, Case.reference))
    ways: list[ColumnElement[bool]] = [room, reference, Case.guest_id.in_(guests)]
    if number is not None:
        ways = [Case.number == str(number)]
    elif orders := orders_of_short(wanted):
        ways = [Case.number_order.in_(orders)]
    found: set[int] = set()
    for way in ways:
        found.update(connection.scalars(select(Case.id).where(way).order_by(Case.id.desc()).limit(limit)))
    return sorted(found, reverse=True)[:limit]


def _rows(connection: Connection, ids: Sequence[int]) -> tuple[Found, ...]:
    by_id = {row.id: row for row in connection.execute(select(*_COLUMNS).where(Case.id.in_(ids)))}
    return tuple(
        Found(
            number=row.number,
            id=row.id,
            state=State(row.state),
            band=Band(row.band),
            guest=row.guest_name,
            honorific=row.guest_honorific,
            room=row.room,
            reference=row.reference,
            summary=row.summary,
            received_at=row.received_at,
        )
        for row in (by_id[id_] for id_ in ids if id_ in by_id)
    )
