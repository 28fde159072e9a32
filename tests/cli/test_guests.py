"""The verb ``guests`` (interfaces.md), and what restricted cases tell on the command line."""

from typing import Any

from desktop.domain.guest_file import ProfileChange
from desktop.services.desk import system_clock
from tests.cli.conftest import AT, Shell
from tests.support.sites import open_site, owner_of

CHEN = {"name": "陈薇玲", "honorific": "ms", "phone": "13800138000", "email": "chen@example.com", "vip": True}


def opening(**fields: Any) -> dict[str, Any]:
    given = {"type": "complaint", "channel": "counter", "text": "The lift is stuck.", **fields}
    return {"act": "open", "by": "rita", "at": AT, **given}


def test_guests_are_found_by_pinyin_right_after_their_first_case(shell: Shell) -> None:
    shell.done(opening(guest=CHEN), opening(guest={"name": "Chen Li"}), opening(guest={"name": "Okafor"}))
    found = shell("guests", "chen", "wei", "--json").json
    assert found["total"] == 1
    (row,) = found["rows"]
    assert {name: row[name] for name in (*CHEN, "cases", "open")} == {**CHEN, "cases": 1, "open": 1}
    assert row["last_case_at"] == AT
    assert isinstance(row["id"], int)
    assert row["may_not_come_back"] == []


def test_the_count_tells_of_all_and_the_limit_of_those_shown(shell: Shell) -> None:
    shell.done(opening(guest=CHEN), opening(guest={"name": "Chen Li"}))
    found = shell("guests", "chen", "--json", "--limit", "1").json
    assert (len(found["rows"]), found["total"]) == (1, 2)
    assert shell("guests", "chen", "--json", "--limit", "0").json == {"rows": [], "total": 2}
    assert shell("guests", "nobody", "--json").json == {"rows": [], "total": 0}


def test_guests_for_people_are_a_line_each_with_the_count_beside_them(shell: Shell) -> None:
    shell.done(opening(guest=CHEN | {"name": "Chen\u202e\nLi"}))
    ran = shell("guests", "chen")
    (line,) = ran.out.splitlines()
    assert "Ms Chen Li" in line
    assert "13800138000" in line
    assert "\u202e" not in line
    assert ran.err == "1 guest\n"


def test_who_may_not_come_back_is_judged_at_the_moment_asked_for(shell: Shell) -> None:
    shell.done(opening(guest=CHEN), opening(guest=CHEN))
    (row,) = shell("guests", "cwl", "--json", "--at", AT).json["rows"]
    assert row["may_not_come_back"] == [
        {"reason": "several", "number": 2},
        {"reason": "unresolved", "number": 2},
    ]
    assert shell("guests", "cwl", "--json", "--at", "2028-01-01 09:00").json["rows"][0]["may_not_come_back"] == []


def test_words_are_needed(shell: Shell) -> None:
    assert shell("guests").status == 2


def test_a_restricted_case_is_read_in_practice_where_nobody_signs_in(shell: Shell) -> None:
    shell.done(opening(guest=CHEN))
    desk = open_site(shell.workspace, system_clock)
    desk.guests.save_profile(1, ProfileChange(restricted=True), 1, owner_of(desk))
    desk.close()
    (number,) = shell.done(opening(guest=CHEN, text="An ocarina."))
    assert shell.case(number)["text"] == "An ocarina."
    assert shell("search", "ocarina", "--json").json["total"] == 1
    assert shell("guests", "chen", "--json").json["rows"][0]["restricted"] is True
