"""Tasks, promises, requests, people and pauses of case objects come in as they were, and the case goes on."""

from pathlib import Path
from typing import Any

import pytest

from desktop.services.desk import Desk
from tests.support.acts import APOLOGY, Story
from tests.support.clock import Clock
from tests.support.exchanging import LEAST, export_file, import_file, read_lines, write_lines
from tests.support.staffed import DeskMaker

NUMBER = "HH-D1-20260601-0001"
TASK = {"title": "Look", "at": "2026-06-01 09:10", "by": "sam"}
PROMISE = {"text": "We call.", "due": "2026-06-01 12:00", "at": "2026-06-01 09:10", "by": "sam"}
REQUEST = {"at": "2026-06-01 09:20", "by": "rita", "remedies": [{"kind": "gift", "amount": "300.00"}]}
PAUSE = {"started_at": "2026-06-01 10:00", "ended_at": "2026-06-01 11:00"}


def brought_in(desk: Desk, folder: Path, **fields: object) -> Story:
    """The desk on the evening after a case with these fields came in."""
    responded = {"responded_at": "2026-06-01 09:05", "received_by": "rita"}
    result = import_file(desk, write_lines(folder / "in.jsonl", [LEAST | responded | fields]))
    assert (result.imported, result.problems) == (1, ())
    return Story(desk)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"tasks": [TASK | {"title": " "}]}, "missing", "title"),
        ({"tasks": [{"title": "Look"}]}, "missing", "at"),
        ({"tasks": [TASK | {"due": "soon"}]}, "bad_time", "due"),
        ({"tasks": {"title": "Look"}}, "bad_value", "tasks"),
        ({"promises": [PROMISE | {"due": None}]}, "missing", "due"),
        ({"promises": [PROMISE | {"text": ""}]}, "missing", "text"),
        ({"promises": [PROMISE | {"kept_at": "2099-01-01 09:00"}]}, "in_future", "kept_at"),
        ({"requests": [REQUEST | {"remedies": [{"amount": "1"}]}]}, "missing", "kind"),
        ({"requests": [REQUEST | {"remedies": [{"kind": "gift", "amount": "-1"}]}]}, "bad_amount", "amount"),
        ({"requests": [REQUEST | {"granted": "perhaps"}]}, "bad_value", "granted"),
        ({"members": "sam"}, "bad_value", "members"),
        ({"members": [1]}, "bad_value", "members"),
        ({"pauses": [PAUSE | {"ended_at": "2026-06-01 09:59"}]}, "runs_backwards", "pauses"),
        ({"pauses": [{"ended_at": "2026-06-01 09:59"}]}, "missing", "started_at"),
        ({"restricted": "perhaps"}, "bad_value", "restricted"),
        ({"state_before_wait": "asleep"}, "bad_value", "state_before_wait"),
    ],
)
def test_what_does_not_fit_is_named(desk: Desk, tmp_path: Path, fields: dict[str, Any], code: str, field: str) -> None:
    result = import_file(desk, write_lines(tmp_path / "in.jsonl", [LEAST | fields]))
    assert result.imported == 0
    assert [(problem.error.code, problem.error.field) for problem in result.problems] == [(code, field)]


def test_an_open_promise_that_came_in_has_its_place_in_the_queue(desk: Desk, tmp_path: Path) -> None:
    later = PROMISE | {"text": "We write.", "due": "2026-06-01 13:00"}
    kept = PROMISE | {"due": "2026-06-01 10:00", "kept_at": "2026-06-01 09:55"}
    story = brought_in(desk, tmp_path, promises=[later, kept, PROMISE])
    assert story.case(NUMBER)["next_due"] == "2026-06-01T12:00:00+08:00"
    story.act("promise_kept", NUMBER, promise=3)
    assert story.case(NUMBER)["next_due"] == "2026-06-01T13:00:00+08:00"


