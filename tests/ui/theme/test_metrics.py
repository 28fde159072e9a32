import pytest

from desktop.ui.theme.metrics import Metrics, TypeRole, is_compact


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("say", TypeRole(26, 36, 500)),
        ("score", TypeRole(40, 44, 600)),
        ("kpi", TypeRole(26, 32, 600)),
        ("title", TypeRole(20, 26, 600)),
        ("timer", TypeRole(16, 22, 600)),
        ("section", TypeRole(14, 20, 600)),
        ("body", TypeRole(13, 18, 400)),
        ("guest", TypeRole(13, 18, 500)),
        ("narrative", TypeRole(14, 23, 400)),
        ("meta", TypeRole(12, 16, 400)),
        ("key", TypeRole(11, 14, 400)),
    ],
)
def test_a_role_has_the_size_of_the_design(name, role):
    assert Metrics().role(name) == role


def test_compact_rooms_take_smaller_script_and_narrative():
    compact = Metrics(compact=True)
    assert compact.role("say") == TypeRole(22, 30, 500)
    assert compact.role("narrative") == TypeRole(13, 20, 400)
    assert compact.role("body") == Metrics().role("body")


def test_chinese_lines_stand_further_apart():
    assert Metrics(chinese=True).role("body").line == 20
    assert Metrics(chinese=True).role("say").line == 42
    assert Metrics(chinese=True, compact=True).role("say").line == 32


def test_text_size_grows_sizes_and_heights():
    large = Metrics(text_size=125)
    assert large.role("body") == TypeRole(16, 22, 400)
    assert large.height("button") == 40
    assert large.height("queue_row") == 65


def test_no_text_is_smaller_than_eleven():
    names = ("say", "score", "kpi", "title", "number", "subtitle", "timer", "section", "body", "strong", "guest")
    for metrics in (Metrics(), Metrics(compact=True)):
        assert min(metrics.role(n).size for n in (*names, "narrative", "meta", "tag", "header", "key", "chart")) == 11


@pytest.mark.parametrize(
    ("name", "roomy", "compact"),
    [("queue_row", 52, 40), ("queue_header", 32, 28), ("chip", 48, 44), ("rail_item", 56, 52),
     ("conversation_header", 52, 44), ("conversation_foot", 52, 48), ("top_bar", 48, 48), ("button_wizard", 40, 40)],
)  # fmt: skip
def test_heights_are_those_of_the_design(name, roomy, compact):
    assert (Metrics().height(name), Metrics(compact=True).height(name)) == (roomy, compact)


@pytest.mark.parametrize(
    ("width", "height", "compact"),
    [(1400, 760, False), (1399, 900, True), (1440, 759, True), (1366, 696, True), (1440, 900, False)],
)
def test_small_windows_are_compact(width, height, compact):
    assert is_compact(width, height) is compact
