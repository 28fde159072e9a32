"""The sample desk: believable, the same for the same seed, and never refused by the desk's own guards."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.authority import default_limits
from desktop.domain.kinds import Band, Language, Property, RecordType, Role, State
from desktop.domain.lifecycle import BACKDATING_FREE, OPEN_STATES, WAITING_STATES
from desktop.domain.money import Currency
from desktop.domain.people import Right, right_to
from desktop.domain.queueing import Chip
from desktop.errors import UserError
from desktop.exchange.acts import ActReader
from desktop.samples import sample_acts
from desktop.words.resources import load_taxonomy, resource_folder
from tests.support.clock import EVENING
from tests.support.sites import OWNER, make_site

Acts = tuple[dict[str, Any], ...]

HOTEL_EN = (Property.HOTEL, Language.EN, "Europe/London")
HOTEL_ZH = (Property.HOTEL, Language.ZH, "Asia/Shanghai")
SHOP_EN = (Property.RETAIL, Language.EN, "America/New_York")
SHOP_ZH = (Property.RETAIL, Language.ZH, "Asia/Shanghai")
SITES = (HOTEL_EN, HOTEL_ZH, SHOP_EN, SHOP_ZH)
ALLOWED = {
    "staff", "open", "acknowledge", "assess", "override", "take", "hand_over", "investigate", "note", "contact",
    "confirm_facts", "propose", "resolve", "settle", "survey", "close", "reopen", "withdraw", "not_complaint",
    "duplicate", "task", "task_done", "promise", "promise_kept",
}  # fmt: skip
WHOLE_UNITS = Currency("XXX", 0, "")


@cache
def told(site: tuple[Property, Language, str], cases: int = 500, seed: int = 1, months: int = 2) -> Acts:
    property_, language, zone = site
    return tuple(sample_acts(property_, language, ZoneInfo(zone), EVENING, months, cases, seed, owner=OWNER))


def name_of(act: dict[str, Any]) -> str | None:
    return act.get("ref") or act.get("case")


def by_case(acts: Acts) -> dict[str, list[dict[str, Any]]]:
    cases: dict[str, list[dict[str, Any]]] = {}
    for act in acts:
        if (name := name_of(act)) is not None:
            cases.setdefault(name, []).append(act)
    return cases


def time_of(act: dict[str, Any], field: str = "at") -> datetime:
    moment = datetime.fromisoformat(act[field])
    assert moment.tzinfo is not None
    return moment


def roles(acts: Acts) -> dict[str, Role]:
    return {OWNER: Role.OWNER} | {act["login"]: Role(act["role"]) for act in acts if act["act"] == "staff"}


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def shipped(name: str) -> dict[str, Any]:
    return tomllib.loads((resource_folder() / "samples" / f"{name}.toml").read_text(encoding="utf-8"))


def test_the_same_seed_tells_the_same_life():
    told.cache_clear()
    first = told(HOTEL_EN, 60)
    told.cache_clear()
    assert told(HOTEL_EN, 60) == first


def test_another_seed_tells_another_life():
    assert told(HOTEL_EN, 60, seed=1) != told(HOTEL_EN, 60, seed=2)


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("cases", [0, 1, 7, 60, 500])
def test_there_are_as_many_cases_as_were_asked_for(site, cases):
    acts = told(site, cases)
    assert sum(act["act"] == "open" for act in acts) == cases
    assert len(by_case(acts)) == cases


@pytest.mark.parametrize("site", SITES)
def test_acts_come_in_the_order_of_their_times_and_none_after_the_end(site):
    times = [time_of(act) for act in told(site)]
    assert all(earlier <= later for earlier, later in pairwise(times))
    assert times[-1] <= EVENING
    assert times[0] >= EVENING - timedelta(days=61)


@pytest.mark.parametrize("site", SITES)
def test_a_case_begins_with_its_opening_and_never_runs_backwards(site):
    for acts in by_case(told(site)).values():
        assert acts[0]["act"] == "open"
        assert all(act["act"] != "open" for act in acts[1:])
        assert all(time_of(a) <= time_of(b) for a, b in pairwise(acts))


@pytest.mark.parametrize("site", SITES)
def test_nobody_enters_a_time_that_needs_a_manager(site):
    for act in told(site):
        if act["act"] == "open":
            assert timedelta(0) <= time_of(act) - time_of(act, "received_at") <= BACKDATING_FREE


@pytest.mark.parametrize("site", SITES)
def test_times_bear_the_offset_of_the_sites_zone(site):
    zone = ZoneInfo(site[2])
    assert all(time_of(act).utcoffset() == time_of(act).astimezone(zone).utcoffset() for act in told(site, 60))


def test_a_time_without_a_zone_or_an_empty_span_is_a_mistake_of_the_caller():
    zone = ZoneInfo("UTC")
    for until, months, cases in ((EVENING.replace(tzinfo=None), 2, 60), (EVENING, 0, 60), (EVENING, 2, -1)):
        with pytest.raises(ValueError, match="a sample needs"):
            list(sample_acts(Property.HOTEL, Language.EN, zone, until, months, cases, 1))


@pytest.mark.parametrize("site", SITES)
def test_every_act_is_one_that_files_of_acts_know(site):
    reader = ActReader(ZoneInfo(site[2]), WHOLE_UNITS)
    taxonomy = load_taxonomy(site[0])
    for act in told(site):
        assert act["act"] in ALLOWED
        reader.read(json.dumps(act))  # raises for an unknown field, code or value
        assert taxonomy.is_complete(act["category"]) if "category" in act else True


@pytest.mark.parametrize("site", SITES)
def test_the_whole_repertoire_occurs(site):
    assert {act["act"] for act in told(site)} == ALLOWED
    assert {act["type"] for act in told(site) if act["act"] == "open"} == set(RecordType)


@pytest.mark.parametrize("site", SITES)
def test_the_staff_list_comes_first_and_from_the_owner(site):
    acts = told(site, 60)
    staff = [act for act in acts if act["act"] == "staff"]
    assert list(acts[: len(staff)]) == staff
    assert {act["by"] for act in staff} == {OWNER}
    assert Counter(act["role"] for act in staff) == {"receptionist": 3, "specialist": 2, "manager": 1, "analyst": 1}


@pytest.mark.parametrize("site", SITES)
def test_everyone_does_only_what_their_role_may(site):
    acts = told(site)
    role_of = roles(acts)
    for act in acts:
        assert right_to(act["act"], role_of[act["by"]]) is not Right.NO, act


@pytest.mark.parametrize("site", SITES)
def test_nobody_gives_more_than_their_authority_allows(site):
    acts = told(site, 500, months=1)
    limits, role_of = default_limits(WHOLE_UNITS), roles(acts)
    by_month: Counter[tuple[str, str]] = Counter()
    on_case: Counter[str] = Counter()
    for act in acts:
        given = sum(int(remedy.get("amount", 0)) for remedy in act.get("remedies", ()))
        if not given:
            continue
        by_month[act["by"], act["at"][:7]] += given
        on_case[act["case"]] += given
        limit = limits[role_of[act["by"]]]
        assert limit.per_case is None or on_case[act["case"]] <= limit.per_case, act
        assert limit.per_month is None or by_month[act["by"], act["at"][:7]] <= limit.per_month, act
    assert by_month


@pytest.mark.parametrize("site", SITES)
def test_some_guests_come_back_and_nobody_shares_a_number(site):
    guests = [act["guest"] for act in told(site) if "guest" in act]
    by_phone: dict[str, set[str]] = {}
    for guest in guests:
        if "phone" in guest:
            by_phone.setdefault(guest["phone"], set()).add(guest["name"])
    assert all(len(names) == 1 for names in by_phone.values())
    assert max(Counter(guest["phone"] for guest in guests if "phone" in guest).values()) > 1
    assert all(guest.get("phone") or guest.get("email") for guest in guests)


@pytest.mark.parametrize("site", SITES)
def test_numbers_and_addresses_are_nobodys(site):
    fictional = re.compile(
        r"1[35]\d-0000-\d{4}|186-0000-\d{4}|\+44 (7700 900|20 7946 0|1[1-6][1-7] 496 0|28 9649 6)\d{3}"
    )
    for act in told(site):
        guest = act.get("guest", {})
        assert not guest.get("phone") or fictional.fullmatch(guest["phone"])
        assert not guest.get("email") or guest["email"].endswith("@example.com")


@pytest.mark.parametrize("site", SITES)
def test_most_guests_speak_the_sites_language_and_some_another(site):
    languages = Counter(act["guest"]["language"] for act in told(site) if "guest" in act)
    assert 0.7 < languages[site[1].value] / languages.total() < 0.9


@pytest.mark.parametrize("site", [HOTEL_EN, SHOP_ZH])
def test_the_desk_refuses_nothing_and_the_queue_looks_alive(tmp_path, site):
    property_, language, zone = site
    desk = make_site(tmp_path / "desk", property_, language=language, zone=zone)
    reader = ActReader(desk.site.facts().zone, desk.site.facts().currency)
    refusals: list[tuple[UserError, dict[str, Any]]] = []
    for fields in told(site, 60):
        act = reader.read(json.dumps(fields))
        try:
            done = desk.cases.perform(act.command, desk.staff.person(act.by, "D1"), act.at)
        except UserError as refusal:
            refusals.append((refusal, fields))
        else:
            reader.remember(act.ref, done.number if done else "")
    assert refusals == []

    rows = desk.queue.all_rows(EVENING)
    assert 12 <= len(rows) <= 16
    assert {row.band for row in rows} == set(Band)
    assert {row.state for row in rows} == OPEN_STATES - set(WAITING_STATES)
    assert sum(row.state is State.NEW for row in rows) == 3
    assert 1 <= sum(row.late(EVENING) for row in rows) <= 3
    soon = [row for row in rows if row.next_due and timedelta(0) <= row.next_due - EVENING <= timedelta(hours=1)]
    assert 2 <= len(soon) <= 6
    assert {row.band_rule for row in rows} >= {"points", "reopened"}
    files = [desk.reader.case_file(row.number) for row in rows]
    assert any(file.complainant.vip for file in files)
    assert any(file.tasks_open for file in files)
    assert any(file.tasks_open < len(file.tasks) for file in files)
    assert any(file.promises_open for file in files)
    assert desk.queue.all_rows(EVENING, Chip.FOLLOW_UPS)


@pytest.mark.parametrize("site", SITES)
def test_whoever_closes_asked_about_the_last_resolution_or_says_why_not(site):
    for acts in by_case(told(site, cases=400, months=5)).values():
        asked = False
        for act in acts:
            asked = act["act"] == "survey" or (asked and act["act"] not in ("resolve", "settle"))
            assert act["act"] != "close" or asked or act["survey_not_asked"], acts


def test_there_is_no_moment_at_which_the_sample_cannot_be_told():
    shop_shut = datetime(2026, 11, 19, 19, 5, tzinfo=UTC)  # 03:05 in Shanghai
    clocks_forward = datetime(2026, 3, 8, 7, 30, tzinfo=UTC)  # half an hour after the jump in New York
    about_to_shut = datetime(2026, 2, 1, 2, 56, tzinfo=UTC)  # 21:56 in New York
    moments = ((shop_shut, "Asia/Shanghai"), (clocks_forward, "America/New_York"), (about_to_shut, "America/New_York"))
    for until, zone in moments:
        for property_ in Property:
            acts = tuple(sample_acts(property_, Language.EN, ZoneInfo(zone), until, 1, 60, 5))
            assert len(by_case(acts)) == 60
            assert all(time_of(act) <= until for act in acts)


@pytest.mark.parametrize("pack", ["hotel", "retail"])
def test_a_pack_holds_enough_stories_and_none_twice(pack):
    stories = shipped(pack)
    assert len(stories["complaint"]) >= 60
    for type_ in ("enquiry", "suggestion", "compliment"):
        assert len(stories[type_]) >= 6
    for language in ("en", "zh"):
        told_texts = [story[language]["text"] for type_ in RecordType for story in stories[type_.value]]
        assert len(told_texts) == len(set(told_texts))


@pytest.mark.parametrize("property_", list(Property))
def test_stories_touch_every_group_of_the_pack(property_):
    groups = {story["category"].partition("-")[0] for story in shipped(property_.value)["complaint"]}
    assert groups == {category.code for category in load_taxonomy(property_).level1()}


@pytest.mark.parametrize("name", ["hotel", "retail", "people"])
def test_no_text_holds_markup_or_placeholders(name):
    for text in texts(shipped(name)):
        assert not re.search(r"[<>{}`*\\\x00-\x1f]|&\w+;|https?:", text), text


@pytest.mark.parametrize("name", ["hotel", "retail", "people"])
def test_chinese_is_set_the_way_it_is_printed(name):
    han = "[\u4e00-\u9fff]"
    for text in texts(shipped(name)):
        assert not re.search(f"{han}[A-Za-z0-9]|[A-Za-z0-9%]{han}", text), f"no space in: {text}"
        assert not re.search(f"{han}[,.!?;:()]|[,!?;:()]{han}", text), f"half-width sign in: {text}"


@pytest.mark.parametrize("site", SITES)
def test_what_colleagues_write_is_in_the_sites_language(site):
    han = re.compile("[\u4e00-\u9fff]")
    for act in told(site):
        for field in ("reason", "lesson", "solution", "survey_not_asked", "place", "expected", "cause"):
            if field in act:
                assert bool(han.search(act[field])) == (site[1] is Language.ZH), act
