"""Whatever stands in a field: it is done or refused in one line, and never a crash (trust.md, Text from outside)."""

import json
import shutil
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.exchange.acts import ACTS
from desktop.words import load_words
from tests.support.act_lines import EVERY_FIELD, WHOLE_ACTS, json_values
from tests.support.acts import APOLOGY, RECIPES, Story
from tests.support.sites import open_site
from tests.support.staffed import contents, staffed_folder

WORDS = [load_words(language) for language in Language]


class Field:
    """A desk that is asked nonsense, with a case for every act."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.original = story.open(text="The first.")
        self._cases: dict[str, tuple[str, int]] = {}  #: act → a case and its version before the act

    def line(self, act: str) -> dict[str, Any]:
        """The whole line of an act, on a case that it can be done to now."""
        line: dict[str, Any] = json.loads(json.dumps(WHOLE_ACTS[act]))
        line["at"] = self.story.text(self.story.at)
        for name in ("when", "received_at"):
            line.pop(name, None)
        if "case" in line:
            line["case"] = self._case(act)
        if "of" in line:
            line["of"] = self.original
        return line

    def _case(self, act: str) -> str:
        number, version = self._cases.get(act, ("", 0))
        if not number or self._version(number) != version:
            number = self.story.opened(RECIPES[act][0])
            self._cases[act] = number, self._version(number)
        return number

    def _version(self, number: str) -> int:
        return self.story.desk.reader.view(number).row.version

    def perform(self, line: str) -> None:
        act = self.story.reader.read(line)
        person = self.story.desk.staff.person(act.by, "D1")
        self.story.desk.cases.perform(act.command, person, act.at)


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    folder = tmp_path_factory.mktemp("nonsense") / "site"
    shutil.copytree(staffed_folder(), folder)
    desk = open_site(folder)
    yield Field(Story(desk))
    with desk.workspace.database.reading() as connection:
        assert desk.journal.first_break(connection) is None
    desk.close()


def put(line: dict[str, Any], path: list[str], value: object) -> None:
    """Puts a value into a line; the field within need not be there."""
    place: Any = line
    for key in path[:-1]:
        place = place[key]
        if isinstance(place, list):
            place = place[0]
    place[path[-1]] = value


def check_refusal(refusal: UserError, field: str) -> None:
    """One clear line in both languages, about a field of the act."""
    for words in WORDS:
        sentence = words.error(refusal)
        assert sentence == " ".join(sentence.split())
        assert len(sentence) <= 400
        assert not {unicodedata.category(c) for c in sentence} & {"Cc", "Cf", "Cs", "Zl", "Zp"}, sentence
        assert words.errors.get(refusal.code), refusal.code


def try_line(field: Field, line: str, name: str) -> bool:
    """Whether the line is carried out; a refusal changes nothing and is told in one line."""
    folder = field.story.desk.workspace.folder
    before = contents(folder)
    try:
        field.perform(line)
    except UserError as refusal:
        check_refusal(refusal, name)
        assert contents(folder) == before
        return False
    return True


@pytest.mark.parametrize("act", sorted(ACTS))
def test_the_whole_line_of_every_act_is_done(field: Field, act: str) -> None:
    assert try_line(field, json.dumps(field.line(act)), "")


@pytest.mark.parametrize("act", sorted(ACTS))
@given(data=st.data())
@settings(max_examples=25)
def test_any_json_value_in_any_field_is_done_or_refused_in_one_line(
    field: Field, act: str, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from([path[1:] for path in EVERY_FIELD if path[0] == act and path[1:] != ("act",)]))
    value = data.draw(json_values)
    line = field.line(act)
    put(line, list(path), value)
    try_line(field, json.dumps(line), path[-1])


@settings(max_examples=30)
@given(field_name=st.text(min_size=1, max_size=20), value=json_values, act=st.sampled_from(sorted(ACTS)))
def test_an_unknown_field_is_refused_by_its_name(field: Field, field_name: str, value: object, act: str) -> None:
    if field_name in WHOLE_ACTS[act] or field_name in ("at", "replaces", "ask"):
        return
    line = field.line(act) | {field_name: value}
    with pytest.raises(UserError) as refused:
        field.perform(json.dumps(line))
    assert (refused.value.code, refused.value.field) == ("unknown_field", field_name)
    check_refusal(refused.value, field_name)


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "\u202egnol\u202c",
    "\u200b\u200d\ufeffx",
    '=HYPERLINK("//host")',
    "'; DROP TABLE cases; --",
    "%s %n {0} ${jndi:x} $(id) `id`",
    "\u0085\x7fx",
    "🙂" * 200,
    "a\u0300" * 400,
    "\r\n\t x",
    "../../etc/passwd",
    "NULL",
    "房" * 900,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_as_it_came_in_every_field_that_takes_text(story: Story, text: str) -> None:
    guest = dict.fromkeys(("name", "honorific", "phone", "email", "language"), text)
    names = ("text", "on_behalf_of", "room", "reference", "place", "expected", "actual")
    number = story.open(**dict.fromkeys(names, text), guest=guest, wants=[text, text])
    case = story.case(number)
    assert {name: case[name] for name in names} == dict.fromkeys(names, text)
    assert {name: case["guest"][name] for name in guest} == guest
    assert case["wants"] == [text, text]
    story.act("note", number, text=text)
    story.act("contact", number, text=text, **{"with": text})
    story.act("hand_over", number, department=text)
    story.act("confirm_facts", number, text=text)
    story.act(
        "assess", number, category="H01-1", severity=2, scope="one", emotion=0, cause=text, impact=text, nature=text
    )
    story.act("propose", number, remedies=[{"kind": "gift", "note": text, "law_card": text}], solution=text)
    story.act("resolve", number, told_by="phone", answer="accepted")
    story.act("close", number, root_cause=f"people/{text}", outcome="not", closure="explained", lesson=text,
              whys=[text], survey_not_asked=text, reason=text)  # fmt: skip
    story.act("reopen", number, reason=text)
    story.act("withdraw", number, reason=text)
    case = story.case(number)
    assert (case["notes"][0]["text"], case["contacts"][0]["with"], case["department"]) == (text, text, text)
    assert (case["facts"], case["cause"], case["solution"], case["lesson"], case["whys"]) == (*[text] * 4, [text])
    assert (case["remedies"][0]["note"], case["survey_not_asked"], case["root_cause"]) == (text, text, f"people/{text}")
    assert {"field": "reason", "before": None, "after": text} in case["history"][-1]["changes"]


@pytest.mark.parametrize(("size", "code"), [(256 * 1024, None), (256 * 1024 + 1, "too_long"), (1_000_000, "too_long")])
def test_a_long_complaint_is_kept_or_refused_with_a_way_out(story: Story, size: int, code: str | None) -> None:
    text = "x" * size
    if code is None:
        assert story.case(story.open(text=text))["text"] == text
    else:
        assert story.refused("open", type="complaint", channel="email", text=text) == (code, "text")


@pytest.mark.parametrize("name", ["reason", "note", "solution", "lesson", "cause"])
def test_other_long_texts_end_at_64_kb(story: Story, name: str) -> None:
    long = "x" * (64 * 1024 + 1)
    fields: dict[str, tuple[str, str, dict[str, Any]]] = {
        "reason": ("withdraw", "new", {"reason": long}),
        "note": ("propose", "assessed", {"remedies": [{"kind": "gift", "note": long}]}),
        "solution": ("propose", "assessed", {"remedies": APOLOGY, "solution": long}),
        "lesson": ("close", "resolved", {**WHOLE_ACTS["close"], "lesson": long}),
        "cause": ("assess", "acknowledged", {**WHOLE_ACTS["assess"], "cause": long}),
    }
    act, state, given_ = fields[name]
    given_ = {key: value for key, value in given_.items() if key not in ("act", "by", "case")}
    assert story.refused(act, story.opened(state), **given_) == ("too_long", name)


def test_a_list_without_end_is_refused(story: Story) -> None:
    """A limit for each text is none for all of them together."""
    assert story.refused("open", type="complaint", channel="chat", text="a", wants=["a"] * 10_000) == (
        "too_many",
        "wants",
    )
    many = [{"kind": "gift"}] * 10_000
    assert story.refused("propose", story.opened("assessed"), remedies=many) == ("too_many", "remedies")
    whys = {**WHOLE_ACTS["close"], "whys": ["a"] * 10_000}
    whys = {key: value for key, value in whys.items() if key not in ("act", "by", "case")}
    assert story.refused("close", story.opened("resolved"), **whys) == ("too_many", "whys")
