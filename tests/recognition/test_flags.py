import tomllib
from pathlib import Path

import pytest

from desktop.domain.kinds import Flag
from desktop.recognition import recognise

SENTENCES = tomllib.loads((Path(__file__).parent / "flag_sentences.toml").read_text(encoding="utf-8"))


def _all():
    for flag, languages in SENTENCES.items():
        for language, kinds in languages.items():
            for kind, block in kinds.items():
                for text in block.strip().splitlines():
                    yield flag, language, kind == "has", text


def _found(text, lexicon):
    return {found.flag.value for found in recognise(text, lexicon).flags}


def test_there_are_two_hundred_sentences_and_half_of_them_are_traps():
    rows = list(_all())
    traps = [row for row in rows if not row[2]]
    assert len(rows) >= 200
    assert 0.4 <= len(traps) / len(rows) <= 0.6
    assert {row[1] for row in rows} == {"zh", "en"}
    assert set(SENTENCES) == {flag.value for flag in Flag} - {"vip"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_flags_are_found_and_traps_are_passed_by(hotel, language):
    rows = [row for row in _all() if row[1] == language]
    hits = [row for row in rows if row[2] and row[0] in _found(row[3], hotel)]
    missed = [row[3] for row in rows if row[2] and row not in hits]
    false = [(row[3], row[0]) for row in rows if not row[2] and row[0] in _found(row[3], hotel)]
    recall = len(hits) / sum(row[2] for row in rows)
    precision = len(hits) / (len(hits) + len(false))
    assert recall >= 0.95, missed
    assert precision >= 0.90, false


def test_no_trap_raises_another_grave_flag(hotel):
    wrong = [(text, _found(text, hotel)) for flag, _, has, text in _all() if not has and _found(text, hotel)]
    assert len(wrong) <= 0.1 * sum(not has for _, _, has, _ in _all()), wrong
