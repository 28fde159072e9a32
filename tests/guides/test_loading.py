"""Bad guide files are refused with their line and the reason, and never in any other way."""

import codecs
import re

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.kinds import Language
from desktop.guides.errors import GuideError
from desktop.guides.loading import check_guide, decode, load_apology_texts, load_bank, load_guide
from desktop.guides.model import APOLOGY_TEXTS
from desktop.guides.yaml_tree import DEPTH_LIMIT, SIZE_LIMIT
from desktop.words import load_words
from tests.guides.example import BANK, GUIDE


def line_of(text: str, part: str) -> int:
    """The line that ``part`` stands on, from 1."""
    return text.count("\n", 0, text.index(part)) + 1


def changed(old: str, new: str) -> str:
    """The small guide with one passage changed."""
    assert GUIDE.count(old) >= 1, old
    return GUIDE.replace(old, new, 1)


def refused(text: str) -> GuideError:
    with pytest.raises(GuideError) as refusal:
        load_guide(text, "mine.yaml")
    return refusal.value


def test_the_small_guide_is_right():
    guide = load_guide(GUIDE, "small.yaml")
    assert guide.frameworks["default"].steps == ("listen", "apologise", "ask", "agree", "diagnose")
    assert guide.steps["listen"].questions[2].answers[0].id == "yes"  # a word, not a truth


AN_APOLOGY = "kind: apology\nguide: a\ntexts:\n" + "".join(
    f"  {name}: {{en: Words, zh: 文字}}\n" for name in APOLOGY_TEXTS
)


def test_every_kind_of_file_is_told_apart():
    assert [check_guide(text, "x") for text in (GUIDE, BANK, AN_APOLOGY)] == ["conversation", "questions", "apology"]
    assert load_apology_texts(AN_APOLOGY, "x").texts["closing"].zh == "文字"


#: code → the passage, what it becomes, and what stands on the line that is told (None: the changed passage itself)
BAD = {
    "guide_alias": ("goal: {en: Goal, zh: 目标}", "goal: &goal {en: Goal, zh: 目标}", None),
    "guide_tag": ("goal: {en: Goal, zh: 目标}", "goal: {en: !!python/name:os.system x, zh: 目标}", None),
    "guide_double_key": ("guide: small", "guide: small\nguide: again", "guide: again"),
    "guide_bad_yaml": ("goal: {en: Goal, zh: 目标}", "goal: {en: Goal, zh: 目标}}", None),
    "guide_several_documents": ("branches:", "---\nbranches:", "---"),
    "guide_not_a_table": ("name: {en: Steps, zh: 步骤}", "name: Steps", None),
    "guide_not_a_list": ("record: [text, emotion]", "record: text", None),
    "guide_not_a_text": ("goal: {en: Goal, zh: 目标}", "goal: {en: {a: b}, zh: 目标}", None),
    "guide_not_a_truth": ("bank: true", "bank: perhaps", None),
    "guide_missing_key": ("    done_when: {en: Done, zh: 完成}\n", "", "name: {en: \"Name of listen"),
    "guide_unknown_key": ("goal: {en: Goal, zh: 目标}", "goal: {en: Goal, zh: 目标}\n    gaol: x", "gaol"),
    "guide_empty_text": ("goal: {en: Goal, zh: 目标}", "goal: {en: '  ', zh: 目标}", None),
    "guide_empty_without": ("Second listen.", "[{guest}]", "First listen"),
    "guide_empty_condition": ("when: {flags: [injury]}", "when: {}", None),
    "guide_long_text": ("en: Goal", f"en: {'word ' * 150}", None),
    "guide_missing_language": ("goal: {en: Goal, zh: 目标}", "goal: {en: Goal}", None),
    "guide_wrong_language": ("goal: {en: Goal, zh: 目标}", "goal: {en: Goal, zh: please listen}", None),
    "guide_unknown_placeholder": ("Second listen.", "Second {listen}.", "Second {listen}"),
    "guide_bare_placeholder": ("Second listen.", "Second, {guest}.", "Second, {guest}"),
    "guide_odd_brackets": ("Second listen.", "Second } listen.", "Second }"),
    "guide_unknown_field": ("record: [text, emotion]", "record: [text, shoe_size]", None),
    "guide_unknown_flag": ("flags: [media]", "flags: [medium]", None),
    "guide_unknown_category": ("when: {flags: [media]}", "when: {category: [H77]}", None),
    "guide_bad_emotion": ("at_least: 4", "at_least: 5", None),
    "guide_unknown_value": ("channel: [counter, phone]", "channel: [telex]", None),
    "guide_bad_answers": ("kind: closed", "kind: open", "- id: hurt"),
    "guide_no_default": ("say: [{en:", "say: [{when: {emotion: {is: 1}}, en:", None),
    "guide_wrong_count": ("hints: {en: [a, b, c]", "hints: {en: [a, b]", None),
    "guide_double_id": ("id: place,", "id: what,", "steps:"),
    "guide_unknown_step": ("steps: [apologise]", "steps: [apologize]", "default:"),
    "guide_unknown_question": ("answers: {threat: [yes]}", "answers: {treat: [yes]}", None),
    "guide_unknown_answer": ("answers: {threat: [yes]}", "answers: {threat: [maybe]}", None),
    "guide_inserted_in_order": ("steps: [apologise]", "steps: [apologise, safety]", "default:"),
    "guide_skips_needed": ("skip: [ask]", "skip: [agree]", None),
    "guide_unreachable": ("insert: rights, ", "", "  rights:"),
    "guide_dead_end": ("steps: [listen, agree]", "steps: [agree, listen]", "short:"),
    "guide_loop": ("steps: [listen, agree]", "steps: [listen, listen, agree]", "short:"),
    "guide_other_kind": ("kind: conversation", "kind: questions", None),
}  # fmt: skip


