"""The base of all mapped classes, and the types that keep times and lists exact."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Dialect, MetaData
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def seconds(moment: datetime) -> int:
    """Whole seconds since 1970 in UTC: the form in which moments are stored."""
    return int(moment.timestamp())


def moment(value: int) -> datetime:
    """The aware UTC datetime of stored seconds."""
    return datetime.fromtimestamp(value, UTC)


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored as whole seconds since 1970 (UTC). A naive one is a bug and refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 (SQLAlchemy's interface)
        """Stores UTC seconds."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return seconds(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's interface)
        """Gives an aware UTC datetime."""
        return None if value is None else moment(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact_json(value: object) -> str:
    """JSON as it is stored: readable in Chinese, without spaces."""
    return _COMPACT.encode(value)


class Base(DeclarativeBase):
    """All tables, with named constraints."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: Moment(), list[Any]: JSON(), dict[str, Any]: JSON()}  # noqa: RUF012 (SQLAlchemy reads it so)
