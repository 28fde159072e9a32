"""The monthly report: complaints, and how they were put right, on A4 (figures.md, The monthly report)."""

from desktop.domain.figures.report_shapes import MonthReport
from desktop.reports.blocks import NARRATIVE, Text
from desktop.reports.imprint import Imprint
from desktop.reports.month_context import MonthContext, MonthSite
from desktop.reports.month_cover import cover
from desktop.reports.month_end import decisions_part, definitions_part
from desktop.reports.month_figures import figures_part
from desktop.reports.month_guests import causes_part, given_part, guests_part, warnings_part
from desktop.reports.month_lists import lists_part, open_part, team_part
from desktop.reports.month_where import spread_part, trend_part, where_part
from desktop.reports.page import A4, Block, Progress, quiet, render

_ROOM = A4.height - 2 * A4.margin - 30 - 26
_NO_SITE = MonthSite()


def month_paper(
    report: MonthReport, imprint: Imprint, progress: Progress = quiet, *, site: MonthSite = _NO_SITE
) -> bytes:
    """The report as PDF; the same report, imprint and site give the same bytes.

    Nobody's guest is named in it: it holds numbers of cases only. Of a month that has not begun, what is open and
    what was decided is told; of one without complaints, no figures that would all be unknown.
    """
    ctx = MonthContext(report, imprint, site)
    title = f"{ctx.word('frame')} · {ctx.month(report.month)}"
    return render(A4, _blocks(ctx), imprint.frame(title, ctx.word("anonymous")), progress)


def _blocks(ctx: MonthContext) -> list[Block]:
    blocks = cover(ctx, A4.inner, _ROOM)
    if ctx.begun:
        blocks += figures_part(ctx)
        if ctx.figures.received:
            blocks += [*spread_part(ctx), *where_part(ctx)]
        else:
            blocks.append(Text(ctx.say("no_complaints"), NARRATIVE, space=14))
        blocks += trend_part(ctx)
        blocks += warnings_part(ctx)
        if ctx.figures.received:
            for part in (guests_part, given_part, causes_part):
                blocks += part(ctx)
        blocks += lists_part(ctx)
        blocks += team_part(ctx)
    for part in (open_part, decisions_part, definitions_part):
        blocks += part(ctx)
    return blocks
