"""Rating a case, with the intake's ratings shown as given, and what they come to (domain.md 3 and 4)."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.commands import Assess, Assessment, OnCase
from desktop.domain.kinds import Flag
from desktop.domain.lifecycle import Rated, missing_ratings
from desktop.errors import UserError
from desktop.ui.moves.about import About
from desktop.ui.moves.entry import Entry, TextEntry
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.rating_entries import (
    SeverityEntry,
    name_ratings,
    rating_entry,
    read_ratings,
    show_ratings,
)
from desktop.ui.moves.reckoning import PriorityNow, priority_with

_ASKED = ("type", "category", "severity", "scope", "emotion", "time_pressure", "flags")
_WIDE = frozenset({"flags"})
_TOLD = ("nature", "cause", "impact")


def laid_over(about: About, given: Assessment) -> Rated:
    """The ratings that the guard reads, with new ones over those of the case."""
    rating = about.rating
    return Rated(
        category=given.category or about.category,
        severity=given.severity or rating.severity,
        scope=given.scope or rating.scope,
        emotion=rating.emotion if given.emotion is None else given.emotion,
    )


class AssessForm(MoveForm):
    """Type, category, severity, reach and mood; time pressure, flags, and what lies behind it."""

    act = "assess"

    def _build(self) -> None:
        about = self._about
        self.priority = PriorityNow()
        self.grid.add(self.priority, wide=True)
        for name in _ASKED:
            self.add(rating_entry(name, about.around.taxonomy, self._words), wide=name in _WIDE)
        for name in _TOLD:
            self.add(TextEntry(name))
            self.entry(name).restore(getattr(about.story, name))
        name_ratings(self._entries.values(), self._words)
        show_ratings(self._entries.values(), about.rating, kind=about.type, category=about.category)

    def _name(self) -> None:
        name_ratings(self._entries.values(), self._words)
        labels = {
            "type": self.tr("Kind of record"),
            "category": self.tr("Category"),
            "severity": self.tr("Severity"),
            "scope": self.tr("Reach"),
            "emotion": self.tr("Mood"),
            "time_pressure": self.tr("By when"),
            "flags": self.tr("Must not be overlooked"),
            "nature": self.tr("What kind of problem is it?"),
            "cause": self.tr("What seems to be the cause?"),
            "impact": self.tr("What may come of it?"),
        }
        for name, label in labels.items():
            self.entry(name).call(label, optional=name in _TOLD)

    def _lead(self) -> str:
        return self.tr("What was rated at intake is filled in. Change what you see differently.")

    def _react(self) -> None:
        about, given = self._about, self._given()
        before = about.band if about.is_one else None
        self.priority.show_priority(priority_with(about, given), self._words, before=before)
        for name in _ASKED:
            self._tell_what_it_was(name)
        missing = self._missing(given)
        still = self._words.sentence("missing_list", fields=", ".join(missing))
        self.head.say(self._title(), still if missing else self._lead())

    def _tell_what_it_was(self, name: str) -> None:
        """The intake's rating beside one that was changed."""
        before, entry = self._before(name), self.entry(name)
        note = self.tr("At intake: {word}").format(word=before) if before and name in self._changed() else ""
        if isinstance(entry, SeverityEntry):
            entry.note(note)
        else:
            entry.set_hint(note)

    def _changed(self) -> set[str]:
        about, given = self._about, self._given()
        had = {name: getattr(about.rating, name, None) for name in _ASKED}
        had |= {"type": about.type, "category": about.category}
        return {name for name, value in had.items() if getattr(given, name) != value}

    def _before(self, name: str) -> str:
        """How it was rated, in words; empty where nobody did."""
        about, words = self._about, self._words
        if name == "category":
            taxonomy = about.around.taxonomy
            return taxonomy.label(about.category, words.language, short=True) if about.category else ""
        if name == "flags":
            return words.joined(words.term("flag", flag) for flag in Flag if flag in about.rating.flags)
        value = about.type if name == "type" else getattr(about.rating, name)
        return "" if value is None else words.term(name, str(value))

    def _missing(self, given: Assessment) -> tuple[str, ...]:
        return missing_ratings(laid_over(self._about, given), self._about.around.taxonomy)

    def _mistakes(self) -> Iterator[UserError]:
        missing = self._missing(self._given())
        for name in missing:
            yield UserError("incomplete_assessment", name, fields=name)

    def _given(self) -> Assessment:
        return read_ratings(self._rating_entries())

    def _rating_entries(self) -> list[Entry]:
        return [self.entry(name) for name in _ASKED]

    def _command(self) -> OnCase:
        nature, cause, impact = (self._told(name) for name in _TOLD)
        return Assess(self._about.number, replace(self._given(), nature=nature, cause=cause, impact=impact))

    def _told(self, name: str) -> str | None:
        """A text where it was changed; None keeps what the case has."""
        text = self.text(name)
        return None if text == getattr(self._about.story, name) else text
