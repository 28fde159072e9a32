"""What the open move's form is told of the case, and of the desk around it."""

from dataclasses import replace
from datetime import tzinfo

from desktop.domain.case_file import Ending
from desktop.domain.kinds import Closure, Outcome
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.case.cards import CloseDraft
from desktop.ui.case.state import CaseDoors, CaseState
from desktop.ui.moves import About, Allowance, Surroundings, about_file


class Abouts:
    """Makes them for one person at one site."""

    def __init__(self, doors: CaseDoors, person: Person, taxonomy: Taxonomy, zone: tzinfo, currency: Currency) -> None:
        self._doors, self._person, self._taxonomy = doors, person, taxonomy
        self._zone, self._currency = zone, currency

    def about(self, state: CaseState, draft: CloseDraft) -> About | None:
        """The case of the state, with what was already written for closing it."""
        if state.file is None:
            return None
        allowance = Allowance(state.allowance.most) if state.allowance is not None else None
        about = about_file(
            state.file, self._around(state), allowance=allowance, others_may_close=state.others_may_close
        )
        return replace(about, ending=_with_draft(about.ending, draft)) if state.act == "close" else about

    def _around(self, state: CaseState) -> Surroundings:
        doors = self._doors
        return Surroundings(
            person=self._person,
            taxonomy=self._taxonomy,
            zone=self._zone,
            currency=self._currency,
            now=doors.now,
            people=state.people,
            departments=doors.departments(),
            law_cards=doors.law_cards(),
            find=doors.find,
        )


def _with_draft(ending: Ending, draft: CloseDraft) -> Ending:
    """What the card of the root cause holds comes before what stands on the case."""
    return replace(
        ending,
        root_cause=draft["root_cause"] or ending.root_cause,
        whys=draft["whys"] or ending.whys,
        lesson=draft["lesson"] or ending.lesson,
        outcome=Outcome(draft["outcome"]) if draft["outcome"] else ending.outcome,
        closure=Closure(draft["closure"]) if draft["closure"] else ending.closure,
    )
