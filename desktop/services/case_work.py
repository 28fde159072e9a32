"""One act on one case: what every act shares, from the write lock to the history entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from desktop.domain.clocks import Pause as PauseSpan
from desktop.domain.clocks import next_due, paused_minutes, resolve_due, respond_due
from desktop.domain.commands import OnCase
from desktop.domain.kinds import Band, Channel, Flag, RecordType, Scope, State, TimePressure, WaitFor
from desktop.domain.lifecycle import (
    OPEN_STATES,
    WAITING_STATES,
    check_entered_time,
    check_move,
    check_not_before,
)
from desktop.domain.people import Person, check_right
from desktop.domain.priority import Rating, prioritise
from desktop.domain.taxonomy import Taxonomy
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.models.base import seconds
from desktop.models.case import NEVER_DUE, Case, Contact, Note, Pause, ResolutionEvent
from desktop.models.driver import driver_of
from desktop.services.guests import repeat_of
from desktop.services.indexing import add_written
from desktop.services.journal import Changes, Journal
from desktop.services.restricting import check_readable
from desktop.services.site import Rules, RulesInForce, SiteFacts
from desktop.services.told_fields import TOLD_FIELDS

_SILENT: tuple[object, ...] = ("", [], {})


@dataclass(frozen=True, slots=True)
class Done:
    """What an act came to: the case's number and its new version."""

    number: str
    version: int
    case_id: int


@dataclass(slots=True)
class Transaction:
    """What an act works with: the open write transaction, who acts, and when (``at``, UTC)."""

    session: Session
    person: Person
    at: datetime
    own_time: bool  #: ``at`` was given with the act (practice), not read from the clock
    facts: SiteFacts
    rules: Rules
    in_force: RulesInForce
    journal: Journal
    taxonomy: Taxonomy


