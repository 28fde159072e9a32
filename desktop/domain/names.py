"""The forms under which a guest's name is found and recognised: parts, pinyin in every reading, initials.

Pure: the readings of Han characters and the readings of surnames are handed in. All forms are folded: small letters,
no accents, no spaces.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from desktop.domain.texts import fold

Readings = Callable[[str], Sequence[str]]  #: every reading of one Han character, without tones; empty where unknown
Surnames = Mapping[str, Sequence[str]]  #: a surname, of one or two characters, and how it is read as a surname

MOST_SPELLINGS = 96  #: of one name in one order; more readings than these nobody tells apart
_MOST_PARTS = 8  #: words of a name, and characters of a run, that are looked at
_LONGEST = 48  #: characters of one form
_LONG = 2  #: characters of a long surname

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(rf"([{_HAN}]+)|([^\W_{_HAN}]+)")
_JOINERS = re.compile("['’ʼ`´]")  #: O'Brien is one word
#: Letters that folding keeps, as they are typed where they are not on the keys.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
)
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}  #: Müller is also written Mueller
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam"])
_HAN_TITLES = ("先生", "女士", "小姐", "太太", "夫人", "老师", "博士")

Syllable = tuple[str, ...]  #: one sound in all its spellings
Part = tuple[Syllable, ...]  #: a surname, a given name, a Latin word


@dataclass(frozen=True, slots=True)
class NameForms:
    """The forms of one name.

    ``sounds``: the whole name, the surname first, and last too where nobody can tell which part it is;
    ``shortened``: one part whole and the initials of the rest (``wangl``); ``initials``: of all parts; ``parts``:
    further beginnings by which it is found.
    """

    sounds: frozenset[str] = frozenset()
    shortened: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


def forms_of(name: str, readings: Readings, surnames: Surnames) -> NameForms:
    """All forms of a name as it was written; none for a name without letters."""
    runs = _runs(name)
    parts = _parts(runs, readings, surnames)
    if not parts:
        return NameForms()
    orders = [parts]
    if any(word for _, word in runs):  # in Latin letters the surname may come first or last
        orders += [parts[-1:] + parts[:-1], parts[1:] + parts[:1]]
    if any(len(han) > _LONG and han[:_LONG] in surnames for han, _ in runs):
        orders.append(_parts(runs, readings, {}))  # the two characters of 尉迟 have an initial each
    orders = list(dict.fromkeys(orders))
    sounds = _cut(form for order in orders for form in _spellings(order))
    rest = {form for part in parts for first in range(len(part)) for form in _spellings((part[first:],))}
    beginnings = {sound[:length] for sound in sounds for length in range(1, len(sound) + 1)}
    found = _cut([*rest, *_written(runs)]) - beginnings
    if len(parts) == 1:
        return NameForms(sounds, parts=found)
    initials = _cut(form for order in orders for form in _initials(order))
    shortened = _cut(form for order in orders for form in _shortened(order))
    return NameForms(sounds, shortened, initials, found)


def query_words(words: str) -> tuple[str, ...]:
    """The words of a search as names are compared, without titles: each must begin one of a guest's forms."""
    runs = _runs(words) or _RUNS.findall(words)
    return tuple((han or fold(word).translate(_PLAIN_LETTERS))[:_LONGEST] for han, word in runs if han or fold(word))


def reading_forms(reading: str) -> tuple[str, ...]:
    """The ways in which a pinyin syllable is typed: ``lü`` is also lv, lyu (as in passports) and lu."""
    plain = fold(reading.replace("ü", "v").replace("ǖ", "v").replace("ǘ", "v").replace("ǚ", "v").replace("ǜ", "v"))
    if "v" not in plain:
        return (plain,)
    return plain, plain.replace("v", "yu"), plain.replace("v", "u")


def _runs(name: str) -> list[tuple[str, str]]:
    """The words of a name without its titles, each as Han characters or as something else; the other is empty."""
    runs = ((_without_title(fold(han)), word) for han, word in _RUNS.findall(_JOINERS.sub("", name)))
    return [(han, word) for han, word in runs if han or (fold(word) and fold(word) not in _TITLES)][:_MOST_PARTS]


def _parts(runs: Iterable[tuple[str, str]], readings: Readings, surnames: Surnames) -> tuple[Part, ...]:
    parts: list[Part] = []
    for han, word in runs:
        if han:
            parts += _han_parts(han, readings, surnames)
        elif spelled := _word(word):
            parts.append((spelled,))
    return tuple(parts[:_MOST_PARTS])


def _word(word: str) -> Syllable:
    """A Latin word, or one of another script, in its spellings."""
    plain = fold(word).translate(_PLAIN_LETTERS)
    german = word.lower()
    for letter, pair in _UMLAUTS.items():
        german = german.replace(letter, pair)
    other = fold(german).translate(_PLAIN_LETTERS)
    return tuple(dict.fromkeys(form for form in (plain, other) if form))


def _without_title(run: str) -> str:
    return next((run.removesuffix(title) for title in _HAN_TITLES if run.endswith(title) and run != title), run)


def _han_parts(run: str, readings: Readings, surnames: Surnames) -> Iterator[Part]:
    run = run[:_MOST_PARTS]
    long = _LONG if len(run) >= _LONG and run[:_LONG] in surnames else 1
    surname, given = run[:long], run[long:]
    yield tuple(_surname(surname, readings, surnames))
    if given:
        yield tuple(_syllable(character, readings) for character in given)


def _surname(surname: str, readings: Readings, surnames: Surnames) -> Iterator[Syllable]:
    """How it is read as a surname comes first, then every other reading: whoever wrote it down may not have known."""
    told = surnames.get(surname, ())
    if len(surname) == 1:
        yield tuple(dict.fromkeys([*told, *_syllable(surname, readings)]))
        return
    spoken = tuple("".join(form) for form in islice(product(*(_syllable(c, readings) for c in surname)), 8))
    yield tuple(dict.fromkeys([*told, *spoken]))


def _syllable(character: str, readings: Readings) -> Syllable:
    """A character in all its readings; one without any stands for itself."""
    forms = dict.fromkeys(form for reading in readings(character) for form in reading_forms(reading))
    return tuple(forms) or (character,)


def _spellings(parts: Sequence[Part]) -> Iterator[str]:
    syllables = [syllable for part in parts for syllable in part]
    return ("".join(chosen) for chosen in islice(product(*syllables), MOST_SPELLINGS))


def _initials(parts: Sequence[Part]) -> Iterator[str]:
    letters = [_firsts(syllable) for part in parts for syllable in part]
    return ("".join(chosen) for chosen in islice(product(*letters), MOST_SPELLINGS))


def _firsts(syllable: Syllable) -> Syllable:
    return tuple(dict.fromkeys(form[0] for form in syllable))


def _shortened(parts: Sequence[Part]) -> Iterator[str]:
    """``wangxm`` and ``wangx`` of Wang Xiaoming."""
    for spelled in _spellings(parts[:1]):
        for letters in _initials(parts[1:]):
            yield spelled + letters
            yield spelled + letters[0]


def _written(runs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The name and its parts as they are written; a Han part from each of its characters on."""
    plain = [(han, fold(word).translate(_PLAIN_LETTERS)) for han, word in runs]
    yield "".join(han or word for han, word in plain)
    for han, word in plain:
        yield word
        yield from (han[first:] for first in range(min(len(han), _MOST_PARTS)))


def _cut(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form[:_LONGEST] for form in forms if form)
