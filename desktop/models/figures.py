"""What figures stand on beside the cases: activity, alarms that were dismissed, printed months, decisions."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class Activity(Base):
    """Room-nights or sales of a span of days, spread evenly over them. On a day of several spans the newest holds."""

    __tablename__ = "activity"

    id: Mapped[int] = mapped_column(primary_key=True)
    first_day: Mapped[date]
    last_day: Mapped[date] = mapped_column(comment="belongs to it")
    value: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")

    __table_args__ = (
        CheckConstraint("value >= 0", name="value"),
        CheckConstraint("first_day <= last_day", name="days"),
    )


class DismissedWarning(Base):
    """An early warning that somebody put aside, and why. ``key`` names the alarm wherever it is worked out."""

    __tablename__ = "dismissed_warnings"

    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")
    reason: Mapped[str]


class PrintedReport(Base):
    """A month's report as it was printed, whole: it can be printed again unchanged."""

    __tablename__ = "printed_reports"

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7), index=True, comment="yyyy-mm")
    language: Mapped[str] = mapped_column(String(2))
    as_of: Mapped[datetime]
    made_at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")
    pages: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64), comment="of the PDF")
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    figures: Mapped[dict[str, Any]] = mapped_column(comment="the same figures as JSON")


class ReportDecision(Base):
    """What the manager decided in a month's report, and what became of it."""

    __tablename__ = "report_decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7), comment="yyyy-mm of the report it stands in")
    place: Mapped[int] = mapped_column(comment="1, 2, … within the month")
    text: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    due: Mapped[str] = mapped_column(default="", comment="in the manager's words")
    kept: Mapped[bool | None] = mapped_column(comment="null while nobody has told")
    remark: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")

    __table_args__ = (UniqueConstraint("month", "place"),)
