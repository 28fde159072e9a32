"""The owner's recovery sheet: one code, kept as a hash, good for one way in (trust.md, People)."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.commands import SetStaff
from desktop.domain.kinds import Language, Role
from desktop.errors import UserError
from desktop.services.recovery import new_code, plain_code, sheet_rows
from desktop.words import load_words
from tests.services.settings_desk import Settled, settled
from tests.support.clock import Clock
from tests.support.sites import OWNER, SECRET
from tests.support.staffed import STAFF, DeskMaker

NEW = "correct horse"


@pytest.fixture
def at(make_desk: DeskMaker, clock: Clock) -> Settled:
    return settled(make_desk(training=False, now=clock))


def refused(at: Settled, code: str, login: str = OWNER, secret: str = NEW) -> tuple[str, str, dict[str, object]]:
    with pytest.raises(UserError) as refusal:
        at.settings.recovery.recover(login, code, secret, "D1")
    return refusal.value.code, refusal.value.field, dict(refusal.value.params)


def test_the_code_lets_the_owner_in_with_a_new_secret(at: Settled) -> None:
    sheet = at.settings.recovery.make(at.person(OWNER))
    person = at.settings.recovery.recover(OWNER, sheet.code, NEW, "D1")
    assert (person.login, person.desk) == (OWNER, "D1")
    assert at.desk.staff.sign_in(OWNER, NEW, "D1") == person
    assert [act for _, act in at.entries()][-2:] == ["recovery", "pin"]


def test_a_code_works_once(at: Settled) -> None:
    sheet = at.settings.recovery.make(at.person(OWNER))
    assert at.settings.recovery.made_at(at.person(OWNER)) == at.desk.now()
    at.settings.recovery.recover(OWNER, sheet.code, NEW, "D1")
    assert at.settings.recovery.made_at(at.person(OWNER)) is None
    assert refused(at, sheet.code)[0] == "recovery_none"


def test_a_new_sheet_takes_the_place_of_the_old_one(at: Settled) -> None:
    old, new = (at.settings.recovery.make(at.person(OWNER)) for _ in range(2))
    assert refused(at, old.code)[0] == "recovery_wrong"
    at.settings.recovery.recover(OWNER, new.code, NEW, "D1")


def test_every_owner_has_a_sheet_of_their_own(at: Settled) -> None:
    at.desk.cases.perform(SetStaff("zoe", "Zoe", Role.OWNER), at.person(OWNER))
    sheet = at.settings.recovery.make(at.person("zoe"))
    assert refused(at, sheet.code)[0] == "recovery_none"
    assert at.settings.recovery.recover("zoe", sheet.code, NEW, "D1").login == "zoe"


@pytest.mark.parametrize("login", [login for login, role in STAFF.items() if role is not Role.OWNER])
def test_only_an_owner_has_a_sheet(at: Settled, login: str) -> None:
    assert at.refused(at.settings.recovery.make, at.person(login)) == ("not_allowed", "by")
    assert refused(at, new_code(), login)[0] == "recovery_none"


def test_who_is_no_owner_any_more_does_not_get_in_by_an_old_sheet(at: Settled) -> None:
    at.desk.cases.perform(SetStaff("zoe", "Zoe", Role.OWNER), at.person(OWNER))
    sheet = at.settings.recovery.make(at.person("zoe"))
    at.desk.cases.perform(SetStaff("zoe", "Zoe", Role.RECEPTIONIST), at.person(OWNER))
    assert refused(at, sheet.code, "zoe")[0] == "recovery_none"


def test_wrong_codes_are_limited_like_pins_and_do_not_lock_the_pin(at: Settled, clock: Clock) -> None:
    sheet = at.settings.recovery.make(at.person(OWNER))
    told = [refused(at, new_code()) for _ in range(5)]
    assert [(code, params) for code, _, params in told] == [
        *(("recovery_wrong", {"left": left}) for left in (4, 3, 2, 1)),
        ("locked_out", {"seconds": 30}),
    ]
    assert {field for _, field, _ in told} == {"code"}
    assert refused(at, sheet.code)[0] == "locked_out"
    assert at.desk.staff.sign_in(OWNER, SECRET, "D1").login == OWNER
    clock.advance(timedelta(seconds=30))
    at.settings.recovery.recover(OWNER, sheet.code, NEW, "D1")


def test_the_code_ends_the_waiting_of_forgotten_pins(at: Settled) -> None:
    sheet = at.settings.recovery.make(at.person(OWNER))
    for _ in range(5):
        with pytest.raises(UserError):
            at.desk.staff.sign_in(OWNER, "271828", "D1")
    at.settings.recovery.recover(OWNER, sheet.code, NEW, "D1")
    assert at.desk.staff.sign_in(OWNER, NEW, "D1").login == OWNER


def test_a_new_secret_that_is_too_short_spends_neither_code_nor_try(at: Settled) -> None:
    sheet = at.settings.recovery.make(at.person(OWNER))
    assert refused(at, sheet.code, secret="12345")[:2] == ("pin_too_short", "pin")
    at.settings.recovery.recover(OWNER, sheet.code, NEW, "D1")


def test_small_letters_blanks_and_misread_signs_mean_the_same_code() -> None:
    assert plain_code("o1l2 ｉ－ＡＢＣ\u200b") == "01121ABC"
    code = new_code()
    assert plain_code(code.lower().replace("-", " ")) == code.replace("-", "")


def test_codes_are_groups_of_four_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(group) for code in codes for group in code.split("-")} == {4}
    assert {len(code.split("-")) for code in codes} == {5}


@pytest.mark.parametrize("code", ["", "\ud800", "\0", "x" * 100_000])
def test_a_strange_code_is_a_wrong_one(at: Settled, code: str) -> None:
    at.settings.recovery.make(at.person(OWNER))
    assert refused(at, code)[0] == "recovery_wrong"


def test_the_code_is_nowhere_in_the_workspace(at: Settled) -> None:
    sheet = at.settings.recovery.make(at.person(OWNER))
    at.desk.close()
    whole = b"".join(path.read_bytes() for path in Path(at.desk.workspace.folder).rglob("*") if path.is_file())
    assert sheet.code.encode() not in whole
    assert sheet.code.replace("-", "").encode() not in whole
    assert sheet.code not in repr(sheet)


def test_a_practice_desk_has_no_sheet(make_desk: DeskMaker) -> None:
    practice = settled(make_desk())
    assert practice.refused(practice.settings.recovery.make, practice.person(OWNER)) == ("not_in_training", "")
    assert refused(practice, new_code())[0] == "not_in_training"


@pytest.mark.parametrize("language", Language)
def test_the_sheet_says_whose_it_is_and_how_it_is_used(at: Settled, language: Language) -> None:
    sheet = at.settings.recovery.make(at.person(OWNER))
    rows = sheet_rows(sheet, load_words(language), "2026-11-19 21:42")
    kinds = [row.kind for row in rows]
    assert kinds == ["title", "fact", "fact", "code", "step", "step", "step", "step", "note"]
    assert rows[3].text == sheet.code
    assert "Olive Owner" in rows[1].text
    assert "Harbour Hotel" in rows[1].text
