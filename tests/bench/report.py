"""The monthly report against ReportLab's own table: six charts and 1,000 rows, in time, memory and bytes."""

import io
import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.domain.kinds import Language
from tests.bench.measuring import Result, by_turns

ROOT = Path(__file__).parents[2]
ROWS = 1_000
_MOST_TIMES = 1.15
_MOST_MB, _MOST_KB = 75, 250
_ROW_HEIGHT = 16.3  #: points; as high as the report's rows

#: What a process needs to make one report: the peak of its memory in KiB (rusage would tell its parent's), its bytes.
_ONE_REPORT = """
import json, pathlib
from tests.bench.report import Language, report_maker
made = report_maker(language=Language.ZH)()
status = pathlib.Path("/proc/self/status").read_text()
peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
print(json.dumps({"memory": int(peak), "size": len(made)}))
"""


def report_maker(rows: int = ROWS, language: Language = Language.EN) -> Callable[[], bytes]:
    """Makes the report of a month with so many open cases; weeks, Pareto, heat map, trend and all its tables."""
    from desktop.reports.month_paper import month_paper
    from tests.reports import cases, months
    from tests.reports.october_tables import SITE

    report, imprint = months.thousand_open(), cases.imprint(language)
    report = replace(report, lists=replace(report.lists, open_at_end=report.lists.open_at_end[:rows]))
    return lambda: month_paper(report, imprint, site=SITE)


def table_maker(rows: int = ROWS) -> Callable[[], bytes]:
    """Makes ReportLab's own table of the same rows with fixed row heights, in the same fonts, and six plain charts."""
    from reportlab.graphics.charts.barcharts import VerticalBarChart
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

    from desktop.words import resource_folder
    from tests.reports import months

    for name in ("Latin", "Chinese"):
        if name not in pdfmetrics.getRegisteredFontNames():
            file = {"Latin": "NotoSans-Regular.ttf", "Chinese": "NotoSansSC-Regular.ttf"}[name]
            pdfmetrics.registerFont(TTFont(name, str(resource_folder() / "fonts" / file), shapable=False))
    listed = months.thousand_open().lists.open_at_end[:rows]
    cells = [["Case", "Received", "Priority", "Category", "State", "Owner", "Days open"]]
    cells += [
        [c.number, f"{c.received_at:%d %b %H:%M}", c.band.value, "Facilities · Air-con", c.state, "Maya Chen", c.note]
        for c in listed
    ]
    look = TableStyle([("FONT", (0, 0), (-1, -1), "Latin", 8.25), ("LINEBELOW", (0, 0), (-1, -1), 0.4, (0.78,) * 3)])

    def chart() -> Drawing:
        drawing = Drawing(500, 120)
        bars = VerticalBarChart()
        bars.width, bars.height, bars.data = 460, 90, [list(range(26))]
        for axis in (bars.valueAxis, bars.categoryAxis):
            axis.labels.fontName = "Latin"
        drawing.add(bars)
        return drawing

    def make() -> bytes:
        file = io.BytesIO()
        table = LongTable(cells, rowHeights=[_ROW_HEIGHT] * len(cells), repeatRows=1, style=look)
        SimpleDocTemplate(file, pagesize=A4, invariant=1).build([*(chart() for _ in range(6)), table])
        return file.getvalue()

    return make


def report(rounds: int = 15) -> list[Result]:
    """The report by turns with ReportLab's table, then its memory in a process of its own and its size."""
    mine, theirs = by_turns(report_maker(), table_maker(), rounds)
    ours, limit = statistics.median(mine), statistics.median(theirs)
    ran = subprocess.run(
        [sys.executable, "-c", _ONE_REPORT], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    measured: dict[str, int] = json.loads(ran.stdout)
    memory, size = measured["memory"] / 1_024, measured["size"] / 1_000
    job, note = f"monthly report, {ROWS:,} rows", "against ReportLab’s own table of these rows and six bar charts"
    return [
        Result(job, ours, limit, f"≤ {_MOST_TIMES:g} ×", ours <= _MOST_TIMES * limit, note),
        Result(
            f"{job}: memory",
            memory,
            None,
            f"≤ {_MOST_MB} MB",
            memory <= _MOST_MB,
            "peak of its process",
            "MB",
        ),
        Result(f"{job}: file", size, None, f"≤ {_MOST_KB} KB", size <= _MOST_KB, "in Chinese, the larger", "KB"),
    ]
