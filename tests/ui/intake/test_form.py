import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.commands import RemedyOffer
from desktop.domain.completeness import Fact
from desktop.domain.kinds import Channel, Flag, Property, RecordType, RemedyKind, Scope, TimePressure
from desktop.errors import UserError
from desktop.ui.intake.counting import count_words
from desktop.ui.intake.draft_data import draft_data, load_draft, seconds_of
from desktop.ui.intake.form import TODAY, TOMORROW, Form, Hurt, command_of
from desktop.words import load_taxonomy
from tests.ui.intake.intake_desk import ZONE

any_text = st.text(st.characters(exclude_categories=()), max_size=40)
forms = st.builds(
    Form,
    type=st.sampled_from(RecordType),
    text=any_text,
    name=any_text,
    honorific=any_text,
    phone=any_text,
    email=any_text,
    language=any_text,
    anonymous=st.booleans(),
    on_behalf_of=any_text,
    room=any_text,
    reference=any_text,
    problem_date=st.none() | st.dates(),
    place=any_text,
    channel=st.sampled_from(Channel),
    written=st.none() | st.booleans(),
    wants=st.lists(any_text, max_size=4).map(tuple),
    hurt=st.sampled_from(Hurt),
    hurt_who=any_text,
    flags=st.frozensets(st.sampled_from(Flag)),
    category=st.none() | st.sampled_from(["H01", "H01-1", "X01-X1"]),
    severity=st.none() | st.integers(1, 4),
    scope=st.none() | st.sampled_from(Scope),
    time_pressure=st.none() | st.sampled_from(TimePressure),
    emotion=st.none() | st.integers(0, 4),
    expected=any_text,
    actual=any_text,
    gap=st.none() | st.integers(0, 4),
    guest_id=st.none() | st.integers(1, 2**62),
    on_the_spot=st.booleans(),
    earlier=st.booleans(),
    received_on=st.none() | st.dates(),
    received_clock=any_text,
    reason=any_text,
    offers=st.lists(
        st.builds(RemedyOffer, st.sampled_from(RemedyKind), st.integers(0, 10**9), any_text, any_text), max_size=3
    ).map(tuple),
    told=any_text,
    told_clock=any_text,
    told_of=st.frozensets(st.sampled_from(Flag)),
    promise=any_text,
    promise_day=st.sampled_from([TODAY, TOMORROW]),
    promise_clock=any_text,
    nature=any_text,
    cause=any_text,
    impact=any_text,
    note=any_text,
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(forms, st.integers(0, 10_000))
def test_a_draft_that_went_through_storage_is_the_same_form(form, seconds):
    stored = json.loads(json.dumps(draft_data(form, seconds)))
    assert load_draft(stored) == form
    assert seconds_of(stored) == seconds


@given(st.dictionaries(st.sampled_from([*Form.__dataclass_fields__, "unknown", "seconds"]), json_values))
def test_a_draft_of_another_version_never_stops_the_form(data):
    form = load_draft(data)
    assert isinstance(form, Form)
    assert load_draft(draft_data(form)) == form


def test_what_cannot_be_read_in_a_draft_stays_empty_and_the_rest_is_kept():
    read = load_draft(
        {"text": "Cold soup", "severity": 9, "channel": "pigeon", "flags": ["fire", "flood"], "wants": [1, "Tea"]}
    )
    assert read == Form(text="Cold soup", flags=frozenset({Flag.FIRE}), wants=("Tea",))


def test_an_empty_form_is_an_empty_draft():
    assert draft_data(Form()) == {}


@pytest.mark.parametrize(
    ("form", "blank"),
    [
        (Form(), True),
        (Form(channel=Channel.PHONE, type=RecordType.ENQUIRY), True),
        (Form(text=" "), False),
        (Form(emotion=0), False),
        (Form(on_the_spot=True), False),
    ],
)
def test_type_and_channel_alone_are_nothing_to_lose(form, blank):
    assert form.is_blank is blank


@pytest.mark.parametrize(
    ("channel", "written"),
    [
        (Channel.COUNTER, False),
        (Channel.PHONE, False),
        (Channel.HOTLINE, False),
        (Channel.EMAIL, True),
        (Channel.LETTER, True),
    ],
)
def test_a_channel_says_whether_it_is_written_until_the_person_does(channel, written):
    assert Form(channel=channel).is_written is written
    assert Form(channel=channel, written=not written).is_written is not written


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("15:20", 15, 20),
        ("9:05", 9, 5),
        ("１５：２０", 15, 20),
        ("1520", 15, 20),
        ("905", 9, 5),
        ("15.20", 15, 20),
        ("00:00", 0, 0),
    ],
)
def test_a_clock_time_is_read_however_it_is_typed(typed, hour, minute):
    form = Form(earlier=True, received_clock=typed, received_on=date(2026, 11, 18))
    local = form.received_at(date(2026, 11, 19), ZONE).astimezone(ZONE)
    assert (local.date(), local.hour, local.minute) == (date(2026, 11, 18), hour, minute)


