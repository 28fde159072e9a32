"""The append-only, chained history (trust.md) and the personal texts that can be erased from it."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class Entry(Base):
    """One change. Triggers and the connection's authorizer refuse to change or remove an entry."""

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(64), comment="login of the person")
    act: Mapped[str] = mapped_column(String(32))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    changes: Mapped[str] = mapped_column(
        comment="canonical JSON {field: [before, after]}; personal text as keyed hashes"
    )
    hash: Mapped[bytes] = mapped_column(
        LargeBinary(32), comment="HMAC-SHA-256 over this entry and its predecessor's hash"
    )


class EntryText(Base):
    """Personal text of an entry. Erasing it keeps the chain whole: the chain covers its keyed hash."""

    __tablename__ = "history_texts"

    entry_id: Mapped[int] = mapped_column(ForeignKey("history.id"), primary_key=True)
    field: Mapped[str] = mapped_column(String(32), primary_key=True)
    side: Mapped[str] = mapped_column(String(8), primary_key=True, comment="before or after")
    salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    text: Mapped[str]

    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 (SQLAlchemy reads it so)
