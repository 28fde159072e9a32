"""Lines of a file of acts become commands (interfaces.md, Acts)."""

import json
import sys
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import commands as c
from desktop.domain.kinds import (
    Answer,
    Channel,
    Closure,
    Flag,
    Medium,
    Outcome,
    RecordType,
    RemedyKind,
    Role,
    Scope,
    TimePressure,
    WaitFor,
)
from desktop.domain.money import Currency
from desktop.errors import UserError
from desktop.exchange.acts import ACTS, Act, ActReader
from tests.support.act_lines import EVERY_FIELD, WHOLE_ACTS, json_values

YUAN = Currency("CNY", 2, "¥")
#: Settings are read by the service that keeps them
NOT_READ_AS_TEXT = [path for path in EVERY_FIELD if path[0] in ("calendar", "targets", "shifts", "authority")]
SHANGHAI = ZoneInfo("Asia/Shanghai")


def read(line: str | dict[str, Any]) -> Act:
    return ActReader(SHANGHAI, YUAN).read(line if isinstance(line, str) else json.dumps(line))


def with_value(field: tuple[str, ...], value: object) -> dict[str, Any]:
    """The whole line of an act with another value in one of its fields."""
    act, *path = field
    line: dict[str, Any] = json.loads(json.dumps(WHOLE_ACTS[act]))
    place = line
    for key in path[:-1]:
        place = place[key][0] if isinstance(place[key], list) else place[key]
    place[path[-1]] = value
    return line


