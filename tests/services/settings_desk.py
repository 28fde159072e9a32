"""A desk with its settings, as the window hands them out."""

from dataclasses import dataclass
from typing import Any

import pytest

from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.services.desk import Desk
from desktop.services.settings import SettingsService, make_settings
from tests.support.staffed import contents


@dataclass
class Settled:
    """A desk and its settings; people by their logins."""

    desk: Desk
    settings: SettingsService

    def person(self, login: str = "mark") -> Person:
        return self.desk.staff.person(login, "D1")

    def refused(self, change: Any, *given: Any, **more: Any) -> tuple[str, str]:
        """Code and field of the refusal; fails if there is none, or if anything changed."""
        before = contents(self.desk.workspace.folder)
        with pytest.raises(UserError) as refusal:
            change(*given, **more)
        assert contents(self.desk.workspace.folder) == before, "a refusal changed something"
        return refusal.value.code, refusal.value.field

    def entries(self) -> list[tuple[str, str]]:
        """Who did what in the history, beside the cases."""
        rows = contents(self.desk.workspace.folder)["history"]
        return [(str(row[2]), str(row[3])) for row in rows if row[4] is None]


def settled(desk: Desk) -> Settled:
    """The settings of a desk."""
    return Settled(desk, make_settings(desk.workspace.database, desk.site, desk.journal, desk.now))
