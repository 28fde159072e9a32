"""Quick picks of due times, and how late is told."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.kinds import Language
from desktop.ui.case.cards.due import DueText, Pick, is_offered, moment_of
from desktop.words import load_words
from tests.ui.case.cards.card_cases import NOW, SHANGHAI, at


@pytest.mark.parametrize(
    ("pick", "moment"),
    [
        (Pick.HOUR, datetime(2026, 11, 19, 15, 24, tzinfo=UTC)),
        (Pick.TONIGHT, datetime(2026, 11, 19, 15, 0, tzinfo=UTC)),
        (Pick.TOMORROW, datetime(2026, 11, 20, 2, 0, tzinfo=UTC)),
        (Pick.OWN, None),
    ],
)
def test_a_pick_means_a_time_on_the_sites_wall(pick, moment):
    assert moment_of(pick, NOW, SHANGHAI) == moment


def test_tonight_is_offered_until_half_an_hour_before():
    assert is_offered(Pick.TONIGHT, at(22, 30), SHANGHAI)
    assert not is_offered(Pick.TONIGHT, at(22, 31), SHANGHAI)
    assert is_offered(Pick.TOMORROW, at(23, 50), SHANGHAI)


def test_tomorrow_is_ten_oclock_also_when_the_clock_is_put_back():
    berlin = ZoneInfo("Europe/Berlin")
    eve = datetime(2026, 10, 24, 20, 0, tzinfo=berlin)
    moment = moment_of(Pick.TOMORROW, eve, berlin)
    assert moment == datetime(2026, 10, 25, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "text", "tone", "icon"),
    [
        (timedelta(minutes=-14), "0:14 over", "p1", "triangle-alert"),
        (timedelta(days=-3), "3 days over", "p1", "triangle-alert"),
        (timedelta(0), "by 22:24", "p2", "clock"),
        (timedelta(minutes=60), "by 23:24", "p2", "clock"),
        (timedelta(minutes=61), "23:25", "ink2", ""),
        (timedelta(hours=12), "Fri 10:24", "ink2", ""),
    ],
)
def test_what_is_late_or_soon_says_so_in_words_and_icon(qapp, left, text, tone, icon):
    look = DueText(load_words(Language.EN), SHANGHAI).look(NOW + left, NOW)
    assert (look.text.replace(" d ", " days "), look.tone, look.icon) == (text, tone, icon)
