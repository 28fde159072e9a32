"""The law cards as data: what is shipped, and how a file that doesn't fit is refused."""

import copy
import re
from datetime import date, datetime

import pytest

from desktop.domain.kinds import Language
from desktop.domain.law_cards import LAW_CARDS, build_law_pack, cards_of
from desktop.errors import UserError
from desktop.words.laws import load_law_pack, read_law_pack

PACK = load_law_pack()
TEXTS = ("article", "title", "summary", "source")


def whole_pack():
    """A small pack that fits."""

    def both(text):
        return {"en": text, "zh": f"{text}。"}

    cards = [
        {"id": id_, **{part: both(f"{part} of {id_}") for part in TEXTS}, "effective": date(2014, 3, 15)}
        for id_ in LAW_CARDS
    ]
    return {"country": "CN", "as_of": date(2026, 6, 1), "notice": both("not legal advice"), "card": cards}


def test_the_cards_are_shown_in_mainland_china_only():
    assert cards_of("CN") == LAW_CARDS == ("cpl-55", "cpl-24", "cpl-25", "fsl-148", "pen-8", "cpl-18")
    assert [cards_of(country) for country in ("HK", "MO", "TW", "GB", "cn", "")] == [()] * 6


# What is shipped


def test_the_shipped_pack_holds_every_card_in_order():
    assert (PACK.country, tuple(card.id for card in PACK.cards)) == ("CN", LAW_CARDS)


def test_each_law_is_in_force_since_its_day():
    days = {"cpl": date(2014, 3, 15), "fsl": date(2015, 10, 1), "pen": date(2015, 3, 15)}
    assert all(card.effective == days[card.id[:3]] for card in PACK.cards)


@pytest.mark.parametrize(
    ("id_", "law", "articles"),
    [
        ("cpl-55", "消费者权益保护法", ["55"]),
        ("cpl-24", "消费者权益保护法", ["24"]),
        ("cpl-25", "消费者权益保护法", ["25"]),
        ("fsl-148", "食品安全法", ["148"]),
        ("pen-8", "侵害消费者权益行为处罚办法", ["8", "9"]),
        ("cpl-18", "消费者权益保护法", ["18", "29"]),
    ],
)
def test_a_card_names_its_law_and_articles_in_both_languages(id_, law, articles):
    card = PACK.card(id_)
    assert f"《{law}》" in card.article.zh
    assert f"《{'' if id_ == 'pen-8' else '中华人民共和国'}{law}》" in card.source.zh
    assert law in card.source.en  # the name by which the law can be looked up
    for text in (card.article.en, card.article.zh):
        assert re.findall(r"\d+", text) == articles


@pytest.mark.parametrize(
    ("id_", "english", "chinese"),
    [
        ("cpl-55", "500 yuan", "500 元"),
        ("cpl-24", "bears the freight", "由经营者承担"),
        ("cpl-25", "without a reason", "无理由"),
        ("fsl-148", "1,000 yuan", "1,000 元"),
        ("fsl-148", "excepted", "除外"),
        ("pen-8", "15 days", "15 日"),
        ("cpl-18", "confidential", "保密"),
    ],
)
def test_a_card_says_in_plain_words_what_the_law_gives(id_, english, chinese):
    summary = PACK.card(id_).summary
    assert english in summary.en
    assert chinese in summary.zh


def test_every_card_is_for_a_person_to_confirm():
    assert PACK.notice.text(Language.EN) == "For a person to confirm, not legal advice."
    assert PACK.notice.text(Language.ZH) == "请由专人核实，不构成法律意见。"


def every_text(language):
    return [PACK.notice.text(language)] + [getattr(card, part).text(language) for card in PACK.cards for part in TEXTS]


def test_the_texts_keep_the_house_style():
    english, chinese = every_text(Language.EN), every_text(Language.ZH)
    assert [text for text in english if re.search(r"['!]|\b(user|consumer's)\b", text)] == []
    assert [
        text for text in chinese if re.search(r"[!;?()]|,(?!\d)|用户|你|[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]", text)
    ] == []
    sentences = [card.summary for card in PACK.cards]
    assert all(s.en.endswith(".") and s.zh.endswith("。") for s in sentences)


