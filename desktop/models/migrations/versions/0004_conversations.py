"""Conversations: what was said step by step, letters of apology, past cases that ended well"""

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_cases_ended_well",
        "cases",
        ["category", "id"],
        sqlite_where=sa.text("answer = 'accepted' AND resolved_at IS NOT NULL AND restricted = 0"),
    )
    op.create_table(
        "conversation_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("framework", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("answered", sa.JSON(), nullable=False),
        sa.Column("emotion", sa.Integer(), nullable=True),
        sa.Column("began", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.CheckConstraint("emotion BETWEEN 0 AND 4", name=op.f("ck_conversation_steps_emotion")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_conversation_steps_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_steps")),
        sa.UniqueConstraint("case_id", "place", name=op.f("uq_conversation_steps_case_id_place")),
    )
    op.create_table(
        "letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("greeting", sa.String(), nullable=False),
        sa.Column("paragraphs", sa.JSON(), nullable=False),
        sa.Column("closing", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signer_line", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("signed_off_at", sa.BigInteger(), nullable=True),
        sa.Column("signed_off_by", sa.String(), nullable=False),
        sa.Column("printed_at", sa.BigInteger(), nullable=True),
        sa.Column("printed_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_letters_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("case_id", "place", name=op.f("uq_letters_case_id_place")),
    )
