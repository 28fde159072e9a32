"""Signing in, without a window: choosing, wrong tries, waiting."""

from datetime import timedelta

import pytest

from desktop.domain.kinds import Role
from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.signin.presenter import SignInPresenter, SignInState
from tests.support.clock import Clock

MAYA = StaffRow(1, "maya", "Maya Chen", Role.RECEPTIONIST, "", has_pin=True)
RAO = StaffRow(2, "rao", "Sunita Rao", Role.MANAGER, "", has_pin=True)
ZHOU = StaffRow(3, "zhou", "周建国", Role.SPECIALIST, "", has_pin=False)
PEOPLE = (MAYA, RAO, ZHOU)


class Page:
    """A view, a check that answers when told to, and a list of who came in."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.checks: list[tuple] = []
        self.came: list[Person] = []
        self.presenter = SignInPresenter(self, lambda *call: self.checks.append(call), self.came.append, self.clock)

    def paint(self, state: SignInState) -> None:
        self.painted = state

    @property
    def state(self) -> SignInState:
        return self.presenter.state

    def refuse(self, code: str, **params: object) -> None:
        self.checks[-1][4](UserError(code, "pin", **params))

    def accept(self, row: StaffRow) -> None:
        self.checks[-1][3](row.as_person("D1"))


@pytest.fixture
def page() -> Page:
    page = Page()
    page.presenter.show(PEOPLE, "D1")
    return page


def test_nobody_is_chosen_at_first(page: Page) -> None:
    assert (page.state.person, page.state.can_type) == (None, False)


def test_who_was_here_last_is_chosen(page: Page) -> None:
    page.presenter.show(PEOPLE, "D1", likely="rao")
    assert page.state.person == RAO


def test_somebody_who_left_is_not_chosen(page: Page) -> None:
    page.presenter.show(PEOPLE, "D1", likely="gone")
    assert page.state.person is None


def test_the_only_person_is_chosen(page: Page) -> None:
    page.presenter.show((MAYA,), "D1")
    assert page.state.person == MAYA


def test_a_cover_offers_to_go_on_as_whoever_is_at_work(page: Page) -> None:
    page.presenter.show(PEOPLE, "D1", covering="maya", likely="rao")
    assert (page.state.chosen, page.state.covering) == ("maya", "maya")


def test_login_secret_and_desk_are_checked(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("123456")
    assert page.checks[0][:3] == ("maya", "123456", "D1")
    assert page.state.is_checking


def test_the_right_pin_lets_in(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("123456")
    page.accept(MAYA)
    assert page.came == [MAYA.as_person("D1")]
    assert not page.state.is_checking


def test_a_second_enter_while_checking_checks_nothing(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("123456")
    page.presenter.enter("123456")
    assert len(page.checks) == 1


@pytest.mark.parametrize(("secret", "by_passphrase"), [("12345", False), ("1234567", True)])
def test_what_is_too_short_to_be_right_costs_no_try(page: Page, secret: str, by_passphrase: bool) -> None:
    page.presenter.choose("maya")
    page.presenter.use_passphrase(by_passphrase)
    page.presenter.enter(secret)
    assert page.checks == []
    assert page.state.refusal is not None
    assert page.state.refusal.code == ("passphrase_too_short" if by_passphrase else "pin_too_short")


def test_nothing_typed_is_no_try(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("")
    assert (page.checks, page.state.refusal) == ([], None)


def test_a_wrong_pin_is_told_and_can_be_tried_again(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("999999")
    page.refuse("sign_in_failed", left=4)
    assert page.state.refusal is not None
    assert page.state.refusal.params["left"] == 4
    assert page.state.can_type


def test_a_wrong_passphrase_is_called_a_passphrase(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.use_passphrase(True)
    page.presenter.enter("wrong words")
    page.refuse("sign_in_failed", left=4)
    assert page.state.refusal is not None
    assert page.state.refusal.field == "passphrase"


def test_what_was_said_to_one_is_not_said_to_another(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("999999")
    page.refuse("sign_in_failed", left=4)
    page.presenter.choose("rao")
    assert page.state.refusal is None


def test_after_too_many_tries_one_waits_and_the_clock_is_shown(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("999999")
    page.refuse("locked_out", seconds=30)
    assert (page.state.is_locked, page.state.can_type, page.state.seconds_left(page.clock())) == (True, False, 30)
    page.clock.advance(timedelta(seconds=29, milliseconds=500))
    page.presenter.tick()
    assert (page.state.is_locked, page.state.seconds_left(page.clock())) == (True, 1)
    page.clock.advance(timedelta(seconds=1))
    page.presenter.tick()
    assert (page.state.is_locked, page.state.refusal, page.state.can_type) == (False, None, True)


def test_a_lock_belongs_to_one_person_and_waits_for_them(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("999999")
    page.refuse("locked_out", seconds=60)
    page.presenter.choose("rao")
    assert not page.state.is_locked
    page.presenter.choose("maya")
    assert page.state.seconds_left(page.clock()) == 60


def test_the_person_cannot_be_changed_while_a_pin_is_checked(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("123456")
    page.presenter.choose("rao")
    assert page.state.chosen == "maya"


def test_somebody_without_a_pin_is_told_so(page: Page) -> None:
    page.presenter.choose("zhou")
    assert (page.state.lacks_pin, page.state.needs_secret) == (True, False)
    page.presenter.enter("123456")
    assert page.checks == []
    page.presenter.add_pin("zhou")
    assert (page.state.lacks_pin, page.state.can_type) == (False, True)


def test_in_a_practice_desk_choosing_is_enough(page: Page) -> None:
    page.presenter.show(PEOPLE, "D1", training=True)
    page.presenter.choose("zhou")
    page.presenter.enter("")
    assert (page.came, page.checks) == ([ZHOU.as_person("D1")], [])


def test_cases_are_opened_at_the_desk_one_chose(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.choose_desk("D2")
    page.presenter.enter("123456")
    assert page.checks[0][2] == "D2"


def test_each_refused_try_empties_the_field(page: Page) -> None:
    page.presenter.choose("maya")
    page.presenter.enter("999999")
    page.refuse("sign_in_failed", left=4)
    page.presenter.enter("999999")
    page.refuse("sign_in_failed", left=3)
    assert page.state.tries == 2
