"""Figures: resolutions as events, activity, dismissed warnings, printed reports and their decisions"""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ADDED = (
    "cases ADD COLUMN first_resolve_due BIGINT",
    "cases ADD COLUMN first_resolved_by_id INTEGER",
)
# What older databases know: the first and the last resolution of a case, and its last reopening. The due time of a
# first resolution is known where the case was never reopened, since a reopening sets a new one.
_KNOWN = (
    """INSERT INTO resolutions (case_id, at, reopened_at)
       SELECT id, resolved_at, CASE WHEN reopened_at >= resolved_at THEN reopened_at END FROM cases
       WHERE resolved_at IS NOT NULL ORDER BY id""",
    """INSERT INTO resolutions (case_id, at, reopened_at)
       SELECT id, last_resolved_at, NULL FROM cases
       WHERE last_resolved_at > resolved_at AND reopened_at IS NOT NULL ORDER BY id""",
    """UPDATE cases SET first_resolve_due = resolve_due
       WHERE resolved_at IS NOT NULL AND reopened_at IS NULL""",
    """UPDATE cases SET first_resolved_by_id = resolved_by_id
       WHERE resolved_at IS NOT NULL AND (reopened_at IS NULL OR last_resolved_at = resolved_at)""",
)


def upgrade() -> None:
    for column in _ADDED:
        op.execute(f"ALTER TABLE {column}")
    op.create_index(
        "ix_cases_uncounted",
        "cases",
        ["received_at"],
        sqlite_where=sa.text("type <> 'complaint' OR state IN ('duplicate', 'not_complaint')"),
    )
    op.create_index("ix_cases_last_act_at", "cases", ["last_act_at"])
    op.create_index(
        "ix_cases_standing",
        "cases",
        ["resolved_at", "received_at", "last_act_at", "type", "state", "category", "closed_at", "ended_at"],
    )
    op.create_table(
        "resolutions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("reopened_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_resolutions_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolutions")),
    )
    op.create_index(op.f("ix_resolutions_case_id"), "resolutions", ["case_id"], unique=False)
    op.create_index(op.f("ix_resolutions_at"), "resolutions", ["at"], unique=False)
    op.create_index(
        "ix_resolutions_reopened", "resolutions", ["reopened_at"], sqlite_where=sa.text("reopened_at IS NOT NULL")
    )
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_activity_days")),
        sa.CheckConstraint("value >= 0", name=op.f("ck_activity_value")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    op.create_table(
        "dismissed_warnings",
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_dismissed_warnings")),
    )
    op.create_table(
        "printed_reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("as_of", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_reports")),
    )
    op.create_index(op.f("ix_printed_reports_month"), "printed_reports", ["month"], unique=False)
    op.create_table(
        "report_decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("due", sa.String(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_decisions")),
        sa.UniqueConstraint("month", "place", name=op.f("uq_report_decisions_month_place")),
    )
    for fill in _KNOWN:
        op.execute(fill)
