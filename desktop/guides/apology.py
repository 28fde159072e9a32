"""The apology builder: six parts, put together from a case's facts and nothing else (guides.md, The apology builder).

The parts are those of Lewicki, Polin and Lount (2016): regret, explanation, responsibility, repentance, repair, asking
forgiveness. Responsibility waits for confirmed facts; where someone is hurt or ill, regret alone is spoken.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.kinds import Flag, Language, Outcome
from desktop.guides.facts import Facts, spoken_name, values_of
from desktop.guides.filling import filled
from desktop.guides.model import ApologyTexts, CategoryWords, Text
from desktop.words import load_words, plain
from desktop.words.formats import short_date

CARE_FLAGS = frozenset({Flag.INJURY, Flag.FOOD_ILLNESS})  #: help and regret only, no words on fault


class Part(StrEnum):
    """The parts of an apology, in the order of speaking. Responsibility and repair weigh most."""

    REGRET = "regret"
    EXPLANATION = "explanation"
    RESPONSIBILITY = "responsibility"
    REPENTANCE = "repentance"
    REPAIR = "repair"
    FORGIVENESS = "forgiveness"


class Missing(StrEnum):
    """Why a part is not there."""

    FACTS_OPEN = "facts_open"  #: waits for confirmed facts
    NO_EXPLANATION = "no_explanation"
    REGRET_ONLY = "regret_only"  #: someone is hurt or ill
    NOT_UPHELD = "not_upheld"
    NO_REMEDY = "no_remedy"


@dataclass(frozen=True, slots=True)
class ApologyFacts:
    """What the case holds. Texts are the case's own words, in whatever language they were written.

    ``explanation`` is the text with which the facts were confirmed; ``remedies`` are words for what was offered or
    done, ``prevention`` for what changes. ``language`` is the guest's.
    """

    language: Language
    name: str = ""
    honorific: str = ""
    category: str = ""
    place: str = ""
    problem_date: date | None = None
    confirmed: bool = False
    explanation: str = ""
    outcome: Outcome | None = None
    remedies: tuple[str, ...] = ()
    prevention: str = ""
    flags: frozenset[Flag] = frozenset()
    staff: str = ""
    phone: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class PartOfApology:
    """One part: its words, or why there are none."""

    part: Part
    text: str = ""
    missing: Missing | None = None

    @property
    def is_there(self) -> bool:
        """Whether the part is spoken."""
        return self.missing is None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the guest's language, paragraph by paragraph; plain texts."""

    greeting: str
    paragraphs: tuple[str, ...]
    closing: str
    signed_by: str


@dataclass(frozen=True, slots=True)
class Apology:
    """The six parts in order, the words to say, and the letter."""

    parts: tuple[PartOfApology, ...]
    spoken: tuple[str, ...]
    letter: Letter

    @property
    def is_whole(self) -> bool:
        """Whether all six parts are there."""
        return all(part.is_there for part in self.parts)


def build_apology(
    facts: ApologyFacts, texts: ApologyTexts, words: CategoryWords | None, neutral: Mapping[str, Text]
) -> Apology:
    """The apology for a case. ``words`` are its category's; without them ``neutral`` regret stands in."""
    return _Builder(facts, texts, words, neutral).build()


