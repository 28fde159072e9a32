"""Files of acts: one JSON object a line becomes one command (interfaces.md, Acts)."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.domain import commands as c
from desktop.domain.kinds import Channel, Flag, RecordType, Role, Scope, TimePressure
from desktop.domain.money import Currency
from desktop.errors import UserError
from desktop.exchange import acts_on_cases
from desktop.exchange.acts_on_cases import Run
from desktop.exchange.fields import Fields


@dataclass(frozen=True, slots=True)
class Act:
    """One line of a file of acts: who, when (None: now), the command, and the name it gives a new case."""

    by: str
    at: datetime | None
    command: c.Command
    ref: str = ""


_DEEPEST = 16  #: levels of brackets; acts have four at most


class ActReader:
    """Turns lines into commands for one run. A ``ref`` names a case within it; used again it names the newer one."""

    def __init__(self, zone: ZoneInfo, currency: Currency) -> None:
        self._zone, self._run = zone, Run(currency)

    def remember(self, ref: str, number: str) -> None:
        """From now on ``ref`` means the case with this number."""
        self._run.remember(ref, number)

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
        command = make(self._run, f)
        f.finish()
        return Act(by, at, command, ref)


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


def _open(_run: Run, f: Fields) -> c.OpenCase:
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


def _calendar(_run: Run, f: Fields) -> c.SetRules:
    f.need("intervals")
    given = {name: f.given(name) for name in ("intervals", "closed", "extra")}
    return c.SetRules("calendar", {name: value for name, value in given.items() if value is not None})


_MAKERS: Mapping[str, Callable[[Run, Fields], c.Command]] = {
    "open": _open,
    **acts_on_cases.MAKERS,
    "staff": lambda _run, f: c.SetStaff(
        f.line("login"), f.line("name"), f.needed_code("role", Role), f.line("department")
    ),
    "calendar": _calendar,
    "targets": lambda _run, f: c.SetRules("targets", f.need("targets")),
    "authority": lambda _run, f: c.SetRules("authority", f.need("authority")),
    "shifts": lambda _run, f: c.SetRules("shifts", f.need("shifts")),
}

#: the names of all acts that can be read
ACTS = frozenset(_MAKERS)
