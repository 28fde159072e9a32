"""Puts values into a sentence of a guide: plain substitution from a closed list (trust.md)."""

import re
from collections.abc import Mapping

from desktop.domain.kinds import Language
from desktop.guides.model import Text
from desktop.words.sentences import fill

_MARK = "\0"  #: before a value while a sentence is put together; no value can hold it
#: A space beside a placeholder in Chinese: right for ``15:20``, wrong for ``明天``.
_WRITTEN_GAP = re.compile(r"(?<=[\u3400-\u9fff]) (?=\{)|(?<=\}) (?=[\u3400-\u9fff])")
_AT_START = re.compile(rf"(^|[.?!]\s+){_MARK}(\w)")


def filled(template: str, values: Mapping[str, str], neutral: Mapping[str, Text], language: Language) -> str:
    """The sentence with what is known; neutral words stand in for the rest, optional parts fall away.

    A value that begins an English sentence begins with a capital.
    """
    if "{" not in template:  # most texts; they were tidied when the guide was read
        return template
    english = language is Language.EN
    if not english:
        template = _WRITTEN_GAP.sub("", template)  # a gap is put in where the value asks for one
    mark = _MARK if english else ""  # between Chinese and Latin a gap is put, which a mark would hide

    def shown(name: str, _kind: str) -> str:
        value = values.get(name)
        if value is None:
            value = neutral[name].of(language) if name in neutral else ""
        return mark + value

    text = fill(template, values, shown)
    if english:
        text = _AT_START.sub(lambda match: match[1] + match[2].upper(), text).replace(_MARK, "")
    return " ".join(text.split())
