"""A whole case as one JSON object: what ``case`` prints and ``export`` writes (interfaces.md)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.clocks import Pause as PauseSpan
from desktop.domain.clocks import paused_minutes
from desktop.domain.kinds import Band, State
from desktop.domain.money import Currency, amount_text
from desktop.domain.priority import effective_band, is_late
from desktop.domain.rows import QueueRow
from desktop.models.case import Case, Contact, Note, Pause, Remedy
from desktop.models.driver import driver_of
from desktop.models.site import Staff
from desktop.services.document_work import WorkParts
from desktop.services.journal import entries_of
from desktop.services.site import Rules

Document = dict[str, Any]

_PLAIN_FIELDS = [
    "type",
    "channel",
    "text",
    "written",
    "anonymous",
    "on_behalf_of",
    "room",
    "reference",
    "place",
    "category",
    "severity",
    "scope",
    "emotion",
    "time_pressure",
    "flags",
    "expected",
    "actual",
    "gap",
    "wants",
    "cause",
    "impact",
    "nature",
    "score",
    "band",
    "band_rule",
    "state",
    "summary",
    "desk",
    "shift",
    "imported",
    "handed_over",
    "department",
    "solution",
    "beyond_expectation",
    "prevention",
    "told_by",
    "answer",
    "emotion_at_close",
    "outcome",
    "closure",
    "root_cause",
    "whys",
    "lesson",
    "survey_not_asked",
    "duplicate_of",
    "external_id",
    "intake",
    "restricted",
    "state_before_wait",
]
_MOMENTS = [
    "received_at",
    "respond_due",
    "resolve_due",
    "next_due",
    "first_response_at",
    "acknowledged_at",
    "assessed_at",
    "facts_confirmed_at",
    "resolved_at",
    "closed_at",
    "reopened_at",
    "ended_at",
    "survey_asked_at",
]
_GUEST_FIELDS = ["name", "honorific", "phone", "email", "language", "vip", "vulnerable"]


def iso(moment: datetime | None, zone: ZoneInfo) -> str | None:
    """A moment as it is printed: in the site's zone, to the second, with the offset."""
    return None if moment is None else moment.astimezone(zone).isoformat(timespec="seconds")


def queue_document(row: QueueRow, rank: int, at: datetime, zone: ZoneInfo, logins: Mapping[int, str]) -> Document:
    """A queue row as ``queue --json`` gives it; ``owner`` is the owner's login."""
    return {
        "number": row.number,
        "rank": rank,
        "band": row.band.value,
        "effective_band": row.effective_band(at).value,
        "score": row.score,
        "points": [{"part": p.part, "points": p.points} for p in row.points],
        "band_rule": row.band_rule,
        "state": row.state.value,
        "respond_due": iso(row.respond_due, zone),
        "resolve_due": iso(row.resolve_due, zone),
        "next_due": iso(row.next_due, zone),
        "late": row.late(at),
        "guest": row.guest,
        "room": row.room,
        "category": row.category,
        "summary": row.summary,
        "owner": (row.owner or None) if row.owner_id is None else logins.get(row.owner_id),
        "emotion": row.emotion,
        "received_at": iso(row.received_at, zone),
    }


def logins_of(session: Session) -> dict[int, str]:
    """The login of every person, by id, of those who left too."""
    return {row.id: row.login for row in session.execute(select(Staff.id, Staff.login))}


