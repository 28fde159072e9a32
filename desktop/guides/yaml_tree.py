"""YAML read with care: a tree of texts with their lines, and nothing that YAML can do beyond that (trust.md).

At most 256 KB, no aliases, anchors or tags, no double keys, one document, limited depth. Every scalar stays the text
it is (``no`` is a word, not a falsehood); what wants a number reads it itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.guides.errors import GuideError

if TYPE_CHECKING:
    import yaml

SIZE_LIMIT = 256 * 1024  #: bytes of UTF-8
DEPTH_LIMIT = 12  #: levels of lists and mappings


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; ``line`` counts from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; keys keep their order, ``key_lines`` say where each stands."""

    entries: dict[str, "Node"]
    line: int
    key_lines: dict[str, int] = field(default_factory=dict)


Node: TypeAlias = Scalar | Items | Table


def read_tree(text: str, name: str) -> Node:
    """The tree of a file's text; ``name`` is how complaints call the file.

    Raises ``GuideError``: ``guide_too_large``, ``guide_bad_yaml``, ``guide_alias``, ``guide_tag``,
    ``guide_double_key``, ``guide_too_deep``, ``guide_several_documents``, ``guide_empty_file``.
    """
    if len(text) > SIZE_LIMIT or len(text.encode("utf-8", "surrogatepass")) > SIZE_LIMIT:
        raise GuideError("guide_too_large", file=name, limit=SIZE_LIMIT)
    import yaml  # half of its cost is the import, and most verbs and screens read no guide

    try:
        return _Builder(yaml, name).tree(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise GuideError("guide_bad_yaml", line=mark.line + 1 if mark else 1, file=name) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else 1
        raise GuideError("guide_bad_yaml", line=line, file=name) from None


class _Builder:
    """Builds the tree from the parser's events, so that a file is refused before it can grow."""

    def __init__(self, yaml_module: Any, name: str) -> None:
        self._yaml, self._name = yaml_module, name
        # The C parser is ten times as fast; where PyYAML was built without it the other one does nearly the same
        # (it wants quotes around ``What?`` within braces).
        self._loader = getattr(yaml_module, "CSafeLoader", yaml_module.SafeLoader)

    def tree(self, text: str) -> Node:
        y = self._yaml
        tree: Node | None = None
        events: Iterator[yaml.Event] = iter(y.parse(text, Loader=self._loader))
        for event in events:
            if isinstance(event, y.DocumentStartEvent):
                if tree is not None:
                    raise self._error("guide_several_documents", event)
                tree = self._node(next(events), events, 1)
        if tree is None:
            raise GuideError("guide_empty_file", file=self._name)
        return tree

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        y = self._yaml
        if isinstance(event, y.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self._error("guide_alias", event)
        if event.tag is not None:
            raise self._error("guide_tag", event)
        line = event.start_mark.line + 1
        if isinstance(event, y.ScalarEvent):
            return Scalar(event.value, line)
        if depth > DEPTH_LIMIT:
            raise self._error("guide_too_deep", event, str(DEPTH_LIMIT))
        if isinstance(event, y.SequenceStartEvent):
            return Items(tuple(self._items(events, depth)), line)
        return self._table(events, depth, line)

    def _items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, self._yaml.SequenceEndEvent):
                return
            yield self._node(event, events, depth + 1)

    def _table(self, events: Iterator[Any], depth: int, line: int) -> Table:
        table = Table({}, line)
        for event in events:
            if isinstance(event, self._yaml.MappingEndEvent):
                break
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                raise self._error("guide_bad_yaml", event)
            if key.text in table.entries:
                raise self._error("guide_double_key", event, key.text)
            table.entries[key.text] = self._node(next(events), events, depth + 1)
            table.key_lines[key.text] = key.line
        return table

    def _error(self, code: str, event: Any, value: str = "") -> GuideError:
        return GuideError(code, line=event.start_mark.line + 1, file=self._name, value=value)
