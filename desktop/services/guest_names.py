"""The keys under which guests' names are found, made from the readings of Han characters (stack.md, pypinyin)."""

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache

from desktop.domain.names import NameForms, Surnames, forms_of
from desktop.words.resources import resource_folder

#: Kinds of keys, as they begin. All sort behind ``NOT_SAME``, which is no form of a name.
SOUND, SHORTENED, INITIALS, PART = "s:", "a:", "i:", "n:"
NOT_SAME = "#"  #: followed by the id of a guest that somebody said is another one
NAMES_FROM = "a"  #: keys of names begin here


@cache
def surnames() -> Surnames:
    """How surnames are read that are read otherwise elsewhere."""
    path = resource_folder() / "names" / "surnames.toml"
    table: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))["surnames"]
    return table


@lru_cache(maxsize=8_192)
def readings(character: str) -> Sequence[str]:
    """Every reading of a Han character, with tone marks; none for what the dictionary doesn't know."""
    # A third of a second, for names in Han characters alone: it is loaded when the first one comes.
    from pypinyin.pinyin_dict import pinyin_dict

    told = pinyin_dict.get(ord(character), "")
    return tuple(told.split(",")) if told else ()


def keys_of(name: str) -> frozenset[str]:
    """All keys of a name."""
    forms: NameForms = forms_of(name, readings, surnames())
    kinds = ((SOUND, forms.sounds), (SHORTENED, forms.shortened), (INITIALS, forms.initials), (PART, forms.parts))
    return frozenset(kind + form for kind, found in kinds for form in found)