def refusal(line: str | dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(UserError) as refused:
        read(line)
    return refused.value.code, refused.value.field


def test_an_opening_with_every_field() -> None:
    guest = {"name": "陈薇玲", "honorific": "ms", "phone": 13800138000, "email": "c@example.com"}
    made = read(
        {
            "act": "open",
            "by": "rita",
            "at": "2026-11-19 21:42",
            "ref": "a",
            "type": "complaint",
            "channel": "counter",
            "text": "空调坏了",
            "written": True,
            "guest": {**guest, "language": "zh", "vip": True, "vulnerable": False},
            "anonymous": False,
            "on_behalf_of": "her mother",
            "room": 8012,
            "reference": "B-1",
            "place": "8F",
            "problem_date": "2026-11-18",
            "category": "H01-1",
            "severity": 3,
            "scope": "party",
            "emotion": 2,
            "time_pressure": "now",
            "flags": ["fire"],
            "expected": "cool",
            "actual": "hot",
            "gap": 4,
            "wants": ["a move"],
            "on_the_spot": True,
            "received_at": "2026-11-19T13:40:00Z",
            "reason": "busy",
        }
    )
    assert (made.by, made.at, made.ref) == ("rita", datetime(2026, 11, 19, 13, 42, tzinfo=UTC), "a")
    assert made.command == c.OpenCase(
        type=RecordType.COMPLAINT,
        channel=Channel.COUNTER,
        text="空调坏了",
        written=True,
        guest=c.GuestDetails("陈薇玲", "ms", "13800138000", "c@example.com", "zh", True, False),
        on_behalf_of="her mother",
        room="8012",
        reference="B-1",
        place="8F",
        problem_date=date(2026, 11, 18),
        category="H01-1",
        severity=3,
        scope=Scope.PARTY,
        emotion=2,
        time_pressure=TimePressure.NOW,
        flags=frozenset({Flag.FIRE}),
        expected="cool",
        actual="hot",
        gap=4,
        wants=("a move",),
        on_the_spot=True,
        received_at=datetime(2026, 11, 19, 13, 40, tzinfo=UTC),
        reason="busy",
    )


@pytest.mark.parametrize(
    ("fields", "command"),
    [
        ({"act": "take"}, c.Take("1")),
        ({"act": "note", "text": "a"}, c.AddNote("1", "a")),
        ({"act": "acknowledge", "medium": "phone"}, c.Acknowledge("1", Medium.PHONE)),
        ({"act": "acknowledge", "medium": "counter"}, c.Acknowledge("1", Medium.IN_PERSON)),
        ({"act": "contact", "text": "a", "reached": False}, c.AddContact("1", "a", reached=False)),
        ({"act": "resolve"}, c.Resolve("1")),
        (
            {"act": "resolve", "told_by": "email", "answer": "rejected", "emotion_at_close": 1},
            c.Resolve("1", Medium.EMAIL, Answer.REJECTED, 1),
        ),
        (
            {"act": "propose", "remedies": [{"kind": "refund_part", "amount": "128"}], "replaces": True},
            c.Propose("1", (c.RemedyOffer(RemedyKind.REFUND_PART, 128_00),), replaces=True),
        ),
        (
            {"act": "propose", "remedies": [{"kind": "gift"}], "ask": True},
            c.Propose("1", (c.RemedyOffer(RemedyKind.GIFT),), ask=True),
        ),
        ({"act": "wait", "for": "department"}, c.Wait("1", WaitFor.DEPARTMENT)),
        ({"act": "resume"}, c.Resume("1")),
        ({"act": "task", "title": "Look"}, c.AddTask("1", "Look")),
        (
            {"act": "task", "title": "Look", "to": "sam", "department": "Bar", "due": "2026-11-20T09:00"},
            c.AddTask("1", "Look", "Bar", "sam", datetime(2026, 11, 20, 1, tzinfo=UTC)),
        ),
        ({"act": "task_done", "task": 2}, c.FinishTask("1", "2")),
        ({"act": "task_done", "task": "Look"}, c.FinishTask("1", "Look")),
        (
            {"act": "promise", "text": "We call.", "due": "2026-11-20T09:00:00+08:00"},
            c.AddPromise("1", "We call.", datetime(2026, 11, 20, 1, tzinfo=UTC)),
        ),
        ({"act": "promise_kept", "promise": 1}, c.KeepPromise("1", "1")),
        ({"act": "promise_cancelled", "promise": "1", "reason": "a"}, c.CancelPromise("1", "1", "a")),
        ({"act": "involve", "login": "sam"}, c.Involve("1", "sam")),
        ({"act": "release", "login": "sam"}, c.Release("1", "sam")),
        ({"act": "restrict", "restricted": False, "reason": "a"}, c.Restrict("1", False, "a")),
        ({"act": "approve"}, c.Approve("1")),
        ({"act": "decline", "reason": "a"}, c.Decline("1", "a")),
        ({"act": "survey"}, c.RecordSurvey("1")),
        (
            {"act": "survey", "overall": 5, "recommend": 10, "came_back": False},
            c.RecordSurvey("1", 5, None, None, None, 10, False),
        ),
        (
            {"act": "close", "root_cause": "people/skill", "outcome": "not", "closure": "explained", "lesson": "a"},
            c.CloseCase("1", "people/skill", Outcome.NOT, Closure.EXPLAINED, "a"),
        ),
        ({"act": "duplicate", "of": 2}, c.MarkDuplicate("1", "2")),
    ],
)
def test_an_act_on_a_case(fields: dict[str, Any], command: c.Command) -> None:
    assert read({"by": "rita", "case": "1", **fields}).command == command


def test_acts_on_the_staff_list_and_the_rules() -> None:
    staff = {"act": "staff", "by": "olga", "login": "ben", "name": "Ben", "role": "analyst"}
    assert read(staff).command == c.SetStaff("ben", "Ben", Role.ANALYST)
    shifts = [{"code": "day", "from": "07:00", "to": "15:00"}]
    assert read({"act": "shifts", "by": "olga", "shifts": shifts}).command == c.SetRules("shifts", shifts)
    week = {"mon": ["09:00-18:00"]}
    authority = {"receptionist": {"case": None}}
    given = {"act": "authority", "by": "olga", "authority": authority}
    assert read(given).command == c.SetRules("authority", authority)
    calendar = read({"act": "calendar", "by": "olga", "intervals": week, "closed": ["2026-01-01"]}).command
    assert calendar == c.SetRules("calendar", {"intervals": week, "closed": ["2026-01-01"]})


def test_every_act_of_the_reader_has_its_whole_line_in_the_tests() -> None:
    """An act that is new to the reader needs its line in tests/support/act_lines.py, so that bad input is tried."""
    assert set(WHOLE_ACTS) == ACTS
    for act, line in WHOLE_ACTS.items():
        assert read(line).by, act


def test_a_ref_names_a_case_and_used_again_the_newer_one() -> None:
    reader = ActReader(SHANGHAI, YUAN)
    line = json.dumps({"act": "take", "by": "rita", "case": "a"})
    reader.remember("", "HH-D1-20261119-0000")
    assert reader.read(line).command == c.Take("a")
    for number in ("HH-D1-20261119-0001", "HH-D1-20261119-0002"):
        reader.remember("a", number)
        assert reader.read(line).command == c.Take(number)
    duplicate = json.dumps({"act": "duplicate", "by": "rita", "case": "HH-D1-20261119-0001", "of": "a"})
    assert reader.read(duplicate).command == c.MarkDuplicate("HH-D1-20261119-0001", "HH-D1-20261119-0002")


DEEP = ("[" * 100_000) + ("]" * 100_000)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "null",
        '"act"',
        "1",
        "{'act': 'take'}",
        '{"act": "take"} {}',
        '{"act": NaN}',
        '{"act": "survey", "overall": Infinity}',
        '{"act": "survey", "overall": -Infinity}',
        '{"act": "take",}',
        '{"act": "ta\nke"}',
        '{"a": 1' + "0" * 10_000 + "}",
        DEEP,
        f'{{"act": {DEEP}}}',
        "\ud800",
        "\ufeff{",
    ],
)
def test_what_is_not_one_whole_json_object_is_refused(line: str) -> None:
    assert refusal(line) == ("bad_json", "")


