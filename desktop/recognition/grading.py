"""How grave and how heated a complaint is, by the scales of domain.md 4, from what can be seen in the text."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.kinds import Flag
from desktop.recognition.clauses import Judged
from desktop.recognition.scanning import Hit
from desktop.recognition.shapes import Evidence

_GRAVE_FLAGS = frozenset(
    {Flag.INJURY, Flag.FOOD_ILLNESS, Flag.SECURITY, Flag.FIRE, Flag.HARASSMENT, Flag.DISCRIMINATION, Flag.DATA_LEAK}
)
_GRAVE_CODES = frozenset({"H09-1", "H09-2", "H09-4", "H09-5", "H08-1", "R02-1", "R02-2", "R09-1"})
_COSTLY_CODES = frozenset(
    {"H04-1", "H04-2", "H04-7", "H05-1", "H05-2", "H05-3", "H05-4", "H10-1", "H10-2", "H12-3", "H02-5"}
    | {"R03-3", "R04-3", "R05-1", "R08-4"}
)
_SHOUTING = re.compile("[!！]{2,}|[?？]{2,}|[!！?？]{3,}")
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_MARKS_OF_ANGER = 3  #: exclamation marks in a text that make it heated


@dataclass(frozen=True, slots=True)
class Severity:
    """1–4, and the codes of the reasons for it."""

    level: int
    why: tuple[str, ...]


def grade_severity(judged: Judged, hits: Iterable[Hit], flags: Collection[Flag], code: str | None) -> Severity:
    """Severity 1–4. Never from emotion alone: swearing at a small thing leaves it small."""
    signs = {hit.code for hit in hits if hit.kind == "severity"}
    why = [f"flag_{flag.value}" for flag in flags if flag in _GRAVE_FLAGS]
    if code in _GRAVE_CODES:
        why.append("grave_kind")
    if why:
        return Severity(4, tuple(why))
    points = {"health": 2.0, "law": 1.5, "money": 1.0, "again": 1.0, "spoiled": 1.0}
    score = sum(points[name] for name in points if name in signs)
    why = [name for name in points if name in signs]
    if code in _COSTLY_CODES:
        score += 1.0
        why.append("costly_kind")
    praised = len(judged.praises) - len(judged.complains)
    if score >= 2.0:
        return Severity(3, tuple(why))
    told = len({point.clause for point in judged.points if point.force > 0})
    if score == 0 and (praised > 1 or (told <= 1 and "nuisance" in signs)):
        return Severity(1, ("nuisance",))
    return Severity(2, tuple(why) or ("service_failed",))


@dataclass(frozen=True, slots=True)
class Emotion:
    """0–4, with the words that show it."""

    level: int
    evidence: tuple[Evidence, ...]


def grade_emotion(text: str, judged: Judged, hits: Sequence[Hit], sure: bool) -> Emotion:
    """Emotion 0–4: calm, uneasy, disappointed, angry, furious."""
    signs = [hit for hit in hits if hit.kind == "emotion"]
    by_level = {level: [hit for hit in signs if hit.code == f"level{level}"] for level in range(5)}
    shouted = [(m.start(), m.end()) for m in _SHOUTING.finditer(text)]
    loud = (
        len(shouted) > 1
        or text.count("!") + text.count("！") >= _MARKS_OF_ANGER
        or bool(_CAPITALS.search(text) and shouted)
    )
    praised = len(judged.praises) - len(judged.complains)
    if by_level[4]:
        return _emotion(4, by_level[4], shouted, text)
    heat = len(by_level[3]) + loud - 0.5 * max(0, praised)
    if heat >= 2:
        return _emotion(3, by_level[3], shouted, text)
    if praised > 1 and not by_level[3]:
        return _emotion(0 if praised > 3 else 1, by_level[1], [], text)
    if heat >= 1 or (by_level[2] and praised <= 0):
        return _emotion(2, by_level[3] + by_level[2], shouted, text)
    return _emotion((2 if praised <= 1 else 1) if sure else 0, by_level[2] + by_level[1], [], text)


def _emotion(level: int, hits: Sequence[Hit], marks: Sequence[tuple[int, int]], text: str) -> Emotion:
    places = sorted({(hit.start, hit.end) for hit in hits} | set(marks))
    return Emotion(level, tuple(Evidence(start, end, text[start:end]) for start, end in places))
