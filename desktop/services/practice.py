"""A practice desk: a training workspace filled with a believable desk's life."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Property, Role
from desktop.domain.people import Person
from desktop.domain.wallclock import local_day
from desktop.errors import UserError
from desktop.exchange.acts import ActReader
from desktop.samples import sample_acts
from desktop.services.desk import Desk

MONTHS, CASES, SEED = 2, 60, 1  #: what a practice desk starts with

_PER_CASE = {Property.HOTEL: 45, Property.RETAIL: 600}  #: room-nights or sales for each complaint, about


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
    usual = cases * _PER_CASE[facts.property] // max(1, months)
    _enter_activity(desk, desk.staff.person(owner, facts.desks[0].code), until, months, usual, Random(seed))
    return opened


def _enter_activity(desk: Desk, owner: Person, until: datetime, months: int, usual: int, rng: Random) -> None:
    """Room-nights or sales of every month that has cases, the last one up to ``until``; ``usual`` is a month's."""
    today = local_day(until, desk.site.facts().zone)
    running = Month(today.year, today.month)
    for back in range(months, -1, -1):
        month = running.plus(-back)
        last = min(month.plus(1).first_day - timedelta(days=1), today)
        share = ((last - month.first_day).days + 1) / 30
        desk.activity.set(owner, month.first_day, last, round(usual * share * rng.uniform(0.92, 1.08)))
