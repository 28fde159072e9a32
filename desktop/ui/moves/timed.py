"""Forms that ask when something happened, and why it is entered so late (domain.md 3)."""

from collections.abc import Iterator

from desktop.domain.lifecycle import check_after_reopening, check_entered_time, check_not_before
from desktop.domain.people import leads
from desktop.errors import UserError
from desktop.ui.moves.entry import TextEntry
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.guarding import refusals
from desktop.ui.moves.when_entry import WhenEntry


class TimedForm(MoveForm):
    """A move that happened now, or earlier; more than 15 minutes ago needs a manager and a reason."""

    ends = False  #: whether it resolves the case, which can't have happened before a reopening

    def add_when(self) -> None:
        """Takes the field for the time, and the reason that an early one asks for."""
        when = WhenEntry("when", self._about.around.zone, self._about.now)
        self.add(when)
        self.add(TextEntry("reason"))
        self.entry("reason").hide()

    def name_when(self, label: str) -> None:
        """Words for the time and its reason; the reason shows while one is needed."""
        self.entry("when").call(label)
        self.entry("reason").call(self.tr("Why it is entered later"))

    def follow_when(self) -> None:
        """Asks for a reason where the time is so long ago that one is needed; says who may enter it."""
        when = self._when
        long_ago, may = when.is_long_ago(), leads(self._about.around.person.role)
        self.entry("reason").setVisible(long_ago and may)
        late = self.tr("More than 15 minutes ago: a manager enters it, with a reason.")
        when.set_hint(late if long_ago and not may else "")

    def when_mistakes(self) -> Iterator[UserError]:
        """What the guards say to the time."""
        about, moment, reason = self._about, self._when.value(), self.text("reason")
        if moment is None:
            return
        now, person = about.now(), about.around.person
        yield from refusals(
            lambda: check_entered_time(moment, now, person, reason, "when"),
            lambda: check_not_before(moment, about.received_at, "when"),
            lambda: check_after_reopening(moment, about.ending.reopened_at if self.ends else None, "when"),
        )

    @property
    def _when(self) -> WhenEntry:
        when = self.entry("when")
        assert isinstance(when, WhenEntry)
        return when
