"""What helped guests before: past cases that ended well, and what was given in them (domain.md 1, 30).

Pure: which cases count as well ended, which of them are near to what is told now, what to offer next, and how the
names of earlier guests are kept from whoever stands at the counter now.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from operator import add
from statistics import median_low

from desktop.domain.finding import terms_of
from desktop.domain.kinds import RemedyKind
from desktop.domain.texts import fold

CONTENT = 4  #: of 5; where the guest scored the handling lower, the case is no example
COMPARED = 400  #: characters of a past case that are compared, enough for a usual complaint
TOLD = 2_000  #: characters of what is told now that are looked at


@dataclass(frozen=True, slots=True)
class PastHelp:
    """A past case with the same trouble whose guest was content. ``given`` is what they got, in the order given.

    ``satisfaction`` is 1–5, None where the guest wasn't asked or didn't answer. Times are aware UTC.
    """

    number: str
    summary: str
    received_at: datetime
    given: tuple[tuple[RemedyKind, str], ...]  #: kind and note
    satisfaction: int | None = None


@dataclass(frozen=True, slots=True)
class RemedyIdea:
    """Something to offer. ``amount`` is in minor units, 0 where it costs nothing.

    ``times`` counts the past cases that ended well with it; ``satisfaction`` is their guests' mean, None where none
    answered. A usual remedy of the category that nothing is known of yet has ``times`` 0.
    """

    kind: RemedyKind
    note: str = ""
    amount: int = 0
    times: int = 0
    satisfaction: float | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """One remedy as it was given in a case that ended well. ``case`` tells cases apart; ``amount`` in minor units."""

    case: int
    kind: RemedyKind
    note: str = ""
    amount: int = 0
    satisfaction: int | None = None


def left_content(satisfaction: int | None) -> bool:
    """Whether a guest who accepted the result counts as helped: they scored it well, or not at all."""
    return satisfaction is None or satisfaction >= CONTENT


# Which cases are near


@dataclass(frozen=True, slots=True)
class Candidate:
    """A past case to choose from. ``id`` grows with the received time; ``text`` is the beginning of its words."""

    id: int
    text: str
    satisfaction: int | None = None


_ASCII_WORDS = re.compile("[a-z0-9]+")
_PAIR = 2  #: characters of a term of Han text


def nearest(candidates: Sequence[Candidate], told: str) -> list[Candidate]:
    """The candidates, the most helpful first: by nearness to ``told`` in tenths, then satisfaction, then the newest.

    Nearness is the share of the told words that a case holds, cut as the search cuts them. A word counts the more the
    fewer cases hold it, so 'dripping' says more than 'the'. Without words all are equally near.
    """
    wanted = {term for term in terms_of(told[:TOLD]) if len(term) > 1}
    longer = [term for term in wanted if len(term) > _PAIR and not term.isascii()]
    tenths = _tenths([_held(wanted, longer, candidate.text) if wanted else set() for candidate in candidates])
    ranked = sorted(zip(tenths, candidates, strict=True), key=lambda pair: (-pair[0], _liking(pair[1]), -pair[1].id))
    return [candidate for _, candidate in ranked]


def _liking(candidate: Candidate) -> int:
    """Sorts the most content first, those who weren't asked last."""
    return -(candidate.satisfaction or 0)


def _held(wanted: Collection[str], longer: Iterable[str], text: str) -> set[str]:
    """Those of the terms that a text holds; ``longer`` are those of other scripts than Latin and Han.

    The text isn't cut into terms: for Han text that takes twice as long as to ask for pairs of characters.
    """
    folded = fold(text[:COMPARED])
    pieces = set(_ASCII_WORDS.findall(folded))
    if not folded.isascii():
        pieces.update(map(add, folded, folded[1:]))
        pieces.update(term for term in longer if term in folded)
    return pieces.intersection(wanted)


def _tenths(held: Sequence[set[str]]) -> list[int]:
    """For each case the share of the known words that it holds, 0–10; words that no case holds tell nothing."""
    in_cases = Counter(chain.from_iterable(held))
    weights = {term: math.log((len(held) + 1) / number) for term, number in in_cases.items()}
    whole = math.fsum(weights.values())
    return [round(10 * math.fsum(weights[term] for term in terms) / whole) if whole else 0 for terms in held]


# What to offer

