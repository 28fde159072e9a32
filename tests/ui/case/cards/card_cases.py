"""The case of the design's picture, and one that is as hostile and as long as people can make it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.domain.case_file import (
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
    TaskRow,
)
from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import (
    Answer,
    Band,
    Channel,
    Flag,
    Medium,
    RecordType,
    RemedyKind,
    Role,
    Scope,
    State,
    TimePressure,
)
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.priority import Points
from desktop.domain.rows import CaseView, ContactRow, HistoryRow, QueueRow, RemedyRow, StaffRow

SHANGHAI = ZoneInfo("Asia/Shanghai")
YUAN = Currency("CNY", 2, "¥")
NOW = datetime(2026, 11, 19, 14, 24, tzinfo=UTC)  #: 22:24 at the hotel
NUMBER = "HH-D1-20261119-0047"

MAYA = Person(1, "maya", "Maya Chen", Role.RECEPTIONIST, "D1", "Front desk")
RAO = Person(4, "rao", "Sunita Rao", Role.MANAGER, "D1")
STAFF = (
    StaffRow(1, "maya", "Maya Chen", Role.RECEPTIONIST, "Front desk", has_pin=True),
    StaffRow(2, "leo", "Leo Wang", Role.RECEPTIONIST, "Front desk", has_pin=True),
    StaffRow(3, "emil", "Emil Zhou", Role.SPECIALIST, "Engineering", has_pin=True),
    StaffRow(4, "rao", "Sunita Rao", Role.MANAGER, "", has_pin=True),
    StaffRow(5, "data", "Dana Analyst", Role.ANALYST, "", has_pin=True),
)


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    """A time of the evening (or so many days later) on the hotel's wall."""
    return datetime(2026, 11, 19, hour, minute, tzinfo=SHANGHAI).astimezone(UTC) + timedelta(days=days)


def a_row(**changed: object) -> QueueRow:
    """The case as the queue knows it."""
    row = QueueRow(
        id=47, number=NUMBER, version=9, type=RecordType.COMPLAINT, band=Band.P1, score=79,
        points=(Points("severity", 40), Points("scope", 5), Points("emotion", 12), Points("time", 12),
                Points("repeat", 6), Points("vip", 4)),
        band_rule="floor:injury", state=State.PROPOSED, received_at=at(21, 0), respond_due=at(21, 15),
        resolve_due=at(23, 0), next_due=at(23, 0), first_response_at=at(21, 43), guest="Tan Wei Ling",
        honorific="ms", room="1208", reference="BK-77301", category="H01-1", summary="Air-con dripping",
        owner_id=1, owner="Maya Chen", emotion=4, vip=True,
    )  # fmt: skip
    return row._replace(**changed)  # type: ignore[arg-type]  # tests name fields of the row


def a_view(**changed: object) -> CaseView:
    """The case with its remedies."""
    remedies = (
        RemedyRow(1, "room_move", 0, "to Room 1615", "", "maya", at(21, 50)),
        RemedyRow(2, "gift", 196_00, "Breakfast for two, Fri", "", "maya", at(21, 55)),
        RemedyRow(3, "waive", 880_00, "One night", "", "rao", at(22, 2)),
    )
    view = CaseView(
        row=a_row(), text="Air-con dripping since check-in.", channel=Channel.COUNTER, written=False,
        place="Floor 12, by the bed", problem_date=date(2026, 11, 19), flags=frozenset({Flag.INJURY}), guest_id=7,
        desk="D1", received_by="leo", severity=4, first_response_at=at(21, 43), remedies=remedies,
        history=(HistoryRow(1, at(21, 0), "leo", "open"), HistoryRow(2, at(21, 44), "maya", "assess")),
    )  # fmt: skip
    return replace(view, **changed)


def tasks() -> tuple[TaskRow, ...]:
    """Four tasks, one of them done."""
    return (
        TaskRow(1, "Move guest to Room 1615", "", 1, "Maya Chen", at(22, 20), at(21, 55), "maya", at(22, 18), "maya"),
        TaskRow(2, "Repair drain tray, Room 1208", "Engineering", 3, "Emil Zhou", at(23, 0), at(21, 55), "maya"),
        TaskRow(3, "Check 1206 and 1210 for leaks", "Engineering", None, "", at(10, 0, 1), at(21, 55), "maya"),
        TaskRow(4, "Note to night shift: wake-up 05:15", "", 2, "Leo Wang", at(22, 10), at(21, 55), "maya"),
    )


