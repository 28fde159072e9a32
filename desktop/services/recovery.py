"""The owner's recovery sheet: the way in when the PIN is forgotten (trust.md, People).

A sheet bears a one-time code of 20 signs (100 bits), shown when it is made and never again: only its argon2id hash is
kept. Using it spends it.
"""

import secrets
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import select

from desktop.domain.kinds import Role
from desktop.domain.people import Person
from desktop.domain.site_settings import RecoverySheet
from desktop.errors import UserError
from desktop.models.base import moment, seconds
from desktop.models.engine import Database
from desktop.models.site import Setting, Staff
from desktop.services.journal import Journal
from desktop.services.settings_work import SettingsWork
from desktop.services.staff import check_secret, find_person, row_of, set_secret, try_secret
from desktop.words import Words

RECOVERY = "recovery"  #: the setting: {id of an owner: {hash, made_at}}
_TRIES_AT = "recovery sheet"  #: where wrong codes are counted; no desk can have this code
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  #: Crockford's 32: none is mistaken for another on paper
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUPS, _GROUP = 5, 4
_STEPS = 4  #: how many sentences the sheet explains itself in

_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)


def new_code() -> str:
    """A code in groups: ``7K2M-9QXD-…``."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def plain_code(typed: str) -> str:
    """What a typed code means: blanks, hyphens, case and full width make no difference, nor do O, I and L."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    return "".join(sign for sign in plain if sign in _SIGNS)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of the sheet. ``kind``: ``title``, ``fact``, ``code``, ``step`` or ``note``."""

    kind: str
    text: str


def sheet_rows(sheet: RecoverySheet, words: Words, made: str) -> tuple[SheetRow, ...]:
    """The sheet as text, top to bottom, for the screen and the paper. ``made`` is when, in the reader's form."""
    steps = (words.sentence(f"recovery_step_{place}") for place in range(1, _STEPS + 1))
    return (
        SheetRow("title", words.sentence("recovery_title")),
        SheetRow("fact", words.sentence("recovery_for", name=sheet.name, login=sheet.login, site=sheet.site)),
        SheetRow("fact", words.sentence("recovery_made", time=made)),
        SheetRow("code", sheet.code),
        *(SheetRow("step", step) for step in steps),
        SheetRow("note", words.sentence("recovery_note")),
    )


class RecoveryService:
    """Makes sheets and lets an owner in by one. ``now`` gives the present moment (aware UTC)."""

    def __init__(
        self, database: Database, journal: Journal, training: bool, site: Callable[[], str], now: Callable[[], datetime]
    ) -> None:
        self._database, self._journal, self._training = database, journal, training
        self._site_name, self._now = site, now

    def made_at(self, person: Person) -> datetime | None:
        """When the sheet that holds for an owner was made; None where there is none, or it was used."""
        with self._database.reading() as connection:
            stored = connection.scalar(select(Setting.value).where(Setting.name == RECOVERY)) or {}
        sheet = stored.get(str(person.id))
        return None if sheet is None else moment(sheet["made_at"])

    def make(self, by: Person) -> RecoverySheet:
        """Makes a new sheet for the owner who asks; an older one of theirs holds no longer.

        Raises ``not_allowed`` (only an owner has one), ``not_in_training``.
        """
        if by.role is not Role.OWNER:
            raise UserError("not_allowed", "by", act="recovery", role=by.role.value)
        if self._training:
            raise UserError("not_in_training")
        code, at = new_code(), self._now().replace(microsecond=0)
        hashed = _HASHER.hash(plain_code(code))
        with self._database.writing() as session:
            person = find_person(session, by.login)
            work = SettingsWork(session, by, at, self._journal)
            _keep(work, person.id, {"hash": hashed, "made_at": seconds(at)})
            work.tell({"login": (None, person.login)}, "recovery")
        return RecoverySheet(code, self._site_name(), person.name, person.login, at)

    def rows(self, sheet: RecoverySheet, words: Words, made: str) -> tuple[SheetRow, ...]:
        """The sheet as text (``sheet_rows``), for those who are handed the service."""
        return sheet_rows(sheet, words, made)

    def recover(self, login: str, code: str, secret: str, desk: str) -> Person:
        """Gives an owner a new PIN or passphrase by the code of their sheet, which is spent; signs them in.

        Raises ``no_such_person``, ``recovery_none`` (no sheet holds for this person), ``recovery_wrong`` (``left``
        tries), ``locked_out`` (``seconds``), and those of ``check_secret``. Tries are limited as at signing in.
        """
        if self._training:
            raise UserError("not_in_training")
        check_secret(secret)
        at = self._now()
        with self._database.writing() as session:
            person = find_person(session, login)
            sheets = _sheets(session.get(Setting, RECOVERY))
            sheet = sheets.get(str(person.id))
            if sheet is None or person.role != Role.OWNER:
                raise UserError("recovery_none", "code", name=person.name)
            refusal = try_secret(session, person, _TRIES_AT, sheet["hash"], plain_code(code), at)
            if refusal is None:
                return self._let_in(
                    SettingsWork(session, row_of(person).as_person(desk), at, self._journal), person, secret
                )
        if refusal.code == "sign_in_failed":
            raise UserError("recovery_wrong", "code", **refusal.params)
        raise UserError(refusal.code, "code", **refusal.params)

    def _let_in(self, work: SettingsWork, person: Staff, secret: str) -> Person:
        set_secret(work.session, person, secret)
        _keep(work, person.id, None)
        work.tell({"login": (None, person.login), "setting": (RECOVERY, None)}, "pin")
        return work.by


def _sheets(stored: Setting | None) -> Mapping[str, Any]:
    return {} if stored is None else dict(stored.value)


def _keep(work: SettingsWork, person_id: int, sheet: Mapping[str, object] | None) -> None:
    """Puts a sheet in the place of the person's last one, or takes that away."""
    sheets = {key: kept for key, kept in _sheets(work.session.get(Setting, RECOVERY)).items() if key != str(person_id)}
    if sheet is not None:
        sheets[str(person_id)] = dict(sheet)
    work.keep(RECOVERY, sheets)