def test_a_card_that_is_not_there_is_refused():
    with pytest.raises(UserError) as refusal:
        PACK.card("cpl-56")
    assert (refusal.value.code, refusal.value.field) == ("unknown_law_card", "card")
    assert refusal.value.params == {"value": "cpl-56"}


# What doesn't fit

NOTHING = object()  #: takes a key away


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (["country"], NOTHING, "the pack: country is missing"),
        (["colour"], "red", "the pack: colour is not known"),
        (["country"], "cn", "country: 'cn' is no country"),
        (["country"], 86, "country: 86 is no country"),
        (["country"], "GB", "the cards of GB are none"),
        (["as_of"], "2026-06-01", "as_of: '2026-06-01' is no date"),
        (["as_of"], datetime(2026, 6, 1), "as_of: .* is no date"),  # noqa: DTZ001 (TOML's local time has no zone)
        (["notice"], "text", "notice: a text stands in en and zh"),
        (["notice", "zh"], NOTHING, "notice: zh is missing"),
        (["notice", "fr"], "x", "notice: fr is not known"),
        (["card"], {}, "card: the cards are a list"),
        (["card"], [], "card: the cards of CN are cpl-55, .*, in this order, not none"),
        (["card", 1], "cpl-24", "card 2: this is no table"),
        (["card", 1, "id"], "cpl-99", r"card 2\.id: 'cpl-99' is no law card"),
        (["card", 1, "id"], NOTHING, r"card 2\.id: None is no law card"),
        (["card", 1, "id"], ["cpl-24"], r"card 2\.id: \['cpl-24'\] is no law card"),
        (["card", 1, "id"], "cpl-55", "in this order, not cpl-55, cpl-55, cpl-25"),
        (["card", 3, "title"], NOTHING, r"card 4 \(fsl-148\): title is missing"),
        (["card", 3, "sum"], 1000, r"card 4 \(fsl-148\): sum is not known"),
        (["card", 3, "title", "en"], "", r"card 4 \(fsl-148\)\.title\.en: the text is empty"),
        (["card", 3, "summary", "zh"], "　", r"card 4 \(fsl-148\)\.summary\.zh: the text is empty"),
        (["card", 3, "source", "en"], 148, r"card 4 \(fsl-148\)\.source\.en: the text is empty"),
        (["card", 3, "source", "en"], "two\nlines", r"\.source\.en: a text is one line"),
        (["card", 3, "source", "en"], " law", r"\.source\.en: a text is one line"),
        (["card", 3, "effective"], 2015, r"card 4 \(fsl-148\)\.effective: 2015 is no date"),
        (["card", 3, "effective"], date(2026, 6, 2), "2026-06-02 is later than as_of, 2026-06-01"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place_and_reason(place, value, reason):
    data = copy.deepcopy(whole_pack())
    *way, last = place
    table = data
    for step in way:
        table = table[step]
    if value is NOTHING:
        del table[last]
    else:
        table[last] = value
    with pytest.raises(ValueError, match=reason):
        build_law_pack(data)


def test_a_pack_that_fits_is_taken():
    pack = build_law_pack(whole_pack())
    assert pack.card("pen-8").title.text(Language.ZH) == "title of pen-8。"


def test_another_country_may_have_an_empty_pack():
    assert build_law_pack({**whole_pack(), "country": "GB", "card": []}).cards == ()


def test_a_file_that_is_no_toml_is_refused_with_its_name_and_line(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('country = "CN"\nas_of = tomorrow\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.toml: .*line 2"):
        read_law_pack(path)


def test_a_file_whose_texts_do_not_fit_is_refused_with_its_name_and_field(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('country = "China"\nas_of = 2026-06-01\nnotice = {}\ncard = []\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.toml: country: 'China'"):
        read_law_pack(path)


def test_a_file_that_is_no_utf_8_is_refused_with_its_name(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes("country = '中国'".encode("gb18030"))
    with pytest.raises(ValueError, match=r"mine\.toml: "):
        read_law_pack(path)
