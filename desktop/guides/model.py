"""A guide as it stands in memory once its file is checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.domain.kinds import Flag, Language
from desktop.guides.conditions import Condition, Situation
from desktop.guides.kinds import Effect, QuestionKind

BACK = "back"  #: after an inserted step: back to where the conversation was


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    en: str
    zh: str

    def of(self, language: Language) -> str:
        """The text in one language."""
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class Wordings:
    """Ways of saying one thing, which F4 goes through; used where ``when`` holds (None: always)."""

    en: tuple[str, ...]
    zh: tuple[str, ...]
    when: Condition | None = None

    def of(self, language: Language) -> tuple[str, ...]:
        """The wordings in one language, at least one."""
        return self.zh if language is Language.ZH else self.en

    def applies(self, situation: Situation) -> bool:
        """Whether the wordings are meant for this situation."""
        return self.when is None or self.when.holds(situation)


@dataclass(frozen=True, slots=True)
class QuickAnswer:
    """An answer at one click. ``sets`` is raised as a flag, ``value`` goes into the question's field."""

    id: str
    text: Text
    sets: Flag | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a step or of a category's bank. ``record`` names the field of the case that its answer fills.

    ``covers`` are the general questions that needn't be asked where this one is.
    """

    id: str
    kind: QuestionKind
    text: Text
    answers: tuple[QuickAnswer, ...] = ()
    record: str = ""
    when: Condition | None = None
    covers: tuple[str, ...] = ()

    def answer(self, id_: str) -> QuickAnswer | None:
        """The quick answer with this id."""
        return next((answer for answer in self.answers if answer.id == id_), None)


@dataclass(frozen=True, slots=True)
class Step:
    """One step (guides.md, A step). ``bank``: the category's questions are asked here.

    Of ``goal``, ``done_when`` and ``say`` the first that applies is meant; of ``do`` and ``dont`` all that apply.
    ``then`` is empty but for steps that a branch inserts. ``ends``: a conversation may end here.
    """

    id: str
    name: Text
    goal: tuple[Wordings, ...]
    done_when: tuple[Wordings, ...]
    card: Text
    say: tuple[Wordings, ...]
    shorter: tuple[Wordings, ...] = ()
    do: tuple[Wordings, ...] = ()
    dont: tuple[Wordings, ...] = ()
    questions: tuple[Question, ...] = ()
    record: tuple[str, ...] = ()
    bank: bool = False
    ends: bool = False
    then: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One word of a framework (Hear, Solve) and the steps it stands for."""

    id: str
    name: Text
    steps: tuple[str, ...]
    optional: bool = False
    afterwards: bool = False  #: done without the guest


@dataclass(frozen=True, slots=True)
class Framework:
    """An order over the steps of a guide."""

    id: str
    name: Text
    stages: tuple[Stage, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps in order."""
        return tuple(step for stage in self.stages for step in stage.steps)

    def stage_of(self, step: str) -> Stage | None:
        """The stage that a step belongs to; None for a step that a branch inserted."""
        return next((stage for stage in self.stages if step in stage.steps), None)


@dataclass(frozen=True, slots=True)
class Mood:
    """How to speak with someone who feels like this."""

    title: Text
    hints: Wordings


@dataclass(frozen=True, slots=True)
class Branch:
    """A rule: where ``when`` holds, a step is put in, steps are left out, effects hold."""

    id: str
    when: Condition
    note: Text
    insert: str = ""
    skip: tuple[str, ...] = ()
    effects: frozenset[Effect] = frozenset()


@dataclass(frozen=True, slots=True)
class Guide:
    """A conversation's guide: one set of steps, several orders over it."""

    id: str
    steps: Mapping[str, Step]
    frameworks: Mapping[str, Framework]
    moods: tuple[Mood, ...]
    branches: tuple[Branch, ...]
    neutral: Mapping[str, Text]

    def questions(self) -> Iterator[Question]:
        """All questions of all steps."""
        for step in self.steps.values():
            yield from step.questions


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """What is asked and said where a complaint is of one level-1 category."""

    questions: tuple[Question, ...]
    happened: Text
    regret: Text
    responsibility: Text
    change: Text


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions and sentences by level-1 category."""

    id: str
    categories: Mapping[str, CategoryWords] = field(default_factory=dict)

    def words_for(self, category: str) -> CategoryWords | None:
        """What is said for a category of either level; None where the bank has nothing for it."""
        return self.categories.get(category.partition("-")[0])


@dataclass(frozen=True, slots=True)
class ApologyTexts:
    """The sentences that join an apology's parts, by name (``APOLOGY_TEXTS``)."""

    id: str
    texts: Mapping[str, Text]


#: The names of an apology's sentences.
APOLOGY_TEXTS = (
    "greeting", "greeting_plain", "intro", "explanation", "repentance", "repair", "prevention", "forgiveness", "reach",
    "closing", "spoken_repair", "spoken_explanation",
)  # fmt: skip
