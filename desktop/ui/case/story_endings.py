"""What the acts that offer, decide and end say on the timeline. No Qt."""

from collections.abc import Callable

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Language
from desktop.ui.case.story_values import Entry, Teller, remedies
from desktop.ui.case.told import Kind, Told, Tone, lines, reason_of

_Tell = Callable[[Entry, CaseFile, Teller], Told]


def tell_offer(sentence: str, icon: str, tone: Tone, kind: Kind) -> _Tell:
    """Acts about remedies: ``sentence`` says them, where the history names any."""

    def tell(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
        what = remedies(entry.after("remedies"), teller)
        words = teller.words
        title = words.sentence(sentence, what=what) if what else words.term("act", entry.row.act)
        notes = entry.after("remedy_notes")
        said = [note for note in notes if isinstance(note, str)] if isinstance(notes, list) else []
        texts = [entry.text(name) for name in ("solution", "beyond_expectation", "prevention")]
        return Told(title, lines(*said, *texts, reason_of(entry, teller)), icon, tone, kind)

    return tell


def tell_resolution(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    """How the guest was told, and the answer."""
    words, medium, answer, mood = teller.words, *map(entry.after, ("told_by", "answer", "emotion_at_close"))
    if entry.row.act == "settle":
        title = words.sentence("story_settled")
    else:
        title = words.sentence("story_resolved", medium=medium) if medium else words.term("act", "resolve")
    said = [words.sentence("story_answer", answer=answer)] if answer else []
    said += [words.sentence("story_mood", emotion=str(mood))] if mood is not None else []
    sentences = ("" if words.language is Language.ZH else " ").join(said)
    return Told(title, lines(sentences, reason_of(entry, teller)), "check", "accent", "guest")


def tell_survey(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    """The answers to the survey."""
    answers = entry.after("survey")
    overall = answers.get("overall") if isinstance(answers, dict) else None
    words = teller.words
    title = words.sentence("story_survey", score=overall) if overall else words.term("act", "survey")
    return Told(title, "", "star", "accent", "guest")


def tell_closing(entry: Entry, _file: CaseFile, teller: Teller) -> Told:
    """What was decided and learned."""
    words, outcome, closure = teller.words, entry.after("outcome"), entry.after("closure")
    known = bool(outcome and closure)
    title = words.sentence("story_closed", outcome=outcome, closure=closure) if known else words.term("act", "close")
    cause = words.term("root_cause", entry.text("root_cause")) if entry.text("root_cause") else ""
    lesson = words.sentence("story_lesson", lesson=entry.text("lesson")) if entry.text("lesson") else ""
    return Told(title, lines(cause, lesson, reason_of(entry, teller)), "message-square-check", "accent")


def tell_duplicate(entry: Entry, file: CaseFile, teller: Teller) -> Told:
    """Where the case goes on."""
    number = entry.text("duplicate_of") or file.ending.duplicate_of
    return Told(teller.words.sentence("story_duplicate", number=number), "", "copy")
