"""``law`` from the command line: no workspace, sums and days of a card, both languages."""

import json

import pytest

from desktop.cli import main
from desktop.domain.law_cards import LAW_CARDS

KEYS = ["card", "article", "source", "effective", "refund", "extra", "total", "last_day", "warning_from", "confirm"]


@pytest.fixture
def law(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("AMENDS_WORKSPACE", str(tmp_path / "nowhere"))

    def run(*words):
        status = main(["law", *words])
        assert not (tmp_path / "nowhere").exists()
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def document(law):
    def run(*words):
        status, out, err = law(*words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return run


@pytest.mark.parametrize(
    ("words", "refund", "extra", "total", "last_day", "warning_from"),
    [
        (["cpl-55", "--price", "128"], "128.00", "500.00", "628.00", None, None),
        (["cpl-55", "--price", "166.67"], "166.67", "500.01", "666.68", None, None),
        (["fsl-148", "--price", "12.5"], "12.50", "1000.00", "1012.50", None, None),
        (["fsl-148", "--price", "30", "--loss", "500"], "30.00", "1500.00", "1530.00", None, None),
        (["cpl-24", "--price", "99", "--received", "2026-12-28"], "99.00", None, "99.00", "2027-01-04", None),
        (["cpl-25", "--price", "99", "--received", "2028-02-25"], "99.00", None, "99.00", "2028-03-03", None),
        (["pen-8", "--received", "2026-06-01"], None, None, None, None, "2026-06-17"),
        (["cpl-18"], None, None, None, None, None),
    ],
)
def test_a_card_as_json_bears_sums_as_decimals_and_null_for_what_does_not_apply(
    document, words, refund, extra, total, last_day, warning_from
):
    answer = document(*words)
    assert list(answer) == KEYS
    assert (answer["card"], answer["confirm"]) == (words[0], True)
    sums = {"refund": refund, "extra": extra, "total": total, "last_day": last_day, "warning_from": warning_from}
    assert {key: answer[key] for key in sums} == sums


def test_json_speaks_the_language_that_is_asked_for(document):
    english = document("cpl-55", "--price", "1", "--language", "en")
    chinese = document("cpl-55", "--price", "1", "--language", "zh")
    assert (english["article"], chinese["article"]) == (
        "Consumer Rights Protection Law, Article 55",
        "《消费者权益保护法》第 55 条",
    )
    assert english["source"] != chinese["source"]
    texts = ("article", "source")
    assert {k: v for k, v in english.items() if k not in texts} == {k: v for k, v in chinese.items() if k not in texts}
    assert english["effective"] == "2014-03-15"


def test_a_card_is_told_in_plain_english(law):
    status, out, err = law("cpl-24", "--price", "1280.5", "--received", "2026-12-28")
    assert (status, err) == (0, "")
    assert "bears the freight" in out
    assert out.splitlines()[2:] == [
        "Price back: ¥1,280.50",
        "Together: ¥1,280.50",
        "Last day to return: 4 Jan 2027",
        "Source: Law of the People’s Republic of China on the Protection of Consumer Rights and Interests "
        "(中华人民共和国消费者权益保护法), as amended on 25 October 2013; Standing Committee of the National "
        "People’s Congress",
        "In force since 15 Mar 2014; changes of the laws considered up to 1 Dec 2025",
        "For a person to confirm, not legal advice.",
    ]


def test_a_card_is_told_in_plain_chinese(law):
    status, out, err = law("fsl-148", "--price", "30", "--loss", "500", "--language", "zh")
    assert (status, err) == (0, "")
    first, _, *rest = out.splitlines()
    assert first == "fsl-148  《食品安全法》第 148 条  食品不安全：价款十倍或者损失三倍"
    assert rest == [
        "退还价款：¥30",
        "增加赔偿：¥1,500",
        "合计：¥1,530",
        "出处：《中华人民共和国食品安全法》，2015 年 4 月 24 日修订，2018 年、2021 年、2025 年修正；"
        "全国人民代表大会常务委员会",
        "施行日期：2015年10月1日；所据条文截至：2025年12月1日",
        "请由专人核实，不构成法律意见。",
    ]


def test_without_a_language_the_systems_is_spoken(law, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "视为拖延或拒绝，自：2026年6月17日\n" in law("pen-8", "--received", "2026-06-01")[1]


@pytest.mark.parametrize(
    ("words", "english", "chinese"),
    [
        (["cpl-55"], "Not given, so not worked out: the price", "没有填写，所以没有计算：价款"),
        (
            ["fsl-148"],
            "Not given, so not worked out: the price, the loss",
            "没有填写，所以没有计算：价款、损失",
        ),
        (["fsl-148", "--loss", "500"], "Not given, so not worked out: the price", "没有填写，所以没有计算：价款"),
        (["pen-8"], "Not given, so not worked out: the day of the request", "没有填写，所以没有计算：提出要求的日期"),
        (
            ["cpl-25", "--price", "5"],
            "Not given, so not worked out: the day of receipt",
            "没有填写，所以没有计算：收货日期",
        ),
        (["cpl-18", "--price", "5"], "This card doesn’t look at the price.", "这张卡不涉及价款。"),
        (
            ["pen-8", "--received", "2015-03-14"],
            "This wording is in force since 15 Mar 2015, after the day you gave. Please check what held before.",
            "现行条文自 2015年3月15日起施行，晚于所填日期。请核对当时的规定。",
        ),
    ],
)
def test_what_is_missing_or_idle_is_said_beside_the_answer(law, words, english, chinese):
    for language, said in (("en", english), ("zh", chinese)):
        status, out, err = law(*words, "--json", "--language", language)
        assert (status, err) == (0, said + "\n")
        assert list(json.loads(out)) == KEYS


def test_on_its_first_day_a_wording_holds(law):
    assert law("pen-8", "--received", "2015-03-15")[2] == ""


# The list


@pytest.mark.parametrize(("language", "law_of_food"), [("en", "Food Safety Law"), ("zh", "《食品安全法》")])
def test_the_list_names_one_card_a_line_its_id_first(law, language, law_of_food):
    status, out, err = law("--list", "--language", language)
    assert (status, err) == (0, "")
    assert tuple(line.split()[0] for line in out.splitlines()) == LAW_CARDS
    assert law_of_food in out.splitlines()[3]


def test_the_list_as_json_holds_the_same_cards(document):
    rows = document("--list")
    assert tuple(row["card"] for row in rows) == LAW_CARDS
    assert all(list(row) == ["card", "article", "title", "source", "effective"] for row in rows)


# What is refused


@pytest.mark.parametrize("option", ["--price", "--loss"])
@pytest.mark.parametrize(
    "value", ["-5", "-0.01", "1000000000000", "9" * 400, "1.00005", "twelve", "1e3", "1,000", "", "NaN", "１２"]
)
def test_a_bad_sum_is_one_clear_sentence_in_either_language(law, option, value):
    for language, words in (("en", "in yuan with at most four decimals"), ("zh", "以元为单位，最多四位小数")):
        status, out, err = law("fsl-148", f"{option}={value}", "--language", language)
        assert (status, out) == (1, "")
        assert words in err
        assert len(err.splitlines()) == 1
        assert len(err) < 260


def test_a_negative_sum_may_stand_apart_from_its_option(law):
    assert law("cpl-55", "--price", "-5")[0] == 1


def test_a_price_is_above_nothing_and_a_loss_may_be_nothing(law):
    assert law("fsl-148", "--price", "0")[0] == 1
    assert law("fsl-148", "--price", "200", "--loss", "0")[0] == 0


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        ("2026-02-29", "is no date that can be read", "不是可识别的日期"),
        ("2026-6-1", "is no date that can be read", "不是可识别的日期"),
        ("2026-06-01T09:00", "is no date that can be read", "不是可识别的日期"),
        ("tomorrow", "is no date that can be read", "不是可识别的日期"),
        ("10000-01-01", "is no date that can be read", "不是可识别的日期"),
        ("9999-12-30", "lies outside the years 1970 to 9998", "不在 1970 年至 9998 年之间"),
        ("0001-01-01", "lies outside the years 1970 to 9998", "不在 1970 年至 9998 年之间"),
    ],
)
@pytest.mark.parametrize("card", ["cpl-24", "cpl-18"])
def test_a_bad_date_is_one_clear_sentence_in_either_language(law, card, value, english, chinese):
    for language, words in (("en", english), ("zh", chinese)):
        status, out, err = law(card, "--received", value, "--language", language)
        assert (status, out) == (1, "")
        assert words in err
        assert len(err.splitlines()) == 1


def test_an_unknown_card_is_refused_with_a_sentence(law):
    assert law("cpl-56") == (1, "", "There is no law card “cpl-56” here. Please choose one from the list.\n")
    assert law("CPL-55\u202e\n", "--language", "zh") == (1, "", "这里没有“CPL-55”这张法规卡。请从列表中选择。\n")


@pytest.mark.parametrize("words", [[], ["--json"], [""], ["cpl-55", "--list"], ["--list", "--price", "5"]])
def test_a_call_without_one_clear_wish_is_wrong_usage(law, words):
    for language, said in (("en", "Please name one law card"), ("zh", "请写明一张法规卡")):
        status, out, err = law(*words, "--language", language)
        assert (status, out) == (2, "")
        assert err.startswith(said)


@pytest.mark.parametrize("words", [["cpl-55", "fsl-148"], ["cpl-55", "--cost", "5"], ["cpl-55", "--language", "fr"]])
def test_words_that_the_verb_does_not_know_are_wrong_usage(law, words):
    status, out, _ = law(*words)
    assert (status, out) == (2, "")