@dataclass(frozen=True)
class _Builder:
    facts: ApologyFacts
    texts: ApologyTexts
    words: CategoryWords | None
    neutral: Mapping[str, Text] = field(default_factory=dict)

    def build(self) -> Apology:
        parts = tuple(self._part(part) for part in Part)
        return Apology(parts, self._spoken(parts), self._letter(parts))

    # Parts

    def _part(self, part: Part) -> PartOfApology:
        missing = self._missing(part)
        return PartOfApology(part, missing=missing) if missing else PartOfApology(part, self._words_of(part))

    def _missing(self, part: Part) -> Missing | None:
        facts = self.facts
        if part not in (Part.REGRET, Part.REPAIR) and not facts.flags.isdisjoint(CARE_FLAGS):
            return Missing.REGRET_ONLY
        match part:
            case Part.EXPLANATION if not facts.confirmed:
                return Missing.FACTS_OPEN
            case Part.EXPLANATION if not plain(facts.explanation):
                return Missing.NO_EXPLANATION
            case Part.RESPONSIBILITY if not facts.confirmed:
                return Missing.FACTS_OPEN
            case Part.RESPONSIBILITY if facts.outcome is Outcome.NOT:
                return Missing.NOT_UPHELD
            case Part.REPAIR if not self._remedies():
                return Missing.NO_REMEDY
        return None

    def _words_of(self, part: Part) -> str:
        match part:
            case Part.REGRET:
                return self._of_category("regret")
            case Part.EXPLANATION:
                return self._joined([self._text("spoken_explanation"), _sentence(self.facts.explanation, self._zh)])
            case Part.RESPONSIBILITY:
                return self._of_category("responsibility")
            case Part.REPENTANCE:
                return self._repentance()
            case Part.REPAIR:
                return self._text("spoken_repair")
            case Part.FORGIVENESS:
                return self._text("forgiveness")

    def _repentance(self) -> str:
        """Goes beyond regret: what we want instead, and what changes where the case says so."""
        said = [self._text("repentance")]
        if plain(self.facts.prevention):
            said.append(_sentence(self._text("prevention"), self._zh))
        return self._joined(said)

    def _of_category(self, name: str) -> str:
        own = getattr(self.words, name) if self.words else None
        text: Text = own or self.neutral.get(name) or self.neutral["regret"]
        return text.of(self.facts.language)

    # Put together

    def _spoken(self, parts: Iterable[PartOfApology]) -> tuple[str, ...]:
        return tuple(part.text for part in parts if part.is_there)

    def _letter(self, parts: Iterable[PartOfApology]) -> Letter:
        """Sorry, what happened, what we did, what changes, asking to be forgiven and how to reach me (design.md 14)."""
        there = {part.part: part.text for part in parts if part.is_there}
        paragraphs = [*self._sorry(there), self._text("intro")]
        if Part.REPAIR in there:
            paragraphs.append(self._text("repair"))
        paragraphs.append(there.get(Part.REPENTANCE, ""))
        paragraphs.append(self._joined([there.get(Part.FORGIVENESS, ""), self._text("reach")]))
        named = spoken_name(self.facts.name, self.facts.honorific, self.facts.language)
        return Letter(
            greeting=self._text("greeting" if named else "greeting_plain"),
            paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph),
            closing=self._text("closing"),
            signed_by=plain(self.facts.staff),
        )

    def _sorry(self, there: Mapping[Part, str]) -> list[str]:
        """The first words are that we're sorry; then what happened as the case has it, and that it was ours."""
        told = _lines(self.facts.explanation, self._zh) if Part.EXPLANATION in there else []
        first = [self._text("explanation"), *told[:1]] if told else []
        paragraphs = [self._joined([there[Part.REGRET], *first]), *told[1:]]
        paragraphs[-1] = self._joined([paragraphs[-1], there.get(Part.RESPONSIBILITY, "")])
        return paragraphs

    def _text(self, name: str) -> str:
        return filled(self.texts.texts[name].of(self.facts.language), self._values(), {}, self.facts.language)

    def _values(self) -> dict[str, str]:
        facts = self.facts
        known = Facts(
            name=facts.name,
            honorific=facts.honorific,
            category=facts.category,
            place=facts.place,
            staff=facts.staff,
            phone=facts.phone,
            number=facts.number,
        )
        values = values_of(known, facts.language)
        if facts.problem_date:
            values["date"] = _written_date(facts.problem_date, facts.language)
        if self._remedies():
            values["remedies"] = _listed(self._remedies(), facts.language)
        if plain(facts.prevention):
            values["prevention"] = plain(facts.prevention).rstrip(".。")
        return values

    def _remedies(self) -> tuple[str, ...]:
        return tuple(text for remedy in self.facts.remedies if (text := plain(remedy).rstrip(".。")))

    @property
    def _zh(self) -> bool:
        return self.facts.language is Language.ZH

    def _joined(self, sentences: Iterable[str]) -> str:
        return ("" if self._zh else " ").join(sentence for sentence in sentences if sentence)


def _written_date(day: date, language: Language) -> str:
    """A day as a letter names it: ``19 November``, ``11月19日``."""
    if language is Language.ZH:
        return short_date(day, language)
    return f"{day.day} {load_words(language).term('report_month', str(day.month))}"


def _listed(items: tuple[str, ...], language: Language) -> str:
    if language is Language.ZH:
        return "、".join(items)
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _sentence(text: str, chinese: bool) -> str:
    """A text of the case as sentences of their own: with a full stop at its end."""
    line = plain(text)
    return line if not line or line[-1] in '.!?。！？…”’"' else line + ("。" if chinese else ".")


def _lines(text: str, chinese: bool) -> list[str]:
    return [_sentence(line, chinese) for line in text.splitlines() if plain(line)]
