from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.kinds import Channel, Flag, Property, RemedyKind
from desktop.domain.money import Currency
from desktop.errors import UserError
from desktop.exchange.given import Given, Place
from desktop.words.resources import load_taxonomy

PLACE = Place(
    ZoneInfo("Asia/Shanghai"),
    Currency("CNY", 2, "¥"),
    load_taxonomy(Property.HOTEL),
    datetime(2026, 11, 19, tzinfo=UTC),
)


def value(raw: object) -> Given:
    return Given({"x": raw}, PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-01 09:00",
        "2026-06-01T09:00:00",
        "2026-06-01T01:00Z",
        "2026-06-01T03:00:00+02:00",
        "2026/6/1 9:00",
        "2026/06/01 09:00:00",
        "2026.6.1 9:00",
        "2026年6月1日 9:00",
        "２０２６／６／１　９：００",
    ],
)
def test_times_are_read_as_log_books_write_them(text):
    assert value(text).time("x") == datetime(2026, 6, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["2026-06-01", "2026/13/1 9:00", "9:00", "2026/6/1 25:00", "1/6/2026 9:00", "2026/6/1 9"]
)
def test_a_time_that_could_mean_anything_is_refused(text):
    with pytest.raises(UserError, match="bad_time"):
        value(text).time("x")


@pytest.mark.parametrize(("text", "flags"), [
    ("vip;injury", {"vip", "injury"}), ("injury vip", {"vip", "injury"}), ("VIP、有人受伤", {"vip", "injury"}),
    ("vip, vip", {"vip"}), ("public post | fire", {"public_post", "fire"}), ("监管部门（12315）", {"regulator"}),
    ("", set()),
])  # fmt: skip
def test_several_flags_fit_in_one_cell(text, flags):
    assert set(value(text).codes("x", Flag, "flag")) == flags


def test_remedies_keep_their_order():
    kinds = value("gift; spoken apology; gift").codes_as_given("x", RemedyKind, "remedy")
    assert kinds == (RemedyKind.GIFT, RemedyKind.SPOKEN_APOLOGY)


@pytest.mark.parametrize(("raw", "yes"), [
    ("yes", True), ("是", True), ("1", True), (True, True), ("no", False), ("否", False), ("0", False), ("", False),
    (None, False), (" ", False),
])  # fmt: skip
def test_yes_and_no_are_read_and_blank_is_no(raw, yes):
    assert value(raw).yes("x") is yes


@pytest.mark.parametrize(
    ("raw", "number"), [("3", 3), (3, 3), ("３", 3), ("severe", None), ("严重", 3), ("", None), ("-3", None)]
)
def test_a_degree_is_a_number_or_its_word(raw, number):
    if number is None and raw:
        with pytest.raises(UserError, match="bad_number"):
            value(raw).whole("x", 1, 4, "severity")
    else:
        assert value(raw).whole("x", 1, 4, "severity") == number


@pytest.mark.parametrize(
    ("raw", "minor"), [("128", 12_800), ("128.5", 12_850), ("0", 0), (7, 700), ("１２８．００", 12_800), ("", None)]
)
def test_sums_are_exact_and_may_be_nothing(raw, minor):
    assert value(raw).amount("x") == minor


def test_a_category_is_found_by_code_name_or_path():
    assert [value(t).category("x") for t in ("H01-5", "h01-5", "电梯", "设施 / 电梯", "")] == ["H01-5"] * 4 + [None]


def test_a_refused_code_tells_what_would_do():
    with pytest.raises(UserError) as refusal:
        value("pigeon").code("x", Channel, "channel")
    assert refusal.value.params["allowed"] == [channel.value for channel in Channel]


def test_a_day_is_read_either_way():
    assert [value(text).day("x") for text in ("2026-06-01", "2026/6/1", "")] == [
        date(2026, 6, 1),
        date(2026, 6, 1),
        None,
    ]
