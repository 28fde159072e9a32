"""What helped before: nearness, ideas, names (domain.md 1, row 30)."""

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import RemedyKind
from desktop.domain.past_help import (
    Candidate,
    Given,
    RemedyIdea,
    first_ideas,
    ideas_from,
    left_content,
    nearest,
    offerable_note,
    usual_remedies,
    without_names,
)
from desktop.domain.texts import fold

VOUCHER, MOVE, WAIVE = RemedyKind.VOUCHER, RemedyKind.ROOM_MOVE, RemedyKind.WAIVE
INWARD = {RemedyKind.STATUTORY_SUM, RemedyKind.COACHING, RemedyKind.PROCESS_CHANGE}


@pytest.mark.parametrize(("score", "content"), [(None, True), (1, False), (3, False), (4, True), (5, True)])
def test_a_guest_was_helped_who_scored_it_four_or_more_or_not_at_all(score: int | None, content: bool) -> None:
    assert left_content(score) is content


# Which cases are near


def order(cases: dict[int, tuple[str, int | None]], told: str) -> list[int]:
    return [case.id for case in nearest([Candidate(id_, *told_) for id_, told_ in cases.items()], told)]


def test_without_words_the_most_content_come_first_then_the_newest() -> None:
    cases = {1: ("a", 4), 2: ("b", None), 3: ("c", 5), 4: ("d", 4), 5: ("e", None)}
    assert order(cases, "") == order(cases, " ?!") == [3, 4, 1, 5, 2]


@pytest.mark.parametrize(
    ("told", "nearest_case"),
    [
        ("The AIR-CONDITIONER drips again", 1),
        ("the key card failed at the door", 2),
        ("空调一直在滴水", 3),
        ("门卡又刷不开", 4),
        ("ＫＥＹ　ｃａｒｄ　ｄｏｏｒ", 2),
        ("Я не могу спать", 5),
        ("música a volume alto, música", 6),
    ],
)
def test_the_case_that_holds_most_of_the_words_is_the_nearest(told: str, nearest_case: int) -> None:
    cases: dict[int, tuple[str, int | None]] = {
        1: ("The air-conditioner in the room drips.", None),
        2: ("The key card opens no door.", None),
        3: ("房间的空调滴水，床都湿了。", None),
        4: ("门卡刷不开，等了半小时。", None),
        5: ("Соседи шумят, не могу спать.", None),
        6: ("Musica fino alle tre.", None),
        7: ("The bill is wrong.", 5),
    }
    assert order(cases, told)[0] == nearest_case


def test_a_rare_word_says_more_than_a_common_one() -> None:
    cases: dict[int, tuple[str, int | None]] = {n: (f"the room and the bed {n}", 5) for n in range(10)}
    cases[20] = ("dripping", None)
    assert order(cases, "the dripping")[0] == 20


def test_about_equally_near_cases_stand_by_satisfaction_then_the_newest_first() -> None:
    text = "the lift is stuck again"
    assert order({1: (text, 4), 2: (text, None), 3: (text, 5), 4: (text, 4)}, text) == [3, 4, 1, 2]


def test_words_that_no_case_holds_leave_the_order_as_without_words() -> None:
    cases = {1: ("a lift", 4), 2: ("a bill", 5)}
    assert order(cases, "zyzzyva") == order(cases, "") == [2, 1]


@given(
    st.lists(st.tuples(st.text("ab水空 é", max_size=12), st.none() | st.integers(4, 5)), max_size=8),
    st.text("ab水空 é"),
)
def test_every_case_stays_and_the_order_is_that_of_the_cases(cases: list[tuple[str, int | None]], told: str) -> None:
    candidates = [Candidate(id_, *case) for id_, case in enumerate(cases)]
    ranked = nearest(candidates, told)
    assert Counter(ranked) == Counter(candidates)
    assert nearest(candidates[::-1], told) == ranked


def test_very_long_texts_are_looked_at_in_no_time() -> None:
    candidates = [Candidate(n, "空调一直滴水" * 40_000) for n in range(50)]
    begun = time.process_time()
    nearest(candidates, "房间里的空调一直在滴水，没有人来" * 10_000)
    assert time.process_time() - begun < 1, "without limits this takes half a minute"


