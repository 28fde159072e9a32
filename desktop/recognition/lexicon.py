"""The lexicon: words as data, checked on load and compiled for one pass over a text.

A file is TOML: a table per category (``[H01-1]``) or per kind of word, in it ``zh.NAME`` and ``en.NAME``: words, one
after another, with commas or line ends between them, written as ``entries`` describes.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from desktop.domain.kinds import Flag, Property
from desktop.domain.taxonomy import Taxonomy
from desktop.errors import UserError
from desktop.recognition.entries import UnusableEntryError
from desktop.recognition.folding import HAN, Folder
from desktop.recognition.scanning import Payload, Scanner
from desktop.words import load_taxonomy, resource_folder

SIZE_LIMIT = 256 * 1024  #: characters of one file
_LONGEST = 800  #: characters of one entry with its alternatives

TOPIC_KINDS = ("trouble", "topic", "weak")
_LANGUAGES = ("zh", "en")

#: Files beside the packs: which tables each may have, and which kinds of words in each.
_TABLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "common": {"words": ("bad", "good", "not", "but", "although", "unreal", "against", "focus", "fine", "plain")},
    "flags": {flag.value: ("strong", "weak", "cue", "never") for flag in Flag if flag is not Flag.VIP},
    "emotion": {f"level{n}": ("sign",) for n in range(5)},
    "severity": dict.fromkeys(("health", "law", "money", "again", "spoiled", "nuisance"), ("sign",)),
}
_SETTINGS = ("filler",)  #: words of common.toml that say nothing by themselves and are passed over


class LexiconError(UserError):
    """A file of words that can't be used. ``params``: ``file``, ``line`` (from 1), ``reason``-dependent details."""


@dataclass(frozen=True)
class Lexicon:
    """Everything recognition reads for one kind of place: the words, compiled, and the categories they may name."""

    property: Property
    scanner: Scanner
    folder: Folder
    parents: Mapping[str, str] = field(default_factory=dict)  #: any code → its level-1 code


@cache
def shipped_lexicon(property_: Property) -> Lexicon:
    """The shipped lexicon of a kind of place. Read once, kept for the life of the process."""
    return load_lexicon(property_)


def load_lexicon(
    property_: Property, more: Iterable[tuple[str, str]] = (), taxonomy: Taxonomy | None = None
) -> Lexicon:
    """The shipped words and a site's own: ``more`` are texts of files in the packs' format, with their names.

    ``taxonomy``: the site's categories, where it added some. Raises ``LexiconError``.
    """
    folder = _folder()
    codes = _parents(taxonomy or load_taxonomy(property_))
    fillers = _read_shipped("common").get("filler", {})
    scanner = Scanner(folder.fold(fillers.get("zh", "")), folder.fold(fillers.get("en", "")))
    for name in _TABLES:
        _add_file(scanner, folder, _text(name), f"{name}.toml", _TABLES[name])
    pack = dict.fromkeys(codes, TOPIC_KINDS)
    _add_file(scanner, folder, _text(property_.value), f"{property_}.toml", pack)
    for file, text in more:
        _add_file(scanner, folder, text, file, pack)
    return Lexicon(property_, scanner, folder, codes)


@cache
def _folder() -> Folder:
    table = _read_shipped("traditional")
    return Folder("".join(table["traditional"].split()), "".join(table["simplified"].split()))


@cache
def _text(name: str) -> str:
    return (resource_folder() / "lexicon" / f"{name}.toml").read_text(encoding="utf-8")


@cache
def _read_shipped(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _parents(taxonomy: Taxonomy) -> dict[str, str]:
    return {category.code: category.parent or category.code for category in taxonomy}


def _add_file(scanner: Scanner, folder: Folder, text: str, file: str, tables: Mapping[str, tuple[str, ...]]) -> None:
    """Adds the words of one file. Raises ``LexiconError``."""
    if len(text) > SIZE_LIMIT:
        raise LexiconError("lexicon_too_large", file=file, line=1, limit=SIZE_LIMIT)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(
            "lexicon_not_toml", file=file, line=_line_of_error(str(error), text), reason=str(error)
        ) from None
    for table, lists in content.items():
        if table in _SETTINGS and file == "common.toml":
            continue
        kinds = tables.get(table)
        if kinds is None or not isinstance(lists, dict):
            raise LexiconError("lexicon_unknown_table", file=file, line=_line(text, table), table=table)
        for language, words in lists.items():
            if language not in _LANGUAGES or not isinstance(words, dict):
                raise _unknown_key(file, _line(text, table), language, _LANGUAGES)
            for kind, block in words.items():
                if kind not in kinds or not isinstance(block, str):
                    raise _unknown_key(file, _line(text, table, kind), kind, kinds)
                _add_words(scanner, folder.fold(block), (file, text, language), _payload(file, table, kind))


def _unknown_key(file: str, line: int, key: str, known: tuple[str, ...]) -> LexiconError:
    return LexiconError("lexicon_unknown_key", file=file, line=line, key=key, known=known)


def _payload(file: str, table: str, kind: str) -> Payload:
    match file:
        case "common.toml":
            return Payload(kind, "")
        case "flags.toml":
            return Payload(f"flag_{kind}", table)
        case "emotion.toml" | "severity.toml":
            return Payload(file.removesuffix(".toml"), table)
    return Payload(kind, table)


_File = tuple[str, str, str]  #: a file's name, its text, the language of the words at hand


def _add_words(scanner: Scanner, block: str, source: _File, payload: Payload) -> None:
    file, text, language = source
    entries = [entry for part in block.replace("\n", ",").split(",") if (entry := part.strip())]
    wrong = _first_wrong(entries, block, language)
    try:
        if wrong is None and entries:
            scanner.add(entries, language, payload)
    except UnusableEntryError as error:
        wrong = (error.reason, next((entry for entry in entries if entry == error.entry), error.entry))
    if wrong is not None:
        reason, entry = wrong
        line = _line(text, payload.code or payload.kind, entry)
        raise LexiconError(f"lexicon_{reason}", file=file, line=line, word=entry)


def _first_wrong(entries: list[str], block: str, language: str) -> tuple[str, str] | None:
    """What is wrong with a list as a whole, and the first entry it is wrong with."""
    if len(set(entries)) < len(entries):
        return "word_twice", next(entry for n, entry in enumerate(entries) if entry in entries[:n])
    if len(entries) and max(map(len, entries)) > _LONGEST:
        return "word_too_long", max(entries, key=len)
    if language == "en" and HAN.search(block):
        return "wrong_language", next(entry for entry in entries if HAN.search(entry))
    return None


def _line(text: str, *marks: str) -> int:
    """The line on which the last of the marks stands, each looked for after the one before it."""
    at = 0
    for mark in marks:
        at = max(at, text.find(mark, at))
    return text.count("\n", 0, at) + 1


def _line_of_error(message: str, text: str) -> int:
    found = re.search(r"line (\d+)", message)
    return int(found.group(1)) if found else len(text.splitlines())  # “at end of document”
