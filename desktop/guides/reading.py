"""From the tree of a file to a guide, a question bank or the texts of apologies."""

from dataclasses import replace

from desktop.guides.conditions import Condition
from desktop.guides.errors import Complaints
from desktop.guides.kinds import IN_APOLOGIES, NEUTRAL, OPTIONAL, Effect
from desktop.guides.model import (
    APOLOGY_TEXTS,
    ApologyTexts,
    Bank,
    Branch,
    CategoryWords,
    Framework,
    Guide,
    Mood,
    Question,
    Stage,
    Step,
    Text,
    Wordings,
)
from desktop.guides.shape import Shape, doubles
from desktop.guides.structure import check_structure
from desktop.guides.yaml_tree import Node, Scalar, Table

_MOODS, _HINTS = 5, 3
_STEP_NEEDS = "name goal say done_when card"
_STEP_MAY = "shorter do dont questions record bank ends then"
_SENTENCES = "happened regret responsibility change"


def read_guide(tree: Node, complaints: Complaints) -> Guide:
    """The guide of a conversation; what is wrong goes to ``complaints``."""
    shape = Shape(complaints, NEUTRAL, OPTIONAL)
    table = shape.table(tree, "", "kind guide neutral steps frameworks moods branches")
    entries = table.entries
    steps = _named(shape, entries.get("steps"), "steps")
    frameworks = _named(shape, entries.get("frameworks"), "frameworks")
    guide = Guide(
        id=shape.word(entries.get("guide"), "guide"),
        steps={id_: _step(shape, id_, node) for id_, node in steps.items()},
        frameworks={id_: _framework(shape, id_, node) for id_, node in frameworks.items()},
        moods=_moods(shape, entries.get("moods")),
        branches=shape.rows(entries.get("branches"), "branches", lambda node, field: _branch(shape, node, field)),
        neutral=_neutral(shape, entries.get("neutral")),
    )
    check_structure(guide, table, complaints)
    return guide


def read_bank(tree: Node, complaints: Complaints) -> Bank:
    """A bank of questions and sentences by level-1 category."""
    # Questions and sentences of a bank are themselves put into texts, so they hold no placeholders.
    shape = Shape(complaints, frozenset(), frozenset())
    table = shape.table(tree, "", "kind guide categories")
    categories = _named(shape, table.entries.get("categories"), "categories")
    read: dict[str, CategoryWords] = {}
    for code, node in categories.items():
        shape.category(Scalar(code, node.line), f"categories.{code}")
        if "-" in code:
            complaints.add("guide_unknown_category", node.line, f"categories.{code}", value=code)
        read[code] = _category_words(shape, node, f"categories.{code}")
    questions = [question for words in read.values() for question in words.questions]
    for value in doubles(question.id for question in questions):
        complaints.add("guide_double_id", table.line, "categories", value=value)
    return Bank(shape.word(table.entries.get("guide"), "guide"), read)


def read_apology_texts(tree: Node, complaints: Complaints) -> ApologyTexts:
    """The sentences that join an apology's parts."""
    shape = Shape(complaints, IN_APOLOGIES, OPTIONAL)
    table = shape.table(tree, "", "kind guide texts")
    texts = shape.table(table.entries.get("texts"), "texts", " ".join(APOLOGY_TEXTS))
    read = {id_: shape.text(node, f"texts.{id_}") for id_, node in texts.entries.items()}
    return ApologyTexts(shape.word(table.entries.get("guide"), "guide"), read)


def _named(shape: Shape, node: Node | None, field: str) -> dict[str, Node]:
    table = shape.table(node, field, also=None)
    if isinstance(node, Table) and not node.entries:
        shape.complaints.add("guide_empty_table", node.line, field)
    return table.entries


def _neutral(shape: Shape, node: Node | None) -> dict[str, Text]:
    table = shape.table(node, "neutral", " ".join(sorted(NEUTRAL)))
    bare = Shape(shape.complaints, frozenset(), frozenset())  # neutral words are put in as they are
    return {id_: bare.text(text, f"neutral.{id_}") for id_, text in table.entries.items()}


