import re
import zoneinfo

import pytest

from desktop.words import country_of_zone, currency_of_country, load_currencies
from desktop.words.resources import _merge


@pytest.mark.parametrize(
    ("code", "digits", "symbol"),
    [
        ("CNY", 2, "¥"),
        ("HKD", 2, "HK$"),
        ("JPY", 0, "¥"),
        ("KRW", 0, "₩"),
        ("VND", 0, "₫"),
        ("KWD", 3, "KD"),
        ("BHD", 3, "BD"),
    ],
)
def test_a_currency_knows_its_places_and_its_sign(code, digits, symbol):
    currency = load_currencies()[code]
    assert (currency.code, currency.digits, currency.symbol) == (code, digits, symbol)


def test_the_table_of_currencies_is_well_formed():
    for code, currency in load_currencies().items():
        assert re.fullmatch(r"[A-Z]{3}", code)
        assert currency.digits in (0, 2, 3)
        assert currency.symbol.strip()


@pytest.mark.parametrize(
    ("zone", "country", "currency"),
    [
        ("Asia/Shanghai", "CN", "CNY"),
        ("Asia/Urumqi", "CN", "CNY"),
        ("Asia/Chongqing", "CN", "CNY"),
        ("PRC", "CN", "CNY"),
        ("Asia/Hong_Kong", "HK", "HKD"),
        ("Asia/Macau", "MO", "MOP"),
        ("Asia/Taipei", "TW", "TWD"),
        ("Europe/London", "GB", "GBP"),
        ("Europe/Berlin", "DE", "EUR"),
        ("America/New_York", "US", "USD"),
        ("Asia/Saigon", "VN", "VND"),
        ("Iceland", "IS", "ISK"),
    ],
)
def test_a_zone_tells_the_country_and_its_currency(zone, country, currency):
    assert country_of_zone(zone) == country
    assert currency_of_country(country) == currency


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT+8", "CET", "Nowhere/Land", ""])
def test_a_zone_without_a_place_tells_no_country(zone):
    assert country_of_zone(zone) is None


def test_every_country_of_the_table_has_a_known_currency_and_none_has_two():
    known = load_currencies()
    zones = zoneinfo.available_timezones()
    paid_in = {currency_of_country(country_of_zone(zone) or "") for zone in zones} - {None}
    assert paid_in == set(known)


def test_a_country_that_is_not_in_the_table_has_no_currency():
    assert currency_of_country("AQ") is None


def test_a_text_that_stands_twice_is_noticed():
    texts = {"error": {"missing": "a"}}
    with pytest.raises(ValueError, match=r"error\.missing stands twice"):
        _merge(texts, {"error": {"missing": "b"}}, "en.more.toml")
    with pytest.raises(ValueError, match="no section 'errors'"):
        _merge(texts, {"errors": {}}, "en.more.toml")
