"""What is worked on a case: tasks, promises, requests for approval, further people, attachments."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import text as literal_sql
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class Task(Base):
    """Something to be done for a case or a guest, by a person or a department."""

    __tablename__ = "tasks"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guests.id"), index=True)
    place: Mapped[int] = mapped_column(comment="1, 2, … on its case or guest; what acts name it by")
    kind: Mapped[str] = mapped_column(default="", comment="retention, or nothing")
    title: Mapped[str]
    department: Mapped[str] = mapped_column(default="")
    to_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    due: Mapped[datetime | None]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None] = mapped_column(comment="login")

    __table_args__ = (
        CheckConstraint("(case_id IS NULL) <> (guest_id IS NULL)", name="subject"),
        Index("ix_tasks_open", "to_id", "due", sqlite_where=literal_sql("done_at IS NULL")),
    )


class Promise(Base):
    """Something that the guest was promised by a time. It is kept, or cancelled with a reason."""

    __tablename__ = "promises"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    place: Mapped[int] = mapped_column(comment="1, 2, … on its case; what acts name it by")
    text: Mapped[str]
    due: Mapped[datetime]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")
    kept_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(comment="login")
    reason: Mapped[str] = mapped_column(default="", comment="why it was cancelled")

    __table_args__ = (
        Index("ix_promises_open", "due", sqlite_where=literal_sql("kept_at IS NULL AND cancelled_at IS NULL")),
    )


class RemedyRequest(Base):
    """An offer above its proposer's authority, which waits for somebody who may give it (domain.md 6)."""

    __tablename__ = "remedy_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    by: Mapped[str] = mapped_column(comment="login")
    offers: Mapped[list[Any]] = mapped_column(comment="[{kind, amount in minor units, note, law_card}, …]")
    replaces: Mapped[bool] = mapped_column(default=False)
    solution: Mapped[str] = mapped_column(default="")
    beyond_expectation: Mapped[str] = mapped_column(default="")
    prevention: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(comment="login")
    granted: Mapped[bool | None]
    reason: Mapped[str] = mapped_column(default="")

    __table_args__ = (Index("ix_remedy_requests_waiting", "at", sqlite_where=literal_sql("decided_at IS NULL")),)


class Member(Base):
    """Somebody who works on a case beside its owner."""

    __tablename__ = "case_members"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True, index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")

    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 (SQLAlchemy reads it so)


class Attachment(Base):
    """A photo or scan of a case. Its bytes lie in the workspace under their hash; the name is only shown."""

    __tablename__ = "attachments"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    place: Mapped[int] = mapped_column(comment="1, 2, … on its case")
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(String(64), comment="media type, told from the bytes")
    size: Mapped[int] = mapped_column(comment="bytes")
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")
    removed_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("case_id", "place"),)
