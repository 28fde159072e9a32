import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.ui.theme.painting import CENTRE, LEFT, RIGHT, elided, text_width, wrapped
from desktop.ui.theme.texts import draw_line

WIDE = 10_000
STORY = "Air-con dripping since check-in at 15:20. She called twice and nobody came. Early flight tomorrow."


@pytest.fixture
def font(theme):
    return theme.font("body")


def test_lines_are_no_wider_than_their_column(font):
    lines = wrapped(STORY, font, 150)
    assert len(lines) > 3
    assert all(text_width(font, line) <= 150 for line in lines)
    assert " ".join(lines) == STORY


def test_no_more_lines_than_asked_and_the_last_says_that_there_is_more(font):
    lines = wrapped(STORY, font, 150, max_lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert text_width(font, lines[1]) <= 150


def test_a_text_that_fits_is_not_cut(font):
    assert wrapped("Early flight tomorrow.", font, WIDE, max_lines=2) == ["Early flight tomorrow."]


def test_line_breaks_of_the_writer_stay(font):
    assert wrapped("one\n\ntwo", font, WIDE) == ["one", "", "two"]


def test_no_chinese_line_begins_with_a_full_stop(font):
    for width in range(40, 160, 7):
        lines = wrapped("空调从入住起一直滴水，客人两次致电都没人来。孩子踩到湿地滑倒，没有受伤。", font, width)
        assert not [line for line in lines if line[0] in "，。；：！？”》"]


def test_characters_beyond_the_basic_plane_are_not_torn_apart(font):
    text = "𠮷野家的𠮷先生说空调一直滴水𠮷𠮷𠮷"
    assert "".join(wrapped(text, font, 60)) == text


def test_one_line_takes_line_breaks_as_spaces(font):
    assert elided(font, "one\ntwo", WIDE) == "one two"


@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=80), width=st.integers(30, 300)
)
def test_wrapping_loses_nothing_but_spaces(font_for_properties, text, width):
    joined = "".join(wrapped(text, font_for_properties, width))
    assert "".join(joined.split()) == "".join(text.split())


@pytest.fixture(scope="module")
def font_for_properties(qapp):
    from PySide6.QtGui import QFont

    return QFont("Noto Sans")


def test_a_font_that_changes_after_measuring_is_measured_anew(font):
    before = text_width(font, STORY)
    font.setPixelSize(2 * font.pixelSize())
    assert text_width(font, STORY) > 1.5 * before
    assert elided(font, STORY, before) != STORY
    assert len(wrapped(STORY, font, before)) > 1


def picture(draw, density):
    image = QImage(round(240 * density), round(60 * density), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(density)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.black)
    draw(painter)
    painter.end()
    return image


@pytest.mark.parametrize(
    "text", ["Room 1208 空调一直滴水", "gypsum Jy, e\u0301", "שלום Room", "tab\there", "  both  ", ""]
)
@pytest.mark.parametrize("density", [1, 1.5, 2])
def test_a_line_has_the_very_pixels_that_qt_would_draw(theme, text, density):
    for role, box in (
        ("body", QRectF(3, 2, 220, 18)),
        ("say", QRectF(3.3, 4.7, 90.2, 25)),
        ("key", QRectF(0, 0, 9, 50)),
    ):
        for align in (LEFT, RIGHT, CENTRE, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom):
            font, flags = theme.font(role), int(align | Qt.TextFlag.TextSingleLine)
            font.setUnderline(role == "body")

            def by_qt(painter, font=font, box=box, flags=flags):
                painter.setFont(font)
                painter.drawText(box, flags, text)

            ours = picture(
                lambda painter, font=font, box=box, align=align: draw_line(painter, box, text, font, align), density
            )
            assert ours == picture(by_qt, density)
            assert (ours == picture(lambda _: None, density)) == (not text.strip())