#: Never an idea: the law sets it; or it is for the house, not for the guest.
_NOT_OFFERED = frozenset({RemedyKind.STATUTORY_SUM, RemedyKind.COACHING, RemedyKind.PROCESS_CHANGE})
#: Where no sum was told it is unknown, not nothing.
_SUMS = frozenset(
    {RemedyKind.REFUND_FULL, RemedyKind.REFUND_PART, RemedyKind.WAIVE, RemedyKind.DISCOUNT, RemedyKind.EXPENSES}
)
_KIND_ORDER = {kind: place for place, kind in enumerate(RemedyKind)}
_Key = tuple[RemedyKind, str]


def ideas_from(given: Iterable[Given]) -> list[RemedyIdea]:
    """What was given in cases that ended well, the most usual first, one idea for each kind and note.

    Among equally usual ones the better liked, then the cheaper, then the order of kinds and of notes: a total order,
    whatever order the remedies come in.
    """
    groups: dict[_Key, list[Given]] = {}
    for one in given:
        if one.kind not in _NOT_OFFERED:
            groups.setdefault(_key(one.kind, one.note), []).append(one)
    ideas = {key: _idea(alike) for key, alike in groups.items()}
    return [ideas[key] for key in sorted(ideas, key=lambda key: (*_usefulness(ideas[key]), *_by_name(key)))]


def _usefulness(idea: RemedyIdea) -> tuple[int, float, int]:
    return -idea.times, -(idea.satisfaction or 0.0), idea.amount


def _by_name(key: _Key) -> tuple[int, str]:
    return _KIND_ORDER[key[0]], key[1]


def _key(kind: RemedyKind, note: str) -> _Key:
    return kind, " ".join(fold(note).split())


def _idea(alike: Sequence[Given]) -> RemedyIdea:
    """One idea of remedies with the same kind and note; it is worded as it mostly was."""
    wordings = Counter(" ".join(one.note.split()) for one in alike)
    scores = {one.case: one.satisfaction for one in alike}
    answered = [score for score in scores.values() if score is not None]
    return RemedyIdea(
        kind=alike[0].kind,
        note=min(wordings, key=lambda note: (-wordings[note], note)),
        amount=_usual_sum(alike),
        times=len(scores),
        satisfaction=sum(answered) / len(answered) if answered else None,
    )


def _usual_sum(alike: Sequence[Given]) -> int:
    """The median of the sums, in minor units: the lower of two middle ones, so it is a sum that was really given."""
    sums = [one.amount for one in alike if one.amount > 0 or one.kind not in _SUMS]
    return median_low(sums) if sums else 0


def first_ideas(category: str, *known: Iterable[RemedyIdea], limit: int) -> tuple[RemedyIdea, ...]:
    """At most ``limit`` ideas: those known, the nearest first, then the category's usual ones that cost nothing.

    What an earlier idea says already isn't said twice; a usual remedy stands back behind any known idea of its kind.
    """
    ideas: dict[_Key, RemedyIdea] = {}
    for idea in chain.from_iterable(known):
        ideas.setdefault(_key(idea.kind, idea.note), idea)
    kinds = {kind for kind, _ in ideas}
    usual = [RemedyIdea(kind) for kind in usual_remedies(category) if kind not in kinds]
    return tuple([*ideas.values(), *usual][: max(0, limit)])


def group_of(category: str) -> str:
    """The level-1 code of a category code of either level."""
    return category.partition("-")[0]


def usual_remedies(category: str) -> tuple[RemedyKind, ...]:
    """What a counter can do at no cost about such a complaint, so that a new site has something to offer."""
    return _USUAL.get(group_of(category), _ALWAYS)


_ALWAYS = (RemedyKind.SPOKEN_APOLOGY, RemedyKind.EXPLANATION)  #: also for groups that the site added

