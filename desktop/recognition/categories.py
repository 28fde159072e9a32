"""From judged points to categories: which level 1 is complained about, which comes first, and how sure that is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.domain.kinds import Property
from desktop.recognition.clauses import Judged, Point
from desktop.recognition.lexicon import Lexicon
from desktop.recognition.scanning import Hit
from desktop.recognition.shapes import Evidence, Suggestion


@dataclass(frozen=True, slots=True)
class Scales:
    """The few numbers that turn words into an order; tuned by hand on part of the development texts."""

    often: float = 0.85  # the power that keeps much talk of one thing from outweighing all else
    again: float = 0.5  # a second hit of the same group in the same clause
    first: float = 0.5  # what the guest says first
    focus: float = 0.5
    counted: float = 1.9  # score from which a group is held to be complained about
    share: float = 0.12  # and at least this share of the leading group's score
    sure: float = 1.9  # below it nothing is suggested
    sure_without_praise: float = 1.0
    praise: float = 0.55  # how far a word of praise outweighs the score
    object_needed: float = 1.2  # below it the complaint has no object of its own
    general_confidence: float = 0.3
    usual_confidence: float = 0.05


SCALES = Scales()
_ALTERNATIVES = 2  #: so that three are offered

#: What a complaint without an object is about most often.
_GENERAL: Mapping[Property, str] = {Property.HOTEL: "H01", Property.RETAIL: "R01"}

#: What weighs more, or less, than how often it is spoken of: harm and dirt come before comfort, comfort before manners
#: told in passing. By level 2 where it stands here, else by level 1.
_WEIGHT: Mapping[str, float] = {
    "H01": -0.4,
    "H02": 1.5,
    "H02-1": 0.7,
    "H02-5": 2.0,
    "H03-1": 0.3,
    "H03-4": -0.5,
    "H03-6": -0.5,
    "H04": -0.3,
    "H05-1": 1.0,
    "H06": -1.0,
    "H06-1": 0.5,
    "H06-3": 1.0,
    "H07": -0.7,
    "H07-4": 1.0,
    "H09": 0.8,
    "H09-5": 2.0,
    "H09-1": 1.5,
    "H10": 1.5,
    "H11": -0.7,
    "H12": -1.0,
    "R02": 1.5,
    "R04-3": 1.0,
    "R06": -0.5,
}


#: What is complained about most often, offered where the text itself names too little.
_USUAL: Mapping[Property, tuple[str, ...]] = {
    Property.HOTEL: ("H01", "H06", "H03"),
    Property.RETAIL: ("R01", "R08", "R06"),
}

#: Within a group: what doesn't work comes before what is merely old, small or plain.
_DETAIL: Mapping[str, float] = {
    "H01-1": 1.2,
    "H01-2": 1.2,
    "H01-3": 1.2,
    "H01-5": 1.2,
    "H02-5": 2.0,
    "H03-1": 0.5,
    "H03-4": -0.8,
    "H06-1": 0.5,
    "H08-1": -0.5,
    "H08-4": 0.3,
    "R01-1": 0.7,
}


@dataclass(slots=True)
class Group:
    """One level-1 code with what speaks for it."""

    code: str
    score: float = 0.0
    rank: float = 0.0
    first: int = 0
    details: dict[str, dict[int, float]] = field(default_factory=dict)  # level 2 → clause → force
    points: list[Point] = field(default_factory=list)


def groups_of(judged: Judged, lexicon: Lexicon) -> list[Group]:
    """The groups with a score above 0, the leading one first."""
    groups: dict[str, Group] = {}
    per_clause: dict[tuple[str, int], list[float]] = defaultdict(list)
    for point in judged.points:
        if point.force <= 0:
            continue
        parent = lexicon.parents[point.hit.code]
        group = groups.setdefault(parent, Group(parent, first=point.hit.start))
        group.points.append(point)
        per_clause[parent, point.clause].append(point.force)
        if point.hit.code != parent:
            told = group.details.setdefault(point.hit.code, {})
            told[point.clause] = max(told.get(point.clause, 0.0), point.force)
        if point.focus:
            group.rank += SCALES.focus
    for (code, _), forces in per_clause.items():
        most = max(forces)
        groups[code].score += most + SCALES.again * min(most, sum(forces) - most)
    return _ordered(list(groups.values()))


def _ordered(groups: list[Group]) -> list[Group]:
    told = sorted(groups, key=lambda group: group.first)
    for place, group in enumerate(told):
        group.rank += group.score**SCALES.often + _weight(group)
        if place == 0:
            group.rank += SCALES.first
    return sorted(groups, key=lambda group: -group.rank)


def _weight(group: Group) -> float:
    detail = best_detail(group)
    return _WEIGHT.get(detail, _WEIGHT.get(group.code, 0.0))


def best_detail(group: Group) -> str:
    """The level-2 code that most speaks for, or the level-1 code where none does."""
    if not group.details:
        return group.code
    first = min(group.details, key=lambda code: min(group.details[code]))

    def strength(code: str) -> float:
        return sum(group.details[code].values()) + _DETAIL.get(code, 0.0) + (SCALES.first if code == first else 0.0)

    return max(group.details, key=strength)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is suggested: nothing in ``category`` and ``all`` where the desk isn't sure that there is a complaint."""

    category: Suggestion | None
    alternatives: tuple[Suggestion, ...]
    all: tuple[str, ...]


