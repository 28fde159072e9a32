"""A desk small enough to look into: it remembers what it was handed, and can be told to refuse."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desktop.domain.commands import AddNote, OnCase, OpenCase, Settle
from desktop.domain.guide_settings import GuideSettings
from desktop.domain.kinds import Language, Property, RecordType, RemedyKind, Role, State
from desktop.domain.money import Currency
from desktop.domain.past_help import PastHelp, RemedyIdea
from desktop.domain.people import Person
from desktop.domain.rows import Draft, GuestHistory, GuestRow, PastCase
from desktop.errors import UserError
from desktop.guides.shipped import shipped_guides
from desktop.ui.intake.doors import Doors, Functions, Leading, NotSettledError, OnTheSpot, Refused
from desktop.ui.intake.presenter import IntakePresenter
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import Site
from desktop.words import load_taxonomy, load_words
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


MOVED = PastHelp(
    "HH-D1-20260902-0004",
    "Leak; moved in 20 min",
    datetime(2026, 9, 2, 12, 0, tzinfo=UTC),
    ((RemedyKind.ROOM_MOVE, "Moved in 20 min"),),
    5,
)
MOVE = RemedyIdea(RemedyKind.ROOM_MOVE, "Move to a dry room now", 0, 4, 4.5)
BREAKFAST = RemedyIdea(RemedyKind.VOUCHER, "Breakfast for two", 19_600, 2, 5.0)


@dataclass(frozen=True)
class NotDone:
    command: OnCase
    error: UserError


@dataclass(frozen=True)
class TakenDown:
    number: str
    refused: tuple[NotDone, ...] = ()


@dataclass
class SmallDesk:
    """Holds drafts and opened cases; ``refuse`` maps a door's name to what it raises."""

    now: Callable[[], datetime]
    opened: list[OpenCase] = field(default_factory=list)
    done: list[OnCase] = field(default_factory=list)  #: what followed, with the number of its case
    framework: str = "default"
    kind: Property = Property.HOTEL
    on_duty: str = "S. Rao"
    settled: list[Settle] = field(default_factory=list)
    left: int | None = 20_000  #: what the person may still give
    stored: dict[int, Draft] = field(default_factory=dict)
    guests: list[GuestHistory] = field(default_factory=lambda: [GuestHistory(TAN, (SLOW_CHECK_IN,), 1)])
    asked: list[tuple[str, ...]] = field(default_factory=list)
    saves: int = 0
    refuse: dict[str, Exception] = field(default_factory=dict)

    def take_down(self, opening: OpenCase, following: Sequence[OnCase] = ()) -> TakenDown:
        self._check("take_down")
        self.opened.append(opening)
        number = f"HH-D1-20261119-{len(self.opened):04}"
        refused = []
        for act in following:
            command = replace(act, case=number)
            failure = self.refuse.get(type(command).__name__)
            if isinstance(failure, UserError):
                refused.append(NotDone(command, failure))
            else:
                self.done.append(command)
        return TakenDown(number, tuple(refused))

    def open_and_settle(self, opening: OpenCase, settle: Settle) -> OnTheSpot:
        number = self.take_down(opening).number
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

    def add_note(self, command: AddNote) -> None:
        self._check("add_note")
        self.done.append(command)

    def leading(self) -> Leading:
        self._check("leading")
        return Leading(shipped_guides(self.kind).guidance, GuideSettings(self.framework))

    def past_cases(self, category: str, text: str) -> tuple[PastHelp, ...]:
        self._check("past_cases")
        self.asked.append(("past", category, text))
        return (MOVED,)

    def ideas(self, category: str) -> tuple[RemedyIdea, ...]:
        self._check("ideas")
        self.asked.append(("ideas", category))
        return (MOVE, BREAKFAST)

    def manager(self) -> str:
        self._check("manager")
        return self.on_duty

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
            if name in BESIDE:
                return getattr(inner, name)  # type: ignore[no-any-return]  # a door
            return lambda *given: waiting.append(lambda: getattr(inner, name)(*given))

        return Doors(**{name: door(name) for name in DOORS}), waiting


#: Doors that only help; what they tell is there at once.
BESIDE = ("leading", "allowance", "manager", "past_cases", "ideas")
DOORS = (
    *BESIDE,
    "take_down",
    "open_and_settle",
    "settle",
    "add_note",
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
    refused: list[tuple[str, str]] = field(default_factory=list)
    parked: int = 0
    discarded: list[Draft] = field(default_factory=list)

    def paint(self, state: IntakeState) -> None:
        self.painted.append(state)

    def focus_field(self, name: str) -> None:
        self.focused.append(name)

    def hurt_line(self, who: str) -> str:
        return f"Hurt: {who}"

    def told_line(self, who: str, clock: str) -> str:
        return f"Told {who or 'the duty manager'} at {clock}."

    def promised_line(self, promise: str, by: datetime) -> str:
        return f"Promised: {promise}, by {by:%H:%M}."

    def on_saved(self, number: str, refused: Sequence[Refused] = ()) -> None:
        self.saved.append(number)
        self.refused += [(type(one.command).__name__, one.error.code) for one in refused]

    def on_refused(self, _number: str, refused: Sequence[Refused]) -> None:
        self.refused += [(type(one.command).__name__, one.error.code) for one in refused]

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
    language: Language = Language.EN

    def __post_init__(self) -> None:
        self.desk = SmallDesk(self.clock, kind=self.kind)
        self.page = Page()
        self.presenter = IntakePresenter(
            self.page,
            self.doors or self.desk.at_once(),
            make_site(self.clock, self.kind),
            self.person,
            load_words(self.language),
        )
        self.presenter.prepare()

    @property
    def state(self) -> IntakeState:
        return self.presenter.state