def test_tasks_that_came_in_are_asked_for_like_any_other(desk: Desk, tmp_path: Path) -> None:
    story = brought_in(desk, tmp_path, state="proposed", tasks=[TASK | {"to": "sam"}, TASK])
    told = {"told_by": "phone", "answer": "accepted"}
    assert story.refused("resolve", NUMBER, **told) == ("tasks_open", "tasks")
    for place in (1, 2):
        story.act("task_done", NUMBER, task=place)
    story.act("task", NUMBER, title="A third")
    assert [task["id"] for task in story.case(NUMBER)["tasks"]] == [1, 2, 3]


def test_names_that_nobody_bears_here_are_not_lost(desk: Desk, tmp_path: Path) -> None:
    work = {
        "tasks": [TASK | {"to": "Zoë", "by": "zoe"}],
        "requests": [REQUEST | {"by": "zoe"}],
        "members": ["zoe", "sam", "Sam"],
    }
    story = brought_in(desk, tmp_path, state="assessed", **work)
    case = story.case(NUMBER)
    assert [(task["to"], task["department"], task["by"]) for task in case["tasks"]] == [(None, "Zoë", "zoe")]
    assert ([request["by"] for request in case["requests"]], case["members"]) == (["zoe"], ["sam"])
    assert story.refused("approve", NUMBER, by="mark") == ("own_approval", "by")  # the importer stands for her
    story.act("approve", NUMBER, by="sam")
    assert story.case(NUMBER)["compensation"] == "300.00"


def test_a_case_that_came_in_waiting_is_taken_up_where_it_waited_from(desk: Desk, tmp_path: Path) -> None:
    pauses = [PAUSE, {"started_at": "2026-06-01 12:00"}]
    story = brought_in(desk, tmp_path, state="waiting_guest", state_before_wait="investigating", pauses=pauses)
    assert story.case(NUMBER)["resolve_due"] is None
    story.act("resume", NUMBER)
    case = story.case(NUMBER)
    assert (case["state"], case["pauses"][0]["started_at"]) == ("investigating", "2026-06-01T10:00:00+08:00")
    assert case["pauses"][1]["ended_at"] == story.local(story.at)


@pytest.mark.parametrize("before", [None, "closed", "waiting_guest", "new"])
def test_where_nobody_knows_what_it_waited_from_it_is_acknowledged(desk: Desk, tmp_path: Path, before: object) -> None:
    story = brought_in(desk, tmp_path, state="waiting_department", state_before_wait=before, pauses=[PAUSE])
    story.act("resume", NUMBER)
    assert story.state(NUMBER) == "acknowledged"


def test_a_waiting_case_goes_on_alike_here_and_there(make_desk: DeskMaker, clock: Clock, tmp_path: Path) -> None:
    here, there = Story(make_desk(now=clock)), Story(make_desk(now=clock))
    number = here.opened("investigating")
    here.act("propose", number, by="rita", remedies=[{"kind": "gift", "amount": "300"}], ask=True)
    here.act("task", number, title="Look")
    here.act("promise", number, text="We call.", due="2026-11-20 09:00")
    here.act("wait", number, **{"for": "guest"})
    here.wait(minutes=1)
    here.act("override", number, band="P2", reason="They called the press.")
    import_file(there.desk, export_file(here.desk, tmp_path / "out.jsonl"))
    resumed = here.wait(hours=2)
    for story in (here, there):
        story.at = resumed
        story.act("resume", number)
        story.act("approve", number, by="sam")
        story.act("task_done", number, task=1)
        story.act("promise_cancelled", number, promise=1, reason="They came.")
        story.act("propose", number, remedies=APOLOGY)
    cases = [story.case(number) for story in (here, there)]
    for case in cases:
        del case["imported"]
    assert cases[0] == cases[1]
    assert cases[0]["resolve_due"] == "2026-11-20T07:43:00+08:00"  # 8 h from 21:42, and 121 min of waiting


def test_an_analyst_reads_what_was_worked_without_names_of_guests(desk: Desk, tmp_path: Path) -> None:
    brought_in(desk, tmp_path, guest="陈薇玲", tasks=[TASK], promises=[PROMISE])
    (case,) = read_lines(export_file(desk, tmp_path / "out.jsonl", by="ana"))
    assert (case["guest"]["name"], len(case["tasks"]), len(case["promises"])) == ("", 1, 1)
