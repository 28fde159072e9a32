"""The ratings of a case as fields: category, severity, reach, mood, time pressure and flags (domain.md 4)."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent

from desktop.domain.case_file import Rating
from desktop.domain.commands import Assessment
from desktop.domain.kinds import Flag, RecordType, Scope, TimePressure
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.choices.category_field import CategoryField
from desktop.ui.choices.chips import ChipRow
from desktop.ui.choices.mood_choice import MoodChoice
from desktop.ui.moves.entry import ChipsEntry, ChoiceEntry, Entry, SegmentsEntry
from desktop.ui.widgets import plain_tool_tip
from desktop.words import Words

SEVERITIES = ("1", "2", "3", "4")
MOODS = ("0", "1", "2", "3", "4")
RATED = ("category", "severity", "scope", "emotion")  #: what 'Assessed' asks for (domain.md 3), in the form's order
_OF_THE_GUEST = frozenset({Flag.VIP, Flag.VULNERABLE})


class CategoryEntry(Entry):
    """A category of both levels: type a word in either language, or open the list."""

    def __init__(self, name: str, taxonomy: Taxonomy, words: Words) -> None:
        self._taxonomy = taxonomy
        self.line = CategoryField(taxonomy, words.language)
        self._code: str | None = None
        super().__init__(name, self.line)
        self.line.chosen.connect(self._on_chosen)

    def speak(self, words: Words) -> None:
        """The names in another language."""
        self.line.set_sources(self._taxonomy, words.language)
        self.line.setPlaceholderText(self.tr("Type a word, or choose"))
        self.line.set_open_words(self.tr("All categories"))

    def value(self) -> str | None:
        """The chosen code, of either level."""
        return self._code

    def keep(self) -> str:
        """The chosen code."""
        return self._code or ""

    def restore(self, kept: str) -> None:
        """Chooses a code that is known here, or nothing."""
        self._code = kept if kept in self._taxonomy else None
        self.line.show_category(self._code, ())

    def _on_chosen(self, code: str) -> None:
        self._code = code or None
        self.changed.emit()


class _Moods(MoodChoice):
    """The moods without the keys of New complaint, which mean nothing here."""

    def set_words(self, words: list[tuple[str, str]]) -> None:
        super().set_words(words)
        for emotion, (_word, meaning) in enumerate(words):
            self.mood(emotion).setAccessibleDescription(meaning)
            self.mood(emotion).setToolTip(plain_tool_tip(meaning))


class MoodEntry(Entry):
    """How the guest feels, in five parts from calm to furious."""

    def __init__(self, name: str) -> None:
        self.moods = _Moods()
        self._emotion: int | None = None
        super().__init__(name, self.moods)
        self.moods.chosen.connect(self._on_chosen)

    def speak(self, words: Words) -> None:
        """The moods in another language."""
        self.moods.set_words([(words.term("emotion", mood), words.term("emotion_meaning", mood)) for mood in MOODS])

    def value(self) -> int | None:
        """0 (calm) to 4 (furious), or None."""
        return self._emotion

    def keep(self) -> str:
        """The mood's number."""
        return "" if self._emotion is None else str(self._emotion)

    def restore(self, kept: str) -> None:
        """Chooses a mood, or none."""
        self._emotion = int(kept) if kept in MOODS else None
        self.moods.show_mood(self._emotion)

    def _on_chosen(self, emotion: int) -> None:
        self._emotion = emotion
        self.moods.show_mood(emotion)
        self.changed.emit()


class FlagsEntry(Entry):
    """What must not be overlooked; any of them may hold."""

    def __init__(self, name: str) -> None:
        risky = {flag.value: "risk" for flag in Flag if flag not in _OF_THE_GUEST}
        self.chips = ChipRow([flag.value for flag in Flag], tones=risky)  # type: ignore[arg-type]  # all are "risk"
        self._flags: frozenset[Flag] = frozenset()
        super().__init__(name, self.chips)
        self.chips.toggled.connect(self._on_toggled)

    def speak(self, words: Words) -> None:
        """The flags in another language."""
        self.chips.set_labels({flag.value: words.term("flag", flag.value) for flag in Flag})

    def value(self) -> frozenset[Flag]:
        """The flags that hold."""
        return self._flags

    def keep(self) -> str:
        """The flags' codes."""
        return " ".join(sorted(flag.value for flag in self._flags))

    def restore(self, kept: str) -> None:
        """Sets exactly these flags."""
        given = set(kept.split())
        self._flags = frozenset(flag for flag in Flag if flag.value in given)
        self.chips.show_chosen(frozenset(flag.value for flag in self._flags))

    def _on_toggled(self, code: str, on: bool) -> None:
        flag = Flag(code)
        self._flags = self._flags | {flag} if on else self._flags - {flag}
        self.changed.emit()


