"""What the index finds is what a full scan finds (domain: desktop.domain.finding.matches)."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.finding import matches
from desktop.services.desk import Desk
from desktop.services.indexing import IN_FIRST_ROW
from tests.support.acts import Story
from tests.support.sites import open_site
from tests.support.staffed import staffed_folder

ENOUGH = 10_000
HAN = "空调坏了 热水 房间太吵 毛巾 押金 前台 态度 电梯 一直 没人 アイロン ホテル 食物 𠮷野家"
WORDS = "aircon Air-con WiFi wi-fi café CAFÉ naïve straße 8012 80 21:30 O'Brien ＡＢＣ １２３ ① NEAR OR"
SIGNS = "，。…🙂\u200b\u202e\n \"'*-()%_\\¦"
FRAGMENTS = [*HAN.split(), *WORDS.split(), *SIGNS]
texts = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map("".join)


@dataclass(frozen=True)
class Told:
    number: str
    parts: tuple[str, ...]  #: everything that a case is found by


@dataclass(frozen=True, repr=False)
class Desks:
    desk: Desk
    cases: tuple[Told, ...]  #: in the order in which they were received


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    folder = tmp_path_factory.mktemp("finding") / "site"
    shutil.copytree(staffed_folder(), folder)
    desk = open_site(folder)
    yield Desks(desk, tuple(tell(Story(desk), random.Random(seed)) for seed in range(80)))
    desk.close()


def tell(story: Story, chance: random.Random) -> Told:
    """A case with random words in every place in which they are looked for."""

    def words(most: int) -> str:
        return "".join(chance.choices(FRAGMENTS, k=chance.randint(1, most)))

    story.wait(seconds=chance.randint(0, 10_000_000))
    # Nobody is called like a search, since a guest's exact name or phone brings all their cases (below).
    guest = {"name": f"Guest {words(2)}", "email": f"{chance.random()}@example.com"}
    if chance.random() < 0.7:
        guest["phone"] = f"+86 138-{chance.randint(0, 9999):04}-{chance.randint(0, 9999):04}"
    fields = {"room": str(chance.randint(1, 99)), "reference": f"B-{chance.randint(1, 99)}", "place": words(2)}
    text = words(30) + "x"
    number = story.open(text=text, guest=guest, **fields)
    parts = [text, guest["name"], guest["email"], *fields.values()]
    # Some are worked on for so long that not all of it stands in one row of the index.
    for _ in range(chance.randint(0, 3) if chance.random() < 0.9 else 2 * IN_FIRST_ROW + 5):
        note = words(6) + "y"
        story.act(chance.choice(["note", "contact"]), number, text=note)
        parts.append(note)
    digits = "".join(filter(str.isdigit, guest.get("phone", "")))
    _, _, day, _ = number.split("-")
    return Told(number, (*parts, number, day[4:], digits, digits[-4:]))


def found(desk: Desk, words: str, limit: int = ENOUGH) -> list[str]:
    return [hit.number for hit in desk.finder.find(words, limit).rows]


def scanned(cases: tuple[Told, ...], words: str) -> set[str]:
    return {case.number for case in cases if matches(words, case.parts)}


@st.composite
def parts_of_cases(draw: st.DrawFn) -> tuple[int, int, int, int]:
    return draw(st.integers(0, 79)), draw(st.integers(0, 20)), draw(st.integers(0, 200)), draw(st.integers(1, 12))


def without_blank_hits(words: str, cases: tuple[Told, ...]) -> set[str]:
    """Words that hold nothing to look for find nothing, though every text holds them."""
    return scanned(cases, words) if any(c.isalnum() for c in words) else set()


@given(texts)
def test_the_hits_for_random_words_are_those_of_a_full_scan(told: Desks, words: str) -> None:
    hits = found(told.desk, words)
    assert len(hits) == len(set(hits))
    # An exact room or reference comes first, and is found by its words as well.
    assert set(hits) == without_blank_hits(words, told.cases)


@given(parts_of_cases())
def test_any_cut_out_of_a_case_finds_what_a_full_scan_finds(told: Desks, cut: tuple[int, int, int, int]) -> None:
    case, part, start, length = cut
    whole = told.cases[case].parts[part % len(told.cases[case].parts)]
    words = whole[start % max(1, len(whole)) :][:length]
    assert set(found(told.desk, words)) == without_blank_hits(words, told.cases)


@given(st.text(max_size=30))
def test_no_text_breaks_the_search(told: Desks, words: str) -> None:
    assert set(found(told.desk, words)) == without_blank_hits(words, told.cases)


@given(texts, st.integers(0, 20))
def test_a_limit_cuts_the_list_and_not_the_total(told: Desks, words: str, limit: int) -> None:
    page, whole = told.desk.finder.find(words, limit), told.desk.finder.find(words, ENOUGH)
    assert page.rows == whole.rows[:limit]
    assert page.total == whole.total == len(whole.rows)


@pytest.mark.parametrize("n", [0, 41, 79])
def test_a_number_finds_its_case_first(told: Desks, n: int) -> None:
    number = told.cases[n].number
    _, _, day, serial = number.split("-")
    assert found(told.desk, number) == [number]
    assert found(told.desk, f" {number.lower()} ") == [number]
    assert found(told.desk, f"{day[4:]}-{serial}")[0] == number


def test_the_newest_come_first(story: Story) -> None:
    numbers = []
    for days in (0, 5, -3, 1):
        story.wait(days=days)
        numbers.append(story.open(text="毛巾不够"))
    received = {number: story.case(number)["received_at"] for number in numbers}
    assert found(story.desk, "毛巾") == sorted(numbers, key=lambda number: received[number], reverse=True)


@pytest.mark.parametrize("words", ["8012", "B-77", "Chen Weiling", "+86 138 0013 8000"])
def test_an_exact_room_reference_guest_or_phone_comes_before_newer_mentions(story: Story, words: str) -> None:
    guest = {"name": "Chen Weiling", "phone": "8613800138000"}
    exact = story.open(room="8012", reference="B-77", guest=guest)
    story.wait(hours=1)
    mention = story.open(text=f"They spoke of {words} again, 8613800138000.")
    assert found(story.desk, words) == [exact, mention]


def test_a_guests_exact_name_or_phone_brings_all_their_cases(story: Story) -> None:
    """Also those in which they stood under another name, or gave no phone; spaces make no difference."""
    chen = {"name": "Chen Weiling", "phone": "13800138000", "email": "chen@example.com"}
    numbers = [story.open(guest=guest) for guest in (chen, {"name": "W. Chen", "email": "CHEN@example.com"})]
    story.open(guest={"name": "Chen Weilan", "phone": "13800138001"})
    for words in ("chen weiling", "ChenWeiling", "ＣＨＥＮ weiling", "138-0013-8000"):
        assert sorted(found(story.desk, words)) == numbers, words


def test_notes_and_contacts_are_found_as_soon_as_they_are_written(story: Story) -> None:
    number = story.open()
    assert found(story.desk, "阀门") == []
    story.act("note", number, text="阀门漏水")
    assert found(story.desk, "阀门") == [number]
    story.act("contact", number, text="客人很满意")
    assert found(story.desk, "阀门 满意") == [number]


def test_a_refused_note_leaves_no_words_behind(story: Story) -> None:
    number = story.open()
    story.refused("contact", number, text="孔雀", when="2030-01-01 00:00")
    assert found(story.desk, "孔雀") == []


@pytest.mark.parametrize("words", ["空调坏了没人来修" * 40, "word " * 2_000, "空 " * 2_000, "x" * 300_000, '"' * 1_000])
def test_a_very_long_search_is_only_long(story: Story, words: str) -> None:
    story.open()
    assert found(story.desk, words) == []


@pytest.mark.parametrize("words", ["\ud800", "\0", "lift\0stuck", "\ud800lift", "lift \udc80", "%", "_", "*"])
def test_characters_that_no_case_can_hold_break_nothing(story: Story, words: str) -> None:
    number = story.open()
    assert found(story.desk, words) == ([number] if "lift" in words else [])
