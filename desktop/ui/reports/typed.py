"""What is typed on a month and isn't saved: the things for next month, what became of the last, the activity. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from desktop.domain.figures.printed import MOST_DECISIONS
from desktop.domain.figures.report_shapes import Decision, Goals
from desktop.domain.figures.rounding import whole
from desktop.errors import UserError

GOALS = ("within_1h_pct", "within_24h_pct", "respond_pct", "resolve_pct", "satisfaction", "rate")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: what, who, by when."""

    text: str = ""
    who: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one; ``kept`` None while nobody has told."""

    kept: bool | None = None
    remark: str = ""


Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """None and no entry: as it is saved."""

    lines: Lines | None = None
    became: tuple[tuple[int, Became], ...] = ()  #: by place, for those that were changed
    activity: str | None = None

    def with_line(self, saved: Lines, place: int, name: str, text: str) -> "Typed":
        """One field of a line is typed in."""
        lines = list(self.lines or saved)
        lines[place] = replace(lines[place], **{name: text})
        return replace(self, lines=None if tuple(lines) == saved else tuple(lines))

    def with_became(self, saved: Became, place: int, became: Became) -> "Typed":
        """What became of one is told otherwise."""
        others = {other: told for other, told in self.became if other != place}
        if became != saved:
            others[place] = became
        return replace(self, became=tuple(sorted(others.items())))

    def with_activity(self, saved: str, text: str) -> "Typed":
        """The activity is typed in."""
        return replace(self, activity=None if text == saved else text)

    def stored(self) -> dict[str, Any]:
        """For the drafts; empty where nothing is typed."""
        kept: dict[str, Any] = {}
        if self.lines is not None:
            kept["lines"] = [[line.text, line.who, line.due] for line in self.lines]
        if self.became:
            kept["became"] = [[place, told.kept, told.remark] for place, told in self.became]
        if self.activity is not None:
            kept["activity"] = self.activity
        return kept


def typed_of(stored: Mapping[str, Any]) -> Typed:
    """What was kept among the drafts."""
    lines = stored.get("lines")
    return Typed(
        lines=tuple(Line(*line) for line in lines) if lines else None,
        became=tuple((place, Became(kept, remark)) for place, kept, remark in stored.get("became", ())),
        activity=stored.get("activity"),
    )


def lines_of(decisions: Sequence[Decision]) -> Lines:
    """Saved decisions as lines, empty ones behind them."""
    lines = [Line(decision.text, decision.who, decision.due) for decision in decisions]
    return (*lines, *(Line() for _ in range(MOST_DECISIONS - len(lines))))


def decisions_of(lines: Lines) -> tuple[Decision, ...]:
    """Lines as they are saved."""
    return tuple(Decision(place, line.text, line.who, line.due) for place, line in enumerate(lines, start=1))


def activity_text(activity: Fraction | None) -> str:
    """Room-nights or sales as they stand in the field; empty where they aren't known."""
    return "" if activity is None else str(whole(activity))


def activity_of(text: str) -> int:
    """A whole number. Raises ``activity_bad``."""
    digits = text.strip().replace(",", "").replace("，", "")
    if not (digits.isascii() and digits.isdigit()):
        raise UserError("activity_bad", "activity", value=text.strip())
    return int(digits[:20])


def goal_texts(goals: Goals) -> dict[str, str]:
    """The goals as they stand in their fields; empty where nobody has said."""
    shown = {name: getattr(goals, name) for name in GOALS}
    return {name: "" if value is None else _short(value) for name, value in shown.items()}


def goals_of(texts: Mapping[str, str]) -> Goals:
    """The goals as they were typed. Raises ``bad_number`` with the goal's name."""
    return Goals(**{name: _number(name, texts.get(name, "")) for name in GOALS})


def _number(name: str, text: str) -> Decimal | None:
    digits = text.strip().removesuffix("%").strip()
    if not digits:
        return None
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise UserError("bad_number", name, value=text.strip()) from None


def _short(value: Decimal) -> str:
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
