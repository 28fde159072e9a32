"""The way of a case in stages."""

from desktop.domain.case_file import Ending
from desktop.domain.kinds import State
from desktop.ui.case.stages import WAY, Place, stages
from tests.ui.case.files import a_file, entry, minutes, opened

HISTORY = (
    opened(),
    entry(2, "acknowledge", 12, state=("new", "acknowledged")),
    entry(3, "assess", 14, state=("acknowledged", "assessed")),
    entry(4, "propose", 30, state=("assessed", "proposed")),
)


def test_past_stages_bear_the_time_at_which_they_were_reached():
    found = {stage.state: stage for stage in stages(a_file(State.PROPOSED, *HISTORY))}
    assert found[State.NEW].at == minutes(0)
    assert found[State.ACKNOWLEDGED].at == minutes(12)
    assert (found[State.PROPOSED].place, found[State.PROPOSED].at) == (Place.HERE, minutes(30))
    assert [found[state].place for state in (State.RESOLVED, State.CLOSED)] == [Place.AHEAD] * 2


def test_a_stage_that_was_gone_over_is_not_shown_as_reached():
    found = {stage.state: stage for stage in stages(a_file(State.PROPOSED, *HISTORY))}
    assert (found[State.INVESTIGATING].place, found[State.INVESTIGATING].at) == (Place.SKIPPED, None)


def test_a_case_that_waits_stands_where_it_waits_from():
    history = (*HISTORY, entry(5, "wait", 40, state=("proposed", "waiting_guest")))
    found = stages(a_file(State.WAITING_GUEST, *history, state_before_wait=State.PROPOSED))
    assert len(found) == len(WAY)
    assert [stage.state for stage in found if stage.place is Place.HERE] == [State.WAITING_GUEST]
    assert found[4].at == minutes(30), "in the place of Proposed"


def test_a_case_that_left_the_way_ends_where_it_left():
    history = (*HISTORY[:2], entry(3, "withdraw", 20, state=("acknowledged", "withdrawn")))
    found = stages(a_file(State.WITHDRAWN, *history, ending=Ending(ended_at=minutes(20))))
    assert [stage.state for stage in found] == [State.NEW, State.ACKNOWLEDGED, State.WITHDRAWN]
    assert (found[-1].place, found[-1].at) == (Place.HERE, minutes(20))


def test_a_reopened_case_has_its_later_stages_ahead_again():
    history = (
        *HISTORY,
        entry(5, "resolve", 50, state=("proposed", "resolved")),
        entry(6, "reopen", 90, state=("resolved", "investigating")),
        entry(7, "propose", 95, state=("investigating", "proposed")),
    )
    found = {stage.state: stage for stage in stages(a_file(State.PROPOSED, *history))}
    assert found[State.INVESTIGATING].at == minutes(90)
    assert found[State.PROPOSED].at == minutes(95)
    assert found[State.RESOLVED].place is Place.AHEAD
