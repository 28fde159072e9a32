"""Which language a text is written in, by its script; as far as the counter needs to know it."""

import re

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ebef]")
_LATIN = re.compile(r"[a-zà-ÿ]+", re.IGNORECASE)
_SCRIPTS = {
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
}
#: Small words by which other languages in Latin letters show.
_TELLTALE = {
    "de": "und der die das nicht ist war ein eine wir ich zimmer sehr mit auf zu aber",
    "fr": "et le la les des est une nous je pas très dans pour avec mais chambre",
    "es": "y el los las es una nosotros muy con pero habitación no para que del",
    "it": "e il gli è una non molto con ma camera per che della sono",
    "pt": "e o os não é uma muito com mas quarto para que foi",
    "en": "the and was is not we i very with but room to of in it for no",
}
_SMALL_WORDS = {code: frozenset(words.split()) for code, words in _TELLTALE.items()}
UNKNOWN = "und"  #: no letters at all, or letters of no language known here
_SAMPLE = 2_000  #: characters looked at
_HAN_PER_WORD = 2  #: a Chinese word is about two characters
_MIXED = 0.2  #: share of the smaller language from which a text is mixed
_FEW = 3  #: Latin words beside Chinese that are names or brands, and no second language


def language_of(text: str) -> str:
    """``zh``, ``en``, ``mixed`` (both of them), another ISO 639 code, or ``und`` where nothing tells."""
    sample = text[:_SAMPLE]
    han = len(_HAN.findall(sample)) / _HAN_PER_WORD
    words = [word.lower() for word in _LATIN.findall(sample)]
    for code, script in _SCRIPTS.items():
        found = len(script.findall(sample)) / _HAN_PER_WORD
        if found > (han if code != "ja" else han * _MIXED) and found > len(words):
            return code
    if not han and not words:
        return UNKNOWN
    if han and len(words) > _FEW and min(han, len(words)) / (han + len(words)) >= _MIXED:
        return "mixed"
    return "zh" if han >= len(words) or (han and len(words) <= _FEW) else _latin(words)


def _latin(words: list[str]) -> str:
    counts = {code: sum(word in small for word in words) for code, small in _SMALL_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > counts["en"] + 1 else "en"
