"""What the shell knows of screens: a door each in the rail, and behind it a room. It knows no screen by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from desktop.ui.shell.idle import IDLE_MINUTES
from desktop.words import Words


def _nothing() -> None:
    """For rooms that have nothing to do at that moment."""


def _no_words(_words: Words) -> None:
    """For rooms without codes."""


def _no_panes() -> Sequence[QWidget]:
    return ()


@dataclass(frozen=True, slots=True)
class Room:
    """One screen as the shell sees it."""

    widget: QWidget
    arrive: Callable[[], None] = _nothing  #: the room is shown: put the focus where work begins
    park: Callable[[], None] = _nothing  #: keep what is typed as a draft: the desk is locked, closed or handed on
    idle_minutes: Callable[[], int] = field(default=lambda: IDLE_MINUTES)  #: how long nobody need touch anything
    panes: Callable[[], Sequence[QWidget]] = _no_panes  #: where F6 goes, in reading order
    use_words: Callable[[Words], None] = _no_words  #: the catalogue of another language
    leave: Callable[[], None] = _nothing  #: the desk is taken down: remember columns and the like
    print_this: Callable[[], None] = _nothing  #: shows the paper of what is on the screen


@dataclass(frozen=True, slots=True)
class ScreenDoor:
    """A way to a screen. Doors to screens that don't exist are not made."""

    name: str
    icon: str
    label: Callable[[], str]  #: the words in the language of the moment
    make: Callable[[], Room]
    key: str = ""  #: opens it from anywhere
    is_tile: bool = False  #: the big button at the top of the rail instead of an item in it
    at_foot: bool = False  #: stands at the bottom of the rail
    behind: str = ""  #: reached through another door, which the rail shows as the current one meanwhile
