"""The columns of the queue: their order, their widths, and which make way where there is little room (design.md 7)."""

from collections.abc import Collection, Mapping
from enum import IntEnum


class Column(IntEnum):
    """What stands where, from left to right."""

    BAND = 0
    SCORE = 1
    CASE = 2
    GUEST = 3
    SUMMARY = 4
    CATEGORY = 5
    STATE = 6
    OWNER = 7
    MOOD = 8
    TIME = 9


#: What a person may hide. The mark, the guest, what happened and the time left are what the queue is for.
HIDEABLE = (Column.SCORE, Column.CASE, Column.CATEGORY, Column.STATE, Column.OWNER, Column.MOOD)

#: Widths in logical pixels at 100 per cent; ``SUMMARY`` takes what is left.
ROOMY: Mapping[Column, int] = {
    Column.BAND: 50,
    Column.SCORE: 56,
    Column.CASE: 72,
    Column.GUEST: 130,
    Column.CATEGORY: 84,
    Column.STATE: 114,
    Column.OWNER: 70,
    Column.MOOD: 80,
    Column.TIME: 126,  # 112 in design.md; "10:17 over" and "resolve" side by side need more
}
COMPACT: Mapping[Column, int] = {
    Column.BAND: 48,
    Column.SCORE: 54,
    Column.CASE: 70,
    Column.GUEST: 128,
    Column.CATEGORY: 80,
    Column.STATE: 112,
    Column.OWNER: 68,
    Column.MOOD: 40,
    Column.TIME: 126,
}

#: The first to make way first. All they say is also in the preview and in what screen readers hear.
MAKE_WAY = (Column.OWNER, Column.CATEGORY, Column.CASE, Column.STATE)

EDGE = 12  #: logical pixels before the first and after the last column

NARROWEST_SUMMARY = 150  #: logical pixels at 100 per cent below which two lines say too little


def layout(
    width: int, *, compact: bool, text_size: int, hidden: Collection[Column] = (), owner_fits: bool = True
) -> dict[Column, int]:
    """The width of every shown column, together ``width`` logical pixels; columns that are not shown are missing.

    ``hidden`` are those a person has hidden. ``owner_fits`` is False in windows narrower than 1320 (design.md 7).
    """
    widths = {
        column: round(pixels * text_size / 100)
        for column, pixels in (COMPACT if compact else ROOMY).items()
        if column not in hidden
    }
    if not owner_fits:
        widths.pop(Column.OWNER, None)
    for column in (Column.BAND, Column.TIME):
        widths[column] += EDGE
    narrowest = round(NARROWEST_SUMMARY * text_size / 100)
    for column in MAKE_WAY:
        if width - sum(widths.values()) >= narrowest:
            break
        widths.pop(column, None)
    widths[Column.SUMMARY] = max(narrowest, width - sum(widths.values()))
    return {column: widths[column] for column in Column if column in widths}
