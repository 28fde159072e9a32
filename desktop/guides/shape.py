"""Reads the parts that every kind of guide file is made of, and collects what is wrong with their shape."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from desktop.domain.kinds import Flag, Language, Property
from desktop.guides.conditions import Condition, EmotionRule
from desktop.guides.errors import Complaints
from desktop.guides.kinds import EMOTIONS, FIELDS, Mode, QuestionKind, Spoken
from desktop.guides.model import Question, QuickAnswer, Text, Wordings
from desktop.guides.wording_checks import check_wording
from desktop.guides.yaml_tree import Items, Node, Scalar, Table
from desktop.words import load_taxonomy

Kind = TypeVar("Kind", bound=StrEnum)
Row = TypeVar("Row")

_TRUE, _FALSE = "true", "false"
_SITES_OWN = "X"  #: codes that a site added begin with it; no shipped list holds them
EMPTY = Text("", "")


class Shape:
    """Turns nodes into values; whatever is wrong becomes a complaint, and reading goes on with something harmless.

    ``placeholders`` are those that the file's texts may hold bare (``neutral``) and in an optional part.
    """

    def __init__(self, complaints: Complaints, neutral: frozenset[str], optional: frozenset[str]) -> None:
        self.complaints = complaints
        self._neutral, self._optional = neutral, optional

    def table(self, node: Node | None, field: str, needed: str = "", also: str | None = "") -> Table:
        """A mapping with the ``needed`` keys and at most the ``also`` ones; None allows any further key."""
        if not isinstance(node, Table):
            if node is not None:
                self.complaints.add("guide_not_a_table", node.line, field)
            return Table({}, node.line if node else 1)
        for key in needed.split():
            if key not in node.entries:
                self.complaints.add("guide_missing_key", node.line, field, value=key)
        if also is not None:
            known = {*needed.split(), *also.split()}
            for key in node.entries.keys() - known:
                self.complaints.add("guide_unknown_key", node.key_lines[key], field, value=key)
        return node

    def rows(self, node: Node | None, field: str, read: Callable[[Node, str], Row]) -> tuple[Row, ...]:
        """A list, each entry read by ``read(node, field)``; nothing where there is none."""
        if node is None:
            return ()
        if not isinstance(node, Items):
            self.complaints.add("guide_not_a_list", node.line, field)
            return ()
        return tuple(read(item, f"{field}.{place}") for place, item in enumerate(node.items, start=1))

    def word(self, node: Node | None, field: str) -> str:
        """A text that is an id or a code; empty where it isn't one."""
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.complaints.add("guide_not_a_text", node.line, field)
            return ""
        if not node.text.strip():
            self.complaints.add("guide_empty_text", node.line, field)
        return node.text.strip()

    def words(self, node: Node | None, field: str) -> tuple[str, ...]:
        """A list of ids or codes."""
        return self.rows(node, field, self.word)

    def truth(self, node: Node | None, field: str) -> bool:
        """``true`` or ``false``; false where nothing stands."""
        if node is None:
            return False
        word = self.word(node, field)
        if word not in (_TRUE, _FALSE):
            self.complaints.add("guide_not_a_truth", node.line, field, value=word, allowed=f"{_TRUE}, {_FALSE}")
        return word == _TRUE

    def one_of(self, node: Node | None, field: str, kind: type[Kind]) -> Kind | None:
        """A code of a closed list; None where it is not on it."""
        if node is None:
            return None
        word = self.word(node, field)
        try:
            return kind(word)
        except ValueError:
            code = "guide_unknown_flag" if kind is Flag else "guide_unknown_value"
            self.complaints.add(code, node.line, field, value=word, allowed=", ".join(kind))
            return None

    def set_of(self, node: Node | None, field: str, kind: type[Kind]) -> frozenset[Kind]:
        """A list of codes of a closed list."""
        found = self.rows(node, field, lambda item, place: self.one_of(item, place, kind))
        return frozenset(code for code in found if code is not None)

    # Texts

    def text(self, node: Node | None, field: str) -> Text:
        """One text in both languages."""
        if node is None:
            return EMPTY
        table = self.table(node, field, also="en zh")
        said = [self._in_language(table, language, field, one=True) for language in Language]
        return Text(said[0][0], said[1][0])

    def wordings(self, node: Node, field: str) -> Wordings:
        """Several wordings in both languages, with or without a condition."""
        table = self.table(node, field, also="when en zh")
        en, zh = (self._in_language(table, language, field) for language in Language)
        return Wordings(en, zh, self.condition(table.entries.get("when"), f"{field}.when"))

    def choice_of_wordings(self, node: Node | None, field: str) -> tuple[Wordings, ...]:
        """Wordings of which the first that applies is used: the last one must always apply."""
        found = self.rows(node, field, self.wordings)
        if node is not None and (not found or found[-1].when is not None):
            self.complaints.add("guide_no_default", node.line, field)
        return found

    def line(self, node: Node | None, field: str) -> tuple[Wordings, ...]:
        """One text, or a list of which the first that applies is used."""
        if isinstance(node, Items):
            return self.choice_of_wordings(node, field)
        text = self.text(node, field)
        return (Wordings((text.en,), (text.zh,)),)

    def _in_language(self, table: Table, language: Language, field: str, *, one: bool = False) -> tuple[str, ...]:
        node = table.entries.get(language.value)
        place = f"{field}.{language.value}"
        if node is None:
            self.complaints.add("guide_missing_language", table.line, place, language=language)
            return ("",)
        if isinstance(node, Items) and not one:
            lines = self.rows(node, place, lambda item, at: self._sentence(item, at, language))
            if not lines:
                self.complaints.add("guide_empty_text", node.line, place)
            return lines or ("",)
        return (self._sentence(node, place, language),)

    def _sentence(self, node: Node, field: str, language: Language) -> str:
        text = " ".join(self.word(node, field).split())
        if text and isinstance(node, Scalar):
            check_wording(text, language, self._neutral, self._optional, self.complaints, node.line, field)
        return text

    # Rules

    def condition(self, node: Node | None, field: str, *, nested: bool = False) -> Condition | None:
        """When something applies; None where no condition stands."""
        if node is None:
            return None
        keys = "emotion flags category language channel answers"
        table = self.table(node, field, also=keys if nested else f"{keys} any none")
        if isinstance(node, Table) and not node.entries:
            self.complaints.add("guide_empty_condition", node.line, field)
        entries = table.entries
        return Condition(
            emotion=self._emotion(entries.get("emotion"), f"{field}.emotion"),
            flags=self.set_of(entries.get("flags"), f"{field}.flags", Flag),
            category=frozenset(self.rows(entries.get("category"), f"{field}.category", self.category)),
            language=self.set_of(entries.get("language"), f"{field}.language", Spoken),
            channel=self.set_of(entries.get("channel"), f"{field}.channel", Mode),
            answers=self._answers(entries.get("answers"), f"{field}.answers"),
            any=() if nested else self.rows(entries.get("any"), f"{field}.any", self._nested),
            none=() if nested else self.rows(entries.get("none"), f"{field}.none", self._nested),
        )

    def _nested(self, node: Node, field: str) -> Condition:
        return self.condition(node, field, nested=True) or Condition()

    def _emotion(self, node: Node | None, field: str) -> EmotionRule | None:
        if node is None:
            return None
        table = self.table(node, field, also="at_least at_most is fell")
        numbers = {key: self._level(value, f"{field}.{key}") for key, value in table.entries.items()}
        exact = numbers.get("is")
        return EmotionRule(
            at_least=numbers.get("at_least") if exact is None else exact,
            at_most=numbers.get("at_most") if exact is None else exact,
            fell=numbers.get("fell"),
        )

    def _level(self, node: Node, field: str) -> int | None:
        word = self.word(node, field)
        if word.isascii() and word.isdecimal() and len(word) == 1 and int(word) in EMOTIONS:
            return int(word)
        self.complaints.add("guide_bad_emotion", node.line, field, value=word)
        return None

    def _answers(self, node: Node | None, field: str) -> tuple[tuple[str, frozenset[str]], ...]:
        if node is None:
            return ()
        table = self.table(node, field, also=None)
        return tuple(
            (question, frozenset(self.words(answers, f"{field}.{question}")))
            for question, answers in table.entries.items()
        )

    def category(self, node: Node, field: str) -> str:
        """A code of either level, of either pack or of the site's own."""
        word = self.word(node, field)
        if word and _SITES_OWN not in word and not any(word in load_taxonomy(pack) for pack in Property):
            self.complaints.add("guide_unknown_category", node.line, field, value=word)
        return word

    def field_of_case(self, node: Node, field: str) -> str:
        """A field of the case that a step may fill."""
        word = self.word(node, field)
        if word and word not in FIELDS:
            self.complaints.add("guide_unknown_field", node.line, field, value=word)
        return word

    # Questions

    def questions(self, node: Node | None, field: str) -> tuple[Question, ...]:
        """The questions of a step or of a bank."""
        return self.rows(node, field, self._question)

    def _question(self, node: Node, field: str) -> Question:
        table = self.table(node, field, "id kind text", "answers record when covers")
        entries: Mapping[str, Node] = table.entries
        kind = self.one_of(entries.get("kind"), f"{field}.kind", QuestionKind)
        answers = self.rows(entries.get("answers"), f"{field}.answers", self._quick_answer)
        if kind is not None and (kind is QuestionKind.OPEN) != (not answers):
            self.complaints.add("guide_bad_answers", node.line, field)
        self._check_ids(answers, node, field)
        record = entries.get("record")
        return Question(
            id=self.word(entries.get("id"), f"{field}.id"),
            kind=kind or QuestionKind.OPEN,
            text=self.text(entries.get("text"), f"{field}.text"),
            answers=answers,
            record=self.field_of_case(record, f"{field}.record") if record else "",
            when=self.condition(entries.get("when"), f"{field}.when"),
            covers=self.words(entries.get("covers"), f"{field}.covers"),
        )

    def _quick_answer(self, node: Node, field: str) -> QuickAnswer:
        table = self.table(node, field, "id", "en zh sets value")
        entries = table.entries
        en, zh = (self._in_language(table, language, field, one=True)[0] for language in Language)
        value = entries.get("value")
        return QuickAnswer(
            id=self.word(entries.get("id"), f"{field}.id"),
            text=Text(en, zh),
            sets=self.one_of(entries.get("sets"), f"{field}.sets", Flag),
            value=self.word(value, f"{field}.value") if value else "",
        )

    def _check_ids(self, answers: tuple[QuickAnswer, ...], node: Node, field: str) -> None:
        for value in doubles(answer.id for answer in answers):
            self.complaints.add("guide_double_id", node.line, field, value=value)


def doubles(ids: Iterator[str]) -> tuple[str, ...]:
    """Ids that stand more than once, in the order in which that is noticed."""
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for id_ in ids:
        if id_ in seen:
            twice[id_] = None
        seen.add(id_)
    return tuple(twice)
