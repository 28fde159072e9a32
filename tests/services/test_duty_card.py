"""The duty card: whom to call, readable by everyone, written by managers."""

import pytest

from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.services.desk import Desk
from desktop.services.duty_card import MOST_LINES
from tests.services.settings_desk import Settled, settled

CARD = DutyCard(
    (DutyLine("Duty manager 值班经理", "+86 138 0000 0000", "Anything at P1"), DutyLine("消防", "119", "")),
    "First the ambulance, then the duty manager.",
)


@pytest.fixture
def at(desk: Desk) -> Settled:
    return settled(desk)


def test_nobody_has_written_it_yet(at: Settled) -> None:
    kept = at.settings.duty_card.card()
    assert (kept.value.is_blank, kept.version) == (True, 0)


def test_what_is_written_is_read_again(at: Settled) -> None:
    assert at.settings.duty_card.change(at.person(), CARD, 0).value == CARD
    assert at.settings.duty_card.card().value == CARD
    assert at.entries()[-1] == ("mark", "settings")


def test_blank_lines_and_blanks_around_are_left_out(at: Settled) -> None:
    card = DutyCard((DutyLine(" ", "", ""), DutyLine(" Fire ", " 119 ", " ")), "\n")
    assert at.settings.duty_card.change(at.person(), card).value == DutyCard((DutyLine("Fire", "119", ""),), "")


def test_numbers_of_colleagues_do_not_stand_openly_in_the_history(at: Settled) -> None:
    at.settings.duty_card.change(at.person(), CARD)
    with at.desk.workspace.database.reading_plainly() as driver:
        changes = driver.execute("SELECT changes FROM history ORDER BY id DESC LIMIT 1").fetchone()[0]
    assert "138 0000 0000" not in changes
    assert "ambulance" not in changes


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (DutyLine("", "119", ""), ("missing", "duty.0.who")),
        (DutyLine("Fire", "", "smoke"), ("missing", "duty.0.number")),
        (DutyLine("Fire", "1\0", ""), ("bad_characters", "duty.0.number")),
        (DutyLine("x" * 1_001, "1", ""), ("too_long", "duty.0.who")),
    ],
)
def test_a_line_needs_somebody_and_a_number(at: Settled, line: DutyLine, expected: tuple[str, str]) -> None:
    assert at.refused(at.settings.duty_card.change, at.person(), DutyCard((line,))) == expected


def test_the_place_of_a_wrong_line_counts_blank_ones_too(at: Settled) -> None:
    card = DutyCard((DutyLine(), DutyLine("Fire", "", "")))
    assert at.refused(at.settings.duty_card.change, at.person(), card) == ("missing", "duty.1.number")


def test_a_card_has_room_for_a_page_of_people(at: Settled) -> None:
    lines = tuple(DutyLine(f"Person {n}", str(n)) for n in range(MOST_LINES + 1))
    assert at.refused(at.settings.duty_card.change, at.person(), DutyCard(lines)) == ("too_many", "duty_card")
    at.settings.duty_card.change(at.person(), DutyCard(lines[:-1]))


def test_two_people_on_the_card_meet_changed_meanwhile(at: Settled) -> None:
    at.settings.duty_card.change(at.person(), CARD, 0)
    code = at.refused(at.settings.duty_card.change, at.person("owner"), DutyCard(), 0)
    assert code == ("settings_changed_meanwhile", "version")
