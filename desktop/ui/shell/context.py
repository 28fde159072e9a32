"""What every room of one person's desk is made from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.people import Person, Right, right_to
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.tasks import Runner
from desktop.words import Words

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.desk import Desk
    from desktop.services.site import SiteFacts

Tell = Callable[[str, object], None]  #: a short message at the edge, and what undoes what it tells of (or None)


@dataclass(frozen=True)
class Context:
    """Who is signed in, the services, and what the window lends."""

    person: Person
    desk: "Desk"
    runner: Runner
    preferences: Preferences
    settings: WindowSettings
    tell: Tell

    @property
    def words(self) -> Words:
        """The catalogue in the language of the moment."""
        return self.preferences.words

    @property
    def facts(self) -> "SiteFacts":
        """What the site is."""
        return self.desk.site.facts()

    def may(self, act: str) -> bool:
        """Whether the person's role has any right to an act."""
        return right_to(act, self.person.role) is not Right.NO
