"""Parts 8 to 10 of the report: cases listed by their numbers, the team, and what is still open."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from desktop.domain.figures.report_shapes import ListedCase
from desktop.domain.kinds import Band
from desktop.reports.blocks import BODY, NOTE, Heading, Text
from desktop.reports.marks import band_mark
from desktop.reports.month_blocks import Kept, part
from desktop.reports.month_context import MonthContext
from desktop.reports.page import Block
from desktop.reports.tables import Cell, Column, Row, Table
from desktop.reports.text import Style
from desktop.words.formats import short_time

_ROW = Style(8.25, 11.5)
_NOTE = 56  #: points of what a list adds
#: Cases up to which a list shows the marks of priorities, which take more of a file than their rows' words.
_MARKED = 200
_MOST = 1_000  #: cases that a list names; what nobody would leaf through stays in the queue and in the files

Note = Callable[[str], str]


def lists_part(ctx: MonthContext) -> Iterator[Block]:
    """Late, wrongly prioritised, referred out, come back; each with how many there are."""
    words, lists = ctx.imprint.words, ctx.report.lists
    shown: list[tuple[str, Sequence[ListedCase], str, Note]] = [
        ("late", lists.late, "late_with", lambda code: words.term("report_late", code)),
        ("wrongly_prioritised", lists.wrongly_prioritised, "at_intake", lambda code: words.term("band", code)),
        ("referred_out", lists.referred_out, "", lambda _nothing: ""),
        ("recurrent", lists.recurrent, "again", lambda code: words.term("report_again", code)),
    ]
    for title, cases, column, told in shown:
        yield from _listed(ctx, title, cases, column, told)


def open_part(ctx: MonthContext) -> Iterator[Block]:
    """What was open at the end of the month, or at the report's moment before that; the oldest first."""
    title = "open_at_end" if ctx.begun and not ctx.running else "open_now"
    yield from _listed(ctx, title, ctx.report.lists.open_at_end, "days_open", lambda days: days, right=True)


def _listed(
    ctx: MonthContext, title: str, cases: Sequence[ListedCase], column: str, told: Note, *, right: bool = False
) -> Iterator[Block]:
    heading = Heading(ctx.word(title), ctx.count(len(cases)))
    if not cases:
        yield Kept([heading, Text(ctx.say("none"), BODY)])
        return
    yield heading
    columns = [
        Column(ctx.word("case"), points=100),
        Column(ctx.word("received_at"), points=60),
        Column(ctx.word("priority"), points=40),
        Column(ctx.word("category"), share=1.65),
        Column(ctx.word("state"), share=1.3),
        Column(ctx.word("owner"), share=0.9),
    ]
    columns.append(Column(ctx.word(column) if column else "", points=_NOTE, align="right" if right else "left"))
    named = _Names(ctx, marked=len(cases) <= _MARKED)
    rows = [named.row(case, told) for case in cases[:_MOST]]
    yield Table(columns, rows, style=_ROW, pad=2.4, gap=7)
    if len(cases) > _MOST:
        yield Text(ctx.say("not_named", n=ctx.count(len(cases) - _MOST)), NOTE, space=6)


class _Names:
    """The cells of listed cases: a thousand rows share a few bands, categories, states and owners."""

    def __init__(self, ctx: MonthContext, *, marked: bool) -> None:
        words = ctx.imprint.words
        self._ctx = ctx
        self._bands: Mapping[Band, Cell] = {
            band: Cell(band.value, mark=band_mark(band) if marked else None) for band in Band
        }
        self._categories: dict[str, str] = {}
        self._states: dict[str, str] = {code: words.term("state", code) for code in words.codes("state")}

    def row(self, case: ListedCase, told: Note) -> Row:
        """One case's cells."""
        ctx = self._ctx
        category = self._categories.get(case.category)
        if category is None:
            category = self._categories[case.category] = ctx.category(case.category)
        return [
            case.number,
            short_time(ctx.imprint.local(case.received_at), ctx.imprint.language),
            self._bands[case.band],
            category,
            self._states.get(case.state, case.state),
            ctx.person(case.owner),
            told(case.note),
        ]


def team_part(ctx: MonthContext) -> Iterator[Block]:
    """Each person's month: workload and what was on target."""
    staff = ctx.report.detail.staff
    if not staff:
        yield Kept([*part(ctx.word("team"), Text(ctx.say("none"), BODY))])
        return
    columns = (
        Column(ctx.word("name"), share=1.6),
        Column(ctx.word("role"), share=1.3),
        Column(ctx.word("received_by"), share=0.8, align="right"),
        Column(ctx.word("owned"), share=0.8, align="right"),
        Column(ctx.word("resolved_by"), share=0.8, align="right"),
        Column(ctx.name("respond_on_target"), share=1, align="right"),
        Column(ctx.name("resolve_on_target"), share=1, align="right"),
    )
    roles, words = ctx.report.roles, ctx.imprint.words
    rows = [
        (
            ctx.person(row.login),
            words.term("role", roles[row.login].value) if row.login in roles else "",
            ctx.count(row.received),
            ctx.count(row.owned),
            ctx.count(row.resolved),
            ctx.pct(row.respond_pct),
            ctx.pct(row.resolve_pct),
        )
        for row in staff
    ]
    yield from part(ctx.word("team"), Table(columns, rows, pad=2.4))
