"""The timeline's words: who did what, before and after, in both languages."""

from dataclasses import replace

import pytest

from desktop.domain.conversations import Talk, TalkAnswer, TalkStep
from desktop.domain.kinds import Language, Property, State
from desktop.domain.lifecycle import MOVES
from desktop.domain.rows import ContactRow, NoteRow
from desktop.ui import formats
from desktop.ui.case.story_lines import Look, new_lines, story_lines
from desktop.ui.case.story_values import short_name, teller
from desktop.words import load_currencies, load_taxonomy, load_words
from tests.support.talks import a_talk
from tests.ui.case.files import SHANGHAI, STAFF, a_file, entry, minutes, opened

HOTEL = load_taxonomy(Property.HOTEL)
YUAN = load_currencies()["CNY"]


def story(*history, language=Language.EN, **more):
    file = a_file(State.PROPOSED, opened(), *history, **more)
    return story_lines(file, a_teller(language))


def a_teller(language=Language.EN):
    return teller(load_words(language), HOTEL, SHANGHAI, lambda minor: formats.money(minor, YUAN), STAFF)


def told(*history, language=Language.EN, **more):
    """Title and text of the last line."""
    line = story(*history, language=language, **more)[-1]
    return line.title, line.text


def test_a_story_begins_with_the_guests_own_words():
    first = story()[0]
    assert (first.title, first.text, first.who) == ("Received at the counter", "Air-con drips.", "Leo Wang")
    assert f"{first.at:%H:%M}" == "21:00", "on the hotel's clock"


def test_a_change_of_ratings_says_before_and_after():
    rated = entry(2, "assess", 5, state=("acknowledged", "assessed"), band=("P3", "P1"), severity=(None, 4))
    assert told(rated) == ("Assessed", "Priority: P3 → P1\nSeverity: Critical")
    assert told(rated, language=Language.ZH) == ("已评估", "优先级：P3 → P1\n严重度：重大")


def test_a_hand_over_names_both_people():
    handed = entry(2, "hand_over", 5, owner_id=(1, 3), department="Engineering")
    assert told(handed) == ("Handed over to Sunita Rao · Engineering", "Owner: Maya Chen → Sunita Rao")


def test_an_offer_names_remedies_and_sums():
    offered = entry(2, "propose", 5, remedies=[["room_move", 0], ["waive", 88000]], solution="A dry room now")
    assert told(offered) == ("Offered: Room move, Charge waived ¥880", "A dry room now")


def test_the_first_sentence_of_a_note_is_its_title():
    note = entry(2, "note", 5, note="Guest is in S. Rao’s office. She drinks tea.")
    assert told(note) == ("Guest is in S. Rao’s office", "She drinks tea.")


def test_a_note_without_a_short_sentence_stands_whole_below_its_title():
    text = "and so on " * 30
    assert told(entry(2, "note", 5, note=text)) == ("Note added", text.strip())


def test_a_call_that_reached_nobody_is_told_as_a_risk():
    line = story(entry(2, "contact", 5, note="No answer", medium="phone", reached=False))[-1]
    assert (line.title, line.told.tone) == ("Guest not reached by phone", "risk")


def test_an_erased_text_says_so():
    assert told(entry(2, "note", 5, note=(None, None)))[0] == "erased"


def test_the_time_until_the_first_reply_is_told_beside_its_target():
    acknowledged = entry(2, "acknowledge", 12, first_response_at="2026-11-19T13:12:00Z", first_response_medium="phone")
    assert told(acknowledged) == ("Acknowledged by phone", "First reply took 12 min. Target was 30 min.")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("act", [*MOVES, "undo", "import", "ask_approval", "erase"])
def test_every_act_has_words_even_where_its_history_says_nothing(act, language):
    title, _text = told(entry(2, act, 5), language=language)
    assert title
    assert title != act, "a code is no word"


def test_an_act_from_a_newer_version_is_shown_by_its_name():
    assert told(entry(2, "teleport", 5))[0] == "teleport"


def test_lines_are_told_apart_by_what_they_are_about():
    lines = story(
        entry(2, "note", 1, note="For us"),
        entry(3, "contact", 2, note="Hello", medium="phone", reached=True),
        entry(4, "take", 3, owner_id=1),
    )
    shown = {look: [line.key for line in lines if line.is_of(look)] for look in Look}
    assert shown[Look.NOTES] == ["h2"]
    assert shown[Look.GUEST] == ["h1", "h3"]
    assert shown[Look.CHANGES] == ["h4"]
    assert len(shown[Look.ALL]) == 4