# What to offer

_KINDS = st.sampled_from([VOUCHER, MOVE, WAIVE, *INWARD])
_REMEDIES = st.lists(
    st.builds(
        Given,
        case=st.integers(1, 5),
        kind=_KINDS,
        note=st.sampled_from(["", "Breakfast", "BREAKFAST ", "breakfast", "早餐"]),
        amount=st.sampled_from([0, 1, 500, 19_600]),
    ).map(lambda one: Given(one.case, one.kind, one.note, one.amount, (None, 4, 5, 5, 4)[one.case - 1])),
    max_size=14,
)


@given(_REMEDIES, st.randoms())
def test_ideas_do_not_depend_on_the_order_of_what_was_given(given_: list[Given], chance: object) -> None:
    ideas = ideas_from(given_)
    chance.shuffle(given_)  # type: ignore[attr-defined]  # a Random
    assert ideas_from(given_) == ideas


@given(_REMEDIES)
def test_an_idea_sums_up_what_was_really_given(given_: list[Given]) -> None:
    ideas = ideas_from(given_)
    keys = [(idea.kind, fold(idea.note)) for idea in ideas]
    assert len(set(keys)) == len(keys), "an idea stands once"
    assert set(keys) == {(one.kind, fold(one.note).strip()) for one in given_ if one.kind not in INWARD}
    for idea, key in zip(ideas, keys, strict=True):
        alike = [one for one in given_ if (one.kind, fold(one.note).strip()) == key]
        assert idea.times == len({one.case for one in alike})
        assert idea.amount in {one.amount for one in alike}
        assert idea.note in {one.note.strip() for one in alike}
        assert idea.satisfaction is None or 4 <= idea.satisfaction <= 5
    assert [idea.times for idea in ideas] == sorted((idea.times for idea in ideas), reverse=True)


def test_what_helped_most_often_comes_first_then_what_was_liked_then_the_cheaper() -> None:
    given_ = [
        Given(1, VOUCHER, "Spa", 20_000, 5),
        Given(1, VOUCHER, "Bar", 10_000, 5),
        Given(2, MOVE, "", 0, 4),
        Given(3, MOVE),
        Given(4, VOUCHER, "Tea", 100, 4),
        Given(5, VOUCHER, "Fruit", 100),
    ]
    assert ideas_from(given_) == [
        RemedyIdea(MOVE, "", 0, 2, 4.0),
        RemedyIdea(VOUCHER, "Bar", 10_000, 1, 5.0),
        RemedyIdea(VOUCHER, "Spa", 20_000, 1, 5.0),
        RemedyIdea(VOUCHER, "Tea", 100, 1, 4.0),
        RemedyIdea(VOUCHER, "Fruit", 100, 1, None),
    ]


@pytest.mark.parametrize(
    ("kind", "sums", "usual"),
    [
        (VOUCHER, [100], 100),
        (VOUCHER, [100, 300], 100),
        (VOUCHER, [100, 300, 10_000], 300),
        (VOUCHER, [0, 0, 5_000], 0),
        (WAIVE, [0, 0, 88_000], 88_000),
        (WAIVE, [0], 0),
    ],
)
def test_the_usual_sum_is_the_middle_one_of_those_told(kind: RemedyKind, sums: list[int], usual: int) -> None:
    assert ideas_from([Given(n, kind, "", amount) for n, amount in enumerate(sums)])[0].amount == usual


def test_an_idea_is_worded_as_it_mostly_was() -> None:
    notes = ["breakfast for two", "Breakfast for two", "Breakfast  for two", "ＢＲＥＡＫＦＡＳＴ for two"]
    assert [idea.note for idea in ideas_from([Given(n, VOUCHER, note) for n, note in enumerate(notes)])] == [
        "Breakfast for two"
    ]


def test_a_usual_remedy_follows_what_is_known_and_is_not_said_twice() -> None:
    near, far = [RemedyIdea(VOUCHER, "Tea", 100, 2)], [RemedyIdea(VOUCHER, "TEA", 900, 9), RemedyIdea(MOVE, "", 0, 1)]
    assert first_ideas("H03-1", near, far, limit=6) == (near[0], far[1], RemedyIdea(RemedyKind.EXPLANATION))


