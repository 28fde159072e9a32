"""The form in which words are compared: half width, small letters, no accents, simplified characters.

Every character becomes exactly one, so positions in the folded text are positions in the text as given.
"""

import re
import unicodedata

_MARKS = {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "\u3000": " ", "\xa0": " ", "，": ","}

#: An apostrophe that was read in the wrong encoding, and the letter after it: real texts hold “did n鈥檛”.
_GARBLED = dict(zip("鈥檛檓檚檙檝檇檒", "'tmsrvdl", strict=True))


class _Folding(dict[int, int]):
    """A translation table that learns each character once; ``simplified`` maps traditional characters."""

    def __init__(self, simplified: dict[str, str]) -> None:
        super().__init__()
        for table in (simplified, _GARBLED, _MARKS):
            self.update({ord(a): ord(b) for a, b in table.items()})

    def __missing__(self, code: int) -> int:
        # Halves of surrogate pairs and most emoji have no other form, and stay.
        form = unicodedata.normalize("NFKD", chr(code)).lower()
        bare = "".join(c for c in form if not unicodedata.combining(c))
        folded = ord(bare) if len(bare) == 1 else code
        self[code] = self.get(folded, folded)
        return self[code]


_KEPT = 4096  #: characters a table remembers before it begins anew: a text of every character must not fill memory


class Folder:
    """Folds texts with one table of traditional characters."""

    def __init__(self, traditional: str, simplified: str) -> None:
        self._simplified = dict(zip(traditional, simplified, strict=True))
        self._table = _Folding(self._simplified)

    def fold(self, text: str) -> str:
        """The folded text, as long as the text itself."""
        if len(self._table) > _KEPT + len(self._simplified):
            self._table = _Folding(self._simplified)
        return text.translate(self._table)


HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
LETTERS = re.compile("[a-z]+")
