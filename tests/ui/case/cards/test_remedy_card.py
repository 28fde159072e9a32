"""Remedies: how far each has come, what may be given, who approves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.domain.authority import AuthorityLeft, default_limits
from desktop.domain.commands import Approve, Decline, Propose, RemedyOffer
from desktop.domain.kinds import RemedyKind
from desktop.errors import UserError
from desktop.ui.case.cards import RemedyCard
from desktop.ui.case.cards.remedy_rows import Standing, offer_lines, words_on_agreeing
from tests.ui.case.cards.card_cases import NUMBER, RAO, REQUESTS, WAITING, YUAN, a_file, at, resolved

LEFT = AuthorityLeft(300_00, 1_200_00)


@pytest.fixture
def shown(show):
    shown = show(RemedyCard)
    shown.card.set_authority(LEFT, default_limits(YUAN))
    return shown


def standings(file):
    return [line.standing for line in offer_lines(file)]


def choose(shown, kind):
    shown.card.form.kind.setCurrentIndex(shown.card.form.kind.findData(kind.value))


def test_each_remedy_says_how_far_it_has_come(shown):
    said = [(line.sum.text(), line.standing.text()) for line in shown.card.list.rows()]
    assert said == [
        ("No cost", "Within limit"),
        ("¥196", "Within limit"),
        ("¥880", "Approved · Sunita Rao"),
        ("¥500", "Declined"),
    ]
    assert shown.card.list.rows()[3].what.font().strikeOut()


def test_what_the_guest_accepted_is_given():
    assert standings(resolved()) == [*[Standing.GIVEN] * 3, Standing.DECLINED]


def test_what_was_offered_after_a_reopening_is_not_given_yet():
    file = resolved()
    later = replace(file.view.remedies[0], id=9, at=at(23, 0))
    file = replace(file, view=replace(file.view, remedies=(*file.view.remedies, later)))
    assert standings(file)[-1] is Standing.WITHIN


def test_a_remedy_taken_back_is_struck_and_counts_no_more(show):
    file = a_file()
    back = tuple(replace(remedy, taken_back=True) for remedy in file.view.remedies)
    shown = show(RemedyCard, replace(file, view=replace(file.view, remedies=back), requests=(), compensation=0))
    assert [line.standing.text() for line in shown.card.list.rows()] == ["Taken back"] * 3
    assert shown.card.total.isHidden()


def test_the_total_stands_beside_the_limits(shown):
    assert shown.card.total.sum.text() == "¥1,076"
    assert shown.card.total.limits.text() == "limit ¥200 · manager ¥5,000"
    assert shown.card.total.words.text() == "Total offered"
    file = resolved()
    shown.show_file(ending=file.ending, view=file.view)
    assert shown.card.total.words.text() == "Total given"


def test_the_guests_words_are_those_before_agreeing():
    assert words_on_agreeing(a_file()) == ""
    assert words_on_agreeing(resolved()) == "“Thank you for staying with it.”"


def test_a_remedy_within_the_limit_is_offered_by_keyboard(shown):
    form = shown.card.form
    shown.card.add.setFocus()
    shown.press(Qt.Key.Key_Space)
    assert form.kind.hasFocus()
    choose(shown, RemedyKind.GIFT)
    shown.press(Qt.Key.Key_Tab)
    shown.qtbot.keyClicks(form.amount, "128.50")
    assert form.row("amount").hint.text() == "You may give up to ¥300 on this case; ¥1,200 left this month."
    assert form.send.text() == "Offer this"
    shown.press(Qt.Key.Key_Tab)
    shown.write(form.note, "水果篮，今晚送到")
    shown.press(Qt.Key.Key_Return)
    offer = RemedyOffer(RemedyKind.GIFT, 128_50, "水果篮，今晚送到")
    assert shown.wanted == [Propose(NUMBER, (offer,))]


@pytest.mark.parametrize(("sum_", "asks"), [("300", False), ("300.01", True), ("", False)])
def test_above_the_limit_the_form_asks_for_an_approval(shown, sum_, asks):
    form = shown.card.form
    shown.click(shown.card.add)
    choose(shown, RemedyKind.REFUND_PART)
    form.amount.setText(sum_)
    assert form.send.text() == ("Ask for approval" if asks else "Offer this")
    shown.click(form.send)
    assert [command.ask for command in shown.wanted] == [asks]


def test_the_month_limits_too(shown):
    shown.card.set_authority(AuthorityLeft(300_00, 50_00))
    shown.card.form.amount.setText("50.01")
    assert shown.card.form.asks
    assert shown.card.form.row("amount").hint.text() == "Above the ¥50 you may give: it waits for an approval."


@pytest.mark.parametrize("sum_", ["-5", "1e3", "12.345", "1,000", "abc", "0"])
def test_a_sum_that_is_none_is_said_at_the_sum(shown, sum_):
    shown.click(shown.card.add)
    shown.card.form.amount.setText(sum_)
    shown.click(shown.card.form.send)
    assert sum_ in shown.card.form.row("amount").error.text()
    assert shown.card.form.amount.hasFocus()
    assert shown.wanted == []


def test_a_sum_by_law_needs_its_card_and_a_manager(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    assert form.row("law_card").isHidden()
    choose(shown, RemedyKind.STATUTORY_SUM)
    form.amount.setText("500")
    assert form.send.text() == "Ask for approval"
    shown.click(form.send)
    assert form.law_card.hasFocus()
    form.law_card.setText("consumer-55")
    shown.click(form.send)
    offer = RemedyOffer(RemedyKind.STATUTORY_SUM, 500_00, law_card="consumer-55")
    assert shown.wanted == [Propose(NUMBER, (offer,), ask=True)]


def test_a_manager_gives_a_sum_by_law_directly(show):
    shown = show(RemedyCard, person=RAO)
    shown.card.set_authority(AuthorityLeft(100_00, None))
    shown.click(shown.card.add)
    choose(shown, RemedyKind.STATUTORY_SUM)
    shown.card.form.amount.setText("500")
    assert shown.card.form.send.text() == "Offer this"


def test_the_solution_in_words_goes_with_the_offer(shown):
    form = shown.card.form
    shown.click(shown.card.add)
    shown.click(form.more)
    shown.write(form.texts["solution"], "换到 1615 房")
    form.texts["prevention"].setText("Clean the filter")
    form.replaces.setChecked(True)
    shown.click(form.send)
    (command,) = shown.wanted
    assert (command.solution, command.beyond_expectation, command.prevention) == (
        "换到 1615 房",
        "",
        "Clean the filter",
    )
    assert command.replaces


def test_nothing_can_be_replaced_once_all_is_given(shown):
    file = resolved()
    shown.show_file(ending=file.ending, view=file.view)
    shown.click(shown.card.add)
    assert shown.card.form.row("replaces").isHidden()


def test_a_refused_sum_is_told_at_the_sum_and_kept(shown):
    shown.click(shown.card.add)
    shown.card.form.amount.setText("250")
    shown.click(shown.card.form.send)
    error = UserError("over_authority", "amount", reach="case", limit="200.00", left="4.00", amount="250.00")
    shown.card.show_error(error)
    assert shown.card.form.row("amount").error.isVisible()
    assert shown.card.form.amount.text() == "250"


def test_the_form_closes_once_the_offer_stands(shown):
    shown.click(shown.card.add)
    shown.card.form.amount.setText("250")
    shown.click(shown.card.form.send)
    more = replace(shown.file.view.remedies[0], id=9)
    shown.show_file(view=replace(shown.file.view, remedies=(*shown.file.view.remedies, more)))
    assert shown.card.form.isHidden()
    assert shown.card.form.amount.text() == ""


@pytest.fixture
def waiting(show):
    return show(RemedyCard, a_file(requests=(*REQUESTS, WAITING)), person=RAO)


def test_a_waiting_offer_says_so_and_who_asked(waiting):
    assert waiting.card.list.rows()[-1].standing.text() == "Waits for approval"
    assert waiting.card.decision.asked.text() == "Leo Wang asked at 22:20 for ¥600."


def test_it_is_approved_by_one_click(waiting):
    waiting.click(waiting.card.decision.send)
    assert waiting.wanted == [Approve(NUMBER)]
    waiting.show_file(requests=(*REQUESTS, replace(WAITING, granted=True, decided_at=at(22, 24), decided_by="rao")))
    assert waiting.card.decision.isHidden()


def test_it_is_declined_with_a_reason(waiting):
    form = waiting.card.decision
    waiting.click(form.decline)
    assert form.row("reason").error.isVisible()
    assert form.reason.hasFocus()
    waiting.write(form.reason, "今晚已经足够")
    waiting.click(form.decline)
    assert waiting.wanted == [Decline(NUMBER, "今晚已经足够")]


def test_nobody_answers_their_own_offer(show):
    mine = replace(WAITING, by_id=RAO.id, by="rao")
    shown = show(RemedyCard, a_file(requests=(mine,)), person=RAO)
    assert shown.card.decision.isHidden()


def test_who_may_not_approve_is_not_asked(show):
    refusal = UserError("not_allowed", "by", act="approve", role="receptionist")
    refusals = {"approve": refusal, "decline": refusal, "propose": UserError("wrong_state", "state", state="new")}
    shown = show(RemedyCard, a_file(requests=(WAITING,)), refusals=refusals)
    assert shown.card.decision.isHidden()
    assert not shown.card.add.isEnabled()
    assert shown.card.add.toolTip()
