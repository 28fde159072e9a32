"""Every condition of the first run; testable without Qt."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from desktop.domain.kinds import Language, Property
from desktop.errors import UserError
from desktop.ui.firstrun.state import FirstRunAnswers, FirstRunState, code_from
from desktop.ui.tasks import Progress, Runner

Create = Callable[[FirstRunAnswers], Path]
Bring = Callable[[Path, str | None], Path]


class FirstRunView(Protocol):
    """What the presenter asks of the screen."""

    def paint(self, state: FirstRunState) -> None:
        """Shows a state."""

    def lead_to(self, field: str) -> None:
        """Puts the focus on the field that was refused."""


class FirstRunPresenter:
    """Owns the answers. ``create`` makes the site and returns its folder; ``finished`` is told that folder."""

    def __init__(
        self,
        view: FirstRunView,
        create: Create,
        restore: Bring,
        runner: Runner,
        finished: Callable[[Path], None],
        language: Language,
    ) -> None:
        self._view, self._create, self._restore, self._runner = view, create, restore, runner
        self._finished = finished
        self.state = FirstRunState(FirstRunAnswers(language=language))

    def choose_language(self, language: Language) -> None:
        """Another language, for the window and the site."""
        self._answer(language=language)

    def choose_property(self, property_: Property) -> None:
        """A hotel or a shop."""
        self._answer(property_=property_)
        self._derive_code()

    def write(self, name: str, text: str) -> None:
        """A text field changed. The site's code follows the name until somebody writes their own."""
        if name == "code":
            text = text.upper()
            self.state = replace(self.state, code_is_own=bool(text))
        self._answer(**{name: text})
        if name == "site":
            self._derive_code()

    def tick_practice(self, wanted: bool) -> None:
        """Whether a practice desk is made too."""
        self._answer(practice=wanted)

    def use_passphrase(self, wanted: bool) -> None:
        """A passphrase instead of a PIN, or back; what was typed is dropped."""
        self.state = replace(self.state, passphrase=wanted)
        self._answer(secret="", repeated="")

    def start(self) -> None:
        """Makes the site, off the window's thread, unless something is missing."""
        if self.state.busy:
            return
        refusal = missing_answer(self.state)
        if refusal is not None:
            self._refuse(refusal)
            return
        self._set(replace(self.state, busy=True, refusal=None))
        answers = self.state.answers

        def work(_progress: Progress) -> Path:
            return self._create(answers)

        self._runner.run(work, self._succeed, self._fail)

    def restore(self, file: Path, passphrase: str | None = None) -> None:
        """Brings a backup in instead of starting anew."""
        if self.state.busy:
            return
        self._set(replace(self.state, busy=True, refusal=None))

        def work(_progress: Progress) -> Path:
            return self._restore(file, passphrase)

        self._runner.run(work, self._succeed, self._fail)

    def _succeed(self, folder: Path) -> None:
        self._set(replace(self.state, busy=False))
        self._finished(folder)

    def _fail(self, error: Exception) -> None:
        self._refuse(error if isinstance(error, UserError) else UserError("unexpected"))

    def _refuse(self, refusal: UserError) -> None:
        self._set(replace(self.state, busy=False, refusal=refusal))
        self._view.lead_to(refusal.field)

    def _derive_code(self) -> None:
        if not self.state.code_is_own:
            self._answer(code=code_from(self.state.answers.site, self.state.answers.property_))

    def _answer(self, **answers: object) -> None:
        changed = replace(self.state.answers, **answers)  # type: ignore[arg-type]  # names are those of the fields
        self._set(replace(self.state, answers=changed, refusal=None))

    def _set(self, state: FirstRunState) -> None:
        self.state = state
        self._view.paint(state)


def missing_answer(state: FirstRunState) -> UserError | None:
    """The first answer that is still needed. What the answers must look like is checked where the site is made."""
    a = state.answers
    for field in ("site", "code", "desk", "owner"):
        if not str(getattr(a, field)).strip():
            return UserError("missing", field)
    if not a.secret:
        return UserError("pin_missing", "pin")
    return None if a.secret == a.repeated else UserError("pins_differ", "repeated")
