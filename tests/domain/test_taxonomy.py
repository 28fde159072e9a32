import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Language, Property
from desktop.domain.taxonomy import Category, build_taxonomy
from desktop.errors import UserError
from desktop.words import load_taxonomy

#: How many details each group has in the list of the field (domain.md 7).
DETAILS = {
    Property.HOTEL: {
        "H01": 8, "H02": 7, "H03": 7, "H04": 7, "H05": 7, "H06": 7, "H07": 6,
        "H08": 7, "H09": 7, "H10": 6, "H11": 6, "H12": 6, "H99": 2,
    },
    Property.RETAIL: {
        "R01": 4, "R02": 3, "R03": 5, "R04": 4, "R05": 4, "R06": 4, "R07": 3,
        "R08": 5, "R09": 3, "R10": 3, "R11": 1, "R12": 1, "R99": 2,
    },
}  # fmt: skip


@pytest.fixture
def hotel():
    return load_taxonomy(Property.HOTEL)


@pytest.fixture
def retail():
    return load_taxonomy(Property.RETAIL)


@pytest.mark.parametrize("property_", Property)
def test_the_shipped_packs_hold_every_group_with_its_details_in_order(property_):
    pack = load_taxonomy(property_)
    found = {group.code: [c.code for c in pack.children(group.code)] for group in pack.level1()}
    assert found == {group: [f"{group}-{n + 1}" for n in range(count)] for group, count in DETAILS[property_].items()}
    assert list(found) == list(DETAILS[property_])


@pytest.mark.parametrize(
    ("property_", "code", "english", "chinese"),
    [
        (Property.HOTEL, "H01-1", "Air conditioning and heating", "空调暖气"),
        (Property.HOTEL, "H01-6", "Furniture, decor and room size", "家具装修"),
        (Property.HOTEL, "H01-8", "Closed or missing facilities", "设施停用"),
        (Property.HOTEL, "H03-7", "Street, traffic and nightlife", "街道夜店"),
        (Property.HOTEL, "H08-1", "Food illness", "食安"),
        (Property.HOTEL, "H09-6", "Data leak", "泄露"),
        (Property.HOTEL, "H12-6", "Groups", "团队"),
        (Property.RETAIL, "R01-1", "Defect", "缺陷"),
        (Property.RETAIL, "R03-4", "Price drop", "降价"),
        (Property.RETAIL, "R05-4", "Runaround", "推诿"),
        (Property.RETAIL, "R08-5", "Packaging", "包装"),
        (Property.RETAIL, "R99-1", "Everything, without an object", "整体不满"),
    ],
)
def test_a_code_means_the_same_category_for_ever(property_, code, english, chinese):
    category = load_taxonomy(property_).get(code)
    assert (category.name(Language.EN), category.name(Language.ZH)) == (english, chinese)


@pytest.mark.parametrize("property_", Property)
def test_short_names_fit_the_column_of_the_queue(property_):
    too_long = [c.code for c in load_taxonomy(property_) if len(c.short_en) > 14 or len(c.short_zh) > 5]
    assert too_long == []


@pytest.mark.parametrize("property_", Property)
def test_details_of_one_group_never_share_a_name(property_):
    pack = load_taxonomy(property_)
    for group in pack.level1():
        for language in Language:
            names = [c.name(language) for c in pack.children(group.code)]
            assert len(set(names)) == len(names)


def test_either_level_is_a_category_but_only_both_are_complete(hotel):
    assert hotel.check("H01").parent is None
    assert hotel.check("H01-1").parent == "H01"
    assert not hotel.is_complete("H01")
    assert hotel.is_complete("H01-1")
    assert not hotel.is_complete(None)
    assert not hotel.is_complete("H77-1")


def test_a_group_with_a_single_detail_leaves_nothing_to_choose(retail):
    assert retail.is_complete("R11")
    assert retail.is_complete("R12-1")


def test_an_unknown_category_is_refused_with_what_was_entered(hotel):
    with pytest.raises(UserError) as refusal:
        hotel.check("R01-1", "category")
    assert (refusal.value.code, refusal.value.field, refusal.value.params) == (
        "unknown_category",
        "category",
        {"value": "R01-1"},
    )


def test_a_detail_knows_its_group(hotel):
    assert hotel.level1_of("H08-3").code == "H08"
    assert hotel.level1_of("H08").code == "H08"
    assert hotel.level1_of("H88-3") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("H01-1", "H01-1"),
        ("h01-1 air con", "H01-1"),
        ("Ｈ０１－１", "H01-1"),
        ("空调暖气", "H01-1"),
        ("空调", "H01-1"),
        ("  hot   WATER and plumbing ", "H01-2"),
        ("设施", "H01"),
        ("设施 / 空调暖气", "H01-1"),
        ("设施／空调", "H01-1"),
        ("Facilities > Lift", "H01-5"),
        ("Booking / Early/late", "H04-5"),
        ("Agency/OTA", "H04-4"),
        ("Food › Waiting", "H08-4"),
        ("其他", "H99"),
        ("财物/其他", "H10-6"),
        ("Waiting", None),  # at check-in or for food: not for us to guess
        ("H77", None),
        ("H01-19", None),
        ("厨房", None),
        ("", None),
    ],
)
def test_imports_find_categories_by_code_or_by_either_name(hotel, text, code):
    found = hotel.find(text)
    assert (found and found.code) == code


