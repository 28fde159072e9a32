"""A live workspace knows who and when by itself (interfaces.md; trust.md, People)."""

from collections.abc import Callable
from typing import Any

import pytest

from desktop.services.desk import system_clock
from tests.cli.conftest import Ran, Shell, ShellMaker
from tests.support.sites import OWNER, SECRET, open_site, owner_of
from tests.support.staffed import STAFF, contents

OPENING = {"act": "open", "type": "complaint", "channel": "counter", "text": "The lift is stuck."}
PINS = {login: f"{n}" * 6 for n, login in enumerate(STAFF) if login != OWNER} | {OWNER: SECRET}
AsPerson = Callable[..., Ran]


@pytest.fixture
def live(make_shell: ShellMaker) -> Shell:
    """A shell on a live hotel whose people have PINs."""
    shell = make_shell(training=False)
    desk = open_site(shell.workspace, system_clock)
    for login, pin in PINS.items():
        if login != OWNER:
            desk.staff.give_secret(owner_of(desk), login, pin)
    desk.close()
    return shell


@pytest.fixture
def as_person(live: Shell, monkeypatch: pytest.MonkeyPatch) -> AsPerson:
    """Runs a verb signed in: ``as_person("rita", "queue")``."""

    def run(login: str, *verb: str, pin: str = "") -> Ran:
        monkeypatch.setenv("AMENDS_PIN", pin or PINS[login])
        return live(*verb, "--as", login)

    return run


def refused(ran: Ran) -> tuple[int, str, int]:
    return ran.status, ran.out, ran.err.count("\n")


REFUSED = (1, "", 1)


def test_nobody_reads_or_acts_without_signing_in(live: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(live.workspace)
    verbs: list[list[str]] = [["queue"], ["search", "a"], ["case", "1"], ["apply", live.file([OPENING])], ["demo"]]
    for verb in verbs:
        assert refused(live(*verb)) == REFUSED
    monkeypatch.setenv("AMENDS_PIN", SECRET)
    for verb in verbs:
        assert refused(live(*verb)) == REFUSED  # a PIN alone says nothing about who
    monkeypatch.delenv("AMENDS_PIN")
    assert refused(live("queue", "--as", OWNER)) == REFUSED
    assert contents(live.workspace) == before


def test_doctor_verify_and_backup_sign_nobody_in(live: Shell) -> None:
    for verb in ("doctor", "verify", "backup"):
        assert live(verb).status == 0, verb


def test_the_signed_in_person_acts_now(live: Shell, as_person: AsPerson) -> None:
    ran = as_person("rita", "apply", live.file([{**OPENING, "by": "RITA"}]))
    (answer,) = ran.answers
    assert (ran.status, answer["ok"]) == (0, True)
    case = as_person("rita", "case", answer["case"], "--json").json
    assert case["received_by"] == "rita"


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"by": "sam"}, "wrong_person", "by"),
        ({"by": "nobody"}, "wrong_person", "by"),
        ({"at": "2026-11-19T21:42:00+08:00"}, "at_not_allowed", "at"),
    ],
)
def test_by_must_be_the_signed_in_person_and_at_is_refused(
    live: Shell, as_person: AsPerson, more: dict[str, Any], code: str, field: str
) -> None:
    ran = as_person("rita", "apply", live.file([{**OPENING, "by": "rita", **more}]))
    assert (ran.status, ran.answers[0]["error"]["code"], ran.answers[0]["error"]["field"]) == (1, code, field)
    assert as_person(OWNER, "queue", "--json").json["total"] == 0


def test_a_signed_in_person_has_that_persons_rights(live: Shell, as_person: AsPerson) -> None:
    opened = as_person("rita", "apply", live.file([{**OPENING, "by": "rita"}])).answers[0]["case"]
    override = {"act": "override", "case": opened, "band": "P1", "reason": "a"}
    for login in STAFF:
        answer = as_person(login, "apply", live.file([{**override, "by": login}])).answers[0]
        assert answer["ok"] is (login in (OWNER, "mark")), login
    for verb in (["queue"], ["case", opened]):
        assert [as_person(login, *verb).status for login in STAFF] == [int(login == "ana") for login in STAFF]


def test_a_live_desk_is_never_filled_with_practice(as_person: AsPerson, live: Shell) -> None:
    before = contents(live.workspace)
    assert refused(as_person(OWNER, "demo")) == REFUSED
    assert contents(live.workspace) == before


def test_five_wrong_pins_lock_one_person_out_across_calls(live: Shell, as_person: AsPerson) -> None:
    messages = [as_person("rita", "queue", pin="999999").err for _ in range(5)]
    assert len(set(messages)) == 5
    assert "30" in messages[-1]
    locked = as_person("rita", "queue")
    assert refused(locked) == REFUSED
    assert as_person("sam", "queue").status == 0
    assert as_person(OWNER, "queue").status == 0


@pytest.mark.parametrize("pin", ["\udcff\udcfe" * 4, "x" * 100_000, "' OR 1=1 --"])
def test_a_strange_pin_is_a_wrong_one(as_person: AsPerson, pin: str) -> None:
    assert refused(as_person("rita", "queue", pin=pin)) == REFUSED


def test_a_pin_is_nowhere_in_what_is_written(live: Shell, as_person: AsPerson) -> None:
    for ran in (as_person("rita", "queue", pin="canary99"), as_person(OWNER, "queue")):
        assert "canary99" not in ran.out + ran.err
        assert SECRET not in ran.out + ran.err