def _step(shape: Shape, id_: str, node: Node) -> Step:
    field = f"steps.{id_}"
    table = shape.table(node, field, _STEP_NEEDS, _STEP_MAY)
    part = table.entries.get
    questions = shape.questions(part("questions"), f"{field}.questions")
    then = part("then")
    return Step(
        id=id_,
        name=shape.text(part("name"), f"{field}.name"),
        goal=shape.line(part("goal"), f"{field}.goal"),
        done_when=shape.line(part("done_when"), f"{field}.done_when"),
        card=shape.text(part("card"), f"{field}.card"),
        say=shape.choice_of_wordings(part("say"), f"{field}.say"),
        shorter=shape.rows(part("shorter"), f"{field}.shorter", shape.wordings),
        do=shape.rows(part("do"), f"{field}.do", shape.wordings),
        dont=shape.rows(part("dont"), f"{field}.dont", shape.wordings),
        questions=questions,
        record=shape.rows(part("record"), f"{field}.record", shape.field_of_case),
        bank=shape.truth(part("bank"), f"{field}.bank"),
        ends=shape.truth(part("ends"), f"{field}.ends"),
        then=shape.word(then, f"{field}.then") if then else "",
    )


def _framework(shape: Shape, id_: str, node: Node) -> Framework:
    field = f"frameworks.{id_}"
    table = shape.table(node, field, "name stages")
    stages = shape.rows(table.entries.get("stages"), f"{field}.stages", lambda one, at: _stage(shape, one, at))
    return Framework(id_, shape.text(table.entries.get("name"), f"{field}.name"), stages)


def _stage(shape: Shape, node: Node, field: str) -> Stage:
    table = shape.table(node, field, "id name steps", "optional afterwards")
    part = table.entries.get
    return Stage(
        id=shape.word(part("id"), f"{field}.id"),
        name=shape.text(part("name"), f"{field}.name"),
        steps=shape.words(part("steps"), f"{field}.steps"),
        optional=shape.truth(part("optional"), f"{field}.optional"),
        afterwards=shape.truth(part("afterwards"), f"{field}.afterwards"),
    )


def _moods(shape: Shape, node: Node | None) -> tuple[Mood, ...]:
    moods = shape.rows(node, "moods", lambda one, at: _mood(shape, one, at))
    if node is not None and len(moods) != _MOODS:
        shape.complaints.add("guide_wrong_count", node.line, "moods", count=len(moods), wanted=_MOODS)
    return moods


def _mood(shape: Shape, node: Node, field: str) -> Mood:
    table = shape.table(node, field, "title hints")
    hints_node = table.entries.get("hints")
    hints = shape.wordings(hints_node, f"{field}.hints") if hints_node else Wordings((), ())
    if hints_node and not len(hints.en) == len(hints.zh) == _HINTS:
        count = min(len(hints.en), len(hints.zh))
        shape.complaints.add("guide_wrong_count", hints_node.line, f"{field}.hints", count=count, wanted=_HINTS)
    return Mood(shape.text(table.entries.get("title"), f"{field}.title"), replace(hints, when=None))


def _branch(shape: Shape, node: Node, field: str) -> Branch:
    table = shape.table(node, field, "id when note", "insert skip effects")
    part = table.entries.get
    insert = part("insert")
    when = shape.condition(part("when"), f"{field}.when")
    return Branch(
        id=shape.word(part("id"), f"{field}.id"),
        when=when or Condition(),
        note=shape.text(part("note"), f"{field}.note"),
        insert=shape.word(insert, f"{field}.insert") if insert else "",
        skip=shape.words(part("skip"), f"{field}.skip"),
        effects=shape.set_of(part("effects"), f"{field}.effects", Effect),
    )


def _category_words(shape: Shape, node: Node, field: str) -> CategoryWords:
    table = shape.table(node, field, f"questions {_SENTENCES}")
    part = table.entries.get
    questions: tuple[Question, ...] = shape.questions(part("questions"), f"{field}.questions")
    happened, regret, responsibility, change = (shape.text(part(key), f"{field}.{key}") for key in _SENTENCES.split())
    return CategoryWords(questions, happened, regret, responsibility, change)
