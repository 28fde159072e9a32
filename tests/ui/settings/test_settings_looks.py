"""Every section in both languages, at every text size, in the smallest windows: nothing is cut off or nameless."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Role
from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.services.desk import Desk
from desktop.ui.settings.duty import DutySection
from desktop.ui.settings.recovery import RecoverySection
from desktop.ui.settings.section import Section
from desktop.ui.settings.staff import StaffSection
from desktop.ui.settings.state import Part
from tests.services.settings_desk import settled
from tests.support.clock import Clock
from tests.support.sites import OWNER
from tests.support.staffed import DeskMaker
from tests.ui.settings.conftest import Shown, ShowSettings
from tests.ui.sweeping import cut_off, nameless, not_plain, outside, overlapping, scrolled_sideways

CHECKS: dict[str, Callable[[Any], list[str]]] = {
    "is cut off": cut_off,
    "sticks out": outside,
    "scrolls sideways": scrolled_sideways,
    "overlaps": overlapping,
    "has no name": nameless,
    "isn't plain text": not_plain,
}
LONG = "<b>Konstantinopoulou</b>-Featherstonehaugh von Thurn und Taxis \u202e dlrow"
_SETTLING = 8  #: rounds of events after which scroll areas have found their size


@pytest.fixture
def busy_desk(make_desk: DeskMaker, clock: Clock) -> Desk:
    """A live desk with long names everywhere."""
    desk = make_desk(training=False, now=clock)
    at = settled(desk)
    owner = at.person(OWNER)
    at.settings.site.add_desk(owner, "D2", LONG)
    at.settings.staff.add(owner, "long", LONG, Role.SPECIALIST, LONG)
    at.settings.categories.add(owner, "H01", LONG[:60], "很长很长的类别名称" * 6)
    at.settings.duty_card.change(owner, DutyCard((DutyLine(LONG, "+86 138 0013 8000 ext. 12345", LONG),), LONG))
    return desk


def settle(qtbot: QtBot) -> None:
    for _ in range(_SETTLING):
        QApplication.processEvents()


def wrongs(section: Section) -> list[str]:
    return [f"{wrong}: {what}" for wrong, check in CHECKS.items() for what in check(section)]


@pytest.mark.parametrize("text_size", [100, 125])
@pytest.mark.parametrize("size", [(1280, 640), (1440, 900)], ids=["small", "roomy"])
@pytest.mark.parametrize("language", Language)
def test_every_section_has_room_for_its_words(
    show: ShowSettings, busy_desk: Desk, qtbot: QtBot, language: Language, size: tuple[int, int], text_size: int
) -> None:
    shown = show(OWNER, at=busy_desk, size=size, language=language, text_size=text_size)
    found = []
    for part in shown.screen.parts():
        section = shown.open(part)
        settle(qtbot)
        found += [f"{part}: {wrong}" for wrong in wrongs(section)]
    assert found == []


@pytest.fixture
def small(show: ShowSettings, busy_desk: Desk) -> Shown:
    return show(OWNER, at=busy_desk, size=(1280, 640), text_size=125)


def test_the_pages_behind_a_colleague_have_room(small: Shown, qtbot: QtBot) -> None:
    section = small.open(Part.STAFF)
    assert isinstance(section, StaffSection)
    section.list.setCurrentIndex(section.list.lines.place_of("long"))
    for button in (section.fields.pin, section.fields.leave):
        button.click()
        settle(qtbot)
        assert wrongs(section) == []
        section._show_detail()


def test_a_new_sheet_has_room(small: Shown, qtbot: QtBot) -> None:
    section = small.open(Part.RECOVERY)
    assert isinstance(section, RecoverySection)
    section.make.click()
    settle(qtbot)
    assert wrongs(section) == []


def test_the_card_that_is_read_has_room(show: ShowSettings, busy_desk: Desk, qtbot: QtBot) -> None:
    shown = show("rita", at=busy_desk, size=(1280, 640), text_size=125)
    section = shown.open(Part.DUTY_CARD)
    assert isinstance(section, DutySection)
    settle(qtbot)
    assert wrongs(section) == []