@pytest.mark.parametrize("code", BAD)
def test_a_bad_file_is_refused_with_its_line_and_reason(code):
    old, new, shown = BAD[code]
    text = changed(old, new)
    told = {error.code: error for error in refused(text).all}
    assert code in told
    assert told[code].line == line_of(text, shown or new.splitlines()[0])


@pytest.mark.parametrize("code", BAD)
@pytest.mark.parametrize("language", list(Language))
def test_every_reason_is_told_in_words(code, language):
    words = load_words(language)
    for error in refused(changed(*BAD[code][:2])).all:
        told = words.error(error)
        assert error.code in words.errors
        assert told
        assert "{" not in told


def test_steps_that_lead_to_one_another_are_a_loop():
    text = changed("then: back", "then: help").replace("then: back", "then: safety", 1)
    assert {error.code for error in refused(text).all} == {"guide_loop"}


def test_a_branch_that_puts_in_a_step_without_a_way_on_is_a_dead_end():
    told = refused(changed("    then: back", "    bank: true"))
    assert told.code == "guide_dead_end"


def test_a_question_can_only_cover_questions_of_the_guide():
    told = refused(changed("record: actual}", "record: actual, covers: [place, plaice]}"))
    assert [(error.code, error.field) for error in told.all] == [
        ("guide_unknown_question", "steps.listen.questions.1.covers")
    ]


def test_an_aliased_part_is_refused_even_where_its_anchor_is_missing():
    assert refused(changed("goal: {en: Goal, zh: 目标}", "goal: *goal")).code == "guide_alias"


def test_a_file_above_256_kb_is_refused_before_it_is_read():
    assert refused(GUIDE + "#" * SIZE_LIMIT).code == "guide_too_large"
    assert refused("界" * (SIZE_LIMIT // 2)).code == "guide_too_large"  # bytes count, not characters
    with pytest.raises(GuideError) as refusal:
        decode(b"x" * (SIZE_LIMIT + 4), "mine.yaml")
    assert refusal.value.code == "guide_too_large"


def test_a_file_of_exactly_256_kb_is_read():
    text = GUIDE + "\n#" + "x" * (SIZE_LIMIT - len(GUIDE.encode()) - 2)
    assert len(text.encode()) == SIZE_LIMIT
    assert load_guide(text, "x").id == "small"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_is_limited_and_a_deep_file_is_refused_at_once(opening):
    told = refused(opening * 20_000)
    assert told.code in {"guide_too_deep", "guide_bad_yaml"}
    assert refused("[" * (DEPTH_LIMIT + 1) + "]" * (DEPTH_LIMIT + 1)).code == "guide_too_deep"


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "- a\n- b\n", "just words", "kind: poem\n", "null"])
def test_what_is_no_guide_is_refused(text):
    with pytest.raises(GuideError):
        load_guide(text, "x")
    with pytest.raises(GuideError):
        check_guide(text, "x")


def test_bytes_that_are_no_utf_8_are_refused_with_their_line():
    with pytest.raises(GuideError) as refusal:
        decode("kind: conversation\nguide: 客人".encode("gb18030"), "mine.yaml")
    assert (refusal.value.code, refusal.value.line) == ("guide_not_utf8", 2)
    assert decode(codecs.BOM_UTF8 + b"a", "x") == "a"


def test_a_python_without_the_fast_parser_tells_the_same(monkeypatch):
    def told(code):
        return [(error.code, error.line) for error in refused(changed(*BAD[code][:2])).all]

    fast = {code: told(code) for code in BAD if code != "guide_bad_yaml"}
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert {code: told(code) for code in fast} == fast
    assert {code for code, _ in told("guide_bad_yaml")} == {"guide_bad_yaml"}
    assert load_guide(GUIDE, "x").id == "small"


def test_all_complaints_are_told_at_once_in_the_order_of_the_lines():
    text = changed("record: [text, emotion]", "record: [shoe_size]").replace("flags: [media]", "flags: [medium]")
    told = refused(text)
    assert [error.code for error in told.all] == ["guide_unknown_field", "guide_unknown_flag"]
    assert [error.line for error in told.all] == sorted(error.line for error in told.all)


def test_a_bank_holds_no_placeholders_and_only_groups():
    for old, new, code in (
        ("H01:", "H01-1:", "guide_unknown_category"),
        ("Something in your room failed.", "'Something failed in {room}.'", "guide_unknown_placeholder"),
    ):
        with pytest.raises(GuideError) as refusal:
            load_bank(BANK.replace(old, new, 1), "bank.yaml")
        assert refusal.value.code == code


_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  #: as YAML counts lines


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(GUIDE) - 1), st.integers(0, 40), st.text(max_size=8))
@example(5136, 11, "\x850")
def test_a_file_with_any_passage_spoilt_is_read_or_refused_in_words(start, length, put_in):
    text = GUIDE[:start] + put_in + GUIDE[start + length :]
    complaints = []
    try:
        load_guide(text, "mine.yaml")
    except GuideError as error:
        complaints = error.all
    assert all(1 <= one.line <= len(_LINE_END.findall(text)) + 2 for one in complaints)
    assert all(one.code in load_words(Language.EN).errors for one in complaints)
