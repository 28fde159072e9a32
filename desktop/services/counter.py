"""Taking a complaint down at the counter: the case, then what was done for the guest while it was told."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.commands import AddNote, Assess, OnCase, OpenCase, Propose
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.services.cases import CaseService
from desktop.services.site import SiteService
from desktop.words import load_words
from desktop.words.formats import sum_text

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that wasn't done although the case stands; ``command`` names the case already."""

    command: OnCase
    error: UserError


@dataclass(frozen=True, slots=True)
class TakenDown:
    """A case that stands under ``number``, and which of the acts that followed were not done."""

    number: str
    refused: tuple[Refusal, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything was done."""
        return not self.refused


class CounterService:
    """Opens a case and does what follows from the conversation, each act by the same guards as anywhere."""

    def __init__(self, cases: CaseService, site: SiteService) -> None:
        self._cases, self._site = cases, site

    def take_down(self, opening: OpenCase, following: Sequence[OnCase], person: Person) -> TakenDown:
        """Opens the case with its conversation, then does each act on it, whatever became of the one before.

        An offer can't be made on a case that couldn't be assessed; it is kept as a note, so that it isn't lost.
        What goes wrong once the case stands is told in ``refused``, trouble nobody foresaw as ``unexpected``: the
        case must not be opened again. Raises what opening a case raises, and then nothing was kept.
        """
        done = self._cases.perform(opening, person)
        if done is None:
            raise TypeError("opening a case always gives its number")
        refused: list[Refusal] = []
        is_assessed = True  # as far as anybody asked
        for act in following:
            command = replace(act, case=done.number, version=None)
            if isinstance(command, Propose) and not is_assessed:
                command = self._as_note(command)
            error = self._refusal(command, person)
            if error is not None:
                refused.append(Refusal(command, error))
            if isinstance(command, Assess):
                is_assessed = error is None
        return TakenDown(done.number, tuple(refused))

    def _refusal(self, command: OnCase, person: Person) -> UserError | None:
        """Does one act; what kept it from being done, if anything did."""
        try:
            self._cases.perform(command, person)
        except UserError as refusal:
            return refusal
        except Exception:  # whatever it is, the number of the case that stands must reach the counter
            _log.exception("an act on a new case went wrong")
            return UserError("unexpected")
        return None

    def _as_note(self, offer: Propose) -> AddNote:
        """What was offered in words of the site's language; a note says it, but gives nothing."""
        facts = self._site.facts()
        words = load_words(facts.language)
        told = [words.sentence("offer_noted")]
        for remedy in offer.remedies:
            amount = sum_text(remedy.amount, facts.currency) if remedy.amount else ""
            parts = (words.term("remedy", remedy.kind.value), amount, remedy.note, remedy.law_card)
            told.append("• " + " · ".join(part for part in parts if part))
        told += [text for text in (offer.solution, offer.beyond_expectation, offer.prevention) if text]
        return AddNote(offer.case, "\n".join(told))
