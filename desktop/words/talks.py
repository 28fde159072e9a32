"""A conversation with its words, as timeline and case file tell it; free of Qt."""

from datetime import timedelta

from desktop.words.catalogue import Words
from desktop.words.plain import LONGEST_IN_A_SENTENCE, plain

#: Frameworks whose name is their initials, the same in every language.
_INITIALS = frozenset({"last", "learn", "heard", "latte", "blast"})


def framework_name(code: str, words: Words) -> str:
    """What people call a framework: ``LEARN``, ``Seven steps``; one that a site made itself by its code."""
    return code.upper() if code in _INITIALS else words.term("framework", plain(code, LONGEST_IN_A_SENTENCE))


def talk_time(length: timedelta) -> str:
    """Minutes and seconds that a conversation or a step took: ``6:12``, ``71:05``; never below zero."""
    seconds = max(0, int(length.total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02d}"
