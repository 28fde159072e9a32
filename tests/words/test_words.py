import ast
import inspect
import logging
import re
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import kinds
from desktop.domain.kinds import Language, State
from desktop.errors import UserError
from desktop.words import find_code, load_words
from desktop.words.catalogue import KINDS_BY_RULE
from desktop.words.resources import load_aliases
from desktop.words.sentences import OPTIONAL_PART, PLACEHOLDER, placeholders

EN, ZH = load_words(Language.EN), load_words(Language.ZH)
BOTH = (EN, ZH)

#: The kind of term that belongs to each closed list.
KIND_OF = {
    "RecordType": "type", "Channel": "channel", "Medium": "medium", "State": "state", "Band": "band", "Scope": "scope",
    "TimePressure": "time_pressure", "Flag": "flag", "Role": "role", "Property": "property", "Language": "language",
    "Answer": "answer", "Outcome": "outcome", "Closure": "closure", "RootCause": "root_cause", "RemedyKind": "remedy",
    "WaitFor": "wait_for",
}  # fmt: skip

ACTS = {
    "staff", "calendar", "targets", "authority", "shifts", "open", "acknowledge", "assess", "override", "take",
    "hand_over", "investigate", "wait", "resume", "note", "contact", "confirm_facts", "task", "task_done", "promise",
    "promise_kept", "promise_cancelled", "propose", "approve", "decline", "resolve", "settle", "survey", "close",
    "reopen", "withdraw", "not_complaint", "duplicate",
}  # fmt: skip

#: Latin words that Chinese keeps.
KEPT_IN_CHINESE = {
    "P1", "P2", "P3", "P4", "PIN", "CSV", "PDF", "JSON", "UTF", "Wi", "Fi", "OTA", "VIP", "CNY", "CN", "null", "init",
    "training", "rejects", "as", "of", "currency", "help", "Asia", "Shanghai", "KB", "MB", "SQLite", "Python",
}  # fmt: skip


def all_texts(words):
    """Every text of a catalogue under its place."""
    tables = {"term": words.terms, "unit": words.units, "error_for": words.errors_for, "next_step": words.next_steps}
    for section, table in tables.items():
        for name, texts in table.items():
            yield from ((f"{section}.{name}.{key}", text) for key, text in texts.items())
    flat = {"error": words.errors, "sentence": words.sentences, "ask_next": words.prompts, "neutral": words.neutral}
    for section, texts in flat.items():
        yield from ((f"{section}.{key}", text) for key, text in texts.items())


ENGLISH, CHINESE = dict(all_texts(EN)), dict(all_texts(ZH))


def whole_sentences(texts):
    return {k: t for k, t in texts.items() if k.startswith(("error", "next_step", "ask_next", "term.survey_question"))}


def bare(text):
    """A text without its placeholders and without the brackets of its optional parts."""
    return PLACEHOLDER.sub("", text).replace("{n}", "").replace("[", "").replace("]", "")


def test_both_languages_hold_the_same_texts_in_the_same_order():
    assert list(ENGLISH) == list(CHINESE)


def test_both_languages_fill_in_the_same_params():
    def params(text):
        return {name for name, _ in placeholders(text)}, sorted(
            sorted(name for name, _ in placeholders(part)) for part in OPTIONAL_PART.findall(text)
        )

    assert {k: params(t) for k, t in ENGLISH.items()} == {k: params(t) for k, t in CHINESE.items()}


@pytest.mark.parametrize("words", BOTH, ids=lambda w: w.language)
def test_every_kind_that_a_placeholder_names_is_known(words):
    known = {*words.terms, *words.units, *KINDS_BY_RULE, ""}
    assert {kind for _, text in all_texts(words) for _, kind in placeholders(text)} <= known


@pytest.mark.parametrize("texts", [ENGLISH, CHINESE])
def test_no_text_is_empty_or_bears_blanks_at_its_ends(texts):
    assert [k for k, text in texts.items() if not text or text != text.strip() or "  " in text] == []


@pytest.mark.parametrize("texts", [ENGLISH, CHINESE])
def test_braces_and_brackets_are_always_placeholders_and_optional_parts(texts):
    left = {k: bare(OPTIONAL_PART.sub(r"\1", t)) for k, t in texts.items()}
    assert [k for k, text in left.items() if set(text) & set("{}[]")] == []


def test_every_closed_list_has_its_words_in_both_languages():
    lists = inspect.getmembers(kinds, lambda thing: inspect.isclass(thing) and thing.__module__ == kinds.__name__)
    enums = {name: thing for name, thing in lists if issubclass(thing, Enum)}
    assert set(enums) == set(KIND_OF)
    for name, members in enums.items():
        for words in BOTH:
            assert {m.value for m in members} <= set(words.codes(KIND_OF[name])), name


