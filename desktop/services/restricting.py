"""Delicate cases: who may read them, and what everybody else still sees of them (trust.md, People).

A reader of ``None`` is the desk itself: practice, where nobody signs in, and work that shows nothing to a person.
"""

from desktop.domain.people import Person, Right, right_to
from desktop.domain.rows import QueueRow
from desktop.errors import UserError


def reads_restricted(reader: Person | None) -> bool:
    """Whether restricted cases and guests are open to the reader."""
    return reader is None or right_to("restricted", reader.role) is not Right.NO


def check_readable(restricted: bool, reader: Person | None, field: str = "case") -> None:
    """Refuses what is restricted, a case or a guest (``field``), to whoever may not read it. Raises ``restricted``."""
    if restricted and not reads_restricted(reader):
        raise UserError("restricted", field)


def masked(row: QueueRow, reader: Person | None) -> QueueRow:
    """The row as the reader may see it: of a restricted case number, band, score, state and clocks stay."""
    if not row.restricted or reads_restricted(reader):
        return row
    nameless = row._replace(guest="", honorific="", room="", reference="", vip=False)
    return nameless._replace(summary="", category=None, emotion=None, points=())
