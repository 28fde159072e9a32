"""Finds the words of a lexicon in one pass over a text: Chinese by characters, other writing by words.

Words that say nothing by themselves (“very”, “的”) are passed over in the text and in the lexicon alike, so one entry
finds every wording of it. Entries lie in a dictionary by their first two characters or first word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.recognition.entries import UnusableEntryError, parse
from desktop.recognition.folding import HAN
from desktop.recognition.tails import BREAK, ChineseTail, WordTail, run_is_at, run_of, word_form

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
_LONE_TAILS = {"'s", "'re", "'m", "'ve", "'d", "'ll", "'"}


@dataclass(frozen=True, slots=True)
class _Tokens:
    words: list[str]
    starts: list[int]
    ends: list[int]


_WordTable = dict[str, list[tuple[tuple[str, ...], WordTail | None, Payload]]]


class Scanner:
    """A compiled set of entries. ``add`` fills it, ``scan`` reads a folded text."""

    def __init__(self, fillers_zh: str, fillers_en: str) -> None:
        fillers = sorted(fillers_zh.replace(",", " ").split(), key=len, reverse=True)
        self._filler_zh = re.compile("|".join([*map(re.escape, fillers), "(?<=没)有"]))
        self._filler_en = frozenset(word_form(word) for word in fillers_en.replace(",", " ").split())
        self._chinese: dict[str, list[tuple[str, ChineseTail | None, Payload]]] = {}
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
        tail = ChineseTail(parsed.tail) if parsed.tail else None
        for head in parsed.heads:
            self._chinese.setdefault(head[:2], []).append((head, tail, payload))

    def _add_words(self, entry: str, payload: Payload) -> None:
        if "(" in entry or ".." in entry:
            heads, steps = parse(entry)
        else:
            heads, steps = (entry,), ()
        tail = WordTail(steps, self._filler_en) if steps else None
        filler = self._filler_en
        for head in heads:
            whole = run_of(head)
            if not whole:
                raise UnusableEntryError("nothing_left", entry)
            first = whole[0]
            if first[-1] == "*" and len(first) <= _SHORTEST_STEM:
                raise UnusableEntryError("stem_too_short", entry)
            run = whole if filler.isdisjoint(whole) else tuple([word for word in whole if word not in filler])
            if not run or (tail is None and len(run) < 2 <= len(whole)):
                exact_tail = WordTail(steps, frozenset()) if steps else None
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
            pair, one = buckets.get(text[i : i + 2]), buckets.get(character)
            for bucket in (pair, one) if one is not pair else (one,):
                for head, tail, payload in bucket or ():
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
                word = BREAK
            elif token in _LONE_TAILS:
                continue
            else:
                token = token[:_LONGEST_WORD]
                word = known.get(token) or known.setdefault(token, word_form(token))
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
                    if not run_is_at(words, i, run):
                        continue
                    end = i + len(run) if tail is None else tail.end(words, i + len(run))
                    if end:
                        hits.append(Hit(tokens.starts[i], tokens.ends[end - 1], *payload))
