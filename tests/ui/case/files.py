"""Cases by hand, and a desk in memory that holds one of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.domain.case_file import CaseFile, Clocks, Complainant, Ending, PromiseRow, Rating, Story, TaskRow
from desktop.domain.commands import AddNote, OnCase
from desktop.domain.kinds import Band, Channel, RecordType, Role, Scope, State
from desktop.domain.people import Person
from desktop.domain.rows import CaseView, Change, HistoryRow, NoteRow, QueueRow, StaffRow
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.case.state import CaseDoors, Typed

SHANGHAI = ZoneInfo("Asia/Shanghai")
NUMBER = "HH-D1-20261119-0047"
RECEIVED = datetime(2026, 11, 19, 13, 0, tzinfo=UTC)  #: 21:00 at the hotel

MAYA = Person(1, "maya", "Maya Chen", Role.SPECIALIST, "D1")
LEO = Person(2, "leo", "Leo Wang", Role.RECEPTIONIST, "D1")
RAO = Person(3, "rao", "Sunita Rao", Role.MANAGER, "D1")
STAFF = tuple(StaffRow(p.id, p.login, p.name, p.role, p.department, has_pin=True) for p in (MAYA, LEO, RAO))


def minutes(count: int) -> datetime:
    """A moment so many minutes after the complaint was received."""
    return RECEIVED + timedelta(minutes=count)


def entry(id_: int, act: str, after: int = 0, by: str = "maya", **changes: object) -> HistoryRow:
    """A history entry ``after`` minutes; changes as ``field=(before, after)`` or ``field=after``."""
    pairs = {name: value if isinstance(value, tuple) else (None, value) for name, value in changes.items()}
    return HistoryRow(id_, minutes(after), by, act, tuple(Change(n, *pair) for n, pair in pairs.items()))


def opened(**more: object) -> HistoryRow:
    """How every history begins."""
    return entry(1, "open", 0, "leo", **{"state": "new", "text": "Air-con drips.", **more})


def a_file(
    state: State = State.PROPOSED,
    *history: HistoryRow,
    row: dict[str, object] | None = None,
    view: dict[str, object] | None = None,
    **more: object,
) -> CaseFile:
    """A complaint at the counter. ``row`` and ``view`` change fields of the queue's row and of the view."""
    queue_row = QueueRow(
        id=47,
        number=NUMBER,
        version=9,
        type=RecordType.COMPLAINT,
        band=Band.P2,
        score=55,
        points=(),
        band_rule="points",
        state=state,
        received_at=RECEIVED,
        respond_due=minutes(30),
        resolve_due=minutes(480),
        next_due=minutes(480),
        first_response_at=minutes(12),
        guest="Tan Wei Ling",
        honorific="ms",
        room="1208",
        reference="",
        category="H01-1",
        summary="Air-con drips.",
        owner_id=1,
        owner="Maya Chen",
        emotion=3,
        vip=True,
    )._replace(**(row or {}))  # type: ignore[arg-type]  # whatever a test wants to change
    whole = CaseView(
        row=queue_row, text="Air-con drips.", channel=Channel.COUNTER, written=False, place="", problem_date=None,
        flags=frozenset(), guest_id=7, desk="D1", received_by="Leo Wang", severity=3,
        first_response_at=queue_row.first_response_at, history=history or (opened(),),
    )  # fmt: skip
    file = CaseFile(
        view=replace(whole, **(view or {})),  # type: ignore[arg-type]  # whatever a test wants to change
        complainant=Complainant(),
        story=Story(),
        rating=Rating(severity=3, scope=Scope.ONE, emotion=3),
        ending=Ending(),
        clocks=Clocks(30, 480, RECEIVED, RECEIVED),
    )
    return replace(file, **more)  # type: ignore[arg-type]  # whatever a test wants to change


def a_task(place: int = 1, *, done: bool = False) -> TaskRow:
    """A task of Maya's."""
    finished = minutes(70) if done else None
    return TaskRow(place, "Repair the drain", "", 1, "Maya Chen", minutes(120), minutes(60), "maya", finished)


def a_promise(place: int = 1) -> PromiseRow:
    """A promise that is still open."""
    return PromiseRow(place, "Call back", minutes(120), minutes(60), "maya")


class SmallDesk:
    """Holds one case. Each act counts its version on; ``refusals`` are given to the next acts, one each."""

    def __init__(self, file: CaseFile, now: Callable[[], datetime]) -> None:
        self.file, self.now = file, now
        self.performed: list[OnCase] = []
        self.undone: list[str] = []
        self.refusals: list[UserError] = []
        self.failure: UserError | None = None
        self.stored: dict[str, Typed] = {}

    def doors(self) -> CaseDoors:
        """What the screen is handed."""
        return CaseDoors(
            case_file=self.read,
            version_of=lambda _number: self.file.view.row.version,
            perform=self.perform,
            undo=self.undo,
            people=lambda: STAFF,
            now=self.now,
            keep=self.stored.__setitem__,
            kept=lambda number: self.stored.get(number, {}),
        )

    def read(self, number: str) -> CaseFile:
        if self.failure is not None:
            raise self.failure
        if number != self.file.view.row.number:
            raise UserError("no_such_case", "case", number=number)
        return self.file

    def perform(self, command: OnCase) -> object:
        if self.refusals:
            raise self.refusals.pop(0)
        if command.version != self.file.view.row.version:
            raise ChangedMeanwhileError("changed_meanwhile", "version", number=command.case)
        self.performed.append(command)
        note = command.text if isinstance(command, AddNote) else ""
        self.happen("note" if note else "investigate", by="maya", **({"note": note} if note else {}))
        return None

    def undo(self, number: str) -> object:
        self.undone.append(number)
        self.happen("undo", by="maya")
        return None

    def happen(self, act: str, *, by: str, state: State | None = None, **changes: object) -> None:
        """Somebody does something, on this screen or on another."""
        view, row = self.file.view, self.file.view.row
        new = replace(entry(len(view.history) + 1, act, by=by, **changes), at=self.now())
        notes = view.notes
        if act == "note":
            notes = (*notes, NoteRow(self.now(), by, str(changes["note"])))
        moved = row._replace(version=row.version + 1, state=state or row.state)
        self.file = replace(self.file, view=replace(view, row=moved, history=(*view.history, new), notes=notes))
