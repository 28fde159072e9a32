"""Reading the JSON shapes of settings: what has the wrong shape is refused and named by its path."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence

from desktop.errors import UserError

_SHOWN_CHARACTERS = 60


def bad_value(field: str, value: object, example: str = "") -> UserError:
    """The refusal of one value: ``field`` is its path (``intervals.mon``), ``example`` one that would do.

    It is ``missing`` where there is no value at all.
    """
    if value is None:
        return UserError("missing", field)
    return UserError("bad_value", field, value=shown(value), example=example)


def shown(value: object) -> str:
    """A value as text short enough for a sentence."""
    text = str(value)
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"


def path(parent: str, key: object) -> str:
    """The name of a field inside another: ``intervals`` and ``mon`` give ``intervals.mon``."""
    return f"{parent}.{shown(key)}" if parent else shown(key)


def read_optional(fields: Mapping[str, object], name: str, default: object) -> object:
    """A field that may be left out or null: then it has its ``default``."""
    value = fields.get(name)
    return default if value is None else value


def read_object(
    value: object, field: str, known: Collection[str] | None = None, parent: str = ""
) -> Mapping[str, object]:
    """A JSON object, with no keys but the ``known`` ones (None: any).

    Keys are named under the path ``parent``. Raises ``UserError``: ``bad_value``, ``missing`` or ``unknown_field``.
    """
    if not isinstance(value, Mapping):
        raise bad_value(field, value)
    for key in value:
        if not isinstance(key, str) or (known is not None and key not in known):
            raise UserError("unknown_field", path(parent, key))
    return value


def read_list(value: object, field: str) -> Sequence[object]:
    """A JSON list. Raises ``UserError``: ``bad_value`` or ``missing``."""
    if not isinstance(value, list | tuple):
        raise bad_value(field, value)
    return value


def read_text(value: object, field: str, example: str = "") -> str:
    """Text without the blanks around it. Raises ``UserError``: ``bad_value`` or ``missing``."""
    if not isinstance(value, str):
        raise bad_value(field, value, example)
    return value.strip()


def read_plain(value: object, field: str, example: str = "") -> str:
    """Text that a rule reads rather than a person: full-width digits and punctuation made narrow.

    Raises ``UserError``: ``bad_value`` or ``missing``.
    """
    return unicodedata.normalize("NFKC", read_text(value, field, example)).strip()
