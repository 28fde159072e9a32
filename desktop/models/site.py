"""The site: settings, desks, staff, guests, categories of its own, rules in force and their past, counters."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy import text as literal_sql
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class Setting(Base):
    """One setting of the site: name, code, property, language, zone, country, currency, training."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON(), nullable=True)


class Desk(Base):
    """A counter of the site; its code stands in case numbers."""

    __tablename__ = "desks"

    code: Mapped[str] = mapped_column(String(8), primary_key=True)
    name: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)


class Staff(Base):
    """Someone who works at the site. ``login_key`` is the login in the form in which logins are compared."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(64))
    login_key: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str]
    role: Mapped[str]
    department: Mapped[str] = mapped_column(default="")
    secret: Mapped[str | None] = mapped_column(comment="argon2id hash of PIN or passphrase; null: none given yet")
    active: Mapped[bool] = mapped_column(default=True)


class SignInTries(Base):
    """Wrong tries in a row of one person at one desk; kept over restarts."""

    __tablename__ = "sign_in_tries"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    desk: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    locked_until: Mapped[datetime | None]


class Guest(Base):
    """A guest record. The same phone digits or e-mail are the same guest; a name alone only suggests."""

    __tablename__ = "guests"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    honorific: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    phone_key: Mapped[str | None] = mapped_column(index=True)
    email: Mapped[str] = mapped_column(default="")
    email_key: Mapped[str | None] = mapped_column(index=True)
    name_key: Mapped[str] = mapped_column(default="", index=True)
    language: Mapped[str] = mapped_column(default="")
    vip: Mapped[bool] = mapped_column(default=False)
    vulnerable: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1, comment="counts the changes of the profile")
    preferences: Mapped[str] = mapped_column(default="")
    private_notes: Mapped[str] = mapped_column(default="", comment="neither searched nor shown in lists")
    consent: Mapped[bool | None] = mapped_column(comment="whether the guest agreed that preferences are kept")
    consent_at: Mapped[datetime | None]
    restricted: Mapped[bool] = mapped_column(default=False, comment="new cases of this guest are restricted")
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("guests.id"), index=True)
    keyed_as: Mapped[str | None] = mapped_column(comment="the name whose keys stand in guest_keys")

    __table_args__ = (Index("ix_guests_unkeyed", "id", sqlite_where=literal_sql("keyed_as IS NOT name")),)


class GuestKey(Base):
    """A form under which a guest's name is found: pinyin and initials in all readings, parts of the name."""

    __tablename__ = "guest_keys"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guests.id"), primary_key=True, index=True)

    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 (SQLAlchemy reads it so)


class GuestMerge(Base):
    """Two records that were the same guest, and what brings them apart again."""

    __tablename__ = "guest_merges"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(comment="login")
    kept_id: Mapped[int] = mapped_column(ForeignKey("guests.id"), index=True)
    merged_id: Mapped[int] = mapped_column(ForeignKey("guests.id"), index=True)
    case_ids: Mapped[list[Any]] = mapped_column(comment="cases that came over")
    before: Mapped[dict[str, Any]] = mapped_column(comment="fields of the kept record that the merge changed")
    undone_at: Mapped[datetime | None]


class SiteCategory(Base):
    """A category that the site added, or a shipped one that it hid."""

    __tablename__ = "site_categories"

    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    name_en: Mapped[str] = mapped_column(default="")
    name_zh: Mapped[str] = mapped_column(default="")
    hidden: Mapped[bool] = mapped_column(default=False)
    custom: Mapped[bool] = mapped_column(default=False)


class RuleSet(Base):
    """A calendar, targets, shifts or authority as set at a moment; the newest of a kind is in force.

    Old ones stay, because a case keeps the rules under which it was rated.
    """

    __tablename__ = "rule_sets"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime]
    by: Mapped[str] = mapped_column(default="")
    data: Mapped[Any] = mapped_column(JSON())

    __table_args__ = (
        CheckConstraint("kind IN ('calendar', 'targets', 'shifts', 'authority')", name="kind"),
        Index("ix_rule_sets_newest", "kind", "id"),
    )


class Counter(Base):
    """A number that only grows, taken in the transaction that uses it."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[int]
