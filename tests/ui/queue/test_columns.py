"""Columns share the width; the least needed make way first (design.md 7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.queue.columns import HIDEABLE, MAKE_WAY, NARROWEST_SUMMARY, Column, layout


def test_a_roomy_window_shows_every_column():
    widths = layout(992, compact=False, text_size=100)
    assert set(widths) == set(Column)
    assert sum(widths.values()) == 992


def test_the_owner_makes_way_in_windows_narrower_than_1320():
    assert Column.OWNER not in layout(860, compact=True, text_size=100, owner_fits=False)
    assert Column.OWNER in layout(946, compact=True, text_size=100)


def test_hidden_columns_give_their_width_to_what_happened():
    all_columns, fewer = (layout(992, compact=False, text_size=100, hidden=h) for h in ((), (Column.MOOD,)))
    assert Column.MOOD not in fewer
    assert fewer[Column.SUMMARY] > all_columns[Column.SUMMARY]


@given(
    st.integers(300, 2000),
    st.booleans(),
    st.sampled_from([100, 112, 125]),
    st.frozensets(st.sampled_from(HIDEABLE)),
    st.booleans(),
)
def test_what_happened_always_has_room_for_words(width, compact, text_size, hidden, owner_fits):
    widths = layout(width, compact=compact, text_size=text_size, hidden=hidden, owner_fits=owner_fits)
    assert widths[Column.SUMMARY] >= round(NARROWEST_SUMMARY * text_size / 100)
    assert not hidden & set(widths)
    if any(column in widths for column in MAKE_WAY):
        assert sum(widths.values()) == width


@pytest.mark.parametrize("text_size", [100, 112, 125])
@pytest.mark.parametrize("width", [871, 860, 946])
def test_mark_guest_state_and_time_are_seen_at_every_text_size_in_a_compact_window(width, text_size):
    shown = layout(width, compact=True, text_size=text_size, owner_fits=False)
    assert {Column.BAND, Column.GUEST, Column.SUMMARY, Column.STATE, Column.TIME} <= set(shown)
    assert sum(shown.values()) == width