def test_a_field_given_twice_is_refused_since_one_would_be_lost() -> None:
    assert refusal('{"act": "note", "by": "rita", "case": "1", "text": "a", "text": "b"}') == ("bad_json", "")
    assert refusal('{"act": "open", "by": "rita", "guest": {"name": "a", "name": "b"}}') == ("bad_json", "")


def test_no_depth_of_brackets_slips_past_the_reader() -> None:
    """Deep enough to be read and too deep to be shown is the worst of both."""
    for depth in [17, 50, *range(sys.getrecursionlimit() - 250, sys.getrecursionlimit() + 10)]:
        for field in ("act", "by", "at", "case", "remedies", "solution"):
            given = {"act": '"propose"', "by": '"rita"', "case": '"1"', "remedies": '[{"kind": "gift"}]'}
            given[field] = "[" * depth + "]" * depth
            line = "{" + ", ".join(f'"{name}": {value}' for name, value in given.items()) + "}"
            assert refusal(line) == ("bad_json", "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({}, ("missing", "act")),
        ({"act": ""}, ("missing", "act")),
        ({"act": 1}, ("bad_value", "act")),
        ({"act": "fly", "by": "rita"}, ("unknown_act", "act")),
        ({"act": "take", "case": "1"}, ("missing", "by")),
        ({"act": "take", "by": "rita"}, ("missing", "case")),
        ({"act": "take", "by": "rita", "case": "1", "at": "soon"}, ("bad_time", "at")),
        ({"act": "take", "by": "rita", "case": "1", "ref": "a"}, ("unknown_field", "ref")),
        ({"act": "take", "by": "rita", "case": "1", "to": "sam"}, ("unknown_field", "to")),
        ({"act": "open", "by": "rita", "channel": "counter", "text": "a"}, ("missing", "type")),
        ({"act": "open", "by": "rita", "type": "complaint", "text": "a"}, ("missing", "channel")),
        ({"act": "open", "by": "rita", "type": "complaint", "channel": "counter"}, ("missing", "text")),
        ({"act": "acknowledge", "by": "rita", "case": "1"}, ("missing", "medium")),
        ({"act": "acknowledge", "by": "rita", "case": "1", "medium": "pigeon"}, ("bad_value", "medium")),
        ({"act": "propose", "by": "rita", "case": "1"}, ("missing", "remedies")),
        ({"act": "propose", "by": "rita", "case": "1", "remedies": [{}]}, ("missing", "remedies.kind")),
        (
            {"act": "propose", "by": "rita", "case": "1", "remedies": [{"kind": "gift", "amount": 5}]},
            ("bad_amount", "amount"),
        ),
        (
            {"act": "propose", "by": "rita", "case": "1", "remedies": [{"kind": "gift", "colour": "red"}]},
            ("unknown_field", "remedies.colour"),
        ),
        ({"act": "survey", "by": "rita", "case": "1", "overall": 6}, ("bad_value", "overall")),
        ({"act": "survey", "by": "rita", "case": "1", "recommend": 11}, ("bad_value", "recommend")),
        ({"act": "calendar", "by": "olga"}, ("missing", "intervals")),
        ({"act": "authority", "by": "olga"}, ("missing", "authority")),
        ({"act": "wait", "by": "rita", "case": "1"}, ("missing", "for")),
        ({"act": "wait", "by": "rita", "case": "1", "for": "nobody"}, ("bad_value", "for")),
        ({"act": "task_done", "by": "rita", "case": "1"}, ("missing", "task")),
        ({"act": "task_done", "by": "rita", "case": "1", "task": True}, ("bad_value", "task")),
        ({"act": "promise_kept", "by": "rita", "case": "1", "promise": 1.5}, ("bad_value", "promise")),
        ({"act": "promise", "by": "rita", "case": "1", "text": "a"}, ("missing", "due")),
        ({"act": "restrict", "by": "mark", "case": "1"}, ("missing", "restricted")),
    ],
)
def test_a_refusal_names_the_field(line: dict[str, Any], expected: tuple[str, str]) -> None:
    assert refusal(line) == expected


