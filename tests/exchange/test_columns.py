import pytest

from desktop.errors import UserError
from desktop.exchange.columns import COLUMNS, recognise

LEAST = ["received_at", "channel", "text"]


def refusal(header, column_map=None):
    with pytest.raises(UserError) as refused:
        recognise(header, column_map)
    return refused.value.code, refused.value.params.get("columns")


@pytest.mark.parametrize("names", [list(COLUMNS), list(COLUMNS.values()), [n.upper() for n in COLUMNS]])
def test_every_column_is_known_by_its_english_and_its_chinese_name(names):
    assert recognise(names).columns == tuple(COLUMNS)
    assert recognise(names[::-1]).columns == tuple(COLUMNS)[::-1]


@pytest.mark.parametrize("name", ["Received at", "received-at", " RECEIVED_AT ", "ｒｅｃｅｉｖｅｄ＿ａｔ", "受理 时间"])
def test_spelling_width_and_case_make_no_difference(name):
    assert recognise([name, "channel", "text"]).columns[0] == "received_at"


def test_what_we_do_not_know_is_kept():
    layout = recognise([*LEAST, "Loyalty level", "", "天气"])
    assert layout.columns == (*LEAST, None, None, None)
    assert layout.header[3:] == ("Loyalty level", "", "天气")


def test_a_word_from_our_screens_gives_way_to_the_column_itself():
    assert recognise([*LEAST, "mood"]).columns[3] == "emotion"
    assert recognise([*LEAST, "mood", "emotion"]).columns[3:] == (None, "emotion")


def test_a_map_goes_before_what_we_would_understand():
    assert recognise(["Wann", "Weg", "Was"], {"wann": "received_at", "Weg": "channel", "Was": "text"}).columns == tuple(
        LEAST
    )
    assert recognise([*LEAST, "guest"], {"guest": "received_by"}).columns[3] == "received_by"


def test_what_is_wrong_with_a_header_is_named():
    assert refusal(["2026-06-01 09:00", "phone", "lift"]) == ("csv_no_header", None)
    assert refusal(["a", "b"]) == ("csv_no_header", None)
    assert refusal(["guest", "room", "channel"]) == ("csv_missing_column", ["text", "received_at"])
    assert refusal(["text", "投诉内容", "channel", "received_at"]) == ("csv_duplicate_column", ["text"])
    assert refusal([*LEAST, "who"], {"who": "text"}) == ("csv_duplicate_column", ["text"])


def test_row_and_reason_of_rejected_rows_are_passed_over_only_where_we_put_them():
    assert recognise(["row", "reason", *LEAST]).columns == ("row", "reason", *LEAST)
    assert recognise([*LEAST, "row", "reason"]).columns[3:] == (None, None)
