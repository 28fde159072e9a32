"""The owner's recovery sheet on one page: the code in large type, and what it is for (trust.md, People)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.reports.blocks import BODY, NOTE, TITLE, Heading, Rule, Text
from desktop.reports.imprint import Imprint
from desktop.reports.page import A4, Block, render
from desktop.reports.text import Style

_CODE = Style(22, 40, bold=True)
_SAID = replace(BODY, size=10.5, leading=17)


def recovery_paper(rows: Sequence[tuple[str, str]], imprint: Imprint) -> bytes:
    """The sheet as PDF. ``rows`` are its lines, each a kind (``title fact code step note``) and a text."""
    title = next((text for kind, text in rows if kind == "title"), "")
    return render(A4, list(_blocks(rows)), imprint.frame(title))


def _blocks(rows: Sequence[tuple[str, str]]) -> Iterator[Block]:
    for kind, text in rows:
        match kind:
            case "title":
                yield Heading(text, level=0, style=TITLE, space=0, below=8)
            case "code":
                yield Rule(space=14, below=10)
                yield Text(text, _CODE, align="middle")
                yield Rule(space=10, below=14)
            case "step":
                yield Text(text, _SAID, bullet="•")
            case "note":
                yield Text(text, NOTE, space=14)
            case _:
                yield Text(text, _SAID)
