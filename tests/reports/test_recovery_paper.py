"""The recovery sheet on paper: what an owner types in copies out exactly."""

import pytest

from desktop.domain.kinds import Language
from desktop.services.desk import Desk
from desktop.services.papers import papers_of
from desktop.words import load_words
from tests.reports.reading import boxes_outside, fonts_of, says, sizes_of
from tests.support.sites import owner_of
from tests.support.staffed import DeskMaker, desk, make_desk  # noqa: F401 (pytest finds fixtures by their names)


@pytest.fixture
def live_desk(make_desk: DeskMaker) -> Desk:  # noqa: F811 (a fixture is asked for by its name)
    """A desk on which people sign in."""
    return make_desk(training=False)


@pytest.mark.parametrize("language", Language)
def test_the_sheet_bears_its_code_on_one_page(live_desk: Desk, language: Language) -> None:
    owner, recovery = owner_of(live_desk), live_desk.settings.recovery
    sheet = recovery.make(owner)
    rows = [(row.kind, row.text) for row in recovery.rows(sheet, load_words(language), "19 Nov 21:42")]
    made = papers_of(live_desk).recovery_sheet(rows, owner, language=language)
    assert sizes_of(made) == [(210, 297)]
    assert all(says(made, text) for text in (sheet.code, sheet.site, sheet.name))
    assert all(fonts_of(made).values())
    assert boxes_outside(made) == []
