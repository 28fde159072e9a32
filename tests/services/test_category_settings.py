"""Categories of the site's own: codes made for them, both names, hidden ones kept for old cases."""

import pytest

from desktop.domain.kinds import Language
from desktop.services.category_settings import LONGEST_NAME
from desktop.services.desk import Desk
from tests.services.settings_desk import Settled, settled
from tests.support.acts import MILD, Story


@pytest.fixture
def at(desk: Desk) -> Settled:
    return settled(desk)


def test_codes_are_made_for_what_the_site_adds(at: Settled) -> None:
    categories, mark = at.settings.categories, at.person()
    group, _ = categories.add(mark, None, "Spa", "水疗")
    detail, _ = categories.add(mark, group, "Sauna", "桑拿")
    own, kept = categories.add(mark, "H01", "Balcony", "阳台")
    assert (group, detail, own) == ("X01", "X01-X1", "H01-X1")
    assert kept.value.label("X01-X1", Language.ZH) == "水疗 / 桑拿"
    assert at.desk.site.taxonomy().label("H01-X1", Language.EN) == "Facilities / Balcony"


def test_a_new_category_can_be_used_at_once(at: Settled) -> None:
    code, _ = at.settings.categories.add(at.person(), "H01", "Balcony", "阳台")
    story = Story(at.desk)
    number = story.open(category=code)
    story.lead(number, "assessed", **{**MILD, "category": code})
    assert story.case(number)["category"] == code


def test_a_hidden_category_is_no_longer_offered_and_stays_readable(at: Settled) -> None:
    story = Story(at.desk)
    number = story.open(category="H03-1")
    kept = at.settings.categories.hide(at.person(), "H03-1", True)
    taxonomy = at.desk.site.taxonomy()
    assert "H03-1" not in [c.code for c in taxonomy.children("H03")]
    assert kept.value.label("H03-1", Language.EN) == taxonomy.label(story.case(number)["category"], Language.EN)
    at.settings.categories.hide(at.person(), "H03-1", False)
    assert "H03-1" in [c.code for c in at.desk.site.taxonomy().children("H03")]


def test_own_ones_are_renamed_and_shipped_ones_keep_their_names(at: Settled) -> None:
    categories, mark = at.settings.categories, at.person()
    code, _ = categories.add(mark, "H01", "Balcony", "阳台")
    kept = categories.rename(mark, code, "Terrace", "露台")
    category = kept.value.check(code)
    assert (category.name_en, category.name_zh, category.custom) == ("Terrace", "露台", True)
    assert at.refused(categories.rename, mark, "H01-1", "Cold air", "冷气") == ("category_shipped", "name")


@pytest.mark.parametrize(
    ("parent", "en", "zh", "expected"),
    [
        ("H01", "", "阳台", ("missing", "name_en")),
        ("H01", "Balcony", " \u200b", ("missing", "name_zh")),
        ("H01", "x" * (LONGEST_NAME + 1), "阳台", ("too_long", "name_en")),
        ("H01", "Balcony", "\0", ("bad_characters", "name_zh")),
        ("H01", "  LIFT ", "升降机", ("category_name_taken", "name_en")),
        (None, "Facilities", "设备", ("category_name_taken", "name_en")),
        ("H01-1", "Fan", "风扇", ("unknown_category", "parent")),
        ("H77", "Fan", "风扇", ("unknown_category", "parent")),
    ],
)
def test_a_new_category_needs_two_names_and_a_place(
    at: Settled, parent: str | None, en: str, zh: str, expected: tuple[str, str]
) -> None:
    assert at.refused(at.settings.categories.add, at.person(), parent, en, zh) == expected


def test_a_category_may_keep_its_name_when_the_other_language_changes(at: Settled) -> None:
    code, _ = at.settings.categories.add(at.person(), "H01", "Balcony", "阳台")
    kept = at.settings.categories.rename(at.person(), code, "Balcony", "露台")
    assert kept.value.check(code).name_zh == "露台"


def test_one_group_is_always_offered(at: Settled) -> None:
    categories, mark = at.settings.categories, at.person()
    *others, last = [group.code for group in categories.all().value.level1()]
    for code in others:
        categories.hide(mark, code, True)
    assert at.refused(categories.hide, mark, last, True) == ("category_last", "category")


def test_two_people_on_the_list_meet_changed_meanwhile(at: Settled) -> None:
    seen = at.settings.categories.all().version
    at.settings.categories.hide(at.person(), "H12", True, seen)
    for change in (
        lambda: at.settings.categories.add(at.person(), None, "Spa", "水疗", seen),
        lambda: at.settings.categories.hide(at.person(), "H11", True, seen),
    ):
        assert at.refused(change) == ("settings_changed_meanwhile", "version")


def test_hiding_what_is_hidden_leaves_no_trace(at: Settled) -> None:
    at.settings.categories.hide(at.person(), "H12", True)
    before = at.entries()
    at.settings.categories.hide(at.person(), "H12", True)
    assert at.entries() == before
