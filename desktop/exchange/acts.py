"""Files of acts: one JSON object a line becomes one command (interfaces.md, Acts)."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.domain import commands as c
from desktop.domain.kinds import (
    Answer,
    Band,
    Channel,
    Closure,
    Flag,
    Medium,
    Outcome,
    RecordType,
    RemedyKind,
    Role,
    RootCause,
    Scope,
    TimePressure,
)
from desktop.domain.money import Currency, parse_amount
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.exchange.fields import Fields


@dataclass(frozen=True, slots=True)
class Act:
    """One line of a file of acts: who, when (None: now), the command, and the name it gives a new case."""

    by: str
    at: datetime | None
    command: c.Command
    ref: str = ""


_DEEPEST = 16  #: levels of brackets; acts have four at most

#: What desks and other systems call a talk face to face.
_MEDIUM_NAMES = {"counter": Medium.IN_PERSON, "face_to_face": Medium.IN_PERSON}


def _medium(f: Fields, name: str) -> Medium | None:
    given = f.given(name)
    return _MEDIUM_NAMES[given] if isinstance(given, str) and given in _MEDIUM_NAMES else f.code(name, Medium)


def _needed_medium(f: Fields, name: str) -> Medium:
    f.need(name)
    medium = _medium(f, name)
    assert medium is not None
    return medium


class ActReader:
    """Turns lines into commands for one run. A ``ref`` names a case within it; used again it names the newer one."""

    def __init__(self, zone: ZoneInfo, currency: Currency) -> None:
        self._zone, self._currency = zone, currency
        self._refs: dict[str, str] = {}

    def remember(self, ref: str, number: str) -> None:
        """From now on ``ref`` means the case with this number."""
        if ref:
            self._refs[ref] = number

    def read(self, line: str) -> Act:
        """The act of one line. Raises ``UserError``: ``bad_json``, ``unknown_act``, ``missing``, ``bad_value``."""
        return self.take(parse_object(line))

    def take(self, data: Mapping[str, object]) -> Act:
        """The act of an object that is read already. Raises as ``read``."""
        f = Fields(data, self._zone)
        name = f.needed_text("act")
        make = _MAKERS.get(name)
        if make is None:
            raise UserError("unknown_act", "act", value=name)
        by, at = f.needed_text("by"), f.time("at")
        ref = f.line("ref") if name == "open" else ""
        command = make(self, f)
        f.finish()
        return Act(by, at, command, ref)

    def case(self, f: Fields) -> str:
        """The number of the case that an act is about, by number or ref."""
        f.need("case")
        named = f.line("case")
        return self._refs.get(named, named)

    def number(self, f: Fields, name: str) -> str:
        """The number of another case, by number or ref."""
        f.need(name)
        named = f.line(name)
        return self._refs.get(named, named)

    def remedies(self, f: Fields) -> tuple[c.RemedyOffer, ...]:
        """The remedies of an offer; sums as decimal strings of the site's currency."""
        offers: list[c.RemedyOffer] = []
        for r in f.inner_list("remedies"):
            given = r.given("amount")
            amount = 0 if given is None else parse_amount(given, self._currency, "amount")
            offers.append(c.RemedyOffer(r.needed_code("kind", RemedyKind), amount, r.text("note"), r.line("law_card")))
            r.finish()
        return tuple(offers)


def parse_object(line: str) -> Mapping[str, object]:
    """The JSON object of a line. Raises ``bad_json`` (``position``, from 1) for anything else.

    Names that stand twice are refused too, since one of the values would be lost, and so are depths that no act has.
    """
    try:
        data = json.loads(line, parse_constant=_refuse_constant, object_pairs_hook=_once_each)
    except json.JSONDecodeError as error:
        raise UserError("bad_json", "", position=error.pos + 1) from None
    except (ValueError, RecursionError):
        raise UserError("bad_json", "", position=1) from None
    if not isinstance(data, dict) or _is_deeper(data, _DEEPEST):
        raise UserError("bad_json", "", position=1)
    return data


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a name stands twice")
    return fields


def _is_deeper(value: object, levels: int) -> bool:
    """Whether objects and lists are nested in each other more than ``levels`` deep."""
    row = [value]
    for _ in range(levels):
        row = [inner for outer in row for inner in _inside(outer)]
    return any(isinstance(outer, dict | list) for outer in row)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _open(_reader: ActReader, f: Fields) -> c.OpenCase:
    g = f.inner("guest")
    guest = c.GuestDetails(
        name=g.line("name"),
        honorific=g.line("honorific"),
        phone=g.line("phone"),
        email=g.line("email"),
        language=g.line("language"),
        vip=g.yes("vip"),
        vulnerable=g.yes("vulnerable"),
    )
    g.finish()
    return c.OpenCase(
        type=f.needed_code("type", RecordType),
        channel=f.needed_code("channel", Channel),
        text=f.needed_text("text"),
        written=f.yes("written"),
        guest=guest,
        anonymous=f.yes("anonymous"),
        on_behalf_of=f.line("on_behalf_of"),
        room=f.line("room"),
        reference=f.line("reference"),
        place=f.line("place"),
        problem_date=f.date("problem_date"),
        category=f.text("category") or None,
        severity=f.whole("severity", 1, 4),
        scope=f.code("scope", Scope),
        emotion=f.whole("emotion", 0, 4),
        time_pressure=f.code("time_pressure", TimePressure),
        flags=f.codes("flags", Flag) or frozenset(),
        expected=f.text("expected"),
        actual=f.text("actual"),
        gap=f.whole("gap", 0, 4),
        wants=f.texts("wants"),
        on_the_spot=f.yes("on_the_spot"),
        received_at=f.time("received_at"),
        reason=f.text("reason"),
    )


