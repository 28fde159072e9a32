"""One case as the cells of a row, and a case object without the guest's name."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from desktop.domain.money import Currency
from desktop.exchange.cells import harmless
from desktop.exchange.columns import COLUMNS
from desktop.exchange.tables import Cell
from desktop.models.case import Case
from desktop.services.case_document import Document, iso

#: Fields that name the guest or tell how to reach them, in the history as in the record.
NAMING_FIELDS = frozenset(
    [
        "guest_name",
        "guest_honorific",
        "guest_phone",
        "guest_email",
        "name",
        "honorific",
        "phone",
        "email",
        "on_behalf_of",
        "with",
    ]
)


class RowWriter:
    """Makes rows of the import columns. ``named`` False leaves out the guest's name and phone."""

    def __init__(self, zone: ZoneInfo, currency: Currency, logins: Mapping[int, str], *, named: bool) -> None:
        self._zone, self._currency, self._logins, self._named = zone, currency, logins, named
        self._makers: Mapping[str, Callable[[Case], object]] = {
            "guest": lambda case: case.guest_name if named else "",
            "phone": lambda case: case.guest_phone if named else "",
            "flags": lambda case: ";".join(case.flags),
            "received_by": lambda case: self._logins.get(case.received_by_id or 0, case.received_by),
            "responded_at": lambda case: case.first_response_at,
            "resolved_again_at": _resolved_again,
            "compensation": lambda case: Decimal(case.compensation).scaleb(-self._currency.digits),
            "satisfaction": lambda case: case.survey.get("overall"),
            "recommend": lambda case: case.survey.get("recommend"),
            "survey_asked": lambda case: case.survey_asked_at is not None,
        }

    def cells(self, case: Case, remedy_kinds: Sequence[str]) -> tuple[str, ...]:
        """The texts of a row, in the order of ``COLUMNS``, not yet made harmless."""
        return tuple(map(self._text, self._values(case, remedy_kinds)))

    def sheet_cells(self, case: Case, remedy_kinds: Sequence[str]) -> tuple[Cell, ...]:
        """The row for a sheet: real numbers, the site's local times, and harmless texts."""
        return tuple(map(self._cell, self._values(case, remedy_kinds)))

    def _values(self, case: Case, remedy_kinds: Sequence[str]) -> tuple[object, ...]:
        made = {name: self._makers[name](case) if name in self._makers else _field(case, name) for name in COLUMNS}
        made["remedy"] = ";".join(remedy_kinds)
        return tuple(made.values())

    def _text(self, value: object) -> str:
        match value:
            case None:
                return ""
            case bool():
                return "yes" if value else "no"
            case datetime():
                return iso(value, self._zone) or ""
        return str(value)

    def _cell(self, value: object) -> Cell:
        match value:
            case bool():
                return self._text(value)
            case int() | Decimal():
                return value
            case datetime():
                local = value.astimezone(self._zone)
                # The hour that the clock shows twice in autumn: only the offset tells its second time from its first.
                return self._text(value) if local.fold else local.replace(tzinfo=None)
        return harmless(self._text(value))


def _field(case: Case, name: str) -> object:
    """A column that is stored under its own name."""
    return getattr(case, name, None)


def _resolved_again(case: Case) -> datetime | None:
    return case.last_resolved_at if case.last_resolved_at != case.resolved_at else None


def without_names(document: Document) -> Document:
    """A case object without what names the guest; rooms, times, words and sums stay."""
    guest = {name: "" if name in NAMING_FIELDS else value for name, value in document["guest"].items()}
    contacts = [contact | {"with": ""} for contact in document["contacts"]]
    history = [entry | {"changes": [_unnamed(change) for change in entry["changes"]]} for entry in document["history"]]
    return document | {"guest": guest, "on_behalf_of": "", "contacts": contacts, "history": history}


def _unnamed(change: Document) -> Document:
    return change | {"before": None, "after": None} if change["field"] in NAMING_FIELDS else change