@pytest.mark.parametrize("words", BOTH, ids=lambda w: w.language)
def test_every_act_has_a_name_in_the_history_and_on_its_button(words):
    assert set(words.codes("act")) >= ACTS
    assert set(words.codes("action")) >= ACTS


@pytest.mark.parametrize("words", BOTH, ids=lambda w: w.language)
def test_ratings_have_a_word_and_a_meaning_for_every_degree(words):
    for kind, degrees in {"emotion": "01234", "emotion_meaning": "01234", "gap": "01234", "severity": "1234"}.items():
        assert words.codes(kind) == tuple(degrees)
    assert words.codes("severity_meaning") == words.codes("severity")


def test_the_terms_of_the_design_are_kept():
    assert [EN.term("emotion", str(n)) for n in range(5)] == ["Calm", "Uneasy", "Upset", "Angry", "Furious"]
    assert [ZH.term("emotion", str(n)) for n in range(5)] == ["平静", "不安", "不满", "生气", "愤怒"]
    stages = ["new", "acknowledged", "assessed", "investigating", "proposed", "resolved", "closed"]
    assert [ZH.term("state", s) for s in stages] == [
        "新登记",
        "已受理",
        "已评估",
        "调查中",
        "已提方案",
        "已解决",
        "已结案",
    ]
    assert [ZH.term("state", s) for s in ("waiting_guest", "waiting_department")] == ["等客人", "等部门"]


@pytest.mark.parametrize("words", BOTH, ids=lambda w: w.language)
def test_every_state_has_a_next_step(words):
    assert all(words.next_step(state) for state in State)


def test_the_next_step_grows_more_urgent_with_the_case():
    assert EN.next_step("new") != EN.next_step("new", urgent=True) != EN.next_step("new", urgent=True, safety=True)
    assert "safety risk" in EN.next_step("new", urgent=True, safety=True)
    assert EN.next_step("waiting_guest", urgent=True) == EN.next_step("waiting_guest")
    assert EN.next_step("new", complaint=False) == "Answer it and mark it resolved."
    assert EN.next_step("nowhere") == ""


# How the texts are written


def test_english_speaks_like_a_kind_colleague():
    banned = re.compile(r"\b(users?|tickets?|SLA|error codes?|invalid|illegal|failure|color|apologize)\b|!|'", re.I)
    assert {k: t for k, t in ENGLISH.items() if banned.search(bare(t))} == {}


def test_chinese_speaks_like_a_kind_colleague():
    banned = re.compile(r"用户|工单|错误码|错误代码|非法|无效|失败|你|亲，|不好意思|按规定|！|!")
    assert {k: t for k, t in CHINESE.items() if banned.search(t)} == {}


def test_chinese_punctuation_is_full_width():
    half = re.compile(r"[一-鿿”]\s*[,.;:?()\"']|[,;?()\"'](?=[一-鿿])")
    assert {k: t for k, t in CHINESE.items() if half.search(bare(t))} == {}


def test_every_sentence_ends_as_a_sentence():
    def ends(text):
        return PLACEHOLDER.sub("", text) != text and text.endswith("}")

    assert {k: t for k, t in whole_sentences(ENGLISH).items() if not re.search(r"[.?]\]?$", t) and not ends(t)} == {}
    assert {k: t for k, t in whole_sentences(CHINESE).items() if not re.search(r"[。？]\]?$", t) and not ends(t)} == {}


def test_chinese_leaves_a_space_beside_latin_letters_and_digits():
    tight = re.compile(r"[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]")
    assert {k: t for k, t in CHINESE.items() if tight.search(re.sub(r"[\[\]]", "", PLACEHOLDER.sub("，", t)))} == {}


def test_no_english_is_left_in_chinese():
    left = {k: set(re.findall(r"[A-Za-z]\w*", bare(t), re.ASCII)) - KEPT_IN_CHINESE for k, t in CHINESE.items()}
    assert {k: words for k, words in left.items() if words} == {}


# What a refusal says

REFUSALS = {"UserError", "WorkspaceError", "ChangedMeanwhileError"}


