"""Strips stand on pages whole, headings with what follows them."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.blocks import Gap, Heading, Text
from desktop.reports.page import A4, A5, ROLL, Strip, paginate, render
from tests.reports.cases import imprint
from tests.reports.reading import outline_of, says, sizes_of, text_of

FRAME = imprint().frame("A paper")


def paint(*_args: object) -> None:
    """Draws nothing."""


def numbered(strips: Sequence[tuple[float, bool]]) -> list[Strip]:
    """Strips of a height, kept with the next or not."""
    return [Strip(height, paint, keep=keep) for height, keep in strips]


@given(st.lists(st.tuples(st.floats(1, 100), st.booleans()), max_size=60))
def test_every_strip_is_placed_once_in_order_within_its_page(given: list[tuple[float, bool]]) -> None:
    strips = numbered(given)
    pages = paginate(strips, 100)
    assert [strip for page in pages for _, strip in page] == strips
    assert all(y + strip.height <= 100.001 for page in pages for y, strip in page)


def test_a_heading_goes_to_the_next_page_with_what_follows() -> None:
    pages = paginate(numbered([(80, False), (15, True), (10, False)]), 100)
    assert [len(page) for page in pages] == [1, 2]


def test_what_no_page_can_hold_together_is_placed_one_by_one() -> None:
    pages = paginate(numbered([(50, False), (60, True), (60, True), (60, False)]), 100)
    assert [len(page) for page in pages] == [1, 1, 1, 1]


def test_room_above_is_dropped_at_the_top_of_a_page() -> None:
    ((first,),) = paginate([Strip(10, paint, space=30)], 100)
    assert first[0] == 0


def test_a_page_without_anything_is_still_a_page() -> None:
    assert paginate([], 100) == [[]]
    assert sizes_of(render(A4, [], FRAME)) == [(210, 297)]


def test_no_single_line_of_a_paragraph_is_left_behind_or_carried_over() -> None:
    text = Text("word " * 150)
    lines = len(list(text.strips(300)))
    for height in range(54, 400):
        counts = [len(page) for page in paginate(text.strips(300), height)]
        assert sum(counts) == lines
        assert min(counts) >= 2, height


def test_every_page_bears_site_title_number_and_who_printed_it_when() -> None:
    made = render(A5, [Text("word " * 2000)], FRAME)
    pages = len(sizes_of(made))
    assert pages > 3
    text = text_of(made)
    for page in range(1, pages + 1):
        assert f"Page {page} of {pages}" in text
    assert text.count("Harbour Hotel") == text.count("Printed 20 Nov 2026 09:10 · S. Rao") == pages


def test_what_is_practice_says_so_on_every_page() -> None:
    made = render(A5, [Text("word " * 2000)], imprint(practice=True).frame("A paper"))
    assert text_of(made).count("Practice: not a real case") == len(sizes_of(made))


def test_headings_are_bookmarks() -> None:
    made = render(A4, [Heading("The case", level=0), Heading("What 发生了"), Text("x"), Heading("<b>end</b>")], FRAME)
    assert outline_of(made) == ["The case", "What 发生了", "<b>end</b>"]


def test_a_roll_is_as_long_as_its_text() -> None:
    short, long = (render(ROLL, [Text("word " * n)], imprint().frame("x", bare=True)) for n in (5, 500))
    assert sizes_of(short)[0][0] == sizes_of(long)[0][0] == 80
    assert sizes_of(short)[0][1] < 20 < sizes_of(long)[0][1]
    assert len(sizes_of(long)) == 1


def test_a_very_long_site_name_does_not_run_into_the_title() -> None:
    made = render(A4, [Gap(1)], imprint(site="Harbour " * 100, desk="Front " * 100).frame("The title " * 50))
    assert says(made, "Harbour Harbour")
    assert len(sizes_of(made)) == 1


def test_the_same_paper_has_the_same_bytes() -> None:
    blocks = [Heading("A 空"), Text("x 𠮷")]
    assert render(A4, blocks, FRAME) == render(A4, blocks, FRAME)


def test_work_can_be_stopped_while_it_goes_on() -> None:
    class Enough(Exception):  # noqa: N818 (a signal, no error)
        pass

    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) == 3:
            raise Enough

    with pytest.raises(Enough):
        render(A4, [Text("x")] * 20, FRAME, progress)
    assert steps == [(0, 40), (1, 40), (2, 40)]


def test_progress_ends_at_its_total() -> None:
    steps: list[tuple[int, int]] = []
    render(A4, [Text("x " * 9000)], FRAME, lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1] == (2, 2)
