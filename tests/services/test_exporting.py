import json
import random
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.services.desk import Desk
from tests.support.acts import Story
from tests.support.exchanging import (
    LEAST,
    export_file,
    import_file,
    read_lines,
    read_table,
    write_csv,
    write_lines,
)

#: The columns of interfaces.md, in their order.
COLUMNS = """
    type received_at channel text guest phone room reference place category severity scope emotion flags state
    received_by responded_at resolved_at closed_at reopened_at resolved_again_at handed_over outcome closure root_cause
    compensation remedy satisfaction recommend survey_asked lesson external_id
"""
#: What depends on the workspace or its clock.
ELSEWHERE = {"imported", "rank", "late", "effective_band"}


def told_stories(desk: Desk) -> Story:
    """Cases in every state that acts lead to, with everything that hangs on them."""
    story = Story(desk, at=datetime(2026, 11, 1, 2, tzinfo=UTC))
    guest = {"name": "陈薇玲", "honorific": "ms", "phone": "+44 7700 900123", "email": "chen@example.com", "vip": True}
    full = story.open(
        guest=guest, room="1208", reference="B-77", place="Lobby", text="=1+1\r\n“The lift”, she said",
        expected="a lift", actual="stairs", gap=3, wants=["apology"], on_behalf_of="her mother", flags=["public_post"],
        problem_date="2026-10-31", written=True, on_the_spot=True,
    )  # fmt: skip
    story.wait(minutes=5)
    story.act("note", full, text="the lift again @ noon")
    story.act("contact", full, text="called her", medium="phone", **{"with": "Ms Chen"})
    story.act("take", full)
    story.act("hand_over", full, to="sam", department="Engineering")
    story.lead(full, "investigating", since="acknowledged", severity=3, time_pressure="now", impact="late for a flight")
    story.act("confirm_facts", full, text="the fuse")
    story.act("propose", full, remedies=[{"kind": "gift", "amount": "12.50", "note": "fruit"}], solution="a new fuse")
    story.act("propose", full, remedies=[{"kind": "refund_part", "amount": "80"}], replaces=True)
    work_on(story, full)
    story.wait(hours=1)
    story.lead(full, "resolved", since="proposed", by="sam")
    story.act("survey", full, overall=4, recommend=9, came_back=True)
    story.lead(full, "closed", since="resolved")
    story.wait(days=1)
    story.act("reopen", full, reason="it sticks again")
    story.act("promise", full, text="we look again", due="2026-11-04 09:00")
    waiting = story.opened("assessed", category="H01-5")
    story.act("wait", waiting, **{"for": "guest"})
    story.act("promise", waiting, text="we write tonight", due="2026-11-02 20:00")
    story.act("restrict", waiting, restricted=True, reason="delicate")
    story.wait(minutes=30)
    asleep = story.opened("investigating", category="H01-5")
    story.act("wait", asleep, **{"for": "department", "reason": "a spare part"})
    overridden = story.lead(story.open(room="3"), "acknowledged")
    story.act("override", overridden, band="P1", reason="the press is here")
    story.act("withdraw", story.open(room="4"), reason="she left")
    story.act("duplicate", story.open(room="5"), of=full)
    story.act("not_complaint", story.open(room="6", anonymous=True), reason="a joke")
    story.act("resolve", story.open(type="enquiry", text="When is breakfast?"))
    story.act("settle", story.open(room="7"), remedies=[{"kind": "waive", "amount": "20"}],
              category="H01-5", severity=1, scope="one", emotion=1)  # fmt: skip
    return story


def work_on(story: Story, number: str) -> None:
    """Tasks, promises, requests, people and a pause, some of them done with and some not."""
    story.act("task", number, title="fetch a fuse", department="Engineering", due="2026-11-01 12:00")
    story.act("task", number, title="thank the porter", to="rita")
    story.act("promise", number, text="we call at noon", due="2026-11-01 12:00")
    story.act("promise", number, text="a quiet room", due="2026-11-01 18:00")
    story.act("wait", number, **{"for": "guest", "reason": "she is out"})
    story.wait(minutes=17)
    story.act("resume", number)
    story.act("involve", number, login="sam")
    story.act("involve", number, login="rita")
    story.act("propose", number, by="rita", remedies=[{"kind": "gift", "amount": "900", "note": "a watch"}], ask=True,
              replaces=True, solution="a watch")  # fmt: skip
    story.act("decline", number, by="sam", reason="too much")
    story.act("propose", number, by="rita", remedies=[{"kind": "voucher", "amount": "300"}], ask=True)
    story.act("approve", number, by="sam")
    story.act("propose", number, by="rita", remedies=[{"kind": "voucher", "amount": "700"}], ask=True)
    story.act("task_done", number, task=1, by="sam")
    story.act("task_done", number, task=2)
    story.act("promise_kept", number, promise=1)
    story.act("promise_cancelled", number, promise=2, reason="the house is full")


