"""Every figure of a span as a flat list, under the names that ``report --json`` gives it: for tables in files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from desktop.domain.figures.shapes import Figures, KeyCount, Paid, Share
from desktop.domain.kinds import Property
from desktop.domain.money import Currency

Value = int | Decimal | date | datetime | None
COUNTED = ("by_shift", "by_place", "by_channel", "by_department", "by_staff", "root_causes")
SUM = "sum"  #: the unit of sums in major units of the site's currency


@dataclass(frozen=True, slots=True)
class Line:
    """One value. ``figure`` and ``key`` are its path in the JSON; ``unit`` is a code, empty where there is none."""

    figure: str
    key: str
    value: Value
    unit: str = ""

    @property
    def code(self) -> str:
        """``within_24h.pct``."""
        return f"{self.figure}.{self.key}" if self.key else self.figure


def single_lines(figures: Figures, currency: Currency, property_: Property, zone: ZoneInfo) -> Iterator[Line]:
    """The figures that are one value each, after what they are of. ``as_of`` is a local time with its offset."""
    yield Line("span", "first", figures.span.first)
    yield Line("span", "last", figures.span.until - timedelta(days=1))
    yield Line("as_of", "", figures.as_of.astimezone(zone))
    yield Line("received", "", figures.received, "cases")
    for key in ("opening", "received", "reopened", "resolutions", "other_exits", "closing"):
        events = key in ("reopened", "resolutions")
        yield Line("flow", key, getattr(figures.flow, key), "times" if events else "cases")
    yield from _speed(figures)
    yield from _voices(figures)
    paid = figures.compensation
    yield Line("compensation", "total", major(paid.total, currency), SUM)
    yield Line("compensation", "per_case", paid.per_case, SUM)
    yield Line("compensation", "cases_paid", paid.cases_paid, "cases")
    yield Line("pareto_80", "", figures.pareto_80, "categories")
    hotel = property_ is Property.HOTEL
    yield Line("activity", "", _whole(figures.activity), "room_nights" if hotel else "sales")
    yield Line("rate", "", figures.rate, "per_1000_room_nights" if hotel else "per_10000_sales")
    yield Line("iceberg", "", figures.iceberg, "guests")
    yield from _share("recurrent", figures.recurrent)
    if figures.measures is not None:
        for key in ("open", "overdue", "effective", "not_effective"):
            yield Line("measures", key, getattr(figures.measures, key), "measures")


def _speed(figures: Figures) -> Iterator[Line]:
    first, resolution, target = figures.first_response, figures.resolution, figures.on_target
    for key in ("median_min", "mean_min", "p90_min"):
        yield Line("first_response", key, getattr(first, key), "min")
    yield Line("first_response", "within_1h", first.within_1h.count, "cases")
    yield Line("first_response", "within_1h_pct", first.within_1h.pct, "pct")
    yield from _share("within_24h", figures.within_24h)
    for key in ("mean_h", "median_h", "p90_h"):
        yield Line("resolution", key, getattr(resolution, key), "h")
    yield Line("on_target", "respond_pct", target.respond.pct, "pct")
    yield Line("on_target", "resolve_pct", target.resolve.pct, "pct")
    for name in ("first_contact", "escalated", "reopened"):
        yield from _share(name, getattr(figures, name))


def _voices(figures: Figures) -> Iterator[Line]:
    outcome, said = figures.outcome, figures.satisfaction
    yield Line("outcome", "upheld", outcome.upheld.count, "cases")
    yield Line("outcome", "partly", outcome.partly.count, "cases")
    yield Line("outcome", "not", outcome.not_upheld.count, "cases")
    yield Line("satisfaction", "pct", said.pct, "pct")
    yield Line("satisfaction", "mean", said.mean, "of_5")
    yield Line("satisfaction", "answers", said.answers, "answers")
    yield Line("satisfaction", "asked", said.asked, "guests")
    yield Line("satisfaction", "response_pct", said.response_pct, "pct")
    yield Line("nps", "", figures.nps, "points")
    yield Line("emotion_drop", "", figures.emotion_drop, "points")


def _share(name: str, share: Share) -> Iterator[Line]:
    yield Line(name, "count", share.count, "cases")
    yield Line(name, "pct", share.pct, "pct")


def _whole(activity: Decimal | None) -> Decimal | None:
    """People count nights and sales whole, and see decimals only where there are some."""
    whole = activity is not None and activity == activity.to_integral_value()
    return activity.quantize(Decimal(1)) if whole and activity is not None else activity


def spread_lines(figures: Figures, currency: Currency) -> Iterator[Line]:
    """The figures that are one value for every category, place, shift and so on."""
    for name, rows in (("by_remedy", figures.compensation.by_remedy), ("by_role", figures.compensation.by_role)):
        for paid in given(rows):
            yield Line(f"compensation.{name}", paid.key, major(paid.amount, currency), SUM)
    for category in figures.by_category:
        yield Line("by_category", category.code, category.count, "cases")
    for category in figures.by_category:
        yield Line("by_category.cumulative_pct", category.code, category.cumulative_pct, "pct")
    for name in COUNTED:
        for row in counted(figures, name):
            yield Line(name, row.key, row.count, "cases")


def counted(figures: Figures, name: str) -> list[KeyCount]:
    """The rows of one of ``COUNTED``; a blank place is none (figures.md)."""
    rows: tuple[KeyCount, ...] = getattr(figures, name)
    return [row for row in rows if row.key or name != "by_place"]


def given(rows: Iterable[Paid]) -> list[Paid]:
    """What came to some sum; an apology costs nothing."""
    return [row for row in rows if row.amount]


def major(minor: int, currency: Currency) -> Decimal:
    """A sum in major units, with all the currency's places."""
    return Decimal(minor).scaleb(-currency.digits)
