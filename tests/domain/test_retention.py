from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.retention import DAYS, MONTHS, RECENT, WEEKS, kept

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 1, 1, tzinfo=UTC)

moments = st.integers(0, 800 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
many = st.lists(moments, max_size=300)


def every(span: timedelta, count: int) -> list[datetime]:
    return [START + span * n for n in range(count)]


def test_the_newest_48_stay() -> None:
    made = every(timedelta(minutes=30), 60)
    assert kept(made, SHANGHAI) >= set(made[-RECENT:])


def test_of_older_days_the_last_backup_stays() -> None:
    days = every(timedelta(hours=1), 24 * 5)  # 00:00 UTC is 08:00 in Shanghai
    stay = kept(days, SHANGHAI)
    older = sorted(moment for moment in stay if moment not in days[-RECENT:])
    assert [moment.astimezone(SHANGHAI).hour for moment in older] == [23] * len(older)
    assert len(older) == 3


def test_a_season_without_backups_takes_nothing_away() -> None:
    before = every(timedelta(days=1), 20)
    after = [before[-1] + timedelta(days=200)]
    assert kept(before + after, SHANGHAI) >= {*before[-DAYS + 1 :], *after}


def test_a_year_of_half_hours_comes_down_to_a_handful() -> None:
    stay: set[datetime] = set()
    for moment in every(timedelta(minutes=30), 48 * 400):
        stay = set(kept(stay | {moment}, SHANGHAI)) if moment.hour == 0 else stay | {moment}
    assert len(stay) <= RECENT + 48 + DAYS + WEEKS + MONTHS
    assert len({(m.astimezone(SHANGHAI).year, m.astimezone(SHANGHAI).month) for m in stay}) == MONTHS


@given(many)
def test_nothing_is_kept_that_was_not_made_and_never_too_much(made: list[datetime]) -> None:
    stay = kept(made, SHANGHAI)
    assert stay <= set(made)
    assert len(stay) <= RECENT + DAYS + WEEKS + MONTHS
    assert len(stay) >= min(len(set(made)), RECENT)


@given(many)
def test_clearing_away_twice_takes_no_more_than_once(made: list[datetime]) -> None:
    once = kept(made, SHANGHAI)
    assert kept(once, SHANGHAI) == once


@given(many.filter(bool))
def test_the_newest_backup_always_stays(made: list[datetime]) -> None:
    assert max(made) in kept(made, SHANGHAI)


@given(many)
def test_each_of_the_last_twelve_months_with_backups_keeps_its_last(made: list[datetime]) -> None:
    last_of = {(m.astimezone(SHANGHAI).year, m.astimezone(SHANGHAI).month): m for m in sorted(made)}
    assert set(sorted(last_of.values())[-MONTHS:]) <= kept(made, SHANGHAI)
