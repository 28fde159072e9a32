"""March 2026 of a hotel in Berlin, worked out by hand: its acts, and what every figure comes to (figures.md).

On Sunday 29 March the clock jumps from 02:00 to 03:00. Times without an offset are the site's. A line per case tells
what it is there for; the sums behind the figures stand beside them.
"""

from collections.abc import Iterator
from typing import Any

ZONE = "Europe/Berlin"
MONTH = "2026-03"
AS_OF = "2026-04-10 00:00"
ROOM_NIGHTS = 3_100

Line = dict[str, Any]

STAFF: list[Line] = [
    {"act": "staff", "by": "owner", "at": "2026-02-01 08:00", "login": login, "name": name, "role": role}
    for login, name, role in [
        ("ann", "Ann Lee", "receptionist"),
        ("sam", "Sam Roth", "specialist"),
        ("mia", "Mia Kern", "manager"),
    ]
]

_APOLOGY = [{"kind": "spoken_apology"}]


class _Story:
    """The acts on one case, in a row."""

    def __init__(self, ref: str, at: str, by: str = "ann", **given: Any) -> None:
        self._ref = ref
        rated = {"severity": 2, "scope": "one", "emotion": 0, **given}
        opening = {"type": "complaint", "channel": "counter", "text": f"Story {ref}.", **rated}
        self.lines: list[Line] = [{"act": "open", "ref": ref, "by": by, "at": at, **opening}]

    def then(self, act: str, at: str, by: str = "ann", **given: Any) -> "_Story":
        self.lines.append({"act": act, "case": self._ref, "by": by, "at": at, **given})
        return self

    def offered(self, at: str, by: str = "ann", remedies: list[Line] | None = None) -> "_Story":
        """Rated as at intake, and offered something."""
        return self.then("assess", at, by).then("propose", at, by, remedies=remedies or _APOLOGY)

    def resolved(self, at: str, by: str = "ann", emotion: int | None = None) -> "_Story":
        told = {} if emotion is None else {"emotion_at_close": emotion}
        return self.then("resolve", at, by, told_by="in_person", answer="accepted", **told)

    def closed(self, at: str, outcome: str, root_cause: str, by: str = "sam", **given: Any) -> "_Story":
        ending = {"root_cause": root_cause, "outcome": outcome, "closure": "non_monetary", "lesson": "Look first."}
        return self.then("close", at, by, **ending, **given)


def _stories() -> Iterator[_Story]:
    anna = {"name": "Anna Voss", "phone": "+49 30 555 0101"}

    # February's, still open at the first moment of March: resolved, closed, reopened, resolved again.
    yield (
        _Story("again", "2026-02-28 23:59", category="H02-3")
        .then("acknowledge", "2026-03-01 00:10", medium="in_person")
        .offered("2026-03-01 08:00")
        .resolved("2026-03-02 10:00")
        .closed("2026-03-02 12:00", "upheld", "process", survey_not_asked="Left.")
        .then("reopen", "2026-03-10 09:00", "mia", reason="The same hair again.")
        .offered("2026-03-10 10:00")
        .resolved("2026-03-11 09:00")
    )
    # February's, open through all of March.
    yield _Story("old", "2026-02-20 12:00", category="H05-2")

    # The first moment of March: the night shift of 28 February. Exactly 24:00 h. 30 points: P3.
    yield (
        _Story("first", "2026-03-01 00:00", category="H01-1", severity=3, on_the_spot=True, place="12F")
        .offered("2026-03-01 09:00", remedies=[{"kind": "waive", "amount": "120.50"}])
        .resolved("2026-03-02 00:00", emotion=0)
        .then("survey", "2026-03-03 10:00", overall=5, recommend=10)
        .closed("2026-03-03 11:00", "upheld", "people/skill")
    )
    # 24:01 h, a minute past P3's target; answered after exactly 60 min. 30 + 6 = 36 points: P3.
    yield (
        _Story("minute", "2026-03-05 10:00", category="H01-2", severity=3, emotion=2, guest=anna, channel="phone")
        .then("acknowledge", "2026-03-05 11:00", medium="phone")
        .offered("2026-03-05 15:00", remedies=[{"kind": "explanation"}])
        .resolved("2026-03-06 10:01", emotion=1)
        .then("survey", "2026-03-07 10:00", overall=3, recommend=9)
        .closed("2026-03-07 11:00", "partly", "equipment")
    )
    # Settled on the spot after 20 min by who took it: first contact. 20 + 6 = 26 points: P4.
    yield (
        _Story("spot", "2026-03-06 14:50", category="H03-1", emotion=2, place="8F")
        .then("settle", "2026-03-06 15:10", remedies=[{"kind": "voucher", "amount": "50.00"}], emotion_at_close=0)
        .then("survey", "2026-03-08 10:00")
    )
    # Handed to a higher role: escalated, and no first contact. The guest of 5 March again: recurrent.
    yield (
        _Story("handed", "2026-03-07 16:00", category="H02-2", emotion=1, guest=anna)
        .then("acknowledge", "2026-03-07 16:10", medium="in_person")
        .then("hand_over", "2026-03-07 16:20", to="sam")
        .offered("2026-03-07 16:30", "sam")
        .resolved("2026-03-07 17:00", "sam", emotion=1)
        .then("survey", "2026-03-08 18:00", "sam", overall=4, recommend=3)
        .closed("2026-03-08 19:00", "not", "misunderstanding")
    )
    # A duplicate, something that is no complaint, and an enquiry: none of them counts.
    yield (
        _Story("twice", "2026-03-07 16:30", category="H02-2").then("duplicate", "2026-03-07 16:45", "sam", of="handed")
    )
    yield (
        _Story("wish", "2026-03-12 16:30", category="H02-2").then(
            "not_complaint", "2026-03-12 16:45", "sam", reason="Asked for a second towel."
        )
    )
    yield _Story("asked", "2026-03-13 10:00", type="enquiry", category="H12-3")
    # Withdrawn: counts.
    yield (
        _Story("gone", "2026-03-08 09:00", category="H05-1", channel="email")
        .then("acknowledge", "2026-03-08 09:05", medium="email")
        .then("withdraw", "2026-03-09 12:00", reason="Found the receipt.")
    )
    # 02:30 of the 15th: the night shift of the 14th. P1 by its floor: escalated. 1:59 h of the 2 h.
    yield (
        _Story("hurt", "2026-03-15 02:30", category="H09-1", severity=4, emotion=4, flags=["injury"], place="Pool")
        .then("acknowledge", "2026-03-15 02:35", medium="in_person")
        .offered("2026-03-15 03:00", "sam", [{"kind": "refund_part", "amount": "800.00"}])
        .resolved("2026-03-15 04:29", "sam", emotion=1)
    )
    # Eight floors up, the same trouble as on 6 March in the same place: recurrent. Never answered. P3.
    yield _Story("silent", "2026-03-20 12:00", category="H03-1", severity=3, place="8F", channel="ota")
    # The night of the jump: 01:30 to 03:10 is 40 min, 23:59 h to the next night's 02:29. 33 points: P3.
    yield (
        _Story("jump", "2026-03-29 01:30", category="H01-1", severity=3, emotion=1, place="9F")
        .then("acknowledge", "2026-03-29 03:10", medium="in_person")
        .offered("2026-03-29 09:00")
        .resolved("2026-03-30 02:29", emotion=0)
    )
    # The last minute of March: answered after 21 min and resolved after 58 h, both in April. P4.
    yield (
        _Story("last", "2026-03-31 23:59", category="H03-2")
        .then("acknowledge", "2026-04-01 00:20", medium="in_person")
        .offered("2026-04-02 09:00")
        .resolved("2026-04-03 10:00")
    )
    # The first moment of April.
    yield _Story("april", "2026-04-01 00:00", category="H01-1")


