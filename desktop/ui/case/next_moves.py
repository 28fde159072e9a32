"""Which move comes next, and which others the state allows. No Qt."""

from collections.abc import Mapping

from desktop.domain.case_file import CaseFile
from desktop.domain.commands import Investigate, Resume, Take
from desktop.domain.kinds import RecordType, State
from desktop.domain.lifecycle import OPEN_STATES, check_move
from desktop.errors import UserError

_NEXT = {
    State.NEW: "acknowledge",
    State.ACKNOWLEDGED: "assess",
    State.ASSESSED: "investigate",
    State.INVESTIGATING: "propose",
    State.PROPOSED: "resolve",
    State.WAITING_GUEST: "resume",
    State.WAITING_DEPARTMENT: "resume",
    State.RESOLVED: "close",
    State.CLOSED: "reopen",
}

#: Moves that ask nothing: they are done at once and can be taken back.
AT_ONCE: Mapping[str, type[Investigate] | type[Resume] | type[Take]] = {
    "investigate": Investigate,
    "resume": Resume,
    "take": Take,
}

#: Every move that the menu may hold, the usual ones first; groups stand apart.
_MENU = (
    ("acknowledge", "assess", "investigate", "propose", "resolve", "settle", "close", "resume", "reopen"),
    ("wait", "take", "hand_over", "confirm_facts", "override"),
    ("withdraw", "duplicate", "not_complaint", "restrict"),
)


def next_move(file: CaseFile) -> str:
    """The act that the one primary button does; empty where the case has come to an end without a way on.

    What is no complaint is ended by one ``resolve`` from any open state. Where the facts are confirmed there is nothing
    left to investigate.
    """
    row = file.view.row
    if row.type is not RecordType.COMPLAINT and row.state in OPEN_STATES:
        return "resolve"
    if row.state is State.ASSESSED and file.story.facts_confirmed_at is not None:
        return "propose"
    return _NEXT.get(row.state, "")


def other_moves(file: CaseFile) -> tuple[tuple[str, ...], ...]:
    """What else the state allows, in groups; whether the person may is another question."""
    first = next_move(file)
    groups = (tuple(act for act in group if act != first and _is_possible(act, file)) for group in _MENU)
    return tuple(group for group in groups if group)


def _is_possible(act: str, file: CaseFile) -> bool:
    try:
        check_move(act, file.view.row.state, file.view.row.type)
    except UserError:
        return False
    return True
