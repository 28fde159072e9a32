import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.words import load_words
from tests.support.acts import CLOSING, Story
from tests.support.exchanging import (
    LEAST,
    import_file,
    importer,
    read_lines,
    read_table,
    write_csv,
    write_lines,
)
from tests.support.staffed import contents

EN, ZH = load_words(Language.EN), load_words(Language.ZH)

FULL = LEAST | {
    "type": "complaint",
    "guest": "陈薇玲",
    "phone": "+86 138 0013 8000",
    "room": "1208",
    "reference": "B-77",
    "place": "Lobby",
    "category": "H01-5",
    "severity": "3",
    "scope": "party",
    "emotion": "3",
    "flags": "vip;public_post",
    "received_by": "rita",
    "responded_at": "2026-06-01 09:05",
    "resolved_at": "2026-06-01 10:00",
    "closed_at": "2026-06-03 12:00",
    "handed_over": "no",
    "outcome": "upheld",
    "closure": "monetary",
    "root_cause": "equipment",
    "compensation": "128.50",
    "remedy": "refund_part",
    "satisfaction": "4",
    "recommend": "9",
    "survey_asked": "yes",
    "lesson": "Service the lift.",
    "external_id": "A-1",
}
CHINESE = {
    "类型": "投诉", "受理时间": "2026/6/1 9:00", "渠道": "前台", "投诉内容": "The lift is stuck.", "客人": "陈薇玲",
    "电话": "+86 138 0013 8000", "房号": "1208", "单号": "B-77", "地点": "Lobby", "类别": "电梯", "严重度": "严重",
    "影响范围": "同行的人", "情绪": "生气", "标记": "VIP、已公开发帖", "受理人": "Rita",
    "首次响应时间": "2026/6/1 9:05", "解决时间": "2026/6/1 10:00", "结案时间": "2026/6/3 12:00", "是否转交": "否",
    "责任认定": "成立", "结案方式": "金钱补救",
    "根本原因": "设备", "补偿金额": "128.5", "补救方式": "部分退款", "满意度": "4", "推荐意愿": "９", "已回访": "是",
    "改进": "Service the lift.", "外部编号": "A-1",
}  # fmt: skip


def imported(desk, tmp_path, *rows, **options):
    """Imports rows that fit and returns the cases in the order in which they were received."""
    options.setdefault("progress", lambda _done, _total: None)
    result = import_file(desk, write_csv(tmp_path / "log.csv", rows), **options)
    assert [(p.row, EN.error(p.error)) for p in result.problems] == []
    return [desk.reader.document(number, desk.now()) for number in numbers(desk)]


def numbers(desk):
    with desk.workspace.database.reading() as connection:
        return connection.exec_driver_sql("SELECT number FROM cases ORDER BY received_at, id").scalars().all()


def problems(desk, path, **options):
    result = import_file(desk, path, **options)
    return [(p.row, p.error.code, p.error.field) for p in result.problems]


def refused_file(desk, path, **options):
    before = contents(desk.workspace.folder)
    with pytest.raises(UserError) as refusal:
        import_file(desk, path, **options)
    assert contents(desk.workspace.folder) == before
    assert "!" not in EN.error(refusal.value)
    return refusal.value.code


# What comes in


def test_three_columns_are_enough(desk, tmp_path):
    [case] = imported(desk, tmp_path, LEAST)
    assert case["number"] == "HH-D1-20260601-0001"
    assert (case["type"], case["state"], case["imported"]) == ("complaint", "new", True)
    assert (case["score"], case["band"], case["band_rule"]) == (20, "P4", "points")
    assert case["respond_due"] == "2026-06-01T13:00:00+08:00"
    assert case["resolve_due"] == "2026-06-04T09:00:00+08:00"
    assert (case["shift"], case["shift_date"], case["desk"]) == ("day", "2026-06-01", "D1")


