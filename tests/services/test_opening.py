"""Opening a case (domain.md 2 and 4)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.domain.commands import GuestDetails
from desktop.domain.kinds import Property
from desktop.errors import UserError
from desktop.services.desk import Desk
from tests.support.acts import Story
from tests.support.sites import record
from tests.support.staffed import DeskMaker

COMPLAINT = {"type": "complaint", "channel": "counter", "text": "The lift is stuck."}


def test_a_case_keeps_what_was_said_and_by_whom(story: Story) -> None:
    number = story.open(
        by="rita",
        text="  空调坏了\n<b>now</b>  ",
        written=True,
        guest={"name": "陈薇玲", "honorific": "ms", "phone": "138 0013 8000", "email": "c@x.cn", "language": "zh"},
        on_behalf_of="her mother",
        room=8012,
        reference="B-77",
        place="8F",
        problem_date="2026-11-18",
        expected="cool",
        actual="hot",
        gap=4,
        wants=["a move"],
        flags=["vip", "media"],
    )
    case = story.case(number)
    kept = {
        "text": "  空调坏了\n<b>now</b>  ",
        "summary": "空调坏了 <b>now</b>",
        "written": True,
        "on_behalf_of": "her mother",
        "room": "8012",
        "reference": "B-77",
        "place": "8F",
        "problem_date": "2026-11-18",
        "expected": "cool",
        "actual": "hot",
        "gap": 4,
        "wants": ["a move"],
        "flags": ["media", "vip"],
        "state": "new",
        "received_by": "rita",
        "received_at": "2026-11-19T21:42:00+08:00",
        "desk": "D1",
        "owner": None,
        "first_response_at": None,
        "shift": "evening",
        "shift_date": "2026-11-19",
    }
    assert {name: case[name] for name in kept} == kept
    assert case["guest"] == {
        "name": "陈薇玲",
        "honorific": "ms",
        "phone": "138 0013 8000",
        "email": "c@x.cn",
        "language": "zh",
        "vip": False,
        "vulnerable": False,
    }


def test_only_text_channel_and_time_are_required(story: Story) -> None:
    case = story.case(story.act("open", by="rita", type="complaint", channel="letter", text="Noise."))
    assert (case["category"], case["severity"], case["scope"], case["emotion"]) == (None, None, None, None)
    assert (case["score"], case["band"], case["points"]) == (20, "P4", [{"part": "severity", "points": 20}])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"text": " \u3000\u200b"}, ("missing", "text")),
        ({"text": "a\0b"}, ("bad_characters", "text")),
        ({"text": "\ud800"}, ("bad_characters", "text")),
        ({"text": "x" * (256 * 1024 + 1)}, ("too_long", "text")),
        ({"expected": "x" * (64 * 1024 + 1)}, ("too_long", "expected")),
        ({"room": "x" * 1_001}, ("too_long", "room")),
        ({"guest": {"name": "\ud800"}}, ("bad_characters", "guest.name")),
        ({"wants": ["\0"]}, ("bad_characters", "wants")),
        ({"category": "H01-99"}, ("unknown_category", "category")),
        ({"category": "\ud800"}, ("bad_characters", "category")),
        ({"problem_date": "2026-11-20"}, ("in_future", "problem_date")),
        ({"received_at": "2026-11-19 21:42:01"}, ("in_future", "received_at")),
        ({"received_at": "2026-11-19 21:26:59", "by": "sam"}, ("needs_manager", "received_at")),
        ({"received_at": "2026-11-19 21:26:59"}, ("reason_missing", "reason")),
        ({"on_the_spot": True, "channel": "email"}, ("on_the_spot_channel", "on_the_spot")),
    ],
)
def test_a_refused_opening_names_the_field_and_takes_no_number(
    story: Story, change: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert story.refused("open", **{**COMPLAINT, **change}) == expected
    assert story.open().endswith("-0001")


def test_a_text_of_256_kb_is_kept_character_for_character(story: Story) -> None:
    text = "\u202e<img src=//host/share>房\t\r\n\u200b\x7f\x85🙂 "
    text = (text * 10_000).encode()[: 256 * 1024].decode(errors="ignore")
    assert story.case(story.open(text=text))["text"] == text


def test_numbers_count_from_one_per_desk_and_local_day(story: Story) -> None:
    first, second = story.open(), story.open()
    other_desk = story.open(at_desk="D2")
    story.at = datetime(2026, 11, 19, 16, 0, tzinfo=UTC)  # midnight at the site
    assert [first, second, other_desk, story.open()] == [
        "HH-D1-20261119-0001",
        "HH-D1-20261119-0002",
        "HH-D2-20261119-0001",
        "HH-D1-20261120-0001",
    ]


def test_the_date_in_a_number_is_the_received_one(story: Story) -> None:
    backdated = story.open(received_at="2026-11-01 10:00", reason="Found the letter.")
    assert backdated == "HH-D1-20261101-0001"


def test_a_quarter_of_an_hour_back_is_anybodys(story: Story) -> None:
    case = story.case(story.open(by="rita", received_at="2026-11-19 21:27"))
    assert case["received_at"] == "2026-11-19T21:27:00+08:00"
    assert case["respond_due"] == "2026-11-20T01:27:00+08:00"


def test_a_backdated_opening_keeps_its_reason_in_the_history(story: Story) -> None:
    number = story.open(received_at="2026-11-01 10:00", reason="Found the letter.")
    told = {change["field"]: change["after"] for change in story.case(number)["history"][0]["changes"]}
    assert told["reason"] == "Found the letter."


@pytest.mark.parametrize(("channel", "medium"), [("counter", "in_person"), ("phone", "phone")])
def test_on_the_spot_is_a_first_response_after_no_minutes(story: Story, channel: str, medium: str) -> None:
    case = story.case(story.open(channel=channel, on_the_spot=True, received_at="2026-11-19 21:40"))
    assert case["state"] == "acknowledged"
    assert case["on_the_spot"] is True
    assert case["first_response_at"] == case["acknowledged_at"] == case["received_at"] == "2026-11-19T21:40:00+08:00"
    told = {change["field"]: change["after"] for change in case["history"][0]["changes"]}
    assert told["first_response_medium"] == medium


@pytest.mark.parametrize(
    ("local", "shift", "date"),
    [
        ("2026-11-19 06:59", "night", "2026-11-18"),
        ("2026-11-19 07:00", "day", "2026-11-19"),
        ("2026-11-19 15:00", "evening", "2026-11-19"),
        ("2026-11-19 23:00", "night", "2026-11-19"),
        ("2026-11-20 02:00", "night", "2026-11-19"),
    ],
)
def test_the_shift_is_that_of_the_received_time(story: Story, local: str, shift: str, date: str) -> None:
    story.at = datetime.fromisoformat(local).replace(tzinfo=story.zone).astimezone(UTC)
    case = story.case(story.open())
    assert (case["shift"], case["shift_date"]) == (shift, date)


def test_a_complaint_without_category_runs_on_its_bands_targets(story: Story) -> None:
    case = story.case(story.open(severity=3))
    assert (case["band"], case["respond_due"], case["resolve_due"]) == (
        "P3",
        "2026-11-19T22:42:00+08:00",
        "2026-11-20T21:42:00+08:00",
    )
    assert case["next_due"] == case["respond_due"]


def test_a_shop_counts_its_opening_hours_but_a_p1_runs_on(make_desk: DeskMaker) -> None:
    story = Story(make_desk(property_=Property.RETAIL))
    calm, grave = story.open(), story.open(flags=["fire"])
    assert story.case(calm)["respond_due"] == "2026-11-20T13:42:00+08:00"  # 18 minutes until 22:00, the rest next day
    assert story.case(grave)["respond_due"] == "2026-11-19T21:52:00+08:00"


def test_between_cases_nothing_runs_backwards(story: Story) -> None:
    later = story.open()
    story.wait(days=-3)
    earlier = story.open()
    assert [story.case(number)["received_at"][:10] for number in (later, earlier)] == ["2026-11-19", "2026-11-16"]


def test_an_enquiry_stands_at_p4_without_floors(story: Story) -> None:
    case = story.case(story.open(type="enquiry", severity=4, flags=["fire"], emotion=4, time_pressure="now"))
    assert (case["band"], case["band_rule"]) == ("P4", "points")
    assert case["respond_due"] == "2026-11-20T01:42:00+08:00"


def test_without_its_own_time_an_act_takes_the_clocks(desk: Desk) -> None:
    story = Story(desk)
    act = story.reader.read('{"act": "open", "by": "rita", "type": "complaint", "channel": "chat", "text": "a"}')
    done = desk.cases.perform(act.command, desk.staff.person("rita", "D1"))
    assert done is not None
    assert story.case(done.number)["received_at"] == story.local(desk.now())


def test_practice_may_live_in_any_year_of_the_calendar(story: Story) -> None:
    for year in (1971, 2100, 9998):
        story.at = datetime(year, 12, 30, 12, tzinfo=UTC)
        number = story.opened("closed")
        assert f"-{year}1230-" in number
        assert story.case(number)["closed_at"] == f"{year}-12-30T20:00:00+08:00"


def test_the_history_begins_with_the_opening(story: Story) -> None:
    number = story.open(by="rita", room="8012")
    (entry,) = story.case(number)["history"]
    assert (entry["at"], entry["by"], entry["act"]) == ("2026-11-19T21:42:00+08:00", "rita", "open")
    told = {change["field"]: (change["before"], change["after"]) for change in entry["changes"]}
    assert told["room"] == (None, "8012")
    assert told["state"] == (None, "new")


def test_two_cases_of_one_second_have_their_own_places(story: Story) -> None:
    numbers = [story.open() for _ in range(20)]
    assert len(set(numbers)) == 20
    rows = story.desk.queue.page(story.at + timedelta(minutes=1)).rows
    assert [row.number for row in rows] == numbers


def opened_for(desk: Desk, **details: Any) -> int:
    """The record of the guest whom a case was opened for."""
    number = record(desk, guest=GuestDetails(**details)).number
    guest_id = desk.reader.view(number).guest_id
    assert guest_id is not None
    return guest_id


def test_a_complaint_begun_from_a_record_without_phone_and_email_stays_with_it(desk: Desk) -> None:
    chen = opened_for(desk, name="Chen")
    assert opened_for(desk, name="Chen") != chen  # a name alone is nobody in particular
    assert opened_for(desk, name="Chen", id=chen) == chen


def test_a_phone_that_is_given_later_goes_to_the_record_it_was_begun_from(desk: Desk) -> None:
    chen = opened_for(desk, name="Chen")
    assert opened_for(desk, name="Chen", phone="13800138000", id=chen) == chen
    assert opened_for(desk, phone="138 0013 8000") == chen


def test_somebody_elses_phone_or_email_is_somebody_else_whatever_record_it_was_begun_from(desk: Desk) -> None:
    chen, tan = opened_for(desk, name="Chen"), opened_for(desk, name="Tan", phone="13900139000", email="t@example.com")
    assert opened_for(desk, name="Chen", phone="139 0013 9000", id=chen) == tan
    assert opened_for(desk, name="Chen", email="T@example.com", id=chen) == tan


def test_a_complaint_begun_from_a_merged_record_goes_to_the_one_that_was_kept(desk: Desk) -> None:
    kept, merged = opened_for(desk, name="Chen"), opened_for(desk, name="Chen")
    desk.guests.merge(kept, merged, desk.staff.person("owner", "D1"))
    assert opened_for(desk, name="Chen", id=merged) == kept


def test_a_record_that_is_not_there_is_refused_and_nothing_is_stored(desk: Desk) -> None:
    with pytest.raises(UserError) as refusal:
        opened_for(desk, name="Chen", id=99)
    assert (refusal.value.code, refusal.value.field) == ("no_such_guest", "guest")
    assert desk.queue.page(desk.now()).rows == ()
