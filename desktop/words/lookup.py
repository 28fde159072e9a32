"""From a word back to its code: what files from elsewhere say in English, Chinese or our own codes."""

from collections.abc import Mapping
from functools import cache

from desktop.domain.kinds import Language
from desktop.domain.texts import fold
from desktop.words.resources import load_aliases, load_words


def find_code(kind: str, text: str) -> str | None:
    """The code of a kind that a text means (``find_code("channel", "前台")`` is ``counter``), or None.

    Knows the code itself, its English and Chinese terms and the spellings of ``words/aliases.toml``; full and half
    width, upper and lower case, spaces, hyphens and underscores make no difference.
    """
    return _codes_by_text(kind).get(_folded(text))


@cache
def _codes_by_text(kind: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    codes = load_words(Language.EN).codes(kind)
    for code in codes:  # codes first: a term of one code may be the code of another
        found.setdefault(_folded(code), code)
    for language in Language:
        words = load_words(language)
        for code in codes:
            found.setdefault(_folded(words.term(kind, code)), code)
    for code, spellings in load_aliases().get(kind, {}).items():
        for spelling in spellings:
            found.setdefault(_folded(spelling), code)
    return found


def _folded(text: str) -> str:
    return "".join(character for character in fold(text) if character not in "-_" and not character.isspace())