def test_every_column_finds_its_place(desk, tmp_path):
    [case] = imported(desk, tmp_path, FULL)
    told = {name: case[name] for name in FULL if name in case and not name.endswith(("_at", "_by")) and name != "guest"}
    same = {k: v for k, v in FULL.items() if k in told}
    whole = {"severity": 3, "emotion": 3, "flags": ["public_post", "vip"], "handed_over": False}
    assert told == same | whole
    assert (case["guest"]["name"], case["guest"]["phone"]) == ("陈薇玲", "+86 138 0013 8000")
    assert case["first_response_at"] == case["acknowledged_at"] == "2026-06-01T09:05:00+08:00"
    assert (case["resolved_at"], case["closed_at"]) == ("2026-06-01T10:00:00+08:00", "2026-06-03T12:00:00+08:00")
    assert (case["received_by"], case["resolved_by"], case["state"]) == ("rita", "rita", "closed")
    assert case["survey"] == {"overall": 4, "recommend": 9}
    [remedy] = case["remedies"]
    assert (remedy["kind"], remedy["amount"], remedy["by"]) == ("refund_part", "128.50", "rita")
    assert case["rank"] is None


def test_chinese_headers_words_and_times_mean_the_same(make_desk, clock, tmp_path):
    english, chinese = make_desk(now=clock), make_desk(now=clock)
    (tmp_path / "zh").mkdir()
    [case] = imported(english, tmp_path, FULL)
    [same] = imported(chinese, tmp_path / "zh", CHINESE)
    assert same == case


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_the_encoding_is_told_apart(desk, tmp_path, encoding):
    import_file(desk, write_csv(tmp_path / "log.csv", [CHINESE], encoding))
    assert desk.reader.document(numbers(desk)[0], desk.now())["guest"]["name"] == "陈薇玲"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_signs_between_the_cells_are_understood(desk, tmp_path, delimiter):
    path = tmp_path / "log.csv"
    path.write_text(delimiter.join(LEAST) + "\n" + delimiter.join(LEAST.values()) + "\n", encoding="utf-8")
    assert import_file(desk, path).imported == 1


def test_a_map_gives_their_columns_our_names(desk, tmp_path):
    row = {"Eingang": "2026-06-01 09:00", "Weg": "phone", "Text": "Der Aufzug steht.", "Zimmer": "1208"}
    path = write_csv(tmp_path / "log.csv", [row])
    assert refused_file(desk, path) == "csv_missing_column"
    import_file(desk, path, column_map={"Eingang": "received_at", "Weg": "渠道", "Zimmer": "room"})
    case = desk.reader.document(numbers(desk)[0], desk.now())
    assert (case["channel"], case["room"], case["text"]) == ("phone", "1208", "Der Aufzug steht.")


def test_unknown_columns_are_kept_as_a_note_and_found(desk, tmp_path):
    [case] = imported(desk, tmp_path, LEAST | {"Loyalty level": "platinum", "天气": "暴雨", "Fax": ""})
    assert [note["text"] for note in case["notes"]] == ["Loyalty level: platinum\n天气: 暴雨"]
    assert [found.number for found in desk.finder.find("platinum 暴雨").rows] == [case["number"]]


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "@x", "-", "+", "\ttab", "'tis", "a\r\nb\nc", '"quoted", he said'])
def test_a_text_is_kept_character_for_character_but_for_the_mark_of_an_export(desk, tmp_path, text):
    [case] = imported(desk, tmp_path, LEAST | {"text": text})
    assert case["text"] == {"'=1+1": "=1+1"}.get(text, text)


def test_strange_but_real_characters_stay(desk, tmp_path):
    text = "\u202eright to left\u202c zero\u200bwidth \x85 \U0001f621 \ufeffmark"
    [case] = imported(desk, tmp_path, LEAST | {"text": text})
    assert case["text"] == text


# States and times


