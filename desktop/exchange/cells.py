"""Cells that a spreadsheet would take for formulas, made harmless, and back (trust.md, Text from outside)."""

import re

MARK = "'"

_DANGEROUS = re.compile(r"[=+\-@\t\r]")
#: What is dangerous, or would be taken for a marked cell when it is read again.
_NEEDS_A_MARK = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")


def harmless(text: str) -> str:
    """The text as a cell: with a mark before it where it begins like a formula. ``unmarked`` is the inverse."""
    return MARK + text if _NEEDS_A_MARK.match(text) else text


def unmarked(cell: str) -> str:
    """The text of a cell: takes off exactly the mark that ``harmless`` puts there."""
    return cell[1:] if _MARKED.match(cell) else cell


def harmless_as_it_is(cell: str) -> str:
    """A cell of a file from elsewhere for another file: dangerous ones get a mark, marked ones keep theirs."""
    return MARK + cell if _DANGEROUS.match(cell) else cell
