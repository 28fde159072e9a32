"""Scores recognition on the labelled texts beside the repository: ``python -m tests.bench.recognition [--errors N]``.

Every third text of the development set is held back: its scores stand apart and are the ones to believe.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from desktop.domain.kinds import Property
from desktop.recognition import Recognition, load_lexicon, recognise, shipped_lexicon

LABELLED = Path(__file__).resolve().parents[3] / "shared" / "data" / "labelled"
_ROUNDS = 5  #: of which the quickest counts: the machine has other work too
_ENOUGH_TEXTS = 8  #: codes with fewer texts don't count in macro-F1

Row = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """A labelled text and what was recognised in it."""

    row: Row
    found: Recognition

    @property
    def first(self) -> str:
        return self.found.category.code if self.found.category else ""

    @property
    def three(self) -> list[str]:
        return [code[:3] for code in (self.first, *(s.code for s in self.found.alternatives[:2])) if code]


@cache
def _rows(name: str) -> list[Row]:
    text = (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _answer(row: Row, property_: str | None = None) -> Answer:
    return Answer(row, recognise(row["text"], shipped_lexicon(Property(property_ or row["pack"]))))


def _share(hits: Iterable[bool]) -> float:
    got = list(hits)
    return sum(got) / len(got) if got else float("nan")


def macro_f1(answers: Sequence[Answer]) -> float:
    """The mean F1 of `all` over the codes that enough texts bear."""
    enough = [code for code, n in Counter(c for a in answers for c in a.row["all"]).items() if n >= _ENOUGH_TEXTS]
    return statistics.fmean(_f1(answers, code) for code in enough) if enough else float("nan")


def _f1(answers: Sequence[Answer], code: str) -> float:
    both = sum(code in a.row["all"] and code in a.found.all for a in answers)
    said, true = sum(code in a.found.all for a in answers), sum(code in a.row["all"] for a in answers)
    return 2 * both / (said + true) if said + true else 0.0


def _flags(answers: Sequence[Answer]) -> tuple[float, float, int]:
    found = [{f.flag.value for f in a.found.flags} for a in answers]
    true = [set(a.row["flags"]) for a in answers]
    both = sum(len(f & t) for f, t in zip(found, true, strict=True))
    said, wanted = sum(map(len, found)), sum(map(len, true))
    return both / wanted if wanted else float("nan"), both / said if said else float("nan"), wanted


def scores(answers: Sequence[Answer]) -> dict[str, float]:
    """All scores of one set of labelled texts."""
    real = [a for a in answers if a.row["ok"]]
    none = [a for a in answers if not a.row["ok"]]
    detailed = [a for a in real if "-" in a.row["p"]]
    recall, precision, flags = _flags(answers)
    return {
        "texts": len(real),
        "main": _share(a.first[:3] == a.row["p"][:3] for a in real),
        "in all": _share(a.first[:3] in a.row["all"] for a in real),
        "three": _share(a.row["p"][:3] in a.three for a in real),
        "F1 all": macro_f1(real),
        "level 2": _share(a.first == a.row["p"] for a in detailed),
        "severity": _share(abs(a.found.severity - a.row["sev"]) <= 1 for a in real),
        "sev exact": _share(a.found.severity == a.row["sev"] for a in real),
        "emotion": _share(abs(a.found.emotion - a.row["emo"]) <= 1 for a in real),
        "emo exact": _share(a.found.emotion == a.row["emo"] for a in real),
        "not sure": _share(a.found.category is None for a in none),
        "flags R": recall,
        "flags P": precision,
        "flags": flags,
    }


def _print_head(values: dict[str, float]) -> None:
    print(" ".join([f"{'':16}", *(f"{key:>9}" for key in values)]))


def _print(name: str, values: dict[str, float]) -> None:
    print(" ".join([f"{name:16}", *(f"{value:9.3g}" for value in values.values())]))


def development() -> list[Answer]:
    """Scores of desk_dev: all of it, tuned on, held back, by language and pack."""
    answers = [_answer(row) for row in _rows("desk_dev")]
    held_back = answers[2::3]
    parts = {
        "all": answers,
        "tuned on": [a for n, a in enumerate(answers) if n % 3 != 2],
        "held back": held_back,
        "hotel zh": [a for a in answers if a.row["pack"] == "hotel" and a.row["lang"] == "zh"],
        "hotel en": [a for a in answers if a.row["lang"] == "en"],
        "retail zh": [a for a in answers if a.row["pack"] == "retail"],
        "held, hotel zh": [a for a in held_back if a.row["pack"] == "hotel" and a.row["lang"] == "zh"],
        "held, hotel en": [a for a in held_back if a.row["lang"] == "en"],
        "held, retail zh": [a for a in held_back if a.row["pack"] == "retail"],
    }
    _print_head(scores(answers))
    for name, part in parts.items():
        _print(name, scores(part))
    return answers


_EN_HOTEL = {
    "staff_service": ("H06", "H07"),
    "cleanliness": ("H02",),
    "price_billing": ("H05",),
    "food_beverage": ("H08",),
    "location": ("H03",),
    "comfort_noise": ("H03",),
    "room": ("H01",),
    "facilities": ("H01", "H11"),
}
_ZH_RESTAURANT = {
    "price_value": ("H05",),
    "portion": ("H08",),
    "staff_attitude": ("H06",),
    "wait_speed": ("H08", "H07"),
    "taste": ("H08",),
    "decor_space": ("H01", "H03"),
    "location": ("H03",),
    "cleanliness": ("H02",),
    "noise": ("H03",),
    "parking": ("H03",),
}
_ZH_SHOP = {
    "product_quality": ("R01", "R02"),
    "price_billing": ("R03",),
    "delivery": ("R08",),
    "packaging": ("R08",),
    "authenticity": ("R04",),
    "staff_service": ("R06", "R05"),
    "size_spec": ("R01",),
}


def _aspects(name: str, pack: str, labels: str, codes: dict[str, tuple[str, ...]]) -> list[tuple[Answer, set[str]]]:
    scored: list[tuple[Answer, set[str]]] = []
    for row in _rows(name):
        wanted = {code for label in row[labels] for code in codes.get(label, ())}
        if row[labels] and "hotel_general" not in row[labels]:
            scored.append((_answer(row, pack), wanted))
    right = _share(a.first[:3] in wanted for a, wanted in scored)
    answered = _share(bool(a.first) for a, _ in scored)
    print(f"{name:22} {len(scored):5} texts   first suggestion {right:.2f}   sure of {answered:.2f}")
    return scored


def _confusions(answers: Sequence[Answer]) -> None:
    pairs = Counter((a.row["p"][:3], a.first[:3] or "–") for a in answers if a.row["ok"])
    print("\nconfused most:", ", ".join(f"{a}→{b} {n}" for (a, b), n in pairs.most_common(60) if a != b))


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _speed(answers: Sequence[Answer]) -> None:
    times = [_milliseconds(partial(_answer, answer.row)) for answer in answers]
    long = max((a.row["text"] for a in answers), key=len) * 20
    lexicon = shipped_lexicon(Property.HOTEL)
    long_ms = min(_milliseconds(lambda: recognise(long[:2000], lexicon)) for _ in range(_ROUNDS))
    load_ms = min(_milliseconds(lambda: load_lexicon(Property.HOTEL)) for _ in range(_ROUNDS))
    print(f"\nmedian {statistics.median(times):.2f} ms, longest {max(times):.2f} ms, 2,000 characters {long_ms:.2f} ms")
    print(f"load {load_ms:.0f} ms (files already read)")


def _errors(answers: Sequence[Answer], most: int) -> None:
    wrong = [a for n, a in enumerate(answers) if n % 3 != 2 and a.row["ok"] and a.first[:3] != a.row["p"][:3]]
    for answer in wrong[:most]:
        print("\n", answer.row["p"], answer.row["all"], "→", answer.first, answer.found.all, answer.row["text"][:300])


def main() -> None:
    """Parses the call, scores, prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print so many mistakes of the tuned part")
    given = parser.parse_args()
    if not LABELLED.is_dir():
        print(f"skipped: there are no labelled texts in {LABELLED}")
        return
    answers = development()
    print()
    _aspects("en_hotel_aspect", "hotel", "labels", _EN_HOTEL)
    _aspects("zh_restaurant_aspect", "hotel", "labels", _ZH_RESTAURANT)
    _aspects("zh_ecommerce_aspect", "retail", "neg_labels", _ZH_SHOP)
    _confusions(answers)
    _speed(answers)
    _errors(answers, given.errors)


if __name__ == "__main__":
    main()
