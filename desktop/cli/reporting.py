"""The verb that reports: a month's figures as a table or as JSON, and the printed report."""

import re
from collections.abc import Iterable, Iterator

from desktop.cli.console import DONE, Console
from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.domain.figures.shapes import Figures, KeyCount, Month
from desktop.domain.figures.spans import span_of_month
from desktop.domain.kinds import Language
from desktop.domain.money import Currency, amount_text
from desktop.domain.shapes import shown
from desktop.errors import UserError
from desktop.exchange.figures_json import figures_json
from desktop.words import Words, load_words
from desktop.words.plain import plain

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_FIRST_YEAR, _LAST_YEAR = 1970, 9998
_NO_DATA = "–"

_Line = tuple[str, object]  #: a figure's code, and what it comes to


def report(console: Console) -> int:
    """The figures of a month; with ``--pdf`` the printed report, with ``--table`` a file for other programs."""
    given = console.arguments
    month = parse_month(given.month)
    with console.desk() as desk:
        person = console.person(desk, "figures")
        as_of, facts = console.at(desk), desk.site.facts()
        language = Language(given.language) if given.language else facts.language
        if given.pdf is not None:
            with console.progress() as progress:
                desk.reports.save_pdf(given.pdf, person, month, as_of, language, progress)
        if given.table is not None:
            desk.figure_files.save(person, given.table, span_of_month(month), as_of, language=language)
        if (given.pdf or given.table) and not given.json:
            return DONE
        figures = desk.figures.month(person, month, as_of)
        warnings = desk.warnings.in_span(person, span_of_month(month), as_of)
        if given.json:
            console.say_json(figures_json(figures, str(month), facts.currency, facts.zone, warnings))
            return DONE
        for line in table(figures, load_words(language), facts.currency, warnings):
            console.say(line)
    return DONE


def parse_month(text: str) -> Month:
    """A calendar month ``2026-06``. Raises ``UserError`` ``month_bad``."""
    match = _MONTH.fullmatch(text)
    if match is None:
        raise UserError("month_bad", "month", value=shown(text))
    year, month = int(match[1]), int(match[2])
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        raise UserError("month_bad", "month", value=shown(text))
    return Month(year, month)


def table(figures: Figures, words: Words, currency: Currency, warnings: Iterable[EarlyWarning] = ()) -> Iterator[str]:
    """The figures a line each, under the names that screens and papers give them."""
    colon = "：" if words.language is Language.ZH else ": "
    for code, value in _lines(figures, currency):
        yield f"{words.term('figure', code)}{colon}{_NO_DATA if value is None else value}"
    groups = (
        ("by_category", "", [KeyCount(row.code, row.count, row.pct) for row in figures.by_category]),
        ("by_shift", "shift", figures.by_shift),
        ("by_place", "", figures.by_place),
        ("by_channel", "channel", figures.by_channel),
        ("by_department", "", figures.by_department),
        ("by_staff", "", figures.by_staff),
        ("root_causes", "root_cause", figures.root_causes),
    )
    for code, kind, rows in groups:
        if rows:
            yield f"{words.term('figure', code)}{colon}"
            for row in rows:
                key = words.term(kind, row.key) if kind and row.key else plain(row.key)
                yield f"  {key or _NO_DATA}  {row.count}  {_NO_DATA if row.pct is None else f'{row.pct}%'}"
    for warning in warnings:
        what = "  ".join(filter(None, (warning.what, plain(warning.where), ", ".join(warning.cases))))
        yield f"{words.term('figure', 'warning')}{colon}{warning.rule}  {warning.count}  {what}".rstrip()


def _lines(figures: Figures, currency: Currency) -> Iterator[_Line]:
    """Every figure that is one number."""
    flow, first, resolution = figures.flow, figures.first_response, figures.resolution
    said, paid, target = figures.satisfaction, figures.compensation, figures.on_target
    yield "received", figures.received
    came = f"{flow.opening} + {flow.received} + {flow.reopened}"
    yield "flow", f"{came} − {flow.resolutions} − {flow.other_exits} = {flow.closing}"
    yield "response_median", first.median_min
    yield "response_mean", first.mean_min
    yield "response_p90", first.p90_min
    yield "within_1h", _of(first.within_1h.count, first.within_1h.pct)
    yield "within_24h", _of(figures.within_24h.count, figures.within_24h.pct)
    yield "resolution_median", resolution.median_h
    yield "resolution_mean", resolution.mean_h
    yield "resolution_p90", resolution.p90_h
    yield "respond_on_target", _of(target.respond.count, target.respond.pct)
    yield "resolve_on_target", _of(target.resolve.count, target.resolve.pct)
    yield "first_contact", _of(figures.first_contact.count, figures.first_contact.pct)
    yield "escalated", _of(figures.escalated.count, figures.escalated.pct)
    yield "reopened", _of(figures.reopened.count, figures.reopened.pct)
    yield "upheld", _of(figures.outcome.upheld.count, figures.outcome.upheld.pct)
    yield "partly", _of(figures.outcome.partly.count, figures.outcome.partly.pct)
    yield "not_upheld", _of(figures.outcome.not_upheld.count, figures.outcome.not_upheld.pct)
    yield "satisfaction", said.mean
    yield "satisfied", None if said.pct is None else f"{said.pct}%"
    yield "survey_answers", _of(said.answers, said.response_pct)
    yield "nps", figures.nps
    yield "emotion_drop", figures.emotion_drop
    yield "compensation", f"{amount_text(paid.total, currency)} {currency.code}"
    yield "compensation_per_case", paid.per_case
    yield "cases_paid", paid.cases_paid
    yield "rate", figures.rate
    yield "iceberg", figures.iceberg
    yield "recurrent", _of(figures.recurrent.count, figures.recurrent.pct)
    yield "pareto_80", figures.pareto_80


def _of(count: int, pct: object) -> str | None:
    return None if pct is None else f"{count} ({pct}%)"
