"""Early warnings in words: one title and one sentence each, for the banner, the report and the command line."""

from collections.abc import Iterable
from datetime import tzinfo

from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.domain.shifts import Shift
from desktop.domain.taxonomy import Taxonomy
from desktop.words.catalogue import Words
from desktop.words.formats import short_date, short_time


def warning_title(
    warning: EarlyWarning, words: Words, taxonomy: Taxonomy, zone: tzinfo, shifts: Iterable[Shift] = ()
) -> str:
    """What and where, in one line: ``Week 46: 34 complaints, above the limit of 31.28``. Plain text.

    ``shifts`` are the site's, for the names that it gave them.
    """
    match warning.rule:
        case "cluster":
            what = taxonomy.label(warning.what, words.language, short=True)
            where = warning.where if warning.where_kind == "place" else _shift(warning.where, words, shifts)
            return words.sentence("warning_cluster", what=what, where=where, count=warning.count)
        case "run":
            return words.sentence(_run("warning_run", warning), limit=warning.limit)
    code = "warning_week" if warning.rule == "c_chart" else f"warning_week_{taxonomy.property}"
    week = warning.since.astimezone(zone).isocalendar().week
    return words.sentence(code, week=week, count=warning.count, limit=warning.limit)


def warning_text(warning: EarlyWarning, words: Words, zone: tzinfo) -> str:
    """Since when, and what to do about it, in one sentence. Plain text."""
    since = warning.since.astimezone(zone)
    match warning.rule:
        case "cluster":
            return words.sentence("warning_text_cluster", since=short_time(since, words.language))
        case "run":
            return words.sentence(_run("warning_text_run", warning), count=warning.count)
    return words.sentence("warning_text_week", since=short_date(since.date(), words.language))


def dismissal_text(warning: EarlyWarning, words: Words, zone: tzinfo, by: str = "") -> str:
    """Who put it aside, when and why; empty where nobody has. ``by``: their name, else the login stands there."""
    if warning.dismissed_at is None:
        return ""
    at = short_time(warning.dismissed_at.astimezone(zone), words.language)
    return words.sentence("warning_dismissed", by=by or warning.dismissed_by, at=at, reason=warning.reason)


def _run(code: str, warning: EarlyWarning) -> str:
    return f"{code}_{'above' if warning.side > 0 else 'below'}"


def _shift(code: str, words: Words, shifts: Iterable[Shift]) -> str:
    named = next((shift.name for shift in shifts if shift.code == code and shift.name), "")
    return named or words.term("warning_shift", code)
