"""Figures as JSON: what ``report --json`` gives, what kept reports hold and exports write (interfaces.md, report)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.domain.figures.shapes import Figures, KeyCount, Measures, Paid, Share
from desktop.domain.money import Currency
from desktop.exchange.figure_lines import counted, given

Document = dict[str, Any]


def figures_json(
    figures: Figures, month: str, currency: Currency, zone: ZoneInfo, warnings: Sequence[EarlyWarning] = ()
) -> Document:
    """One JSON object. A figure without data is null; sums are numbers in major units; times in the site's zone."""
    flow = figures.flow
    equation = ("opening", "received", "reopened", "resolutions", "other_exits", "closing")
    return {
        "month": month,
        "as_of": _iso(figures.as_of, zone),
        "received": figures.received,
        "opening": flow.opening,
        "closing": flow.closing,
        "flow": {name: getattr(flow, name) for name in equation},
        **_speed(figures),
        "first_contact": _share(figures.first_contact),
        "escalated": _share(figures.escalated),
        "reopened": _share(figures.reopened),
        "outcome": {
            "upheld": figures.outcome.upheld.count,
            "partly": figures.outcome.partly.count,
            "not": figures.outcome.not_upheld.count,
        },
        **_voices(figures),
        "compensation": {
            "total": money(figures.compensation.total, currency),
            "per_case": number(figures.compensation.per_case),
            "cases_paid": figures.compensation.cases_paid,
            "by_remedy": _paid(figures.compensation.by_remedy, currency),
            "by_role": _paid(figures.compensation.by_role, currency),
        },
        **_spread(figures),
        "activity": number(figures.activity),
        "rate": number(figures.rate),
        "iceberg": figures.iceberg,
        "recurrent": _share(figures.recurrent),
        "root_causes": _counts(figures.root_causes),
        "measures": _measures(figures.measures),
        "warnings": [warning_json(warning, zone) for warning in warnings],
    }


def _speed(figures: Figures) -> Document:
    first, resolution, target = figures.first_response, figures.resolution, figures.on_target
    return {
        "first_response": {
            "median_min": number(first.median_min),
            "mean_min": number(first.mean_min),
            "p90_min": number(first.p90_min),
            "within_1h": first.within_1h.count,
            "within_1h_pct": number(first.within_1h.pct),
        },
        "within_24h": _share(figures.within_24h),
        "resolution": {
            "mean_h": number(resolution.mean_h),
            "median_h": number(resolution.median_h),
            "p90_h": number(resolution.p90_h),
        },
        "on_target": {"respond_pct": number(target.respond.pct), "resolve_pct": number(target.resolve.pct)},
    }


def _voices(figures: Figures) -> Document:
    said = figures.satisfaction
    return {
        "satisfaction": {
            "pct": number(said.pct),
            "mean": number(said.mean),
            "answers": said.answers,
            "asked": said.asked,
            "response_pct": number(said.response_pct),
        },
        "nps": figures.nps,
        "emotion_drop": number(figures.emotion_drop),
    }


def _spread(figures: Figures) -> Document:
    return {
        "by_category": [
            {"code": row.code, "count": row.count, "cumulative_pct": number(row.cumulative_pct)}
            for row in figures.by_category
        ],
        "pareto_80": figures.pareto_80,
        "by_shift": _counts(figures.by_shift),
        "by_place": _counts(counted(figures, "by_place")),
        "by_channel": _counts(figures.by_channel),
        "by_department": _counts(figures.by_department),
        "by_staff": _counts(figures.by_staff),
    }


def warning_json(warning: EarlyWarning, zone: ZoneInfo) -> Document:
    """An early warning as ``warnings --json`` gives it."""
    return {
        "rule": warning.rule,
        "since": _iso(warning.since, zone),
        "what": warning.what,
        "where": warning.where,
        "count": warning.count,
        "limit": number(warning.limit),
        "cases": list(warning.cases),
    }


def number(value: Decimal | None) -> int | float | None:
    """A rounded figure as a JSON number; None stays null."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def money(minor: int, currency: Currency) -> int | float:
    """A sum in major units as a JSON number."""
    major = Fraction(minor, 10**currency.digits)
    return int(major) if major.denominator == 1 else float(major)


def _share(share: Share) -> Document:
    return {"count": share.count, "pct": number(share.pct)}


def _counts(rows: Iterable[KeyCount]) -> dict[str, int]:
    return {row.key: row.count for row in rows}


def _paid(rows: Iterable[Paid], currency: Currency) -> dict[str, int | float]:
    return {row.key: money(row.amount, currency) for row in given(rows)}


def _measures(measures: Measures | None) -> Document | None:
    names = ("open", "overdue", "effective", "not_effective")
    return None if measures is None else {name: getattr(measures, name) for name in names}


def _iso(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds")
