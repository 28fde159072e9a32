"""The words of a guide for one conversation as it stands: which branches hold, which wordings are meant."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop.domain.guide_settings import WordingStyle
from desktop.domain.kinds import Language
from desktop.guides.conditions import Situation
from desktop.guides.facts import Facts, values_of
from desktop.guides.filling import filled
from desktop.guides.kinds import Effect, QuestionKind
from desktop.guides.model import Bank, Branch, CategoryWords, Framework, Guide, Question, Step, Text, Wordings
from desktop.guides.state import Conversation


@dataclass(frozen=True)
class Script:
    """One moment of a conversation, seen through its guide."""

    guide: Guide
    bank: Bank
    conversation: Conversation
    situation: Situation

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """The branches that hold now, the most urgent first."""
        return tuple(branch for branch in self.guide.branches if branch.when.holds(self.situation))

    @cached_property
    def effects(self) -> frozenset[Effect]:
        """What the branches change beside the words."""
        return frozenset(effect for branch in self.branches for effect in branch.effects)

    @property
    def framework(self) -> Framework:
        """The order that the conversation follows."""
        return self.guide.frameworks[self.conversation.framework]

    @property
    def step(self) -> Step:
        """The step on the card."""
        return self.guide.steps[self.conversation.current]

    @cached_property
    def skipped(self) -> frozenset[str]:
        """Steps that branches leave out; none that was reached or holds an answer."""
        wanted = {step for branch in self.branches for step in branch.skip}
        answered = {given.step for given in self.conversation.answers.values()}
        return frozenset(wanted - self.conversation.reached - answered)

    @cached_property
    def category(self) -> CategoryWords | None:
        """What is asked and said for the case's category."""
        return self.bank.words_for(self.situation.category)

    def is_short(self, step: str) -> bool:
        """Whether the shorter wording is shown: asked for, the site's style, or the shorter way on."""
        asked = self.conversation.short.get(step)
        if asked is not None:
            return asked
        return Effect.SHORTER in self.effects or self.conversation.setting.style is WordingStyle.SHORT

    def wordings(self, step: str) -> tuple[str, ...]:
        """The wordings that F4 goes through, at least one, with their placeholders."""
        language = self.situation.language
        if self.is_short(step) and (shorter := self.shorter(step)):
            return shorter
        return self._first(self.guide.steps[step].say).of(language)

    def shorter(self, step: str) -> tuple[str, ...]:
        """The shorter wordings of a step; none where it has none for this situation."""
        meant = [one for one in self.guide.steps[step].shorter if one.applies(self.situation)]
        return meant[0].of(self.situation.language) if meant else ()

    @property
    def for_the_guest(self) -> Text:
        """What the card turned to the guest says: plain words, and the branch's own where they must not say more.

        Someone who is hurt reads no offer, and nobody bargains at a threat (guides.md, Branches).
        """
        meant = self._first(self.step.say)
        by_branch = meant.when is not None and bool(meant.when.flags or meant.when.any)
        if by_branch and not self.effects.isdisjoint({Effect.REGRET_ONLY, Effect.NO_BARGAINING}):
            return Text(meant.en[0], meant.zh[0])
        return self.step.card

    def line(self, choices: Iterable[Wordings]) -> str:
        """The line that applies, the first of several."""
        return self._first(choices).of(self.situation.language)[0]

    def lines(self, choices: Iterable[Wordings]) -> tuple[str, ...]:
        """All lines of the wordings that apply."""
        meant = (one for one in choices if one.applies(self.situation))
        return tuple(line for one in meant for line in one.of(self.situation.language))

    def questions(self) -> tuple[Question, ...]:
        """The questions of the step on the card: open ones first, the category's own before the general ones.

        What the case knows already, or the category's own question covers, is not asked again, unless it was
        answered here.
        """
        bank = self.category.questions if self.step.bank and self.category else ()
        asked = [question for question in bank if self._is_asked(question)]
        covered = {id_ for question in asked for id_ in question.covers} - self.conversation.answers.keys()
        asked += [q for q in self.step.questions if q.id not in covered and self._is_asked(q)]
        return tuple(sorted(asked, key=lambda question: list(QuestionKind).index(question.kind)))

    def notices(self) -> tuple[Question, ...]:
        """What the clerk may tick at any step: the notices of the steps in the framework's order."""
        steps = (self.guide.steps[step] for step in self.framework.steps)
        return tuple(q for step in steps for q in step.questions if q.kind is QuestionKind.NOTICE)

    def _is_asked(self, question: Question) -> bool:
        if question.id in self.conversation.answers:
            return True
        if question.kind is QuestionKind.NOTICE and question in self.notices():
            return False
        known = question.record in self.conversation.setting.known
        return not known and (question.when is None or question.when.holds(self.situation))

    def _first(self, choices: Iterable[Wordings]) -> Wordings:
        return next(one for one in choices if one.applies(self.situation))

    # Filled in

    def values(self, facts: Facts, language: Language) -> Mapping[str, str]:
        """What stands in for placeholders: the facts, and the sentences of the category."""
        values: dict[str, str] = values_of(facts, language)
        words = self.category
        if words is not None:
            values |= {
                "happened": words.happened.of(language),
                "regret": words.regret.of(language),
                "change": words.change.of(language),
            }
            if facts.confirmed and Effect.REGRET_ONLY not in self.effects:
                values["responsibility"] = words.responsibility.of(language)
        return values

    def filler(self, facts: Facts, language: Language | None = None) -> Callable[[str], str]:
        """What puts the facts into a text of the guide, in the desk's language or another."""
        spoken = language or self.situation.language
        values = self.values(facts, spoken)
        return lambda template: filled(template, values, self.guide.neutral, spoken)
