"""An old book's history counts in the months in which it happened; what the desk wrote itself counts the same again."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.figures.shapes import Figures, Flow, Month
from desktop.services.desk import Desk
from tests.support.acts import CLOSING, Story
from tests.support.exchanging import LEAST, export_file, import_file, write_csv
from tests.support.sites import owner_of
from tests.support.staffed import DeskMaker

MAY, JUNE, JULY = (Month(2026, n) for n in (5, 6, 7))
NIGHT = {"received_at": "2026-05-31 23:59", "received_by": "rita"}


def brought_in(desk: Desk, folder: Path, *rows: dict[str, str]) -> None:
    result = import_file(desk, write_csv(folder / "book.csv", [LEAST | row for row in rows]))
    assert (result.imported, result.rejected) == (len(rows), 0)


def of(desk: Desk, month: Month, as_of: str = "") -> Figures:
    moment = datetime.fromisoformat(as_of).replace(tzinfo=desk.site.facts().zone) if as_of else desk.now()
    return desk.figures.month(owner_of(desk), month, moment)


def test_a_book_tells_of_both_resolutions_and_the_reopening_between(desk: Desk, tmp_path: Path) -> None:
    row = {
        "resolved_at": "2026-06-01 00:29",
        "reopened_at": "2026-06-02 10:00",
        "resolved_again_at": "2026-07-01 00:00",
    }
    brought_in(desk, tmp_path, NIGHT | row)
    assert [of(desk, month).flow for month in (MAY, JUNE, JULY)] == [
        Flow(0, 1, 0, 0, 0, 1), Flow(1, 0, 1, 1, 0, 1), Flow(1, 0, 0, 1, 0, 0),
    ]  # fmt: skip
    may = of(desk, MAY)
    assert (may.first_contact.count, may.within_24h.count, may.resolution.resolved) == (1, 1, 0)
    assert may.on_target.resolve.count == 1
    assert (of(desk, JUNE).reopened.count, str(of(desk, JUNE).reopened.pct)) == (1, "100.0")


@pytest.mark.parametrize(
    ("row", "flow"),
    [
        ({"closed_at": "2026-06-03 12:00"}, Flow(0, 1, 0, 1, 0, 0)),
        ({"state": "closed"}, Flow(0, 1, 0, 1, 0, 0)),
        ({"resolved_at": "2026-06-02 10:00", "closed_at": "2026-07-02 10:00"}, Flow(0, 1, 0, 1, 0, 0)),
        ({"resolved_at": "2026-07-02 10:00"}, Flow(0, 1, 0, 0, 0, 1)),
        ({"state": "withdrawn"}, Flow(0, 1, 0, 0, 1, 0)),
        ({"state": "duplicate"}, Flow(0, 0, 0, 0, 0, 0)),
        ({"state": "new"}, Flow(0, 1, 0, 0, 0, 1)),
        (
            {"resolved_at": "2026-06-01 10:00", "reopened_at": "2026-06-02 10:00", "closed_at": "2026-06-03 10:00"},
            Flow(0, 1, 1, 2, 0, 0),
        ),
        (
            {"resolved_at": "2026-06-01 10:00", "closed_at": "2026-06-02 10:00", "reopened_at": "2026-06-03 10:00"},
            Flow(0, 1, 1, 1, 0, 1),
        ),
    ],
)  # fmt: skip
def test_the_flow_of_a_book_balances_whatever_its_rows_leave_out(
    row: dict[str, str], flow: Flow, desk: Desk, tmp_path: Path
) -> None:
    brought_in(desk, tmp_path, row)
    assert of(desk, JUNE).flow == flow
    assert flow.balances


def test_an_old_book_can_be_read_as_of_a_day_of_its_own(desk: Desk, tmp_path: Path) -> None:
    row = {
        "responded_at": "2026-06-01 09:30", "resolved_at": "2026-06-01 10:00", "closed_at": "2026-06-03 12:00",
        "outcome": "upheld", "root_cause": "people", "remedy": "voucher", "compensation": "10", "satisfaction": "5",
        "received_by": "rita", "emotion": "3",
    }  # fmt: skip
    brought_in(desk, tmp_path, row)
    seen = [of(desk, JUNE, as_of) for as_of in ("2026-06-01 09:29:59", "2026-06-01 10:00", "2026-06-03 12:00")]
    assert [(f.first_response.answered, f.within_24h.count, f.flow.closing) for f in seen] == [
        (0, 0, 1), (1, 1, 0), (1, 1, 0),
    ]  # fmt: skip
    assert [(f.compensation.total, f.outcome.upheld.count, f.satisfaction.answers) for f in seen] == [
        (0, 0, 0), (1000, 0, 0), (1000, 1, 1),
    ]  # fmt: skip
    assert [p.key for p in seen[-1].compensation.by_role] == ["receptionist"]
    assert of(desk, JUNE, "2026-06-01 08:59:59").received == 0


def test_names_that_nobody_knows_here_still_resolve_at_first_contact(desk: Desk, tmp_path: Path) -> None:
    row = {"resolved_at": "2026-06-01 09:30", "received_by": "Old Hand"}
    brought_in(desk, tmp_path, row, row | {"handed_over": "yes", "room": "2"})
    shown = of(desk, JUNE)
    assert shown.first_contact.count == 1
    assert [(row.key, row.count) for row in shown.by_staff] == [("Old Hand", 2)]


def test_what_one_desk_exports_counts_the_same_at_another(story: Story, make_desk: DeskMaker, tmp_path: Path) -> None:
    fields: dict[str, Any] = {"guest": {"name": "Tan", "phone": "+44 7700 900123"}, "place": "Bar", "category": "H01-1"}
    number = story.lead(story.open(**fields), "resolved")
    for _ in range(2):
        story.wait(hours=30)
        story.act("reopen", number, reason="Again.")
        story.lead(number, "resolved", since="investigating")
    story.act("survey", number, overall=4, recommend=10)
    story.wait(hours=1)
    story.act("close", number, **CLOSING, by="owner")
    story.act("hand_over", story.open(**fields, by="rita"), by="rita", to="sam")
    story.act("withdraw", story.open(), reason="They changed their mind.")
    story.wait(hours=1)
    lines = export_file(story.desk, tmp_path / "cases.jsonl", at=story.at)
    other = make_desk(now=lambda: story.at)
    assert import_file(other, lines).imported == 3
    for as_of in (story.at, story.at - timedelta(hours=40)):
        for month in (Month(2026, 11), Month(2026, 12)):
            ours, theirs = (d.figures.month(owner_of(d), month, as_of) for d in (story.desk, other))
            assert ours.flow.balances
            assert theirs == ours
