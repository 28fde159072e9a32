"""The forms by which names are found (stack.md, names by initials)."""

import tomllib
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.names import MOST_SPELLINGS, forms_of, query_words, reading_forms
from desktop.words.resources import resource_folder

SURNAMES = tomllib.loads((resource_folder() / "names" / "surnames.toml").read_text(encoding="utf-8"))["surnames"]
#: A few characters with all their readings, as a dictionary gives them.
READINGS = {
    "王": ("wáng", "wàng"),
    "单": ("dān", "chán", "shàn"),
    "小": ("xiǎo",),
    "明": ("míng",),
    "乐": ("lè", "yuè", "lào"),
    "行": ("xíng", "háng", "hàng"),
    "吕": ("lǚ",),
    "布": ("bù",),
    "尉": ("wèi", "yù"),
    "迟": ("chí", "zhì"),
    "恭": ("gōng",),
}


def readings(character: str) -> tuple[str, ...]:
    return READINGS.get(character, ())


def forms(name: str):  # type: ignore[no-untyped-def]  # the forms of a name, as everywhere here
    return forms_of(name, readings, SURNAMES)


@pytest.mark.parametrize(
    ("surname", "reading"),
    [
        ("单", "shan"),
        ("仇", "qiu"),
        ("曾", "zeng"),
        ("解", "xie"),
        ("翟", "zhai"),
        ("任", "ren"),
        ("华", "hua"),
        ("盖", "ge"),
        ("查", "zha"),
        ("区", "ou"),
        ("尉迟", "yuchi"),
        ("万俟", "moqi"),
    ],
)
def test_surnames_are_known_by_their_reading_as_surnames(surname: str, reading: str) -> None:
    assert SURNAMES[surname][0] == reading
    assert any(sound.startswith(reading) for sound in forms(surname + "小明").sounds)


def test_every_surname_of_the_table_is_one_or_two_characters_and_plain_letters() -> None:
    assert all(1 <= len(surname) <= 2 for surname in SURNAMES)
    assert all(r.isascii() and r.isalpha() and r.islower() for told in SURNAMES.values() for r in told)


def test_a_name_is_found_by_whole_pinyin_parts_and_initials() -> None:
    made = forms("王小明")
    assert "wangxiaoming" in made.sounds
    assert {"wxm"} <= made.initials
    assert {"wangxm", "wangx"} <= made.shortened
    assert {"yg", "ycg"} <= forms("尉迟恭").initials
    assert {"王小明", "小明", "明", "xiaoming", "ming"} <= made.parts


def test_a_latin_name_sounds_the_same_with_its_surname_first_or_last() -> None:
    assert forms("Lei Wang").sounds == forms("Wang Lei").sounds == {"wanglei", "leiwang"}
    assert "wangxiaoming" in forms("Xiao-Ming Wang").sounds & forms("Wang Xiaoming").sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Žižek", "zizek"),
        ("O’Brien", "OBRIEN"),
        ("Ｗａｎｇ　Ｌｅｉ", "wang lei"),
        ("Müller", "Mueller"),
        ("Müller", "Muller"),
        ("Søren", "Soren"),
        ("Ms Chen Wei", "Chen Wei"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert forms(one).sounds & forms(other).sounds


def test_lu_with_two_dots_is_typed_in_three_ways() -> None:
    assert reading_forms("lǚ") == ("lv", "lyu", "lu")
    assert {"lvbu", "lyubu", "lubu"} <= forms("吕布").sounds


def test_titles_are_no_part_of_a_name() -> None:
    assert forms("王先生") == forms("王")
    assert query_words("王先生") == ("王",)
    assert query_words("Ms Chen") == ("chen",)
    assert query_words("女士") == ("女士",)


@pytest.mark.parametrize("name", ["", "  ", "…", "🙂", "Ms", "!?"])
def test_what_has_no_name_in_it_has_no_forms(name: str) -> None:
    made = forms(name)
    assert made.sounds | made.shortened | made.initials | made.parts == frozenset()


def test_a_name_in_another_script_is_found_as_it_is_written() -> None:
    assert "김민수" in forms("김민수").sounds
    assert "محمدعلي" in forms("محمد علي").sounds


@given(st.lists(st.sampled_from(sorted(READINGS)), min_size=2, max_size=4))
def test_all_readings_of_a_name_are_found(characters: list[str]) -> None:
    name = "".join(characters)
    told = [[form for r in readings(c) for form in reading_forms(r)] for c in characters]
    spoken = {"".join(chosen) for chosen in product(*told)}
    if len(spoken) <= MOST_SPELLINGS // 2:
        assert spoken <= forms(name).sounds
    if len(spoken) <= MOST_SPELLINGS // 2 and name not in SURNAMES:
        assert {"".join(syllable[0] for syllable in chosen) for chosen in product(*told)} <= forms(name).initials


@given(st.text(max_size=60))
def test_forms_are_few_short_and_folded_whatever_the_name(name: str) -> None:
    made = forms(name)
    found = made.sounds | made.shortened | made.initials | made.parts
    assert all(0 < len(form) <= 48 and " " not in form for form in found)
    assert len(found) <= 40 * MOST_SPELLINGS


@given(st.text(alphabet="王单小明 abcÉž’-.", max_size=12))
def test_every_word_of_a_name_finds_it(name: str) -> None:
    made = forms(name)
    found = made.sounds | made.parts | made.initials
    if found:
        for word in query_words(name):
            assert any(form.startswith(word) for form in found), word
