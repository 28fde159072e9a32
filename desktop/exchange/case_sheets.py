"""Exported cases as a workbook: the cases, and what their columns hold in both languages."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.domain.kinds import Language
from desktop.exchange.columns import COLUMNS
from desktop.exchange.tables import Cell, Sheet
from desktop.words import load_words

_TIMES, _LONG = 19, 60  #: widths of columns, in characters
_USUAL = 14


def case_sheets(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> tuple[Sheet, ...]:
    """The cases first, for that is the sheet which import reads."""
    widths = [_LONG if name == "text" else _TIMES if name.endswith("_at") else _USUAL for name in header]
    languages = [load_words(language) for language in (Language.EN, Language.ZH)]
    titles = [words.term("export", name) for words in languages for name in ("column", "column_holds")]
    return (
        Sheet("Amends", header, rows, widths),
        Sheet(languages[0].term("export", "columns"), titles, _explanations(header), (20, _LONG, 20, _LONG)),
    )


def _explanations(header: Sequence[str]) -> Iterator[Sequence[Cell]]:
    english, chinese = load_words(Language.EN), load_words(Language.ZH)
    for name in header:
        said = [words.term("export_column", name) for words in (english, chinese)]
        yield name, said[0], COLUMNS.get(name, ""), said[1]