LINES: list[Line] = STAFF + [line for story in _stories() for line in story.lines]

#: Nine count: first, minute, spot, handed, gone, hurt, silent, jump, last.
EXPECTED: dict[str, Any] = {
    "month": "2026-03",
    "as_of": "2026-04-10T00:00:00+02:00",
    "received": 9,
    "opening": 2,  # again, old
    "closing": 3,  # old, silent, last
    # resolutions: again twice, first, minute, spot, handed, hurt, jump
    "flow": {"opening": 2, "received": 9, "reopened": 1, "resolutions": 8, "other_exits": 1, "closing": 3},
    # 0 5 5 10 20 21 40 60: (10 + 20) / 2, 161 / 8, the 8th
    "first_response": {
        "median_min": 15.0,
        "mean_min": 20.13,
        "p90_min": 60.0,
        "within_1h": 8,
        "within_1h_pct": 88.9,
    },
    "within_24h": {"count": 5, "pct": 55.6},  # first, spot, handed, hurt, jump
    # 0:20 1:00 1:59 23:59 24:00 24:01, without 'last': 75:19 / 6, (1:59 + 23:59) / 2, the 6th
    "resolution": {"mean_h": 12.55, "median_h": 12.98, "p90_h": 24.02},
    "on_target": {"respond_pct": 88.9, "resolve_pct": 66.7},  # 8: not silent; 6: not minute, gone, silent
    "first_contact": {"count": 1, "pct": 11.1},
    "escalated": {"count": 2, "pct": 22.2},  # handed, hurt
    "reopened": {"count": 1, "pct": 14.3},  # of again, first, minute, spot, handed, hurt, jump
    "outcome": {"upheld": 1, "partly": 1, "not": 1},
    "satisfaction": {"pct": 66.7, "mean": 4.0, "answers": 3, "asked": 4, "response_pct": 75.0},
    "nps": 33,  # 10, 9 and 3
    "emotion_drop": 1.17,  # first 0, minute 1, spot 2, handed 0, hurt 3, jump 1: 7 / 6
    "compensation": {
        "total": 970.5,
        "per_case": 107.83,
        "cases_paid": 3,
        "by_remedy": {"refund_part": 800.0, "waive": 120.5, "voucher": 50.0},
        "by_role": {"specialist": 800.0, "receptionist": 170.5},
    },
    "by_category": [
        {"code": "H01", "count": 3, "cumulative_pct": 33.3},
        {"code": "H03", "count": 3, "cumulative_pct": 66.7},
        {"code": "H02", "count": 1, "cumulative_pct": 77.8},
        {"code": "H05", "count": 1, "cumulative_pct": 88.9},
        {"code": "H09", "count": 1, "cumulative_pct": 100.0},
    ],
    "pareto_80": 4,
    "by_shift": {"day": 4, "evening": 1, "night": 4},
    "by_place": {"8F": 2, "12F": 1, "9F": 1, "Pool": 1},
    "by_channel": {"counter": 6, "email": 1, "ota": 1, "phone": 1},
    "by_staff": {"ann": 9},
    "rate": 2.9,  # 9 / 3,100 x 1,000 = 2.903
    "iceberg": 45,
    "recurrent": {"count": 2, "pct": 22.2},  # handed, silent
    "root_causes": {"people": 1, "equipment": 1, "misunderstanding": 1},
    "measures": None,
}
