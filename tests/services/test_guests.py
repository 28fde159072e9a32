"""Who the guest is and what was before (domain.md 1, rows 13 and 29)."""

from tests.support.acts import Story

CHEN = {"name": "陈薇玲", "honorific": "ms", "phone": "+86 138-0013-8000", "email": "Chen@Example.com"}


def test_a_guest_is_known_by_phone_or_email_with_their_last_cases(story: Story) -> None:
    numbers = [story.open(guest=CHEN, text=f"Case {n}") for n in range(7)]
    for found in (
        story.desk.guests.history_of(phone="8613800138000"),
        story.desk.guests.history_of(email="chen@example.com"),
        story.desk.guests.history_of(phone="0086 138 0013 8000", email="somebody@else.com"),
    ):
        assert found is not None
        assert (found.guest.name, found.guest.phone, found.total) == ("陈薇玲", "+86 138-0013-8000", 7)
        assert [case.number for case in found.cases] == numbers[:1:-1]


def test_somebody_new_has_no_history(story: Story) -> None:
    story.open(guest=CHEN)
    assert story.desk.guests.history_of(phone="13900139000") is None
    assert story.desk.guests.history_of(email="nobody@example.com") is None
    assert story.desk.guests.history_of() is None
    assert story.desk.guests.history_of(phone="8000") is None  # too few digits to be anybody
    assert story.desk.guests.history_of_guest(99) is None


def test_a_history_tells_how_each_case_ended_and_satisfied(story: Story) -> None:
    number = story.open(guest=CHEN, category="H01-1", severity=2, scope="one", emotion=2)
    story.act("settle", number, remedies=[{"kind": "gift"}])
    story.act("survey", number, overall=2)
    history = story.desk.guests.history_of(phone=CHEN["phone"])
    assert history is not None
    (case,) = history.cases
    told = (case.number, case.type, case.state, case.category, case.summary, case.satisfaction)
    assert told == (number, "complaint", "resolved", "H01-1", "The lift is stuck.", 2)
    assert story.desk.guests.history_of_guest(history.guest.id) == history


def test_a_guest_record_grows_and_is_never_overwritten(story: Story) -> None:
    story.open(guest={"phone": "13800138000"})
    story.open(guest={"phone": "138 0013 8000", "name": "Chen", "email": "chen@example.com", "vip": True})
    story.open(guest={"email": "CHEN@example.com", "name": "Chan", "honorific": "ms", "vulnerable": True})
    known = story.desk.guests.history_of(phone="13800138000")
    assert known is not None
    guest = known.guest
    assert (guest.name, guest.honorific, guest.phone, guest.email) == ("Chen", "ms", "13800138000", "chen@example.com")
    assert (guest.vip, guest.vulnerable, known.total) == (True, True, 3)


def test_each_case_keeps_the_name_it_was_told(story: Story) -> None:
    first = story.open(guest={"phone": "13800138000", "name": "Chen"})
    second = story.open(guest={"phone": "13800138000", "name": "Chan"})
    assert [story.case(number)["guest"]["name"] for number in (first, second)] == ["Chen", "Chan"]


def test_a_name_alone_makes_a_record_of_its_own_each_time(story: Story) -> None:
    for _ in range(2):
        story.open(guest={"name": "Chen"})
    assert len(story.desk.guests.suggest("chen")) == 2


def test_names_are_suggested_by_their_beginning_newest_first(story: Story) -> None:
    for name in ("陈薇玲", "陈薇", "王薇", "Chen Li", "CHEN wei", "Zhao"):
        story.open(guest={"name": name})
    suggest = story.desk.guests.suggest
    assert [guest.name for guest in suggest("陈薇")] == ["陈薇", "陈薇玲"]
    assert [guest.name for guest in suggest("ｃｈｅｎ  ")] == ["CHEN wei", "Chen Li"]
    assert [guest.name for guest in suggest("chenw")] == ["CHEN wei"]
    assert [guest.name for guest in suggest("chen", limit=1)] == ["CHEN wei"]
    for nothing in ("", "  ", "薇", "%", "_", "\u0301"):
        assert suggest(nothing) == ()


def test_nobody_in_particular_leaves_no_record(story: Story) -> None:
    for guest in ({}, {"honorific": "mr"}, {"language": "en", "vip": True}):
        story.open(guest=guest)
    story.open(anonymous=True, guest=CHEN)
    assert story.desk.guests.history_of(phone=CHEN["phone"]) is None
