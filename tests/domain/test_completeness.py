import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.completeness import Fact, Known, completeness
from desktop.domain.kinds import Channel, Property, RecordType

records = st.builds(
    Known,
    facts=st.frozensets(st.sampled_from(Fact)),
    type=st.sampled_from(RecordType),
    channel=st.sampled_from(Channel),
    property=st.sampled_from(Property),
    anonymous=st.booleans(),
)


def ask(*facts: Fact, **record: object) -> tuple[Fact, ...]:
    return completeness(Known(frozenset(facts), **record)).ask_next  # type: ignore[arg-type]  # checked by Known


def test_an_empty_complaint_knows_nothing_of_thirteen_facts_and_asks_what_happened_first():
    empty = completeness(Known())
    assert (empty.known, empty.total, empty.share) == (0, 13, 0)
    assert empty.ask_next[0] is Fact.TEXT


def test_whether_anyone_is_hurt_is_asked_before_the_name():
    assert ask(Fact.TEXT)[:2] == (Fact.HURT, Fact.NAME)


def test_at_the_counter_the_room_comes_before_the_phone_number():
    missing = ask(Fact.TEXT, Fact.HURT, Fact.NAME)
    assert missing.index(Fact.ROOM) < missing.index(Fact.PHONE)


@pytest.mark.parametrize("channel", sorted(set(Channel) - {Channel.COUNTER}))
def test_away_from_the_counter_the_way_back_to_the_guest_is_asked_right_after_the_name(channel):
    missing = ask(channel=channel)
    assert missing.index(Fact.PHONE) == missing.index(Fact.NAME) + 1


@pytest.mark.parametrize(
    ("property_", "channel", "asked"),
    [
        (Property.HOTEL, Channel.COUNTER, Fact.ROOM),
        (Property.HOTEL, Channel.PHONE, Fact.ROOM),
        (Property.HOTEL, Channel.OTA, Fact.REFERENCE),
        (Property.RETAIL, Channel.COUNTER, Fact.REFERENCE),
    ],
)
def test_a_room_is_asked_for_where_guests_know_it_and_an_order_elsewhere(property_, channel, asked):
    missing = set(ask(property=property_, channel=channel))
    assert missing & {Fact.ROOM, Fact.REFERENCE} == {asked}


@pytest.mark.parametrize("given_", [Fact.ROOM, Fact.REFERENCE])
@pytest.mark.parametrize("property_", Property)
def test_a_room_or_a_reference_is_enough(property_, given_):
    assert not {Fact.ROOM, Fact.REFERENCE} & set(ask(given_, property=property_))


def test_an_anonymous_guest_is_asked_neither_name_nor_phone():
    anonymous = completeness(Known(anonymous=True))
    assert anonymous.total == 11
    assert not {Fact.NAME, Fact.PHONE} & set(anonymous.ask_next)


@pytest.mark.parametrize(
    ("type_", "total"),
    [(RecordType.COMPLAINT, 13), (RecordType.ENQUIRY, 5), (RecordType.SUGGESTION, 5), (RecordType.COMPLIMENT, 5)],
)
def test_only_a_complaint_needs_the_whole_list(type_, total):
    assert completeness(Known(type=type_)).total == total


def test_a_compliment_is_not_asked_whether_anyone_is_hurt():
    assert Fact.HURT not in ask(type=RecordType.COMPLIMENT)


@given(records)
def test_known_and_missing_facts_are_all_there_are(record):
    found = completeness(record)
    assert found.known + len(found.ask_next) == found.total
    assert len(set(found.ask_next)) == len(found.ask_next)
    assert found.is_complete == (found.known == found.total)


@given(records, st.sampled_from(Fact))
def test_another_fact_never_makes_a_record_less_complete(record, fact):
    before = completeness(record)
    after = completeness(Known(record.facts | {fact}, record.type, record.channel, record.property, record.anonymous))
    assert after.known >= before.known
    assert after.total == before.total
    assert set(after.ask_next) <= set(before.ask_next)


@given(records)
def test_asking_until_nothing_is_missing_comes_to_an_end(record):
    facts = record.facts
    for _ in range(len(Fact)):
        missing = completeness(Known(facts, record.type, record.channel, record.property, record.anonymous)).ask_next
        if not missing:
            break
        facts |= {missing[0]}
    assert completeness(Known(facts, record.type, record.channel, record.property, record.anonymous)).is_complete