def comparable(objects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Case objects without what depends on the workspace; guests keep other numbers elsewhere."""
    for item in objects:
        for name in ELSEWHERE:
            del item[name]
        for entry in item["history"]:
            entry["changes"] = [change for change in entry["changes"] if change["field"] != "guest_id"]
    return objects


def test_json_lines_out_and_in_again_are_the_same(make_desk, clock, tmp_path):
    here, there = make_desk(now=clock), make_desk(now=clock)
    told_stories(here)
    out = export_file(here, tmp_path / "out.jsonl")
    result = import_file(there, out)
    assert (result.imported, result.problems) == (9, ())
    again = export_file(there, tmp_path / "again.jsonl")
    assert comparable(read_lines(again)) == comparable(read_lines(out))
    assert [row.number for row in there.queue.page(clock()).rows] == [
        row.number for row in here.queue.page(clock()).rows
    ]
    assert there.queue.counts(clock()) == here.queue.counts(clock())
    with there.workspace.database.reading() as connection:
        assert there.journal.first_break(connection) is None
    for words in ("fuse", "noon", "called", "陈薇玲", "900123"):
        assert [f.number for f in there.finder.find(words).rows] == [f.number for f in here.finder.find(words).rows]
    assert import_file(there, out).skipped == 9


def test_a_case_goes_on_where_it_stood(make_desk, clock, tmp_path):
    here, there = make_desk(now=clock), make_desk(now=clock)
    story = told_stories(here)
    out = export_file(here, tmp_path / "out.jsonl")
    import_file(there, out)
    stories = [story, Story(there, at=story.at)]
    for told in stories:
        told.wait(hours=1)
        told.act("assess", "HH-D1-20261101-0001", severity=1, emotion=0, flags=[], time_pressure="none", scope="one")
        told.act("assess", "HH-D1-20261102-0001", severity=1)
        told.act("propose", "HH-D1-20261101-0001", remedies=[{"kind": "gift", "amount": "5"}])
    for number in ("HH-D1-20261101-0001", "HH-D1-20261102-0001"):
        cases = comparable([told.case(number) for told in stories])
        assert cases[0] == cases[1]
    with pytest.raises(UserError, match="runs_backwards"):
        stories[1].act("note", "HH-D1-20261101-0001", text="before", at="2026-11-01T00:00:00Z")


def test_an_object_is_what_the_case_verb_prints_and_says_that_it_was_practised(desk, clock, tmp_path):
    story = told_stories(desk)
    story.at = clock()
    for item in read_lines(export_file(desk, tmp_path / "out.jsonl")):
        assert item.pop("training") is True
        assert item == json.loads(json.dumps(story.case(item["number"])))
        assert "external_id" in item


def test_a_live_desk_marks_nothing(make_desk, clock, tmp_path):
    live = make_desk(now=clock, training=False)
    import_file(live, write_csv(tmp_path / "log.csv", [LEAST]))
    assert "training" not in read_lines(export_file(live, tmp_path / "out.jsonl"))[0]
    assert list(read_table(export_file(live, tmp_path / "out.csv"))[0]) == COLUMNS.split()


def test_a_table_has_our_columns_in_order_and_a_mark_for_excel(desk, tmp_path):
    told_stories(desk)
    out = export_file(desk, tmp_path / "out.csv")
    assert out.read_bytes().startswith(b"\xef\xbb\xbftype,received_at,")
    rows = read_table(out)
    assert list(rows[0]) == [*COLUMNS.split(), "training"]
    first = rows[0]
    assert first["text"] == "'=1+1\r\n“The lift”, she said"
    assert first["phone"] == "'+44 7700 900123"
    assert first["received_at"] == "2026-11-01T10:00:00+08:00"
    assert (first["handed_over"], first["survey_asked"], first["flags"]) == ("yes", "yes", "public_post")
    assert (first["remedy"], first["compensation"]) == ("refund_part;voucher", "380.00")
    assert first["satisfaction"] == "4"
    assert (first["received_by"], first["reopened_at"]) == ("mark", "2026-11-02T11:22:00+08:00")
    assert all(row["training"] == "yes" for row in rows)


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_a_table_out_and_in_again_is_the_same(make_desk, clock, tmp_path, name):
    here, there = make_desk(now=clock), make_desk(now=clock)
    told_stories(here)
    out = export_file(here, tmp_path / name)
    assert import_file(there, out).problems == ()
    assert read_table(export_file(there, tmp_path / "again.csv")) == read_table(export_file(here, tmp_path / "out.csv"))
    assert import_file(there, out).skipped == 9


storable = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, {*range(32)} - {9, 10, 13}))),
    max_size=30,
) | st.text(alphabet="'=+-@\t\r\n\",;_x0D5F空", max_size=12)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(storable, max_size=20, unique=True))
def test_every_text_survives_the_way_out_and_in(make_desk, tmp_path, texts):
    here, there = make_desk(), make_desk()
    kept = [text for text in texts if not is_blank(text)]
    rows = [LEAST | {"text": text, "lesson": text, "room": str(n)} for n, text in enumerate(kept)]
    assert import_file(here, write_lines(tmp_path / "in.jsonl", [*rows, LEAST])).problems == ()
    kept.append(LEAST["text"])
    for name in ("out.csv", "out.xlsx", "out.jsonl"):
        out = export_file(here, tmp_path / name)
        target = there if name == "out.csv" else make_desk()
        assert import_file(target, out).problems == ()
        cases = read_lines(export_file(target, tmp_path / "again.jsonl"))
        assert [case["text"] for case in cases] == kept
        assert [case["lesson"] for case in cases] == [*kept[:-1], ""]


# Who gets what


def test_an_analyst_gets_the_cases_without_the_guests_names(desk, tmp_path):
    told_stories(desk)
    for name in ("out.csv", "out.jsonl"):
        text = export_file(desk, tmp_path / name, by="ana").read_text(encoding="utf-8-sig")
        assert "The lift" in text
        for secret in ("陈薇玲", "900123", "chen@example.com", "her mother", "Ms Chen"):
            assert secret not in text, secret


@pytest.mark.parametrize("login", ["sam", "rita"])
def test_others_export_nothing(desk, tmp_path, login):
    with pytest.raises(UserError, match="not_allowed"):
        export_file(desk, tmp_path / "out.csv", by=login)
    assert list(tmp_path.glob("out*")) == []


# Which cases, and the file itself


def test_a_span_counts_local_days_with_both_ends(desk, tmp_path):
    days = ["2026-06-01 00:00", "2026-06-01 23:59", "2026-06-02 00:00", "2026-06-03 12:00"]
    import_file(desk, write_csv(tmp_path / "log.csv", (LEAST | {"received_at": day, "text": day} for day in days)))

    def exported(**span: date) -> list[str]:
        return [row["text"] for row in read_table(export_file(desk, tmp_path / "out.csv", **span))]

    assert exported() == days
    assert exported(first=date(2026, 6, 1), until=date(2026, 6, 1)) == days[:2]
    assert exported(first=date(2026, 6, 2)) == days[2:]
    assert exported(until=date(2026, 6, 2)) == days[:3]
    assert exported(until=date.max) == days


def test_an_older_file_is_replaced_and_stays_where_the_new_one_fails(desk, tmp_path):
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")
    import_file(desk, write_csv(tmp_path / "log.csv", [LEAST | {"text": "长" * 40_000}]))
    with pytest.raises(UserError, match="cell_too_long"):
        export_file(desk, out)
    assert out.read_bytes() == b"old"
    export_file(desk, tmp_path / "out.csv")
    assert read_table(export_file(desk, tmp_path / "out.csv"))[0]["text"] == "长" * 40_000
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["log.csv", "out.csv", "out.xlsx"]


@pytest.mark.parametrize(("name", "code"), [("out.pdf", "file_kind"), ("missing/out.csv", "file_unwritable")])
def test_a_file_that_cannot_be_written_is_said(desk, tmp_path, name, code):
    with pytest.raises(UserError, match=code):
        export_file(desk, tmp_path / name)


# Thousands of real texts

TEXTS = Path(__file__).parents[3] / "shared" / "data" / "texts"
BANDS = ("P1", "P2", "P3", "P4")
TARGETS = {"P1": (10, 120), "P2": (30, 480), "P3": (60, 1_440), "P4": (240, 4_320)}


def real_texts() -> Iterator[str]:
    """Every hotel review, the Chinese ones first."""
    for name in ("zh_hotel_negative.jsonl", "en_hotel_negative.jsonl"):
        path = TEXTS / name
        if not path.exists():
            pytest.skip("the real texts are not here")
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line:
                yield json.loads(line)["text"]


def made_up_rows(texts: list[str], now: datetime) -> list[dict[str, str]]:
    """A row for every text, with times of the last days and ratings, the same on every run."""
    dice = random.Random(7)
    rows = []
    for place, text in enumerate(texts):
        received = now - timedelta(minutes=dice.randrange(4 * 1_440))
        answered = dice.random() < 0.4
        rows.append(
            {
                "received_at": received.isoformat(timespec="seconds"),
                "channel": dice.choice(["counter", "phone", "ota", "regulator"]),
                "text": text,
                "room": str(place),
                "severity": dice.choice(["", "1", "2", "3", "4"]),
                "scope": dice.choice(["", "one", "party", "several", "site"]),
                "emotion": dice.choice(["", "0", "1", "2", "3", "4"]),
                "flags": dice.choice(["", "", "", "vip", "public_post;vulnerable", "injury"]),
                "responded_at": received.isoformat(timespec="seconds") if answered else "",
            }
        )
    return rows


def worked_out(row: dict[str, str], place: int, now: datetime) -> tuple[object, ...]:
    """Where a row stands in the queue, from domain.md 4 and 5 alone."""
    flags = set(filter(None, row["flags"].split(";")))
    points = 10 * int(row["severity"] or 2) + 3 * int(row["emotion"] or 0)
    points += {"": 0, "one": 0, "party": 5, "several": 10, "site": 15}[row["scope"]]
    points += 7 if "vulnerable" in flags else 4 if "vip" in flags else 0
    points += 10 if row["channel"] == "regulator" else 5 if "public_post" in flags else 0
    band = 0 if points >= 70 else 1 if points >= 50 else 2 if points >= 30 else 3
    if row["channel"] == "regulator":
        band = min(band, 1)
    if "injury" in flags:
        band = 0
    received = datetime.fromisoformat(row["received_at"])
    due = received + timedelta(minutes=TARGETS[BANDS[band]][1 if row["responded_at"] else 0])
    effective = max(0, band - 1) if now > due else band
    return effective, due, received, place


def test_hundreds_of_real_complaints_come_in_stand_in_order_are_found_and_go_out_unchanged(make_desk, clock, tmp_path):
    desk, now = make_desk(now=clock), clock()
    texts = list(real_texts())
    assert len(texts) == 2_172 + 1_297
    rows = made_up_rows(texts[::5], now)
    result = import_file(desk, write_csv(tmp_path / "log.csv", rows))
    assert (result.imported, result.problems) == (len(rows), ())

    order = sorted(range(len(rows)), key=lambda place: worked_out(rows[place], place, now))
    queue = desk.queue.all_rows(now)
    assert [row.room for row in queue] == [str(place) for place in order]

    for words in ("早餐", "隔音", "breakfast", "noisy"):
        # Chinese is found anywhere, an English word by its beginning.
        begins = re.compile(rf"(?<![a-z0-9]){words}" if words.isascii() else words)
        wanted = {row["room"] for row in rows if begins.search(row["text"].casefold())}
        assert len(wanted) > 6
        assert {hit.room for hit in desk.finder.find(words, limit=len(rows)).rows} == wanted

    out = export_file(desk, tmp_path / "out.csv")
    other = make_desk(now=clock)
    import_file(other, out)
    assert export_file(other, tmp_path / "again.csv").read_bytes() == out.read_bytes()
    with other.workspace.database.reading() as connection:
        kept = dict(connection.exec_driver_sql("SELECT room, text FROM cases").all())
    assert kept == {row["room"]: row["text"] for row in rows}
    with desk.workspace.database.reading() as connection:
        assert desk.journal.first_break(connection) is None
