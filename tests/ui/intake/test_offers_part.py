"""Remedies at the counter: within authority they are offered, above it somebody is asked, and sums are exact."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.authority import AuthorityLeft
from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import Language, RemedyKind
from desktop.domain.money import Currency
from desktop.domain.past_help import RemedyIdea
from desktop.errors import UserError
from desktop.ui.i18n import Translator
from desktop.ui.intake.form import Form
from desktop.ui.intake.offer_editor import KINDS
from desktop.ui.intake.offerable import offerables
from desktop.ui.intake.offers_part import OffersPart
from desktop.ui.moves import Allowance
from desktop.words import load_words
from tests.support.clock import EVENING
from tests.ui.intake.beside_state import (
    BREAKFAST,
    DRY_ROOM,
    LIMIT,
    TONIGHT,
    YUAN,
    Calls,
    Heard,
    hold,
    say_in,
    show,
    state_of,
)

IDEAS = (DRY_ROOM, BREAKFAST, TONIGHT)
WORDS = load_words(Language.EN)


class Counter:
    """A form that takes offers, as the presenter does, and paints the part anew."""

    def __init__(self):
        self.state = state_of(ideas=IDEAS, allowance=LIMIT, manager="S. Rao", began_at=EVENING)

    @property
    def offers(self):
        return self.state.form.offers

    def offer(self, idea):
        self.show(offers=(*self.offers, RemedyOffer(idea.kind, idea.amount, idea.note)))

    def take_back(self, place):
        self.show(offers=self.offers[:place] + self.offers[place + 1 :])

    def show(self, **changes):
        self.paint(form=replace(self.state.form, **changes))

    def paint(self, **changes):
        self.state = replace(self.state, **changes)
        self.part.paint(self.state)


@pytest.fixture
def holder(qtbot, theme):
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


@pytest.fixture
def counter(qtbot, holder):
    counter = Counter()
    counter.part = OffersPart(counter.offer, counter.take_back, WORDS, YUAN, holder)
    hold(counter.part, holder)
    holder.resize(300, 700)
    counter.paint()
    show(holder, qtbot)
    return counter


@pytest.fixture
def part(counter):
    return counter.part


@pytest.fixture
def translator(qapp):
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)


def shown(part):
    return [(row.words.text(), row.sum.text(), row.button.text()) for row in part.rows]


def press(part, qtbot, place):
    part.rows[place].button.setFocus()
    qtbot.keyClick(part.rows[place].button, Qt.Key.Key_Space)


def open_editor(part, qtbot, kind=RemedyKind.VOUCHER, amount="", note=""):
    part.more.setFocus()
    qtbot.keyClick(part.more, Qt.Key.Key_Space)
    assert part.editor.kind.hasFocus()
    part.editor.kind.setCurrentIndex(KINDS.index(kind) if kind else -1)
    part.editor.note.setText(note)
    part.editor.amount.setText(amount)
    part.editor.amount.textEdited.emit(amount)
    return part.editor


def test_what_one_may_give_is_offered_and_for_the_rest_somebody_is_asked(part):
    assert part.limit.text() == "Your limit ¥300 a case"
    assert shown(part) == [
        ("Room move: to a dry room", "No cost", "Offer"),
        ("Gift: breakfast for two", "¥196", "Offer"),
        ("Charge waived: tonight’s room", "¥880", "Ask S. Rao"),
    ]
    assert [row.button.kind for row in part.rows] == ["accent", "plain", "plain"]


def test_a_remedy_says_why_it_is_suggested(part):
    assert part.rows[0].button.accessibleName() == "Offer: Room move: to a dry room"
    assert "It helped in 7 cases. Their guests gave 4.6 of 5." in part.rows[0].button.accessibleDescription()
    assert "It helped in 1 case." in part.rows[1].toolTip()
    assert "Usual for this kind of complaint." in part.rows[2].toolTip()


def test_an_offer_is_made_and_taken_back_with_the_same_key_where_the_cursor_stands(counter, part, qtbot):
    press(part, qtbot, 1)
    assert counter.offers == (RemedyOffer(RemedyKind.GIFT, 19_600, "breakfast for two"),)
    assert part.rows[1].button.text() == "Offered"
    assert part.rows[1].button.isChecked()
    assert part.rows[1].button.hasFocus()
    qtbot.keyClick(part.rows[1].button, Qt.Key.Key_Space)
    assert counter.offers == ()
    assert (part.rows[1].button.text(), part.rows[1].button.isChecked()) == ("Offer", False)


def test_what_is_offered_already_counts_against_the_limit(counter, part, qtbot):
    second = replace(BREAKFAST, note="breakfast on Sunday")
    counter.paint(ideas=(BREAKFAST, second))
    press(part, qtbot, 0)
    assert [row.button.text() for row in part.rows] == ["Offered", "Ask S. Rao"]
    press(part, qtbot, 1)
    assert [row.button.text() for row in part.rows] == ["Offered", "Asked"]
    assert part.total.text() == "¥392 offered in all. Above your limit: S. Rao is asked first."


def test_exactly_the_limit_is_within_it(counter, part):
    counter.paint(ideas=(replace(BREAKFAST, amount=30_000), replace(BREAKFAST, amount=30_001)))
    assert [row.button.text() for row in part.rows] == ["Offer", "Ask S. Rao"]


def test_what_costs_nothing_is_offered_whatever_stands(counter, part):
    counter.paint(allowance=Allowance(0))
    assert [row.button.text() for row in part.rows] == ["Offer", "Ask S. Rao", "Ask S. Rao"]


def test_without_a_name_the_manager_is_asked(counter, part):
    counter.paint(manager="")
    assert part.rows[2].button.text() == "Ask the manager"
    counter.show(offers=(RemedyOffer(RemedyKind.WAIVE, 88_000, "tonight’s room"),))
    assert part.total.text() == "¥880 offered in all. Above your limit: the manager is asked first."


@pytest.mark.parametrize(("allowance", "words"), [(None, ""), (Allowance(None), "No limit")])
def test_who_has_no_limit_asks_nobody(counter, part, allowance, words):
    counter.paint(allowance=allowance)
    assert part.limit.text() == words
    assert [row.button.text() for row in part.rows] == ["Offer"] * 3


def test_what_the_law_sets_is_not_given_away_here(counter, part):
    counter.paint(ideas=(RemedyIdea(RemedyKind.STATUTORY_SUM, "", 50_000), DRY_ROOM))
    assert [row.words.text() for row in part.rows] == ["Room move: to a dry room"]
    assert RemedyKind.STATUTORY_SUM not in KINDS


def test_an_offer_whose_idea_is_gone_keeps_its_row_until_it_is_taken_back(counter, part, qtbot):
    press(part, qtbot, 1)
    counter.paint(ideas=(DRY_ROOM,))
    assert [row.words.text() for row in part.rows] == ["Room move: to a dry room", "Gift: breakfast for two"]
    press(part, qtbot, 1)
    assert counter.offers == ()
    assert part.rows[-1].button.hasFocus()  # the row went, the cursor stays in the list


def test_hostile_words_stay_words(counter, part):
    counter.paint(ideas=(replace(DRY_ROOM, note="<b>now</b>\n& {sum}"),), manager="<i>Rao</i>")
    assert part.rows[0].words.text() == "Room move: <b>now</b> & {sum}"
    assert part.rows[0].words.textFormat() is Qt.TextFormat.PlainText


def test_something_else_is_put_together_by_keyboard(counter, part, qtbot):
    editor = open_editor(part, qtbot)
    qtbot.keyClick(editor.kind, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "for the spa")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "50.5")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert counter.offers == (RemedyOffer(RemedyKind.VOUCHER, 5_050, "for the spa"),)
    assert shown(part)[-1] == ("Voucher: for the spa", "¥50.50", "Offered")
    assert part.editor.isHidden()
    assert part.more.hasFocus()


@pytest.mark.parametrize(
    "amount", ["-5", "+5", "0", "1e3", "12.345", "1,000", "abc", "五十", "9" * 13, "9" * 2_000, "NaN", "0x10", "5 0"]
)
def test_a_sum_that_is_none_is_refused_in_one_sentence_at_its_field(counter, part, qtbot, amount):
    editor = open_editor(part, qtbot, amount=amount, note="spa")
    qtbot.keyClick(editor.amount, Qt.Key.Key_Return)
    said = WORDS.error(UserError("bad_amount", "amount", value=amount, currency="CNY", example="128.00"))
    assert editor.amount.accessibleDescription() == said
    assert editor.amount.hasFocus()
    assert counter.offers == ()
    assert (editor.isVisible(), editor.note.text()) == (True, "spa")


def test_places_of_a_sum_are_those_of_the_currency(qtbot, holder):
    calls = Calls()
    part = OffersPart(calls.one, calls.one, WORDS, Currency("JPY", 0, "¥"), holder)
    hold(part, holder)
    part.paint(state_of())
    show(holder, qtbot)
    editor = open_editor(part, qtbot, amount="500.5")
    editor.offer.click()
    assert calls.made == []
    editor.amount.setText("500")
    editor.offer.click()
    assert calls.made == [RemedyIdea(RemedyKind.VOUCHER, "", 500)]


def test_without_a_kind_nothing_is_offered(counter, part, qtbot):
    editor = open_editor(part, qtbot, kind=None, note="something")
    editor.offer.click()
    assert editor.kind.hasFocus()
    assert editor.kind.accessibleDescription() == WORDS.error(UserError("missing", "kind"))
    assert counter.offers == ()


def test_a_note_too_long_to_keep_is_refused_at_its_field(counter, part, qtbot):
    editor = open_editor(part, qtbot, note="x" * 1_001)
    editor.offer.click()
    assert editor.note.hasFocus()
    assert counter.offers == ()


def test_what_is_done_with_words_alone_asks_for_no_sum(counter, part, qtbot):
    editor = open_editor(part, qtbot, kind=RemedyKind.LETTER, amount="12")
    assert not editor.amount.isVisible()
    editor.offer.click()
    assert counter.offers == (RemedyOffer(RemedyKind.LETTER, 0, ""),)


def test_the_editor_says_whom_to_ask_before_the_sum_is_offered(counter, part, qtbot):
    editor = open_editor(part, qtbot, amount="300")
    assert editor.offer.text() == "Offer"
    editor.amount.clear()
    qtbot.keyClicks(editor.amount, "300.01")
    assert editor.offer.text() == "Ask S. Rao"


def test_esc_leaves_the_editor_and_goes_no_further(counter, part, qtbot):
    parked = []
    park = QAction(part.window())
    park.setShortcut("Esc")
    park.triggered.connect(lambda: parked.append(True))
    part.window().addAction(park)
    editor = open_editor(part, qtbot, amount="50")
    qtbot.keyClick(editor.amount, Qt.Key.Key_Escape)
    assert parked == []
    assert part.more.hasFocus()
    part.more.click()
    assert editor.amount.text() == "50"  # thought better of twice: nothing typed is lost


def test_what_is_half_typed_is_told_before_the_case_is_saved(part, qtbot):
    assert not part.has_open_end()
    open_editor(part, qtbot, amount="50")
    assert part.has_open_end()


def test_another_guest_begins_without_what_was_half_typed(counter, part, qtbot):
    editor = open_editor(part, qtbot, amount="50")
    counter.show(name="Tan")
    assert editor.amount.text() == "50"
    counter.paint(form=Form(), began_at=EVENING + timedelta(minutes=5))
    assert (editor.isHidden(), editor.is_blank) == (True, True)


def test_what_the_offers_come_to_is_announced(counter, part, qtbot, monkeypatch):
    heard = Heard(monkeypatch)
    press(part, qtbot, 1)
    assert heard == ["¥196 offered in all."]


def test_the_part_speaks_the_other_language_at_once(counter, part, qtbot, translator):
    press(part, qtbot, 0)
    counter.paint(manager="饶经理")
    say_in(part, translator, Language.ZH)
    assert part.limit.text() == "您的权限：每单 ¥300"
    assert shown(part) == [
        ("换房：to a dry room", "免费", "已提供"),
        ("赠礼：breakfast for two", "¥196", "提供"),
        ("免收费用：tonight’s room", "¥880", "请饶经理批准"),
    ]
    assert part.editor.kind.itemText(0) == "口头致歉"


sums = st.integers(0, 50_000)
kinds = st.sampled_from(KINDS)


@given(
    st.lists(st.builds(RemedyIdea, kinds, st.just(""), sums), max_size=5),
    st.lists(st.builds(RemedyOffer, kinds, sums), max_size=5),
    st.none() | st.integers(0, 60_000),
)
def test_rows_judge_as_the_desk_will(ideas, offers, most):
    rows = offerables(ideas, offers, Allowance(most))
    assert sorted(row.place for row in rows if row.place is not None) == list(range(len(offers)))
    for row in rows:
        before = offers if row.place is None else offers[: row.place]
        given_before = sum(offer.amount for offer in before)
        left = AuthorityLeft(None if most is None else most - given_before, None)
        assert row.is_above == (not left.covers(row.idea.amount))
