"""Where the intake form stands: the page that shows it and the site it belongs to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Protocol

from desktop.domain.kinds import Property
from desktop.domain.money import Currency
from desktop.domain.rows import Draft
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.intake.doors import Refused
from desktop.ui.intake.state import IntakeState


class IntakeView(Protocol):
    """What the presenter needs of the page."""

    def paint(self, state: IntakeState) -> None:
        """Shows the state."""

    def focus_field(self, name: str) -> None:
        """Puts the cursor into a field."""

    def hurt_line(self, who: str) -> str:
        """The sentence of the record that tells who is hurt."""

    def told_line(self, who: str, clock: str) -> str:
        """The sentence of the record that tells who was told of a risk, and at what time of day."""

    def promised_line(self, promise: str, by: datetime) -> str:
        """The sentence of the record that tells what was promised by when (local), where no promise is kept open."""

    def on_saved(self, number: str, refused: Sequence[Refused] = ()) -> None:
        """A case was opened; ``refused`` is what could not be done on it yet."""

    def on_refused(self, number: str, refused: Sequence[Refused]) -> None:
        """Something could not be done on a case that stands."""

    def on_settled(self, number: str) -> None:
        """A case was opened and settled in one."""

    def on_parked(self) -> None:
        """The form was put away; nothing is left on the page."""

    def on_discarded(self, draft: Draft) -> None:
        """A draft was thrown away; ``restore`` takes it back."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the form knows of the place it stands in. ``now`` gives aware moments, ``law_cards`` are codes."""

    property: Property
    zone: tzinfo
    taxonomy: Taxonomy
    now: Callable[[], datetime]
    currency: Currency
    law_cards: tuple[str, ...] = ()
    phone: str = ""  #: on which guests reach the site
    regulator: str = ""  #: what the consumer authority is called here
