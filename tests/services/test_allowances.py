"""What may still be given, told before it is offered: the same sums that the guard of 'proposed' counts."""

from datetime import UTC, datetime

import pytest

from desktop.domain.authority import AuthorityLeft
from desktop.services.desk import Desk
from tests.support.acts import Story
from tests.support.clock import Clock
from tests.support.staffed import DeskMaker


def left(story: Story, number: str, login: str) -> AuthorityLeft:
    return story.desk.allowances.left(number, story.desk.staff.person(login, "D1"))


def gift(amount: str) -> list[dict[str, str]]:
    return [{"kind": "gift", "amount": amount}]


@pytest.fixture
def story(desk: Desk) -> Story:
    return Story(desk)


def test_each_role_begins_with_its_limits_and_the_owner_has_none(story: Story) -> None:
    number = story.open()
    assert left(story, number, "rita") == AuthorityLeft(200_00, 2_000_00)
    assert left(story, number, "sam") == AuthorityLeft(1_000_00, 10_000_00)
    assert left(story, number, "mark") == AuthorityLeft(5_000_00, None)
    assert left(story, number, "owner") == AuthorityLeft(None, None)
    assert left(story, number, "ana") == AuthorityLeft(0, 0)


def test_what_stands_on_the_case_counts_for_everybody_and_the_month_for_whoever_gave(story: Story) -> None:
    number = story.opened("assessed")
    story.act("propose", number, by="sam", remedies=gift("150.10"))
    assert left(story, number, "rita") == AuthorityLeft(49_90, 2_000_00)
    assert left(story, number, "sam") == AuthorityLeft(849_90, 9_849_90)
    story.refused("propose", number, by="rita", remedies=gift("49.91"))
    story.act("propose", number, by="rita", remedies=gift("49.90"))
    assert left(story, number, "rita") == AuthorityLeft(0, 1_950_10)


def test_what_a_law_sets_and_what_was_taken_back_counts_for_nobody(story: Story) -> None:
    number = story.opened("assessed")
    law = [{"kind": "statutory_sum", "amount": "500.00", "law_card": "cpl-55"}]
    story.act("propose", number, by="mark", remedies=law)
    assert left(story, number, "mark") == AuthorityLeft(5_000_00, None)
    story.act("propose", number, by="sam", remedies=gift("100.00"))
    story.act("propose", number, by="sam", remedies=gift("30.00"), replaces=True)
    assert left(story, number, "sam") == AuthorityLeft(970_00, 9_970_00)


def test_a_month_ends_with_the_sites_own_midnight(make_desk: DeskMaker, clock: Clock) -> None:
    desk = make_desk(now=clock)
    story = Story(desk, datetime(2026, 11, 30, 15, 59, tzinfo=UTC))  # 23:59 in Shanghai
    clock.set(story.at)
    number = story.opened("assessed")
    story.act("propose", number, by="sam", remedies=gift("100.00"))
    assert left(story, number, "sam").month == 9_900_00
    clock.set(story.wait(minutes=1))
    assert left(story, number, "sam") == AuthorityLeft(900_00, 10_000_00)


def test_the_departments_are_those_that_people_and_open_tasks_name(story: Story) -> None:
    number = story.open()
    story.act("staff", login="eng", name="Eng Zhou", role="specialist", department="Engineering")
    story.act("task", number, title="Look", department="Housekeeping")
    assert story.desk.allowances.departments() == ("Engineering", "Housekeeping")
