"""Finds the words of a lexicon in one pass over a text: Chinese by characters, other writing by words.

Words that say nothing by themselves (“very”, “的”) are passed over in the text and in the lexicon alike, so one entry
finds every wording of it. Entries lie in a dictionary by their first two characters or first word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from desktop.recognition.entries import Step, UnusableEntryError, parse
from desktop.recognition.folding import HAN

_GAP_CHARACTERS, _GAP_WORDS = 8, 3
_SHORTEST_STEM = 3  #: letters before a ``*``
_LONGEST_WORD = 40  #: letters looked at
_MOST_KNOWN = 20_000  #: words whose form is kept


class Payload(NamedTuple):
    """What an entry stands for: a kind of word, and the category, flag or level it speaks of (empty for none)."""

    kind: str
    code: str


class Hit(NamedTuple):
    """An entry found in the text, from ``start`` to ``end``."""

    start: int
    end: int
    kind: str
    code: str


_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)*|'[a-z]+|[^a-z0-9'\s/_-]+")
_ENTRY_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*\*?")
_PLAIN_WORDS = re.compile("[a-z0-9 ]*")
_BREAK = "|"
_NOT = "not"
_JOINED_NOT = {"cant": _NOT, "cannot": _NOT, "wont": _NOT, "dont": _NOT, "didnt": _NOT, "doesnt": _NOT, "isnt": _NOT}
_JOINED_NOT |= {"wasnt": _NOT, "werent": _NOT, "couldnt": _NOT, "wouldnt": _NOT, "hasnt": _NOT, "havent": _NOT}
_TAIL = re.compile(r"'(?:s|re|m|ve|d|ll)$")
_LONE_TAILS = {"'s", "'re", "'m", "'ve", "'d", "'ll", "'"}


def _word(token: str) -> str:
    """A word in the form in which words are compared: negations are one word, plurals are singular."""
    if token in _JOINED_NOT or token.endswith("n't") or token == "'t":
        return _NOT
    token = _TAIL.sub("", token)
    if len(token) > 3 and token[-1] == "s" and token[-2:] not in ("ss", "us", "is"):
        if token.endswith(("ches", "shes", "xes", "sses", "toes")):
            return token[:-2]
        return token[:-3] + "y" if token.endswith("ies") and len(token) > 4 else token[:-1]
    return token


@dataclass(frozen=True, slots=True)
class _Tokens:
    words: list[str]
    starts: list[int]
    ends: list[int]


class _ChineseTail:
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


_Runs = tuple[tuple[str, ...], ...]


class _WordTail:
    """What must follow a head, as runs of words in their compared form."""

    __slots__ = ("_filler", "_made", "_steps")

    def __init__(self, steps: tuple[Step, ...], filler: frozenset[str]) -> None:
        self._steps = steps
        self._filler = filler
        self._made: list[tuple[int, _Runs]] | None = None

    def end(self, words: list[str], at: int) -> int:
        """Behind which word the tail ends; 0 where it isn't there."""
        if self._made is None:
            self._made = [(_GAP_WORDS if step.gap else 0, self._runs(step)) for step in self._steps]
        for gap, runs in self._made:
            at = _after_one_of(words, at, gap, runs)
            if not at:
                return 0
        return at

    def _runs(self, step: Step) -> _Runs:
        return tuple(tuple(word for word in _run(way) if word not in self._filler) for way in step.ways)


@cache
def _entry_word(word: str) -> str:
    return word if word[-1] == "*" else _word(word)


def _run(wording: str) -> tuple[str, ...]:
    words = wording.split() if _PLAIN_WORDS.fullmatch(wording) else _ENTRY_WORD.findall(wording)
    return tuple(map(_entry_word, words))


def _after_one_of(words: list[str], at: int, gap: int, runs: _Runs) -> int:
    for start in range(at, min(at + gap + 1, len(words))):
        for run in runs:
            if run and _run_is_at(words, start, run):
                return start + len(run)
        if words[start] == _BREAK:
            return 0
    return 0


def _run_is_at(words: list[str], at: int, run: tuple[str, ...]) -> bool:
    if at + len(run) > len(words):
        return False
    for offset, wanted in enumerate(run):
        word = words[at + offset]
        if word != wanted and not (wanted[-1] == "*" and word.startswith(wanted[:-1])):
            return False
    return True


_WordTable = dict[str, list[tuple[tuple[str, ...], _WordTail | None, Payload]]]


