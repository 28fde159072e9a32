"""What an entry of the history changed, in words: the lines under an act on the case file's timeline."""

from collections.abc import Mapping

from desktop.domain.rows import Change, HistoryRow
from desktop.reports.imprint import Imprint

#: Fields that are told where they changed, in the order in which people read them, with their kind of term.
_TOLD: Mapping[str, str] = {
    "state": "state",
    "band": "band",
    "type": "type",
    "category": "",
    "severity": "severity",
    "scope": "scope",
    "emotion": "emotion",
    "time_pressure": "time_pressure",
    "flags": "flag",
    "department": "",
    "guest_name": "",
    "guest_phone": "",
    "guest_email": "",
    "room": "",
    "reference": "",
    "place": "",
    "expected": "",
    "actual": "",
    "nature": "",
    "cause": "",
    "impact": "",
    "facts": "",
    "solution": "",
    "beyond_expectation": "",
    "prevention": "",
    "told_by": "medium",
    "answer": "answer",
    "outcome": "outcome",
    "closure": "closure",
    "root_cause": "root_cause",
    "lesson": "",
    "task": "",
    "promise": "",
    "attachment": "",
    "note": "",
    "reason": "",
}
_FIRST = ("open", "import")  #: what stood at first stands in the parts above, and changes are told with both values
_AT_FIRST = ("band", "category")
_BETWEEN_STATES = ("import", "resume", "reopen", "undo")  #: other moves are named after the state they lead to
_NAMES = {"guest_name": "guest", "guest_phone": "phone", "guest_email": "email"}
_LONGEST = 600  #: characters of one value; the whole stands in its own part of the paper


def told_changes(row: HistoryRow, imprint: Imprint) -> str:
    """What changed, a line a field: ``State: New → Acknowledged``; empty where nothing is worth a line."""
    by_field = {change.field: change for change in row.changes}
    wanted = _AT_FIRST if row.act in _FIRST else _TOLD
    if row.act not in _BETWEEN_STATES:
        by_field.pop("state", None)
    told = (_told(name, _TOLD[name], by_field[name], imprint) for name in wanted if name in by_field)
    return "\n".join(filter(None, told))


def _told(name: str, kind: str, change: Change, imprint: Imprint) -> str:
    before, after = _value(name, kind, change.before, imprint), _value(name, kind, change.after, imprint)
    if name == "note":
        return after
    if not before and not after:
        return ""
    what = imprint.words.field_name(_NAMES.get(name, name))
    shown = after or imprint.word("nothing")
    return f"{what[:1].upper()}{what[1:]}{imprint.word('colon')} {before + ' → ' if before else ''}{shown}".replace(
        "： ", "："
    )


def _value(name: str, kind: str, value: object, imprint: Imprint) -> str:
    if value is None or value in ("", []):
        return ""
    if isinstance(value, list):
        return imprint.words.joined(_value(name, kind, item, imprint) for item in value)
    text = str(value)
    if name == "category":
        return imprint.category(text, short=True)
    if kind:
        return imprint.words.term(kind, text)
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
