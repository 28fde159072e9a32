"""The first run in the pictures, filled in as somebody would."""

from pathlib import Path

from desktop.dev.shot_desk import OWNER_NAMES, SITE
from desktop.domain.kinds import Language
from desktop.errors import WorkspaceError
from desktop.ui.firstrun import FirstRunScreen
from desktop.ui.shell.preferences import Preferences
from desktop.ui.tasks import InlineRunner


def first_run_page(preferences: Preferences, language: Language) -> FirstRunScreen:
    """The first run with its first page filled in."""

    def nothing(*_given: object) -> Path:
        raise WorkspaceError("workspace_exists")

    page = FirstRunScreen(nothing, nothing, InlineRunner(), preferences.words, language)
    site, desk_name = SITE[language]
    for name, text in (("site", site), ("desk", desk_name), ("owner", OWNER_NAMES[language])):
        page.form.fields[name].setText(text)
        page.presenter.write(name, text)
    page.form.secret.setText("135790")
    page.form.repeated.setText("135790")
    return page
