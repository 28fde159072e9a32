"""How texts are cut so that words find them: pairs of Han characters, words of everything else (performance.md).

A run of Han characters c1 c2 c3 becomes ``c1c2 c2c3 c3``: two characters are one term, more are a phrase, a single
one is the beginning of a term (so the last character stands alone too). Everything else is cut at what is neither
letter nor digit, and found by its beginning.
"""

import re
from collections.abc import Iterable, Iterator

from desktop.domain.texts import fold, phone_digits

INDEX_VERSION = 2  #: raised when terms are cut or kept differently; a stored index of another version is built anew

_HAN = (
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\U00020000-\U0003ffff"  #: and kana, written without spaces too
)
_RUNS = re.compile(rf"([{_HAN}]+)|([^\W_{_HAN}]+)")
_TERMS = re.compile(rf"(?=([{_HAN}]{{1,2}}))[{_HAN}]|([^\W_{_HAN}]+)")  #: at each Han character it and the next one
_ASCII_TERMS = re.compile("[a-z0-9]+")  #: the same where there is no other, in half the time
_WORD, _RUN = range(2)


def _runs(text: str) -> Iterator[tuple[int, str]]:
    for run, word in _RUNS.findall(fold(text)):
        yield (_RUN, run) if run else (_WORD, word)


def terms_of(text: str) -> list[str]:
    """The terms under which a text is found, in the order of the text."""
    folded = fold(text)
    if folded.isascii():
        return _ASCII_TERMS.findall(folded)
    return [pair or word for pair, word in _TERMS.findall(folded)]


_LAST_DIGITS = 4  #: people remember the end of a phone number


def searchable(number: str, phone: str, parts: Iterable[str]) -> str:
    """All terms of a case as one text for the index."""
    site_desk_day_serial = number.split("-")
    digits = phone_digits(phone)
    terms = [part.casefold() for part in site_desk_day_serial]
    if len(site_desk_day_serial) == 4:
        terms.append(site_desk_day_serial[2][4:])
    if digits:
        terms += [digits, digits[-_LAST_DIGITS:]]
    return " ".join([*terms, *_terms_of_parts(parts)])


def searchable_alone(text: str) -> str:
    """The terms of a note or contact that stands in a row of its own."""
    return " ".join(_terms_of_parts([text]))


def _terms_of_parts(parts: Iterable[str]) -> Iterator[str]:
    """A term of its own stands before each part, so no phrase spans two."""
    for part in parts:
        if part:
            yield "\u00a6"
            yield from terms_of(part)


def clauses_of(words: str) -> list[str]:
    """FTS5 expressions that find ``words``, every term quoted: all must occur; none where there is nothing to find."""
    clauses: list[str] = []
    for kind, run in _runs(words):
        if kind == _WORD or len(run) == 1:
            clauses.append(f'"{run}" *')
        else:
            pairs = " ".join(run[i : i + 2] for i in range(len(run) - 1))
            clauses.append(f'"{pairs}"')
    return clauses


def matches(words: str, texts: Iterable[str]) -> bool:
    """Whether ``words`` find a case with these texts: the same rule by plain scanning, to check the index against."""
    folded = [[(kind, run) for kind, run in _runs(text)] for text in texts]
    return all(
        any(
            (other.startswith(run) if kind == _WORD else run in other)
            for runs in folded
            for other_kind, other in runs
            if other_kind == kind
        )
        for kind, run in _runs(words)
    )