class CaseWork:
    """A case that is being worked on. ``finish`` writes what changed; until then nothing is seen by others."""

    def __init__(self, tx: Transaction, case: Case, act: str) -> None:
        self.tx, self.case, self.act = tx, case, act
        self._before: Mapping[str, object] = {}

    @classmethod
    def load(cls, tx: Transaction, command: OnCase, act: str) -> "CaseWork":
        """The case that an act is about, once person, state and clock allow the act.

        Raises ``UserError``: ``no_such_case``, those of ``check_right``, ``check_readable`` and ``check_move``,
        ``runs_backwards``; ``ChangedMeanwhileError`` where the person saw an older version.
        """
        case = tx.session.scalar(select(Case).where(Case.number == command.case))
        if case is None:
            raise UserError("no_such_case", "case", number=command.case)
        if command.version is not None and command.version != case.version:
            raise ChangedMeanwhileError(
                "changed_meanwhile", "version", number=case.number, version=case.version, expected=command.version
            )
        check_right(act, tx.person, desk=case.desk, band=Band(case.band))
        check_readable(case.restricted, tx.person)
        check_move(act, State(case.state), RecordType(case.type))
        if tx.at < case.last_act_at:
            if tx.own_time:
                raise UserError("runs_backwards", "at")
            tx.at = case.last_act_at  # the computer's clock went back; the order of the acts is what counts
        return cls.on(tx, case, act)

    @classmethod
    def on(cls, tx: Transaction, case: Case, act: str) -> "CaseWork":
        """A case that is known already and may be acted on."""
        work = cls(tx, case, act)
        work._before = _told(case)
        return work

    def entered(self, when: datetime | None, reason: str, field: str = "when") -> datetime:
        """A time that the person entered for something that happened to this case."""
        moment = check_entered_time(when, self.tx.at, self.tx.person, reason, field)
        check_not_before(moment, self.case.received_at, field)
        return moment

    def move(self, state: State, at: datetime | None = None) -> None:
        """Puts the case into a state, ``at`` a time or now. Waiting ends with it, and the resolve clock runs again."""
        waited = self.case.state in WAITING_STATES
        self.case.state = state.value
        if waited:
            self._stop_waiting(at or self.tx.at)

    def wait(self, for_: WaitFor) -> None:
        """Puts the case into a waiting state; while the guest is waited for, the resolve clock stands still."""
        case, tx = self.case, self.tx
        case.state_before_wait = case.state
        case.state = (State.WAITING_GUEST if for_ is WaitFor.GUEST else State.WAITING_DEPARTMENT).value
        if for_ is WaitFor.GUEST:
            tx.session.add(Pause(case_id=case.id, started_at=tx.at))
            self.set_due_times()

    def _stop_waiting(self, at: datetime) -> None:
        self.case.state_before_wait = None
        lasting = select(Pause).where(Pause.case_id == self.case.id, Pause.ended_at.is_(None))
        for pause in self.tx.session.scalars(lasting):
            pause.ended_at = max(at, pause.started_at)
        self.set_due_times()

    def acknowledge(self, at: datetime, medium: str) -> None:
        """The guest knows that the complaint has arrived."""
        self.case.acknowledged_at = at
        self.first_response(at, medium)
        self.move(State.ACKNOWLEDGED)

    def first_response(self, at: datetime, medium: str) -> None:
        """Notes the first response, if there was none."""
        if self.case.first_response_at is None:
            self.case.first_response_at = at
            self.case.first_response_by = self.tx.person.login
            self.case.first_response_medium = medium

    def resolve(self, at: datetime, follow_up_after: timedelta) -> None:
        """The guest has the result: the case leaves the queue, and a call to ask how it went is due."""
        case = self.case
        is_first, case.resolved_at = case.resolved_at is None, case.resolved_at or at
        case.last_resolved_at = at
        case.resolved_by_id, case.resolved_by = self.tx.person.id, self.tx.person.name
        case.reopened_band = None
        if case.type == RecordType.COMPLAINT:
            case.follow_up_due = at + follow_up_after
        self.move(State.RESOLVED, at)
        if is_first:
            case.first_resolve_due, case.first_resolved_by_id = case.resolve_due, self.tx.person.id
        self.tx.session.add(ResolutionEvent(case_id=case.id, at=at))

    def reopen(self) -> None:
        """The last resolution didn't hold: the case is worked on again from now on."""
        case, session = self.case, self.tx.session
        case.reopened_at = self.tx.at
        newest = select(ResolutionEvent).where(ResolutionEvent.case_id == case.id).order_by(ResolutionEvent.id.desc())
        resolution = session.scalar(newest.limit(1))
        if resolution is not None:
            resolution.reopened_at = self.tx.at
        self.move(State.INVESTIGATING)

    def rate(self) -> None:
        """Works out score, band and due times anew, by the rules in force now."""
        case, rules = self.case, self.tx.in_force
        case.calendar_id, case.targets_id = rules.calendar_id, rules.targets_id
        self.set_band()

    def set_band(self) -> None:
        """Works out score, band and due times anew, by the rules that the case was rated under."""
        case = self.case
        priority = prioritise(
            self._rating(),
            Band(case.override_band) if case.override_band else None,
            Band(case.reopened_band) if case.reopened_band else None,
        )
        case.points = [[p.part, p.points] for p in priority.points]
        case.score, case.band, case.band_rule = priority.score, priority.band.value, priority.band_rule
        self.set_due_times()

    def _rating(self) -> Rating:
        case = self.case
        return Rating(
            type=RecordType(case.type),
            channel=Channel(case.channel),
            severity=case.severity,
            scope=Scope(case.scope) if case.scope else None,
            emotion=case.emotion,
            time_pressure=TimePressure(case.time_pressure) if case.time_pressure else None,
            flags=frozenset(Flag(flag) for flag in case.flags),
            guest_vip=case.guest_vip,
            guest_vulnerable=case.guest_vulnerable,
            repeat=repeat_of(driver_of(self.tx.session), case.guest_id, case.id, case.received_at, case.category),
        )

    def set_due_times(self) -> None:
        """Both due times of the case's band, from the received time or the reopening, with its pauses."""
        case, tx = self.case, self.tx
        if case.calendar_id is None or case.targets_id is None:
            raise AssertionError("a case is rated before it gets due times")
        driver = driver_of(tx.session)
        calendar = tx.rules.calendar(driver, case.calendar_id)
        targets = tx.rules.targets(driver, case.targets_id)
        band, zone = Band(case.band), tx.facts.zone
        resolve_from = case.reopened_at or case.received_at
        pauses = [PauseSpan(p.started_at, p.ended_at) for p in self._pauses()]
        case.respond_due = respond_due(band, targets, calendar, zone, case.received_at)
        case.resolve_due = resolve_due(band, targets, calendar, zone, resolve_from, pauses)
        case.paused_minutes = paused_minutes(band, calendar, zone, resolve_from, pauses, tx.at)

    def _pauses(self) -> list[Pause]:
        if self.case.id is None:
            return []
        return list(self.tx.session.scalars(select(Pause).where(Pause.case_id == self.case.id)))

    def add_words(self, entity: Note | Contact) -> None:
        """Stores a note or contact, and lets the search find its words."""
        add_written(self.tx.session, self.case, entity)

    def finish(self, extra: Changes | None = None) -> Done:
        """Writes the case and its history entry.

        ``extra`` are fields of the act that are no fields of the case (the reason, a note's text).
        """
        case = self.case
        place_in_queue(case)
        case.last_act_at = self.tx.at
        flag_modified(case, "last_act_at")  # a note changes no field of the case, but whoever looks has an old version
        self.tell(extra)
        self.tx.session.flush()
        return Done(case.number, case.version, case.id)

    def tell(self, extra: Changes | None = None, *, act: str = "") -> None:
        """Appends what changed since the last entry to the history, as ``act`` (default: the act itself)."""
        tx, before, after = self.tx, self._before, _told(self.case)
        changes = {n: (before.get(n), after.get(n)) for n in {**before, **after} if before.get(n) != after.get(n)}
        self._before = after
        tx.journal.append(
            tx.session, tx.at, tx.person.login, act or self.act, self.case.id, changes | dict(extra or {})
        )


def reason_told(reason: str) -> dict[str, tuple[object, object]]:
    """The reason of an act as its history entry tells it; nothing where none was given."""
    return {"reason": (None, reason)} if reason else {}


def place_in_queue(case: Case) -> None:
    """Sets what the queue is ordered by: the next due time, and whether the case stands in it at all."""
    due = next_due(case.first_response_at, case.respond_due, case.resolve_due, case.promise_due)
    for name, value in queue_place(due, in_queue=State(case.state) in OPEN_STATES).items():
        setattr(case, name, value)


def queue_place(due: datetime | None, *, in_queue: bool) -> dict[str, object]:
    """The fields that the queue is ordered by; ``due`` is when the case is due next if it stands there."""
    due = due if in_queue else None
    return {"in_queue": in_queue, "next_due": due, "queue_due": NEVER_DUE if due is None else seconds(due)}


def _told(case: Case) -> dict[str, object]:
    fields = told({name: getattr(case, name) for name in TOLD_FIELDS})
    return {n: list(v) if isinstance(v, list) else dict(v) if isinstance(v, dict) else v for n, v in fields.items()}


def told(fields: Mapping[str, object]) -> dict[str, object]:
    """What the history tells of a case: its fields, without those that say nothing yet."""
    return {
        name: value
        for name in TOLD_FIELDS
        if (value := fields.get(name)) is not None and value is not False and value not in _SILENT
    }
