"""The cards of the case screen: each paints one part of a case and asks for acts on it."""

from desktop.ui.case.cards.card import CardDoors, CaseCard, May
from desktop.ui.case.cards.facts import FactsCard
from desktop.ui.case.cards.follow_up import FollowUpCard
from desktop.ui.case.cards.linked import LinkedCard
from desktop.ui.case.cards.people import PeopleCard
from desktop.ui.case.cards.promises import PromisesCard
from desktop.ui.case.cards.remedy import RemedyCard
from desktop.ui.case.cards.root_cause import CloseDraft, RootCauseCard
from desktop.ui.case.cards.tasks import TasksCard

__all__ = [
    "CardDoors",
    "CaseCard",
    "CloseDraft",
    "FactsCard",
    "FollowUpCard",
    "LinkedCard",
    "May",
    "PeopleCard",
    "PromisesCard",
    "RemedyCard",
    "RootCauseCard",
    "TasksCard",
]