@pytest.mark.parametrize(
    ("times", "state"),
    [
        ({}, "new"),
        ({"responded_at": 5}, "acknowledged"),
        ({"resolved_at": 60}, "resolved"),
        ({"responded_at": 5, "resolved_at": 60, "closed_at": 90}, "closed"),
        ({"closed_at": 90}, "closed"),
        ({"resolved_at": 60, "reopened_at": 70}, "investigating"),
        ({"resolved_at": 60, "closed_at": 65, "reopened_at": 70}, "investigating"),
        ({"resolved_at": 60, "closed_at": 65, "reopened_at": 70, "resolved_again_at": 80}, "resolved"),
        ({"resolved_at": 60, "reopened_at": 70, "resolved_again_at": 80, "closed_at": 90}, "closed"),
        ({"resolved_at": 60, "reopened_at": 70, "closed_at": 90}, "closed"),
    ],
)
def test_the_state_is_what_the_times_show(desk, tmp_path, times, state):
    start = datetime(2026, 6, 1, 9, tzinfo=UTC)
    row = LEAST | {"received_at": start.isoformat()}
    row |= {name: (start + timedelta(minutes=minutes)).isoformat() for name, minutes in times.items()}
    [case] = imported(desk, tmp_path, row)
    assert case["state"] == state
    assert (case["rank"] is None) == (state in ("resolved", "closed"))


def test_a_state_that_is_given_is_taken_as_it_was(desk, tmp_path):
    [case] = imported(desk, tmp_path, LEAST | {"state": "已撤回", "closed_at": "2026-06-02 10:00"})
    assert (case["state"], case["ended_at"], case["rank"]) == ("withdrawn", "2026-06-02T10:00:00+08:00", None)


def test_who_waits_for_the_guest_stands_in_the_queue_without_a_running_clock(desk, tmp_path):
    [case] = imported(desk, tmp_path, LEAST | {"state": "waiting_guest", "responded_at": "2026-06-01 09:05"})
    assert (case["resolve_due"], case["next_due"], case["rank"]) == (None, None, 1)


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        ({"responded_at": "2026-06-01 08:59"}, "before_received", "responded_at"),
        ({"responded_at": "2026-06-01 10:00", "resolved_at": "2026-06-01 09:30"}, "runs_backwards", "resolved_at"),
        ({"resolved_at": "2026-06-01 10:00", "closed_at": "2026-06-01 09:30"}, "runs_backwards", "closed_at"),
        ({"resolved_at": "2026-06-02 10:00", "reopened_at": "2026-06-01 09:30"}, "runs_backwards", "reopened_at"),
        (
            {
                "resolved_at": "2026-06-01 10:00",
                "reopened_at": "2026-06-03 10:00",
                "resolved_again_at": "2026-06-02 10:00",
            },
            "runs_backwards",
            "resolved_again_at",
        ),
        ({"received_at": "9999-12-31 23:59"}, "bad_time", "received_at"),
        ({"received_at": "9998-06-01 09:00"}, "in_future", "received_at"),
        ({"received_at": "2026-02-30 09:00"}, "bad_time", "received_at"),
        ({"received_at": "yesterday"}, "bad_time", "received_at"),
        ({"received_at": ""}, "missing", "received_at"),
        ({"text": " \u3000"}, "missing", "text"),
        ({"channel": ""}, "missing", "channel"),
        ({"channel": "pigeon"}, "bad_value", "channel"),
        ({"type": "rant"}, "bad_value", "type"),
        ({"category": "H77-1"}, "unknown_category", "category"),
        ({"severity": "5"}, "bad_number", "severity"),
        ({"emotion": "-1"}, "bad_number", "emotion"),
        ({"satisfaction": "0"}, "bad_number", "satisfaction"),
        ({"recommend": "11"}, "bad_number", "recommend"),
        ({"flags": "vip;loud"}, "bad_value", "flags"),
        ({"handed_over": "perhaps"}, "bad_value", "handed_over"),
        ({"compensation": "1e3"}, "bad_amount", "compensation"),
        ({"compensation": "-5"}, "bad_amount", "compensation"),
        ({"compensation": "1.234"}, "bad_amount", "compensation"),
        ({"remedy": "a kiss"}, "bad_value", "remedy"),
        ({"root_cause": "the moon"}, "bad_value", "root_cause"),
        ({"text": "a\0b"}, "bad_characters", "text"),
        ({"text": "a\x07b"}, "bad_characters", "text"),
        ({"guest": "Tan\0"}, "bad_characters", "guest"),
        ({"text": "x" * 1_000_000}, "too_long", "text"),
        ({"room": "x" * 2_000}, "too_long", "room"),
        ({"weather": "x\x01"}, "bad_characters", "note"),
    ],
)
def test_one_bad_value_is_named_and_nothing_goes_in(desk, tmp_path, row, code, field):
    path = write_csv(tmp_path / "log.csv", [LEAST, LEAST | {"text": "second"} | row, LEAST | {"text": "third"}])
    before = contents(desk.workspace.folder)
    assert problems(desk, path) == [(3, code, field)]
    assert contents(desk.workspace.folder) == before


