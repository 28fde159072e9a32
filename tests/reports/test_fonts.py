"""Every character on paper comes from a bundled, embedded font and copies out as what it is."""

import io

import pytest
from reportlab.graphics.renderPDF import drawToString
from reportlab.graphics.shapes import Drawing, String

from desktop.reports.blocks import Text
from desktop.reports.fonts import typeface
from desktop.reports.page import A4, render
from tests.reports.cases import imprint
from tests.reports.reading import fonts_of, says, text_of

FRAME = imprint().frame("Fonts")


def paper(text: str) -> bytes:
    """A page with one text."""
    return render(A4, [Text(text)], FRAME)


@pytest.mark.parametrize(
    "text",
    [
        "空调坏了，“马上就来”——等了四十三分钟……",
        "𠮷野家 of 𠮷",
        "Žižek, Łódź, Ångström, Việt Nam, Ελλάς, Привет",
        "김민수 님이 오셨습니다",
        "こんにちは、東京です。",
        "It’s a “disgrace” – really — £12 €3 ¥4",
        "สวัสดี",
        "① ★ → ✓ ℃ № ½",
    ],
)
def test_text_copies_out_as_it_was_written(text: str) -> None:
    assert says(paper(text), text)


@pytest.mark.parametrize("text", ["محمد", "السلام عليكم", "قال لا شيء", "שלום"])
def test_what_runs_from_right_to_left_copies_out_in_the_order_in_which_it_is_read(text: str) -> None:
    assert says(paper(text), text)


def test_a_name_from_right_to_left_within_a_line_stays_one_word() -> None:
    assert "Ms محمد came" in text_of(paper("Ms محمد came"))


@pytest.mark.parametrize("text", ["👍", "👨‍👩‍👧", "\ue000", "\U0001f1e8\U0001f1f3", "𓂀"])
def test_what_no_font_has_is_a_box_and_never_silence(text: str) -> None:
    shown = text_of(paper(f"a{text}b"))
    assert "a□" in shown
    assert "□b" in shown


def test_the_colour_of_an_emoji_and_the_choice_of_a_form_make_no_boxes_of_their_own() -> None:
    assert "a□b" in text_of(paper("a👍🏽b"))
    assert "a☁b" in text_of(paper("a☁\ufe0fb")) or "a□b" in text_of(paper("a☁\ufe0fb"))


def test_every_font_of_a_paper_is_embedded_and_ours() -> None:
    fonts = fonts_of(paper("A 空 𠮷 김 محمد שלום สวัสดี 👍"))
    assert len(fonts) == 8  # seven scripts, and the bold of the head
    assert all(fonts.values())
    assert all("Noto" in name for name in fonts)


def test_a_font_that_is_not_needed_is_not_there() -> None:
    assert set(fonts_of(paper("Only Latin."))) == {"/AMENDS+NotoSans-Regular", "/AMENDS+NotoSans-Bold"}


def test_charts_may_use_the_same_fonts() -> None:
    typeface()
    drawing = Drawing(200, 40)
    drawing.add(String(10, 10, "投诉 𠮷 per week", fontName="NotoSansSC-Regular", fontSize=9))
    drawing.add(String(10, 25, "Žižek", fontName="NotoSans-Regular", fontSize=9))
    made = drawToString(drawing)
    assert says(made, "Žižek")
    assert says(made, "投诉")
    assert all(fonts_of(made).values())


def test_a_font_measures_as_the_typeface_does() -> None:
    face = typeface().faces["A"]
    assert face.stringWidth("Apple", 10) == pytest.approx(typeface().width("Apple") * 10)


def test_two_papers_at_once_keep_their_fonts_apart() -> None:
    one, other = paper("空调"), paper("漏水")
    assert says(one, "空调")
    assert says(other, "漏水")
    assert paper("空调") == one
    assert io.BytesIO(one).getbuffer().nbytes < 20_000
