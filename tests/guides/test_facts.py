"""How guests are called, and what stands in for placeholders."""

from datetime import UTC, datetime

import pytest

from desktop.domain.kinds import Language
from desktop.guides.facts import Facts, spoken_name, surname, values_of


@pytest.mark.parametrize(
    ("name", "honorific", "english", "chinese"),
    [
        ("Tan Wei Ling", "ms", "Ms Tan Wei Ling", "Tan Wei Ling 女士"),
        ("Adaeze Okafor", "Mr", "Mr Adaeze Okafor", "Adaeze Okafor 先生"),
        ("陈薇玲", "ms", "陈女士", "陈女士"),
        ("欧阳明", "先生", "欧阳先生", "欧阳先生"),
        ("Ana", "", "Ana", ""),
        ("陈薇玲", "", "", ""),
        ("", "ms", "", ""),
    ],
)
def test_a_guest_is_called_in_the_way_of_the_names_own_language(name, honorific, english, chinese):
    assert spoken_name(name, honorific, Language.EN) == english
    assert spoken_name(name, honorific, Language.ZH) == chinese


def test_surnames_of_two_characters_stay_whole():
    assert [surname(name) for name in ("司马光", "司马", "马可", "阿依古丽·买买提")] == [
        "司马",
        "司",
        "马",
        "阿依古丽·买买提",
    ]


def test_times_of_today_are_told_without_the_day():
    at = datetime(2026, 11, 19, 21, 40, tzinfo=UTC)
    assert values_of(Facts(by=at, today=at.date()), Language.EN) == {"by": "21:40"}
    assert values_of(Facts(by=at), Language.ZH) == {"by": "11月19日 21:40"}


def test_only_what_is_known_stands_in():
    assert values_of(Facts(room="  ", place="\u200b"), Language.EN) == {}
    assert values_of(Facts(category="H01-1"), Language.ZH) == {"category": "空调暖气"}
    assert values_of(Facts(category="X01"), Language.ZH) == {}
