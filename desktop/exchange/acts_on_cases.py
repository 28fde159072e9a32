"""Acts on one case: the fields of each become its command (interfaces.md, Acts)."""

from collections.abc import Callable, Mapping

from desktop.domain import commands as c
from desktop.domain.kinds import (
    Answer,
    Band,
    Closure,
    Flag,
    Medium,
    Outcome,
    RecordType,
    RemedyKind,
    RootCause,
    Scope,
    TimePressure,
    WaitFor,
)
from desktop.domain.money import Currency, parse_amount
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.exchange.fields import Fields

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


class Run:
    """What the acts of one file share: the names of its cases, and the currency of its sums."""

    def __init__(self, currency: Currency) -> None:
        self._currency = currency
        self._refs: dict[str, str] = {}

    def remember(self, ref: str, number: str) -> None:
        """From now on ``ref`` means the case with this number; used again it names the newer one."""
        if ref:
            self._refs[ref] = number

    def case(self, f: Fields, name: str = "case") -> str:
        """The number of a case, by number or ref. Raises ``missing``."""
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


def _acknowledge(run: Run, f: Fields) -> c.Acknowledge:
    return c.Acknowledge(run.case(f), _needed_medium(f, "medium"), f.time("when"), f.text("reason"))


def _contact(run: Run, f: Fields) -> c.AddContact:
    return c.AddContact(
        run.case(f),
        f.needed_text("text"),
        _medium(f, "medium") or Medium.IN_PERSON,
        f.line("with"),
        f.time("when"),
        f.yes("reached", default=True),
        f.text("reason"),
    )


def _propose(run: Run, f: Fields) -> c.Propose:
    return c.Propose(
        run.case(f),
        run.remedies(f),
        f.text("solution"),
        f.text("beyond_expectation"),
        f.text("prevention"),
        f.yes("replaces"),
        f.yes("ask"),
    )


def _resolve(run: Run, f: Fields) -> c.Resolve:
    told, answer = _medium(f, "told_by"), f.code("answer", Answer)
    return c.Resolve(run.case(f), told, answer, f.whole("emotion_at_close", 0, 4), f.time("when"), f.text("reason"))


def _settle(run: Run, f: Fields) -> c.Settle:
    offers, rated = run.remedies(f), _assessment(f)
    return c.Settle(run.case(f), offers, rated, f.whole("emotion_at_close", 0, 4), f.time("when"), f.text("reason"))


def _survey(run: Run, f: Fields) -> c.RecordSurvey:
    scores = {name: f.whole(name, 1, 5) for name in ("overall", "fair", "easy", "respect")}
    came_back = None if f.given("came_back") is None else f.yes("came_back")
    return c.RecordSurvey(run.case(f), recommend=f.whole("recommend", 0, 10), came_back=came_back, **scores)


def _close(run: Run, f: Fields) -> c.CloseCase:
    return c.CloseCase(
        run.case(f),
        _root_cause(f),
        f.needed_code("outcome", Outcome),
        f.needed_code("closure", Closure),
        f.needed_text("lesson"),
        f.texts("whys"),
        f.text("survey_not_asked"),
        f.text("reason"),
    )


def _task(run: Run, f: Fields) -> c.AddTask:
    return c.AddTask(run.case(f), f.needed_text("title"), f.line("department"), f.line("to"), f.time("due"))


def _promise(run: Run, f: Fields) -> c.AddPromise:
    text, due = f.needed_text("text"), f.time("due")
    if due is None:
        raise UserError("missing", "due")
    return c.AddPromise(run.case(f), text, due)


def _named(f: Fields, name: str) -> str:
    """A task or promise: its place on the case, as a number or in digits, or its words."""
    f.need(name)
    return f.line(name)


def _restrict(run: Run, f: Fields) -> c.Restrict:
    f.need("restricted")
    return c.Restrict(run.case(f), f.yes("restricted"), f.text("reason"))


#: act → what makes its command
MAKERS: Mapping[str, Callable[[Run, Fields], c.OnCase]] = {
    "acknowledge": _acknowledge,
    "assess": lambda run, f: c.Assess(run.case(f), _assessment(f)),
    "override": lambda run, f: c.Override(run.case(f), f.needed_code("band", Band), f.text("reason")),
    "take": lambda run, f: c.Take(run.case(f)),
    "hand_over": lambda run, f: c.HandOver(run.case(f), f.line("to"), f.line("department")),
    "investigate": lambda run, f: c.Investigate(run.case(f)),
    "wait": lambda run, f: c.Wait(run.case(f), f.needed_code("for", WaitFor), f.text("reason")),
    "resume": lambda run, f: c.Resume(run.case(f)),
    "note": lambda run, f: c.AddNote(run.case(f), f.needed_text("text")),
    "contact": _contact,
    "confirm_facts": lambda run, f: c.ConfirmFacts(run.case(f), f.needed_text("text")),
    "task": _task,
    "task_done": lambda run, f: c.FinishTask(run.case(f), _named(f, "task")),
    "promise": _promise,
    "promise_kept": lambda run, f: c.KeepPromise(run.case(f), _named(f, "promise"), f.text("reason")),
    "promise_cancelled": lambda run, f: c.CancelPromise(run.case(f), _named(f, "promise"), f.text("reason")),
    "involve": lambda run, f: c.Involve(run.case(f), f.line("login")),
    "release": lambda run, f: c.Release(run.case(f), f.line("login")),
    "restrict": _restrict,
    "propose": _propose,
    "approve": lambda run, f: c.Approve(run.case(f), f.text("reason")),
    "decline": lambda run, f: c.Decline(run.case(f), f.text("reason")),
    "resolve": _resolve,
    "settle": _settle,
    "survey": _survey,
    "close": _close,
    "reopen": lambda run, f: c.Reopen(run.case(f), f.text("reason")),
    "withdraw": lambda run, f: c.Withdraw(run.case(f), f.text("reason")),
    "not_complaint": lambda run, f: c.MarkNotComplaint(run.case(f), f.text("reason")),
    "duplicate": lambda run, f: c.MarkDuplicate(run.case(f), run.case(f, "of")),
}
