"""How long a text is, as each language counts: English in words, Chinese in characters."""

import re

# Chinese characters stand alone; what is left of a script without spaces counts as one word, as elsewhere.
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNIT = re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])\w)+(?:['’‑-](?:(?![{_HAN}])\w)+)*")


def count_words(text: str) -> int:
    """Words and Chinese characters together: what a mixed text amounts to in either language."""
    return sum(1 for _ in _UNIT.finditer(text))
