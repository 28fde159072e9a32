"""The letter on paper: one page, read back character by character, whatever was written."""

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Language
from desktop.domain.letters import BLANK, BULLET, LetterText
from desktop.errors import UserError
from desktop.reports.letter_paper import LetterHead, head_of, letter_paper
from tests.reports import cases
from tests.reports.reading import boxes_outside, fonts_of, says, sizes_of, squeezed, text_of

ENGLISH = LetterText(
    Language.EN,
    "Dear Ms Tan,",
    (
        "I am sorry. The air-conditioner in Room 1208 was leaking when you arrived, and nobody came — “at once”.",
        "Here is what we have done:",
        f"{BULLET}You and your son are in Room 1615, and your bags are with you.",
        f"{BULLET}You will not pay for the night of 19 November: ¥1,200.",
        "If anything is still not right, please call me. Žižek, Ōta, Ельцин and Ἀθῆναι have seats at the café.",
    ),
    "Yours sincerely,",
    "S. Rao",
    "Duty Manager · direct line 8800",
)
CHINESE = LetterText(
    Language.ZH,
    "尊敬的陈女士：",
    (
        "很抱歉。您入住时，1208 房的空调在漏水；您打了两次电话，前台说“马上就来”——结果没有人来。",
        "我们已经办的和接下来要办的有：",
        f"{BULLET}为您换房：1615 房，行李已经送到。",
        f"{BULLET}全额退款 ¥1,200：11 月 19 日的房费。",
        "臺灣來的陳小姐、𠮷田先生、김민수 和 محمد 同行。希望您能原谅我们…",
    ),
    "此致 敬礼",
    "王经理",
    "值班经理 · 直线 8800",
)
BOTH = pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
HEAD = LetterHead(
    "Harbour Hotel", "Call us: 0", "Ms Tan Wei Ling", "Room 1617", "20 November 2026", "Our reference HH-1"
)


def made(text: LetterText, head: LetterHead = HEAD) -> bytes:
    """The letter as PDF."""
    return letter_paper(text, head, cases.imprint(text.language))


def of(*paragraphs: str, language: Language = Language.EN) -> LetterText:
    """A letter of these paragraphs."""
    return LetterText(language, "Dear Ms Tan,", paragraphs, "Yours,", "S. Rao")


def sizes(content: bytes) -> set[float]:
    """The sizes of type on the page, in points."""
    found: set[float] = set()
    page = pypdf.PdfReader(io.BytesIO(content)).pages[0]
    page.extract_text(visitor_text=lambda _t, _cm, _tm, _font, size: found.add(size))
    return found


@BOTH
def test_every_word_of_a_letter_copies_out_of_its_one_page(text: LetterText) -> None:
    content = made(text)
    assert sizes_of(content) == [(210, 297)]
    copied = squeezed(text_of(content))
    for words in (text.greeting, *text.paragraphs, text.closing, text.signed_by, text.signer_line):
        assert squeezed(words.replace("محمد", "")) in copied.replace("محمد", ""), words  # from right to left: below
    assert ("محمد" in copied) is (text is CHINESE)
    assert all(fonts_of(content).values())
    assert boxes_outside(content) == []


@BOTH
def test_what_stands_around_the_words_is_there_once_or_as_often_as_it_should(text: LetterText) -> None:
    copied = text_of(made(text))
    assert copied.count("Harbour Hotel") == 2, "the head and the foot name the site"
    assert [copied.count(part) for part in (HEAD.guest, HEAD.place, HEAD.date, HEAD.reference, HEAD.phone)] == [1] * 5


@BOTH
def test_a_letter_is_set_in_the_serif_of_its_script(text: LetterText) -> None:
    fonts = set(fonts_of(made(text)))
    assert "/AMENDS+NotoSerif-Regular" in fonts
    assert ("/AMENDS+NotoSerifSC-Regular" in fonts) is (text is CHINESE)


def test_a_character_that_the_serif_lacks_comes_from_another_font() -> None:
    fonts = set(fonts_of(made(CHINESE)))
    assert {"/AMENDS+NotoSansJP-Regular", "/AMENDS+NotoSansKR-Regular"} <= fonts


@BOTH
def test_the_same_words_give_the_same_bytes_and_say_their_language(text: LetterText) -> None:
    content = made(text)
    assert made(text) == content
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.trailer["/Root"]["/Lang"] == ("zh-CN" if text is CHINESE else "en-GB")  # type: ignore[index]  # pypdf's trailer has no types
    assert reader.metadata is not None
    assert reader.metadata.title == "Our reference HH-1"


def test_other_papers_are_not_changed_by_a_letter_made_before_them() -> None:
    from desktop.reports.queue_paper import queue_paper

    before = queue_paper(cases.queue(), cases.imprint(), cases.EVENING)
    made(CHINESE)
    assert queue_paper(cases.queue(), cases.imprint(), cases.EVENING) == before


