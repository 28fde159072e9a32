"""Every paper read back: what stands on it, in which language, and that nothing breaks it."""

import io
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image

from desktop.domain.case_file import AttachmentRow, Story
from desktop.domain.conversations import Talk, TalkAnswer, TalkStep
from desktop.domain.kinds import Language, RecordType, State
from desktop.domain.rows import Change, HistoryRow, NoteRow
from desktop.reports.case_paper import case_paper
from desktop.reports.pictures import printable
from desktop.reports.queue_paper import queue_paper
from desktop.reports.receipt_paper import receipt_paper
from desktop.reports.receipt_size import ReceiptSize
from tests.reports import cases
from tests.reports.reading import boxes_outside, fonts_of, outline_of, says, sizes_of, text_of
from tests.reports.write_pages import PAGES, papers, text_as_kept

AT = cases.EVENING
HOSTILE = '<b onload=x><img src="//host/share"> &amp; {number} %s \x85\u202egnp.exe\u200b </para> ${x}'
HOSTILE_SEEN = '<b onload=x><img src="//host/share"> &amp; {number} %s gnp.exe </para> ${x}'
BOTH = [(Language.EN, cases.ENGLISH), (Language.ZH, cases.CHINESE)]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Every paper in both languages."""
    return papers()


@pytest.mark.parametrize("name", sorted(papers()))
def test_a_paper_says_what_the_kept_page_says(made: dict[str, bytes], name: str) -> None:
    # Changed on purpose? python -m tests.reports.write_pages, then look at the difference.
    assert text_as_kept(made[name]) == (PAGES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(papers()))
def test_every_font_of_a_paper_lies_in_it_and_nothing_stands_outside(made: dict[str, bytes], name: str) -> None:
    assert fonts_of(made[name])
    assert all(fonts_of(made[name]).values())
    assert boxes_outside(made[name]) == []


def test_the_same_case_gives_the_same_bytes(made: dict[str, bytes]) -> None:
    assert papers() == made


def test_papers_have_the_size_of_their_sheets(made: dict[str, bytes]) -> None:
    assert set(sizes_of(made["case-en"])) == {(210, 297)}
    assert set(sizes_of(made["receipt-a5-en"])) == {(148, 210)}
    assert [width for width, _ in sizes_of(made["receipt-roll-zh"])] == [80]
    assert set(sizes_of(made["queue-en"])) == {(297, 210)}


# The case file


@pytest.mark.parametrize(("language", "text"), BOTH)
def test_the_guests_words_copy_out_character_for_character(language: Language, text: str) -> None:
    assert says(case_paper(cases.full(text), cases.imprint(language), AT), text)


def test_a_case_file_says_everything_that_is_known(made: dict[str, bytes]) -> None:
    for told in (
        "HH-D1-20261119-0001", "Ms Tan Wei Ling", "+65 9123 4567", "her son", "VIP", "12F east", "Far less",
        "Confirmed by S. Rao", "Critical", "The whole party", "Angry", "Injury", "79", "A driver to the airport.",
        "Charge waived", "¥988", "¥1,076", "Taken back", "As it should be.", "The manager calls before you leave.",
        "Dry the floor", "Housekeeping", "Not reached", "Listened, brought towels and ice.", "Room 1615 is clean",
        "Accepted", "Upheld", "Monetary remedy", "Nobody had checked it since May.", "Drains of all floors",
        "9 of 10", "floor.jpg", "1.2 MB", "HH-D1-20260817-0003", "same guest", "Severity: Serious → Critical",
        "Also on it", "林晓",
    ):  # fmt: skip
        assert says(made["case-en"], told), told


def test_the_outline_of_a_case_file_leads_through_its_parts(made: dict[str, bytes]) -> None:
    outline = outline_of(made["case-zh"])
    assert outline[:3] == ["HH-D1-20261119-0001", "基本情况", "客人原话"]
    assert outline[-1] == "全部经过"


@pytest.mark.parametrize("language", Language)
def test_a_case_of_which_nothing_is_known_is_one_calm_page(language: Language) -> None:
    made = case_paper(cases.bare(), cases.imprint(language), AT)
    assert len(sizes_of(made)) == 1
    assert says(made, "匿名客人" if language is Language.ZH else "Anonymous guest")
    assert "None" not in text_of(made)
    assert outline_of(made) == [
        cases.NUMBER,
        *(("基本情况", "客人原话", "优先级的由来") if language is Language.ZH else _PARTS_OF_NOTHING),
    ]


_PARTS_OF_NOTHING = ("Who and what", "In the guest’s own words", "Why it has this priority")


def test_no_english_word_is_left_on_a_chinese_paper() -> None:
    view = cases.view("空调坏了。", guest="陈薇玲", owner="林晓", place="", desk="前台")
    file = cases.bare(view=replace(view, received_by="lin", place=""))
    said = text_of(case_paper(file, cases.imprint(Language.ZH), AT)).replace(cases.NUMBER, "").replace("B-77120", "")
    assert [word for word in said.split() if word.isascii() and word.isalpha() and word not in ("P1",)] == []


def test_hostile_text_is_printed_as_text_wherever_it_stands() -> None:
    story = Story(*[HOSTILE] * 2, None, (HOSTILE,), *[HOSTILE] * 4)
    file = cases.full(HOSTILE, story=story, department=HOSTILE)
    view = replace(file.view, row=file.view.row._replace(guest=HOSTILE, room=HOSTILE, owner=HOSTILE), place=HOSTILE)
    made = case_paper(replace(file, view=view), cases.imprint(site=HOSTILE, printed_by=HOSTILE), AT)
    assert says(made, HOSTILE_SEEN)
    assert "\u202e" not in text_of(made)
    assert boxes_outside(made) == []


@pytest.mark.parametrize("text", ["x" * 200_000, "空" * 80_000, "<b" * 100_000, "مرحبا " * 20_000], ids=lambda t: t[:2])
def test_a_text_of_200_kb_is_printed_whole_and_quickly(text: str) -> None:
    began = time.perf_counter()
    made = case_paper(cases.full(text), cases.imprint(), AT)
    assert time.perf_counter() - began < 8, "machines differ, but it was a second on a slow one"
    assert len(sizes_of(made)) > 20


def test_long_texts_in_tables_go_on_over_pages_without_loss() -> None:
    words = " ".join(f"w{n}" for n in range(4000))
    file = cases.bare()
    made = case_paper(replace(file, view=replace(file.view, notes=(NoteRow(AT, "maya", words),))), cases.imprint(), AT)
    assert says(made, "w3999")
    assert boxes_outside(made) == []


def test_an_erased_text_leaves_no_trace_of_python() -> None:
    file = cases.bare()
    entry = HistoryRow(1, AT, "gone", "contact", (Change("note", None, None), Change("room", None, None)))
    made = case_paper(replace(file, view=replace(file.view, text="", history=(entry,))), cases.imprint(), AT)
    assert "None" not in text_of(made)
    assert says(made, "gone")


# The conversation


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            Language.EN,
            cases.ENGLISH,
            ("LEARN · 6:12 · led by Maya Chen", "Listen", "1:12", "What happened? It drips on the floor", "Furious"),
        ),
        (
            Language.ZH,
            cases.CHINESE,
            ("LEARN · 6:12 · 接待人：Maya Chen", "倾听", "1:12", "有人受伤吗？有", "愤怒", "行李我亲自给您送过去。"),
        ),
    ],
)
def test_a_conversation_is_printed_step_by_step(language: Language, text: str, told: tuple[str, ...]) -> None:
    made = case_paper(cases.full(text), cases.imprint(language), AT)
    for part in told:
        assert says(made, part), part
    assert ("沟通记录" if language is Language.ZH else "Conversation") in outline_of(made)


def test_a_case_without_a_conversation_has_no_part_for_it() -> None:
    made = case_paper(cases.full(talk=None), cases.imprint(), AT)
    assert "Conversation" not in outline_of(made)
    assert "led by" not in text_of(made)


def test_a_conversation_of_which_little_is_known_leaves_no_trace_of_python() -> None:
    step = TalkStep("listen", "", "", (), None, AT, AT)
    made = case_paper(cases.bare(talk=Talk("ours", Language.EN, (step,))), cases.imprint(), AT)
    assert "None" not in text_of(made)
    assert "led by" not in text_of(made)
    assert says(made, "ours · 0:00")


def test_a_long_and_hostile_conversation_is_printed_whole() -> None:
    answer = TalkAnswer("q", HOSTILE, " ".join(f"a{n}" for n in range(3_000)), AT)
    step = TalkStep("listen", "<b>" * 40, " ".join(f"s{n}" for n in range(3_000)), (answer,), 3, AT, AT)
    made = case_paper(cases.bare(talk=Talk("<b>", Language.EN, (step,) * 3, HOSTILE)), cases.imprint(), AT)
    for told in ("a2999", "s2999", "<b><b>"):
        assert says(made, told), told
    assert boxes_outside(made) == []


# Pictures


def picture(width: int = 40, height: int = 30, kind: str = "PNG", mode: str = "RGBA") -> bytes:
    """A small picture."""
    file = io.BytesIO()
    Image.new(mode, (width, height), 1).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"), ("JPEG", "CMYK"), ("GIF", "P"), ("WEBP", "RGB"), ("BMP", "1")],
)
def test_pictures_of_every_kind_are_printed(kind: str, mode: str) -> None:
    found = printable(picture(kind=kind, mode=mode))
    assert found is not None
    assert found.pixels == (40, 30)


@pytest.mark.parametrize("content", [b"", b"no picture", picture()[:60], b"\x89PNG\r\n\x1a\n" + b"\0" * 100])
def test_what_is_no_picture_is_left_out(content: bytes) -> None:
    assert printable(content) is None


def test_a_picture_too_large_for_memory_is_left_out() -> None:
    small = picture(mode="1", kind="PNG", width=10_000, height=9_000)
    assert len(small) < 100_000
    assert printable(small) is None


def test_a_large_picture_is_made_smaller() -> None:
    found = printable(picture(4000, 1000, "JPEG", "RGB"))
    assert found is not None
    assert found.pixels == (1600, 400)


def test_pictures_stand_at_the_end_under_their_names_when_asked_for() -> None:
    rows = tuple(AttachmentRow(n, f"foto-{n}.png", "image/png", 900, "a" * 64, AT, "maya") for n in (1, 2, 3))
    file = cases.bare(attachments=rows)
    without = case_paper(file, cases.imprint(), AT)
    with_two = case_paper(file, cases.imprint(), AT, {1: picture(300, 900), 2: b"broken", 3: picture()})
    assert outline_of(without)[-1] == "Attachments"
    assert outline_of(with_two)[-1] == "Pictures"
    assert text_of(with_two).count("foto-1.png") == 2
    assert text_of(with_two).count("foto-2.png") == 1


# The receipt


@pytest.mark.parametrize("size", ReceiptSize)
@pytest.mark.parametrize(("language", "text"), BOTH)
def test_a_receipt_says_what_we_understood_and_what_comes_next(
    language: Language, text: str, size: ReceiptSize
) -> None:
    made = receipt_paper(cases.fresh(text), cases.imprint(language), size, AT)
    for told in (cases.NUMBER, text, "21:52", "23:42", "The manager calls before you leave.", "Maya Chen"):
        assert says(made, told), told


@pytest.mark.parametrize("size", ReceiptSize)
def test_nothing_internal_stands_on_a_receipt(size: ReceiptSize) -> None:
    said = text_of(receipt_paper(cases.fresh(), cases.imprint(), size, AT))
    for internal in ("P1", "Priority", "79", "Angry", "Severity", "Room 1615 is clean", "Injury", "staff only", "林晓"):
        assert internal not in said, internal


@pytest.mark.parametrize("size", ReceiptSize)
@pytest.mark.parametrize("language", Language)
def test_a_receipt_says_on_which_number_the_site_is_reached_where_there_is_one(
    language: Language, size: ReceiptSize
) -> None:
    phone = "+86 21 5555 0100"
    assert says(receipt_paper(cases.fresh(), cases.imprint(language, phone=phone), size, AT), phone)
    assert not says(receipt_paper(cases.fresh(), cases.imprint(language), size, AT), "5555")


def test_a_receipt_promises_nothing_that_has_passed() -> None:
    later = receipt_paper(cases.fresh(), cases.imprint(), ReceiptSize.A5, AT + timedelta(hours=1))
    assert "21:52" not in text_of(later)
    assert "23:42" in text_of(later)
    assert "as soon as we can" in text_of(
        receipt_paper(cases.fresh(), cases.imprint(), ReceiptSize.A5, AT + timedelta(days=1))
    )


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.WAITING_GUEST, "We need a word from you"),
        (State.CLOSED, "It is closed."),
        (State.WITHDRAWN, "Nothing more is planned."),
        (State.ACKNOWLEDGED, "We aim to put it right"),
    ],
)
def test_a_receipt_knows_where_the_case_stands(state: State, said: str) -> None:
    file = cases.fresh()
    file = replace(file, view=replace(file.view, row=file.view.row._replace(state=state)))
    assert said in text_of(receipt_paper(file, cases.imprint(), ReceiptSize.A5, AT))


@pytest.mark.parametrize("type_", RecordType)
@pytest.mark.parametrize("language", Language)
def test_every_kind_of_record_has_a_receipt_of_its_own(type_: RecordType, language: Language) -> None:
    made = receipt_paper(cases.fresh(type=type_), cases.imprint(language), ReceiptSize.A5, AT)
    assert outline_of(made)[0] == cases.imprint(language).word(f"receipt_title_{type_}")


@pytest.mark.parametrize("size", ReceiptSize)
def test_a_very_long_complaint_leaves_a_receipt_short(size: ReceiptSize) -> None:
    made = receipt_paper(cases.fresh("word " * 40_000), cases.imprint(), size, AT)
    assert "The rest is kept with your case." in text_of(made)
    assert len(sizes_of(made)) <= 2
    assert max(height for _, height in sizes_of(made)) < 600


# The queue


def test_the_queue_stands_in_its_order_with_its_numbers() -> None:
    made = queue_paper(cases.queue(9), cases.imprint(), AT)
    said = text_of(made)
    places = [said.index(f"1119-{n:04d}") for n in range(1, 10)]
    assert places == sorted(places)
    assert says(made, "50 min over")
    assert says(made, "As of Thu 19 Nov 2026 21:42")


@pytest.mark.parametrize("name", ["陈薇玲 女士", "Ms Tan Wei Ling", "Mr Žižek", "김민수", "محمد"])
def test_guests_are_called_as_their_names_want_it(name: str) -> None:
    assert says(queue_paper(cases.queue(), cases.imprint(), AT), name)


def test_honorifics_follow_the_language_of_the_paper() -> None:
    assert says(queue_paper(cases.queue(), cases.imprint(Language.ZH), AT), "Tan Wei Ling 女士")


def test_a_restricted_case_is_listed_without_a_word_of_it() -> None:
    masked = cases.row(restricted=True, guest="", honorific="", room="", reference="", category=None, summary="")
    said = text_of(queue_paper([masked], cases.imprint(), AT))
    assert "Restricted" in said
    assert "Anonymous" not in said


@pytest.mark.parametrize("language", Language)
def test_an_empty_queue_says_so(language: Language) -> None:
    made = queue_paper([], cases.imprint(language), AT)
    assert says(made, cases.imprint(language).word("nothing_open"))
    assert len(sizes_of(made)) == 1


def test_a_queue_of_a_thousand_has_its_header_on_every_page() -> None:
    made = queue_paper(cases.queue(1000), cases.imprint(), AT)
    assert text_of(made).count("What happened") == len(sizes_of(made))
    assert len(made) < 500_000


def test_hostile_rows_do_not_break_the_list() -> None:
    rows = [cases.row(guest=HOSTILE * 9, owner="x" * 900, room=HOSTILE, summary=HOSTILE * 40) for _ in range(30)]
    made = queue_paper(rows, cases.imprint(), AT)
    assert says(made, "<b onload=x>")
    assert boxes_outside(made) == []
