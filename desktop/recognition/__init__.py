"""Recognition: what a complaint is about, how grave and how heated it is, and what must not be overlooked.

Pure: words in, suggestion with its evidence out. Works on the machine itself, at once, from a lexicon anyone can read.
"""

from desktop.recognition.lexicon import Lexicon, LexiconError, load_lexicon, shipped_lexicon
from desktop.recognition.recogniser import recognise
from desktop.recognition.shapes import Evidence, FlagFound, Recognition, Suggestion

__all__ = [
    "Evidence",
    "FlagFound",
    "Lexicon",
    "LexiconError",
    "Recognition",
    "Suggestion",
    "load_lexicon",
    "recognise",
    "shipped_lexicon",
]
