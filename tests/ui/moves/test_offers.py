"""Proposing remedies and settling on the spot: sums, law cards, authority, and what is still missing."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import Rating
from desktop.domain.commands import Assessment, Propose, RemedyOffer, Settle
from desktop.domain.kinds import Band, Flag, RemedyKind, Scope, State
from desktop.errors import UserError
from desktop.ui.moves import Allowance
from tests.support.clock import EVENING
from tests.ui.moves.a_case import LEO, NUMBER, RAO, about, around

APOLOGY = RemedyOffer(RemedyKind.SPOKEN_APOLOGY)
JPY = replace(around().currency, code="JPY", digits=0)


def rows(*lines):
    """Remedies as kept: kind, sum, law card, note."""
    return {"remedies": json.dumps([list(line) for line in lines], ensure_ascii=False)}


def investigating(person=RAO, **changed):
    return about(person, state=State.INVESTIGATING, **changed)


def first_line(hands):
    return hands.form.entry("remedies").lines[0]


def test_a_remedy_is_proposed_by_keyboard_alone(open_form):
    hands = open_form("propose", investigating())
    hands.press(*[Qt.Key.Key_Down] * 11)  # to 'Charge waived'
    hands.tab()
    hands.write("880")
    hands.tab()
    hands.compose("今晚免房费")
    hands.confirm()
    assert hands.made == [Propose(NUMBER, (RemedyOffer(RemedyKind.WAIVE, 88_000, "今晚免房费"),))]


def test_several_remedies_are_proposed_by_mouse(open_form):
    hands = open_form("propose", investigating(), kept=rows(["spoken_apology", "", "", ""]), width=760)
    hands.click(hands.form.entry("remedies").more)
    second = hands.form.entry("remedies").lines[1]
    second.kind.restore("voucher")
    second.kind.changed.emit()
    second.amount.focus()
    hands.write("128.5")
    hands.click(hands.form.foot.confirm)
    assert hands.made == [Propose(NUMBER, (APOLOGY, RemedyOffer(RemedyKind.VOUCHER, 12_850)))]


def test_a_remedy_is_taken_off_again(open_form):
    two = rows(["spoken_apology", "", "", ""], ["gift", "20", "", ""])
    hands = open_form("propose", investigating(), kept=two)
    hands.click(first_line(hands).remove)
    assert hands.focus is first_line(hands).kind.field
    hands.confirm()
    assert hands.made == [Propose(NUMBER, (RemedyOffer(RemedyKind.GIFT, 2_000),))]


@pytest.mark.parametrize("typed", ["-5", "+5", "1e3", "12,50", "0", "1.234", "五", "12 0", "0x10", "1_0", "٣"])
def test_a_sum_that_is_no_plain_decimal_is_refused_in_its_row(open_form, typed):
    hands = open_form("propose", investigating(), kept=rows(["waive", typed, "", ""]))
    hands.confirm()
    assert hands.made == []
    assert "can’t be used as a sum" in first_line(hands).amount.error.text()
    assert hands.focus is first_line(hands).amount.field


def test_a_currency_without_decimals_takes_none(open_form):
    case = replace(investigating(), around=around(RAO, currency=JPY))
    hands = open_form("propose", case, kept=rows(["waive", "100.0", "", ""]))
    hands.confirm()
    assert hands.made == []
    first_line(hands).amount.restore("100")
    hands.confirm()
    assert hands.made[0].remedies[0].amount == 100


def test_words_alone_take_no_sum(open_form):
    hands = open_form("propose", investigating(), kept=rows(["spoken_apology", "50", "", ""]))
    assert not first_line(hands).amount.isVisible()
    hands.confirm()
    assert hands.made == [Propose(NUMBER, (APOLOGY,))]


def test_nothing_offered_is_refused_at_the_remedies(open_form):
    hands = open_form("propose", investigating())
    hands.confirm()
    assert "at least one remedy" in hands.error("remedies")


def test_a_row_without_a_remedy_is_refused_there(open_form):
    hands = open_form("propose", investigating(), kept=rows(["", "50", "", ""]))
    hands.confirm()
    assert first_line(hands).kind.error.text()
    assert hands.error("remedies") == ""


def test_a_sum_that_the_law_sets_needs_its_card_and_a_sum(open_form):
    hands = open_form("propose", investigating(), kept=rows(["statutory_sum", "", "", ""]))
    hands.confirm()
    assert first_line(hands).amount.error.text()
    assert "law card" in first_line(hands).law_card.error.text()
    first_line(hands).amount.restore("500")
    first_line(hands).law_card.focus()
    hands.compose("消费者权益保护法 55")
    hands.confirm()
    assert hands.made[0].remedies == (RemedyOffer(RemedyKind.STATUTORY_SUM, 50_000, "", "消费者权益保护法 55"),)


def test_a_sum_that_the_law_sets_is_a_managers(open_form):
    hands = open_form("propose", investigating(LEO), kept=rows(["statutory_sum", "500", "卡", ""]))
    hands.confirm()
    assert "given by a manager" in first_line(hands).kind.error.text()


@pytest.mark.parametrize(("amount", "asks"), [("300", False), ("300.01", True)])
def test_above_the_authority_the_offer_asks_for_an_approval(open_form, amount, asks):
    case = investigating(allowance=Allowance(30_000))
    hands = open_form("propose", case, kept=rows(["waive", amount, "", ""]))
    assert hands.form.foot.confirm.text() == ("Ask for approval" if asks else "Propose")
    assert "you may give ¥300" in hands.form.entry("remedies").total.text()
    hands.confirm()
    assert hands.made[0].ask is asks


def test_what_the_law_sets_does_not_count_against_the_authority(open_form):
    case = investigating(allowance=Allowance(30_000))
    hands = open_form("propose", case, kept=rows(["statutory_sum", "9000", "卡", ""]))
    hands.confirm()
    assert hands.made[0].ask is False


def test_what_is_replaced_can_be_given_again(open_form):
    case = investigating(allowance=Allowance(10_000), on_offer=20_000)
    hands = open_form("propose", case, kept=rows(["waive", "300", "", ""]))
    assert hands.form.foot.confirm.text() == "Ask for approval"
    hands.click(hands.form.entry("replaces").box)
    assert hands.form.foot.confirm.text() == "Propose"
    hands.confirm()
    assert (hands.made[0].replaces, hands.made[0].ask) == (True, False)


def test_an_offer_that_the_service_finds_too_high_can_be_asked_for(open_form):
    hands = open_form("propose", investigating(), kept=rows(["waive", "880", "", ""]))
    hands.confirm()
    over = UserError("over_authority", "amount", reach="month", limit="1000.00", left="0.00", amount="880.00")
    hands.form.show_error(over)
    assert "above your authority" in hands.error("remedies")
    assert hands.form.foot.confirm.text() == "Ask for approval"
    hands.confirm()
    assert [command.ask for command in hands.made] == [False, True]


def test_an_offer_that_waits_is_told_with_the_way_to_it(open_form):
    hands = open_form("propose", investigating(request_waits=True))
    hands.click(hands.form.needs.lines[0].link)
    assert hands.gone_to == ["remedies"]


def test_settling_asks_only_what_is_missing(open_form):
    hands = open_form("settle", about(state=State.NEW))
    assert not {"category", "severity", "scope", "emotion"} & set(hands.form._entries)
    hands.confirm()
    assert hands.made == [Settle(NUMBER, (APOLOGY,))]


def test_settling_takes_the_missing_ratings_and_the_mood_at_the_end(open_form):
    hands = open_form("settle", about(state=State.NEW, category="H01", rating=Rating(severity=2)), width=760)
    hands.confirm()
    assert hands.made == []
    assert all(hands.error(name) for name in ("category", "scope", "emotion"))
    hands.form.entry("category").restore("H01-1")
    hands.click(hands.form.entry("scope").chips.chip("one"))
    hands.click(hands.form.entry("emotion").moods.mood(2))
    hands.click(hands.form.entry("emotion_at_close").moods.mood(0))
    hands.click(hands.form.foot.confirm)
    rated = Assessment(category="H01-1", scope=Scope.ONE, emotion=2)
    assert hands.made == [Settle(NUMBER, (APOLOGY,), rated, emotion_at_close=0)]


def test_settling_earlier_keeps_the_time(open_form):
    moment = EVENING - timedelta(minutes=10)
    hands = open_form("settle", about(state=State.NEW), kept={"when": moment.isoformat()})
    hands.confirm()
    assert hands.made[0].when == moment


@pytest.mark.parametrize(
    ("state", "way"), [(State.NEW, "acknowledge"), (State.ACKNOWLEDGED, "assess"), (State.INVESTIGATING, "propose")]
)
def test_a_p1_cannot_be_settled_and_shows_the_way_on(open_form, state, way):
    hurt = Rating(severity=2, scope=Scope.ONE, emotion=3, flags=frozenset({Flag.INJURY}))
    hands = open_form("settle", about(state=state, rating=hurt, band=Band.P1))
    assert not hands.form.foot.confirm.isEnabled()
    assert "P1 can’t be settled on the spot" in hands.form.foot.why.text()
    hands.confirm()
    assert hands.made == []
    hands.click(hands.form.needs.lines[0].link)
    assert hands.gone_to == [way]


def test_ratings_that_make_it_a_p1_switch_the_button_off(open_form):
    rating = Rating(severity=4, scope=Scope.SITE, emotion=None)
    hands = open_form("settle", about(state=State.NEW, rating=rating, vulnerable=True))
    assert hands.form.foot.confirm.isEnabled()
    hands.click(hands.form.entry("emotion").moods.mood(4))
    assert not hands.form.foot.confirm.isEnabled()


def test_settling_above_the_authority_is_refused_with_the_way_on(open_form):
    case = about(state=State.NEW, allowance=Allowance(30_000))
    hands = open_form("settle", case, kept=rows(["waive", "301", "", ""]))
    hands.confirm()
    assert hands.made == []
    assert "above your authority" in hands.error("remedies")
    hands.click(hands.form.needs.lines[0].link)
    assert hands.gone_to == ["acknowledge"]


def test_open_tasks_keep_a_case_from_being_settled(open_form):
    hands = open_form("settle", about(state=State.ACKNOWLEDGED, tasks_open=1))
    hands.confirm()
    assert hands.made == []
    assert hands.focus is hands.form.needs.lines[0].link
    hands.press(Qt.Key.Key_Space)
    assert hands.gone_to == ["tasks"]


def test_what_was_half_offered_comes_back(open_form):
    hands = open_form("propose", investigating(), kept=rows(["waive", "12,5", "", "tonight"], ["gift", "", "", ""]))
    again = open_form("propose", investigating(), kept=hands.form.keep())
    assert again.form.keep() == hands.form.keep()
    assert [line.note.keep() for line in again.form.entry("remedies").lines] == ["tonight", ""]
