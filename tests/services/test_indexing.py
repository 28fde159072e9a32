"""The index of cases that have been worked on for long: their later notes and contacts stand in rows of their own."""

from pathlib import Path

import pytest

from desktop.models.driver import driver_of
from desktop.services.desk import Desk
from desktop.services.indexing import IN_FIRST_ROW, rebuild
from tests.support.acts import Story
from tests.support.exchanging import LEAST, import_file, write_lines

LATER = IN_FIRST_ROW + 5


def worked_on(story: Story, act: str = "note", texts: tuple[str, ...] = (), text: str = "The lift is stuck.") -> str:
    """A case with notes (or contacts) up to the end of its first row, and these after them."""
    number = story.open(text=text)
    for n in range(IN_FIRST_ROW):
        story.act(act, number, text=f"Looked again {n}.")
    for written in texts:
        story.act(act, number, text=written)
    return number


def found(desk: Desk, words: str) -> list[str]:
    return [row.number for row in desk.finder.find(words).rows]


@pytest.mark.parametrize("act", ["note", "contact"])
def test_words_of_later_notes_and_contacts_find_their_case(story: Story, act: str) -> None:
    number = worked_on(story, act, ("A zebra in the lobby.", "空调一直滴水"))
    for words in ("zebra", "zeb", "zebra lobby", "空调", "空", "一直滴水", "滴水 zebra", "zebra stuck", "again 空调"):
        assert found(story.desk, words) == [number], words
    for words in ("zebra giraffe", "调滴", "giraffe stuck"):
        assert found(story.desk, words) == [], words


def test_a_case_found_in_several_rows_is_found_and_counted_once(story: Story) -> None:
    long = worked_on(story, texts=("A zebra.", "The zebra again."), text="A zebra in the lift.")
    later = worked_on(story, texts=("Zebra!", "No zebra any more."))
    story.wait(hours=1)
    new = story.open(text="A zebra.")
    page = story.desk.finder.find("zebra")
    assert [row.number for row in page.rows] == [new, later, long]
    assert page.total == 3
    for limit in (1, 2, 3):
        cut = story.desk.finder.find("zebra", limit)
        assert (cut.rows, cut.total) == (page.rows[:limit], 3)


def test_a_restricted_case_is_found_by_its_later_notes_only_by_those_who_lead(story: Story) -> None:
    number = worked_on(story, texts=("A zebra.",))
    story.act("restrict", number, by="mark", restricted=True)
    for login, hits in (("rita", 0), ("mark", 1)):
        page = story.desk.finder.find("zebra", reader=story.desk.staff.person(login, "D1"))
        assert (len(page.rows), page.total) == (hits, hits)


def test_a_later_note_taken_back_leaves_the_index(story: Story) -> None:
    number = worked_on(story, texts=("A zebra.", "A giraffe."))
    story.desk.cases._now = lambda: story.at  # type: ignore[method-assign, assignment]  # undo is judged by the desk's clock
    story.desk.cases.undo(number, story.desk.staff.person(story.by, "D1"))
    assert (found(story.desk, "giraffe"), found(story.desk, "zebra")) == ([], [number])
    assert story.desk.health.verify().ok


def test_building_anew_finds_the_same(story: Story) -> None:
    number = worked_on(story, texts=("A zebra.",))
    story.act("contact", number, text="A giraffe.")
    with story.desk.workspace.database.writing() as session:
        rebuild(session)
    for words in ("zebra giraffe", "stuck zebra", "again giraffe"):
        assert found(story.desk, words) == [number], words
    assert story.desk.health.verify().ok


@pytest.mark.parametrize("spoil", ["DELETE FROM notes WHERE text = 'A zebra.'", "UPDATE notes SET text = 'A giraffe.'"])
def test_verify_notices_a_later_note_that_the_index_does_not_hold_rightly(story: Story, spoil: str) -> None:
    number = worked_on(story, texts=("A zebra.",))
    with story.desk.workspace.database.writing() as session:
        session.connection().exec_driver_sql(spoil)
    problems = story.desk.health.verify().problems
    assert [problem.code for problem in problems] == ["search_index_stale"]
    assert problems[0].params["number"] in (number, None)


def test_an_imported_case_is_found_by_its_later_notes(story: Story, tmp_path: Path) -> None:
    notes = [{"text": f"Looked again {n}."} for n in range(IN_FIRST_ROW)] + [{"text": "A zebra."}]
    told = LEAST | {"text": "The lift is stuck.", "notes": notes}
    import_file(story.desk, write_lines(tmp_path / "in.jsonl", [told]))
    assert len(found(story.desk, "zebra stuck")) == 1
    assert story.desk.health.verify().ok


def written_by_a_note(story: Story, number: str) -> int:
    """How many characters of statements a note costs, with everything that is handed to them."""
    statements: list[str] = []
    with story.desk.workspace.database.writing() as session:
        driver = driver_of(session)  # the pool hands the same connection to the next act
    driver.set_trace_callback(statements.append)
    try:
        story.act("note", number, text="Looked once more.")
    finally:
        driver.set_trace_callback(None)
    own = [text for text in statements if not text.startswith("--")]  # what the index does inside is its own business
    assert any("search_index" in text for text in own)
    return sum(map(len, own))


def test_a_note_costs_the_same_however_long_its_case_is(story: Story) -> None:
    number = worked_on(story)
    costs = [written_by_a_note(story, number) for _ in range(LATER)]
    assert max(costs) - min(costs) < 100
