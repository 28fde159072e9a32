"""What the queue tells the forms of a case, and of the desk around it."""

from datetime import tzinfo

from desktop.domain.people import Person
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.moves import About, Allowance, Surroundings, about_file
from desktop.ui.queue.state import QueueDoors, QueueState


class Abouts:
    """Asks the doors at the moment when a form opens."""

    def __init__(self, doors: QueueDoors, taxonomy: Taxonomy, zone: tzinfo) -> None:
        self._doors, self._taxonomy, self._zone = doors, taxonomy, zone

    def about(self, state: QueueState) -> About | None:
        """The case whose form is open; None while none is."""
        around = self.around(state.person)
        if state.file is None or around is None:
            return None
        allowance = Allowance(state.allowance.most) if state.allowance is not None else None
        return about_file(state.file, around, allowance=allowance)

    def around(self, person: Person) -> Surroundings | None:
        """The desk; None where there are no forms."""
        doors = self._doors
        if doors.acts is None:
            return None
        return Surroundings(
            person=person,
            taxonomy=self._taxonomy,
            zone=self._zone,
            currency=doors.acts.currency,
            now=doors.now,
            people=doors.people(),
            departments=doors.acts.departments(),
            law_cards=doors.acts.law_cards(),
            find=doors.acts.find,
        )