@given(_REMEDIES, st.integers(-1, 8), st.sampled_from(["H01-1", "H03", "R11-1", "X01-X2", "H01-X1"]))
def test_limits_hold_and_nothing_stands_twice(given_: list[Given], limit: int, category: str) -> None:
    everything = first_ideas(category, ideas_from(given_), limit=100)
    assert first_ideas(category, ideas_from(given_), limit=limit) == everything[: max(0, limit)]
    assert len({(idea.kind, fold(idea.note)) for idea in everything}) == len(everything)
    assert not {idea.kind for idea in everything} & INWARD


@pytest.mark.parametrize(
    "group", [*(f"H{n:02}" for n in (*range(1, 13), 99)), *(f"R{n:02}" for n in range(1, 13)), "X01"]
)
def test_every_group_has_something_to_offer_at_no_cost(group: str) -> None:
    ideas = first_ideas(f"{group}-1", limit=6)
    assert ideas
    assert all(idea.amount == idea.times == 0 for idea in ideas)
    free = {"spoken_apology", "letter", "explanation", "redo", "repair", "replace", "room_move"}
    assert {kind.value for kind in usual_remedies(group)} <= free


def test_a_shop_moves_nobody_to_another_room() -> None:
    assert not any(MOVE in usual_remedies(f"R{n:02}") for n in (*range(1, 13), 99))


# Names


@pytest.mark.parametrize(
    ("line", "name", "shown"),
    [
        ("Ms Tan says the AC drips.", "Tan Wei Ling", "… says the AC drips."),
        ("ms tan says the AC drips.", "Tan Wei Ling", "… says the AC drips."),
        ("TAN WEI LING waits.", "Tan Wei Ling", "… waits."),
        ("Ling fell on the stairs.", "Tan Wei Ling", "… fell on the stairs."),
        ("We may leave in May.", "May Long", "We may leave in …."),
        ("A tandem was lost.", "Tan", "A tandem was lost."),
        ("A bath at last.", "A", "A bath at last."),
        ("陈先生在等", "陈", "…先生在等"),
        ("佐藤健一郎在等", "佐藤健一郎", "…在等"),
        ("Der Müller war da.", "Ute Müller", "Der … war da."),
        ("Mr Smith next door shouts.", "", "… next door shouts."),
        ("Flowers de luxe for Ana", "Ana de Luca", "Flowers de luxe for …"),
        ("陈薇玲说空调滴水", "陈薇玲", "…说空调滴水"),
        ("陈女士说空调滴水", "陈薇玲", "…女士说空调滴水"),
        ("薇玲的房间漏水", "陈薇玲", "…的房间漏水"),
        ("陈皮茶是凉的", "陈薇玲", "陈皮茶是凉的"),
        ("欧阳先生在等", "欧阳明", "…先生在等"),
        ("Call +86 138-0013-8000 or a.b@c.example now", "", "Call … or … now"),
        ("Room 1208, twice in 40 minutes", "", "Room 1208, twice in 40 minutes"),
        ("(((", "((( .*", "((("),
        ("", "", ""),
    ],
)
def test_the_line_of_an_earlier_guest_names_nobody(line: str, name: str, shown: str) -> None:
    assert without_names(line, name, "") == shown


_WORDS = st.text("TanlOé陈薇玲.*-", min_size=2, max_size=5).filter(lambda word: sum(map(str.isalnum, word)) > 1)
_NAMES = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)


@given(st.text("TanlOé陈薇玲.*- ", max_size=20), _NAMES)
def test_whatever_a_guest_is_called_their_whole_name_is_gone(text: str, name: str) -> None:
    shown = without_names(f"{text} {name} {text}", name)
    assert f" {name} " not in f" {shown} "


@pytest.mark.parametrize(
    ("note", "offered"),
    [("Breakfast for two", True), ("", True), ("Breakfast for Ms Tan", False), ("For Tan", False), ("x" * 121, False)],
)
def test_a_note_that_names_the_guest_or_tells_a_story_is_not_offered_to_others(note: str, offered: bool) -> None:
    assert offerable_note(note, "Tan Wei Ling") == (note if offered else "")
