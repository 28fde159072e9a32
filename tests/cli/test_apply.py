"""Files of acts (interfaces.md, Acts): each guard met through ``apply``."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.kinds import Language
from tests.cli.conftest import AT, Shell, ShellMaker
from tests.support.acts import APOLOGY, CLOSING, MILD

Line = dict[str, Any]


def act(name: str, case: str = "a", by: str = "mark", at: str = AT, **fields: Any) -> Line:
    return {"act": name, "by": by, "at": at, "case": case, **fields}


def opening(ref: str = "a", by: str = "rita", at: str = AT, **fields: Any) -> Line:
    given = {"type": "complaint", "channel": "counter", "text": "The lift is stuck.", **fields}
    return {"act": "open", "by": by, "at": at, "ref": ref, **given}


STEPS = [
    act("acknowledge", medium="in_person"),
    act("assess", **MILD),
    act("propose", remedies=APOLOGY),
    act("resolve", told_by="phone", answer="accepted"),
    act("close", **CLOSING, survey_not_asked="Left."),
]
NEW, ACKNOWLEDGED, ASSESSED, PROPOSED, RESOLVED, CLOSED = ([opening(), *STEPS[:n]] for n in range(6))
INJURED = [opening(flags=["injury"])]
GRAVE = [*ASSESSED, act("override", band="P2", reason="A long story."), *STEPS[2:4], act("survey")]
LATER = "2026-11-19T22:42:00+08:00"

#: what was done before, the act that is refused, and the code and field it is refused with
GUARDS: dict[str, tuple[list[Line], Line, str, str]] = {
    "right of the role": (NEW, act("take", by="ana"), "not_allowed", "by"),
    "band of the role": (INJURED, act("withdraw", by="rita", reason="a"), "not_for_role_at_band", "by"),
    "closing of a P2 by a specialist": (GRAVE, act("close", by="sam", **CLOSING), "not_for_role_at_band", "by"),
    "person": (NEW, act("take", by="nobody"), "no_such_person", "by"),
    "case": (NEW, act("take", case="HH-D1-20261119-0009"), "no_such_case", "case"),
    "clock": (NEW, act("take", at="2026-11-19T21:41:59+08:00"), "runs_backwards", "at"),
    "state": (NEW, act("assess", **MILD), "wrong_state", "state"),
    "state of a closed case": (CLOSED, act("take"), "wrong_state", "state"),
    "medium of an acknowledgement": (NEW, act("acknowledge"), "missing", "medium"),
    "time of an acknowledgement": (NEW, act("acknowledge", medium="phone", when=LATER), "in_future", "when"),
    "earliest time of an acknowledgement": (
        NEW,
        act("acknowledge", medium="phone", when="2026-11-19 21:41"),
        "before_received",
        "when",
    ),
    "backdating by a receptionist": (
        NEW,
        act("acknowledge", by="rita", medium="phone", at=LATER, when="2026-11-19 22:26:59"),
        "needs_manager",
        "when",
    ),
    "backdating without a reason": (
        NEW,
        act("acknowledge", medium="phone", at=LATER, when="2026-11-19 22:26:59"),
        "reason_missing",
        "reason",
    ),
    "ratings": (ACKNOWLEDGED, act("assess", severity=2, category="H01-1"), "incomplete_assessment", "scope"),
    "level 2 of the category": (
        ACKNOWLEDGED,
        act("assess", **{**MILD, "category": "H01"}),
        "incomplete_assessment",
        "category",
    ),
    "list of categories": (
        ACKNOWLEDGED,
        act("assess", **{**MILD, "category": "R01-1"}),
        "unknown_category",
        "category",
    ),
    "reason of an override": (NEW, act("override", band="P1"), "reason_missing", "reason"),
    "receiver of a case": (NEW, act("hand_over", to="ana"), "cannot_own_cases", "to"),
    "remedy of a proposal": (ASSESSED, act("propose", remedies=[]), "no_remedy", "remedies"),
    "authority": (
        ASSESSED,
        act("propose", by="rita", remedies=[{"kind": "gift", "amount": "200.01"}]),
        "over_authority",
        "amount",
    ),
    "sum": (ASSESSED, act("propose", remedies=[{"kind": "gift", "amount": "1e2"}]), "bad_amount", "amount"),
    "telling of the result": (PROPOSED, act("resolve", answer="accepted"), "not_told", "told_by"),
    "answer of the guest": (PROPOSED, act("resolve", told_by="phone"), "answer_missing", "answer"),
    "three attempts": (
        [*PROPOSED, act("contact", text="Rang.", reached=False)],
        act("resolve", told_by="email", answer="unreachable"),
        "attempts_missing",
        "answer",
    ),
    "settling of a P1": (INJURED, act("settle", remedies=APOLOGY, **MILD), "not_for_p1", "case"),
    "ratings of a settlement": (NEW, act("settle", remedies=APOLOGY), "incomplete_assessment", "category"),
    "survey": (RESOLVED, act("close", **CLOSING), "survey_missing", "survey_not_asked"),
    "cause": (RESOLVED, act("close", **{**CLOSING, "root_cause": "weather"}), "bad_value", "root_cause"),
    "lesson": (RESOLVED, act("close", **{**CLOSING, "lesson": " "}, survey_not_asked="a"), "missing", "lesson"),
    "second pair of eyes": (GRAVE, act("close", **CLOSING), "same_person_closes", "by"),
    "reason of a reopening": (CLOSED, act("reopen"), "reason_missing", "reason"),
    "thirty days": (
        CLOSED,
        act("reopen", reason="a", at="2026-12-19T21:42:01+08:00"),
        "reopen_too_late",
        "at",
    ),
    "other case of a duplicate": (NEW, act("duplicate", of="a"), "duplicate_of_itself", "of"),
    "field that nobody knows": (NEW, act("take", to="sam"), "unknown_field", "to"),
}


@pytest.mark.parametrize("guard", GUARDS)
def test_a_refusal_names_code_and_field_and_changes_nothing(shell: Shell, guard: str) -> None:
    before_it, refused, code, field = GUARDS[guard]
    number = shell.done(*before_it)[0]
    if refused["case"] == "a":
        refused = {**refused, "case": number}
    if refused.get("of") == "a":
        refused = {**refused, "of": number}
    before, queue = shell.case(number), shell("queue", "--json", "--at", AT).out
    ran = shell.apply(refused)
    (answer,) = ran.answers
    error = answer["error"]
    assert (ran.status, answer["line"], answer["ok"], error["code"], error["field"]) == (1, 1, False, code, field)
    assert error["message"].strip() == error["message"] != ""
    assert shell.case(number) == before
    assert shell("queue", "--json", "--at", AT).out == queue


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"text": " "}, "missing", "text"),
        ({"channel": "email", "on_the_spot": True}, "on_the_spot_channel", "on_the_spot"),
        ({"received_at": "2026-11-19 21:43"}, "in_future", "received_at"),
        ({"received_at": "2026-11-19 21:26"}, "needs_manager", "received_at"),
        ({"by": "mark", "received_at": "2026-11-19 21:26"}, "reason_missing", "reason"),
        ({"problem_date": "2026-11-20"}, "in_future", "problem_date"),
        ({"severity": 5}, "bad_value", "severity"),
        ({"guest": {"phone": True}}, "bad_value", "guest.phone"),
        ({"at": "yesterday"}, "bad_time", "at"),
        ({"at": "9999-12-31 23:59"}, "bad_time", "at"),
    ],
)
def test_a_refused_opening_makes_no_case(shell: Shell, change: Line, code: str, field: str) -> None:
    ran = shell.apply({**opening(), **change})
    assert (ran.status, ran.answers[0]["error"]["code"], ran.answers[0]["error"]["field"]) == (1, code, field)
    assert shell("queue", "--json").json["total"] == 0


def test_each_line_gets_one_answer_with_its_number_and_case(shell: Shell) -> None:
    ran = shell.apply(opening("a"), "", act("take", "a"), "  \t", act("take", "b"), opening("b"), act("take", "b"))
    numbers = ["HH-D1-20261119-0001", "HH-D1-20261119-0002"]
    assert ran.status == 1
    assert [(a["line"], a["ok"], a.get("case")) for a in ran.answers] == [
        (1, True, numbers[0]),
        (3, True, numbers[0]),
        (5, False, None),
        (6, True, numbers[1]),
        (7, True, numbers[1]),
    ]
    assert list(ran.answers[0]) == ["line", "ok", "case"]
    assert ran.err == ""


def test_an_act_on_no_case_is_answered_without_one(shell: Shell) -> None:
    ran = shell.apply({"act": "staff", "by": "owner", "login": "ben", "name": "Ben", "role": "analyst"})
    assert (ran.status, ran.answers) == (0, [{"line": 1, "ok": True}])


def test_the_run_goes_on_after_a_refusal_unless_it_is_to_stop(shell: Shell) -> None:
    lines = [opening("a"), act("assess", "a"), act("take", "a")]
    ran = shell.apply(*lines)
    assert (ran.status, [answer["ok"] for answer in ran.answers]) == (1, [True, False, True])
    ran = shell.apply(*lines, options=["--stop"])
    assert (ran.status, [answer["ok"] for answer in ran.answers]) == (1, [True, False])


def test_a_ref_names_a_case_in_its_run_only_and_the_newest_of_its_name(shell: Shell) -> None:
    first, second, taken = shell.done(opening("a"), opening("a"), act("take", "a"))
    assert taken == second != first
    assert shell.apply(act("take", "a")).answers[0]["error"]["code"] == "no_such_case"


def test_a_refused_opening_leaves_its_ref_with_the_older_case(shell: Shell) -> None:
    ran = shell.apply(opening("a"), opening("a", text=""), act("take", "a"))
    assert ran.answers[2]["case"] == ran.answers[0]["case"]


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"null",
        b'"open"',
        b"{} {}",
        b"\xff\xfe{\x00}\x00",
        b'{"act": "take", "by": "\xff"}',
        b'{"act": NaN}',
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'{"act": "take", "act": "take"}',
        b"\0",
        b"1" * 100_000,
    ],
)
def test_a_line_that_is_no_object_is_refused_and_the_next_is_read(shell: Shell, line: bytes) -> None:
    ran = shell.apply(line, opening())
    assert ran.status == 1
    assert [answer["ok"] for answer in ran.answers] == [False, True]
    assert ran.answers[0]["error"] | {"message": ""} == {"code": "bad_json", "field": "", "message": ""}


def test_a_mark_at_the_start_crlf_and_a_missing_last_line_end_are_fine(shell: Shell, tmp_path: Path) -> None:
    lines = [json.dumps(opening("a"), ensure_ascii=False), json.dumps(act("take", "a"))]
    path = tmp_path / "windows.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    ran = shell("apply", str(path))
    assert (ran.status, len(ran.answers)) == (0, 2)


def test_escapes_are_what_they_stand_for_and_halves_of_pairs_are_refused(shell: Shell) -> None:
    text = '"\\u7a7a\\u8c03 \\ud83d\\ude42"'
    line = json.dumps(opening(text="TEXT")).replace('"TEXT"', text)
    (number,) = shell.done(json.loads(line))
    assert shell.case(number)["text"] == "空调 🙂"
    for bad in ("\\ud800", "\\u0000", "\\udc00\\ud800"):
        ran = shell.apply(line.replace(text, f'"a{bad}"'))
        assert (ran.answers[0]["error"]["code"], ran.answers[0]["error"]["field"]) == ("bad_characters", "text")
        assert "\ud800" not in ran.answers[0]["error"]["message"]


def test_refusals_speak_the_sites_language(make_shell: ShellMaker) -> None:
    shell = make_shell(language=Language.ZH)
    message = shell.apply(opening(text="")).answers[0]["error"]["message"]
    assert any("\u4e00" <= character <= "\u9fff" for character in message)


def test_hostile_text_in_a_refusal_stays_one_harmless_line(shell: Shell) -> None:
    ran = shell.apply(act("take", by="\u202e<img src=x>\n\r\x85evil" + "x" * 100_000))
    message = ran.answers[0]["error"]["message"]
    assert ran.out.count("\n") == 1
    assert len(message) < 300
    assert not {"\u202e", "\x85", "\n", "\r"} & set(message)


def test_a_long_file_of_acts_is_done_line_by_line(shell: Shell) -> None:
    ran = shell.apply(*(opening(f"r{n}") for n in range(60)))
    assert [answer["line"] for answer in ran.answers] == list(range(1, 61))
    assert shell("queue", "--json", "--limit", "5").json["total"] == 60


def test_what_is_no_file_is_one_line_and_status_1(shell: Shell, tmp_path: Path) -> None:
    for name in (str(tmp_path / "nothing.jsonl"), str(tmp_path), "a" * 5_000, "\udcff"):
        ran = shell("apply", name)
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1), name


def test_an_empty_file_is_done(shell: Shell) -> None:
    assert shell.apply() == shell.apply("", "  ") == shell("apply", shell.file([]))
    assert shell.apply().status == 0


def test_in_practice_by_is_taken_at_its_word_and_nobody_signs_in(shell: Shell) -> None:
    (number,) = shell.done(opening(by="RITA"))
    assert shell.case(number)["received_by"] == "rita"
    ran = shell.apply(act("take", number, by="sam"), options=["--as", "ana"])
    assert ran.status == 0
