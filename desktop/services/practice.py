"""A practice desk: a training workspace filled with a believable desk's life."""

from collections.abc import Callable
from datetime import datetime

from desktop.domain.kinds import Role
from desktop.errors import UserError
from desktop.exchange.acts import ActReader
from desktop.samples import sample_acts
from desktop.services.desk import Desk

MONTHS, CASES, SEED = 2, 60, 1  #: what a practice desk starts with


def fill_practice_desk(
    desk: Desk,
    until: datetime,
    *,
    months: int = MONTHS,
    cases: int = CASES,
    seed: int = SEED,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> int:
    """Plays so many cases over so many months, up to ``until``, into a training workspace; returns how many cases.

    ``progress`` is told how many of the cases were opened. Raises ``training_only`` in a live workspace.
    """
    facts = desk.site.facts()
    if not facts.training:
        raise UserError("training_only")
    owner = next(person.login for person in desk.staff.people() if person.role is Role.OWNER)
    reader = ActReader(facts.zone, facts.currency)
    opened = 0
    for data in sample_acts(facts.property, facts.language, facts.zone, until, months, cases, seed, owner):
        act = reader.take(data)
        done = desk.cases.perform(act.command, desk.staff.person(act.by, facts.desks[0].code), act.at)
        if act.ref and done is not None:
            reader.remember(act.ref, done.number)
            opened += 1
            progress(opened, cases)
    return opened