def test_nothing_lies_ahead_in_a_live_workspace(make_desk, clock, tmp_path):
    live, practice = make_desk(now=clock, training=False), make_desk(now=clock)
    tomorrow = (clock() + timedelta(days=1)).isoformat()
    path = write_csv(tmp_path / "log.csv", [LEAST | {"received_at": tomorrow}])
    assert problems(live, path) == [(2, "in_future", "received_at")]
    assert problems(practice, path) == []  # practice acts bear their own times


# People, guests, sums


def test_a_person_nobody_knows_stays_as_text(desk, tmp_path):
    [case] = imported(desk, tmp_path, LEAST | {"received_by": "夜班 老王", "resolved_at": "2026-06-01 10:00"})
    assert (case["received_by"], case["resolved_by"]) == ("夜班 老王", "夜班 老王")


def test_what_was_handed_over_was_resolved_by_somebody_else(desk, tmp_path):
    row = LEAST | {"received_by": "rita", "resolved_at": "2026-06-01 10:00", "handed_over": "1"}
    [case] = imported(desk, tmp_path, row)
    assert (case["received_by"], case["resolved_by"], case["handed_over"]) == ("rita", None, True)


def test_the_same_phone_is_the_same_guest_in_the_file_and_in_the_workspace(desk, tmp_path):
    story = Story(desk, at=datetime(2026, 5, 1, tzinfo=UTC))
    story.open(guest={"name": "Tan", "phone": "+44 7700 900123"})
    rows = [LEAST | {"phone": "(44) 7700-900 123", "text": str(n), "category": "H01-5"} for n in range(2)]
    rows[1]["received_at"] = "2026-06-02 09:00"
    imported(desk, tmp_path, *rows, LEAST | {"guest": "Tan", "text": "another Tan"})
    history = desk.guests.history_of("447700900123")
    assert history is not None
    assert history.total == 3
    parts = [{p["part"]: p["points"] for p in desk.reader.document(n, desk.now())["points"]} for n in numbers(desk)]
    assert [p.get("repeat") for p in parts] == [None, 5, None, 8]  # a name alone only suggests


def test_a_phone_that_belonged_to_a_merged_record_leads_to_the_one_that_was_kept(desk, tmp_path):
    story = Story(desk, at=datetime(2026, 5, 1, tzinfo=UTC))
    story.open(guest={"name": "Tan", "phone": "+44 7700 900123"})
    story.open(guest={"name": "Tan Wei Ling", "phone": "+44 7700 900555"})
    kept, merged = (desk.guests.history_of(phone).guest.id for phone in ("447700900123", "447700900555"))
    desk.guests.merge(kept, merged, desk.staff.person("mark", "D1"))
    imported(desk, tmp_path, LEAST | {"phone": "+44 7700 900555", "text": "later"})
    history = desk.guests.history_of_guest(kept)
    assert history is not None
    assert history.total == 3