def promises() -> tuple[PromiseRow, ...]:
    """One to come, one late, one kept, one that couldn't be."""
    return (
        PromiseRow(1, "Wake-up call and taxi", at(5, 15, 1), at(21, 58), "maya"),
        PromiseRow(2, "Call back with the engineer’s answer", at(22, 0), at(21, 44), "maya"),
        PromiseRow(3, "Extra towels", at(22, 10), at(21, 58), "maya", kept_at=at(22, 5)),
        PromiseRow(4, "Cot from floor 3", at(22, 30), at(21, 58), "maya", None, at(22, 12), "No cot is free tonight"),
    )


REQUESTS = (
    RequestRow(at(21, 56), 1, "maya", (RemedyOffer(RemedyKind.WAIVE, 880_00, "One night"),), granted=True,
               decided_at=at(22, 2), decided_by="rao", reason="Right call"),
    RequestRow(at(22, 10), 2, "leo", (RemedyOffer(RemedyKind.VOUCHER, 500_00, "Dinner"),), granted=False,
               decided_at=at(22, 12), decided_by="rao", reason="Enough for tonight"),
)  # fmt: skip
WAITING = RequestRow(at(22, 20), 2, "leo", (RemedyOffer(RemedyKind.UPGRADE, 600_00, "Suite for the second night"),))


def a_file(**changed: object) -> CaseFile:
    """The case of the picture."""
    file = CaseFile(
        view=a_view(),
        complainant=Complainant("+65 9123 4567", "weiling.tan@example.com", "en", vip=True),
        story=Story(
            expected="A dry room, and somebody who comes when called",
            actual="Water dripped from the air-conditioner; two calls, nobody came",
            gap=3, wants=("A dry room", "Sleep"), nature="Safety", cause="Drain tray overflowed",
            impact="Son slipped on the wet floor, not hurt", facts="Drain tray of 1208 is cracked.",
            facts_confirmed_at=at(22, 10), facts_confirmed_by="leo", solution="A dry room for both nights",
        ),
        rating=Rating(4, Scope.PARTY, 4, TimePressure.NOW, frozenset({Flag.INJURY, Flag.VIP}), at(21, 44)),
        ending=Ending(),
        clocks=Clocks(15, 120, at(21, 0), at(21, 0)),
        department="Engineering",
        compensation=1_076_00,
        tasks=tasks(),
        promises=promises(),
        requests=REQUESTS,
        contacts=(ContactRow(at(22, 6), "maya", "in_person", "", "“Thank you for staying with it.”", reached=True),),
        members=(MemberRow(3, "emil", "Emil Zhou"),),
        linked=(
            LinkedCase("HH-D1-20261018-0003", "Slow check-in", at(9, 0, -32), State.CLOSED, "guest"),
            LinkedCase("HH-D1-20261119-0046", "Water on floor 12", at(20, 0), State.DUPLICATE, "duplicate"),
        ),
    )  # fmt: skip
    return replace(file, **changed)


def resolved(file: CaseFile | None = None) -> CaseFile:
    """The case once the guest has accepted, waiting for the call."""
    file = file or a_file()
    ending = Ending(
        told_by=Medium.IN_PERSON, answer=Answer.ACCEPTED, emotion_at_close=1, resolved_at=at(22, 18),
        last_resolved_at=at(22, 18), resolved_by_id=1, resolved_by="Maya Chen", follow_up_due=at(5, 15, 1),
    )  # fmt: skip
    row = file.view.row._replace(state=State.RESOLVED)
    return replace(file, view=replace(file.view, row=row), ending=ending)


HOSTILE = "<b>Not bold</b> <img src='//host/share'> \u202e abc \u200b" + "W" * 300 + " " + "很长的中文内容" * 60


def hostile() -> CaseFile:
    """Markup, bidi marks and endless words wherever somebody can type."""
    file = a_file()
    story = replace(file.story, expected=HOSTILE * 30, actual=HOSTILE, nature=HOSTILE, cause=HOSTILE, facts=HOSTILE,
                    solution=HOSTILE, wants=(HOSTILE, HOSTILE), impact="x" * 60_000)  # fmt: skip
    view = replace(
        file.view,
        row=file.view.row._replace(guest=HOSTILE, room=HOSTILE, reference=HOSTILE, owner=HOSTILE, owner_id=9),
        place=HOSTILE,
        remedies=tuple(replace(remedy, note=HOSTILE, amount=99_999_999_99) for remedy in file.view.remedies),
    )
    return replace(
        file,
        view=view,
        story=story,
        department=HOSTILE,
        complainant=replace(file.complainant, phone=HOSTILE, email=HOSTILE, on_behalf_of=HOSTILE),
        compensation=299_999_999_97,
        tasks=tuple(replace(task, title=HOSTILE, department=HOSTILE, to="") for task in file.tasks),
        promises=tuple(replace(p, text=HOSTILE, reason=HOSTILE) for p in file.promises),
        members=(MemberRow(3, "emil", HOSTILE),),
        linked=tuple(replace(case, summary=HOSTILE) for case in file.linked),
    )
