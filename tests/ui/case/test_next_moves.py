"""Which move comes next in each state, and which others there are."""

from itertools import chain

import pytest

from desktop.domain.case_file import Story
from desktop.domain.kinds import RecordType, State
from desktop.domain.lifecycle import MOVES
from desktop.ui.case.next_moves import AT_ONCE, next_move, other_moves
from desktop.ui.moves import FORMS
from tests.ui.case.files import a_file, minutes


@pytest.mark.parametrize(
    ("state", "act"),
    [
        (State.NEW, "acknowledge"),
        (State.ACKNOWLEDGED, "assess"),
        (State.ASSESSED, "investigate"),
        (State.INVESTIGATING, "propose"),
        (State.PROPOSED, "resolve"),
        (State.WAITING_GUEST, "resume"),
        (State.WAITING_DEPARTMENT, "resume"),
        (State.RESOLVED, "close"),
        (State.CLOSED, "reopen"),
        (State.WITHDRAWN, ""),
        (State.DUPLICATE, ""),
        (State.NOT_COMPLAINT, ""),
    ],
)
def test_the_next_move_follows_from_the_state(state, act):
    assert next_move(a_file(state)) == act


def test_where_the_facts_are_confirmed_an_offer_comes_next():
    assert next_move(a_file(State.ASSESSED, story=Story(facts_confirmed_at=minutes(40)))) == "propose"


@pytest.mark.parametrize("state", [State.NEW, State.ACKNOWLEDGED, State.PROPOSED])
def test_what_is_no_complaint_is_ended_by_one_act(state):
    assert next_move(a_file(state, row={"type": RecordType.SUGGESTION})) == "resolve"


@pytest.mark.parametrize("state", list(State))
def test_every_other_move_is_possible_in_the_state_and_can_be_asked_for(state):
    file = a_file(state)
    others = set(chain.from_iterable(other_moves(file)))
    assert next_move(file) not in others
    assert {act for act in others if state not in MOVES[act]} == set()
    assert others <= {*FORMS, *AT_ONCE}


def test_a_new_case_can_be_settled_or_ended_from_the_menu():
    others = set(chain.from_iterable(other_moves(a_file(State.NEW))))
    assert {"settle", "hand_over", "withdraw", "duplicate", "not_complaint", "restrict"} <= others
    assert "close" not in others
