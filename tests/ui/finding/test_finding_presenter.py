"""Finding as one types, without a window."""

from datetime import UTC, datetime

import pytest

from desktop.domain.kinds import Band, State
from desktop.domain.rows import Found, FoundPage
from desktop.errors import UserError, WorkspaceError
from desktop.ui.finding.presenter import FindingPresenter


def found(serial: int) -> Found:
    return Found(
        number=f"HH-D1-20261119-{serial:04d}",
        id=serial,
        state=State.NEW,
        band=Band.P2,
        guest="Tan",
        honorific="ms",
        room="1208",
        reference="",
        summary="Air-con dripping",
        received_at=datetime(2026, 11, 19, 13, 0, tzinfo=UTC),
    )


PAGE = FoundPage(tuple(found(n) for n in range(1, 4)), 15)


class Desk:
    """A view, an index that answers when told to, and a list of what was chosen."""

    def __init__(self) -> None:
        self.painted: list[object] = []
        self.asked: list[tuple] = []
        self.chosen: list[str] = []
        self.finding = FindingPresenter(self, lambda *call: self.asked.append(call), self.chosen.append)

    def paint(self, state: object) -> None:
        self.painted.append(state)

    @property
    def state(self):
        return self.finding.state

    def answer(self, page: FoundPage = PAGE, call: int = -1) -> None:
        self.asked[call][1](page)

    def refuse(self, error: UserError, call: int = -1) -> None:
        self.asked[call][2](error)

    def look_for(self, words: str) -> None:
        self.finding.type_words(words)
        self.finding.search()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_typing_alone_asks_nothing_until_it_pauses(desk: Desk) -> None:
    desk.finding.type_words("drip")
    assert desk.asked == []
    desk.finding.search()
    assert [call[0] for call in desk.asked] == ["drip"]


def test_hits_open_the_list_at_the_best_one(desk: Desk) -> None:
    desk.look_for("drip")
    desk.answer()
    assert (desk.state.is_open, desk.state.current, desk.state.more) == (True, 0, 12)


def test_the_answer_to_an_earlier_question_is_dropped(desk: Desk) -> None:
    desk.look_for("d")
    desk.look_for("drip")
    desk.answer(call=1)
    desk.answer(FoundPage((), 0), call=0)
    assert desk.state.page == PAGE


def test_an_answer_that_comes_after_the_field_was_emptied_is_dropped(desk: Desk) -> None:
    desk.look_for("drip")
    desk.finding.type_words("")
    desk.answer()
    assert (desk.state.page, desk.state.is_open) == (None, False)


@pytest.mark.parametrize("blank", ["", "  ", "\u3000"])
def test_nothing_is_looked_for_in_an_empty_field(desk: Desk, blank: str) -> None:
    desk.look_for(blank)
    desk.finding.choose()
    assert desk.asked == []


def test_hits_stay_while_the_next_are_looked_for(desk: Desk) -> None:
    desk.look_for("dri")
    desk.answer()
    desk.finding.type_words("drip")
    assert (desk.state.page, desk.state.is_fresh) == (PAGE, False)


def test_arrows_stop_at_the_ends_of_the_list(desk: Desk) -> None:
    desk.look_for("drip")
    desk.answer()
    desk.finding.move(-1)
    assert desk.state.current == 0
    for _ in range(9):
        desk.finding.move(1)
    assert desk.state.current == 2


def test_enter_chooses_the_current_row_and_folds_the_list(desk: Desk) -> None:
    desk.look_for("drip")
    desk.answer()
    desk.finding.move(1)
    desk.finding.choose()
    assert (desk.chosen, desk.state.is_open, desk.state.words) == (["HH-D1-20261119-0002"], False, "drip")


def test_enter_before_the_answer_chooses_the_best_hit_when_it_comes(desk: Desk) -> None:
    desk.finding.type_words("1119-0001")
    desk.finding.choose()
    assert desk.chosen == []
    desk.answer()
    assert desk.chosen == ["HH-D1-20261119-0001"]


def test_typing_on_takes_that_enter_back(desk: Desk) -> None:
    desk.finding.type_words("1119")
    desk.finding.choose()
    desk.look_for("1119-")
    desk.answer()
    assert desk.chosen == []


def test_enter_on_no_hits_chooses_nothing(desk: Desk) -> None:
    desk.look_for("zzz")
    desk.answer(FoundPage((), 0))
    desk.finding.choose()
    assert (desk.chosen, desk.state.is_empty, desk.state.is_open) == ([], True, True)


def test_an_arrow_opens_the_folded_list_again(desk: Desk) -> None:
    desk.look_for("drip")
    desk.answer()
    desk.finding.close()
    desk.finding.move(1)
    assert (desk.state.is_open, desk.state.current) == (True, 0)


def test_the_same_hits_again_keep_the_current_row(desk: Desk) -> None:
    desk.look_for("drip")
    desk.answer()
    desk.finding.move(1)
    desk.finding.search()
    desk.answer()
    assert desk.state.current == 1


def test_a_refusal_is_told_in_the_list_and_goes_with_the_next_answer(desk: Desk) -> None:
    desk.look_for("drip")
    desk.refuse(WorkspaceError("disk_full"))
    assert (desk.state.is_open, desk.state.refusal.code) == (True, "disk_full")
    desk.finding.search()
    desk.answer()
    assert desk.state.refusal is None


def test_equal_states_are_painted_once(desk: Desk) -> None:
    desk.finding.type_words("a")
    desk.finding.type_words("a")
    assert len(desk.painted) == 1
