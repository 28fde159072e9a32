"""A span's figures as files: a workbook with a sheet for every question, or one table of values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from desktop.domain.figures.cohort import CaseFacts
from desktop.domain.figures.counts import owner_of, receiver_of
from desktop.domain.figures.report_shapes import Goals, MonthPoint
from desktop.domain.figures.shapes import Figures, Paid
from desktop.domain.money import Currency
from desktop.domain.shifts import Shift
from desktop.domain.taxonomy import Taxonomy
from desktop.exchange.cells import harmless
from desktop.exchange.csv_text import csv_line
from desktop.exchange.figure_lines import COUNTED, SUM, Line, counted, given, major, single_lines, spread_lines
from desktop.exchange.figure_words import FigureWords
from desktop.exchange.tables import Cell, Sheet
from desktop.words import Words, plain
from desktop.words.formats import NOT_KNOWN

_NARROW, _USUAL, _WIDE, _WIDEST = 10, 16, 32, 100  #: widths of columns, in characters


@dataclass(frozen=True, slots=True)
class FigureBook:
    """All that a workbook of figures shows. ``names`` are the staff's by login, ``logins`` theirs by number.

    ``cases`` are those of the cohort that may be shown; ``guests`` their guests' names by the case's number in the
    database, None for who may not have them. ``before`` are the figures of the span before, None where none are known.
    ``begun`` is the local day of the site's first complaint.
    """

    figures: Figures
    before: Figures | None
    goals: Goals
    trend: Sequence[MonthPoint]
    cases: Sequence[CaseFacts]
    guests: Mapping[int, str] | None
    logins: Mapping[int, str]
    names: Mapping[str, str]
    words: Words
    taxonomy: Taxonomy
    shifts: Sequence[Shift]
    currency: Currency
    zone: ZoneInfo
    begun: date | None

    def sheets(self) -> tuple[Sheet, ...]:
        """The workbook, sheet by sheet."""
        return (
            self._figures(),
            self._categories(),
            *(self._counts(name) for name in COUNTED),
            self._compensation(),
            self._trend(),
            self._cases(),
            self._definitions(),
        )

    def csv(self) -> str:
        """The table ``figure,key,value,unit``: names as ``report --json`` gives them, blank where nothing is known."""
        figures, currency = self.figures, self.currency
        table = [csv_line(("figure", "key", "value", "unit"))]
        lines = (*self._single(figures), *spread_lines(figures, currency))
        for line in lines:
            unit = {"pct": "%", SUM: currency.code}.get(line.unit, line.unit)
            table.append(csv_line((line.figure, harmless(line.key), _in_csv(line), unit)))
        return "".join(table)

    def _single(self, figures: Figures) -> Iterator[Line]:
        return single_lines(figures, self.currency, self.taxonomy.property, self.zone)

    def _sheet(self, title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> Sheet:
        """A sheet whose texts can't be taken for formulas and have no hidden characters; long ones are cut."""
        made = (tuple(_text(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)
        return Sheet(title, tuple(header), made, widths, cut=True)

    @property
    def _said(self) -> FigureWords:
        return FigureWords(self.words, self.taxonomy.property, self.currency)

    def _figures(self) -> Sheet:
        said, goals = self._said, _goals(self.goals)
        before = {} if self.before is None else {line.code: line.value for line in self._single(self.before)}

        def rows() -> Iterator[Sequence[Cell]]:
            for line in self._single(self.figures):
                then: Cell = NOT_KNOWN if self.before is None and line.unit else before.get(line.code)
                shown = _known(line.value), said.unit(line.unit), _known(then) if line.unit else _local(then)
                yield (said.name(line.code), line.code, *shown, goals.get(line.code))

        header = [said.head(name) for name in ("figure", "code", "value", "unit", "before", "goal")]
        return self._sheet(said.head("figures"), header, rows(), (44, 28, _USUAL, 24, _USUAL, _NARROW))

    def _categories(self) -> Sheet:
        said, language = self._said, self.words.language
        rows = (
            (
                row.code,
                self.taxonomy.label(row.code, language) if row.code else said.head("not_rated"),
                row.count,
                _known(row.pct),
                _known(row.cumulative_pct),
            )
            for row in self.figures.by_category
        )
        header = [said.head(name) for name in ("code", "category", "cases", "share_pct", "running_pct")]
        return self._sheet(said.name("by_category"), header, rows, (_NARROW, 44, _NARROW, _NARROW, _USUAL))

    def _counts(self, name: str) -> Sheet:
        """Cases by a key: what people call it, and its code or login where that is something else."""
        said, coded = self._said, name not in ("by_place", "by_department")
        rows = (
            (*((row.key,) if coded else ()), self._called(name, row.key), row.count, _known(row.pct))
            for row in counted(self.figures, name)
        )
        header = [said.head(head) for head in (*(("code",) if coded else ()), name, "cases", "share_pct")]
        return self._sheet(said.name(name), header, rows, (*((_USUAL,) if coded else ()), _WIDE, _NARROW, _NARROW))

    def _called(self, name: str, key: str) -> str:
        """What people call a place, a shift, a channel, a department, a person, a cause."""
        match name:
            case "by_shift":
                return self._shift(key)
            case "by_channel":
                return self.words.term("channel", key)
            case "root_causes":
                return self.words.term("root_cause", key)
            case "by_department":
                return key or self._said.head("no_department")
            case "by_staff":
                return self.names.get(key, key) or self._said.head("nobody")
        return key

    def _shift(self, code: str) -> str:
        own = next((shift.name for shift in self.shifts if shift.code == code), "")
        return own or (self.words.term("shift", code) if code else self._said.head("no_shift"))

    def _compensation(self) -> Sheet:
        """By remedy, then by the role that approved it."""
        said, paid = self._said, self.figures.compensation

        def rows_of(by: str, kind: str, sums: Iterable[Paid], nobody: str) -> Iterator[Sequence[Cell]]:
            for row in given(sums):
                called = self.words.term(kind, row.key) if row.key else said.head(nobody)
                yield said.name(f"compensation.{by}"), row.key, called, row.count, major(row.amount, self.currency)

        rows = (
            *rows_of("by_remedy", "remedy", paid.by_remedy, "not_named"),
            *rows_of("by_role", "role", paid.by_role, "nobody"),
        )
        header = [said.head(name) for name in ("figure", "code", "name", "times")]
        return self._sheet(said.name("compensation"), (*header, said.sum_head), rows, (24, _USUAL, _WIDE, _NARROW, 18))

    def _trend(self) -> Sheet:
        said = self._said
        rows = ((point.month.first_day, *(_known(value) for value in self._values(point))) for point in self.trend)
        header = (said.head("month"), *(said.name(code) for code in ("received", "rate", "satisfaction.mean")))
        return self._sheet(said.head("trend"), header, rows, (_USUAL, _USUAL, 28, 28))

    def _values(self, point: MonthPoint) -> tuple[Cell, Cell, Cell]:
        """A month of the trend; nothing was counted before the site's first complaint, not even nothing."""
        counted_then = self.begun is not None and point.month.plus(1).first_day > self.begun
        return (point.received if counted_then else None), point.rate if counted_then else None, point.satisfaction

    def _cases(self) -> Sheet:
        said = self._said
        names = (
            *("case", "received_at", "priority", "code", "category", "place", "channel", "shift", "department"),
            *("received_by", "owner", "state", "responded_at", "resolved_at", "closed_at", "outcome", "cause"),
            *("satisfaction", "recommend"),
        )
        header = [*(said.head(name) for name in names), said.sum_head]
        widths = [22, 17, _NARROW, _NARROW, _WIDE, *[_USUAL] * 7, 17, 17, 17, _USUAL, _WIDE, _NARROW, _NARROW, 18]
        if self.guests is not None:
            header.append(said.head("guest"))
            widths.append(_WIDE)
        return self._sheet(said.head("case_list"), header, map(self._case, self.cases), widths)

    def _case(self, case: CaseFacts) -> Sequence[Cell]:
        term, receiver, owner = self.words.term, receiver_of(case, self.logins), owner_of(case, self.logins)
        shown: tuple[Cell, ...] = (
            case.number,
            self._moment(case.received),
            case.band,
            case.category,
            self.taxonomy.label(case.category, self.words.language) if case.category else "",
            case.place,
            term("channel", case.channel),
            self._shift(case.shift),
            case.department,
            self.names.get(receiver, receiver),
            self.names.get(owner, owner),
            term("state", case.state),
            self._moment(case.responded),
            self._moment(case.resolved),
            self._moment(case.closed),
            term("outcome", case.outcome) if case.outcome else "",
            term("root_cause", case.root_cause) if case.root_cause else "",
            case.overall,
            case.recommend,
            major(case.compensation, self.currency),
        )
        return shown if self.guests is None else (*shown, self.guests.get(case.id, ""))

    def _moment(self, at: int | None) -> Cell:
        """A local time of the site, as the clock on its wall showed it."""
        return None if at is None else _local(datetime.fromtimestamp(at, UTC).astimezone(self.zone))

    def _definitions(self) -> Sheet:
        said = self._said
        codes = [line.code for line in self._single(self.figures)]
        groups = ("compensation.by_remedy", "compensation.by_role", "by_category", *COUNTED)
        rows = ((said.name(code), code, said.definition(code)) for code in (*codes, *groups))
        header = [said.head(name) for name in ("figure", "code", "definition")]
        return self._sheet(said.head("definitions"), header, (*rows, *said.general()), (44, 28, _WIDEST))


def _goals(goals: Goals) -> Mapping[str, Decimal | None]:
    """The site's goals under the codes of the figures that they are for."""
    return {
        "first_response.within_1h_pct": goals.within_1h_pct,
        "within_24h.pct": goals.within_24h_pct,
        "on_target.respond_pct": goals.respond_pct,
        "on_target.resolve_pct": goals.resolve_pct,
        "satisfaction.mean": goals.satisfaction,
        "rate": goals.rate,
    }


def _text(text: str) -> str:
    return harmless(plain(text))


def _known(value: Cell) -> Cell:
    """A value as a cell; a dash where nothing is known, never 0."""
    return NOT_KNOWN if value is None else _local(value)


def _local(value: Cell) -> Cell:
    """Sheets know no zones: a moment is written as its own zone's clock shows it."""
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def _in_csv(line: Line) -> str:
    match line.value:
        case None:
            return ""
        case datetime():
            return line.value.isoformat(timespec="seconds")
        case date():
            return line.value.isoformat()
    return str(line.value)
