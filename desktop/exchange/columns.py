"""The columns of a log book, and which of them a header means (interfaces.md, Import columns)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.texts import fold, is_blank
from desktop.errors import UserError
from desktop.exchange.decoding import decode
from desktop.exchange.files import read_file
from desktop.words.lookup import find_code

#: Our name → the Chinese one, in the order of an export.
COLUMNS: Mapping[str, str] = {
    "type": "类型",
    "received_at": "受理时间",
    "channel": "渠道",
    "text": "投诉内容",
    "guest": "客人",
    "phone": "电话",
    "room": "房号",
    "reference": "单号",
    "place": "地点",
    "category": "类别",
    "severity": "严重度",
    "scope": "影响范围",
    "emotion": "情绪",
    "flags": "标记",
    "state": "状态",
    "received_by": "受理人",
    "responded_at": "首次响应时间",
    "resolved_at": "解决时间",
    "closed_at": "结案时间",
    "reopened_at": "重开时间",
    "resolved_again_at": "再次解决时间",
    "handed_over": "是否转交",
    "outcome": "责任认定",
    "closure": "结案方式",
    "root_cause": "根本原因",
    "compensation": "补偿金额",
    "remedy": "补救方式",
    "satisfaction": "满意度",
    "recommend": "推荐意愿",
    "survey_asked": "已回访",
    "lesson": "改进",
    "external_id": "外部编号",
}
REQUIRED = ("text", "channel", "received_at")
TRAINING = "training"  #: marks what was exported from a practice workspace
REJECT_COLUMNS = ("row", "reason")  #: stand first in a file of rejected rows and are passed over when it comes back

_LARGEST_MAP = 256 * 1024  #: bytes


def _folded(text: str) -> str:
    return "".join(c for c in fold(text) if c not in "-_" and not c.isspace())


_BY_NAME = {_folded(name): code for code, chinese in COLUMNS.items() for name in (code, chinese)}


def find_column(header: str) -> str | None:
    """Our name for a header in English or Chinese, or None for one that we don't know."""
    return _BY_NAME.get(_folded(header)) or _find_by_label(header)


def _find_by_label(header: str) -> str | None:
    """Our name for a header that stands as on our screens; ours by name goes before it."""
    named = find_code("field", header)
    return named if named in COLUMNS else None


@dataclass(frozen=True, slots=True)
class Layout:
    """What each place of a row is: ``columns[i]`` is our name, None for a column that is kept as a note."""

    header: tuple[str, ...]
    columns: tuple[str | None, ...]


def recognise(header: Sequence[str], column_map: Mapping[str, str] | None = None) -> Layout:
    """Reads a header; ``column_map`` ({their header: our column}) goes before what we would understand ourselves.

    Raises ``UserError``: ``csv_no_header``, ``csv_missing_column`` and ``csv_duplicate_column`` (``columns``).
    """
    mapped = {_folded(theirs): ours for theirs, ours in (column_map or {}).items()}
    columns = [mapped.get(_folded(name)) or _BY_NAME.get(_folded(name)) for name in header]
    for place, name in enumerate(header):
        label = _find_by_label(name)
        if columns[place] is None and label not in columns:
            columns[place] = label
    known = sum(column is not None for column in columns)
    # A guest's words may happen to be a column's name, but not half of a row of them.
    if not known or (2 * known < len(columns) and not set(REQUIRED) & set(columns)):
        raise UserError("csv_no_header", "columns")
    if tuple(name.strip() for name in header[:2]) == REJECT_COLUMNS:
        columns[:2] = REJECT_COLUMNS
    columns = [
        TRAINING if name.strip() == TRAINING and column is None else column
        for name, column in zip(header, columns, strict=True)
    ]
    twice = sorted({name for name in columns if name is not None and columns.count(name) > 1})
    if twice:
        raise UserError("csv_duplicate_column", "columns", columns=twice)
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        raise UserError("csv_missing_column", "columns", columns=missing)
    return Layout(tuple(header), tuple(columns))


def read_map(path: Path) -> dict[str, str]:
    """A column map from a TOML file: ``"their header" = "our column"``, ours by its English or Chinese name.

    Raises ``UserError``: ``map_bad`` (``reason``), and those of ``read_file`` and ``decode``.
    """
    try:
        table = tomllib.loads(decode(read_file(path, _LARGEST_MAP)))
    except tomllib.TOMLDecodeError as error:
        raise UserError("map_bad", "map", reason=str(error)) from error
    only = next(iter(table.values())) if len(table) == 1 else None
    given = only if isinstance(only, dict) else table  # under a heading of its own, too
    return checked_map(given)


def checked_map(given: Mapping[str, object]) -> dict[str, str]:
    """A column map whose columns are all known. Raises ``UserError`` ``map_bad`` (``reason``)."""
    found: dict[str, str] = {}
    for theirs, ours in given.items():
        column = find_column(ours) if isinstance(ours, str) and not is_blank(ours) else None
        if column is None:
            raise UserError(
                "map_bad", "map", reason=UserError("bad_value", "map", value=str(ours), allowed=list(COLUMNS))
            )
        found[theirs] = column
    return found
