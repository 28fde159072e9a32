"""What each act of a case's history did, in words, and how its dot looks. No Qt."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Flag
from desktop.domain.rows import ContactRow
from desktop.ui.case.story_endings import tell_closing, tell_duplicate, tell_offer, tell_resolution, tell_survey
from desktop.ui.case.story_values import Entry, Teller, told_changes
from desktop.ui.case.told import Kind, Told, Tone, lines, reason_of
from desktop.words.plain import plain

_TITLE = 90  #: characters that a title holds; what is longer stands below it whole
_MINUTE = timedelta(minutes=1)
_ENDS = ".!?。！？；\n"

#: What has a floor of P1 (domain.md 4).
SAFETY = frozenset(
    flag.value
    for flag in (
        Flag.INJURY,
        Flag.FOOD_ILLNESS,
        Flag.SECURITY,
        Flag.FIRE,
        Flag.HARASSMENT,
        Flag.DISCRIMINATION,
        Flag.DATA_LEAK,
    )
)


_Tell = Callable[[Entry, CaseFile, Teller], Told]


def tell_act(entry: Entry, file: CaseFile, teller: Teller) -> Told:
    """What a history entry did."""
    tell = _ACTS.get(entry.row.act)
    if tell is not None:
        return tell(entry, file, teller)
    icon, tone, kind = _PLAIN_ACTS.get(entry.row.act, ("history", "plain", "changes"))
    title = teller.words.term("act", entry.row.act)
    return Told(title, lines(*told_changes(entry, teller), reason_of(entry, teller)), icon, tone, kind)


def tell_note(text: str, teller: Teller) -> Told:
    """A note for colleagues: its first sentence is the title where it is short enough."""
    first, rest = _parted(text)
    if not first:
        return Told(teller.words.term("act", "note"), text.strip(), "square-pen", kind="notes")
    return Told(first, rest, "square-pen", kind="notes")


def tell_contact(row: ContactRow, teller: Teller) -> Told:
    """A contact with the guest, or an attempt."""
    words = teller.words
    person = words.sentence("story_with", name=plain(row.with_whom)) if row.with_whom.strip() else ""
    text = lines(person, row.text)
    if row.reached:
        title = words.term("contact", row.medium) if row.medium else words.term("act", "contact")
        return Told(title, text, _CONTACT_ICONS.get(row.medium, "phone"), "accent", "guest")
    return Told(words.sentence("story_not_reached", medium=row.medium), text, "phone", "risk", "guest")


def _parted(text: str) -> tuple[str, str]:
    """The first sentence, if it makes a title, and what follows it."""
    text = text.strip()
    head = text[: _TITLE + 1]
    ends = [place for place, sign in enumerate(head) if sign in _ENDS and _is_end(text, place)]
    if not ends:
        return (plain(text), "") if len(text) <= _TITLE else ("", text)
    first = text[: ends[0] + 1]
    return plain(first).rstrip(".。"), text[ends[0] + 1 :].strip()


def _is_end(text: str, place: int) -> bool:
    """Whether a sentence ends there: 5.30 and S. Rao go on."""
    if text[place] != ".":
        return True
    following = text[place + 1 : place + 2]
    word = text[:place].rsplit(" ", 1)[-1]
    return (not following or following.isspace()) and len(word) > 1


def _open(entry: Entry, file: CaseFile, teller: Teller) -> Told:
    flags = entry.after("flags")
    is_unsafe = isinstance(flags, list) and bool(SAFETY & set(flags))
    title = teller.words.term("received", file.view.channel.value)
    return Told(title, file.view.text, "ear", "risk" if is_unsafe else "plain", "guest")


def _acknowledge(entry: Entry, file: CaseFile, teller: Teller) -> Told:
    medium = entry.text("first_response_medium") or file.first_response_medium or "in_person"
    given, due = file.view.first_response_at, file.clocks.respond_target
    took = ""
    if given is not None and entry.has("first_response_at"):
        minutes = max(0, (given - file.view.row.received_at) // _MINUTE)
        took = teller.words.sentence("story_reply_took", span=minutes, target=due)
    title = teller.words.sentence("story_acknowledged", medium=medium)
    return Told(title, lines(took, reason_of(entry, teller)), "check", "accent", "guest")


def _assess(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    is_first = entry.after("state") == "assessed"
    title = teller.words.term("act", "assess") if is_first else teller.words.sentence("story_rated_anew")
    before, after = entry.before("flags"), entry.after("flags")
    new = set(after if isinstance(after, list) else ()) - set(before if isinstance(before, list) else ())
    tone: Tone = "risk" if new & SAFETY else "plain"
    return Told(title, lines(*told_changes(entry, teller)), "triangle-alert" if tone == "risk" else "scale", tone)


def _override(entry: Entry, file: CaseFile, teller: Teller) -> Told:
    band = entry.after("band") or file.view.row.band
    title = teller.words.sentence("story_override", band=band)
    return Told(title, lines(*told_changes(entry, teller), reason_of(entry, teller)), "arrow-up")


def _take(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    name = teller.name(entry.row.by)
    title = teller.words.sentence("story_taken", name=name)
    before = entry.before("owner_id")
    return Told(title, lines(*told_changes(entry, teller)) if before else "", "user")


def _hand_over(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    owner = entry.after("owner_id")
    name = teller.by_id.get(owner, "") if isinstance(owner, int) else ""
    department = plain(entry.text("department"))
    to = " · ".join(part for part in (name, department) if part)
    words = teller.words
    title = words.sentence("story_handed", name=to) if to else words.term("act", "hand_over")
    return Told(title, lines(*told_changes(entry, teller, but=frozenset({"department"}))), "arrow-left-right")


def _wait(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    state = entry.text("state")
    title = teller.words.term("state", state) if state else teller.words.term("act", "wait")
    return Told(title, reason_of(entry, teller), "pause")


def _note(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    return tell_note(_text(entry, "note", teller), teller)


def _contact(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    words, when = teller.words, entry.moment("when")
    row = ContactRow(
        entry.row.at,
        entry.row.by,
        entry.text("medium"),
        entry.text("with"),
        _text(entry, "note", teller),
        entry.after("reached") is not False,
    )
    told = tell_contact(row, teller)
    is_earlier = when is not None and entry.row.at - when >= _MINUTE
    earlier = words.sentence("story_when", when=teller.when(when, entry.row.at)) if when and is_earlier else ""
    return Told(told.title, lines(earlier, told.text), told.icon, told.tone, told.kind)


def _text(entry: Entry, name: str, teller: Teller) -> str:
    """A personal text, or that it was erased."""
    return entry.text(name) or teller.words.sentence("story_erased")


def _confirm_facts(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    return Told(teller.words.term("act", "confirm_facts"), _text(entry, "facts", teller), "shield-check", "accent")


def _thing(name: str, sentence: str, param: str, icon: str, tone: Tone = "plain", kind: Kind = "changes") -> _Tell:
    """Acts about one thing that has a text: a task, a promise, a file."""

    def tell(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
        title = teller.words.sentence(sentence, **{param: plain(_text(entry, name, teller))})
        whose = " · ".join(_whose(entry, teller))
        return Told(title, lines(whose, reason_of(entry, teller)), icon, tone, kind)

    return tell


def _whose(entry: Entry, teller: Teller) -> list[str]:
    """For whom and by when."""
    words = teller.words
    to, department, due = entry.after("to"), plain(entry.text("department")), entry.moment("due")
    name = teller.by_id.get(to, "") if isinstance(to, int) else teller.name(to) if isinstance(to, str) else ""
    whom = " · ".join(part for part in (name, department) if part)
    told = [words.sentence("story_for", name=whom)] if whom else []
    return told + ([words.sentence("story_due", when=teller.when(due, entry.row.at))] if due else [])


def _restrict(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    sentence = "story_restricted" if entry.after("restricted") else "story_unrestricted"
    return Told(teller.words.sentence(sentence), reason_of(entry, teller), "lock")


def _undo(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    act = entry.text("undone") or entry.text("act")
    words = teller.words
    title = words.sentence("story_undone", act=words.term("act", act)) if act else words.term("act", "undo")
    return Told(title, lines(*told_changes(entry, teller)), "undo-2")


_CONTACT_ICONS = {"in_person": "message-square", "email": "mail", "letter": "mail", "chat": "message-square"}

_ACTS: Mapping[str, _Tell] = {
    "open": _open,
    "on_the_spot": _acknowledge,
    "acknowledge": _acknowledge,
    "assess": _assess,
    "override": _override,
    "take": _take,
    "hand_over": _hand_over,
    "wait": _wait,
    "note": _note,
    "contact": _contact,
    "confirm_facts": _confirm_facts,
    "task": _thing("task", "story_task", "title", "list-checks"),
    "task_done": _thing("task", "story_task_done", "title", "check", "accent"),
    "promise": _thing("promise", "story_promise", "text", "calendar", "plain", "guest"),
    "promise_kept": _thing("promise", "story_promise_kept", "text", "check", "accent", "guest"),
    "promise_cancelled": _thing("promise", "story_promise_cancelled", "text", "x", "risk", "guest"),
    "attach": _thing("attachment", "story_attached", "name", "paperclip"),
    "detach": _thing("attachment", "story_detached", "name", "paperclip"),
    "propose": tell_offer("story_offered", "gift", "accent", "guest"),
    "ask_approval": tell_offer("story_asked", "key-round", "plain", "changes"),
    "approve": tell_offer("story_approved", "key-round", "accent", "changes"),
    "decline": tell_offer("story_declined", "x", "risk", "changes"),
    "resolve": tell_resolution,
    "settle": tell_resolution,
    "survey": tell_survey,
    "close": tell_closing,
    "duplicate": tell_duplicate,
    "restrict": _restrict,
    "undo": _undo,
}

#: Acts that their name and changes say all of.
_PLAIN_ACTS: Mapping[str, tuple[str, Tone, Kind]] = {
    "investigate": ("search", "plain", "changes"),
    "resume": ("refresh-cw", "plain", "changes"),
    "reopen": ("undo-2", "risk", "guest"),
    "withdraw": ("log-out", "plain", "guest"),
    "not_complaint": ("minus", "plain", "changes"),
    "involve": ("users", "plain", "changes"),
    "release": ("users", "plain", "changes"),
    "import": ("download", "plain", "changes"),
    "told": ("phone", "accent", "changes"),
    "merge": ("users", "plain", "changes"),
    "erase": ("trash-2", "plain", "changes"),
    "print": ("printer", "plain", "changes"),
}