class Scanner:
    """A compiled set of entries. ``add`` fills it, ``scan`` reads a folded text."""

    def __init__(self, fillers_zh: str, fillers_en: str) -> None:
        fillers = sorted(fillers_zh.replace(",", " ").split(), key=len, reverse=True)
        self._filler_zh = re.compile("|".join([*map(re.escape, fillers), "(?<=没)有"]))
        self._filler_en = frozenset(_word(word) for word in fillers_en.replace(",", " ").split())
        self._chinese: dict[str, list[tuple[str, _ChineseTail | None, Payload]]] = {}
        #: entries of which the fillers are a part (“太硬” is not “硬”), found in the text as it stands
        self._exact: dict[str, list[tuple[str, Payload]]] = {}
        self._words: _WordTable = {}
        self._stems: _WordTable = {}
        self._exact_words: _WordTable = {}
        self._known: dict[str, str] = {}  # a word of a text → its form; kept, since texts use the same words

    def add(self, entries: Sequence[str], language: str, payload: Payload) -> None:
        """Adds folded entries, all of one kind. Raises ``UnusableEntryError``: as ``parse``, ``stem_too_short``."""
        if language == "zh":
            # All at once: no entry holds a comma, and a lexicon of thousands must load in a moment.
            for entry, bare in zip(entries, self._filler_zh.sub("", ",".join(entries)).split(","), strict=True):
                self._add_chinese(entry, bare, payload)
        else:
            for entry in entries:
                self._add_words(entry, payload)

    def _add_chinese(self, entry: str, bare: str, payload: Payload) -> None:
        if "(" not in entry and ".." not in entry:
            if len(bare) < 2 <= len(entry):
                self._exact.setdefault(entry[:2], []).append((entry, payload))
            elif bare:
                self._chinese.setdefault(bare[:2], []).append((bare, None, payload))
            else:
                raise UnusableEntryError("nothing_left", entry)
            return
        try:
            parsed = parse(bare)
        except UnusableEntryError as error:
            raise UnusableEntryError(error.reason, entry) from None
        tail = _ChineseTail(parsed.tail) if parsed.tail else None
        for head in parsed.heads:
            self._chinese.setdefault(head[:2], []).append((head, tail, payload))

    def _add_words(self, entry: str, payload: Payload) -> None:
        if "(" in entry or ".." in entry:
            heads, steps = parse(entry)
        else:
            heads, steps = (entry,), ()
        tail = _WordTail(steps, self._filler_en) if steps else None
        filler = self._filler_en
        for head in heads:
            whole = _run(head)
            if not whole:
                raise UnusableEntryError("nothing_left", entry)
            first = whole[0]
            if first[-1] == "*" and len(first) <= _SHORTEST_STEM:
                raise UnusableEntryError("stem_too_short", entry)
            run = whole if filler.isdisjoint(whole) else tuple([word for word in whole if word not in filler])
            if not run or (tail is None and len(run) < 2 <= len(whole)):
                exact_tail = _WordTail(steps, frozenset()) if steps else None
                self._exact_words.setdefault(first, []).append((whole, exact_tail, payload))
            elif first[-1] == "*":
                self._stems.setdefault(run[0][:_SHORTEST_STEM], []).append((run, tail, payload))
            else:
                self._words.setdefault(run[0], []).append((run, tail, payload))

    def scan(self, folded: str) -> list[Hit]:
        """Every entry in the text, by position; entries inside one another are all there."""
        hits: list[Hit] = []
        if HAN.search(folded):
            self._scan_chinese(folded, hits)
        tokens = self._tokens(folded)
        self._scan_words(tokens, hits, (self._exact_words,))
        self._scan_words(self._telling(tokens), hits, (self._words, self._stems))
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits

    def _scan_chinese(self, folded: str, hits: list[Hit]) -> None:
        text, places = self._without_fillers(folded)
        buckets = self._chinese
        for i, character in enumerate(text):
            for key in {text[i : i + 2], character}:
                for head, tail, payload in buckets.get(key, ()):
                    if not text.startswith(head, i):
                        continue
                    end = i + len(head) if tail is None else tail.end(text, i + len(head))
                    if end:
                        hits.append(Hit(places[i], places[end - 1] + 1, *payload))

        for i in range(len(folded) - 1):
            for head, payload in self._exact.get(folded[i : i + 2], ()):
                if folded.startswith(head, i):
                    hits.append(Hit(i, i + len(head), *payload))

    def _without_fillers(self, folded: str) -> tuple[str, list[int]]:
        kept: list[str] = []
        places: list[int] = []
        last = 0
        for match in self._filler_zh.finditer(folded):
            kept.append(folded[last : match.start()])
            places.extend(range(last, match.start()))
            last = match.end()
        kept.append(folded[last:])
        places.extend(range(last, len(folded)))
        return "".join(kept), places

    def _tokens(self, folded: str) -> _Tokens:
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        known = self._known
        for match in _TOKEN.finditer(folded):
            token = match.group()
            if not (token[0].isascii() and (token[0].isalnum() or token[0] == "'")):
                word = _BREAK
            elif token in _LONE_TAILS:
                continue
            else:
                token = token[:_LONGEST_WORD]
                word = known.get(token) or known.setdefault(token, _word(token))
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
        if len(known) > _MOST_KNOWN:
            known.clear()
        return _Tokens(words, starts, ends)

    def _telling(self, tokens: _Tokens) -> _Tokens:
        """The tokens without fillers."""
        kept = [i for i, word in enumerate(tokens.words) if word not in self._filler_en]
        return _Tokens(
            [tokens.words[i] for i in kept], [tokens.starts[i] for i in kept], [tokens.ends[i] for i in kept]
        )

    def _scan_words(self, tokens: _Tokens, hits: list[Hit], tables: tuple[_WordTable, ...]) -> None:
        words = tokens.words
        for i, word in enumerate(words):
            for table in tables:
                key = word[:_SHORTEST_STEM] if table is self._stems else word
                for run, tail, payload in table.get(key, ()):
                    if not _run_is_at(words, i, run):
                        continue
                    end = i + len(run) if tail is None else tail.end(words, i + len(run))
                    if end:
                        hits.append(Hit(tokens.starts[i], tokens.ends[end - 1], *payload))
