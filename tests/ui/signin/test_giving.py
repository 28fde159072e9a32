"""Giving somebody a first PIN, without a window: the first mistake first."""

import pytest

from desktop.domain.kinds import Role
from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.signin.giving import AGAIN, NEW, OWNER, GivingPresenter, GivingState

ZHOU = StaffRow(3, "zhou", "周建国", Role.SPECIALIST, "", has_pin=False)
ANNA = StaffRow(4, "anna", "Anna Berg", Role.OWNER, "", has_pin=True)


class Form:
    def __init__(self, owners: tuple[StaffRow, ...] = (ANNA,)) -> None:
        self.asked: list[tuple] = []
        self.given = 0
        state = GivingState(ZHOU, owners)
        self.presenter = GivingPresenter(self, lambda *call: self.asked.append(call), self._on_given, state)

    def paint(self, state: GivingState) -> None:
        self.state = state

    def _on_given(self) -> None:
        self.given += 1


@pytest.mark.parametrize(
    ("fields", "wrong", "code"),
    [
        (("", "", ""), OWNER, "pin_missing"),
        (("246810", "", ""), NEW, "pin_missing"),
        (("246810", "12345", "12345"), NEW, "pin_too_short"),
        (("246810", "abcdefg", "abcdefg"), NEW, "passphrase_too_short"),
        (("246810", "123456", "123457"), AGAIN, "pins_differ"),
    ],
)
def test_the_first_mistake_is_said_at_its_field(fields: tuple[str, str, str], wrong: str, code: str) -> None:
    form = Form()
    form.presenter.give(*fields)
    assert form.asked == []
    assert form.state.refusal is not None
    assert (form.state.wrong, form.state.refusal.code) == (wrong, code)


def test_the_owner_gives_the_pin() -> None:
    form = Form()
    form.presenter.give("246810", "123456", "123456")
    assert form.asked[0][:4] == ("anna", "246810", "zhou", "123456")
    form.asked[0][4]()
    assert form.given == 1


def test_a_wrong_pin_of_the_owner_is_said_at_the_owners_field() -> None:
    form = Form()
    form.presenter.give("999999", "123456", "123456")
    form.asked[0][5](UserError("sign_in_failed", "pin", left=4))
    assert (form.state.wrong, form.state.is_giving, form.given) == (OWNER, False, 0)


def test_pressing_twice_gives_once() -> None:
    form = Form()
    form.presenter.give("246810", "123456", "123456")
    form.presenter.give("246810", "123456", "123456")
    assert len(form.asked) == 1


def test_without_an_owner_there_is_nobody_to_give_it() -> None:
    form = Form(())
    form.presenter.give("246810", "123456", "123456")
    assert form.asked == []
