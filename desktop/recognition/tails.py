"""What follows the head of an entry: expressions for Chinese, runs of words for other writing.

Each is made when it is first needed: most entries are never met.
"""

import re
from functools import cache

from desktop.recognition.entries import Step

_GAP_CHARACTERS, _GAP_WORDS = 8, 3

_ENTRY_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*\*?")
_PLAIN_WORDS = re.compile("[a-z0-9 ]*")
BREAK = "|"
_NOT = "not"
_JOINED_NOT = {"cant": _NOT, "cannot": _NOT, "wont": _NOT, "dont": _NOT, "didnt": _NOT, "doesnt": _NOT, "isnt": _NOT}
_JOINED_NOT |= {"wasnt": _NOT, "werent": _NOT, "couldnt": _NOT, "wouldnt": _NOT, "hasnt": _NOT, "havent": _NOT}
_TAIL = re.compile(r"'(?:s|re|m|ve|d|ll)$")


def word_form(token: str) -> str:
    """A word in the form in which words are compared: negations are one word, plurals are singular."""
    if token in _JOINED_NOT or token.endswith("n't") or token == "'t":
        return _NOT
    token = _TAIL.sub("", token)
    if len(token) > 3 and token[-1] == "s" and token[-2:] not in ("ss", "us", "is"):
        if token.endswith(("ches", "shes", "xes", "sses", "toes")):
            return token[:-2]
        return token[:-3] + "y" if token.endswith("ies") and len(token) > 4 else token[:-1]
    return token


class ChineseTail:
    """What must follow a head, made into one expression when it is first needed."""

    __slots__ = ("_expression", "_steps")

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        self._expression: re.Pattern[str] | None = None

    def end(self, text: str, at: int) -> int:
        """Where the tail ends; 0 where it isn't there."""
        if self._expression is None:
            self._expression = re.compile("".join(map(self._part, self._steps)))
        found = self._expression.match(text, at)
        return found.end() if found else 0

    def _part(self, step: Step) -> str:
        ways = sorted(step.ways, key=len, reverse=True)
        gap = f"[^,.!?;:…~。不没无\\s]{{0,{_GAP_CHARACTERS}}}?" if step.gap else ""
        return gap + "(?:" + "|".join(map(re.escape, ways)) + ")"


class _Ways:
    """One step of a word tail: its ways by their first word, those that begin with a stem apart."""

    __slots__ = ("by_word", "gap", "stems")

    def __init__(self, step: Step, filler: frozenset[str]) -> None:
        self.gap = _GAP_WORDS if step.gap else 0
        self.by_word: dict[str, list[tuple[str, ...]]] = {}
        self.stems: list[tuple[str, ...]] = []
        for way in step.ways:
            run = tuple(word for word in run_of(way) if word not in filler)
            if run and run[0][-1] == "*":
                self.stems.append(run)
            elif run:
                self.by_word.setdefault(run[0], []).append(run)

    def end(self, words: list[str], at: int) -> int:
        """Behind which word one of the ways ends, beginning at most a gap away; 0 where none does."""
        for start in range(at, min(at + self.gap + 1, len(words))):
            word = words[start]
            for run in self.by_word.get(word, ()):
                if run_is_at(words, start, run):
                    return start + len(run)
            for run in self.stems:
                if word.startswith(run[0][:-1]) and run_is_at(words, start, run):
                    return start + len(run)
            if word == BREAK:
                return 0
        return 0


class WordTail:
    """What must follow a head, made when it is first needed."""

    __slots__ = ("_filler", "_made", "_steps")

    def __init__(self, steps: tuple[Step, ...], filler: frozenset[str]) -> None:
        self._steps = steps
        self._filler = filler
        self._made: list[_Ways] | None = None

    def end(self, words: list[str], at: int) -> int:
        """Behind which word the tail ends; 0 where it isn't there."""
        if self._made is None:
            self._made = [_Ways(step, self._filler) for step in self._steps]
        for ways in self._made:
            at = ways.end(words, at)
            if not at:
                return 0
        return at


@cache
def _entry_word(word: str) -> str:
    return word if word[-1] == "*" else word_form(word)


def run_of(wording: str) -> tuple[str, ...]:
    """The words of an entry in their compared form."""
    words = wording.split() if _PLAIN_WORDS.fullmatch(wording) else _ENTRY_WORD.findall(wording)
    return tuple(map(_entry_word, words))


def run_is_at(words: list[str], at: int, run: tuple[str, ...]) -> bool:
    """Whether these words stand there, one after another."""
    if len(run) == 1 and run[0] == words[at]:
        return True
    if at + len(run) > len(words):
        return False
    for offset, wanted in enumerate(run):
        word = words[at + offset]
        if word != wanted and not (wanted[-1] == "*" and word.startswith(wanted[:-1])):
            return False
    return True
