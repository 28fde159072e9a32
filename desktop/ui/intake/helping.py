"""What may help the guest: what ended well before, what can be offered, how much, and whom to ask. Never blocks."""

from collections.abc import Callable

from desktop.domain.past_help import PastHelp, RemedyIdea
from desktop.ui.intake.doors import Doors
from desktop.ui.intake.form import Form
from desktop.ui.moves import Allowance

_LONGEST = 2_000  #: characters of the guest's words that similar cases are looked for by


class Helper:
    """Asks the desk; only the answer to the last question counts. ``told`` is called whenever an answer came.

    What the desk doesn't answer is left out: one can take a complaint without any of it.
    """

    def __init__(self, doors: Doors, told: Callable[[], None]) -> None:
        self._doors, self._told = doors, told
        self._asked: tuple[str, str] = ("", "")
        self._category, self._past_category = "", ""
        self.past: tuple[PastHelp, ...] | None = None  #: None: not asked yet
        self.ideas: tuple[RemedyIdea, ...] = ()
        self.allowance: Allowance | None = None
        self.manager = ""

    def ask(self) -> None:
        """Asks what the person may give on a new case, and who is on duty."""
        self._doors.allowance(self._on_allowance, lambda _: None)
        self._doors.manager(self._on_manager, lambda _: None)

    def look_up(self, form: Form) -> None:
        """Looks for cases like this one; they are known by their category."""
        question = (form.category or "", form.text[:_LONGEST] if form.category else "")
        if question != self._asked:
            self._asked = question
            if question[0]:
                self._doors.past_cases(
                    *question, lambda past: self._on_past(question, past), lambda _: self._on_no_past(question)
                )
            else:
                self._on_past(question, None)
        self._look_for_ideas(question[0])

    def _look_for_ideas(self, category: str) -> None:
        if category == self._category:
            return
        self._category = category
        if category:
            self._doors.ideas(
                category, lambda ideas: self._on_ideas(category, ideas), lambda _: self._on_ideas(category, ())
            )
        else:
            self._on_ideas(category, ())

    def forget(self) -> None:
        """Begins with another guest."""
        self._asked, self._category, self._past_category = ("", ""), "", ""
        self.past, self.ideas = None, ()

    def _on_past(self, question: tuple[str, str], past: tuple[PastHelp, ...] | None) -> None:
        if question != self._asked:
            return
        self._past_category = question[0]
        if past != self.past:
            self.past = past
            self._told()

    def _on_no_past(self, question: tuple[str, str]) -> None:
        """Cases of the category before help nobody; those found by earlier words of this one still may."""
        if question[0] != self._past_category:
            self._on_past(question, None)

    def _on_ideas(self, category: str, ideas: tuple[RemedyIdea, ...]) -> None:
        if category == self._category and ideas != self.ideas:
            self.ideas = ideas
            self._told()

    def _on_allowance(self, most: int | None) -> None:
        self.allowance = Allowance(most)
        self._told()

    def _on_manager(self, name: str) -> None:
        self.manager = name
        self._told()
