import codecs

import pytest

from desktop.errors import UserError
from desktop.exchange.decoding import decode

TABLE = "受理时间,渠道,投诉内容\r\n2026-06-01 09:00,柜台,一直等到晚上，空调还是滴水 ☂\r\n"
WESTERN = "received_at,channel,text\r\n2026-06-01 09:00,counter,Le café à côté était fermé, très déçu\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_chinese_comes_back_from_every_encoding_that_log_books_use(encoding):
    assert decode(TABLE.encode(encoding)) == TABLE


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)])
def test_utf_16_is_known_by_its_mark_and_without_it(encoding, mark):
    table = "received_at,channel,text\r\n2026-06-01 09:00,counter,一天都没有热水\r\n"
    assert decode(mark + table.encode(encoding)) == table
    assert decode(table.encode(encoding)) == table


def test_only_the_mark_at_the_beginning_is_taken_off():
    assert decode("\ufeff\ufeffa".encode()) == "\ufeffa"


@pytest.mark.parametrize(
    "data",
    [
        WESTERN.encode("cp1252"),
        TABLE.encode("utf-8")[:-10] + b"\xff" + TABLE.encode("utf-8")[-10:],
        TABLE.encode("big5", "ignore").replace(b"\xa4", b"\xff"),
        codecs.BOM_UTF8 + "空调".encode("gb18030"),
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF32_LE + TABLE.encode("utf-32-le"),
        b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)),
    ],
    ids=["western", "damaged UTF-8", "neither", "false mark", "half a character", "UTF-32", "a picture"],
)
def test_what_cannot_be_told_is_refused_rather_than_guessed(data):
    with pytest.raises(UserError) as refusal:
        decode(data)
    assert refusal.value.code == "file_encoding"


def test_a_zero_byte_in_utf_8_makes_no_utf_16_of_it():
    assert decode(b"text\r\na\0b\r\n") == "text\r\na\0b\r\n"
