"""The first schema"""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# The history is append-only. The search index holds the words of each case, cut by desktop.domain.finding; it keeps no
# text of its own (contentless), splits at spaces only, and is quick for beginnings of one to three characters.
_OWN_TABLES = (
    """CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
       BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END""",
    """CREATE TRIGGER history_is_never_removed BEFORE DELETE ON history
       BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END""",
    """CREATE VIRTUAL TABLE search_index USING fts5(
           words, content='', columnsize=0, tokenize='ascii', prefix='1 2 3')""",
)


def upgrade() -> None:
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "desks",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_desks")),
    )
    op.create_table(
        "guests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("honorific", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone_key", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("email_key", sa.String(), nullable=True),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("vip", sa.Boolean(), nullable=False),
        sa.Column("vulnerable", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guests")),
    )
    with op.batch_alter_table("guests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guests_email_key"), ["email_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_guests_name_key"), ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_guests_phone_key"), ["phone_key"], unique=False)

    op.create_table(
        "rule_sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.CheckConstraint("kind IN ('calendar', 'targets', 'shifts', 'authority')", name=op.f("ck_rule_sets_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_sets")),
    )
    with op.batch_alter_table("rule_sets", schema=None) as batch_op:
        batch_op.create_index("ix_rule_sets_newest", ["kind", "id"], unique=False)

    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "site_categories",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("name_zh", sa.String(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("custom", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_site_categories")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("login_key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column(
            "secret", sa.String(), nullable=True, comment="argon2id hash of PIN or passphrase; null: none given yet"
        ),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("login_key", name=op.f("uq_staff_login_key")),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "version", sa.Integer(), nullable=False, comment="counts the changes; two people on one case meet here"
        ),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column(
            "number_order",
            sa.Integer(),
            nullable=False,
            comment="the number as a number: yyyymmdd, then NNNN in nine places",
        ),
        sa.Column("external_id", sa.String(), nullable=True),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_before_wait", sa.String(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("written", sa.Boolean(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("received_by_id", sa.Integer(), nullable=True),
        sa.Column(
            "received_by", sa.String(), nullable=False, comment="the name as it was, also of people not on the list"
        ),
        sa.Column("shift", sa.String(), nullable=True),
        sa.Column("shift_date", sa.Date(), nullable=True),
        sa.Column("guest_id", sa.Integer(), nullable=True),
        sa.Column("guest_name", sa.String(), nullable=False),
        sa.Column("guest_honorific", sa.String(), nullable=False),
        sa.Column("guest_phone", sa.String(), nullable=False),
        sa.Column("guest_email", sa.String(), nullable=False),
        sa.Column("guest_language", sa.String(), nullable=False),
        sa.Column("guest_vip", sa.Boolean(), nullable=False),
        sa.Column("guest_vulnerable", sa.Boolean(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("on_behalf_of", sa.String(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("problem_date", sa.Date(), nullable=True),
        sa.Column("text", sa.String(), nullable=False, comment="the guest's words, kept character for character"),
        sa.Column("summary", sa.String(), nullable=False, comment="the first sentence, for lists"),
        sa.Column("expected", sa.String(), nullable=False),
        sa.Column("actual", sa.String(), nullable=False),
        sa.Column("gap", sa.Integer(), nullable=True),
        sa.Column("wants", sa.JSON(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("impact", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("severity", sa.Integer(), nullable=True),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("emotion", sa.Integer(), nullable=True),
        sa.Column("time_pressure", sa.String(), nullable=True),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("intake", sa.JSON(), nullable=False, comment="the ratings as they were at intake"),
        sa.Column("assessed_at", sa.BigInteger(), nullable=True),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("facts_confirmed_at", sa.BigInteger(), nullable=True),
        sa.Column("facts_confirmed_by", sa.String(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False, comment="[[part, points], …]; they add up to the score"),
        sa.Column("band", sa.String(length=2), nullable=False),
        sa.Column("band_rule", sa.String(), nullable=False),
        sa.Column("override_band", sa.String(), nullable=True),
        sa.Column("reopened_band", sa.String(), nullable=True, comment="not below it until resolved again"),
        sa.Column("calendar_id", sa.Integer(), nullable=True, comment="rules in force when rated"),
        sa.Column("targets_id", sa.Integer(), nullable=True),
        sa.Column("respond_due", sa.BigInteger(), nullable=True),
        sa.Column("resolve_due", sa.BigInteger(), nullable=True, comment="null while the case waits for the guest"),
        sa.Column("next_due", sa.BigInteger(), nullable=True),
        sa.Column(
            "queue_due", sa.Integer(), nullable=False, comment="next_due in seconds; NEVER_DUE where there is none"
        ),
        sa.Column("in_queue", sa.Boolean(), nullable=False),
        sa.Column("paused_minutes", sa.Integer(), nullable=False),
        sa.Column("acknowledged_at", sa.BigInteger(), nullable=True),
        sa.Column("first_response_at", sa.BigInteger(), nullable=True),
        sa.Column("first_response_by", sa.String(), nullable=True),
        sa.Column("first_response_medium", sa.String(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column(
            "owner_name", sa.String(), nullable=False, comment="an owner who is not on the staff list, as imported"
        ),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("handed_over", sa.Boolean(), nullable=False),
        sa.Column("handed_up", sa.Boolean(), nullable=False, comment="handed to a higher role: an escalation"),
        sa.Column("solution", sa.String(), nullable=False),
        sa.Column("beyond_expectation", sa.String(), nullable=False),
        sa.Column("prevention", sa.String(), nullable=False),
        sa.Column("compensation", sa.Integer(), nullable=False, comment="minor units, not taken back"),
        sa.Column("told_by", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("emotion_at_close", sa.Integer(), nullable=True),
        sa.Column("resolved_at", sa.BigInteger(), nullable=True, comment="the first resolution"),
        sa.Column("last_resolved_at", sa.BigInteger(), nullable=True),
        sa.Column("resolved_by_id", sa.Integer(), nullable=True),
        sa.Column("resolved_by", sa.String(), nullable=True),
        sa.Column("reopened_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True, comment="withdrawn, duplicate or not a complaint"),
        sa.Column("duplicate_of", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("closure", sa.String(), nullable=True),
        sa.Column("root_cause", sa.String(), nullable=True),
        sa.Column("whys", sa.JSON(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("survey_asked_at", sa.BigInteger(), nullable=True),
        sa.Column("survey", sa.JSON(), nullable=False, comment="overall, fair, easy, respect, recommend, came_back"),
        sa.Column("survey_not_asked", sa.String(), nullable=False),
        sa.Column(
            "follow_up_due", sa.BigInteger(), nullable=True, comment="when the guest is to be called; null when done"
        ),
        sa.Column("last_act_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("band IN ('P1', 'P2', 'P3', 'P4')", name=op.f("ck_cases_band")),
        sa.CheckConstraint("emotion BETWEEN 0 AND 4", name=op.f("ck_cases_emotion")),
        sa.CheckConstraint("severity BETWEEN 1 AND 4", name=op.f("ck_cases_severity")),
        sa.ForeignKeyConstraint(["calendar_id"], ["rule_sets.id"], name=op.f("fk_cases_calendar_id_rule_sets")),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name=op.f("fk_cases_guest_id_guests")),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name=op.f("fk_cases_owner_id_staff")),
        sa.ForeignKeyConstraint(["received_by_id"], ["staff.id"], name=op.f("fk_cases_received_by_id_staff")),
        sa.ForeignKeyConstraint(["resolved_by_id"], ["staff.id"], name=op.f("fk_cases_resolved_by_id_staff")),
        sa.ForeignKeyConstraint(["targets_id"], ["rule_sets.id"], name=op.f("fk_cases_targets_id_rule_sets")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("external_id", name=op.f("uq_cases_external_id")),
        sa.UniqueConstraint("number", name=op.f("uq_cases_number")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(
            "ix_cases_follow_up", ["follow_up_due"], unique=False, sqlite_where=sa.text("follow_up_due IS NOT NULL")
        )
        batch_op.create_index(batch_op.f("ix_cases_guest_id"), ["guest_id"], unique=False)
        batch_op.create_index("ix_cases_number_order", ["number_order"], unique=False)
        batch_op.create_index(
            "ix_cases_owner", ["owner_id", "band", "queue_due"], unique=False, sqlite_where=sa.text("in_queue = 1")
        )
        batch_op.create_index(
            "ix_cases_queue",
            ["band", "queue_due", "received_at", "number_order", "id"],
            unique=False,
            sqlite_where=sa.text("in_queue = 1"),
        )
        batch_op.create_index("ix_cases_received_at", ["received_at"], unique=False)
        batch_op.create_index(
            "ix_cases_reference", ["reference"], unique=False, sqlite_where=sa.text("reference <> ''")
        )
        batch_op.create_index("ix_cases_room", ["room"], unique=False, sqlite_where=sa.text("room <> ''"))
        batch_op.create_index(
            "ix_cases_unacknowledged", ["queue_due"], unique=False, sqlite_where=sa.text("state = 'new'")
        )

    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_drafts_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "sign_in_tries",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_sign_in_tries_staff_id_staff")),
        sa.PrimaryKeyConstraint("staff_id", "desk", name=op.f("pk_sign_in_tries")),
    )
    op.create_table(
        "contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when it happened"),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("medium", sa.String(), nullable=False),
        sa.Column("with_whom", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_contacts_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contacts_case_id"), ["case_id"], unique=False)

    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False, comment="login of the person"),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column(
            "changes",
            sa.String(),
            nullable=False,
            comment="canonical JSON {field: [before, after]}; personal text as keyed hashes",
        ),
        sa.Column(
            "hash",
            sa.LargeBinary(length=32),
            nullable=False,
            comment="HMAC-SHA-256 over this entry and its predecessor's hash",
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_history_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_history_case_id"), ["case_id"], unique=False)

    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_notes_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notes_case_id"), ["case_id"], unique=False)

    op.create_table(
        "pauses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_pauses_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pauses")),
    )
    with op.batch_alter_table("pauses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pauses_case_id"), ["case_id"], unique=False)

    op.create_table(
        "remedies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False, comment="minor units"),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("law_card", sa.String(), nullable=False),
        sa.Column("taken_back_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_remedies_amount")),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name=op.f("fk_remedies_by_id_staff")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_remedies_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remedies")),
    )
    with op.batch_alter_table("remedies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remedies_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_remedies_giver", ["by_id", "at"], unique=False)

    op.create_table(
        "history_texts",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False, comment="before or after"),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["history.id"], name=op.f("fk_history_texts_entry_id_history")),
        sa.PrimaryKeyConstraint("entry_id", "field", "side", name=op.f("pk_history_texts")),
        sqlite_with_rowid=False,
    )
    for statement in _OWN_TABLES:
        op.execute(statement)
