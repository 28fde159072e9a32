"""Reading the fields of an act one by one."""

from zoneinfo import ZoneInfo

import pytest

from desktop.domain.kinds import Flag, Scope
from desktop.errors import UserError
from desktop.exchange.fields import Fields

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOT_TEXT = [1.5, True, [], {}, ["a"]]


def fields(**data: object) -> Fields:
    return Fields(data, SHANGHAI)


def refusal(method: str, value: object, *more: object) -> tuple[str, str]:
    with pytest.raises(UserError) as refused:
        getattr(fields(it=value), method)("it", *more)
    assert str(refused.value.params.get("value", "")) == refused.value.params.get("value", "")
    return refused.value.code, refused.value.field


BAD = ("bad_value", "it")


@pytest.mark.parametrize("value", [*NOT_TEXT, 8012])
def test_a_text_is_text(value: object) -> None:
    assert refusal("text", value) == BAD
    assert refusal("needed_text", value) == BAD


@pytest.mark.parametrize("value", NOT_TEXT)
def test_a_line_may_be_a_whole_number_since_rooms_are_written_so(value: object) -> None:
    assert refusal("line", value) == BAD
    assert fields(it=8012).line("it") == "8012"


@pytest.mark.parametrize("missing", [{}, {"it": None}, {"it": ""}])
def test_what_must_be_there_is_missing_when_absent_null_or_empty(missing: dict[str, object]) -> None:
    for method in ("need", "needed_text", "inner_list"):
        with pytest.raises(UserError) as refused:
            getattr(Fields(missing, SHANGHAI), method)("it")
        assert (refused.value.code, refused.value.field) == ("missing", "it")


def test_null_counts_as_not_given() -> None:
    empty = fields(it=None)
    assert (empty.text("it"), empty.line("it"), empty.yes("it", default=True)) == ("", "", True)
    assert (empty.whole("it", 1, 4), empty.code("it", Scope), empty.codes("it", Flag)) == (None, None, None)
    assert (empty.texts("it"), empty.time("it"), empty.date("it")) == ((), None, None)


@pytest.mark.parametrize("value", [0, 1, "true", "yes", [], {}, 0.0])
def test_only_true_and_false_are_yes_and_no(value: object) -> None:
    assert refusal("yes", value) == BAD


@pytest.mark.parametrize("value", [0, 5, True, False, 2.0, "2", 10**400, -1, [], float("inf")])
def test_a_whole_number_lies_within_its_range(value: object) -> None:
    assert refusal("whole", value, 1, 4) == BAD


def test_a_whole_numbers_ends_are_within() -> None:
    assert [fields(it=n).whole("it", 1, 4) for n in (1, 4)] == [1, 4]


@pytest.mark.parametrize("value", ["", "One", "ONE", " one", "everyone", 1, True, ["one"], {}])
def test_a_code_is_one_of_its_list(value: object) -> None:
    assert refusal("code", value, Scope) == BAD


@pytest.mark.parametrize("value", ["vip", {"vip": True}, ["vip", "x"], [1], [None], [["vip"]], 1])
def test_codes_are_a_list_of_them(value: object) -> None:
    assert refusal("codes", value, Flag) == BAD


def test_codes_are_a_set() -> None:
    assert fields(it=["vip", "fire", "vip"]).codes("it", Flag) == frozenset({Flag.VIP, Flag.FIRE})
    assert fields(it=[]).codes("it", Flag) == frozenset()


@pytest.mark.parametrize("value", [1, [1], ["a", None], {}, [["a"]]])
def test_texts_are_a_list_of_texts(value: object) -> None:
    assert refusal("texts", value) == BAD


def test_one_text_alone_is_a_list_of_one() -> None:
    assert fields(it="a refund").texts("it") == ("a refund",)


@pytest.mark.parametrize("value", ["Chen", 1, [], ["name"], True])
def test_an_object_within_is_an_object(value: object) -> None:
    assert refusal("inner", value) == BAD


@pytest.mark.parametrize("value", ["voucher", 1, {}, ["voucher"], [[]], [None]])
def test_a_list_within_is_a_list_of_objects(value: object) -> None:
    assert refusal("inner_list", value) == BAD


def test_a_field_within_is_named_with_its_path() -> None:
    guest = fields(guest={"phone": 1.5, "shoe_size": 43}).inner("guest")
    with pytest.raises(UserError) as refused:
        guest.line("phone")
    assert refused.value.field == "guest.phone"
    with pytest.raises(UserError) as refused:
        guest.finish()
    assert (refused.value.code, refused.value.field) == ("unknown_field", "guest.shoe_size")


def test_a_field_that_nobody_asks_for_is_refused() -> None:
    given = fields(text="a", severty=3)
    given.text("text")
    with pytest.raises(UserError) as refused:
        given.finish()
    assert (refused.value.code, refused.value.field) == ("unknown_field", "severty")


def test_a_refusal_carries_no_more_of_a_value_than_a_sentence_holds() -> None:
    for value in ("x" * 300_000, [0] * 100_000, {"a": "房" * 1_000}):
        with pytest.raises(UserError) as refused:
            fields(it=value).code("it", Scope)
        assert len(str(refused.value.params["value"])) <= 100
