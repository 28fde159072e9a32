"""Loads the shipped law cards from ``resources/law``. Read once, kept for the life of the process."""

import tomllib
from functools import cache
from pathlib import Path

from desktop.domain.law_cards import LawPack, build_law_pack
from desktop.words.resources import resource_folder


@cache
def load_law_pack() -> LawPack:
    """The law cards of mainland China; ``cards_of`` tells in which country they are shown."""
    return read_law_pack(resource_folder() / "law" / "cn.toml")


def read_law_pack(path: Path) -> LawPack:
    """The law cards of a file.

    Raises ``ValueError`` with the file, the line or field, and the reason: a shipped pack must be right.
    """
    try:
        return build_law_pack(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:  # what TOML can't read names its line, what doesn't fit its field
        raise ValueError(f"{path.name}: {error}") from error
