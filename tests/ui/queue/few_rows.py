"""A desk in memory: rows in the order of the queue, and the functions a queue screen is handed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Event
from zoneinfo import ZoneInfo

from desktop.domain.authority import AuthorityLeft
from desktop.domain.case_file import CaseFile, Clocks, Complainant, Ending, Rating, Story
from desktop.domain.commands import Acknowledge, OnCase, Settle, Take, Withdraw
from desktop.domain.kinds import Band, Channel, RecordType, Role, Scope, State
from desktop.domain.lifecycle import OPEN_STATES, check_move
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.priority import Points
from desktop.domain.queueing import DUE_SOON, Chip, QueueFilter
from desktop.domain.rows import CaseView, GuestHistory, QueueCounts, QueueKey, QueuePage, QueueRow, StaffRow
from desktop.errors import ChangedMeanwhileError, UserError, WorkspaceError
from desktop.ui.queue.bulk import ActDoors, BulkAnswer, RefusedCase
from desktop.ui.queue.state import QueueDoors
from tests.support.clock import EVENING, Clock

SHANGHAI = ZoneInfo("Asia/Shanghai")
MAYA = Person(1, "maya", "Maya Chen", Role.SPECIALIST, "D1")
LEO = Person(2, "leo", "Leo Wang", Role.RECEPTIONIST, "D1")
PEOPLE = tuple(StaffRow(p.id, p.login, p.name, p.role, "", has_pin=True) for p in (MAYA, LEO))

_MINUTE = timedelta(minutes=1)


def a_row(serial: int = 1, **changed: object) -> QueueRow:
    """A plain P3 that is due in three hours, with what a test wants to be different."""
    plain = QueueRow(
        id=serial,
        number=f"HH-D1-20261119-{serial:04}",
        version=1,
        type=RecordType.COMPLAINT,
        band=Band.P3,
        score=36,
        points=(Points("severity", 30), Points("emotion", 6)),
        band_rule="points",
        state=State.INVESTIGATING,
        received_at=EVENING - timedelta(hours=1),
        respond_due=EVENING,
        resolve_due=EVENING + timedelta(hours=3),
        next_due=EVENING + timedelta(hours=3),
        first_response_at=EVENING - timedelta(minutes=50),
        guest=f"Guest {serial}",
        honorific="ms",
        room=f"{1200 + serial:04}",
        reference="",
        category="H01-1",
        summary=f"Air-con dripping in the room, {serial} calls so far",
        owner_id=LEO.id,
        owner=LEO.name,
        emotion=2,
        vip=False,
    )
    return plain._replace(**changed)  # type: ignore[arg-type]  # tests name fields of the row


def a_new_row(serial: int = 1, minutes: float = 20, **changed: object) -> QueueRow:
    """A new case without owner, whose reply is due in so many minutes."""
    due = EVENING + minutes * _MINUTE
    new = {"state": State.NEW, "first_response_at": None, "respond_due": due, "next_due": due}
    return a_row(serial, **{**new, "owner_id": None, "owner": "", **changed})


def many_rows(count: int) -> list[QueueRow]:
    """Rows that are due one after the other, a minute apart, after two hours."""
    start = EVENING + timedelta(hours=2)
    return [
        a_row(n + 1, next_due=start + n * _MINUTE, resolve_due=start + n * _MINUTE, score=30 + n % 20)
        for n in range(count)
    ]


def in_order(rows: Sequence[QueueRow], at: datetime) -> list[QueueRow]:
    """The order of the queue (domain.md 4)."""
    return sorted(
        rows, key=lambda r: (r.effective_band(at), r.next_due or datetime.max.replace(tzinfo=at.tzinfo), r.id)
    )


def _is_behind(chip: Chip, row: QueueRow, at: datetime) -> bool:
    if chip is Chip.FOLLOW_UPS:
        return row.state is State.RESOLVED
    if row.state not in OPEN_STATES:
        return False
    due = row.next_due
    return {
        Chip.OPEN: True,
        Chip.UNACKNOWLEDGED: row.state is State.NEW,
        Chip.DUE_SOON: due is not None and at <= due <= at + DUE_SOON,
        Chip.OVERDUE: row.late(at),
    }[chip]


def _fits(row: QueueRow, narrowed: QueueFilter) -> bool:
    return (
        (not narrowed.bands or row.band in narrowed.bands)
        and (not narrowed.states or row.state in narrowed.states)
        and (narrowed.category is None or (row.category or "").startswith(narrowed.category))
        and (narrowed.owner_id is None or row.owner_id == narrowed.owner_id)
    )


def view_of(row: QueueRow, **changed: object) -> CaseView:
    """The whole of a case, as plain as its row."""
    plain = CaseView(
        row=row,
        text=f"{row.summary}. She called twice and nobody came.",
        channel=Channel.COUNTER,
        written=False,
        place="",
        problem_date=None,
        flags=frozenset(),
        guest_id=None,
        desk="D1",
        received_by="Leo W.",
        severity=3,
        first_response_at=row.first_response_at,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # tests name fields of the view


def _each(numbers: Sequence[str], act: Callable[[int], object]) -> BulkAnswer:
    done, refused = [], []
    for place, number in enumerate(numbers):
        try:
            act(place)
        except WorkspaceError:
            raise
        except UserError as error:
            refused.append(RefusedCase(number, error))
        else:
            done.append(number)
    return BulkAnswer(tuple(done), tuple(refused))


@dataclass
class FewRows:
    """The desk. What was asked of it is kept in ``asked`` and ``performed``."""

    clock: Clock
    rows: list[QueueRow] = field(default_factory=list)
    person: Person = MAYA
    views: dict[str, CaseView] = field(default_factory=dict)
    histories: dict[str, GuestHistory] = field(default_factory=dict)
    asked: list[tuple[Chip, QueueFilter, QueueKey | None]] = field(default_factory=list)
    performed: list[OnCase] = field(default_factory=list)
    failure: UserError | None = None
    view_failure: UserError | None = None
    backup: datetime | None = None
    role_refusal: UserError | None = None
    gate: Event | None = None  #: pages wait for it: a slow disk
    steps: list[QueueRow] = field(default_factory=list)  #: each row as it stood before an act, to be undone
    left: AuthorityLeft = field(default_factory=lambda: AuthorityLeft(100_000, None))
    typed: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)  #: half typed, by case and move
    act_gate: Event | None = None  #: acts on several cases wait for it

    def doors(self) -> QueueDoors:
        """The functions, as a screen gets them."""
        return QueueDoors(
            page=self.page,
            counts=self.counts,
            all_rows=self.all_rows,
            view=self.view,
            history=lambda view: self.histories.get(view.row.number),
            perform=self.perform,
            refusal_for=self.refusal_for,
            people=lambda: PEOPLE,
            last_backup=lambda: self.backup,
            now=self.clock,
            acts=ActDoors(
                case_file=self.case_file,
                allowance=lambda _number: self.left,
                perform_each=self.perform_each,
                undo=self.undo,
                undo_each=self.undo_each,
                departments=lambda: ("Engineering",),
                law_cards=lambda: (),
                find=lambda _words: (),
                currency=Currency("CNY", 2, "¥"),
                kept=lambda number, act: self.typed.get((number, act), {}),
                keep=self.keep_typed,
            ),
        )

    def keep_typed(self, number: str, act: str, typed: Mapping[str, str]) -> None:
        self.check()
        if typed:
            self.typed[number, act] = dict(typed)
        else:
            self.typed.pop((number, act), None)

    def all_rows(self, at: datetime, chip: Chip, narrowed: QueueFilter) -> tuple[QueueRow, ...]:
        self.check()
        fitting = [row for row in self.rows if _is_behind(chip, row, at) and _fits(row, narrowed)]
        return tuple(in_order(fitting, at))

    def page(self, at: datetime, after: QueueKey | None, limit: int, chip: Chip, narrowed: QueueFilter) -> QueuePage:
        self.asked.append((chip, narrowed, after))
        if self.gate is not None:
            self.gate.wait(10)
        rows = self.all_rows(at, chip, narrowed)
        begin = after.order if after else 0
        end = begin + limit
        return QueuePage(at, rows[begin:end], QueueKey(0, 0, 0, end, 0) if end < len(rows) else None)

    def counts(self, at: datetime, narrowed: QueueFilter) -> QueueCounts:
        self.check()
        fitting = [row for row in self.rows if _fits(row, narrowed)]
        return QueueCounts(*(sum(_is_behind(chip, row, at) for row in fitting) for chip in Chip))

    def view(self, number: str) -> CaseView:
        if self.view_failure is not None:
            raise self.view_failure
        row = self.row(number)
        kept = self.views.get(number)
        return replace(kept, row=row) if kept else view_of(row)

    def case_file(self, number: str) -> CaseFile:
        view = self.view(number)
        clocks = Clocks(60, 1440, view.row.received_at, view.row.received_at)
        rating = Rating(severity=view.severity, scope=Scope.ONE, emotion=view.row.emotion)
        return CaseFile(view, Complainant(), Story(), rating, Ending(), clocks)

    def row(self, number: str) -> QueueRow:
        found = next((row for row in self.rows if row.number == number), None)
        if found is None:
            raise UserError("no_such_case", "case", number=number)
        return found

    def refusal_for(self, _act: str, _row: QueueRow) -> UserError | None:
        return self.role_refusal

    def perform(self, command: OnCase) -> object:
        self.check()
        self.performed.append(command)
        row = self.row(command.case)
        if command.version != row.version:
            raise ChangedMeanwhileError("changed_meanwhile", "case", number=row.number)
        if isinstance(command, Acknowledge | Settle):
            check_move("acknowledge" if isinstance(command, Acknowledge) else "settle", row.state)
        self.steps.append(row)
        if isinstance(command, Take):
            self.change(row.number, owner_id=self.person.id, owner=self.person.name)
        elif isinstance(command, Acknowledge):
            now = self.clock()
            self.change(row.number, state=State.ACKNOWLEDGED, first_response_at=now, next_due=row.resolve_due)
        elif isinstance(command, Settle):
            self.change(row.number, state=State.RESOLVED)
        elif isinstance(command, Withdraw):
            self.change(row.number, state=State.WITHDRAWN)
        else:
            self.change(row.number)
        return row.number

    def perform_each(self, commands: Sequence[OnCase]) -> BulkAnswer:
        if self.act_gate is not None:
            self.act_gate.wait(10)
        return _each([command.case for command in commands], lambda place: self.perform(commands[place]))

    def undo(self, number: str) -> object:
        """Takes back the last act, if it was on this case."""
        self.check()
        before = next((row for row in reversed(self.steps) if row.number == number), None)
        if before is None:
            raise UserError("nothing_to_undo", "case", number=number)
        now = self.row(number)
        self.steps.remove(before)
        self.rows[self.rows.index(now)] = before._replace(version=now.version + 1)
        return number

    def undo_each(self, numbers: Sequence[str]) -> BulkAnswer:
        return _each(numbers, lambda place: self.undo(numbers[place]))

    def change(self, number: str, **changed: object) -> None:
        """Someone changed a case."""
        row = self.row(number)
        self.rows[self.rows.index(row)] = row._replace(version=row.version + 1, **changed)  # type: ignore[arg-type]

    def check(self) -> None:
        if self.failure is not None:
            raise self.failure
