"""What a receipt is printed on; apart, because whoever asks for one needn't load what draws it."""

from enum import StrEnum


class ReceiptSize(StrEnum):
    """A small sheet for the guest, or the till's roll of 80 mm."""

    A5 = "a5"
    ROLL = "roll"
