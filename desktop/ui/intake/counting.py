"""How long a text is, as each language counts: English in words, Chinese in characters."""

import re

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"\w+(?:['’‑-]\w+)*")


def count_words(text: str) -> int:
    """Words and Chinese characters together: what a mixed text amounts to in either language.

    Other scripts without spaces count a run as one word, as elsewhere.
    """
    if text.isascii():
        return len(_WORD.findall(text))
    rest, han = _HAN.subn(" ", text)
    return han + len(_WORD.findall(rest))