def test_an_old_sum_weighs_on_nobody_s_authority(desk, tmp_path):
    now = desk.now().isoformat()
    paid = LEAST | {
        "received_at": now,
        "received_by": "rita",
        "compensation": "1999",
        "remedy": "gift",
        "resolved_at": now,
    }
    imported(desk, tmp_path, paid)
    story = Story(desk, by="rita")
    number = story.opened("investigating")
    story.act("propose", number, remedies=[{"kind": "gift", "amount": "200"}])


def test_several_remedies_share_one_sum_that_counts_once(desk, tmp_path):
    [case] = imported(desk, tmp_path, LEAST | {"remedy": "口头致歉、赠礼；部分退款", "compensation": "50"})
    assert [(r["kind"], r["amount"]) for r in case["remedies"]] == [
        ("spoken_apology", "0.00"), ("gift", "50.00"), ("refund_part", "0.00"),
    ]  # fmt: skip
    assert case["compensation"] == "50.00"


# What becomes of it later


def test_what_happens_later_meets_every_guard(desk, tmp_path):
    story = Story(desk, at=datetime(2026, 6, 1, 2, tzinfo=UTC))
    [case] = imported(desk, tmp_path, LEAST | {"responded_at": "2026-06-01 09:05"})
    number = case["number"]
    with pytest.raises(UserError, match="wrong_state"):
        story.act("resolve", number, told_by="phone", answer="accepted")
    with pytest.raises(UserError, match="incomplete_assessment"):
        story.act("assess", number)
    story.lead(number, "closed", since="acknowledged")
    assert story.state(number) == "closed"
    with desk.workspace.database.reading() as connection:
        assert desk.journal.first_break(connection) is None


def test_a_reopened_case_comes_back_one_band_up_with_a_fresh_target(desk, tmp_path):
    row = LEAST | {
        "responded_at": "2026-06-01 09:05",
        "resolved_at": "2026-06-01 10:00",
        "reopened_at": "2026-06-05 10:00",
    }
    [case] = imported(desk, tmp_path, row)
    assert (case["band"], case["band_rule"]) == ("P2", "reopened")
    assert case["resolve_due"] == case["next_due"] == "2026-06-05T18:00:00+08:00"


def test_a_case_resolved_lately_is_called_and_an_old_one_is_left_in_peace(desk, tmp_path):
    lately, long_ago = (desk.now() - timedelta(days=days) for days in (3, 60))
    rows = [
        LEAST | {"text": str(t), "received_at": t.isoformat(), "resolved_at": t.isoformat()} for t in (lately, long_ago)
    ]
    imported(desk, tmp_path, *rows, rows[0] | {"text": "asked", "satisfaction": "5"})
    assert desk.queue.counts(desk.now()).follow_ups == 1


def test_new_cases_get_their_numbers_and_places_among_the_imported_ones(desk, tmp_path):
    today = desk.now().isoformat()
    imported(desk, tmp_path, *(LEAST | {"received_at": today, "text": str(n)} for n in range(3)))
    story = Story(desk)
    assert story.open() == "HH-D1-20261119-0004"
    imported(desk, tmp_path, LEAST | {"received_at": today, "text": "later"})
    assert [n[-4:] for n in numbers(desk)] == ["0001", "0002", "0003", "0004", "0005"]
    assert [found.number[-4:] for found in desk.finder.find("lift").rows] == ["0004"]


# The history


