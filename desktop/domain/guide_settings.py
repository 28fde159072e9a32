"""How a site leads its conversations: the framework, the wording style, its own copies of guide files (guides.md)."""

from dataclasses import dataclass
from enum import StrEnum


class WordingStyle(StrEnum):
    """Which wording of a card is shown first; F4 and Shift+F4 give the others."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class GuideSettings:
    """What managers choose. ``framework`` is a code of the conversation guide."""

    framework: str = "default"
    style: WordingStyle = WordingStyle.FULL


class GuideSource(StrEnum):
    """Which file a desk speaks from."""

    SHIPPED = "shipped"
    OWN = "own"
    REFUSED = "refused"  #: there is a copy of the site's own, but it doesn't pass; the shipped file goes on


@dataclass(frozen=True, slots=True)
class GuideProblem:
    """Why a line of a copy can't be used: 1-based line (0: the file as a whole), code and parameters of the reason.

    ``where`` is the place within the file, by its keys (``steps.listen.say``); empty where there is none.
    """

    line: int
    code: str
    params: tuple[tuple[str, str], ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class GuideFile:
    """One guide file of the desk."""

    name: str
    source: GuideSource
    problems: tuple[GuideProblem, ...] = ()