def _assessment(f: Fields) -> c.Assessment:
    return c.Assessment(
        type=f.code("type", RecordType),
        category=f.text("category") or None,
        severity=f.whole("severity", 1, 4),
        scope=f.code("scope", Scope),
        emotion=f.whole("emotion", 0, 4),
        time_pressure=f.code("time_pressure", TimePressure),
        flags=f.codes("flags", Flag),
        cause=_optional_text(f, "cause"),
        impact=_optional_text(f, "impact"),
        nature=_optional_text(f, "nature"),
    )


def _optional_text(f: Fields, name: str) -> str | None:
    return None if f.given(name) is None else f.text(name)


def _root_cause(f: Fields) -> str:
    text = f.needed_text("root_cause")
    main, slash, detail = text.partition("/")
    if main not in list(RootCause) or (slash and is_blank(detail)):
        raise f.bad("root_cause", text)
    return text


def _contact(reader: ActReader, f: Fields) -> c.AddContact:
    return c.AddContact(
        reader.case(f),
        f.needed_text("text"),
        _medium(f, "medium") or Medium.IN_PERSON,
        f.line("with"),
        f.time("when"),
        f.yes("reached", default=True),
        f.text("reason"),
    )


def _propose(reader: ActReader, f: Fields) -> c.Propose:
    return c.Propose(
        reader.case(f),
        reader.remedies(f),
        f.text("solution"),
        f.text("beyond_expectation"),
        f.text("prevention"),
        f.yes("replaces"),
    )


def _resolve(reader: ActReader, f: Fields) -> c.Resolve:
    told, answer = _medium(f, "told_by"), f.code("answer", Answer)
    return c.Resolve(reader.case(f), told, answer, f.whole("emotion_at_close", 0, 4), f.time("when"), f.text("reason"))


def _settle(reader: ActReader, f: Fields) -> c.Settle:
    offers, rated = reader.remedies(f), _assessment(f)
    return c.Settle(reader.case(f), offers, rated, f.whole("emotion_at_close", 0, 4), f.time("when"), f.text("reason"))


def _survey(reader: ActReader, f: Fields) -> c.RecordSurvey:
    scores = {name: f.whole(name, 1, 5) for name in ("overall", "fair", "easy", "respect")}
    came_back = None if f.given("came_back") is None else f.yes("came_back")
    return c.RecordSurvey(reader.case(f), recommend=f.whole("recommend", 0, 10), came_back=came_back, **scores)


def _close(reader: ActReader, f: Fields) -> c.CloseCase:
    return c.CloseCase(
        reader.case(f),
        _root_cause(f),
        f.needed_code("outcome", Outcome),
        f.needed_code("closure", Closure),
        f.needed_text("lesson"),
        f.texts("whys"),
        f.text("survey_not_asked"),
        f.text("reason"),
    )


def _calendar(_reader: ActReader, f: Fields) -> c.SetRules:
    f.need("intervals")
    given = {name: f.given(name) for name in ("intervals", "closed", "extra")}
    return c.SetRules("calendar", {name: value for name, value in given.items() if value is not None})


_MAKERS: Mapping[str, Callable[[ActReader, Fields], c.Command]] = {
    "open": _open,
    "acknowledge": lambda r, f: c.Acknowledge(r.case(f), _needed_medium(f, "medium"), f.time("when"), f.text("reason")),
    "assess": lambda r, f: c.Assess(r.case(f), _assessment(f)),
    "override": lambda r, f: c.Override(r.case(f), f.needed_code("band", Band), f.text("reason")),
    "take": lambda r, f: c.Take(r.case(f)),
    "hand_over": lambda r, f: c.HandOver(r.case(f), f.line("to"), f.line("department")),
    "investigate": lambda r, f: c.Investigate(r.case(f)),
    "note": lambda r, f: c.AddNote(r.case(f), f.needed_text("text")),
    "contact": _contact,
    "confirm_facts": lambda r, f: c.ConfirmFacts(r.case(f), f.needed_text("text")),
    "propose": _propose,
    "resolve": _resolve,
    "settle": _settle,
    "survey": _survey,
    "close": _close,
    "reopen": lambda r, f: c.Reopen(r.case(f), f.text("reason")),
    "withdraw": lambda r, f: c.Withdraw(r.case(f), f.text("reason")),
    "not_complaint": lambda r, f: c.MarkNotComplaint(r.case(f), f.text("reason")),
    "duplicate": lambda r, f: c.MarkDuplicate(r.case(f), r.number(f, "of")),
    "staff": lambda _r, f: c.SetStaff(
        f.line("login"), f.line("name"), f.needed_code("role", Role), f.line("department")
    ),
    "calendar": _calendar,
    "targets": lambda _r, f: c.SetRules("targets", f.need("targets")),
    "shifts": lambda _r, f: c.SetRules("shifts", f.need("shifts")),
}

#: the names of all acts that can be read
ACTS = frozenset(_MAKERS)
