"""How the entries of the history hold together (trust.md, People)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.history import GENESIS, ChainedEntry, canonical, changed_fields, link, text_mark

KEY = bytes(range(32))
ENTRY = ChainedEntry(1, 1_780_000_000, "rita", "open", 7, canonical({"state": [None, "new"]}))
OTHERS = [
    replace(ENTRY, id=2),
    replace(ENTRY, at=ENTRY.at + 1),
    replace(ENTRY, by="mark"),
    replace(ENTRY, act="close"),
    replace(ENTRY, case_id=None),
    replace(ENTRY, case_id=8),
    replace(ENTRY, changes=canonical({"state": [None, "closed"]})),
]


@pytest.mark.parametrize("other", OTHERS)
def test_whatever_is_changed_in_an_entry_changes_the_chain(other: ChainedEntry) -> None:
    assert link(KEY, other, GENESIS) != link(KEY, ENTRY, GENESIS)


def test_the_chain_depends_on_the_key_and_on_what_came_before() -> None:
    here = link(KEY, ENTRY, GENESIS)
    assert len(here) == 32
    assert link(bytes(32), ENTRY, GENESIS) != here
    assert link(KEY, ENTRY, here) != here
    assert link(KEY, ENTRY, GENESIS) == here


def test_what_stands_in_one_field_cannot_move_into_the_next() -> None:
    assert link(KEY, replace(ENTRY, by="a", act="bc"), GENESIS) != link(KEY, replace(ENTRY, by="ab", act="c"), GENESIS)


@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5)))
def test_canonical_json_does_not_depend_on_the_order_of_fields(value: dict[str, object]) -> None:
    assert canonical(value) == canonical(dict(reversed(value.items())))


def test_canonical_json_has_no_spaces_and_keeps_chinese() -> None:
    assert canonical({"b": "房", "a": [1, None]}) == '{"a":[1,null],"b":"房"}'


def test_the_mark_of_a_text_says_nothing_without_key_and_salt() -> None:
    mark = text_mark(KEY, b"salt", "Mr Chen")
    assert mark.startswith("hash:")
    assert "Chen" not in mark
    assert len({mark, text_mark(KEY, b"tlas", "Mr Chen"), text_mark(bytes(32), b"salt", "Mr Chen")}) == 3
    assert text_mark(KEY, b"salt", "Mr Chen") == mark


def test_only_what_differs_is_a_change() -> None:
    before, after = {"state": "new", "room": "8012"}, {"state": "acknowledged", "room": "8012", "owner_id": 3}
    assert changed_fields(before, after) == {"state": ("new", "acknowledged"), "owner_id": (None, 3)}
