"""The door to guide files: text in, checked guide out, or what is wrong with it by line."""

from codecs import BOM_UTF8
from collections.abc import Callable
from typing import TypeVar

from desktop.guides.errors import Complaints, GuideError
from desktop.guides.model import ApologyTexts, Bank, Guide
from desktop.guides.reading import read_apology_texts, read_bank, read_guide
from desktop.guides.yaml_tree import SIZE_LIMIT, Node, Scalar, Table, read_tree

Loaded = TypeVar("Loaded")

CONVERSATION, QUESTIONS, APOLOGY = "conversation", "questions", "apology"
_READERS: dict[str, Callable[[Node, Complaints], object]] = {
    CONVERSATION: read_guide,
    QUESTIONS: read_bank,
    APOLOGY: read_apology_texts,
}


def load_guide(text: str, name: str) -> Guide:
    """The guide in a file's text; ``name`` is how complaints call the file. Raises ``GuideError``."""
    return _load(text, name, CONVERSATION, read_guide)


def load_bank(text: str, name: str) -> Bank:
    """The question bank in a file's text. Raises ``GuideError``."""
    return _load(text, name, QUESTIONS, read_bank)


def load_apology_texts(text: str, name: str) -> ApologyTexts:
    """The sentences of apologies in a file's text. Raises ``GuideError``."""
    return _load(text, name, APOLOGY, read_apology_texts)


def check_guide(text: str, name: str) -> str:
    """Checks a file of any kind and gives its kind. Raises ``GuideError``, which bears every complaint."""
    tree = read_tree(text, name)
    kind = _kind(tree)
    if kind not in _READERS:
        raise GuideError("guide_unknown_kind", "kind", line=_kind_line(tree), file=name, value=kind)
    complaints = Complaints(name)
    _READERS[kind](tree, complaints)
    complaints.raise_first()
    return kind


def decode(content: bytes, name: str) -> str:
    """The text of a file, with or without a mark. Raises ``GuideError``: ``guide_too_large``, ``guide_not_utf8``."""
    if len(content) > SIZE_LIMIT + len(BOM_UTF8):  # the last character may be cut where no more was read
        raise GuideError("guide_too_large", file=name, limit=SIZE_LIMIT)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise GuideError("guide_not_utf8", line=line, file=name) from None


def _load(text: str, name: str, kind: str, read: Callable[[Node, Complaints], Loaded]) -> Loaded:
    tree = read_tree(text, name)
    found = _kind(tree)
    if found != kind:
        raise GuideError("guide_other_kind", "kind", line=_kind_line(tree), file=name, value=found, wanted=kind)
    complaints = Complaints(name)
    loaded = read(tree, complaints)
    complaints.raise_first()
    return loaded


def _kind(tree: Node) -> str:
    node = tree.entries.get("kind") if isinstance(tree, Table) else None
    return node.text if isinstance(node, Scalar) else ""


def _kind_line(tree: Node) -> int:
    return tree.key_lines.get("kind", tree.line) if isinstance(tree, Table) else tree.line