@pytest.mark.parametrize("cause", ["", "weather", "people/", "people/ ", "people/\u200b", "/skill", "People", 1])
def test_a_root_cause_is_one_of_the_list_with_an_optional_detail(cause: object) -> None:
    line = {**WHOLE_ACTS["close"], "root_cause": cause}
    assert refusal(line) == ("missing" if cause == "" else "bad_value", "root_cause")


@pytest.mark.parametrize("bad", ["\0", "\ud800", "a\x1b"])
@pytest.mark.parametrize("path", [path for path in EVERY_FIELD if path not in NOT_READ_AS_TEXT], ids=".".join)
def test_nul_and_lone_surrogates_are_refused_at_the_edge(path: tuple[str, ...], bad: str) -> None:
    code, field = refusal(with_value(path, bad))
    assert code in ("bad_characters", "bad_value", "bad_time", "bad_date", "bad_amount", "unknown_act")
    assert field.split(".")[-1] == path[-1]


def test_a_number_beyond_all_numbers_is_refused_like_any_other_wrong_one() -> None:
    assert refusal('{"act": "survey", "by": "rita", "case": "1", "overall": 1e400}') == ("bad_value", "overall")
    assert refusal('{"act": "open", "by": "rita", "type": 1e400}') == ("bad_value", "type")


NO_SUMS = "0 0.00 -1 +1 1e2 1.234 1,000 .5 5. NaN １"


@pytest.mark.parametrize("amount", ["", " 1", "1 ", *NO_SUMS.split()])
def test_a_sum_is_a_plain_decimal_above_zero(amount: str) -> None:
    line = {**WHOLE_ACTS["propose"], "remedies": [{"kind": "gift", "amount": amount}]}
    assert refusal(line) == ("bad_amount", "amount")


@given(st.sampled_from(EVERY_FIELD), json_values)
def test_any_json_value_in_any_field_is_read_or_refused(field: tuple[str, ...], value: object) -> None:
    try:
        read(with_value(field, value))
    except UserError as refused:
        assert refused.code  # noqa: PT017 (both ends are right)


@given(st.text())
def test_no_line_breaks_the_reader(line: str) -> None:
    try:
        read(line)
    except UserError as refused:
        assert refused.code in ("bad_json", "missing")  # noqa: PT017 (nothing random is an act)
