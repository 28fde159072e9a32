"""Verbs about early warning: warnings, activity."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from desktop.cli.console import DONE, Console, UsageError
from desktop.cli.reporting import parse_month
from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.domain.figures.spans import span_of_month
from desktop.domain.wallclock import eve
from desktop.errors import UserError
from desktop.exchange.figures_json import warning_json
from desktop.exchange.times import parse_date
from desktop.services.case_document import iso
from desktop.words import Words
from desktop.words.warnings import dismissal_text, warning_text, warning_title

_MOST_DIGITS = 15
_MOST_NUMBERS = 20  #: of one warning on the terminal; the JSON has all


def warnings(console: Console) -> int:
    """The early warnings that stand, the newest first."""
    with console.desk() as desk:
        person = console.person(desk, "figures")
        found = desk.warnings.at(person, console.at(desk))
        zone, taxonomy, words = desk.site.facts().zone, desk.site.taxonomy(), console.words
        if console.arguments.json:
            console.say_json([_document(warning, zone) for warning in found])
            return DONE
        shifts = desk.site.in_force().shifts
        for warning in found:
            console.say(warning_title(warning, words, taxonomy, zone, shifts))
            told = (
                warning_text(warning, words, zone),
                words.joined(warning.cases),
                dismissal_text(warning, words, zone),
            )
            for line in filter(None, told):
                console.say(f"  {line}")
        console.tell(words.quantity("warnings", len(found)))
    return DONE


def _numbers(warning: EarlyWarning, words: Words) -> str:
    """The case numbers, of very many the first."""
    more = ("…",) if len(warning.cases) > _MOST_NUMBERS else ()
    return words.joined((*warning.cases[:_MOST_NUMBERS], *more))


def _document(warning: EarlyWarning, zone: ZoneInfo) -> dict[str, Any]:
    """What ``report`` gives of a warning too, and what became of it."""
    return warning_json(warning, zone) | {
        "key": warning.key,
        "dismissed_at": iso(warning.dismissed_at, zone),
        "dismissed_by": warning.dismissed_by or None,
        "reason": warning.reason or None,
    }


def activity(console: Console) -> int:
    """Room-nights or sales of a month, or of a span of days whose last day is included."""
    first, last = _span(console)
    value = _value(console.arguments.value)
    with console.desk() as desk:
        person = console.person(desk, "settings")
        desk.activity.set(person, first, last, value)
        console.tell(console.words.sentence("activity_entered", value=value, first=first, last=last))
    return DONE


def _span(console: Console) -> tuple[date, date]:
    given = console.arguments
    if given.month is not None and given.first is None and given.until is None:
        span = span_of_month(parse_month(given.month))
        return span.first, eve(span.until)
    if given.month is None and given.first is not None and given.until is not None:
        return parse_date(given.first, "from"), parse_date(given.until, "until")
    raise UsageError("activity: give --month YYYY-MM, or --from DATE and --until DATE")


def _value(text: str) -> int:
    """A whole number. Raises ``activity_bad`` (value)."""
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise UserError("activity_bad", "value", value=text)
    return int(text)
