"""Which parts of a hit's text are what was looked for: shown bold, by the same rule that found them.

Words are found by their beginnings, runs of Chinese characters wherever they stand; width, case and accents make no
difference (``desktop.domain.finding``).
"""

import re

from desktop.domain.texts import fold

_HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECES = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+")
_RUN = re.compile(f"[{_HAN}]+")

Span = tuple[int, int]  #: first character and the one after the last, in the text as it is shown


def hit_spans(text: str, words: str) -> tuple[Span, ...]:
    """The parts of ``text`` that ``words`` found, in order, never overlapping."""
    folded, places = _folded(text)
    marked: set[int] = set()
    for piece in _PIECES.findall(fold(words)):
        anywhere = _RUN.match(piece) is not None
        for start in _starts(folded, piece, anywhere):
            marked.update(places[start : start + len(piece)])
    return _joined(marked)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters the place in ``text`` it came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in fold(character):
            characters.append(part)
            places.append(place)
    return "".join(characters), places


def _starts(folded: str, piece: str, anywhere: bool) -> list[int]:
    found = (match.start() for match in re.finditer(re.escape(piece), folded))
    return [start for start in found if anywhere or _begins_a_word(folded, start)]


def _begins_a_word(folded: str, start: int) -> bool:
    before = folded[start - 1 : start]
    return not before.isalnum() or _RUN.match(before) is not None


def _joined(marked: set[int]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for place in sorted(marked):
        if spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return tuple(spans)
