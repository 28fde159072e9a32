"""Case files and imprints to print, made by hand: a full one, an empty one, a hostile one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.domain.case_file import (
    AttachmentRow,
    CaseFile,
    Clocks,
    Complainant,
    Ending,
    LinkedCase,
    MemberRow,
    PromiseRow,
    Rating,
    RequestRow,
    Story,
    Survey,
    TaskRow,
)
from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import (
    Answer,
    Band,
    Channel,
    Closure,
    Flag,
    Language,
    Medium,
    Outcome,
    Property,
    RecordType,
    RemedyKind,
    Scope,
    State,
    TimePressure,
)
from desktop.domain.priority import Points
from desktop.domain.rows import CaseView, Change, ContactRow, HistoryRow, NoteRow, QueueRow, RemedyRow
from desktop.reports.imprint import Imprint
from desktop.words import load_currencies, load_taxonomy, load_words
from tests.support.talks import a_talk

ZONE = ZoneInfo("Asia/Shanghai")
EVENING = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)  #: 21:42 in the evening of the design's pictures
NUMBER = "HH-D1-20261119-0001"

ENGLISH = (
    "I called the front desk twice about the air-conditioner in 1208. It drips on the floor, and my son slipped on it. "
    "Nobody came for forty-three minutes. We fly at six tomorrow; I won’t sleep in a wet room, and I’d like to know "
    "who answers your phones.\n\nPlease don’t tell me that you’re busy."
)
CHINESE = (
    "我打了两次前台电话，说 1208 房的空调在漏水。“马上就来”——结果等了四十三分钟，一个人也没有（真的没有）！"
    "我儿子在湿地板上滑倒了，膝盖都青了。明天六点的飞机，这样的房间怎么睡？你们的电话到底有没有人接？\n\n"
    "请不要再跟我说“很忙”。我姓𠮷，同行的还有 Žižek 先生、김민수 和 محمد。"
)

_POINTS = (("severity", 40), ("emotion", 12), ("time", 12), ("repeat", 10), ("scope", 5))


def imprint(language: Language = Language.EN, **changes: object) -> Imprint:
    """A hotel's imprint, printed by S. Rao."""
    made = Imprint(
        words=load_words(language),
        taxonomy=load_taxonomy(Property.HOTEL),
        zone=ZONE,
        currency=load_currencies()["CNY"],
        site="Harbour Hotel" if language is Language.EN else "海港酒店",
        desk="Front desk" if language is Language.EN else "前台",
        printed_at=EVENING + timedelta(hours=11, minutes=28),
        printed_by="S. Rao" if language is Language.EN else "饶经理",
        names={"maya": "Maya Chen", "rao": "S. Rao", "lin": "林晓"},
        desks={"D1": "Front desk" if language is Language.EN else "前台"},
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # whatever a test wants to hand in


def row(**changes: object) -> QueueRow:
    """A row of the queue: the case of the design's pictures."""
    made = QueueRow(
        id=1,
        number=NUMBER,
        version=3,
        type=RecordType.COMPLAINT,
        band=Band.P1,
        score=79,
        points=(
            Points("severity", 40),
            Points("emotion", 12),
            Points("time", 12),
            Points("scope", 5),
            Points("repeat", 10),
        ),
        band_rule="floor:injury",
        state=State.PROPOSED,
        received_at=EVENING,
        respond_due=EVENING + timedelta(minutes=10),
        resolve_due=EVENING + timedelta(hours=2),
        next_due=EVENING + timedelta(hours=2),
        first_response_at=EVENING + timedelta(minutes=5),
        guest="Tan Wei Ling",
        honorific="ms",
        room="1208",
        reference="B-77120",
        category="H01-1",
        summary="I called the front desk twice about the air-conditioner in 1208.",
        owner_id=2,
        owner="Maya Chen",
        emotion=3,
        vip=False,
    )
    return made._replace(**changes)


def view(text: str = ENGLISH, **changes: object) -> CaseView:
    """The case with its text and nothing else."""
    of_row = {name: changes.pop(name) for name in list(changes) if name in QueueRow._fields}
    made = CaseView(
        row=row(**of_row),
        text=text,
        channel=Channel.COUNTER,
        written=False,
        place="12F east",
        problem_date=date(2026, 11, 19),
        flags=frozenset({Flag.INJURY}),
        guest_id=7,
        desk="D1",
        received_by="maya",
        severity=4,
        first_response_at=EVENING + timedelta(minutes=5),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def bare(**changes: object) -> CaseFile:
    """A case of which next to nothing is known."""
    empty = {"guest": "", "honorific": "", "room": "", "reference": "", "category": None, "owner": "", "owner_id": None}
    shown = view(
        "It is loud.",
        **empty,
        band=Band.P4,
        band_rule="points",
        score=20,
        points=(Points("severity", 20),),
        state=State.NEW,
        emotion=None,
        first_response_at=None,
        summary="It is loud.",
        place="",
        problem_date=None,
        flags=frozenset(),
        severity=None,
    )
    made = CaseFile(shown, Complainant(), Story(), Rating(), Ending(), _clocks())
    return replace(made, **changes)  # type: ignore[arg-type]


def full(text: str = ENGLISH, history: int = 0, **changes: object) -> CaseFile:
    """A case with something in every part; ``history`` more entries on its timeline."""
    at = EVENING
    shown = replace(
        view(text, state=State.CLOSED), remedies=_remedies(), notes=_notes(), history=(*_history(), *_many(history))
    )
    made = CaseFile(
        view=shown,
        complainant=Complainant("+65 9123 4567", "weiling@example.com", "en", vip=True, on_behalf_of="her son"),
        story=Story(
            "A dry, cool room.",
            "Water on the floor for two hours.",
            3,
            ("heard", "solution", "apology"),
            "A repair that was late.",
            "The drain is blocked.",
            "A fall, a bad night, a public post.",
            "The drain of 1208 was blocked. The call log shows two unanswered calls.",
            at + timedelta(minutes=20),
            "rao",
            "A move to 1615, the night free, breakfast packed for five o’clock.",
            "A driver to the airport.",
            "Every drain on the floor is checked each month.",
        ),
        rating=Rating(4, Scope.PARTY, 3, TimePressure.NOW, frozenset({Flag.INJURY, Flag.VIP}), at, None),
        ending=_ending(),
        clocks=_clocks(),
        department="Engineering",
        acknowledged_at=at + timedelta(minutes=5),
        first_response_medium="in_person",
        shift="evening",
        shift_date=date(2026, 11, 19),
        compensation=107_600,
        tasks=(
            TaskRow(1, "Dry the floor", "Housekeeping", None, "", at + timedelta(minutes=15), at, "maya", at, "lin"),
            TaskRow(2, "Open the drain of 1208", "", 3, "林晓", at + timedelta(hours=9), at, "maya"),
        ),
        promises=(
            PromiseRow(1, "The new room is ready by ten.", at + timedelta(minutes=18), at, "maya", at),
            PromiseRow(2, "The manager calls before you leave.", at + timedelta(hours=7), at, "maya"),
        ),
        requests=(
            RequestRow(
                at, 2, "maya", (RemedyOffer(RemedyKind.WAIVE, 98_800),), False, True, at, "rao", "As it should be."
            ),
        ),
        contacts=(
            ContactRow(at + timedelta(minutes=5), "maya", "in_person", "", "Listened, brought towels and ice.", True),
            ContactRow(at + timedelta(minutes=50), "maya", "phone", "Ms Tan", "", False),
        ),
        members=(MemberRow(4, "lin", "林晓"),),
        attachments=(AttachmentRow(1, "floor.jpg", "image/jpeg", 1_240_000, "a" * 64, at, "maya"),),
        linked=(LinkedCase("HH-D1-20260817-0003", "No hot water", at - timedelta(days=94), State.CLOSED, "guest"),),
        talk=a_talk(Language.ZH if text == CHINESE else Language.EN, at, "maya"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def _clocks() -> Clocks:
    return Clocks(10, 120, EVENING, EVENING)


def _remedies() -> tuple[RemedyRow, ...]:
    at = EVENING + timedelta(minutes=12)
    return (
        RemedyRow(1, "room_move", 0, "1615, same floor plan", "", "maya", at),
        RemedyRow(2, "waive", 98_800, "the night of 19 November", "", "maya", at),
        RemedyRow(3, "gift", 8_800, "breakfast for two", "", "maya", at),
        RemedyRow(4, "voucher", 20_000, "", "", "maya", at, taken_back=True),
    )


def _notes() -> tuple[NoteRow, ...]:
    return (NoteRow(EVENING + timedelta(minutes=9), "lin", "Room 1615 is clean; keys at the desk."),)


def _history() -> tuple[HistoryRow, ...]:
    at = EVENING
    return (
        HistoryRow(1, at, "maya", "open"),
        HistoryRow(2, at + timedelta(minutes=5), "maya", "acknowledge", (Change("state", "new", "acknowledged"),)),
        HistoryRow(
            3,
            at + timedelta(minutes=7),
            "maya",
            "assess",
            (
                Change("state", "acknowledged", "assessed"),
                Change("band", "P3", "P1"),
                Change("severity", 3, 4),
                Change("category", "H01", "H01-1"),
                Change("flags", [], ["injury"]),
            ),
        ),
        HistoryRow(4, at + timedelta(minutes=9), "lin", "note", (Change("note", None, _notes()[0].text),)),
        HistoryRow(5, at + timedelta(minutes=12), "maya", "propose", (Change("state", "assessed", "proposed"),)),
    )


def _many(count: int) -> tuple[HistoryRow, ...]:
    said = "Called the guest and said how far we are; the engineer found the second valve. 已告知客人进展。"
    at = EVENING + timedelta(minutes=12)
    return tuple(
        HistoryRow(10 + n, at + timedelta(minutes=n), "maya", "note", (Change("note", None, f"{n}: {said}"),))
        for n in range(count)
    )


def _ending() -> Ending:
    at = EVENING + timedelta(hours=1, minutes=20)
    return Ending(
        Medium.IN_PERSON,
        Answer.ACCEPTED,
        1,
        at,
        at,
        2,
        "Maya Chen",
        closed_at=at + timedelta(days=2),
        outcome=Outcome.UPHELD,
        closure=Closure.MONETARY,
        root_cause="equipment",
        whys=("The drain was blocked.", "Nobody had checked it since May.", "The list ends at floor 10."),
        lesson="Drains of all floors stand on the list.",
        survey=Survey(at + timedelta(days=1), 4, 5, 4, 5, 9, True),
    )


def fresh(text: str = ENGLISH, **changes: object) -> CaseFile:
    """The same case a moment after it was taken down, with what was promised already."""
    made = full(text)
    shown = view(text, state=State.NEW, first_response_at=None, **changes)
    return replace(made, view=shown, ending=Ending(), tasks=(), requests=())


def queue(count: int = 6) -> list[QueueRow]:
    """Rows of all bands, some late, some of nobody, names of many scripts."""
    guests = (
        ("Tan Wei Ling", "ms"),
        ("陈薇玲", "女士"),
        ("Žižek", "mr"),
        ("김민수", ""),
        ("محمد العلي", "Mr"),
        ("", ""),
    )
    states = (State.PROPOSED, State.NEW, State.WAITING_DEPARTMENT, State.ASSESSED)
    rows = []
    for n in range(count):
        name, title = guests[n % len(guests)]
        due = EVENING + timedelta(minutes=37 * n - 50)
        rows.append(
            row(
                id=n,
                number=f"HH-D1-20261119-{n + 1:04d}",
                band=list(Band)[n % 4],
                guest=name,
                honorific=title,
                state=states[n % 4],
                next_due=due,
                resolve_due=due,
                first_response_at=None if n % 4 == 1 else EVENING,
                owner="Maya Chen" if n % 3 else "",
                emotion=None if n % 5 == 4 else n % 5,
                category="H03-1" if n % 2 else None,
                summary=(CHINESE if n % 2 else ENGLISH)[: 60 + n],
            )
        )
    return rows