@dataclass(frozen=True, slots=True)
class DocumentWriter:
    """Makes case objects. ``rank_of`` gives a case's place in the queue at ``at``, None where it is in none."""

    session: Session
    at: datetime
    zone: ZoneInfo
    currency: Currency
    logins: Mapping[int, str]
    rank_of: Callable[[int], int | None]
    rules: Rules = field(default_factory=Rules)  #: read and parsed once for all cases

    def document(self, case: Case) -> Document:
        """The whole record as one object."""
        made: Document = {"number": case.number, "rank": self.rank_of(case.id)}
        made |= {name: getattr(case, name) for name in _PLAIN_FIELDS}
        made |= {name: self._iso(getattr(case, name)) for name in _MOMENTS}
        made["effective_band"] = effective_band(Band(case.band), case.next_due, self.at).value
        made["points"] = [{"part": part, "points": points} for part, points in case.points]
        made["late"] = is_late(case.next_due, self.at)
        made["guest"] = {name: getattr(case, f"guest_{name}") for name in _GUEST_FIELDS}
        made["owner"] = self._login(case.owner_id) or case.owner_name or None
        made["received_by"] = self._login(case.received_by_id) or case.received_by
        made["resolved_by"] = self._login(case.resolved_by_id) or case.resolved_by
        made["problem_date"] = _date(case.problem_date)
        made["shift_date"] = _date(case.shift_date)
        made["on_the_spot"] = case.acknowledged_at is not None and case.acknowledged_at == case.received_at
        again = case.last_resolved_at if case.last_resolved_at != case.resolved_at else None
        made["resolved_again_at"] = self._iso(again)
        made["paused_minutes"] = self._paused_minutes(case)
        made["compensation"] = amount_text(case.compensation, self.currency)
        made["facts"] = case.facts
        made["facts_confirmed_by"] = case.facts_confirmed_by
        made["survey"] = dict(case.survey) if case.survey_asked_at is not None else None
        made |= self._lists(case)
        return made | {"reason": _reason_of_opening(made["history"])}

    def _paused_minutes(self, case: Case) -> int:
        """Whole working minutes of waiting for the guest; a case that waits still has waited until ``at``."""
        if case.state != State.WAITING_GUEST or case.calendar_id is None:
            return case.paused_minutes
        pauses = self.session.scalars(select(Pause).where(Pause.case_id == case.id))
        calendar = self.rules.calendar(driver_of(self.session), case.calendar_id)
        since = case.reopened_at or case.received_at
        spans = [PauseSpan(pause.started_at, pause.ended_at) for pause in pauses]
        return paused_minutes(Band(case.band), calendar, self.zone, since, spans, self.at)

    def _lists(self, case: Case) -> Document:
        driver = driver_of(self.session)
        remedies = self.session.scalars(select(Remedy).where(Remedy.case_id == case.id).order_by(Remedy.id))
        notes = self.session.scalars(select(Note).where(Note.case_id == case.id).order_by(Note.id))
        contacts = self.session.scalars(select(Contact).where(Contact.case_id == case.id).order_by(Contact.id))
        return {
            "remedies": [self._remedy(remedy) for remedy in remedies],
            "notes": [{"at": self._iso(note.at), "by": note.by, "text": note.text} for note in notes],
            "contacts": [self._contact(contact) for contact in contacts],
            **WorkParts(driver, self.currency, self.logins, self._iso).of(case.id),
            "history": [
                {
                    "at": self._iso(entry.at),
                    "by": entry.by,
                    "act": entry.act,
                    "changes": [{"field": c.field, "before": c.before, "after": c.after} for c in entry.changes],
                }
                for entry in entries_of(driver, case.id)
            ],
        }

    def _remedy(self, remedy: Remedy) -> Document:
        return {
            "kind": remedy.kind,
            "amount": amount_text(remedy.amount, self.currency),
            "note": remedy.note,
            "law_card": remedy.law_card,
            "by": remedy.by,
            "at": self._iso(remedy.at),
            "taken_back_at": self._iso(remedy.taken_back_at),
        }

    def _contact(self, contact: Contact) -> Document:
        told = {name: getattr(contact, name) for name in ("by", "medium", "text", "reached")}
        return {"at": self._iso(contact.at), "with": contact.with_whom, **told}

    def _iso(self, moment: datetime | None) -> str | None:
        return iso(moment, self.zone)

    def _login(self, person_id: int | None) -> str | None:
        return None if person_id is None else self.logins.get(person_id)


def _reason_of_opening(history: Sequence[Document]) -> str:
    """Why the case was entered late: it stands in the history alone."""
    changes = [change for entry in history if entry["act"] == "open" for change in entry["changes"]]
    return next((str(change["after"] or "") for change in changes if change["field"] == "reason"), "")


def _date(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
