"""Every act of interfaces.md with every field it may have, and JSON values to put there instead."""

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

_RATINGS = {
    "category": "H01-1",
    "severity": 3,
    "scope": "party",
    "emotion": 2,
    "time_pressure": "today",
    "flags": ["vip"],
    "cause": "A valve leaks.",
    "impact": "A night without sleep.",
    "nature": "equipment",
}
_REMEDIES = [{"kind": "refund_part", "amount": "10.00", "note": "one night", "law_card": "cpl-24"}]
_OFFER = {"solution": "A new room.", "beyond_expectation": "With a view.", "prevention": "Checked weekly."}
_WHEN = {"when": "2026-11-19 21:42", "reason": "The desk was busy."}
_GUEST = {
    "name": "陈薇玲",
    "honorific": "ms",
    "phone": "+86 138 0013 8000",
    "email": "chen@example.com",
    "language": "zh",
    "vip": True,
    "vulnerable": False,
}
_OPENING = {
    "ref": "a",
    "type": "complaint",
    "channel": "counter",
    "text": "The air conditioning is dead.",
    "written": False,
    "guest": _GUEST,
    "anonymous": False,
    "on_behalf_of": "her mother",
    "room": "8012",
    "reference": "B-77",
    "place": "8F",
    "problem_date": "2026-11-18",
    **{name: value for name, value in _RATINGS.items() if name not in ("cause", "impact", "nature")},
    "expected": "cool",
    "actual": "hot",
    "gap": 3,
    "wants": ["an apology", "a move"],
    "on_the_spot": True,
    "received_at": "2026-11-19 21:40",
    "reason": "Just now.",
}
_ON_CASE: Mapping[str, dict[str, Any]] = {
    "acknowledge": {"medium": "phone", **_WHEN},
    "assess": _RATINGS,
    "override": {"band": "P1", "reason": "A friend of the house."},
    "take": {},
    "hand_over": {"to": "sam", "department": "Housekeeping"},
    "investigate": {},
    "note": {"text": "He waits in the lobby."},
    "contact": {"text": "Called.", "medium": "phone", "with": "Ms Chen", "reached": True, **_WHEN},
    "confirm_facts": {"text": "The valve leaks."},
    "propose": {"remedies": _REMEDIES, **_OFFER, "replaces": False, "ask": False},
    "resolve": {"told_by": "phone", "answer": "accepted", "emotion_at_close": 1, **_WHEN},
    "settle": {"remedies": _REMEDIES, **_RATINGS, "emotion_at_close": 1, **_WHEN},
    "survey": {"overall": 4, "fair": 4, "easy": 3, "respect": 5, "recommend": 9, "came_back": True},
    "close": {
        "root_cause": "equipment/valve",
        "outcome": "upheld",
        "closure": "non_monetary",
        "lesson": "Look at the valves.",
        "whys": ["It leaked.", "It was old."],
        "survey_not_asked": "Left at once.",
        "reason": "I am alone.",
    },
    "reopen": {"reason": "It is hot again."},
    "withdraw": {"reason": "They changed their mind."},
    "not_complaint": {"reason": "It was a question."},
    "duplicate": {"of": "HH-D1-20261119-0002"},
    "wait": {"for": "guest", "reason": "They look for the receipt."},
    "resume": {},
    "task": {"title": "Look at the valve", "department": "Engineering", "to": "sam", "due": "2026-11-20 09:00"},
    "task_done": {"task": 1},
    "promise": {"text": "We call at nine.", "due": "2026-11-20 09:00"},
    "promise_kept": {"promise": 1, "reason": "She was called at nine."},
    "promise_cancelled": {"promise": 1, "reason": "They asked us not to call."},
    "involve": {"login": "sam"},
    "release": {"login": "sam"},
    "restrict": {"restricted": True, "reason": "A delicate matter."},
    "approve": {"reason": "As last time."},
    "decline": {"reason": "Too much."},
}
#: act → a whole line that the reader takes
WHOLE_ACTS: Mapping[str, dict[str, Any]] = {
    "open": {"act": "open", "by": "mark", **_OPENING},
    **{act: {"act": act, "by": "mark", "case": "HH-D1-20261119-0001", **rest} for act, rest in _ON_CASE.items()},
    "staff": {
        "act": "staff",
        "by": "owner",
        "login": "ben",
        "name": "Ben",
        "role": "specialist",
        "department": "Front office",
    },
    "calendar": {
        "act": "calendar",
        "by": "owner",
        "intervals": {"mon": ["09:00-12:00", "17:00-02:00"]},
        "closed": ["2026-01-01"],
        "extra": {"2026-01-03": ["10:00-12:00"]},
    },
    "targets": {"act": "targets", "by": "owner", "targets": {"P3": {"respond_min": 60, "resolve_min": 480}}},
    "shifts": {
        "act": "shifts",
        "by": "owner",
        "shifts": [{"code": "day", "name": "Day", "from": "07:00", "to": "15:00"}],
    },
    "authority": {"act": "authority", "by": "owner", "authority": {"receptionist": {"case": "100.00", "month": None}}},
}


def _paths(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from _paths(inner, (*path, key))


#: (act, field, field within …) of every place in which a value can stand
EVERY_FIELD = [path for act, line in WHOLE_ACTS.items() for path in _paths(line, (act,))]

_SHARP = [
    "",
    " ",
    "\0",
    "\ud800",
    "\u202e\u200b",
    "<img src=//host/share>",
    '"; DROP TABLE cases; --',
    "x" * 70_000,
    "房" * 1_001,
    "9999-12-31",
    "9999-12-31 23:59",
    "0001-01-01",
    "%s{0}${x}",
    2**63,
    -(2**63) - 1,
    10**4_000,
    -0.0,
    True,
    None,
    [],
    {},
    [[]],
    [None],
    [{}],
    {"": ""},
]
json_values = st.sampled_from(_SHARP) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
