"""Storing what an import brings: cases as they were, with guest, number, standing, history and search words."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from desktop.domain.clocks import Pause as PauseSpan
from desktop.domain.clocks import paused_minutes, resolve_due, respond_due
from desktop.domain.kinds import Channel, Flag, RecordType, Scope, TimePressure
from desktop.domain.lifecycle import OPEN_STATES, REOPEN_WITHIN
from desktop.domain.priority import Rating, Repeat, band_after_reopening, prioritise
from desktop.domain.shifts import shift_at
from desktop.domain.texts import summary_of
from desktop.exchange.records import CaseRecord, EntryRecord, Standing
from desktop.models.base import Base, moment
from desktop.models.case import NEVER_DUE, Case, Contact, Note, Pause, Remedy, ResolutionEvent
from desktop.models.driver import driver_of
from desktop.models.site import Guest
from desktop.services.case_endings import FOLLOW_UP_AFTER
from desktop.services.case_work import CaseWork, Transaction, place_in_queue
from desktop.services.import_known import GuestBook, Numbers, Repeats, StaffBook
from desktop.services.import_resolutions import history_told, resolutions_of
from desktop.services.import_work import work_rows
from desktop.services.indexing import IN_FIRST_ROW, add_further, words_of_new
from desktop.services.journal import JournalBatch

_ADD_WORDS = "INSERT INTO search_index(rowid, words) VALUES (?, ?)"
_GUEST_LINES = ("name", "honorific", "phone", "email", "language")

Row = dict[str, object]


class CaseStore:
    """Stores checked records within one transaction; ``tx.journal`` is a batch. Call ``add`` for each, then ``finish``.

    Score, band and due times of an open case come out as ``open`` would have worked them out at the received time, by
    the rules in force now; a record that brings its own standing keeps it.
    """

    def __init__(self, tx: Transaction, journal: JournalBatch, records: Sequence[CaseRecord]) -> None:
        self._tx, self._journal = tx, journal
        self._staff = StaffBook(tx.session)
        self._numbers = Numbers(tx.session, tx.facts.code, tx.facts.zone)
        known = [record for record in records if not record.values["anonymous"]]
        book = GuestBook(tx.session, (record.guest for record in known), tx.at)
        self._guests: dict[int, Guest] = {}
        for record in known:
            guest = book.guest_for(record.guest)
            if guest is not None:
                self._guests[record.row] = guest
        self._kept = {r.row: self._numbers.keep(r.number) for r in records if r.number is not None}
        self._repeats = self._counted(records)
        self._children: dict[Table, list[Row]] = {}
        self._words: list[tuple[int, str]] = []
        self._long: list[int] = []  # cases with more notes or contacts than stand in their row of the index
        self._cases: list[Case] = []
        self._told: list[tuple[Case, CaseRecord]] = []

    def _counted(self, records: Sequence[CaseRecord]) -> Repeats:
        repeats = Repeats(self._tx.session, {guest.id for guest in self._guests.values()})
        for record in records:
            guest = self._guests.get(record.row)
            if guest is not None:
                category, type_ = _text(record.values["category"]), str(record.values["type"])
                repeats.add(guest.id, record.received_at, category, type_, record.state, record.row)
        return repeats

    def add(self, record: CaseRecord) -> None:
        """Makes the case of a record, and what hangs on it; nothing is written yet."""
        case = self._case(record)
        if record.standing is None:
            self._rate(case, record)
        else:
            _restore(case, record.standing)
        place_in_queue(case)
        self._resolve(case, record)
        self._cases.append(case)
        self._hang(case, record)
        self._index(case, record)
        self._told.append((case, record))

    def _case(self, record: CaseRecord) -> Case:
        tx, values, guest, details = self._tx, record.values, self._guests.get(record.row), record.guest
        desk = _text(values["desk"]) or tx.person.desk or tx.facts.desks[0].code
        number = self._kept.get(record.row) or self._numbers.next(record.received_at, desk)
        shift = shift_at(tx.in_force.shifts, tx.facts.zone, record.received_at)
        receiver, resolver = self._staff.find(record.received_by), self._staff.find(record.resolved_by)
        owner = self._staff.find(record.owner)
        in_shift = values["shift"] is None and shift is not None
        stored = dict(values) | {
            "id": self._numbers.case_id(record.received_at),
            "version": 1,
            "number": str(number),
            "number_order": number.order,
            "imported": True,
            "state": record.state.value,
            "desk": desk,
            "received_at": record.received_at,
            "received_by_id": receiver.id if receiver else None,
            "received_by": receiver.name if receiver else record.received_by,
            "resolved_by_id": resolver.id if resolver else None,
            "resolved_by": resolver.name if resolver else record.resolved_by,
            "owner_id": owner.id if owner else None,
            "owner_name": "" if owner else record.owner,
            "shift": shift[0].code if shift and in_shift else values["shift"],
            "shift_date": shift[1] if shift and in_shift else values["shift_date"],
            "guest_id": guest.id if guest else None,
            "guest_vip": details.vip or bool(guest and guest.vip and record.standing is None),
            "guest_vulnerable": details.vulnerable or bool(guest and guest.vulnerable and record.standing is None),
            "summary": summary_of(str(values["text"])),
            "queue_due": NEVER_DUE,
            "calendar_id": tx.in_force.calendar_id,
            "targets_id": tx.in_force.targets_id,
            "follow_up_due": self._follow_up(record),
            "promise_due": min((promise.due for promise in record.promises if promise.is_open), default=None),
        }
        stored |= {f"guest_{name}": getattr(details, name) for name in _GUEST_LINES}
        # What isn't set is null, and setting a field of an entity costs more than anything else here.
        return Case(**{name: value for name, value in stored.items() if value is not None})

    def _follow_up(self, record: CaseRecord) -> datetime | None:
        """When the guest is to be asked; what ended too long ago to be reopened is left in peace."""
        resolved = record.values["last_resolved_at"]
        if not record.follow_up or not isinstance(resolved, datetime):
            return None
        due = resolved + FOLLOW_UP_AFTER
        return due if self._tx.at - due < REOPEN_WITHIN - timedelta(days=1) else None

    def _rate(self, case: Case, record: CaseRecord) -> None:
        repeat = self._repeats.of(case.guest_id, record.received_at, case.category, record.row)
        rating = rating_of(case, repeat)
        comes_back = case.reopened_at is not None and record.state in OPEN_STATES
        reopened = band_after_reopening(prioritise(rating).band) if comes_back else None
        priority = prioritise(rating, None, reopened)
        case.reopened_band = reopened.value if reopened else None
        case.points = [[p.part, p.points] for p in priority.points]
        case.score, case.band, case.band_rule = priority.score, priority.band.value, priority.band_rule
        tx, driver = self._tx, driver_of(self._tx.session)
        calendar = tx.rules.calendar(driver, tx.in_force.calendar_id)
        targets = tx.rules.targets(driver, tx.in_force.targets_id)
        zone, since = tx.facts.zone, case.reopened_at or case.received_at
        pauses = [PauseSpan(pause.started_at, pause.ended_at) for pause in record.pauses]
        case.respond_due = respond_due(priority.band, targets, calendar, zone, case.received_at)
        case.resolve_due = resolve_due(priority.band, targets, calendar, zone, since, pauses)
        case.paused_minutes = paused_minutes(priority.band, calendar, zone, since, pauses, tx.at)
        if case.resolved_at is not None:
            first_band = prioritise(rating).band  # a reopening raised it later
            case.first_resolve_due = resolve_due(first_band, targets, calendar, zone, case.received_at, pauses)

    def _resolve(self, case: Case, record: CaseRecord) -> None:
        """The resolutions as events; who came first to one, and when that was due."""
        for at, reopened_at in resolutions_of(record):
            self._keep(ResolutionEvent, {"case_id": case.id, "at": at, "reopened_at": reopened_at})
        if case.resolved_at is None:
            return
        told = history_told(record)
        resolver = self._staff.find(told.first_resolved_by) if told and told.first_resolved_by else None
        case.first_resolved_by_id = resolver.id if resolver else case.resolved_by_id
        if told and told.first_resolve_due is not None:
            case.first_resolve_due = moment(told.first_resolve_due)
        elif case.first_resolve_due is None and case.reopened_at is None:
            case.first_resolve_due = case.resolve_due

    def _index(self, case: Case, record: CaseRecord) -> None:
        """The words by which the case is found."""
        notes = (note.text for note in record.notes[:IN_FIRST_ROW])
        contacts = (contact.text for contact in record.contacts[:IN_FIRST_ROW])
        self._words.append((case.id, words_of_new(case, [*notes, *contacts])))
        if max(len(record.notes), len(record.contacts)) > IN_FIRST_ROW:
            self._long.append(case.id)

    def _hang(self, case: Case, record: CaseRecord) -> None:
        """What hangs on the case."""
        here: Row = {"case_id": case.id}
        whole = bool(record.history)
        for remedy in record.remedies:
            giver = self._staff.find(remedy.by)
            login = giver.login if giver else remedy.by
            row: Row = {name: getattr(remedy, name) for name in ("kind", "amount", "note", "law_card", "taken_back_at")}
            # A log book's sums weigh on nobody's authority of the month: who gave them is only supposed.
            by: Row = {"by_id": giver.id if giver and whole else None, "by": login, "at": remedy.at or case.received_at}
            self._keep(Remedy, here | row | by)
        for note in record.notes:
            by = {"at": note.at or case.received_at, "by": note.by or self._tx.person.login}
            self._keep(Note, here | by | {"text": note.text})
        for contact in record.contacts:
            names = ("at", "by", "medium", "with_whom", "text", "reached")
            self._keep(Contact, here | {name: getattr(contact, name) for name in names})
        for pause in record.pauses:
            self._keep(Pause, here | {"started_at": pause.started_at, "ended_at": pause.ended_at})
        for entity, row in work_rows(record, self._staff, self._tx):
            self._keep(entity, here | row)

    def _keep(self, entity: type[Base], row: Row) -> None:
        table = entity.__table__
        assert isinstance(table, Table)
        self._children.setdefault(table, []).append(row)

    def write(self) -> None:
        """Writes what was added since the last time."""
        session = self._tx.session
        session.flush()  # the guests first: the cases name them
        session.add_all(self._cases)
        session.flush()
        for table, rows in self._children.items():
            session.execute(insert(table), rows)
        for case, record in self._told:
            self._tell(case, record)
        self._journal.flush(session)
        if self._words:
            session.connection().exec_driver_sql(_ADD_WORDS, self._words)
        add_further(session, self._long)
        _let_go(session, self._cases)
        self._cases, self._children, self._told, self._words, self._long = [], {}, [], [], []

    def _tell(self, case: Case, record: CaseRecord) -> None:
        """The history of a case: its own where it brings one, else one entry that tells what came in."""
        if not record.history:
            CaseWork(self._tx, case, "import").tell()
            return
        for entry in record.history:
            self._journal.append(
                self._tx.session, entry.at, entry.by, entry.act, case.id, _with_guest(entry, case.guest_id)
            )

    def finish(self) -> None:
        """Writes what is left, and the counters."""
        self.write()
        self._numbers.store()


def rating_of(case: Case, repeat: Repeat) -> Rating:
    """What the score reads of a case whose repeat is known."""
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
        repeat=repeat,
    )


def _restore(case: Case, standing: Standing) -> None:
    """Score, band and due times as they were."""
    case.points, case.score = standing.points, standing.score
    case.band, case.band_rule = standing.band, standing.band_rule
    case.respond_due, case.resolve_due = standing.respond_due, standing.resolve_due
    case.paused_minutes = standing.paused_minutes
    case.override_band = standing.band if standing.band_rule == "override" else None
    if case.reopened_band is None and standing.band_rule == "reopened":
        case.reopened_band = standing.band


def _with_guest(entry: EntryRecord, guest_id: int | None) -> dict[str, tuple[object, object]]:
    """The changes of an entry; a guest's number is the one that the guest has here."""
    changes = dict(entry.changes)
    if "guest_id" in changes:
        changes["guest_id"] = (changes["guest_id"][0], guest_id)
    return changes


def _let_go(session: Session, cases: Sequence[Case]) -> None:
    """Frees what is written: an import may be larger than the memory it should take."""
    for case in cases:
        session.expunge(case)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