#: Level 1 (domain.md 7) → what can be done at once and without money; the first is tried first.
_USUAL = {
    "H01": (RemedyKind.REPAIR, RemedyKind.ROOM_MOVE),
    "H02": (RemedyKind.REDO, RemedyKind.ROOM_MOVE),
    "H03": (RemedyKind.ROOM_MOVE, RemedyKind.EXPLANATION),
    "H04": (RemedyKind.ROOM_MOVE, RemedyKind.EXPLANATION),
    "H05": (RemedyKind.EXPLANATION, RemedyKind.REDO),
    "H06": (RemedyKind.SPOKEN_APOLOGY, RemedyKind.LETTER),
    "H07": (RemedyKind.REDO, RemedyKind.SPOKEN_APOLOGY),
    "H08": (RemedyKind.REPLACE, RemedyKind.SPOKEN_APOLOGY),
    "H09": (RemedyKind.ROOM_MOVE, RemedyKind.REPAIR, RemedyKind.LETTER),
    "H10": (RemedyKind.REPAIR, RemedyKind.REPLACE, RemedyKind.LETTER),
    "H11": (RemedyKind.REPAIR, RemedyKind.REPLACE),
    "H12": (RemedyKind.EXPLANATION, RemedyKind.LETTER),
    "R01": (RemedyKind.REPLACE, RemedyKind.REPAIR),
    "R02": (RemedyKind.REPLACE, RemedyKind.SPOKEN_APOLOGY),
    "R03": (RemedyKind.EXPLANATION, RemedyKind.REDO),
    "R04": (RemedyKind.EXPLANATION, RemedyKind.REPLACE),
    "R05": (RemedyKind.REPAIR, RemedyKind.REPLACE, RemedyKind.EXPLANATION),
    "R06": (RemedyKind.SPOKEN_APOLOGY, RemedyKind.LETTER),
    "R07": (RemedyKind.REDO, RemedyKind.SPOKEN_APOLOGY),
    "R08": (RemedyKind.REDO, RemedyKind.REPLACE),
    "R09": (RemedyKind.SPOKEN_APOLOGY, RemedyKind.REPAIR),
    "R10": (RemedyKind.EXPLANATION, RemedyKind.REDO),
    "R11": (RemedyKind.REDO,),
    "R12": (RemedyKind.LETTER, RemedyKind.EXPLANATION),
}

# Names

NOTE_SHOWN = 120  #: characters; a longer note is a story of its case, not the name of something to offer
_GONE = "…"
_LATIN_TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof"
_HAN_TITLES = "先生|女士|小姐|太太|夫人|老师|博士"
_ANYBODY = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,255}"  # an e-mail address
    r"|\+?\d(?:[\s()-]{0,2}\d){6,}"  # a phone number
    rf"|\b(?:{_LATIN_TITLES})\b\.?\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){{0,2}}"  # somebody addressed by title
)
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]+")  #: and kana; no blanks stand around such a name
_GIVEN_NAME = 2  #: Han characters, the last of a name of three or more
_PARTICLE = 3  #: letters that a small word in a name has at most (de, van), which is nobody's name by itself
_MOST_PARTS = 8  #: words of a name
_NOTHING = r"(?!)"


def without_names(text: str, *names: str) -> str:
    """A line of a past case without what names its guest: their names, whom it calls by title, phone, e-mail.

    A courtesy to the earlier guest, since somebody else stands at the counter now; who else a text speaks of can't be
    known. Whether a person may read cases at all is judged elsewhere (trust.md, People). ``text`` is a line of a list.
    """
    folded = text.casefold()
    for name in names:
        if any(part in folded for part in _tell_tales(name.casefold())):
            text = re.sub("|".join(_namings(" ".join(name.split()))), _GONE, text)
    return _ANYBODY.sub(_GONE, text)


def offerable_note(note: str, *names: str) -> str:
    """The note of a remedy as it may be offered to somebody else; empty where it tells a story or names the guest."""
    return note if note and len(note) <= NOTE_SHOWN and without_names(note, *names) == note else ""


def _tell_tales(name: str) -> Iterable[str]:
    """One of these occurs in every text that names the guest: most lines don't, and are quickly told."""
    for word in name.split():
        yield from (word[0], word[-1]) if _HAN.match(word) else (word,)


def _namings(name: str) -> list[str]:
    """Patterns of how a guest is named, the whole name first; without any, one that nothing meets."""
    words = name.split()
    if _HAN.fullmatch(name):
        given = [name[-_GIVEN_NAME:]] if len(name) > _GIVEN_NAME else []
        surnames = [f"{part}(?={_HAN_TITLES})" for part in (name[:2], name[:1])]
        return [*(part for part in (name, *given) if len(part) > 1), *surnames]
    whole = [rf"(?<!\w)(?i:{re.escape(name)})(?!\w)"] if len(words) > 1 else []
    long = [word for word in words if sum(map(str.isalnum, word)) > 1]
    parts = [word for word in long if not (whole and word.islower() and len(word) <= _PARTICLE)]
    return [*whole, *map(_as_a_name, parts[:_MOST_PARTS])] or [_NOTHING]


def _as_a_name(word: str) -> str:
    """'May' is a name and 'may' a word: a part of a name as it is written or with capitals, or after a title."""
    if _HAN.search(word):
        return re.escape(word)
    written = "|".join(map(re.escape, sorted({word, word.capitalize(), word.upper()})))
    return rf"(?<!\w)(?:{written}|(?i:(?:{_LATIN_TITLES})\.?\s+{re.escape(word)}))(?!\w)"
