"""The complaint record (domain.md 2) and what hangs on it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy import text as literal_sql
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base

NEVER_DUE = 2**62  #: sorts after every moment: a case without a next due time comes last in its band


class Case(Base):
    """One record. Its id grows with the received time, so 'newest first' is the order of the key."""

    __tablename__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(comment="counts the changes; two people on one case meet here")
    number: Mapped[str] = mapped_column(String(64), unique=True)
    number_order: Mapped[int] = mapped_column(comment="the number as a number: yyyymmdd, then NNNN in nine places")
    external_id: Mapped[str | None] = mapped_column(unique=True)
    imported: Mapped[bool] = mapped_column(default=False)

    type: Mapped[str]
    state: Mapped[str]
    state_before_wait: Mapped[str | None]
    channel: Mapped[str]
    written: Mapped[bool] = mapped_column(default=False)
    desk: Mapped[str]
    received_at: Mapped[datetime]
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    received_by: Mapped[str] = mapped_column(default="", comment="the name as it was, also of people not on the list")
    shift: Mapped[str | None]
    shift_date: Mapped[date | None]

    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guests.id"), index=True)
    guest_name: Mapped[str] = mapped_column(default="")
    guest_honorific: Mapped[str] = mapped_column(default="")
    guest_phone: Mapped[str] = mapped_column(default="")
    guest_email: Mapped[str] = mapped_column(default="")
    guest_language: Mapped[str] = mapped_column(default="")
    guest_vip: Mapped[bool] = mapped_column(default=False)
    guest_vulnerable: Mapped[bool] = mapped_column(default=False)
    anonymous: Mapped[bool] = mapped_column(default=False)
    on_behalf_of: Mapped[str] = mapped_column(default="")

    room: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    problem_date: Mapped[date | None]

    text: Mapped[str] = mapped_column(comment="the guest's words, kept character for character")
    summary: Mapped[str] = mapped_column(comment="the first sentence, for lists")
    expected: Mapped[str] = mapped_column(default="")
    actual: Mapped[str] = mapped_column(default="")
    gap: Mapped[int | None]
    wants: Mapped[list[Any]] = mapped_column(default=list)
    nature: Mapped[str] = mapped_column(default="")
    cause: Mapped[str] = mapped_column(default="")
    impact: Mapped[str] = mapped_column(default="")

    category: Mapped[str | None]
    severity: Mapped[int | None]
    scope: Mapped[str | None]
    emotion: Mapped[int | None]
    time_pressure: Mapped[str | None]
    flags: Mapped[list[Any]] = mapped_column(default=list)
    intake: Mapped[dict[str, Any]] = mapped_column(default=dict, comment="the ratings as they were at intake")
    assessed_at: Mapped[datetime | None]
    facts: Mapped[str] = mapped_column(default="")
    facts_confirmed_at: Mapped[datetime | None]
    facts_confirmed_by: Mapped[str | None]

    score: Mapped[int]
    points: Mapped[list[Any]] = mapped_column(comment="[[part, points], …]; they add up to the score")
    band: Mapped[str] = mapped_column(String(2))
    band_rule: Mapped[str]
    override_band: Mapped[str | None]
    reopened_band: Mapped[str | None] = mapped_column(comment="not below it until resolved again")

    calendar_id: Mapped[int | None] = mapped_column(ForeignKey("rule_sets.id"), comment="rules in force when rated")
    targets_id: Mapped[int | None] = mapped_column(ForeignKey("rule_sets.id"))
    respond_due: Mapped[datetime | None]
    resolve_due: Mapped[datetime | None] = mapped_column(comment="null while the case waits for the guest")
    next_due: Mapped[datetime | None]
    queue_due: Mapped[int] = mapped_column(comment="next_due in seconds; NEVER_DUE where there is none")
    in_queue: Mapped[bool]
    paused_minutes: Mapped[int] = mapped_column(default=0)

    acknowledged_at: Mapped[datetime | None]
    first_response_at: Mapped[datetime | None]
    first_response_by: Mapped[str | None]
    first_response_medium: Mapped[str | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    owner_name: Mapped[str] = mapped_column(default="", comment="an owner who is not on the staff list, as imported")
    department: Mapped[str] = mapped_column(default="")
    handed_over: Mapped[bool] = mapped_column(default=False)
    handed_up: Mapped[bool] = mapped_column(default=False, comment="handed to a higher role: an escalation")

    solution: Mapped[str] = mapped_column(default="")
    beyond_expectation: Mapped[str] = mapped_column(default="")
    prevention: Mapped[str] = mapped_column(default="")
    compensation: Mapped[int] = mapped_column(default=0, comment="minor units, not taken back")
    told_by: Mapped[str | None]
    answer: Mapped[str | None]
    emotion_at_close: Mapped[int | None]
    resolved_at: Mapped[datetime | None] = mapped_column(comment="the first resolution")
    last_resolved_at: Mapped[datetime | None]
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    resolved_by: Mapped[str | None]
    reopened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None] = mapped_column(comment="withdrawn, duplicate or not a complaint")
    duplicate_of: Mapped[str | None]

    outcome: Mapped[str | None]
    closure: Mapped[str | None]
    root_cause: Mapped[str | None]
    whys: Mapped[list[Any]] = mapped_column(default=list)
    lesson: Mapped[str] = mapped_column(default="")
    survey_asked_at: Mapped[datetime | None]
    survey: Mapped[dict[str, Any]] = mapped_column(
        default=dict, comment="overall, fair, easy, respect, recommend, came_back"
    )
    survey_not_asked: Mapped[str] = mapped_column(default="")
    follow_up_due: Mapped[datetime | None] = mapped_column(comment="when the guest is to be called; null when done")
    last_act_at: Mapped[datetime]
    promise_due: Mapped[datetime | None] = mapped_column(comment="when the next open promise is due")
    restricted: Mapped[bool] = mapped_column(default=False, comment="delicate: read by those who lead alone")
    first_resolve_due: Mapped[datetime | None] = mapped_column(comment="the resolve due time at the first resolution")
    first_resolved_by_id: Mapped[int | None] = mapped_column(comment="staff id of who resolved it first")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it so)
    __table_args__ = (
        CheckConstraint("severity BETWEEN 1 AND 4", name="severity"),
        CheckConstraint("emotion BETWEEN 0 AND 4", name="emotion"),
        CheckConstraint("band IN ('P1', 'P2', 'P3', 'P4')", name="band"),
        # The queue is read in this order, band by band, and never sorted (performance.md).
        Index(
            "ix_cases_queue",
            "band",
            "queue_due",
            "received_at",
            "number_order",
            "id",
            sqlite_where=literal_sql("in_queue = 1"),
        ),
        Index("ix_cases_unacknowledged", "queue_due", sqlite_where=literal_sql("state = 'new'")),
        Index("ix_cases_follow_up", "follow_up_due", sqlite_where=literal_sql("follow_up_due IS NOT NULL")),
        Index("ix_cases_owner", "owner_id", "band", "queue_due", sqlite_where=literal_sql("in_queue = 1")),
        Index("ix_cases_duplicate_of", "duplicate_of", sqlite_where=literal_sql("duplicate_of IS NOT NULL")),
        Index("ix_cases_restricted", "id", sqlite_where=literal_sql("restricted = 1")),
        Index("ix_cases_received_at", "received_at"),
        # What no figure counts, and what was changed after the moment that a figure is asked for.
        Index(
            "ix_cases_uncounted",
            "received_at",
            sqlite_where=literal_sql("type <> 'complaint' OR state IN ('duplicate', 'not_complaint')"),
        ),
        Index("ix_cases_last_act_at", "last_act_at"),
        # How every case stands, without reading the case: what has no resolution lies at one end, in received order.
        Index(
            "ix_cases_standing",
            "resolved_at",
            "received_at",
            "last_act_at",
            "type",
            "state",
            "category",
            "closed_at",
            "ended_at",
        ),
        # Cases that ended well, by what they were about: what helped then is shown at the counter.
        Index(
            "ix_cases_ended_well",
            "category",
            "id",
            sqlite_where=literal_sql("answer = 'accepted' AND resolved_at IS NOT NULL AND restricted = 0"),
        ),
        Index("ix_cases_number_order", "number_order"),
        Index("ix_cases_room", "room", sqlite_where=literal_sql("room <> ''")),
        Index("ix_cases_reference", "reference", sqlite_where=literal_sql("reference <> ''")),
    )


class Note(Base):
    """A note for colleagues."""

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[str]
    text: Mapped[str]


class Contact(Base):
    """A contact with the guest, or an attempt."""

    __tablename__ = "contacts"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime] = mapped_column(comment="when it happened")
    by: Mapped[str]
    medium: Mapped[str]
    with_whom: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    reached: Mapped[bool]


class Remedy(Base):
    """Something offered to the guest. Taken back means it was replaced before it was given."""

    __tablename__ = "remedies"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    by: Mapped[str]
    kind: Mapped[str]
    amount: Mapped[int] = mapped_column(default=0, comment="minor units")
    note: Mapped[str] = mapped_column(default="")
    law_card: Mapped[str] = mapped_column(default="")
    taken_back_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount"),
        Index("ix_remedies_giver", "by_id", "at"),
    )


class Pause(Base):
    """A time of waiting for the guest; the resolve clock stands still (domain.md 5)."""

    __tablename__ = "pauses"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class ResolutionEvent(Base):
    """One resolution, and when it was undone by reopening the case: what the flow of a month counts (figures.md)."""

    __tablename__ = "resolutions"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    reopened_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_resolutions_reopened", "reopened_at", sqlite_where=literal_sql("reopened_at IS NOT NULL")),
    )


class StoredDraft(Base):
    """A form that was not saved as a case yet. It has no number."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    desk: Mapped[str]
    saved_at: Mapped[datetime]
    data: Mapped[dict[str, Any]] = mapped_column(JSON())
