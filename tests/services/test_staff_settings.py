"""The staff list: coming, changing, leaving with cases in hand, and coming back."""

import pytest

from desktop.domain.commands import AddTask, SetStaff
from desktop.domain.kinds import Role
from desktop.errors import UserError
from desktop.services.desk import Desk
from tests.services.settings_desk import Settled, settled
from tests.support.acts import Story
from tests.support.clock import Clock
from tests.support.sites import OWNER
from tests.support.staffed import DeskMaker


@pytest.fixture
def at(desk: Desk) -> Settled:
    return settled(desk)


def row(at: Settled, login: str) -> object:
    return next(row for row in at.desk.staff.everyone() if row.login == login)


def test_a_new_colleague_has_no_pin_yet(at: Settled) -> None:
    ben = at.settings.staff.add(at.person(), "ben", "Ben Okoro", Role.RECEPTIONIST, "Front office")
    assert (ben.name, ben.role, ben.department, ben.has_pin) == ("Ben Okoro", Role.RECEPTIONIST, "Front office", False)


@pytest.mark.parametrize("login", ["rita", "RITA", "ｒｉｔａ"])
def test_a_login_belongs_to_one_person(at: Settled, login: str) -> None:
    assert at.refused(at.settings.staff.add, at.person(), login, "Rita", Role.SPECIALIST) == ("login_taken", "login")


def test_the_login_of_somebody_who_left_stays_theirs(at: Settled) -> None:
    at.settings.staff.leave(at.person(), "rita")
    assert at.refused(at.settings.staff.add, at.person(), "rita", "Rita", Role.SPECIALIST) == ("login_taken", "login")


def test_a_change_made_from_an_older_row_is_refused(at: Settled) -> None:
    seen = row(at, "rita")
    at.settings.staff.change(at.person(), seen, "Rita Rossi", Role.SPECIALIST, "Bar")
    refused = at.refused(at.settings.staff.change, at.person("owner"), seen, "Rita R", Role.RECEPTIONIST, "")
    assert refused == ("settings_changed_meanwhile", "version")


def test_a_manager_touches_no_owner(at: Settled) -> None:
    staff, mark = at.settings.staff, at.person()
    assert at.refused(staff.change, mark, row(at, OWNER), "O", Role.OWNER, "") == ("not_allowed", "role")
    assert at.refused(staff.leaving, mark, OWNER) == ("not_allowed", "by")
    assert at.refused(staff.leave, mark, OWNER) == ("not_allowed", "by")


def test_who_leaves_signs_in_no_longer_and_stands_at_the_end_of_the_list(make_desk: DeskMaker, clock: Clock) -> None:
    at = settled(make_desk(training=False, now=clock))
    at.desk.staff.give_secret(at.person(OWNER), "rita", "161803")
    at.settings.staff.leave(at.person(), "rita")
    with pytest.raises(UserError) as refused:
        at.desk.staff.sign_in("rita", "161803", "D1")
    assert refused.value.code == "no_such_person"
    assert [row.login for row in at.desk.staff.everyone()][-1] == "rita"
    assert "rita" not in [row.login for row in at.desk.staff.people()]
    back = at.settings.staff.come_back(at.person(), "rita")
    assert (back.active, back.has_pin) == (True, False)


def test_the_last_owner_cannot_leave(at: Settled) -> None:
    staff = at.settings.staff
    assert at.refused(staff.leave, at.person(OWNER), OWNER) == ("staff_last_owner", "login")
    at.desk.cases.perform(SetStaff("zoe", "Zoe", Role.OWNER), at.person(OWNER))
    staff.leave(at.person("zoe"), OWNER)
    assert at.refused(staff.leave, at.person("zoe"), "zoe") == ("staff_last_owner", "login")


def test_nobody_takes_themselves_off_the_list(at: Settled) -> None:
    assert at.refused(at.settings.staff.leave, at.person(), "mark") == ("staff_self_leaving", "login")


def test_open_cases_are_named_and_somebody_must_take_them(at: Settled) -> None:
    story = Story(at.desk)
    numbers = [story.open() for _ in range(2)]
    for number in numbers:
        story.act("take", number, by="sam")
    done = story.opened("closed", by="owner", opened_by="sam")
    assert done not in numbers
    leaving = at.settings.staff.leaving(at.person(), "sam")
    assert [case.number for case in leaving.cases] == numbers
    assert at.refused(at.settings.staff.leave, at.person(), "sam") == ("staff_has_cases", "cases_to")
    at.settings.staff.leave(at.person(), "sam", "rita")
    assert [story.case(number)["owner"] for number in numbers] == ["rita", "rita"]
    assert [entry["act"] for entry in story.case(numbers[0])["history"]][-1] == "hand_over"


def test_open_cases_may_wait_for_whoever_takes_them(at: Settled) -> None:
    story = Story(at.desk)
    number = story.open()
    story.act("take", number, by="sam")
    at.settings.staff.leave(at.person(), "sam", "")
    assert story.case(number)["owner"] is None
    story.act("take", number, by="rita")


@pytest.mark.parametrize(
    ("to", "code"), [("ana", "cannot_own_cases"), ("nobody", "no_such_person"), ("sam", "no_such_person")]
)
def test_cases_go_only_to_somebody_who_may_have_them(at: Settled, to: str, code: str) -> None:
    story = Story(at.desk)
    story.act("take", story.open(), by="sam")
    assert at.refused(at.settings.staff.leave, at.person(), "sam", to) == (code, "cases_to")


def test_open_tasks_go_the_same_way(at: Settled) -> None:
    story = Story(at.desk)
    number = story.open()
    at.desk.cases.perform(AddTask(number, title="Dry the carpet", to="rita"), at.person())
    assert at.settings.staff.leaving(at.person(), "rita").tasks == 1
    at.settings.staff.leave(at.person(), "rita", "sam")
    assert at.settings.staff.leaving(at.person(), "sam").tasks == 1


@pytest.mark.parametrize("login", ["nobody", "\ud800", "\0"])
def test_somebody_who_is_not_on_the_list_neither_leaves_nor_comes_back(at: Settled, login: str) -> None:
    assert at.refused(at.settings.staff.leave, at.person(), login) == ("no_such_person", "login")
    assert at.refused(at.settings.staff.come_back, at.person(), login) == ("no_such_person", "login")