def decide(judged: Judged, lexicon: Lexicon, text: str) -> Verdict:
    """The category, the next best, and all that is complained about."""
    groups = groups_of(judged, lexicon)
    if not _is_complaint(judged, groups):
        return Verdict(None, _suggestions(groups, text)[:_ALTERNATIVES], ())
    if groups and groups[0].score >= SCALES.object_needed:
        best, *others = _suggestions(groups, text)
        return Verdict(best, _filled(best, others, lexicon), _complained(groups))
    general = _GENERAL[lexicon.property]
    evidence = _evidence(judged.complains + judged.against, text)
    best = Suggestion(general, SCALES.general_confidence, evidence)
    others = [s for s in _suggestions(groups, text) if lexicon.parents[s.code] != general]
    return Verdict(best, _filled(best, others, lexicon), (general,))


def _filled(best: Suggestion, others: list[Suggestion], lexicon: Lexicon) -> tuple[Suggestion, ...]:
    """The next best, filled up with the usual groups of such a place, so that three are always on offer."""
    offered = others[:_ALTERNATIVES]
    taken = {lexicon.parents[s.code] for s in (best, *offered)}
    usual = [Suggestion(code, SCALES.usual_confidence) for code in _USUAL[lexicon.property] if code not in taken]
    return (*offered, *usual)[:_ALTERNATIVES]


def _is_complaint(judged: Judged, groups: list[Group]) -> bool:
    blame = sum(group.score for group in groups) + len(judged.complains) + 2 * len(judged.against)
    least = SCALES.sure if judged.praises else SCALES.sure_without_praise
    return blame - SCALES.praise * len(judged.praises) >= least


def _complained(groups: list[Group]) -> tuple[str, ...]:
    least = max(SCALES.counted, SCALES.share * groups[0].score)
    return tuple(group.code for place, group in enumerate(groups) if place == 0 or group.score >= least)


def _suggestions(groups: list[Group], text: str) -> tuple[Suggestion, ...]:
    total = sum(max(group.rank, 0.0) for group in groups)
    return tuple(
        Suggestion(
            best_detail(group),
            round(min(0.99, max(0.01, group.rank / (total + 1.0))), 2),
            _evidence([point.hit for point in group.points], text),
        )
        for group in groups
    )


def _evidence(hits: Iterable[Hit], text: str) -> tuple[Evidence, ...]:
    """The places of the hits, each once, without those that lie inside another."""
    kept: list[Evidence] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.end > kept[-1].end:
            kept.append(Evidence(hit.start, hit.end, text[hit.start : hit.end]))
    return tuple(kept)
