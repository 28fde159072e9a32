"""Facts of cases for the tests of figures: a plain complaint, with what a test says of it."""

from itertools import count

from desktop.domain.figures.cohort import CaseFacts

RECEIVED = 1_780_000_000  #: some moment, in UTC seconds
MINUTE, HOUR, DAY = 60, 3_600, 86_400

_ids = count(1)

_PLAIN = {
    "received": RECEIVED, "type": "complaint", "state": "new", "category": "", "place": "", "channel": "counter",
    "shift": "day", "shift_date": None, "department": "", "receiver_id": 1, "receiver": "Mark", "owner_id": None,
    "owner": "", "guest_id": None, "band": "P4", "band_rule": "points", "respond_due": None, "responded": None,
    "resolved": None, "resolve_due": None, "resolver_id": None, "resolver": "", "handed_over": 0, "handed_up": 0,
    "emotion": None, "emotion_at_close": None, "outcome": None, "closure": None, "root_cause": None, "asked": None,
    "overall": None, "recommend": None, "compensation": 0, "closed": None, "last_act": RECEIVED, "restricted": 0,
    "imported": 0,
}  # fmt: skip


def case(**facts: object) -> CaseFacts:
    """A complaint received at ``RECEIVED``; ``after`` are seconds by which it was received later."""
    id_ = next(_ids)
    received = RECEIVED + int(str(facts.pop("after", 0)))
    return CaseFacts(**{"id": id_, "number": f"HH-D1-{id_}"} | _PLAIN | {"received": received} | facts)  # type: ignore[arg-type]  # whatever a test says


def answered(seconds: int, **facts: object) -> CaseFacts:
    """A case whose first response came so many seconds after it was received."""
    return case(responded=RECEIVED + seconds, **facts)


def resolved(seconds: int, **facts: object) -> CaseFacts:
    """A case that its receiver first resolved so many seconds after it was received."""
    return case(**{"resolved": RECEIVED + seconds, "resolver_id": 1} | facts)