class SeverityEntry(SegmentsEntry):
    """One of four in ink, with its meaning under it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, SEVERITIES, look="ink")
        self._words: Words | None = None
        self._note = ""
        self.changed.connect(self.explain)

    def speak(self, words: Words) -> None:
        """The words in another language."""
        self._words = words
        self.offer([(severity, words.term("severity", severity)) for severity in SEVERITIES])
        for severity in SEVERITIES:
            segment, meaning = self.control.segment(severity), words.term("severity_meaning", severity)
            segment.setAccessibleName(f"{severity} {words.term('severity', severity)}")
            segment.setAccessibleDescription(meaning)
            segment.setToolTip(plain_tool_tip(meaning))
        self.explain()

    def restore(self, kept: str) -> None:
        """Chooses a severity, or none."""
        super().restore(kept)
        self.explain()

    def note(self, note: str) -> None:
        """A sentence after the meaning, such as what it was before."""
        self._note = note
        self.explain()

    def explain(self) -> None:
        """Says what the chosen severity means, or what the ends of the scale are."""
        if self._words is None:
            return
        severity = self.value()
        meaning = self._words.term("severity_meaning", severity) if severity else self.tr("From a nuisance to harm.")
        number = self.tr("{severity} of 4: {meaning}").format(severity=severity, meaning=meaning)
        self.set_hint(" · ".join(part for part in (number if severity else meaning, self._note) if part))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.explain()
        super().changeEvent(event)


def rating_entry(name: str, taxonomy: Taxonomy, words: Words) -> Entry:
    """The field for one rating. Raises ``KeyError`` for a name that is no rating."""
    match name:
        case "type":
            return ChoiceEntry(name)
        case "category":
            return CategoryEntry(name, taxonomy, words)
        case "severity":
            return SeverityEntry(name)
        case "scope":
            return ChipsEntry(name, [scope.value for scope in Scope])
        case "emotion":
            return MoodEntry(name)
        case "time_pressure":
            return ChipsEntry(name, [time.value for time in TimePressure])
        case "flags":
            return FlagsEntry(name)
    raise KeyError(name)


def name_ratings(entries: Iterable[Entry], words: Words) -> None:
    """Labels and choices of rating fields in the language of ``words``; others are passed over."""
    for entry in entries:
        match entry:
            case CategoryEntry() | MoodEntry() | FlagsEntry() | SeverityEntry():
                entry.speak(words)
            case ChipsEntry() if entry.name in ("scope", "time_pressure"):
                entry.offer([(code, words.term(entry.name, code)) for code in entry.codes])
            case ChoiceEntry() if entry.name == "type":
                entry.offer([(kind.value, words.term("type", kind.value)) for kind in RecordType])


def show_ratings(entries: Iterable[Entry], rating: Rating, *, kind: RecordType, category: str | None) -> None:
    """Shows what the case is rated as, silently."""
    shown = {
        "type": kind.value,
        "category": category or "",
        "severity": str(rating.severity or ""),
        "scope": rating.scope.value if rating.scope else "",
        "emotion": "" if rating.emotion is None else str(rating.emotion),
        "time_pressure": rating.time_pressure.value if rating.time_pressure else "",
        "flags": " ".join(flag.value for flag in rating.flags),
    }
    for entry in entries:
        if entry.name in shown:
            entry.restore(shown[entry.name])


def read_ratings(entries: Iterable[Entry]) -> Assessment:
    """What the rating fields say; what is not asked or not chosen stays None."""
    said = {entry.name: entry.keep() for entry in entries}
    emotion, flags = said.get("emotion", ""), said.get("flags")
    return Assessment(
        type=RecordType(said["type"]) if said.get("type") else None,
        category=said.get("category") or None,
        severity=int(said["severity"]) if said.get("severity") else None,
        scope=Scope(said["scope"]) if said.get("scope") else None,
        emotion=int(emotion) if emotion else None,
        time_pressure=TimePressure(said["time_pressure"]) if said.get("time_pressure") else None,
        flags=None if flags is None else frozenset(Flag(code) for code in flags.split()),
    )
