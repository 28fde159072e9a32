"""Writes what papers say to ``tests/reports/pages``, to be looked at: ``python -m tests.reports.write_pages``."""

from pathlib import Path

from desktop.domain.kinds import Language
from desktop.reports.case_paper import case_paper
from desktop.reports.month_paper import month_paper
from desktop.reports.queue_paper import queue_paper
from desktop.reports.receipt_paper import receipt_paper
from desktop.reports.receipt_size import ReceiptSize
from tests.reports import cases, october
from tests.reports.october_tables import SITE
from tests.reports.reading import text_of

PAGES = Path(__file__).parent / "pages"
TEXTS = {Language.EN: cases.ENGLISH, Language.ZH: cases.CHINESE}


def papers() -> dict[str, bytes]:
    """Every paper in both languages, under its name."""
    made = {}
    for language, text in TEXTS.items():
        imprint, file = cases.imprint(language), cases.full(text)
        made[f"case-{language}"] = case_paper(file, imprint, cases.EVENING)
        for size in ReceiptSize:
            made[f"receipt-{size}-{language}"] = receipt_paper(cases.fresh(text), imprint, size, cases.EVENING)
        report = october.chinese() if language is Language.ZH else october.full()
        made[f"month-{language}"] = month_paper(report, imprint, site=SITE)
        made[f"queue-{language}"] = queue_paper(cases.queue(), imprint, cases.EVENING)
    return made


def text_as_kept(content: bytes) -> str:
    """The text of a paper with plain line ends."""
    return "\n".join(line.rstrip() for line in text_of(content).splitlines()) + "\n"


if __name__ == "__main__":
    for name, content in papers().items():
        (PAGES / f"{name}.txt").write_text(text_as_kept(content), encoding="utf-8")
