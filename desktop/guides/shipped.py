"""The guides a desk works with: the site's own edited copies where they pass the check, else those that are shipped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.kinds import Property
from desktop.words import resource_folder

if TYPE_CHECKING:  # services name these at start-up; what reads guides is loaded with the first conversation
    from desktop.guides.conversation import Guidance
    from desktop.guides.errors import GuideError
    from desktop.guides.model import ApologyTexts

Loaded = TypeVar("Loaded")

CONVERSATION_FILE, APOLOGY_FILE = "conversation.yaml", "apology.yaml"


def bank_file(property_: Property) -> str:
    """The name of the file with a property's questions and sentences."""
    return f"questions-{property_}.yaml"


@dataclass(frozen=True)
class Guides:
    """All that a desk speaks from. ``refused`` says which of the site's copies are not used, and why."""

    guidance: "Guidance"
    apology: "ApologyTexts"
    refused: "tuple[GuideError, ...]" = ()


@cache
def shipped_text(name: str) -> str:
    """The text of a shipped guide file, as a site copies it."""
    return (resource_folder() / "guides" / name).read_text(encoding="utf-8")


@cache
def shipped_guides(property_: Property) -> Guides:
    """The shipped guides of a kind of place. Read once, kept for the life of the process."""
    return guides_of({}, property_)


def guides_of(copies: Mapping[str, str], property_: Property) -> Guides:
    """The guides with the site's ``copies`` (text by file name) put in place of those that are shipped.

    A copy that doesn't pass is left aside and the shipped file goes on in its place.
    """
    from desktop.guides.conversation import Guidance
    from desktop.guides.errors import GuideError
    from desktop.guides.loading import load_apology_texts, load_bank, load_guide

    refused: list[GuideError] = []

    def chosen(name: str, load: Callable[[str, str], Loaded]) -> Loaded:
        if name in copies:
            try:
                return load(copies[name], name)
            except GuideError as error:
                refused.append(error)
        return load(shipped_text(name), name)

    guide = chosen(CONVERSATION_FILE, load_guide)
    bank = chosen(bank_file(property_), load_bank)
    apology = chosen(APOLOGY_FILE, load_apology_texts)
    return Guides(Guidance(guide, bank), apology, tuple(refused))
