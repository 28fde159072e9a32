"""Guests found, merged, won back; and settings that the rest of the window follows at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.domain.commands import GuestDetails
from desktop.domain.guest_file import GuestLook
from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.ui.settings.categories import CategoriesSection
from desktop.ui.settings.desks import DesksSection
from desktop.ui.settings.staff import StaffSection
from desktop.ui.settings.state import Part
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.real_window import CLERK, PIN, RealWindow
from tests.support.sites import record

NEW_PIN = "975310"
_CTRL_COMMA = Qt.Key.Key_Comma


@pytest.fixture
def at(at_the_desk: Callable[[Language], RealWindow]) -> RealWindow:
    """The window in English, with nobody signed in."""
    return at_the_desk(Language.EN)


def complaint_of(at: RealWindow, name: str, phone: str, text: str = "The AC drips.") -> str:
    """A complaint of a guest; its number."""
    return record(at.desk, text, guest=GuestDetails(name=name, phone=phone)).number


def go_to_guests(hands: Keyboard | Mouse) -> None:
    """By the door in the rail."""
    hands.press(hands.at.page.rail.buttons["guests"])
    assert hands.at.page.current == "guests"


def look_for(hands: Keyboard | Mouse, words: str) -> list[str]:
    """The names that the list of guests has for these words."""
    hands.write(hands.at.guests.head.search, words)
    hands.at.press(Qt.Key.Key_Return)
    return [row.guest.name for row in hands.at.guests.presenter.state.rows]


def button_in(at: RealWindow, part: str, words: str) -> QAbstractButton:
    """The one button that can be seen in a part of the profile whose name begins so."""
    holder = getattr(at.guests.pane, part)
    seen = [b for b in holder.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName().startswith(words)]
    assert len(seen) == 1, [b.accessibleName() for b in holder.findChildren(QAbstractButton)]
    return seen[0]


def test_a_guest_is_found_by_the_initials_of_the_pinyin(at: RealWindow) -> None:
    complaint_of(at, "陈薇玲", "+86 138 0000 0001")
    complaint_of(at, "王小明", "+86 138 0000 0002")
    hands = Keyboard(at)
    hands.hand_the_desk_to("Rita")
    go_to_guests(hands)
    assert look_for(hands, "cwl") == ["陈薇玲"]
    profile = at.guests.presenter.state.profile
    assert profile is not None
    assert (profile.guest.name, profile.total) == ("陈薇玲", 1)
    assert at.guests.table.hasFocus()


def test_two_records_of_one_guest_become_one_and_are_taken_apart_again(at: RealWindow) -> None:
    numbers = {complaint_of(at, "陈薇玲", "+86 138 0000 0001"), complaint_of(at, "Chen Weiling", "+86 139 0000 0002")}
    before = {number: at.desk.reader.view(number).guest_id for number in numbers}
    assert len(set(before.values())) == 2
    hands = Mouse(at)
    hands.hand_the_desk_to("Sam")
    go_to_guests(hands)
    hands.press(at.guests.chips.chips[GuestLook.DOUBLES])
    assert {row.guest.name for row in at.guests.presenter.state.rows} == {"陈薇玲", "Chen Weiling"}
    hands.press(button_in(at, "doubles", "Same guest"))
    after = {at.desk.reader.view(number).guest_id for number in numbers}
    assert len(after) == 1, "both complaints belong to one guest now"
    at.click(at.page.toast.undo_button)
    assert {number: at.desk.reader.view(number).guest_id for number in numbers} == before


def test_a_merge_is_also_taken_apart_on_the_profile_later(at: RealWindow) -> None:
    one, other = complaint_of(at, "陈薇玲", "+86 138 0000 0001"), complaint_of(at, "Chen Weiling", "+86 139 0000 0002")
    hands = Mouse(at)
    hands.hand_the_desk_to("Sam")
    go_to_guests(hands)
    hands.press(at.guests.chips.chips[GuestLook.DOUBLES])
    hands.press(button_in(at, "doubles", "Same guest"))
    hands.press(at.guests.chips.chips[GuestLook.ALL])
    at.let_the_message_go()
    hands.press(button_in(at, "merged", "Take apart"))
    assert at.desk.reader.view(one).guest_id != at.desk.reader.view(other).guest_id


def test_a_guest_who_may_not_come_back_is_named_with_the_reasons_and_a_task_wins_them_back(at: RealWindow) -> None:
    for text in ("The AC drips.", "The AC still drips."):
        complaint_of(at, "陈薇玲", "+86 138 0000 0001", text)
    complaint_of(at, "王小明", "+86 138 0000 0002")
    hands = Mouse(at)
    hands.hand_the_desk_to("Rita")
    go_to_guests(hands)
    hands.press(at.guests.chips.chips[GuestLook.LEAVING])
    assert [row.guest.name for row in at.guests.presenter.state.rows] == ["陈薇玲"]
    leaving = at.guests.pane.leaving
    assert leaving.reasons.text().count("•") == 2
    hands.press(leaving.give)
    profile = at.guests.presenter.state.profile
    assert profile is not None
    (task,) = profile.tasks
    assert (task.to, task.kind, task.is_done) == ("Rita", "retention", False)
    at.let_the_message_go()
    hands.press(button_in(at, "leaving", "Done"))
    profile = at.guests.presenter.state.profile
    assert profile is not None
    assert profile.tasks[0].is_done


def test_a_desk_that_is_added_can_be_signed_in_at_and_stands_in_the_next_number(at: RealWindow) -> None:
    hands = Keyboard(at)
    hands.hand_the_desk_to("Mark")
    section = open_settings(hands, Part.DESKS)
    assert isinstance(section, DesksSection)
    hands.press(section.add_button)
    hands.write(section.fields["name"], "礼宾台")
    hands.write(section.fields["desk"], "d2")
    at.with_ctrl(Qt.Key.Key_Return)
    at.with_ctrl(Qt.Key.Key_L)
    sign_in = at.open.session.sign_in
    assert sign_in.desks.isVisible()
    assert [sign_in.desks.itemText(place) for place in range(sign_in.desks.count())] == ["D1", "礼宾台"]
    at.press(Qt.Key.Key_Escape)
    at.tab_to(sign_in.desks)
    at.press(Qt.Key.Key_Down)
    at.tab_to(sign_in.people)
    hands.hand_the_desk_to("Rita")
    hands.new_complaint()
    at.type("The lift is stuck.")
    at.with_ctrl(Qt.Key.Key_Return)
    assert at.chosen == "HH-D2-20261119-0001"


def test_a_new_pin_lets_in_and_the_old_one_no_more(at: RealWindow) -> None:
    hands = Mouse(at)
    hands.hand_the_desk_to("Mark")
    section = open_settings(hands, Part.STAFF)
    assert isinstance(section, StaffSection)
    pick(hands, section, CLERK)
    hands.press(section.fields.pin)
    for name in ("pin", "again"):
        hands.write(section.pin.fields[name], NEW_PIN)
    hands.press(section.pin.button)
    with pytest.raises(UserError, match="sign_in_failed"):
        at.desk.staff.sign_in(CLERK, PIN, "D1")
    at.with_ctrl(Qt.Key.Key_L)
    at.choose_person("Rita")
    at.click_pin()
    at.commit(NEW_PIN)
    at.click(at.open.session.sign_in.pane.button)
    assert at.is_at_the_desk


def test_a_category_that_is_added_is_offered_in_new_complaint_at_once(at: RealWindow) -> None:
    hands = Keyboard(at)
    hands.hand_the_desk_to("Mark")
    hands.new_complaint()  # the form has been opened before, with the categories of then
    at.type("The carpet is wet.")
    section = open_settings(hands, Part.CATEGORIES)
    assert isinstance(section, CategoriesSection)
    hands.press(section.add_button)
    hands.write(section.fields["name_en"], "Carpet")
    hands.write(section.fields["name_zh"], "地毯")
    at.with_ctrl(Qt.Key.Key_Return)
    hands.new_complaint()
    if at.intake.offered.banner.isVisible():
        hands.press(at.intake.offered.resume)
    assert at.intake.hearing.narrative.text() == "The carpet is wet.", "what was half typed is there"
    hands.categorise(at.intake.aspects.category, "carpet")
    at.with_ctrl(Qt.Key.Key_Return)
    code = at.desk.reader.view(at.chosen).row.category
    assert at.desk.site.taxonomy().label(code, Language.ZH).endswith("地毯")


def test_ctrl_comma_opens_the_settings_and_ctrl_p_prints_what_is_shown(at: RealWindow) -> None:
    number = complaint_of(at, "Tan Wei Ling", "+44 7700 900123")
    hands = Keyboard(at)
    hands.hand_the_desk_to("Rita")
    at.with_ctrl(_CTRL_COMMA)
    assert at.page.current == "settings"
    at.with_ctrl(Qt.Key.Key_P)
    assert at.papers() == [], "there is no paper of the settings"
    hands.search(number)
    at.with_ctrl(Qt.Key.Key_P)
    assert at.paper.presenter.state.can_print
    at.with_ctrl(_CTRL_COMMA)
    assert at.page.current == "case", "under a paper the page stays as it is"
    at.press(Qt.Key.Key_Escape)
    assert at.papers() == []
    assert at.page.current == "case"


def open_settings(hands: Keyboard | Mouse, part: Part) -> object:
    """By its key, then by the list at left."""
    at = hands.at
    at.with_ctrl(_CTRL_COMMA)
    assert at.page.current == "settings"
    nav = at.settings_screen.nav
    place = nav.lines.place_of(part.value)
    nav.scrollTo(place)
    at.click(nav.viewport(), nav.visualRect(place).center())
    assert at.settings_screen.current is part
    return at.settings_screen.section(part)


def pick(hands: Mouse, section: StaffSection, key: str) -> None:
    """Clicks on a line of a section's list."""
    hands.click_row(section.list, section.list.lines.place_of(key).row())
