"""How a sentence of the catalogue is filled: plain substitution from the given params, nothing else.

``{name}`` stands for a param, ``{name:kind}`` for its word in the catalogue (``{state:state}``) or for a quantity
with its unit (``{left:tries}``). ``[…]`` is left out unless every param in it is known. A value is put in once and
never read as a pattern again, so braces and brackets in it mean nothing.
"""

import re
from collections.abc import Callable, Mapping

PLACEHOLDER = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
OPTIONAL_PART = re.compile(r"\[([^\[\]]*)\]")

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z0-9]")


def placeholders(template: str) -> tuple[tuple[str, str], ...]:
    """Name and kind of every placeholder, in order; the kind is empty where none is given."""
    return tuple((match[1], match[2] or "") for match in PLACEHOLDER.finditer(template))


def fill(template: str, params: Mapping[str, object], shown: Callable[[str, str], str]) -> str:
    """The sentence; ``shown(name, kind)`` gives the text of one param, already made harmless.

    A Han character beside a Latin letter or digit gets a space where a value meets the sentence (design.md 10).
    """

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(is_known(params.get(name)) for name, _ in placeholders(match[1])) else ""

    def value(match: re.Match[str]) -> str:
        text = shown(match[1], match[2] or "")
        before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
        return _gap(before, text[:1]) + text + _gap(text[-1:], after)

    chosen = OPTIONAL_PART.sub(optional, template)
    filled = PLACEHOLDER.sub(value, chosen)
    begins_with_a_word = re.match(r"\{[a-z_]+:", chosen)
    return filled[:1].upper() + filled[1:] if begins_with_a_word else filled


def is_known(value: object) -> bool:
    """Whether a param says anything."""
    return value is not None and value not in ("", (), [])


def _gap(left: str, right: str) -> str:
    meets = (_HAN.match(left) and _LATIN.match(right)) or (_LATIN.match(left) and _HAN.match(right))
    return " " if meets else ""
