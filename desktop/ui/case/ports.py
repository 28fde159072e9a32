"""The ways between the case screen's presenter, its view and slow work."""

from typing import Protocol

from desktop.errors import UserError
from desktop.ui.case.state import CaseState, Typed

FORM, NOTE, BAR = "form", "note", "bar"  #: parts that acts come from, besides the cards by their names


class CaseView(Protocol):
    """What the presenter needs of the screen."""

    def paint(self, state: CaseState) -> None:
        """Shows the state."""

    def typed(self) -> Typed:
        """What is half typed, by part; empty where nothing is."""

    def put_back(self, typed: Typed) -> None:
        """Shows what was half typed when the case was left."""

    def clear(self, source: str) -> None:
        """What was typed in a part has been done, or is given up; an empty name means every part."""

    def say_done(self, act: str, number: str) -> None:
        """Tells that an act was carried out, with a way to take it back."""

    def say_undone(self, number: str) -> None:
        """Tells that an act was taken back."""

    def say_refused(self, refusal: UserError) -> None:
        """Tells of a refusal that belongs to no part of what is shown."""

    def say_changed(self) -> None:
        """Tells, politely, that the case was changed elsewhere and is shown anew."""
