"""Tables of texts, real numbers and real dates: what a workbook is made of, without the library that writes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Cell = str | int | Decimal | date | datetime | None
"""What a cell holds: a text as it stands (made harmless before), a real number, a real date or local time, nothing."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a workbook. Moments are local times without a zone; ``widths`` are those of columns, in characters.

    ``cut`` says what becomes of a text that is longer than a cell holds: its end is left out, or the file refused.
    """

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = ()
    cut: bool = False
