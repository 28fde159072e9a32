"""The chained history: what an entry says, and how entries hold together (trust.md, People).

The chain is an HMAC over the canonical JSON of each entry and its predecessor's value. Personal text enters it as a
keyed, salted hash, so that a text can be erased without breaking the chain.
"""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

#: Fields whose before and after are personal text.
PERSONAL_FIELDS = frozenset(
    [
        "text",
        "summary",
        "guest_name",
        "guest_honorific",
        "guest_phone",
        "guest_email",
        "name",
        "honorific",
        "phone",
        "email",
        "on_behalf_of",
        "room",
        "reference",
        "expected",
        "actual",
        "wants",
        "nature",
        "cause",
        "impact",
        "facts",
        "solution",
        "beyond_expectation",
        "prevention",
        "lesson",
        "whys",
        "note",
        "reason",
        "with",
        "remedy_notes",
        "root_cause",
        "survey_not_asked",
        "task",
        "promise",
        "attachment",
        "preferences",
        "private_notes",
        "letter",
    ]
)

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

GENESIS = bytes(32)  #: what the first entry takes for its predecessor


@dataclass(frozen=True, slots=True)
class ChainedEntry:
    """What the chain covers of one entry; ``changes`` is the stored canonical JSON, ``at`` whole seconds since 1970."""

    id: int
    at: int
    by: str
    act: str
    case_id: int | None
    changes: str


def canonical(value: object) -> str:
    """JSON in one form only: sorted keys, no spaces, no escapes that could be written otherwise."""
    return _CANONICAL.encode(value)


def link(key: bytes, entry: ChainedEntry, previous: bytes) -> bytes:
    """The chain's value at an entry: 32 bytes."""
    content = canonical([entry.id, entry.at, entry.by, entry.act, entry.case_id, entry.changes])
    return hmac.digest(key, previous + content.encode(), "sha256")


def text_mark(key: bytes, salt: bytes, text: str) -> str:
    """What stands in the chain for a personal text: a keyed hash that says nothing once salt and text are gone."""
    return "hash:" + hmac.digest(key, salt + text.encode(), "sha256").hex()


def changed_fields(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    """The fields that differ, with both values, in the order of ``after``."""
    return {name: (before.get(name), value) for name, value in after.items() if before.get(name) != value}