def test_notes_and_calls_that_came_with_an_import_stand_where_they_happened():
    file = a_file(
        State.CLOSED,
        entry(5, "import", 600),
        view={"notes": (NoteRow(minutes(30), "leo", "Fixed."),), "received_by": "Leo Wang"},
        contacts=(ContactRow(minutes(20), "leo", "phone", "", "Told her", reached=True),),
    )
    assert [line.title for line in story_lines(file, a_teller())] == ["Imported", "Call with the guest", "Fixed"]


def test_a_note_of_the_history_is_told_once():
    note = NoteRow(minutes(5), "maya", "Fixed.")
    lines = story(entry(2, "note", 5, note="Fixed."), view={"notes": (note,)})
    assert [line.title for line in lines] == ["Received at the counter", "Fixed"]


def test_what_happened_between_two_readings_is_what_is_new():
    before = a_file(State.NEW, opened())
    after = replace(before, view=replace(before.view, history=(*before.view.history, entry(2, "take", 3, by="rao"))))
    assert [line.title for line in new_lines(before, after, a_teller())] == ["Taken by Sunita Rao"]


def test_hostile_text_becomes_one_plain_line_in_a_title():
    title, _text = told(entry(2, "task", 5, task="<b>\u202eevil\x00\nline</b>"))
    assert title == "Task: <b>evil line</b>"


@pytest.mark.parametrize(("name", "short"), [("Maya Chen", "Maya C."), ("陈美雅", "陈美雅"), ("Bo", "Bo"), ("", "")])
def test_names_are_short_where_room_is_scarce(name, short):
    assert short_name(name) == short


# The conversation


@pytest.mark.parametrize(
    ("language", "title", "first"),
    [
        (
            Language.EN,
            "Conversation, 6:12, LEARN · led by Maya Chen",
            [
                "Listen · 1:12 · mood: Furious",
                "“I’m listening, Ms Tan. Please tell me what happened, from the beginning.”",
                "What happened? – It drips on the floor, and my son slipped.",
                "Is anyone hurt? – Yes",
                "",
                "Safety · 1:35 · mood: Angry",
            ],
        ),
        (
            Language.ZH,
            "沟通记录，6:12，LEARN · 接待人：Maya Chen",
            [
                "倾听 · 1:12 · 情绪：愤怒",
                "“陈女士，您请讲，从头说起，我在听。”",
                "发生了什么事？——空调滴水，地板湿了，我儿子滑倒了。",
                "有人受伤吗？——有",
                "",
                "安全 · 1:35 · 情绪：生气",
            ],
        ),
    ],
)
def test_a_conversation_is_one_line_with_its_steps_below(language, title, first):
    line = next(one for one in story(language=language, talk=a_talk(language, minutes(0), "maya")) if one.key == "talk")
    paragraphs = line.text.split("\n")
    assert (line.title, line.who, paragraphs[:6]) == (title, "", first)
    assert [paragraphs[place].split(" · ")[0] for place in line.told.headings] == [
        step.name for step in a_talk(language).steps
    ]


def test_a_conversation_stands_where_it_began_among_what_the_guest_said():
    lines = story(entry(2, "take", 10, owner_id=1), talk=a_talk(at=minutes(-6), by="maya"))
    assert [line.key for line in lines] == ["talk", "h1", "h2"]
    assert f"{lines[0].at:%H:%M}" == "20:54", "on the hotel’s clock"
    assert lines[0].is_of(Look.GUEST)


def test_a_conversation_of_which_little_is_known_is_told_without_gaps():
    bare = TalkStep("listen", "", "", (), None, minutes(0), minutes(1))
    line = story(talk=Talk("ours", Language.EN, (bare,)))[-1]
    assert (line.title, line.text) == ("Conversation, 1:00, ours", "listen · 1:00")


def test_hostile_words_of_a_conversation_stay_words_and_make_no_headings():
    said = "<b>x</b>\u2028Safety · 0:00\x85{name}\n\n\u202egnp"
    answer = TalkAnswer("q", "<i>{a}\n?", "a\rb\x0bc", minutes(0))
    step = TalkStep("listen", "Li\nsten\u202e", said, (answer,), 9, minutes(0), minutes(1))
    told = story(talk=Talk("<u>", Language.EN, (step, step), "maya"))[-1].told
    assert told.title == "Conversation, 2:00, <u> · led by Maya Chen"
    paragraphs = told.text.split("\n")
    assert paragraphs[0] == "Li sten · 1:00 · mood: 9"
    assert paragraphs[1:5] == ["“<b>x</b>", "Safety · 0:00", "{name}", "\u202egnp”"]
    assert [paragraphs[place] for place in told.headings] == ["Li sten · 1:00 · mood: 9"] * 2
