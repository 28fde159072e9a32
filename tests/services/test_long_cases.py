"""A case that has been worked on for months is as quick to act on as a new one."""

import re

import pytest
from sqlalchemy import select

from desktop.models.case import Case
from desktop.models.driver import driver_of
from tests.support.acts import APOLOGY, RECIPES, Story

ENTRIES = 1_000
ACTS = ["take", "assess", "override", "task", "promise", "note", "contact", "hand_over", "involve", "restrict"]


def long_case(story: Story) -> str:
    """A case with a history of a thousand entries, on which everything can be tried."""
    number = story.opened("assessed")
    with story.desk.workspace.database.writing() as session:
        case_id = session.scalar(select(Case.id).where(Case.number == number))
        for count in range(ENTRIES):
            story.desk.journal.append(session, story.at, "mark", "take", case_id, {"reason": (None, f"Entry {count}")})
    return number


def statements_on_the_history(story: Story, number: str) -> list[str]:
    """What is read of the history while the acts are done."""
    statements: list[str] = []
    with story.desk.workspace.database.writing() as session:
        driver = driver_of(session)  # the pool hands the same connection to the next act
    driver.set_trace_callback(statements.append)
    try:
        for act in ACTS:
            story.act(act, number, **RECIPES[act][1])
        story.act("wait", number, **{"for": "guest"})
        story.act("resume", number)
        story.act("propose", number, by="owner", remedies=APOLOGY)
    finally:
        driver.set_trace_callback(None)
    return [text for text in statements if re.search(r"\bhistory(_texts)?\b", text)]


@pytest.mark.parametrize("is_long", [True, False])
def test_no_act_reads_the_history_of_its_case(story: Story, is_long: bool) -> None:
    number = long_case(story) if is_long else story.opened("assessed")
    statements = statements_on_the_history(story, number)
    assert sum(text.startswith("INSERT INTO history") for text in statements) >= len(ACTS)
    reading = [text for text in statements if text.lstrip().upper().startswith("SELECT")]
    assert [text for text in reading if not text.rstrip().endswith("LIMIT 1")] == []
