"""What early warnings say, in both languages."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.domain.kinds import Language, Property
from desktop.domain.shifts import Shift
from desktop.words import load_words
from desktop.words.resources import load_taxonomy
from desktop.words.warnings import dismissal_text, warning_text, warning_title

EN, ZH = load_words(Language.EN), load_words(Language.ZH)
ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 8, 16, tzinfo=UTC)  #: Monday 9 November, 00:00 at the site

WEEK = EarlyWarning("week:2026-11-09", "c_chart", MONDAY, "", "", "", 34, Decimal("31.28"), ())
RATED = replace(WEEK, rule="u_chart")
RUN = replace(WEEK, key="run:2026-11-09:above", rule="run", count=21, limit=Decimal("18.42"))
CLUSTER = EarlyWarning("cluster:x", "cluster", MONDAY, "H01-1", "evening", "shift", 6, None, ())


@pytest.mark.parametrize(
    ("warning", "english", "chinese"),
    [
        (WEEK, "Week 46: 34 complaints, above the limit of 31.28", "第 46 周：34 件投诉，高于上限 31.28"),
        (
            RATED,
            "Week 46: 34 complaints, above the limit of 31.28 for its room-nights",
            "第 46 周：34 件投诉，高于按间夜数算出的上限 31.28",
        ),
        (RUN, "Eight weeks in a row above the usual 18.42", "连续八周高于平常的 18.42 件"),
        (replace(RUN, side=-1), "Eight weeks in a row below the usual 18.42", "连续八周低于平常的 18.42 件"),
        (
            CLUSTER,
            "Facilities / Air-con, evening shift: 6 complaints within 7 days",
            "晚班，设施 / 空调：7 天内 6 件投诉",
        ),
        (
            replace(CLUSTER, where="12F", where_kind="place"),
            "Facilities / Air-con, 12F: 6 complaints within 7 days",
            "12F，设施 / 空调：7 天内 6 件投诉",
        ),
    ],
)
def test_a_title_says_what_and_where(warning: EarlyWarning, english: str, chinese: str) -> None:
    taxonomy = load_taxonomy(Property.HOTEL)
    assert warning_title(warning, EN, taxonomy, ZONE) == english
    assert warning_title(warning, ZH, taxonomy, ZONE) == chinese


def test_a_shop_counts_by_its_sales() -> None:
    title = warning_title(RATED, EN, load_taxonomy(Property.RETAIL), ZONE)
    assert title.endswith("for its sales")


def test_a_shift_that_the_site_named_is_called_so() -> None:
    peak = Shift("peak", "Peak hours", 600, 900)
    warning = replace(CLUSTER, where="peak")
    assert "Peak hours" in warning_title(warning, EN, load_taxonomy(Property.HOTEL), ZONE, (peak,))
    assert ", peak:" in warning_title(warning, EN, load_taxonomy(Property.HOTEL), ZONE)


@pytest.mark.parametrize("warning", [WEEK, RATED, RUN, replace(RUN, side=-1), CLUSTER])
def test_a_text_is_one_sentence_and_shows_no_placeholder(warning: EarlyWarning) -> None:
    english, chinese = warning_text(warning, EN, ZONE), warning_text(warning, ZH, ZONE)
    assert english.endswith(".")
    assert chinese.endswith("。")
    assert not set(english + chinese) & set("{}[]")
    assert english.count(". ") == 0


def test_since_when_is_told_in_the_sites_time() -> None:
    assert "9 Nov" in warning_text(WEEK, EN, ZONE)
    assert "11月9日 00:00" in warning_text(CLUSTER, ZH, ZONE)


def test_a_place_with_marks_of_its_own_stays_plain_text_on_one_line() -> None:
    hostile = replace(CLUSTER, where="\u202e<img src=x>\n{limit}[a]", where_kind="place")
    title = warning_title(hostile, EN, load_taxonomy(Property.HOTEL), ZONE)
    assert "<img src=x> {limit}[a]" in title
    assert "\n" not in title


def test_who_put_it_aside_is_told_with_the_reason() -> None:
    assert dismissal_text(WEEK, EN, ZONE) == ""
    aside = replace(WEEK, dismissed_at=MONDAY, dismissed_by="mark", reason="A trade fair.")
    assert dismissal_text(aside, EN, ZONE, "Mark") == "Put aside by Mark on 9 Nov 00:00: A trade fair."
    assert dismissal_text(aside, ZH, ZONE) == "mark 于 11月9日 00:00 搁置：A trade fair."
