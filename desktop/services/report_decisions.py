"""What was decided in a month's report for the month after it, and what became of it (figures.md, part 11)."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, update

from desktop.domain.figures.printed import MOST_DECISIONS
from desktop.domain.figures.report_shapes import Decision
from desktop.domain.figures.shapes import Month
from desktop.domain.people import Person, leads
from desktop.domain.texts import check_line, check_text, is_blank
from desktop.errors import UserError
from desktop.models.driver import Driver, driver_of
from desktop.models.engine import Database
from desktop.models.figures import ReportDecision
from desktop.services.journal import Journal

_TEXT_LIMIT = 2 * 1024  #: bytes of UTF-8 of one decision or remark: it stands in a cell of the report
_OF_MONTH = "SELECT place, text, who, due, kept, remark FROM report_decisions WHERE month = ? ORDER BY place"


class DecisionService:
    """Keeps decisions by the month in whose report they stand. ``now`` gives the present moment (aware UTC)."""

    def __init__(self, database: Database, journal: Journal, now: Callable[[], datetime]) -> None:
        self._database, self._journal, self._now = database, journal, now

    def decisions(self, month: Month) -> tuple[Decision, ...]:
        """What was decided in a month's report, in its order."""
        with self._database.reading_plainly() as driver:
            return read_decisions(driver, month)

    def decide(self, person: Person, month: Month, decisions: Sequence[Decision]) -> None:
        """Puts these in the place of all that was decided; those without any text go.

        What was told of one stays with its text. Raises ``not_allowed``, ``missing``,
        ``too_many_decisions``, ``bad_characters``, ``too_long``.
        """
        _check_leads(person, "decide")
        wanted = [_checked(decision) for decision in decisions if not _says_nothing(decision)]
        if len(wanted) > MOST_DECISIONS:
            raise UserError("too_many_decisions", "decisions", most=MOST_DECISIONS)
        at = self._now().replace(microsecond=0)
        with self._database.writing() as session:
            before = read_decisions(driver_of(session), month)
            after = [_renewed(place, decision, before) for place, decision in enumerate(wanted, start=1)]
            if tuple(after) == before:
                return
            session.execute(delete(ReportDecision).where(ReportDecision.month == str(month)))
            for decision in after:
                session.execute(insert(ReportDecision), [_row(month, decision, at, person)])
            told = {"month": (None, str(month)), "text": (_lines(before), _lines(after))}
            self._journal.append(session, at, person.login, "decide", None, told)

    def tell_kept(self, person: Person, month: Month, place: int, kept: bool | None, remark: str) -> None:
        """Tells what became of a decision; ``kept`` None takes that back.

        Raises ``not_allowed``, ``no_such_decision``, ``bad_characters``, ``too_long``.
        """
        _check_leads(person, "tell_kept")
        remark = check_text(remark, "remark", _TEXT_LIMIT).strip()
        at = self._now().replace(microsecond=0)
        with self._database.writing() as session:
            decided = {decision.place: decision for decision in read_decisions(driver_of(session), month)}
            if place not in decided:
                raise UserError("no_such_decision", "decision")
            before = decided[place]
            if (before.kept, before.remark) == (kept, remark):
                return
            which = (ReportDecision.month == str(month), ReportDecision.place == place)
            session.execute(update(ReportDecision).where(*which).values(kept=kept, remark=remark))
            told = {
                "month": (None, str(month)),
                "place": (None, place),
                "kept": (before.kept, kept),
                "note": (before.remark, remark),
            }
            self._journal.append(session, at, person.login, "tell_kept", None, told)


def read_decisions(driver: Driver, month: Month) -> tuple[Decision, ...]:
    """What was decided in a month's report, in an open transaction."""
    return tuple(
        Decision(place, text, who, due, None if kept is None else bool(kept), remark)
        for place, text, who, due, kept, remark in driver.execute(_OF_MONTH, (str(month),))
    )


def _check_leads(person: Person, act: str) -> None:
    if not leads(person.role):
        raise UserError("not_allowed", "by", act=act, role=person.role.value)


def _says_nothing(decision: Decision) -> bool:
    return all(is_blank(text) for text in (decision.text, decision.who, decision.due))


def _checked(decision: Decision) -> Decision:
    text = check_text(decision.text, "decision", _TEXT_LIMIT).strip()
    who, due = (check_line(given, "decision").strip() for given in (decision.who, decision.due))
    if is_blank(text):
        raise UserError("missing", "decision")
    return Decision(decision.place, text, who, due)


def _renewed(place: int, decision: Decision, before: Sequence[Decision]) -> Decision:
    """The decision at its place, with what was told of the one of the same text."""
    same = next((old for old in before if old.text == decision.text), None)
    kept, remark = (same.kept, same.remark) if same else (None, "")
    return Decision(place, decision.text, decision.who, decision.due, kept, remark)


def _row(month: Month, decision: Decision, at: datetime, person: Person) -> dict[str, object]:
    names = ("place", "text", "who", "due", "kept", "remark")
    return {"month": str(month), "at": at, "by": person.login} | {name: getattr(decision, name) for name in names}


def _lines(decisions: Sequence[Decision]) -> list[list[str]]:
    return [[decision.text, decision.who, decision.due] for decision in decisions]
