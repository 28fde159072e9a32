"""A desk small enough to look into: it remembers what it was handed, and can be told to refuse."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desktop.domain.commands import OpenCase, Settle
from desktop.domain.kinds import Property, RecordType, Role, State
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.rows import Draft, GuestHistory, GuestRow, PastCase
from desktop.errors import UserError
from desktop.ui.intake.doors import Doors, Functions, NotSettledError, OnTheSpot
from desktop.ui.intake.presenter import IntakePresenter
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import Site
from desktop.words import load_taxonomy
from tests.support.clock import Clock

ZONE = ZoneInfo("Asia/Shanghai")
YUAN = Currency("CNY", 2, "¥")
CLERK = Person(1, "maya", "Maya Chen", Role.RECEPTIONIST, "D1")
MANAGER = Person(2, "rao", "S. Rao", Role.MANAGER, "D1")
TAN = GuestRow(7, "Tan Wei Ling", "Ms", "+86 138 0000 1208", "", "en", vip=True, vulnerable=False)
SLOW_CHECK_IN = PastCase(
    "HH-D1-20261018-0003",
    datetime(2026, 10, 18, 14, 5, tzinfo=UTC),
    RecordType.COMPLAINT,
    State.CLOSED,
    "H04-3",
    "Slow check-in",
    4,
)


@dataclass(frozen=True)
class Opened:
    number: str


@dataclass
class SmallDesk:
    """Holds drafts and opened cases; ``refuse`` maps a door's name to what it raises."""

    now: Callable[[], datetime]
    opened: list[OpenCase] = field(default_factory=list)
    settled: list[Settle] = field(default_factory=list)
    left: int | None = 20_000  #: what the person may still give
    stored: dict[int, Draft] = field(default_factory=dict)
    guests: list[GuestHistory] = field(default_factory=lambda: [GuestHistory(TAN, (SLOW_CHECK_IN,), 1)])
    asked: list[tuple[str, ...]] = field(default_factory=list)
    saves: int = 0
    refuse: dict[str, Exception] = field(default_factory=dict)

    def open_case(self, command: OpenCase) -> Opened:
        self._check("open_case")
        self.opened.append(command)
        return Opened(f"HH-D1-20261119-{len(self.opened):04}")

    def open_and_settle(self, opening: OpenCase, settle: Settle) -> OnTheSpot:
        number = self.open_case(opening).number
        try:
            self.settle(replace(settle, case=number))
        except UserError as refusal:
            return OnTheSpot(number, refusal)
        except Exception as failure:
            raise NotSettledError(number) from failure
        return OnTheSpot(number)

    def settle(self, command: Settle) -> None:
        self._check("settle")
        self.settled.append(command)

    def allowance(self) -> int | None:
        self._check("allowance")
        return self.left

    def guest(self, guest_id: int) -> GuestRow | None:
        self._check("guest")
        return next((g.guest for g in self.guests if g.guest.id == guest_id), None)

    def save_draft(self, data: dict[str, object], draft_id: int | None) -> Draft:
        self._check("save_draft")
        self.saves += 1
        draft = Draft(draft_id or max(self.stored, default=0) + 1, self.now(), dict(data))
        self.stored[draft.id] = draft
        return draft

    def drafts(self) -> tuple[Draft, ...]:
        self._check("drafts")
        return tuple(sorted(self.stored.values(), key=lambda draft: (draft.saved_at, draft.id), reverse=True))

    def discard_draft(self, draft_id: int) -> None:
        self._check("discard_draft")
        self.stored.pop(draft_id, None)

    def history_of(self, name: str, phone: str, email: str) -> GuestHistory | None:
        self._check("history_of")
        self.asked.append((name, phone, email))
        digits = "".join(c for c in phone if c.isdigit())
        return next((g for g in self.guests if digits and digits in g.guest.phone.replace(" ", "")), None)

    def suggest(self, name: str) -> tuple[GuestRow, ...]:
        self._check("suggest")
        self.asked.append((name,))
        return tuple(g.guest for g in self.guests if g.guest.name.lower().startswith(name.lower()))

    def functions(self) -> Functions:
        """The desk as the shell hands it in."""
        return Functions(**{name: getattr(self, name) for name in DOORS})

    def _check(self, door: str) -> None:
        if door in self.refuse:
            raise self.refuse[door]

    def at_once(self) -> Doors:
        """Doors that answer before they return."""

        def door(work: Callable[..., object]) -> Callable[..., None]:
            def ask(*given: object) -> None:
                *args, answered, failed = given
                try:
                    answer = work(*args)
                except Exception as failure:
                    failed(failure)  # type: ignore[operator]
                else:
                    answered(answer)  # type: ignore[operator]

            return ask

        return Doors(**{name: door(getattr(self, name)) for name in DOORS})

    def later(self) -> tuple[Doors, list[Callable[[], None]]]:
        """Doors whose answers wait in a list until a test gives them."""
        waiting: list[Callable[[], None]] = []
        inner = self.at_once()

        def door(name: str) -> Callable[..., None]:
            return lambda *given: waiting.append(lambda: getattr(inner, name)(*given))

        return Doors(**{name: door(name) for name in DOORS}), waiting


DOORS = (
    "open_case",
    "open_and_settle",
    "settle",
    "allowance",
    "save_draft",
    "drafts",
    "discard_draft",
    "history_of",
    "suggest",
    "guest",
)


@dataclass
class Page:
    """A page that remembers what it was told."""

    painted: list[IntakeState] = field(default_factory=list)
    focused: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    parked: int = 0
    discarded: list[Draft] = field(default_factory=list)

    def paint(self, state: IntakeState) -> None:
        self.painted.append(state)

    def focus_field(self, name: str) -> None:
        self.focused.append(name)

    def hurt_line(self, who: str) -> str:
        return f"Hurt: {who}"

    def on_saved(self, number: str) -> None:
        self.saved.append(number)

    def on_settled(self, number: str) -> None:
        self.settled.append(number)

    def on_parked(self) -> None:
        self.parked += 1

    def on_discarded(self, draft: Draft) -> None:
        self.discarded.append(draft)


def make_site(clock: Clock, property_: Property = Property.HOTEL) -> Site:
    return Site(property_, ZONE, load_taxonomy(property_), clock, YUAN, ("cn-consumer-55",))


@dataclass
class Intake:
    """A presenter with its page, desk and clock."""

    clock: Clock
    person: Person = CLERK
    doors: Doors | None = None
    kind: Property = Property.HOTEL

    def __post_init__(self) -> None:
        self.desk = SmallDesk(self.clock)
        self.page = Page()
        self.presenter = IntakePresenter(
            self.page, self.doors or self.desk.at_once(), make_site(self.clock, self.kind), self.person
        )

    @property
    def state(self) -> IntakeState:
        return self.presenter.state
