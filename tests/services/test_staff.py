"""Signing in: PINs, passphrases, wrong tries and waiting times (trust.md, People)."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.commands import SetStaff
from desktop.domain.kinds import Role
from desktop.errors import UserError
from desktop.models.archives import DATABASE
from desktop.services.desk import Desk
from desktop.services.settings import make_settings
from desktop.services.staff import check_secret, hash_secret
from tests.support.clock import Clock
from tests.support.sites import OWNER, SECRET, open_site
from tests.support.staffed import STAFF, DeskMaker

WRONG = "271828"


@pytest.fixture
def live(make_desk: DeskMaker, clock: Clock) -> Desk:
    """A live hotel, whose owner alone has a PIN."""
    return make_desk(training=False, now=clock)


def refusal(desk: Desk, login: str = OWNER, secret: str = WRONG, at: str = "D1") -> tuple[str, dict[str, object]]:
    with pytest.raises(UserError) as refused:
        desk.staff.sign_in(login, secret, at)
    return refused.value.code, dict(refused.value.params)


def test_the_right_secret_signs_a_person_in_at_a_desk(live: Desk) -> None:
    person = live.staff.sign_in(OWNER.upper(), SECRET, "D1")
    assert (person.login, person.role, person.desk) == (OWNER, Role.OWNER, "D1")


def test_nobody_signs_in_without_a_pin_or_without_being_on_the_list(live: Desk) -> None:
    assert refusal(live, "rita")[0] == "pin_not_given"
    assert refusal(live, "nobody")[0] == "no_such_person"
    assert refusal(live, "\ud800")[0] == "no_such_person"


def test_a_practice_desk_asks_for_no_secret(desk: Desk) -> None:
    for login, role in STAFF.items():
        assert desk.staff.sign_in(login, "", "D1").role is role
        assert desk.staff.person(login, "D1").role is role
    with pytest.raises(UserError) as refused:
        desk.staff.person("nobody", "D1")
    assert (refused.value.code, refused.value.field) == ("no_such_person", "by")


def test_five_wrong_tries_and_then_each_one_waits_longer(live: Desk, clock: Clock) -> None:
    told = [refusal(live) for _ in range(5)]
    assert told == [("sign_in_failed", {"left": left}) for left in (4, 3, 2, 1)] + [("locked_out", {"seconds": 30})]
    for wait, following in ((30, 60), (60, 300), (300, 900), (900, 900), (900, 900)):
        clock.advance(timedelta(seconds=wait - 1))
        assert refusal(live, secret=SECRET) == ("locked_out", {"seconds": 1})
        clock.advance(timedelta(seconds=1))
        assert refusal(live) == ("locked_out", {"seconds": following})
    clock.advance(timedelta(seconds=900))
    live.staff.sign_in(OWNER, SECRET, "D1")
    assert refusal(live) == ("sign_in_failed", {"left": 4})


def test_the_wait_outlives_a_restart(live: Desk, clock: Clock) -> None:
    for _ in range(5):
        refusal(live)
    live.close()
    again = open_site(live.workspace.folder, clock)
    assert refusal(again, secret=SECRET) == ("locked_out", {"seconds": 30})
    clock.advance(timedelta(seconds=30))
    assert refusal(again) == ("locked_out", {"seconds": 60})
    again.close()


def test_tries_count_for_each_person_and_desk_by_themselves(live: Desk) -> None:
    owner = live.staff.person(OWNER, "D1")
    live.staff.give_secret(owner, "rita", "161803")
    for _ in range(5):
        refusal(live)
    assert refusal(live)[0] == "locked_out"
    assert live.staff.sign_in(OWNER, SECRET, "D2").desk == "D2"
    assert live.staff.sign_in("rita", "161803", "D1").login == "rita"


def test_a_new_secret_ends_the_waiting(live: Desk) -> None:
    owner = live.staff.person(OWNER, "D1")
    live.staff.give_secret(owner, "rita", "161803")
    for _ in range(5):
        refusal(live, "rita")
    live.staff.give_secret(owner, "rita", "correct horse")
    assert live.staff.sign_in("rita", "correct horse", "D1").login == "rita"


@pytest.mark.parametrize("receiver", STAFF)
@pytest.mark.parametrize("giver", STAFF)
def test_owners_and_managers_give_secrets_and_an_owner_alone_to_an_owner(desk: Desk, giver: str, receiver: str) -> None:
    by = desk.staff.person(giver, "D1")
    if STAFF[giver] not in (Role.OWNER, Role.MANAGER) or (receiver == OWNER and giver != OWNER):
        expected = "not_allowed"
    else:
        expected = "own_pin_needs_old" if giver == receiver else None
    if expected is None:
        desk.staff.give_secret(by, receiver, "161803")
        assert next(row for row in desk.staff.people() if row.login == receiver).has_pin
        return
    with pytest.raises(UserError) as refused:
        desk.staff.give_secret(by, receiver, "161803")
    assert (refused.value.code, refused.value.field) == (expected, "by")


def test_another_owner_gives_an_owner_a_new_secret(live: Desk) -> None:
    owner = live.staff.person(OWNER, "D1")
    live.cases.perform(SetStaff("zoe", "Zoe", Role.OWNER), owner)
    live.staff.give_secret(live.staff.person("zoe", "D1"), OWNER, "161803")
    assert live.staff.sign_in(OWNER, "161803", "D1").login == OWNER


def test_ones_own_secret_is_changed_with_the_old_one(live: Desk) -> None:
    owner = live.staff.sign_in(OWNER, SECRET, "D1")
    live.staff.change_own_secret(owner, SECRET, "correct horse")
    assert refusal(live, secret=SECRET)[0] == "sign_in_failed"
    assert live.staff.sign_in(OWNER, "correct horse", "D1").login == OWNER


def test_a_wrong_old_secret_counts_like_a_wrong_sign_in(live: Desk, clock: Clock) -> None:
    owner = live.staff.sign_in(OWNER, SECRET, "D1")
    told = []
    for _ in range(5):
        with pytest.raises(UserError) as refused:
            live.staff.change_own_secret(owner, WRONG, "correct horse")
        told.append((refused.value.code, refused.value.field))
    assert told == [("sign_in_failed", "old")] * 4 + [("locked_out", "old")]
    assert refusal(live, secret=SECRET)[0] == "locked_out"
    clock.advance(timedelta(seconds=30))
    live.staff.sign_in(OWNER, SECRET, "D1")


def test_a_new_secret_that_is_too_short_costs_no_try(live: Desk) -> None:
    owner = live.staff.sign_in(OWNER, SECRET, "D1")
    with pytest.raises(UserError) as refused:
        live.staff.change_own_secret(owner, WRONG, "12345")
    assert refused.value.code == "pin_too_short"
    assert refusal(live) == ("sign_in_failed", {"left": 4})


def test_the_new_secret_is_another_one(live: Desk) -> None:
    owner = live.staff.sign_in(OWNER, SECRET, "D1")
    with pytest.raises(UserError) as refused:
        live.staff.change_own_secret(owner, SECRET, SECRET)
    assert (refused.value.code, refused.value.field) == ("pin_same", "pin")


def test_nobody_signs_in_at_a_desk_out_of_use(live: Desk) -> None:
    owner = live.staff.sign_in(OWNER, SECRET, "D1")
    settings = make_settings(live.workspace.database, live.site, live.journal, live.now)
    settings.site.add_desk(owner, "D2", "Concierge")
    settings.site.use_desk(owner, "D1", False)
    assert refusal(live, secret=SECRET, at="D1") == ("desk_out_of_use", {"value": "D1"})
    assert live.staff.sign_in(OWNER, SECRET, "D2").desk == "D2"


@pytest.mark.parametrize(
    ("secret", "code"),
    [
        ("", "pin_missing"),
        ("12345", "pin_too_short"),
        ("123456", None),
        ("12345a", "passphrase_too_short"),
        ("１２３４５６", "passphrase_too_short"),
        ("eight ch", None),
        ("密码密码密码密码", None),
        ("eight c\ud800", "bad_characters"),
        ("eight c\0", "bad_characters"),
        ("x" * 1_001, "too_long"),
    ],
)
def test_a_pin_has_six_digits_and_a_passphrase_eight_characters(secret: str, code: str | None) -> None:
    if code is None:
        assert check_secret(secret) == secret
        return
    with pytest.raises(UserError) as refused:
        check_secret(secret)
    assert (refused.value.code, refused.value.field) == (code, "pin")


@pytest.mark.parametrize("secret", ["", "\ud800", "\0", "x" * 1_000_000])
def test_a_strange_secret_is_a_wrong_one(live: Desk, secret: str) -> None:
    assert refusal(live, secret=secret) == ("sign_in_failed", {"left": 4})


def test_secrets_are_kept_as_argon2id_with_64_mib_and_three_passes() -> None:
    hashed = hash_secret("161803")
    assert hashed.startswith("$argon2id$")
    assert "m=65536,t=3," in hashed
    assert hash_secret("161803") != hashed


def test_a_secret_is_nowhere_in_the_file(live: Desk) -> None:
    live.staff.give_secret(live.staff.person(OWNER, "D1"), "rita", "canary secret")
    live.close()
    whole = b"".join(path.read_bytes() for path in Path(live.workspace.folder).rglob("*") if path.is_file())
    assert b"canary secret" not in whole


def test_who_left_neither_signs_in_nor_is_offered(live: Desk) -> None:
    live.staff.give_secret(live.staff.person(OWNER, "D1"), "rita", "161803")
    with closing(sqlite3.connect(live.workspace.folder / DATABASE)) as database:
        database.execute("UPDATE staff SET active = 0 WHERE login = 'rita'")
        database.commit()
    assert refusal(live, "rita", "161803")[0] == "no_such_person"
    assert "rita" not in [row.login for row in live.staff.people()]


def test_people_are_listed_by_name_with_what_the_sign_in_page_shows(desk: Desk) -> None:
    rows = desk.staff.people()
    assert [(row.login, row.name, row.role, row.has_pin) for row in rows] == [
        ("ana", "Ana", "analyst", False),
        ("mark", "Mark", "manager", False),
        (OWNER, "Olive Owner", "owner", False),
        ("rita", "Rita", "receptionist", False),
        ("sam", "Sam", "specialist", False),
    ]