def test_a_time_without_a_day_is_todays():
    form = Form(earlier=True, received_clock="15:20")
    assert form.received_at(date(2026, 11, 19), ZONE) == datetime(2026, 11, 19, 7, 20, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "12:60", "24:00", "1", "12:3", "²:30"])
def test_a_time_nobody_can_read_is_refused_by_name(typed):
    with pytest.raises(UserError) as refusal:
        Form(earlier=True, received_clock=typed).received_at(date(2026, 11, 19), ZONE)
    assert (refusal.value.code, refusal.value.field) == ("bad_time", "received_at")


def test_a_time_typed_before_now_was_chosen_again_counts_no_longer():
    assert Form(earlier=False, received_clock="nonsense").received_at(date(2026, 11, 19), ZONE) is None


def test_an_anonymous_guest_leaves_no_name_in_the_case():
    command = command_of(Form(text="x", name="Tan", phone="123456", anonymous=True, language="zh"), None, "")
    assert command.anonymous
    assert (command.guest.name, command.guest.phone, command.guest.language) == ("", "", "zh")


def test_marks_of_the_guest_stand_with_the_guest_and_on_the_case():
    command = command_of(Form(text="x", name="Tan", flags=frozenset({Flag.VIP})), None, "")
    assert command.guest.vip
    assert not command.guest.vulnerable
    assert command.flags == {Flag.VIP}


def test_who_is_hurt_is_a_paragraph_of_its_own_after_the_guests_words():
    command = command_of(Form(text="He slipped.\n", hurt=Hurt.YES, hurt_who="Son, 6"), None, "Hurt: Son, 6")
    assert command.text == "He slipped.\n\nHurt: Son, 6"


def test_the_guests_words_are_kept_character_for_character():
    text = "  a\u200b\u202eb\u00a0\r\n𠮷 "
    assert command_of(Form(text=text), None, "").text == text


def test_only_counter_and_phone_can_be_acknowledged_on_the_spot():
    assert command_of(Form(text="x", on_the_spot=True), None, "").on_the_spot
    assert not command_of(Form(text="x", on_the_spot=True, channel=Channel.EMAIL), None, "").on_the_spot


def test_a_group_with_details_is_only_half_a_category():
    taxonomy = load_taxonomy(Property.HOTEL)
    assert Fact.CATEGORY not in Form(category="H01").known(Property.HOTEL, taxonomy).facts
    assert Fact.CATEGORY in Form(category="H01-1").known(Property.HOTEL, taxonomy).facts


def test_calm_is_a_mood_and_no_hurry_is_an_answer():
    known = Form(emotion=0, time_pressure=TimePressure.NONE).known(Property.HOTEL, load_taxonomy(Property.HOTEL))
    assert {Fact.EMOTION, Fact.TIME_PRESSURE} <= known.facts


def test_blanks_alone_are_no_fact():
    known = Form(text=" \u3000\n", room=" ").known(Property.HOTEL, load_taxonomy(Property.HOTEL))
    assert not known.facts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("空调从入住起一直滴水。", 10),
        ("She’s waited twenty-five minutes", 4),
        ("Wi-Fi 坏了", 3),
        ("房间1208很吵", 5),
        ("…！？", 0),
    ],
)
def test_english_is_counted_in_words_and_chinese_in_characters(text, count):
    assert count_words(text) == count
