"""The columns of the list of guests, and how they share its width."""

from enum import IntEnum, auto

EDGE = 12  #: logical pixels before the first column and behind the last
_LEAST_NAME = 150


class Column(IntEnum):
    """From left to right."""

    GUEST = 0
    CONTACT = auto()
    CASES = auto()
    LAST = auto()
    SCORE = auto()
    SIGNS = auto()


_ROOMY = {Column.CONTACT: 196, Column.CASES: 92, Column.LAST: 96, Column.SCORE: 78, Column.SIGNS: 236}
_COMPACT = {Column.CONTACT: 168, Column.CASES: 84, Column.LAST: 84, Column.SCORE: 66, Column.SIGNS: 204}
#: What makes way first where the text is large or the window narrow.
_GIVING_WAY = (Column.SCORE, Column.LAST, Column.CONTACT)


def layout(width: int, *, compact: bool, text_size: int) -> dict[Column, int]:
    """The widths of the columns that are shown, in logical pixels; the guest takes what is spare."""
    wanted = {c: round(w * text_size / 100) for c, w in (_COMPACT if compact else _ROOMY).items()}
    least = round(_LEAST_NAME * text_size / 100) + EDGE
    for column in _GIVING_WAY:
        if sum(wanted.values()) + least <= width:
            break
        del wanted[column]
    return {Column.GUEST: max(least, width - sum(wanted.values())), **wanted}
