"""Figures as of a past moment are those that were computed at that moment, whatever was done and undone since."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.figures.shapes import Figures, Month
from desktop.errors import UserError
from tests.support.acts import CLOSING, GRAVE, MILD, Story
from tests.support.sites import owner_of
from tests.support.staffed import DeskMaker

BEGIN = datetime(2026, 11, 29, 12, tzinfo=UTC)
MONTHS = (Month(2026, 10), Month(2026, 11), Month(2026, 12))
PAID = [{"kind": "voucher", "amount": "12.34"}]

ACTS: dict[str, list[dict[str, Any]]] = {
    "acknowledge": [{"medium": "phone"}],
    "assess": [MILD, GRAVE, {**MILD, "category": "H01-2", "flags": ["injury"]}, {"type": "enquiry", **MILD}],
    "override": [{"band": "P1", "reason": "It grows."}, {"band": "P4", "reason": "It shrinks."}],
    "take": [{}],
    "hand_over": [{"to": "sam"}, {"to": "owner"}, {"department": "Kitchen"}],
    "wait": [{"for": "guest"}],
    "resume": [{}],
    "propose": [{"remedies": PAID}, {"remedies": PAID, "replaces": True}],
    "resolve": [{"told_by": "phone", "answer": "accepted", "emotion_at_close": 1}],
    "settle": [{**MILD, "remedies": PAID, "emotion_at_close": 0}],
    "survey": [{}, {"overall": 4, "recommend": 9}, {"overall": 1, "recommend": 2}],
    "close": [{**CLOSING, "survey_not_asked": "Left."}, {**CLOSING, "outcome": "not", "survey_not_asked": "Left."}],
    "reopen": [{"reason": "Again."}],
    "withdraw": [{"reason": "They changed their mind."}],
    "not_complaint": [{"reason": "A question."}],
    "duplicate": [{}],
    "contact": [{"text": "Rang.", "medium": "phone"}],
}
_WAITS = [0, 1, 600, 7_200, 90_000, 400_000]  #: seconds
#: What an undone offer was, the history tells by its sum alone.
_LEAVING_ROWS = frozenset({"propose", "settle"})


class Days:
    """Days at a desk, as the dice fall, with the figures of every moment."""

    def __init__(self, story: Story, chance: Random) -> None:
        self.story, self.chance = story, chance
        self.numbers: list[str] = []
        self.seen: dict[datetime, tuple[Figures, ...]] = {}
        self._last: tuple[str, str] = ("", "")
        story.at, story.by = BEGIN, "owner"
        story.desk.cases._now = lambda: story.at

    def figures(self, as_of: datetime) -> tuple[Figures, ...]:
        person = owner_of(self.story.desk)
        return tuple(self.story.desk.figures.month(person, month, as_of) for month in MONTHS)

    def pass_a_moment(self) -> None:
        """Something is done, or undone, or nothing; then time passes, and the figures of the moment are kept."""
        dice = self.chance.random()
        with suppress(UserError):
            if not self.numbers or dice < 0.2:
                self._open()
            elif dice < 0.3 and self._last[1] not in _LEAVING_ROWS:
                self.story.desk.cases.undo(self._last[0], owner_of(self.story.desk))
            else:
                self._act()
        self.seen[self.story.at] = self.figures(self.story.at)
        self.story.wait(seconds=1 + self.chance.choice(_WAITS))

    def _open(self) -> None:
        fields = {"place": self.chance.choice(["", "Bar"]), "category": self.chance.choice(["H01-1", "H02"])}
        guest = {"phone": f"+44 7700 90012{self.chance.randrange(3)}"}
        self.numbers.append(self.story.open(guest=guest, emotion=self.chance.randrange(5), **fields))

    def _act(self) -> None:
        number, act = self.chance.choice(self.numbers), self.chance.choice(sorted(ACTS))
        fields = dict(self.chance.choice(ACTS[act]))
        if act == "duplicate":
            fields["of"] = self.numbers[0]
        self.story.act(act, number, **fields)
        self._last = number, act


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_every_moment_can_be_looked_at_again(seed: int, make_desk: DeskMaker) -> None:
    days = Days(Story(make_desk()), Random(seed))
    for _ in range(40):
        days.pass_a_moment()
    for moment, figures in days.seen.items():
        for then, now in zip(figures, days.figures(moment), strict=True):
            assert then.flow.balances
            assert then == now, moment


def test_a_resolution_that_was_undone_still_counts_for_the_moments_before(story: Story) -> None:
    days = Days(story, Random(1))
    number = story.opened("resolved")
    done, _ = story.at, story.wait(minutes=1)
    assert days.figures(done)[1].flow.resolutions == 1
    story.desk.cases.undo(number, owner_of(story.desk))
    assert [days.figures(at)[1].flow.resolutions for at in (done, story.at)] == [1, 0]
    story.wait(days=3)
    story.lead(number, "resolved", since="proposed")
    shown = days.figures(story.at)[2]
    assert (shown.flow.opening, shown.flow.resolutions) == (1, 1)
    assert days.figures(story.at)[1].within_24h.count == 0


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=30)])
def test_a_case_told_of_later_counts_from_when_it_was_received(story: Story, ahead: timedelta) -> None:
    story.open(received_at=Story.text(story.at - timedelta(hours=2)), reason="The system was down.")
    (november,) = [f for f in Days(story, Random(1)).figures(story.at - timedelta(hours=1) + ahead) if f.received]
    assert (november.received, november.first_response.answered) == (1, 0)