@given(st.text(max_size=80))
def test_finding_never_fails_on_any_text(text):
    found = load_taxonomy(Property.HOTEL).find(text)
    assert found is None or found.code in load_taxonomy(Property.HOTEL)


@pytest.mark.parametrize("property_", Property)
@pytest.mark.parametrize("language", Language)
def test_every_category_is_found_again_by_its_label(property_, language):
    pack = load_taxonomy(property_)
    for category in pack:
        assert pack.find(pack.label(category.code, language)) == category


def test_a_label_says_group_and_detail(hotel):
    assert hotel.label("H01-1", Language.EN, short=True) == "Facilities / Air-con"
    assert hotel.label("H01-1", Language.ZH) == "设施 / 空调暖气"
    assert hotel.label("H01", Language.EN) == "Facilities"
    assert hotel.label("old-7", Language.EN) == "old-7"


def added(code, parent, name="Rooftop bar"):
    return Category(code, parent, name, "屋顶酒吧", "Rooftop", "屋顶")


def test_a_sites_own_category_stands_at_the_end_of_its_group(hotel):
    changed = hotel.with_site_changes([added(hotel.next_code("H08"), "H08")])
    assert [c.code for c in changed.children("H08")][-2:] == ["H08-7", "H08-X1"]
    assert changed.check("H08-X1").custom
    assert changed.is_complete("H08-X1")
    assert changed.find("屋顶酒吧").code == "H08-X1"
    assert changed.next_code("H08") == "H08-X2"
    assert "H08-X1" not in hotel


def test_a_site_may_add_a_whole_group(hotel):
    group = hotel.next_code()
    changed = hotel.with_site_changes([added(group, None), added(f"{group}-X1", group, "Music")])
    assert changed.level1()[-1].code == "X01"
    assert [c.code for c in changed.children("X01")] == ["X01-X1"]


def test_a_hidden_category_is_not_offered_but_old_cases_keep_it(hotel):
    changed = hotel.with_site_changes(hidden={"H01-5", "H11", "from-another-version"})
    assert "H01-5" not in [c.code for c in changed.children("H01")]
    assert "H11" not in [c.code for c in changed.level1()]
    assert "H01-5" in [c.code for c in changed.children("H01", include_hidden=True)]
    assert changed.check("H01-5").hidden
    assert changed.label("H01-5", Language.EN) == "Facilities / Lift"


@pytest.mark.parametrize(
    ("category", "code"),
    [
        (added("H08-8", "H08"), "category_code_bad"),  # a later version of the pack may need it
        (added("H08-X1", "H07"), "category_code_bad"),
        (added("X1", None), "category_code_bad"),
        (added("X05-X1", "X05"), "unknown_category"),
        (Category("X01", None, " ", "名", "a", "b"), "missing"),
    ],
)
def test_an_addition_that_does_not_fit_is_refused(hotel, category, code):
    with pytest.raises(UserError) as refusal:
        hotel.with_site_changes([category])
    assert refusal.value.code == code


def test_a_site_code_is_given_only_once(hotel):
    with pytest.raises(UserError) as refusal:
        hotel.with_site_changes([added("H08-X1", "H08"), added("H08-X1", "H08")])
    assert refusal.value.code == "category_code_taken"


TEXTS = {"en": "a", "zh": "甲"}


def row(code, **other):
    return {"code": code, "name": TEXTS, "short": TEXTS, "hint": TEXTS} | other


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([], "no categories"),
        ([row("H1")], "no category code"),
        ([row("H01"), row("H01")], "twice"),
        ([row("H01-1")], "out of order"),
        ([row("H01"), row("H01-2")], "out of order"),
        ([row("H01", name={"en": "a"})], "needs en and zh"),
        ([row("H01", hint={"en": "a", "zh": " "})], "is empty"),
        ([row("H01", colour="red")], "code, name, short and hint"),
    ],
)
def test_a_pack_that_is_wrong_is_never_loaded(rows, complaint):
    with pytest.raises(ValueError, match=complaint):
        build_taxonomy(Property.HOTEL, {"property": "hotel", "category": rows})


def test_a_pack_belongs_to_one_kind_of_place():
    with pytest.raises(ValueError, match="retail"):
        build_taxonomy(Property.HOTEL, {"property": "retail", "category": [row("R01")]})
