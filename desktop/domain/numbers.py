"""Case numbers: ``SITE-DESK-YYYYMMDD-NNNN``, unique without a network (domain.md 2)."""

import re
from dataclasses import dataclass
from datetime import date

from desktop.errors import UserError

_NUMBER = re.compile(r"([A-Z0-9]{1,8})-([A-Z0-9]{1,8})-(\d{8})-(\d{4,9})")
_CODE = re.compile(r"[A-Z0-9]{1,8}")
_PLACES = 10**9  #: room for NNNN when numbers are compared as numbers


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The parts of a number. ``day`` is the local received date; ``serial`` counts from 1 per desk and day."""

    site: str
    desk: str
    day: date
    serial: int

    def __str__(self) -> str:
        return f"{self.site}-{self.desk}-{self._date:08d}-{self.serial:04d}"

    @property
    def _date(self) -> int:
        return self.day.year * 10_000 + self.day.month * 100 + self.day.day

    @property
    def order(self) -> int:
        """The number as a number: by date, then by serial, beyond 9999 too."""
        return self._date * _PLACES + self.serial


def parse_number(text: str) -> CaseNumber | None:
    """The parts of a case number, or ``None`` where the text is none."""
    match = _NUMBER.fullmatch(text.strip().upper())
    if match is None:
        return None
    site, desk, day, serial = match.groups()
    try:
        return CaseNumber(site, desk, date(int(day[:4]), int(day[4:6]), int(day[6:])), int(serial))
    except ValueError:
        return None


def short_number(number: str) -> str:
    """The form for lists: month and day, then the serial (``1101-0001``)."""
    parts = number.rsplit("-", 2)
    return f"{parts[-2][4:]}-{parts[-1]}" if len(parts) == 3 and len(parts[-2]) == 8 else number


_SHORT = re.compile(r"(\d{2})(\d{2})-(\d{4,9})")
_YEARS = range(2000, 2100)


def orders_of_short(text: str) -> list[int]:
    """The ``order`` of every number that a short one may stand for: one a year; empty where the text is none."""
    match = _SHORT.fullmatch(text.strip())
    if match is None:
        return []
    month, day, serial = match.groups()
    return [int(f"{year}{month}{day}") * _PLACES + int(serial) for year in _YEARS]


def check_code(code: str, field: str) -> str:
    """A site's or desk's code: 1–8 Latin capitals and digits. Raises ``site_code_bad`` or ``desk_code_bad``."""
    if not _CODE.fullmatch(code):
        raise UserError("site_code_bad" if field == "code" else "desk_code_bad", field, value=code)
    return code
