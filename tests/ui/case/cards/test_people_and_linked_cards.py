"""Who works on the case, and the cases that belong to it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import MemberRow
from desktop.domain.commands import HandOver, Involve, Release, Take
from desktop.errors import UserError
from desktop.ui.case.cards import LinkedCard, PeopleCard
from tests.ui.case.cards.card_cases import NUMBER, RAO, a_file


def items(combo):
    return [combo.itemText(place) for place in range(combo.count())]


def test_the_owner_is_told_and_takes_nothing(show):
    card = show(PeopleCard).card
    assert (card.owner.name.text(), card.owner.tag.text()) == ("Maya Chen", "Owner · you")
    assert card.take.isHidden()
    assert card.department.name.text() == "Engineering"


def test_somebody_else_takes_it(show):
    shown = show(PeopleCard, person=RAO)
    shown.card.take.setFocus()
    shown.press(Qt.Key.Key_Space)
    assert shown.wanted == [Take(NUMBER)]


def test_a_case_without_owner_says_so(show):
    file = a_file()
    row = file.view.row._replace(owner_id=None, owner="")
    card = show(PeopleCard, replace(file, view=replace(file.view, row=row), department="")).card
    assert card.owner.name.text() == "No owner"
    assert card.department.isHidden()
    assert card.take.isVisible()


def test_a_helper_is_asked_in_and_released(show):
    shown = show(PeopleCard)
    form = shown.card.involve
    shown.click(shown.card.add)
    assert items(form.who) == ["–", "Leo Wang", "Sunita Rao"]
    shown.click(form.send)
    assert form.row("login").error.isVisible()
    form.who.setCurrentIndex(1)
    form.who.setFocus()
    shown.press(Qt.Key.Key_Return)
    assert shown.wanted == [Involve(NUMBER, "leo")]
    shown.show_file(members=(*shown.file.members, MemberRow(2, "leo", "Leo Wang")))
    assert form.isHidden()
    release = shown.card.list.rows()[1].release
    shown.qtbot.waitUntil(release.isVisible)
    shown.click(release)
    assert shown.wanted[-1] == Release(NUMBER, "leo")


@pytest.mark.parametrize(
    ("typed", "to", "department"),
    [
        ("Emil Zhou", "emil", ""),
        ("ＥＭＩＬ", "emil", ""),
        ("Front desk", "", "Front desk"),
        ("工程部", "", "工程部"),
    ],
)
def test_it_is_handed_to_a_colleague_or_a_department(show, typed, to, department):
    shown = show(PeopleCard)
    shown.click(shown.card.hand_over)
    shown.write(shown.card.hand_form.who.line, typed)
    shown.press(Qt.Key.Key_Return)
    assert shown.wanted == [HandOver(NUMBER, to, department)]


def test_handing_over_to_nobody_is_said_at_the_field(show):
    shown = show(PeopleCard)
    shown.click(shown.card.hand_over)
    shown.click(shown.card.hand_form.send)
    assert shown.card.hand_form.row("to").error.isVisible()
    shown.card.hand_form.who.setEditText("Nobody")
    shown.click(shown.card.hand_form.send)
    shown.card.show_error(UserError("no_such_person", "to", login="Nobody"))
    assert "Nobody" in shown.card.hand_form.row("to").error.text()


def test_who_may_not_hand_over_sees_why(show):
    refusal = UserError("wrong_state", "state", act="hand_over", state="closed")
    acts = ("take", "hand_over", "involve", "release")
    card = show(PeopleCard, person=RAO, refusals=dict.fromkeys(acts, refusal)).card
    controls = [card.take, card.hand_over, card.add, card.list.rows()[0].release]
    assert not any(control.isEnabled() for control in controls)
    assert all("Closed" in control.accessibleDescription() for control in controls)


@pytest.mark.parametrize("by_key", [True, False])
def test_a_linked_case_is_opened(show, by_key):
    shown = show(LinkedCard)
    line = shown.card.list.rows()[0]
    heard = []
    shown.card.case_wanted.connect(heard.append)
    line.setFocus()
    if by_key:
        shown.press(Qt.Key.Key_Space)
    else:
        shown.click(line)
    assert heard == ["HH-D1-20261018-0003"]
    assert line.accessibleName() == "Same guest: Slow check-in · HH-D1-20261018-0003 · Closed · 18 Oct"


def test_a_case_that_stands_alone_says_so(show):
    assert show(LinkedCard, a_file(linked=())).card.none.isVisible()
