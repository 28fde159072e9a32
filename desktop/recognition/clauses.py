"""Judges a text clause by clause: what complains, what praises, what only supposes.

A clause ends at punctuation and at words of contrast. What the guest praises is no complaint;
of “X but Y”, Y counts more.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.recognition.folding import HAN
from desktop.recognition.scanning import Hit

_CLAUSE_END = re.compile(r"[,!?;:()…~。\n]+|\.+(?![0-9])|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|\s-+\s|--+")

_TOPICS = frozenset({"trouble", "topic", "weak"})
_CUES = frozenset({"bad", "good"})
_REACH_ZH, _REACH_EN = 3, 14  #: characters between a negation and what it denies
_NEAR_ZH, _NEAR_EN = 14, 32  #: characters between a topic and the word that judges it


@dataclass(slots=True)
class Clause:
    """A stretch of the text without punctuation. ``weight`` says how much what it complains of counts."""

    start: int
    end: int
    number: int
    hits: list[Hit] = field(default_factory=list)
    weight: float = 1.0
    unreal: bool = False
    focus: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A topic that was found, with the judgement of its clause: ``force`` is 0 where it is praised or denied."""

    hit: Hit
    clause: int
    force: float
    focus: bool


@dataclass(slots=True)
class Judged:
    """A text taken apart. ``complains`` and ``praises`` count the words of blame and of praise."""

    clauses: list[Clause]
    points: list[Point]
    complains: list[Hit]
    praises: list[Hit]
    against: list[Hit]


@dataclass(frozen=True, slots=True)
class Forces:
    """How much a topic counts, by its kind and by what its clause says of it."""

    trouble: float = 3.0
    topic: float = 2.2
    weak: float = 1.2
    neutral_topic: float = 0.5
    neutral_weak: float = 0.0
    unreal: float = 0.4
    although: float = 0.5
    focus: float = 1.5
    after_but: float = 1.15


FORCES = Forces()


def outermost(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that a longer one explains: “不错” holds no blame, “没热水” is more than “热水”."""
    kept: list[Hit] = []
    longest: list[Hit] = []
    for hit in hits:  # by start, the longer first
        longest = [other for other in longest if other.end > hit.start]
        if not any(_explained(hit, other) for other in longest):
            kept.append(hit)
        longest.append(hit)
    return kept


_EXPLAINED_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(_TOPICS, _TOPICS | {"fine"}),
    "bad": frozenset({"good", "fine", "trouble", "but", "against", "focus", "plain"}),
    "not": frozenset({"good", "fine", "bad", "trouble", "but", "against", "focus", "plain"}),
    "good": frozenset({"good", "fine", "bad", "trouble", "topic", "but", "against", "focus"}),
}


def _explained(hit: Hit, other: Hit) -> bool:
    if (other.start, other.end) == (hit.start, hit.end) or hit.end > other.end:
        return False
    return other.kind in _EXPLAINED_BY.get(hit.kind, ())


def split(folded: str, hits: list[Hit]) -> list[Clause]:
    """The clauses of a text, each with the hits that begin in it."""
    starts = {0}
    starts.update(match.end() for match in _CLAUSE_END.finditer(folded))
    turns = {hit.start: hit.kind for hit in hits if hit.kind in ("but", "although")}
    starts.update(turns)
    borders = sorted(starts)
    clauses = [Clause(a, b, n) for n, (a, b) in enumerate(zip(borders, [*borders[1:], len(folded)], strict=True))]
    for hit in hits:
        clauses[bisect_right(borders, hit.start) - 1].hits.append(hit)
    for clause in clauses:
        _weigh(clause, turns.get(clause.start))
    return clauses


def _weigh(clause: Clause, turn: str | None) -> None:
    kinds = {hit.kind for hit in clause.hits}
    clause.unreal = "unreal" in kinds
    clause.focus = "focus" in kinds
    if clause.unreal:
        clause.weight *= FORCES.unreal
    if clause.focus:
        clause.weight *= FORCES.focus
    if turn == "although":
        clause.weight *= FORCES.although
    elif turn == "but":
        clause.weight *= FORCES.after_but


def judge(folded: str, hits: list[Hit]) -> Judged:
    """Takes a text apart and judges every topic in it."""
    clauses = split(folded, outermost(hits))
    judged = Judged(clauses, [], [], [], [])
    focus_before = False
    for clause in clauses:
        chinese = HAN.search(folded, clause.start, clause.end) is not None
        _judge_clause(clause, judged, chinese, focus_before)
        focus_before = clause.focus and not any(hit.kind in _TOPICS for hit in clause.hits)
    return judged


def _judge_clause(clause: Clause, judged: Judged, chinese: bool, focus_before: bool) -> None:
    denials = [hit for hit in clause.hits if hit.kind == "not"]
    bad: list[Hit] = []
    good: list[Hit] = []
    for hit in clause.hits:
        if hit.kind in _CUES:
            blames = (hit.kind == "bad") != is_denied(hit, denials, chinese)
            (bad if blames else good).append(hit)
        elif hit.kind == "fine":
            good.append(hit)
        elif hit.kind == "against":
            judged.against.append(hit)
    judged.complains += bad
    judged.praises += good
    near = _NEAR_ZH if chinese else _NEAR_EN
    focus = clause.focus or focus_before
    for hit in clause.hits:
        if hit.kind not in _TOPICS:
            continue
        force = _force(hit, is_denied(hit, denials, chinese), _verdict(hit, bad, good, near)) * clause.weight
        judged.points.append(Point(hit, clause.number, force * (FORCES.focus if focus_before else 1), focus))


def is_denied(hit: Hit, denials: Iterable[Hit], chinese: bool) -> bool:
    """Whether a negation stands right before it."""
    reach = _REACH_ZH if chinese else _REACH_EN
    return any(other.end <= hit.start <= other.end + reach for other in denials)


def _verdict(hit: Hit, bad: Iterable[Hit], good: Iterable[Hit], near: int) -> int:
    """-1 where the nearest judging word blames, 1 where it praises, 0 where there is none near."""

    def distance(cue: Hit) -> float:
        return cue.start - hit.end if cue.start >= hit.end else (hit.start - cue.end) * 1.3 + 1

    blame = min((distance(cue) for cue in bad), default=near + 1.0)
    praise = min((distance(cue) for cue in good), default=near + 1.0)
    if min(blame, praise) > near:
        return 0
    return -1 if blame <= praise else 1


def _force(hit: Hit, denied: bool, verdict: int) -> float:
    match hit.kind:
        case "trouble":
            return 0.0 if denied else FORCES.trouble
        case "topic":
            return (0.0, FORCES.neutral_topic, FORCES.topic)[1 - verdict]
    return (0.0, FORCES.neutral_weak, FORCES.weak)[1 - verdict]
