"""Exported cases as a workbook: the cases, and what their columns hold in both languages."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.kinds import Language
from desktop.exchange.columns import COLUMNS
from desktop.exchange.tables import Cell, Sheet
from desktop.words import Words, load_words

_TIMES, _LONG, _USUAL = 19, 60, 14  #: widths of columns, in characters
_LANGUAGES = (Language.EN, Language.ZH)  #: whoever opens the file may read either
#: Columns that hold codes, and the kind of their words.
_CODES: Mapping[str, str] = {
    **{name: name for name in ("type", "channel", "severity", "scope", "emotion", "state", "outcome", "closure")},
    **{name: name for name in ("root_cause", "remedy")},
    "flags": "flag",
    "handed_over": "yes_no",
    "survey_asked": "yes_no",
    "training": "yes_no",
}


def case_sheets(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> tuple[Sheet, ...]:
    """The cases first, for that is the sheet which import reads."""
    widths = [_LONG if name == "text" else _TIMES if name.endswith("_at") else _USUAL for name in header]
    catalogues = [load_words(language) for language in _LANGUAGES]
    titles = [words.term("export", name) for words in catalogues for name in ("column", "column_holds", "code")]
    explained = Sheet(
        " ".join(words.term("export", "columns") for words in catalogues),
        titles,
        (
            (*_explained(name, name, catalogues[0]), *_explained(name, COLUMNS.get(name, ""), catalogues[1]))
            for name in header
        ),
        (20, _LONG, _LONG, 20, _LONG, _LONG),
    )
    return Sheet("Amends", header, rows, widths), explained


def _explained(name: str, called: str, words: Words) -> tuple[str, str, str]:
    """What a column is called and holds, and what its codes mean."""
    kind = _CODES.get(name, "")
    codes = words.joined(f"{code} = {words.term(kind, code)}" for code in words.codes(kind)) if kind else ""
    return called, words.term("export_column", name), codes
