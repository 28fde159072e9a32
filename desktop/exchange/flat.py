"""A case object as flat values under the names of the import columns, read by the same reader as rows."""

import json
from collections.abc import Mapping

#: Names of a case object → names of the columns that mean the same.
_SAME = {"first_response_at": "responded_at"}
_GUEST = {"name": "guest", "phone": "phone"}  #: the rest of a guest keeps its name
_SURVEY = {"overall": "satisfaction"}

#: What else the reader understands. A plain object may hold more, which is kept as a note.
_UNDERSTOOD = frozenset(
    [
        "number",
        "desk",
        "written",
        "anonymous",
        "on_behalf_of",
        "problem_date",
        "time_pressure",
        "expected",
        "actual",
        "gap",
        "wants",
        "nature",
        "cause",
        "impact",
        "department",
        "solution",
        "beyond_expectation",
        "prevention",
        "told_by",
        "answer",
        "emotion_at_close",
        "whys",
        "survey_not_asked",
        "duplicate_of",
        "intake",
        "acknowledged_at",
        "assessed_at",
        "facts",
        "facts_confirmed_at",
        "facts_confirmed_by",
        "ended_at",
        "survey_asked_at",
        "owner",
        "resolved_by",
        "remedies",
        "notes",
        "contacts",
        "history",
        "honorific",
        "email",
        "language",
        "vip",
        "vulnerable",
        "fair",
        "easy",
        "respect",
        "came_back",
        "handed_up",
        "shift",
        "shift_date",
        "training",
    ]
)
#: What follows from the rest, or from the clock and the workspace.
_DERIVED = frozenset(
    [
        "rank",
        "points",
        "score",
        "band",
        "band_rule",
        "effective_band",
        "respond_due",
        "resolve_due",
        "next_due",
        "late",
        "summary",
        "imported",
        "on_the_spot",
        "paused_minutes",
        "tasks",
        "promises",
        "row",
        "reason",
    ]
)


def is_whole(data: Mapping[str, object]) -> bool:
    """Whether an object is a case as this program writes it, with its history, not what another system knows."""
    return isinstance(data.get("history"), list) and bool(data["history"])


def flatten(data: Mapping[str, object]) -> dict[str, object]:
    """The values of an object by name; an object within it (guest, survey) gives its values."""
    flat: dict[str, object] = {}
    for name, value in data.items():
        if name == "guest" and isinstance(value, Mapping):
            flat |= {_GUEST.get(part, str(part)): inner for part, inner in value.items()}
        elif name == "survey" and isinstance(value, Mapping):
            flat |= {_SURVEY.get(part, str(part)): inner for part, inner in value.items()} | {"survey_asked": True}
        elif name != "survey":
            flat.setdefault(_SAME.get(name, name), value)
    return flat


def unknown_in(flat: Mapping[str, object], columns: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Names and values that no column of ours holds, as text."""
    return tuple(
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in flat.items()
        if name not in columns and name not in _UNDERSTOOD and name not in _DERIVED and value not in (None, "", [], {})
    )
