"""Risks that must not be overlooked (domain.md 2), kept apart from denials, suppositions and idioms."""

from bisect import bisect_right
from collections.abc import Sequence

from desktop.domain.kinds import Flag
from desktop.recognition.clauses import Clause, is_denied
from desktop.recognition.folding import HAN
from desktop.recognition.scanning import Hit
from desktop.recognition.shapes import Evidence, FlagFound

#: What the guest means to do: an ‘if’ makes it a condition, not a thing that didn't happen.
_INTENTIONS = frozenset({Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER, Flag.PUBLIC_POST})
_STANDING = frozenset({Flag.VULNERABLE})  #: who the guest is stays true in a supposition
_NEIGHBOURS = 1  #: clauses on either side in which a cue still belongs to a weak word


def find_flags(text: str, folded: str, clauses: Sequence[Clause], hits: Sequence[Hit]) -> tuple[FlagFound, ...]:
    """The flags of a text, in the order of ``Flag``, each with the words that point to it."""
    starts = [clause.start for clause in clauses]
    never = [hit for hit in hits if hit.kind == "flag_never"]

    def clause_of(hit: Hit) -> int:
        return bisect_right(starts, hit.start) - 1

    found: dict[str, list[Hit]] = {}
    cues = [(hit.code, clause_of(hit)) for hit in hits if hit.kind == "flag_cue"]
    for hit in hits:
        if hit.kind not in ("flag_strong", "flag_weak") or _is_idiom(hit, never):
            continue
        place = clause_of(hit)
        if hit.kind == "flag_weak" and not any(c == hit.code and abs(p - place) <= _NEIGHBOURS for c, p in cues):
            continue
        if _happened(hit, clauses[place], folded):
            found.setdefault(hit.code, []).append(hit)
    return tuple(FlagFound(flag, _evidence(found[flag.value], text)) for flag in Flag if flag.value in found)


def _is_idiom(hit: Hit, never: Sequence[Hit]) -> bool:
    """Whether it begins inside a wording that only sounds like it."""
    return any(other.code == hit.code and other.start <= hit.start < other.end for other in never)


def _happened(hit: Hit, clause: Clause, folded: str) -> bool:
    flag = Flag(hit.code)
    chinese = HAN.search(folded, hit.start, hit.end) is not None
    denials = [other for other in clause.hits if other.kind == "not" and other.end <= hit.start]
    if is_denied(hit, denials, chinese):
        return False
    return flag in _INTENTIONS or flag in _STANDING or not clause.unreal


def _evidence(hits: Sequence[Hit], text: str) -> tuple[Evidence, ...]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return tuple(Evidence(hit.start, hit.end, text[hit.start : hit.end]) for hit in kept)