def test_the_history_tells_what_came_in(desk, tmp_path):
    [case] = imported(desk, tmp_path, FULL)
    [entry] = case["history"]
    assert (entry["act"], entry["by"]) == ("import", "mark")
    told = {change["field"]: change["after"] for change in entry["changes"]}
    assert (told["text"], told["state"], told["severity"]) == (FULL["text"], "closed", 3)
    with desk.workspace.database.reading() as connection:
        assert desk.journal.first_break(connection) is None
        last = connection.exec_driver_sql("SELECT act, case_id, changes FROM history ORDER BY id DESC").first()
    assert last == ("import", None, '{"imported":[null,1],"rejected":[null,0],"skipped":[null,0]}')


def test_a_backup_is_made_before_the_first_change(desk, tmp_path):
    seen = []
    service = importer(desk, lambda: seen.append(len(numbers(desk))))
    service.import_file(write_csv(tmp_path / "log.csv", [LEAST]), desk.staff.person("mark", "D1"), dry_run=True)
    assert seen == []
    service.import_file(write_csv(tmp_path / "log.csv", [LEAST]), desk.staff.person("mark", "D1"))
    assert seen == [0]


@pytest.mark.parametrize("login", ["sam", "rita", "ana"])
def test_import_is_the_managers(desk, tmp_path, login):
    assert refused_file(desk, write_csv(tmp_path / "log.csv", [LEAST]), by=login) == "not_allowed"


# Rows that are there, rows that can't be taken


def test_rows_that_are_there_are_skipped_and_counted(desk, tmp_path):
    rows = [LEAST | {"external_id": "A-1"}, LEAST | {"text": "x", "room": "1"}, LEAST | {"text": "x", "room": "2"}]
    path = write_csv(tmp_path / "log.csv", [*rows, rows[1]])
    result = import_file(desk, path)
    assert (result.imported, result.skipped) == (3, 1)
    again = import_file(desk, write_csv(tmp_path / "log.csv", [*rows, LEAST | {"external_id": "A-1", "text": "y"}]))
    assert (again.imported, again.skipped) == (0, 4)
    assert len(numbers(desk)) == 3


def test_a_dry_run_tells_the_same_and_changes_nothing(desk, tmp_path):
    path = write_csv(tmp_path / "log.csv", [LEAST, LEAST, LEAST | {"text": "other"}])
    before = contents(desk.workspace.folder)
    dry = import_file(desk, path, dry_run=True, rejects=tmp_path / "bad.csv")
    assert (dry.imported, dry.skipped, dry.rejected) == (2, 1, 0)
    assert contents(desk.workspace.folder) == before
    assert not (tmp_path / "bad.csv").exists()
    assert import_file(desk, path) == dry


def test_with_a_file_for_rejects_the_good_rows_go_in(desk, tmp_path):
    rows = [
        LEAST | {"text": f"=text {n}", "severity": "9" if n % 2 else "", "mood of staff": "'tired"} for n in range(6)
    ]
    rejects = tmp_path / "bad.csv"
    result = import_file(desk, write_csv(tmp_path / "log.csv", rows), rejects=rejects, words=ZH)
    assert (result.imported, result.rejected, len(numbers(desk))) == (3, 3, 3)
    bad = read_table(rejects)
    assert [row["row"] for row in bad] == ["3", "5", "7"]
    assert bad[0]["reason"] == ZH.error(result.problems[0].error)
    assert bad[0]["text"] == "'=text 1"

    put_right = [dict(row) | {"severity": "3"} for row in bad]
    assert import_file(desk, write_csv(rejects, put_right)).imported == 3
    texts = {desk.reader.document(number, desk.now())["text"] for number in numbers(desk)}
    assert texts == {f"=text {n}" for n in range(6)}
    notes = {desk.reader.document(number, desk.now())["notes"][0]["text"] for number in numbers(desk)}
    assert notes == {"mood of staff: 'tired"}


def test_where_the_rejects_cannot_be_written_nothing_goes_in(desk, tmp_path):
    path = write_csv(tmp_path / "log.csv", [LEAST, LEAST | {"severity": "9"}])
    assert refused_file(desk, path, rejects=tmp_path / "missing" / "bad.csv") == "file_unwritable"


