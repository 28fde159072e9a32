"""Room-nights and sales as they are entered (figures.md, rate)."""

from datetime import date
from fractions import Fraction

import pytest

from desktop.domain.figures.shapes import Span
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.services.desk import Desk
from tests.services.settings_desk import Settled
from tests.services.settings_desk import settled as settle
from tests.support.clock import EVENING

NOV = Span(date(2026, 11, 1), date(2026, 12, 1))


@pytest.fixture
def settled(desk: Desk) -> Settled:
    return settle(desk)


def test_a_month_is_known_once_it_was_entered(settled: Settled) -> None:
    desk = settled.desk
    assert desk.activity.of(NOV) is None
    desk.activity.set(settled.person(), date(2026, 11, 1), date(2026, 11, 30), 3000)
    assert desk.activity.of(NOV) == 3000
    assert desk.activity.of(Span(date(2026, 11, 1), date(2026, 11, 8))) == Fraction(700)
    assert desk.activity.of(Span(date(2026, 10, 31), date(2026, 11, 8))) is None


def test_a_later_entry_holds_on_its_days_and_both_are_told(settled: Settled) -> None:
    desk = settled.desk
    desk.activity.set(settled.person(), date(2026, 11, 1), date(2026, 11, 30), 3000)
    desk.activity.set(settled.person("owner"), date(2026, 11, 30), date(2026, 11, 30), 0)
    assert desk.activity.of(NOV) == 2900
    newest, oldest = desk.activity.entered()
    assert (newest.value, newest.by, newest.at, oldest.value) == (0, "owner", EVENING, 3000)
    assert settled.entries()[-2:] == [("mark", "activity"), ("owner", "activity")]


@pytest.mark.parametrize("login", ["ana", "sam", "rita"])
def test_only_who_may_change_settings_enters_activity(settled: Settled, login: str) -> None:
    day = date(2026, 11, 1)
    refusal = settled.refused(settled.desk.activity.set, settled.person(login), day, day, 1)
    assert refusal == ("not_allowed", "by")


@pytest.mark.parametrize(
    ("first", "last", "value", "refusal"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), 1, ("backward_span", "until")),
        (date(2026, 11, 1), date(9999, 12, 31), 1, ("bad_date", "until")),
        (date(1, 1, 1), date(2026, 11, 1), 1, ("bad_date", "from")),
        (date(2026, 11, 1), date(2026, 11, 1), -1, ("activity_bad", "value")),
        (date(2026, 11, 1), date(2026, 11, 1), 2**63, ("activity_bad", "value")),
    ],
)
def test_what_can_not_be_is_refused(
    settled: Settled, first: date, last: date, value: int, refusal: tuple[str, str]
) -> None:
    assert settled.refused(settled.desk.activity.set, settled.person(), first, last, value) == refusal


def test_the_longest_span_can_be_entered(desk: Desk) -> None:
    manager: Person = desk.staff.person("mark", "D1")
    desk.activity.set(manager, date(1970, 1, 1), date(9998, 12, 31), 10**12)
    assert desk.activity.of(NOV) == Fraction(30 * 10**12, (date(9998, 12, 31) - date(1970, 1, 1)).days + 1)
    with pytest.raises(UserError):
        desk.activity.set(manager, date(1969, 12, 31), date(1970, 1, 1), 1)
