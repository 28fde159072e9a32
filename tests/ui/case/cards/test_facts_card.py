"""The facts: who, where, why, what; confirmed in place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.domain.case_file import Complainant, Rating, Story
from desktop.domain.commands import ConfirmFacts
from desktop.domain.kinds import Band, Channel, Flag, Language
from desktop.domain.priority import Points
from desktop.errors import UserError
from desktop.ui.case.cards import FactsCard
from desktop.ui.case.cards.facts_text import FactsText
from desktop.ui.widgets import Tag
from desktop.words import load_words
from tests.ui.case.cards.card_cases import NOW, NUMBER, a_file, at


@pytest.fixture
def shown(show):
    return show(FactsCard)


def test_a_phone_number_is_copied_exactly_as_it_is_kept(show):
    shown = show(FactsCard, a_file(complainant=Complainant("+65\u00a09123  4567")))
    copy = shown.card.facts["phone"].value.copy
    assert copy.accessibleName() == "Copy Phone"
    copy.setFocus()
    shown.press(Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "+65\u00a09123  4567"


def test_what_is_not_known_takes_no_room(show):
    shown = show(FactsCard, a_file(complainant=Complainant(), story=Story()))
    hidden = ("phone", "email", "language", "on_behalf_of", "expected", "gap", "impact")
    assert all(shown.card.facts[name].isHidden() for name in hidden)
    assert shown.card.story_title.isHidden() or not shown.card.story_title.isVisible()
    assert shown.card.confirmed_by.text().startswith("Not confirmed yet.")


def test_a_guest_without_a_name_is_anonymous(show):
    file = a_file()
    row = file.view.row._replace(guest="", honorific="")
    shown = show(FactsCard, replace(file, view=replace(file.view, row=row)))
    assert shown.card.facts["name"].value.words.text() == "Anonymous guest"


def test_flags_stand_once_with_their_words(show):
    shown = show(FactsCard, a_file(complainant=Complainant(vip=True, vulnerable=True)))
    assert [tag.text() for tag in shown.card.findChildren(Tag)] == ["VIP", "Needs special care", "Injury"]
    shown.show_file()
    seen = [tag.text() for tag in shown.card.findChildren(Tag) if tag.isVisible()]
    assert seen == ["VIP", "Needs special care", "Injury"]


def test_it_says_who_received_and_who_rated_it(shown):
    assert shown.card.facts["received_by"].value.text() == "Leo Wang · 21:00"
    assert shown.card.rated.text() == "Rated 21:44 by Maya Chen"
    assert shown.card.confirmed_by.text() == "Confirmed 22:10 by Leo Wang"


def test_a_written_complaint_at_the_counter_says_so(show):
    file = a_file()
    written = show(FactsCard, replace(file, view=replace(file.view, written=True)))
    assert written.card.facts["channel"].value.text() == "Counter, in writing"
    mail = show(FactsCard, replace(file, view=replace(file.view, written=True, channel=Channel.EMAIL)))
    assert mail.card.facts["channel"].value.text() == "E-mail"


@pytest.fixture
def text(qapp):
    return FactsText(load_words(Language.EN))


def test_the_points_are_told_with_their_ratings(text):
    rows = [(row.label, row.points) for row in text.points(a_file())]
    assert rows == [
        ("Severity: 4 × 10", 40),
        ("Reach: The whole party", 5),
        ("Mood: Furious", 12),
        ("Time pressure: Now", 12),
        ("Repeat", 6),
        ("VIP", 4),
    ]


def test_what_nobody_rated_says_so(text):
    file = a_file(rating=Rating())
    file = replace(file, view=replace(file.view, row=file.view.row._replace(points=(Points("severity", 20),))))
    assert [row.label for row in text.points(file)] == ["Severity: not assessed"]
    assert {value for _, value in text.ratings(file)} == {"not assessed"}


@pytest.mark.parametrize(
    ("rule", "band", "late", "sentence"),
    [
        ("floor:injury", Band.P1, False, "Injury makes it at least P1."),
        ("override", Band.P4, False, "A manager set it to P4."),
        ("reopened", Band.P2, False, "Reopened: at least P2 until it is resolved again."),
        ("points", Band.P3, False, ""),
        ("points", Band.P3, True, "Late: P3 counts as P2 while it is late."),
    ],
)
def test_the_band_says_which_rule_set_it(text, rule, band, late, sentence):
    file = a_file()
    row = file.view.row._replace(band_rule=rule, band=band, next_due=at(22, 0) if late else at(23, 0))
    assert text.rule(replace(file, view=replace(file.view, row=row)), NOW) == sentence


def test_facts_are_confirmed_in_place(shown):
    form = shown.card.form
    shown.card.confirm.setFocus()
    shown.press(Qt.Key.Key_Space)
    assert form.text.hasFocus()
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.row("text").error.isVisible()
    shown.write(form.text, "接水盘有裂缝")
    shown.press(Qt.Key.Key_Return)
    assert form.text.text() == "接水盘有裂缝\n"
    shown.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.wanted == [ConfirmFacts(NUMBER, "接水盘有裂缝\n")]
    shown.card.show_error(UserError("too_long", "text", limit="64 KB"))
    assert form.row("text").error.isVisible()
    assert form.text.text() == "接水盘有裂缝\n"
    shown.click(form.send)
    shown.show_file(story=replace(shown.file.story, facts="接水盘有裂缝\n", facts_confirmed_at=NOW))
    assert form.isHidden()
    assert shown.card.confirmed.words.text() == "接水盘有裂缝"


def test_who_may_not_confirm_sees_why(show):
    refusal = UserError("wrong_state", "state", act="confirm_facts", state="closed")
    shown = show(FactsCard, refusals={"confirm_facts": refusal})
    assert not shown.card.confirm.isEnabled()
    assert "Closed" in shown.card.confirm.toolTip()


def test_a_long_story_opens_piece_by_piece(show):
    shown = show(FactsCard, a_file(story=Story(expected="word " * 2_000)))
    value = shown.card.facts["expected"].value
    first = value.words.text()
    assert len(first) <= 401
    shown.click(value.more)
    assert len(value.words.text()) > 5_000
    shown.show_file(tasks=())
    assert len(value.words.text()) > 5_000


def test_flags_follow_the_rating(shown):
    shown.show_file(rating=replace(shown.file.rating, flags=frozenset({Flag.MEDIA})))
    seen = [tag.text() for tag in shown.card.findChildren(Tag) if tag.isVisible()]
    assert "Media" in seen
