import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.cells import harmless, harmless_as_it_is, unmarked

DANGEROUS = "=+-@\t\r"
texts = st.text(max_size=12) | st.text(alphabet="'=+-@\t\ra", max_size=6)


@given(texts)
def test_a_marked_cell_gives_its_text_back_whatever_it_begins_with(text):
    assert unmarked(harmless(text)) == text


@given(texts)
def test_no_cell_begins_like_a_formula(text):
    assert not harmless(text).startswith(tuple(DANGEROUS))
    assert not harmless_as_it_is(text).startswith(tuple(DANGEROUS))


@given(texts)
def test_a_refused_cell_means_the_same_when_it_comes_back(cell):
    assert unmarked(harmless_as_it_is(cell)) == unmarked(cell)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 7700", "'+44 7700"),
        ("-", "'-"),
        ("@home", "'@home"),
        ("\tx", "'\tx"),
        ("'=1", "''=1"),
        ("''-", "'''-"),
        ("'tis late", "'tis late"),
        ("a=b", "a=b"),
        (" =1", " =1"),
        ("", ""),
    ],
)
def test_only_what_needs_a_mark_gets_one(text, cell):
    assert harmless(text) == cell
