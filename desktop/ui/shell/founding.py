"""A new site from the answers of the first run, and a backup brought back: the services behind both pages."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.domain.kinds import Property
from desktop.services.desk import open_desk
from desktop.services.founding import Founding, found_site
from desktop.services.practice import fill_practice_desk
from desktop.services.restoring import restore
from desktop.ui.firstrun.state import FirstRunAnswers
from desktop.ui.shell.other_desk import practice_folder
from desktop.workspace import is_workspace

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PRACTICE_MONTHS, _PRACTICE_CASES = 2, 60  # enough to look around, quick enough to wait for


class Founder:
    """Makes workspaces; takes seconds, so it runs behind the window. ``zone`` names the computer's time zone."""

    def __init__(self, folder: Path, zone: str, now: Callable[[], datetime]) -> None:
        self._folder, self._zone, self._now = folder, zone, now

    def create(self, answers: FirstRunAnswers) -> Path:
        """Makes the site, and a practice desk beside it if wanted; returns the folder to open.

        Raises ``UserError`` for answers that can't be taken, and those of ``Workspace.create``.
        """
        found_site(self._folder, self._founding(answers, training=False), self._now()).close()
        if not answers.practice:
            return self._folder
        practice = practice_folder(self._folder)
        if not is_workspace(practice):
            self._fill(practice, answers)
        return practice

    def restore(self, file: Path, passphrase: str | None) -> Path:
        """Brings a backup back in the place of the workspace; returns its folder. Raises what ``restore`` raises."""
        restore(self._folder, file, passphrase, at=self._now())
        return self._folder

    def _fill(self, folder: Path, answers: FirstRunAnswers) -> None:
        desk = open_desk(found_site(folder, self._founding(answers, training=True), self._now()), self._now)
        try:
            fill_practice_desk(desk, self._now(), months=_PRACTICE_MONTHS, cases=_PRACTICE_CASES)
        finally:
            desk.close()

    def _founding(self, answers: FirstRunAnswers, *, training: bool) -> Founding:
        hours = {"intervals": {day: [f"{answers.opens}-{answers.closes}"] for day in _DAYS}}
        return Founding(
            property=answers.property_,
            name=answers.site.strip(),
            code=answers.code,
            language=answers.language,
            zone=self._zone,
            owner_login=answers.login,
            owner_name=answers.owner.strip(),
            secret=None if training else answers.secret,
            desk_name=answers.desk.strip(),
            training=training,
            calendar=hours if answers.property_ is Property.RETAIL else None,
        )
