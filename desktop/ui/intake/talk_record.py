"""A conversation of the form as the case keeps it, and the acts that follow from it (interfaces.md, Acts)."""

from collections.abc import Sequence
from datetime import datetime

from desktop.domain.commands import AddNote, AddPromise, Assess, Assessment, OnCase, Propose
from desktop.domain.conversations import Talk
from desktop.domain.kinds import RecordType
from desktop.domain.lifecycle import Rated, missing_ratings
from desktop.domain.taxonomy import Taxonomy
from desktop.domain.texts import is_blank
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts
from desktop.guides.state import Conversation
from desktop.guides.transcript import transcript
from desktop.ui.intake.form import Form


def talk_of(guidance: Guidance, conversation: Conversation, facts: Facts, at: datetime) -> Talk:
    """The conversation step by step, finished ``at`` (aware)."""
    ended = guidance.finish(conversation, facts, at)
    return Talk(ended.framework, ended.setting.language, transcript(guidance, ended, facts, at))


def acts_after(form: Form, due: datetime | None, notes: Sequence[str], taxonomy: Taxonomy) -> tuple[OnCase, ...]:
    """What is done on the case as soon as it stands: assessed, offered, promised, noted. Numbers come later.

    An offer needs a case that is assessed; where ratings are missing, the desk says which, and keeps the offer as a
    note. Without an offer a complaint is assessed where it can be: acknowledged and fully rated.
    """
    acts: list[OnCase] = []
    rated = Rated(form.category, form.severity, form.scope, form.emotion)
    is_ready = form.on_the_spot and form.takes_on_the_spot and form.type is RecordType.COMPLAINT
    if form.offers or (is_ready and not missing_ratings(rated, taxonomy)):
        acts.append(Assess("", assessment=Assessment(type=form.type)))  # it confirms the ratings that the case has
    if form.offers:
        acts.append(Propose("", form.offers, ask=True))
    if due is not None:
        acts.append(AddPromise("", form.promise.strip(), due))
    acts += [AddNote("", note) for note in notes if not is_blank(note)]
    return tuple(acts)