def test_an_open_quote_in_row_3_of_2000_costs_that_row_only(desk, tmp_path):
    path = write_csv(tmp_path / "log.csv", (LEAST | {"text": f"no {n}, said he"} for n in range(2, 2_001)))
    lines = path.read_bytes().split(b"\r\n")
    lines[2] = b'2026-06-01 09:00,counter,"no end'
    path.write_bytes(b"\r\n".join(lines))
    assert problems(desk, path) == [(3, "csv_unclosed_quote", "row")]
    assert numbers(desk) == []
    assert import_file(desk, path, rejects=tmp_path / "bad.csv").imported == 1_998
    assert "no end" in (tmp_path / "bad.csv").read_text(encoding="utf-8")


def test_a_ragged_row_is_named(desk, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("received_at,channel,text\n2026-06-01 09:00,phone,lift, again\n", encoding="utf-8")
    assert problems(desk, path) == [(2, "csv_ragged", "row")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf\r\n", "file_empty"),
        (b"2026-06-01 09:00,phone,lift\r\n", "csv_no_header"),
        (b"text,room\r\nlift,1208\r\n", "csv_missing_column"),
        (b"text,received_at,channel,\xe6\x8a\x95\xe8\xaf\x89\xe5\x86\x85\xe5\xae\xb9\r\n", "csv_duplicate_column"),
        (b"text,received_at,channel\r\nd\xe9j\xe0,x,y\r\n", "file_encoding"),
        (b'"text,received_at\r\n', "csv_unclosed_quote"),
    ],
)
def test_a_file_that_is_no_log_book_is_refused_as_a_whole(desk, tmp_path, content, code):
    (tmp_path / "log.csv").write_bytes(content)
    assert refused_file(desk, tmp_path / "log.csv") == code


@pytest.mark.parametrize(
    ("name", "code"), [("log.pdf", "file_kind"), ("log.csv", "file_missing"), ("log.jsonl", "file_missing")]
)
def test_a_file_of_another_kind_or_none_at_all_is_said(desk, tmp_path, name, code):
    assert refused_file(desk, tmp_path / name) == code


def test_a_header_alone_brings_nothing_and_is_no_mistake(desk, tmp_path):
    (tmp_path / "log.csv").write_text("text,channel,received_at\n", encoding="utf-8")
    assert import_file(desk, tmp_path / "log.csv").imported == 0


