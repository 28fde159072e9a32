"""When an imported case was resolved and came back, from its history or from what an old book's columns tell."""

from datetime import UTC, datetime

from desktop.domain.figures.past import Told, ToldEntry, tell
from desktop.domain.lifecycle import DONE_STATES
from desktop.exchange.records import CaseRecord
from desktop.models.base import moment

Resolution = tuple[datetime, datetime | None]  #: when, and when the case was reopened after it (UTC)

_AT_THE_END = datetime.max.replace(tzinfo=UTC)


def resolutions_of(record: CaseRecord) -> list[Resolution]:
    """The resolutions of a record, the oldest first; one that bears no time was done when the case was closed."""
    told = history_told(record)
    if told is not None and told.resolutions:
        return [(moment(at), None if reopened is None else moment(reopened)) for at, reopened in told.resolutions]
    return _from_columns(record)


def history_told(record: CaseRecord) -> Told | None:
    """What the record's own history tells; None where it brings none."""
    if not record.history:
        return None
    entries = (ToldEntry(int(e.at.timestamp()), e.by, e.act, e.changes) for e in record.history)
    return tell(entries, int(_AT_THE_END.timestamp()))


def _from_columns(record: CaseRecord) -> list[Resolution]:
    """A first resolution, the reopening, a second one; the closing stands in for one that isn't told."""
    first, again = _time(record, "resolved_at"), _time(record, "last_resolved_at")
    reopened, closed = _time(record, "reopened_at"), _time(record, "closed_at")
    done = record.state in DONE_STATES
    if first is None and done and (reopened is None or (closed is not None and closed <= reopened)):
        first = closed or _last(record)
    found: list[Resolution] = [] if first is None else [(first, reopened)]
    if reopened is None:
        return found
    second = again if again is not None and again != _time(record, "resolved_at") else None
    if second is None and done:
        second = closed if closed is not None and closed > reopened else _last(record)
    return found if second is None else [*found, (max(second, reopened), None)]


def _last(record: CaseRecord) -> datetime:
    """When the last thing happened that is known of."""
    return _time(record, "last_act_at") or record.received_at


def _time(record: CaseRecord, name: str) -> datetime | None:
    value = record.values.get(name)
    return value if isinstance(value, datetime) else None
