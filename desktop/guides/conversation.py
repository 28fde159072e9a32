"""Moves a conversation through a guide: forward, back, another wording, an answer, a turn of the dial (guides.md).

Every move takes a ``Conversation`` and gives a new one; the moment is handed in (aware).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from desktop.domain.kinds import Flag
from desktop.errors import UserError
from desktop.guides.card import Card, card_of
from desktop.guides.conditions import Situation
from desktop.guides.facts import Facts
from desktop.guides.model import BACK, Bank, Branch, Guide, Question
from desktop.guides.script import Script
from desktop.guides.state import Conversation, Feeling, Given, Setting, Visit
from desktop.guides.structure import DEFAULT


@dataclass(frozen=True)
class Guidance:
    """A guide with the question bank of the site's pack: all that moves a conversation."""

    guide: Guide
    bank: Bank

    def begin(self, setting: Setting, at: datetime, framework: str = DEFAULT) -> Conversation:
        """A new conversation at its first step.

        Raises ``UserError``: ``unknown_framework``.
        """
        order = self._framework_steps(framework)
        begun = Conversation(framework, order, order[0], setting, (Visit(order[0], at),))
        settled = self._settled(_felt(begun, at), Facts(), at)
        return replace(settled, visits=settled.visits[-1:])  # where a branch goes first, nothing came before it

    # Moves

    def turn(self, conversation: Conversation, setting: Setting, facts: Facts, at: datetime) -> Conversation:
        """The conversation in a changed setting: emotion, flags, category, channel or language."""
        return self._settled(_felt(replace(conversation, setting=setting), at), facts, at)

    def answer(
        self, conversation: Conversation, question: str, facts: Facts, at: datetime, *, text: str = "", choice: str = ""
    ) -> Conversation:
        """Keeps an answer; an empty one takes the answer back.

        Raises ``UserError``: ``unknown_question``, ``unknown_answer``.
        """
        asked = self.questions.get(question)
        if asked is None:
            raise UserError("unknown_question", "question", value=question)
        if choice and asked.answer(choice) is None:
            raise UserError("unknown_answer", "answer", value=choice)
        answers = {id_: given for id_, given in conversation.answers.items() if id_ != question}
        if text.strip() or choice:
            answers[question] = Given(question, conversation.current, at, text, choice)
        return self._settled(replace(conversation, answers=answers), facts, at)

    def forward(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        """The next step; the same conversation at its last one."""
        following = self.next_step(conversation)
        return conversation if following is None else self._at(conversation, following, facts, at)

    def back(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        """The step before; the same conversation at its first one."""
        before = self.step_before(conversation)
        return conversation if before is None else self._at(conversation, before, facts, at)

    def go_back_to(self, conversation: Conversation, step: str, facts: Facts, at: datetime) -> Conversation:
        """A step that was on the card before; the same conversation for any other."""
        if step == conversation.current or step not in conversation.reached:
            return conversation
        return self._at(conversation, step, facts, at)

    def another_wording(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        """The next wording of the card, and the first after the last (F4)."""
        count = len(self.script(conversation).wordings(conversation.current))
        at_now = conversation.wordings.get(conversation.current, 0) % count
        wordings = {**conversation.wordings, conversation.current: (at_now + 1) % count}
        return self._settled(replace(conversation, wordings=wordings), facts, at)

    def toggle_shorter(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        """The shorter wording, or the long one again (Shift+F4)."""
        step = conversation.current
        wanted = not self.script(conversation).is_short(step)
        wordings = {**conversation.wordings, step: 0}
        changed = replace(conversation, short={**conversation.short, step: wanted}, wordings=wordings)
        return self._settled(changed, facts, at)

    def park(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        """The conversation put aside: its time stands still."""
        return self._closed(conversation, facts, at)

    def resume(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        """A parked conversation taken up where it was."""
        if conversation.is_running or conversation.finished:
            return conversation
        visit = Visit(conversation.current, _not_before(conversation, at))
        return self._settled(replace(conversation, visits=(*conversation.visits, visit)), facts, at)

    def finish(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        """The end, at whatever step: saved, or settled on the spot."""
        return replace(self._closed(conversation, facts, at), finished=True)

    # What is there

    def card(self, conversation: Conversation, facts: Facts) -> Card:
        """What the screen shows of the current step."""
        return card_of(self.script(conversation), conversation, facts)

    def script(self, conversation: Conversation) -> Script:
        """The words of the guide for this conversation as it stands."""
        return Script(self.guide, self.bank, conversation, self.situation(conversation))

    def situation(self, conversation: Conversation) -> Situation:
        """What the rules read now. Flags that answers set count beside those of the case."""
        setting = conversation.setting
        return Situation(
            emotion=setting.emotion,
            peak=conversation.peak,
            flags=self.flags(conversation),
            category=setting.category,
            channel=setting.channel,
            language=setting.language,
            guest_language=setting.guest_language,
            answers={id_: given.choice for id_, given in conversation.answers.items() if given.choice},
        )

    def flags(self, conversation: Conversation) -> frozenset[Flag]:
        """The case's flags and those that answers set."""
        flags = set(conversation.setting.flags)
        for id_, given in conversation.answers.items():
            question = self.questions.get(id_)
            answer = question.answer(given.choice) if question else None
            if answer is not None and answer.sets is not None:
                flags.add(answer.sets)
        return frozenset(flags)

    def next_step(self, conversation: Conversation) -> str | None:
        """The step after the current one, without those that a branch leaves out; None at the end."""
        order, current = conversation.order, conversation.current
        place = order.index(current)
        then = self.guide.steps[current].then
        if then and then != BACK and then in order[place + 1 :]:
            return then
        skipped = self.script(conversation).skipped
        return next((step for step in order[place + 1 :] if step not in skipped), None)

    def step_before(self, conversation: Conversation) -> str | None:
        """The step before the current one that was on the card; None at the beginning."""
        earlier = conversation.order[: conversation.order.index(conversation.current)]
        return next((step for step in reversed(earlier) if step in conversation.reached), None)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question of the guide and of the bank by its id; where both have one, the guide's."""
        of_bank = (question for words in self.bank.categories.values() for question in words.questions)
        return {question.id: question for question in (*of_bank, *self.guide.questions())}

    # How it is done

    def _framework_steps(self, framework: str) -> tuple[str, ...]:
        known = self.guide.frameworks.get(framework)
        if known is None:
            raise UserError("unknown_framework", "framework", value=framework)
        return known.steps

    def _settled(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        """Puts in the steps of branches that hold now, and takes out those that no longer hold and were not reached.

        A new one interrupts: it comes before the current step, the more urgent one (by the order of branches) first.
        """
        if conversation.finished:
            return conversation
        inserts = [branch for branch in self.script(conversation).branches if branch.insert]
        conversation = self._without_stale(conversation, inserts)
        for branch in inserts:
            conversation = self._with_step(conversation, branch)
        wanted = {branch.insert for branch in inserts} - conversation.reached
        place = conversation.order.index(conversation.current)
        urgent = next((step for step in conversation.order[:place] if step in wanted), None)
        if urgent is None or not conversation.is_running:
            return conversation
        return self._at(conversation, urgent, facts, at)

    def _without_stale(self, conversation: Conversation, inserts: Iterable[Branch]) -> Conversation:
        wanted = {branch.insert for branch in inserts} | conversation.reached
        stale = {b.insert for b in self.guide.branches if b.insert and b.insert not in wanted}
        return replace(conversation, order=tuple(step for step in conversation.order if step not in stale))

    def _with_step(self, conversation: Conversation, branch: Branch) -> Conversation:
        """The step of a branch before the current one; behind more urgent ones that wait or are on the card."""
        order, place = conversation.order, conversation.order.index(conversation.current)
        if branch.insert in order:
            return conversation
        ranks = {b.insert: rank for rank, b in enumerate(self.guide.branches) if b.insert}
        rank = ranks[branch.insert]
        while place and order[place - 1] in ranks and order[place - 1] not in conversation.reached:
            place -= 1
        while place < len(order) and order[place] in ranks and ranks[order[place]] <= rank:
            place += 1
        return replace(conversation, order=(*order[:place], branch.insert, *order[place:]))

    def _at(self, conversation: Conversation, step: str, facts: Facts, at: datetime) -> Conversation:
        left = self._closed(conversation, facts, at)
        visits = (*left.visits, Visit(step, _not_before(left, at))) if not conversation.finished else left.visits
        return replace(left, current=step, visits=visits)

    def _closed(self, conversation: Conversation, facts: Facts, at: datetime) -> Conversation:
        if not conversation.is_running:
            return conversation
        last = conversation.visits[-1]
        said = card_of(self.script(conversation), conversation, facts).say
        ended = replace(last, ended=max(at, last.began), emotion=conversation.setting.emotion, said=said)
        return replace(conversation, visits=(*conversation.visits[:-1], ended))


def _not_before(conversation: Conversation, at: datetime) -> datetime:
    """A moment that doesn't lie before what was recorded last, should the clock have jumped back."""
    last = conversation.visits[-1].ended if conversation.visits else None
    return max(at, last) if last else at


def _felt(conversation: Conversation, at: datetime) -> Conversation:
    emotion = conversation.setting.emotion
    if emotion is None or (conversation.feelings and conversation.feelings[-1].emotion == emotion):
        return conversation
    return replace(conversation, feelings=(*conversation.feelings, Feeling(emotion, at)))
