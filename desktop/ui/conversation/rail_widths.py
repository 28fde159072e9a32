"""How the step rail shares its width: the word of the current step first, then those of the steps nearest to it."""

from collections.abc import Sequence

RING_GAP = 6  #: between a ring and its word
LINE_GAP = 4  #: between a word and the line after it
LEAST_LINE, USUAL_LINE = 4, 56


def shared_widths(words: Sequence[float], current: int, ring: float, room: float) -> list[float]:
    """The width of each word in logical pixels, 0 where only its ring is shown, so that all fit in ``room``.

    ``words`` are the widths wanted. A word is whole or not there; only the one at ``current`` is cut if it must be.
    """
    left = room - len(words) * ring - max(0, len(words) - 1) * (LEAST_LINE + 2 * LINE_GAP)
    given = [0.0] * len(words)
    for place in sorted(range(len(words)), key=lambda place: (abs(place - current), place < current)):
        wanted = words[place] + RING_GAP
        if place == current:
            given[place] = max(0.0, min(wanted, left) - RING_GAP)
        elif wanted <= left:
            given[place] = words[place]
        else:  # a word further away does not come before this one
            break
        left -= given[place] + RING_GAP
    return given
