import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.models.sealing import MAGIC, SealedReader, SealedWriter

PASSPHRASE = "a calm harbour 港湾"
PIECE = 1 << 20


def seal(content: bytes, passphrase: str = PASSPHRASE) -> bytes:
    file = io.BytesIO()
    writer = SealedWriter(file, passphrase)
    for start in range(0, len(content), 700_001):
        writer.write(content[start : start + 700_001])
    writer.finish()
    return file.getvalue()


def unseal(sealed: bytes, passphrase: str = PASSPHRASE) -> bytes:
    return io.BufferedReader(SealedReader(io.BytesIO(sealed), passphrase)).read()


def refusal(sealed: bytes, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(UserError) as caught:
        unseal(sealed, passphrase)
    return caught.value.code


LONG = os.urandom(2 * PIECE + 12_345)
SEALED = seal(LONG)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_what_was_sealed_is_opened_again(size: int) -> None:
    assert unseal(seal(LONG[:size])) == LONG[:size]


def test_two_seals_of_one_content_have_nothing_in_common() -> None:
    one, two = seal(b"the same" * 100), seal(b"the same" * 100)
    assert one[: len(MAGIC)] == two[: len(MAGIC)]
    assert one[len(MAGIC) : len(MAGIC) + 16] != two[len(MAGIC) : len(MAGIC) + 16]
    assert b"the same" not in one


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, len(LONG) + 10), st.integers(0, PIECE + 5)), max_size=6))
def test_it_is_read_in_any_order(places: list[tuple[int, int]]) -> None:
    reader = io.BufferedReader(_OPENED)
    for start, count in places:
        reader.seek(start)
        assert reader.read(count) == LONG[start : start + count]
    reader.detach()


_OPENED = SealedReader(io.BytesIO(SEALED), PASSPHRASE)


def test_a_wrong_passphrase_is_said() -> None:
    assert refusal(SEALED, "a calm harbor 港湾") == "backup_wrong_passphrase"


def test_full_width_and_half_width_passphrases_are_the_same() -> None:
    assert unseal(seal(b"x", "ＡＢＣ１２３４５"), "ABC12345") == b"x"


@pytest.mark.parametrize("place", [0, 20, 35, 50, 58, 70, PIECE + 300, -1])
def test_a_changed_byte_is_noticed_wherever_it_is(place: int) -> None:
    damaged = bytearray(SEALED)
    damaged[place] ^= 1
    assert refusal(bytes(damaged)) == "backup_damaged"


@pytest.mark.parametrize("length", [0, 10, 63, 70, 63 + PIECE + 16, 63 + 2 * (PIECE + 16), len(SEALED) - 1])
def test_a_cut_end_is_noticed_even_between_two_pieces(length: int) -> None:
    assert refusal(SEALED[:length]) == "backup_damaged"


def test_pieces_cannot_be_moved() -> None:
    first, second = SEALED[63 : 63 + PIECE + 16], SEALED[63 + PIECE + 16 : 63 + 2 * (PIECE + 16)]
    assert refusal(SEALED[:63] + second + first + SEALED[63 + 2 * (PIECE + 16) :]) == "backup_damaged"
