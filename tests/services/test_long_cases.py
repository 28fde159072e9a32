"""A case that has been worked on for months is as quick to act on as a new one."""

import re

from desktop.models.driver import driver_of
from tests.support.acts import APOLOGY, RECIPES, Story

ACTS = ["take", "assess", "override", "task", "promise", "note", "contact", "hand_over", "involve", "restrict"]


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


def test_no_act_reads_the_history_of_its_case(story: Story) -> None:
    statements = statements_on_the_history(story, story.opened("assessed"))
    assert sum(text.startswith("INSERT INTO history") for text in statements) >= len(ACTS)
    reading = [text for text in statements if text.lstrip().upper().startswith("SELECT")]
    assert [text for text in reading if not text.rstrip().endswith("LIMIT 1")] == []
