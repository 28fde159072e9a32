"""The apology builder: six parts from the case's facts alone, spoken and as a letter."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from desktop.domain.kinds import Flag, Language, Outcome, Property, RemedyKind
from desktop.guides.apology import ApologyFacts, Missing, Part, build_apology
from desktop.guides.apology_warnings import Limits, warnings_in
from desktop.guides.loading import load_apology_texts, load_bank, load_guide
from desktop.words import resource_folder

FOLDER = resource_folder() / "guides"
CONFIRMED = {
    Language.EN: ApologyFacts(
        Language.EN, name="Adaeze Okafor", honorific="ms", category="H01-1", place="by the bed",
        problem_date=date(2026, 11, 18), confirmed=True, explanation="The drain of the air conditioner was blocked",
        remedies=("a room move", "breakfast for two"), prevention="the drains are checked every month",
        staff="Maya Chen", phone="6000 1234",
    ),
    Language.ZH: ApologyFacts(
        Language.ZH, name="陈薇玲", honorific="ms", category="H01-1", place="床边", problem_date=date(2026, 11, 18),
        confirmed=True, explanation="空调排水管堵了", remedies=("换房", "双人早餐"), prevention="排水管每月检查一次",
        staff="陈美雅", phone="6000 1234",
    ),
}  # fmt: skip
ENGLISH = CONFIRMED[Language.EN]


@cache
def shipped(name):
    return (FOLDER / name).read_text(encoding="utf-8")


TEXTS = load_apology_texts(shipped("apology.yaml"), "apology")
NEUTRAL = load_guide(shipped("conversation.yaml"), "conversation").neutral
WORDS = {
    code: words
    for property_ in Property
    for code, words in load_bank(shipped(f"questions-{property_}.yaml"), "bank").categories.items()
}


def built(facts):
    return build_apology(facts, TEXTS, WORDS.get(facts.category.partition("-")[0]), NEUTRAL)


def why_missing(facts):
    return {part.part: part.missing for part in built(facts).parts if part.missing}


def everything(apology):
    letter = apology.letter
    return [*apology.spoken, letter.greeting, *letter.paragraphs, letter.closing]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("category", WORDS)
def test_every_category_has_all_six_parts_once_the_facts_are_confirmed(category, language):
    apology = built(replace(CONFIRMED[language], category=category))
    assert apology.is_whole
    assert len(apology.spoken) == len(Part)
    for text in everything(apology):
        assert text
        assert not re.search(r"[{}\[\]]|None|\s\s|[.。]\s*[.。]", text)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("category", WORDS)
def test_no_shipped_sentence_spoils_an_apology(category, language):
    apology = built(replace(CONFIRMED[language], category=category, explanation="x"))
    flagged = [warnings_in(text, language, Limits()) for text in everything(apology)]
    assert [passages for passages in flagged if passages] == []


def test_responsibility_and_explanation_wait_for_confirmed_facts():
    open_facts = replace(ENGLISH, confirmed=False)
    assert why_missing(open_facts) == {
        Part.EXPLANATION: Missing.FACTS_OPEN,
        Part.RESPONSIBILITY: Missing.FACTS_OPEN,
    }
    letter = " ".join(built(open_facts).letter.paragraphs)
    assert "drain of the" not in letter
    assert WORDS["H01"].responsibility.en not in letter


@pytest.mark.parametrize("flag", [Flag.INJURY, Flag.FOOD_ILLNESS])
def test_where_someone_is_hurt_or_ill_only_regret_and_help_are_spoken(flag):
    hurt = replace(ENGLISH, flags=frozenset({flag}))
    silent = {Part.EXPLANATION, Part.RESPONSIBILITY, Part.REPENTANCE, Part.FORGIVENESS}
    assert why_missing(hurt) == dict.fromkeys(silent, Missing.REGRET_ONLY)
    letter = " ".join(built(hurt).letter.paragraphs)
    assert WORDS["H01"].regret.en in letter
    assert WORDS["H01"].responsibility.en not in letter


def test_each_missing_part_says_why():
    assert why_missing(replace(ENGLISH, remedies=())) == {Part.REPAIR: Missing.NO_REMEDY}
    assert why_missing(replace(ENGLISH, remedies=(" ",))) == {Part.REPAIR: Missing.NO_REMEDY}
    assert why_missing(replace(ENGLISH, explanation="\n")) == {Part.EXPLANATION: Missing.NO_EXPLANATION}
    assert why_missing(replace(ENGLISH, outcome=Outcome.NOT)) == {Part.RESPONSIBILITY: Missing.NOT_UPHELD}


def test_the_letter_comes_in_its_order_and_holds_the_cases_own_words():
    letter = built(ENGLISH).letter
    whole = "\n".join(letter.paragraphs)
    assert letter.greeting == "Dear Ms Adaeze Okafor,"
    assert letter.signed_by == "Maya Chen"
    order = [
        WORDS["H01"].regret.en,
        "The drain of the air conditioner was blocked.",
        WORDS["H01"].responsibility.en,
        "Thank you for telling us",
        "a room move and breakfast for two.",
        "The drains are checked every month.",
        "forgive",
        "please come straight to me",
    ]
    places = [whole.index(part) for part in order]
    assert places == sorted(places)
    chinese = built(CONFIRMED[Language.ZH]).letter
    assert chinese.greeting == "尊敬的陈女士："
    assert "换房、双人早餐。" in "".join(chinese.paragraphs)


@pytest.mark.parametrize("language", list(Language))
def test_a_letter_says_sorry_first_and_thank_you_after_what_happened(language):
    facts = CONFIRMED[language]
    letter = built(facts).letter
    regret, responsibility = WORDS["H01"].regret.of(language), WORDS["H01"].responsibility.of(language)
    assert letter.paragraphs[0].startswith(regret)
    assert letter.paragraphs[0].endswith(responsibility)
    assert facts.explanation in letter.paragraphs[0]
    assert letter.paragraphs[1].startswith({Language.EN: "Thank you", Language.ZH: "感谢您"}[language])
    hurt = built(replace(facts, flags=frozenset({Flag.INJURY}))).letter
    assert hurt.paragraphs[0] == regret


@pytest.mark.parametrize(("language", "day"), [(Language.EN, "on 18 November."), (Language.ZH, "把 11月18日遇到")])
def test_a_letter_names_the_day_in_full(language, day):
    assert day in built(CONFIRMED[language]).letter.paragraphs[1]
    undated = built(replace(CONFIRMED[language], problem_date=None)).letter.paragraphs[1]
    assert not re.search(r"\d", undated)


def test_nothing_is_in_the_letter_that_the_case_does_not_contain():
    bare = ApologyFacts(Language.EN)
    text = " ".join(everything(built(bare)))
    assert not re.search(r"\d", text)
    assert built(bare).letter.greeting == TEXTS.texts["greeting_plain"].en
    assert NEUTRAL["regret"].en in text


def test_an_explanation_of_several_lines_keeps_its_paragraphs():
    told = built(replace(ENGLISH, explanation="First line.\n\nSecond line"))
    first, second = told.letter.paragraphs[:2]
    assert first.endswith("First line.")
    assert second == f"Second line. {WORDS['H01'].responsibility.en}"
    assert built(ENGLISH).letter.paragraphs != told.letter.paragraphs


@pytest.mark.parametrize("hostile", ["{regret}", "<b>x", "a\x00b", "[x]", "\u202eabc"])
def test_the_cases_words_are_put_in_as_they_are_and_harmless(hostile):
    apology = built(replace(ENGLISH, prevention=hostile, explanation=hostile, name=hostile))
    text = " ".join(everything(apology))
    assert "\x00" not in text
    assert "\u202e" not in text
    assert text.count(WORDS["H01"].regret.en) == 2  # spoken and in the letter; never through a value


# Warnings


def kinds(text, language=Language.EN, **limits):
    return [(passage.kind.value, passage.text) for passage in warnings_in(text, language, Limits(**limits))]


@pytest.mark.parametrize(
    ("text", "kind", "passage"),
    [
        ("I'm sorry, but we were full.", "but", "but"),
        ("We are sorry; however, it was late.", "but", "however"),
        ("I'm sorry if you feel let down.", "if_you_feel", "if you feel"),
        ("Sorry if we caused trouble.", "if_you_feel", "if we caused"),
        ("Sorry if anything was wrong.", "if_you_feel", "if anything was"),
        ("Sorry for any inconvenience.", "if_you_feel", "any inconvenience"),
        ("My colleague forgot your call.", "blame", "colleague forgot"),
        ("The night shift should have told you.", "blame", "night shift should have"),
        ("It was the fault of the kitchen.", "blame", "fault of the kitchen"),
        ("I guarantee it.", "promise", "guarantee"),
        ("You'll get a full refund.", "promise", "full refund"),
    ],
)
def test_english_that_spoils_an_apology_is_shown_with_its_place(text, kind, passage):
    assert (kind, passage) in kinds(text)
    found = next(p for p in warnings_in(text, Language.EN, Limits()) if p.kind == kind)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "kind", "passage"),
    [
        ("很抱歉，但是当时客满。", "but", "但是"),
        ("对不起，不过我们也没办法。", "but", "不过"),
        ("如果您觉得不舒服，我道歉。", "if_you_feel", "如果您觉得"),
        ("如有不周，请谅解。", "if_you_feel", "如有不周"),
        ("给您带来不便。", "if_you_feel", "带来不便"),
        ("夜班同事忘了登记。", "blame", "夜班同事忘"),
        ("我保证不会了。", "promise", "保证"),
        ("今晚给您免单。", "promise", "免单"),
    ],
)
def test_chinese_that_spoils_an_apology_is_shown_with_its_place(text, kind, passage):
    assert (kind, passage) in kinds(text, Language.ZH)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm sorry. Your room was wet, and nobody came.", Language.EN),
        ("If you need anything, call me.", Language.EN),
        ("If anything is still not right, please call me.", Language.EN),
        ("My colleague Ana is bringing your luggage.", Language.EN),
        ("很抱歉，您等了一个小时。", Language.ZH),
        ("不但换房，还送早餐。再好不过了。但愿您睡个好觉。", Language.ZH),
    ],
)
def test_good_words_raise_no_warning(text, language):
    assert kinds(text, language) == []


def test_sums_above_the_authority_are_warned_of_and_those_on_it_are_not():
    limit = Decimal(200)
    assert kinds("We refund ¥200 and 150 yuan.", authority=limit) == []
    assert kinds("We refund ¥1,200.50 now.", authority=limit) == [("promise", "¥1,200.50")]
    assert kinds("退您 201 元。", Language.ZH, authority=limit) == [("promise", "201 元")]
    assert kinds("We refund ¥9,999.", authority=None) == []


def test_admissions_are_warned_of_where_a_flag_calls_for_care():
    text = "It was our fault and we are liable."
    assert kinds(text) == []
    assert [kind for kind, _ in kinds(text, flags=frozenset({Flag.LAWYER}))] == ["admission", "admission"]
    assert kinds("责任在我们，我们承担全部责任。", Language.ZH, flags=frozenset({Flag.INJURY})) != []
    assert kinds(text, flags=frozenset({Flag.VIP})) == []


def test_a_full_refund_that_is_on_the_case_may_be_named():
    assert kinds("You have a full refund.", remedies=frozenset({RemedyKind.REFUND_FULL})) == []


def test_a_named_colleague_is_not_to_be_blamed():
    assert kinds("Ana forgot it.", colleagues=("Ana",)) == [("blame", "Ana forgot")]
    assert kinds("Ana forgot it.") == []
