"""``recognise``: what a text is about, with the words that made the desk think so. Needs no workspace."""

import json
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop.cli.console import DONE, REFUSED, Console, UsageError
from desktop.domain.kinds import Property
from desktop.errors import UserError
from desktop.recognition import Evidence, Recognition, Suggestion, recognise, shipped_lexicon
from desktop.words import load_taxonomy, plain

_PACKS = tuple(property_.value for property_ in Property)
_STANDARD_INPUT = "-"


def add_verb(verb: ArgumentParser) -> None:
    """Adds the operands and options of the verb to its parser."""
    verb.add_argument("text", nargs="?", metavar="TEXT|-", help="the guest's words, or - for standard input")
    verb.add_argument("--lines", type=Path, metavar="FILE.jsonl", help="objects with text and pack; one answer a line")
    verb.add_argument("--pack", choices=_PACKS, default=Property.HOTEL.value, help="default: hotel")
    verb.add_argument("--json", action="store_true", help="one JSON document")
    verb.set_defaults(run=recognise_text)


def recognise_text(console: Console) -> int:
    """One text, or a file of texts; refuses a call that names both or neither."""
    given = console.arguments
    if (given.text is None) == (given.lines is None):
        raise UsageError(console.words.sentence("recognise_usage", option="--lines"))
    if given.lines is not None:
        return _each_line(console, given.lines)
    text = given.text
    if text == _STANDARD_INPUT:
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    property_ = Property(given.pack)
    answer = _answer(text, property_)
    if given.json:
        console.say_json(answer)
    else:
        for line in _told(answer, property_, console):
            console.say(line)
    return DONE


def _each_line(console: Console, path: Path) -> int:
    refused = False
    for number, line in _lines(path):
        try:
            text, property_ = _asked(line, console.arguments.pack)
        except UserError as error:
            refused = True
            message = console.words.error(error)
            console.tell(console.words.sentence("recognise_line", line=number, reason=error))
            answer: dict[str, Any] = {"error": {"code": error.code, "field": error.field, "message": message}}
        else:
            answer = _answer(text, property_)
        console.say_json(answer, line=True)
    return REFUSED if refused else DONE


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
    except FileNotFoundError:
        raise UserError("file_missing", "file", path=str(path)) from None
    except OSError:
        raise UserError("file_unreadable", "file", path=str(path)) from None


def _asked(line: bytes, pack: str) -> tuple[str, Property]:
    """The text of a line and its pack, the call's where it names none. Raises ``UserError``."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UserError("bad_json", "line") from None
    if not isinstance(row, dict):
        raise UserError("bad_json", "line")
    text, wanted = row.get("text"), row.get("pack", pack)
    if not isinstance(text, str):
        raise UserError("recognise_no_text", "text", name="text")
    if wanted not in _PACKS:
        raise UserError("recognise_no_pack", "pack", value=str(wanted), packs=_PACKS)
    return text, Property(wanted)


def _answer(text: str, property_: Property) -> dict[str, Any]:
    """The document of interfaces.md; positions count characters of the text as given."""
    lexicon = shipped_lexicon(property_)
    began = time.perf_counter()
    found = recognise(text, lexicon)
    milliseconds = (time.perf_counter() - began) * 1000
    return {
        "category": _category(found),
        "alternatives": [{"code": s.code, "confidence": s.confidence} for s in found.alternatives],
        "all": list(found.all),
        "severity": found.severity,
        "severity_why": list(found.severity_why),
        "emotion": found.emotion,
        "emotion_evidence": _evidence(found.emotion_evidence),
        "flags": [{"flag": flag.flag.value, "evidence": _evidence(flag.evidence)} for flag in found.flags],
        "language": found.language,
        "read": found.read,
        "milliseconds": round(milliseconds, 3),
    }


def _category(found: Recognition) -> dict[str, Any] | None:
    suggestion: Suggestion | None = found.category
    if suggestion is None:
        return None
    return {
        "code": suggestion.code,
        "confidence": suggestion.confidence,
        "evidence": _evidence(suggestion.evidence),
    }


def _evidence(places: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"start": place.start, "end": place.end, "text": place.text} for place in places]


def _told(answer: dict[str, Any], property_: Property, console: Console) -> Iterator[str]:
    """The answer in lines for a person."""
    words = console.words
    taxonomy = load_taxonomy(property_)

    def named(code: str) -> str:
        category = taxonomy.get(code)
        return f"{code} {category.name(words.language)}" if category else code

    def quoted(places: list[dict[str, Any]]) -> str:
        return words.joined(dict.fromkeys(f"“{plain(place['text'], 60)}”" for place in places))

    category = answer["category"]
    if category is None:
        yield words.sentence("recognise_not_sure")
    else:
        evidence = quoted(category["evidence"])
        yield words.sentence("recognise_category", category=named(category["code"]), evidence=evidence)
    others = [named(other["code"]) for other in answer["alternatives"]]
    if others:
        yield words.sentence("recognise_alternatives", others=others)
    yield words.sentence("recognise_grades", severity=answer["severity"], emotion=answer["emotion"])
    for flag in answer["flags"]:
        evidence = quoted(flag["evidence"])
        yield words.sentence("recognise_flag", flag=flag["flag"], evidence=evidence)
