"""One act of a case's history in words, with the look of its dot. No Qt."""

from dataclasses import dataclass
from typing import Literal

from desktop.ui.case.story_values import Entry, Teller

Tone = Literal["plain", "accent", "risk"]
Kind = Literal["notes", "guest", "changes"]


@dataclass(frozen=True, slots=True)
class Told:
    """One act in words. ``tone``: accent where the desk acted for the guest, risk for failures and dangers.

    ``headings`` are the paragraphs of the text, from 0, that stand above those that follow them.
    """

    title: str
    text: str = ""
    icon: str = "history"
    tone: Tone = "plain"
    kind: Kind = "changes"
    headings: tuple[int, ...] = ()


def lines(*parts: str) -> str:
    """The parts that say something, a line each."""
    return "\n".join(part for part in parts if part)


def reason_of(entry: Entry, teller: Teller) -> str:
    """The reason that was given for an act; empty where none was."""
    reason = entry.text("reason")
    return teller.words.sentence("story_reason", reason=reason) if reason.strip() else ""
