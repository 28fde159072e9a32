"""What a single text of a guide must keep to: placeholders of the closed list, and its own language."""

import re

from desktop.domain.kinds import Language
from desktop.guides.errors import Complaints
from desktop.words.sentences import OPTIONAL_PART, PLACEHOLDER

LONGEST = 600  #: characters of one text; more can't be read at arm's length

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_FULL_WIDTH = re.compile("[，。！？；：、（）]")
#: Two Latin words in a row are English; single ones (Wi-Fi, App, VIP) are kept in Chinese.
_LATIN_WORDS = re.compile(r"[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}")
_LATIN_WORD = re.compile(r"[a-z]{3,}")
_BRACKETS = re.compile(r"[\[\]{}]")


def check_wording(
    text: str,
    language: Language,
    neutral: frozenset[str],
    optional: frozenset[str],
    complaints: Complaints,
    line: int,
    field: str,
) -> None:
    """Notes what is wrong with ``text``.

    ``neutral`` placeholders may stand anywhere, ``optional`` ones only in ``[…]``, since nothing stands in for them.
    """
    if len(text) > LONGEST:
        complaints.add("guide_long_text", line, field, limit=LONGEST)
    for name, kind in PLACEHOLDER.findall(text):
        if kind or name not in neutral | optional:
            complaints.add("guide_unknown_placeholder", line, field, value=f"{name}:{kind}" if kind else name)
    outside = OPTIONAL_PART.sub("", text)
    for name, _ in PLACEHOLDER.findall(outside):
        if name in optional and name not in neutral:
            complaints.add("guide_bare_placeholder", line, field, value=name)
    if any(PLACEHOLDER.search(part) is None for part in OPTIONAL_PART.findall(text)) or _stray(text):
        complaints.add("guide_odd_brackets", line, field)
    elif not _says_something(outside):
        complaints.add("guide_empty_without", line, field)
    if not _is_of(language, _bare(text)):
        complaints.add("guide_wrong_language", line, field, language=language)


def _bare(text: str) -> str:
    return PLACEHOLDER.sub("", text).replace("[", "").replace("]", "")


def _stray(text: str) -> bool:
    """Whether a bracket or brace is left that belongs to nothing."""
    return _BRACKETS.search(PLACEHOLDER.sub("", OPTIONAL_PART.sub(r"\1", text))) is not None


def _says_something(text: str) -> bool:
    return PLACEHOLDER.search(text) is not None or any(c.isalnum() for c in text)


def _is_of(language: Language, text: str) -> bool:
    if language is Language.EN:
        return not _HAN.search(text) and not _FULL_WIDTH.search(text)
    if _LATIN_WORDS.search(text):
        return False
    return _HAN.search(text) is not None or not _LATIN_WORD.search(text)