def refused_codes(source):
    """The codes that a module refuses with, where they are written out."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    named = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in REFUSALS]
    return {c.args[0].value for c in named if isinstance(c.args[0], ast.Constant)}


def test_every_refusal_of_the_program_has_its_sentence():
    sources = (Path(kinds.__file__).parents[1]).rglob("*.py")
    codes = {path.name: refused_codes(path.read_text(encoding="utf-8")) for path in sources}
    assert "unknown_category" in codes["taxonomy.py"]
    assert {name: found - set(EN.errors) for name, found in codes.items() if found - set(EN.errors)} == {}


def say(code, field="", /, **params):
    return EN.error(UserError(code, field, **params)), ZH.error(UserError(code, field, **params))


@pytest.mark.parametrize(
    ("refusal", "english", "chinese"),
    [
        (
            UserError("missing", "room"),
            "Room is missing. Please fill it in.",
            "还缺“房号”。请填写。",
        ),
        (
            UserError("wrong_state", "state", act="acknowledge", state=State.CLOSED),
            "“Acknowledge” isn’t possible while the state is “Closed”. Please look at the case’s next step.",
            "当前状态是“已结案”，不能“受理”。请看下一步提示。",
        ),
        (
            UserError(
                "over_authority", "amount", reach="case", limit="200.00", left="12.00", amount="300.00", currency="CNY"
            ),
            "300.00 CNY is above your authority: 200.00 per case, 12.00 left. Please ask for an approval.",
            "300.00 CNY 超出了您的权限：每件 200.00，还剩 12.00。请申请批准。",
        ),
        (
            UserError("incomplete_assessment", "category", fields="category, emotion"),
            "These are still needed before the case counts as assessed: category, mood. Please rate them.",
            "完成评估还需要：类别、情绪。请补上评定。",
        ),
        (
            UserError("sign_in_failed", "pin", left=1),
            "That PIN doesn’t match. 1 try left. Please try again.",
            "PIN 不对。还可以试 1 次。请再试。",
        ),
        (
            UserError("locked_out", seconds=90),
            "Too many tries didn’t match. Please wait 2 minutes and try again, or ask the site owner.",
            "多次输入不对。请等 2 分钟后再试，或联系总负责人。",
        ),
        (
            UserError("import_row", "", row=12, reason=UserError("in_future", "closed_at")),
            "Row 12: Closed time lies in the future. Please enter a time up to now.",
            "第 12 行：“结案时间”晚于现在。请填写现在或更早的时间。",
        ),
        (
            UserError("csv_missing_column", "", columns=("text", "received_at")),
            "These columns are missing: text, received_at. Please add them, or name them in a map.",
            "缺少这些列：投诉内容、受理时间。请补上，或在对应表中指定。",
        ),
        (
            UserError("too_long", "text", limit=262144),
            "What the guest said is longer than 256 KB. Please shorten it, or attach the text as a file.",
            "“投诉内容”超过了 256 KB。请缩短，或把文字作为文件添加到附件。",
        ),
    ],
)
def test_a_refusal_says_what_happened_and_what_to_do(refusal, english, chinese):
    assert (EN.error(refusal), ZH.error(refusal)) == (english, chinese)


def test_a_field_may_have_a_sentence_of_its_own():
    assert say("missing", "channel")[0] == "Please choose how the complaint reached you."


@pytest.mark.parametrize("words", BOTH, ids=lambda w: w.language)
def test_no_refusal_ever_shows_a_placeholder(words):
    for code in words.errors:
        for field in ("", *words.errors_for.get(code, ())):
            assert not set(words.error(UserError(code, field))) & set("{}[]"), code


def test_optional_parts_are_left_out_where_nothing_is_known():
    assert say("no_such_case", "case") == (
        "There is no case here. Please check the number.",
        "这里没有这件投诉。请核对单号。",
    )
    assert "“HH-1”" in say("no_such_case", "case", number="HH-1")[1]


def test_what_people_typed_is_shown_as_it_is_but_harmless():
    typed = "a\u202eb\x00\n{limit}[c]<b>\ud800" + "长" * 100
    english = say("unknown_category", "category", value=typed)[0]
    assert english.startswith("There is no category “ab {limit}[c]<b>\N{REPLACEMENT CHARACTER}长长")
    assert "长…”" in english
    assert len(english) < 140


def test_a_path_is_told_whole():
    path = "/home/amends/" + "folder/" * 12
    assert path in say("file_missing", "file", path=path)[0]


def test_a_field_inside_another_is_known_by_its_last_name():
    assert EN.field_name("guest.phone") == "phone"
    assert EN.field_name("remedies[0].amount") == "sum"
    assert ZH.field_name("shifts.0.from") == "开始"
    assert EN.field_name("targets.P3.respond_min") == "reply target"
    assert EN.field_name("extra.2026-02-14") == "extra working dates"
    assert EN.field_name("col\u202eour") == "colour"


def test_an_unknown_refusal_still_says_something_and_is_logged(expected_log):
    expected_log("no sentence for the code 'a_new_one'", level=logging.WARNING)
    said = say("a_new_one", "x", value="{y}")
    assert said[0].startswith("That couldn’t be done, and nothing was changed.")
    assert said[1].startswith("这一步没有做成")


def test_an_unknown_sentence_is_logged_and_shown_as_its_code(expected_log):
    expected_log("no sentence for the code 'nothing_like_it'", level=logging.WARNING)
    assert EN.sentence("nothing_like_it") == "nothing_like_it"


PARAM_VALUES = st.one_of(
    st.none(), st.text(max_size=300), st.integers(), st.floats(), st.booleans(), st.lists(st.text(max_size=5)),
    st.dates(), st.datetimes(), st.sampled_from(State), st.dictionaries(st.text(max_size=3), st.integers()),
)  # fmt: skip
PARAM_NAMES = sorted({name for text in ENGLISH.values() for name, _ in placeholders(text)} - {"field"})


@given(
    st.sampled_from(list(EN.errors)), st.text(max_size=80), st.dictionaries(st.sampled_from(PARAM_NAMES), PARAM_VALUES)
)
def test_telling_a_refusal_never_fails(code, field, params):
    for words in BOTH:
        said = words.error(UserError(code, field, **params))
        assert said
        assert not set(said) & set("\x00\n\r\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")


# Terms, quantities, names


def test_a_cause_may_name_its_detail():
    assert EN.term("root_cause", "people/skill") == "People: skill"
    assert ZH.term("root_cause", "process/none") == "流程：没有流程"
    assert EN.term("root_cause", "people/other") == "People: other"


def test_a_band_rule_names_the_flag_that_set_it():
    assert EN.term("band_rule", "floor:injury") == "Floor: Injury"
    assert ZH.term("band_rule", "floor:data_leak") == "底线：信息泄露"


def test_a_code_without_a_word_is_shown_as_it_is_but_harmless():
    assert EN.term("flag", "jet\u202e_lag\n") == "jet_lag"
    assert EN.term("no_such_kind", "x") == "x"


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (0, "0 min", "0 分钟"),
        (45, "45 min", "45 分钟"),
        (60, "1 h", "1 小时"),
        (125, "2 h 5 min", "2 小时 5 分钟"),
        (24 * 60 - 1, "23 h 59 min", "23 小时 59 分钟"),
        (3 * 24 * 60 + 4 * 60 + 59, "3 d 4 h", "3 天 4 小时"),
    ],
)
def test_a_span_is_told_in_its_two_largest_units(minutes, english, chinese):
    assert (EN.duration(minutes), ZH.duration(minutes)) == (english, chinese)


def test_chinese_names_stand_before_the_form_of_address():
    assert EN.person("Tan Wei Ling", "ms") == "Ms Tan Wei Ling"
    assert ZH.person("陈薇玲", "ms") == "陈薇玲 女士"
    assert ZH.person("陈薇玲") == "陈薇玲"
    assert EN.person("", "mr") == "Mr"
    assert EN.person("Li\u202e\n", "Sir") == "Sir Li"


def test_dates_and_yes_or_no_are_readable_in_a_sentence():
    at = datetime(2026, 6, 1, 9, 5, tzinfo=UTC)
    assert "(2026-06-01 09:05)" in say("runs_backwards", "at", last=at)[0]
    assert "“2026-06-01”" in say("unknown_category", "category", value=date(2026, 6, 1))[0]
    assert "“是”" in say("unknown_category", "category", value=True)[1]


# From words back to codes


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("channel", "counter", "counter"),
        ("channel", "柜台", "counter"),
        ("channel", "前台", "counter"),
        ("channel", " E-Mail ", "email"),
        ("channel", "ＯＴＡ", "ota"),
        ("state", "已结案", "closed"),
        ("state", "Waiting for guest", "waiting_guest"),
        ("state", "WAITING_GUEST", "waiting_guest"),
        ("emotion", "生气", "3"),
        ("severity", "4", "4"),
        ("yes_no", "是", "yes"),
        ("yes_no", "0", "no"),
        ("remedy", "room move", "room_move"),
        ("channel", "pigeon", None),
        ("channel", "", None),
    ],
)
def test_a_word_of_either_language_leads_back_to_its_code(kind, text, code):
    assert find_code(kind, text) == code


@pytest.mark.parametrize(
    "kind", [*KIND_OF.values(), "emotion", "severity", "gap", "shift", "yes_no", "honorific", "root_cause_detail"]
)
def test_every_term_leads_back_to_its_own_code(kind):
    for words in BOTH:
        for code in words.codes(kind):
            assert find_code(kind, words.term(kind, code)) == code


def test_other_spellings_belong_to_known_codes_and_to_one_code_only():
    for kind, codes in load_aliases().items():
        assert set(codes) <= set(EN.codes(kind)), kind
        for code, spellings in codes.items():
            assert {find_code(kind, spelling) for spelling in spellings} == {code}, (kind, code)
