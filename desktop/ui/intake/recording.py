"""What the answers of a conversation put into the form, at once and without writing over anybody's hand (guides.md).

An answer owns the words that it put there, and no others. Where the field is empty it fills it; where a longer text
stands already it is added as a paragraph; a short line that somebody typed, and a rating that somebody chose, stay.
Changing the answer changes its own words, taking it back takes them out; words that somebody mended since are left.
"""

from collections.abc import Callable, Iterator

from desktop.domain.kinds import Flag, Scope, TimePressure
from desktop.domain.texts import phone_key
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts
from desktop.guides.state import Conversation
from desktop.guides.transcript import recorded
from desktop.ui.intake.form import MOST_WANTS, Form, Hurt

_TEXTS = frozenset({"text", "expected", "actual", "cause", "nature", "impact", "note"})
_NOTES = ("note", "lesson")  #: what has no field on a new case
_LINES = frozenset({"name", "honorific", "phone", "email", "room", "reference", "place"})
_BETWEEN = {"text": "\n\n"}  #: what parts an answer from the words before it; elsewhere a line


def changes_by_answers(form: Form, guidance: Guidance, before: Conversation, after: Conversation) -> dict[str, object]:
    """The fields of the form that differ because the answers do, as names and values of ``Form``."""
    was, now = _by_question(guidance, before), _by_question(guidance, after)
    fields: dict[str, object] = {}
    for question in dict.fromkeys((*was, *now)):
        old_field, old = was.get(question, ("", ""))
        new_field, new = now.get(question, (old_field, ""))
        moves = ((old_field, old, ""), (new_field, "", new)) if old_field not in ("", new_field) else ()
        for field, before_it, after_it in moves or ((new_field, old, new),):
            if before_it != after_it:
                stands = fields.get(field, getattr(form, field))
                fields[field] = _changed(field, stands, before_it, after_it)
    changes = {field: value for field, value in fields.items() if value != getattr(form, field)}
    flags = _flags_after(form.flags, guidance, before, after)
    if flags != form.flags:
        changes["flags"] = flags
    return changes


def flags_of(guidance: Guidance, conversation: Conversation) -> dict[str, Flag]:
    """The flags that answers raise, by question."""
    return dict(_flags_of(guidance, conversation))


def _flags_of(guidance: Guidance, conversation: Conversation) -> Iterator[tuple[str, Flag]]:
    for id_, given in conversation.answers.items():
        question = guidance.questions.get(id_)
        answer = question.answer(given.choice) if question else None
        if answer is not None and answer.sets is not None:
            yield id_, answer.sets


def _flags_after(
    flags: frozenset[Flag], guidance: Guidance, before: Conversation, after: Conversation
) -> frozenset[Flag]:
    was, now = (frozenset(flags_of(guidance, one).values()) for one in (before, after))
    return (flags - (was - now)) | (now - was)


def _by_question(guidance: Guidance, conversation: Conversation) -> dict[str, tuple[str, str]]:
    """The field that each answer fills and what it puts there."""
    found = {}
    for one in recorded(guidance, conversation):
        value = one.value
        field = one.field
        if field == "phone":
            field, value = _reached(value)
        if field in _NOTES:  # an answer alone says nothing to whoever reads it later
            field, value = "note", f"{_asked(guidance, conversation, one.question)} {value}"
        if field in _TAKES or field in _TEXTS | _LINES:
            found[one.question] = (field, value)
    return found


def _asked(guidance: Guidance, conversation: Conversation, question: str) -> str:
    text = guidance.questions[question].text.of(conversation.setting.language)
    return guidance.script(conversation).filler(Facts())(text)


def _reached(value: str) -> tuple[str, str]:
    """A number or an address goes where it belongs; 'by phone, after six' is worth a note."""
    if "@" in value and " " not in value:
        return "email", value
    is_number = phone_key(value) is not None and not any(c.isalpha() for c in value)
    return ("phone", value) if is_number else ("note", value)


def _changed(field: str, stands: object, old: str, new: str) -> object:
    """What stands in the field afterwards: where the words there are not the answer's own, what stood there."""
    if field in _TAKES:
        return _TAKES[field](stands, old, new)
    if not isinstance(stands, str):
        raise TypeError(f"{field} holds no text")
    if field in _TEXTS:
        return _woven(stands, old, new, _BETWEEN.get(field, "\n"))
    return new if stands.strip() in ("", old) else stands


def _woven(text: str, old: str, new: str, between: str) -> str:
    if not old:
        return f"{text.rstrip()}{between}{new}" if text.strip() else new
    place = _place_of(text, old)
    if place is None:
        return text  # somebody mended it since
    head, tail = text[:place], text[place + len(old) :]
    if new:
        return head + new + tail
    return head.rstrip("\n") + tail if head.strip() else tail.lstrip("\n")


def _place_of(text: str, part: str) -> int | None:
    """Where the last lines that are exactly ``part`` begin."""
    end = len(text)
    while (place := text.rfind(part, 0, end)) >= 0:
        after = place + len(part)
        if (place == 0 or text[place - 1] == "\n") and (after == len(text) or text[after] == "\n"):
            return place
        end = after - 1
    return None


def _code(kind: type[Scope] | type[TimePressure]) -> Callable[[object, str, str], object]:
    known = {one.value: one for one in kind}

    def take(stands: object, old: str, new: str) -> object:
        return known.get(new) if stands is None or stands == known.get(old) else stands

    return take


def _hurt(stands: object, old: str, new: str) -> object:
    known = {one.value: one for one in Hurt}
    return known.get(new, stands) if stands in (Hurt.NOT_ASKED, known.get(old)) else stands


def _wishes(stands: object, old: str, new: str) -> object:
    wishes = stands if isinstance(stands, tuple) else ()
    if old:
        wishes = tuple(new if wish == old else wish for wish in wishes)
    elif len(wishes) < MOST_WANTS:
        wishes = (*wishes, new)
    return tuple(dict.fromkeys(wish for wish in wishes if wish))


_TAKES: dict[str, Callable[[object, str, str], object]] = {
    "hurt": _hurt,
    "scope": _code(Scope),
    "time_pressure": _code(TimePressure),
    "wants": _wishes,
}
