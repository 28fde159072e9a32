"""Working a case: tasks, promises, requests, further people, attachments, guest profiles"""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# SQLite adds a column in place, with what old rows shall have in it; a table with triggers is better not made anew.
_ADDED = (
    "cases ADD COLUMN promise_due BIGINT",
    "cases ADD COLUMN restricted BOOLEAN NOT NULL DEFAULT 0",
    "desks ADD COLUMN active BOOLEAN NOT NULL DEFAULT 1",
    "guests ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "guests ADD COLUMN preferences VARCHAR NOT NULL DEFAULT ''",
    "guests ADD COLUMN private_notes VARCHAR NOT NULL DEFAULT ''",
    "guests ADD COLUMN consent BOOLEAN",
    "guests ADD COLUMN consent_at BIGINT",
    "guests ADD COLUMN restricted BOOLEAN NOT NULL DEFAULT 0",
    """guests ADD COLUMN merged_into_id INTEGER
       CONSTRAINT fk_guests_merged_into_id_guests REFERENCES guests (id)""",
    "guests ADD COLUMN keyed_as VARCHAR",
)


def upgrade() -> None:
    for column in _ADDED:
        op.execute(f"ALTER TABLE {column}")
    op.create_index(
        "ix_cases_duplicate_of", "cases", ["duplicate_of"], sqlite_where=sa.text("duplicate_of IS NOT NULL")
    )
    op.create_index("ix_cases_restricted", "cases", ["id"], sqlite_where=sa.text("restricted = 1"))
    op.create_index("ix_guests_unkeyed", "guests", ["id"], sqlite_where=sa.text("keyed_as IS NOT name"))
    op.create_index(op.f("ix_guests_merged_into_id"), "guests", ["merged_into_id"], unique=False)
    op.create_table(
        "guest_keys",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("guest_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name=op.f("fk_guest_keys_guest_id_guests")),
        sa.PrimaryKeyConstraint("key", "guest_id", name=op.f("pk_guest_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_guest_keys_guest_id"), "guest_keys", ["guest_id"], unique=False)
    op.create_table(
        "guest_merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("merged_id", sa.Integer(), nullable=False),
        sa.Column("case_ids", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["kept_id"], ["guests.id"], name=op.f("fk_guest_merges_kept_id_guests")),
        sa.ForeignKeyConstraint(["merged_id"], ["guests.id"], name=op.f("fk_guest_merges_merged_id_guests")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_merges")),
    )
    op.create_index(op.f("ix_guest_merges_kept_id"), "guest_merges", ["kept_id"], unique=False)
    op.create_index(op.f("ix_guest_merges_merged_id"), "guest_merges", ["merged_id"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_attachments_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
        sa.UniqueConstraint("case_id", "place", name=op.f("uq_attachments_case_id_place")),
    )
    op.create_index(op.f("ix_attachments_case_id"), "attachments", ["case_id"], unique=False)
    op.create_index(op.f("ix_attachments_sha256"), "attachments", ["sha256"], unique=False)
    op.create_table(
        "case_members",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_members_case_id_cases")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_case_members_staff_id_staff")),
        sa.PrimaryKeyConstraint("case_id", "staff_id", name=op.f("pk_case_members")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_case_members_staff_id"), "case_members", ["staff_id"], unique=False)
    op.create_table(
        "promises",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("kept_at", sa.BigInteger(), nullable=True),
        sa.Column("cancelled_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_promises_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promises")),
    )
    op.create_index(op.f("ix_promises_case_id"), "promises", ["case_id"], unique=False)
    op.create_index(
        "ix_promises_open",
        "promises",
        ["due"],
        unique=False,
        sqlite_where=sa.text("kept_at IS NULL AND cancelled_at IS NULL"),
    )
    op.create_table(
        "remedy_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("offers", sa.JSON(), nullable=False),
        sa.Column("replaces", sa.Boolean(), nullable=False),
        sa.Column("solution", sa.String(), nullable=False),
        sa.Column("beyond_expectation", sa.String(), nullable=False),
        sa.Column("prevention", sa.String(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name=op.f("fk_remedy_requests_by_id_staff")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_remedy_requests_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remedy_requests")),
    )
    op.create_index(op.f("ix_remedy_requests_case_id"), "remedy_requests", ["case_id"], unique=False)
    op.create_index(
        "ix_remedy_requests_waiting",
        "remedy_requests",
        ["at"],
        unique=False,
        sqlite_where=sa.text("decided_at IS NULL"),
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("guest_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=True),
        sa.Column("due", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("done_by", sa.String(), nullable=True),
        sa.CheckConstraint("(case_id IS NULL) <> (guest_id IS NULL)", name=op.f("ck_tasks_subject")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_tasks_case_id_cases")),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name=op.f("fk_tasks_guest_id_guests")),
        sa.ForeignKeyConstraint(["to_id"], ["staff.id"], name=op.f("fk_tasks_to_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.create_index(op.f("ix_tasks_case_id"), "tasks", ["case_id"], unique=False)
    op.create_index(op.f("ix_tasks_guest_id"), "tasks", ["guest_id"], unique=False)
    op.create_index("ix_tasks_open", "tasks", ["to_id", "due"], unique=False, sqlite_where=sa.text("done_at IS NULL"))
