"""What is kept of talking with a guest: the conversation step by step, and letters of apology."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class ConversationStep(Base):
    """One stay at a step of the guide, with what was said and answered then. Its texts can be erased."""

    __tablename__ = "conversation_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    place: Mapped[int] = mapped_column(comment="1, 2, … on its case")
    framework: Mapped[str]
    language: Mapped[str] = mapped_column(String(2), comment="the desk's, in which the texts are")
    step: Mapped[str]
    name: Mapped[str] = mapped_column(comment="what the step was called then")
    said: Mapped[str] = mapped_column(comment="what the card showed")
    answered: Mapped[list[Any]] = mapped_column(comment="[[question, its text, answer, moment in seconds], …]")
    emotion: Mapped[int | None]
    began: Mapped[datetime]
    ended: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")

    __table_args__ = (
        UniqueConstraint("case_id", "place"),
        CheckConstraint("emotion BETWEEN 0 AND 4", name="emotion"),
    )


class Letter(Base):
    """A letter of apology as it stands; changing it takes back its sign-off."""

    __tablename__ = "letters"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    place: Mapped[int] = mapped_column(comment="1, 2, … on its case")
    version: Mapped[int] = mapped_column(comment="counts the changes; two people on one letter meet here")
    language: Mapped[str] = mapped_column(String(2), comment="the guest's")
    greeting: Mapped[str]
    paragraphs: Mapped[list[Any]] = mapped_column(comment="[text, …]")
    closing: Mapped[str]
    signed_by: Mapped[str]
    signer_line: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(comment="changed last")
    by: Mapped[str] = mapped_column(comment="login")
    signed_off_at: Mapped[datetime | None]
    signed_off_by: Mapped[str] = mapped_column(default="", comment="login")
    printed_at: Mapped[datetime | None]
    printed_by: Mapped[str] = mapped_column(default="", comment="login")

    __table_args__ = (UniqueConstraint("case_id", "place"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it so)
