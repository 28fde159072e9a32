"""Taking a complaint down at the counter: the case first, then whatever else can be done."""

import logging
from typing import NoReturn

import pytest

from desktop.domain.commands import (
    AddContact,
    AddNote,
    AddPromise,
    Assess,
    Assessment,
    OnCase,
    OpenCase,
    Propose,
    RemedyOffer,
    Settle,
    Take,
)
from desktop.domain.kinds import Channel, Language, Medium, RecordType, RemedyKind, Scope, State
from desktop.errors import UserError
from desktop.services.counter import CounterService, TakenDown
from desktop.services.desk import Desk
from tests.support.clock import EVENING
from tests.support.logs import LogWatch
from tests.support.staffed import DeskMaker
from tests.support.talks import a_talk

NUMBER = "HH-D1-20261119-0001"
OPENING = OpenCase(RecordType.COMPLAINT, Channel.COUNTER, "The air-con drips.", on_the_spot=True, talk=a_talk())
ASSESS = Assess("", assessment=Assessment(category="H01-1", severity=2, scope=Scope.ONE, emotion=3))
UNRATED = Assess("", assessment=Assessment(severity=2))
OFFER = Propose(
    "",
    (RemedyOffer(RemedyKind.ROOM_MOVE), RemedyOffer(RemedyKind.VOUCHER, 10_000, "for dinner")),
    solution="A dry room now",
)


def take_down(desk: Desk, *following: OnCase, opening: OpenCase = OPENING, by: str = "sam") -> TakenDown:
    return desk.counter.take_down(opening, following, desk.staff.person(by, "D1"))


def codes(taken: TakenDown) -> list[tuple[str, str]]:
    return [(type(refusal.command).__name__, refusal.error.code) for refusal in taken.refused]


def test_a_case_is_opened_with_its_conversation_and_everything_that_followed(desk: Desk) -> None:
    taken = take_down(desk, ASSESS, OFFER, AddPromise("", "A call at ten", EVENING.replace(hour=14)), Take(""))
    assert taken == TakenDown(NUMBER)
    assert taken.is_whole
    file = desk.reader.case_file(NUMBER)
    assert file.talk is not None
    assert file.view.row.state is State.PROPOSED
    assert [remedy.kind for remedy in file.view.remedies] == ["room_move", "voucher"]
    assert [promise.text for promise in file.promises] == ["A call at ten"]
    assert file.view.row.owner == "Sam"


def test_without_anything_that_follows_the_case_stands(desk: Desk) -> None:
    assert take_down(desk) == TakenDown(NUMBER)
    assert desk.reader.view(NUMBER).row.state is State.ACKNOWLEDGED


def test_a_case_that_cannot_be_opened_is_refused_and_nothing_follows(desk: Desk) -> None:
    with pytest.raises(UserError) as refusal:
        take_down(desk, ASSESS, opening=OpenCase(RecordType.COMPLAINT, Channel.COUNTER, " "))
    assert (refusal.value.code, refusal.value.field) == ("missing", "text")
    assert desk.queue.page(desk.now()).rows == ()


def test_one_refusal_stops_nothing_that_comes_after_it(desk: Desk) -> None:
    contact = AddContact("", " ", medium=Medium.PHONE)
    taken = take_down(desk, contact, AddNote("", "She flies at six."), by="rita")
    assert codes(taken) == [("AddContact", "missing")]
    assert taken.refused[0].command.case == NUMBER
    assert [note.text for note in desk.reader.view(NUMBER).notes] == ["She flies at six."]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language.EN,
            "Offered to the guest. It counts once the case is assessed and the offer is made there:\n"
            "• Room move\n• Voucher · ¥100 · for dinner\nA dry room now",
        ),
        (
            Language.ZH,
            "已向客人提出以下方案，评估后再正式登记：\n• 换房\n• 代金券 · ¥100 · for dinner\nA dry room now",
        ),
    ],
)
def test_an_offer_on_a_case_that_could_not_be_assessed_is_kept_as_a_note(
    make_desk: DeskMaker, language: Language, said: str
) -> None:
    desk = make_desk(language=language)
    taken = take_down(desk, UNRATED, OFFER, Take(""))
    assert codes(taken) == [("Assess", "incomplete_assessment")]
    file = desk.reader.case_file(NUMBER)
    assert [note.text for note in file.view.notes] == [said]
    assert file.view.remedies == ()
    assert file.view.row.state is State.ACKNOWLEDGED
    assert file.view.row.owner == "Sam"


def test_an_offer_after_a_second_assessment_that_succeeded_is_made(desk: Desk) -> None:
    taken = take_down(desk, UNRATED, ASSESS, OFFER)
    assert codes(taken) == [("Assess", "incomplete_assessment")]
    assert len(desk.reader.view(NUMBER).remedies) == 2


def test_an_offer_above_authority_is_refused_unless_it_may_wait(desk: Desk) -> None:
    much = (RemedyOffer(RemedyKind.REFUND_FULL, 900_000),)
    taken = take_down(desk, ASSESS, Propose("", much), Propose("", much, ask=True), by="rita")
    assert codes(taken) == [("Propose", "over_authority")]
    assert desk.reader.case_file(NUMBER).waiting_request is not None


def test_a_case_that_is_settled_on_the_spot_is_resolved_at_once(desk: Desk) -> None:
    settle = Settle("", (RemedyOffer(RemedyKind.SPOKEN_APOLOGY),), ASSESS.assessment, emotion_at_close=1)
    assert take_down(desk, settle).is_whole
    file = desk.reader.case_file(NUMBER)
    assert file.view.row.state is State.RESOLVED
    assert file.talk is not None


class Spoilt:
    """Opens cases like the desk, and breaks at every act that follows."""

    def __init__(self, desk: Desk) -> None:
        self._cases = desk.cases

    def perform(self, command: object, person: object) -> object:
        if isinstance(command, OpenCase):
            return self._cases.perform(command, person)  # type: ignore[arg-type]  # a person is handed through
        return _broken()


def _broken() -> NoReturn:
    raise OSError("the disk is gone")


def test_trouble_that_nobody_foresaw_is_told_beside_the_number_of_the_case(desk: Desk, expected_log: LogWatch) -> None:
    expected_log("went wrong", logging.ERROR)
    counter = CounterService(Spoilt(desk), desk.site)  # type: ignore[arg-type]  # a disk that fails can't be had otherwise
    taken = counter.take_down(OPENING, (ASSESS, OFFER), desk.staff.person("sam", "D1"))
    assert taken.number == NUMBER
    assert codes(taken) == [("Assess", "unexpected"), ("AddNote", "unexpected")]
    assert desk.reader.case_file(NUMBER).talk is not None
