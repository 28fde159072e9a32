"""The story of a case as lines for the timeline: who did what when, in words, before and after. No Qt."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from desktop.domain.case_file import CaseFile
from desktop.domain.rows import ContactRow, NoteRow
from desktop.ui.case.story_acts import tell_act, tell_contact, tell_note
from desktop.ui.case.story_talk import tell_talk
from desktop.ui.case.story_values import Entry, Teller
from desktop.ui.case.told import Told


class Look(Enum):
    """What the timeline is narrowed to."""

    ALL = auto()
    NOTES = auto()
    GUEST = auto()
    CHANGES = auto()


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of the timeline. ``key`` names it in its case, ``at`` is on the site's clock, ``who`` a whole name."""

    key: str
    at: datetime
    told: Told
    who: str

    @property
    def title(self) -> str:
        """What happened, on one line."""
        return self.told.title

    @property
    def text(self) -> str:
        """What was said or changed; may be long, may be empty."""
        return self.told.text

    @property
    def day(self) -> date:
        """The local day."""
        return self.at.date()

    def is_of(self, look: Look) -> bool:
        """Whether the line is shown where the timeline is narrowed to ``look``."""
        return look is Look.ALL or self.told.kind == look.name.lower()


def story_lines(file: CaseFile, teller: Teller) -> tuple[StoryLine, ...]:
    """Everything that happened with a case, the oldest first.

    The history tells nearly all. Notes and contacts that came with an import stand there in no entry of their own,
    and the conversation in which the case was told is kept beside it.
    """
    lines = [*_from_history(file, teller), *_conversation(file, teller), *_imported(file, teller)]
    return tuple(sorted(lines, key=lambda line: line.at))


def new_lines(before: CaseFile, after: CaseFile, teller: Teller) -> tuple[StoryLine, ...]:
    """What happened between two readings of a case."""
    known = {line.key for line in story_lines(before, teller)}
    return tuple(line for line in story_lines(after, teller) if line.key not in known)


def _from_history(file: CaseFile, teller: Teller) -> Iterator[StoryLine]:
    for row in file.view.history:
        entry = Entry(row)
        is_first = row.act in ("open", "import")
        at = min(row.at, file.view.row.received_at) if is_first else row.at
        yield StoryLine(f"h{row.id}", teller.local(at), tell_act(entry, file, teller), _who(row.by, file, teller))


def _who(by: str, file: CaseFile, teller: Teller) -> str:
    return teller.name(by) if by else file.view.received_by


def _conversation(file: CaseFile, teller: Teller) -> Iterator[StoryLine]:
    """One line where it began; who led it stands in its title."""
    if file.talk is not None and file.talk.began is not None:
        yield StoryLine("talk", teller.local(file.talk.began), tell_talk(file.talk, teller), "")


def _imported(file: CaseFile, teller: Teller) -> Iterator[StoryLine]:
    told = Counter(_words_told(file))
    rows: list[NoteRow | ContactRow] = [*file.view.notes, *file.contacts]
    for place, row in enumerate(rows):
        if told[row.by, row.text]:
            told[row.by, row.text] -= 1
            continue
        what = tell_note(row.text, teller) if isinstance(row, NoteRow) else tell_contact(row, teller)
        yield StoryLine(f"i{place}", teller.local(row.at), what, teller.name(row.by))


def _words_told(file: CaseFile) -> Iterator[tuple[str, str]]:
    for row in file.view.history:
        if row.act in ("note", "contact"):
            yield row.by, Entry(row).text("note")