def test_progress_is_told_up_to_the_last_row(desk, tmp_path):
    seen = []
    path = write_csv(tmp_path / "log.csv", (LEAST | {"text": str(n)} for n in range(120)))
    import_file(desk, path, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (240, 240)
    assert sorted(seen) == seen


def test_a_preview_shows_how_the_columns_are_understood(desk, tmp_path):
    path = write_csv(tmp_path / "log.csv", [CHINESE | {"天气": "雨"}])
    preview = importer(desk).preview(path)
    assert preview.columns[:3] == ("type", "received_at", "channel")
    assert (preview.header[-1], preview.columns[-1], preview.total) == ("天气", None, 1)
    assert preview.rows[0][0] == 2


# JSON Lines


def test_a_plain_object_is_enough(desk, tmp_path):
    plain = {
        **LEAST,
        "guest": {"name": "Tan", "vip": True},
        "flags": ["injury"],
        "severity": 4,
        "mood": "bad",
        "room": 7,
    }
    assert import_file(desk, write_lines(tmp_path / "in.jsonl", [plain])).imported == 1
    case = desk.reader.document(numbers(desk)[0], desk.now())
    assert (case["band_rule"], case["room"], case["guest"]["vip"]) == ("floor:injury", "7", True)
    assert [note["text"] for note in case["notes"]] == ["mood: bad"]


def test_a_number_is_kept_unless_it_is_taken(desk, tmp_path):
    rows = [LEAST | {"number": "XX-K2-20260601-0007", "text": str(n)} for n in range(2)]
    rows += [LEAST | {"text": "none"}, LEAST | {"number": "HH-D1-20260601-0001", "text": "kept"}]
    import_file(desk, write_lines(tmp_path / "in.jsonl", rows))
    texts = {n: desk.reader.document(n, desk.now())["text"] for n in numbers(desk)}
    assert texts == {
        "XX-K2-20260601-0007": "0",
        "HH-D1-20260601-0002": "1",
        "HH-D1-20260601-0003": "none",
        "HH-D1-20260601-0001": "kept",
    }


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (r'"text": "a\ud800b"', "bad_characters"),
        (r'"text": "a\u0000b"', "bad_characters"),
        ('"text": ["a"]', "bad_value"),
        ('"number": "HH-1"', "bad_value"),
        ('"number": "HH-D1-20261301-0001"', "bad_value"),
        ('"received_at": 5', "bad_time"),
        ('"channel": 3', "bad_value"),
        ('"notes": [{"text": ""}]', "missing"),
        ('"notes": "loud"', "bad_value"),
        ('"desk": "at the door"', "desk_code_bad"),
        ('"severity": 1e400', "bad_number"),
        ('"history": [{"act": "DROP", "at": "2026-06-01 09:00"}]', "bad_value"),
        ('"history": [{"act": "note", "at": "9998-06-01 09:00"}]', "in_future"),
        ('"x": NaN', "bad_json"),
        ('"x": ' + "[" * 100_000, "bad_json"),
        ('"x": 1', "bad_json"),
    ],
)
def test_an_object_that_cannot_be_taken_is_set_aside_as_it_came(desk, tmp_path, more, code):
    path = tmp_path / "in.jsonl"
    own = {name: value for name, value in LEAST.items() if f'"{name}"' not in more}
    line = json.dumps(own)[:-1] + ", " + more + ("" if more == '"x": 1' else "}")
    path.write_text(f"\n{line}\n", encoding="utf-8")
    rejects = tmp_path / "bad.jsonl"
    assert [(row, c) for row, c, _ in problems(desk, path, rejects=rejects)] == [(2, code)]
    [bad] = read_lines(rejects)
    assert bad["row"] == 2
    assert bad["reason"]
    assert numbers(desk) == []


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv"])
def test_what_was_practised_stays_out_of_a_live_workspace(make_desk, clock, tmp_path, name):
    marked = LEAST | {"training": "yes" if name.endswith("csv") else True}
    path = (write_csv if name.endswith("csv") else write_lines)(tmp_path / name, [marked])
    assert refused_file(make_desk(now=clock, training=False), path) == "export_training_into_live"
    assert import_file(make_desk(now=clock), path).imported == 1


def test_a_closed_case_that_was_imported_can_be_reopened(desk, tmp_path):
    closed = (desk.now() - timedelta(days=2)).isoformat()
    [case] = imported(desk, tmp_path, LEAST | {"resolved_at": closed, "closed_at": closed})
    story = Story(desk)
    story.act("reopen", case["number"], reason="it drips again")
    assert story.case(case["number"])["band_rule"] == "reopened"
    assert CLOSING  # the acts that end it again are told in the stories of cases


def test_the_map_file_is_read_and_checked(tmp_path: Path) -> None:
    from desktop.exchange.columns import read_map

    path = tmp_path / "map.toml"
    path.write_text('"Eingang" = "received_at"\n"Zimmer" = "房号"\n', encoding="utf-8")
    assert read_map(path) == {"Eingang": "received_at", "Zimmer": "room"}
    for content in ("x = [", '"Zimmer" = "number"', '"Zimmer" = 3'):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(UserError) as refusal:
            read_map(path)
        assert refusal.value.code == "map_bad"
        assert "{" not in ZH.error(refusal.value)