def test_a_short_letter_stands_at_12_points_and_a_longer_one_steps_down_until_one_page_is_too_little() -> None:
    sentence = "We have looked into what happened on the evening of your arrival, and this is what we found. "
    found: list[float] = []
    for count in range(1, 60):
        try:
            content = made(of(*[sentence * 2] * count))
        except UserError as refusal:
            assert (refusal.code, refusal.field) == ("letter_too_long", "paragraphs")  # noqa: PT017 (the first one ends it)
            break
        assert sizes_of(content) == [(210, 297)]
        assert boxes_outside(content) == []
        found.append(min(size for size in sizes(content) if size > 9))
    else:
        pytest.fail("a letter of 60 paragraphs was put on one page")
    assert found[0] == 12
    assert found == sorted(found, reverse=True)
    assert found[-1] == 10.5


def test_no_line_runs_into_the_foot() -> None:
    longest = None
    for count in range(1, 60):
        try:
            longest = made(of(*["Word " * 30] * count))
        except UserError:
            break
    assert longest is not None
    page = pypdf.PdfReader(io.BytesIO(longest)).pages[0]
    heights: dict[str, float] = {}
    page.extract_text(visitor_text=lambda t, _cm, tm, _font, _size: heights.setdefault(t.strip(), tm[5]))
    foot = min(height for text, height in heights.items() if text == "Harbour Hotel" or height < 60)
    assert heights["S. Rao"] > foot + 9


def test_a_blank_is_drawn_as_a_box_and_its_signs_are_not_printed() -> None:
    with_blank, without = made(of(f"What happened: {BLANK}. Sorry.")), made(of("What happened: . Sorry."))
    assert "[" not in text_of(with_blank)
    assert "_" not in text_of(with_blank)
    assert says(with_blank, "What happened:")
    assert says(with_blank, ". Sorry.")

    def curves(content: bytes) -> int:
        stream = pypdf.PdfReader(io.BytesIO(content)).pages[0].get_contents()
        assert stream is not None
        return stream.get_data().count(b" c")

    assert curves(with_blank) > curves(without)


def test_the_head_says_only_what_is_known() -> None:
    head = head_of(cases.bare(), cases.imprint(), cases.EVENING)
    assert (head.guest, head.place, head.remark) == ("", "", "")
    assert head.date == "19 November 2026"
    content = made(ENGLISH, head)
    assert "None" not in text_of(content)
    assert "–" not in text_of(content)


def test_the_head_speaks_the_language_of_the_letter() -> None:
    head = head_of(cases.full(cases.CHINESE), cases.imprint(Language.ZH, phone="8800"), cases.EVENING, is_draft=True)
    assert head.date == "2026年11月19日"
    assert head.phone == "电话：8800"
    assert head.reference.startswith("编号 ")
    assert head.remark == "草稿，尚未签发"


def test_a_draft_and_practice_say_so_on_the_page() -> None:
    imprint = cases.imprint(practice=True)
    head = head_of(cases.full(), imprint, cases.EVENING, is_draft=True)
    content = letter_paper(ENGLISH, head, imprint)
    assert says(content, "Draft, not signed off · Practice: not a real case")


def test_long_names_stay_on_their_lines() -> None:
    head = LetterHead(
        "Very Long Hotel " * 12, "8800 " * 30, "Ms " + "Wolfeschlegel" * 9, "Room " + "9" * 90, "1 May", "R" * 99
    )
    content = made(ENGLISH, head)
    assert sizes_of(content) == [(210, 297)]
    assert boxes_outside(content) == []


@given(st.lists(st.text(max_size=200), min_size=1, max_size=5), st.text(max_size=80), st.sampled_from(Language))
def test_whatever_is_written_comes_out_on_one_page(words: list[str], name: str, language: Language) -> None:
    head = LetterHead(name, name, name, name, name, name, name)
    content = letter_paper(LetterText(language, name, tuple(words), name, name, name), head, cases.imprint(language))
    assert sizes_of(content) == [(210, 297)]
    assert all(fonts_of(content).values())


def test_markup_is_printed_as_it_was_written() -> None:
    hostile = '<b onload=x><img src="//host/share"> &amp; {guest} %s ${x} </para>'
    assert says(made(of(hostile)), hostile)


@pytest.mark.parametrize("text", ["x" * 1500, "长" * 900, "\u0301" * 4000, "\u202e" * 3999 + "x"])
def test_a_paragraph_without_an_end_is_cut_into_lines(text: str) -> None:
    content = made(of(text))
    assert sizes_of(content) == [(210, 297)]
    assert boxes_outside(content) == []


def test_forty_paragraphs_as_long_as_may_be_are_refused_at_once() -> None:
    with pytest.raises(UserError) as refusal:
        made(of(*["word " * 800] * 40))
    assert refusal.value.code == "letter_too_long"
